package dev.saidao.core.reading;

import dev.saidao.core.internal.Codes;

/**
 * What kind of number a mention is.
 *
 * @since 0.1
 */
public enum MentionKind {
    /** An amount of a currency. */
    MONEY,
    /** A number of things or persons. */
    COUNT,
    /** A part of a whole. */
    SHARE,
    /** Growth a year. */
    RATE,
    /** Growth against the year or period before. */
    STEP,
    /** Growth over several years. */
    TOTAL_GROWTH,
    /** A difference of shares, in percentage points. */
    POINTS,
    /** So many per so many others. */
    DENSITY,
    /** A ratio of two sizes. */
    MULTIPLE,
    /** A measured amount, such as 33.4 GW. */
    PHYSICAL,
    /** A span of years that is itself a figure. */
    YEARS,
    /** An age. */
    AGE,
    /** A number whose unit the text does not say. */
    NUMBER;

    private final String code = Codes.ofName(name());

    /** {@return the name for files, such as {@code total-growth}} */
    public String code() {
        return code;
    }

    /** {@return whether it says how another number relates to a third, rather than how large something is} */
    public boolean isGrowth() {
        return this == RATE || this == STEP || this == TOTAL_GROWTH;
    }

    /** {@return whether it is an amount of something, so that it can grow and be part of a sum} */
    public boolean isAmount() {
        return this == MONEY || this == COUNT || this == PHYSICAL || this == DENSITY;
    }
}
