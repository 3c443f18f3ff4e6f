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
 */
@Value.Immutable
@JsonSerialize(as = ImmutableReferencePeriod.class)
@JsonDeserialize(as = ImmutableReferencePeriod.class)
public abstract class ReferencePeriod {

    private static final int LAST_YEAR = 9_999;

    /** How a period is meant. */
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
     * @return the period, written {@code 2023/2033}
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
                        && everyYears().isPresent() == (kind() == Kind.EVERY_YEARS),
                "Period must have the years of its kind: %s",
                kind());
        firstYear().ifPresent(year -> requireYear(year, "First year"));
        lastYear().ifPresent(year -> requireYear(year, "Year"));
        everyYears().ifPresent(years -> requireYear(years, "Years of a cadence"));
        if (span && firstYear().orElseThrow() >= lastYear().orElseThrow()) {
            throw new IllegalArgumentException("Last year must be later than the first: "
                    + firstYear().orElseThrow() + " to " + lastYear().orElseThrow());
        }
        if (stated().filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("Stated words must not be blank: '" + stated().orElseThrow() + "'");
        }
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
            case UNDATED -> "未注明时间";
        };
        return Label.of(toString(), zh);
    }

    @Override
    public final String toString() {
        return switch (kind()) {
            case YEAR -> String.valueOf(lastYear().orElseThrow());
            case END_OF_YEAR -> "end-" + lastYear().orElseThrow();
            case SPAN -> firstYear().orElseThrow() + "/" + lastYear().orElseThrow();
            case BY_YEAR -> "by " + lastYear().orElseThrow();
            case THROUGH_YEAR -> "through " + lastYear().orElseThrow();
            case EVERY_YEARS -> "every " + everyYears().orElseThrow() + " years";
            case UNDATED -> "undated";
        };
    }
}
