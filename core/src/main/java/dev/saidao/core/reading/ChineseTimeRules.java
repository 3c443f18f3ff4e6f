package dev.saidao.core.reading;

import static dev.saidao.core.reading.TimeRules.Y;
import static dev.saidao.core.reading.TimeRules.number;
import static dev.saidao.core.reading.TimeRules.span;
import static dev.saidao.core.reading.TimeRules.year;

import dev.saidao.core.reading.When.Grain;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Chinese words that name times: 2025年上半年, 去年同期, “十四五”时期, 未来五年. */
final class ChineseTimeRules {

    private ChineseTimeRules() {}

    /** The first year of the eleventh five-year plan. */
    private static final int FIRST_YEAR = 2006;

    static final int YEARS_OF_PLAN = 5;

    private static final Pattern FROM_JANUARY = Pattern.compile("1\\s?[-–~至]");
    private static final String N = "([一二两三四五六七八九十]{1,2}|\\d{1,2})";
    private static final String PART = "(?:第?([一二三四1-4首])季度?(?!节)|(上半年|下半年)|[前首]" + N
            + "个?(季度?|月)(?!节)|(?:1\\s?[-–~至]\\s?)?(?<![\\d.一二三四五六七八九十])(十[一二]|[一二三四五六七八九十]|1[0-2]|[1-9])月(?:份|底|末)?(?!\\d))";

    private static final String NUMERAL = "[一二三四五六七八九十]{1,3}";
    private static final String ENDED = "(?:为?止)的?(三个月|六个月|九个月|十二个月|[369]个月|12个月|(?:财政)?年度|全年|季度)";

    private static final TimeRuleList RULES = new TimeRuleList();

