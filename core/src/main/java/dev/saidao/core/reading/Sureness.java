package dev.saidao.core.reading;

import dev.saidao.core.internal.Codes;

/**
 * How sure a relation between figures of a text is, from the surest down.
 *
 * @since 0.1
 */
public enum Sureness {
    /** Words tie all members in one clause: 较2024年的38.2亿元增长18.6%. */
    STATED,
    /** The members stand in one sentence, or follow each other with words that refer back, and units and times fit. */
    LIKELY,
    /**
     * Words that are alike, units and times suggest it across sentences; or words leave its members open, and of the figures
     * around it these are the ones that fit.
     */
    POSSIBLE;

    private final String code = Codes.ofName(name());

    /**
     * The bar for an accusation: a contradiction is shown as one only if the relation is at least as sure as this. Below it the
     * relation is reported as not checkable, with the reason.
     */
    public static final Sureness BAR_FOR_CONTRADICTIONS = LIKELY;

    /** {@return the name for files, such as {@code stated}} */
    public String code() {
        return code;
    }

    /** {@return whether a contradiction of a relation that is as sure as this may be shown} */
    public boolean mayAccuse() {
        return compareTo(BAR_FOR_CONTRADICTIONS) <= 0;
    }

    Sureness weaker(Sureness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
