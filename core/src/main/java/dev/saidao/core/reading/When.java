package dev.saidao.core.reading;

import java.time.LocalDate;

/**
 * A time that a text names: a year or a part of one.
 *
 * @param year the year
 * @param grain how fine it is
 * @param part the number of the half, quarter or month; of the last one for those counted from January; 0 for years
 */
record When(int year, Grain grain, int part) implements Comparable<When> {

    enum Grain {
        YEAR(1),
        FISCAL_YEAR(1),
        /** A year that begins in one year of the calendar and ends in the next, such as a season: 2025/26. */
        SPLIT_YEAR(1),
        /** A half or a quarter of a fiscal year, of which a text seldom says when it begins. */
        FISCAL_HALF(2),
        FISCAL_QUARTER(4),
        HALF(2),
        QUARTER(4),
        MONTH(12),
        QUARTERS_FROM_FIRST(4),
        MONTHS_FROM_FIRST(12),
        /** Three months that end with a month, and are no quarter of the calendar. */
        THREE_MONTHS_TO(12),
        /** Six months that end with a month, and are no half-year of the calendar. */
        SIX_MONTHS_TO(12),
        /** Twelve months that end with a month other than December. */
        YEAR_TO(12);

        private final int inYear;

        Grain(int inYear) {
            this.inYear = inYear;
        }

        boolean isYear() {
            return inYear == 1;
        }

        /** The month with which a part of a year ends. */
        int lastMonth(int part) {
            return isYear() ? 12 : part * 12 / inYear;
        }
    }

    static When year(int year) {
        return new When(year, Grain.YEAR, 0);
    }

    When plusYears(int years) {
        return new When(Math.min(9_999, Math.max(1, year + years)), grain, part);
    }

    /** The period of the same length before this one: 2025-Q3 before 2025-Q4, 2024-12 before 2025-01. */
    When previous() {
        if (grain == Grain.THREE_MONTHS_TO || grain == Grain.SIX_MONTHS_TO) {
            int months = grain == Grain.THREE_MONTHS_TO ? 3 : 6;
            return part > months ? new When(year, grain, part - months) : new When(year - 1, grain, part + 12 - months);
        }
        boolean single = grain == Grain.HALF || grain == Grain.QUARTER || grain == Grain.MONTH || isPartOfFiscalYear();
        return !single || part == 0
                ? plusYears(-1)
                : part > 1 ? new When(year, grain, part - 1) : new When(year - 1, grain, grain.inYear);
    }

    /** The last of these parts of a year that had ended at a date, with the publication month counted as ended. */
    static When lastBefore(Grain grain, int part, LocalDate published) {
        int year = published.getYear();
        if (grain.isYear()) {
            return new When(lastYear(published), grain, 0);
        }
        int lastMonth = grain.lastMonth(part);
        return new When(lastMonth <= published.getMonthValue() ? year : year - 1, grain, part);
    }

    /** Whether a month, quarter or half-year begins after the month of a date. */
    boolean beginsAfter(LocalDate date) {
        boolean part = grain == Grain.MONTH || grain == Grain.QUARTER || grain == Grain.HALF;
        return part
                && (year > date.getYear()
                        || (year == date.getYear()
                                && grain.lastMonth(this.part) - 12 / grain.inYear >= date.getMonthValue()));
    }

    /** The first of these parts of a year that is still to come at a date, or ended within the three months before it. */
    static When firstFrom(Grain grain, int part, LocalDate published) {
        int lastMonth = grain.lastMonth(part);
        int year = published.getYear();
        return new When(lastMonth + 3 >= published.getMonthValue() ? year : year + 1, grain, part);
    }

    /** The last year that a report of a date speaks of: in the first half of a year the year before. */
    static int lastYear(LocalDate published) {
        return published.getMonthValue() <= 6 ? published.getYear() - 1 : published.getYear();
    }

    /** The last year of which all could be told at a date: its own from December on. */
    static int lastFullYear(LocalDate published) {
        return published.getMonthValue() == 12 ? published.getYear() : published.getYear() - 1;
    }

    /** The year from which a plan or outlook of a date counts the years to come: the year before, early in a year. */
    static int planBase(LocalDate published) {
        return published.getMonthValue() <= 4 ? published.getYear() - 1 : published.getYear();
    }

    /** The twelve, six or three months that end with a month, which may be a year or a quarter of the calendar. */
    static When monthsTo(int months, int year, int last) {
        if (months == 12) {
            return last == 12 ? year(year) : new When(year, Grain.YEAR_TO, last);
        }
        if (months == 6) {
            return last % 6 == 0 ? new When(year, Grain.HALF, last / 6) : new When(year, Grain.SIX_MONTHS_TO, last);
        }
        return last % 3 == 0 ? new When(year, Grain.QUARTER, last / 3) : new When(year, Grain.THREE_MONTHS_TO, last);
    }

