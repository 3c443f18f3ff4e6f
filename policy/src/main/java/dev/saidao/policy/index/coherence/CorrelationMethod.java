package dev.saidao.policy.index.coherence;

/**
 * How it is measured whether two indicators go together: 1 always, -1 never, 0 neither.
 *
 * @since 0.1
 */
public enum CorrelationMethod {
    /** Pearson's r, of the values. */
    PEARSON,
    /** Spearman's ρ: Pearson's r of the ranks, equal values with the mean of their ranks. */
    SPEARMAN,
    /**
     * Kendall's τ_b: {@code (C - D) / √((C + D + T) (C + D + U))} with the numbers of pairs in the same order, in opposite
     * orders, and equal in the one or the other indicator only.
     */
    KENDALL
}
