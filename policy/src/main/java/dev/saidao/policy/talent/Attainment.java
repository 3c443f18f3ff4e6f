package dev.saidao.policy.talent;

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
        OptionalDouble standardError) {

    /** {@return the exact probability if there is one, else the simulated one} */
    public double probability() {
        return exact.orElseGet(simulated::orElseThrow);
    }
}
