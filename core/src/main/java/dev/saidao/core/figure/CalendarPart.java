package dev.saidao.core.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.internal.Decimals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * A labelled piece of time: a fiscal year, a half-year, a quarter, a month, a day (SDMX: time period).
 *
 * <p>Its text form is the label: {@code FY2024}, {@code FY2024-25} (one fiscal year over two calendar years), {@code 2024-H1},
 * {@code 2024-Q3}, {@code 2024-06}, {@code 2024-06-30}. {@link #parse} is the inverse of {@code toString}.
 *
 * <p>Example: from {@code 2024-Q3} to {@code 2025-Q3} is one year, from {@code 2024-H1} to {@code 2025-Q3} no number of years.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class CalendarPart {

    private static final Pattern TEXT = Pattern.compile(
            "FY(?:(?<first>\\d{4})-(?<second>\\d\\d)|(?<fiscal>\\d{4}))|(?<year>\\d{4})-(?:H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>\\d\\d)(?:-(?<day>\\d\\d))?)");

    /**
     * How long a piece of time is.
     *
     * @since 0.1
     */
    public enum Granularity {
        /** A year of accounts, by its label; the months differ from country to country. */
        FISCAL_YEAR,
        /** A half of a calendar year. */
        HALF,
        /** A quarter of a calendar year. */
        QUARTER,
        /** A month. */
        MONTH,
        /** A day. */
        DAY
    }

    CalendarPart() {}

    /** {@return how long it is} */
    @Value.Parameter
    public abstract Granularity granularity();

    /** {@return the year; of a fiscal year the first that its label names} */
    @Value.Parameter
    public abstract int year();

    /**
     * {@return the number of the half, quarter or month, from 1; of a day that of its month; of a fiscal year 1 if the label
     * names two calendar years, else 0}
     */
    @Value.Parameter
    public abstract int number();

    /** {@return the day of the month, 0 where it is no day} */
    @Value.Parameter
    public abstract int day();

    /**
     * Returns a fiscal year by the one year of its label.
     *
     * @param year 1 to 9999
     * @return the part, written {@code FY2024}
     * @throws IllegalArgumentException if the year is out of range
     */
    public static CalendarPart fiscalYear(int year) {
        return ImmutableCalendarPart.of(Granularity.FISCAL_YEAR, year, 0, 0);
    }

    /**
     * Returns a fiscal year that is labelled by two calendar years.
     *
     * @param first the first of them, 1 to 9998
     * @return the part, written {@code FY2024-25}
     * @throws IllegalArgumentException if the year is out of range
     */
    public static CalendarPart fiscalYearFrom(int first) {
        return ImmutableCalendarPart.of(Granularity.FISCAL_YEAR, first, 1, 0);
    }

    /**
     * Returns a half of a year.
     *
     * @param year 1 to 9999
     * @param half 1 or 2
     * @return the part, written {@code 2024-H1}
     * @throws IllegalArgumentException if a number is out of range
     */
    public static CalendarPart half(int year, int half) {
        return ImmutableCalendarPart.of(Granularity.HALF, year, half, 0);
    }

    /**
     * Returns a quarter.
     *
     * @param year 1 to 9999
     * @param quarter 1 to 4
     * @return the part, written {@code 2024-Q3}
     * @throws IllegalArgumentException if a number is out of range
     */
    public static CalendarPart quarter(int year, int quarter) {
        return ImmutableCalendarPart.of(Granularity.QUARTER, year, quarter, 0);
    }

    /**
     * Returns a month.
     *
     * @param year 1 to 9999
     * @param month 1 to 12
     * @return the part, written {@code 2024-06}
     * @throws IllegalArgumentException if a number is out of range
     */
    public static CalendarPart month(int year, int month) {
        return ImmutableCalendarPart.of(Granularity.MONTH, year, month, 0);
    }

    /**
     * Returns a day.
     *
     * @param date the day, of the years 1 to 9999
     * @return the part, written {@code 2024-06-30}
     * @throws IllegalArgumentException if the year is out of range
     */
    public static CalendarPart day(LocalDate date) {
        return ImmutableCalendarPart.of(Granularity.DAY, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Reads a label.
     *
     * @param text such as {@code 2024-Q3}
     * @return the part
     * @throws IllegalArgumentException if the text is no label
     */
    @JsonCreator
    public static CalendarPart parse(String text) {
        Matcher label = TEXT.matcher(text);
        if (!label.matches()) {
            throw new IllegalArgumentException(
                    "Part of a year must be such as FY2024, FY2024-25, 2024-H1, 2024-Q3, 2024-06 or 2024-06-30: "
                            + Decimals.shown(text));
        }
        if (label.group("fiscal") != null) {
            return fiscalYear(Integer.parseInt(label.group("fiscal")));
        }
        if (label.group("first") != null) {
            CalendarPart part = fiscalYearFrom(Integer.parseInt(label.group("first")));
            if (!part.toString().equals(text)) {
                throw new IllegalArgumentException("Fiscal year must name two years that follow each other: " + text);
            }
            return part;
        }
        int year = Integer.parseInt(label.group("year"));
        if (label.group("half") != null) {
            return half(year, Integer.parseInt(label.group("half")));
        }
        if (label.group("quarter") != null) {
            return quarter(year, Integer.parseInt(label.group("quarter")));
        }
        int month = Integer.parseInt(label.group("month"));
        if (label.group("day") == null) {
            return month(year, month);
        }
        return ImmutableCalendarPart.of(Granularity.DAY, year, month, Integer.parseInt(label.group("day")));
    }

    /**
     * Returns the whole years from this piece of time to a later one.
     *
     * @param other the other
     * @return the difference of the years, if both are of one length and at the same place in their years; absent if they are
     *     not, since then no whole years lie between them
     */
    public final Optional<Integer> yearsTo(CalendarPart other) {
        boolean alike = granularity() == other.granularity() && number() == other.number() && day() == other.day();
        return alike ? Optional.of(other.year() - year()) : Optional.empty();
    }

    @Value.Check
    final void check() {
        int last = switch (granularity()) {
            case FISCAL_YEAR -> 1;
            case HALF -> 2;
            case QUARTER -> 4;
            case MONTH, DAY -> 12;
        };
        int least = granularity() == Granularity.FISCAL_YEAR ? 0 : 1;
        boolean dated = granularity() == Granularity.DAY;
        boolean inside = year() >= 1 && year() <= 9_999 && number() >= least && number() <= last;
        if (!inside || (day() == 0) == dated || (dated && day() > lengthOfMonth())) {
            throw new IllegalArgumentException("Part of a year must be in the calendar: " + this);
        }
    }

    private int lengthOfMonth() {
        try {
            return YearMonth.of(year(), number()).lengthOfMonth();
        } catch (DateTimeException e) {
            return 0;
        }
    }

    /** {@return the part as {@link #parse} reads it, such as {@code 2024-Q3}} */
    @Override
    @JsonValue
    public final String toString() {
        String four = String.format(Locale.ROOT, "%04d", year());
        return switch (granularity()) {
            case FISCAL_YEAR ->
                "FY" + four + (number() == 0 ? "" : "-" + String.format(Locale.ROOT, "%02d", (year() + 1) % 100));
            case HALF -> four + "-H" + number();
            case QUARTER -> four + "-Q" + number();
            case MONTH -> four + "-" + String.format(Locale.ROOT, "%02d", number());
            case DAY -> four + "-" + String.format(Locale.ROOT, "%02d-%02d", number(), day());
        };
    }
}
