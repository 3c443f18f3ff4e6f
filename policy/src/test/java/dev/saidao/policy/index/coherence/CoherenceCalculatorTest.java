package dev.saidao.policy.index.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.policy.index.AchievementIndex;
import dev.saidao.policy.index.IndicatorTable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoherenceCalculatorTest {

    private static final CoherenceCalculator COHERENCE = CoherenceCalculator.withDefaults();

    /** Handbook (2008), table 11: alpha 0.70, and alpha if an indicator is left out; printed from unrounded data. */
    @ParameterizedTest
    @CsvSource({
        "patents, 0.704",
        "royalties, 0.645",
        "internet, 0.636",
        "exports, 0.774",
        "telephones, 0.603",
        "electricity, 0.624",
        "schooling, 0.662",
        "university, 0.706"
    })
    void cronbachAlpha_asInTable11(String leftOut, double alpha) {
        List<String> others = AchievementIndex.INDICATORS.stream()
                .filter(code -> !code.equals(leftOut))
                .toList();
        assertThat(COHERENCE
                        .cronbachAlpha(AchievementIndex.table().complete(others))
                        .orElseThrow())
                .isCloseTo(alpha, within(0.0015));
        assertThat(COHERENCE
                        .cronbachAlpha(AchievementIndex.table().complete(AchievementIndex.INDICATORS))
                        .orElseThrow())
                .isCloseTo(0.70, within(0.005));
    }

    private static IndicatorTable table(double[] x, double[] y) {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("x", "y"));
        for (int i = 0; i < x.length; i++) {
            table.unit("u" + i).set("u" + i, "x", x[i]);
            if (i < y.length) {
                table.set("u" + i, "y", y[i]);
            }
        }
        return table.build();
    }

    private static OptionalDouble correlation(IndicatorTable table, CorrelationMethod method) {
        List<double[]> columns = List.copyOf(table.complete(List.of("x", "y")).values());
        return COHERENCE.correlation(columns.get(0), columns.get(1), method);
    }

    /** Handbook (2008), box 7: 22 of 28 pairs in the same order, 0.57. */
    @Test
    void correlation_kendall_asInBox7() {
        IndicatorTable ranks = table(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {3, 4, 1, 2, 5, 7, 8, 6});
        assertThat(correlation(ranks, CorrelationMethod.KENDALL).orElseThrow())
                .isCloseTo((22 - 6) / 28.0, within(1e-15));
        // closed form without ties: 1 - 6 Σ d² / (n (n² - 1)), with Σ d² = 4 + 4 + 4 + 4 + 0 + 1 + 1 + 4
        assertThat(correlation(ranks, CorrelationMethod.SPEARMAN).orElseThrow())
                .isCloseTo(1 - 6 * 22 / 504.0, within(1e-15));
    }

    /** By hand: pairs (1,1), (1,2), (2,3): one tie in x, two pairs in the same order. */
    @Test
    void correlation_kendallWithATie() {
        IndicatorTable table = table(new double[] {1, 1, 2}, new double[] {1, 2, 3});
        assertThat(correlation(table, CorrelationMethod.KENDALL).orElseThrow())
                .isCloseTo(2 / Math.sqrt(2 * 3), within(1e-15));
    }

    /** The same with x and y exchanged, and with a tie in both, which counts in neither: (1,1), (1,1), (2,3), (3,2). */
    @Test
    void correlation_kendallWithTiesInBoth() {
        assertThat(correlation(table(new double[] {1, 2, 3}, new double[] {1, 1, 2}), CorrelationMethod.KENDALL)
                        .orElseThrow())
                .isCloseTo(2 / Math.sqrt(2 * 3), within(1e-15));
        // of the other five pairs four have the same order
        assertThat(correlation(table(new double[] {1, 1, 2, 3}, new double[] {1, 1, 3, 2}), CorrelationMethod.KENDALL)
                        .orElseThrow())
                .isCloseTo(3 / 5.0, within(1e-15));
    }

    /** Columns x and 3 x: the variances are 1 and 9, that of the sum 16: 2 (1 - 10/16) = 3/4. */
    @Test
    void rawAlpha_closedForm() {
        assertThat(COHERENCE
                        .rawAlpha(table(new double[] {11, 12, 13}, new double[] {3, 6, 9})
                                .complete(List.of("x", "y")))
                        .orElseThrow())
                .isCloseTo(0.75, within(1e-12));
        assertThat(COHERENCE.rawAlpha(
                        table(new double[] {1, 2}, new double[] {5, 5}).complete(List.of("x", "y"))))
                .isEmpty();
        assertThatThrownBy(() -> COHERENCE.rawAlpha(Map.of("x", new double[] {1, 2})))
                .hasMessage("Columns must be two or more: [x]");
    }

    @Test
    void correlation_perfectAndOpposite_atAnyScale() {
        double[] x = {1e-160, 3e-160, 4e-160, 8e-160};
        double[] y = {-1e150, -3e149, -1e149, 1e150};
        for (CorrelationMethod method : List.of(CorrelationMethod.SPEARMAN, CorrelationMethod.KENDALL)) {
            assertThat(correlation(table(x, y), method).orElseThrow()).isCloseTo(1, within(1e-15));
        }
        assertThat(correlation(table(x, new double[] {-1, -3, -4, -8}), CorrelationMethod.PEARSON)
                        .orElseThrow())
                .isCloseTo(-1, within(1e-15));
    }

    @Test
    void correlation_missingOrConstant_isEmpty() {
        for (CorrelationMethod method : CorrelationMethod.values()) {
            assertThat(correlation(table(new double[] {1, 2, 3}, new double[] {5}), method))
                    .isEmpty();
            assertThat(correlation(table(new double[] {1, 2}, new double[] {5, 5}), method))
                    .isEmpty();
            assertThat(correlation(table(new double[] {1, 2, 9}, new double[] {5, 6}), method))
                    .hasValueCloseTo(1.0, within(1e-15));
        }
        assertThat(COHERENCE.cronbachAlpha(
                        table(new double[] {1, 2}, new double[] {5, 5}).complete(List.of("x", "y"))))
                .isEmpty();
        // r = -1: the divisor is 0
        assertThat(COHERENCE.cronbachAlpha(
                        table(new double[] {1, 2}, new double[] {6, 5}).complete(List.of("x", "y"))))
                .isEmpty();
        assertThatThrownBy(
                        () -> COHERENCE.cronbachAlpha(AchievementIndex.table().complete(List.of("patents"))))
                .hasMessage("Columns must be two or more: [patents]");
        assertThatThrownBy(() -> COHERENCE.correlation(new double[1], new double[2], CorrelationMethod.KENDALL))
                .hasMessage("Columns must be of the same units: 1, 2");
        assertThatThrownBy(() -> COHERENCE.cronbachAlpha(
                        table(new double[] {1}, new double[] {6}).complete(List.of("x", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column must be there once: x");
    }

    /** NumPy 2.4.6, {@code k / (k - 1) (1 - trace(C) / sum(C))} of {@code C = cov(columns)}; by hand 1 for columns that are equal. */
    @Test
    void rawAlpha_isOfCovariances() {
        assertThat(COHERENCE
                        .rawAlpha(Map.of(
                                "a", new double[] {0.2, 0.8, 0.5, 0.9, 0.6},
                                "b", new double[] {0.9, 0.4, 0.7, 0.3, 0.35},
                                "c", new double[] {0.5, 0.6, 0.1, 0.8, 0.75}))
                        .orElseThrow())
                .isCloseTo(-3.4141791044776113, within(1e-10));
        assertThat(COHERENCE
                        .rawAlpha(Map.of("a", new double[] {1, 2, 5}, "b", new double[] {1, 2, 5}))
                        .orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(COHERENCE.rawAlpha(Map.of("a", new double[] {1, 2}, "b", new double[] {2, 1})))
                .isEmpty();
    }
}
