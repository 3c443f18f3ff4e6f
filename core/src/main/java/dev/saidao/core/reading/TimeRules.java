package dev.saidao.core.reading;

import dev.saidao.core.reading.When.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that name times, as patterns, and what each of them names. */
final class TimeRules {

    private TimeRules() {}

    private static final Pattern FROM_JANUARY = Pattern.compile("1\\s?[-–~至]");

    private static final String Y = "(?<!\\d)((?:19|20)\\d\\d)(?!\\d)";
    private static final String N = "([一二两三四五六七八九十]{1,2}|\\d{1,2})";
    private static final String PART = "(?:第?([一二三四1-4])季度?(?!节)|(上半年|下半年)|[前首]" + N
            + "个?(季度|月)|(?:1\\s?[-–~至]\\s?)?(?<![\\d.一二三四五六七八九十])(十[一二]|[一二三四五六七八九十]|1[0-2]|[1-9])月(?:份|底|末)?(?!\\d))";
    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\\b\\.?";
    private static final String NUMBER_WORD =
            "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|few)";
    private static final String MONTHS_ENDED =
            "(year|quarter|half[- ]year|(?:three|six|nine|twelve|12)(?: months|[- ]months?[- ]period)) (?:ended|ending|to)";
    private static final String ENGLISH_PART =
            "(first|second|third|fourth|final|closing|last(?= quarter)|q[1-4]|h[12]|[1-4]q|[12]h)";

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("一", 1),
            Map.entry("二", 2),
            Map.entry("两", 2),
            Map.entry("三", 3),
            Map.entry("四", 4),
            Map.entry("五", 5),
            Map.entry("六", 6),
            Map.entry("七", 7),
            Map.entry("八", 8),
            Map.entry("九", 9),
            Map.entry("十", 10),
            Map.entry("十一", 11),
            Map.entry("十二", 12),
            Map.entry("十五", 15),
            Map.entry("二十", 20),
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("final", 4),
            Map.entry("closing", 4),
            Map.entry("last", 4),
            Map.entry("several", 0),
            Map.entry("few", 0));

    /** What a pattern makes of a match. */
    @FunctionalInterface
    interface Reader {
        @Nullable TimeExpression read(Matcher match, LocalDate published);
    }

    record Rule(Pattern pattern, Reader reader) {}

    private static final List<Rule> RULES = new ArrayList<>();

    /** A rule; in it a space may stand between numbers and their characters, as some texts set them. */
    private static void rule(String regex, Reader reader) {
        String spaced = Pattern.compile(Pattern.quote(Y) + "年(?!\\?)")
                .matcher(regex)
                .replaceAll(Matcher.quoteReplacement(Y + " ?年(?: (?=[\\d前第上下全]))?"))
                .replace("\\d{1,2}月\\d{1,2}日", "\\d{1,2} ?月 ?\\d{1,2} ?日")
                .replace("[1-9])月", "[1-9]) ?月");
        RULES.add(new Rule(LatinPattern.of(spaced), reader));
    }

    private static void type(String regex, TimeType type, int years) {
        rule(regex, (m, published) -> TimeExpression.of(m.start(), m.end(), type, years));
    }

    private static void relativeYear(String regex, int years) {
        rule(regex, (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(published.getYear() + years)));
    }

    static {
        // ---- days ----
        rule(
                "(?<!\\d)(\\d{1,2})(?:st)? " + MONTH + " " + Y + "(?=:)",
                (m, published) -> balanceDay(m, m.group(2), m.group(1), year(m, 3)));
        type("(?:" + Y + "年)?(?<!\\d)\\d{1,2}月\\d{1,2}日", TimeType.EVENT, 0);
        type(Y + "[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)", TimeType.EVENT, 0);
        type(Y + "/(?:0[1-9]|1[0-2])(?![\\d/])", TimeType.EVENT, 0);
        type(
                "(?<![\\d:])\\d{1,2}:[0-5]\\d(?::[0-5]\\d)?(?![\\d:])(?= ?(?:am|pm|a\\.m|p\\.m|左右|许|[,,。)]|$))",
                TimeType.EVENT,
                0);
        type("\\b" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? " + Y + ")?(?![\\d%])", TimeType.EVENT, 0);
        type("(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)? " + MONTH + "(?:,? " + Y + ")?", TimeType.EVENT, 0);
        // ---- Chinese ----
        rule(
                Y + "年?(?:底|末|初)? ?(?:[-–~]{1,2}|至|到) ?" + Y + "(?:年(?:底|末)?|财年)?",
                (m, published) -> span(m, year(m, 1), year(m, 2)));
        rule(Y + "年?(?:底|末|年末|年底|年度|度|全年)?(?:的|,)?" + PART, (m, published) -> part(m, 2, year(m, 1)));
        rule(
                Y + "(?:财年|财政年度)",
                (m, published) -> TimeExpression.point(m.start(), m.end(), new When(year(m, 1), Grain.FISCAL_YEAR, 0)));
        rule(
                Y + "年(?:底|末|初|度|全年|年底|年末|年度)?",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(year(m, 1))));
        rule(
                "(?<!\\d)([一二][〇零一二三四五六七八九]{3})年(?:底|末|初)?",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(chineseYear(m.group(1)))));
        rule("(?<!\\d)" + PART, (m, published) -> part(m, 1, 0));
        rule(
                "(去年|前年|今年|本年|明年|后年)(?:底|末|初|年底|度)?(?:的)?" + PART,
                (m, published) -> part(m, 2, published.getYear() + relative(m.group(1))));
        relativeYear("去年(?:全年|底|末|年底|年末)?(?!同期)", -1);
        relativeYear("(?<![之此以])前年(?:全年|底|末)?", -2);
        relativeYear("(?:今年|本年度|本年)(?:全年|底|末|年底|以来)?", 0);
        relativeYear("(?:明年|来年)(?:底|末|年底)?", 1);
        relativeYear("(?<![\\u4e00-\\u9fff&&[^到至在]])后年(?:底|末)?", 2);
        rule("(?:上年|上一年)(?:的)?" + PART, (m, published) -> yearBefore(part(m, 1, 0)));
        type("(?:上年|去年|上一年)(?:度)?同期|上年(?:度|全年)?|上一年(?:度|全年)?|前一年|同比基期", TimeType.ANCHORED_YEARS, 1);
        type("上(?:一)?年(?:年)?(?:末|底)|(?<![^比较])年初", TimeType.YEAR_BEFORE, 1);
        type("上(?:一)?(?:季度|季|个月|月)末?|前一季度", TimeType.ANCHORED_PREVIOUS, 0);
        type("同期|同年|当年|当期|该年", TimeType.SAME, 0);
        rule("全年|全年度", (m, published) -> TimeExpression.of(m.start(), m.end(), TimeType.PARTIAL, 0));
        rule("本季度?(?!节)(?:内|末)?", (m, published) -> TimeExpression.point(m.start(), m.end(), lastQuarter(published)));
        rule("报告期(?:内|末)?|本期", (m, published) -> TimeExpression.point(m.start(), m.end(), reporting(published)));
        rule(
                "(?:截至|截止)?(?:目前|当前|现在|如今)|至今|现有|迄今",
                (m, published) -> TimeExpression.point(
                        m.start(), m.end(), new When(published.getYear(), Grain.MONTH, published.getMonthValue())));
        rule("[“\"‘]?十([一二三四五六])五[”\"’]?(?:期间|时期|末|规划|时期末)?", (m, published) -> plan(m));
        rule(
                "(?<!年)[“\"‘]?(元旦|春节|清明|五一|端午|国庆|中秋)[”\"’]?(?:节|佳节)?(?:假期|黄金周|小?长假|假日)",
                (m, published) -> holiday(m, published));
        type("(?:未来|今后|接下来|往后|下一个?)的?" + N + "年(?:间|内|里)?", TimeType.FUTURE, -1);
        type("(?:用|力争|计划|争取)" + N + "年(?:左右)?的?时间|(?<![\\d第近这])" + N + "年内", TimeType.FUTURE, -1);
        type("(?:近|过去|最近|此前|前)的?" + N + "年(?:来|间|内|里)?", TimeType.PAST, -1);
        type(N + "年(?:之)?前", TimeType.AGO, -1);
        type("(?<![\\d第])" + N + "年(?:来|间|内|累计|后|期)?(?!级|代|度)", TimeType.DURATION, -1);
        type("(?<!\\d)" + N + "个?月(?!份|底)", TimeType.DURATION, 0);
        type("其间|期间|期内", TimeType.THROUGHOUT, 0);
        type("近年(?:来)?|未来(?:几年)?", TimeType.DURATION, 0);
        // ---- English ----
        rule(
                "\\b(?:from |between |in |over |during )?(?:fy)?" + Y + " ?(?:-|–|to|through|until) ?(?:fy)?" + Y,
                (m, published) -> span(m, year(m, 1), year(m, 2)));
        rule(
                "\\b(?:between|from) (?:the )?" + ENGLISH_PART + "(?:[- ](?:quarter|half))?(?: of| in)? " + Y
                        + " (?:and|to) (?:the )?" + ENGLISH_PART + "(?:[- ](?:quarter|half))?(?: of| in)? " + Y,
                (m, published) -> span(
                        m,
                        englishPart(m, 1, year(m, 2)).to(),
                        englishPart(m, 3, year(m, 4)).to()));
        rule(
                "\\b(?:between|from) " + MONTH + " " + Y + " (?:and|to) " + MONTH + " " + Y,
                (m, published) -> span(
                        m,
                        new When(year(m, 2), Grain.MONTH, month(m.group(1))),
                        new When(year(m, 4), Grain.MONTH, month(m.group(3)))));
        rule(
                "\\b(?:over|in|for|during) (?:the )?" + NUMBER_WORD + " years (?:to|through|until|ending|up to) " + Y,
                (m, published) -> yearsTo(m, number(m.group(1)), year(m, 2)));
        rule("\\bbetween (?:fy)?" + Y + " and (?:fy)?" + Y, (m, published) -> span(m, year(m, 1), year(m, 2)));
        rule(
                "\\b(?:the )?first (three|six|nine|[369]|two|four|five|seven|eight|ten|eleven) months(?: (?:of|in) " + Y
                        + ")?",
                (m, published) -> firstMonths(m));
        rule(
                "\\b(?:the )?" + ENGLISH_PART
                        + "(?:[- ]quarter|[- ]half|[- ]half-year)?(?:,? of| in)?,? ?(?:fiscal |fy ?)?" + Y,
                (m, published) -> englishPart(m, 1, year(m, 2)));
        rule(Y + " ?(q[1-4]|h[12])\\b", (m, published) -> englishPart(m, 2, year(m, 1)));
        rule(
                "\\b([1-4]q|q[1-4]|h[12]|[12]h) ?'?(2\\d)\\b",
                (m, published) -> englishPart(m, 1, 2000 + Integer.parseInt(m.group(2))));
        rule(
                "\\b(?:the )?(first|second|third|fourth)[- ](?:quarter|half)(?:-year)?\\b",
                (m, published) -> englishPart(m, 1, 0));
        rule("\\b(q[1-4]|h[12])\\b", (m, published) -> englishPart(m, 1, 0));
        rule(
                "\\b(?:in|during|(?:in|over) the (?:year|12 months|twelve months) (?:to|ended|ending)) " + MONTH
                        + "(?! ?\\d)",
                (m, published) -> monthOfYear(m));
        rule(
                "\\b(?:at|by|until|since) the (?:end|start|beginning|close) of " + MONTH + "(?! ?\\d)",
                (m, published) -> monthOfYear(m));
        rule(
                "\\bthis " + MONTH + "(?! ?\\d)",
                (m, published) -> TimeExpression.point(
                        m.start(), m.end(), new When(published.getYear(), Grain.MONTH, month(m.group(1)))));
        rule(
                "\\b(?:between )?" + MONTH + " (?:and|to|through) " + MONTH + "(?: " + Y + ")?",
                (m, published) -> months(m));
        rule(
                "\\b(?:in |since |by |mid-)?" + MONTH + ",? " + Y,
                (m, published) ->
                        TimeExpression.point(m.start(), m.end(), new When(year(m, 2), Grain.MONTH, month(m.group(1)))));
        rule(
                "\\b(?:fy|fiscal year |fiscal |financial year )" + Y,
                (m, published) -> TimeExpression.point(m.start(), m.end(), new When(year(m, 1), Grain.FISCAL_YEAR, 0)));
        rule(
                "\\bfy ?'?(2\\d)\\b",
                (m, published) -> TimeExpression.point(
                        m.start(), m.end(), new When(2000 + Integer.parseInt(m.group(1)), Grain.FISCAL_YEAR, 0)));
        rule(
                "(?:\\b(?:end|mid|late|early)-)?(?<![\\d$€£¥₹,.])" + Y
                        + "s?(?![\\d%a-z\\u4e00-\\u9fff]| [万亿元家个名人吨台辆件项只]|,\\d{3}|\\.\\d)",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(year(m, 1))));
        type("\\blast year(?='s (?:[^a-z\\d]{0,3}\\d|figure|level|total))", TimeType.ANCHORED_YEARS, 1);
        relativeYear("\\blast year\\b", -1);
        relativeYear("\\bthis year\\b", 0);
        relativeYear("\\bnext year\\b", 1);
        type("\\b(?:the year before last)\\b", TimeType.ANCHORED_YEARS, 2);
        type(
                "\\b(?:a|one) year (?:ago|earlier|before)\\b|\\bthe year before\\b|\\b(?:the )?(?:previous|prior|preceding) (?:fiscal |financial |business )?year\\b"
                        + "|\\b(?:the )?(?:prior-year|year-ago|year-earlier)(?: (?:period|quarter|half|month))?\\b"
                        + "|\\btwelve months (?:earlier|ago|before)\\b|\\bthe same period (?:last year|a year earlier)\\b"
                        + "|\\bthe (?:corresponding|same|comparable|equivalent) (?:period|quarter|half|month)(?: (?:of |in )?(?:last|the previous|the prior|the preceding) year| a year (?:earlier|ago|before))?\\b",
                TimeType.ANCHORED_YEARS,
                1);
        type(
                "\\b(?:a|one) (?:quarter|month) (?:ago|earlier|before)\\b"
                        + "|\\b(?:the )?(?:previous|prior|preceding|last) (?:quarter|month|half)\\b",
                TimeType.ANCHORED_PREVIOUS,
                0);
        rule(
                "\\b(?:now|today|currently|at present|present|presently|so far|to date)\\b",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(When.lastYear(published))));
        type(
                "\\b(?:over |in |within |for |during )?(?:the )?(?:next|coming|following) " + NUMBER_WORD
                        + "(?: years|[- ]year(?:s)?(?: period)?)\\b",
                TimeType.FUTURE,
                -1);
        type(
                "\\b(?:over |in |during )?(?:the )?(?:past|last|previous) " + NUMBER_WORD + " years\\b",
                TimeType.PAST,
                -1);
        type(
                "\\b(?:over |in |during )?(?:the )?(?:past (?:year|12 months|twelve months)|last (?:12|twelve) months)\\b",
                TimeType.PAST,
                1);
        type("\\b" + NUMBER_WORD + " years (?:ago|earlier)\\b", TimeType.AGO, -1);
        type("\\b(?:a|one) decade (?:ago|earlier|before)\\b", TimeType.AGO, 10);
        type("\\b(?:over|during|in|within) (?:the|a|that) decade\\b", TimeType.DURATION, 10);
        rule("\\b(?:the )?(march|june|september|december) quarter(?: of " + Y + ")?", (m, published) -> quarterTo(m));
        rule(
                "\\b(?:the )?(?:corresponding|same) (?:period|quarter|half|months?)(?: of| in) " + Y,
                (m, published) -> new TimeExpression(
                        m.start(), m.end(), TimeType.ANCHORED_YEARS, null, When.year(year(m, 1)), 0));
        rule(
                "\\b(?:at|as at|as of|on) " + MONTH + " (\\d{1,2})(?:st)?,? " + Y,
                (m, published) -> balanceDay(m, m.group(1), m.group(2), year(m, 3)));
        rule(
                "\\b(?:at|as at|as of|on) (\\d{1,2})(?:st)? " + MONTH + ",? " + Y,
                (m, published) -> balanceDay(m, m.group(2), m.group(1), year(m, 3)));
        rule(
                "\\b(?:the )?" + MONTHS_ENDED + " (?:on )?" + MONTH + "(?: \\d{1,2}(?:st)?)?(?:,? " + Y + ")?(?!\\d)",
                (m, published) -> periodEnded(m, m.group(1), m.group(2), m.group(3)));
        rule(
                "\\b(?:the )?" + MONTHS_ENDED + " (?:on )?\\d{1,2}(?:st)? " + MONTH + "(?:,? " + Y + ")?(?!\\d)",
                (m, published) -> periodEnded(m, m.group(1), m.group(2), m.group(3)));
        rule(
                "\\b(?:compared with|compared to|versus|against|from|than in|than) (?!may |march )" + MONTH
                        + "(?! ?\\d)",
                (m, published) ->
                        TimeExpression.partial(m.start(1), m.end(), new When(0, Grain.MONTH, month(m.group(1)))));
        type("\\b(?:in |within |over |for |after )?" + NUMBER_WORD + "[ -]years?\\b(?! old)", TimeType.DURATION, -1);
        type("\\b" + NUMBER_WORD + "[ -](?:months?|weeks?)\\b", TimeType.DURATION, 0);
        type(
                "\\b(?:over|during|in|throughout) (?:the |this )?(?:forecast |projection |same |review )?period\\b",
                TimeType.THROUGHOUT,
                0);
        rule(
                "\\bby the end of the decade\\b|\\bby the decade's end\\b",
                (m, published) ->
                        TimeExpression.point(m.start(), m.end(), When.year(published.getYear() / 10 * 10 + 10)));
        type("\\bfull[- ]year\\b|\\bfor the year\\b", TimeType.PARTIAL, 0);
        type("\\bby then\\b|\\bthat year\\b", TimeType.SAME, 0);
    }

    /** {@return the rules in their order} */
    static List<Rule> all() {
        return List.copyOf(RULES);
    }

    static TimeExpression withYears(TimeExpression found, Matcher match) {
        String word = "";
        for (int i = 1; i <= match.groupCount(); i++) {
            word = match.group(i) == null ? word : match.group(i);
        }
        return TimeExpression.of(found.start(), found.end(), found.type(), number(word));
    }

    static int number(String word) {
        Integer known = WORDS.getOrDefault(word, NumberScanner.ENGLISH_NUMERALS.get(word));
        return known != null
                ? known
                : word.isEmpty() || !Character.isDigit(word.charAt(0)) ? 0 : Integer.parseInt(word);
    }

    private static int year(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int chineseYear(String digits) {
        int year = 0;
        for (int i = 0; i < digits.length(); i++) {
            year = 10 * year + Math.max("零一二三四五六七八九".indexOf(digits.charAt(i)), 0);
        }
        return year;
    }

    /** The last of a feast before a date; the feasts of the moon by the month that they mostly fall in. */
    private static TimeExpression holiday(Matcher match, LocalDate published) {
        int month = switch (match.group(1)) {
            case "元旦" -> 1;
            case "春节" -> 2;
            case "清明" -> 4;
            case "五一" -> 5;
            case "端午" -> 6;
            case "中秋" -> 9;
            default -> 10;
        };
        int year = published.getYear() - (month <= published.getMonthValue() ? 0 : 1);
        return TimeExpression.point(match.start(), match.end(), When.year(year));
    }

    private static int relative(String word) {
        return switch (word) {
            case "去年" -> -1;
            case "前年" -> -2;
            case "明年" -> 1;
            case "后年" -> 2;
            default -> 0;
        };
    }

    private static @Nullable TimeExpression span(Matcher match, int from, int to) {
        return from < to
                ? new TimeExpression(match.start(), match.end(), TimeType.SPAN, When.year(from), When.year(to), 0)
                : null;
    }

    private static @Nullable TimeExpression span(Matcher match, @Nullable When from, @Nullable When to) {
        return from != null && to != null && from.compareTo(to) < 0
                ? new TimeExpression(match.start(), match.end(), TimeType.SPAN, from, to, 0)
                : null;
    }

    /** "over the five years to 2030": growth is counted from 2025, amounts are of the years after it. */
    private static @Nullable TimeExpression yearsTo(Matcher match, int years, int last) {
        return years < 2
                ? null
                : new TimeExpression(
                        match.start(), match.end(), TimeType.SPAN, When.year(last - years), When.year(last), years);
    }

    private static @Nullable TimeExpression plan(Matcher match) {
        int first = 2006 + 5 * (Objects.requireNonNull(WORDS.get(match.group(1))) - 1);
        return match.group().endsWith("末")
                ? TimeExpression.point(match.start(), match.end(), When.year(first + 4))
                : new TimeExpression(
                        match.start(), match.end(), TimeType.SPAN, When.year(first), When.year(first + 4), 5);
    }

    /** A part of a year by the five groups of {@link #PART}; without a year it is partial. */
    private static @Nullable TimeExpression part(Matcher match, int group, int year) {
        When when;
        if (match.group(group) != null) {
            when = new When(year, Grain.QUARTER, number(match.group(group)));
        } else if (match.group(group + 1) != null) {
            when = new When(year, Grain.HALF, match.group(group + 1).startsWith("上") ? 1 : 2);
        } else if (match.group(group + 2) != null) {
            int count = number(match.group(group + 2));
            boolean quarters = match.group(group + 3).equals("季度");
            if (count < 1 || count > (quarters ? 4 : 12)) {
                return null;
            }
            when = new When(year, quarters ? Grain.QUARTERS_FROM_FIRST : Grain.MONTHS_FROM_FIRST, count);
        } else {
            boolean fromJanuary = FROM_JANUARY.matcher(match.group()).find();
            when = new When(year, fromJanuary ? Grain.MONTHS_FROM_FIRST : Grain.MONTH, number(match.group(group + 4)));
        }
        return new TimeExpression(
                match.start(), match.end(), year == 0 ? TimeType.PARTIAL : TimeType.POINT, null, when, 0);
    }

    /** 上年四季度: the part of the year before the one spoken of. */
    private static @Nullable TimeExpression yearBefore(@Nullable TimeExpression part) {
        return part == null
                ? null
                : new TimeExpression(part.start(), part.end(), TimeType.ANCHORED_YEARS, null, part.to(), 1);
    }

    private static TimeExpression englishPart(Matcher match, int group, int year) {
        String word = match.group(group);
        boolean half =
                (word.contains("h") && word.length() == 2) || match.group().contains("half");
        String digit = word.replaceAll("[hq]", "");
        int part = word.length() == 2 ? Integer.parseInt(digit) : number(word);
        When when = new When(year, half ? Grain.HALF : Grain.QUARTER, part);
        return new TimeExpression(
                match.start(), match.end(), year == 0 ? TimeType.PARTIAL : TimeType.POINT, null, when, 0);
    }

    private static @Nullable TimeExpression months(Matcher match) {
        int first = month(match.group(1));
        int last = month(match.group(2));
        if (first != 1 || last <= 1) {
            return null;
        }
        int year = match.group(3) == null ? 0 : year(match, 3);
        When when = new When(year, Grain.MONTHS_FROM_FIRST, last);
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
        boolean quarters = months % 3 == 0;
        int year = match.group(2) == null ? 0 : year(match, 2);
        Grain grain = quarters ? Grain.QUARTERS_FROM_FIRST : Grain.MONTHS_FROM_FIRST;
        When when = new When(year, grain, quarters ? months / 3 : months);
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

    /** "the six months ended 30 June 2025"; a year that ends in another month than December is a fiscal one. */
    private static @Nullable TimeExpression periodEnded(
            Matcher match, String length, String monthName, @Nullable String yearDigits) {
        int month = month(monthName);
        int year = yearDigits == null ? 0 : Integer.parseInt(yearDigits);
        When when = switch (length.charAt(0)) {
            case 'y', '1' -> month == 12 ? When.year(year) : new When(year, Grain.FISCAL_YEAR, 0);
            case 'q' -> month % 3 == 0 ? new When(year, Grain.QUARTER, month / 3) : null;
            case 'h', 's' -> month % 6 == 0 ? new When(year, Grain.HALF, month / 6) : null;
            case 'n' -> month == 9 ? new When(year, Grain.QUARTERS_FROM_FIRST, 3) : null;
            default ->
                length.startsWith("three") && month % 3 == 0
                        ? new When(year, Grain.QUARTER, month / 3)
                        : length.startsWith("twelve") && month == 12 ? When.year(year) : null;
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

    /** The quarter that ended last before a date. */
    private static When lastQuarter(LocalDate published) {
        int quarter = (published.getMonthValue() - 1) / 3;
        return quarter > 0
                ? new When(published.getYear(), Grain.QUARTER, quarter)
                : new When(published.getYear() - 1, Grain.QUARTER, 4);
    }

    /** The half-year, nine months or year that a company reports on at a date. */
    private static When reporting(LocalDate published) {
        int month = published.getMonthValue();
        int year = published.getYear();
        return month >= 7 && month <= 9
                ? new When(year, Grain.HALF, 1)
                : month >= 10 ? new When(year, Grain.QUARTERS_FROM_FIRST, 3) : When.year(year - 1);
    }
}
