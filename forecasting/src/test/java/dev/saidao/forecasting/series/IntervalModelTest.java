package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals against the formula at the head of the constants' file, worked out number by number with the constants in it. */
class IntervalModelTest {

    private static final Properties CONSTANTS = constants();

    private static Properties constants() {
        Properties properties = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(IntervalModel.class.getResourceAsStream("interval-constants.properties"))) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }

    private static double constant(String key) {
        return Double.parseDouble(CONSTANTS.getProperty(key, "0"));
    }

    private static double[] list(String key) {
        return Arrays.stream(Objects.requireNonNull(CONSTANTS.getProperty(key)).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Ends of the levels that were fitted; between them along the logarithm of the share left out. */
    private static double end(String key, double level) {
        double[] levels = list("levels");
        double[] ends = list(key);
        for (int i = 1; i < levels.length; i++) {
            if (level <= levels[i]) {
                double share =
                        Math.log((1 - levels[i - 1]) / (1 - level)) / Math.log((1 - levels[i - 1]) / (1 - levels[i]));
                return ends[i - 1] + share * (ends[i] - ends[i - 1]);
            }
        }
        throw new AssertionError(level);
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The interval by the formula; on square roots unless a value is below 0, where a share of the value is twice that of its root. */
    private static Interval expected(NavigableMap<Integer, Double> values, double point, int ahead, double level) {
        boolean isRoot = values.values().stream().allMatch(value -> value >= 0);
        int n = values.size();
        String group = n == 1 ? "one" : n == 2 ? "two" : n == 3 ? "three" : "more";
        List<Double> differences = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Map.Entry<Integer, Double> before = values.firstEntry();
        for (Map.Entry<Integer, Double> value :
                values.tailMap(before.getKey(), false).entrySet()) {
            double from = isRoot ? Math.sqrt(before.getValue()) : before.getValue();
            double to = isRoot ? Math.sqrt(value.getValue()) : value.getValue();
            differences.add((to - from) / Math.sqrt(value.getKey() - before.getKey()));
            weights.add(Math.pow(constant("memory"), n - 2 - weights.size()));
            before = value;
        }
        double deviations = 0;
        double changes = 0;
        if (n > 1) {
            double total = weights.stream().mapToDouble(x -> x).sum();
            double middle = median(differences);
            for (int i = 0; i < n - 1; i++) {
                deviations += weights.get(i) / total * Math.abs(differences.get(i) - middle);
                changes += weights.get(i) / total * Math.abs(differences.get(i));
            }
        }
        double forecast = isRoot ? Math.sqrt(Math.max(0, point)) : point;
        double deviationsOfFew = n > 2 ? deviations * (n - 1) / (n - 2) : deviations;
        double size = (constant(group + ".deviation") * deviationsOfFew
                        + constant(group + ".change") * changes
                        + constant(group + ".relative")
                                * (isRoot ? 1 : 2)
                                * (1 + constant(group + ".fewRelative") / n)
                                * Math.abs(forecast))
                * (1 + constant(group + ".few") / n)
                * Math.pow(ahead, constant("horizon"));
        double low = forecast - end(group + ".low", level) * size;
        double high = forecast + end(group + ".high", level) * size;
        return isRoot
                ? new Interval(Math.min(point, low < 0 ? 0 : low * low), Math.max(point, high < 0 ? 0 : high * high))
                : new Interval(Math.min(point, low), Math.max(point, high));
    }

    private static void assertIntervals(NavigableMap<Integer, Double> values, List<Double> points, double level) {
        List<Interval> intervals = IntervalModel.DEFAULTS.intervals(AnnualSeries.of(values), points, level);
        assertThat(intervals).hasSize(points.size());
        for (int h = 0; h < points.size(); h++) {
            Interval expected = expected(values, points.get(h), h + 1, level);
            double size = 1e-9 * (1 + Math.abs(expected.low()) + Math.abs(expected.high()));
            assertThat(intervals.get(h).low()).isCloseTo(expected.low(), within(size));
            assertThat(intervals.get(h).high()).isCloseTo(expected.high(), within(size));
        }
    }

    private static NavigableMap<Integer, Double> values(double... values) {
        NavigableMap<Integer, Double> byYear = new TreeMap<>();
        for (double value : values) {
            byYear.put(2010 + byYear.size(), value);
        }
        return byYear;
    }

    /** Series of one to thirty values, gaps and values below 0 included, at any level. */
    @Property(tries = 300)
    void intervals_areThoseOfTheFormula(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -10, max = 100) Double> numbers,
            @ForAll @IntRange(min = 1, max = 4) int gap,
            @ForAll boolean isPositive,
            @ForAll @Size(min = 1, max = 4) List<@DoubleRange(min = -5, max = 120) Double> points,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        for (double number : numbers) {
            // after every third value a gap; no ratio stays the same
            int year = values.isEmpty() ? 2000 : values.lastKey() + (values.size() % 3 == 0 ? gap : 1);
            values.put(year, isPositive ? Math.abs(number) + values.size() % 2 : number);
        }
        assertIntervals(values, points, level);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.97, 0.98, 0.985, 0.99})
    void levels_thatWereFittedAndBetween(double level) {
        assertIntervals(values(10, 12, 11, 15), List.of(16.0, 17.5), level);
        assertIntervals(values(9), List.of(9.0), level);
        assertIntervals(values(10, -12, 11, 15), List.of(16.0, -17.5), level);
    }

    @Test
    void differencesOverSeveralYears_countAsThoseOfOne() {
        assertIntervals(new TreeMap<>(Map.of(2010, 9.0, 2014, 25.0, 2023, 4.0, 2024, 16.0)), List.of(16.0), 0.9);
    }

    /** A forecast below 0 of values that are not has the root of 0, and stays within. */
    @Test
    void forecastBelowZero_isWithinItsInterval() {
        assertIntervals(values(10, 12, 11, 5), List.of(-3.0), 0.8);
        Interval interval = IntervalModel.DEFAULTS
                .intervals(AnnualSeries.of(2010, 10, 12, 11, 5), List.of(-3.0), 0.8)
                .get(0);
        assertThat(interval.low()).isEqualTo(-3);
        assertThat(interval.high()).isPositive();
    }

    /** Forecasts of the methods have ends of their own, on sizes that all have in common. */
    @Test
    void methods_haveTheirOwnEnds() {
        AnnualSeries series = AnnualSeries.of(2010, 9, 16, 9, 25, 16);
        double size =
                (4 - Math.sqrt(expected(values(9, 16, 9, 25, 16), 16, 1, 0.8).low())) / end("more.low", 0.8);
        for (String name : List.of("naive", "holt-log", "arima-sqrt")) {
            Interval interval = IntervalModel.of(name)
                    .orElseThrow()
                    .intervals(series, List.of(16.0), 0.8)
                    .get(0);
            double low = 4 - size * end(name + ".more.low", 0.8);
            double high = 4 + size * end(name + ".more.high", 0.8);
            assertThat(interval.low()).isCloseTo(low * low, within(1e-9));
            assertThat(interval.high()).isCloseTo(high * high, within(1e-9));
        }
        assertThat(IntervalModel.of("default")).isEmpty();
    }

    // ---- what has grown at one rate ----

    private static double high(AnnualSeries series, int ahead) {
        List<Double> last = Collections.nCopies(ahead, series.values().get(series.size() - 1));
        return IntervalModel.DEFAULTS
                .intervals(series, last, 0.5)
                .get(ahead - 1)
                .high();
    }

    /** What has trebled every year may treble again, for as many years as it has, whatever the forecast says. */
    @Test
    void constantGrowth_reachesTheValueItWouldHave() {
        AnnualSeries trebling = AnnualSeries.of(2010, 1, 3, 9, 27);
        assertThat(high(trebling, 1)).isCloseTo(81, within(1e-9));
        assertThat(high(trebling, 4)).isCloseTo(2187, within(1e-9));
        // no longer than it has
        assertThat(high(trebling, 5)).isLessThan(2187);
        assertIntervals(values(1, 3, 9, 27), List.of(81.0, 243.0, 729.0, 2187.0), 0.99);
    }

    /** Growth that differs by a share of 2e-7 is the same, by 2e-5 it is not. */
    @Test
    void constantGrowth_isJudgedWithinAMillionth() {
        assertThat(high(AnnualSeries.of(2010, 1, 3, 9, 27.000005), 1)).isGreaterThan(80.9);
        assertThat(high(AnnualSeries.of(2010, 1, 3, 9, 27.0005), 1)).isLessThan(80);
        assertThat(high(AnnualSeries.of(2010, 1, 3, 9, 26.9995), 1)).isLessThan(80);
        assertThat(high(AnnualSeries.of(2010, 1, 3, 8, 24), 1)).isLessThan(72);
        assertThat(high(AnnualSeries.of(2010, 1, 2.5, 7.5, 22.5), 1)).isLessThan(56);
    }

    /** Three values, a gap, and values below 0 say nothing of a constant rate. */
    @Test
    void constantGrowth_needsFourNeighbours() {
        assertIntervals(values(1, 3, 9), List.of(9.0, 9.0), 0.5);
        assertIntervals(new TreeMap<>(Map.of(2010, 1.0, 2012, 3.0, 2013, 9.0, 2014, 27.0)), List.of(27.0), 0.5);
        assertIntervals(values(-1, -3, -9, -27), List.of(-27.0), 0.5);
        assertIntervals(values(0, 0, 0, 0), List.of(0.0), 0.5);
        assertIntervals(values(0, 3, 9, 27), List.of(27.0), 0.5);
    }

    /** What falls by half each year never lifts the upper end. */
    @Test
    void constantFall_liftsNothing() {
        assertIntervals(values(80, 40, 20, 10), List.of(10.0, 10.0), 0.5);
    }

    /** Beyond what a series may hold nothing is reached. */
    @Test
    void constantGrowth_endsWhereNumbersDo() {
        AnnualSeries huge = AnnualSeries.of(2010, 1e70, 1e79, 1e88, 1e97);
        assertThat(high(huge, 1)).isLessThan(1e99);
        AnnualSeries large = AnnualSeries.of(2010, 1e40, 1e52, 1e64, 1e76);
        assertThat(high(large, 2)).isBetween(0.999e100, 1e100);
        assertThat(high(large, 3)).isLessThan(1e99);
    }
}
