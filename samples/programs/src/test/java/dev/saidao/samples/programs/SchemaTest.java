package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Status;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.relation.RoundCounting;
import dev.saidao.forecasting.curve.CurveFitter;
import dev.saidao.forecasting.curve.GrowthCurve;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.uncertainty.Uncertain;
import dev.saidao.forecasting.uncertainty.UncertaintyCalculator;
import dev.saidao.policy.dossier.PolicyDossiers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is written fits the schemas that are shipped, and what a reader refuses does not. */
class SchemaTest {

    private static final AnnualSeries ROBOTS = AnnualSeries.of(2016, 254, 313, 400, 422, 433, 438);

    @Test
    void dossiers_fit() {
        assertThat(Schemas.faults("dossier-1", Schemas.text("/dev/saidao/core/dossier/2026.json")))
                .isEmpty();
        assertThat(Schemas.faults("dossier-1", SaidaoJson.write(Dossiers.latest())))
                .isEmpty();
    }

    @Test
    void derivations_fit_withFiguresAndDerivationsInThem() {
        GrowthCalculator growth = GrowthCalculator.withDefaults();
        Operand end = Operand.read(Dossiers.latest().figure("B-01"), ReadingConvention.withDefaults());
        var base = growth.baseValue(end, Operand.parse("over 73% a year"), Operand.steps(2025, 2030));
        var next = growth.endValue(Operand.of(base), Operand.parse("70% a year"), Operand.steps(2025, 2026));

        assertThat(Schemas.faults("derivation-1", SaidaoJson.write(base.derivation())))
                .isEmpty();
        assertThat(Schemas.faults("derivation-1", SaidaoJson.write(next.derivation())))
                .isEmpty();
    }

    @Test
    void forecastsAndFits_fit() {
        assertThat(Schemas.faults(
                        "forecast-1",
                        SaidaoJson.write(ForecastCalculator.withDefaults().forecast(ROBOTS, 3))))
                .isEmpty();
        for (GrowthCurve curve : List.of(GrowthCurve.LOGISTIC, GrowthCurve.GOMPERTZ, GrowthCurve.EXPONENTIAL)) {
            assertThat(Schemas.faults(
                            "fit-1", SaidaoJson.write(CurveFitter.withDefaults().fit(curve, ROBOTS))))
                    .isEmpty();
        }
    }

    @Test
    void outcomes_fit() {
        Uncertain size = Uncertain.normal("size", 90, 110, 0.9);
        UncertaintyCalculator calculator = UncertaintyCalculator.withDefaults();

        assertThat(Schemas.faults(SaidaoJson.write(calculator.outcome(size)))).isEmpty();
        assertThat(Schemas.faults(SaidaoJson.write(calculator.outcome(size.times(size)))))
                .isEmpty();
    }

    @Test
    void policyDossier_fits() {
        assertThat(Schemas.faults(
                        SaidaoJson.write(PolicyDossiers.of(Dossiers.latest()).orElseThrow())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format\": \"saidao-dossier/2\", \"id\": \"a\", \"title\": {\"en\": \"a\", \"zh\": \"a\"}}",
                "{\"format\": \"saidao-dossier/1\", \"id\": \"a\"}",
                "{\"format\": \"saidao-dossier/1\", \"id\": \"a\", \"title\": \"a\"}",
                "{\"format\": \"saidao-dossier/1\", \"id\": \"a\", \"title\": {\"en\": \"a\", \"zh\": \"a\"}, \"figure\": []}",
                "{\"format\": \"saidao-dossier/1\", \"id\": \"a\", \"title\": {\"en\": \"a\", \"zh\": \"a\"}, \"figures\": [{}]}"
            })
    void otherDocuments_doNotFit(String json) {
        assertThat(Schemas.faults("dossier-1", json)).isNotEmpty();
    }

    @Test
    void schema_namesAllThereIs() {
        JsonNode defs =
                SaidaoJson.mapper().readTree(Schemas.schema("dossier-1")).path("$defs");

        assertThat(names(defs, "/printed/properties/multiplier")).isEqualTo(names(UnitMultiplier.values()));
        assertThat(names(defs, "/printed/properties/qualifier")).isEqualTo(names(Qualifier.values()));
        assertThat(names(defs, "/period/properties/kind")).isEqualTo(names(ReferencePeriod.Kind.values()));
        assertThat(names(defs, "/figure/properties/status")).isEqualTo(names(Status.values()));
        assertThat(names(defs, "/relation/properties/kind")).isEqualTo(names(RelationKind.values()));
        assertThat(names(defs, "/relation/properties/roundCounting")).isEqualTo(names(RoundCounting.values()));
    }

    private static List<String> names(JsonNode defs, String path) {
        return defs.at(path + "/enum")
                .valueStream()
                .map(node -> Objects.requireNonNull(node.asString()))
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
