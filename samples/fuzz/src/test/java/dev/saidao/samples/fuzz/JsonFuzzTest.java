package dev.saidao.samples.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import dev.saidao.policy.talent.ManpowerPlan;
import dev.saidao.policy.talent.TalentPlan;
import dev.saidao.policy.target.ProgressThresholds;

/**
 * Readers of JSON: what is read is written as what is read as the same. Documents come from their schemas, now and then with something
 * else in a place, and so get past the parser; what is left of the input changes characters of them.
 */
class JsonFuzzTest {

    private static final JsonDocuments DOSSIER = JsonDocuments.of("core", "dossier-1");
    private static final JsonDocuments DERIVATION = JsonDocuments.of("core", "derivation-1");
    private static final JsonDocuments POLICY = JsonDocuments.of("policy", "policy-dossier-1");
    private static final JsonDocuments TALENT = JsonDocuments.of("policy", "talent-plan-1");
    private static final JsonDocuments MANPOWER = JsonDocuments.of("policy", "manpower-plan-1");
    private static final JsonDocuments RECIPE = JsonDocuments.of("policy", "index-recipe-1");
    private static final JsonDocuments FRAMEWORK = JsonDocuments.of("policy", "indicator-framework-1");
    private static final JsonDocuments ROBUSTNESS = JsonDocuments.of("policy", "robustness-plan-1");
    private static final JsonDocuments THRESHOLDS = JsonDocuments.of("policy", "progress-thresholds-1");

    private static <T> void read(JsonDocuments documents, FuzzedDataProvider data, Class<T> type) {
        String json = documents.next(data);
        Limits.hold(
                () -> {
                    T value = SaidaoJson.read(json, type);
                    String written = SaidaoJson.write(value);
                    Limits.require(SaidaoJson.read(written, type).equals(value), "Reads otherwise: " + json);
                    return value;
                },
                JsonReadException.class);
    }

    @FuzzTest
    void dossier(FuzzedDataProvider data) {
        read(DOSSIER, data, Dossier.class);
    }

    @FuzzTest
    void derivation(FuzzedDataProvider data) {
        read(DERIVATION, data, Derivation.class);
    }

    @FuzzTest
    void policyDossier(FuzzedDataProvider data) {
        read(POLICY, data, PolicyDossier.class);
    }

    @FuzzTest
    void talentPlan(FuzzedDataProvider data) {
        read(TALENT, data, TalentPlan.class);
    }

    @FuzzTest
    void manpowerPlan(FuzzedDataProvider data) {
        read(MANPOWER, data, ManpowerPlan.class);
    }

    @FuzzTest
    void recipe(FuzzedDataProvider data) {
        read(RECIPE, data, CompositeRecipe.class);
    }

    @FuzzTest
    void framework(FuzzedDataProvider data) {
        read(FRAMEWORK, data, IndicatorFramework.class);
    }

    @FuzzTest
    void robustnessPlan(FuzzedDataProvider data) {
        read(ROBUSTNESS, data, RobustnessPlan.class);
    }

    @FuzzTest
    void thresholds(FuzzedDataProvider data) {
        read(THRESHOLDS, data, ProgressThresholds.class);
    }
}
