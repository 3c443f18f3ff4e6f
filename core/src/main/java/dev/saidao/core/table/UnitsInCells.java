package dev.saidao.core.table;

import dev.saidao.core.text.MissingSigns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Units behind the numbers of cells, such as 4009.17亿元, where all cells below a head, or all of a row, have the same: it is moved
 * to the head, or to the name of the row, in brackets.
 */
final class UnitsInCells {

    private static final int SEARCHED = 30;
    private static final int COLUMNS_OF_TIMES = 3;
    private static final int LONGEST = 40;
    private static final double MOSTLY = 0.6;

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("([+\\-\u2212]?\\d[\\d.,\u00A0 ]*?)[ \u00A0]?([^\\d\\s.,%\uFF05+\\-][^\\d%\uFF05]{0,15})");

    private UnitsInCells() {}

    /** The same table with such units in its heads and names; the table itself if it has none. */
    static Grid moved(Grid grid) {
        for (int row = 1; row < Math.min(SEARCHED, grid.rows()); row++) {
            if (!hasUnit(grid, row)) {
                continue;
            }
            int times = 0;
            for (int column = 0; column < grid.width(row - 1); column++) {
                times += Structure.isTime(grid.text(row - 1, column)) ? 1 : 0;
            }
            return times > 1 ? inRows(grid, row) : inColumns(grid, row);
        }
        return grid;
    }

    private static boolean hasUnit(Grid grid, int row) {
        for (int column = 1; column < grid.width(row); column++) {
            if (unit(grid.text(row, column)) != null) {
                return true;
            }
        }
        return false;
    }

    /** The unit behind the number of a cell; null if there is none that is known. */
    private static @Nullable String unit(String text) {
        if (text.length() < 2 || text.length() > LONGEST || Character.isDigit(text.charAt(text.length() - 1))) {
            return null;
        }
        Matcher m = NUMBER_AND_UNIT.matcher(text);
        if (!m.matches()
                || (m.group(2).length() == 1 && Character.isUpperCase(m.group(2).charAt(0)))) {
            return null;
        }
        String unit = m.group(2).strip();
        boolean latinLetter = unit.length() == 1 && unit.charAt(0) < '\u2e80';
        boolean known =
                !latinLetter && (UnitLines.isUnit(unit) || UnitWords.isSign(unit)) && TimeText.parse(text) == null;
        return known ? unit : null;
    }

    private static String number(String text, String unit) {
        return text.substring(0, text.length() - unit.length()).strip();
    }

    private static boolean isNone(String text) {
        return text.isEmpty() || MissingSigns.containsOfTables(text);
    }

    // ---- below the heads of columns, beside a column of times ----

    private static Grid inColumns(Grid grid, int first) {
        int times = 0;
        while (times < COLUMNS_OF_TIMES && Structure.timesBelow(grid, first - 1, times) <= MOSTLY) {
            times++;
        }
        Map<Integer, String> units = new HashMap<>();
        for (int column = times + 1; times < COLUMNS_OF_TIMES && column < grid.width(first); column++) {
            String unit = unit(grid.text(first, column));
            if (unit != null && isHeadOfValues(grid.text(first - 1, column)) && isOfAll(grid, first, column, unit)) {
                units.put(column, unit);
            }
        }
        return units.isEmpty()
                ? grid
                : grid.with((row, column) -> {
                    String unit = row < first - 1 ? null : units.get(column);
                    String text = unit == null ? "" : grid.text(row, column);
                    return unit == null || (row >= first && !unit.equals(unit(text)))
                            ? null
                            : row < first ? text + " (" + unit + ")" : number(text, unit);
                });
    }

    /** Whether a head may be that of values: below Unit stands 1000 persons. */
    private static boolean isHeadOfValues(String head) {
        Role role = Role.of(head);
        return !head.isEmpty() && (role == Role.OTHER || role == Role.VALUE || role == Role.CODE);
    }

    /** Whether all cells of a column have a unit, or say that there is no number, but for notes below the table. */
    private static boolean isOfAll(Grid grid, int first, int column, String unit) {
        for (int row = first; row < grid.rows(); row++) {
            String text = grid.text(row, column);
            if (!isNone(text) && grid.filled(row) > 1 && !unit.equals(unit(text))) {
                return false;
            }
        }
        return true;
    }

    // ---- in rows below times ----

    private static Grid inRows(Grid grid, int first) {
        Set<Integer> times = new HashSet<>();
        for (int column = 1; column < grid.width(first - 1); column++) {
            if (Structure.isTime(grid.text(first - 1, column))) {
                times.add(column);
            }
        }
        Map<Integer, String> units = new HashMap<>();
        for (int row = first; row < grid.rows(); row++) {
            String unit = grid.isEmpty(row, 0) ? null : unitOfRow(grid, row, times);
            if (unit != null) {
                units.put(row, unit);
            }
        }
        return units.isEmpty()
                ? grid
                : grid.with((row, column) -> {
                    String unit = units.get(row);
                    if (unit == null) {
                        return null;
                    }
                    String text = grid.text(row, column);
                    return column == 0
                            ? text + " (" + unit + ")"
                            : times.contains(column) && unit.equals(unit(text)) ? number(text, unit) : null;
                });
    }

    /** The one unit of all cells of a row below times; null if there is none. */
    private static @Nullable String unitOfRow(Grid grid, int row, Set<Integer> times) {
        String found = null;
        for (int column : times) {
            String text = grid.text(row, column);
            if (isNone(text)) {
                continue;
            }
            String unit = unit(text);
            if (unit == null || !(found == null || found.equals(unit))) {
                return null;
            }
            found = unit;
        }
        return found;
    }
}
