package dev.saidao.core.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the head of a table is, and whether times stand in it or in a column.
 *
 * @param layout the layout
 * @param headRow the row that names the columns; for a wide table the one with the times
 * @param headRows all rows of the head, from the top
 * @param timeColumn the column of times; -1 if they stand in the head
 * @param firstRow the first row below the head
 */
record Structure(TableDialect.Layout layout, int headRow, List<Integer> headRows, int timeColumn, int firstRow) {

    private static final int SEARCHED = 100;
    private static final int LOOKED_AT = 25;
    private static final int FEW = 4;
    /** Heads of years that say something of what a row is of, and are not the time of its numbers: Founded. */
    private static final Set<String> YEARS_OF_THINGS = WordLines.words("times.txt", "year of a thing");

    private static final Set<Role> NAMED = Set.of(Role.TIME, Role.VALUE, Role.UNIT, Role.STATUS, Role.MULTIPLIER);

    /** Finds the structure; null if there is none. */
    static @Nullable Structure of(Grid grid) {
        int rows = Math.min(grid.rows(), SEARCHED);
        for (int row = 0; row < rows; row++) {
            Structure found = yearByPart(grid, row);
            if (found == null) {
                found = named(grid, row);
            }
            if (found == null) {
                found = wide(grid, row);
            }
            if (found != null) {
                return found;
            }
        }
        return byContent(grid);
    }

    // ---- times in a column that the head names ----

    private static @Nullable Structure named(Grid grid, int row) {
        // Years: 2021 to 2022 says what the file holds
        if (grid.filled(row) < 2 || (grid.filled(row) == 2 && grid.first(row).matches(".*[:\uFF1A]"))) {
            return null;
        }
        int times = -1;
        int others = 0;
        for (int column = 0; column < grid.width(row); column++) {
            String head = grid.text(row, column);
            if (head.isEmpty()) {
                continue;
            }
            if (grid.isNumber(row, column)) {
                return null;
            }
            Role role = Role.of(head);
            boolean time = role == Role.TIME
                    || (role == Role.PART && timesBelow(grid, row, column) > 0.6)
                    || (role == Role.VALUE && isOfTimes(grid, row, column));
            if (time && (times < 0 || timesBelow(grid, row, column) > timesBelow(grid, row, times))) {
                times = column;
            } else if (NAMED.contains(role)) {
                others++;
            }
        }
        if (times < 0 || timesBelow(grid, row, times) < 0.6) {
            return null;
        }
        boolean valuesBeside = others > 0;
        for (int column = 0; column < grid.width(row) && !valuesBeside; column++) {
            valuesBeside = column != times && valuesBelow(grid, row, column) > 0;
        }
        return valuesBeside ? inColumn(grid, row, times) : null;
    }

    /** Whether all cells of a column are times and no numbers, whatever its head is a word for: data is Portuguese for date. */
    private static boolean isOfTimes(Grid grid, int row, int column) {
        return row + 1 < grid.rows()
                && !grid.isNumber(row + 1, column)
                && !grid.text(row + 1, column).matches("[\\d.]*")
                && timesBelow(grid, row, column) == 1;
    }

    private static Structure inColumn(Grid grid, int row, int times) {
        List<Integer> head = headRows(grid, row);
        return new Structure(TableDialect.Layout.LONG, row, head, times, row + 1);
    }

    // ---- times in the head ----

    private static @Nullable Structure wide(Grid grid, int row) {
        if (Role.of(grid.first(row)) == Role.ASIDE || Role.of(grid.first(row)) == Role.SOURCE) {
            return null;
        }
        int times = 0;
        HeadTimes heads = HeadTimes.of(grid, row);
        Set<String> days = new HashSet<>();
        for (int column = 0; column < grid.width(row); column++) {
            TimeText time = heads.at(column);
            if (time != null) {
                times++;
                if (time.kind() == TimeText.Kind.DAY) {
                    days.add(time.time());
                }
            } else if (grid.isNumber(row, column)) {
                return null;
            }
        }
        if (days.size() == 1 && !isNamedAbove(grid, row, heads)) {
            return null;
        }
        if (times == 0 || (times == 1 && grid.filled(row) < 2 && !isNamedAbove(grid, row, heads))) {
            return null;
        }
        int good = 0;
        int values = 0;
        int looked = 0;
        for (int below = row + 1; below < grid.rows() && looked < LOOKED_AT; below++) {
            if (grid.filled(below) < 2) {
                continue;
            }
            if (looked == 0 && hasTimesBelow(grid, row, below)) {
                return null;
            }
            int numbers = 0;
            boolean fits = true;
            for (int column = 0; column < grid.width(row); column++) {
                if (heads.at(column) != null && column < grid.width(below)) {
                    boolean value = grid.isValue(below, column);
                    boolean marked = !value && grid.isMarkedNumber(below, column);
                    numbers += marked || grid.isNumber(below, column) ? 1 : 0;
                    fits &= marked || value;
                }
            }
            if (numbers == 0 && !fits && grid.width(below) < grid.width(row)) {
                // a short row of words is one of notes, such as the signs of a legend
                continue;
            }
            looked++;
            good += fits ? 1 : 0;
            values += numbers > 0 ? 1 : 0;
        }
        // of a single time below words a column of any numbers would do as well
        if (values == 0 || good * 2 < looked || (times == 1 && (isDatum(grid, row) || isBelowHead(grid, row, heads)))) {
            return null;
        }
        return isRowOfOthers(grid, row)
                ? null
                : new Structure(TableDialect.Layout.WIDE, row, headRows(grid, row), -1, row + 1);
    }

