package dev.saidao.core.reading;

import org.jspecify.annotations.Nullable;

/**
 * Words of a text that name a time.
 *
 * @param start where they start
 * @param end where they end
 * @param type how they name it
 * @param from the first time, for spans
 * @param to the time, or the last one of a span; for a {@link TimeType#PARTIAL} one with a year that is not known
 * @param years how many years, for durations and anchored times
 */
record TimeExpression(
        int start,
        int end,
        TimeType type,
        @Nullable When from,
        @Nullable When to,
        int years) {

    /** Whether it is a time before the one spoken of: a year earlier, two years ago. */
    boolean isBeforeAnother() {
        return type == TimeType.ANCHORED_YEARS
                || type == TimeType.ANCHORED_PREVIOUS
                || type == TimeType.YEAR_BEFORE
                || type == TimeType.AGO;
    }

    /** Whether it is a part of a year, whose year is not known. */
    boolean isPartOfYear() {
        return type == TimeType.PARTIAL && to != null && !to.grain().isYear();
    }

    /** Whether it is a year. */
    boolean isYear() {
        return type == TimeType.POINT && to != null && to.grain().isYear();
    }

    static TimeExpression point(int start, int end, When when) {
        return new TimeExpression(start, end, TimeType.POINT, null, when, 0);
    }

    /** A part of a year whose year is not known. */
    static TimeExpression partial(int start, int end, When when) {
        return new TimeExpression(start, end, TimeType.PARTIAL, null, when, 0);
    }

    static TimeExpression of(int start, int end, TimeType type, int years) {
        return new TimeExpression(start, end, type, null, null, years);
    }
}
