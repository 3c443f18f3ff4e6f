package dev.saidao.core.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of its years that a line above a table, or a head, says the numbers to be of: Period: January to June, 1-6月主要指标, Six months
 * ended 30 June.
 *
 * @param part the part, such as -H1; null if a part is said that is not understood, or more than one
 * @param said the words that say it
 */
record PartAbove(@Nullable String part, String said) {

    private static final String FILE = "times.txt";
    private static final int LONGEST = 300;
    private static final int MONTHS = 12;

    private static final Pattern BETWEEN_CLAUSES = Pattern.compile("[;:()\uFF08\uFF09\\[\\]|,\uFF0C\uFF1B\uFF1A。\\n]");
    private static final Pattern PUBLISHED = WordLines.pattern(FILE, "published");
    private static final Pattern YEAR_TO_DATE = WordLines.pattern(FILE, "year to date");

    /** January to June, Jan-Sep: with the words that may stand between the names of months. */
    private static final Pattern NAMED_MONTHS =
            Pattern.compile("(?iu)(?<!\\p{L})(\\p{L}{3,10})\\.?\\s*(?:[-\u2013\u2014/]|\\s(?:"
                    + alternatives("to month") + ")\\s)\\s*(\\p{L}{3,10})(?!\\p{L})");

    /** 1-6月, 1月至6月. */
    private static final Pattern NUMBERED_MONTHS = Pattern.compile(
            "(?<![\\d.])(0?[1-9]|1[0-2])\\s?月?份?\\s?[-\u2013\u2014－~\uFF5E\u301C至到]\\s?(0?[1-9]|1[0-2])\\s?月");

    /** Six months ended 30 June, half-year to December, quarter ended March. */
    private static final Pattern UP_TO =
            Pattern.compile("(?iu)(?<!\\p{L})(three|six|nine|3|6|9|half|quarter)(?:[- ](?:months?|years?))?"
                    + "\\s+(?:ended|ending|to|up to)\\s+(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(\\p{L}{3,10})(?!\\p{L})");

    /** 截至6月30日止六个月. */
    private static final Pattern UP_TO_CHINESE = Pattern.compile("(1[0-2]|[1-9])月(?:\\d{1,2}日)?止?的?([三六九369])[个個]月");

    /** 前三季度, 前5个月. */
    private static final Pattern FIRST_ONES = Pattern.compile("前([二两三23])季度?|前([一二三四五六七八九十]|1[01]|[1-9])[个個]月");

    /** First nine months. */
    private static final Pattern FIRST_MONTHS = Pattern.compile(
            "(?iu)(?<!\\p{L})first (two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2}) months(?!\\p{L})");

    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven");

    /** Halves and quarters, by words or signs that are nothing else. */
    private static final Pattern NAMED = Pattern.compile("(?iu)(?<!\\p{L})(?:"
            + PartWords.words().stream()
                    .filter(words -> words.indexOf(' ') > 0)
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")(?!\\p{L})|[上下]半年|第?[一二三四1-4]季度|(?-i:(?<![\\p{L}\\d])(?:[QH][1-4])(?![\\p{L}\\d]))");

    /** 10月份社会消费品零售总额; not 截至6月, 6月末, 3月期. */
    private static final Pattern MONTH_IN_CHINESE = Pattern.compile(
            "(?<![\\d年至到前.\\-\u2013\u2014－~\uFF5E])(1[0-2]|[1-9])月(?!\\s?[\\d底末初止期起以前至到\\-\u2013\u2014－~\uFF5E])");

    /** A month at the end of a line: Sales in October. */
    private static final Pattern IN_MONTH =
            Pattern.compile("(?iu).*(?<!\\p{L})(?:" + alternatives("in month") + ")\\s+(\\p{L}{3,10})\\.?");

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

