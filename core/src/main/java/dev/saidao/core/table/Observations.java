package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The observations of a table, made when they are asked for: most cells are plain numbers or empty, and it takes less time to
 * read these again than to keep an object for each.
 */
final class Observations extends AbstractList<TableObservation> implements RandomAccess {

    private final RowBlock cells;
    private int[] fields;
    private int[] rows;
    private TableSeries[] series;
    private String[] times;
    private int size;
    /** Those with anything more than a plain number. */
    private final Map<Integer, TableObservation> others = new HashMap<>();

    Observations(RowBlock cells, int capacity) {
        this.cells = cells;
        this.fields = new int[capacity];
        this.rows = new int[capacity];
        this.series = new TableSeries[capacity];
        this.times = new String[capacity];
    }

    /** Adds a cell that is a plain number or empty, or is to be {@linkplain #replace replaced}. */
    int add(int row, int field, TableSeries of, String time) {
        if (size == fields.length) {
            int more = size + (size >> 1) + 16;
            fields = Arrays.copyOf(fields, more);
            rows = Arrays.copyOf(rows, more);
            series = Arrays.copyOf(series, more);
            times = Arrays.copyOf(times, more);
        }
        fields[size] = field;
        rows[size] = row;
        series[size] = of;
        times[size] = time;
        return size++;
    }

    void replace(int index, TableObservation by) {
        others.put(index, by);
    }

    TableSeries seriesOf(int index) {
        return series[index];
    }

    /** Whether any observation is of a series such as asked for. */
    @SuppressWarnings("ReferenceEquality") // the same series follows itself as one object
    boolean hasSeries(Predicate<TableSeries> wanted) {
        TableSeries last = null;
        for (int index = 0; index < size; index++) {
            TableSeries of = series[index];
            if (of != last && wanted.test(of)) {
                return true;
            }
            last = of;
        }
        return false;
    }

    String timeOf(int index) {
        return times[index];
    }

    int rowOf(int index) {
        return rows[index];
    }

    int fieldOf(int index) {
        return fields[index];
    }

    /** Takes out those that could not be read. */
    void removeAll(boolean[] refused) {
        Map<Integer, TableObservation> kept = new HashMap<>();
        int to = 0;
        for (int from = 0; from < size; from++) {
            if (!refused[from]) {
                fields[to] = fields[from];
                rows[to] = rows[from];
                series[to] = series[from];
                times[to] = times[from];
                TableObservation other = others.get(from);
                if (other != null) {
                    kept.put(to, other);
                }
                to++;
            }
        }
        size = to;
        others.clear();
        others.putAll(kept);
    }

    @Override
    public TableObservation get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index must be below " + size + ": " + index);
        }
        @Nullable TableObservation other = others.isEmpty() ? null : others.get(index);
        if (other != null) {
            return other;
        }
        int start = cells.strippedStart(fields[index]);
        int end = cells.strippedEnd(fields[index]);
        Optional<BigDecimal> value =
                start >= end ? Optional.empty() : Optional.of(CellNumbers.plain(cells.chars(), start, end));
        return new TableObservation(
                series[index],
                times[index],
                value,
                value.isPresent() ? ObservationStatus.A : ObservationStatus.M,
                "",
                cells.line(rows[index]));
    }

    @Override
    public int size() {
        return size;
    }
}
