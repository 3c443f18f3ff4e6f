package dev.saidao.core.text;

import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.figure.ReferencePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times with names: five-year plans, decades, and words counted from the publication, such as 今年 and next five years. */
final class NamedPeriods {

    private static final String NUMBER =
            "(\\d{1,2}|[一二两三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)";
    static final Pattern THROUGH = Pattern.compile("through |截至|截止到|截止|截至到");
    static final Pattern DECADE =
            Pattern.compile("(?:the )?((?:19|20|21)\\d)0(?:'?s(?![a-z])|年代|er(?: jahre)?(?![a-z]))");
    private static final Pattern CENTURY_DECADE = Pattern.compile("(19|20|21|上|本)世[纪紀]([0-9一二三四五六七八九])(?:0|十)年代");
    static final Pattern PLAN =
            Pattern.compile("[\"'“”]*([一二三四五六七八九十]{1,3})五[\"'“”]*(规划纲要|规划期|规划|計劃|计划|期间|时期|末期|末|期末|收官(?!之年))*");
    /** Years of a plan: “十四五”前三年, 十四五第三年, 十五五开局之年. */
    private static final Pattern YEARS_OF_PLAN = Pattern.compile(
            "的?(?:([前头首后末]|最后)" + NUMBER + "个?年|第" + NUMBER + "个?年|(开局之?年|起步之?年|首年)|(收官之?年|末年))(?:间|来|里|内)?");

    private static final Pattern TO_PLAN = Pattern.compile("\\s?(?:[-–—~]+|至|到)\\s?(?=[\"'“”]*[一二三四五六七八九十]{1,3}五)");

