package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are closed forms of small tables. */
class ImputationTest {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final IndicatorFramework ONE = IndicatorFramework.of(
            List.of(IndicatorNode.builder().code("a").denominator("people").build()));

    private static IndicatorTable year(double... values) {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a", "people"));
        for (int unit = 0; unit < values.length; unit++) {
            String name = "u" + unit;
            table.unit(name).set(name, "people", 10);
            if (!Double.isNaN(values[unit])) {
                table.set(name, "a", values[unit] * 10);
            }
        }
        return table.build();
    }

    private static OptionalDouble filled(IndicatorTable table, String unit, Imputation imputation) {
        CompositeRecipe recipe = CompositeRecipe.builder()
                .imputation(imputation)
                .normalization(Normalization.of(NormalizationMethod.RATIO))
                .build();
        return COMPOSITE.calculate(ONE, table, recipe).trace(unit, "a").steps().stream()
                .filter(step -> step.treatment() == ScoreTrace.Treatment.FILLED)
                .mapToDouble(ScoreTrace.Step::after)
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({"NONE,", "MEAN, 3.5", "MEDIAN, 2.5", "GROUP_MEAN, 5.5", "GROUP_MEDIAN, 5.5"})
    void ofOtherUnits(Imputation imputation, Double expected) {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a", "people"));
        double[] values = {2, 1, 8, 3, Double.NaN, Double.NaN};
        String[] groups = {"x", "x", "y", "y", "y", ""};
        for (int unit = 0; unit < values.length; unit++) {
            String name = "u" + unit;
            table.unit(name).set(name, "people", 10);
            if (!Double.isNaN(values[unit])) {
                table.set(name, "a", values[unit] * 10);
            }
            if (!groups[unit].isEmpty()) {
                table.group(name, groups[unit]);
            }
        }
        IndicatorTable built = table.build();
        assertThat(filled(built, "u4", imputation))
                .isEqualTo(expected == null ? OptionalDouble.empty() : OptionalDouble.of(expected));
        boolean isByGroup = imputation == Imputation.GROUP_MEAN || imputation == Imputation.GROUP_MEDIAN;
        assertThat(filled(built, "u5", imputation).isPresent()).isEqualTo(expected != null && !isByGroup);
        assertThat(built.group("u4")).contains("y");
        assertThat(built.group("u5")).isEmpty();
    }

    /** 2020: 1; 2023: 4; 2021 lies a third of the way. */
    @Test
    void overTime() {
        IndicatorTable table = year(Double.NaN, Double.NaN, Double.NaN, 9)
                .inYear(
                        2021,
                        Map.of(
                                2019, year(7, 5, Double.NaN, 9),
                                2020, year(1, Double.NaN, Double.NaN, 9),
                                2023, year(4, Double.NaN, 6, 9)));
        assertThat(filled(table, "u0", Imputation.LINEAR)).hasValue(2);
        assertThat(filled(table, "u0", Imputation.LATEST)).hasValue(1);
        assertThat(filled(table, "u1", Imputation.LINEAR)).isEmpty();
        assertThat(filled(table, "u1", Imputation.LATEST)).hasValue(5);
        assertThat(filled(table, "u2", Imputation.LINEAR)).isEmpty();
        assertThat(filled(table, "u2", Imputation.LATEST)).isEmpty();
    }

    @Test
    void withoutOtherYears_nothingIsFilled() {
        assertThat(filled(year(Double.NaN, 3), "u0", Imputation.LATEST)).isEmpty();
        assertThat(filled(year(Double.NaN, 3), "u0", Imputation.LINEAR)).isEmpty();
    }

    @Test
    void trace_saysWhatWasDoneAndWhereValuesComeFrom() {
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder()
                        .code("a")
                        .parent("index")
                        .denominator("people")
                        .source("survey")
                        .build(),
                IndicatorNode.builder()
                        .code("b")
                        .parent("index")
                        .source("register")
                        .build()));
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b", "people"))
                .unit("u")
                .set("u", "a", 20)
                .set("u", "people", 4)
                .source("u", "a", "A-01")
                .set("u", "b", 1)
                .unit("v")
                .set("v", "b", 3)
                .build();
        CompositeRecipe recipe = CompositeRecipe.builder()
                .imputation(Imputation.MEAN)
                .normalization(Normalization.of(NormalizationMethod.RATIO))
                .build();
        CompositeResult result = COMPOSITE.calculate(framework, table, recipe);
        assertThat(result.trace("u", "a"))
                .isEqualTo(new ScoreTrace(
                        "u",
                        "a",
                        List.of("A-01"),
                        List.of(
                                new ScoreTrace.Step(
                                        ScoreTrace.Treatment.DENOMINATED, "people", OptionalDouble.of(20), 5),
                                new ScoreTrace.Step(ScoreTrace.Treatment.NORMALIZED, "RATIO", OptionalDouble.of(5), 1)),
                        ScoreStatus.COMPLETE));
        assertThat(result.trace("v", "a").steps())
                .containsExactly(
                        new ScoreTrace.Step(ScoreTrace.Treatment.FILLED, "MEAN", OptionalDouble.empty(), 5),
                        new ScoreTrace.Step(ScoreTrace.Treatment.NORMALIZED, "RATIO", OptionalDouble.of(5), 1));
        assertThat(result.trace("v", "a").sources()).isEmpty();
        assertThat(result.trace("u", "index").sources()).containsExactly("A-01", "register");
        assertThat(result.trace("v", "index").sources()).containsExactly("register");
        assertThat(result.trace("u", "index").steps())
                .extracting(ScoreTrace.Step::method)
                .containsExactly("ARITHMETIC");
        assertThat(ScoreTrace.Treatment.DENOMINATED.code()).isEqualTo("denominated");
    }

    @Test
    void availability_byLevel() {
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("g").parent("index").build(),
                IndicatorNode.builder().code("a").parent("g").build(),
                IndicatorNode.builder().code("b").parent("g").build(),
                IndicatorNode.builder().code("c").parent("index").build()));
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b", "c"))
                .unit("u")
                .set("u", "a", 1)
                .set("u", "c", 1)
                .unit("v")
                .set("v", "a", 2)
                .set("v", "b", 2)
                .set("v", "c", 2)
                .build();
        CompositeRecipe.Builder recipe = CompositeRecipe.builder();
        recipe.normalization(Normalization.of(NormalizationMethod.RATIO))
                .minimumAvailability(new BigDecimal("0.6"))
                .putMinimumAvailabilityByLevel(2, new BigDecimal("0.5"));
        CompositeResult result = COMPOSITE.calculate(framework, table, recipe.build());
        assertThat(result.status("u", "g")).isEqualTo(ScoreStatus.PARTIAL);
        // both children of the index have a score
        assertThat(result.status("u", "index")).isEqualTo(ScoreStatus.PARTIAL);
        recipe.putMinimumAvailabilityByLevel(3, BigDecimal.ONE).putMinimumAvailabilityByLevel(2, new BigDecimal("0.7"));
        result = COMPOSITE.calculate(framework, table, recipe.build());
        assertThat(result.status("u", "g")).isEqualTo(ScoreStatus.TOO_FEW);
        assertThat(result.status("u", "index")).isEqualTo(ScoreStatus.TOO_FEW);
        assertThatThrownBy(() -> CompositeRecipe.builder()
                        .putMinimumAvailabilityByLevel(1, BigDecimal.ONE)
                        .build())
                .hasMessage("Level of an aggregate must be 2 or more: 1");
        assertThatThrownBy(() -> CompositeRecipe.builder()
                        .putMinimumAvailabilityByLevel(2, BigDecimal.TEN)
                        .build())
                .hasMessage("Minimum availability must be 0 to 1: 10");
    }

    /** Scores of different make are not compared. */
    @Test
    void compare_scoresOfDifferentIndicators_throws() {
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("a").parent("index").build(),
                IndicatorNode.builder().code("b").parent("index").build()));
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b"))
                .unit("u")
                .set("u", "a", 1)
                .set("u", "b", 1)
                .unit("v")
                .set("v", "a", 2)
                .unit("w")
                .set("w", "a", 3)
                .set("w", "b", 2)
                .unit("x")
                .build();
        CompositeResult result = COMPOSITE.calculate(framework, table, CompositeRecipe.withDefaults());
        assertThat(result.compare("u", "w", "index")).isNegative();
        assertThat(result.compare("w", "u", "a")).isPositive();
        assertThat(result.compare("v", "v", "index")).isZero();
        assertThatThrownBy(() -> result.compare("u", "v", "index"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Scores must be formed of the same indicators to compare: u, v (index; only one of them has b)");
        assertThatThrownBy(() -> result.compare("x", "x", "index"))
                .hasMessage("Score must be there to compare: x, index (missing)");
    }

    @Test
    void table_sharedAndPartialColumns() {
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b", "c"))
                .unit("u")
                .set("u", "a", 1)
                .set("u", "b", 1)
                .unit("v")
                .set("v", "a", 1)
                .build();
        assertThat(table.sharedColumns()).containsExactly("a");
        assertThat(table.partialColumns()).containsExactly("b");
        IndicatorTable selected = table.select(List.of("b", "a"));
        assertThat(selected.columns()).containsExactly("b", "a");
        assertThat(selected.value("u", "b")).hasValue(1);
        assertThat(selected.value("v", "b")).isEmpty();
    }

    @Test
    void trace_explainsAndPrints() {
        ScoreTrace trace = new ScoreTrace(
                "u",
                "a",
                List.of("register"),
                List.of(new ScoreTrace.Step(ScoreTrace.Treatment.NORMALIZED, "MIN_MAX", OptionalDouble.of(12.5), 0.25)),
                ScoreStatus.COMPLETE);

        assertThat(trace).hasToString("u, a: normalized (MIN_MAX) 12.5 → 0.25; complete");
        assertThat(trace.explanation())
                .hasToString("normalized (MIN_MAX) 12.5 → 0.25\nnote: status complete\nnote: sources: register\n");
    }
}
