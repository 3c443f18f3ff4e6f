package dev.saidao.core.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of a table that neither a column nor a head says, and the lines above it do: 2022年各地区生产总值, Population by region,
 * 2022. All these lines must say one time, and beside it nothing that makes it another one or none: at 2015 prices, since 2015,
 * Yearbook 2023. Or lines between the rows say nothing but a time each, which is that of the rows below.
 *
 * @param grid the table with that time in a column of its own, the first
 * @param said the line that says it, or the first that does
 * @param partOfYear whether the line says a part of the year, of which but the year was added since heads say their own parts
 */
record TimeAbove(Grid grid, String said, boolean partOfYear) {

    private static final String FILE = "times.txt";
    private static final int SEARCHED = 30;
    private static final int LONGEST = 300;
    /** So many characters beside a year can be of the time. */
    private static final int BESIDE = 14;

    private static final char FIRST_OF_CHINESE = '\u2e80';
    private static final Pattern YEAR = Pattern.compile(
            "(?:(?<![\\d.,])|(?<=(?<![\\d.,])\\d{1,2}\\.\\d{1,2}\\.))(?:19|20)\\d\\d(?![\\d.,]\\d|\\d)");
    /** Years of other calendars, which are not looked for here. */
    private static final Pattern OTHER_YEARS = Pattern.compile("昭和|平成|令和|民國|民国|(?<!\\d)1[0-2]\\d年");

    private static final Pattern ERA = Pattern.compile("(?:中華)?(昭和|平成|令和|民國|民国)\\s*(\\d{1,3}|元)年");
    /** Lines that say when something was published, or of what something else is. */
    private static final Pattern NOT_OF_NUMBERS = WordLines.pattern(FILE, "not of numbers");

    /** The number of a table before its title: 表3, Table 2.1. */
    private static final Pattern NUMBER_OF_TABLE = Pattern.compile(
            "(?iu)(?:表|图|圖|表格|table|tabelle|tableau|tabla|tab\\.)?\\s*\\d{1,3}(?:[-.\u2013]\\d{1,3}){0,3}[.:]?");
    /** Words for a sum since the beginning of a year. */
    private static final Pattern SUM = WordLines.pattern(FILE, "sum");
    /** Heads of columns that are of another time than the title says. */
    private static final Pattern OTHER_TIME = WordLines.pattern(FILE, "other time");

    /** What a title goes on with behind its time: by what the numbers are given. */
    private static final Pattern BY = WordLines.pattern("units.txt", "by");

    /** 9月发电量, 1-9月累计. */
    private static final Pattern MONTHS_AND_WORDS =
            Pattern.compile("(?:(\\d{1,2})月?\\s?[-\u2013\u2014~\uFF5E至]\\s?)?(\\d{1,2})月[^\\d].*");

    private static final Set<String> BEFORE_TIME = WordLines.words(FILE, "before time");

    /** Adds the time; null if there is no table, or the lines above do not say one time. */
    static @Nullable TimeAbove of(Grid grid) {
        int first = firstRowOfNumbers(grid);
        int head = first - 1;
        TimeAbove lines = first > 1 ? ofLines(grid, first) : null;
        if (lines != null) {
            return lines;
        }
        if (head < 1 || grid.filled(head) < 2 || hasNumber(grid, head) || hasSections(grid, first)) {
            return null;
        }
        List<Integer> heads = Structure.headRows(grid, head);
        TimeText time = null;
        String said = "";
        for (int row = 0; row < heads.get(0); row++) {
            String line = inCommonEra(line(grid, row));
            if (line.length() > LONGEST || OTHER_YEARS.matcher(line).find()) {
                return null;
            }
            Matcher year = YEAR.matcher(line);
            while (year.find()) {
                TimeText of = timeAt(line, year.start(), year.end());
                if (of == null || !(time == null || time.time().equals(of.time()))) {
                    return null;
                }
                time = of;
                said = said.isEmpty() ? line : said;
            }
        }
        if (time != null && partsIn(grid, heads) > 1) {
            // 2024年9月 above 9月 and 1-9月: the year is that of the heads
            TimeText year = TimeText.parse(time.time().substring(0, TimeText.YEAR_DIGITS));
            return year == null || !time.time().startsWith(year.time() + "-")
                    ? withTime(grid, heads, first, time, said)
                    : new TimeAbove(added(grid, heads.get(0), first, year.printed()), said, true);
        }
        return withTime(grid, heads, first, time, said);
    }

