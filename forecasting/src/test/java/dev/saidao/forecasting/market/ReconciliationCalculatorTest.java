package dev.saidao.forecasting.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReconciliationCalculatorTest {

    private static final ReconciliationCalculator LEAST =
            ReconciliationCalculator.withDefaults().with(Reconciliation.LEAST_SQUARES);

    private static Map<String, Double> segments(double... values) {
        Map<String, Double> segments = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            segments.put("s" + i, values[i]);
        }
        return segments;
    }

    /** The gap of 3 is shared by the market and both segments: a third each. */
    @Test
    void leastSquares_closedForm() {
        ReconciledMarket market = LEAST.reconciled(100, segments(50, 47));
        assertThat(market.total()).isEqualByComparingTo("99");
        assertThat(market.segments().get("s0")).isEqualByComparingTo("51");
        assertThat(market.segments().get("s1")).isEqualByComparingTo("48");
    }

    @Test
    void bottomUpAndTopDown_closedForms() {
        assertThat(LEAST.with(Reconciliation.BOTTOM_UP)
                        .reconciled(100, segments(50, 47))
                        .total())
                .isEqualByComparingTo("97");
        ReconciledMarket market =
                LEAST.with(Reconciliation.TOP_DOWN).withDecimals(2).reconciled(100, segments(1, 1, 1));
        assertThat(market.total()).isEqualByComparingTo("100");
        assertThat(market.segments().values())
                .containsExactly(new BigDecimal("33.34"), new BigDecimal("33.33"), new BigDecimal("33.33"));
    }

    /** Without the limit, 10 and 1 of a market of 2 would become 7 and -2; with it, the first meets the market halfway. */
    @Test
    void noSegment_becomesNegative() {
        ReconciledMarket market = LEAST.reconciled(2, segments(10, 1));
        assertThat(market.segments().get("s0")).isEqualByComparingTo("6");
        assertThat(market.segments().get("s1")).isEqualByComparingTo("0");
        assertThat(market.total()).isEqualByComparingTo("6");
    }

    @Test
    void shares_addUpToOne() {
        ReconciledMarket shares =
                ReconciliationCalculator.withDefaults().withDecimals(3).shares(segments(0.4, 0.4, 0.4));
        assertThat(shares.total()).isEqualByComparingTo("1");
        assertThat(shares.segments().values())
                .containsExactly(new BigDecimal("0.334"), new BigDecimal("0.333"), new BigDecimal("0.333"));
    }

    @Test
    void badInput_throws() {
        assertThatThrownBy(() -> LEAST.reconciled(-1, segments(1)))
                .hasMessage("Market must be a finite number of 0 or more: -1.0");
        assertThatThrownBy(() -> LEAST.reconciled(1, segments())).hasMessage("A market must have a segment: {}");
        assertThatThrownBy(() -> LEAST.with(Reconciliation.TOP_DOWN).reconciled(1, segments(0, 0)))
                .hasMessage("Segments must not all be 0: [s0, s1]");
        assertThatThrownBy(() -> LEAST.withDecimals(13)).hasMessage("Decimal places must be 0 to 12: 13");
        assertThatThrownBy(() -> new ReconciledMarket(BigDecimal.TEN, Map.of("a", BigDecimal.ONE)))
                .hasMessage("Total must be the sum of its segments: 10, 1");
    }

    /** What is known better moves less: the steady segment less than the leaping one. */
    @Test
    void variances_moveTheUncertainMore() {
        Forecast steady = forecast(100, 101, 102, 103, 104, 105);
        Forecast leaping = forecast(50, 90, 40, 120, 60, 100);
        Forecast total = forecast(150, 191, 162, 223, 184, 245);
        Map<Integer, ReconciledMarket> markets =
                ReconciliationCalculator.withDefaults().reconciled(total, Map.of("steady", steady, "leaping", leaping));
        assertThat(markets).containsOnlyKeys(2026, 2027);
        for (Map.Entry<Integer, ReconciledMarket> market : markets.entrySet()) {
            double moveOfSteady = moved(market.getValue(), "steady", steady, market.getKey());
            double moveOfLeaping = moved(market.getValue(), "leaping", leaping, market.getKey());
            assertThat(moveOfSteady).isLessThanOrEqualTo(moveOfLeaping);
        }
        assertThatThrownBy(() -> ReconciliationCalculator.withDefaults()
                        .reconciled(
                                total,
                                Map.of(
                                        "short",
                                        ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2020, 1, 2), 1))))
                .hasMessageStartingWith("Forecast of short must be of the years of the market");
    }

    private static double moved(ReconciledMarket market, String name, Forecast forecast, int year) {
        return Math.abs(market.segments().getOrDefault(name, BigDecimal.ZERO).doubleValue() - forecast.point(year));
    }

    private static Forecast forecast(double... values) {
        return ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2026 - values.length, values), 2);
    }

    /** Whatever was forecast, it adds up, nothing is negative, and the sum of the segments leaves them but for rounding. */
    @Property(tries = 500)
    void reconciled_addsUp(
            @ForAll Reconciliation method,
            @ForAll @DoubleRange(max = 1e15) double total,
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(max = 1e14) Double> values,
            @ForAll @IntRange(max = 12) int decimals) {
        Assume.that(method != Reconciliation.TOP_DOWN || values.stream().anyMatch(value -> value > 0));
        ReconciliationCalculator calculator =
                ReconciliationCalculator.withDefaults().with(method).withDecimals(decimals);
        double[] numbers = values.stream().mapToDouble(x -> x).toArray();

        ReconciledMarket market = calculator.reconciled(total, segments(numbers));

        assertThat(market.segments().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(market.total());
        assertThat(market.segments().values()).allMatch(value -> value.signum() >= 0 && value.scale() == decimals);
        if (method == Reconciliation.BOTTOM_UP) {
            double unit = Math.pow(10, -decimals);
            market.segments()
                    .forEach((name, value) -> assertThat(value.subtract(
                                            new BigDecimal(segments(numbers).getOrDefault(name, 0.0)))
                                    .abs()
                                    .doubleValue())
                            .isLessThanOrEqualTo(unit));
        }
    }
}
