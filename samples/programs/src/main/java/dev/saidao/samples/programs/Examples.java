package dev.saidao.samples.programs;

import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ProposedRelation;
import dev.saidao.core.text.DisplayFormat;
import dev.saidao.forecasting.market.MarketOutlook;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.forecasting.market.ProjectionCalculator;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorReader;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.talent.IntakeCalculator;
import dev.saidao.policy.target.Observation;
import dev.saidao.policy.target.ProgressAssessment;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressScheme;
import dev.saidao.policy.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines of code in the READMEs; a test holds the two together, and checks what the lines give. */
final class Examples {

    private Examples() {}

    /** A market of today from one of tomorrow. */
    static String base() {
        // begin base
        Operand end = Operand.parse("2388亿元");
        Operand rate = Operand.parse("73% a year");

        Derived<BoundedQuantity> base = GrowthCalculator.withDefaults().baseValue(end, rate, Operand.steps(2025, 2030));

        String explanation = base.derivation().toText(Locale.ENGLISH);
        // end
        return explanation;
    }

    /** From a sentence to a verdict. */
    static String page() {
        // begin page
        String sentence = "2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。";
        PageReading page = PageReader.withDefaults().read(sentence, LocalDate.parse("2026-01-14"));
        String report =
                page.relations().stream().map(ProposedRelation::toString).collect(Collectors.joining("\n"));
        // end
        return report;
    }

    /** A claim and what would repair it. */
    static String claim() {
        // begin claim
        GrowthClaim claim = GrowthClaim.parse("USD 24.1 bn", 2021, "USD 50.9 bn", 2028, "9.8% a year");
        ClaimOutcome outcome = GrowthClaimAuditor.withDefaults().audit(claim);
        String report = outcome.verdict() + ": " + outcome.reason(Locale.ENGLISH)
                + outcome.repairs().stream()
                        .map(repair -> repair.text().in(Locale.ENGLISH))
                        .collect(Collectors.joining(", ", "; repaired by ", ""));
        // end
        return report;
    }

    /** A market path. */
    static String path() {
        // begin path
        Operand end = Operand.parse("2388亿元");
        Operand rate = Operand.parse("73% a year");
        MarketOutlook outlook = MarketOutlook.of(
                Label.of("embodied AI", "具身智能"), Map.of(2030, end), rate, ReferencePeriod.span(2025, 2030));
        Projection path = ProjectionCalculator.withDefaults().projection(outlook);
        String report = path.toString();
        // end
        return report;
    }

    /** What a talent target takes. */
    static String talent() {
        // begin talent
        Derived<BoundedQuantity> yearly = IntakeCalculator.withDefaults()
                .constantIntake(Operand.parse("150 people"), Operand.parse("300 people"), Operand.parse("2%"), 10);
        String report = DisplayFormat.of(Locale.ENGLISH).format(yearly.value());
        // end
        return report;
    }

    /** A forecast. */
    static String forecast() {
        // begin forecast
        AnnualSeries robots = AnnualSeries.of(2016, 254, 313, 400, 422, 373, 394, 526, 553, 541);
        Forecast forecast = ForecastCalculator.withDefaults().forecast(robots, 3);
        String report = forecast.toString();
        // end
        return report;
    }

    /** The growth rate of two exact sizes. */
    static String rate() {
        // begin rate
        Object rate = GrowthCalculator.withDefaults()
                .compoundAnnualGrowthRate(Money.of(100, "CNY"), Money.of(200, "CNY"), 5)
                .value();
        // end
        return rate.toString();
    }

    /** Progress towards a target. */
    static String progress() {
        // begin progress
        Target target = Target.of(
                "renewables", Direction.INCREASE, Observation.parse(2015, "12%"), Observation.parse(2030, "25%"));
        ProgressAssessment progress = ProgressCalculator.withDefaults()
                .assess(target, Observation.parse(2022, "over 18%"), ProgressScheme.EUROSTAT);

        String report = progress.toString();
        // end
        return report;
    }

    /** An index. */
    static String index(Path data) throws IOException {
        // begin index
        IndicatorFramework framework = IndicatorReader.framework(data.resolve("technology-meta.csv"));
        IndicatorTable table = IndicatorReader.table(data.resolve("technology-data.csv"), framework, Optional.empty())
                .table();
        CompositeResult result =
                CompositeCalculator.withDefaults().calculate(framework, table, CompositeRecipe.withDefaults());

        double finland = result.score("Finland", "achievement").orElseThrow();
        // end
        return String.valueOf(finland);
    }
}
