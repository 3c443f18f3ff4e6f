package dev.saidao.core.figure;

import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;

/**
 * How many yearly steps of growth lie in a span of years that a source printed, such as 2023-2033.
 *
 * @since 0.1
 */
public enum PeriodConvention {
    /** The first year is the base: last minus first. 2021 to 2025 has 4 steps. The default. */
    FROM_FIRST_YEAR(0, Label.of("steps from the first year: last year minus first year", "自首年起计步:末年减首年")),
    /** The rate holds in the first year already, so the base is the year before. 2021 to 2025 has 5 steps. */
    FROM_YEAR_BEFORE(
            1,
            Label.of("steps from the year before the first: last year minus first year plus 1", "自首年前一年起计步:末年减首年加一")),
    /** The rate holds from the year after the first on. 2021 to 2025 has 3 steps. */
    FROM_YEAR_AFTER(
            -1,
            Label.of("steps from the year after the first: last year minus first year minus 1", "自首年后一年起计步:末年减首年减一"));

    private final int more;
    private final Convention convention;

    PeriodConvention(int more, Label text) {
        this.more = more;
        this.convention = Convention.of("period." + Codes.ofName(name()), text);
    }

    /**
     * Counts the steps from one year to another.
     *
     * @param first the first year printed
     * @param last the last year printed, not earlier
     * @return the number of yearly steps, 0 to 10,000
     * @throws IllegalArgumentException if there is no such number of steps
     */
    public int steps(int first, int last) {
        long steps = (long) last - first + more;
        Require.that(
                last >= first && steps >= 0 && steps <= BoundsArithmetic.MAX_EXPONENT,
                "Years must be in order and have 0 to %s steps: %s to %s with %s",
                BoundsArithmetic.MAX_EXPONENT,
                first,
                last,
                this);
        return (int) steps;
    }

    /**
     * Counts the steps of a span.
     *
     * @param span a period of the kind {@link ReferencePeriod.Kind#SPAN}
     * @return the number of yearly steps
     * @throws IllegalArgumentException if the period is no span or has too many steps
     */
    public int steps(ReferencePeriod span) {
        return steps(
                span.firstYear().orElseThrow(() -> new IllegalArgumentException("Period must be a span: " + span)),
                span.lastYear().orElseThrow());
    }

    /** {@return the name and the text of this convention} */
    public Convention convention() {
        return convention;
    }
}
