package dev.saidao.policy.talent;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.internal.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How likely it is that a tier has its target number by the end of a year.
 *
 * @param tier the id of the tier
 * @param year the year
 * @param target the number to be reached
 * @param expected the expected number; if the exact distribution is not known, the mean of the simulation
 * @param standardDeviation the standard deviation of the number
 * @param low the number that is reached or exceeded with a probability of 95%
 * @param high the number that is not exceeded with a probability of 95%
 * @param exact the exact probability; absent if there is no closed form
 * @param simulated the share of the simulated runs that reach the target; absent if none were run
 * @param standardError the standard error of that share; absent if none were run
 * @param simulatedLow the lower end of its 95% interval, by Clopper and Pearson: no more than 2.5% of such simulations would reach
 *     the target so often if the probability were below it; absent if none were run
 * @param simulatedHigh the upper end, in the same way. A target that no run reaches, or every run, leaves the whole 5% to one side:
 *     0 of 1,000 runs are 0 to 0.003 (the rule of three)
 * @since 0.1
 */
public record Attainment(
        String tier,
        int year,
        long target,
        double expected,
        double standardDeviation,
        long low,
        long high,
        OptionalDouble exact,
        OptionalDouble simulated,
        OptionalDouble standardError,
        OptionalDouble simulatedLow,
        OptionalDouble simulatedHigh)
        implements Explained {

    /** {@return the exact probability if there is one, else the simulated one} */
    public double probability() {
        return exact.orElseGet(simulated::orElseThrow);
    }

    /** {@return what is asked, and by which way it was answered} */
    @Override
    public Explanation explanation() {
        String at = tier + ", " + year + ": P(n ≥ " + target + ")";
        List<Label> steps = new ArrayList<>();
        exact.ifPresent(probability -> steps.add(Label.of(
                at + " = " + Doubles.shown(probability) + ", the exact distribution",
                at + " = " + Doubles.shown(probability) + "(精确分布)")));
        simulated.ifPresent(share -> {
            String shown = at + " ≈ " + Doubles.shown(share) + " ± " + Doubles.shown(standardError.orElse(0)) + " ["
                    + Doubles.shown(simulatedLow.orElse(0)) + ", " + Doubles.shown(simulatedHigh.orElse(1)) + "]";
            steps.add(Label.of(shown + ", simulated", shown + "(模拟)"));
        });
        String number = Doubles.shown(expected) + " ± " + Doubles.shown(standardDeviation);
        steps.add(Label.of("expected number " + number, "期望人数 " + number));
        return Explanation.of(steps, List.of());
    }

    /** {@return a line such as {@code city, 2035: 0.52 that 1000 are reached; 980 to 1041 at 90 %}} */
    @Override
    public String toString() {
        return tier + ", " + year + ": " + Doubles.shown(probability()) + " that " + target + " are reached; " + low
                + " to " + high + " at 90 %";
    }
}
