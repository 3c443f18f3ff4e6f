package dev.saidao.samples.programs;

import dev.saidao.policy.talent.Attainment;
import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.StockFlow;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.samples.programs.TalentReport.TierReport;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.LineChart;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The pictures of a talent plan: a stock on its way to a target with its chance, flows by year, the target by rates of loss. */
final class TalentCharts {

    /** For longer plans the chance is not computed for each year. */
    private static final int MOST_CHANCES = 40;

    private static final AttainmentCalculator CHANCES = AttainmentCalculator.withDefaults();

    private final TalentReport report;
    private final Kit kit;

    TalentCharts(TalentReport report, Kit kit) {
        this.report = report;
        this.kit = kit;
    }

    private Measure persons() {
        return Measure.plain(kit.text("persons", "人"));
    }

    private List<StockFlow.Row> rows(String tier, int until) {
        return report.flows().stream()
                .filter(row -> row.tier().equals(tier) && row.year() <= until)
                .toList();
    }

    /** The stock by year, between what numbers it lies in nine of ten cases, and the target. */
    Content path(TierReport tier) {
        String title = kit.text("People at the end of each year", "各年末人数");
        List<StockFlow.Row> rows = rows(tier.tier(), tier.targetYear());
        double[] years = rows.stream().mapToDouble(StockFlow.Row::year).toArray();
        double[] stock =
                rows.stream().mapToDouble(row -> row.closing().doubleValue()).toArray();
        List<Attainment> chances = chances(tier, rows);
        LineChart chart = LineChart.overYears(title, persons());
        List<Chart.Key> legend = new ArrayList<>();
        legend.add(new Chart.Key("k1", kit.text("expected", "期望人数")));
        if (!chances.isEmpty()) {
            chart.band(
                    "k1",
                    chances.stream().mapToDouble(Attainment::year).toArray(),
                    chances.stream().mapToDouble(Attainment::low).toArray(),
                    chances.stream().mapToDouble(Attainment::high).toArray());
            legend.add(new Chart.Key("k1 soft", kit.text("nine of ten cases", "九成情形")));
        }
        double target = tier.target().doubleValue();
        chart.dashes("k3", new double[] {years[0], years[years.length - 1]}, new double[] {target, target})
                .line("k1", years, stock)
                .dots("k1", years, stock)
                .mark(CsvText.brief(tier.target()), tier.targetYear(), target);
        legend.add(new Chart.Key("k3", kit.text("target", "目标")));
        Table data = Table.of("")
                .columns(kit.text("year", "年份"))
                .numbers(kit.text("expected", "期望"), kit.text("5% to 95%", "5%—95%"), kit.text("chance", "概率"));
        for (StockFlow.Row row : rows) {
            data.row(List.of(
                    Table.Cell.of(String.valueOf(row.year()), row.year()),
                    Table.Cell.of(CsvText.brief(row.closing()), row.closing().doubleValue()),
                    chances.stream()
                            .filter(chance -> chance.year() == row.year())
                            .map(chance -> Table.Cell.of(chance.low() + "–" + chance.high(), (double) chance.low()))
                            .findFirst()
                            .orElse(Table.Cell.of("–")),
                    chances.stream()
                            .filter(chance -> chance.year() == row.year())
                            .map(chance -> Table.Cell.of(
                                    TalentPage.percent(new BigDecimal(chance.probability())), chance.probability()))
                            .findFirst()
                            .orElse(Table.Cell.of("–"))));
        }
        return kit.chart(new Chart(
                title,
                chart.svg(kit.text("Expected ", "期望 ")
                        + CsvText.brief(tier.closing())
                        + kit.text(", target ", ",目标 ")
                        + CsvText.brief(tier.target())),
                legend,
                "",
                data));
    }

    private List<Attainment> chances(TierReport tier, List<StockFlow.Row> rows) {
        List<Attainment> chances = new ArrayList<>();
        boolean isKnown = tier.probability().flatMap(TalentReport.Chance::exact).isPresent();
        if (isKnown && rows.size() <= MOST_CHANCES) {
            rows.forEach(row -> chances.add(CHANCES.probability(report.plan(), tier.tier(), row.year())));
        }
        return chances;
    }

