package dev.saidao.samples.programs;

import dev.saidao.policy.talent.StockFlow;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.samples.programs.TalentReport.Chance;
import dev.saidao.samples.programs.TalentReport.Scenario;
import dev.saidao.samples.programs.TalentReport.TierReport;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.Page;
import dev.saidao.samples.programs.page.RangeChart;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A talent plan as a page: what becomes of each target, stocks and flows, how it rests on losses, scenarios side by side. */
final class TalentPage {

    private final TalentReport report;
    private final Kit kit;
    private final TalentCharts charts;

    private TalentPage(TalentReport report, Kit kit) {
        this.report = report;
        this.kit = kit;
        this.charts = new TalentCharts(report, kit);
    }

    /** The page, which opens in a language. */
    static Page of(TalentReport report, Locale opening) {
        return Page.of(opening, kit -> new TalentPage(report, kit).body());
    }

    private Body body() {
        int first = report.plan().firstYear();
        int last = report.plan().lastYear();
        Body body = kit.body(
                kit.text("Talent plan", "人才规划"),
                first
                        + kit.text(" to ", "—")
                        + last
                        + kit.text(", tiers: ", "年,层级:")
                        + kit.list(report.plan().tiers().stream()
                                .map(tier -> kit.in(tier.title()))
                                .toList()));
        report.tiers().forEach(tier -> body.headline(sentence(tier), tier.isReached() ? "agrees" : "contradicts"));
        if (report.tiers().isEmpty()) {
            body.headline(kit.text("No tier has a target.", "没有层级设有目标。"), "");
        }
        return body.section(
                        "targets",
                        kit.text("Targets", "目标"),
                        report.tiers().isEmpty()
                                ? List.of()
                                : List.of(kit.grid(report.tiers().stream()
                                        .map(this::target)
                                        .toList())))
                .section("flows", kit.text("Stocks and flows", "存量与流量"), flows())
                .section("losses", kit.text("How targets rest on losses", "目标对减员率的敏感性"), losses())
                .section("scenarios", kit.text("Scenarios side by side", "情景对比"), scenarios())
                .foot(kit.list(report.conventions().stream()
                                .map(convention -> kit.in(convention.text()))
                                .toList())
                        + kit.text(
                                ". Numbers are expected numbers unless they are said to be whole.",
                                "。数字为期望人数,注明整数者除外。"));
    }

    private String name(String tier) {
        return kit.in(report.plan().tier(tier).title());
    }

    /** What becomes of a target, in one sentence. */
    private String sentence(TierReport tier) {
        String closing = CsvText.brief(tier.closing());
        String target = CsvText.brief(tier.target());
        StringBuilder text = new StringBuilder(
                GrowthPage.named(kit, report.plan().tier(tier.tier()).title()));
        text.append(kit.text(
                ": " + closing + " to be expected by " + tier.targetYear()
                        + (tier.isReached()
                                ? ", the target of " + target + " is reached"
                                : ", short of the target of " + target),
                ":" + tier.targetYear() + "年期望 " + closing + " 人," + (tier.isReached() ? "达到目标 " : "未达到目标 ") + target
                        + " 人"));
        tier.probability()
                .flatMap(Chance::exact)
                .ifPresent(chance ->
                        text.append(kit.text("; the chance is ", ";达成概率 ")).append(percent(chance)));
        if (!tier.isReached()) {
            tier.requiredWholeRoundSize()
                    .or(tier::requiredRoundSize)
                    .or(tier::requiredWholeIntake)
                    .or(tier::requiredIntake)
                    .ifPresent(needed -> text.append(
                                    tier.requiredRoundSize().isPresent()
                                            ? kit.text("; it would take rounds of ", ";每轮须选 ")
                                            : kit.text("; it would take each year ", ";每年须补充 "))
                            .append(CsvText.brief(needed)));
        }
        return text.append(kit.text(".", "。")).toString();
    }

    static String percent(BigDecimal share) {
        boolean isSmall = share.signum() > 0 && share.compareTo(new BigDecimal("0.001")) < 0;
        return isSmall
                ? "< 0.1%"
                : String.format(Locale.ROOT, "%.1f", share.movePointRight(2)).replaceFirst("\\.0$", "") + "%";
    }

    // ---- targets ----

