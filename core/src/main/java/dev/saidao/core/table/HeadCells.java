package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The heads of columns, from one row or several.
 *
 * @param heads the whole head of each column
 * @param owns the head that says the role of a column
 * @param labels what tells a column of values apart
 * @param times the time that a head says
 */
record HeadCells(
        Map<Integer, String> heads,
        Map<Integer, String> owns,
        Map<Integer, String> labels,
        Map<Integer, TimeText> times) {

    private static final int LONGEST = 300;
    /** Rows of attributes that say how a series is kept, not what it is. */
    private static final Set<String> OF_THE_FILE = Set.of("Frequency", "Series ID");

    static HeadCells of(Grid grid, Structure structure, List<Integer> rows) {
        Map<Integer, String> heads = new HashMap<>();
        Map<Integer, String> owns = new HashMap<>();
        Map<Integer, String> labels = new HashMap<>();
        Map<Integer, TimeText> times = new HashMap<>();
        int width = rows.stream()
                .mapToInt(row -> row < 0 ? 0 : grid.width(row))
                .max()
                .orElse(0);
        boolean wide = structure.layout() == Layout.WIDE;
        TimeText lastTime = null;
        for (int column = 0; column < width; column++) {
            TimeText time = wide ? Structure.headTime(grid, structure.headRow(), column) : null;
            boolean below = rows.size() > 0 && rows.get(rows.size() - 1) > structure.headRow();
            if (wide
                    && time == null
                    && below
                    && lastTime != null
                    && grid.isEmpty(structure.headRow(), column)
                    && !grid.isEmpty(rows.get(rows.size() - 1), column)) {
                time = lastTime;
            }
            if (time != null) {
                lastTime = time;
                time = inPart(grid, structure, rows, column, time, times);
                times.put(column, time);
            }
            Set<String> parts = new LinkedHashSet<>();
            String own = "";
            for (int row : rows) {
                if (row < 0) {
                    continue;
                }
                String text = grid.text(row, column);
                if (text.isEmpty() && row < structure.headRow() && time != null) {
                    text = carried(grid, row, column, times);
                }
                if (row == structure.headRow() && time != null) {
                    TimeText.Worded worded = TimeText.worded(text);
                    text = worded == null ? "" : worded.words();
                }
                if (time != null && row > structure.headRow() && isRowOfParts(grid, row)) {
                    text = "";
                }
                if (text.isEmpty() && row > structure.headRow() && time != null) {
                    text = unitOfAll(grid, row);
                }
                if (!text.isEmpty()) {
                    boolean unitRow =
                            wide ? row != structure.headRow() && SeriesUnit.isUnit(text) : row > structure.headRow();
                    parts.add(unitRow && !text.startsWith("(") ? "(" + text + ")" : text);
                    own = unitRow && !own.isEmpty() ? own : text;
                }
            }
            String all = String.join(" ", parts);
            heads.put(
                    column,
                    shortened(
                            time == null
                                    ? (attributes(grid, rows) ? own : all)
                                    : (all + " " + grid.text(structure.headRow(), column)).strip()));
            owns.put(column, own);
            labels.put(column, shortened(attributes(grid, rows) ? attributed(grid, rows, column) : all));
        }
        return new HeadCells(heads, owns, labels, times);
    }

    /** The time of a column, in the part of the year that a row below says, or a row above, such as Three months ended. */
    private static TimeText inPart(
            Grid grid,
            Structure structure,
            List<Integer> rows,
            int column,
            TimeText time,
            Map<Integer, TimeText> times) {
        for (int row : rows) {
            if (row > structure.headRow() && isRowOfParts(grid, row) && time.kind() == TimeText.Kind.YEAR) {
                String part = TimeText.partOf(grid.text(row, column));
                return part == null || part.isEmpty() ? time : time.withPart(part);
            }
            if (row >= 0 && row < structure.headRow()) {
                String above = grid.text(row, column);
                String words = above.isEmpty() ? carried(grid, row, column, times) : above;
                if (TimeText.isPart(words)) {
                    return time.partBy(words);
                }
            }
        }
        return time;
    }

    /** Whether all cells of a row below years are quarters, halves or months, or the whole year beside them. */
    private static boolean isRowOfParts(Grid grid, int row) {
        int parts = 0;
        for (int column = 0; column < grid.width(row); column++) {
            String text = grid.text(row, column);
            String part = text.isEmpty() ? "" : TimeText.partOf(text);
            if (part == null) {
                return false;
            }
            parts += part.isEmpty() ? 0 : 1;
        }
        return parts > 1;
    }

    /** The unit that the only cell of a row says for all columns; empty if the row is not so. */
    private static String unitOfAll(Grid grid, int row) {
        String only = grid.isFilledOnce(row) ? grid.first(row) : "";
        return SeriesUnit.isUnit(only) ? only : "";
    }

    /** What a cell that was merged with those on its left says. */
    private static String carried(Grid grid, int row, int column, Map<Integer, TimeText> times) {
        for (int left = column - 1; left >= 0; left--) {
            String text = grid.text(row, left);
            if (!text.isEmpty()) {
                return times.containsKey(left) ? text : "";
            }
        }
        return "";
    }

    /** Whether the rows of the head each say one thing of the series below, named in the first column. */
    private static boolean attributes(Grid grid, List<Integer> rows) {
        int named = 0;
        boolean unit = false;
        for (int row : rows) {
            if (row >= 0 && !grid.isEmpty(row, 0)) {
                named++;
                unit |= Role.of(grid.text(row, 0)) == Role.UNIT;
            } else if (named > 0) {
                return false;
            }
        }
        // the name of a series stands above what is said of it, with nothing before it
        return rows.size() > 2 && (named == rows.size() || (unit && named > 1));
    }

    private static String attributed(Grid grid, List<Integer> rows, int column) {
        List<String> parts = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        boolean ofAustralia = rows.stream().anyMatch(row -> grid.text(row, 0).equals("Collection Month"));
        for (int row : rows) {
            String name = grid.text(row, 0);
            Role role = Role.of(name);
            String text = grid.text(row, column);
            if (OF_THE_FILE.contains(name)) {
                continue;
            }
            if (role == Role.UNIT && !text.isEmpty()) {
                unit.append(ofAustralia && text.startsWith("$") ? "A" + text : text);
            } else if (role == Role.MULTIPLIER && SeriesUnit.factor(text).isPresent()) {
                unit.insert(0, text + " ");
            } else if (role != Role.ASIDE && role != Role.NOTE && role != Role.TIME && !text.isEmpty()) {
                parts.add(text);
            }
        }
        return String.join(" ", parts) + (unit.length() == 0 ? "" : " (" + unit + ")");
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    String own(int column) {
        return owns.getOrDefault(column, "");
    }

    String label(int column) {
        return labels.getOrDefault(column, "");
    }

    @Nullable TimeText time(int column) {
        return times.get(column);
    }
}
