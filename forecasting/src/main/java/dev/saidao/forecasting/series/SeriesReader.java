package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.PercentSigns;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.table.StatisticalTable;
import dev.saidao.core.table.TableException;
import dev.saidao.core.table.TableObservation;
import dev.saidao.core.table.TableReader;
import dev.saidao.core.table.TableSeries;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads annual series from files: any {@linkplain TableReader statistical table} with years, and rows of bare numbers.
 *
 * <p>A file whose first column is {@code id} and whose other heads are {@code v1}, {@code v2} and so on holds a series in each
 * row, the oldest value first; rows may be shorter or longer than the head, and their years are places, counted from 1. Values
 * are as printed, without the multiplier of the table. Of a series that has years and parts of years the years are read.
 *
 * @since 0.1
 */
public final class SeriesReader {

    private SeriesReader() {}

    /**
     * Reads all series of a file.
     *
     * @param file the file
     * @return the series, and the rows, cells and series that could not be read
     * @throws TableException if the file is no table
     * @throws IOException if it cannot be read
     */
    public static Rows<SeriesRow> read(Path file) throws IOException {
        try (RowFile rows = RowFile.open(file, List.of("id"))) {
            if (isNumbered(rows.columns())) {
                return rows.readAll(SeriesReader::numbered);
            }
        } catch (TableException e) {
            // it may be a table of another form, which says more if it is none
        }
        return of(file.toString(), TableReader.withDefaults().read(file));
    }

    private static boolean isNumbered(List<String> columns) {
        if (!columns.get(0).equals("id")) {
            return false;
        }
        for (int place = 1; place < columns.size(); place++) {
            if (!columns.get(place).matches("[A-Za-z_]{0,10}0*" + place)) {
                return false;
            }
        }
        return true;
    }

    /** The values after the id; empty fields at the end are none, those between values are gaps. */
    private static SeriesRow numbered(Row row) {
        NavigableMap<Integer, BigDecimal> values = new TreeMap<>();
        PercentSigns signs = new PercentSigns();
        int fields = row.fields().size();
        for (int place = 1; place < fields; place++) {
            int year = place;
            signs.number(row, place).ifPresent(value -> values.put(year, value));
        }
        String id = row.text("id");
        if (values.isEmpty()) {
            throw new RowException("", Label.of("Series must have a value: " + id, "序列须有数值:" + id));
        }
        try {
            return new SeriesRow(id, AnnualSeries.of(values), "", row.line());
        } catch (IllegalArgumentException e) {
            throw new RowException("", e);
        }
    }

    /**
     * Returns the annual series of a table.
     *
     * @param file the name of the file, for failures
     * @param table the table
     * @return its series, and what could not be read
     */
    public static Rows<SeriesRow> of(String file, StatisticalTable table) {
        List<SeriesRow> series = new ArrayList<>();
        List<Failure> failures = new ArrayList<>(table.failures());
        Map<TableSeries, List<TableObservation>> all = table.bySeries();
        for (Map.Entry<TableSeries, List<TableObservation>> one : all.entrySet()) {
            List<TableObservation> observations = one.getValue();
            long line = observations.get(0).line();
            try {
                requireOneSign(one.getKey(), observations, all);
                series.add(series(one.getKey(), observations, line));
            } catch (RowException e) {
                failures.add(new Failure(file, line, "", OptionalInt.empty(), "", e.rule()));
            }
        }
        return new Rows<>(series, failures);
    }

    /** Years in per cent and years without a sign are of one series, and nobody knows what the latter are in. */
    private static void requireOneSign(
            TableSeries key, List<TableObservation> observations, Map<TableSeries, List<TableObservation>> all) {
        String other = key.unit().equals("%") ? "" : "%";
        List<TableObservation> others = key.unit().isEmpty() || key.unit().equals("%")
                ? all.getOrDefault(new TableSeries(key.key(), other, key.multiplier()), List.of())
                : List.of();
        if (others.isEmpty()) {
            return;
        }
        SortedSet<String> times = times(observations);
        SortedSet<String> otherTimes = times(others);
        if (Collections.disjoint(times, otherTimes)) {
            String one = times.first();
            String next = otherTimes.first();
            throw new RowException(
                    "",
                    Label.of(
                            "Numbers that belong together must all have a % sign or none: " + key.name() + ", " + one
                                    + ", " + next,
                            "同组数字须都带 % 或都不带:" + key.name() + "," + one + "、" + next));
        }
    }

    private static SortedSet<String> times(List<TableObservation> observations) {
        SortedSet<String> times = new TreeSet<>();
        observations.forEach(observation -> times.add(observation.time()));
        return times;
    }

    private static SeriesRow series(TableSeries key, List<TableObservation> observations, long line) {
        NavigableMap<Integer, BigDecimal> values = new TreeMap<>();
        String form = "";
        String other = "";
        for (TableObservation observation : observations) {
            String time = observation.time();
            if (!time.matches("\\d{4}([/–-]\\d{2}(\\d{2})?)?") || (time.matches("\\d{4}-\\d{2}") && form.isEmpty())) {
                other = time;
            } else if (observation.value().isPresent()) {
                form = time;
                int year = Integer.parseInt(time.substring(0, 4));
                BigDecimal value = observation.value().get();
                BigDecimal before = values.put(year, value);
                if (before != null && before.compareTo(value) != 0) {
                    String where = key.name() + ", " + time;
                    throw new RowException("", Label.of("Year must have one value: " + where, "每年只能有一个数值:" + where));
                }
            }
        }
        if (values.isEmpty()) {
            throw new RowException(
                    "",
                    other.isEmpty()
                            ? Label.of("Series must have a value: " + key.name(), "序列须有数值:" + key.name())
                            : Label.of(
                                    "Series must have years, not parts of them: " + key.name() + ", " + other,
                                    "序列须为年度数据:" + key.name() + "," + other));
        }
        try {
            return new SeriesRow(key.name(), AnnualSeries.of(values), form, line);
        } catch (IllegalArgumentException e) {
            throw new RowException("", e);
        }
    }
}
