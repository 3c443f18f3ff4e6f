package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Measures by the formulas of {@link Accuracy}, worked out by hand. */
class AccuracyTest {

    private static Accuracy of(
            double level, double[] values, double[] points, List<Interval> intervals, double... actual) {
        Accuracy accuracy = new Accuracy(level);
        accuracy.add(values, points, intervals, actual);
        return accuracy;
    }

    /** Level 0.9, so that 2 / a is 20; values 0, 4 have the scale 4. Happened 3 below the lower end, 2 above the upper end. */
    @Test
    void intervals_missedAtBothEnds() {
        Accuracy accuracy = of(
                0.9,
                new double[] {0, 4},
                new double[] {10, 10},
                List.of(new Interval(8, 13), new Interval(7, 12)),
                5,
                14);
        // (5 + 20 · 3) / 4 and (5 + 20 · 2) / 4
        assertThat(accuracy.msis().orElseThrow()).isCloseTo((65 / 4.0 + 45 / 4.0) / 2, within(1e-12));
        assertThat(accuracy.coverage()).hasValue(0);
        // below: 3 · 0.95 of the lower end and 8 · 0.05 of the upper; above: 7 · 0.05 and 2 · 0.95; half of it by the
        // scale
        assertThat(accuracy.pinball().orElseThrow())
                .isCloseTo(((3 * 0.95 + 8 * 0.05) / 2 / 4 + (7 * 0.05 + 2 * 0.95) / 2 / 4) / 2, within(1e-12));
        assertThat(accuracy.mase().orElseThrow()).isCloseTo((5 / 4.0 + 4 / 4.0) / 2, within(1e-12));
        assertThat(accuracy.maseByStep()).containsExactly(5 / 4.0, 1.0);
        // 200 · 5 / 15 and 200 · 4 / 24
        assertThat(accuracy.smape().orElseThrow()).isCloseTo((200 / 3.0 + 100 / 3.0) / 2, within(1e-12));
    }

    /** On the ends themselves nothing is missed. */
    @Test
    void intervals_hitAtTheirEnds() {
        List<Interval> intervals = List.of(new Interval(8, 13), new Interval(8, 13));
        Accuracy accuracy = of(0.9, new double[] {0, 4}, new double[] {10, 10}, intervals, 8, 13);
        assertThat(accuracy.coverage()).hasValue(1);
        assertThat(accuracy.msis().orElseThrow()).isCloseTo(5 / 4.0, within(1e-12));
        assertThat(accuracy.pinball().orElseThrow()).isCloseTo(5 * 0.05 / 2 / 4, within(1e-12));
    }

    /** Two quantiles at a/2 and 1 - a/2 lose what the interval does: the score is 4 / a times the mean loss of the two (Gneiting and Raftery 2007). */
    @Property(tries = 200)
    void intervalScore_isThePinballLoss(
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level,
            @ForAll @DoubleRange(min = -10, max = 10) double low,
            @ForAll @DoubleRange(min = 0, max = 10) double width,
            @ForAll @DoubleRange(min = -30, max = 30) double happened) {
        Accuracy accuracy = of(
                level, new double[] {1, 3, 8}, new double[] {low}, List.of(new Interval(low, low + width)), happened);
        double score = accuracy.msis().orElseThrow();
        assertThat(accuracy.pinball().orElseThrow() * 4 / (1 - level)).isCloseTo(score, within(1e-9 * (1 + score)));
    }

    /** Each forecast weighs the same, whatever its horizon; what nobody knows is left out. */
    @Test
    void forecasts_weighTheSame() {
        Accuracy accuracy = new Accuracy(0.95);
        accuracy.add(new double[] {0, 1}, new double[] {1, 1, 1}, List.of(), new double[] {2, Double.NaN, 4});
        accuracy.add(new double[] {0, 2}, new double[] {1}, List.of(), new double[] {5});
        accuracy.add(new double[] {0, 2}, new double[] {1}, List.of(), new double[] {Double.NaN});
        assertThat(accuracy.forecasts()).isEqualTo(2);
        // (1 + 3) / 2 and 4 / 2
        assertThat(accuracy.mase()).hasValue(2);
        assertThat(accuracy.maseByStep()).containsExactly((1 + 2) / 2.0, 0.0, 3.0);
        assertThat(accuracy.coverage()).isEmpty();
        assertThat(accuracy.msis()).isEmpty();
        assertThat(accuracy.pinball()).isEmpty();
    }

    /** One value, and equal ones, have no scale: percentages and coverage alone count. */
    @Test
    void withoutScale_onlyPercentageAndCoverageCount() {
        for (double[] values : new double[][] {{5}, {5, 5, 5}}) {
            Accuracy accuracy = of(0.9, values, new double[] {5}, List.of(new Interval(4, 6)), 15);
            assertThat(accuracy.smape()).hasValue(100);
            assertThat(accuracy.coverage()).hasValue(0);
            assertThat(accuracy.mase()).isEmpty();
            assertThat(accuracy.msis()).isEmpty();
            assertThat(accuracy.pinball()).isEmpty();
            assertThat(accuracy.maseByStep()).containsExactly(0.0);
        }
    }

