package dev.saidao.policy.index.robustness;

import dev.saidao.core.internal.Require;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Two sets of draws for each choice that is varied, such as a Sobol' sequence or a sample that another program used, from which
 * {@link RobustnessCalculator#varianceShares(dev.saidao.policy.index.CompositeResult, RobustnessPlan, String, SobolSample)}
 * splits a variance. A draw is a number from 0 to below 1: u takes alternative ⌊u n⌋ of n, in the order of the plan; for
 * {@link RobustnessPlan.Factor#WEIGHT_NOISE} it decides, as a seed does, how all weights are moved.
 *
 * @since 0.1
 */
public final class SobolSample {

    private static final double BITS = 0x1.0p53;

    private final Map<RobustnessPlan.Factor, double[]> first;
    private final Map<RobustnessPlan.Factor, double[]> second;
    private final int runs;

    private SobolSample(
            Map<RobustnessPlan.Factor, double[]> first, Map<RobustnessPlan.Factor, double[]> second, int runs) {
        this.first = first;
        this.second = second;
        this.runs = runs;
    }

    /**
     * Returns a sample of given draws.
     *
     * @param first by choice, the draws of the first set in the order of the runs
     * @param second by choice, those of the second set
     * @return the sample
     * @throws IllegalArgumentException if the sets are not of the same choices; if a choice has another number of draws than
     *     another, or fewer than 2; if a draw is not from 0 to below 1
     */
    public static SobolSample of(
            Map<RobustnessPlan.Factor, double[]> first, Map<RobustnessPlan.Factor, double[]> second) {
        Require.that(
                !first.isEmpty() && first.keySet().equals(second.keySet()),
                "Both sets of draws must be of the same choices: %s, %s",
                first.keySet(),
                second.keySet());
        int runs = first.values().iterator().next().length;
        Require.atLeast(runs, 2, "Runs");
        return new SobolSample(checked(first, runs), checked(second, runs), runs);
    }

    private static Map<RobustnessPlan.Factor, double[]> checked(Map<RobustnessPlan.Factor, double[]> set, int runs) {
        Map<RobustnessPlan.Factor, double[]> copies = new EnumMap<>(RobustnessPlan.Factor.class);
        set.forEach((factor, draws) -> {
            Require.that(
                    draws.length == runs,
                    "Draws must be as many for each choice: %s of %s, not %s",
                    draws.length,
                    factor,
                    runs);
            for (double draw : draws) {
                Require.that(draw >= 0 && draw < 1, "Draws must be from 0 to below 1: %s", draw);
            }
            copies.put(factor, draws.clone());
        });
        return copies;
    }

    /** {@return in how many runs the choices are drawn} */
    public int runs() {
        return runs;
    }

    /** Refuses a sample that has not exactly the choices that are varied. */
    void requireChoices(Iterable<RobustnessPlan.Factor> varied) {
        EnumMap<RobustnessPlan.Factor, Boolean> wanted = new EnumMap<>(RobustnessPlan.Factor.class);
        varied.forEach(factor -> wanted.put(factor, true));
        Require.that(
                wanted.keySet().equals(first.keySet()),
                "Draws must be of the choices that are varied, %s: %s",
                wanted.keySet(),
                first.keySet());
    }

    /** The draws of a run, with as many random bits as a double has. */
    Map<RobustnessPlan.Factor, Long> first(int run) {
        return draws(first, run);
    }

    Map<RobustnessPlan.Factor, Long> second(int run) {
        return draws(second, run);
    }

    private static Map<RobustnessPlan.Factor, Long> draws(Map<RobustnessPlan.Factor, double[]> set, int run) {
        Map<RobustnessPlan.Factor, Long> draws = new EnumMap<>(RobustnessPlan.Factor.class);
        set.forEach((factor, numbers) -> draws.put(factor, (long) (numbers[run] * BITS) << 11));
        return draws;
    }

    @Override
    public String toString() {
        return runs + " runs of " + Arrays.toString(first.keySet().toArray());
    }
}
