package dev.saidao.policy.index;

/**
 * Where the weights among the children of an aggregate come from. Weights from data describe the data, not what matters; they
 * are found by {@link WeightCalculator} for every aggregate anew, from the scores of its children.
 */
public enum Weighting {
    /** All children of an aggregate count the same. */
    EQUAL,
    /**
     * Children count by {@link IndicatorNode#weight}, such as from a {@link BudgetAllocation} or a
     * {@link PairwiseComparison}.
     */
    GIVEN,
    /** {@link WeightCalculator#standardDeviation}. */
    STANDARD_DEVIATION,
    /** {@link WeightCalculator#critic}. */
    CRITIC,
    /** {@link WeightCalculator#entropy}. */
    ENTROPY,
    /** {@link WeightCalculator#firstComponent}. */
    FIRST_COMPONENT,
    /** {@link WeightCalculator#factors}. */
    FACTORS;

    /** {@return whether the weights come from the scores} */
    public boolean isFromData() {
        return this != EQUAL && this != GIVEN;
    }

    /** The weight of a node before any scores are looked at. */
    double weight(IndicatorNode node) {
        return this == GIVEN ? node.weight().doubleValue() : 1;
    }
}
