package dev.saidao.policy.index.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.policy.index.AchievementIndex;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.weighting.WeightCalculator;
import dev.saidao.policy.index.weighting.Weighting;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Handbook's tables 8, 9, 16 and 22; the data at hand are rounded. */
class PrincipalComponentsTest {

    private static final CoherenceCalculator COHERENCE = CoherenceCalculator.withDefaults();

    private static PrincipalComponents components() {
        return COHERENCE
                .principalComponents(AchievementIndex.table().complete(AchievementIndex.INDICATORS))
                .orElseThrow();
    }

    private static double loading(Map<String, List<Double>> loadings, String code, int component) {
        return loadings.getOrDefault(code, List.of()).get(component);
    }

    private static double number(Map<String, Map<String, String>> rows, String row, String column) {
        return Double.parseDouble(rows.getOrDefault(row, Map.of()).getOrDefault(column, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3.3, 41.9",
        "2, 1.7, 21.8",
        "3, 1.0, 12.3",
        "4, 0.9, 11.1",
        "5, 0.5, 6.0",
        "6, 0.3, 3.7",
        "7, 0.2, 2.2",
        "8, 0.1, 0.9"
    })
    void eigenvalues_asInTable16(int component, double eigenvalue, double percent) {
        // the Handbook cuts 3.354 to 3.3; shares agree within 0.1 of a percent
        assertThat(components().eigenvalues().get(component - 1)).isCloseTo(eigenvalue, within(0.055));
        assertThat(100 * components().varianceShares().get(component - 1)).isCloseTo(percent, within(0.15));
    }

    /** Table 8 has the first five components but for their signs. */
    @Test
    void loadings_asInTable8() {
        Map<String, Map<String, String>> printed = AchievementIndex.rows("loadings.csv");
        for (int component = 0; component < 5; component++) {
            for (String code : AchievementIndex.INDICATORS) {
                double loading = loading(components().loadings(), code, component);
                assertThat(Math.abs(loading))
                        .as("%s %d", code, component)
                        .isCloseTo(Math.abs(number(printed, code, "PC" + (component + 1))), within(0.035));
            }
        }
    }

    @Test
    void varimaxLoadings_asInTable9() {
        Map<String, Map<String, String>> printed = AchievementIndex.rows("varimax.csv");
        Map<String, List<Double>> rotated = components().varimaxLoadings(4);
        assertThat(components().factors()).isEqualTo(4);
        for (String code : AchievementIndex.INDICATORS) {
            double communality = 0;
            for (int factor = 0; factor < 4; factor++) {
                double loading = loading(rotated, code, factor);
                communality += loading * loading;
                assertThat(Math.abs(loading))
                        .as("%s %d", code, factor)
                        .isCloseTo(Math.abs(number(printed, code, "F" + (factor + 1))), within(0.025));
            }
            assertThat(communality).isCloseTo(number(printed, code, "communality"), within(0.015));
        }
    }

    @Test
    void weightsOfFactors_asInTable22() {
        CompositeResult result = CompositeCalculator.withDefaults()
                .calculate(
                        AchievementIndex.flat(AchievementIndex.BUDGET),
                        AchievementIndex.table(),
                        CompositeRecipe.builder().weighting(Weighting.FACTORS).build());
        Map<String, String> printed = AchievementIndex.rows("weights.csv").getOrDefault("FA", Map.of());
        Map<String, Double> weights = WeightCalculator.withDefaults()
                .weights(Weighting.FACTORS, result.complete(AchievementIndex.INDICATORS));
        assertThat(result.effectiveWeights()).isEqualTo(weights);
        assertThat(WeightCalculator.withDefaults().factors(result.complete(AchievementIndex.INDICATORS), 4))
                .isEqualTo(weights);
        weights.forEach((code, weight) -> assertThat(weight)
                .as(code)
                .isCloseTo(Double.parseDouble(printed.getOrDefault(code, "")), within(0.015)));
        assertThatThrownBy(
                        () -> WeightCalculator.withDefaults().factors(result.complete(AchievementIndex.INDICATORS), 9))
                .hasMessage("Factors must be 1 to 8: 9");
    }

    /** Two columns with r = 0.6: eigenvalues 1.6 and 0.4, both coefficients 1/√2. */
    @Test
    void twoColumns_closedForm() {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a", "b"));
        double[] a = {-2, -1, 0, 1, 2};
        // b = 0.6 a + 0.8 times a direction of the same length at a right angle
        double[] free = {1, -2, 0, 2, -1};
        for (int i = 0; i < a.length; i++) {
            table.unit("u" + i).set("u" + i, "a", a[i]).set("u" + i, "b", 0.6 * a[i] + 0.8 * free[i]);
        }
        PrincipalComponents components = COHERENCE
                .principalComponents(table.build().complete(List.of("a", "b")))
                .orElseThrow();
        assertThat(components.eigenvalues().get(0)).isCloseTo(1.6, within(1e-14));
        assertThat(components.eigenvalues().get(1)).isCloseTo(0.4, within(1e-14));
        assertThat(loading(components.loadings(), "a", 0)).isCloseTo(Math.sqrt(0.8), within(1e-14));
        assertThat(WeightCalculator.withDefaults()
                        .weights(Weighting.FIRST_COMPONENT, table.build().complete(List.of("a", "b"))))
                .allSatisfy((code, weight) -> assertThat(weight).isCloseTo(0.5, within(1e-14)));
    }

    @Test
    void badInput() {
        IndicatorTable table = AchievementIndex.table();
        assertThatThrownBy(() -> COHERENCE.principalComponents(table.complete(List.of())))
                .hasMessage("Columns must be one or more: []");
        assertThatThrownBy(() -> COHERENCE.principalComponents(table.complete(List.of("patents", "patents"))))
                .hasMessage("Column must be there once: patents");
        IndicatorTable constant = IndicatorTable.builder(List.of("a"))
                .unit("u")
                .set("u", "a", 1)
                .unit("v")
                .set("v", "a", 1)
                .build();
        assertThat(COHERENCE.principalComponents(constant.complete(List.of("a"))))
                .isEmpty();
    }

    /** The eigenvalues add up to the number of columns; loadings give the correlations back; rotation keeps communalities. */
    @Property(tries = 200)
    void laws(@ForAll @Size(min = 4, max = 9) List<@Size(5) List<@DoubleRange(min = -10, max = 10) Double>> rows) {
        List<String> codes = List.of("a", "b", "c", "d", "e");
        IndicatorTable.Builder builder = IndicatorTable.builder(codes);
        for (int unit = 0; unit < rows.size(); unit++) {
            builder.unit("u" + unit);
            for (int i = 0; i < 5; i++) {
                builder.set("u" + unit, codes.get(i), rows.get(unit).get(i));
            }
        }
        Map<String, double[]> columns = builder.build().complete(codes);
        COHERENCE.principalComponents(columns).ifPresent(components -> {
            assertThat(components.eigenvalues().stream().mapToDouble(x -> x).sum())
                    .isCloseTo(5, within(1e-9));
            requireTurned(components.loadings(), 5);
            requireTurned(components.varimaxLoadings(3), 3);
            for (String a : codes) {
                for (String b : codes) {
                    double product = product(components.loadings(), a, b, 5);
                    double correlation = COHERENCE
                            .correlation(
                                    columns.getOrDefault(a, new double[0]),
                                    columns.getOrDefault(b, new double[0]),
                                    CorrelationMethod.PEARSON)
                            .orElseThrow();
                    assertThat(product).isCloseTo(correlation, within(1e-7));
                }
                assertThat(product(components.varimaxLoadings(3), a, a, 3))
                        .isCloseTo(product(components.loadings(), a, a, 3), within(1e-9));
            }
        });
    }

    private static double product(Map<String, List<Double>> loadings, String a, String b, int factors) {
        List<Double> ofA = loadings.getOrDefault(a, List.of());
        List<Double> ofB = loadings.getOrDefault(b, List.of());
        return IntStream.range(0, factors)
                .mapToDouble(i -> ofA.get(i) * ofB.get(i))
                .sum();
    }

    /** Which way a component points is chosen so that its loadings add up to 0 or more. */
    private static void requireTurned(Map<String, List<Double>> loadings, int factors) {
        for (int f = 0; f < factors; f++) {
            int factor = f;
            assertThat(loadings.values().stream()
                            .mapToDouble(row -> row.get(factor))
                            .sum())
                    .isGreaterThan(-1e-9);
        }
    }
}
