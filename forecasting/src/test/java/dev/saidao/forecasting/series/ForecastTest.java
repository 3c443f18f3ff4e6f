package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a forecast holds, says and writes; its forecaster here says what it is told to. */
class ForecastTest {

    /** The same forecast for every year, and the same interval, if there is one. */
    private record Told(double point, Optional<Interval> interval) implements Forecaster {

        @Override
        public String name() {
            return "told";
        }

        @Override
        public double[] points(double[] values, int horizon) {
            double[] points = new double[horizon];
            Arrays.fill(points, point);
            return points;
        }

        @Override
        public Optional<List<Interval>> intervals(AnnualSeries series, List<Double> points, double level) {
            return interval.map(one -> Collections.nCopies(points.size(), one));
        }
    }

    private static ForecastCalculator told(double point, double low, double high) {
        return ForecastCalculator.withDefaults().with(new Told(point, Optional.of(new Interval(low, high))));
    }

    private static List<String> notes(Forecast forecast) {
        return forecast.notes().stream().map(Label::en).toList();
    }

    private static Figure figure(int year, String printed) {
        return Figure.builder()
                .id("A-" + year)
                .subject(Subject.of("robots", Label.same("robots")))
                .indicator(Indicator.of("revenue", Label.same("revenue")))
                .period(ReferencePeriod.year(year))
                .status(Status.OBSERVED)
                .source(Source.of(
                        "s", Label.same("A yearbook"), Label.of("An office", "某局"), LocalDate.of(2025, 1, 31)))
                .locator("table 1")
                .asPublished(printed)
                .printed(FigureFormat.chinese().parse(printed))
                .build();
    }

    private static AnnualSeries series(Figure... figures) {
        return AnnualSeries.of(List.of(figures), ReadingConvention.strict());
    }

    // ---- years ----

    @Test
    void years_followTheSeries() {
        AnnualSeries series = AnnualSeries.of(2020, 1, 4, 2);
        Forecast forecast = told(3, 2, 5).forecast(series, 3);

        assertThat(forecast.series()).isSameAs(series);
        assertThat(forecast.byYear()).containsExactly(Map.entry(2023, 3.0), Map.entry(2024, 3.0), Map.entry(2025, 3.0));
        assertThat(forecast).hasToString("told: 2023 3 [2, 5], 2024 3 [2, 5], 2025 3 [2, 5] (95 %)");
        assertThat(forecast.point(2023)).isEqualTo(3);
        assertThat(forecast.interval(2025, 0.9)).isEqualTo(new Interval(2, 5));
        assertThatThrownBy(() -> forecast.point(2022)).hasMessage("Year must be within 2023 to 2025: 2022");
        assertThatThrownBy(() -> forecast.interval(2026, 0.9)).hasMessage("Year must be within 2023 to 2025: 2026");
        assertThatThrownBy(() -> forecast.point(Integer.MIN_VALUE))
                .hasMessage("Year must be within 2023 to 2025: " + Integer.MIN_VALUE);
    }

