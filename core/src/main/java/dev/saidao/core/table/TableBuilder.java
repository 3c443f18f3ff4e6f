package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.TableDialect.Layout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a table of the cells of a file, when it is known where its head is. */
final class TableBuilder {

    private static final int MOST_NOTES = 20;

    private final Grid grid;
    private final Structure structure;
    private final TableColumns columns;
    private final Footnotes footnotes = new Footnotes();
    private final CellNumbers numbers = new CellNumbers();
    private final TableTimes times = new TableTimes();
    private final List<TableObservation> observations = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Label> notes = new ArrayList<>();
    private final Map<Duplicate, TableObservation> seen = new HashMap<>();
    private final Set<String> unknownUnits = new HashSet<>();
    private SeriesUnit tableUnit = SeriesUnit.NONE;
    private int lastRow;

    /** What may be given only once. */
    private record Duplicate(TableSeries series, String time) {}

    TableBuilder(Grid grid, Structure structure) {
        this.grid = grid;
        this.structure = structure;
        this.columns = TableColumns.of(grid, structure);
    }

    StatisticalTable build() throws TableException {
        if (columns.values().isEmpty()) {
            throw TableException.of(grid.file(), "Table must have a column of values", "表格须有数值列");
        }
        lastRow = lastRow();
        readSurroundings();
        learn();
        if (structure.layout() == Layout.WIDE) {
            times.settle(columns.values().stream().map(TableColumns.Value::time).toList());
        } else {
            learnTimes();
        }
        columns.keep(grid, lastRow);
        String section = "";
        for (int row = columns.firstRow(); row <= lastRow; row++) {
            if (isSection(row)) {
                section = grid.first(row);
                footnotes.see(grid, row);
            } else if (!isHeadAgain(row)) {
                read(row, section);
            }
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
                        numbers.decimalSign(),
                        foot),
                observations,
                failures,
                notes);
    }

    // ---- what stands around the table ----

    /** The last row with a value; what stands below it are notes. */
    private int lastRow() {
        for (int row = grid.rows() - 1; row >= columns.firstRow(); row--) {
            if (hasTime(row)) {
                for (TableColumns.Value value : columns.values()) {
                    if (grid.isNumber(row, value.column())
                            || (!grid.isEmpty(row, value.column()) && grid.isValue(row, value.column()))) {
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

    private boolean hasTime(int row) {
        return structure.timeColumn() < 0 || Structure.isTime(grid.text(row, structure.timeColumn()));
    }

    private void readSurroundings() {
        int first = structure.headRows().isEmpty()
                ? 0
                : Math.max(0, structure.headRows().get(0));
        for (int row = 0; row < first; row++) {
            String line = line(row);
            SeriesUnit.said(line).ifPresent(unit -> tableUnit = unit);
            footnotes.see(grid, row);
        }
        for (int row = lastRow + 1; row < grid.rows(); row++) {
            footnotes.see(grid, row);
        }
    }

    private String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < Math.min(50, grid.width(row)); column++) {
            line.append(grid.text(row, column)).append(' ');
        }
        return line.toString().strip();
    }

    private void learn() {
        for (int row = columns.firstRow(); row <= lastRow; row++) {
            for (TableColumns.Value value : columns.values()) {
                int column = value.column();
                if (column >= grid.width(row)) {
                    continue;
                }
                int start = grid.cells().strippedStart(row, column);
                int end = grid.cells().strippedEnd(row, column);
                if (start == end) {
                    continue;
                }
                if (CellNumbers.isPlain(grid.cells().chars(), start, end)) {
                    numbers.seePlain(grid.cells().chars(), start, end);
                } else {
                    numbers.see(grid.text(row, column));
                }
            }
        }
        numbers.settle(grid.separator());
    }

    private void learnTimes() {
        for (int row = columns.firstRow(); row <= lastRow; row++) {
            times.see(grid.text(row, structure.timeColumn()));
        }
        times.settle();
    }

    // ---- rows ----

    private boolean isSection(int row) {
        for (TableColumns.Value value : columns.values()) {
            if (!grid.isEmpty(row, value.column())) {
                return false;
            }
        }
        return structure.layout() == Layout.WIDE ? grid.filled(row) == 1 : grid.filled(row) == 0;
    }

    private boolean isHeadAgain(int row) {
        int head = structure.headRow();
        if (head < 0 || grid.width(row) != grid.width(head)) {
            return false;
        }
        for (int column = 0; column < grid.width(row); column++) {
            if (!grid.text(row, column).equals(grid.text(head, column))) {
                return false;
            }
        }
        return true;
    }

    private void read(int row, String section) {
        String rowTime = "";
        if (structure.timeColumn() >= 0) {
            String text = grid.text(row, structure.timeColumn());
            String time = times.of(text);
            if (time == null) {
                if (text.isEmpty() && grid.filled(row) < 2) {
                    return;
                }
                fail(
                        row,
                        structure.timeColumn(),
                        "Time must be a year, quarter, month or day, such as 2024, 2024-Q3: ",
                        "时间须为年、季、月或日,如 2024、2024-Q3:");
                return;
            }
            rowTime = columns.withPart(grid, row, time);
        }
        List<String> key = columns.key(grid, row, section);
        for (TableColumns.Value value : columns.values()) {
            String time = structure.layout() == Layout.WIDE ? times.ofHead(value.time()) : rowTime + value.part();
            read(row, value, key, time);
        }
    }

    private void read(int row, TableColumns.Value value, List<String> key, String time) {
        int column = value.column();
        if (column >= grid.width(row)) {
            return;
        }
        RowBlock cells = grid.cells();
        int start = cells.strippedStart(row, column);
        int end = cells.strippedEnd(row, column);
        BigDecimal number;
        String flag = "";
        boolean percent = false;
        if (numbers.dotIsDecimalSign() && CellNumbers.isPlain(cells.chars(), start, end)) {
            number = CellNumbers.plain(cells.chars(), start, end);
        } else {
            CellNumbers.Cell cell = numbers.read(grid.text(row, column));
            if (cell == null) {
                if (numbers.isUnsettled(grid.text(row, column))) {
                    fail(
                            row,
                            column,
                            "Number can be read in two ways, as no other number settles the decimal sign: ",
                            "该数字有两种读法,表中没有能确定小数点的数字:");
                    return;
                }
                fail(
                        row,
                        column,
                        "Value must be a number such as 12.5, or a sign that there is none, such as \"..\": ",
                        "数值须为数字,如 12.5,或表示缺失的符号,如 ..:");
                return;
            }
            number = cell.value();
            flag = cell.flag();
            percent = cell.percent();
        }
        add(row, value, key, time, number, flag, percent);
    }

    private void add(
            int row,
            TableColumns.Value value,
            List<String> key,
            String time,
            @Nullable BigDecimal number,
            String flag,
            boolean percent) {
        TableSeries of = series(row, value, key, percent);
        String beside = columns.flags(grid, row, value);
        String all = flag.isEmpty() ? beside : beside.isEmpty() || beside.equals(flag) ? flag : flag + " " + beside;
        ObservationStatus status = ObservationStatus.A;
        String at = time;
        if (!all.isEmpty() || columns.saysMore()) {
            status = footnotes.status(all, columns.status(grid, row, value, flag, time));
            at = footnotes.year(all).orElse(time);
        }
        if (number == null && !status.isMissing()) {
            status = ObservationStatus.M;
        }
        TableObservation observation =
                new TableObservation(of, at, Optional.ofNullable(number), status, all, grid.line(row));
        if (columns.mayRepeat()) {
            TableObservation first = seen.putIfAbsent(new Duplicate(of, at), observation);
            if (first != null) {
                repeated(first, observation);
            }
        }
        observations.add(observation);
    }

    private void repeated(TableObservation first, TableObservation again) {
        boolean same = first.value().equals(again.value());
        if (notes.size() < MOST_NOTES) {
            String where = again.series().name() + ", " + again.time();
            notes.add(Label.of(
                    "Value given twice" + (same ? "" : ", and not the same") + ": " + where + " (lines " + first.line()
                            + " and " + again.line() + ")",
                    (same ? "同一数值给出两次:" : "同一时间给出两个不同数值:") + where + "(第 " + first.line() + "、" + again.line()
                            + " 行)"));
        }
    }

    private final Map<List<String>, Map<Integer, TableSeries>> byRow = new HashMap<>();
    private @Nullable List<String> lastKey;
    private Map<Integer, TableSeries> lastSeries = new TreeMap<>();
    private int lastUnitRow = -1;

    private TableSeries series(int row, TableColumns.Value value, List<String> key, boolean percent) {
        if (key != lastKey || (lastUnitRow != row && columns.hasUnitColumn())) {
            List<String> full = columns.hasUnitColumn() ? withUnit(key, row) : key;
            lastSeries = byRow.computeIfAbsent(full, first -> new TreeMap<>());
            lastKey = key;
            lastUnitRow = row;
        }
        return lastSeries.computeIfAbsent(
                percent ? -1 - value.label().hashCode() * 2 : value.group(), first -> made(row, value, key, percent));
    }

    private List<String> withUnit(List<String> key, int row) {
        List<String> full = new ArrayList<>(key);
        full.add("\0" + columns.unitText(grid, row));
        return full;
    }

    private TableSeries made(int row, TableColumns.Value value, List<String> key, boolean percent) {
        List<String> full = new ArrayList<>(key);
        if (!value.label().isEmpty() || full.isEmpty()) {
            String head = value.label().isEmpty() ? value.head() : value.label();
            full.add(head.isEmpty() ? "value" : head);
        }
        SeriesUnit unit = columns.unit(grid, row, value, key).orElse(tableUnit);
        if (unit.unit().isEmpty() && tableUnit != unit && !tableUnit.unit().isEmpty()) {
            unit = new SeriesUnit(tableUnit.unit(), unit.multiplier(), tableUnit.understood());
        }
        if (percent && unit.unit().isEmpty()) {
            unit = new SeriesUnit("%", unit.multiplier(), true);
        }
        if (!unit.understood() && unknownUnits.add(unit.unit()) && unknownUnits.size() <= MOST_NOTES) {
            notes.add(Label.of("Unit kept as printed: " + unit.unit(), "单位未能识别,照录:" + unit.unit()));
        }
        return new TableSeries(full, unit.unit(), unit.multiplier());
    }

    private void fail(int row, int column, String en, String zh) {
        String text = Row.shortened(grid.text(row, column));
        failures.add(new Failure(
                grid.file(),
                grid.line(row),
                columns.head(column),
                OptionalInt.of(column + 1),
                text,
                Label.of(en + text, zh + text)));
    }
}
