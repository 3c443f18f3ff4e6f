package dev.saidao.core.text;

import static dev.saidao.core.text.PeriodNumbers.follows;
import static dev.saidao.core.text.PeriodNumbers.han;
import static dev.saidao.core.text.PeriodNumbers.monthOf;
import static dev.saidao.core.text.PeriodNumbers.number;
import static dev.saidao.core.text.PeriodNumbers.numeral;
import static dev.saidao.core.text.PeriodNumbers.small;

import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.text.PeriodAtoms.Atom;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** Days and months, and spans of them. */
final class DayForms extends PeriodForms {

    private static final int MONTHS_OF_YEAR = 12;

    DayForms() {
        days();
        months();
        spansEnded();
        daysOfMonth();
    }

    /** Ten-day periods of China, days of one month, and weeks by ISO 8601. */
    private void daysOfMonth() {
        form(YEAR + "\\s*年\\s*(\\d\\d?)\\s*月(?:份)?([上中下])旬", m -> {
            int first = 1 + 10 * "上中下".indexOf(m.group(3));
            Atom end = m.group(3).equals("下")
                    ? monthEnd(number(m, 1), number(m, 2))
                    : day(number(m, 1), number(m, 2), first + 9);
            return days(day(number(m, 1), number(m, 2), first), end);
        });
        form(
                YEAR + "\\s*年(\\d\\d?)月(\\d\\d?)日?\\s*[-~～–—至到]\\s*(\\d\\d?)日",
                m -> daysOf(number(m, 1), number(m, 2), number(m, 3), number(m, 4)));
        form(
                "(\\d\\d?)\\s?[-–—]\\s?(\\d\\d?) " + MONTH + ",? ((?:19|20)\\d\\d)(?!\\d)",
                m -> daysOf(number(m, 4), monthOf(m.group(3)), number(m, 1), number(m, 2)));
        form(
                MONTH + " (\\d\\d?)\\s?[-–—]\\s?(\\d\\d?), ((?:19|20)\\d\\d)(?!\\d)",
                m -> daysOf(number(m, 4), monthOf(m.group(1)), number(m, 2), number(m, 3)));
        form(YEAR + "-w(\\d\\d)(?![\\d-])", m -> week(number(m, 1), number(m, 2)));
    }

    private static @Nullable Atom daysOf(int year, int month, int first, int last) {
        return days(day(year, month, first), day(year, month, last));
    }

