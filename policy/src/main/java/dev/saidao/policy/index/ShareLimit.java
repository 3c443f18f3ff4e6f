package dev.saidao.policy.index;

/** Of what the limits of {@link AggregationMethod#BENEFIT_OF_THE_DOUBT} are shares. */
public enum ShareLimit {
    /** {@code w_j / Σ w}: a child's share of the weights. */
    WEIGHT,
    /**
     * {@code w_j x_j / Σ w x}: a child's share of the score, independent of how scores are scaled. With a least share above 0
     * a unit that has 0 in one child has 0 in all.
     */
    CONTRIBUTION
}
