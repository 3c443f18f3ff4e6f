package dev.saidao.samples.programs;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the indicators and the table of an index. */
final class IndexInput {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    private final Path meta;
    private final CsvInput nodes;
    private final CsvInput rows;

    IndexInput(Path meta, Path data, PrintWriter errors, Language language) {
        this.meta = meta;
        this.nodes = new CsvInput(meta, errors, language, List.of("code"));
        this.rows = new CsvInput(data, errors, language, List.of("unit"));
    }

    /** How many rows of the table were refused. */
    int refused() {
        return rows.refused();
    }

    /** The framework; with a row left out it would be another one, so that none may be bad. */
    IndicatorFramework framework() throws IOException {
        List<IndicatorNode> read = new ArrayList<>();
        nodes.forEach(header -> {}, row -> {
            row.requireWhole();
            read.add(node(row));
        });
        if (nodes.refused() > 0) {
            throw new IOException(meta + ": Every row must be good: " + nodes.refused() + " refused");
        }
        return IndicatorFramework.of(read);
    }

    private static IndicatorNode node(Row row) {
        try {
            return IndicatorNode.builder()
                    .code(row.text("code"))
                    .parent(optional(row, "parent"))
                    .level(whole(row, "level"))
                    .weight(decimal(row, "weight").orElse(BigDecimal.ONE))
                    .direction(direction(row))
                    .name(optional(row, "name").map(Label::same))
                    .unit(optional(row, "unit"))
                    .target(decimal(row, "target"))
                    .lowerGoalpost(decimal(row, "lower_goalpost"))
                    .upperGoalpost(decimal(row, "upper_goalpost"))
                    .denominator(optional(row, "denominator"))
                    .source(optional(row, "source"))
                    .year(whole(row, "year"))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new RowException("", String.valueOf(e.getMessage()));
        }
    }

    private static Direction direction(Row row) {
        return switch (row.text("direction")) {
            case "1", "+1", "" -> Direction.INCREASE;
            case "-1" -> Direction.DECREASE;
            default -> throw new RowException("direction", "Direction must be 1 or -1: " + row.text("direction"));
        };
    }

    /** A text; none where it is empty or, as R prints it, NA. */
    private static Optional<String> optional(Row row, String column) {
        return Optional.of(row.text(column)).filter(text -> !text.isEmpty() && !text.equals("NA"));
    }

    private static Optional<Integer> whole(Row row, String column) {
        return optional(row, column).map(text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw new RowException(column, "Number must be whole, of up to 9 digits: " + text);
            }
            return Integer.valueOf(text);
        });
    }

    private static Optional<BigDecimal> decimal(Row row, String column) {
        return optional(row, column).map(text -> {
            requireNumber(text, column);
            return new BigDecimal(text);
        });
    }

    /** Refuses what is no plain number. */
    static void requireNumber(String text, String column) {
        if (text.length() > 100 || !NUMBER.matcher(text).matches()) {
            throw new RowException(
                    column,
                    "Number must be plain, such as 12.5, or empty: "
                            + (text.length() > 40 ? text.substring(0, 40) + "…" : text));
        }
    }

    /**
     * The table of a year, with those of the other years beside it. Columns named {@code year} and {@code group} are not
     * indicators, unless the framework says so.
     *
     * @param year the year; the latest one if absent
     */
    IndicatorTable table(IndicatorFramework framework, Optional<Integer> year) throws IOException {
        Set<String> known = new HashSet<>();
        framework.nodes().forEach(node -> {
            known.add(node.code());
            node.denominator().ifPresent(known::add);
        });
        List<String> header = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        SortedMap<Integer, IndicatorTable.Builder> tables = new TreeMap<>();
        rows.forEach(
                names -> {
                    header.addAll(names);
                    columns.addAll(names);
                    columns.remove("unit");
                    columns.removeIf(name -> isSpecial(name, known));
                },
                row -> {
                    row.requireWhole();
                    int ofRow = header.contains("year") && isSpecial("year", known)
                            ? whole(row, "year").orElseThrow(() -> new RowException("year", "Year must be there: ''"))
                            : 0;
                    Optional<String> group = header.contains("group") && isSpecial("group", known)
                            ? optional(row, "group")
                            : Optional.empty();
                    add(row, columns, group, tables.computeIfAbsent(ofRow, absent -> IndicatorTable.builder(columns)));
                });
        return ofYear(tables, columns, year);
    }

    private static boolean isSpecial(String name, Set<String> known) {
        return (name.equals("year") || name.equals("group")) && !known.contains(name);
    }

    private static IndicatorTable ofYear(
            SortedMap<Integer, IndicatorTable.Builder> tables, List<String> columns, Optional<Integer> year)
            throws IOException {
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
            throw new IOException("Year must be in the data: " + wanted);
        }
        return built.size() == 1 ? table : table.inYear(wanted, built);
    }

    private static void add(Row row, List<String> columns, Optional<String> group, IndicatorTable.Builder table) {
        String unit = row.text("unit");
        double[] values = new double[columns.size()];
        Map<String, Bounds> bounds = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            String column = columns.get(i);
            Optional<String> text = optional(row, column);
            values[i] = Double.NaN;
            if (text.isPresent() && isBounds(text.get())) {
                bounds.put(column, bounds(text.get(), column));
            } else if (text.isPresent()) {
                requireNumber(text.get(), column);
                values[i] = Double.parseDouble(text.get());
            }
            if (Math.abs(values[i]) > IndicatorTable.MAX_MAGNITUDE) {
                throw new RowException(column, "Value must be within ±1e150: " + text.orElse(""));
            }
        }
        try {
            table.unit(unit);
        } catch (IllegalArgumentException e) {
            throw new RowException("unit", String.valueOf(e.getMessage()));
        }
        group.ifPresent(name -> table.group(unit, name));
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                table.set(unit, columns.get(i), values[i]);
            }
        }
        bounds.forEach((column, within) -> table.set(unit, column, within));
    }

    private static boolean isBounds(String text) {
        return text.startsWith("[") || text.startsWith("(");
    }

    private static Bounds bounds(String text, String column) {
        try {
            Bounds bounds = Bounds.parse(text);
            // refused here, where the row is still whole
            IndicatorTable.builder(List.of(column)).unit("u").set("u", column, bounds);
            return bounds;
        } catch (IllegalArgumentException e) {
            throw new RowException(column, String.valueOf(e.getMessage()).replace("Bounds of u, " + column, "Bounds"));
        }
    }
}
