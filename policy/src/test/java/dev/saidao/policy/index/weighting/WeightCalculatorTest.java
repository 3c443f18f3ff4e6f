package dev.saidao.policy.index.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.Normalization;
import dev.saidao.policy.index.NormalizationMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected numbers are closed forms of small tables. */
class WeightCalculatorTest {

    private static final List<String> CODES = List.of("a", "b", "c");
    private static final WeightCalculator WEIGHTS = WeightCalculator.withDefaults();

    /** Ranks as scores, 1 to n, so that they are known. */
    private static CompositeResult result(NormalizationMethod method, double[]... columns) {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a", "b", "c"));
        for (int unit = 0; unit < columns[0].length; unit++) {
            table.unit("u" + unit)
                    .set("u" + unit, "a", columns[0][unit])
                    .set("u" + unit, "b", columns[1][unit])
                    .set("u" + unit, "c", columns[2][unit]);
        }
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("a").parent("index").build(),
                IndicatorNode.builder().code("b").parent("index").build(),
                IndicatorNode.builder().code("c").parent("index").build()));
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.of(method))
                .build();
        return CompositeCalculator.withDefaults().calculate(framework, table.build(), recipe);
    }

    /** Ratios to the best are the values themselves: a 0.5, 1; b 0.25, 1; c 1, 1. Deviations 1/4, 3/8, 0. */
    @Test
    void standardDeviation_isInProportion() {
        CompositeResult result =
                result(NormalizationMethod.RATIO, new double[] {1, 2}, new double[] {1, 4}, new double[] {5, 5});
        Map<String, Double> weights = WEIGHTS.weights(Weighting.STANDARD_DEVIATION, result.complete(CODES));
        assertThat(weights.get("a")).isCloseTo(0.4, within(1e-15));
        assertThat(weights.get("b")).isCloseTo(0.6, within(1e-15));
        assertThat(weights.get("c")).isZero();
    }

    /** Equal spreads; a and b agree (r = 1), c is opposite (r = -1): conflicts 2, 2 and 4. */
    @Test
    void critic_countsConflict() {
        CompositeResult result = result(
                NormalizationMethod.RANK, new double[] {1, 2, 3}, new double[] {1, 2, 3}, new double[] {3, 2, 1});
        assertThat(WEIGHTS.weights(Weighting.CRITIC, result.complete(CODES)))
                .hasEntrySatisfying("a", weight -> assertThat(weight).isCloseTo(0.25, within(1e-12)))
                .hasEntrySatisfying("b", weight -> assertThat(weight).isCloseTo(0.25, within(1e-12)))
                .hasEntrySatisfying("c", weight -> assertThat(weight).isCloseTo(0.5, within(1e-12)));
    }

    /** Min-max of two units: a is 0 and 1, entropy 0; b is 1 and 0, entropy 0; c, a ratio of no spread, has no score there. */
    @Test
    void entropy_ofOneWhoHasAll_isNothing() {
        CompositeResult result =
                result(NormalizationMethod.MIN_MAX, new double[] {1, 2}, new double[] {4, 1}, new double[] {1, 9});
        assertThat(WEIGHTS.weights(Weighting.ENTROPY, result.complete(CODES)))
                .allSatisfy((code, weight) -> assertThat(weight).isCloseTo(1 / 3.0, within(1e-15)));
        // shares 1/3, 2/3 and 1/5, 4/5
        CompositeResult ratios =
                result(NormalizationMethod.RATIO, new double[] {1, 2}, new double[] {1, 4}, new double[] {5, 5});
        double a = 1 + (Math.log(1 / 3.0) / 3 + 2 * Math.log(2 / 3.0) / 3) / Math.log(2);
        double b = 1 + (Math.log(0.2) / 5 + 4 * Math.log(0.8) / 5) / Math.log(2);
        assertThat(WEIGHTS.weights(Weighting.ENTROPY, ratios.complete(CODES)).get("a"))
                .isCloseTo(a / (a + b), within(1e-14));
        assertThat(WEIGHTS.weights(Weighting.ENTROPY, ratios.complete(CODES)).get("c"))
                .isZero();
    }

    @Test
    void badInput_throws() {
        CompositeResult same =
                result(NormalizationMethod.RANK, new double[] {1, 1}, new double[] {1, 1}, new double[] {5, 5});
        assertThatThrownBy(() -> WEIGHTS.weights(Weighting.STANDARD_DEVIATION, same.complete(CODES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scores must tell units apart for weights from data: a, b, c");
        CompositeResult alike =
                result(NormalizationMethod.Z_SCORE, new double[] {1, 2, 7}, new double[] {2, 4, 14}, new double[] {
                    0.1, 0.2, 0.7
                });
        assertThatThrownBy(() -> WEIGHTS.weights(Weighting.CRITIC, alike.complete(CODES)))
                .hasMessage("Scores must tell units apart for weights from data: a, b, c");
        assertThatThrownBy(() -> WEIGHTS.weights(Weighting.GIVEN, same.complete(CODES)))
                .hasMessage("Weights must be from data: GIVEN");
        CompositeResult constant =
                result(NormalizationMethod.MIN_MAX, new double[] {1, 2}, new double[] {1, 1}, new double[] {5, 6});
        assertThatThrownBy(() -> WEIGHTS.weights(Weighting.CRITIC, constant.complete(CODES)))
                .hasMessage("Two units or more must have all scores, of a, b, c: 0");
        CompositeResult negative = result(
                NormalizationMethod.Z_SCORE, new double[] {1, 2, 4}, new double[] {1, 1, 2}, new double[] {5, 6, 6});
        assertThatThrownBy(() -> WEIGHTS.weights(Weighting.ENTROPY, negative.complete(CODES)))
                .hasMessageStartingWith("Scores must be 0 or more for weights by entropy: -");
    }

    private static Map<String, double[]> five() {
        return Map.of(
                "a", new double[] {0.2, 0.8, 0.5, 0.9, 0.6},
                "b", new double[] {0.9, 0.4, 0.7, 0.3, 0.35},
                "c", new double[] {0.5, 0.6, 0.1, 0.8, 0.75});
    }

    /** SciPy 1.17.1, {@code spearmanr}, times the deviations of NumPy. */
    @Test
    void criticRank_usesRanks() {
        Map<String, Double> weights = WEIGHTS.weights(Weighting.CRITIC_RANK, five());

        assertThat(weights.get("a")).isCloseTo(0.2683249, within(5e-8));
        assertThat(weights.get("b")).isCloseTo(0.45891478, within(5e-8));
        assertThat(weights.get("c")).isCloseTo(0.27276032, within(5e-8));
    }

    /** By hand: of 1 and 3 the coefficient is 1/4, of 1 and 1 it is 0, of 0 and 1 it is 1/2. */
    @Test
    void gini_isInProportionToTheCoefficients() {
        Map<String, Double> weights = WEIGHTS.weights(
                Weighting.GINI, Map.of("a", new double[] {1, 3}, "b", new double[] {1, 1}, "c", new double[] {0, 1}));

        assertThat(weights.get("a")).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(weights.get("b")).isZero();
        assertThat(weights.get("c")).isCloseTo(2 / 3.0, within(1e-15));
    }

    /** By hand: with scores of 1 and e, and of 1 and e², only the second unit has an effect. */
    @Test
    void merec_isWhatIsLostWithoutAChild() {
        Map<String, Double> weights = WEIGHTS.weights(
                Weighting.MEREC,
                Map.of("a", new double[] {1, Math.E}, "b", new double[] {1, Math.E * Math.E}, "c", new double[] {5, 5
                }));
        // three children: 1 + 3/3, without a 1 + 2/3, without b 1 + 1/3
        double a = Math.log(2) - Math.log(5 / 3.0);
        double b = Math.log(2) - Math.log(4 / 3.0);

        assertThat(weights.get("a")).isCloseTo(a / (a + b), within(1e-14));
        assertThat(weights.get("b")).isCloseTo(b / (a + b), within(1e-14));
        assertThat(weights.get("c")).isZero();
    }

    @Test
    void scoresThatAMethodCannotTake_areRefused() {
        assertThatThrownBy(() -> WEIGHTS.weights(Weighting.MEREC, Map.of("a", new double[] {0, 1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scores must be positive for weights by removal: 0.0");
        assertThatThrownBy(() -> WEIGHTS.weights(Weighting.GINI, Map.of("a", new double[] {-1, 1})))
                .hasMessage("Scores must be 0 or more for weights by Gini coefficients: -1.0");
    }
}
