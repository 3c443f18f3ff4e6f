package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputFile;
import dev.saidao.policy.index.CompositeBounds;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorReader;
import dev.saidao.policy.index.IndicatorRows;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.robustness.Robustness;
import dev.saidao.policy.index.robustness.RobustnessCalculator;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import dev.saidao.policy.index.robustness.SobolSample;
import dev.saidao.policy.index.robustness.VarianceShares;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes a composite index from a table of indicators. */
@Command(name = "index", description = "Computes a composite index by a recipe.", mixinStandardHelpOptions = true)
final class IndexProgram implements Callable<Integer> {

    /** How many of the first units are told. */
    private static final int SHOWN = 3;

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final RobustnessCalculator ROBUSTNESS = RobustnessCalculator.withDefaults();

    @Option(names = "--data", paramLabel = "RAW.csv", description = "columns unit and indicator codes", required = true)
    private @Nullable Path data;

    @Option(
            names = "--meta",
            paramLabel = "META.csv",
            description = "columns code,parent,level,weight,direction and, as needed, "
                    + "name,unit,target,lower_goalpost,upper_goalpost,denominator,source,year,"
                    + "transformation,normalization,low,high,reference,reference_unit",
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
            names = "--year",
            paramLabel = "YEAR",
            description = "the year of the index, if the data have a column year; "
                    + "the latest by default. Other years are there for imputation")
    private @Nullable Integer year;

    @Option(
            names = "--bounds",
            paramLabel = "unlimited|observed",
            arity = "0..1",
            fallbackValue = "unlimited",
            description = "also writes between what ends scores and ranks lie, whatever the missing values are: any "
                    + "number, or one within the range of the others")
    private @Nullable String bounds;

    @Option(
            names = "--robustness",
            paramLabel = "PLAN.json",
            description =
                    "what is varied (runs, seed, weightNoise, weightings, normalizations, aggregations, imputations); "
                            + "also writes ranks under it, and what share of the variance each choice has")
    private @Nullable Path robustness;

    @Option(
            names = "--sample",
            paramLabel = "SAMPLE.csv",
            description =
                    "with --robustness: the draws from which variances are split, such as a Sobol' sequence; for each"
                            + " choice that is varied columns such as a:weighting and b:weighting, numbers from 0 to below 1")
    private @Nullable Path sample;

    @Option(
            names = "--top",
            paramLabel = "K",
            description = "of how many best ranks the chance is written",
            defaultValue = "3")
    private int top = 3;

    @Option(names = "--trace", description = "also writes source and treatments of every cell")
    private boolean trace;

    @Option(
            names = "--analysis",
            description = "also writes statistics, availability, effective weights, correlations, alpha, components,"
                    + " contributions, TOPSIS and VIKOR")
    private boolean analysis;

    @Option(
            names = "--compare",
            paramLabel = "RECIPE.json",
            description = "another recipe, whose scores and ranks are written beside; can be given several times")
    private List<Path> others = List.of();

    @Option(names = "--leave-one-out", description = "also writes scores and ranks without each of the indicators")
    private boolean leaveOneOut;

    @Option(
            names = "--all-years",
            description =
                    "also writes scores and ranks of every year; \"acrossYears\": true in the recipe makes those of"
                            + " different years comparable")
    private boolean allYears;

    @Mixin
    private PageFile html = new PageFile();

