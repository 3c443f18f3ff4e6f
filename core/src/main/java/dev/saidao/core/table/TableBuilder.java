package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.TableDialect.Layout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a table of the cells of a file, when it is known where its head is. */
final class TableBuilder {

    private static final int MOST_NOTES = 20;
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
    private final int[] firstOfGroup;
    private final Observations observations;
    private final Pending pending = new Pending();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Label> notes = new ArrayList<>();
    /** By all words that tell series apart, joined: as one text they have fewer equal hashes than as a list. */
    private final Map<String, TableSeries[]> byKey = new HashMap<>();

    private final StringBuilder joined = new StringBuilder();
    private final Map<TableSeries, TableSeries> percentages = new HashMap<>();
    private @Nullable String[] headTimes = {};
    private TableSeries[] lastSeries = {};
    private int lastSeriesRow = -1;
    private String lastSection = "";
    private boolean hasPoints;
    private final TableUnits units = new TableUnits(notes);
    private String unitContext = "";
    private String lastTimeText = "";
    private int lastRow;
    /** The row at which another table begins. */
    private int end;

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
        this.firstOfGroup = firstOfGroup();
        // the cells of a table are known to be fewer than the fields of its file
        long most = (long) values.size() * Math.max(0, grid.rows() - columns.firstRow());
        this.observations =
                new Observations(grid.cells(), (int) Math.min(most, grid.cells().fields()));
    }

    StatisticalTable build() throws TableException {
        if (columns.values().isEmpty()) {
            throw TableException.of(grid.file(), "Table must have a column of values", "表格须有数值列");
        }
        end = end();
        lastRow = lastRow();
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
            if (isSection(row)) {
                section = grid.first(row);
                units.begin(section);
                unitContext = units.context();
                footnotes.see(grid, row);
            } else if (!isHeadAgain(row) && !columns.isOfCodes(grid, row)) {
                read(row, section);
            }
        }
        readPending();
        noteRepeated();
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
        for (int row = end - 1; row >= columns.firstRow(); row--) {
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

    /** Where another table begins below this one, with a head of its own; the number of rows if none does. */
    private int end() {
        for (int row = columns.firstRow() + 1; row < grid.rows(); row++) {
            if (structure.layout() == Layout.WIDE ? hasOtherTimes(row) : hasOtherNames(row)) {
                fail(row, 0, "One table is read of a file, and another one begins here: ", "每个文件只读取一张表,此处另起一表:");
                return row;
            }
        }
        return grid.rows();
    }

    /** Whether the cells below the times of the head are other times, as many and in a row. */
    private boolean hasOtherTimes(int row) {
        int first = valueColumns[0].column();
        if (valueColumns.length < 2 || first >= grid.width(row) || !grid.cells().maybeTime(row, first)) {
            return false;
        }
        int step = 0;
        int last = 0;
        int found = 0;
        for (TableColumns.Value value : valueColumns) {
            String text = grid.text(row, value.column());
            TimeText time = text.isEmpty() ? null : TimeText.parse(text);
            if (time == null) {
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
                || (grid.isEmpty(row, structure.timeColumn()) && columns.hasPart(grid, row));
    }

    private void readSurroundings() {
        int first = structure.headRows().isEmpty()
                ? 0
                : Math.max(0, structure.headRows().get(0));
        for (int row = 0; row < first; row++) {
            units.readAbove(line(row));
            footnotes.see(grid, row);
        }
        for (int row = lastRow + 1; row < end; row++) {
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
        if (row == columns.firstRow() && isNumbering(row)) {
            return true;
        }
        if (head < 0 || grid.width(row) != grid.width(head)) {
            return false;
        }
        for (int column = 0; column < grid.width(row); column++) {
            if (!grid.cells().isSame(row, head, column)
                    && !grid.text(row, column).equals(grid.text(head, column))) {
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

    private void read(int row, String section) {
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
        TableSeries[] series = seriesOf(row, section);
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

    @SuppressWarnings("ReferenceEquality") // each series is one object, and to compare their keys costs more
    private void noteRepeated() {
        if (!columns.keys().mayRepeat()) {
            return;
        }
        IdentityHashMap<TableSeries, Map<String, Integer>> seen = new IdentityHashMap<>();
        TableSeries last = null;
        Map<String, Integer> ofLast = Map.of();
        for (int index = 0; index < observations.size(); index++) {
            TableSeries of = observations.seriesOf(index);
            if (of != last) {
                ofLast = seen.computeIfAbsent(of, none -> new HashMap<>());
                last = of;
            }
            Integer first = ofLast.putIfAbsent(observations.timeOf(index), index);
            if (first != null) {
                noteRepeated(observations.get(first), observations.get(index));
            }
        }
    }

    private void noteRepeated(TableObservation first, TableObservation again) {
        if (notes.size() < MOST_NOTES && first.time().equals(again.time())) {
            boolean same = first.value().equals(again.value());
            String where = again.series().name() + ", " + again.time();
            notes.add(Label.of(
                    "Value given twice" + (same ? "" : ", and not the same") + ": " + where + " (lines " + first.line()
                            + " and " + again.line() + ")",
                    (same ? "同一数值给出两次:" : "同一时间给出两个不同数值:") + where + "(第 " + first.line() + "、" + again.line()
                            + " 行)"));
        }
    }

    // ---- series ----

    /** The series of the columns of values in a row. */
    private TableSeries[] seriesOf(int row, String section) {
        if (lastSeriesRow >= 0
                && section.equals(lastSection)
                && columns.keys().isSameSeries(grid, row, lastSeriesRow)) {
            return lastSeries;
        }
        List<String> key = columns.keys().key(grid, row, section);
        if (columns.keys().isRowASeries()) {
            return made(row, key);
        }
        joined.setLength(0);
        key.forEach(word -> joined.append(word).append('\u0001'));
        joined.append(columns.unitText(grid, row)).append(unitContext);
        lastSeries = byKey.computeIfAbsent(joined.toString(), none -> made(row, key));
        lastSeriesRow = row;
        lastSection = section;
        return lastSeries;
    }

    private TableSeries[] made(int row, List<String> key) {
        TableSeries[] made = new TableSeries[values.size()];
        for (int i = 0; i < made.length; i++) {
            int first = firstOfGroup[i];
            made[i] = first < i ? made[first] : made(row, values.get(i), key);
        }
        return made;
    }

    /** For each column of values the first one that is of the same series. */
    private int[] firstOfGroup() {
        int[] firsts = new int[values.size()];
        Map<String, Integer> byGroup = new HashMap<>();
        for (int i = 0; i < firsts.length; i++) {
            String group = switch (structure.layout()) {
                case WIDE -> values.get(i).label();
                case LONG -> String.valueOf(i);
                case YEAR_BY_PART -> "";
            };
            Integer first = byGroup.putIfAbsent(group, i);
            firsts[i] = first == null ? i : first;
        }
        return firsts;
    }

    private TableSeries made(int row, TableColumns.Value value, List<String> key) {
        List<String> full = new ArrayList<>(key);
        if (!value.label().isEmpty() || full.isEmpty()) {
            String head = value.label().isEmpty() ? value.head() : value.label();
            full.add(head.isEmpty() ? "value" : head);
        }
        SeriesUnit unit = units.of(columns.unit(grid, row, value, key), key);
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
