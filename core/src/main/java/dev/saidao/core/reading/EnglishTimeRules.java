package dev.saidao.core.reading;

import static dev.saidao.core.reading.TimeRules.Y;
import static dev.saidao.core.reading.TimeRules.number;
import static dev.saidao.core.reading.TimeRules.span;
import static dev.saidao.core.reading.TimeRules.year;

import dev.saidao.core.reading.When.Grain;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The English words that name times: "the third quarter of 2025", "a year earlier", "the next five years". */
final class EnglishTimeRules {

    private EnglishTimeRules() {}

    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\\b\\.?";
    /** No day or year of the month follows: "in September 31.2 GW were connected". */
    private static final String NO_DAY = "(?! ?(?:(?:19|20)\\d\\d(?!\\d)|\\d{1,2}(?![\\d.,%])))";

    private static final String NUMBER_WORD =
            "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|few)";
    private static final String MONTHS_ENDED =
            "((?:(?:financial|fiscal) )?year|quarter|half[- ]year|(?:three|six|nine|twelve|12|3|6|9)(?: months|[- ]months?[- ]period)) (?:ended|ending|to|up to)(?: the end of)?";
    private static final String ENGLISH_PART =
            "(first|second|third|fourth|final|closing|last(?= quarter)|q[1-4]|h[12]|[1-4]q|[12]h)";

    /** The number of a day beside the name of a month. */
    private static final Pattern DAY = Pattern.compile("(?: |^)\\d{1,2}(?:st)?(?=,? (?:[a-z]|\\d{4})|$)(?! months)");

    private static final Pattern FISCAL = Pattern.compile("fy|fiscal|financial");

    private static final TimeRuleList RULES = new TimeRuleList();

