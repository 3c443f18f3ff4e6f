package dev.saidao.core.figure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Require;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The time a figure speaks of (SDMX: reference period).
 *
 * <p>A period keeps how the source put it ("next five years") beside the years that follow from it (2025 to 2030).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableReferencePeriod.class)
@JsonDeserialize(as = ImmutableReferencePeriod.class)
public abstract class ReferencePeriod {

    private static final int LAST_YEAR = 9_999;

    /**
     * How a period is meant.
     *
     * @since 0.1
     */
    public enum Kind {
        /** In a year, or the level of a year. */
        YEAR,
        /** At the end of a year (截至年底): a stock. */
        END_OF_YEAR,
        /** From one year to another: a growth rate. */
        SPAN,
        /** Until the end of a year (到…年): a target. */
        BY_YEAR,
        /** All until the end of a year (累计): a cumulative count. */
        THROUGH_YEAR,
        /** Again and again after so many years (以…年为周期). */
        EVERY_YEARS,
        /**
         * In a fiscal year, a half-year, a quarter, a month or on a day, or from one such to another. It has no years of its
         * own, so that it is never taken for a whole calendar year.
         */
        PART,
        /** No years can be named. */
        UNDATED
    }

    ReferencePeriod() {}

    /** {@return how the period is meant} */
    public abstract Kind kind();

    /** {@return the first year, for a span only} */
    public abstract Optional<Integer> firstYear();

    /** {@return the year, or the last year of a span} */
    public abstract Optional<Integer> lastYear();

    /** {@return the number of years between two occurrences, for {@link Kind#EVERY_YEARS} only} */
    public abstract Optional<Integer> everyYears();

    /** {@return the piece of time, or the first of two, for {@link Kind#PART} only} */
    public abstract Optional<CalendarPart> firstPart();

    /** {@return the last piece of time, where the period goes from one to another} */
    public abstract Optional<CalendarPart> lastPart();

    /** {@return how the source put it, if in other words} */
    public abstract Optional<String> stated();

    /**
     * Returns the period of one year.
     *
     * @param year 1 to 9999
     * @return the period, written {@code 2030}
     * @throws IllegalArgumentException if the year is out of range
     */
    public static ReferencePeriod year(int year) {
        return single(Kind.YEAR, year);
    }

    /**
     * Returns the end of a year.
     *
     * @param year 1 to 9999
     * @return the period, written {@code end-2025}
     * @throws IllegalArgumentException if the year is out of range
     */
    public static ReferencePeriod endOf(int year) {
        return single(Kind.END_OF_YEAR, year);
    }

    /**
     * Returns the time from one year to another.
     *
     * @param first 1 to 9999
     * @param last later than {@code first}, up to 9999
     * @return the period, written {@code 2023/2033}, or {@code 2024 to 2025} for two years that follow each other
     * @throws IllegalArgumentException if a year is out of range or the last is not later
     */
    public static ReferencePeriod span(int first, int last) {
        return ImmutableReferencePeriod.builder()
                .kind(Kind.SPAN)
                .firstYear(first)
                .lastYear(last)
                .build();
    }

    /**
     * Returns the time until the end of a year, for a target.
     *
     * @param year 1 to 9999
     * @return the period, written {@code by 2035}
     * @throws IllegalArgumentException if the year is out of range
     */
    public static ReferencePeriod by(int year) {
        return single(Kind.BY_YEAR, year);
    }

    /**
     * Returns all the time until the end of a year, for a cumulative count.
     *
     * @param year 1 to 9999
     * @return the period, written {@code through 2025}
     * @throws IllegalArgumentException if the year is out of range
     */
    public static ReferencePeriod through(int year) {
        return single(Kind.THROUGH_YEAR, year);
    }

    /**
     * Returns a cadence.
     *
     * @param years the years from one occurrence to the next, 1 to 9999
     * @return the period, written {@code every 2 years}
     * @throws IllegalArgumentException if the number is out of range
     */
    public static ReferencePeriod every(int years) {
        return ImmutableReferencePeriod.builder()
                .kind(Kind.EVERY_YEARS)
                .everyYears(years)
                .build();
    }

    /**
     * Returns the period of a fiscal year, a half-year, a quarter, a month or a day.
     *
     * @param part the piece of time
     * @return the period, written as its label, {@code 2024-Q3}
     */
    public static ReferencePeriod part(CalendarPart part) {
        return ImmutableReferencePeriod.builder()
                .kind(Kind.PART)
                .firstPart(part)
                .build();
    }

    /**
     * Returns the time from one piece of time to another.
     *
     * @param from the first
     * @param to the last
     * @return the period, written {@code 2024-Q1 to 2024-Q3}
     * @throws IllegalArgumentException if the last is not later than the first
     */
    public static ReferencePeriod parts(CalendarPart from, CalendarPart to) {
        return ImmutableReferencePeriod.builder()
                .kind(Kind.PART)
                .firstPart(from)
                .lastPart(to)
                .build();
    }

