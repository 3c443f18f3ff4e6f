package dev.saidao.policy.index;

/**
 * What stands in for a missing value of an indicator, after it was divided by its denominator and before it is normalized.
 * Every such cell is flagged in the result; a cell for which nothing stands in stays missing.
 *
 * @since 0.1
 */
public enum Imputation {
    /** Nothing: an aggregate is formed of what is there. */
    NONE,
    /** The mean of the other units. */
    MEAN,
    /** The median of the other units; with an even number the mean of the middle two. */
    MEDIAN,
    /** The mean of the other units of the group; nothing for a unit without a group. */
    GROUP_MEAN,
    /** The median of the other units of the group; nothing for a unit without a group. */
    GROUP_MEDIAN,
    /** The unit's own value of the latest earlier year that has one ({@link IndicatorTable#inYear}). */
    LATEST,
    /**
     * The unit's own value on the straight line between the last earlier and the first later year that have one; nothing
     * before the first and after the last.
     */
    LINEAR
}
