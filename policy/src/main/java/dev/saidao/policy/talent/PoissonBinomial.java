package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The number of successes of independent trials that need not be alike: how many of those who came are still there.
 *
 * <p>Computed by convolution, halves first, in doubles. All terms are positive, so that small probabilities keep their digits:
 * the relative error is below 10^-10 for probabilities above 10^-30. Parts of a distribution below 10^-40 are not kept; whoever
 * asks for one gets it by tilting the trials towards it, with a relative error below 10^-9. What is possible is never 0: a
 * probability below the least double is that one.
 *
 * <p>Source: convolution of generating functions; Fernández and Williams, IEEE Transactions on Aerospace and Electronic Systems
 * 46 (2010), say the same by the Fourier transform.
 *
 * @since 0.1
 */
public final class PoissonBinomial {

    private static final double NEGLIGIBLE = 1e-40;
    private static final double SMALL = 1e-30;
    private static final int LEAF = 64;

    /** The probabilities of {@code offset}, {@code offset + 1}, … successes. */
    private final double[] probabilities;

    private final int offset;
    private final int trials;
    private final double mean;
    private final double variance;
    private final List<Group> groups;

    private PoissonBinomial(Part part, List<Group> groups, int trials, double mean, double variance) {
        this.groups = List.copyOf(groups);
        this.probabilities = part.probabilities;
        this.offset = part.offset;
        this.trials = trials;
        this.mean = mean;
        this.variance = variance;
    }

    /** A piece of a distribution without its negligible ends. */
    private static final class Part {

        private final double[] probabilities;
        private final int offset;

        Part(double[] probabilities, int offset) {
            this.probabilities = probabilities;
            this.offset = offset;
        }
    }

    /**
     * Trials that are alike.
     *
     * @param trials how many there are, 0 or more
     * @param probability the probability of success of each, 0 to 1
     * @since 0.1
     */
    public record Group(int trials, double probability) {

        /**
         * Checks the numbers.
         *
         * @param trials how many there are
         * @param probability the probability of success of each
         * @throws IllegalArgumentException if a number is out of range
         */
        public Group {
            if (trials < 0) {
                throw new IllegalArgumentException("Trials must be 0 or more: " + trials);
            }
            requireProbability(probability);
        }
    }

    private static void requireProbability(double probability) {
        Require.that(probability >= 0 && probability <= 1, "Probability must be 0 to 1: %s", probability);
    }

    /**
     * Returns the distribution of trials with a probability each.
     *
     * @param probabilities of success, each 0 to 1
     * @return the distribution
     * @throws IllegalArgumentException if a probability is out of range
     */
    public static PoissonBinomial of(double... probabilities) {
        double mean = 0;
        double variance = 0;
        List<Group> groups = new ArrayList<>(probabilities.length);
        for (double p : probabilities) {
            groups.add(new Group(1, p));
            mean += p;
            variance += p * (1 - p);
        }
        return new PoissonBinomial(
                of(probabilities, 0, probabilities.length), groups, probabilities.length, mean, variance);
    }

    /**
     * Returns the distribution of groups of trials.
     *
     * @param groups the groups
     * @return the distribution
     * @throws ArithmeticException if there are more than 2^31 - 1 trials
     */
    public static PoissonBinomial of(List<Group> groups) {
        int trials = 0;
        double mean = 0;
        double variance = 0;
        List<Part> parts = new ArrayList<>();
        for (Group group : groups) {
            trials = Math.addExact(trials, group.trials());
            mean += group.trials() * group.probability();
            variance += group.trials() * group.probability() * (1 - group.probability());
            parts.add(binomial(group.trials(), group.probability()));
        }
        return new PoissonBinomial(together(parts, 0, parts.size()), groups, trials, mean, variance);
    }

    private static final Part CERTAINLY_NONE = new Part(new double[] {1}, 0);

    private static Part of(double[] p, int from, int to) {
        if (to - from <= LEAF) {
            double[] result = {1};
            for (int i = from; i < to; i++) {
                double[] next = new double[result.length + 1];
                for (int k = 0; k < result.length; k++) {
                    next[k] += result[k] * (1 - p[i]);
                    next[k + 1] += result[k] * p[i];
                }
                result = next;
            }
            return trimmed(result, 0);
        }
        int middle = (from + to) >>> 1;
        return convolved(of(p, from, middle), of(p, middle, to));
    }