    @Test
    void zeroOfZero_isNoError() {
        assertThat(of(0.9, new double[] {0, 1}, new double[] {0}, List.of(), 0).smape())
                .hasValue(0);
    }

    /** The error of a forecast of the opposite sign is the whole of 200, and errors have no sign. */
    @Property(tries = 100)
    void smape_isWithinItsRange(
            @ForAll @Size(3) List<@DoubleRange(min = -9, max = 9) Double> points,
            @ForAll @Size(3) List<@DoubleRange(min = 1, max = 9) Double> happened) {
        double[] f = points.stream().mapToDouble(x -> x).toArray();
        double[] y = happened.stream().mapToDouble(x -> x).toArray();
        double one = of(0.9, new double[] {0, 1}, f, List.of(), y).smape().orElseThrow();
        assertThat(one).isBetween(0.0, 200.0);
        assertThat(of(0.9, new double[] {0, 1}, y, List.of(), f).smape().orElseThrow())
                .isCloseTo(one, within(1e-9));
        assertThat(of(0.9, new double[] {0, 1}, new double[] {-1}, List.of(), 4).smape())
                .hasValue(200);
    }

    @Test
    void toString_showsEveryMeasureThatIsKnown() {
        assertThat(of(0.9, new double[] {0, 4}, new double[] {6}, List.of(new Interval(4, 10)), 10))
                .hasToString("1 forecasts: sMAPE 50, MASE 1, MSIS 1.5, coverage 1 (90 %)");
        assertThat(new Accuracy(0.95))
                .hasToString("0 forecasts: sMAPE unknown, MASE unknown, MSIS unknown, coverage unknown (95 %)");
    }

    // ---- backtests ----

    private static Accuracy of(String forecaster, Map<String, Accuracy> accuracies) {
        return Objects.requireNonNull(accuracies.get(forecaster));
    }

    /** Naive forecasts of 1, 2, 4, 8 from the second value on, two years ahead: 2 and 6 off 4 and 8, then 4 off 8. */
    @Test
    void rollingOrigin_looksAsFarAsTheSeriesGoes() {
        Accuracy naive = of("naive", Backtest.withDefaults().rollingOrigin(AnnualSeries.of(2020, 1, 2, 4, 8), 2, 2));
        // scales 1 and 1.5
        assertThat(naive.maseByStep().get(0)).isCloseTo((2 + 4 / 1.5) / 2, within(1e-12));
        assertThat(naive.maseByStep().get(1)).isCloseTo(6, within(1e-12));
        assertThat(naive.forecasts()).isEqualTo(2);
    }

    /** A forecaster sees at least as many values as asked for, one included; a year without a value is no origin. */
    @Test
    void rollingOrigin_beginsAtTheLeastNumberOfValues() {
        AnnualSeries series = AnnualSeries.of(Map.of(2020, 1, 2021, 2, 2023, 5, 2024, 6));
        for (int least = 1; least <= 4; least++) {
            assertThat(of("drift", Backtest.withDefaults().rollingOrigin(series, 1, least))
                            .forecasts())
                    // the year after 2021 has no value, so that nothing is measured from there
                    .isEqualTo(List.of(2L, 1L, 1L, 0L).get(least - 1));
        }
    }

    @Test
    void withLevel_isThatOfTheIntervals() {
        Backtest backtest = Backtest.withDefaults().withLevel(80);
        AnnualSeries series = AnnualSeries.of(2015, 3, 5, 4, 8, 6, 9, 12);
        Accuracy accuracy = of("default", backtest.rollingOrigin(series, 1, 3));
        assertThat(accuracy.level()).isEqualTo(0.8);
        assertThat(accuracy).asString().endsWith("(80 %)");
        Forecast last = ForecastCalculator.withDefaults().forecast(series.until(2020), 1);
        Interval interval = last.interval(2021, 0.8);
        double scale = (2 + 1 + 4 + 2 + 3) / 5.0;
        assertThat(of(
                                "default",
                                backtest.accuracy(List.of(new Backtest.Case(series.until(2020), series.from(2021))), 1))
                        .msis()
                        .orElseThrow())
                .isCloseTo(
                        (interval.high() - interval.low() + 10 * Math.max(0, 12 - interval.high())) / scale,
                        within(1e-9));
    }

    /** Published for 2023 to 2025, of which 2024 has not happened and 2026 was not forecast. */
    @Test
    void published_countsYearsThatHaveBoth() {
        Accuracy accuracy = Backtest.withDefaults()
                .ofPublished(
                        AnnualSeries.of(2020, 10, 12, 14),
                        AnnualSeries.of(2023, 20, 25, 30),
                        AnnualSeries.of(Map.of(2023, 18, 2025, 33, 2026, 90)));
        // off by 2 and 3, scale 2
        assertThat(accuracy.mase()).hasValue(1.25);
        assertThat(accuracy.maseByStep()).containsExactly(1.0, 1.5);
    }
}