    private Content target(TierReport tier) {
        List<Content> parts = new ArrayList<>();
        parts.add(kit.badge(
                tier.isReached() ? kit.text("reached", "可达到") : kit.text("not reached", "未达到"),
                tier.isReached() ? "good" : "bad"));
        parts.add(charts.path(tier));
        List<Kit.Value> values = new ArrayList<>();
        values.add(Kit.Value.of(
                kit.text("target:", "目标:"),
                CsvText.brief(tier.target()) + kit.text(" by ", " 人(") + tier.targetYear() + kit.text("", "年)")));
        values.add(Kit.Value.of(kit.text("expected then:", "届时期望:"), CsvText.brief(tier.closing())));
        needed(values, kit.text("needed each year:", "所需年补充:"), tier.requiredIntake(), tier.requiredWholeIntake());
        needed(
                values,
                kit.text("needed in each round:", "每轮所需规模:"),
                tier.requiredRoundSize(),
                tier.requiredWholeRoundSize());
        tier.yearReached()
                .ifPresent(year -> values.add(
                        Kit.Value.of(kit.text("if it goes on, reached in:", "照此延续,达到年份:"), String.valueOf(year))));
        tier.lostIn()
                .ifPresent(year -> values.add(
                        Kit.Value.of(kit.text("reached before, lost in:", "曾达到,失去年份:"), String.valueOf(year))));
        tier.ceiling()
                .ifPresent(
                        most -> values.add(Kit.Value.of(kit.text("it never passes:", "最高不超过:"), CsvText.brief(most))));
        tier.probability().ifPresent(chance -> chance(chance, values));
        Optional.ofNullable(report.uncertain().get(tier.tier()))
                .filter(chance ->
                        !percent(new BigDecimal(chance.least())).equals(percent(new BigDecimal(chance.largest()))))
                .ifPresent(chance -> values.add(Kit.Value.of(
                        kit.text("chance if losses are uncertain:", "减员率不确定时的概率:"),
                        percent(new BigDecimal(chance.mean()))
                                + kit.text(" (", "(")
                                + percent(new BigDecimal(chance.least()))
                                + kit.text(" to ", "—")
                                + percent(new BigDecimal(chance.largest()))
                                + kit.text(")", ")"))));
        parts.add(kit.values(values));
        tier.probabilityMissing()
                .ifPresent(why -> parts.add(kit.note(kit.text("No chance is given: ", "未给出概率:") + why)));
        tier.feed().stream()
                .filter(round -> !round.isSufficient())
                .forEach(round -> parts.add(kit.note(round.year()
                        + kit.text(": the tier below has ", "年:下一层仅有 ")
                        + CsvText.brief(round.available())
                        + kit.text(" of ", ",需 ")
                        + CsvText.brief(round.needed()))));
        return kit.card("", name(tier.tier()), parts);
    }

    private void needed(
            List<Kit.Value> values, String what, Optional<BigDecimal> expected, Optional<BigDecimal> whole) {
        expected.ifPresent(number -> values.add(Kit.Value.of(
                what,
                CsvText.brief(number)
                        + whole.map(people -> kit.text(", in whole people ", ",整人计 ") + CsvText.brief(people))
                                .orElse(""))));
    }

    private void chance(Chance chance, List<Kit.Value> values) {
        chance.exact()
                .ifPresent(exact -> values.add(Kit.Value.of(kit.text("chance to reach it:", "达成概率:"), percent(exact))));
        chance.simulated()
                .ifPresent(simulated -> values.add(Kit.Value.of(
                        kit.text("by simulation:", "模拟概率:"),
                        percent(simulated)
                                + kit.text(" (", "(")
                                + percent(chance.simulatedLow().orElseThrow())
                                + kit.text(" to ", "—")
                                + percent(chance.simulatedHigh().orElseThrow())
                                + kit.text(")", ")"))));
        values.add(Kit.Value.of(
                kit.text("in nine of ten cases:", "九成情形下的人数:"), chance.low() + kit.text(" to ", "—") + chance.high()));
    }

    // ---- flows ----

    private List<Content> flows() {
        List<Content> cards = new ArrayList<>();
        for (TierPlan tier : report.plan().tiers()) {
            cards.add(kit.card("", kit.in(tier.title()), List.of(charts.flows(tier))));
        }
        return List.of(
                kit.grid(cards), kit.drawer(kit.text("All years as a table", "逐年列表"), List.of(kit.table(years()))));
    }

