package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.convention.Label;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForecastCalculatorTest {

    private static final ForecastCalculator FORECASTS = ForecastCalculator.withDefaults();

    private static AnnualSeries series(List<Double> values) {
        return AnnualSeries.of(2000, values.stream().mapToDouble(x -> x).toArray());
    }

    // ---- series ----

    @Test
    void series_namesItsGaps() {
        AnnualSeries series = AnnualSeries.of(Map.of(2020, 10.0, 2023, 16.0, 2024, 20.0));
        assertThat(series.gaps()).containsExactly(2021, 2022);
        assertThat(series.size()).isEqualTo(3);
        assertThat(series.regular()).containsExactly(10, 12, 14, 16, 20);
        assertThat(series.value(2021)).isEmpty();
        assertThat(series.until(2022)).isEqualTo(AnnualSeries.of(2020, 10));
        assertThat(series.from(2021)).isEqualTo(AnnualSeries.of(2023, 16, 20));
        assertThat(AnnualSeries.of(2020, 1, 2)).hasToString("2020: 1, 2021: 2");
        assertThat(FORECASTS.forecast(series, 1).notes())
                .extracting(Label::en)
                .containsExactly("years without a value lie on the line between their neighbours: [2021, 2022]");
    }

    /** Values that lie on a line between others are not known any better: gaps do not narrow the interval. */
    @Test
    void gaps_doNotNarrowTheInterval() {
        Forecast whole = FORECASTS.forecast(AnnualSeries.of(2020, 10, 16, 12, 20), 1);
        Forecast gaps = FORECASTS.forecast(AnnualSeries.of(Map.of(2011, 10.0, 2014, 16.0, 2017, 12.0, 2020, 20.0)), 1);
        Interval narrow = whole.interval(2024, 0.9);
        Interval wide = gaps.interval(2021, 0.9);
        // a difference over three years is that of one year times the root of three
        assertThat((wide.high() - wide.low()) / gaps.point(2021))
                .isGreaterThan(0.5 * (narrow.high() - narrow.low()) / whole.point(2024));
    }

    @Test
    void series_badInput_throws() {
        assertThatThrownBy(() -> AnnualSeries.of(2020)).hasMessage("Series must have a value: {}");
        assertThatThrownBy(() -> AnnualSeries.of(2020, Double.NaN))
                .hasMessage("Value of 2020 must be within ±1e100: NaN");
        assertThatThrownBy(() -> AnnualSeries.of(2020, 1, 1e101))
                .hasMessage("Value of 2021 must be within ±1e100: 1.0E101");
        assertThatThrownBy(() -> AnnualSeries.of(Map.of(1, 1.0, 20_000, 1.0)))
                .hasMessage("Years of a series must be within 10000: 1 to 20000");
        assertThatThrownBy(() -> AnnualSeries.of(2020, 1).until(2019)).hasMessage("Series must have a value: {}");
    }

    // ---- forecasts ----

    @Test
    void forecast_isThatOfTheDefaultForecaster() {
        double[] y = {
            14, 15.5, 15.2, 17, 19.4, 18.9, 21, 24.2, 23.1, 26, 25.1, 27, 31, 30.2, 33, 35, 34.2, 38, 41, 40.2, 43
        };
        Forecast forecast = FORECASTS.forecast(AnnualSeries.of(2004, y), 3);
        assertThat(forecast.point(2027)).isEqualTo(Forecaster.withDefaults().points(y, 3)[2]);
        assertThat(forecast.points()).hasSize(3);
        assertThat(forecast.method()).isEqualTo("default");
        assertThat(forecast.horizon()).isEqualTo(3);
        assertThat(forecast.notes()).isEmpty();
    }

    @Test
    void combinations_closedForms() {
        Forecaster naive = Forecaster.of(ForecastMethod.NAIVE, Scale.ORIGINAL);
        Forecaster drift = Forecaster.of(ForecastMethod.DRIFT, Scale.ORIGINAL);
        Forecaster recent = Forecaster.ofLast(2, drift);
        // 9, 9 + 8/3, 9 + 4
        double[] y = {1, 3, 5, 9};
        assertThat(recent.points(y, 1)).containsExactly(13);
        assertThat(recent.name()).isEqualTo("drift-last-2");
        assertThat(Forecaster.median("m", List.of(naive, drift, recent)).points(y, 1)[0])
                .isCloseTo(9 + 8 / 3.0, within(1e-12));
        assertThat(Forecaster.trimmedMean("t", 1, 0, List.of(naive, drift, recent))
                        .points(y, 1)[0])
                .isCloseTo((9 + 8 / 3.0 + 13) / 2, within(1e-12));
        assertThat(recent.points(new double[] {4}, 1)).containsExactly(4);
        assertThatThrownBy(() -> Forecaster.ofLast(0, drift)).hasMessage("Number of last values must be 1 or more: 0");
    }

    @Test
    void scaled_closedForm() {
        // roots 2, 3, 4; the next is 5
        assertThat(Forecaster.of(ForecastMethod.DRIFT, Scale.SQUARE_ROOT).points(new double[] {4, 9, 16}, 1))
                .containsExactly(25);
        assertThat(Forecaster.of(ForecastMethod.DRIFT, Scale.LOGARITHM).points(new double[] {1, 2, 4}, 2)[1])
                .isCloseTo(16, within(1e-12));
        assertThat(Forecaster.of(ForecastMethod.DRIFT, Scale.SQUARE_ROOT).points(new double[] {9, 1}, 2))
                .containsExactly(0, 0);
        assertThat(Forecaster.of(ForecastMethod.DRIFT, Scale.LOGARITHM).points(new double[] {-1, 1}, 1))
                .containsExactly(3);
        assertThat(Forecaster.of(ForecastMethod.DRIFT, Scale.LOGARITHM).name()).isEqualTo("drift-log");
    }

    /** One to five values, equal ones, zeros, and values below zero all have a forecast that says what it rests on. */
    @Test
    void shortAndFlatSeries_haveDefinedForecasts() {
        Forecast one = FORECASTS.forecast(AnnualSeries.of(2020, 50), 3);
        assertThat(one.points()).containsExactly(50.0, 50.0, 50.0);
        assertThat(one.interval(2021, 0.95).low()).isBetween(30.0, 49.0);
        assertThat(one.interval(2021, 0.95).high()).isBetween(51.0, 80.0);
        assertThat(one.notes()).extracting(Label::en).first().asString().startsWith("1 value: the width");
        Forecast two = FORECASTS.forecast(AnnualSeries.of(2020, 50, 60), 1);
        assertThat(two.point(2022)).isBetween(60.0, 72.0);
        Forecast same = FORECASTS.forecast(AnnualSeries.of(2020, 7, 7, 7, 7), 1);
        assertThat(same.point(2024)).isEqualTo(7);
        assertThat(same.interval(2024, 0.95).high()).isGreaterThan(7);
        Forecast zero = FORECASTS.forecast(AnnualSeries.of(2020, 0, 0, 0), 1);
        assertThat(zero.interval(2023, 0.95)).isEqualTo(new Interval(0, 0));
        assertThat(zero.notes())
                .extracting(Label::en)
                .containsExactly("all values are 0: nothing says how far it may go");
        Forecast below = FORECASTS.forecast(AnnualSeries.of(2020, -5, 3, -2, 4, -3, 2), 2);
        assertThat(below.interval(2026, 0.9).low()).isNegative();
        assertThat(below.notes())
                .extracting(Label::en)
                .contains("values below 0: intervals on the values themselves, for which they were not fitted");
        assertThat(FORECASTS
                        .with(Forecaster.of(ForecastMethod.NAIVE, Scale.ORIGINAL))
                        .forecast(AnnualSeries.of(2020, 1, 2, 3), 1)
                        .notes())
                .isEmpty();
    }

    /** One value a hundred times as large, long ago, moves the forecast by less than the width of its interval without it. */
    @Test
    void outlier_longAgo_movesLittle() {
        double[] line = new double[15];
        Arrays.setAll(line, t -> 100 + 5 * t + (t % 2));
        Forecast plain = FORECASTS.forecast(AnnualSeries.of(2000, line), 1);
        line[4] *= 100;
        Forecast moved = FORECASTS.forecast(AnnualSeries.of(2000, line), 1);
        assertThat(plain.interval(2015, 0.95).contains(moved.point(2015))).isTrue();
    }

    @Test
    void badInput_throws() {
        AnnualSeries series = AnnualSeries.of(2020, 1, 2, 3);
        assertThatThrownBy(() -> FORECASTS.forecast(series, 0)).hasMessage("Horizon must be 1 to 1000: 0");
        Forecast forecast = FORECASTS.forecast(series, 2);
        assertThatThrownBy(() -> forecast.point(2025)).hasMessage("Year must be within 2023 to 2024: 2025");
        assertThatThrownBy(() -> forecast.intervals(0.999))
                .hasMessage("Level of an interval must be 0.5 to 0.99, or 50 to 99 percent: 0.999");
        assertThatThrownBy(
                        () -> Forecaster.trimmedMean("x", 1, List.of(FORECASTS.forecaster(), FORECASTS.forecaster())))
                .hasMessage("Lowest and highest members left out must be fewer than 2 together: 1, 1");
        assertThatThrownBy(() -> Forecaster.median(" ", List.of(FORECASTS.forecaster())))
                .hasMessage("Name of a combination must not be blank: ' '");
    }

    /** A series in another unit has the forecast in that unit. */
    @Property(tries = 200)
    void scaling_scalesForecastAndInterval(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 1, max = 1000) Double> values,
            @ForAll @IntRange(min = -10, max = 10) int exponent) {
        // a power of 4, whose root is exact
        double factor = Math.scalb(1.0, 2 * exponent);
        Forecast plain = FORECASTS.forecast(series(values), 4);
        Forecast scaled =
                FORECASTS.forecast(series(values.stream().map(x -> x * factor).toList()), 4);
        for (int year = 2000 + values.size(); year < 2004 + values.size(); year++) {
            assertThat(scaled.point(year)).isEqualTo(factor * plain.point(year));
            Interval interval = plain.interval(year, 0.8);
            assertThat(scaled.interval(year, 0.8).high())
                    .isCloseTo(factor * interval.high(), within(1e-9 * factor * interval.high()));
            assertThat(scaled.interval(year, 0.8).low())
                    .isCloseTo(factor * interval.low(), within(1e-9 * factor * interval.high()));
        }
    }

    /** Numbers near the ends of what a double holds are forecast like others. */
    @Test
    void hugeAndTinyNumbers() {
        double[] y = {14, 15.5, 15.2, 17, 19.4, 18.9, 21, 24.2, 23.1, 26};
        double plain = FORECASTS.forecast(AnnualSeries.of(2015, y), 1).point(2025);
        for (int exponent : new int[] {-1000, 320}) {
            double[] scaled = Arrays.stream(y).map(x -> Math.scalb(x, exponent)).toArray();
            assertThat(FORECASTS.forecast(AnnualSeries.of(2015, scaled), 1).point(2025))
                    .isEqualTo(Math.scalb(plain, exponent));
        }
    }

    @Property(tries = 200)
    void widerLevel_neverNarrows(
            @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = -100, max = 1000) Double> values,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double one,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double other) {
        Forecast forecast = FORECASTS.forecast(series(values), 3);
        List<Interval> narrow = forecast.intervals(Math.min(one, other));
        List<Interval> wide = forecast.intervals(Math.max(one, other));
        for (int h = 0; h < 3; h++) {
            assertThat(wide.get(h).low()).isLessThanOrEqualTo(narrow.get(h).low());
            assertThat(wide.get(h).high()).isGreaterThanOrEqualTo(narrow.get(h).high());
            assertThat(narrow.get(h).contains(forecast.points().get(h))).isTrue();
        }
    }

    // ---- backtests ----

    /** Naive errors of 1, 2, 4, 8 one year ahead: 1, 2, 4; scales 1 from the second value on, then 1.5. */
    @Test
    void rollingOrigin_closedForm() {
        Map<String, Accuracy> accuracies =
                Backtest.withDefaults().rollingOrigin(AnnualSeries.of(2020, 1, 2, 4, 8), 1, 2);
        assertThat(accuracies).containsOnlyKeys("naive", "drift", "default");
        Accuracy naive = Objects.requireNonNull(accuracies.get("naive"));
        assertThat(naive.forecasts()).isEqualTo(2);
        assertThat(naive.mase().orElseThrow()).isCloseTo((2 / 1.0 + 4 / 1.5) / 2, within(1e-12));
        assertThat(naive.smape().orElseThrow()).isCloseTo((200 * 2 / 6.0 + 200 * 4 / 12.0) / 2, within(1e-12));
        assertThat(naive.maseByStep()).hasSize(1);
        assertThat(naive.level()).isEqualTo(0.95);
    }

    @Test
    void accuracy_ofIntervals_closedForm() {
        Accuracy accuracy = new Accuracy(0.8);
        accuracy.add(
                new double[] {0, 2},
                new double[] {5, 5},
                List.of(new Interval(4, 6), new Interval(4, 6)),
                new double[] {7, 5});
        // widths 2 and 2, one above by 1 at 2 / 0.2; scale 2
        assertThat(accuracy.msis().orElseThrow()).isCloseTo((2 + 10 + 2) / 2.0 / 2, within(1e-12));
        assertThat(accuracy.coverage()).hasValue(0.5);
        // losses: 3 · 0.1 and 1 · 0.9; 1 · 0.1 and 1 · 0.1
        assertThat(accuracy.pinball().orElseThrow()).isCloseTo((1.2 + 0.2) / 2 / 2 / 2, within(1e-15));
        assertThat(new Accuracy(0.8).smape()).isEmpty();
    }

    /** What happens after the origins changes what is measured, never what is forecast. */
    @Property(tries = 50)
    void backtest_doesNotSeeTheFuture(
            @ForAll @Size(min = 6, max = 12) List<@DoubleRange(min = 1, max = 100) Double> values,
            @ForAll @Size(4) List<@DoubleRange(min = 1, max = 100) Double> future) {
        Assume.that(!future.equals(future.stream().sorted().toList()));
        List<double[]> seen = new ArrayList<>();
        Forecaster spy = new Forecaster() {
            @Override
            public String name() {
                return "spy";
            }

            @Override
            public double[] points(double[] known, int horizon) {
                seen.add(known.clone());
                return new double[horizon];
            }
        };
        Backtest backtest = Backtest.withDefaults().with(List.of(spy));
        AnnualSeries known = series(values);
        for (List<Double> happened : List.of(future, future.stream().sorted().toList())) {
            List<Double> all = new ArrayList<>(values);
            all.addAll(happened);
            backtest.accuracy(List.of(new Backtest.Case(known, series(all).from(2000 + values.size()))), 4);
            backtest.rollingOrigin(series(all), 4, values.size());
        }
        // each of the two runs saw the same up to the last known value
        assertThat(seen.get(0)).isEqualTo(known.regular());
        assertThat(seen.get(1)).isEqualTo(known.regular());
        int half = seen.size() / 2;
        assertThat(seen.get(half)).isEqualTo(seen.get(0));
        assertThat(seen.get(half + 1)).isEqualTo(seen.get(1));
    }

    @Test
    void published_isJudgedByWhatHappened() {
        Accuracy accuracy = Backtest.withDefaults()
                .ofPublished(
                        AnnualSeries.of(2020, 10, 12, 14),
                        AnnualSeries.of(Map.of(2023, 20.0, 2025, 30.0)),
                        AnnualSeries.of(2023, 16, 18, 20));
        // off by 4 and 10, scale 2
        assertThat(accuracy.mase()).hasValue(3.5);
        assertThat(accuracy.coverage()).isEmpty();
        assertThatThrownBy(() -> Backtest.withDefaults()
                        .ofPublished(AnnualSeries.of(2020, 1), AnnualSeries.of(2020, 1), AnnualSeries.of(2021, 1)))
                .hasMessage("Published forecast must begin after 2020: 2020");
        assertThatThrownBy(() -> Backtest.withDefaults()
                        .ofPublished(AnnualSeries.of(2020, 1), AnnualSeries.of(2021, 1), AnnualSeries.of(2025, 1)))
                .hasMessage("A year must have both a forecast and a value: 2021 to 2021");
        assertThatThrownBy(() -> Backtest.withDefaults().withLevel(0.2))
                .hasMessage("Level of an interval must be 0.5 to 0.99, or 50 to 99 percent: 0.2");
        assertThatThrownBy(() -> Backtest.withDefaults().rollingOrigin(AnnualSeries.of(2020, 1), 1, 0))
                .hasMessage("Least number of values must be 1 or more: 0");
    }

    /** Equal values are continued as they are, whatever the method. */
    @Test
    void forecast_ofAUnit_explainsPrintsAndExports() {
        AnnualSeries series = AnnualSeries.of(Unit.parse("CNY"), Map.of(2020, 5, 2021, 5, 2023, 5));
        Forecast forecast = ForecastCalculator.withDefaults().forecast(series, 2);

        assertThat(forecast.byYear()).containsExactly(Map.entry(2024, 5.0), Map.entry(2025, 5.0));
        assertThat(forecast).asString().startsWith("default, CNY: 2024 5 [").endsWith("] (95 %)");
        assertThat(forecast.explanation().toText(Locale.ENGLISH).lines())
                .startsWith(
                        "values: 2020: 5 CNY, 2021: 5 CNY, 2023: 5 CNY",
                        "forecast: " + Forecaster.withDefaults().description().en())
                .contains("note: years without a value lie on the line between their neighbours: [2022]");
        assertThat(SaidaoJson.write(forecast).replaceAll("\\s+", ""))
                .startsWith("{\"format\":\"saidao-forecast/1\",\"method\":\"default\",\"series\":{\"unit\":\"CNY\"")
                .contains("\"years\":[{\"year\":2024,\"point\":5.0,\"intervals\":{\"50\":{\"low\":");
    }

    /** A forecaster of one's own has the widths of the default, and the forecast says so; its intervals are its own if it has some. */
    @Test
    void intervals_belongToTheForecaster() {
        AnnualSeries series = AnnualSeries.of(2020, 1, 2, 4);
        Forecaster plain = new Forecaster() {
            @Override
            public String name() {
                return "four";
            }

            @Override
            public double[] points(double[] values, int horizon) {
                return new double[] {4};
            }
        };
        Forecaster sure = new Forecaster() {
            @Override
            public String name() {
                return "sure";
            }

            @Override
            public double[] points(double[] values, int horizon) {
                return plain.points(values, horizon);
            }

            @Override
            public Optional<List<Interval>> intervals(AnnualSeries from, List<Double> points, double level) {
                return Optional.of(List.of(new Interval(points.get(0) - level, points.get(0) + level)));
            }
        };

        Forecast borrowed = ForecastCalculator.withDefaults().with(plain).forecast(series, 1);
        Forecast own = ForecastCalculator.withDefaults().with(sure).forecast(series, 1);

        assertThat(borrowed.interval(2023, 0.95).high()).isGreaterThan(5);
        assertThat(borrowed.notes())
                .extracting(Label::en)
                .contains("the widths of the intervals were fitted for the default forecaster");
        assertThat(own.interval(2023, 0.5)).isEqualTo(new Interval(3.5, 4.5));
        assertThat(own.notes()).isEmpty();
    }

    // ---- limits and levels ----

    @Test
    void shareAndCount_stayWithinTheirLimits() {
        AnnualSeries share = AnnualSeries.of(Unit.SHARE, Map.of(2020, 0.7, 2021, 0.8, 2022, 0.9, 2023, 0.98));
        AnnualSeries count = AnnualSeries.of(Unit.parse("parks"), Map.of(2020, 90, 2021, 60, 2022, 30, 2023, 2));
        Forecast ofShare = ForecastCalculator.withDefaults().forecast(share, 8);
        Forecast ofCount = ForecastCalculator.withDefaults().forecast(count, 8);
        assertThat(ofShare.points()).allMatch(point -> point >= 0 && point <= 1);
        assertThat(ofShare.intervals(0.99)).allMatch(interval -> interval.high() <= 1);
        assertThat(ofShare.notes()).extracting(Label::en).contains("forecasts are held within their limits [0, 1]");
        assertThat(ofCount.points()).allMatch(point -> point >= 0);
        assertThat(ofCount.intervals(0.99)).allMatch(interval -> interval.low() >= 0);
    }

    /** Floors and caps are never crossed. */
    @Property(tries = 200)
    void floorAndCap_areNeverCrossed(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -10, max = 10) Double> values,
            @ForAll ForecastMethod method,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        double[] numbers = values.stream().mapToDouble(x -> x).toArray();
        Forecast forecast = ForecastCalculator.withDefaults()
                .with(Forecaster.of(method, Scale.ORIGINAL))
                .withFloor(-10)
                .withCap(10)
                .forecast(AnnualSeries.of(2020, numbers), 4);
        for (int h = 0; h < 4; h++) {
            Interval interval = forecast.intervals(level).get(h);
            assertThat(forecast.points().get(h)).isBetween(interval.low(), interval.high());
            assertThat(interval.low()).isGreaterThanOrEqualTo(-10);
            assertThat(interval.high()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void floorAndCap_badOnes_throw() {
        ForecastCalculator calculator = ForecastCalculator.withDefaults();
        assertThatThrownBy(() -> calculator.withFloor(Double.NaN))
                .hasMessageStartingWith("Floor and cap must be finite");
        assertThatThrownBy(() -> calculator.withFloor(2).withCap(1))
                .hasMessage("Floor and cap must be finite and in order: 2.0, 1.0");
        assertThatThrownBy(() -> calculator.withFloor(2).forecast(AnnualSeries.of(2020, 3, 1), 1))
                .hasMessage("Value of 2021 must be within floor and cap [2, Infinity]: 1.0");
    }

    @Test
    void level_isAShareOrPercent() {
        Forecast forecast = ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2020, 1, 2, 4), 2);
        assertThat(forecast.intervals(95)).isEqualTo(forecast.intervals(0.95));
        assertThatThrownBy(() -> forecast.intervals(9.5))
                .hasMessage("Level of an interval must be 0.5 to 0.99, or 50 to 99 percent: 9.5");
    }

    /** 1, 2, 4, …, 2048 goes on with 4096 and 8192, if it goes on. */
    @Test
    void exactDoubling_keepsTheDoubledValueInside() {
        double[] values = new double[12];
        Arrays.setAll(values, t -> Math.scalb(1.0, t));
        Forecast forecast = ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2010, values), 2);
        assertThat(forecast.interval(2022, 0.95).contains(4096)).isTrue();
        assertThat(forecast.interval(2023, 0.95).contains(8192)).isTrue();
    }

    @Test
    void leapingValues_haveANote() {
        for (double[] values : new double[][] {{1, 3, 6, 800, 9.2, 9.7, 9.9, 10}, {100, 10, 100, 10, 100, 10}}) {
            Forecast forecast = ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2015, values), 6);
            assertThat(forecast.intervals(0.95)).anyMatch(interval -> interval.high() > 150);
            assertThat(forecast.notes()).extracting(Label::en).anyMatch(note -> note.contains("values leap"));
        }
    }
}
