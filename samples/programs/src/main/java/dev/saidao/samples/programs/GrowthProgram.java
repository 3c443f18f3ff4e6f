package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.samples.programs.page.Page;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
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
        description = "Fills the one blank of each row: base, rate, years or end.",
        mixinStandardHelpOptions = true)
final class GrowthProgram implements Callable<Integer> {

    private static final List<String> NUMBERS = List.of("base", "rate", "years", "end");
    private static final GrowthCalculator GROWTH = GrowthCalculator.withDefaults();

    @Parameters(
            descriptionKey = "input",
            paramLabel = "CASES.csv",
            description = "columns id,base,rate,years,end; exactly one of the last four blank; years may be negative; "
                    + "if there is a column periods, the rate is nominal and compounds so often a year")
    private @Nullable Path cases;

    @Mixin
    private ResultFile out = new ResultFile();

    private final List<GrowthPage.Case> shownCases = new ArrayList<>();
    private int solved;

    @Mixin
    private PageFile html = new PageFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        Optional<OutputFile> page = html.file(console, out.path());
        Output output = page.isPresent() ? out.output(console).besideOthers() : out.output(console);
        int[] refused = new int[1];
        output.write(writer -> refused[0] = solveAll(writer));
        if (page.isPresent()) {
            Page shown = GrowthPage.of(
                    shownCases, solved, refused[0], console.language().locale());
            html.write(page.get(), shown, console, out.path().isPresent());
        }
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
                    solved++;
                    if (GrowthPage.hasRoom(shownCases)) {
                        shownCases.add(solution.shown(name(row)));
                    }
                });
        csv.flush();
        return refused;
    }

    /** The blank and what belongs there. */
    private record Solution(
            String column, Quantity value, Map<String, Operand> given, Derived<BoundedQuantity> solved) {

        GrowthPage.Case shown(Label id) {
            Map<String, Operand> numbers = new LinkedHashMap<>(given);
            numbers.put(column, Operand.of(solved));
            return new GrowthPage.Case(id, numbers, column, solved.derivation());
        }
    }

    /** What a case is called on the page: by the table, else by its id. */
    private static Label name(Row row) {
        return row.text("name_en").isEmpty() || row.text("name_zh").isEmpty()
                ? Label.same(row.text("id"))
                : Label.of(row.text("name_en"), row.text("name_zh"));
    }

    private static Solution solve(Row row) {
        List<String> blanks =
                NUMBERS.stream().filter(name -> row.given(name).isEmpty()).toList();
        if (blanks.size() != 1) {
            throw new RowException("", "Row must have exactly one of base, rate, years and end blank: " + blanks);
        }
        int periods = periods(row);
        Map<String, Operand> given = new LinkedHashMap<>();
        for (String name : NUMBERS) {
            if (!row.given(name).isEmpty()) {
                Operand operand = operand(name, row.text(name));
                given.put(name, name.equals("rate") && periods > 1 ? effective(operand, periods) : operand);
            }
        }
        String blank = blanks.get(0);
        Derived<BoundedQuantity> solved;
        try {
            solved = switch (blank) {
                case "base" -> GROWTH.baseValue(of(given, "end"), of(given, "rate"), of(given, "years"));
                case "rate" ->
                    nominal(
                            GROWTH.compoundAnnualGrowthRate(of(given, "base"), of(given, "end"), of(given, "years")),
                            periods);
                case "years" -> GROWTH.yearsBetween(of(given, "base"), of(given, "rate"), of(given, "end"));
                default -> GROWTH.endValue(of(given, "base"), of(given, "rate"), of(given, "years"));
            };
        } catch (IllegalArgumentException e) {
            String rule = String.valueOf(e.getMessage());
            throw new RowException(columnOf(rule), e);
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
                point.orElseThrow(() -> new RowException(
                        blank,
                        solved.value().bounds().isEmpty()
                                ? Label.of(
                                        "Row must have a solution: no value of " + blank + " satisfies it",
                                        "此行无解:没有满足它的 " + blank)
                                : Label.of(
                                        "Row must have one solution: any value of " + blank + " in "
                                                + solved.value().bounds() + " satisfies it",
                                        "此行须有唯一解:" + solved.value().bounds() + " 中的任何值都满足"))),
                given,
                solved);
    }

    private static int periods(Row row) {
        Optional<BigDecimal> periods = row.number("periods");
        try {
            return periods.map(BigDecimal::intValueExact).orElse(1);
        } catch (ArithmeticException e) {
            throw new RowException(
                    "periods",
                    Label.of(
                            "Periods must be a whole number, 1 or more: " + row.text("periods"),
                            "期数须为正整数:" + row.text("periods")));
        }
    }

    private static Operand effective(Operand rate, int periods) {
        try {
            return Operand.of(GROWTH.effectiveRate(rate, periods));
        } catch (IllegalArgumentException e) {
            throw new RowException("rate", String.valueOf(e.getMessage()));
        }
    }

    private static Derived<BoundedQuantity> nominal(Derived<BoundedQuantity> rate, int periods) {
        return periods == 1 ? rate : GROWTH.nominalRate(Operand.of(rate), periods);
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
            throw new RowException(column, e);
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