    /** The number of heads that are parts of a year and nothing else. */
    private static int partsIn(Grid grid, List<Integer> heads) {
        int parts = 0;
        for (int row : heads) {
            for (int column = 1; column < grid.width(row); column++) {
                String part = PartWords.of(grid.text(row, column));
                parts += part == null || part.isEmpty() || Structure.isFifth(grid.text(row, column)) ? 0 : 1;
            }
        }
        return parts;
    }

    private static @Nullable TimeAbove withTime(
            Grid grid, List<Integer> heads, int first, @Nullable TimeText time, String said) {
        return time == null || haveOtherTimes(grid, heads, time)
                ? null
                : new TimeAbove(added(grid, heads.get(0), first, time.printed()), said, false);
    }

    /** A line with its years of the Republic of China and of Japan as those of the common era. */
    private static String inCommonEra(String line) {
        Matcher era = ERA.matcher(line);
        return !era.find()
                ? line
                : era.replaceAll(m -> {
                    TimeText year = TimeText.parse(m.group(1) + m.group(2) + "年");
                    return year == null ? Matcher.quoteReplacement(m.group()) : year.time() + "年";
                });
    }

    /** Whether heads say another time than the title, such as the months up to that one or the year before. */
    private static boolean haveOtherTimes(Grid grid, List<Integer> heads, TimeText time) {
        for (int row : heads) {
            for (int column = 0; column < grid.width(row); column++) {
                String head = grid.text(row, column);
                TimeText of = TimeText.parse(time.time().substring(0, TimeText.YEAR_DIGITS) + "年" + head);
                boolean part = time.kind() == TimeText.Kind.MONTH || time.kind() == TimeText.Kind.QUARTER;
                boolean sum = part && SUM.matcher(head).find();
                boolean other = of != null
                        && of.kind() == TimeText.Kind.SPAN
                        && !of.time().equals(time.time());
                TimeText.Worded worded = TimeText.worded(head);
                boolean another = worded != null && !worded.time().time().equals(time.time());
                Matcher month = MONTHS_AND_WORDS.matcher(head);
                boolean months = month.matches() && !isOfMonths(time, month);
                if (sum
                        || other
                        || another
                        || months
                        || OTHER_TIME.matcher(head).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the months that a head begins with are those of a time. */
    private static boolean isOfMonths(TimeText time, Matcher head) {
        String last = TimeText.two(Integer.parseInt(head.group(2)));
        String first = head.group(1) == null ? last : TimeText.two(Integer.parseInt(head.group(1)));
        String year = time.time().substring(0, TimeText.YEAR_DIGITS);
        return time.time()
                .equals(first.equals(last) ? year + "-" + last : year + "-" + first + "/" + year + "-" + last);
    }

    /** The first row with a name and a number; 0 if there is none. */
    private static int firstRowOfNumbers(Grid grid) {
        for (int row = 1; row < Math.min(SEARCHED, grid.rows()); row++) {
            if (!grid.isEmpty(row, 0) && !grid.isNumber(row, 0) && hasNumber(grid, row)) {
                return row;
            }
        }
        return 0;
    }

    private static boolean hasNumber(Grid grid, int row) {
        for (int column = 0; column < grid.width(row); column++) {
            if (grid.isNumber(row, column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasValue(Grid grid, int row) {
        for (int column = 1; column < grid.width(row); column++) {
            if (!grid.isEmpty(row, column) && grid.isValue(row, column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line between numbers says something of those below it. */
    private static boolean hasSections(Grid grid, int first) {
        boolean section = false;
        for (int row = first; row < grid.rows(); row++) {
            if (section && hasNumber(grid, row)) {
                return true;
            }
            section |= grid.isFilledOnce(row);
        }
        return false;
    }

    private static String line(Grid grid, int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < grid.width(row); column++) {
            line.append(grid.text(row, column)).append(' ');
        }
        return line.toString().strip();
    }

    /** The time that a year in a line is, or is part of; null if what stands beside it may make it something else. */
    private static @Nullable TimeText timeAt(String line, int start, int end) {
        if (NOT_OF_NUMBERS.matcher(line).find()) {
            return null;
        }
        for (int from = Math.max(0, start - BESIDE); from <= start; from++) {
            if (from == start || !isWithinWord(line, from)) {
                for (int to = Math.min(line.length(), end + BESIDE); to >= end; to--) {
                    TimeText time = isWithinWord(line, to) ? null : TimeText.parse(line.substring(from, to));
                    if (time != null
                            && time.mark().isEmpty()
                            && isDated(time)
                            && endsBefore(line, from)
                            && begins(line, to)) {
                        return time;
                    }
                }
            }
        }
        return null;
    }

    private static boolean isDated(TimeText time) {
        return time.kind() != TimeText.Kind.FISCAL_OR_MONTH && time.kind() != TimeText.Kind.UNNAMED;
    }

    private static boolean isWithinWord(String line, int at) {
        return at > 0 && at < line.length() && isOfWord(line.charAt(at - 1)) && isOfWord(line.charAt(at));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) && c < FIRST_OF_CHINESE;
    }

    /** Whether a time may begin at a place: behind nothing, a sign, or a word such as in. */
    private static boolean endsBefore(String line, int at) {
        String before = line.substring(0, at).stripTrailing();
        if (before.isEmpty() || ",;:(\uFF08\uFF0C\uFF1A、）)".indexOf(before.charAt(before.length() - 1)) >= 0) {
            return true;
        }
        return NUMBER_OF_TABLE.matcher(before).matches()
                || BEFORE_TIME.contains(
                        before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a time may end at a place: before nothing, a sign, a word such as by, or a name in Chinese that it stands right before. */
    private static boolean begins(String line, int at) {
        String behind = line.substring(at);
        String next = behind.stripLeading();
        if (next.isEmpty() || ",;:)(\uFF09\uFF08\uFF0C\uFF1A、".indexOf(next.charAt(0)) >= 0) {
            return true;
        }
        if (BY.matcher(next).lookingAt()) {
            return true;
        }
        return next.charAt(0) >= FIRST_OF_CHINESE
                && Character.isIdeographic(next.charAt(0))
                && !TimeText.PART_BEHIND.matcher(next).lookingAt();
    }

    private static Grid added(Grid grid, int head, int first, String time) {
        return grid.withFirst(
                row -> row >= head && row < first
                        ? (row == first - 1 ? "time" : "")
                        : row >= first && grid.filled(row) > 1 ? time : null,
                row -> false);
    }

    // ---- lines of times between the rows ----

    /**
     * Adds the times of lines that say nothing else, each to the rows below it; null unless such a line stands before all numbers
     * and there are two at least, of one kind and in one order, and no other lines between them.
     */
    private static @Nullable TimeAbove ofLines(Grid grid, int first) {
        int begin = first - 1;
        while (begin > 0 && timeOfLine(grid, begin) == null && grid.isFilledOnce(begin)) {
            begin--;
        }
        int head = begin - 1;
        if (head < 0 || timeOfLine(grid, begin) == null || grid.filled(head) < 2 || hasNumber(grid, head)) {
            return null;
        }
        List<TimeText> lines = new ArrayList<>();
        Map<Integer, String> times = new HashMap<>();
        Set<Integer> dropped = new HashSet<>();
        boolean other = begin < first - 1;
        for (int row = begin; row < grid.rows(); row++) {
            TimeText time = timeOfLine(grid, row);
            if (time != null) {
                lines.add(time);
                dropped.add(row);
            } else if (grid.filled(row) > 1) {
                if (other && hasValue(grid, row)) {
                    return null;
                }
                times.put(row, lines.get(lines.size() - 1).printed());
            }
            other |= time == null && grid.isFilledOnce(row);
        }
        return areInOrder(lines)
                ? new TimeAbove(
                        grid.withFirst(
                                row -> row == head ? "time" : isOfHead(grid, row, head) ? "" : times.get(row),
                                dropped::contains),
                        grid.first(begin),
                        false)
                : null;
    }

    private static boolean isOfHead(Grid grid, int row, int head) {
        return row < head && row >= Structure.headRows(grid, head).get(0);
    }

    private static boolean areInOrder(List<TimeText> lines) {
        int order = 0;
        for (int i = 1; i < lines.size(); i++) {
            int next = Integer.signum(
                    lines.get(i).time().compareTo(lines.get(i - 1).time()));
            boolean years = lines.get(i).isYear() && lines.get(0).isYear();
            boolean one =
                    (years || lines.get(i).kind() == lines.get(0).kind()) && next != 0 && (order == 0 || order == next);
            if (!one) {
                return false;
            }
            order = next;
        }
        return lines.size() > 1;
    }

    /** The time of a line that says one and nothing else, perhaps with a colon behind it; null if it does not. */
    private static @Nullable TimeText timeOfLine(Grid grid, int row) {
        TimeText time =
                grid.isFilledOnce(row) ? TimeText.parse(grid.first(row).replaceFirst("\\s*[:\uFF1A]$", "")) : null;
        return time == null || time.kind() == TimeText.Kind.UNNAMED ? null : time;
    }
}
