package dev.saidao.samples.programs;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.talent.Attainment;
import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.Counting;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.talent.IntakeCalculator.FeedRound;
import dev.saidao.policy.talent.RequiredIntake;
import dev.saidao.policy.talent.StockFlow;
import dev.saidao.policy.talent.StockFlowModel;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.policy.talent.UncertainAttainmentCalculator;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.LossRange;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.UncertainAttainment;
import dev.saidao.policy.target.Arrival;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works a talent plan through: stocks and flows, what it takes to reach the targets, and how likely that is. */
@Command(
        name = "talent",
        description = "Works a talent plan through, year by year and tier by tier. 逐年逐层推演人才规划。",
        mixinStandardHelpOptions = true)
final class TalentProgram implements Callable<Integer> {

    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();
    private static final UncertainAttainmentCalculator UNCERTAIN = UncertainAttainmentCalculator.withDefaults();
    private static final int DRAWS = 200;
    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();

    @Parameters(
            paramLabel = "PLAN.json",
            description =
                    "a plan: first and last year, tiers with stocks, flows and targets; or a graded model, a stage"
                            + " matrix, a task of manpower planning")
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
            names = "--compare",
            paramLabel = "PLAN.json",
            description = "another plan, whose results stand beside; can be given several times")
    private List<Path> scenarios = List.of();

    @Option(names = "--csv", paramLabel = "FILE.csv", description = "also writes the flows as a table")
    private @Nullable Path csv;

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = console.out();
        Output output = Output.of(out, terminal);
        Optional<Object> other = TalentModels.report(Objects.requireNonNull(plan));
        if (other.isPresent()) {
            output.write(writer -> writer.write(SaidaoJson.write(other.get())));
            return Main.DONE;
        }
        TalentPlan read = JsonInput.read(plan, TalentPlan.class);
        List<LossRange> ranges = lossRanges.stream().map(this::range).toList();
        List<Scenario> beside = new ArrayList<>();
        for (Path scenario : scenarios) {
            Report besides = report(JsonInput.read(scenario, TalentPlan.class), ranges, List.of());
            beside.add(new Scenario(scenario.toString(), besides.tiers(), besides.uncertain()));
        }
        Report report = report(read, ranges, beside);
        if (csv != null) {
            OutputFile.at(csv).write(writer -> writer.write(flows(report.flows())));
        }
        output.write(writer -> writer.write(SaidaoJson.write(report)));
        if (out != null) {
            print(report, terminal);
            terminal.println(text("Written: ", "已写出:") + out);
        }
        return Main.DONE;
    }

    // ---- the report ----

    /** What stands in the results. */
    record Report(
            String format,
            TalentPlan plan,
            List<Convention> conventions,
            List<StockFlow.Row> flows,
            List<TierReport> tiers,
            Map<String, UncertainAttainment> uncertain,
            List<Scenario> scenarios) {}

    /** What another plan comes to. */
    record Scenario(String plan, List<TierReport> tiers, Map<String, UncertainAttainment> uncertain) {}

    /** What it takes to reach the target of a tier; decimals are expected numbers unless they are said to be whole. */
    record TierReport(
            String tier,
            BigDecimal target,
            int targetYear,
            BigDecimal closing,
            boolean isReached,
            Optional<BigDecimal> requiredIntake,
            Optional<BigDecimal> requiredWholeIntake,
            Optional<BigDecimal> requiredRoundSize,
            Optional<BigDecimal> requiredWholeRoundSize,
            Optional<Integer> yearReached,
            Optional<Integer> lostIn,
            Optional<Integer> notReachedUntil,
            Optional<BigDecimal> ceiling,
            Optional<Chance> probability,
            Optional<String> probabilityMissing,
            List<FeedRound> feed) {}

    /** How likely it is to reach a target. */
    record Chance(
            Optional<BigDecimal> exact,
            Optional<BigDecimal> simulated,
            Optional<BigDecimal> standardError,
            Optional<BigDecimal> simulatedLow,
            Optional<BigDecimal> simulatedHigh,
            BigDecimal expected,
            BigDecimal standardDeviation,
            long low,
            long high) {

        static Chance of(Attainment attainment) {
            return new Chance(
                    decimal(attainment.exact().isPresent(), attainment.exact().orElse(0)),
                    decimal(
                            attainment.simulated().isPresent(),
                            attainment.simulated().orElse(0)),
                    decimal(
                            attainment.standardError().isPresent(),
                            attainment.standardError().orElse(0)),
                    decimal(
                            attainment.simulatedLow().isPresent(),
                            attainment.simulatedLow().orElse(0)),
                    decimal(
                            attainment.simulatedHigh().isPresent(),
                            attainment.simulatedHigh().orElse(0)),
                    decimal(attainment.expected()),
                    decimal(attainment.standardDeviation()),
                    attainment.low(),
                    attainment.high());
        }

        private static Optional<BigDecimal> decimal(boolean present, double value) {
            return present ? Optional.of(decimal(value)) : Optional.empty();
        }

        private static BigDecimal decimal(double value) {
            return new BigDecimal(CsvText.shown(new BigDecimal(value).round(new MathContext(12))));
        }
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

    private static String flows(List<StockFlow.Row> rows) {
        CsvText csv = new CsvText();
        List.of("year", "tier", "opening", "recruited", "promoted_in", "lost", "promoted_out", "closing")
                .forEach(csv::plain);
        csv.endRow();
        for (StockFlow.Row row : rows) {
            csv.plain(String.valueOf(row.year())).field(row.tier());
            List.of(row.opening(), row.recruited(), row.promotedIn(), row.lost(), row.promotedOut(), row.closing())
                    .forEach(number -> csv.plain(CsvText.shown(number)));
            csv.endRow();
        }
        return csv.toString();
    }

    private Report report(TalentPlan plan, List<LossRange> ranges, List<Scenario> beside) {
        StockFlow flow = MODEL.project(plan);
        List<TierReport> tiers = new ArrayList<>();
        for (TierPlan tier : plan.tiers()) {
            tier.target().ifPresent(target -> tiers.add(tier(plan, tier, target, flow)));
        }
        return new Report(
                "saidao-talent-report/1",
                plan,
                List.of(plan.order().convention(), plan.counting().convention()),
                flow.rows(),
                tiers,
                uncertain(plan, tiers, ranges),
                beside);
    }

    private TierReport tier(TalentPlan plan, TierPlan tier, BigDecimal target, StockFlow flow) {
        int year = plan.targetYear(tier);
        BigDecimal closing = flow.closing(tier.id(), year);
        Arrival arrival = MODEL.yearReached(plan, tier.id());
        boolean rounds = tier.cadence().isPresent();
        boolean fed = tier.cadence().flatMap(cadence -> cadence.fedFrom()).isPresent();
        Optional<String> notWhole = notWhole(plan);
        Optional<Chance> chance = Optional.empty();
        Optional<String> missing = notWhole;
        if (notWhole.isEmpty()) {
            try {
                chance = Optional.of(Chance.of(attainments().probability(plan, tier.id())));
            } catch (IllegalArgumentException e) {
                missing = Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return new TierReport(
                tier.id(),
                target,
                year,
                closing,
                closing.compareTo(target) >= 0,
                INTAKE.requiredIntake(plan, tier.id())
                        .map(RequiredIntake::number)
                        .map(TalentProgram::shortened),
                notWhole.isPresent()
                        ? Optional.empty()
                        : INTAKE.requiredWholeIntake(plan, tier.id()).map(RequiredIntake::number),
                rounds
                        ? INTAKE.requiredRoundSize(plan, tier.id())
                                .map(RequiredIntake::number)
                                .map(TalentProgram::shortened)
                        : Optional.empty(),
                rounds && notWhole.isEmpty()
                        ? INTAKE.requiredWholeRoundSize(plan, tier.id()).map(RequiredIntake::number)
                        : Optional.empty(),
                arrival.year(),
                flow.lostIn(tier.id(), target, year),
                arrival.lookedUntil(),
                arrival.ceiling().map(TalentProgram::shortened),
                chance,
                missing,
                fed ? INTAKE.feed(plan, tier.id()) : List.of());
    }

    private Map<String, UncertainAttainment> uncertain(
            TalentPlan plan, List<TierReport> tiers, List<LossRange> ranges) {
        Map<String, UncertainAttainment> uncertain = new LinkedHashMap<>();
        for (TierReport tier : tiers) {
            if (!ranges.isEmpty() && tier.probability().isPresent()) {
                uncertain.put(tier.tier(), UNCERTAIN.probability(plan, tier.tier(), ranges, DRAWS, seed));
            }
        }
        return uncertain;
    }

    private AttainmentCalculator attainments() {
        AttainmentCalculator exact = AttainmentCalculator.withDefaults();
        return runs == null ? exact : exact.withSimulation(runs, seed);
    }

    private static Optional<String> notWhole(TalentPlan plan) {
        try {
            plan.with(Counting.WHOLE_PERSONS);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static BigDecimal shortened(BigDecimal value) {
        return new BigDecimal(CsvText.shown(value));
    }

    // ---- the terminal ----

    private void print(Report report, PrintWriter terminal) {
        Locale locale = console.language().locale();
        TextTable flows = new TextTable()
                .row(
                        text("year", "年份"),
                        text("tier", "层级"),
                        text("opening", "期初"),
                        text("recruited", "新增"),
                        text("promoted in", "晋入"),
                        text("lost", "减员"),
                        text("promoted out", "晋出"),
                        text("closing", "期末"));
        for (StockFlow.Row row : report.flows()) {
            flows.row(
                    String.valueOf(row.year()),
                    report.plan().tier(row.tier()).title().in(locale),
                    brief(row.opening()),
                    brief(row.recruited()),
                    brief(row.promotedIn()),
                    brief(row.lost()),
                    brief(row.promotedOut()),
                    brief(row.closing()));
        }
        terminal.println(flows);
        for (TierReport tier : report.tiers()) {
            terminal.println(report.plan().tier(tier.tier()).title().in(locale) + ": "
                    + text("target ", "目标 ") + brief(tier.target()) + text(" by ", ",到 ") + tier.targetYear() + ", "
                    + text("expected ", "期望 ") + brief(tier.closing()));
            line(terminal, text("required intake a year", "所需年补充"), tier.requiredIntake(), tier.requiredWholeIntake());
            line(
                    terminal,
                    text("required size of a round", "每轮所需规模"),
                    tier.requiredRoundSize(),
                    tier.requiredWholeRoundSize());
            tier.yearReached().ifPresent(year -> terminal.println("  " + text("reached in ", "达到年份:") + year));
            tier.lostIn()
                    .ifPresent(year -> terminal.println(
                            "  " + text("there before the target year, and lost in ", "目标年份之前曾经达到,此后失去,年份:") + year));
            tier.ceiling()
                    .ifPresent(ceiling -> terminal.println("  "
                            + tier.notReachedUntil()
                                    .map(year -> text("not reached until ", "未能达到,直至 ")
                                            + year
                                            + text("; the most until then is ", ";其间最高为 "))
                                    .orElse(text("never reached; never above ", "永远达不到;最高不超过 "))
                            + brief(ceiling)));
            tier.probability().ifPresent(chance -> chance(chance, terminal));
            Optional.ofNullable(report.uncertain().get(tier.tier()))
                    .ifPresent(chance -> terminal.println("  " + text("with uncertain loss rates: ", "损耗率不确定时:")
                            + brief(new BigDecimal(chance.mean())) + " [" + brief(new BigDecimal(chance.least())) + ", "
                            + brief(new BigDecimal(chance.largest())) + "]"));
            for (Scenario other : report.scenarios()) {
                other.tiers().stream()
                        .filter(one -> one.tier().equals(tier.tier()))
                        .forEach(one -> terminal.println("  " + other.plan() + ": " + text("expected ", "期望 ")
                                + brief(one.closing())
                                + one.requiredIntake()
                                        .map(number -> text(", required intake ", ",所需年补充 ") + brief(number))
                                        .orElse("")
                                + one.probability()
                                        .flatMap(Chance::exact)
                                        .map(exact -> text(", probability ", ",概率 ") + brief(exact))
                                        .orElse("")));
            }
            tier.probabilityMissing().ifPresent(why -> terminal.println("  " + text("no probability: ", "无概率:") + why));
            for (FeedRound round : tier.feed()) {
                if (!round.isSufficient()) {
                    terminal.println("  " + round.year() + text(": the tier below has ", ":下一层仅有 ")
                            + brief(round.available()) + text(" of ", ",需 ") + brief(round.needed()));
                }
            }
        }
        for (Convention convention : report.conventions()) {
            terminal.println(text("convention: ", "约定:") + convention.text().in(locale));
        }
    }

    private void line(PrintWriter terminal, String what, Optional<BigDecimal> expected, Optional<BigDecimal> whole) {
        expected.ifPresent(number -> terminal.println("  " + what + ": " + brief(number)
                + whole.map(people -> text(", in whole people ", ",整人计 ") + brief(people))
                        .orElse("")));
    }

    private void chance(Chance chance, PrintWriter terminal) {
        chance.exact().ifPresent(exact -> terminal.println("  " + text("probability: ", "概率:") + brief(exact)));
        chance.simulated()
                .ifPresent(simulated -> terminal.println("  " + text("simulated: ", "模拟:") + brief(simulated) + " ± "
                        + brief(chance.standardError().orElseThrow()) + " ["
                        + brief(chance.simulatedLow().orElseThrow()) + ", "
                        + brief(chance.simulatedHigh().orElseThrow()) + "]"));
        terminal.println("  " + text("expected number ", "期望人数 ") + brief(chance.expected())
                + text(", 5% to 95%: ", ",5% 至 95%:") + chance.low() + "–" + chance.high());
    }

    private static String brief(BigDecimal value) {
        return CsvText.brief(value);
    }

    private String text(String en, String zh) {
        return console.text(en, zh);
    }
}
