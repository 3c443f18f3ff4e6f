package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.TableDialect.Layout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a table of the cells of a file, when it is known where its head is. */
final class TableBuilder {

    /** Units in which a sign of percentage says nothing new. */
    private static final Pattern PERCENTAGES = Pattern.compile("(?i)%|percent|per cent|\\bpp\\b|rate|share");

    private final Grid grid;
    private final Structure structure;
    private final TableColumns columns;
    private final Footnotes footnotes = new Footnotes();
    private final CellNumbers numbers = new CellNumbers();
    private final TableTimes times = new TableTimes();
    private final List<TableColumns.Value> values;
    private final TableColumns.Value[] valueColumns;
    private final boolean[] mayBeMarked;
    private final TableRows rows;
    private final Observations observations;
    private final Pending pending = new Pending();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Label> notes = new ArrayList<>();
    private final TableUnits units = new TableUnits(notes);
    private final RowSeries rowSeries;
    private final Map<TableSeries, TableSeries> percentages = new HashMap<>();
    private @Nullable String[] headTimes = {};
    private boolean hasPoints;
    private String lastTimeText = "";
    private final int lastRow;
    /** The number of fields of the head; 0 if there is none. */
    private final int headWidth;

    /** Observations that are to be read later. */
    private static final class Pending {

        private int[] indices = new int[64];
        private int[] columns = new int[64];
        private int size;

