package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.UnitHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects the values of series from the rows of a file: {@code id,year,value}, and if there are several series of an indicator
 * {@code series}. Rows without a value are left out.
 *
 * @since 0.1
 */
public final class ProgressSeries {

    /** The columns that a file must have; {@code series} and {@code unit} may be there. */
    public static final List<String> COLUMNS = List.of("id", "year", "value");

    private final Map<String, Map<String, NavigableMap<Integer, Cell>>> values = new LinkedHashMap<>();

    /** A printed value, with the unit of its row if that has one. */
    record Cell(PrintedNumber printed, Optional<UnitHead> unit, long line) {

        Observation observation(int year, Optional<UnitHead> above) {
            return Observation.of(year, ProgressCells.in(printed, unit.or(() -> above), "value"));
        }
    }

    /** Collects values. */
    public ProgressSeries() {}

    /**
     * Adds a row.
     *
     * @param row a row of a file with {@link #COLUMNS}
     * @throws RowException if it cannot be read, or there is a value of that series and year already
     */
    public void add(Row row) {
        row.requireWhole();
        int year = ProgressCells.year(row, "year");
        Optional<PrintedNumber> printed = ProgressCells.printed(row, "value");
        if (printed.isEmpty()) {
            return;
        }
        Cell cell = new Cell(printed.get(), ProgressCells.unit(row), row.line());
        Cell before = values.computeIfAbsent(row.text("id"), id -> new LinkedHashMap<>())
                .computeIfAbsent(row.text("series"), series -> new TreeMap<>())
                .putIfAbsent(year, cell);
        if (before != null) {
            throw new RowException(
                    "year",
                    Label.of(
                            "Year must be there once in a series, as in line " + before.line() + ": "
                                    + row.text("year"),
                            "同一序列的每个年份只能出现一次,已见于第 " + before.line() + " 行:" + row.text("year")));
        }
    }

    /** {@return the ids of the indicators that there are values of} */
    public Set<String> ids() {
        return Set.copyOf(values.keySet());
    }

    Map<String, NavigableMap<Integer, Cell>> of(String id) {
        return values.getOrDefault(id, Map.of());
    }
}