    private Table years() {
        Table table = Table.of("")
                .columns(kit.text("year", "年份"), kit.text("tier", "层级"))
                .numbers(
                        kit.text("opening", "期初"),
                        kit.text("recruited", "新增"),
                        kit.text("promoted in", "晋入"),
                        kit.text("lost", "减员"),
                        kit.text("promoted out", "晋出"),
                        kit.text("closing", "期末"));
        for (StockFlow.Row row : report.flows()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(String.valueOf(row.year()), row.year()));
            cells.add(Table.Cell.of(name(row.tier())));
            List.of(row.opening(), row.recruited(), row.promotedIn(), row.lost(), row.promotedOut(), row.closing())
                    .forEach(number -> cells.add(number(number)));
            table.row(cells);
        }
        return table;
    }

    private static Table.Cell number(BigDecimal value) {
        return Table.Cell.of(CsvText.brief(value), value.doubleValue());
    }

    // ---- losses ----

    private List<Content> losses() {
        List<Content> cards = new ArrayList<>();
        for (TierReport tier : report.tiers()) {
            TalentLosses.of(report.plan(), tier)
                    .ifPresent(losses -> cards.add(
                            kit.card("", name(tier.tier()), List.of(margin(tier), charts.losses(tier, losses)))));
            Optional.ofNullable(report.uncertain().get(tier.tier()))
                    .filter(chance -> chance.drivers().size() > 1)
                    .ifPresent(chance -> cards.add(kit.card(
                            "",
                            name(tier.tier()) + kit.text(": what its chance rests on", ":概率主要取决于"),
                            List.of(kit.values(chance.drivers().entrySet().stream()
                                    .map(driver -> Kit.Value.of(
                                            kit.in(report.driver(driver.getKey())) + kit.text(":", ":"),
                                            percent(new BigDecimal(driver.getValue()))))
                                    .toList())))));
        }
        return cards.isEmpty() ? List.of() : List.of(kit.grid(cards));
    }

    private Content margin(TierReport tier) {
        TalentLosses.Margin margin = TalentLosses.margin(report.plan(), tier);
        List<Kit.Value> values = new ArrayList<>();
        values.add(Kit.Value.of(
                kit.text("the target bears losses of up to:", "目标可承受的最大年减员率:"),
                margin.largestLossRate()
                        .map(TalentPage::percent)
                        .orElse(kit.text("not reached even without losses", "即使没有减员也达不到"))));
        margin.nearlySure()
                .ifPresent(number -> values.add(Kit.Value.of(
                        tier.requiredRoundSize().isPresent()
                                ? kit.text("rounds for a chance of 90%:", "达成概率 90% 所需每轮人数:")
                                : kit.text("intake a year for a chance of 90%:", "达成概率 90% 所需年补充:"),
                        String.valueOf(number))));
        return kit.values(values);
    }

    // ---- scenarios ----

    private List<Content> scenarios() {
        if (report.scenarios().isEmpty()) {
            return List.of();
        }
        List<Content> cards = new ArrayList<>();
        for (TierReport tier : report.tiers()) {
            String title = name(tier.tier()) + kit.text(": expected, and the target", ":期望人数与目标");
            RangeChart chart = new RangeChart(title, Measure.plain(kit.text("persons", "人")));
            Table table = Table.of("")
                    .columns(kit.text("plan", "方案"))
                    .numbers(
                            kit.text("expected", "期望"),
                            kit.text("target", "目标"),
                            kit.text("needed each year", "所需年补充"),
                            kit.text("chance", "概率"));
            List<String> told = new ArrayList<>();
            beside(kit.text("this plan", "本方案"), tier, chart, table, told);
            for (Scenario other : report.scenarios()) {
                other.tiers().stream()
                        .filter(one -> one.tier().equals(tier.tier()))
                        .forEach(one -> beside(fileName(other.plan()), one, chart, table, told));
            }
            cards.add(kit.card(
                    "",
                    "",
                    List.of(
                            kit.chart(new Chart(
                                    title,
                                    chart.svg(kit.list(told)),
                                    List.of(),
                                    kit.text("The upright line is the target.", "竖线为目标。"),
                                    Table.of(""))),
                            kit.table(table))));
        }
        return List.of(kit.grid(cards));
    }

    private static String fileName(String path) {
        return path.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.json$", "");
    }

    private static void beside(String plan, TierReport tier, RangeChart chart, Table table, List<String> told) {
        chart.row(
                plan,
                tier.isReached() ? "kgood" : "kbad",
                0,
                tier.closing().doubleValue(),
                tier.target().doubleValue());
        table.row(List.of(
                Table.Cell.of(plan),
                number(tier.closing()),
                number(tier.target()),
                tier.requiredIntake().map(TalentPage::number).orElse(Table.Cell.of("–")),
                tier.probability()
                        .flatMap(Chance::exact)
                        .map(chance -> Table.Cell.of(percent(chance), chance.doubleValue()))
                        .orElse(Table.Cell.of("–"))));
        told.add(plan + " " + CsvText.brief(tier.closing()));
    }
}