    private static @Nullable Atom week(int year, int week) {
        LocalDate inYear = LocalDate.of(year, 1, 4);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum()) {
            return null;
        }
        LocalDate monday = inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(DayOfWeek.MONDAY);
        return Atom.of(CalendarPart.day(monday), CalendarPart.day(monday.plusDays(6)));
    }

    private void days() {
        form(YEAR + "-(\\d\\d)-(\\d\\d)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(YEAR + "-(\\d)-(\\d\\d?)(?![\\d-])", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(YEAR + "/(\\d\\d?)/(\\d\\d?)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(YEAR + "\\.(\\d\\d?)\\.(\\d\\d?)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form("(?<!\\d)((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(
                YEAR + "\\s*[年년]\\s*(\\d\\d?)\\s*[月월]\\s*(\\d\\d?)\\s*[日号일]",
                m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(
                YEAR + "年(\\d\\d?)月(\\d\\d?)日\\s*[-~～–—至到]\\s*(\\d\\d?)月(\\d\\d?)日",
                m -> days(
                        day(number(m, 1), number(m, 2), number(m, 3)), day(number(m, 1), number(m, 4), number(m, 5))));
        // 03/04/2024 is March or April
        form(
                "(\\d\\d?)/(\\d\\d?)/" + YEAR.replace("(?<![\\d.,])", ""),
                m -> number(m, 2) > 12
                        ? day(number(m, 3), number(m, 1), number(m, 2))
                        : number(m, 1) > 12 || number(m, 1) == number(m, 2)
                                ? day(number(m, 3), number(m, 2), number(m, 1))
                                : null);
        form(
                "(\\d\\d?)\\.\\s?(\\d\\d?)\\.\\s?((?:19|20)\\d\\d)(?!\\d)",
                m -> day(number(m, 3), number(m, 2), number(m, 1)));
        form(
                "(\\d\\d?)(?:st|nd|rd|th|er|º|\\.)?[ -](?:of |de )?" + MONTH
                        + "[ ,-]*(?:de |del )?((?:19|20)\\d\\d)(?!\\d)(?: ?г\\.)?",
                m -> day(number(m, 3), monthOf(m.group(2)), number(m, 1)));
        form(
                MONTH + " (\\d\\d?)(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)(?!\\d)",
                m -> day(number(m, 3), monthOf(m.group(1)), number(m, 2)));
        form(
                "(\\d\\d?)[ -]" + MONTH + "[ -]'?(\\d\\d)(?!\\d)",
                m -> day(2000 + number(m, 3), monthOf(m.group(2)), number(m, 1)));
        form(YEAR + "\\s*[年년]\\s*(\\d\\d?)\\s*[月월]\\s*(?:底|末|말)", m -> monthEnd(number(m, 1), number(m, 2)));
        form(ERA + "(\\d\\d?)月(\\d\\d?)日", m -> inEra(m, year -> day(year, number(m, 3), number(m, 4))));
        form(ERA + "(\\d\\d?)月(?:底|末)", m -> inEra(m, year -> monthEnd(year, number(m, 3))));
        form(YEAR + "\\s*年第?([1-4一二三四])季度(?:底|末)", m -> monthEnd(number(m, 1), 3 * small(m.group(2))));
        form(
                YEAR + "\\s*年([上下])半年(?:底|末)",
                m -> monthEnd(number(m, 1), m.group(2).equals("上") ? 6 : 12));
        form("(?<![\\d.,])(?:20)?(\\d\\d)年?h([12])(?:底|末)", m -> monthEnd(2000 + number(m, 1), 6 * number(m, 2)));
        form("(?<![\\d.,])(?:20)?(\\d\\d)年?q([1-4])(?:底|末)", m -> monthEnd(2000 + number(m, 1), 3 * number(m, 2)));
        form(
                "(?:(?:the )?end[- ](?:of )?|ende |fin (?:de )?|finales de |конец )" + MONTH
                        + " ((?:19|20)\\d\\d)(?!\\d)",
                m -> monthEnd(number(m, 2), monthOf(m.group(1))));
    }

    private static @Nullable Atom days(@Nullable Atom first, @Nullable Atom last) {
        CalendarPart from = first == null ? null : first.part();
        CalendarPart to = last == null ? null : last.part();
        boolean ordered = from != null
                && to != null
                && (from.number() < to.number() || (from.number() == to.number() && from.day() < to.day()));
        return from == null || to == null || !ordered ? null : Atom.of(from, to);
    }

    private static @Nullable Atom day(int year, int month, int day) {
        try {
            return Atom.of(CalendarPart.day(LocalDate.of(year, month, day)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Atom monthEnd(int year, int month) {
        return month < 1 || month > 12
                ? null
                : day(year, month, YearMonth.of(year, month).lengthOfMonth());
    }

    private void months() {
        // 2009-10 is October and the fiscal year over 2009 and 2010
        form(
                YEAR + "-(\\d\\d)(?![\\d/-])",
                m -> (number(m, 1) + 1) % 100 == number(m, 2) ? null : month(number(m, 1), number(m, 2)));
        form(
                YEAR + "/(\\d\\d?)(?![\\d/])",
                m -> follows(number(m, 1), m.group(2)) ? null : month(number(m, 1), number(m, 2)));
        form(ERA + "(\\d\\d?)月", m -> inEra(m, year -> month(year, number(m, 3))));
        form(
                ERA + "(\\d\\d?)月?[-~～–—至](\\d\\d?)月期?",
                m -> inEra(m, year -> monthSpan(year, number(m, 3), number(m, 4))));
        form(YEAR + "\\s?[-]?m(\\d\\d?)(?!\\d)", m -> month(number(m, 1), number(m, 2)));
        form(YEAR + "\\s*[年년.]\\s*(\\d\\d?)\\s*[月월]份?(?!\\s*\\d)", m -> month(number(m, 1), number(m, 2)));
        form(HAN_YEAR + "年([一二三四五六七八九十]{1,2})月份?", m -> month(han(m.group(1)), numeral(m.group(2))));
        form(
                YEAR + "\\s*[年년]\\s*(\\d\\d?)\\s*[月월]?\\s*(?:[-~–—－至到]|～|——)+\\s*(\\d\\d?)\\s*[月월](?:份|期)?",
                m -> monthSpan(number(m, 1), number(m, 2), number(m, 3)));
        form(
                YEAR + "\\s*年(?:前|头|頭|首)(\\d\\d?|[一二两三四五六七八九十]{1,2})[个個]月",
                m -> monthSpan(number(m, 1), 1, small(m.group(2))));
        form(
                MONTH + "[ ,-]*(?:of |de )?((?:19|20)\\d\\d)(?!\\d)(?: ?г\\.)?",
                m -> month(number(m, 2), monthOf(m.group(1))));
        // June 24 and Sept. 24 are days, Jun-24 a month
        form(
                MONTH + "[-' ]+'?(\\d\\d)(?![\\d/])",
                m -> m.group().matches("\\p{L}{4,} \\d\\d|may \\d\\d|\\p{L}+\\. \\d\\d")
                        ? null
                        : month(2000 + number(m, 2), monthOf(m.group(1))));
        form(YEAR + ":(0[1-9]|1[0-2])(?![\\d:])", m -> month(number(m, 1), number(m, 2)));
        form(YEAR + "[ -]" + MONTH, m -> month(number(m, 1), monthOf(m.group(2))));
        form(YEAR + "\\.(0[1-9]|1[0-2])(?![\\d.])", m -> month(number(m, 1), number(m, 2)));
        form("(?<!\\d)((?:19|20)\\d\\d)(0[1-9]|1[0-2])(?!\\d)", m -> month(number(m, 1), number(m, 2)));
        form("([1-9]|1[01])m\\s?'?" + YEAR.replace("(?<![\\d.,])", ""), m -> monthSpan(number(m, 2), 1, number(m, 1)));
        form("([1-9]|1[01])m\\s?" + SHORT, m -> monthSpan(2000 + number(m, 2), 1, number(m, 1)));
        form("(\\d\\d)/((?:19|20)\\d\\d)(?!\\d)", m -> month(number(m, 2), number(m, 1)));
        form("(\\d\\d)\\.((?:19|20)\\d\\d)(?!\\d)", m -> month(number(m, 2), number(m, 1)));
        form(
                MONTH + "\\s*(?:-|–|—|to|through|bis|à)\\s*" + MONTH + "[ ,]*((?:19|20)\\d\\d)(?!\\d)",
                m -> monthSpan(number(m, 3), monthOf(m.group(1)), monthOf(m.group(2))));
        form(
                "(?:the )?first (1[01]|\\d|two|three|four|five|six|seven|eight|nine|ten|eleven) months of " + YEAR,
                m -> monthSpan(number(m, 2), 1, small(m.group(1))));
    }

    /** Nine months ended 30 September 2024, quarter ended March 2024. */
    private void spansEnded() {
        String span =
                "(three|six|nine|twelve|3|6|9|12)[ -]months?(?: period)?|(quarter)|(half[ -]year)|((?:fiscal |financial |calendar )?year)";
        String ended = "(?: period)? (?:ended|ending|to|through) (?:on )?";
        form(
                "(?:the )?(?:" + span + ")" + ended + "(?:(\\d\\d?)(?:st|nd|rd|th)? )?" + MONTH
                        + "(?: (\\d\\d?)(?:st|nd|rd|th)?,)?,? " + "((?:19|20)\\d\\d)(?!\\d)",
                m -> spanTo(
                        m.group(1) != null
                                ? small(m.group(1))
                                : m.group(2) != null ? 3 : m.group(3) != null ? 6 : MONTHS_OF_YEAR,
                        number(m, 8),
                        monthOf(m.group(6)),
                        m.group(5) == null ? m.group(7) : m.group(5)));
        form(
                YEAR + "年(\\d\\d?)月(?:(\\d\\d?)日)?止(?:的)?(?:年度|([三六九369]|十二|12)[个個]月|(季度))",
                m -> spanTo(
                        m.group(4) != null ? small(m.group(4)) : m.group(5) != null ? 3 : MONTHS_OF_YEAR,
                        number(m, 1),
                        number(m, 2),
                        m.group(3)));
    }

    private static @Nullable Atom spanTo(int months, int year, int month, @Nullable String day) {
        if (month < 1
                || month > MONTHS_OF_YEAR
                || (day != null
                        && Integer.parseInt(day) != YearMonth.of(year, month).lengthOfMonth())) {
            return null;
        }
        if (months == MONTHS_OF_YEAR && month == MONTHS_OF_YEAR) {
            return Atom.of(year);
        }
        YearMonth first = YearMonth.of(year, month).minusMonths(months - 1L);
        return Atom.of(CalendarPart.month(first.getYear(), first.getMonthValue()), CalendarPart.month(year, month));
    }

    private static @Nullable Atom monthSpan(int year, int first, int last) {
        return first < 1 || last > 12 || first >= last
                ? null
                : Atom.of(CalendarPart.month(year, first), CalendarPart.month(year, last));
    }

    private static @Nullable Atom month(int year, int month) {
        return month < 1 || month > 12 ? null : Atom.of(CalendarPart.month(year, month));
    }
}
