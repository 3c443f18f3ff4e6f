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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a table of the cells of a file, when it is known where its head is. */
final class TableBuilder {

    /** Units in which a sign of percentage says nothing new. */
    private static final Pattern PERCENTAGES = Pattern.compile("(?i)%|percent|per cent|\\bpp\\b|rate|share");

    /** What a price is for: USD per share, EUR/kWh. */
    private static final Pattern FOR_EACH = Pattern.compile("(?i)\\s*(?:/|\\bper\\b).*$");

    private final Grid grid;
    private final Structure structure;
    private final TableColumns columns;
    private final Footnotes footnotes = new Footnotes();
    private final CellNumbers numbers = new CellNumbers();
    private final TableTimes times = new TableTimes();
    private final List<TableColumns.Value> values;
    private final TableColumns.Value[] valueColumns;
    private final boolean[] mayBeMarked;
    /** For each column of values the time that its head says, null if it says none that is known; or the part of a year. */
    private final @Nullable String[] columnTimes;

    private final TableRows rows;
    private final Observations.ValueColumns valueFields;
    private final Observations observations;
    private final FlagTexts flags = new FlagTexts();
    private final Pending pending = new Pending();
    private final Pending inCurrency = new Pending();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Label> notes = new ArrayList<>();
    private final TableUnits units;
    private final RowSeries rowSeries;
    private final Map<TableSeries, TableSeries> percentages = new HashMap<>();
    /** What the cells look like that are numbers and nothing else. */
    private int looks;

    private @Nullable PartsOfYears parts;
    private final boolean headsSayParts;
    /** What a line between rows says of the years below it; null if none does. */
    private @Nullable PartAbove partOfRows;

    private int lastTimeRow = -1;
    private final int lastRow;
    /** The number of fields of the head; 0 if there is none. */
    private final int headWidth;

    /** Observations that are to be read later, by their places. */
    private static final class Pending {

        private int[] indices = new int[64];
        private int size;

