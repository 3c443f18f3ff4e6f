package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.TableDialect.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a table of the cells of a file, when it is known where its head is. */
final class TableBuilder {

    private final Grid grid;
    private final Structure structure;
    private final TableColumns columns;
    private final Footnotes footnotes = new Footnotes();
    private final TableTimes times = new TableTimes();
    private final TableFailures failures;
    private final ColumnTimes columnTimes;
    private final TableRows rows;
    private final Observations.ValueColumns valueFields;
    private final Observations observations;
    private final List<Label> notes = new ArrayList<>();
    private final TableUnits units;
    private final RowSeries rowSeries;
    private final TableValues values;
    private final boolean headsSayParts;
    private @Nullable PartsOfYears parts;
    /** What a line between rows says of the years below it; null if none does. */
    private @Nullable PartAbove partOfRows;

    private int lastTimeRow = -1;
    private final int lastRow;
    /** The number of fields of the head; 0 if there is none. */
    private final int headWidth;

    /**
     * @param grid the cells
     * @param structure where the head is
     * @param headsSayParts whether the time of a column whose head says no part of a year is not known
     */
    TableBuilder(Grid grid, Structure structure, boolean headsSayParts) {
        this.headsSayParts = headsSayParts;
        this.grid = grid;
        this.structure = structure;
        this.columns = TableColumns.of(grid, structure);
        this.failures = new TableFailures(grid, columns);
        this.columnTimes = new ColumnTimes(grid, structure, columns, times, failures);
        this.rows = new TableRows(grid, structure, columns);
        this.lastRow = rows.last();
        this.headWidth = structure.headRow() < 0
                ? 0
                : IntStream.range(0, columns.firstRow()).map(grid::width).max().orElse(0);
        this.units = new TableUnits(notes, columns);
        this.rowSeries = new RowSeries(grid, columns, structure.layout(), units);
        this.valueFields = new Observations.ValueColumns(
                columns.values().stream().mapToInt(TableColumns.Value::column).toArray(),
                rowSeries.groups(),
                columnTimes.all());
        this.observations = new Observations(grid.cells(), valueFields);
        this.values = new TableValues(grid, columns, times, footnotes, failures, valueFields, observations);
    }

    StatisticalTable build() throws TableException {
        if (columns.values().isEmpty()) {
            throw TableException.of(grid.file(), "Table must have a column of values", "表格须有数值列");
        }
        if (lastRow < columns.firstRow()) {
            throw TableException.of(grid.file(), "Table must have a row with a time and a value", "表格须有含时间和数值的行");
        }
        if (rows.end() < grid.rows()) {
            failures.add(
                    rows.end(), 0, "One table is read of a file, and another one begins here: ", "每个文件只读取一张表,此处另起一表:");
        }
        readSurroundings();
        parts = columnTimes.settle(lastRow, headsSayParts);
        valueFields.settle();
        columns.keep(grid, lastRow);
        values.begin();
        readRows();
        failTimesBelow();
        values.settle(lastRow);
        if (columns.keys().mayRepeat()) {
            Repetitions.note(observations, notes);
        }
        columns.notes(notes);
        long foot = lastRow + 1 < grid.rows() ? grid.line(lastRow + 1) : 0;
        List<Long> heads = structure.headRows().stream()
                .filter(row -> row >= 0)
                .map(grid::line)
                .toList();
        return new StatisticalTable(
                new TableDialect(
                        grid.encoding(),
                        grid.separator(),
                        heads,
                        structure.layout(),
                        structure.timeColumn() < 0 ? "" : columns.head(structure.timeColumn()),
                        values.decimalSign(),
                        foot),
                observations,
                failures.all(),
                notes);
    }

    private void readRows() {
        String section = "";
        for (int row = columns.firstRow(); row <= lastRow; row++) {
            if (rows.isSection(row)) {
                if (rows.isUnitInPlaceOfValues(row)) {
                    section = "";
                    units.beginUnit(grid.first(row));
                } else {
                    section = grid.first(row);
                    units.begin(section);
                }
                footnotes.see(grid, row);
            } else if (!rows.isHeadAgain(row) && !columns.isOfCodes(grid, row)) {
                read(row, section);
            }
        }
    }

