package dev.saidao.samples.programs;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.RelationReader;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.TableReader;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.forecasting.curve.CurveFitter;
import dev.saidao.forecasting.curve.GrowthCurve;
import dev.saidao.forecasting.market.MarketOutlook;
import dev.saidao.forecasting.market.ProjectionCalculator;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.uncertainty.Uncertain;
import dev.saidao.forecasting.uncertainty.UncertaintyCalculator;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.SelectionCadence;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressReader;
import dev.saidao.policy.target.ProgressScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The main jobs of all three modules, none of which reads or writes JSON. */
public final class WithoutJson implements Supplier<String> {

    /** What each job came to, a line for each. */
    @Override
    public String get() {
        String text = "2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。";
        PageReading page = PageReader.withDefaults().read(text, LocalDate.parse("2026-01-14"));
        var dossier = page.toDossier("page", Label.same("page"));
        List<String> columns = List.of("id", "unit", "start_value", "start_year", "end_value", "end_year", "rate");
        var claim = ClaimReader.of(columns, ReadingConvention.withDefaults())
                .parse(Row.of(columns, List.of("a", "CNY bn", "10", "2021", "30", "2024", "30%")));
        var outcome = GrowthClaimAuditor.withDefaults().audit(claim.claim().orElseThrow());
        var network = Auditor.withDefaults().audit(dossier.figures(), dossier.relations());
        var relation = RelationReader.of(List.of())
                .relation(Row.of(Map.of("id", "r", "kind", "share", "members", "part=a;whole=b;share=c")));
        var path = ProjectionCalculator.withDefaults()
                .projection(MarketOutlook.of(
                        Label.same("market"),
                        List.of(dossier.figures().get(0)),
                        Optional.of(dossier.figures().get(2)),
                        ReadingConvention.withDefaults()));
        AnnualSeries series = AnnualSeries.of(2021, 10, 13, 16.9, 22, 28.4);
        var forecast = ForecastCalculator.withDefaults().forecast(series, 1);
        var curve = CurveFitter.withDefaults().fit(GrowthCurve.EXPONENTIAL, series);
        Uncertain size = Uncertain.lognormal("size", 5, 10, 0.9);
        var progress = new ProgressReader(Optional.empty())
                .read(Row.of(Map.of(
                        "id",
                        "a",
                        "base_year",
                        "2020",
                        "base_value",
                        "10",
                        "current_year",
                        "2022",
                        "current_value",
                        "20",
                        "direction",
                        "1",
                        "target",
                        "100",
                        "target_year",
                        "2030")))
                .get(0);
        var status = progress.assess(ProgressCalculator.withDefaults(), ProgressScheme.STATISTICS_CANADA.published())
                .orElseThrow();
        TalentPlan plan = TalentPlan.builder()
                .firstYear(2025)
                .lastYear(2035)
                .addTiers(TierPlan.builder()
                        .id("craftsmen")
                        .openingStock(BigDecimal.ZERO)
                        .cadence(SelectionCadence.of(BigDecimal.valueOf(50), 2, 2025))
                        .target(BigDecimal.valueOf(300))
                        .build())
                .build();
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("x").parent("index").build(),
                IndicatorNode.builder().code("y").parent("index").build()));
        IndicatorTable table = IndicatorTable.builder(List.of("x", "y"))
                .unit("a")
                .unit("b")
                .set("a", "x", 1)
                .set("a", "y", 1)
                .set("b", "x", 2)
                .set("b", "y", 3)
                .build();
        return List.of(
                        FigureFormat.english().parse("USD 6.43 bn").value(),
                        page.relations().get(0).verdict(),
                        dossier.figures().size(),
                        outcome.verdict(),
                        outcome.reason(Locale.ENGLISH),
                        network.findings().get(0).verdict(),
                        network.findings().get(0).derivation().isPresent(),
                        relation.id(),
                        path.row(2025).size().bounds(),
                        forecast.interval(2026, 0.95).contains(35),
                        curve.parameter("rate") > 0.2,
                        UncertaintyCalculator.withDefaults()
                                        .outcome(size.plus(size))
                                        .mean()
                                > 14,
                        status.possibleStatuses(),
                        AttainmentCalculator.withDefaults()
                                .withSimulation(100, 1)
                                .probability(plan, "craftsmen")
                                .probability(),
                        CompositeCalculator.withDefaults()
                                .calculate(framework, table, CompositeRecipe.withDefaults())
                                .rank("b", "index"),
                        table())
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static int table() {
        try {
            return TableReader.withDefaults()
                    .read(Path.of("..", "data", "table.csv"))
                    .observations()
                    .size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
