package dev.saidao.policy.index;

/**
 * How the values of an indicator are made comparable with those of others. In every formula x is the value of a unit, and the
 * best value is the lowest where less is better.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 and table 15.
 *
 * @since 0.1
 */
public enum NormalizationMethod {
    /** {@code low + (high - low) (x - worst) / (best - worst)}; where all values are equal there is no score. */
    MIN_MAX,
    /**
     * {@code (x - mean) / standard deviation}, negated where less is better, with the stated divisor; where all values are
     * equal there is no score.
     */
    Z_SCORE,
    /** The rank, 1 for the worst; equal values get the lowest of their ranks. */
    RANK,
    /** {@code 100 rank / n}, with the ranks of {@link #RANK}. */
    PERCENTILE_RANK,
    /** The number of units that are worse, and half of those that are equal. */
    BORDA,
    /** {@code x / reference}, or {@code reference / x} where less is better; all values must be positive. */
    RATIO,
    /** {@code (x - reference) / |reference|}, negated where less is better; the reference must not be 0. */
    RELATIVE_DIFFERENCE,
    /**
     * {@code 1 - (reference - x) / (reference - worst)}: 1 at the reference, 0 at the worst value, above 1 beyond the
     * reference, which must be better than the worst value, unless the normalization is capped. Where all values are equal there is no
     * score.
     */
    DISTANCE,
    /**
     * {@code low + (high - low) (x - lower) / (upper - lower)} with the goalposts of the indicator, exchanged where less is
     * better; values beyond a goalpost count as the goalpost.
     */
    GOALPOSTS,
    /**
     * 1 if {@code x / mean > 1 + band}, -1 if {@code x / mean < 1 - band}, otherwise 0; negated where less is better; the
     * mean must be positive.
     */
    ABOVE_BELOW_MEAN,
    /**
     * 0, 20, 40, 50, 60, 80 or 100, from the percentile rank: below 5, 15, 35, 65, 85, 95, or not below 95 (Handbook, table
     * 15).
     */
    CATEGORIES
}
