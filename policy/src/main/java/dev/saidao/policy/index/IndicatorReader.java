package dev.saidao.policy.index;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.PercentSigns;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.table.TableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the indicators of an index and their values from files.
 *
 * <p>One row less changes every score, so that nothing is left out: a row of indicators that cannot be read stops the reading, and
 * so does a row of values that is not whole; a single value that cannot be read is taken as missing, and is a failure that says
 * so.
 *
 * @since 0.1
 */
public final class IndicatorReader {

    private static final List<String> SPECIAL = List.of("year", "group");

    private IndicatorReader() {}

    /**
     * Reads the indicators: columns {@code code}, {@code parent}, {@code level}, {@code weight}, {@code direction} and, as
     * needed, {@code name}, {@code unit}, {@code target}, {@code lower_goalpost}, {@code upper_goalpost}, {@code denominator},
     * {@code source}, {@code year}, {@code transformation} ({@link Transformation}, or {@code log}, {@code sqrt}),
     * {@code normalization} ({@link NormalizationMethod}) with {@code low}, {@code high}, {@code reference},
     * {@code reference_unit}. Heads may have capitals; any other column is refused. What COINr calls {@code iMeta} is read as it
     * is.
     *
     * @param file the file
     * @return the framework
     * @throws TableException if a column is not known, or a row cannot be read
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the rows make no framework
     */
    public static IndicatorFramework framework(Path file) throws IOException {
        try (RowFile rows = open(file, "code", "iCode")) {
            FrameworkColumns columns = new FrameworkColumns(file.toString(), rows.columns());
            Rows<Optional<IndicatorNode>> nodes = rows.readAll(columns::node);
            requireAll(file, nodes.failures());
            return IndicatorFramework.of(
                    nodes.values().stream().flatMap(Optional::stream).toList());
        }
    }

    /** Opens a file that has a column, or the one by which COINr calls it. */
    private static RowFile open(Path file, String column, String otherwise) throws IOException {
        try {
            return RowFile.open(file, List.of(column));
        } catch (TableException e) {
            try {
                return RowFile.open(file, List.of(otherwise));
            } catch (TableException neither) {
                throw e;
            }
        }
    }

    private static void requireAll(Path file, List<Failure> failures) throws TableException {
        if (!failures.isEmpty()) {
            StringBuilder en = new StringBuilder();
            StringBuilder zh = new StringBuilder();
            for (Failure failure : failures.subList(0, Math.min(20, failures.size()))) {
                en.append(failure.in(Locale.ENGLISH)).append('\n');
                zh.append(failure.in(Locale.CHINESE)).append('\n');
            }
            throw new TableException(Label.of(
                    en + file.toString() + ": Every row must be good, as one row less changes all results: "
                            + failures.size() + " refused",
                    zh + file.toString() + ": 缺少一行会改变所有结果,故每行都须有效:" + failures.size() + " 行未处理"));
        }
    }

