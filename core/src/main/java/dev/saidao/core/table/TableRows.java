package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import dev.saidao.core.text.MissingSigns;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which rows below the head are of the table, and what they are: rows of values, sections, heads that are printed again. */
final class TableRows {

    private final Grid grid;
    private final Structure structure;
    private final TableColumns columns;
    private final TableColumns.Value[] valueColumns;
    /** A longer text is no sign that stands for a value but says what one means. */
    private static final int LONGEST_SIGN = 6;

    private final int end;
    private final int last;
    private boolean isColumnRead;
    private @Nullable Function<String, @Nullable TimeText> together;

    TableRows(Grid grid, Structure structure, TableColumns columns) {
        this.grid = grid;
        this.structure = structure;
        this.columns = columns;
        this.valueColumns = columns.values().toArray(new TableColumns.Value[0]);
        this.end = findEnd();
        this.last = findLast();
    }

    /** The row at which another table begins, with a head of its own; the number of rows if none does. */
    int end() {
        return end;
    }

    /** The last row with a value; what stands below it are notes. */
    int last() {
        return last;
    }

    private int findEnd() {
        for (int row = columns.firstRow() + 1; row < grid.rows(); row++) {
            if (structure.layout() == Layout.WIDE ? hasOtherTimes(row) : hasOtherNames(row)) {
                return row;
            }
            if (structure.layout() == Layout.YEAR_BY_PART && isHeadAgain(row) && grid.isFilledOnce(row - 1)) {
                // the years below a second title may be those above it once more
                return row - 1;
            }
        }
        return grid.rows();
    }

    private int findLast() {
        for (int row = end - 1; row >= columns.firstRow(); row--) {
            if (hasTime(row) && !isLegend(row)) {
                for (TableColumns.Value value : valueColumns) {
                    if (grid.isNumber(row, value.column())
                            || (!grid.isEmpty(row, value.column()) && grid.isValue(row, value.column()))
                            || grid.isMarkedNumber(row, value.column())) {
                        return row;
                    }
                }
                if (structure.layout() == Layout.LONG && grid.width(row) == grid.width(structure.firstRow())) {
                    return row;
                }
            }
        }
        return columns.firstRow() - 1;
    }

    /** Whether a row has a number below a head of values, so that it is no note. */
    boolean hasValue(int row) {
        for (TableColumns.Value value : valueColumns) {
            if (grid.isNumber(row, value.column())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row explains a sign that is used for values: ":" is not available. */
    private boolean isLegend(int row) {
        return structure.layout() == Layout.WIDE
                && grid.filled(row) == 2
                && grid.cells().length(row, 0) > 0
                && MissingSigns.containsOfTables(grid.text(row, 0))
                && grid.text(row, 1).length() > LONGEST_SIGN
                && !grid.isNumber(row, 1);
    }

    /** Whether the cells below the times of the head are other times, as many and in a row. */
    private boolean hasOtherTimes(int row) {
        int first = valueColumns.length == 0 ? 0 : valueColumns[0].column();
        // most cells are told from a time by how long they are, without a look at them
        boolean asLong = valueColumns.length > 1
                && first < grid.width(row)
                && grid.cells().length(row, first) == grid.cells().length(structure.headRow(), first);
        if (!asLong || !grid.cells().maybeTime(row, first)) {
            return false;
        }
        if (valueColumns.length > 1 && hasSameTimes(row)) {
            return !isHeadAgain(row);
        }
        int step = 0;
        int last = 0;
        int found = 0;
        for (TableColumns.Value value : valueColumns) {
            String text = grid.text(row, value.column());
            TimeText time = text.isEmpty() ? null : TimeText.parse(text);
            if (time == null
                    || value.time() == null
                    || time.kind() != value.time().kind()) {
                return false;
            }
            int year = Integer.parseInt(time.time().substring(0, 4));
            if (found > 0 && year != last) {
                if (Math.abs(year - last) != 1 || (step != 0 && year - last != step)) {
                    return false;
                }
                step = year - last;
            }
            last = year;
            found++;
        }
        // two numbers may be of any kind, unless they stand apart
        boolean apart = grid.isApart(row) || grid.isFilledOnce(row - 1) || !grid.isNumber(row, first);
        return step != 0 && (found > 2 || apart) && !isHeadAgain(row);
    }

    /** Whether the cells below the times of the head are these times once more: of amounts no two are what the head says. */
    private boolean hasSameTimes(int row) {
        for (TableColumns.Value value : valueColumns) {
            if (!grid.cells().isSame(row, structure.headRow(), value.column())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row has the name of times in the column of times, and no number in the others. */
    private boolean hasOtherNames(int row) {
        int column = structure.timeColumn();
        if (column >= grid.width(row)
                || grid.cells().maybeTime(row, column)
                || grid.filled(row) < 2
                || isHeadAgain(row)) {
            return false;
        }
        for (TableColumns.Value value : valueColumns) {
            if (grid.isValue(row, value.column())) {
                return false;
            }
        }
        return Role.of(grid.text(row, column)) == Role.TIME;
    }

    private boolean hasTime(int row) {
        return structure.timeColumn() < 0
                || Structure.isTime(grid.text(row, structure.timeColumn()))
                || isTimeTogether(grid.text(row, structure.timeColumn()))
                || (grid.isEmpty(row, structure.timeColumn()) && columns.hasPart(grid, row));
    }

    /** Whether a cell is a time together with the others of its column. */
    private boolean isTimeTogether(String text) {
        if (text.isEmpty()) {
            return false;
        }
        if (!isColumnRead) {
            isColumnRead = true;
            Set<String> texts = new HashSet<>();
            for (int row = columns.firstRow(); row < end; row++) {
                texts.add(grid.text(row, structure.timeColumn()));
            }
            together = TimesTogether.of(texts);
        }
        return together != null && together.apply(text) != null;
    }

    /** Whether a row has words and no value, which say something of the rows below. */
    boolean isSection(int row) {
        for (TableColumns.Value value : valueColumns) {
            if (!grid.isEmpty(row, value.column())) {
                return isUnitInPlaceOfValues(row);
            }
        }
        return structure.layout() == Layout.WIDE ? grid.filled(row) == 1 : grid.filled(row) == 0;
    }

    /**
     * Whether a row has a unit in place of values and nothing else. Where a unit stands so right below the head any words do: they
     * are that of the rows below, known or not.
     */
    boolean isUnitInPlaceOfValues(int row) {
        for (TableColumns.Value value : valueColumns) {
            if (!grid.isEmpty(row, value.column())) {
                return structure.layout() == Layout.WIDE
                        && grid.isFilledOnce(row)
                        && !grid.isValue(row, value.column())
                        && (!columns.unitOfAll().isEmpty() || UnitLines.isUnit(grid.text(row, value.column())));
            }
        }
        return false;
    }

    /** Whether a row is the head once more, or numbers the columns. */
    boolean isHeadAgain(int row) {
        int head = structure.headRow();
        if (row == columns.firstRow() && isNumbering(row)) {
            return true;
        }
        if (head < 0 || grid.width(row) != grid.width(head)) {
            return false;
        }
        for (int column = 0; column < grid.width(row); column++) {
            if (!grid.cells().isSame(row, head, column)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row numbers the columns: 1, 2, 3. */
    private boolean isNumbering(int row) {
        for (int column = 0; column < grid.width(row); column++) {
            if (!grid.text(row, column).equals(String.valueOf(column + 1))) {
                return false;
            }
        }
        return grid.width(row) > 2;
    }
}
