package dev.saidao.policy.index;

import java.math.BigDecimal;
import java.util.List;

/** The scores of all units at one node, with what stands behind them. */
final class ScoreColumn {

    private final double[] scores;
    private final ScoreStatus[] statuses;
    private final int[] observed;
    private final int[] indicators;

    /** A column of an indicator; it shares the arrays. */
    ScoreColumn(double[] scores, ScoreStatus[] statuses) {
        this.scores = scores;
        this.statuses = statuses;
        this.observed = new int[scores.length];
        this.indicators = new int[scores.length];
        for (int unit = 0; unit < scores.length; unit++) {
            indicators[unit] = 1;
            observed[unit] = statuses[unit] == ScoreStatus.COMPLETE ? 1 : 0;
        }
    }

    /** A column still to be filled. */
    static ScoreColumn unset(int units) {
        return new ScoreColumn(new double[units], new ScoreStatus[units]);
    }

    double score(int unit) {
        return scores[unit];
    }

    ScoreStatus status(int unit) {
        return statuses[unit];
    }

    /** The share of the indicators at or below this node that have a value of their own. */
    double availability(int unit) {
        return (double) observed[unit] / indicators[unit];
    }

    void set(int unit, double score, ScoreStatus status) {
        scores[unit] = score;
        statuses[unit] = status;
    }

    void clear(int unit, ScoreStatus why) {
        set(unit, Double.NaN, why);
    }

    /** The scores as an {@link Aggregator} takes them; not a copy. */
    double[] scores() {
        return scores;
    }

    /**
     * Counts the indicators below a node that have a value.
     *
     * @param children the children that count
     * @param least the least share of such indicators
     * @return for each unit whether the share is less
     */
    boolean[] tooFew(List<ScoreColumn> children, BigDecimal least) {
        boolean[] tooFew = new boolean[scores.length];
        for (int unit = 0; unit < tooFew.length; unit++) {
            observed[unit] = 0;
            indicators[unit] = 0;
            for (ScoreColumn child : children) {
                observed[unit] += child.observed[unit];
                indicators[unit] += child.indicators[unit];
            }
            tooFew[unit] = availability(unit) < least.doubleValue();
        }
        return tooFew;
    }
}