    /** Whether the first cells of nearly all rows below a head of months or days are months or quarters or days as well. */
    boolean hasTimesInRows(Grid grid) {
        HeadTimes heads = HeadTimes.of(grid, headRow);
        boolean days = heads.at(0) == null && heads.count() > 2;
        for (int column = 1; column < grid.width(headRow) && days; column++) {
            TimeText time = heads.at(column);
            days = time == null || isPartOfYear(time);
        }
        int rows = 0;
        int times = 0;
        for (int row = firstRow; row < grid.rows() && days; row++) {
            if (grid.filled(row) > 1) {
                TimeText time = TimeText.parse(grid.text(row, 0));
                rows++;
                times += time != null && isPartOfYear(time) ? 1 : 0;
            }
        }
        return rows > 2 && times >= 0.8 * rows;
    }

    private static boolean isPartOfYear(TimeText time) {
        return time.kind() == TimeText.Kind.MONTH
                || time.kind() == TimeText.Kind.QUARTER
                || time.kind() == TimeText.Kind.DAY;
    }

    /** Whether a word for a time stands above the first time of a row, such as Stichtag above 31.12.2020. */
    private static boolean isNamedAbove(Grid grid, int row, HeadTimes times) {
        int first = 0;
        while (times.at(first) == null) {
            first++;
        }
        return row > 0 && Role.of(grid.text(row - 1, first)) == Role.TIME;
    }

