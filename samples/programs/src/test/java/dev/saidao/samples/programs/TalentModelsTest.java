package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Other models of the program talent; numbers as in the tests of the library. */
class TalentModelsTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private JsonNode report(String json) throws IOException {
        Path file = Files.writeString(directory.resolve("model.json"), json);
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err, true), "talent", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Schemas.faults(json)).isEmpty();
        assertThat(Schemas.faults(out.toString())).isEmpty();
        return SaidaoJson.mapper().readTree(out.toString());
    }

    /** Williams: 841.797 redundancies at least, 498,677.29 at least. */
    @Test
    void manpowerPlan() throws IOException {
        JsonNode report = report("""
                {"format": "saidao-manpower-plan/1", "firstYear": 1, "lastYear": 3, "mostOvermanned": 150,
                 "grades": [
                  {"id": "unskilled", "openingStock": 2000, "requirements": {"1": 1000, "2": 500, "3": 0}, "lossRate": "10%",
                   "newcomerLossRate": "25%", "mostRecruits": 500, "redundancyCost": 200, "overmanningCost": 1500,
                   "mostOnShortTime": 50, "shortTimeCost": 500},
                  {"id": "semi", "openingStock": 1500, "requirements": {"1": 1400, "2": 2000, "3": 2500}, "lossRate": "5%",
                   "newcomerLossRate": "20%", "mostRecruits": 800, "redundancyCost": 500, "overmanningCost": 2000,
                   "mostOnShortTime": 50, "shortTimeCost": 400},
                  {"id": "skilled", "openingStock": 1000, "requirements": {"1": 1000, "2": 1500, "3": 2000}, "lossRate": "5%",
                   "newcomerLossRate": "10%", "mostRecruits": 500, "redundancyCost": 500, "overmanningCost": 3000,
                   "mostOnShortTime": 50, "shortTimeCost": 400}],
                 "moves": [
                  {"fromGrade": "unskilled", "toGrade": "semi", "lossRate": "5%", "most": 200, "cost": 400},
                  {"fromGrade": "semi", "toGrade": "skilled", "lossRate": "5%", "mostShare": "25%", "cost": 500},
                  {"fromGrade": "skilled", "toGrade": "semi", "lossRate": "50%"},
                  {"fromGrade": "skilled", "toGrade": "unskilled", "lossRate": "50%"},
                  {"fromGrade": "semi", "toGrade": "unskilled", "lossRate": "50%"}]}
                """);

        assertThat(report.at("/leastRedundancy/redundant").asDouble()).isCloseTo(841.796875, within(1e-5));
        assertThat(report.at("/leastCost/cost").asDouble()).isCloseTo(498_677.2853, within(1e-2));
    }

    @Test
    void stageMatrix() throws IOException {
        JsonNode report = report("""
                {"format": "saidao-stage-matrix/1", "stages": ["yearling", "juvenile", "mature", "postreprod"],
                 "matrix": [[0, 0.0043, 0.1132, 0], [0.9775, 0.9111, 0, 0], [0, 0.0736, 0.9534, 0], [0, 0, 0.0452, 0.9804]],
                 "stock": [10, 60, 110, 70], "years": 1}
                """);

        assertThat(report.get("growthFactor").asString()).isEqualTo("1.02544132553");
        assertThat(report.at("/projection/1/yearling").asString()).isEqualTo("12.71");
        assertThat(report.at("/stableStructure/mature").asString()).startsWith("0.3");
    }

    /** The matrix that popbio ships as {@code teasel}; its {@code lambda} is 2.3340. */
    @Test
    void stageMatrix_teaselOfPopbio() throws IOException {
        JsonNode report = report("""
                {"format": "saidao-stage-matrix/1", "stages": ["seed1", "seed2", "small", "medium", "large", "flowering"],
                 "matrix": [[0, 0, 0, 0, 0, 322.388], [0.966, 0, 0, 0, 0, 0], [0.013, 0.01, 0.125, 0, 0, 3.488],
                   [0.007, 0, 0.125, 0.238, 0, 30.17], [0.008, 0, 0.038, 0.245, 0.167, 0.862], [0, 0, 0, 0.023, 0.75, 0]]}
                """);

        assertThat(report.at("/growthFactor").asDouble()).isCloseTo(2.3340, within(5e-5));
    }

    /** What is not said is not needed: no stock, no projection. */
    @Test
    void stageMatrix_withoutStock() throws IOException {
        JsonNode report = report("{\"format\": \"saidao-stage-matrix/1\", \"stages\": [\"a\"], \"matrix\": [[1.5]]}");

        assertThat(report.get("growthFactor").asString()).isEqualTo("1.5");
        assertThat(report.has("projection")).isFalse();
    }

    /** As by hand in the test of the library: promoting a tenth of 100 twice, 10 and 9, at 1, and recruiting 11 at 5. */
    @Test
    void leastCostPlan() throws IOException {
        JsonNode report = report("""
                {"format": "saidao-least-cost-plan/1",
                 "plan": {"firstYear": 1, "lastYear": 2, "tiers": [
                   {"id": "junior", "openingStock": 100, "promotesTo": "senior"},
                   {"id": "senior", "openingStock": 0, "target": 30}]},
                 "terms": {"junior": {"promotionCost": "1", "mostRecruits": "0", "mostPromoted": "0.1"},
                           "senior": {"recruitingCost": "5"}}}
                """);

        assertThat(report.at("/leastCost/cost").asDouble()).isCloseTo(74, within(1e-6));
    }

    /** With {@code --out} tables are printed, in both languages. */
    @Test
    void models_arePrinted() throws IOException {
        String stages = "{\"format\": \"saidao-stage-matrix/1\", \"stages\": [\"a\"], \"matrix\": [[1.5]]}";
        String people = "{\"format\": \"saidao-person-years/1\", \"fullTime\": \"2\", \"shares\": [\"0.5\"]}";
        for (String json : List.of(stages, people)) {
            Path file = Files.writeString(directory.resolve("model.json"), json);
            String[] arguments = {
                "talent", file.toString(), "--out", directory.resolve("r.json").toString(), "--lang", "zh"
            };
            assertThat(Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments))
                    .as(err.toString())
                    .isZero();
        }

        assertThat(out.toString()).contains("年增长倍数:1.5", "稳定结构", "人年:2.5");
    }

    /** The law firm of Winston: exact fractions; ten juniors a year lead to 50, 25 and 100. */
    @Test
    void gradedModel() throws IOException {
        JsonNode report = report("""
                {"format": "saidao-graded-model/1", "grades": ["junior", "senior", "partner"],
                 "transitions": [["0.8", "0.15", "0"], ["0", "0.7", "0.2"], ["0", "0", "0.95"]],
                 "exits": ["as other", "as partner"], "leaving": [["0.05", "0"], ["0.1", "0"], ["0", "0.05"]],
                 "recruits": ["10", "0", "0"]}
                """);

        assertThat(report.at("/yearsUntilLeaving/junior").asString()).isEqualTo("17.5");
        assertThat(report.at("/probabilityOfReaching/junior/partner").asString())
                .isEqualTo("0.5");
        assertThat(report.at("/steadyState/partner").asString()).isEqualTo("100");
    }

    /** The example of the Government of Guangdong. */
    @Test
    void personYears() throws IOException {
        JsonNode report = report(
                "{\"format\": \"saidao-person-years/1\", \"fullTime\": \"2\", \"shares\": [\"0.2\", \"0.3\", \"0.7\"]}");

        assertThat(report.get("personYears").asString()).isEqualTo("3.2");
    }

    /** TOPSIS and VIKOR as by hand in the test of the library. */
    @Test
    void index_analysis() throws IOException {
        Path data = Files.writeString(directory.resolve("d.csv"), "unit,a,b\nA,3,4\nB,4,3\nC,0,0\n");
        Path meta = Files.writeString(
                directory.resolve("m.csv"), "code,parent,level,weight,direction\nI,,2,1,1\na,I,1,1,1\nb,I,1,3,1\n");
        Path recipe = Files.writeString(directory.resolve("r.json"), "{\"weighting\": \"GIVEN\"}");
        Path equal = Files.writeString(directory.resolve("e.json"), "{\"weighting\": \"EQUAL\"}");
        Path target = directory.resolve("out");

        assertThat(Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        "index",
                        "--data",
                        data.toString(),
                        "--meta",
                        meta.toString(),
                        "--recipe",
                        recipe.toString(),
                        "--analysis",
                        "--compare",
                        equal.toString(),
                        "--leave-one-out",
                        "--out",
                        target.toString()))
                .as(err.toString())
                .isZero();

        assertThat(Files.readString(target.resolve("compromise.csv")))
                .contains("A,", ",0.0625,0.0625,0\n", ",1,0.75,1\n");
        assertThat(Files.readString(target.resolve("weights.csv"))).contains("b,0.75,0.75");
        // deviations from 7/3 of (3, 4, 0) and (4, 3, 0): 69/9 over 78/9; ranks 2, 3, 1 and 3, 2, 1
        assertThat(Files.readString(target.resolve("correlations.csv"))).contains("a,b,3,0.8846153846154,0.5\n");
        // 2 r / (1 + r), and the same of covariances, since the spreads are equal
        assertThat(Files.readString(target.resolve("alpha.csv"))).contains("I,2,0.9387755102041,0.9387755102041\n");
        assertThat(Files.readString(target.resolve("statistics.csv"))).contains("a,3,0,3,0,4,", ",3,2.081665999466,");
        assertThat(Files.readString(target.resolve("availability.csv"))).contains("unit,I,a,b\nA,1,1,1\n");
        // eigenvalues 1 ± r
        assertThat(Files.readString(target.resolve("components.csv"))).contains("I,1,1.884615384615");
        // by equal weights both have 7/8; without b the order turns round
        assertThat(Files.readString(target.resolve("comparison.csv")))
                .contains("e.json,A,I,0.9375,1,0.875,1,0\n", "e.json,B,I,0.8125,2,0.875,1,1\n");
        assertThat(Files.readString(target.resolve("leave-one-out.csv")))
                .contains("\nb,A,I,0.9375,1,0.75,2,-1\n", "\nb,B,I,0.8125,2,1,1,1\n");
        assertThat(Files.readString(target.resolve("contributions.csv"))).contains("A,I,a,", "A,I,b,");
    }

    private Path plan(String name, String loss) throws IOException {
        return Files.writeString(directory.resolve(name), """
                {"firstYear": 1, "lastYear": 1, "tiers": [{"id": "t", "openingStock": 1, "lossRate": "%s", "target": 1}]}
                """.formatted(loss));
    }

    /** One person stays with the probability 1 - loss; in the mean of 20% to 40% that is 0.7. */
    @Test
    void uncertainLosses_scenarios_andATable() throws IOException {
        Path table = directory.resolve("flows.csv");
        int status = Main.run(
                new PrintWriter(out),
                new PrintWriter(err, true),
                "talent",
                plan("plan.json", "50%").toString(),
                "--loss-range",
                "t=20%:40%",
                "--compare",
                plan("same.json", "0.5").toString(),
                "--compare",
                plan("better.json", "0.25").toString(),
                "--csv",
                table.toString());

        assertThat(status).as(err.toString()).isZero();
        JsonNode report = SaidaoJson.mapper().readTree(out.toString());
        assertThat(report.at("/tiers/0/probability/exact").asString()).isEqualTo("0.5");
        assertThat(report.at("/uncertain/t/mean").asDouble()).isCloseTo(0.7, within(1e-9));
        assertThat(report.at("/uncertain/t/drivers/t").asDouble()).isEqualTo(1);
        // what does not differ does not differ in the results
        assertThat(report.at("/scenarios/0/tiers")).isEqualTo(report.at("/tiers"));
        assertThat(report.at("/scenarios/1/tiers/0/probability/exact").asString())
                .isEqualTo("0.75");
        assertThat(Files.readString(table))
                .isEqualTo("year,tier,opening,recruited,promoted_in,lost,promoted_out,closing\n1,t,1,0,0,0.5,0,0.5\n");
    }

    /**
     * By hand: one person stays with 1 - 0.2, the mean of losses of 0 to 0.4, and two years with 0.64 if 0.2 leave each year; of three one
     * reaches 60.
     */
    @Test
    void uncertainRatesInThePlan_milestones_andSensitivity() throws IOException {
        Path plan = Files.writeString(directory.resolve("plan.json"), """
                {"firstYear": 2026, "lastYear": 2027, "tiers": [
                  {"id": "t", "openingStock": 1, "target": 1, "targetYear": 2027, "milestones": {"2026": 1},
                   "losses": [{"reason": "resignation", "rate": "[0%, 40%]", "rateByYear": {"2027": 0}}]},
                  {"id": "u", "openingStock": 3, "ages": {"stock": {"59": 1, "40": 2}, "intakeAge": 25, "retirementAge": 60}}]}
                """);
        Path results = directory.resolve("out.json");
        Path csv = directory.resolve("flows.csv");
        String[] arguments = {
            "talent", plan.toString(), "--out", results.toString(), "--csv", csv.toString(), "--sensitivity", "64%"
        };

        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("milestone 2026: 1", "it rests on: t resignation 100%", "up to a loss rate of 0.2");
        JsonNode report = SaidaoJson.mapper().readTree(results);
        assertThat(report.at("/uncertain/t/mean").asDouble()).isCloseTo(0.8, within(1e-9));
        assertThat(report.at("/uncertain/t/drivers/t resignation").asDouble()).isEqualTo(1);
        assertThat(report.at("/tiers/0/milestones/0/probability").asString()).isEqualTo("0.8");
        // (1 - 0.2)² = 0.64
        assertThat(report.at("/tiers/0/sensitivity/largestLossRateWithProbability")
                        .asString())
                .isEqualTo("0.2");
        assertThat(csv).content(StandardCharsets.UTF_8).startsWith("""
                year,tier,opening,recruited,promoted_in,lost,promoted_out,closing,lost_other,lost_resignation,lost_retirement
                2026,t,1,0,0,0.2,0,0.8,,0.2,
                2026,u,3,0,0,1,0,2,0,,1
                """);
    }

    /** What a chance rests on is named by the names of the tiers, wherever a rate stands in the plan. */
    @Test
    void uncertainRates_ofReasonsAndWays_areCalledByTheNamesOfTiers() throws IOException {
        Path plan = Files.writeString(directory.resolve("plan.json"), """
                {"firstYear": 2026, "lastYear": 2027, "tiers": [
                  {"id": "t", "name": {"en": "Masters", "zh": "大师"}, "openingStock": 9, "target": 10,
                   "losses": [{"reason": "resignation", "rate": "[0%, 40%]"}]},
                  {"id": "u", "name": {"en": "Fellows", "zh": "学员"}, "openingStock": 30,
                   "moves": [{"to": "t", "rate": "1%", "rateByYear": {"2027": "[2%, 30%]"}}]}]}
                """);
        Path results = directory.resolve("out.json");
        Path page = directory.resolve("page.html");

        assertThat(Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        "talent",
                        plan.toString(),
                        "--out",
                        results.toString(),
                        "--html",
                        page.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("Masters resignation ", "Fellows to Masters 2027 ");
        assertThat(page)
                .content(StandardCharsets.UTF_8)
                .contains("Masters resignation:", "大师 resignation", "学员→大师 2027");
    }
}
