package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The observations of a table, made when they are asked for: most cells are plain numbers or empty, and it takes less time to
 * read these again than to keep an object for each. Of a cell nothing is kept, since those of a row stand below the columns of
 * values from the first to one of them; what is the same for all cells of a row is kept once.
 */
final class Observations extends AbstractList<TableObservation> implements RandomAccess {

    /** The rows that were begun, and what the values of each have in common. */
    private static final class Begun {

        private int[] rows = new int[64];
        /** For each row the index of the first of its observations. */
        private int[] firsts = new int[64];

        private TableSeries[][] series = new TableSeries[64][];
        private String[] times = new String[64];
        private int size;

        void add(int row, int first, TableSeries[] ofRow, String time) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                firsts = Arrays.copyOf(firsts, 2 * size);
                series = Arrays.copyOf(series, 2 * size);
                times = Arrays.copyOf(times, 2 * size);
            }
            rows[size] = row;
            firsts[size] = first;
            series[size] = ofRow;
            times[size++] = time;
        }

        /** Whether an observation is one of a row. */
        boolean has(int row, int index) {
            return row < size && firsts[row] <= index && (row + 1 == size || index < firsts[row + 1]);
        }

        /** The last row whose first observation is not behind one: that which has it, as a row without any has the same first. */
        int find(int index) {
            int low = 0;
            int high = size - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (firsts[middle] <= index) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }

    private final RowBlock cells;
    private final ValueColumns columns;
    private final Begun begun = new Begun();
    /** The row that was asked for last: the next one asked for is that one or the one behind it, mostly. */
    private int lastFound;

    private int size;
    /** Which ones are left, where some could not be read. */
    private int @Nullable [] left;

    /** For each the number of its flag; 0 if it has none. */
    private byte @Nullable [] flagOf;
    /** What the flags say, by their numbers. */
    private List<FlagTexts.Flag> flags = List.of();
    /** Those with anything more than a plain number and a flag, at their places. */
    private @Nullable TableObservation @Nullable [] others;

    /** The columns of values, from left to right. */
    static final class ValueColumns {

        private final int[] all;
        private final int[] groupOf;
        private final @Nullable String[] times;
        /** Which of them have values that can be read, and their places in the file. */
        private int[] places = {};

        private int[] columns = {};

        /**
         * @param all for each column of values its place in the file
         * @param groupOf for each the place of its series among those of a row
         * @param times for each the time that its head says, or the part of the year that is added to that of the row; null if
         *     its head says none that is known
         */
        ValueColumns(int[] all, int[] groupOf, @Nullable String[] times) {
            this.all = all;
            this.groupOf = groupOf;
            this.times = times;
        }

        /** Leaves out the columns whose time is not known: called when all times are there that are. */
        void settle() {
            places = IntStream.range(0, all.length)
                    .filter(place -> times[place] != null)
                    .toArray();
            columns = IntStream.of(places).map(place -> all[place]).toArray();
        }

        /** How many columns a row of some fields has values in. */
        int within(int width) {
            int count = columns.length;
            while (count > 0 && columns[count - 1] >= width) {
                count--;
            }
            return count;
        }

        /** The place of a column among all columns of values, by its place among those that can be read. */
        int place(int number) {
            return places[number];
        }

        /** The places in the file of those that can be read; not to be changed. */
        int[] columns() {
            return columns;
        }
    }

    Observations(RowBlock cells, ValueColumns columns) {
        this.cells = cells;
        this.columns = columns;
    }

    /**
     * Adds the cells of a row: plain numbers or empty, or to be {@linkplain #replace replaced}.
     *
     * @param row the row
     * @param count in how many columns it has values
     * @param series what they are of
     * @param time the time of the row, or its part of the years that heads say
     * @return the index of the first
     */
    int add(int row, int count, TableSeries[] series, String time) {
        int first = size;
        begun.add(row, first, series, time);
        size += count;
        return first;
    }

    /** Gives one a flag, which stands behind its number. */
    void flag(int index, byte number) {
        if (flagOf == null || index >= flagOf.length) {
            int length = Math.max(size, 2 * index);
            flagOf = flagOf == null ? new byte[length] : Arrays.copyOf(flagOf, length);
        }
        flagOf[index] = number;
    }

    /** Settles what the flags say. */
    void settle(List<FlagTexts.Flag> byNumber) {
        flags = byNumber;
    }

    private FlagTexts.@Nullable Flag flagAt(int at) {
        int number = flagOf == null || at >= flagOf.length ? 0 : flagOf[at];
        return number == 0 ? null : flags.get(number - 1);
    }

    void replace(int index, TableObservation by) {
        if (others == null) {
            others = new TableObservation[size];
        }
        others[at(index)] = by;
    }

    /** Where an observation stands among those that were added. */
    private int at(int index) {
        return left == null ? index : left[index];
    }

    /** Where the row of an observation stands among those that were begun. */
    private int found(int at) {
        int last = lastFound;
        if (!begun.has(last, at)) {
            last = begun.has(last + 1, at) ? last + 1 : begun.find(at);
            lastFound = last;
        }
        return last;
    }

    TableSeries seriesOf(int index) {
        int found = found(at(index));
        return begun.series[found][columns.groupOf[place(found, at(index))]];
    }

    /** Puts another series in the place of that of an observation and of all that share it. */
    void replaceSeries(int index, TableSeries by) {
        int found = found(at(index));
        begun.series[found][columns.groupOf[place(found, at(index))]] = by;
    }

    /** The place of the column of an observation among those of values. */
    int placeOf(int index) {
        return place(found(at(index)), at(index));
    }

    private int place(int found, int at) {
        return columns.place(at - begun.firsts[found]);
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
        int found = found(at(index));
        return time(found, place(found, at(index)));
    }

    private String time(int found, int place) {
        String ofRow = begun.times[found];
        String ofColumn = columns.times[place];
        if (ofColumn == null || ofColumn.isEmpty()) {
            return ofRow;
        }
        if (ofRow.isEmpty()) {
            return ofColumn;
        }
        return FiscalMonths.isPart(ofRow) ? FiscalMonths.join(ofColumn, ofRow) : FiscalMonths.join(ofRow, ofColumn);
    }

    int rowOf(int index) {
        return begun.rows[found(at(index))];
    }

    /** Takes out those that could not be read. */
    void removeAll(boolean[] refused) {
        left = IntStream.range(0, size)
                .filter(index -> !refused[index])
                .map(this::at)
                .toArray();
        size = left.length;
    }

    @Override
    public TableObservation get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index must be below " + size + ": " + index);
        }
        int at = at(index);
        @Nullable TableObservation other = others == null ? null : others[at];
        if (other != null) {
            return other;
        }
        int found = found(at);
        int place = place(found, at);
        int field = cells.field(begun.rows[found], columns.all[place]);
        TableSeries series = begun.series[found][columns.groupOf[place]];
        long line = cells.line(begun.rows[found]);
        int start = cells.strippedStart(field);
        int end = cells.strippedEnd(field);
        FlagTexts.@Nullable Flag flag = flagAt(at);
        if (flag != null) {
            int number = FlaggedNumber.numberEnd(cells.chars(), start, end);
            return new TableObservation(
                    series,
                    flag.year().isEmpty() ? time(found, place) : flag.year(),
                    Optional.of(PlainNumbers.value(cells.chars(), start, number)),
                    flag.status(),
                    flag.text(),
                    line);
        }
        Optional<BigDecimal> value =
                start >= end ? Optional.empty() : Optional.of(PlainNumbers.value(cells.chars(), start, end));
        return new TableObservation(
                series,
                time(found, place),
                value,
                value.isPresent() ? ObservationStatus.A : ObservationStatus.M,
                "",
                line);
    }

    @Override
    public int size() {
        return size;
    }
}
