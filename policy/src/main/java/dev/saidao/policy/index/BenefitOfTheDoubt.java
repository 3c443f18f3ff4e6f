package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.LinearProgramme;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds for each unit the weights under which it looks best, under which no unit has more than 1. */
final class BenefitOfTheDoubt {

    /** The largest number of units; each needs a linear programme with a row for every other one. */
    static final int MAX_UNITS = 1_000;

    private final double least;
    private final double greatest;
    private final Aggregation.ShareLimit limited;
    /** Scores by unit, then child, in units of the largest score; 0 where there is none. */
    private final double[][] rows;

    private final boolean[][] known;
    private final double largest;

    BenefitOfTheDoubt(Aggregation aggregation, double[][] children) {
        this.least = aggregation.leastShare().doubleValue();
        this.greatest = aggregation.greatestShare().doubleValue();
        this.limited = aggregation.limitedShare();
        int units = children[0].length;
        Require.that(units <= MAX_UNITS, "Units must be up to %s for benefit of the doubt: %s", MAX_UNITS, units);
        this.rows = new double[units][children.length];
        this.known = new boolean[units][children.length];
        double most = 0;
        for (int child = 0; child < children.length; child++) {
            for (int unit = 0; unit < units; unit++) {
                double score = children[child][unit];
                if (score < 0 && score != Aggregator.NOT_POSITIVE) {
                    throw new IllegalArgumentException("Scores must be 0 or more for benefit of the doubt: " + score);
                }
                if (Double.isFinite(score)) {
                    rows[unit][child] = score;
                    known[unit][child] = true;
                    most = Math.max(most, score);
                }
            }
        }
        this.largest = most > 0 ? most : 1;
        for (double[] row : rows) {
            Arrays.setAll(row, child -> row[child] / largest);
        }
    }

    /** The score of a unit. */
    double score(int unit) {
        double[] weights = weights(unit);
        double score = 0;
        for (int child = 0; child < weights.length; child++) {
            score += weights[child] * rows[unit][child] * largest;
        }
        return Math.min(1, score);
    }

    /** The weights of a unit, 0 for a child without a score of it; all 0 if its scores are. */
    double[] weights(int unit) {
        double[] own = rows[unit];
        int children = 0;
        for (boolean isKnown : known[unit]) {
            children += isKnown ? 1 : 0;
        }
        Require.that(
                least * children <= 1 && greatest * children >= 1,
                "Shares of %s children must be able to add up to 1: %s to %s",
                children,
                least,
                greatest);
        if (Arrays.stream(own).allMatch(x -> x == 0)) {
            return new double[own.length];
        }
        LinearProgramme programme = new LinearProgramme(known(own, unit));
        for (double[] other : rows) {
            programme.atMost(known(other, unit), 1);
        }
        double[] sizes = limited == Aggregation.ShareLimit.WEIGHT ? ones(own.length) : own;
        for (int child = 0; child < own.length; child++) {
            if (known[unit][child] && least > 0) {
                programme.atLeast(known(excess(sizes, child, least), unit), 0);
            }
            if (known[unit][child] && greatest < 1) {
                programme.atMost(known(excess(sizes, child, greatest), unit), 0);
            }
        }
        double[] found = programme
                .maximum()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Weights within the limits must exist for benefit of the doubt: " + least + " to " + greatest));
        int next = 0;
        double[] weights = new double[own.length];
        for (int child = 0; child < own.length; child++) {
            weights[child] = known[unit][child] ? found[next++] / largest : 0;
        }
        return weights;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** A child's own part less the given share of the whole. */
    private static double[] excess(double[] sizes, int limitedChild, double share) {
        double[] excess = new double[sizes.length];
        Arrays.setAll(excess, child -> sizes[child] * ((child == limitedChild ? 1 : 0) - share));
        return excess;
    }

    /** The numbers of the children of which a unit has a score. */
    private double[] known(double[] ofChildren, int unit) {
        return IntStream.range(0, ofChildren.length)
                .filter(child -> known[unit][child])
                .mapToDouble(child -> ofChildren[child])
                .toArray();
    }
}