    private static final Pattern PLAN_NUMBER = Pattern.compile("第([一二三四五六七八九十]{1,3})个五年(?:规划|计划)(?:期间|时期)?(末)?");
    private static final Pattern ENGLISH_PLAN = Pattern.compile(
            "(?:the )?(?:(end of )(?:the )?)?(\\d{1,2})(?:st|nd|rd|th) (?:five|5)-year[ -]plan(?: period)?(?: \\(fyp\\))?|(?:the )?(\\d{1,2})(?:st|nd|rd|th) fyp(?: period)?");
    private static final Pattern ENGLISH_PLAN_WORD = Pattern.compile(
            "(?:the )?(tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth) five-year[ -]plan(?: period)?");
    private static final Pattern EVERY = Pattern.compile("(?:每|every )\\s*" + NUMBER + "\\s*(?:年|years?)");
    static final Pattern NEXT = Pattern.compile("(?:未来|今后|今後|未來|将来|接下来|下一个?)\\s*" + NUMBER
            + "\\s*(?:年|个?年)(?:内|间|里|中)?|(?:over|in|within|during|for)?\\s?(?:the )?(?:next|coming|following)\\s"
            + NUMBER
            + "[ -]years?|(?:in|within) " + NUMBER + " years|향후\\s*" + NUMBER
            + "\\s*년|(?:in den )?(?:nächsten|kommenden) " + "(\\d{1,2}|zwei|drei|vier|fünf|zehn)" + " jahren?|今後"
            + NUMBER + "年間?|" + NUMBER + "年(?:之)?内");
    static final Pattern NEXT_DECADE =
            Pattern.compile("(?:over|in|within|during)?\\s?(?:the )?(?:next|coming) decade|未来十年|下一个十年");
    static final Pattern LAST = Pattern.compile("(?:过去|近|最近|過去|前)\\s*" + NUMBER
            + "\\s*年(?:来|间|里|中)?|(?:over|in|during|for)?\\s?(?:the )?(?:last|past|previous) " + NUMBER + " years|지난\\s*"
            + NUMBER + "\\s*년");
    static final Pattern LAST_DECADE = Pattern.compile("(?:over|in|during)?\\s?(?:the )?(?:last|past) decade");
    private static final Pattern RELATIVE = Pattern.compile(
            "今年|去年|明年|后年|後年|前年|本年度?|上年度?|上一年度?|昨年|來年|来年|올해|작년|내년|지난해|this year|last year|next year|the current year|current year|the previous year|(?:dieses|letztes|nächstes|vergangenes) jahr|cette année|l'an dernier|l'année prochaine");
    private static final Pattern CENTURY = Pattern.compile(
            "(?:by |at |到|至)?(?:the )?(?:本世纪末|本世紀末|21世纪末|end of (?:the|this|the 21st) century|ende des jahrhunderts|fin du siècle)");
    private static final Pattern YEAR_WORD = Pattern.compile("年");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\((?:to |bis |至|到)?");
    /** A quarter or month counted from another: a report of July on the second quarter calls that one its own. */
    private static final Pattern PART_NOW = Pattern.compile(
            "[本上](?:一?个)?(?:季度|季|月)份?(?![度初末底中下旬])|(?:this|the current|last|the previous) (?:quarter|month)(?![a-z])");

    private static final Pattern WHOLE_YEAR = Pattern.compile("全年");
    private static final int LEAP_YEAR = 2000;
    /** The first year of the first five-year plan. */
    private static final int FIRST_PLAN = 1953;

    private final PeriodText read;
    private final PeriodSpans spans;

    NamedPeriods(PeriodText read, PeriodSpans spans) {
        this.read = read;
        this.spans = spans;
    }

    /** Times with names: plans, decades, and words counted from the publication. */
    Optional<ReferencePeriod> named() {
        Matcher decade = read.matching(DECADE);
        if (decade != null) {
            int first = 10 * Integer.parseInt(decade.group(1));
            return Optional.of(ReferencePeriod.span(first, first + 9));
        }
        Matcher of = read.matching(CENTURY_DECADE);
        if (of != null) {
            int first = 100 * (century(of.group(1)) - 1) + 10 * PeriodNumbers.small(of.group(2));
            return Optional.of(ReferencePeriod.span(first, first + 9));
        }
        if (read.matching(CENTURY) != null) {
            return Optional.of(ReferencePeriod.by(2100));
        }
        Optional<ReferencePeriod> plan = plan();
        if (plan.isPresent()) {
            int at = read.index;
            if (plan.get().kind() == ReferencePeriod.Kind.SPAN) {
                Optional<ReferencePeriod> other = yearsOfPlan(plan.get()).or(() -> untilPlan(plan.get()));
                if (other.isPresent()) {
                    return other;
                }
            }
            if (read.looking(PeriodSpans.SINCE_BEHIND)) {
                return Optional.of(
                        spans.since(PeriodAtoms.Atom.of(plan.get().firstYear().orElseThrow()), at));
            }
            Optional<ReferencePeriod> years = inBrackets();
            if (years.isPresent() && !years.equals(plan)) {
                throw read.error("Years must be those of the plan: " + plan.get(), "年份须与规划一致：" + plan.get(), at);
            }
            return plan;
        }
        int start = read.index;
        Matcher every = read.matching(EVERY);
        if (every != null) {
            return Optional.of(ReferencePeriod.every(PeriodNumbers.small(every.group(1))));
        }
        Matcher next = read.matching(NEXT);
        if (next != null) {
            Optional<ReferencePeriod> said = inBrackets();
            if (said.isPresent()) {
                return said;
            }
            int now = read.published(start).getYear();
            return Optional.of(ReferencePeriod.span(now, now + firstNumber(next)));
        }
        if (read.matching(NEXT_DECADE) != null) {
            return Optional.of(ReferencePeriod.span(
                    read.published(start).getYear(), read.published(start).getYear() + 10));
        }
        Matcher last = read.matching(LAST);
        if (last != null) {
            int now = read.published(start).getYear();
            return Optional.of(ReferencePeriod.span(now - firstNumber(last), now));
        }
        if (read.matching(LAST_DECADE) != null) {
            return Optional.of(ReferencePeriod.span(
                    read.published(start).getYear() - 10, read.published(start).getYear()));
        }
        Matcher relative = read.matching(RELATIVE);
        return relative == null ? Optional.empty() : Optional.of(relativeYear(relative.group(), start));
    }

    /** The years behind relative words, which say the same: next five years (2025-2030). */
    private Optional<ReferencePeriod> inBrackets() {
        int before = read.index;
        if (read.looking(BRACKET)) {
            Optional<ReferencePeriod> said = spans.span(read.index);
            read.looking(YEAR_WORD);
            if (said.isPresent() && read.text.startsWith(")", read.index)) {
                read.index++;
                return said;
            }
        }
        read.index = before;
        return Optional.empty();
    }

    private static int firstNumber(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String word = matcher.group(i);
            if (word != null) {
                int german = List.of("zwei", "drei", "vier", "fünf").indexOf(word);
                return german >= 0 ? german + 2 : word.equals("zehn") ? 10 : PeriodNumbers.small(word);
            }
        }
        return 0;
    }

    private ReferencePeriod relativeYear(String word, int start) {
        int now = read.published(start).getYear();
        int shift = word.matches(
                        "去年|上年度?|上一年度?|昨年|작년|지난해|last year|the previous year|letztes jahr|vergangenes jahr|l'an dernier")
                ? -1
                : word.matches("明年|來年|来年|내년|next year|nächstes jahr|l'année prochaine")
                        ? 1
                        : word.matches("后年|後年") ? 2 : word.equals("前年") ? -2 : 0;
        int year = now + shift;
        Optional<ReferencePeriod> part = partOf(year);
        if (part.isPresent()) {
            return part.get();
        }
        read.looking(WHOLE_YEAR);
        return read.looking(Pattern.compile("年?[底末]")) ? ReferencePeriod.endOf(year) : ReferencePeriod.year(year);
    }

    /** A part of a year that is known, in the words that stand behind a year: 上半年, 三季度, 1-9月, 9月末. */
    private Optional<ReferencePeriod> partOf(int year) {
        String before = year + "年";
        Optional<PeriodAtoms.Atom> part = PeriodAtoms.at(before + read.text.substring(read.index), 0)
                .filter(found -> found.part() != null)
                .filter(found -> isChinese(read.index + found.end() - before.length()));
        part.ifPresent(found -> read.index += found.end() - before.length());
        return part.map(PeriodSpans::period);
    }