    @Test
    void json_hasEveryYearWithItsIntervals() {
        String json = SaidaoJson.write(told(3, 2, 5).forecast(AnnualSeries.of(2020, 1, 4, 2), 2))
                .replaceAll("\\s+", "");
        String intervals = "\"intervals\":{\"50\":{\"low\":2.0,\"high\":5.0},\"80\":{\"low\":2.0,\"high\":5.0},"
                + "\"95\":{\"low\":2.0,\"high\":5.0},\"99\":{\"low\":2.0,\"high\":5.0}}";
        assertThat(json)
                .contains("\"years\":[{\"year\":2023,\"point\":3.0," + intervals + "},{\"year\":2024,\"point\":3.0,"
                        + intervals + "}]");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "50, 0.5", "0.99, 0.99", "99, 0.99", "97.5, 0.975"})
    void level_isAShareOrAPercentage(double level, double share) {
        assertThat(Forecast.share(level)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"0.49", "0.991", "49.9", "99.1", "1", "NaN"})
    void level_outOfRange_throws(double level) {
        assertThatThrownBy(() -> Forecast.share(level))
                .hasMessage("Level of an interval must be 0.5 to 0.99, or 50 to 99 percent: " + level);
    }

    @ParameterizedTest
    @CsvSource({"1", "1000"})
    void horizon_mayBeOneToAThousand(int horizon) {
        assertThat(told(3, 2, 5).forecast(AnnualSeries.of(2020, 1, 4), horizon).horizon())
                .isEqualTo(horizon);
        assertThatThrownBy(() -> told(3, 2, 5).forecast(AnnualSeries.of(2020, 1, 4), 1001))
                .hasMessage("Horizon must be 1 to 1000: 1001");
    }

    // ---- notes ----

    /** One value is few, but not "all equal"; two are few; three are enough. */
    @Test
    void notes_onFewValues() {
        assertThat(notes(told(3, 2, 5).forecast(AnnualSeries.of(2020, 3), 1)))
                .containsExactly("1 value: the width of the intervals rests on what other series do");
        assertThat(notes(told(3, 2, 5).forecast(AnnualSeries.of(2020, 3, 4), 1)))
                .containsExactly("2 values: the width of the intervals rests on what other series do");
        assertThat(notes(told(3, 2, 5).forecast(AnnualSeries.of(2020, 3, 4, 3), 1)))
                .isEmpty();
        assertThat(notes(told(3, 2, 5).forecast(AnnualSeries.of(2020, 3, 3), 1)))
                .containsExactly(
                        "2 values: the width of the intervals rests on what other series do",
                        "all values are equal: the width of the intervals rests on what other series do");
    }

    @Test
    void notes_onValuesBelowZero() {
        assertThat(notes(told(3, 2, 5).forecast(AnnualSeries.of(2020, 0, 1, 2), 1)))
                .isEmpty();
        assertThat(notes(told(3, 2, 5).forecast(AnnualSeries.of(2020, -1, 1, 2), 1)))
                .containsExactly("values below 0: intervals on the values themselves, for which they were not fitted");
    }

    /** The usual value is the median of the last five: 4 of 9, 4, 1, 3, 8. Beyond ten times of it intervals leap, at it they do not. */
    @Test
    void notes_onLeapingIntervals() {
        AnnualSeries series = AnnualSeries.of(2020, 700, 900, 9, 4, 1, 3, 8);
        String leap = "the intervals reach beyond 10 times the usual last value, since values leap or are few";
        assertThat(notes(told(5, 2, 40).forecast(series, 1))).isEmpty();
        assertThat(notes(told(5, 2, 40.1).forecast(series, 1))).containsExactly(leap);
        // the usual value is 0, of which nothing is ten times
        assertThat(notes(told(5, 2, 40).forecast(AnnualSeries.of(2020, 0, 0, 0, 7, 0), 1)))
                .isEmpty();
        assertThat(notes(told(5, 2, 41).forecast(AnnualSeries.of(2020, -9, -4, -1, -3, -8), 1)))
                .contains(leap);
    }

    @Test
    void explanation_namesTheFigures() {
        Forecast forecast = told(3e9, 2e9, 5e9).forecast(series(figure(2021, "10亿元"), figure(2022, "12.5亿元")), 1);
        assertThat(forecast.explanation().toText(Locale.ENGLISH).lines())
                .startsWith(
                        "values: 2021: 1000000000 CNY, 2022: 1250000000 CNY",
                        "2021: A-2021, An office",
                        "2022: A-2022, An office",
                        "forecast: told");
        assertThat(forecast.explanation().steps()).extracting(Label::zh).contains("2022: A-2022, 某局", "预测方法:told");
    }

    // ---- limits ----

    @Test
    void floorAndCap_holdForecastsAndIntervals() {
        ForecastCalculator calculator = told(30, -5, 90).withFloor(2).withCap(20);
        Forecast forecast = calculator.forecast(AnnualSeries.of(2020, 2, 7, 20), 1);
        assertThat(forecast.point(2023)).isEqualTo(20);
        assertThat(forecast.interval(2023, 0.9)).isEqualTo(new Interval(2, 20));
        assertThat(notes(forecast)).containsExactly("forecasts are held within their limits [2, 20]");
        assertThatThrownBy(() -> calculator.forecast(AnnualSeries.of(2020, 2, 21), 1))
                .hasMessage("Value of 2021 must be within floor and cap [2, 20]: 21.0");
        assertThatThrownBy(() -> calculator.forecast(AnnualSeries.of(2020, 1, 20), 1))
                .hasMessage("Value of 2020 must be within floor and cap [2, 20]: 1.0");
    }

    @Test
    void floorAndCap_mayBeEqual() {
        ForecastCalculator calculator = told(3, 2, 5).withFloor(4).withCap(4);
        assertThat(calculator.forecast(AnnualSeries.of(2020, 4, 4), 1).interval(2022, 0.9))
                .isEqualTo(new Interval(4, 4));
        assertThatThrownBy(() -> calculator.withFloor(5))
                .hasMessage("Floor and cap must be finite and in order: 5.0, 4.0");
    }

    /** A share ends at 0 and 1 and a count at 0, unless the series itself goes beyond. */
    @ParameterizedTest
    @CsvSource({
        "share, 0.4, 1, 0, 1",
        "share, 0, 0.5, 0, 1",
        "share, 0.4, 1.2, 0, 9",
        "share, -0.1, 1, -9, 9",
        "parks, 0, 3, 0, 9",
        "parks, -1, 3, -9, 9",
        "CNY, 0, 1, -9, 9"
    })
    void limits_followFromTheUnit(String unit, double first, double last, double low, double high) {
        Unit one = unit.equals("share") ? Unit.SHARE : Unit.parse(unit);
        Forecast forecast = told(0.5, -9, 9).forecast(AnnualSeries.of(one, Map.of(2020, first, 2021, last)), 1);
        assertThat(forecast.interval(2022, 0.9)).isEqualTo(new Interval(low, high));
    }

    /** A floor above 0 and a cap below 1 are narrower than what the unit says, others are not. */
    @Test
    void limits_ofUnitAndUser_areTheNarrower() {
        AnnualSeries shares = AnnualSeries.of(Unit.SHARE, Map.of(2020, 0.4, 2021, 0.5));
        assertThat(told(0.5, -9, 9)
                        .withFloor(0.2)
                        .withCap(0.8)
                        .forecast(shares, 1)
                        .interval(2022, 0.9))
                .isEqualTo(new Interval(0.2, 0.8));
        assertThat(told(0.5, -9, 9).withFloor(-2).withCap(3).forecast(shares, 1).interval(2022, 0.9))
                .isEqualTo(new Interval(0, 1));
    }

    // ---- values known within bounds ----

    /** Half of the last digit: 5, 5 and 0.5 (in 10 million) over four steps; 0.5 + 2 h (10.5 / 3) / 4 of it, by squares. */
    @Test
    void knownBounds_closedForm() {
        AnnualSeries series = series(figure(2020, "10亿元"), figure(2021, "12亿元"), figure(2024, "15.0亿元"));
        KnownBounds known = new KnownBounds(series);
        for (int h = 1; h <= 3; h++) {
            double reach = (0.5 + 2 * h * 3.5 / 4) * 1e7;
            Interval widened = known.widened(new Interval(1.5e9, 1.8e9), 1.6e9, h);
            assertThat(widened.low()).isCloseTo(1.6e9 - Math.sqrt(1e16 + reach * reach), within(1e-3));
            assertThat(widened.high()).isCloseTo(1.6e9 + Math.sqrt(4e16 + reach * reach), within(1e-3));
        }
    }

    /** A forecast widens its intervals by them, the further ahead the more. */
    @Test
    void knownBounds_widenTheIntervalsOfAForecast() {
        AnnualSeries series = series(figure(2020, "10亿元"), figure(2021, "12亿元"), figure(2024, "15.0亿元"));
        Forecast forecast = told(1.6e9, 1.5e9, 1.8e9).forecast(series, 2);
        assertThat(forecast.interval(2025, 0.9).high()).isCloseTo(1.6e9 + Math.hypot(2e8, 2.25e7), within(1e-3));
        assertThat(forecast.interval(2026, 0.9).high()).isCloseTo(1.6e9 + Math.hypot(2e8, 4e7), within(1e-3));
    }

    /** With one value its own distance counts twice: 0.5 + 2 · 0.5 a year. */
    @Test
    void knownBounds_ofOneValue() {
        Interval widened = new KnownBounds(series(figure(2020, "10亿元"))).widened(new Interval(1e9, 1e9), 1e9, 2);
        assertThat(widened.high()).isCloseTo(1e9 + 2.5e8 / 2 * 2, within(1e-3));
        assertThat(widened.low()).isCloseTo(1e9 - 2.5e8, within(1e-3));
    }

    @Test
    void knownBounds_ofExactValues_widenNothing() {
        Interval interval = new Interval(3, 9);
        assertThat(new KnownBounds(AnnualSeries.of(2020, 4, 5)).widened(interval, 5, 3))
                .isSameAs(interval);
    }

    // ---- growth ----

    /** No choice of values within their bounds grows faster or slower than the bounds of the rate say, at their ends either. */
    @Property(tries = 200)
    void growth_isWithinItsBounds(
            @ForAll @IntRange(min = 11, max = 99) int first,
            @ForAll @IntRange(min = 11, max = 99) int middle,
            @ForAll @IntRange(min = 11, max = 99) int last,
            @ForAll @IntRange(min = 1, max = 5) int gap,
            @ForAll @IntRange(min = 0, max = 7) int corner) {
        List<Figure> figures = new ArrayList<>();
        List<Integer> years = List.of(2020, 2021, 2021 + gap);
        List<Integer> printed = List.of(first, middle, last);
        for (int i = 0; i < 3; i++) {
            figures.add(figure(years.get(i), printed.get(i) + "亿元"));
        }
        Map<Integer, Double> ends = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            ends.put(years.get(i), (printed.get(i) + ((corner >> i & 1) == 1 ? 0.5 : -0.5)) * 1e8);
        }
        AnnualSeries series = AnnualSeries.of(figures, ReadingConvention.strict());
        SeriesGrowthCalculator growth = SeriesGrowthCalculator.withDefaults();
        for (boolean isEnds : new boolean[] {true, false}) {
            SeriesGrowth known = isEnds ? growth.endPointRate(series) : growth.leastSquaresRate(series);
            SeriesGrowth one = isEnds
                    ? growth.endPointRate(AnnualSeries.of(ends))
                    : growth.leastSquaresRate(AnnualSeries.of(ends));
            assertThat(one.rate())
                    .isBetween(known.bounds().low(), known.bounds().high());
        }
    }

    @Test
    void growth_boundsAreExactButForDoubles() {
        AnnualSeries exact = series(figure(2020, "10亿元"), figure(2021, "12亿元"));
        SeriesGrowth growth = SeriesGrowthCalculator.withDefaults().endPointRate(exact);
        // exactly 11.5 / 10.5 and 12.5 / 9.5, moved outward by no more than doubles lose
        assertThat(growth.bounds().low()).isLessThanOrEqualTo(11.5 / 10.5 - 1).isGreaterThan(11.5 / 10.5 - 1 - 2e-12);
        assertThat(growth.bounds().high())
                .isGreaterThanOrEqualTo(12.5 / 9.5 - 1)
                .isLessThan(12.5 / 9.5 - 1 + 2e-12);
        assertThat(growth.explanation().steps())
                .extracting(Label::zh)
                .containsExactly("(末值 / 初值)^(1 / 年数) - 1", "2020 至 2021,1 步");
    }

    @Test
    void growth_printsRateBoundsAndYears() {
        assertThat(SeriesGrowthCalculator.withDefaults().endPointRate(AnnualSeries.of(2021, 4, 7, 9)))
                .hasToString("0.5 [0.5, 0.5], 2021 to 2023");
        assertThat(SeriesGrowthCalculator.withDefaults().endPointRate(AnnualSeries.of(2021, 4, -7, 9)))
                .as("what lies between the ends does not count")
                .hasToString("0.5 [0.5, 0.5], 2021 to 2023");
    }

    /** The rate of a constant series is 0 whatever its unit. */
    @Property(tries = 100)
    void growth_ofAConstant_isNothing(@ForAll @DoubleRange(min = 0.01, max = 1e9) double value) {
        AnnualSeries same = AnnualSeries.of(2020, value, value, value);
        assertThat(SeriesGrowthCalculator.withDefaults().leastSquaresRate(same).rate())
                .isCloseTo(0, within(1e-14));
        assertThat(SeriesGrowthCalculator.withDefaults().endPointRate(same).bounds())
                .isEqualTo(new Interval(0, 0));
    }
}