    /** Who comes and who goes. */
    Content flows(TierPlan tier) {
        String title = kit.text("Who comes and who goes", "流入与流出");
        List<StockFlow.Row> rows = rows(tier.id(), Integer.MAX_VALUE);
        double[] years = rows.stream().mapToDouble(StockFlow.Row::year).toArray();
        double[] in = rows.stream()
                .mapToDouble(row -> row.recruited().add(row.promotedIn()).doubleValue())
                .toArray();
        double[] out = rows.stream()
                .mapToDouble(row -> -row.lost().add(row.promotedOut()).doubleValue())
                .toArray();
        LineChart chart = LineChart.overYears(title, persons())
                .tall(170)
                .bars("kgood", years, in)
                .bars("kbad", years, out);
        Table data = Table.of("")
                .columns(kit.text("year", "年份"))
                .numbers(kit.text("come", "流入"), kit.text("go", "流出"), kit.text("closing", "期末"));
        double all = 0;
        double gone = 0;
        for (StockFlow.Row row : rows) {
            BigDecimal come = row.recruited().add(row.promotedIn());
            BigDecimal go = row.lost().add(row.promotedOut());
            all += come.doubleValue();
            gone += go.doubleValue();
            data.row(String.valueOf(row.year()), CsvText.brief(come), CsvText.brief(go), CsvText.brief(row.closing()));
        }
        return kit.chart(new Chart(
                title,
                chart.svg(kit.text("In all ", "合计流入 ")
                        + CsvText.brief(BigDecimal.valueOf(all))
                        + kit.text(" come and ", "、流出 ")
                        + CsvText.brief(BigDecimal.valueOf(gone))
                        + kit.text(" go", "")),
                List.of(new Chart.Key("kgood", kit.text("come", "流入")), new Chart.Key("kbad", kit.text("go", "流出"))),
                "",
                data));
    }

    /** What is reached, and what it would take, by the rate of loss. */
    Content losses(TierReport tier, List<TalentLosses.Loss> losses) {
        String title = kit.text("Expected by the rate of loss", "不同减员率下的期望人数");
        double[] rates = losses.stream()
                .mapToDouble(loss -> 100 * loss.rate().doubleValue())
                .toArray();
        double[] expected = losses.stream()
                .mapToDouble(loss -> loss.expected().doubleValue())
                .toArray();
        double target = tier.target().doubleValue();
        LineChart chart = LineChart.over(title, Measure.plain(kit.text("% lost a year", "年减员率(%)")), persons())
                .tall(180)
                .dashes("k3", new double[] {rates[0], rates[rates.length - 1]}, new double[] {target, target})
                .line("k2", rates, expected)
                .dots("k2", rates, expected);
        Table data = Table.of("")
                .numbers(
                        kit.text("% lost a year", "年减员率(%)"),
                        kit.text("expected", "期望"),
                        kit.text("needed", "所需"),
                        kit.text("chance", "概率"));
        List<String> told = new ArrayList<>();
        for (TalentLosses.Loss loss : losses) {
            String rate = CsvText.brief(loss.rate().movePointRight(2));
            data.row(
                    rate,
                    CsvText.brief(loss.expected()),
                    loss.needed().map(CsvText::brief).orElse("–"),
                    chance(loss.chance()));
            told.add(rate + "%: " + CsvText.brief(loss.expected()));
        }
        return kit.chart(new Chart(
                title,
                chart.svg(kit.list(told)),
                List.of(
                        new Chart.Key("k2", kit.text("expected", "期望人数")),
                        new Chart.Key("k3", kit.text("target", "目标"))),
                "",
                data));
    }

    private static String chance(OptionalDouble chance) {
        return chance.isPresent() ? TalentPage.percent(new BigDecimal(chance.getAsDouble())) : "–";
    }
}