    /**
     * Returns the whole years from this time to a later one: 2021 to 2025 has 4, 2024-Q3 to 2025-Q3 has 1, 2024-H1 to 2025 has
     * no number of years.
     *
     * @param other the later time
     * @return the number of years, negative if the other is earlier; absent if a time is a span, a cadence or undated, or if
     *     the two are not of one kind
     */
    public final Optional<Integer> yearsTo(ReferencePeriod other) {
        if (lastPart().isPresent()
                || other.lastPart().isPresent()
                || kind() == Kind.SPAN
                || other.kind() == Kind.SPAN) {
            return Optional.empty();
        }
        if (kind() == Kind.PART || other.kind() == Kind.PART) {
            return firstPart().flatMap(one -> other.firstPart().flatMap(one::yearsTo));
        }
        return lastYear().flatMap(one -> other.lastYear().map(last -> last - one));
    }

    /** {@return a period of which no years can be named, written {@code undated}} */
    public static ReferencePeriod undated() {
        return ImmutableReferencePeriod.builder().kind(Kind.UNDATED).build();
    }

    /**
     * Returns this period with the words of the source.
     *
     * @param words such as "next five years", not blank
     * @return the period
     * @throws IllegalArgumentException if the words are blank
     */
    public final ReferencePeriod stated(String words) {
        return ImmutableReferencePeriod.builder()
                .kind(kind())
                .firstYear(firstYear())
                .lastYear(lastYear())
                .everyYears(everyYears())
                .firstPart(firstPart())
                .lastPart(lastPart())
                .stated(words)
                .build();
    }

    private static ReferencePeriod single(Kind kind, int year) {
        return ImmutableReferencePeriod.builder().kind(kind).lastYear(year).build();
    }

    @Value.Check
    final void check() {
        boolean single = kind() == Kind.YEAR
                || kind() == Kind.END_OF_YEAR
                || kind() == Kind.BY_YEAR
                || kind() == Kind.THROUGH_YEAR;
        boolean span = kind() == Kind.SPAN;
        Require.that(
                firstYear().isPresent() == span
                        && (lastYear().isPresent() == (single || span))
                        && everyYears().isPresent() == (kind() == Kind.EVERY_YEARS)
                        && firstPart().isPresent() == (kind() == Kind.PART)
                        && (lastPart().isEmpty() || firstPart().isPresent()),
                "Period must have the years of its kind: %s",
                kind());
        firstYear().ifPresent(year -> requireYear(year, "First year"));
        lastYear().ifPresent(year -> requireYear(year, "Year"));
        everyYears().ifPresent(years -> requireYear(years, "Years of a cadence"));
        if (span && firstYear().orElseThrow() >= lastYear().orElseThrow()) {
            throw new IllegalArgumentException("Last year must be later than the first: "
                    + firstYear().orElseThrow() + " to " + lastYear().orElseThrow());
        }
        if (lastPart().isPresent() && !isLater(lastPart().get(), firstPart().orElseThrow())) {
            throw new IllegalArgumentException("Last part must be later than the first: "
                    + firstPart().orElseThrow() + " to " + lastPart().get());
        }
        if (stated().filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("Stated words must not be blank: '" + stated().orElseThrow() + "'");
        }
    }

    private static boolean isLater(CalendarPart last, CalendarPart first) {
        // parts of different lengths are compared by their years alone
        return last.year() > first.year()
                || (last.year() == first.year()
                        && (last.granularity() != first.granularity()
                                || last.number() > first.number()
                                || (last.number() == first.number() && last.day() > first.day())));
    }

    private static void requireYear(int year, String what) {
        Require.between(year, 1, LAST_YEAR, what);
    }

    /** {@return the period for readers, such as 2025年底; in English it is the text form} */
    public final Label label() {
        String zh = switch (kind()) {
            case YEAR -> lastYear().orElseThrow() + "年";
            case END_OF_YEAR -> lastYear().orElseThrow() + "年底";
            case SPAN -> firstYear().orElseThrow() + "—" + lastYear().orElseThrow() + "年";
            case BY_YEAR -> "到" + lastYear().orElseThrow() + "年";
            case THROUGH_YEAR -> "截至" + lastYear().orElseThrow() + "年";
            case EVERY_YEARS -> "每" + everyYears().orElseThrow() + "年";
            case PART ->
                firstPart().orElseThrow() + lastPart().map(last -> "至" + last).orElse("");
            case UNDATED -> "未注明时间";
        };
        return Label.of(toString(), zh);
    }

    /** {@return a short form for messages, such as {@code 2025/2030}} */
    @Override
    public final String toString() {
        return switch (kind()) {
            case YEAR -> String.valueOf(lastYear().orElseThrow());
            case END_OF_YEAR -> "end-" + lastYear().orElseThrow();
            // 2024/2025 would be read as one fiscal year
            case SPAN ->
                firstYear().orElseThrow()
                        + (lastYear().orElseThrow() == firstYear().orElseThrow() + 1 ? " to " : "/")
                        + lastYear().orElseThrow();
            case BY_YEAR -> "by " + lastYear().orElseThrow();
            case THROUGH_YEAR -> "through " + lastYear().orElseThrow();
            case EVERY_YEARS -> "every " + everyYears().orElseThrow() + " years";
            case PART ->
                firstPart().orElseThrow()
                        + lastPart().map(last -> " to " + last).orElse("");
            case UNDATED -> "undated";
        };
    }
}
