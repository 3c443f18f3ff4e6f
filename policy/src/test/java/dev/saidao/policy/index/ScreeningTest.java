package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.policy.index.robustness.RobustnessCalculator;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is left out, and that it is said. Expected numbers are by hand. */
class ScreeningTest {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final double NONE = Double.NaN;

    private static IndicatorNode node(String code, String parent) {
        return IndicatorNode.builder().code(code).parent(parent).build();
    }

    private static IndicatorTable table(List<String> codes, double[]... units) {
        IndicatorTable.Builder table = IndicatorTable.builder(codes);
        for (int unit = 0; unit < units.length; unit++) {
            table.unit("u" + unit);
            for (int i = 0; i < codes.size(); i++) {
                if (!Double.isNaN(units[unit][i])) {
                    table.set("u" + unit, codes.get(i), units[unit][i]);
                }
            }
        }
        return table.build();
    }

    /**
     * Pillars p (a, b) and q (c to f). u0 lacks a: 5 of 6 indicators, 83%, are there. At 0.8 p has no score, so that the index has
     * one of two children, and none either.
     */
    @Test
    void availability_countsAPillarWithoutAScoreAsNotThere() {
        List<String> codes = List.of("a", "b", "c", "d", "e", "f");
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                node("p", "index"),
                node("q", "index"),
                node("a", "p"),
                node("b", "p"),
                node("c", "q"),
                node("d", "q"),
                node("e", "q"),
                node("f", "q")));
        IndicatorTable table =
                table(codes, new double[] {NONE, 1, 1, 1, 1, 1}, new double[] {1, 2, 2, 2, 2, 2}, new double[] {
                    3, 3, 3, 3, 3, 3
                });
        CompositeRecipe recipe = CompositeRecipe.builder()
                .minimumAvailability(new BigDecimal("0.8"))
                .build();
        CompositeResult result = COMPOSITE.calculate(framework, table, recipe);
        assertThat(result.status("u0", "p")).isEqualTo(ScoreStatus.TOO_FEW);
        assertThat(result.status("u0", "q")).isEqualTo(ScoreStatus.COMPLETE);
        assertThat(result.availability("u0", "index")).isEqualTo(0.5);
        assertThat(result.status("u0", "index")).isEqualTo(ScoreStatus.TOO_FEW);
        assertThat(result.rank("u1", "index")).hasValue(2);
        // the scorer of many runs counts alike
        double[] scores = IndexScorer.of(result, recipe, "index")
                .scores(recipe.weighting(), recipe.aggregation(), weight -> weight);
        assertThat(scores[0]).isNaN();
        assertThat(scores[1]).isEqualTo(result.score("u1", "index").orElseThrow());
    }

    @Test
    void units_ofWhichTooLittleIsKnown_areNotLookedAt() {
        List<String> codes = List.of("a", "b");
        IndicatorFramework framework = IndicatorFramework.of(
                List.of(IndicatorNode.builder().code("index").build(), node("a", "index"), node("b", "index")));
        IndicatorTable table =
                table(codes, new double[] {1, 1}, new double[] {NONE, 100}, new double[] {3, 3}, new double[] {2, 5});
        CompositeRecipe recipe = CompositeRecipe.builder()
                .minimumUnitAvailability(new BigDecimal("0.6"))
                .build();
        CompositeResult result = COMPOSITE.calculate(framework, table, recipe);
        assertThat(result.units()).containsExactly("u0", "u2", "u3");
        // the 100 of u1 does not stretch the scale: (3 - 1) / (5 - 1)
        assertThat(result.score("u2", "b")).hasValue(0.5);
        assertThat(RobustnessCalculator.withDefaults()
                        .leaveOneOut(result, "index")
                        .rankShift("a", "u0"))
                .hasValue(0);
    }

    /** A constant, and one with a zero where ratios are wanted, are named and left; the others are the index. */
    @Test
    void indicators_thatCannotBeScored_areNamedAndLeft() {
        List<String> codes = List.of("a", "b", "c", "d");
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                node("a", "index"),
                node("b", "index"),
                IndicatorNode.builder()
                        .code("c")
                        .parent("index")
                        .normalization(Normalization.of(NormalizationMethod.RATIO))
                        .build(),
                IndicatorNode.builder()
                        .code("d")
                        .parent("index")
                        .transformation(Transformation.LOGARITHM)
                        .build()));
        IndicatorTable table = table(codes, new double[] {1, 7, 0, 1}, new double[] {2, 7, 5, -1});
        CompositeResult result = COMPOSITE.calculate(framework, table, CompositeRecipe.withDefaults());
        assertThat(result.leftOut())
                .containsExactly(
                        new CompositeResult.LeftOut("b", ScoreStatus.CONSTANT, "Values of b must differ: 7.0"),
                        new CompositeResult.LeftOut(
                                "c",
                                ScoreStatus.NOT_POSITIVE,
                                "Values and reference of c must be positive to form ratios: 0.0"),
                        new CompositeResult.LeftOut(
                                "d", ScoreStatus.NOT_POSITIVE, "Values of d must be positive for LOGARITHM: -1.0"));
        assertThat(result.status("u0", "c")).isEqualTo(ScoreStatus.NOT_POSITIVE);
        assertThat(result.status("u0", "index")).isEqualTo(ScoreStatus.PARTIAL);
        assertThat(result.score("u1", "index")).hasValue(1);
        assertThat(result.score("u0", "index")).hasValue(0);
    }

    /** Transformations that keep the order keep the ranks of their indicator. */
    @Property(tries = 200)
    void transformations_keepRanks(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0.01, max = 1e9) Double> values,
            @ForAll Transformation transformation) {
        double[][] rows =
                values.stream().map(value -> new double[] {value, value}).toArray(double[][]::new);
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                node("plain", "index"),
                IndicatorNode.builder()
                        .code("changed")
                        .parent("index")
                        .transformation(transformation)
                        .build()));
        CompositeResult result = COMPOSITE.calculate(
                framework, table(List.of("plain", "changed"), rows), CompositeRecipe.withDefaults());
        for (String unit : result.units()) {
            assertThat(result.rank(unit, "changed")).isEqualTo(result.rank(unit, "plain"));
        }
    }
}
