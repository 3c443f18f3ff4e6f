package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.forecasting.uncertainty.Outcome;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import dev.saidao.policy.talent.ManpowerPlan;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.target.ProgressThresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of what people write by hand say what the reader goes by; only the descriptions in them are written. */
class SchemaFieldsTest {

    private static final Path ROOT = Path.of("../..");

    /** The documents. */
    enum Document {
        TALENT_PLAN("policy", "talent-plan-1", "talent plan", TalentPlan.class, TalentPlan.FORMAT),
        MANPOWER_PLAN(
                "policy", "manpower-plan-1", "task of manpower planning", ManpowerPlan.class, ManpowerPlan.FORMAT),
        POLICY_DOSSIER("policy", "policy-dossier-1", "policy dossier", PolicyDossier.class, PolicyDossier.FORMAT),
        INDEX_RECIPE("policy", "index-recipe-1", "recipe of a composite index", CompositeRecipe.class, ""),
        INDICATOR_FRAMEWORK("policy", "indicator-framework-1", "indicators of an index", IndicatorFramework.class, ""),
        ROBUSTNESS_PLAN("policy", "robustness-plan-1", "robustness plan", RobustnessPlan.class, ""),
        PROGRESS_THRESHOLDS("policy", "progress-thresholds-1", "thresholds of progress", ProgressThresholds.class, ""),
        GRADED_MODEL(
                "samples/programs", "graded-model-1", "graded model", TalentModels.Grades.class, TalentModels.GRADED),
        STAGE_MATRIX(
                "samples/programs", "stage-matrix-1", "stage matrix", TalentModels.Stages.class, TalentModels.STAGES),
        PERSON_YEARS(
                "samples/programs",
                "person-years-1",
                "person-years",
                TalentModels.People.class,
                TalentModels.PERSON_YEARS),
        LEAST_COST_PLAN(
                "samples/programs",
                "least-cost-plan-1",
                "least-cost plan",
                TalentModels.LeastCost.class,
                TalentModels.LEAST_COST),
        LEAST_COST_REPORT(
                "samples/programs",
                "least-cost-report-1",
                "report on a least-cost plan",
                TalentModels.LeastCostReport.class,
                "saidao-least-cost-report/1"),
        OUTCOME(
                "forecasting",
                "outcome-1",
                "outcome of an uncertain number",
                inner(Outcome.class, "Document"),
                Outcome.FORMAT),
        TALENT_REPORT(
                "samples/programs",
                "talent-report-1",
                "report on a talent plan",
                TalentReport.class,
                "saidao-talent-report/1"),
        MANPOWER_REPORT(
                "samples/programs",
                "manpower-report-1",
                "report on a task of manpower planning",
                TalentModels.ManpowerReport.class,
                "saidao-manpower-report/1"),
        GRADED_REPORT(
                "samples/programs",
                "graded-report-1",
                "report on a graded model",
                TalentModels.GradesReport.class,
                "saidao-graded-report/1"),
        STAGE_REPORT(
                "samples/programs",
                "stage-report-1",
                "report on a stage matrix",
                TalentModels.StagesReport.class,
                "saidao-stage-report/1"),
        PERSON_YEARS_REPORT(
                "samples/programs",
                "person-years-report-1",
                "report on person-years",
                TalentModels.PersonYearsReport.class,
                "saidao-person-years-report/1"),
        PROGRESS(
                "samples/programs",
                "progress-1",
                "report on progress",
                OnTrackProgram.Report.class,
                "saidao-progress/1"),
        DOSSIER_REPORT(
                "samples/programs", "dossier-report-1", "report on a dossier", DossierJson.class, DossierJson.FORMAT);

        final String name;
        final Class<?> type;
        final ObjectNode schema;
        private final String module;

        Document(String module, String name, String what, Class<?> type, String format) {
            this.module = module;
            this.name = name;
            this.type = type;
            this.schema = SchemaOfType.of(
                    name, "Saidao " + what, type, format.isEmpty() ? Optional.empty() : Optional.of(format));
        }

        Path file() {
            String last = module.substring(module.lastIndexOf('/') + 1);
            String folder = last.equals(module) ? "dev/saidao/" + last : "dev/saidao/samples/" + last;
            return ROOT.resolve(module + "/src/main/resources/" + folder + "/json/" + name + ".schema.json");
        }

