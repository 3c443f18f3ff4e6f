package dev.saidao.core.indicator;

/** Where the weights among the children of an aggregate come from. */
public enum Weighting {
    /** All children of an aggregate count the same. */
    EQUAL,
    /** Children count by {@link IndicatorNode#weight}, such as from a budget allocation by experts. */
    GIVEN;

    double weight(IndicatorNode node) {
        return this == EQUAL ? 1 : node.weight().doubleValue();
    }
}
