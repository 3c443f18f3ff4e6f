package dev.saidao.core.indicator;

/**
 * How the scores of children become the score of their parent. In every formula w are the shares of weight, which add up to
 * 1, and x the scores. One child alone gives its own score.
 */
public enum AggregationMethod {
    /** {@code Σ w x}: a weakness is made up for by a strength. */
    ARITHMETIC(false),
    /** {@code Π x^w}; scores must be positive. */
    GEOMETRIC(true),
    /** {@code 1 / Σ (w / x)}; scores must be positive. */
    HARMONIC(true),
    /** {@code (Σ w x^p)^(1 / p)}, with p other than 0; scores must be positive. */
    POWER_MEAN(true),
    /**
     * {@code M - S² / M} with mean M and standard deviation S of the children (population divisor): unbalanced children cost
     * score. Scores must be positive; the authors use z-scores of mean 100 and standard deviation 10.
     *
     * <p>Source: Mazziotta and Pareto (2016), "On a generalized non-compensatory composite index for measuring
     * socio-economic phenomena".
     */
    MAZZIOTTA_PARETO(true);

    private final boolean positive;

    AggregationMethod(boolean positive) {
        this.positive = positive;
    }

    /** {@return whether all scores must be positive} */
    public boolean needsPositive() {
        return positive;
    }
}
