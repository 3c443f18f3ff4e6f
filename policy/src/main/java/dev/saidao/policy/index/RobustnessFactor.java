package dev.saidao.policy.index;

/** A choice behind a composite index that is varied. */
public enum RobustnessFactor {
    /** {@link RobustnessPlan#weightNoise}, of all weights together. */
    WEIGHT_NOISE,
    /** {@link RobustnessPlan#weightings}. */
    WEIGHTING,
    /** {@link RobustnessPlan#normalizations}. */
    NORMALIZATION,
    /** {@link RobustnessPlan#aggregations}. */
    AGGREGATION,
    /** {@link RobustnessPlan#imputations}. */
    IMPUTATION
}
