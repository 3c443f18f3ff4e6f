package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Solves {@code end = base × (1 + rate)^years} for the blank of each row. */
@Command(
        name = "growth",
        description = "Fills the one blank of each row: base, rate, years or end. 补全每行空缺的一项。",
        mixinStandardHelpOptions = true)
final class GrowthProgram implements Callable<Integer> {

    private static final List<String> NUMBERS = List.of("base", "rate", "years", "end");
    private static final GrowthCalculator GROWTH = GrowthCalculator.withDefaults();

    @Parameters(
            paramLabel = "CASES.csv",
            description = "columns id,base,rate,years,end; exactly one of the last four blank")
    private @Nullable Path cases;

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        int[] refused = new int[1];
        out.output(console).write(writer -> refused[0] = solveAll(writer));
        return console.status(refused[0]);
    }

    private int solveAll(Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        List<String> columns = new ArrayList<>();
        CsvInput input = new CsvInput(
                Objects.requireNonNull(cases),
                console.err(),
                console.language(),
                List.of("id", "base", "rate", "years", "end"));
        int refused = input.forEach(
                header -> {
                    columns.addAll(header);
                    csv.writeRecord(header);
                },
                row -> {
                    row.requireWhole();
                    Solution solution = solve(row);
                    List<String> fields = new ArrayList<>(row.fields());
                    fields.set(
                            columns.indexOf(solution.column()),
                            solution.value().value().toPlainString());
                    csv.writeRecord(fields);
                });
        csv.flush();
        return refused;
    }

    /** The blank and what belongs there. */
    private record Solution(String column, Quantity value) {}

    private static Solution solve(Row row) {
        List<String> blanks =
                NUMBERS.stream().filter(name -> row.given(name).isEmpty()).toList();
        if (blanks.size() != 1) {
            throw new RowException("", "Row must have exactly one of base, rate, years and end blank: " + blanks);
        }
        Map<String, Operand> given = new LinkedHashMap<>();
        for (String name : NUMBERS) {
            if (!row.given(name).isEmpty()) {
                given.put(name, operand(name, row.text(name)));
            }
        }
        String blank = blanks.get(0);
        Derived<BoundedQuantity> solved;
        try {
            solved = switch (blank) {
                case "base" -> GROWTH.baseValue(of(given, "end"), of(given, "rate"), of(given, "years"));
                case "rate" -> GROWTH.compoundAnnualGrowthRate(of(given, "base"), of(given, "end"), of(given, "years"));
                case "years" -> GROWTH.yearsToReach(of(given, "base"), of(given, "rate"), of(given, "end"));
                default -> GROWTH.endValue(of(given, "base"), of(given, "rate"), of(given, "years"));
            };
        } catch (IllegalArgumentException e) {
            String rule = String.valueOf(e.getMessage());
            throw new RowException(columnOf(rule), rule);
        }
        Optional<Quantity> point = solved.value().pointQuantity();
        if (point.isEmpty()
                && blank.equals("rate")
                && row.text("end").matches("[-\u2212].*") != row.text("base").matches("[-\u2212].*")) {
            String sizes = row.text("base") + ", " + row.text("end");
            throw new RowException(
                    "end",
                    Label.of(
                            "End must have the sign of the base, as no rate leads from one sign to the other: " + sizes,
                            "期末值须与基期值同号,否则没有增长率:" + sizes));
        }
        return new Solution(
                blank,
                point.orElseThrow(() ->
                        new RowException(blank, "Row must have one solution: none, or any number, satisfies it")));
    }

    /** The column that a rule begins with. */
    private static String columnOf(String rule) {
        return NUMBERS.stream()
                .filter(name -> rule.toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst()
                .orElse(rule.startsWith("Level") ? "end" : "");
    }

    private static Operand of(Map<String, Operand> given, String name) {
        return Objects.requireNonNull(given.get(name));
    }

    private static Operand operand(String column, String text) {
        try {
            PrintedNumber printed = switch (column) {
                case "rate" -> rate(text);
                case "years" -> FigureFormat.english().parse(text, Unit.YEARS);
                default -> FigureFormat.english().parse(text);
            };
            if (printed.qualifier() != Qualifier.NONE) {
                throw new RowException(column, "Number must have no qualifier: " + text);
            }
            return Operand.of(printed.value());
        } catch (IllegalArgumentException e) {
            throw new RowException(column, String.valueOf(e.getMessage()));
        }
    }

    /** A rate without a % sign is a fraction, of whatever size: that is what this table has. */
    private static PrintedNumber rate(String text) {
        PrintedNumber own = FigureFormat.english().parse(text);
        return own.unit().equals(Unit.NUMBER)
                ? own.with(Unit.GROWTH_RATE)
                : FigureFormat.english().parse(text, Unit.GROWTH_RATE);
    }
}
