package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The observations of a table, made when they are asked for: most cells are plain numbers or empty, and it takes less time to
 * read these again than to keep an object for each. Of a cell no more is kept than its field and its row; what is the same for
 * all cells of a row is kept once.
 */
final class Observations extends AbstractList<TableObservation> implements RandomAccess {

    /** What the values of one row of the table have in common. */
    private static final class Shared {

        private int[] rows = new int[64];
        private TableSeries[][] series = new TableSeries[64][];
        private String[] times = new String[64];
        private int size;

        void add(int row, TableSeries[] ofRow, String time) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                series = Arrays.copyOf(series, 2 * size);
                times = Arrays.copyOf(times, 2 * size);
            }
            rows[size] = row;
            series[size] = ofRow;
            times[size++] = time;
        }
    }

    private final RowBlock cells;
    private final ValueColumns columns;
    private final Shared shared = new Shared();
    private int[] fields;
    /** The place of the row of each among those that are shared. */
    private int[] places;

    private int size;
    /** For each the number of its flag; 0 if it has none. */
    private byte @Nullable [] flagOf;
    /** What the flags say, by their numbers. */
    private List<FlagTexts.Flag> flags = List.of();
    /** Those with anything more than a plain number and a flag, at their places. */
    private @Nullable TableObservation @Nullable [] others;

    /** What is known of the columns of values. */
    static final class ValueColumns {

        private final int[] placeOf;
        private final int[] groupOf;
        private final @Nullable String[] times;

        /**
         * @param placeOf for each column of the file its place among the columns of values
         * @param groupOf for each column of values the place of its series among those of a row
         * @param times for each column of values the time that its head says, or the part of the year that is added to that of
         *     the row; filled before the first row begins
         */
        ValueColumns(int[] placeOf, int[] groupOf, @Nullable String[] times) {
            this.placeOf = placeOf;
            this.groupOf = groupOf;
            this.times = times;
        }
    }

    Observations(RowBlock cells, ValueColumns columns, int capacity) {
        this.cells = cells;
        this.columns = columns;
        this.fields = new int[capacity];
        this.places = new int[capacity];
    }

    /** Begins a row: the cells that are added from now on are of its series, and of its time, or of its part of the years that heads say. */
    void begin(int row, TableSeries[] series, String time) {
        shared.add(row, series, time);
    }

    /** Adds a cell of the row that was begun: a plain number or empty, or one to be {@linkplain #replace replaced}. */
    int add(int field) {
        if (size == fields.length) {
            int more = size + (size >> 1) + 16;
            fields = Arrays.copyOf(fields, more);
            places = Arrays.copyOf(places, more);
        }
        fields[size] = field;
        places[size] = shared.size - 1;
        return size++;
    }

    /** Gives the last one a flag, which stands behind its number. */
    void flag(byte number) {
        if (flagOf == null) {
            flagOf = new byte[fields.length];
        }
        if (flagOf.length < size) {
            flagOf = Arrays.copyOf(flagOf, fields.length);
        }
        flagOf[size - 1] = number;
    }

    /** Settles what the flags say. */
    void settle(List<FlagTexts.Flag> byNumber) {
        flags = byNumber;
    }

    private FlagTexts.@Nullable Flag flagAt(int index) {
        int number = flagOf == null || index >= flagOf.length ? 0 : flagOf[index];
        return number == 0 ? null : flags.get(number - 1);
    }

    void replace(int index, TableObservation by) {
        if (others == null) {
            others = new TableObservation[size];
        }
        others[index] = by;
    }

    TableSeries seriesOf(int index) {
        return shared.series[places[index]][columns.groupOf[placeOf(index)]];
    }

    /** Puts another series in the place of that of an observation and of all that share it. */
    void replaceSeries(int index, TableSeries by) {
        shared.series[places[index]][columns.groupOf[placeOf(index)]] = by;
    }

    /** The place of the column of an observation among those of values. */
    int placeOf(int index) {
        return columns.placeOf[fields[index] - cells.field(rowOf(index), 0)];
    }

    /** Whether any observation is of a series such as asked for. */
    @SuppressWarnings("ReferenceEquality") // the same series follows itself as one object
    boolean hasSeries(Predicate<TableSeries> wanted) {
        TableSeries last = null;
        for (int index = 0; index < size; index++) {
            TableSeries of = seriesOf(index);
            if (of != last && wanted.test(of)) {
                return true;
            }
            last = of;
        }
        return false;
    }

    String timeOf(int index) {
        String ofRow = shared.times[places[index]];
        String ofColumn = columns.times[placeOf(index)];
        if (ofColumn == null || ofColumn.isEmpty()) {
            return ofRow;
        }
        if (ofRow.isEmpty()) {
            return ofColumn;
        }
        return FiscalMonths.isPart(ofRow) ? FiscalMonths.join(ofColumn, ofRow) : FiscalMonths.join(ofRow, ofColumn);
    }

    int rowOf(int index) {
        return shared.rows[places[index]];
    }

    /** Takes out those that could not be read. */
    void removeAll(boolean[] refused) {
        int to = 0;
        for (int from = 0; from < size; from++) {
            if (!refused[from]) {
                fields[to] = fields[from];
                places[to] = places[from];
                if (others != null) {
                    others[to] = others[from];
                }
                if (flagOf != null && from < flagOf.length) {
                    flagOf[to] = flagOf[from];
                }
                to++;
            }
        }
        size = to;
    }

    @Override
    public TableObservation get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index must be below " + size + ": " + index);
        }
        @Nullable TableObservation other = others == null ? null : others[index];
        if (other != null) {
            return other;
        }
        int start = cells.strippedStart(fields[index]);
        int end = cells.strippedEnd(fields[index]);
        FlagTexts.@Nullable Flag flag = flagAt(index);
        if (flag != null) {
            int number = FlaggedNumber.numberEnd(cells.chars(), start, end);
            return new TableObservation(
                    seriesOf(index),
                    flag.year().isEmpty() ? timeOf(index) : flag.year(),
                    Optional.of(PlainNumbers.value(cells.chars(), start, number)),
                    flag.status(),
                    flag.text(),
                    cells.line(rowOf(index)));
        }
        Optional<BigDecimal> value =
                start >= end ? Optional.empty() : Optional.of(PlainNumbers.value(cells.chars(), start, end));
        return new TableObservation(
                seriesOf(index),
                timeOf(index),
                value,
                value.isPresent() ? ObservationStatus.A : ObservationStatus.M,
                "",
                cells.line(rowOf(index)));
    }

    @Override
    public int size() {
        return size;
    }
}
