package dev.saidao.policy.talent;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Draws numbers of people: those of many to whom something happens, and those who are selected. */
final class RandomCounts {

    /** Up to this many expected successes the probabilities are added up one by one; e^-700 is still a number. */
    private static final double MOST_EXPECTED = 200;

    private static final double RARE = 1e-4;

    private static final long MOST_SELECTED = 500;

    private final UniformRandomProvider random;

    RandomCounts(UniformRandomProvider random) {
        this.random = random;
    }

    /** How many of n succeed, each with probability p: the first number up to which the probabilities make a random share. */
    long binomial(long n, double p) {
        if (n == 0 || p == 0) {
            return 0;
        }
        if (p > 0.5) {
            return n - binomial(n, 1 - p);
        }
        double share = random.nextDouble();
        if (n * p > MOST_EXPECTED) {
            return BinomialDistribution.of(Math.toIntExact(n), p).inverseCumulativeProbability(share);
        }
        double odds = p / (1 - p);
        // the logarithm of a number near 1 is many times as fast, and exact enough for all but the rarest events
        double logOfNot = p > RARE ? Math.log(1 - p) : Math.log1p(-p);
        double probability = Math.exp(n * logOfNot);
        long successes = 0;
        while (share > probability && successes < n) {
            share -= probability;
            successes++;
            probability *= odds * (n - successes + 1) / successes;
            if (probability == 0) {
                break; // what is left of the share is an error of rounding
            }
        }
        return successes;
    }

    /**
     * Selects people of all cohorts by chance.
     *
     * @param from how many there are of each cohort; those selected are taken off
     * @param size how many are selected; all, if there are fewer
     * @param selected how many of each cohort were selected before; those selected now are added
     */
    void select(long[] from, long size, long[] selected) {
        long there = 0;
        for (long cohort : from) {
            there += cohort;
        }
        long wanted = Math.min(size, there);
        if (wanted <= MOST_SELECTED) {
            for (; wanted > 0; wanted--, there--) {
                long person = (long) (random.nextDouble() * there);
                int cohort = 0;
                while (person >= from[cohort]) {
                    person -= from[cohort++];
                }
                from[cohort]--;
                selected[cohort]++;
            }
            return;
        }
        for (int k = 0; k < from.length; k++) {
            long cohort = from[k];
            long taken = cohort == 0 || wanted == 0
                    ? 0
                    : cohort == there
                            ? wanted
                            : HypergeometricDistribution.of(
                                            Math.toIntExact(there), Math.toIntExact(cohort), Math.toIntExact(wanted))
                                    .inverseCumulativeProbability(random.nextDouble());
            from[k] -= taken;
            selected[k] += taken;
            there -= cohort;
            wanted -= taken;
        }
    }
}
