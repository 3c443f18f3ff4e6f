package dev.saidao.policy.index;

import dev.saidao.policy.index.ranking.PreferenceProfile;

/**
 * How the scores of children become the score of their parent. In every formula w are the shares of weight, which add up to
 * 1, and x the scores. Under the means, one child alone gives its own score.
 *
 * @since 0.1
 */
public enum AggregationMethod {
    /** {@code Σ w x}: a weakness is made up for by a strength. */
    ARITHMETIC(true, false),
    /** {@code Π x^w}; scores must be positive. */
    GEOMETRIC(true, true),
    /** {@code 1 / Σ (w / x)}; scores must be positive. */
    HARMONIC(true, true),
    /** {@code (Σ w x^p)^(1 / p)}, with p other than 0; scores must be positive. */
    POWER_MEAN(true, true),
    /**
     * {@code M - S² / M} with mean M and standard deviation S of the children (population divisor): unbalanced children cost
     * score. Scores must be positive; the authors use z-scores of mean 100 and standard deviation 10. The adjusted index has scores of
     * 70 to 130 instead, by {@link NormalizationMethod#MIN_MAX} or {@link NormalizationMethod#GOALPOSTS}.
     *
     * <p>Source: Mazziotta and Pareto (2016), "On a generalized non-compensatory composite index for measuring
     * socio-economic phenomena".
     */
    MAZZIOTTA_PARETO(true, true),
    /**
     * {@code M + S² / M}, as {@link #MAZZIOTTA_PARETO} for an index of which less is better, such as one of poverty: unbalanced
     * children add to it.
     */
    MAZZIOTTA_PARETO_NEGATIVE(true, true),
    /**
     * {@code Σ (Q(P_i) - Q(P_(i-1))) x_(i)} of the scores from the best to the worst, with P the sum of the shares of weight so far and
     * {@code Q(r) = r^p}: an ordered weighted average. The exponent p is above 0; with 1 it is {@link #ARITHMETIC}, above 1 the worst
     * children count more, below 1 the best.
     *
     * <p>Sources: Yager (1988), "On ordered weighted averaging aggregation operators in multicriteria decisionmaking"; Yager (1996),
     * "Quantifier guided aggregation using OWA operators".
     */
    ORDERED_WEIGHTED(true, false),
    /**
     * The largest {@code Σ w x} that a unit can have with weights of its own, 0 or more, under which no unit has more than 1;
     * within the limits of the {@link Aggregation}. The weights of the recipe play no part. Scores must be 0 or more; a unit
     * all of whose scores are 0 has 0. Up to {@value BenefitOfTheDoubt#MAX_UNITS} units.
     *
     * <p>Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6 and table 19; Cherchye and others
     * (2007), "An introduction to 'benefit of the doubt' composite indicators".
     */
    BENEFIT_OF_THE_DOUBT(false, false),
    /** {@link PreferenceProfile#bordaScores}, with the children as voters. */
    BORDA(false, false),
    /** {@link PreferenceProfile#copelandScores}, with the children as voters. */
    COPELAND(false, false),
    /**
     * How many units are in later groups of {@link PreferenceProfile#condorcetGroups}, with the children as voters; units of a
     * cycle are equal.
     */
    CONDORCET(false, false),
    /**
     * How many units stand below in the {@link PreferenceProfile#kemeny} ranking, with the children as voters; the mean over
     * all such rankings if there are several, of which there must be no more than {@value PreferenceProfile#MAX_LISTED}.
     */
    KEMENY(false, false);

    private final boolean mean;
    private final boolean positive;

    AggregationMethod(boolean mean, boolean positive) {
        this.mean = mean;
        this.positive = positive;
    }

    /** {@return whether the score of a unit is a mean of its own scores, whatever the others have} */
    public boolean isMean() {
        return mean;
    }

    /** {@return whether all scores must be positive} */
    public boolean needsPositive() {
        return positive;
    }
}
