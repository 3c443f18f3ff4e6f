package dev.saidao.samples.programs;

import dev.saidao.core.figure.Label;
import dev.saidao.core.indicator.CompositeBounds;
import dev.saidao.core.indicator.CompositeCalculator;
import dev.saidao.core.indicator.CompositeRecipe;
import dev.saidao.core.indicator.CompositeResult;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.indicator.IndicatorFramework;
import dev.saidao.core.indicator.IndicatorNode;
import dev.saidao.core.indicator.IndicatorTable;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.samples.programs.CsvInput.Row;
import dev.saidao.samples.programs.CsvInput.RowException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes a composite index from a table of indicators. */
@Command(
        name = "index",
        description = "Computes a composite index by a recipe. 按配方计算综合指数。",
        mixinStandardHelpOptions = true)
final class IndexProgram implements Callable<Integer> {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    @Option(names = "--data", paramLabel = "RAW.csv", description = "columns unit and indicator codes", required = true)
    private @Nullable Path data;

    @Option(
            names = "--meta",
            paramLabel = "META.csv",
            description = "columns code,parent,level,weight,direction and, as needed, "
                    + "name,unit,target,lower_goalpost,upper_goalpost,denominator,source,year",
            required = true)
    private @Nullable Path meta;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE.json",
            description = "the steps; min-max and arithmetic means if absent")
    private @Nullable Path recipe;

    @Option(names = "--out", paramLabel = "DIR", description = "where to write", required = true)
    private @Nullable Path out;

    @Option(
            names = "--bounds",
            description = "also writes between what ends scores and ranks lie whatever the missing values are")
    private boolean bounds;

    @Option(names = "--lang", description = "en or zh", defaultValue = "en")
    private Language language = Language.en;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter errors = command.commandLine().getErr();
        CompositeRecipe steps = steps();
        CsvInput nodes = new CsvInput(Objects.requireNonNull(meta), errors, List.of("code"));
        IndicatorFramework framework = framework(nodes);
        CsvInput rows = new CsvInput(Objects.requireNonNull(data), errors, List.of("unit"));
        IndicatorTable table = table(rows);
        CompositeResult result = COMPOSITE.calculate(framework, table, steps);
        Optional<CompositeBounds> ends =
                bounds ? Optional.of(COMPOSITE.bounds(framework, table, steps)) : Optional.empty();
        write(result, Objects.requireNonNull(out));
        if (ends.isPresent()) {
            write(ends.get(), result, Objects.requireNonNull(out).resolve("bounds.csv"));
        }
        print(result, command.commandLine().getOut());
        return Main.status(rows.refused(), language, errors);
    }

    // ---- reading ----

    private CompositeRecipe steps() throws IOException {
        return recipe == null ? CompositeRecipe.withDefaults() : JsonInput.read(recipe, CompositeRecipe.class);
    }

    /** The framework; with a row left out it would be another one, so that none may be bad. */
    private IndicatorFramework framework(CsvInput input) throws IOException {
        List<IndicatorNode> nodes = new ArrayList<>();
        input.forEach(header -> {}, row -> {
            row.requireWhole();
            nodes.add(node(row));
        });
        if (input.refused() > 0) {
            throw new IOException(meta + ": Every row must be good: " + input.refused() + " refused");
        }
        return IndicatorFramework.of(nodes);
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

    private static void requireNumber(String text, String column) {
        if (text.length() > 100 || !NUMBER.matcher(text).matches()) {
            throw new RowException(
                    column,
                    "Number must be plain, such as 12.5, or empty: "
                            + (text.length() > 40 ? text.substring(0, 40) + "…" : text));
        }
    }

    private static IndicatorTable table(CsvInput input) throws IOException {
        List<String> columns = new ArrayList<>();
        List<IndicatorTable.Builder> made = new ArrayList<>();
        input.forEach(
                header -> {
                    columns.addAll(header);
                    columns.remove("unit");
                    made.add(IndicatorTable.builder(columns));
                },
                row -> add(row, columns, made.get(0)));
        return made.get(0).build();
    }

    private static void add(Row row, List<String> columns, IndicatorTable.Builder table) {
        row.requireWhole();
        String unit = row.text("unit");
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            String column = columns.get(i);
            Optional<String> text = optional(row, column);
            text.ifPresent(number -> requireNumber(number, column));
            values[i] = text.map(Double::parseDouble).orElse(Double.NaN);
            if (Math.abs(values[i]) > IndicatorTable.MAX_MAGNITUDE) {
                throw new RowException(column, "Value must be within ±1e150: " + text.orElse(""));
            }
        }
        try {
            table.unit(unit);
        } catch (IllegalArgumentException e) {
            throw new RowException("unit", String.valueOf(e.getMessage()));
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                table.set(unit, columns.get(i), values[i]);
            }
        }
    }

    // ---- writing ----

    /** Prints the cell of a unit and a node. */
    @FunctionalInterface
    private interface Cell {
        void print(CsvText csv, String unit, String code);
    }

    private static void write(CompositeResult result, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<String> indicators = codes(result.framework().indicators());
        List<String> all = codes(result.framework().nodes().stream()
                .sorted(Comparator.comparing(node -> result.framework().level(node.code()), Comparator.reverseOrder()))
                .toList());
        Cell score = (csv, unit, code) -> number(csv, result.score(unit, code));
        write(directory.resolve("normalised.csv"), result, indicators, score);
        write(directory.resolve("scores.csv"), result, all, score);
        write(directory.resolve("ranks.csv"), result, all, (csv, unit, code) -> number(csv, result.rank(unit, code)));
        write(
                directory.resolve("statuses.csv"),
                result,
                all,
                (csv, unit, code) -> csv.plain(result.status(unit, code).code()));
        OutputFile.write(directory.resolve("recipe.json"), writer -> writer.write(SaidaoJson.write(result.recipe())));
    }

    private static List<String> codes(List<IndicatorNode> nodes) {
        return nodes.stream().map(IndicatorNode::code).toList();
    }

    private static void number(CsvText csv, OptionalDouble value) {
        csv.number(value.orElse(Double.NaN));
    }

    private static void write(Path file, CompositeResult result, List<String> codes, Cell cell) throws IOException {
        OutputFile.write(file, writer -> writeRows(writer, result, codes, cell));
    }

    private static void writeRows(Writer writer, CompositeResult result, List<String> codes, Cell cell)
            throws IOException {
        CsvText csv = new CsvText().field("unit");
        codes.forEach(csv::field);
        writer.write(csv.endRow().toString());
        for (String unit : result.units()) {
            csv.clear().field(unit);
            codes.forEach(code -> cell.print(csv, unit, code));
            writer.write(csv.endRow().toString());
        }
    }

    private static void write(CompositeBounds bounds, CompositeResult result, Path file) throws IOException {
        OutputFile.write(file, writer -> {
            writer.write("unit,code,lowest,highest,best_rank,worst_rank\n");
            CsvText csv = new CsvText();
            for (String unit : result.units()) {
                for (IndicatorNode node : result.framework().nodes()) {
                    csv.clear().field(unit).field(node.code());
                    number(csv, bounds.lowest(unit, node.code()));
                    number(csv, bounds.highest(unit, node.code()));
                    csv.plain(rank(bounds.bestRank(unit, node.code())));
                    csv.plain(rank(bounds.worstRank(unit, node.code())));
                    writer.write(csv.endRow().toString());
                }
            }
        });
    }

    private static String rank(OptionalInt rank) {
        return rank.isPresent() ? String.valueOf(rank.getAsInt()) : "";
    }

    private void print(CompositeResult result, PrintWriter terminal) {
        int cells = result.units().size() * result.framework().indicators().size();
        long filled = result.units().stream()
                .mapToLong(unit -> result.framework().indicators().stream()
                        .filter(indicator -> result.availability(unit, indicator.code()) == 1)
                        .count())
                .sum();
        terminal.println(text("Cells with a value: ", "有数值的单元格:") + filled + text(" of ", " / ") + cells);
        terminal.println(text("Written: ", "已写出:") + out);
    }

    private String text(String en, String zh) {
        return language.text(en, zh);
    }
}
