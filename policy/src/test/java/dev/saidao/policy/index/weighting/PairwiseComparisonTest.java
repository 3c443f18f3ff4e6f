package dev.saidao.policy.index.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.policy.index.AchievementIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairwiseComparisonTest {

    /** The upper half of table 20 of the OECD/JRC Handbook (2008); negative numbers stand for one by them. */
    private static final int[][] TABLE_20 = {
        {2, 3, 2, 5, 5, 1, 3}, {2, -2, 4, 4, -2, 3}, {-4, 2, 2, -5, -2}, {4, 4, -2, 3}, {1, -5, -2}, {-5, -2}, {4}
    };

    /** Eigenvalue and vector of the printed matrix: computed with NumPy 2.4.6; random index 1.41. */
    @Test
    void weights_ofTable20() {
        PairwiseComparison.Builder builder = PairwiseComparison.builder(AchievementIndex.INDICATORS);
        for (int a = 0; a < TABLE_20.length; a++) {
            for (int i = 0; i < TABLE_20[a].length; i++) {
                int judged = TABLE_20[a][i];
                builder.judgement(
                        AchievementIndex.INDICATORS.get(a),
                        AchievementIndex.INDICATORS.get(a + 1 + i),
                        judged > 0 ? judged : -1.0 / judged);
            }
        }
        PairwiseComparison comparison = builder.build();
        assertThat(comparison.largestEigenvalue()).isCloseTo(8.211079397090737, within(1e-12));
        assertThat(comparison.consistencyIndex()).isCloseTo(0.030154199584390997, within(1e-12));
        assertThat(comparison.consistencyRatio()).isCloseTo(0.021385957152050352, within(1e-12));
        double[] vector = {0.2291, 0.1346, 0.0594, 0.1761, 0.0385, 0.0385, 0.2522, 0.0715};
        for (int i = 0; i < vector.length; i++) {
            assertThat(comparison.weights().get(AchievementIndex.INDICATORS.get(i)))
                    .isCloseTo(vector[i], within(0.00005));
        }
    }

    /** Judgements that agree give back the weights they came from. */
    @Property(tries = 200)
    void weights_ofConsistentJudgements_areThoseJudged(
            @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = 1, max = 9) Double> importance) {
        Map<String, Double> wanted = new LinkedHashMap<>();
        double sum = importance.stream().mapToDouble(x -> x).sum();
        for (int i = 0; i < importance.size(); i++) {
            wanted.put("i" + i, importance.get(i) / sum);
        }
        List<String> items = new ArrayList<>(wanted.keySet());
        PairwiseComparison.Builder builder = PairwiseComparison.builder(items);
        for (int a = 0; a < items.size(); a++) {
            for (int b = a + 1; b < items.size(); b++) {
                builder.judgement(items.get(a), items.get(b), importance.get(a) / importance.get(b));
            }
        }
        PairwiseComparison comparison = builder.build();
        comparison.weights().forEach((item, weight) -> assertThat(weight).isCloseTo(wanted.get(item), within(1e-12)));
        assertThat(comparison.largestEigenvalue()).isCloseTo(items.size(), within(1e-10));
        assertThat(comparison.consistencyRatio()).isCloseTo(0, within(1e-10));
    }

    @Test
    void judgements_ofAThousandTimes_areAdmitted() {
        assertThat(PairwiseComparison.builder(List.of("a", "b"))
                        .judgement("a", "b", 1000)
                        .build()
                        .weights()
                        .get("a"))
                .isCloseTo(1000 / 1001.0, within(1e-12));
        assertThat(PairwiseComparison.builder(List.of("a", "b"))
                        .judgement("a", "b", 0.001)
                        .build()
                        .weights()
                        .get("a"))
                .isCloseTo(1 / 1001.0, within(1e-12));
        assertThatThrownBy(() -> PairwiseComparison.builder(List.of("a", "b")).judgement("a", "b", 1000.5))
                .hasMessage("Judgement must be 0.001 to 1000: 1000.5");
    }

    @Test
    void badInput_throws() {
        PairwiseComparison.Builder builder = PairwiseComparison.builder(List.of("a", "b", "c"));
        builder.judgement("a", "b", 3);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pair must be judged: a, c");
        assertThatThrownBy(() -> builder.judgement("b", "a", 3))
                .hasMessage("Pair must be of two items and judged once: b, a");
        assertThatThrownBy(() -> builder.judgement("a", "a", 1))
                .hasMessage("Pair must be of two items and judged once: a, a");
        assertThatThrownBy(() -> builder.judgement("a", "d", 1)).hasMessage("Item must be there: d");
        assertThatThrownBy(() -> builder.judgement("a", "c", 0)).hasMessage("Judgement must be 0.001 to 1000: 0.0");
        assertThatThrownBy(() -> PairwiseComparison.builder(List.of())).hasMessage("Items must be 1 to 15: 0");
        assertThatThrownBy(() -> PairwiseComparison.builder(List.of("a", "a")))
                .hasMessage("Item must be there once: a");
    }
}