    @Mixin
    private Names names = new Names();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        PrintWriter errors = console.err();
        Path directory = Objects.requireNonNull(out);
        if (top < 1) {
            throw console.misuse("--top must be 1 or more: " + top);
        }
        if (sample != null && robustness == null) {
            throw console.misuse("--sample needs --robustness");
        }
        Optional<OutputFile> page = html.file(console, Optional.empty());
        int unnamed = names.read(console);
        OutputFile.in(directory, "scores.csv"); // looks at the place before the work
        CompositeRecipe steps =
                recipe == null ? CompositeRecipe.withDefaults() : JsonInput.read(recipe, CompositeRecipe.class);
        Optional<RobustnessPlan> plan =
                robustness == null ? Optional.empty() : Optional.of(JsonInput.read(robustness, RobustnessPlan.class));
        Optional<SobolSample> draws = sample == null ? Optional.empty() : Optional.of(SampleReader.read(sample));
        IndicatorFramework framework = IndicatorReader.framework(Objects.requireNonNull(meta));
        IndicatorRows rows = IndicatorReader.table(Objects.requireNonNull(data), framework, Optional.ofNullable(year));
        if (!rows.aside().isEmpty()) {
            errors.println(data + ": " + text("Columns kept aside: ", "未用的列:") + String.join(", ", rows.aside()));
        }
        rows.failures()
                .forEach(failure -> errors.println(failure.in(console.language().locale())));
        IndicatorTable table = rows.table();
        CompositeResult result = COMPOSITE.calculate(framework, table, steps);
        Set<String> scored = Set.copyOf(result.units());
        table.units().stream()
                .filter(unit -> !scored.contains(unit))
                .forEach(unit -> errors.println(text("Unit left out, too little is known: ", "已排除数据过少的单位:") + unit));
        result.leftOut()
                .forEach(indicator -> errors.println(text("Indicator left out (", "已排除的指标(")
                        + indicator.status().code()
                        + text("): ", "):")
                        + indicator.reason()));
        Optional<CompositeBounds> ends = bounds == null
                ? Optional.empty()
                : Optional.of(COMPOSITE.bounds(framework, table, steps, missing(bounds)));
        Map<String, Robustness> ranks = new LinkedHashMap<>();
        Map<String, VarianceShares> shares = new LinkedHashMap<>();
        for (IndicatorNode index : framework.nodes()) {
            if (plan.isPresent()
                    && index.parent().isEmpty()
                    && !framework.children(index.code()).isEmpty()) {
                ranks.put(index.code(), ROBUSTNESS.simulate(result, plan.get(), index.code()));
                if (draws.isPresent()) {
                    shares.put(
                            index.code(),
                            ROBUSTNESS.varianceShares(result, plan.get(), index.code(), draws.orElseThrow()));
                } else if (plan.get().isVaried() && plan.get().runs() > 1) {
                    shares.put(index.code(), ROBUSTNESS.varianceShares(result, plan.get(), index.code()));
                }
            }
        }
        IndexOutput output = new IndexOutput(result, directory);
        output.write();
        if (ends.isPresent()) {
            output.writeBounds(ends.get());
        }
        if (plan.isPresent()) {
            output.writeRobustness(plan.get(), ranks, shares, top);
        }
        if (trace) {
            output.writeTraces();
        }
        if (analysis) {
            new IndexAnalysis(result, directory).write();
        }
        if (allYears) {
            output.writeYears(table);
        }
        IndexComparison comparison = new IndexComparison(result, table, directory);
        if (!others.isEmpty()) {
            Map<String, CompositeRecipe> recipes = new LinkedHashMap<>();
            for (Path other : others) {
                recipes.put(other.toString(), JsonInput.read(other, CompositeRecipe.class));
            }
            comparison.recipes(recipes);
        }
        if (leaveOneOut) {
            comparison.leaveOneOut();
        }
        if (page.isPresent()) {
            IndexPage.Input shown = new IndexPage.Input(result, ends, plan, ranks, shares, names);
            html.write(page.get(), IndexPage.of(shown, console.language().locale()), console, true);
        }
        print(result, page.isPresent(), console.out());
        return console.status(rows.failures().size() + unnamed);
    }

    private static CompositeBounds.MissingRange missing(String range) throws IOException {
        try {
            return CompositeBounds.MissingRange.valueOf(range.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IOException("--bounds must be unlimited or observed: " + range, e);
        }
    }

    private void print(CompositeResult result, boolean hasPage, PrintWriter terminal) {
        int cells = result.units().size() * result.framework().indicators().size();
        long filled = result.units().stream()
                .mapToLong(unit -> result.framework().indicators().stream()
                        .filter(indicator -> result.availability(unit, indicator.code()) == 1)
                        .count())
                .sum();
        terminal.println(text("Cells with a value: ", "有数值的单元格:") + filled + text(" of ", " / ") + cells);
        if (!hasPage) {
            result.framework().nodes().stream()
                    .filter(node -> node.parent().isEmpty())
                    .forEach(index -> printFirst(result, index, terminal));
        }
        terminal.println(text("Written: ", "已写出:") + out);
    }

    /** Who is first, as the headline of a page says too. */
    private void printFirst(CompositeResult result, IndicatorNode index, PrintWriter terminal) {
        List<String> ranked = IndexPage.ranked(result, index.code());
        if (!ranked.isEmpty()) {
            terminal.println(index.code()
                    + text(": ", ":")
                    + ranked.size()
                    + text(" units are ranked. First: ", " 个单位参与排名。前列:")
                    + ranked.stream()
                            .limit(SHOWN)
                            .map(unit -> unit + " " + CsvText.briefOrDash(result.score(unit, index.code())))
                            .collect(Collectors.joining(text(", ", "、"))));
        }
    }

    private String text(String en, String zh) {
        return console.text(en, zh);
    }
}