    static {
        RULES.rule(
                "(?<!\\d)(\\d{1,2})(?:st)? " + MONTH + " " + Y + "(?=:)",
                (m, published) -> balanceDay(m, m.group(2), m.group(1), year(m, 3)));
        RULES.type(
                "\\b" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? " + Y + ")?(?!\\d|%|[.,]\\d| [a-z]?[gmkt]wh?\\b)",
                TimeType.EVENT,
                0);
        RULES.type("(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)? " + MONTH + "(?:,? " + Y + ")?", TimeType.EVENT, 0);
        RULES.rule(
                "\\b(?:from |between |in |over |during )?(?:fy)?" + Y + " ?(?:-|–|to|through|until) ?(?:fy)?" + Y,
                (m, published) -> span(m, year(m, 1), year(m, 2)));
        RULES.rule(
                "\\b(?:between|from) (?:the )?" + ENGLISH_PART + "(?:[- ](?:quarter|half))?(?: of| in)? " + Y
                        + " (?:and|to) (?:the )?" + ENGLISH_PART + "(?:[- ](?:quarter|half))?(?: of| in)? " + Y,
                (m, published) -> span(
                        m,
                        englishPart(m, 1, year(m, 2)).to(),
                        englishPart(m, 3, year(m, 4)).to()));
        RULES.rule(
                "\\b(?:between|from) " + MONTH + " " + Y + " (?:and|to) " + MONTH + " " + Y,
                (m, published) -> span(
                        m,
                        new When(year(m, 2), Grain.MONTH, month(m.group(1))),
                        new When(year(m, 4), Grain.MONTH, month(m.group(3)))));
        RULES.rule(
                "\\b(?:over|in|for|during) (?:the )?" + NUMBER_WORD + " years (?:to|through|until|ending|up to) " + Y,
                (m, published) -> yearsTo(m, number(m.group(1)), year(m, 2)));
        RULES.rule("\\bbetween (?:fy)?" + Y + " and (?:fy)?" + Y, (m, published) -> span(m, year(m, 1), year(m, 2)));
        RULES.rule(
                "\\b(?:the )?first (three|six|nine|[369]|two|four|five|seven|eight|ten|eleven) months(?: (?:of|in) " + Y
                        + ")?",
                (m, published) -> firstMonths(m));
        RULES.rule(
                "\\b(?:the )?" + ENGLISH_PART
                        + "(?:[- ](?:(?:fiscal|financial)[- ])?quarter|[- ](?:(?:fiscal|financial)[- ])?half|[- ]half-year)?(?:,? of| in)?,? ?(?:the )?(?:(?:fiscal|financial) (?:year )?|fy ?)?"
                        + Y,
                (m, published) -> englishPart(m, 1, year(m, 2)));
        RULES.rule("\\b([369])m ?" + Y, (m, published) -> firstMonths(m));
        RULES.rule(
                "\\bfy ?'?(2\\d) ?(q[1-4]|h[12])\\b",
                (m, published) -> englishPart(m, 2, 2000 + Integer.parseInt(m.group(1))));
        RULES.rule("(?:\\bfy ?)?" + Y + " ?(q[1-4]|h[12])\\b", (m, published) -> englishPart(m, 2, year(m, 1)));
        RULES.rule(
                "\\b([1-4]q|q[1-4]|h[12]|[12]h) ?(?:fy ?)?'?(2\\d)\\b",
                (m, published) -> englishPart(m, 1, 2000 + Integer.parseInt(m.group(2))));
        RULES.rule(
                "\\b(?:the )?(first|second|third|fourth)[- ](?:quarter|half)(?: of)? (?:a year (?:ago|earlier|before)|last year|the (?:previous|prior|preceding) year)\\b",
                (m, published) -> partOfYearBefore(englishPart(m, 1, 0)));
        RULES.rule(
                "\\bhalf[- ]year(?:ly)?(?= (?:(?:net|group|total|operating|pre-tax) )?(?:revenues?|sales|profits?|earnings|results|turnover|income|loss|output|orders)\\b)",
                (m, published) ->
                        new TimeExpression(m.start(), m.end(), TimeType.PARTIAL, null, new When(0, Grain.HALF, 1), 0));
        RULES.rule(
                "\\b(?:the )?(first|second|third|fourth)[- ](?:quarter|half)(?:-year)?\\b",
                (m, published) -> englishPart(m, 1, 0));
        RULES.rule(
                "\\bin the (first|second|third|fourth)(?= ?[.,;)]| and | but )",
                (m, published) -> englishPart(m, 1, 0));
        RULES.rule("\\b(q[1-4]|h[12])\\b", (m, published) -> englishPart(m, 1, 0));
        RULES.rule(
                "\\b(?:(?:in|during|for) the month of|in|during|for) " + MONTH + NO_DAY,
                (m, published) -> monthOfYear(m));
        RULES.rule(
                "(?<=^|[.!?;:\\n] |\\n)(?!may |march |mar )" + MONTH
                        + "(?= (?:was|were|is|saw|had|brought|marked|set|sales|shipments|exports|imports|output|production|data|figures|deliveries|revenues?|prices|inflation|registrations|orders|employment|results|totals?)\\b|'s\\b)",
                (m, published) -> monthOfYear(m));
        RULES.rule(
                "\\bthe " + MONTH + "(?= (?:figure|reading|level|rate|total|print)\\b)",
                (m, published) -> monthOfYear(m));
        RULES.type(
                "\\b(?:for|in|during) the quarter\\b(?! (?:ended|ending|to|of|before|through)\\b)",
                TimeType.REPORTED,
                0);
        RULES.rule(
                "\\b(six|nine)-month (?=(?:net |operating |group )?(?:revenues?|sales|turnover|profits?|income|earnings|results)\\b)",
                (m, published) -> firstMonths(m));
        RULES.rule(
                "\\bfor the (six|nine) months(?= (?:was|were|of|rose|fell|grew|came|totall?ed|amounted|increased|decreased)\\b|[,.])",
                (m, published) -> firstMonths(m));
        RULES.rule(
                "\\b(?:at|by|until|since) the (?:end|start|beginning|close) of " + MONTH + NO_DAY,
                (m, published) -> monthOfYear(m));
        RULES.rule(
                "\\bthis " + MONTH + "(?! ?\\d)",
                (m, published) -> TimeExpression.point(
                        m.start(), m.end(), new When(published.getYear(), Grain.MONTH, month(m.group(1)))));
        RULES.rule(
                "\\b(?:between |from )?" + MONTH + " (?:and|to|through) " + MONTH + "(?: " + Y + ")?",
                (m, published) -> months(m));
        RULES.rule(
                "\\b(?:in |since |by |mid-)?" + MONTH + ",? " + Y,
                (m, published) ->
                        TimeExpression.point(m.start(), m.end(), new When(year(m, 2), Grain.MONTH, month(m.group(1)))));
        RULES.rule(
                "\\b(?:fy|fiscal year |fiscal |financial year )" + Y,
                (m, published) -> TimeExpression.point(m.start(), m.end(), new When(year(m, 1), Grain.FISCAL_YEAR, 0)));
        RULES.rule(
                "\\bfy ?'?(2\\d)\\b",
                (m, published) -> TimeExpression.point(
                        m.start(), m.end(), new When(2000 + Integer.parseInt(m.group(1)), Grain.FISCAL_YEAR, 0)));
        RULES.rule(
                "(?:\\b(?:end|mid|late|early)-)?(?<![\\d$€£¥₹,.])" + Y
                        + "s?(?![\\d%a-z\\u4e00-\\u9fff]| [万亿元家个名人吨台辆件项只]|,\\d{3}|\\.\\d)",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(year(m, 1))));
        RULES.type("\\blast year(?='s (?:[^a-z\\d]{0,3}\\d|figure|level|total))", TimeType.ANCHORED_YEARS, 1);
        RULES.relativeYear("\\blast year\\b", -1);
        RULES.relativeYear("\\bthis year\\b", 0);
        RULES.relativeYear("\\bnext year\\b", 1);
        RULES.type("\\b(?:the year before last)\\b", TimeType.ANCHORED_YEARS, 2);
        RULES.type(
                "\\b(?:a|one) year (?:ago|earlier|before)\\b|\\bthe year before\\b|\\b(?:the )?(?:previous|prior|preceding) (?:fiscal |financial |business )?year\\b"
                        + "|\\b(?:the )?(?:prior-year|year-ago|year-earlier)(?: (?:period|quarter|half|month))?\\b"
                        + "|\\btwelve months (?:earlier|ago|before)\\b|\\bthe same period (?:last year|a year earlier)\\b"
                        + "|\\bthe (?:corresponding|same|comparable|equivalent) (?:period|quarter|half|month)(?: (?:of |in )?(?:last|the previous|the prior|the preceding) year| a year (?:earlier|ago|before))?\\b",
                TimeType.ANCHORED_YEARS,
                1);
        RULES.type(
                "\\b(?:the )?(?:season|campaign|crop year|marketing year) before\\b|\\b(?:the )?(?:previous|prior|preceding|last) (?:season|campaign|crop year|marketing year)\\b",
                TimeType.ANCHORED_YEARS,
                1);
        RULES.type("\\bafter " + Y + "(?![\\d%/]|,\\d|\\.\\d| ?(?:-|–|to) ?\\d)", TimeType.EVENT, 0);
        RULES.type(
                "\\b(?:a|one) (?:quarter|month) (?:ago|earlier|before)\\b"
                        + "|\\b(?:the )?(?:previous|prior|preceding|last) (?:quarter|month|half)\\b",
                TimeType.ANCHORED_PREVIOUS,
                0);
        RULES.rule(
                "\\b(?:now|today|currently|at present|present|presently|so far|to date)\\b",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(When.lastYear(published))));
        RULES.type(
                "\\b(?:over |in |within |for |during )?(?:the )?(?:next|coming|following) " + NUMBER_WORD
                        + "(?: years|[- ]year(?:s)?(?: period)?)\\b",
                TimeType.FUTURE,
                -1);
        RULES.type(
                "\\b(?:over |in |during )?(?:the )?(?:past|last|previous) " + NUMBER_WORD + " years\\b",
                TimeType.PAST,
                -1);
        RULES.type(
                "\\b(?:over |in |during )?(?:the )?(?:past (?:year|12 months|twelve months)|last (?:12|twelve) months)\\b",
                TimeType.PAST,
                1);
        RULES.type("\\b(?:over |in |during )?(?:the )?(?:past|last|previous) decade\\b", TimeType.PAST, 10);
        RULES.type("\\b" + NUMBER_WORD + " years (?:ago|earlier)\\b", TimeType.AGO, -1);
        RULES.type("\\b(?:a|one) decade (?:ago|earlier|before)\\b", TimeType.AGO, 10);
        RULES.type("\\b(?:over|during|in|within) (?:the|a|that) decade\\b", TimeType.DURATION, 10);
        RULES.rule(
                "\\b(?:the )?(march|june|september|december) quarter(?: of " + Y + ")?",
                (m, published) -> quarterTo(m));
        RULES.rule(
                "\\b(?:the )?(?:corresponding|same) (?:period|quarter|half|months?)(?: of| in) " + Y,
                (m, published) -> new TimeExpression(
                        m.start(), m.end(), TimeType.ANCHORED_YEARS, null, When.year(year(m, 1)), 0));
        RULES.rule(
                "\\b(?:at|as at|as of|on) " + MONTH + " (\\d{1,2})(?:st)?,? " + Y,
                (m, published) -> balanceDay(m, m.group(1), m.group(2), year(m, 3)));
        RULES.rule(
                "\\b(?:at|as at|as of|on) (\\d{1,2})(?:st)? " + MONTH + ",? " + Y,
                (m, published) -> balanceDay(m, m.group(2), m.group(1), year(m, 3)));
        RULES.rule(
                "\\b(?:the )?" + MONTHS_ENDED + " (?:on )?" + MONTH + "(?: \\d{1,2}(?:st)?)?(?:,? " + Y + ")?(?!\\d)",
                (m, published) -> periodEnded(m, m.group(1), m.group(2), m.group(3)));
        RULES.rule(
                "\\b(?:the )?" + MONTHS_ENDED + " (?:on )?\\d{1,2}(?:st)? " + MONTH + "(?:,? " + Y + ")?(?!\\d)",
                (m, published) -> periodEnded(m, m.group(1), m.group(2), m.group(3)));
        RULES.rule(
                "\\b(?:compared with|compared to|versus|against|from|than in|than) (?!may |march )" + MONTH
                        + "(?! ?\\d)",
                (m, published) ->
                        TimeExpression.partial(m.start(1), m.end(), new When(0, Grain.MONTH, month(m.group(1)))));
        RULES.type(
                "\\b(?:in |within |over |for |after )?" + NUMBER_WORD + "[ -]years?\\b(?! old)", TimeType.DURATION, -1);
        RULES.type("\\b" + NUMBER_WORD + "[ -](?:months?|weeks?)\\b", TimeType.DURATION, 0);
        RULES.type(
                "\\b(?:over|during|in|throughout) (?:the |this )?(?:forecast |projection |same |review )?period\\b",
                TimeType.THROUGHOUT,
                0);
        RULES.rule(
                "\\b(?:by|at|towards?|before) the (?:end|close|turn) of (?:the|this) decade\\b|\\b(?:by|before) (?:the|this) decade's end\\b|\\bby decade's end\\b",
                (m, published) ->
                        TimeExpression.point(m.start(), m.end(), When.year(published.getYear() / 10 * 10 + 10)));
        RULES.type("\\bfull[- ]year\\b|\\bfor the year\\b", TimeType.PARTIAL, 0);
        RULES.type(
                "\\b(?:in the |for the )?(?:first )?year[- ]to[- ]date\\b|\\bso far this year\\b", TimeType.TO_DATE, 0);
        RULES.type("\\bby then\\b|\\bthat year\\b", TimeType.SAME, 0);
    }

    static List<TimeRules.Rule> all() {
        return RULES.all();
    }

    /** "over the five years to 2030": growth is counted from 2025, amounts are of the years after it. */
    private static @Nullable TimeExpression yearsTo(Matcher match, int years, int last) {
        return years < 2
                ? null
                : new TimeExpression(
                        match.start(), match.end(), TimeType.SPAN, When.year(last - years), When.year(last), years);
    }

    private static TimeExpression englishPart(Matcher match, int group, int year) {
        String word = match.group(group);
        boolean half =
                (word.contains("h") && word.length() == 2) || match.group().contains("half");
        String digit = word.replaceAll("[hq]", "");
        int part = word.length() == 2 ? Integer.parseInt(digit) : number(word);
        When calendar = new When(year, half ? Grain.HALF : Grain.QUARTER, part);
        When when = FISCAL.matcher(match.group()).find() ? calendar.ofFiscalYear() : calendar;
        return new TimeExpression(
                match.start(), match.end(), year == 0 ? TimeType.PARTIAL : TimeType.POINT, null, when, 0);
    }

    /** "the second quarter a year ago": the part of the year before the one spoken of. */
    private static TimeExpression partOfYearBefore(TimeExpression part) {
        return new TimeExpression(part.start(), part.end(), TimeType.ANCHORED_YEARS, null, part.to(), 1);
    }

    private static @Nullable TimeExpression months(Matcher match) {
        int first = month(match.group(1));
        int last = month(match.group(2));
        int year = match.group(3) == null ? 0 : year(match, 3);
        boolean half = first == 7 && last == 12;
        if (last <= first || (first != 1 && last != first + 2 && !half)) {
            return null;
        }
        When when = half
                ? new When(year, Grain.HALF, 2)
                : first == 1 ? When.monthsFromFirst(year, last) : When.monthsTo(3, year, last);
        return new TimeExpression(
                match.start(), match.end(), year == 0 ? TimeType.PARTIAL : TimeType.POINT, null, when, 0);
    }

    private static TimeExpression quarterTo(Matcher match) {
        int year = match.group(2) == null ? 0 : year(match, 2);
        When when = new When(year, Grain.QUARTER, month(match.group(1)) / 3);
        return new TimeExpression(
                match.start(), match.end(), year == 0 ? TimeType.PARTIAL : TimeType.POINT, null, when, 0);
    }

    private static TimeExpression firstMonths(Matcher match) {
        int months = number(match.group(1));
        int year = match.groupCount() < 2 || match.group(2) == null ? 0 : year(match, 2);
        When when = When.monthsFromFirst(year, months);
        return new TimeExpression(
                match.start(), match.end(), year == 0 ? TimeType.PARTIAL : TimeType.POINT, null, when, 0);
    }

    /** The last day of a month is a time of figures, the last of a year is the year; other days are those of events. */
    private static @Nullable TimeExpression balanceDay(Matcher match, String name, String day, int year) {
        int month = month(name);
        int last = YearMonth.of(year, month).lengthOfMonth();
        if (Integer.parseInt(day) != last) {
            return null;
        }
        When when = month == 12 ? When.year(year) : new When(year, Grain.MONTH, month);
        return TimeExpression.point(match.start(), match.end(), when);
    }

    /** A year that ends on a day is one of accounts, and a fiscal one unless it is that of the calendar. */
    private static When yearEnded(int year, int month, boolean day) {
        return day && month != 12 ? new When(year, Grain.FISCAL_YEAR, 0) : When.monthsTo(12, year, month);
    }

    /** "the six months ended 30 June 2025", "the year to June", "the three months to January". */
    private static @Nullable TimeExpression periodEnded(
            Matcher match, String length, String monthName, @Nullable String yearDigits) {
        int month = month(monthName);
        int year = yearDigits == null ? 0 : Integer.parseInt(yearDigits);
        boolean day = DAY.matcher(match.group()).find();
        When when = switch (length.charAt(0)) {
            case 'f' -> new When(year, Grain.FISCAL_YEAR, 0);
            case 'y', '1' -> yearEnded(year, month, day);
            case 't' -> length.startsWith("three") ? When.monthsTo(3, year, month) : yearEnded(year, month, day);
            case 'q', '3' -> When.monthsTo(3, year, month);
            case 'h', 's', '6' -> When.monthsTo(6, year, month);
            default -> month == 9 ? new When(year, Grain.QUARTERS_FROM_FIRST, 3) : null;
        };
        return when == null
                ? null
                : new TimeExpression(
                        match.start(), match.end(), year == 0 ? TimeType.PARTIAL : TimeType.POINT, null, when, 0);
    }

    private static TimeExpression monthOfYear(Matcher match) {
        When when = new When(0, Grain.MONTH, month(match.group(1)));
        return new TimeExpression(match.start(), match.end(), TimeType.PARTIAL, null, when, 0);
    }

    private static int month(String name) {
        String names = "janfebmaraprmayjunjulaugsepoctnovdec";
        return names.indexOf(name.substring(0, 3)) / 3 + 1;
    }
}
