package dev.saidao.policy.index.robustness;

import dev.saidao.core.internal.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How much of a variance each choice explains: alone, and together with all others. With runs j of two independent sets of
 * draws A and B, the set A with one factor's draws of B, A_i, and the variance V of A and B together:
 *
 * <pre>{@code S_i  = Σ (f(B)_j - m) (f(A_i)_j - f(A)_j) / n / V
 * S_Ti = Σ (f(A)_j - f(A_i)_j)² / 2n / V}</pre>
 *
 * <p>with m the mean of A and B, which changes nothing but the error. Between 5 and 95 percent lie the middle nine tenths of
 * 1,000 bootstrap samples of the runs. Small negative estimates are errors of sampling; they are left as they are.
 *
 * <p>Sources: Saltelli and others (2010), "Variance based sensitivity analysis of model output"; Jansen (1999), "Analysis of
 * variance designs for model output".
 *
 * @since 0.1
 */
public final class VarianceShares {

    private static final int SAMPLES = 1_000;
    private static final double LOW = 0.05;

    private final double variance;
    private final List<Estimate> estimates;

    private VarianceShares(double variance, List<Estimate> estimates) {
        this.variance = variance;
        this.estimates = estimates;
    }

    /**
     * The shares of one choice.
     *
     * @param factor the choice
     * @param first S_i: the share that would be gone if the choice alone were settled
     * @param firstLow the end of the bootstrap interval of S_i below which 5 percent lie
     * @param firstHigh the end of the bootstrap interval of S_i above which 5 percent lie
     * @param total S_Ti: the share that would be left if all other choices were settled
     * @param totalLow the end of the bootstrap interval of S_Ti below which 5 percent lie
     * @param totalHigh the end of the bootstrap interval of S_Ti above which 5 percent lie
     * @since 0.1
     */
    public record Estimate(
            RobustnessPlan.Factor factor,
            double first,
            double firstLow,
            double firstHigh,
            double total,
            double totalLow,
            double totalHigh) {}

    /**
     * Estimates shares.
     *
     * @param a outputs of the first draws
     * @param b outputs of the second draws
     * @param mixed for each factor the outputs of the first draws with that factor's of the second
     */
    static VarianceShares of(List<RobustnessPlan.Factor> factors, double[] a, double[] b, double[][] mixed, long seed) {
        int n = a.length;
        Require.that(n >= 2, "Runs must be 2 or more for shares of variance: %s", n);
        int[] all = new int[n];
        Arrays.setAll(all, run -> run);
        double variance = variance(a, b, all);
        if (variance == 0) {
            return new VarianceShares(0, List.of());
        }
        int k = factors.size();
        double[][] firsts = new double[k][SAMPLES];
        double[][] totals = new double[k][SAMPLES];
        SplittableRandom random = new SplittableRandom(seed);
        int[] sample = new int[n];
        for (int s = 0; s < SAMPLES; s++) {
            for (int run = 0; run < n; run++) {
                sample[run] = (int) (random.nextDouble() * n);
            }
            double ofSample = variance(a, b, sample);
            for (int factor = 0; factor < k; factor++) {
                firsts[factor][s] = ofSample == 0 ? 0 : first(a, b, mixed[factor], sample) / ofSample;
                totals[factor][s] = ofSample == 0 ? 0 : total(a, mixed[factor], sample) / ofSample;
            }
        }
        Estimate[] estimates = new Estimate[k];
        for (int factor = 0; factor < k; factor++) {
            Arrays.sort(firsts[factor]);
            Arrays.sort(totals[factor]);
            estimates[factor] = new Estimate(
                    factors.get(factor),
                    first(a, b, mixed[factor], all) / variance,
                    quantile(firsts[factor], LOW),
                    quantile(firsts[factor], 1 - LOW),
                    total(a, mixed[factor], all) / variance,
                    quantile(totals[factor], LOW),
                    quantile(totals[factor], 1 - LOW));
        }
        return new VarianceShares(variance, List.of(estimates));
    }

    private static double mean(double[] a, double[] b, int[] runs) {
        double sum = 0;
        for (int run : runs) {
            sum += a[run] + b[run];
        }
        return sum / (2.0 * runs.length);
    }

    private static double variance(double[] a, double[] b, int[] runs) {
        double mean = mean(a, b, runs);
        double sum = 0;
        for (int run : runs) {
            sum += (a[run] - mean) * (a[run] - mean) + (b[run] - mean) * (b[run] - mean);
        }
        return sum / (2.0 * runs.length);
    }

    private static double first(double[] a, double[] b, double[] mixed, int[] runs) {
        double mean = mean(a, b, runs);
        double sum = 0;
        for (int run : runs) {
            sum += (b[run] - mean) * (mixed[run] - a[run]);
        }
        return sum / runs.length;
    }

    private static double total(double[] a, double[] mixed, int[] runs) {
        double sum = 0;
        for (int run : runs) {
            sum += (a[run] - mixed[run]) * (a[run] - mixed[run]);
        }
        return sum / (2.0 * runs.length);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** {@return the variance that is split; 0 if no choice changes anything} */
    public double variance() {
        return variance;
    }

    /** {@return the shares of each choice that is varied; none if there is no variance} */
    public List<Estimate> estimates() {
        return estimates;
    }

    /**
     * Returns the shares of a choice.
     *
     * @param factor the choice
     * @return the shares; empty if it is not varied or there is no variance
     */
    public Optional<Estimate> estimate(RobustnessPlan.Factor factor) {
        return estimates.stream()
                .filter(estimate -> estimate.factor() == factor)
                .findFirst();
    }
}
