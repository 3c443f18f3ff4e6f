package dev.saidao.policy.talent;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Draws numbers of people: those of many to whom something happens, and those who are selected. */
final class RandomCounts {

    /** Up to this many expected successes the probabilities are added up one by one; e^-700 is still a number. */
    private static final double MOST_EXPECTED = 200;

    private static final double RARE = 1e-4;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

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
            return manyExpected(Math.toIntExact(n), p, share);
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

    /** The first number up to which the probabilities make a share, looked for from where the normal distribution has it. */
    private static long manyExpected(int n, double p, double share) {
        if (share == 0) {
            return 0;
        }
        BinomialDistribution distribution = BinomialDistribution.of(n, p);
        double near = n * p + Math.sqrt(n * p * (1 - p)) * NORMAL.inverseCumulativeProbability(share);
        int successes = (int) Math.max(0, Math.min(n, near));
        double probability = distribution.probability(successes);
        double upTo = distribution.cumulativeProbability(successes);
        double odds = p / (1 - p);
        while (successes > 0 && upTo - probability >= share) {
            upTo -= probability;
            probability *= successes / ((n - successes + 1) * odds);
            successes--;
        }
        while (upTo < share && successes < n && probability > 0) {
            probability *= (n - successes) * odds / (successes + 1);
            upTo += probability;
            successes++;
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
