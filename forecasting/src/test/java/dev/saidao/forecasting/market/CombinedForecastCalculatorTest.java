package dev.saidao.forecasting.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CombinedForecastCalculatorTest {

    private static final CombinedForecastCalculator MEDIAN = CombinedForecastCalculator.withDefaults();
    private static final Unit USD = Unit.parse("USD");

    private static Map<String, Operand> printed(String... forecasts) {
        Map<String, Operand> bySource = new LinkedHashMap<>();
        for (String forecast : forecasts) {
            bySource.put("source " + (bySource.size() + 1), Operand.parse(forecast));
        }
        return bySource;
    }

    private static Bounds bounds(String... forecasts) {
        return MEDIAN.combined(printed(forecasts)).value().bounds();
    }

    /** Ends by hand: in order the least values are 11.5, 13, 14 billion, the greatest 12.5, 16, none; about is one unit of the last digit. */
    @Test
    void median_keepsWhatWordsAndDigitsLeaveOpen() {
        String[] forecasts = {"USD 12 billion", "about USD 15 billion", "over USD 13 billion"};

        assertThat(bounds(forecasts).lower())
                .hasValueSatisfying(low -> assertThat(low).isEqualByComparingTo("13e9"));
        assertThat(bounds(forecasts).upper())
                .hasValueSatisfying(high -> assertThat(high).isEqualByComparingTo("16e9"));
        assertThat(MEDIAN.with(Combination.MEAN)
                        .combined(printed(forecasts))
                        .value()
                        .bounds()
                        .upper())
                .isEmpty();
    }

    /** Closed form: (1 + 2 + 3 + 4 + 100) / 5 = 22, (2 + 3 + 4) / 3 = 3, 3; of four, the mean of 2 and 3. */
    @Test
    void exactForecasts_closedForms() {
        Map<String, Operand> five = exact(1, 100, 2, 4, 3);

        assertThat(point(Combination.MEAN, five)).isEqualByComparingTo("22");
        assertThat(point(Combination.TRIMMED_MEAN, five)).isEqualByComparingTo("3");
        assertThat(point(Combination.MEDIAN, five)).isEqualByComparingTo("3");
        assertThat(point(Combination.MEDIAN, exact(3, 1, 2, 9))).isEqualByComparingTo("2.5");
        assertThat(point(Combination.TRIMMED_MEAN, exact(1, 2))).isEqualByComparingTo("1.5");
    }

    @Test
    void derivation_namesTheSources() {
        Derivation derivation =
                MEDIAN.combined(printed("USD 12 billion", "USD 15 billion")).derivation();

        assertThat(derivation.operands()).containsOnlyKeys("source 1", "source 2");
        assertThat(derivation.formula()).isEqualTo(Combination.MEDIAN.formula());
    }

    @Test
    void badInput_throws() {
        assertThatThrownBy(() -> MEDIAN.combined(Map.of())).hasMessage("Sources must be 1 to 1000: 0");
        assertThatThrownBy(() -> MEDIAN.combined(printed("USD 12 billion", "CNY 12 billion")))
                .isInstanceOf(UnitMismatchException.class);
    }

    /** Whatever is true of each, what is combined of it lies within the bounds; and the ends are reached. */
    @Property
    void bounds_holdAllCombinations_andAreReached(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = -50, max = 50) Integer> lows,
            @ForAll @IntRange(min = 0, max = 20) int width,
            @ForAll Combination combination,
            @ForAll Random random) {
        List<Operand> operands = new ArrayList<>();
        double[] some = new double[lows.size()];
        for (int i = 0; i < some.length; i++) {
            int wide = width == 0 ? 0 : random.nextInt(width);
            some[i] = lows.get(i) + wide * random.nextInt(5) / 4.0;
            operands.add(Operand.of(BoundedQuantity.of(
                    USD, Bounds.closed(BigDecimal.valueOf(lows.get(i)), BigDecimal.valueOf(lows.get(i) + wide)))));
        }
        Bounds bounds = combined(combination, operands);

        assertThat(bounds.lower().orElseThrow().doubleValue() - 1e-9).isLessThanOrEqualTo(byHand(combination, some));
        assertThat(bounds.upper().orElseThrow().doubleValue() + 1e-9).isGreaterThanOrEqualTo(byHand(combination, some));
        assertThat(bounds.lower().orElseThrow().doubleValue() + 1e-9)
                .isGreaterThanOrEqualTo(
                        byHand(combination, lows.stream().mapToDouble(x -> x).toArray()));
    }

    @Property(tries = 200)
    void order_playsNoPart(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = -50, max = 50) Integer> values,
            @ForAll Combination combination,
            @ForAll Random random) {
        List<Operand> operands = new ArrayList<>(
                exact(values.stream().mapToInt(x -> x).toArray()).values());
        Bounds before = combined(combination, operands);
        Collections.shuffle(operands, random);

        assertThat(combined(combination, operands)).isEqualTo(before);
    }

    private static double byHand(Combination combination, double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int n = sorted.length;
        return switch (combination) {
            case MEAN -> DoubleStream.of(sorted).average().orElseThrow();
            case TRIMMED_MEAN ->
                n < 3
                        ? DoubleStream.of(sorted).average().orElseThrow()
                        : DoubleStream.of(sorted)
                                .skip(1)
                                .limit(n - 2L)
                                .average()
                                .orElseThrow();
            case MEDIAN -> (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        };
    }

    private static Bounds combined(Combination combination, List<Operand> operands) {
        Map<String, Operand> bySource = new LinkedHashMap<>();
        operands.forEach(operand -> bySource.put("s" + bySource.size(), operand));
        return MEDIAN.with(combination).combined(bySource).value().bounds();
    }

    private static Map<String, Operand> exact(int... values) {
        Map<String, Operand> bySource = new LinkedHashMap<>();
        for (int value : values) {
            bySource.put(
                    "s" + bySource.size(),
                    Operand.of(BoundedQuantity.of(
                            USD, Bounds.exactly(BigDecimal.valueOf(value)), BigDecimal.valueOf(value))));
        }
        return bySource;
    }

    private static BigDecimal point(Combination combination, Map<String, Operand> bySource) {
        return MEDIAN.with(combination).combined(bySource).value().point().orElseThrow();
    }
}
