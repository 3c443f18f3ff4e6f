package dev.saidao.policy.index.ranking;

import java.util.Arrays;

/**
 * Which rank equal scores get. Rank 1 is the highest score.
 *
 * @since 0.1
 */
public enum TieRule {
    /** The lowest of their ranks: 1, 2, 2, 4. */
    MIN,
    /** The highest of their ranks: 1, 3, 3, 4. */
    MAX,
    /** The mean of their ranks: 1, 2.5, 2.5, 4. */
    AVERAGE,
    /** The lowest of their ranks, and the next score the next rank: 1, 2, 2, 3. */
    DENSE;

    /**
     * Returns the ranks of scores.
     *
     * @param scores the scores; one that is not finite gets no rank
     * @return the rank of each, in the same order; 1 for the highest; NaN where there is none
     */
    public double[] ranks(double[] scores) {
        double[] sorted = new double[scores.length];
        int count = 0;
        for (double score : scores) {
            if (Double.isFinite(score)) {
                sorted[count++] = score + 0.0; // 0.0 for -0.0, which is equal to it
            }
        }
        Arrays.sort(sorted, 0, count);
        double[] byPlace = byPlace(sorted, count);
        double[] ranks = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            ranks[i] = Double.isFinite(scores[i])
                    ? byPlace[Arrays.binarySearch(sorted, 0, count, scores[i] + 0.0)]
                    : Double.NaN;
        }
        return ranks;
    }

    /** The ranks of sorted scores, the lowest score first. */
    private double[] byPlace(double[] sorted, int count) {
        double[] ranks = new double[count];
        int dense = 0;
        int from = 0;
        for (int to = count; to > 0; to = from) {
            from = to - 1;
            while (from > 0 && sorted[from - 1] == sorted[to - 1]) {
                from--;
            }
            dense++;
            double rank = switch (this) {
                case MIN -> count - to + 1;
                case MAX -> count - from;
                case AVERAGE -> (count - to + 1 + count - from) / 2.0;
                case DENSE -> dense;
            };
            Arrays.fill(ranks, from, to, rank);
        }
        return ranks;
    }
}
