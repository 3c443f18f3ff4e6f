package dev.saidao.core.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that name times, as patterns, and what each of them names: days in digits, then Chinese, then English words. */
final class TimeRules {

    private TimeRules() {}

    /** A year in digits, as one group. */
    static final String Y = "(?<!\\d)((?:19|20)\\d\\d)(?!\\d)";

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

    private static final int MONTHS = 12;
    private static final int CENTURY = 100;

    /** What a pattern makes of a match. */
    @FunctionalInterface
    interface Reader {
        @Nullable TimeExpression read(Matcher match, LocalDate published);
    }

    record Rule(Pattern pattern, Reader reader) {}

    private static final TimeRuleList DAYS = new TimeRuleList();

    static {
        DAYS.type(Y + "[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)", TimeType.EVENT, 0);
        DAYS.type(Y + "/(?:0[1-9]|1[0-2])(?![\\d/])", TimeType.EVENT, 0);
        DAYS.rule(Y + "/(\\d\\d)(?:年度|榨季|产季|学年|雪季|赛季|财年)?(?![\\d/%.])", (m, published) -> splitYear(m));
        DAYS.type(
                "(?<![\\d:])\\d{1,2}:[0-5]\\d(?::[0-5]\\d)?(?![\\d:])(?= ?(?:am|pm|a\\.m|p\\.m|左右|许|[,,。)]|$))",
                TimeType.EVENT,
                0);
    }

    /** {@return the rules in their order; of two that match the same words the first counts} */
    static List<Rule> all() {
        return Stream.of(DAYS.all(), ChineseTimeRules.all(), EnglishTimeRules.all())
                .flatMap(List::stream)
                .toList();
    }

    /** 2025/26: two years that follow each other, of which the second has no month's number. */
    private static @Nullable TimeExpression splitYear(Matcher match) {
        int first = year(match, 1);
        int second = Integer.parseInt(match.group(2));
        return second > MONTHS && (first + 1) % CENTURY == second
                ? TimeExpression.point(match.start(), match.end(), new When(first, When.Grain.SPLIT_YEAR, 0))
                : null;
    }

    static TimeExpression withYears(TimeExpression found, Matcher match) {
        String word = "";
        for (int i = 1; i <= match.groupCount(); i++) {
            word = match.group(i) == null ? word : match.group(i);
        }
        return TimeExpression.of(found.start(), found.end(), found.type(), number(word));
    }

    static int number(String word) {
        Integer known = WORDS.getOrDefault(word, EnglishNumerals.NUMERALS.get(word));
        return known != null
                ? known
                : word.isEmpty() || !Character.isDigit(word.charAt(0)) ? 0 : Integer.parseInt(word);
    }

    static int year(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    static @Nullable TimeExpression span(Matcher match, int from, int to) {
        return from < to
                ? new TimeExpression(match.start(), match.end(), TimeType.SPAN, When.year(from), When.year(to), 0)
                : null;
    }

    static @Nullable TimeExpression span(Matcher match, @Nullable When from, @Nullable When to) {
        return from != null && to != null && from.compareTo(to) < 0
                ? new TimeExpression(match.start(), match.end(), TimeType.SPAN, from, to, 0)
                : null;
    }
}