    private static Part together(List<Part> parts, int from, int to) {
        if (to == from) {
            return CERTAINLY_NONE;
        }
        if (to - from == 1) {
            return parts.get(from);
        }
        int middle = (from + to) >>> 1;
        return convolved(together(parts, from, middle), together(parts, middle, to));
    }

    private static Part convolved(Part a, Part b) {
        double[] longer = a.probabilities.length >= b.probabilities.length ? a.probabilities : b.probabilities;
        double[] shorter = a.probabilities.length >= b.probabilities.length ? b.probabilities : a.probabilities;
        double[] result = new double[longer.length + shorter.length - 1];
        for (int i = 0; i < shorter.length; i++) {
            double factor = shorter[i];
            for (int j = 0; j < longer.length; j++) {
                result[i + j] += factor * longer[j];
            }
        }
        return trimmed(result, a.offset + b.offset);
    }

    private static Part trimmed(double[] probabilities, int offset) {
        int from = 0;
        int to = probabilities.length;
        while (to - from > 1 && probabilities[from] < NEGLIGIBLE) {
            from++;
        }
        while (to - from > 1 && probabilities[to - 1] < NEGLIGIBLE) {
            to--;
        }
        return new Part(
                from == 0 && to == probabilities.length ? probabilities : Arrays.copyOfRange(probabilities, from, to),
                offset + from);
    }

    /** From the likeliest number to both sides, by the ratio of neighbours. */
    private static Part binomial(int n, double p) {
        if (n == 0 || p == 0) {
            return CERTAINLY_NONE;
        }
        if (p == 1) {
            return new Part(new double[] {1}, n);
        }
        int mode = (int) Math.min(n, Math.floor((n + 1.0) * p));
        double top = BinomialDistribution.of(n, p).probability(mode);
        double odds = p / (1 - p);
        int from = mode;
        double at = top;
        while (from > 0 && at >= NEGLIGIBLE) {
            at *= from / ((n - from + 1.0) * odds);
            from--;
        }
        int to = mode;
        at = top;
        while (to < n && at >= NEGLIGIBLE) {
            at *= (n - to) * odds / (to + 1.0);
            to++;
        }
        double[] result = new double[to - from + 1];
        result[mode - from] = top;
        for (int k = mode; k > from; k--) {
            result[k - 1 - from] = result[k - from] * (k / ((n - k + 1.0) * odds));
        }
        for (int k = mode; k < to; k++) {
            result[k + 1 - from] = result[k - from] * ((n - k) * odds / (k + 1.0));
        }
        return trimmed(result, from);
    }

    /** {@return the number of trials} */
    public int trials() {
        return trials;
    }

    /** {@return the expected number of successes} */
    public double mean() {
        return mean;
    }

    /** {@return the variance of the number of successes} */
    public double variance() {
        return variance;
    }

    /**
     * Returns the probability of a number of successes.
     *
     * @param successes any number
     * @return its probability, 0 for numbers that cannot be
     */
    public double probability(int successes) {
        double kept = kept(successes);
        return kept > SMALL ? kept : Tail.of(groups, successes);
    }

    /** The probability of a number, 0 if it is too small to be kept. */
    double kept(int successes) {
        long place = (long) successes - offset;
        return place < 0 || place >= probabilities.length ? 0 : probabilities[(int) place];
    }

    /**
     * Returns the probability of so many successes or more.
     *
     * @param successes any number
     * @return the probability, at most 1
     */
    public double probabilityOfAtLeast(int successes) {
        // the smaller side is summed, from its small end, so that neither loses digits
        if (successes <= mean) {
            return Math.max(0, 1 - below(successes));
        }
        double sum = 0;
        for (int k = offset + probabilities.length - 1; k >= Math.max(successes, offset); k--) {
            sum += probabilities[k - offset];
        }
        return sum > SMALL ? Math.min(1, sum) : Tail.ofAtLeast(groups, successes);
    }

    private double below(int successes) {
        double sum = 0;
        for (int k = offset; k < Math.min(successes, offset + probabilities.length); k++) {
            sum += probabilities[k - offset];
        }
        return Math.min(1, sum);
    }

    /**
     * Returns the smallest number of successes that is not exceeded with a probability.
     *
     * @param probability above 0 and below 1
     * @return the quantile
     * @throws IllegalArgumentException if the probability is out of range
     */
    public int quantile(double probability) {
        Require.that(probability > 0 && probability < 1, "Probability must be above 0 and below 1: %s", probability);
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i];
            if (sum >= probability) {
                return offset + i;
            }
        }
        return offset + probabilities.length - 1;
    }
}