    static {
        RULES.type("(?:" + Y + "年)?(?<!\\d)\\d{1,2}月\\d{1,2}日", TimeType.EVENT, 0);
        RULES.rule(
                Y + "年?(?:底|末|初)? ?(?:[-–~]{1,2}|至|到) ?" + Y + "(?:年(?:底|末)?|财年)?",
                (m, published) -> span(m, year(m, 1), year(m, 2)));
        RULES.rule(Y + "年?(?:底|末|年末|年底|年度|度|全年)?(?:的|,)?" + PART, (m, published) -> part(m, 2, year(m, 1)));
        RULES.rule(
                Y + "年(1[0-2]|[1-9])月(?:\\d{1,2}日|底|末)?" + ENDED,
                (m, published) -> endedBy(m, year(m, 1), Integer.parseInt(m.group(2))));
        RULES.rule("(?<![\\w.])(2\\d)(?:年)?(?:q([1-4])|h([12])|(q1-q?3))(?![\\w.%])", (m, published) -> shortYear(m));
        RULES.rule(
                "(?<![\\w.近第前后])(2\\d)年(?:的)?" + PART,
                (m, published) -> part(m, 2, 2000 + Integer.parseInt(m.group(1))));
        RULES.rule(
                Y + "(?:财年|财政年度)",
                (m, published) -> TimeExpression.point(m.start(), m.end(), new When(year(m, 1), Grain.FISCAL_YEAR, 0)));
        RULES.rule(
                Y + "年(?:底|末|初|度|全年|年底|年末|年度|同期)?",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(year(m, 1))));
        RULES.rule(
                "(?<!\\d)([一二][〇零一二三四五六七八九]{3})年(" + NUMERAL + ")月(?:" + NUMERAL + "日|底|末)?" + ENDED,
                (m, published) -> endedBy(m, chineseYear(m.group(1)), number(m.group(2))));
        RULES.rule(
                "(?<!\\d)([一二][〇零一二三四五六七八九]{3})年(?:底|末|初|同期)?",
                (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(chineseYear(m.group(1)))));
        RULES.rule("(?<!\\d)" + PART, (m, published) -> part(m, 1, 0));
        RULES.rule(
                "(去年|前年|今年|本年|明年|后年)(?:底|末|初|年底|度)?(?:的)?" + PART,
                (m, published) -> part(m, 2, published.getYear() + relative(m.group(1))));
        RULES.relativeYear("去年(?:全年|底|末|年底|年末)?(?!同期)", -1);
        RULES.relativeYear("(?<![之此以])前年(?:全年|底|末)?", -2);
        RULES.relativeYear("(?:今年|本年度|本年)(?:全年|底|末|年底|以来)?", 0);
        RULES.relativeYear("(?:明年|来年)(?:底|末|年底)?", 1);
        RULES.relativeYear("(?<![\\u4e00-\\u9fff&&[^到至在]])后年(?:底|末)?", 2);
        RULES.rule("(?:上年|上一年)(?:的)?" + PART, (m, published) -> yearBefore(part(m, 1, 0)));
        RULES.type("(?:上年|去年|上一年)(?:度)?同期|上年(?:度|全年)?|上一年(?:度|全年)?|前一年|同比基期", TimeType.ANCHORED_YEARS, 1);
        RULES.type("上一?(?:榨季|产季|学年|雪季|赛季)", TimeType.ANCHORED_YEARS, 1);
        RULES.type("上(?:一)?年(?:年)?(?:末|底)|(?<![^比较])年初", TimeType.YEAR_BEFORE, 1);
        RULES.type(
                "上(?:一)?(?:季度|季|个月|月)末?|[前上][一1]个?季度?(?!节)|对上(?:三|3|一|1)个月|先前(?:三|3)个月|前一个?月",
                TimeType.ANCHORED_PREVIOUS,
                0);
        RULES.type("同期|同年|当年|当期|该年|当月|(?<![每])单月", TimeType.SAME, 0);
        RULES.rule("全年|全年度", (m, published) -> TimeExpression.of(m.start(), m.end(), TimeType.PARTIAL, 0));
        RULES.rule(
                "本季度?(?!节)(?:内|末)?",
                (m, published) -> TimeExpression.point(m.start(), m.end(), lastQuarter(published)));
        RULES.rule(
                "(?:截至|截止)?(?:报告)?期末",
                (m, published) -> TimeExpression.point(m.start(), m.end(), endOf(reporting(published))));
        RULES.rule("报告期内?|本期(?!末)", (m, published) -> TimeExpression.point(m.start(), m.end(), reporting(published)));
        RULES.rule(
                "(?:截至|截止)?(?:目前|当前|现在|如今)|至今|现有|迄今",
                (m, published) -> TimeExpression.point(
                        m.start(), m.end(), new When(published.getYear(), Grain.MONTH, published.getMonthValue())));
        RULES.rule("[“\"‘]?十([一二三四五六])五[”\"’]?(?:期间|时期|末|规划|时期末)?", (m, published) -> plan(m));
        RULES.rule(
                "[“\"‘]?十([一二三四五六])五[”\"’]?(?:期间|时期|规划)?的?(?:(前|头|首|后|末|最后)" + N + "个?年|第" + N
                        + "年|(开局之?年|首年)|(收官之?年|末年))(?:间|来|里)?",
                (m, published) -> yearsOfPlan(m));
        RULES.rule(
                "(?<!年)[“\"‘]?(元旦|春节|清明|五一|端午|国庆|中秋)[”\"’]?(?:节|佳节)?(?:假期|黄金周|小?长假|假日)",
                (m, published) -> holiday(m, published));
        RULES.type("(?:未来|今后|接下来|往后|下一个?)的?" + N + "年(?:间|内|里)?", TimeType.FUTURE, -1);
        RULES.type("(?:用|力争|计划|争取)" + N + "年(?:左右)?的?时间|(?<![\\d第近这])" + N + "年内", TimeType.FUTURE, -1);
        RULES.type("(?:近|过去|最近|此前|前)的?" + N + "年(?:来|间|内|里)?", TimeType.PAST, -1);
        RULES.type(N + "年(?:之)?前", TimeType.AGO, -1);
        RULES.type("(?<![\\d第])" + N + "年(?:来|间|内|累计|后|期)?(?!级|代|度)", TimeType.DURATION, -1);
        RULES.type("(?<!\\d)" + N + "个?月(?!份|底)", TimeType.DURATION, 0);
        RULES.type("其间|期间|期内", TimeType.THROUGHOUT, 0);
        RULES.type("近年(?:来)?|未来(?:几年)?", TimeType.DURATION, 0);
    }

    static List<TimeRules.Rule> all() {
        return RULES.all();
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

    /** 截至2020年6月30日止六个月: the part of a year that ends with a month; a year that ends within one is one of accounts. */
    private static @Nullable TimeExpression endedBy(Matcher match, int year, int month) {
        When when = switch (match.group(3)) {
            case "三个月", "3个月", "季度" -> When.monthsTo(3, year, month);
            case "六个月", "6个月" -> When.monthsTo(6, year, month);
            case "九个月", "9个月" -> month == 9 ? When.monthsFromFirst(year, month) : null;
            default -> month == 12 ? When.year(year) : new When(year, Grain.FISCAL_YEAR, 0);
        };
        return when == null ? null : TimeExpression.point(match.start(), match.end(), when);
    }

    /** 24H1, 24Q2, 24Q1-Q3, as brokers write them. */
    private static TimeExpression shortYear(Matcher match) {
        int year = 2000 + Integer.parseInt(match.group(1));
        When when = match.group(2) != null
                ? new When(year, Grain.QUARTER, Integer.parseInt(match.group(2)))
                : match.group(3) != null
                        ? new When(year, Grain.HALF, Integer.parseInt(match.group(3)))
                        : new When(year, Grain.QUARTERS_FROM_FIRST, 3);
        return TimeExpression.point(match.start(), match.end(), when);
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

    private static @Nullable TimeExpression plan(Matcher match) {
        int first = FIRST_YEAR + YEARS_OF_PLAN * (number(match.group(1)) - 1);
        return match.group().endsWith("末")
                ? TimeExpression.point(match.start(), match.end(), When.year(first + 4))
                : new TimeExpression(
                        match.start(),
                        match.end(),
                        TimeType.SPAN,
                        When.year(first),
                        When.year(first + 4),
                        YEARS_OF_PLAN);
    }

    /** The last year of the five-year plan that a year is in. */
    static When endOfPlan(When year) {
        return When.year(year.year() + Math.floorMod(FIRST_YEAR - 1 - year.year(), YEARS_OF_PLAN));
    }

    /** “十四五”前三年, 十四五第三年, 十五五开局之年: years of a plan, of which growth is counted from the year before. */
    private static @Nullable TimeExpression yearsOfPlan(Matcher match) {
        int first = FIRST_YEAR + YEARS_OF_PLAN * (number(match.group(1)) - 1);
        int last = first + YEARS_OF_PLAN - 1;
        if (match.group(5) != null || match.group(6) != null) {
            return TimeExpression.point(match.start(), match.end(), When.year(match.group(5) != null ? first : last));
        }
        boolean some = match.group(2) != null;
        int years = number(match.group(some ? 3 : 4));
        if (years < 1 || years > YEARS_OF_PLAN) {
            return null;
        }
        boolean fromEnd = some && "后末最后".contains(match.group(2));
        int year = fromEnd ? last - years + 1 : first + years - 1;
        return !some || years == 1
                ? TimeExpression.point(match.start(), match.end(), When.year(year))
                : new TimeExpression(
                        match.start(),
                        match.end(),
                        TimeType.SPAN,
                        When.year(fromEnd ? year : first),
                        When.year(fromEnd ? last : year),
                        years);
    }

    /** A part of a year by the five groups of {@link #PART}; without a year it is partial. */
    private static @Nullable TimeExpression part(Matcher match, int group, int year) {
        When when;
        if (match.group(group) != null) {
            String quarter = match.group(group);
            when = new When(year, Grain.QUARTER, quarter.equals("首") ? 1 : number(quarter));
        } else if (match.group(group + 1) != null) {
            when = new When(year, Grain.HALF, match.group(group + 1).startsWith("上") ? 1 : 2);
        } else if (match.group(group + 2) != null) {
            int count = number(match.group(group + 2));
            boolean quarters = match.group(group + 3).startsWith("季");
            boolean one = quarters && count == 1 && match.group().endsWith("季"); // 前一季 is the quarter before
            if (count < 1 || one || count > (quarters ? 4 : 12)) {
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

    /** The quarter that ended last before a date. */
    static When lastQuarter(LocalDate published) {
        int quarter = (published.getMonthValue() - 1) / 3;
        return quarter > 0
                ? new When(published.getYear(), Grain.QUARTER, quarter)
                : new When(published.getYear() - 1, Grain.QUARTER, 4);
    }

    /** The month with which a part of a year ends; a year is itself. */
    static When endOf(When period) {
        return period.grain().isYear()
                ? period
                : new When(period.year(), Grain.MONTH, period.grain().lastMonth(period.part()));
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
