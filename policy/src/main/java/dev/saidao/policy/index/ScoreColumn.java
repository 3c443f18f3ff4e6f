package dev.saidao.policy.index;

import java.util.Arrays;

/** The scores of all units at one node, with what stands behind them. */
final class ScoreColumn {

    private final double[] scores;
    private final ScoreStatus[] statuses;
    private final double[] availability;

    /** A column of an indicator; it shares the arrays. */
    ScoreColumn(double[] scores, ScoreStatus[] statuses) {
        this.scores = scores;
        this.statuses = statuses;
        this.availability = new double[scores.length];
        Arrays.setAll(availability, unit -> statuses[unit] == ScoreStatus.COMPLETE ? 1 : 0);
    }

    /** A column of an aggregate, still to be filled. */
    static ScoreColumn unset(double[] availability) {
        int units = availability.length;
        return new ScoreColumn(new double[units], new ScoreStatus[units], availability);
    }

    private ScoreColumn(double[] scores, ScoreStatus[] statuses, double[] availability) {
        this.scores = scores;
        this.statuses = statuses;
        this.availability = availability;
    }

    double score(int unit) {
        return scores[unit];
    }

    ScoreStatus status(int unit) {
        return statuses[unit];
    }

    /** Of an indicator 1 if there is a value of its own, else 0; of an aggregate the share of its children that are there. */
    double availability(int unit) {
        return availability[unit];
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
}
