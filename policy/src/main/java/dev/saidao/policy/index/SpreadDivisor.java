package dev.saidao.policy.index;

/** By what the sum of squared deviations is divided in a variance. */
public enum SpreadDivisor {
    /** The number of values less 1. */
    SAMPLE(1),
    /** The number of values. */
    POPULATION(0);

    private final int less;

    SpreadDivisor(int less) {
        this.less = less;
    }

    int of(int count) {
        return count - less;
    }
}
