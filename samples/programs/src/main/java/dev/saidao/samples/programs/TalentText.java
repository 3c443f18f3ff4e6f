package dev.saidao.samples.programs;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.policy.talent.IntakeCalculator.FeedRound;
import dev.saidao.policy.talent.StockFlow;
import dev.saidao.policy.talent.UncertainAttainmentCalculator.UncertainAttainment;
import dev.saidao.samples.programs.TalentReport.Chance;
import dev.saidao.samples.programs.TalentReport.Milestone;
import dev.saidao.samples.programs.TalentReport.Scenario;
import dev.saidao.samples.programs.TalentReport.Sensitivity;
import dev.saidao.samples.programs.TalentReport.TierReport;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what the program talent finds out about a plan. */
final class TalentText {

    private static final int MOST_PLACES = 9;
    private static final double LEAST_DRIVER = 0.005;

    private final Console console;
    private final PrintWriter terminal;

    TalentText(Console console) {
        this.console = console;
        this.terminal = console.out();
    }

    void print(TalentReport report) {
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
                    CsvText.brief(row.opening()),
                    CsvText.brief(row.recruited()),
                    CsvText.brief(row.promotedIn()),
                    CsvText.brief(row.lost()),
                    CsvText.brief(row.promotedOut()),
                    CsvText.brief(row.closing()));
        }
        terminal.println(flows);
        for (TierReport tier : report.tiers()) {
            terminal.println(report.plan().tier(tier.tier()).title().in(locale) + ": "
                    + text("target ", "目标 ") + CsvText.brief(tier.target()) + text(" by ", ",到 ") + tier.targetYear()
                    + ", "
                    + text("expected ", "期望 ") + CsvText.brief(tier.closing()));
            line(text("required intake a year", "所需年补充"), tier.requiredIntake(), tier.requiredWholeIntake());
            line(text("required size of a round", "每轮所需规模"), tier.requiredRoundSize(), tier.requiredWholeRoundSize());
            tier.yearReached().ifPresent(year -> terminal.println("  " + text("reached in ", "达到年份:") + year));
            for (Milestone milestone : tier.milestones()) {
                terminal.println("  " + text("milestone ", "阶段目标 ") + milestone.year() + text(": ", ":")
                        + CsvText.brief(milestone.number()) + ", " + text("expected ", "期望 ")
                        + CsvText.brief(milestone.closing())
                        + milestone
                                .requiredIntake()
                                .map(number -> text(", required intake ", ",所需年补充 ") + CsvText.brief(number))
                                .orElse("")
                        + milestone
                                .probability()
                                .map(chance -> text(", probability ", ",概率 ") + probability(chance))
                                .orElse(""));
            }
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
                            + CsvText.brief(ceiling)));
            tier.probability().ifPresent(chance -> chance(chance));
            Optional.ofNullable(report.uncertain().get(tier.tier())).ifPresent(chance -> uncertain(report, chance));
            tier.sensitivity().ifPresent(this::sensitivity);
            for (Scenario other : report.scenarios()) {
                other.tiers().stream()
                        .filter(one -> one.tier().equals(tier.tier()))
                        .forEach(one -> terminal.println("  " + other.plan() + ": " + text("expected ", "期望 ")
                                + CsvText.brief(one.closing())
                                + one.requiredIntake()
                                        .map(number -> text(", required intake ", ",所需年补充 ") + CsvText.brief(number))
                                        .orElse("")
                                + one.probability()
                                        .flatMap(Chance::exact)
                                        .map(exact -> text(", probability ", ",概率 ") + probability(exact))
                                        .orElse("")));
            }
            tier.probabilityMissing()
                    .ifPresent(why -> terminal.println("  " + text("no probability: ", "无概率:") + rule(why)));
            for (FeedRound round : tier.feed()) {
                if (!round.isSufficient()) {
                    terminal.println("  " + round.year() + text(": the tier below has ", ":下一层仅有 ")
                            + CsvText.brief(round.available()) + text(" of ", ",需 ") + CsvText.brief(round.needed()));
                }
            }
        }
        for (Convention convention : report.conventions()) {
            terminal.println(text("convention: ", "约定:") + convention.text().in(locale));
        }
    }

    private void uncertain(TalentReport report, UncertainAttainment chance) {
        terminal.println("  " + text("with uncertain rates: ", "比率不确定时:") + probability(new BigDecimal(chance.mean()))
                + " [" + probability(new BigDecimal(chance.least())) + ", "
                + probability(new BigDecimal(chance.largest())) + "]");
        String drivers = chance.drivers().entrySet().stream()
                .filter(driver -> driver.getValue() >= LEAST_DRIVER)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(driver -> report.driver(driver.getKey())
                                .in(console.language().locale()) + " " + Math.round(100 * driver.getValue()) + "%")
                .collect(Collectors.joining(", "));
        if (!drivers.isEmpty()) {
            terminal.println("  " + text("it rests on: ", "取决于:") + drivers);
        }
    }

    /** A probability for the eye; one that is next to none by its power of ten. */
    private static String probability(BigDecimal value) {
        int places = value.scale() - value.precision() + 1;
        return value.signum() == 0 || places <= MOST_PLACES
                ? CsvText.brief(value)
                : CsvText.brief(value.movePointRight(places)) + " × 10^-" + places;
    }

    private void sensitivity(Sensitivity of) {
        terminal.println("  " + text("expected to be in reach up to a loss rate of: ", "期望可达的最高损耗率:")
                + of.largestLossRate().map(CsvText::brief).orElse(text("none", "无")));
        if (of.missing().isPresent()) {
            terminal.println("  " + rule(of.missing().get()));
            return;
        }
        String with = text("with a probability of ", "以概率 ") + CsvText.brief(of.probability());
        terminal.println("  " + with + text(": up to a loss rate of ", ":最高损耗率 ")
                + of.largestLossRateWithProbability().map(CsvText::brief).orElse(text("none", "无"))
                + of.roundSizeWithProbability()
                        .map(size -> text(", rounds of ", ",每轮 ") + size)
                        .orElse("")
                + of.intakeWithProbability()
                        .map(number -> text(", intake a year ", ",年补充 ") + number)
                        .orElse(""));
    }

    private void line(String what, Optional<BigDecimal> expected, Optional<BigDecimal> whole) {
        expected.ifPresent(number -> terminal.println("  " + what + ": " + CsvText.brief(number)
                + whole.map(people -> text(", in whole people ", ",整人计 ") + CsvText.brief(people))
                        .orElse("")));
    }

    private void chance(Chance chance) {
        chance.exact().ifPresent(exact -> terminal.println("  " + text("probability: ", "概率:") + probability(exact)));
        chance.simulated()
                .ifPresent(simulated ->
                        terminal.println("  " + text("simulated: ", "模拟:") + CsvText.brief(simulated) + " ± "
                                + CsvText.brief(chance.standardError().orElseThrow()) + " ["
                                + CsvText.brief(chance.simulatedLow().orElseThrow()) + ", "
                                + CsvText.brief(chance.simulatedHigh().orElseThrow()) + "]"));
        terminal.println("  " + text("expected number ", "期望人数 ") + CsvText.brief(chance.expected())
                + text(", 5% to 95%: ", ",5% 至 95%:") + chance.low() + "–" + chance.high());
    }

    private String rule(String english) {
        return RuleTexts.label(english).in(console.language().locale());
    }

    private String text(String en, String zh) {
        return console.text(en, zh);
    }

    static String flows(List<StockFlow.Row> rows) {
        List<String> reasons = rows.stream()
                .flatMap(row -> row.lostBy().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        CsvText csv = new CsvText();
        List.of("year", "tier", "opening", "recruited", "promoted_in", "lost", "promoted_out", "closing")
                .forEach(csv::plain);
        reasons.forEach(reason -> csv.field("lost_" + reason));
        csv.endRow();
        for (StockFlow.Row row : rows) {
            csv.plain(String.valueOf(row.year())).field(row.tier());
            List.of(row.opening(), row.recruited(), row.promotedIn(), row.lost(), row.promotedOut(), row.closing())
                    .forEach(number -> csv.plain(CsvText.shown(number)));
            reasons.forEach(reason -> csv.plain(Optional.ofNullable(row.lostBy().get(reason))
                    .map(CsvText::shown)
                    .orElse("")));
            csv.endRow();
        }
        return csv.toString();
    }
}