    private static String alternatives(String meaning) {
        return WordLines.words(FILE, meaning).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /**
     * The part that lines say, each of which may say none.
     *
     * @param lines the lines
     * @param years the years of the table: of another year a line says when it was written
     * @return the part; null if none is said, or but whole years
     */
    static @Nullable PartAbove of(List<String> lines, Set<String> years) {
        Set<String> parts = new HashSet<>();
        String said = "";
        boolean open = false;
        for (String line : lines) {
            if (line.length() > LONGEST || PUBLISHED.matcher(line).find()) {
                continue;
            }
            for (String clause : BETWEEN_CLAUSES.split(line)) {
                Found found = isOfOtherYear(clause, years) ? Found.NONE : found(clause.strip());
                if (found.said() && !"".equals(found.part())) {
                    said = said.isEmpty() ? line : said;
                    open |= found.part() == null;
                    parts.add(String.valueOf(found.part()));
                }
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        return new PartAbove(open || parts.size() > 1 ? null : parts.iterator().next(), said);
    }

    private static boolean isOfOtherYear(String clause, Set<String> years) {
        Matcher year = YEAR.matcher(clause);
        boolean any = false;
        while (year.find()) {
            if (years.contains(year.group())) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /**
     * What a clause says.
     *
     * @param said whether it says anything of a part of a year
     * @param part the part, empty for the whole year; null if it is not understood
     */
    private record Found(boolean said, @Nullable String part) {

        static final Found NONE = new Found(false, "");

        static Found of(@Nullable String part) {
            return new Found(true, part);
        }

        /** From one month to another: twelve months are a whole year, be it one that begins with another month. */
        static Found of(int first, int last) {
            boolean whole = (last - first + MONTHS) % MONTHS == MONTHS - 1;
            return of(whole ? "" : PartWords.ofMonths(first, last));
        }

        /** Some months up to one. */
        static Found upTo(int month, int count) {
            return month < count ? of(null) : of(month - count + 1, month);
        }
    }

    private static Found found(String clause) {
        Matcher m = NAMED_MONTHS.matcher(clause);
        while (m.find()) {
            Integer first = PartWords.monthOf(m.group(1));
            Integer last = PartWords.monthOf(m.group(2));
            if (first != null && last != null && !first.equals(last)) {
                return Found.of(first, last);
            }
        }
        m = NUMBERED_MONTHS.matcher(clause);
        if (m.find()) {
            return Found.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        }
        m = UP_TO.matcher(clause);
        Integer end = m.find() ? PartWords.monthOf(m.group(2)) : null;
        if (end != null) {
            return Found.upTo(end, monthsIn(m.group(1).toLowerCase(Locale.ROOT)));
        }
        m = UP_TO_CHINESE.matcher(clause);
        if (m.find()) {
            return Found.upTo(Integer.parseInt(m.group(1)), monthsIn(m.group(2)));
        }
        m = FIRST_ONES.matcher(clause);
        if (m.find()) {
            return firstMonths(m.group(1) == null ? numberOf(m.group(2)) : 3 * numberOf(m.group(1)));
        }
        m = FIRST_MONTHS.matcher(clause);
        if (m.find()) {
            String count = m.group(1).toLowerCase(Locale.ROOT);
            return firstMonths(NUMBERS.contains(count) ? NUMBERS.indexOf(count) + 1 : Integer.parseInt(count));
        }
        if (YEAR_TO_DATE.matcher(clause).find()) {
            Set<Integer> months = new HashSet<>();
            for (String word : clause.split("[^\\p{L}]+")) {
                Integer month = word.length() < 3 ? null : PartWords.monthOf(word);
                if (month != null) {
                    months.add(month);
                }
            }
            return months.size() == 1 ? Found.of(1, months.iterator().next()) : Found.of(null);
        }
        return ofOnePart(clause);
    }

    private static Found firstMonths(int count) {
        return count == 1 ? Found.of("-01") : count > MONTHS ? Found.of(null) : Found.of(1, count);
    }

    /** A quarter, a half or one month. */
    private static Found ofOnePart(String clause) {
        Matcher m = NAMED.matcher(clause);
        if (m.find()) {
            return Found.of(PartWords.of(m.group()));
        }
        m = MONTH_IN_CHINESE.matcher(clause);
        if (m.find()) {
            return Found.of("-" + TimeText.two(Integer.parseInt(m.group(1))));
        }
        Integer month = PartWords.monthOf(clause);
        m = IN_MONTH.matcher(clause);
        if (month == null && m.matches()) {
            month = PartWords.monthOf(m.group(1));
        }
        return month == null ? Found.NONE : Found.of("-" + TimeText.two(month));
    }

    /** How many months a number, a quarter or a half has. */
    static int monthsIn(String words) {
        return switch (words) {
            case "three", "3", "三", "quarter" -> 3;
            case "six", "6", "六", "half" -> 6;
            default -> 9;
        };
    }

    private static int numberOf(String digit) {
        int chinese = "一二三四五六七八九十".indexOf(digit);
        return digit.equals("两") ? 2 : chinese < 0 ? Integer.parseInt(digit) : chinese + 1;
    }
}