    /** Whether there is a Chinese word from here to a place: Q1 is of no year that is not printed. */
    private boolean isChinese(int end) {
        return end > read.index && read.text.substring(read.index, end).chars().anyMatch(Character::isIdeographic);
    }

    /** A part of the year in which the text was published, which must have begun by then: 上半年, 截至9月末. */
    Optional<ReferencePeriod> partOfThisYear() {
        int before = read.index;
        if (read.matching(PART_NOW) != null) {
            throw read.error(
                    "Quarter or month must be named, as it may be that of the report or of the day of publication: write 2024-Q2",
                    "须写明季度或月份，本季度可指报告所述之季，亦可指发布之季：请写 2024年第二季度",
                    before);
        }
        int start = read.looking(THROUGH) ? read.index : before;
        // any year would do to see whether there is a part
        if (partOf(LEAP_YEAR).isEmpty()) {
            read.index = before;
            return Optional.empty();
        }
        LocalDate now = read.published(start);
        read.index = start;
        Optional<ReferencePeriod> part = partOf(now.getYear());
        boolean begun = part.flatMap(period -> period.lastPart().or(period::firstPart))
                .filter(last -> firstDay(last).compareTo(now) <= 0)
                .isPresent();
        if (!begun) {
            read.index = before;
            throw read.error("Part of a year must say its year, such as 2025年12月", "须写明年份，如2025年12月", start);
        }
        return part;
    }

    private static LocalDate firstDay(CalendarPart part) {
        int month = switch (part.granularity()) {
            case HALF -> 6 * part.number() - 5;
            case QUARTER -> 3 * part.number() - 2;
            default -> part.number();
        };
        boolean day = part.granularity() == CalendarPart.Granularity.DAY;
        return LocalDate.of(part.year(), month, day ? part.day() : 1);
    }

    private static int century(String word) {
        return word.equals("上") ? 20 : word.equals("本") ? 21 : Integer.parseInt(word);
    }

    private Optional<ReferencePeriod> plan() {
        Matcher chinese = read.matching(PLAN);
        if (chinese != null) {
            boolean end = chinese.group(2) != null && chinese.group().contains("末");
            return planOf(PeriodNumbers.small(chinese.group(1)), end);
        }
        Matcher numbered = read.matching(PLAN_NUMBER);
        if (numbered != null) {
            return planOf(PeriodNumbers.small(numbered.group(1)), numbered.group(2) != null);
        }
        Matcher english = read.matching(ENGLISH_PLAN);
        if (english != null) {
            String number = english.group(2) == null ? english.group(3) : english.group(2);
            return planOf(Integer.parseInt(number), english.group(1) != null);
        }
        Matcher word = read.matching(ENGLISH_PLAN_WORD);
        return word == null
                ? Optional.empty()
                : planOf(
                        10
                                + List.of("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth")
                                        .indexOf(word.group(1)),
                        false);
    }

    /** The years that words behind a plan name, if they are of it. */
    private Optional<ReferencePeriod> yearsOfPlan(ReferencePeriod plan) {
        int at = read.index;
        Matcher years = read.matching(YEARS_OF_PLAN);
        if (years == null) {
            return Optional.empty();
        }
        int first = plan.firstYear().orElseThrow();
        int last = plan.lastYear().orElseThrow();
        boolean fromEnd = years.group(1) != null && "后末最后".contains(years.group(1));
        int from = years.group(4) != null ? 1 : years.group(5) != null ? last - first + 1 : 0;
        int number = from > 0 ? from : PeriodNumbers.small(years.group(years.group(1) != null ? 2 : 3));
        if (number < 1 || first + number - 1 > last) {
            throw read.error("Years must be those of the plan: " + plan, "年份须在规划期内：" + plan, at);
        }
        boolean one = years.group(1) == null || number == 1;
        int year = fromEnd ? last - number + 1 : first + number - 1;
        return Optional.of(
                one
                        ? ReferencePeriod.year(year)
                        : fromEnd ? ReferencePeriod.span(year, last) : ReferencePeriod.span(first, year));
    }

    /** “十三五”至“十四五”期间: all years of both plans and of those between them. */
    private Optional<ReferencePeriod> untilPlan(ReferencePeriod first) {
        int before = read.index;
        Optional<ReferencePeriod> last = read.looking(TO_PLAN) ? plan() : Optional.empty();
        int from = first.firstYear().orElseThrow();
        int to = last.flatMap(ReferencePeriod::lastYear).orElse(from);
        if (to <= first.lastYear().orElseThrow()) {
            read.index = before;
            return Optional.empty();
        }
        return Optional.of(ReferencePeriod.span(from, to));
    }

    private static Optional<ReferencePeriod> planOf(int number, boolean end) {
        if (number < 1 || number > 40) {
            return Optional.empty();
        }
        // a pause from 1963 to 1965 came before the third plan
        int first = FIRST_PLAN + 5 * (number - 1) + (number > 2 ? 3 : 0);
        return Optional.of(end ? ReferencePeriod.by(first + 4) : ReferencePeriod.span(first, first + 4));
    }
}
