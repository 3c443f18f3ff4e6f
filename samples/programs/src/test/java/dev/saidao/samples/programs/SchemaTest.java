package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is written fits the schemas that are shipped, and what a reader refuses does not. */
class SchemaTest {

    private static final String CORE = "/dev/saidao/core/json/";
    private static final String FORECASTING = "/dev/saidao/forecasting/json/";
    private static final AnnualSeries ROBOTS = AnnualSeries.of(2016, 254, 313, 400, 422, 433, 438);

    private static List<Error> faults(String schema, String json) {
        Schema checked = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schema), InputFormat.JSON);
        return checked.validate(json, InputFormat.JSON);
    }

    private static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void dossiers_fit() {
        assertThat(faults(CORE + "dossier-1.schema.json", text("/dev/saidao/core/dossier/2026.json")))
                .isEmpty();
        assertThat(faults(CORE + "dossier-1.schema.json", SaidaoJson.write(Dossiers.latest())))
                .isEmpty();
    }

    @Test
    void derivations_fit_withFiguresAndDerivationsInThem() {
        GrowthCalculator growth = GrowthCalculator.withDefaults();
        Operand end = Operand.read(Dossiers.latest().figure("B-01"), ReadingConvention.withDefaults());
        var base = growth.baseValue(end, Operand.parse("over 73% a year"), Operand.steps(2025, 2030));
        var next = growth.endValue(Operand.of(base), Operand.parse("70% a year"), Operand.steps(2025, 2026));

        assertThat(faults(CORE + "derivation-1.schema.json", SaidaoJson.write(base.derivation())))
                .isEmpty();
        assertThat(faults(CORE + "derivation-1.schema.json", SaidaoJson.write(next.derivation())))
                .isEmpty();
    }

    @Test
    void forecastsAndFits_fit() {
        assertThat(faults(
                        FORECASTING + "forecast-1.schema.json",
                        SaidaoJson.write(ForecastCalculator.withDefaults().forecast(ROBOTS, 3))))
                .isEmpty();
        for (GrowthCurve curve : List.of(GrowthCurve.LOGISTIC, GrowthCurve.GOMPERTZ, GrowthCurve.EXPONENTIAL)) {
            assertThat(faults(
                            FORECASTING + "fit-1.schema.json",
                            SaidaoJson.write(CurveFitter.withDefaults().fit(curve, ROBOTS))))
                    .isEmpty();
        }
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
        assertThat(faults(CORE + "dossier-1.schema.json", json)).isNotEmpty();
    }

    @Test
    void schema_namesAllThereIs() {
        JsonNode defs = SaidaoJson.mapper()
                .readTree(text(CORE + "dossier-1.schema.json"))
                .path("$defs");

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
