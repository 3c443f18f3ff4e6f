package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the cells of values of a table.
 *
 * <p>Plain numbers are left where they stand in the file. All others are read when the whole table is known, as other cells
 * settle what their decimal sign and their marks mean.
 */
final class TableValues {

    /** Units in which a sign of percentage says nothing new. */
    private static final Pattern PERCENTAGES = Pattern.compile("(?i)%|percent|per cent|\\bpp\\b|rate|share");

    /** What a price is for: USD per share, EUR/kWh. */
    private static final Pattern FOR_EACH = Pattern.compile("(?i)\\s*(?:/|\\bper\\b).*$");

    private final Grid grid;
    private final TableColumns columns;
    private final TableTimes times;
    private final Footnotes footnotes;
    private final TableFailures failures;
    private final TableColumns.Value[] valueColumns;
    private final boolean[] mayBeMarked;
    private final Observations.ValueColumns valueFields;
    private final Observations observations;
    private final CellNumbers numbers = new CellNumbers();
    private final FlagTexts flags = new FlagTexts();
    private final Pending pending = new Pending();
    private final Pending inCurrency = new Pending();
    private final Map<TableSeries, TableSeries> percentages = new HashMap<>();
    /** What the cells look like that are numbers and nothing else. */
    private int looks;

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

    TableValues(
            Grid grid,
            TableColumns columns,
            TableTimes times,
            Footnotes footnotes,
            TableFailures failures,
            Observations.ValueColumns valueFields,
            Observations observations) {
        this.grid = grid;
        this.columns = columns;
        this.times = times;
        this.footnotes = footnotes;
        this.failures = failures;
        this.valueFields = valueFields;
        this.observations = observations;
        this.valueColumns = columns.values().toArray(new TableColumns.Value[0]);
        this.mayBeMarked = new boolean[valueColumns.length];
    }

    /** Finds which columns may have marks beside their values, when the columns are settled. */
    void begin() {
        for (int number = 0; number < valueFields.columns().length; number++) {
            mayBeMarked[number] = columns.mayBeMarked(valueColumns[valueFields.place(number)]);
        }
    }

    /**
     * Reads the values of a row; what is no plain number is read when all rows are known.
     *
     * @param row the row
     * @param index the place of its first observation
     * @param count how many columns of values it has
     */
    void readRow(int row, int index, int count) {
        boolean marked = !markOfTime(row).isEmpty();
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

    /** {@return the decimal sign of the numbers, when they are settled} */
    char decimalSign() {
        return numbers.decimalSign();
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
    void settle(int lastRow) {
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
                failures.add(
                        row,
                        column,
                        "Number can be read in two ways, as no other number settles the decimal sign: ",
                        "该数字有两种读法,表中没有能确定小数点的数字:");
            } else if (cell == null && grid.isMarkedNumber(row, column)) {
                failures.add(
                        row,
                        column,
                        "Value must be a number such as 12.5, with no more behind it than a known flag, such as 12.5 p: ",
                        "数值须为数字,后面只可有已知标记,如 12.5 p:");
            } else {
                failures.add(
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

    /** What stands beside the time of a row, such as p in 2023p. */
    private String markOfTime(int row) {
        return columns.structure.timeColumn() < 0 ? "" : times.mark(grid, row, columns.structure.timeColumn());
    }
}
