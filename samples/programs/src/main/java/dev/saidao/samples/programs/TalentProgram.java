package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputFile;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.LossRange;
import dev.saidao.samples.programs.TalentReport.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works a talent plan through: stocks and flows, what it takes to reach the targets, and how likely that is. */
@Command(
        name = "talent",
        description = "Works a talent plan through, year by year and tier by tier.",
        mixinStandardHelpOptions = true)
final class TalentProgram implements Callable<Integer> {

    @Parameters(
            descriptionKey = "input",
            paramLabel = "PLAN.json",
            description =
                    "a plan: first and last year, tiers with stocks, flows and targets; or a graded model, a stage"
                            + " matrix, a task of manpower planning, a least-cost plan, person-years")
    private @Nullable Path plan;

    @Option(
            names = "--out",
            paramLabel = "FILE.json",
            description = "where to write the results; tables are printed then. Without it the results are printed")
    private @Nullable Path out;

    @Option(
            names = "--simulate",
            paramLabel = "RUNS",
            description = "play the plan so often, besides the exact probability; 100 to 10000000")
    private @Nullable Integer runs;

    @Option(names = "--seed", description = "decides what the plays come to", defaultValue = "20260327")
    private long seed;

    @Option(
            names = "--loss-range",
            paramLabel = "TIER=LOW:HIGH",
            description = "the loss rate of a tier is only known within a range, such as city=4%%:6%%; can be given for"
                    + " several tiers")
    private List<String> lossRanges = List.of();

    @Option(
            names = "--sensitivity",
            paramLabel = "PROBABILITY",
            description =
                    "also says up to which loss rate a target is in reach, and which rounds or intake reach it with this"
                            + " probability, such as 90%%")
    private @Nullable String wanted;

    @Option(
            names = "--compare",
            paramLabel = "PLAN.json",
            description = "another plan, whose results stand beside; can be given several times")
    private List<Path> scenarios = List.of();

    @Option(names = "--csv", paramLabel = "FILE.csv", description = "also writes the flows as a table")
    private @Nullable Path csv;

    @Mixin
    private PageFile html = new PageFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = console.out();
        Optional<OutputFile> page = html.file(console, Optional.ofNullable(out));
        Output output = Output.of(out, terminal);
        output = page.isPresent() ? output.besideOthers() : output;
        Optional<Object> other = TalentModels.report(Objects.requireNonNull(plan));
        if (other.isPresent()) {
            if (page.isPresent()) {
                throw console.misuse("--html must stand with a plan of tiers: " + plan);
            }
            output.write(writer -> writer.write(SaidaoJson.write(other.get())));
            if (out != null) {
                new ModelTables(console).print(other.get());
                terminal.println(console.text("Written: ", "已写出:") + out);
            }
            return Main.DONE;
        }
        TalentPlan read = JsonInput.read(plan, TalentPlan.class);
        TalentReports reports = new TalentReports(attainments(), seed, wanted());
        List<LossRange> ranges = lossRanges.stream().map(this::range).toList();
        List<Scenario> beside = new ArrayList<>();
        for (Path scenario : scenarios) {
            TalentReport besides = reports.report(JsonInput.read(scenario, TalentPlan.class), ranges, List.of());
            beside.add(new Scenario(scenario.toString(), besides.tiers(), besides.uncertain()));
        }
        TalentReport report = reports.report(read, ranges, beside);
        if (csv != null) {
            OutputFile.at(csv).write(writer -> writer.write(TalentText.flows(report.flows())));
        }
        output.write(writer -> writer.write(SaidaoJson.write(report)));
        if (page.isPresent()) {
            html.write(page.get(), TalentPage.of(report, console.language().locale()), console, out != null);
        }
        if (out != null) {
            new TalentText(console).print(report);
            terminal.println(console.text("Written: ", "已写出:") + out);
        }
        return Main.DONE;
    }

    private Optional<BigDecimal> wanted() {
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            BigDecimal probability = rate(wanted);
            if (probability.signum() > 0 && probability.compareTo(BigDecimal.ONE) < 0) {
                return Optional.of(probability);
            }
        } catch (IllegalArgumentException e) {
            // the rule below says what is wanted
        }
        throw console.misuse("Probability must be above 0 and below 1: " + wanted);
    }

    private LossRange range(String text) {
        String[] parts = text.split("[=:]", -1);
        try {
            if (parts.length == 3) {
                return new LossRange(parts[0], rate(parts[1]), rate(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw console.misuse(String.valueOf(e.getMessage()));
        }
        throw console.misuse("Loss range must be such as city=4%:6%: " + text);
    }

    private static BigDecimal rate(String text) {
        return text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2)
                : new BigDecimal(text);
    }

    private AttainmentCalculator attainments() {
        AttainmentCalculator exact = AttainmentCalculator.withDefaults();
        return runs == null ? exact : exact.withSimulation(runs, seed);
    }
}