    /** Refuses the numbers below the last row whose time is known: their own is not. */
    private void failTimesBelow() {
        for (int row = lastRow + 1; row < rows.end() && structure.timeColumn() >= 0; row++) {
            // a total of all times has no digit in the place of one
            String text = grid.text(row, structure.timeColumn());
            String part = PartWords.of(text);
            boolean time = text.matches(".*\\d.*") || (part != null && !part.isEmpty());
            if (time && rows.hasValue(row)) {
                failures.addTime(row, structure.timeColumn());
            }
        }
    }

    private void readSurroundings() {
        int first = structure.headRows().isEmpty()
                ? 0
                : Math.max(0, structure.headRows().get(0));
        for (int row = 0; row < first; row++) {
            columns.seeMaker(words(row));
        }
        for (int row = lastRow + 1; row < rows.end(); row++) {
            columns.seeMaker(words(row));
        }
        for (int row = 0; row < first; row++) {
            if (grid.filled(row) == 2
                    && Role.of(grid.text(row, 0)) == Role.UNIT
                    && !UnitLines.isLabelled(grid.text(row, 0))) {
                units.readHead(words(row).substring(grid.text(row, 0).length()).strip());
            } else {
                // a semicolon in a line above may have been one of its text
                units.readAbove(grid.separator().equals(";") ? grid.words(row, "; ") : words(row));
            }
            footnotes.see(grid, row);
        }
        for (int row = lastRow + 1; row < rows.end(); row++) {
            footnotes.see(grid, row);
            String line = words(row);
            boolean alone = line.endsWith(":") && Role.of(line.substring(0, line.length() - 1)) == Role.UNIT;
            units.readBelow(alone ? line + " " + words(row + 1) : line);
        }
        if (structure.layout() == Layout.WIDE) {
            units.readCorner(columns.head(0));
        }
        if (!columns.unitOfAll().isEmpty()) {
            units.readHead(columns.unitOfAll());
        }
        columns.unitInAllHeads().ifPresent(units::take);
        columns.currencySign().ifPresent(units::readSign);
    }

    private String words(int row) {
        return grid.words(row, " ");
    }

    /** The row that says the time of a row: itself, or one above, where only the parts of one year stand below each other. */
    private int timeRow(int row) {
        if (grid.isEmpty(row, structure.timeColumn()) && columns.hasPart(grid, row)) {
            return lastTimeRow < 0 ? row : lastTimeRow;
        }
        lastTimeRow = row;
        return row;
    }

    private void read(int row, String section) {
        if (isWider(row)) {
            failures.add(
                    row,
                    headWidth,
                    "Row must not have more fields than the head; a number with commas stands in quotation marks: ",
                    "数据行的字段不得多于表头；带逗号的数字须加引号：");
            return;
        }
        if (grid.width(row) > 0 && grid.isEmpty(row, 0) && grid.filled(row) == 0) {
            return;
        }
        if (columns.unreadParts >= 0) {
            failures.addTime(row, columns.unreadParts);
            return;
        }
        int timeRow = row;
        String time = "";
        if (structure.timeColumn() >= 0) {
            timeRow = timeRow(row);
            time = times.of(grid, timeRow, structure.timeColumn());
            if (time == null) {
                if (grid.isEmpty(timeRow, structure.timeColumn()) && grid.filled(row) < 2) {
                    return;
                }
                if (grid.isFilledOnce(row)) {
                    partOfRows = PartAbove.of(List.of(grid.first(row)), Set.of());
                }
                failures.addTime(row, structure.timeColumn());
                return;
            }
        }
        String rowTime = parts == null ? time : parts.of(row, timeRow, time);
        if (rowTime == null) {
            failures.addTime(row, columns.part() < 0 ? structure.timeColumn() : columns.part());
            return;
        }
        if (partOfRows != null && rowTime.length() == TimeText.YEAR_DIGITS) {
            String part = partOfRows.part();
            if (part == null) {
                failures.addPart(row, structure.timeColumn(), partOfRows.said());
                return;
            }
            rowTime = FiscalMonths.join(rowTime, part);
        }
        int count = valueFields.within(grid.width(row));
        int first = observations.add(row, count, rowSeries.of(row, section), rowTime);
        values.readRow(row, first, count);
    }

    /** Whether a row has numbers beyond the last field of the head, so that it is not known below which head any of them is. */
    private boolean isWider(int row) {
        for (int column = headWidth; headWidth > 0 && column < grid.width(row); column++) {
            if (grid.isNumber(row, column)) {
                return true;
            }
        }
        return false;
    }
}