        private static Class<?> inner(Class<?> type, String name) {
            return Stream.of(type.getDeclaredClasses())
                    .filter(inner -> inner.getSimpleName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void schema_saysWhatIsRead(Document document) throws IOException {
        if (Boolean.getBoolean("saidao.update")) {
            ObjectNode schema = document.schema.deepCopy();
            if (Files.exists(document.file())) {
                describe(schema, SaidaoJson.mapper().readTree(document.file()));
            }
            Files.writeString(document.file(), SaidaoJson.mapper().writeValueAsString(schema) + "\n");
        }

        JsonNode shipped = SaidaoJson.mapper().readTree(document.file());
        assertThat(withoutDescriptions(shipped)).isEqualTo(document.schema);
    }

    /** What people write by hand, right but for one thing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TALENT_PLAN|{\"firstYear\": 2026, \"lastYear\": 2030, \"tiers\": [{\"id\": \"a\", \"openingStock\": 5}]}|{\"firstYear\": 2026, \"lastYear\": 2030, \"tiers\": [{\"id\": \"a\", \"openingStock\": 5, \"los\": 1}]}",
                "TALENT_PLAN|{\"firstYear\": 2026, \"lastYear\": 2030, \"tiers\": [{\"id\": \"a\", \"openingStock\": \"5\", \"lossRate\": \"2%\"}]}|{\"firstYear\": 2026, \"lastYear\": 2030, \"tiers\": [{\"id\": \"a\"}]}",
                "MANPOWER_PLAN|{\"firstYear\": 1, \"lastYear\": 1, \"grades\": [{\"id\": \"a\", \"openingStock\": 1, \"requirements\": {\"1\": 2}}]}|{\"firstYear\": \"1\", \"lastYear\": 1, \"grades\": []}",
                "INDEX_RECIPE|{\"weighting\": \"GIVEN\", \"cutPoints\": [\"0.5\", 0.25]}|{\"weighting\": \"GIVEN\", \"cutPoints\": [\"half\"]}",
                "INDEX_RECIPE|{\"aggregationByLevel\": {\"2\": {\"method\": \"GEOMETRIC\"}}}|{\"aggregationByLevel\": {\"2\": {}}}",
                "ROBUSTNESS_PLAN|{\"runs\": 10, \"weightNoise\": \"0.1\"}|{\"runs\": 10, \"noise\": \"0.1\"}",
                "PROGRESS_THRESHOLDS|{\"id\": \"a\", \"name\": {\"en\": \"a\", \"zh\": \"a\"}, \"scheme\": \"EUROSTAT\"}|{\"id\": \"a\", \"name\": \"a\", \"scheme\": \"EUROSTAT\"}",
                "INDICATOR_FRAMEWORK|{\"nodes\": [{\"code\": \"I\", \"level\": 2}, {\"code\": \"a\", \"parent\": \"I\", \"level\": 1}]}|{\"nodes\": [{\"cod\": \"I\"}]}",
                "STAGE_MATRIX|{\"format\": \"saidao-stage-matrix/1\", \"stages\": [\"a\"], \"matrix\": [[1.5]]}|{\"format\": \"saidao-stage-matrix/2\", \"stages\": [\"a\"], \"mat\": [[1.5]]}"
            })
    void readerAndSchema_refuseTheSame(Document document, String right, String wrong) {
        SaidaoJson.read(right, document.type);
        assertThat(Schemas.faults(document.name, right)).isEmpty();

        assertThatThrownBy(() -> SaidaoJson.read(wrong, document.type)).isInstanceOf(JsonReadException.class);
        assertThat(Schemas.faults(document.name, wrong)).isNotEmpty();
    }

    /** Takes over the descriptions of the same places. */
    private static void describe(ObjectNode schema, JsonNode described) {
        schema.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner) {
                describe(inner, described.path(field.getKey()));
            }
        });
        if (described.path("description").isString()) {
            schema.set("description", described.get("description"));
        }
    }

    private static JsonNode withoutDescriptions(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode bare = object.objectNode();
        object.properties().forEach(field -> {
            if (!field.getKey().equals("description") || !field.getValue().isString()) {
                bare.set(field.getKey(), withoutDescriptions(field.getValue()));
            }
        });
        return bare;
    }
}
