package dev.saidao.core.reading;

import org.jspecify.annotations.Nullable;

/**
 * Words of a text that name a time.
 *
 * @param start where they start
 * @param end where they end
 * @param type how they name it
 * @param from the first time, for spans
 * @param to the time, or the last one of a span; for a {@link Type#PARTIAL} one with a year that is not known
 * @param years how many years, for durations and anchored times
 */
record TimeExpression(
        int start,
        int end,
        Type type,
        @Nullable When from,
        @Nullable When to,
        int years) {

    enum Type {
        /** A year or a part of one: 2025年底, Q3 2025, last year. */
        POINT,
        /** A part of a year without the year: 上半年, the third quarter. */
        PARTIAL,
        /** From one time to another: 2024—2030年. */
        SPAN,
        /** The same part of another year than the time spoken of: 上年同期, a year earlier. */
        ANCHORED_YEARS,
        /** The part of a year before the one spoken of: 上季度, a quarter earlier. */
        ANCHORED_PREVIOUS,
        /** The time spoken of: 同期, 同年. */
        SAME,
        /** So many years from now on: 未来五年. */
        FUTURE,
        /** So many years until now: 近五年. */
        PAST,
        /** So many years before the time spoken of: 四年前. */
        AGO,
        /** So many years: 五年累计, in four years. */
        DURATION,
        /** Base to end of what is spoken of: 其间, over the forecast period. */
        THROUGHOUT,
        /** A day on which something happened: no period of a figure. */
        EVENT
    }

    static TimeExpression point(int start, int end, When when) {
        return new TimeExpression(start, end, Type.POINT, null, when, 0);
    }

    static TimeExpression of(int start, int end, Type type, int years) {
        return new TimeExpression(start, end, type, null, null, years);
    }
}
