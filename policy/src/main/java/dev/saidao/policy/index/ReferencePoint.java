package dev.saidao.policy.index;

/** With what the value of a unit is compared by a {@link NormalizationMethod} that needs such a thing. */
public enum ReferencePoint {
    /** The arithmetic mean of all units that have a value. */
    MEAN,
    /** The best value: the highest, or the lowest where less is better. */
    BEST,
    /** The worst value. */
    WORST,
    /** The value of the unit named by the normalisation. */
    UNIT,
    /** The target of the indicator. */
    TARGET
}