    /** The months of a year from January to one of them, which may be its first quarter, half or three quarters. */
    static When monthsFromFirst(int year, int last) {
        return switch (last) {
            case 3 -> new When(year, Grain.QUARTER, 1);
            case 6 -> new When(year, Grain.HALF, 1);
            case 9 -> new When(year, Grain.QUARTERS_FROM_FIRST, 3);
            default -> new When(year, Grain.MONTHS_FROM_FIRST, last);
        };
    }

    /** The part of the year that begins with January and ends as this does; a year is itself. */
    When fromFirst() {
        boolean part = grain == Grain.MONTH || grain == Grain.QUARTER;
        return part ? monthsFromFirst(year, grain.lastMonth(this.part)) : this;
    }

    private boolean isPartOfFiscalYear() {
        return grain == Grain.FISCAL_HALF || grain == Grain.FISCAL_QUARTER;
    }

    /** The same half or quarter of a fiscal year; any other time is itself. */
    When ofFiscalYear() {
        return switch (grain) {
            case HALF -> new When(year, Grain.FISCAL_HALF, part);
            case QUARTER -> new When(year, Grain.FISCAL_QUARTER, part);
            default -> this;
        };
    }

    /** The half, quarter or month of any year, as it is called where no year is named. */
    When withoutYear() {
        Grain called = grain == Grain.FISCAL_HALF ? Grain.HALF : isQuarter() ? Grain.QUARTER : grain;
        return new When(0, called, part);
    }

    boolean isQuarter() {
        return grain == Grain.QUARTER || grain == Grain.FISCAL_QUARTER;
    }

    /** A part of this year, which is one of a fiscal year if this is. */
    When withPart(When named) {
        When then = new When(year, named.grain, named.part);
        return grain == Grain.FISCAL_YEAR || isPartOfFiscalYear() ? then.ofFiscalYear() : then;
    }

    /** Whether it is of a year after another; a fiscal year may begin in the year before the one that it is called by. */
    boolean isAfterYear(int other) {
        return (isPartOfFiscalYear() ? year - 1 : year) > other;
    }

    /** Whether it is one month or quarter of a longer time. */
    boolean isSinglePartOf(When whole) {
        return (grain == Grain.MONTH || grain == Grain.QUARTER)
                && whole.year == year
                && whole.grain != Grain.MONTH
                && whole.grain != grain;
    }

    /** Whether both are parts of a year, and not of one kind, such as a quarter and a half. */
    boolean isOtherPart(When other) {
        return grain != other.grain && !grain.isYear() && !other.grain.isYear();
    }

    /** How many quarters it has, if it starts with the first of a year; 0 if it does not. */
    int quartersFromFirst() {
        return switch (grain) {
            case YEAR, FISCAL_YEAR, SPLIT_YEAR -> 4;
            case QUARTERS_FROM_FIRST -> part;
            case HALF -> part == 1 ? 2 : 0;
            default -> 0;
        };
    }

    /** The month with which months end that are counted back from it; any other time is itself. */
    When lastMonth() {
        return isOfMonthsTo() ? new When(year, Grain.MONTH, part) : this;
    }

    boolean isOfMonthsTo() {
        return grain == Grain.THREE_MONTHS_TO || grain == Grain.SIX_MONTHS_TO || grain == Grain.YEAR_TO;
    }

    private String monthsTo(int months) {
        int first = part - months + 1;
        When from = new When(first < 1 ? year - 1 : year, Grain.MONTH, first < 1 ? first + 12 : first);
        return from + "/" + lastMonth();
    }

    double position() {
        return year + (grain.isYear() ? 1.0 : (double) part / grain.inYear);
    }

    @Override
    public int compareTo(When other) {
        return Double.compare(position(), other.position());
    }

    /** The form of files: 2030, 2024-H1, 2024-Q3, 2024-07, 2024-Q1-Q3, 2024-M1-M7, 2024-FY, 2024-FY-Q2, 2025-26; 2024-07/2025-06 for a year to June. */
    @Override
    public String toString() {
        return switch (grain) {
            case YEAR -> String.valueOf(year);
            case FISCAL_YEAR -> year + "-FY";
            case SPLIT_YEAR -> year + "-" + String.valueOf(year + 1).substring(2);
            case FISCAL_HALF -> year + "-FY-H" + part;
            case FISCAL_QUARTER -> year + "-FY-Q" + part;
            case HALF -> year + "-H" + part;
            case QUARTER -> year + "-Q" + part;
            case MONTH -> year + "-" + (part < 10 ? "0" : "") + part;
            case THREE_MONTHS_TO -> monthsTo(3);
            case SIX_MONTHS_TO -> monthsTo(6);
            case YEAR_TO -> monthsTo(12);
            case QUARTERS_FROM_FIRST -> part == 2 ? year + "-H1" : part == 4 ? "" + year : year + "-Q1-Q" + part;
            case MONTHS_FROM_FIRST ->
                part == 6 ? year + "-H1" : part == 3 ? year + "-Q1" : part == 12 ? "" + year : year + "-M1-M" + part;
        };
    }
}