    /** Whether the row below one of times has times too, such as that of the last below that of the first quarter. */
    private static boolean hasTimesBelow(Grid grid, int row, int below) {
        for (int column = 1; column < grid.width(row); column++) {
            if (isTime(grid.text(row, column)) && !grid.isNumber(below, column) && isTime(grid.text(below, column))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row with one time in it is one of the rows below a head, not the head. */
    private static boolean isDatum(Grid grid, int row) {
        for (int column = 0; column < grid.width(row); column++) {
            if (isTime(grid.text(row, column)) && timesBelow(grid, row, column) > 0.6) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the one time of a row is a number that may as well be the first below a head: words stand above it, and other words
     * beside it than above these.
     */
    private static boolean isBelowHead(Grid grid, int row, HeadTimes times) {
        int above = row - 1;
        while (above >= 0 && grid.filled(above) < 2) {
            above--;
        }
        if (above < 0 || grid.filled(above) < grid.filled(row) || isNamedNote(grid, above, row)) {
            return false;
        }
        boolean number = false;
        boolean others = false;
        for (int column = 0; column < Math.max(grid.width(row), grid.width(above)); column++) {
            if (grid.isNumber(above, column)) {
                return false;
            }
            number |= times.at(column) != null && grid.isNumber(row, column) && !grid.isEmpty(above, column);
            others |= times.at(column) == null
                    && !grid.isEmpty(row, column)
                    && !grid.text(row, column).equals(grid.text(above, column));
        }
        return number && others;
    }

    /** Whether a head stands above a row, and one of its times begins a column of times. */
    private static boolean isRowOfOthers(Grid grid, int row) {
        if (row == 0 || grid.filled(row - 1) < 0.8 * grid.filled(row)) {
            return false;
        }
        for (int column = 0; column < grid.width(row - 1); column++) {
            if (grid.isNumber(row - 1, column) || isTime(grid.text(row - 1, column))) {
                return false;
            }
        }
        return isDatum(grid, row);
    }

    // ---- a row for each year ----

    private static @Nullable Structure yearByPart(Grid grid, int row) {
        int parts = 0;
        int years = -1;
        for (int column = 0; column < grid.width(row); column++) {
            String head = grid.text(row, column);
            String part = PartWords.of(head);
            parts += part != null && !part.isEmpty() ? 1 : 0;
            if (isFifth(head)) {
                return null;
            }
            if (years < 0 && Role.of(head) == Role.TIME) {
                years = column;
            }
        }
        return parts >= 2 && years >= 0 && timesBelow(grid, row, years) > 0.6
                ? new Structure(TableDialect.Layout.YEAR_BY_PART, row, headRows(grid, row), years, row + 1)
                : null;
    }

    /** Whether a head is the fifth of five, so that Q1 to Q4 beside it are quintiles and no quarters. */
    static boolean isFifth(String head) {
        return head.equalsIgnoreCase("Q5");
    }

    // ---- times in a column that nothing names ----

    /** The first column with times in a row below each other; what stands above is the head. */
    private static @Nullable Structure byContent(Grid grid) {
        int rows = Math.min(grid.rows(), SEARCHED);
        for (int row = 0; row < rows; row++) {
            if (grid.filled(row) < 2) {
                continue;
            }
            for (int column = 0; column < Math.min(3, grid.width(row)); column++) {
                if (row > 0
                        && YEARS_OF_THINGS.contains(grid.text(row - 1, column).toLowerCase(Locale.ROOT))) {
                    continue;
                }
                if ((isTime(grid.text(row, column)) || beginsDays(grid, row, column))
                        && hasNumberBeside(grid, row, column)
                        && (timesBelow(grid, row, column) > 0.6
                                || beginsDays(grid, row, column)
                                || (row > 0 && row == grid.rows() - 1))) {
                    int first = row;
                    while (first > 0 && isTimeAlone(grid, first - 1, column)) {
                        first--;
                    }
                    List<Integer> head = first == 0 ? List.of() : headRows(grid, first - 1);
                    for (int above : head) {
                        if (isLikeAbove(grid, row, above, column)) {
                            return null;
                        }
                    }
                    return new Structure(TableDialect.Layout.LONG, first - 1, head, column, first);
                }
            }
        }
        return null;
    }

    /** Whether a row has a time and no value beside it, so that it is no head: the series begin later. */
    private static boolean isTimeAlone(Grid grid, int row, int column) {
        return grid.filled(row) == 1 && isTime(grid.text(row, column));
    }

    /** Whether a cell is the first of a column of days such as 31/08/2024, which all of them together say. */
    private static boolean beginsDays(Grid grid, int row, int column) {
        return grid.text(row, column).indexOf('/') > 0 && timesBelow(grid, row - 1, column) == 1;
    }

    /** Whether a row above has numbers where a row has them, so that it is no head but a row whose time is not read. */
    private static boolean isLikeAbove(Grid grid, int row, int above, int times) {
        boolean any = false;
        for (int column = 0; column < grid.width(row); column++) {
            if (column != times && grid.isNumber(row, column)) {
                if (!grid.isNumber(above, column) || isTime(grid.text(above, column))) {
                    return false;
                }
                any = true;
            }
        }
        return any
                && (grid.text(above, times).chars().anyMatch(Character::isDigit)
                        || PartWords.monthOf(grid.text(above, times).replaceFirst("\\P{L}.*", "")) != null);
    }

    private static boolean hasNumberBeside(Grid grid, int row, int column) {
        for (int other = 0; other < grid.width(row); other++) {
            if (other != column && grid.isValue(row, other) && !grid.isEmpty(row, other)) {
                return true;
            }
        }
        return false;
    }

    // ---- shared ----

    /** The first cell with a digit beside times that a head names; empty if there are no such times. */
    static String besideTimes(Grid grid) {
        for (int row = 0; row + 1 < Math.min(grid.rows(), SEARCHED); row++) {
            for (int column = 0; column < grid.width(row); column++) {
                if (Role.of(grid.text(row, column)) == Role.TIME && timesBelow(grid, row, column) > 0.6) {
                    for (int other = 0; other < grid.width(row + 1); other++) {
                        String text = grid.text(row + 1, other);
                        if (other != column && text.chars().anyMatch(Character::isDigit)) {
                            return text;
                        }
                    }
                }
            }
        }
        return "";
    }

    /** The first cell below a word for times that is none, beside a number; empty if there is no such word. */
    static String unreadTime(Grid grid) {
        for (int row = 0; row + 1 < Math.min(grid.rows(), SEARCHED); row++) {
            for (int column = 0; column < grid.width(row); column++) {
                String below = grid.text(row + 1, column);
                if (Role.of(grid.text(row, column)) == Role.TIME
                        && below.chars().anyMatch(Character::isDigit)
                        && !isTime(below)
                        && hasNumberBeside(grid, row + 1, column)) {
                    return below;
                }
            }
        }
        return "";
    }

    static boolean isTime(String text) {
        return TimeText.parse(text) != null;
    }

    /** What part of the filled cells below are times. */
    static double timesBelow(Grid grid, int row, int column) {
        int looked = 0;
        int times = 0;
        Set<String> others = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (int below = row + 1; below < grid.rows() && looked < LOOKED_AT; below++) {
            if (grid.filled(below) == 0 && looked > FEW && (times == looked || TimesTogether.of(texts) != null)) {
                // what stands below a blank row may be notes
                break;
            }
            boolean footnote =
                    row >= 0 && grid.width(below) < grid.width(row) && grid.filled(below) * 2 < grid.filled(row);
            if (!footnote && grid.filled(below) >= 2 && !grid.isEmpty(below, column)) {
                String text = grid.text(below, column);
                boolean time = isTime(text);
                looked++;
                times += time ? 1 : 0;
                texts.add(text);
                if (!time) {
                    others.add(text);
                }
            }
        }
        Function<String, @Nullable TimeText> together = others.isEmpty() ? null : TimesTogether.of(texts);
        if (together != null) {
            return others.stream().allMatch(text -> together.apply(text) != null) ? 1 : (double) times / looked;
        }
        return looked == 0 ? 0 : (double) times / looked;
    }

    static int valuesBelow(Grid grid, int row, int column) {
        int numbers = 0;
        int looked = 0;
        for (int below = row + 1; below < grid.rows() && looked < LOOKED_AT; below++) {
            if (grid.filled(below) >= 2) {
                looked++;
                numbers += grid.isNumber(below, column) ? 1 : 0;
            }
        }
        return numbers;
    }

    /** Whether a row above a head is a name and what it names, such as "Survey: census", and not of its columns. */
    private static boolean isNamedNote(Grid grid, int row, int head) {
        boolean two = grid.filled(row) == 2 && !grid.isEmpty(row, 0) && !grid.isEmpty(row, 1);
        return two
                && (grid.width(row) < grid.width(head) - 1 || grid.text(row, 0).matches(".*[:\uFF1A]"));
    }

    /** Whether a cell of a row above the head says the unit of the whole table: 单位:亿元. */
    private static boolean saysUnit(Grid grid, int row) {
        for (int column = 0; column < Math.min(50, grid.width(row)); column++) {
            if (UnitLines.isLabelled(grid.text(row, column))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row has one cell, and that is a unit and nothing else: it is that of all columns below. */
    private static boolean isUnit(Grid grid, int row) {
        return grid.isFilledOnce(row)
                && (UnitLines.isUnit(grid.first(row)) || UnitLines.isBesidePercent(grid.first(row)));
    }

    /**
     * Whether a row above a head of more columns has a title and, at its end, a unit in brackets and nothing else: that is of the
     * table. A percentage there may be of the last column alone, unless the title says to be of a rate.
     */
    private static boolean isTitleAndUnit(Grid grid, int row, int head) {
        int unit = grid.width(row) - 1;
        while (unit > 0 && grid.isEmpty(row, unit)) {
            unit--;
        }
        String words = grid.text(row, unit);
        return unit > 0
                && grid.filled(row) == 2
                && !grid.isEmpty(row, 0)
                && (grid.width(head) > 2 || unit >= grid.width(head))
                && words.matches("[(\uFF08\\[].*[)\uFF09\\]]")
                && UnitLines.isUnit(words)
                && (!words.contains("%")
                        || TableUnits.isOfRates(grid.text(row, 0))
                        || unit >= grid.width(head)
                        || isTime(grid.text(head, unit)));
    }

    /**
     * Whether rows above an empty one say of each column below what is named before them, as the last row of the head does: the unit
     * is one of these.
     */
    private static boolean isBelowAttributes(Grid grid, int empty, int last) {
        boolean named = !grid.isEmpty(last, 0) && grid.filled(last) > 1;
        boolean unit = false;
        for (int row = empty - 1;
                row >= 0 && named && !unit && (grid.filled(row) == 0 || grid.filled(row) == grid.filled(last));
                row--) {
            unit = grid.filled(row) > 0 && Role.of(grid.text(row, 0)) == Role.UNIT;
        }
        return unit;
    }

    /** The rows of a head up to its last: those above it that are not apart, and more than a title. */
    static List<Integer> headRows(Grid grid, int last) {
        List<Integer> rows = new ArrayList<>();
        rows.add(last);
        for (int row = last - 1;
                row >= 0 && (!grid.isApart(row + 1) || isBelowAttributes(grid, row + 1, last));
                row--) {
            if (grid.filled(row) == 0 && isBelowAttributes(grid, row, last)) {
                continue;
            }
            boolean label = grid.width(row) > 1 && Role.of(grid.text(row, 0)) == Role.UNIT;
            boolean title = !label && grid.filled(row) < 2 && (grid.width(row) < 2 || !grid.isEmpty(row, 0));
            if (title
                    || grid.text(row, 0).startsWith("# ")
                    || grid.filled(row) == 0
                    || isNamedNote(grid, row, last)
                    || saysUnit(grid, row)
                    || isUnit(grid, row)
                    || isTitleAndUnit(grid, row, last)) {
                break;
            }
            rows.add(0, row);
        }
        return rows;
    }
}