        /** Adds one, if it is not the last already. */
        void add(int index) {
            if (size > 0 && indices[size - 1] == index) {
                return;
            }
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, 2 * size);
            }
            indices[size++] = index;
        }
    }

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
        this.values = columns.values();
        this.valueColumns = values.toArray(new TableColumns.Value[0]);
        this.mayBeMarked = new boolean[valueColumns.length];
        this.columnTimes = new String[valueColumns.length];
        this.rows = new TableRows(grid, structure, columns);
        this.lastRow = rows.last();
        this.headWidth = structure.headRow() < 0
                ? 0
                : IntStream.range(0, columns.firstRow()).map(grid::width).max().orElse(0);
        this.units = new TableUnits(notes, columns);
        this.rowSeries = new RowSeries(grid, columns, structure.layout(), units);
        this.valueFields = new Observations.ValueColumns(
                values.stream().mapToInt(TableColumns.Value::column).toArray(), rowSeries.groups(), columnTimes);
        this.observations = new Observations(grid.cells(), valueFields);
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
            for (int place = 0; place < columnTimes.length; place++) {
                columnTimes[place] = times.ofHead(valueColumns[place].time());
                if (columnTimes[place] == null) {
                    failTime(structure.headRow(), valueColumns[place].column());
                }
            }
        } else {
            Arrays.setAll(columnTimes, place -> valueColumns[place].part());
            learnTimes();
        }
        parts = new PartsOfYears(grid, structure, columns, times, lastRow);
        if (structure.layout() == Layout.YEAR_BY_PART) {
            parts.placeHeads(columnTimes, lastRow);
        } else if (columns.part() < 0) {
            takePartsOfYears();
        }
        valueFields.settle();
        columns.keep(grid, lastRow);
        for (int number = 0; number < valueFields.columns().length; number++) {
            mayBeMarked[number] = columns.mayBeMarked(valueColumns[valueFields.place(number)]);
        }
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
        for (int row = lastRow + 1; row < rows.end() && structure.timeColumn() >= 0; row++) {
            // a total of all times has no digit in the place of one
            String text = grid.text(row, structure.timeColumn());
            String part = PartWords.of(text);
            boolean time = text.matches(".*\\d.*") || (part != null && !part.isEmpty());
            if (time && rows.hasValue(row)) {
                failTime(row, structure.timeColumn());
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
            columns.seeMaker(line(row));
        }
        for (int row = lastRow + 1; row < rows.end(); row++) {
            columns.seeMaker(line(row));
        }
        for (int row = 0; row < first; row++) {
            if (grid.filled(row) == 2
                    && Role.of(grid.text(row, 0)) == Role.UNIT
                    && !UnitLines.isLabelled(grid.text(row, 0))) {
                units.readHead(line(row).substring(grid.text(row, 0).length()).strip());
            } else {
                // a semicolon in a line above may have been one of its text
                units.readAbove(grid.separator().equals(";") ? line(row, "; ") : line(row));
            }
            footnotes.see(grid, row);
        }
        for (int row = lastRow + 1; row < rows.end(); row++) {
            footnotes.see(grid, row);
            String line = line(row);
            boolean alone = line.endsWith(":") && Role.of(line.substring(0, line.length() - 1)) == Role.UNIT;
            units.readBelow(alone ? line + " " + line(row + 1) : line);
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

    /** Makes parts of years of the years of columns, where a line above the table or a head says of which part the numbers are. */
    private void takePartsOfYears() {
        Set<String> years = times.years();
        if (years == null) {
            return;
        }
        boolean wide = structure.layout() == Layout.WIDE;
        boolean fiscal = times.haveFiscalYears();
        boolean fifths = values.stream().anyMatch(value -> Structure.isFifth(value.head()));
        PartAbove above = PartAbove.of(linesAbove(), years);
        for (int place = 0; place < columnTimes.length; place++) {
            TableColumns.Value value = valueColumns[place];
            PartAbove said = wide || fifths ? null : PartAbove.of(List.of(value.head()), years);
            said = said == null ? above : said;
            String time = columnTimes[place];
            if (said == null && headsSayParts) {
                columnTimes[place] = null;
                failTime(structure.headRow(), value.column());
            }
            if (said == null
                    || time == null
                    || (wide ? value.time() == null || !value.time().isYear() : !time.isEmpty())) {
                continue;
            }
            String part = fiscal ? null : said.part();
            columnTimes[place] = part == null ? null : wide ? FiscalMonths.join(time, part) : part;
            if (part == null) {
                failPart(structure.headRow(), value.column(), said.said());
            }
        }
    }

    private void failPart(int row, int column, String said) {
        String shortened = Row.shortened(said);
        fail(
                row,
                column,
                "Part of the year that all times are of must be understood, such as January to June: " + shortened
                        + ": ",
                "所有年份共有的期间须能识别,如 1-6月:" + shortened + ": ");
    }

    /** The lines above the head, and the corner beside its times. */
    private List<String> linesAbove() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < structure.headRow(); row++) {
            boolean ofColumns = structure.headRows().contains(row) && grid.filled(row) > 2;
            if (!ofColumns && !grid.isEmpty(row, 0)) {
                lines.add(line(row));
            }
        }
        if (structure.layout() == Layout.WIDE) {
            lines.add(columns.head(0));
        }
        return lines;
    }

    private String line(int row) {
        return line(row, " ");
    }

    private String line(int row, String between) {
        StringBuilder line = new StringBuilder();
        int width = row < grid.rows() ? grid.width(row) : 0;
        for (int column = 0; column < Math.min(50, width); column++) {
            if (between.length() == 1 || !grid.isEmpty(row, column)) {
                line.append(line.length() == 0 ? "" : between).append(grid.text(row, column));
            }
        }
        return line.toString().strip();
    }

    /** The row that says the time of a row: itself, or one above, where only the parts of one year stand below each other. */
    private int timeRow(int row) {
        if (grid.isEmpty(row, structure.timeColumn()) && columns.hasPart(grid, row)) {
            return lastTimeRow < 0 ? row : lastTimeRow;
        }
        lastTimeRow = row;
        return row;
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
            times.see(grid, row, structure.timeColumn());
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
        if (grid.width(row) > 0 && grid.isEmpty(row, 0) && grid.filled(row) == 0) {
            return;
        }
        if (columns.unreadParts >= 0) {
            failTime(row, columns.unreadParts);
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
                failTime(row, structure.timeColumn());
                return;
            }
        }
        String rowTime = parts == null ? time : parts.of(row, timeRow, time);
        if (rowTime == null) {
            failTime(row, columns.part() < 0 ? structure.timeColumn() : columns.part());
            return;
        }
        if (partOfRows != null && rowTime.length() == TimeText.YEAR_DIGITS) {
            String part = partOfRows.part();
            if (part == null) {
                failPart(row, structure.timeColumn(), partOfRows.said());
                return;
            }
            rowTime = FiscalMonths.join(rowTime, part);
        }
        int count = valueFields.within(grid.width(row));
        int first = observations.add(row, count, rowSeries.of(row, section), rowTime);
        readValues(row, first, count, !markOfTime(row).isEmpty());
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

    /** What stands beside the time of a row, such as p in 2023p. */
    private String markOfTime(int row) {
        return structure.timeColumn() < 0 ? "" : times.mark(grid, row, structure.timeColumn());
    }

    private void readValues(int row, int index, int count, boolean marked) {
        RowBlock cells = grid.cells();
        char[] chars = cells.chars();
        int[] columnOf = valueFields.columns();
        int first = cells.field(row, 0);
        for (int number = 0; number < count; number++) {
            int field = first + columnOf[number];
            int start = cells.start(field);
            int end = cells.end(field);
            // a letter ends no number: what it is behind is looked at below
            boolean letter = start < end && chars[end - 1] >= 'A';
            int look = letter ? lookOfFlagged(chars, start, end, index + number) : PlainNumbers.look(chars, start, end);
            if (look == PlainNumbers.OTHER && start < end) {
                look = lookOfOther(row, field, index + number);
            }
            looks |= look;
            if (marked || (mayBeMarked[number] && isMarked(row, number))) {
                pending.add(index + number);
            }
        }
    }

    private boolean isMarked(int row, int number) {
        return columns.isMarked(grid, row, valueColumns[valueFields.place(number)]);
    }

    /** What a cell looks like that is no plain number as it stands in the file; if it is none without blanks, it is read later. */
    private int lookOfOther(int row, int field, int index) {
        RowBlock cells = grid.cells();
        int start = cells.strippedStart(field);
        int end = cells.strippedEnd(field);
        if (start >= end) {
            return PlainNumbers.OTHER;
        }
        char[] chars = cells.chars();
        int look = chars[end - 1] >= 'A' ? PlainNumbers.OTHER : PlainNumbers.look(chars, start, end);
        look = look == PlainNumbers.OTHER ? lookOfFlagged(chars, start, end, index) : look;
        if (look == PlainNumbers.OTHER) {
            String text = grid.text(row, field - cells.field(row, 0));
            numbers.see(text);
            if (!CellNumbers.currencyOf(text).isEmpty()) {
                inCurrency.add(index);
            }
            pending.add(index);
        }
        return look;
    }

    /** What the number looks like that a flag stands behind, and nothing else; the observation gets the flag. */
    private int lookOfFlagged(char[] chars, int start, int end, int index) {
        int number = FlaggedNumber.numberEnd(chars, start, end);
        int look = number < 0 ? PlainNumbers.OTHER : PlainNumbers.look(chars, start, number);
        if (look == PlainNumbers.OTHER) {
            return look;
        }
        int first = number;
        while (first < end && chars[first] == ' ') {
            first++;
        }
        byte flag = flags.of(chars, first, end);
        if (flag == 0) {
            return PlainNumbers.OTHER;
        }
        observations.flag(index, flag);
        return look;
    }

    private void settleFlags() {
        List<FlagTexts.Flag> settled = new ArrayList<>();
        for (String text : flags.texts()) {
            settled.add(new FlagTexts.Flag(
                    text,
                    footnotes.status(text, columns.behind(text)),
                    footnotes.year(text).orElse("")));
        }
        observations.settle(settled);
    }

    /** Reads what could not be read before the decimal sign was settled, or has marks beside it. */
    private void readPending() {
        settleFlags();
        numbers.seePlain(looks);
        numbers.settle(grid.separator());
        for (int i = 0; i < inCurrency.size; i++) {
            putInCurrency(inCurrency.indices[i]);
        }
        if (numbers.hasLossSigns()) {
            numbers.settle(LossSigns.of(grid, columns.firstRow(), lastRow, numbers.hasMinus(), isInMoney()));
        }
        boolean plainAgain = (looks & PlainNumbers.SIGNED) != 0 && !numbers.dotIsDecimalSign();
        if (pending.size == 0 && !plainAgain) {
            return;
        }
        boolean[] refused = new boolean[observations.size()];
        boolean any = false;
        int next = 0;
        for (int index = 0; index < observations.size(); index++) {
            boolean isPending = next < pending.size && pending.indices[next] == index;
            next += isPending ? 1 : 0;
            if (isPending || plainAgain) {
                refused[index] = !read(index, valueColumns[observations.placeOf(index)]);
                any |= refused[index];
            }
        }
        if (any) {
            observations.removeAll(refused);
        }
    }

    /** Gives a series whose unit nothing says the currency that stands beside one of its numbers. */
    private void putInCurrency(int index) {
        TableSeries series = observations.seriesOf(index);
        if (series.unit().isEmpty()) {
            String currency = currencyOf(index);
            observations.replaceSeries(index, new TableSeries(series.key(), currency, series.multiplier()));
        }
    }

    private String currencyOf(int index) {
        int column = valueColumns[observations.placeOf(index)].column();
        String sign = CellNumbers.currencyOf(grid.text(observations.rowOf(index), column));
        return sign.isEmpty() ? "" : UnitLines.said(sign).map(SeriesUnit::unit).orElse(sign);
    }

    /** Whether the currency beside a number is not that of its series: a dollar may be that of any country. */
    private boolean isInOtherCurrency(int index) {
        String currency = currencyOf(index);
        String unit = FOR_EACH.matcher(observations.seriesOf(index).unit()).replaceFirst("");
        return !currency.isEmpty()
                && !currency.equals(unit)
                && !(currency.equals("USD") && unit.matches("[A-Z]{2}D|(?i:.*\\bdollars?\\b.*)"))
                && !(currency.matches("[¥\uFFE5]") && unit.matches("CNY|JPY"));
    }

    private boolean isInMoney() {
        return observations.hasSeries(series -> SeriesUnit.isCurrency(series.unit())
                || (series.unit().isEmpty() && series.multiplier().compareTo(BigDecimal.ONE) > 0));
    }

    private boolean read(int index, TableColumns.Value value) {
        int row = observations.rowOf(index);
        int column = value.column();
        CellNumbers.Cell cell = numbers.read(grid.text(row, column));
        if (cell == null || (inCurrency.size > 0 && isInOtherCurrency(index))) {
            if (cell == null && numbers.isUnsettled(grid.text(row, column))) {
                fail(
                        row,
                        column,
                        "Number can be read in two ways, as no other number settles the decimal sign: ",
                        "该数字有两种读法,表中没有能确定小数点的数字:");
            } else if (cell == null && grid.isMarkedNumber(row, column)) {
                fail(
                        row,
                        column,
                        "Value must be a number such as 12.5, with no more behind it than a known flag, such as 12.5 p: ",
                        "数值须为数字,后面只可有已知标记,如 12.5 p:");
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
        String ofTime = markOfTime(row);
        beside = beside.isEmpty() ? ofTime : beside;
        String all = flag.isEmpty() ? beside : beside.isEmpty() || beside.equals(flag) ? flag : flag + " " + beside;
        ObservationStatus status = ObservationStatus.A;
        if (!all.isEmpty() || columns.saysMore()) {
            status = footnotes.status(all, columns.status(grid, row, value, flag.isEmpty() ? ofTime : flag, time));
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
