package consumer;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.policy.dossier.TrackComparison;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.forecasting.curve.CurveFitter;
import dev.saidao.forecasting.curve.GrowthCurve;
import dev.saidao.forecasting.market.MarketOutlook;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.forecasting.market.ProjectionCalculator;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.uncertainty.Uncertain;
import dev.saidao.forecasting.uncertainty.UncertaintyCalculator;
import dev.saidao.policy.dossier.PolicyDossiers;
import dev.saidao.policy.talent.AttainmentCalculator;
import dev.saidao.policy.talent.LeastCostPlanner;
import dev.saidao.policy.talent.SelectionCadence;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.talent.TierPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Uses the library as an application does: reads, projects, writes and reads back. */
public final class Main {

    private Main() {}

    /**
     * Runs it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Dossier dossier = Dossiers.latest();
        Projection projection = ProjectionCalculator.withDefaults()
                .projection(MarketOutlook.of(
                        Label.same("BCI"),
                        List.of(dossier.figure("B-08")),
                        Optional.of(dossier.figure("B-09")),
                        ReadingConvention.withDefaults()));
        require(projection.row(2023).size().point().orElseThrow().toPlainString().startsWith("22103"));
        require(SaidaoJson.read(SaidaoJson.write(dossier), Dossier.class).equals(dossier));
        require(SaidaoJson.read(SaidaoJson.write(projection), Projection.class).equals(projection));
        require(PolicyDossiers.of(dossier).isPresent());
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
        require(AttainmentCalculator.withDefaults()
                        .withSimulation(100, 1)
                        .probability(plan, "craftsmen")
                        .probability()
                == 1);
        require(LeastCostPlanner.withDefaults().leastCost(plan).isEmpty());
        AnnualSeries series = AnnualSeries.of(2021, 10, 13, 16.9, 22, 28.4);
        require(ForecastCalculator.withDefaults().forecast(series, 1).interval(2026, 0.95).contains(35));
        require(CurveFitter.withDefaults()
                        .fit(GrowthCurve.EXPONENTIAL, series)
                        .parameter("rate")
                > 0.2);
        Uncertain size = Uncertain.lognormal("size", 5, 10, 0.9);
        require(UncertaintyCalculator.withDefaults().outcome(size.plus(size)).mean() > 14);
        require(TrackComparison.of(dossier, ReadingConvention.withDefaults()).filledCells() == 20);
        try {
            Class.forName("org.immutables.value.Value");
            throw new AssertionError("Immutables must not be there at run time");
        } catch (ClassNotFoundException e) {
            System.out.println("done on " + (Main.class.getModule().isNamed() ? "module path" : "class path"));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("Consumer must get what it expects");
        }
    }
}
