package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.Bounds;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositeCalculatorTest {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final CompositeRecipe GOALPOSTS = CompositeRecipe.builder()
            .normalization(Normalization.of(NormalizationMethod.GOALPOSTS))
            .build();

    // ---- the Handbook's worked example ----

    @ParameterizedTest
    @CsvSource({
        "RANK, BEST, rank_ascending, 0",
        "Z_SCORE, BEST, zscore, 0.005",
        "MIN_MAX, BEST, minmax, 0.005",
        "RATIO, MEAN, ratio_to_mean, 0.005",
        "RATIO, BEST, ratio_to_best, 0.005",
        "RATIO, WORST, ratio_to_worst, 0.005",
        "RELATIVE_DIFFERENCE, MEAN, rel_diff_from_mean, 0.005",
        "RELATIVE_DIFFERENCE, WORST, rel_diff_from_worst, 0.005",
        "ABOVE_BELOW_MEAN, BEST, above_below_mean_p20, 0",
        "PERCENTILE_RANK, BEST, percentile_pct, 0.05",
        "CATEGORIES, BEST, categorical, 0"
    })
    void calculate_normalizations_asInTable15(
            NormalizationMethod method, Normalization.ReferencePoint reference, String column, double rounding) {
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.of(method, reference))
                .build();
        CompositeResult result = COMPOSITE.calculate(AchievementIndex.nested(), AchievementIndex.table(), recipe);
        Map<String, Map<String, String>> printed = AchievementIndex.rows("table15-schooling.csv");
        assertThat(printed).hasSize(23);
        printed.forEach(
                (country, row) -> assertThat(result.score(country, "schooling").orElseThrow())
                        .as(country)
                        .isCloseTo(Double.parseDouble(row.get(column)), within(rounding + 1e-9)));
    }

    @Test
    void calculate_equalWeightsUnderGoalposts_ranksAsInTable23() {
        CompositeResult result = COMPOSITE.calculate(AchievementIndex.nested(), AchievementIndex.table(), GOALPOSTS);
        requireRanks(result, "T23_EW");
    }

    @Test
    void calculate_budgetAllocationUnderGoalposts_ranksAsInTable23() {
        CompositeResult result = COMPOSITE.calculate(
                AchievementIndex.flat(AchievementIndex.BUDGET), AchievementIndex.table(), GOALPOSTS);
        requireRanks(result, "T23_BAP");
    }

    @Test
    void calculate_equalWeightsUnderGoalposts_scoresAsPublishedByUndp() {
        CompositeResult result = COMPOSITE.calculate(AchievementIndex.nested(), AchievementIndex.table(), GOALPOSTS);
        // published from unrounded data; the data at hand are rounded
        AchievementIndex.rows("scores.csv").forEach((country, row) -> {
            String published = row.getOrDefault("TAI_published_2dp", "");
            if (!published.isEmpty()) {
                assertThat(result.score(country, "tai").orElseThrow())
                        .as(country)
                        .isCloseTo(Double.parseDouble(published), within(0.006));
            }
        });
    }

    @Test
    void calculate_geometric_ranksAsInTable38() {
        CompositeRecipe recipe = CompositeRecipe.builder()
                // to what values are divided by does not change the order of their products
                .normalization(Normalization.of(NormalizationMethod.RATIO, Normalization.ReferencePoint.MEAN))
                .aggregation(Aggregation.of(AggregationMethod.GEOMETRIC))
                .build();
        requireRanks(
                COMPOSITE.calculate(
                        AchievementIndex.flat(List.of("1", "1", "1", "1", "1", "1", "1", "1")),
                        AchievementIndex.table(),
                        recipe),
                "T38_GME");
    }

    private static void requireRanks(CompositeResult result, String column) {
        AchievementIndex.rows("ranks.csv")
                .forEach(
                        (country, row) -> assertThat(result.rank(country, "tai").orElseThrow())
                                .as(country)
                                .isEqualTo(Double.parseDouble(row.get(column))));
    }

    @Test
    void calculate_meansOfHandbookSection6_11() {
        // Handbook (2008), section 6.11: 21, 1, 1, 1 has arithmetic mean 6 and geometric mean 2.14
        assertThat(ofRow("ARITHMETIC", 21, 1, 1, 1)).isEqualTo(6);
        assertThat(ofRow("GEOMETRIC", 21, 1, 1, 1)).isCloseTo(2.14, within(0.005));
        // one more of the second indicator, printed truncated: 2.54, and 6.23 where all were 6
        assertThat(ofRow("GEOMETRIC", 21, 2, 1, 1)).isBetween(2.54, 2.55);
        assertThat(ofRow("GEOMETRIC", 6, 7, 6, 6)).isBetween(6.23, 6.24);
    }

    @Test
    void calculate_closedForms() {
        // harmonic of 1, 2, 4: 3 / (1 + 1/2 + 1/4) = 12/7; Mazziotta-Pareto: M = 7/3, S² = 14/9, M - S²/M = 7/3 - 2/3
        assertThat(ofRow("HARMONIC", 1, 2, 4)).isCloseTo(12.0 / 7, within(1e-15));
        assertThat(ofRow("MAZZIOTTA_PARETO", 1, 2, 4)).isCloseTo(5.0 / 3, within(1e-15));
        // quadratic mean of 1 and 7 is 5
        assertThat(Aggregation.powerMean(BigDecimal.valueOf(2)).of(new double[] {1, 7}, new double[] {1, 1}))
                .isCloseTo(5, within(1e-15));
    }

    private static double ofRow(String method, double... scores) {
        double[] weights = new double[scores.length];
        Arrays.fill(weights, 1);
        return Aggregation.of(AggregationMethod.valueOf(method)).of(scores, weights);
    }

    // ---- missing, constant, not positive ----

    private static final IndicatorFramework PAIR = IndicatorFramework.of(List.of(
            IndicatorNode.builder().code("index").build(),
            IndicatorNode.builder()
                    .code("a")
                    .parent("index")
                    .weight(BigDecimal.valueOf(3))
                    .build(),
            IndicatorNode.builder().code("b").parent("index").build()));

    private static IndicatorTable pair(Consumer<IndicatorTable.Builder> cells) {
        IndicatorTable.Builder table =
                IndicatorTable.builder(List.of("a", "b")).unit("u").unit("v").unit("w");
        cells.accept(table);
        return table.build();
    }

    @Test
    void calculate_missingCell_leavesTheOthersItsWeight() {
        IndicatorTable table = pair(cells -> cells.set("u", "a", 0)
                .set("v", "a", 5)
                .set("w", "a", 10)
                .set("u", "b", 1)
                .set("w", "b", 2));
        CompositeResult result = COMPOSITE.calculate(PAIR, table, CompositeRecipe.withDefaults());
        assertThat(result.score("u", "index")).hasValue(0);
        assertThat(result.score("v", "index")).hasValue(0.5);
        assertThat(result.status("v", "index")).isEqualTo(ScoreStatus.PARTIAL);
        assertThat(result.status("v", "b")).isEqualTo(ScoreStatus.MISSING);
        assertThat(result.availability("v", "index")).isEqualTo(0.5);
        assertThat(result.score("w", "index")).hasValue(1);
        assertThat(result.status("w", "index")).isEqualTo(ScoreStatus.COMPLETE);
    }

    @Test
    void calculate_missingCellFilled_isFlagged() {
        IndicatorTable table = pair(cells -> cells.set("u", "a", 0)
                .set("v", "a", 5)
                .set("w", "a", 10)
                .set("u", "b", 1)
                .set("w", "b", 2));
        CompositeRecipe recipe =
                CompositeRecipe.builder().imputation(Imputation.MEAN).build();
        CompositeResult result = COMPOSITE.calculate(PAIR, table, recipe);
        assertThat(result.score("v", "b")).hasValue(0.5);
        assertThat(result.status("v", "b")).isEqualTo(ScoreStatus.FILLED);
        assertThat(result.status("v", "index")).isEqualTo(ScoreStatus.FILLED);
        assertThat(result.availability("v", "index")).isEqualTo(0.5);
        CompositeRecipe strict = CompositeRecipe.builder()
                .imputation(Imputation.MEAN)
                .minimumAvailability(new BigDecimal("0.6"))
                .build();
        CompositeResult refused = COMPOSITE.calculate(PAIR, table, strict);
        assertThat(refused.status("v", "index")).isEqualTo(ScoreStatus.TOO_FEW);
        assertThat(refused.score("v", "index")).isEmpty();
        assertThat(refused.rank("v", "index")).isEmpty();
        assertThat(refused.rank("w", "index")).hasValue(1);
        assertThat(refused.rank("u", "index")).hasValue(2);
    }

    @Test
    void calculate_constantAndEmptyColumns_haveNamedStatuses() {
        IndicatorTable constant = pair(cells -> cells.set("u", "a", 7)
                .set("v", "a", 7)
                .set("w", "a", 7)
                .set("u", "b", 1)
                .set("w", "b", 2));
        CompositeResult result = COMPOSITE.calculate(PAIR, constant, CompositeRecipe.withDefaults());
        assertThat(result.status("u", "a")).isEqualTo(ScoreStatus.CONSTANT);
        assertThat(result.score("u", "a")).isEmpty();
        assertThat(result.status("u", "index")).isEqualTo(ScoreStatus.PARTIAL);
        assertThat(result.status("v", "index")).isEqualTo(ScoreStatus.MISSING);
        CompositeResult empty = COMPOSITE.calculate(PAIR, pair(cells -> {}), CompositeRecipe.withDefaults());
        assertThat(empty.status("u", "index")).isEqualTo(ScoreStatus.MISSING);
        assertThat(empty.rank("u", "index")).isEmpty();
    }

    @Test
    void calculate_zeroUnderAGeometricMean_isNotPositive() {
        IndicatorTable table = pair(cells -> cells.set("u", "a", 0)
                .set("v", "a", 5)
                .set("w", "a", 10)
                .set("u", "b", 1)
                .set("v", "b", 2)
                .set("w", "b", 3));
        CompositeRecipe recipe = CompositeRecipe.builder()
                .aggregation(Aggregation.of(AggregationMethod.GEOMETRIC))
                .build();
        CompositeResult result = COMPOSITE.calculate(PAIR, table, recipe);
        assertThat(result.status("u", "index")).isEqualTo(ScoreStatus.NOT_POSITIVE);
        assertThat(result.score("u", "index")).isEmpty();
        // 0.5^(3/4) · 0.5^(1/4)
        assertThat(result.score("v", "index").orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(result.rank("w", "index")).hasValue(1);
    }

    @Test
    void calculate_denominator_dividesFirst() {
        IndicatorFramework framework = IndicatorFramework.of(
                List.of(IndicatorNode.builder().code("a").denominator("people").build()));
        IndicatorTable table = IndicatorTable.builder(List.of("a", "people"))
                .unit("u")
                .unit("v")
                .set("u", "a", 10)
                .set("u", "people", 100)
                .set("v", "a", 8)
                .set("v", "people", 40)
                .build();
        CompositeResult result = COMPOSITE.calculate(framework, table, CompositeRecipe.withDefaults());
        assertThat(result.rank("v", "a")).hasValue(1);
        IndicatorTable zero = IndicatorTable.builder(List.of("a", "people"))
                .unit("u")
                .set("u", "a", 10)
                .set("u", "people", 0)
                .build();
        assertThatThrownBy(() -> COMPOSITE.calculate(framework, zero, CompositeRecipe.withDefaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Denominator people must be positive: 0.0 (u)");
    }

    @Test
    void calculate_columnThatIsNoIndicator_throws() {
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b", "c")).build();
        assertThatThrownBy(() -> COMPOSITE.calculate(PAIR, table, CompositeRecipe.withDefaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column must be an indicator of the framework or a denominator of one: c");
        IndicatorTable narrow = IndicatorTable.builder(List.of("a")).build();
        assertThatThrownBy(() -> COMPOSITE.calculate(PAIR, narrow, CompositeRecipe.withDefaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Indicator must have a column in the table: b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOALPOSTS | BEST | Indicator must have goalposts: a",
                "DISTANCE | TARGET | Indicator must have a target: a"
            })
    void calculate_normalizationThatLacksSomething_throws(
            NormalizationMethod method, Normalization.ReferencePoint reference, String message) {
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.of(method, reference))
                .build();
        assertThatThrownBy(() -> COMPOSITE.calculate(PAIR, aroundZero(), recipe))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static IndicatorTable aroundZero() {
        return pair(cells -> cells.set("u", "a", -1).set("v", "a", 0).set("w", "a", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RATIO | BEST | Values and reference of a must be positive to form ratios: -1.0",
                "ABOVE_BELOW_MEAN | BEST | Mean of a must be positive: 0.0",
                "RELATIVE_DIFFERENCE | MEAN | Reference of a must not be 0 for relative differences: 0.0"
            })
    void calculate_valuesThatCannotBeNormalized_areLeftOut(
            NormalizationMethod method, Normalization.ReferencePoint reference, String reason) {
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.of(method, reference))
                .build();
        assertThat(COMPOSITE.calculate(PAIR, aroundZero(), recipe).leftOut())
                .contains(new CompositeResult.LeftOut("a", ScoreStatus.NOT_POSITIVE, reason));
    }

    @Test
    void calculate_distanceToAUnit() {
        IndicatorTable table =
                pair(cells -> cells.set("u", "a", 0).set("v", "a", 5).set("w", "a", 10));
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.builder()
                        .method(NormalizationMethod.DISTANCE)
                        .reference(Normalization.ReferencePoint.UNIT)
                        .referenceUnit("v")
                        .build())
                .build();
        CompositeResult result = COMPOSITE.calculate(PAIR, table, recipe);
        assertThat(result.score("u", "a")).hasValue(0);
        assertThat(result.score("v", "a")).hasValue(1);
        assertThat(result.score("w", "a")).hasValue(2);
    }

    // ---- bounds ----

    /** By hand: a missing share of the weight is worth 0 to all of it. */
    @Test
    void bounds_ofMissingCells_areReachedByTheWorstAndTheBest() {
        IndicatorTable table = pair(cells -> cells.set("u", "a", 0)
                .set("v", "a", 4)
                .set("w", "a", 10)
                .set("u", "b", 1)
                .set("w", "b", 2));
        CompositeBounds bounds =
                COMPOSITE.bounds(PAIR, table, CompositeRecipe.withDefaults(), CompositeBounds.MissingRange.OBSERVED);
        assertThat(bounds.lowest("v", "b")).hasValue(0);
        assertThat(bounds.highest("v", "b")).hasValue(1);
        // weights 3 and 1
        assertThat(bounds.lowest("v", "index").orElseThrow()).isCloseTo(0.3, within(1e-15));
        assertThat(bounds.highest("v", "index").orElseThrow()).isCloseTo(0.55, within(1e-15));
        assertThat(bounds.lowest("w", "index")).hasValue(1);
        assertThat(bounds.highest("w", "index")).hasValue(1);
        assertThat(bounds.bestRank("v", "index")).hasValue(2);
        assertThat(bounds.worstRank("v", "index")).hasValue(2);
        assertThat(bounds.bestRank("v", "b")).hasValue(1);
        assertThat(bounds.worstRank("v", "b")).hasValue(2);
    }

    @Test
    void bounds_ofAnEmptyAndOfAConstantIndicator() {
        IndicatorTable table = pair(cells -> cells.set("u", "a", 7).set("v", "a", 7));
        CompositeBounds bounds =
                COMPOSITE.bounds(PAIR, table, CompositeRecipe.withDefaults(), CompositeBounds.MissingRange.OBSERVED);
        assertThat(bounds.lowest("w", "a")).isEmpty();
        assertThat(bounds.bestRank("w", "a")).isEmpty();
        assertThat(bounds.lowest("u", "index")).hasValue(0);
        assertThat(bounds.highest("u", "index")).hasValue(1);
        assertThat(bounds.worstRank("u", "index")).hasValue(3);
    }

    /** One value that may be anything leaves all of its indicator open, so that only the weight of the other counts. */
    @Test
    void bounds_ofACellThatMayBeAnything_leaveItsIndicatorOpen() {
        IndicatorTable table = pair(cells -> cells.set("u", "a", 0)
                .set("v", "a", 4)
                .set("w", "a", 10)
                .set("u", "b", 1)
                .set("w", "b", 2));
        CompositeBounds bounds = COMPOSITE.bounds(PAIR, table, CompositeRecipe.withDefaults());
        for (String unit : table.units()) {
            assertThat(bounds.lowest(unit, "b")).hasValue(0);
            assertThat(bounds.highest(unit, "b")).hasValue(1);
        }
        assertThat(bounds.lowest("w", "index")).hasValue(0.75);
        assertThat(bounds.highest("w", "index")).hasValue(1);
        assertThat(bounds.worstRank("w", "index")).hasValue(1);
    }

    /** By hand: v between 2 and 6, w above 8; u at 0. With v = 2, w = ∞: 0. With v = 6, w = 8: 6 / 8. */
    @Test
    void bounds_ofBoundedCells_underMinMax() {
        IndicatorTable table = pair(cells -> cells.set("u", "a", 0)
                .set("v", "a", Bounds.closed(BigDecimal.valueOf(2), BigDecimal.valueOf(6)))
                .set("w", "a", Bounds.greaterThan(BigDecimal.valueOf(8)))
                .set("u", "b", 1)
                .set("v", "b", 1)
                .set("w", "b", 2));
        CompositeBounds bounds = COMPOSITE.bounds(PAIR, table, CompositeRecipe.withDefaults());
        assertThat(bounds.lowest("u", "a")).hasValue(0);
        assertThat(bounds.highest("u", "a")).hasValue(0);
        assertThat(bounds.lowest("v", "a")).hasValue(0);
        assertThat(bounds.highest("v", "a")).hasValue(0.75);
        assertThat(bounds.lowest("w", "a")).hasValue(1);
        assertThat(bounds.highest("w", "a")).hasValue(1);
        CompositeResult result = COMPOSITE.calculate(PAIR, table, CompositeRecipe.withDefaults());
        assertThat(result.status("v", "a")).isEqualTo(ScoreStatus.MISSING);
        assertThat(table.bounds("v", "a")).contains(Bounds.parse("[2, 6]"));
        assertThat(table.bounds("u", "a")).contains(Bounds.parse("[0, 0]"));
    }

    /** By hand: u has 5 a head and w 30; v, of 10 heads, 100 to 200, so 10 to 20: 5 / 25 to 15 / 25. */
    @Test
    void bounds_ofValuesThatAreDivided() {
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder()
                        .code("a")
                        .parent("index")
                        .denominator("heads")
                        .build()));
        IndicatorTable.Builder cells = IndicatorTable.builder(List.of("a", "heads"));
        cells.unit("u").unit("v").unit("w");
        cells.set("u", "a", 100).set("v", "a", Bounds.parse("[100, 200]")).set("w", "a", 300);
        cells.set("u", "heads", 20).set("v", "heads", 10).set("w", "heads", 10);

        CompositeBounds bounds = COMPOSITE.bounds(framework, cells.build(), CompositeRecipe.withDefaults());
        assertThat(bounds.lowest("v", "a")).hasValue(0.2);
        assertThat(bounds.highest("v", "a")).hasValue(0.6);
        assertThat(bounds.lowest("w", "index")).hasValue(1);
        assertThat(bounds.highest("u", "index")).hasValue(0);
    }

    @Test
    void table_keepsWhatWasSetLast() {
        IndicatorTable.Builder cells = IndicatorTable.builder(List.of("a"));
        cells.unit("u").set("u", "a", Bounds.parse("[1, 2]")).set("u", "a", 5);
        cells.unit("v").set("v", "a", 5).set("v", "a", Bounds.parse("[1, 1e150)".replace("e150", "0".repeat(150))));
        IndicatorTable table = cells.build();
        assertThat(table.bounds("u", "a")).contains(Bounds.parse("[5, 5]"));
        assertThat(table.value("v", "a")).isEmpty();
        assertThatThrownBy(() -> cells.unit(" ")).hasMessage("Unit must not be blank: ' '");
        assertThatThrownBy(() -> cells.set("u", "a", Bounds.empty())).hasMessage("Bounds of u, a must not be empty");
        assertThatThrownBy(() -> cells.set("u", "a", Bounds.greaterThan(new BigDecimal("1.1e150"))))
                .hasMessageStartingWith("Bounds of u, a must be within ±1e150: (11000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Z_SCORE | ARITHMETIC | Normalization must be MIN_MAX or GOALPOSTS for bounds of scores: Z_SCORE",
                "MIN_MAX | BORDA | Aggregation must rise with every score for bounds: BORDA",
                "MIN_MAX | MAZZIOTTA_PARETO | Aggregation must rise with every score for bounds: MAZZIOTTA_PARETO",
                "MIN_MAX | GEOMETRIC | Low end of scores must be positive for bounds under GEOMETRIC: 0"
            })
    void bounds_thatCannotBeHad_throw(
            NormalizationMethod normalization, AggregationMethod aggregation, String message) {
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.of(normalization))
                .aggregation(Aggregation.of(aggregation))
                .build();
        assertThatThrownBy(() -> COMPOSITE.bounds(PAIR, pair(cells -> {}), recipe))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
