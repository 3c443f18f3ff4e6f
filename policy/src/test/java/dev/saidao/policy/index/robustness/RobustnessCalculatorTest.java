package dev.saidao.policy.index.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.index.AchievementIndex;
import dev.saidao.policy.index.Aggregation;
import dev.saidao.policy.index.AggregationMethod;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.Imputation;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.Normalization;
import dev.saidao.policy.index.NormalizationMethod;
import dev.saidao.policy.index.weighting.Weighting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RobustnessCalculatorTest {

    private static final RobustnessCalculator ROBUSTNESS = RobustnessCalculator.withDefaults();
    private static final CompositeRecipe RECIPE = CompositeRecipe.withDefaults();

    private static final IndicatorFramework PAIR = IndicatorFramework.of(List.of(
            IndicatorNode.builder().code("index").build(),
            IndicatorNode.builder().code("a").parent("index").build(),
            IndicatorNode.builder()
                    .code("b")
                    .parent("index")
                    .weight(new BigDecimal("1.1"))
                    .build()));

    /** One unit is best in a, the other in b. */
    private static final IndicatorTable CROSSED = IndicatorTable.builder(List.of("a", "b"))
            .unit("u")
            .set("u", "a", 2)
            .set("u", "b", 1)
            .unit("v")
            .set("v", "a", 1)
            .set("v", "b", 2)
            .build();

    private static CompositeResult index(IndicatorFramework framework, IndicatorTable table, CompositeRecipe recipe) {
        return CompositeCalculator.withDefaults().calculate(framework, table, recipe);
    }

    @Test
    void plan_isVaried_ifSomethingHasAlternatives() {
        assertThat(RobustnessPlan.builder().build().isVaried()).isFalse();
        assertThat(RobustnessPlan.builder()
                        .weightNoise(new BigDecimal("0.1"))
                        .build()
                        .isVaried())
                .isTrue();
        RobustnessPlan.Builder one = RobustnessPlan.builder();
        one.addImputations(Imputation.MEAN);
        assertThat(one.build().isVaried()).isFalse();
        RobustnessPlan.Builder two = RobustnessPlan.builder();
        two.addImputations(Imputation.MEAN, Imputation.MEDIAN);
        assertThat(two.build().isVaried()).isTrue();
    }

    @Test
    void plan_ofNoRunsOrTooMany_isRefused() {
        assertThat(RobustnessPlan.builder().runs(1).build().runs()).isEqualTo(1);
        assertThat(RobustnessPlan.builder()
                        .runs(RobustnessPlan.MAX_RUNS)
                        .build()
                        .runs())
                .isEqualTo(RobustnessPlan.MAX_RUNS);
        for (int runs : new int[] {0, RobustnessPlan.MAX_RUNS + 1}) {
            assertThatThrownBy(() -> RobustnessPlan.builder().runs(runs).build())
                    .hasMessageStartingWith("Runs must be 1 to ")
                    .hasMessageEndingWith(": " + runs);
        }
    }

    private static RobustnessPlan everything(int runs, long seed) {
        return RobustnessPlan.builder()
                .runs(runs)
                .seed(seed)
                .weightNoise(new BigDecimal("0.25"))
                .addWeightings(Weighting.EQUAL, Weighting.FACTORS)
                .addNormalizations(
                        Normalization.builder()
                                .method(NormalizationMethod.MIN_MAX)
                                .low(BigDecimal.ONE)
                                .high(BigDecimal.TEN)
                                .build(),
                        Normalization.of(NormalizationMethod.RANK))
                .addAggregations(
                        Aggregation.of(AggregationMethod.ARITHMETIC),
                        Aggregation.of(AggregationMethod.GEOMETRIC),
                        Aggregation.of(AggregationMethod.COPELAND))
                .addImputations(Imputation.NONE, Imputation.MEDIAN)
                .build();
    }

    private static IndicatorTable withHoles() {
        IndicatorTable whole = AchievementIndex.table();
        IndicatorTable.Builder table = IndicatorTable.builder(whole.columns());
        int cell = 0;
        for (String unit : whole.units()) {
            table.unit(unit);
            for (String column : whole.columns()) {
                if (cell++ % 11 != 3) {
                    table.set(unit, column, whole.value(unit, column).orElseThrow());
                }
            }
        }
        return table.build();
    }

    private static String shown(Robustness robustness) {
        StringBuilder shown = new StringBuilder();
        for (String unit : robustness.units()) {
            for (double share : new double[] {0, 0.05, 0.37, 0.5, 0.95, 1}) {
                shown.append(robustness.rankQuantile(unit, share)).append(' ');
            }
            shown.append(robustness.meanRankShift(unit)).append(robustness.chanceOfTop(unit, 5));
        }
        return shown.toString();
    }

    // ---- simulation ----

    @Test
    void simulate_withNothingVaried_isTheNominalRank() {
        Robustness robustness = ROBUSTNESS.simulate(
                index(AchievementIndex.nested(), AchievementIndex.table(), RECIPE),
                RobustnessPlan.builder().runs(3).build(),
                "tai");
        for (String unit : robustness.units()) {
            assertThat(robustness.medianRank(unit))
                    .isEqualTo(robustness.nominal().rank(unit, "tai"));
            assertThat(robustness.meanRankShift(unit)).hasValue(0);
            assertThat(robustness.rankedRuns(unit)).isEqualTo(3);
        }
        assertThat(robustness.meanRankShift()).hasValue(0);
        assertThat(robustness.chanceOfTop("Finland", 1)).isEqualTo(1);
        assertThat(robustness.runs()).isEqualTo(3);
        assertThat(robustness.code()).isEqualTo("tai");
    }

    /**
     * Weights 1 and 1.1, each moved by up to a fifth: between 0.8 and 1.2, and between 0.88 and 1.32. The first is the larger one
     * on a triangle with sides 0.32 of a rectangle of 0.4 by 0.44: in 0.0512 / 0.176 = 0.2909 of all cases.
     */
    @Test
    void simulate_weightNoise_asComputedByHand() {
        int runs = 40_000;
        Robustness robustness = ROBUSTNESS.simulate(
                index(PAIR, CROSSED, RECIPE),
                RobustnessPlan.builder()
                        .runs(runs)
                        .seed(7)
                        .weightNoise(new BigDecimal("0.2"))
                        .build(),
                "index");
        double chance = 0.0512 / 0.176;
        double error = Math.sqrt(chance * (1 - chance) / runs);
        assertThat(robustness.chanceOfTop("u", 1)).isCloseTo(chance, within(4 * error));
        assertThat(robustness.chanceOfTop("u", 2)).isEqualTo(1);
        assertThat(robustness.meanRankShift("u").orElseThrow()).isCloseTo(chance, within(4 * error));
        assertThat(robustness.meanRankShift().orElseThrow()).isCloseTo(chance, within(4 * error));
        assertThat(robustness.medianRank("u")).hasValue(2);
        assertThat(robustness.rankQuantile("u", 0.05)).hasValue(1);
    }

    @Test
    void simulate_alternatives_areDrawnEquallyOften() {
        int runs = 10_000;
        // ranks by arithmetic mean: u, v, w; by geometric mean: v, w, u
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("a").parent("index").build(),
                IndicatorNode.builder().code("b").parent("index").build()));
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b"))
                .unit("u")
                .set("u", "a", 100)
                .set("u", "b", 10)
                .unit("v")
                .set("v", "a", 50)
                .set("v", "b", 50)
                .unit("w")
                .set("w", "a", 10)
                .set("w", "b", 100)
                .build();
        CompositeRecipe ratios = CompositeRecipe.builder()
                .normalization(Normalization.of(NormalizationMethod.RATIO))
                .build();
        Robustness robustness = ROBUSTNESS.simulate(
                index(framework, table, ratios),
                RobustnessPlan.builder()
                        .runs(runs)
                        .seed(1)
                        .addAggregations(
                                Aggregation.of(AggregationMethod.ARITHMETIC),
                                Aggregation.of(AggregationMethod.GEOMETRIC),
                                Aggregation.of(AggregationMethod.HARMONIC),
                                Aggregation.powerMean(BigDecimal.TEN))
                        .build(),
                "index");
        // v is best under the two means below the arithmetic one
        assertThat(robustness.chanceOfTop("v", 1)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(runs)));
    }

    @Property(tries = 6)
    void simulate_sameSeed_sameBytesOnAnyNumberOfThreads(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int threads) {
        RobustnessPlan plan = everything(60, seed);
        String onOne = shown(
                ROBUSTNESS.withThreads(1).simulate(index(AchievementIndex.nested(), withHoles(), RECIPE), plan, "tai"));
        assertThat(shown(ROBUSTNESS
                        .withThreads(threads)
                        .simulate(index(AchievementIndex.nested(), withHoles(), RECIPE), plan, "tai")))
                .isEqualTo(onOne);
        assertThat(ROBUSTNESS
                        .withThreads(threads)
                        .varianceShares(index(AchievementIndex.nested(), withHoles(), RECIPE), plan, "tai")
                        .estimates())
                .isEqualTo(ROBUSTNESS
                        .withThreads(1)
                        .varianceShares(index(AchievementIndex.nested(), withHoles(), RECIPE), plan, "tai")
                        .estimates());
    }

    @Test
    void simulate_otherSeed_otherRanks() {
        assertThat(shown(ROBUSTNESS.simulate(
                        index(AchievementIndex.nested(), withHoles(), RECIPE), everything(60, 1), "tai")))
                .isNotEqualTo(shown(ROBUSTNESS.simulate(
                        index(AchievementIndex.nested(), withHoles(), RECIPE), everything(60, 2), "tai")));
    }

    /** Each run of a plan without noise is the index that the calculator computes with those choices. */
    @Test
    void simulate_everyRun_isAnIndexOfTheCalculator() {
        for (Weighting weighting : Weighting.values()) {
            CompositeRecipe recipe = CompositeRecipe.builder()
                    .weighting(weighting)
                    .imputation(Imputation.MEAN)
                    .minimumAvailability(new BigDecimal("0.9"))
                    .aggregation(Aggregation.powerMean(BigDecimal.valueOf(2)))
                    .normalization(Normalization.builder()
                            .method(NormalizationMethod.MIN_MAX)
                            .low(BigDecimal.ONE)
                            .high(BigDecimal.TEN)
                            .build())
                    .putAggregationByLevel(3, Aggregation.of(AggregationMethod.BORDA))
                    .build();
            RobustnessPlan plan = RobustnessPlan.builder()
                    .runs(2)
                    .addWeightings(weighting)
                    .addImputations(recipe.imputation())
                    .addNormalizations(recipe.normalization())
                    .addAggregations(recipe.aggregation())
                    .build();
            Robustness robustness =
                    ROBUSTNESS.simulate(index(AchievementIndex.nested(), withHoles(), RECIPE_OTHER), plan, "tai");
            CompositeResult index = CompositeCalculator.withDefaults()
                    .calculate(
                            AchievementIndex.nested(),
                            withHoles(),
                            CompositeRecipe.builder()
                                    .weighting(weighting)
                                    .imputation(recipe.imputation())
                                    .normalization(recipe.normalization())
                                    .aggregation(recipe.aggregation())
                                    .build());
            for (String unit : index.units()) {
                assertThat(robustness.medianRank(unit))
                        .as("%s %s", weighting, unit)
                        .isEqualTo(index.rank(unit, "tai"));
            }
        }
    }

    private static final CompositeRecipe RECIPE_OTHER = CompositeRecipe.builder()
            .normalization(Normalization.of(NormalizationMethod.Z_SCORE))
            .build();

    @Test
    void simulate_unitsWithoutAScore() {
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b"))
                .unit("u")
                .set("u", "a", 2)
                .set("u", "b", 1)
                .unit("v")
                .unit("w")
                .set("w", "a", 1)
                .set("w", "b", 4)
                .build();
        Robustness robustness = ROBUSTNESS.simulate(
                index(PAIR, table, RECIPE),
                RobustnessPlan.builder()
                        .runs(10)
                        .addAggregations(
                                Aggregation.of(AggregationMethod.ARITHMETIC),
                                Aggregation.of(AggregationMethod.GEOMETRIC))
                        .build(),
                "index");
        assertThat(robustness.medianRank("v")).isEmpty();
        assertThat(robustness.meanRankShift("v")).isEmpty();
        assertThat(robustness.rankedRuns("v")).isZero();
        assertThat(robustness.chanceOfTop("v", 3)).isZero();
        // under the geometric mean a score of 0 is none
        assertThat(robustness.rankedRuns("u")).isBetween(1, 9);
    }

    @Test
    void badInput() {
        assertThatThrownBy(() -> RobustnessPlan.builder().runs(0).build()).hasMessage("Runs must be 1 to 1000000: 0");
        assertThatThrownBy(() ->
                        RobustnessPlan.builder().weightNoise(BigDecimal.TEN).build())
                .hasMessage("Share by which weights are moved must be 0 to 1: 10");
        assertThatThrownBy(() -> ROBUSTNESS.withThreads(0)).hasMessage("Threads must be 1 or more: 0");
        RobustnessPlan nothing = RobustnessPlan.builder().runs(5).build();
        assertThatThrownBy(() -> ROBUSTNESS.varianceShares(index(PAIR, CROSSED, RECIPE), nothing, "index"))
                .hasMessageStartingWith("Something must be varied: RobustnessPlan{runs=5");
        assertThatThrownBy(() -> ROBUSTNESS.simulate(index(PAIR, CROSSED, RECIPE), nothing, "x"))
                .hasMessage("Indicator must be in the framework: x");
        Robustness robustness = ROBUSTNESS.simulate(index(PAIR, CROSSED, RECIPE), nothing, "index");
        assertThatThrownBy(() -> robustness.rankQuantile("u", 1.5)).hasMessage("Share must be 0 to 1: 1.5");
        assertThatThrownBy(() -> robustness.chanceOfTop("u", 0))
                .hasMessage("Number of best ranks must be 1 or more: 0");
        RobustnessPlan goalposts = RobustnessPlan.builder()
                .addNormalizations(Normalization.of(NormalizationMethod.GOALPOSTS))
                .build();
        assertThatThrownBy(() -> ROBUSTNESS.simulate(index(PAIR, CROSSED, RECIPE), goalposts, "index"))
                .hasMessage("Indicator must have goalposts: a");
        assertThatThrownBy(() -> Robustness.requireSize(1_000_000, 501))
                .hasMessage("Runs times units must be up to 500000000: 501000000");
        RobustnessPlan plan = everything(3, 4);
        assertThat(SaidaoJson.read(SaidaoJson.write(plan), RobustnessPlan.class))
                .isEqualTo(plan);
    }

    // ---- shares of variance ----

    /**
     * Ishigami and Homma's function, sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on (-π, π), with the closed forms
     * V = 49/8 + 0.1 π⁴/5 + 0.01 π⁸/18 + 1/2 and V1 = (1 + 0.1 π⁴/5)² / 2, V2 = 49/8, V13 = 0.01 π⁸ (1/18 - 1/50).
     */
    @Test
    void varianceShares_ofIshigamisFunction() {
        int n = 50_000;
        SplittableRandom random = new SplittableRandom(11);
        double[] ofA = new double[n];
        double[] ofB = new double[n];
        double[][] mixed = new double[3][n];
        for (int run = 0; run < n; run++) {
            double[] a = random.doubles(3, -Math.PI, Math.PI).toArray();
            double[] b = random.doubles(3, -Math.PI, Math.PI).toArray();
            ofA[run] = ishigami(a);
            ofB[run] = ishigami(b);
            for (int i = 0; i < 3; i++) {
                double[] other = a.clone();
                other[i] = b[i];
                mixed[i][run] = ishigami(other);
            }
        }
        VarianceShares shares = VarianceShares.of(
                List.of(
                        RobustnessPlan.Factor.WEIGHT_NOISE,
                        RobustnessPlan.Factor.WEIGHTING,
                        RobustnessPlan.Factor.IMPUTATION),
                ofA,
                ofB,
                mixed,
                3);
        double v = 49 / 8.0 + 0.1 * Math.pow(Math.PI, 4) / 5 + 0.01 * Math.pow(Math.PI, 8) / 18 + 0.5;
        double v1 = Math.pow(1 + 0.1 * Math.pow(Math.PI, 4) / 5, 2) / 2;
        double v13 = 0.01 * Math.pow(Math.PI, 8) * (1 / 18.0 - 1 / 50.0);
        double[] first = {v1 / v, 49 / 8.0 / v, 0};
        double[] total = {(v1 + v13) / v, 49 / 8.0 / v, v13 / v};
        assertThat(shares.variance()).isCloseTo(v, within(0.02 * v));
        for (int i = 0; i < 3; i++) {
            VarianceShares.Estimate estimate = shares.estimates().get(i);
            assertThat(estimate.first()).isCloseTo(first[i], within(0.03));
            assertThat(estimate.total()).isCloseTo(total[i], within(0.03));
            assertThat(estimate.firstLow()).isLessThan(estimate.first());
            assertThat(estimate.firstHigh()).isGreaterThan(estimate.first());
            assertThat(estimate.totalLow()).isLessThan(estimate.total());
            assertThat(estimate.totalHigh()).isGreaterThan(estimate.total());
        }
    }

    private static double ishigami(double[] x) {
        double sine = Math.sin(x[0]);
        double square = Math.sin(x[1]) * Math.sin(x[1]);
        return sine + 7 * square + 0.1 * Math.pow(x[2], 4) * sine;
    }

    /** One choice alone explains everything. */
    @Test
    void varianceShares_ofOneChoice() {
        RobustnessPlan plan = RobustnessPlan.builder()
                .runs(4_000)
                .weightNoise(new BigDecimal("0.2"))
                .build();
        for (VarianceShares shares : List.of(
                ROBUSTNESS.varianceShares(index(PAIR, CROSSED, RECIPE), plan, "index"),
                ROBUSTNESS.varianceShares(index(PAIR, CROSSED, RECIPE), plan, "index", "u"))) {
            VarianceShares.Estimate estimate =
                    shares.estimate(RobustnessPlan.Factor.WEIGHT_NOISE).orElseThrow();
            assertThat(estimate.first()).isCloseTo(1, within(0.1));
            assertThat(estimate.total()).isCloseTo(1, within(0.1));
            assertThat(shares.estimate(RobustnessPlan.Factor.IMPUTATION)).isEmpty();
            double chance = 0.0512 / 0.176;
            assertThat(shares.variance()).isCloseTo(chance * (1 - chance), within(0.02));
        }
    }

    @Test
    void varianceShares_withoutVariance_areNone() {
        RobustnessPlan plan = RobustnessPlan.builder()
                .runs(10)
                .addImputations(Imputation.NONE, Imputation.MEAN)
                .build();
        VarianceShares shares = ROBUSTNESS.varianceShares(index(PAIR, CROSSED, RECIPE), plan, "index");
        assertThat(shares.variance()).isZero();
        assertThat(shares.estimates()).isEmpty();
    }

    // ---- other weights, one left out ----

    @Test
    void underWeights() {
        AlternativeRanks ranks = ROBUSTNESS.underWeights(
                index(PAIR, CROSSED, RECIPE), "index", Map.of("mine", Map.of("a", 3.0), "same", Map.of()));
        assertThat(ranks.nominal().rank("u", "index")).hasValue(2);
        assertThat(ranks.rankShift("mine", "u")).hasValue(-1);
        assertThat(ranks.rankShift("mine", "v")).hasValue(1);
        assertThat(ranks.meanRankShift("mine")).hasValue(1);
        assertThat(ranks.meanRankShift("same")).hasValue(0);
        assertThat(ranks.alternatives()).containsOnlyKeys("mine", "same");
        assertThatThrownBy(() -> ranks.meanRankShift("other")).hasMessage("Alternative must be there: other");
    }

    @Test
    void leaveOneOut_leavesEachNodeOut() {
        AlternativeRanks ranks =
                ROBUSTNESS.leaveOneOut(index(AchievementIndex.nested(), AchievementIndex.table(), RECIPE), "tai");
        assertThat(ranks.alternatives()).hasSize(12);
        CompositeResult without = Objects.requireNonNull(ranks.alternatives().get("creation"));
        assertThat(without.framework().nodes()).hasSize(10);
        // without the two indicators of creation the index is the mean of the other three dimensions
        for (String unit : without.units()) {
            double mean = (ranks.nominal().score(unit, "recent").orElseThrow()
                            + ranks.nominal().score(unit, "old").orElseThrow()
                            + ranks.nominal().score(unit, "skills").orElseThrow())
                    / 3;
            assertThat(without.score(unit, "tai").orElseThrow()).isCloseTo(mean, within(1e-12));
        }
        AlternativeRanks pair = ROBUSTNESS.leaveOneOut(index(PAIR, CROSSED, RECIPE), "index");
        assertThat(pair.rankShift("b", "u")).hasValue(-1);
        assertThat(pair.rankShift("a", "u")).hasValue(0);
    }

    @Test
    void leaveOneOut_leavesOnlyChildrenIn() {
        IndicatorFramework chain = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("g").parent("index").build(),
                IndicatorNode.builder().code("a").parent("g").build(),
                IndicatorNode.builder().code("b").parent("index").build()));
        AlternativeRanks ranks = ROBUSTNESS.leaveOneOut(index(chain, CROSSED, RECIPE), "index");
        assertThat(ranks.alternatives()).containsOnlyKeys("g", "b");
        assertThatThrownBy(() -> chain.without("a")).hasMessage("An only child must not be left out: a");
        assertThatThrownBy(() -> chain.without("index")).hasMessage("Framework must have an indicator: 0");
    }
}