    static Optional<Integer> whole(Row row, String column) {
        return row.given(column).map(text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw new RowException(
                        column, Label.of("Number must be whole, of up to 9 digits: " + text, "须为不超过 9 位的整数:" + text));
            }
            return Integer.valueOf(text);
        });
    }

    /**
     * Reads the values of a year, with those of the other years beside it. Columns {@code unit} (which names what is scored) and
     * those of the framework are read; {@code year} and {@code group} are no indicators, unless the framework says so. All
     * others are kept aside. COINr's {@code uCode} and {@code Time} are taken for unit and year.
     *
     * @param file the file
     * @param framework the indicators
     * @param year the year; the latest one if absent
     * @return the values, and what could not be read
     * @throws TableException if a row is not whole, or the year is not there
     * @throws IOException if the file cannot be read
     */
    public static IndicatorRows table(Path file, IndicatorFramework framework, Optional<Integer> year)
            throws IOException {
        Set<String> known = new HashSet<>();
        framework.nodes().forEach(node -> {
            known.add(node.code());
            node.denominator().ifPresent(known::add);
        });
        try (RowFile rows = open(file, "unit", "uCode")) {
            boolean isCoinr = !rows.columns().contains("unit");
            List<String> columns = new ArrayList<>(rows.columns());
            columns.remove(isCoinr ? "uCode" : "unit");
            List<String> aside = new ArrayList<>(columns);
            columns.retainAll(known);
            aside.removeAll(known);
            aside.removeAll(isCoinr ? List.of("Time", "group") : SPECIAL);
            Values values = new Values(rows.columns(), columns, known, isCoinr);
            List<Failure> unread = new ArrayList<>();
            Rows<String> read = rows.readAll(row -> values.add(row, unread));
            requireAll(file, read.failures());
            return new IndicatorRows(values.ofYear(file, year), aside, unread);
        }
    }

    /** The tables of all years. */
    private static final class Values {

        private final List<String> columns;
        private final String unitColumn;
        private final String yearColumn;
        private final boolean hasYear;
        private final boolean hasGroup;
        private final SortedMap<Integer, IndicatorTable.Builder> tables = new TreeMap<>();
        private final Map<String, PercentSigns> signs = new HashMap<>();

        Values(List<String> header, List<String> columns, Set<String> known, boolean isCoinr) {
            this.columns = columns;
            this.unitColumn = isCoinr ? "uCode" : "unit";
            this.yearColumn = isCoinr ? "Time" : "year";
            this.hasYear = header.contains(yearColumn) && !known.contains(yearColumn);
            this.hasGroup = header.contains("group") && !known.contains("group");
        }

        String add(Row row, List<Failure> unread) {
            row.requireWhole();
            int year = !hasYear
                    ? 0
                    : whole(row, yearColumn)
                            .orElseThrow(
                                    () -> new RowException(yearColumn, Label.of("Year must be there: ''", "须有年份")));
            String unit = row.text(unitColumn);
            IndicatorTable.Builder table = tables.computeIfAbsent(year, none -> IndicatorTable.builder(columns));
            try {
                table.unit(unit);
            } catch (IllegalArgumentException e) {
                throw new RowException(unitColumn, e);
            }
            if (hasGroup) {
                row.given("group").ifPresent(group -> table.group(unit, group));
            }
            for (String column : columns) {
                try {
                    set(table, row, unit, column);
                } catch (RowException e) {
                    unread.add(row.failure(new RowException(
                            e.column(),
                            Label.of(
                                    e.rule().en() + "; taken as missing",
                                    e.rule().zh() + ";按缺失处理"))));
                }
            }
            return unit;
        }

        private void set(IndicatorTable.Builder table, Row row, String unit, String column) {
            String text = row.text(column);
            if (text.startsWith("[") || (text.startsWith("(") && text.contains(","))) {
                try {
                    table.set(unit, column, Bounds.parse(text));
                } catch (IllegalArgumentException e) {
                    throw new RowException(
                            column,
                            String.valueOf(e.getMessage()).replace("Bounds of " + unit + ", " + column, "Bounds"));
                }
                return;
            }
            signs.computeIfAbsent(column, none -> new PercentSigns())
                    .number(row, column)
                    .ifPresent(value -> {
                        if (value.abs().doubleValue() > IndicatorTable.MAX_MAGNITUDE) {
                            throw new RowException(
                                    column, Label.of("Value must be within ±1e150: " + text, "数值须在 ±1e150 之内:" + text));
                        }
                        table.set(unit, column, value.doubleValue());
                    });
        }

        IndicatorTable ofYear(Path file, Optional<Integer> year) throws TableException {
            if (tables.isEmpty()) {
                return IndicatorTable.builder(columns).build();
            }
            SortedMap<Integer, IndicatorTable> built = new TreeMap<>();
            for (Map.Entry<Integer, IndicatorTable.Builder> table : tables.entrySet()) {
                built.put(table.getKey(), table.getValue().build());
            }
            int wanted = year.orElse(built.lastKey());
            IndicatorTable table = built.get(wanted);
            if (table == null) {
                throw new TableException(
                        Label.of(file + ": Year must be in the data: " + wanted, file + ": 数据中没有该年份:" + wanted));
            }
            return built.size() == 1 ? table : table.inYear(wanted, built);
        }
    }
}
