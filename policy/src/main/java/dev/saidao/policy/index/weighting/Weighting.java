package dev.saidao.policy.index.weighting;

/**
 * Where the weights among the children of an aggregate come from. Weights from data describe the data, not what matters; they
 * are found by {@link WeightCalculator} for every aggregate anew, from the scores of its children. A child without spread
 * then counts nothing.
 *
 * <p>Sources: Diakoulaki, Mavrotas and Papayannakis (1995), "Determining objective weights in multiple criteria problems: the
 * CRITIC method"; Keshavarz-Ghorabaee and others (2021), "Determination of objective weights using a new method based on the removal
 * effects of criteria (MEREC)"; Zeleny (1982), Multiple Criteria Decision Making, for entropy; OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 6, for components and factors.
 *
 * @since 0.1
 */
public enum Weighting {
    /** All children of an aggregate count the same. */
    EQUAL,
    /** Children count by their own weights, such as from a {@link BudgetAllocation} or a {@link PairwiseComparison}. */
    GIVEN,
    /** In proportion to the standard deviations of the scores. */
    STANDARD_DEVIATION,
    /** By spread and by conflict with the others: {@code σ_j Σ_k (1 - r_jk)}, with Pearson's r. */
    CRITIC,
    /** By spread and by conflict with the others, as {@link #CRITIC}, with Spearman's ρ: outliers weigh less. */
    CRITIC_RANK,
    /** In proportion to the Gini coefficients of the scores, which must be 0 or more; a child whose sum is 0 counts nothing. */
    GINI,
    /**
     * By what is lost if a child is left out (MEREC): {@code Σ_i |S'_ij - S_i|}, with {@code S_i = ln(1 + Σ_j |ln(x_j min / x_ij)| /
     * m)} of all m children and {@code S'_ij} of the sum without the child. Scores must be positive.
     */
    MEREC,
    /**
     * {@code 1 - e_j} with {@code e_j = - Σ p ln p / ln n} and p the shares of the units in the sum of the scores, which must be
     * 0 or more; a child whose sum is 0 counts nothing.
     */
    ENTROPY,
    /** The squares of the coefficients of the first principal component of the correlations. */
    FIRST_COMPONENT,
    /**
     * The components that explain more than a tenth of the variance each are rotated by varimax; a child belongs to the factor in
     * whose variance it has the largest share, and counts that share times the variance which the factor explains.
     */
    FACTORS;

    /** {@return whether the weights come from the scores} */
    public boolean isFromData() {
        return this != EQUAL && this != GIVEN;
    }
}