        void add(int index, int column) {
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, 2 * size);
                columns = Arrays.copyOf(columns, 2 * size);
            }
            indices[size] = index;
            columns[size++] = column;
        }
    }

    TableBuilder(Grid grid, Structure structure) {
        this.grid = grid;
        this.structure = structure;
        this.columns = TableColumns.of(grid, structure);
        this.values = columns.values();
        this.valueColumns = values.toArray(new TableColumns.Value[0]);
        this.mayBeMarked = new boolean[valueColumns.length];
        this.rows = new TableRows(grid, structure, columns);
        this.lastRow = rows.last();
        this.headWidth = structure.headRow() < 0
                ? 0
                : IntStream.range(0, columns.firstRow()).map(grid::width).max().orElse(0);
        this.rowSeries = new RowSeries(grid, columns, structure.layout(), units);
        // the cells of a table are known to be fewer than the fields of its file
        long most = (long) values.size() * Math.max(0, grid.rows() - columns.firstRow());
        this.observations =
                new Observations(grid.cells(), (int) Math.min(most, grid.cells().fields()));
    }

    StatisticalTable build() throws TableException {
        if (columns.values().isEmpty()) {
            throw TableException.of(grid.file(), "Table must have a column of values", "表格须有数值列");
        }
        if (lastRow < columns.firstRow()) {
            throw TableException.of(grid.file(), "Table must have a row with a time and a value", "表格须有含时间和数值的行");
        }
        if (rows.end() < grid.rows()) {
            fail(rows.end(), 0, "One table is read of a file, and another one begins here: ", "每个文件只读取一张表,此处另起一表:");
        }
        readSurroundings();
        if (structure.layout() == Layout.WIDE) {
            times.settle(values.stream()
                    .<@Nullable TimeText>map(TableColumns.Value::time)
                    .toList());
            headTimes = values.stream().map(value -> times.ofHead(value.time())).toArray(String[]::new);
            failHeads();
        } else {
            learnTimes();
        }
        columns.keep(grid, lastRow);
        for (int i = 0; i < valueColumns.length; i++) {
            mayBeMarked[i] = columns.mayBeMarked(valueColumns[i]);
        }
        String section = "";
        for (int row = columns.firstRow(); row <= lastRow; row++) {
            if (rows.isSection(row)) {
                section = grid.first(row);
                units.begin(section);
                footnotes.see(grid, row);
            } else if (!rows.isHeadAgain(row) && !columns.isOfCodes(grid, row)) {
                read(row, section);
            }
        }
        readPending();
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
                        numbers.decimalSign(),
                        foot),
                observations,
                failures,
                notes);
    }

    // ---- what stands around the table ----

    private void readSurroundings() {
        int first = structure.headRows().isEmpty()
                ? 0
                : Math.max(0, structure.headRows().get(0));
        for (int row = 0; row < first; row++) {
            units.readAbove(line(row));
            footnotes.see(grid, row);
        }
        for (int row = lastRow + 1; row < rows.end(); row++) {
            footnotes.see(grid, row);
            units.readBelow(line(row));
        }
        if (structure.layout() == Layout.WIDE) {
            units.readCorner(columns.head(0));
        }
        columns.currencySign().ifPresent(units::readSign);
    }

    private String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < Math.min(50, grid.width(row)); column++) {
            line.append(grid.text(row, column)).append(' ');
        }
        return line.toString().strip();
    }

    /** The text in the column of times, or that of a row above, where only the parts of one year stand below each other. */
    private String timeText(int row) {
        String text = grid.text(row, structure.timeColumn());
        if (text.isEmpty() && columns.hasPart(grid, row)) {
            return lastTimeText;
        }
        lastTimeText = text;
        return text;
    }

    private void failHeads() {
        for (int i = 0; i < headTimes.length; i++) {
            if (headTimes[i] == null) {
                failTime(structure.headRow(), valueColumns[i].column());
            }
        }
    }

    private void failTime(int row, int column) {
        fail(
                row,
                column,
                "Time must be a year, quarter, month or day, such as 2024, 2024-Q3: ",
                "时间须为年、季、月或日,如 2024、2024-Q3:");
    }

    private void learnTimes() {
        for (int row = columns.firstRow(); row <= lastRow; row++) {
            times.see(grid.text(row, structure.timeColumn()));
        }
        times.settle();
    }

    // ---- rows ----

    private void read(int row, String section) {
        if (isWider(row)) {
            fail(
                    row,
                    headWidth,
                    "Row must not have more fields than the head; a number with commas stands in quotation marks: ",
                    "数据行的字段不得多于表头；带逗号的数字须加引号：");
            return;
        }
        String rowTime = "";
        if (structure.timeColumn() >= 0) {
            String text = timeText(row);
            String time = times.of(text);
            if (time == null) {
                if (text.isEmpty() && grid.filled(row) < 2) {
                    return;
                }
                failTime(row, structure.timeColumn());
                return;
            }
            rowTime = columns.withPart(grid, row, time);
        }
        TableSeries[] series = rowSeries.of(row, section);
        for (int i = 0; i < series.length; i++) {
            TableColumns.Value value = valueColumns[i];
            String time = structure.layout() == Layout.WIDE
                    ? headTimes[i]
                    : value.part().isEmpty() ? rowTime : rowTime + value.part();
            if (time != null) {
                read(row, i, value, series[i], time);
            }
        }
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

    private void read(int row, int place, TableColumns.Value value, TableSeries of, String time) {
        int column = value.column();
        if (column >= grid.width(row)) {
            return;
        }
        RowBlock cells = grid.cells();
        char[] chars = cells.chars();
        int field = cells.field(row, column);
        int start = cells.start(field);
        int end = cells.end(field);
        int point = CellNumbers.point(chars, start, end);
        if (point == CellNumbers.NOT_PLAIN) {
            start = cells.strippedStart(field);
            end = cells.strippedEnd(field);
            point = CellNumbers.point(chars, start, end);
        }
        int index = observations.add(row, field, of, time);
        if (point != CellNumbers.NOT_PLAIN) {
            numbers.seePlain(chars, start, end, point);
            hasPoints |= point >= 0;
            if (!mayBeMarked[place] || !columns.isMarked(grid, row, value)) {
                return;
            }
        } else if (start < end) {
            numbers.see(grid.text(row, column));
        } else if (!columns.isMarked(grid, row, value)) {
            return;
        }
        pending.add(index, place);
    }

    /** Reads what could not be read before the decimal sign was settled, or has marks beside it. */
    private void readPending() {
        numbers.settle(grid.separator());
        if (numbers.hasLossSigns()) {
            numbers.settle(LossSigns.of(grid, columns.firstRow(), lastRow, numbers.hasMinus(), isInMoney()));
        }
        if (pending.size == 0 && !(hasPoints && !numbers.dotIsDecimalSign())) {
            return;
        }
        boolean[] refused = new boolean[observations.size()];
        boolean any = false;
        boolean plainAgain = hasPoints && !numbers.dotIsDecimalSign();
        int next = 0;
        for (int index = 0; index < observations.size(); index++) {
            boolean isPending = next < pending.size && pending.indices[next] == index;
            if (isPending) {
                refused[index] = !read(index, values.get(pending.columns[next]));
                next++;
            } else if (plainAgain) {
                refused[index] = !read(index, valueOf(index));
            } else {
                continue;
            }
            any |= refused[index];
        }
        if (any) {
            observations.removeAll(refused);
        }
    }

    private boolean isInMoney() {
        return observations.hasSeries(series -> SeriesUnit.isCurrency(series.unit())
                || (series.unit().isEmpty() && series.multiplier().compareTo(BigDecimal.ONE) > 0));
    }

    private TableColumns.Value valueOf(int index) {
        int column = observations.fieldOf(index) - grid.cells().field(observations.rowOf(index), 0);
        return values.stream()
                .filter(value -> value.column() == column)
                .findFirst()
                .orElseThrow();
    }

    private boolean read(int index, TableColumns.Value value) {
        int row = observations.rowOf(index);
        int column = value.column();
        CellNumbers.Cell cell = numbers.read(grid.text(row, column));
        if (cell == null) {
            if (numbers.isUnsettled(grid.text(row, column))) {
                fail(
                        row,
                        column,
                        "Number can be read in two ways, as no other number settles the decimal sign: ",
                        "该数字有两种读法,表中没有能确定小数点的数字:");
            } else {
                fail(
                        row,
                        column,
                        "Value must be a number such as 12.5, or a sign that there is none, such as \"..\": ",
                        "数值须为数字,如 12.5,或表示缺失的符号,如 ..:");
            }
            return false;
        }
        TableSeries of = observations.seriesOf(index);
        String note = value.note() < 0 ? "" : grid.text(row, value.note());
        boolean percent = cell.percent() || note.equals("%") || note.equals("\uFF05");
        if (percent && !PERCENTAGES.matcher(of.unit()).find()) {
            of = percentages.computeIfAbsent(of, plain -> new TableSeries(plain.key(), "%", BigDecimal.ONE));
        }
        String time = observations.timeOf(index);
        String flag = cell.flag();
        String beside = columns.flags(grid, row, value);
        String all = flag.isEmpty() ? beside : beside.isEmpty() || beside.equals(flag) ? flag : flag + " " + beside;
        ObservationStatus status = ObservationStatus.A;
        if (!all.isEmpty() || columns.saysMore()) {
            status = footnotes.status(all, columns.status(grid, row, value, flag, time));
            time = footnotes.year(all).orElse(time);
        }
        if (cell.value() == null && !status.isMissing()) {
            status = ObservationStatus.M;
        }
        observations.replace(
                index, new TableObservation(of, time, Optional.ofNullable(cell.value()), status, all, grid.line(row)));
        return true;
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
