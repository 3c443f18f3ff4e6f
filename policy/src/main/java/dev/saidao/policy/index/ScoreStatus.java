package dev.saidao.policy.index;

import dev.saidao.core.internal.Codes;

/**
 * What stands behind a score, or why there is none.
 *
 * @since 0.1
 */
public enum ScoreStatus {
    /** All that the score needs was there. */
    COMPLETE(true),
    /** Something below it was missing and was filled. */
    FILLED(true),
    /** A child has no score; the others share its weight. */
    PARTIAL(true),
    /** No value, or no child with a score. */
    MISSING(false),
    /** The share of indicators below it that have a value is less than the recipe asks for. */
    TOO_FEW(false),
    /** All units have the same value, so that the normalization cannot tell them apart. */
    CONSTANT(false),
    /**
     * A score below it is 0 or negative, for which the mean of the recipe is not defined; or, of an indicator, a value, for which
     * its transformation or normalization is not: then it is left out for all units alike.
     */
    NOT_POSITIVE(false);

    private final boolean scored;

    ScoreStatus(boolean scored) {
        this.scored = scored;
    }

    /** {@return whether there is a score} */
    public boolean isScored() {
        return scored;
    }

    /** {@return the code in files: the name in lower case with hyphens} */
    public String code() {
        return Codes.ofName(name());
    }
}
