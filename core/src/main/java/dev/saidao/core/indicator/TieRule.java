package dev.saidao.core.indicator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which rank equal scores get. Rank 1 is the highest score. */
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
     * @param scores the scores, each a number
     * @return the rank of each, in the same order; 1 for the highest
     */
    double[] ranks(double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -scores[place]))
                .mapToInt(place -> place)
                .toArray();
        double[] ranks = new double[scores.length];
        int dense = 0;
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            dense++;
            double rank = switch (this) {
                case MIN -> from + 1;
                case MAX -> to;
                case AVERAGE -> (from + 1 + to) / 2.0;
                case DENSE -> dense;
            };
            for (int place : Arrays.copyOfRange(order, from, to)) {
                ranks[place] = rank;
            }
            from = to;
        }
        return ranks;
    }
}
