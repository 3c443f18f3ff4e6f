package dev.saidao.forecasting.series;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.internal.Doubles;
import dev.saidao.core.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What is expected of the years after a series, in the unit of the series.
 *
 * <p>As JSON it has the version {@value #FORMAT}, with intervals of 50, 80, 95 and 99 %; it is not read back.
 *
 * @since 0.1
 */
public final class Forecast implements Explained {

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-forecast/1";

    /** The lowest level of an interval. */
    public static final double LEAST_LEVEL = 0.5;

    /** The highest level of an interval. */
    public static final double GREATEST_LEVEL = 0.99;

    private static final int LEAP = 10;
    private static final int LAST = 5;
    private static final double LEAP_LEVEL = 0.95;
    private static final int[] PERCENTAGES = {50, 80, 95, 99};

    private final AnnualSeries series;
    private final Forecaster forecaster;
    private final double[] points;
    private final Interval limits;
    private final boolean isHeld;
    private final boolean hasOwnIntervals;

    /** The forecast of a forecaster, held within limits. */
    Forecast(AnnualSeries series, Forecaster forecaster, double[] points, Interval limits) {
        this.series = series;
        this.forecaster = forecaster;
        this.limits = limits;
        this.points = Arrays.stream(points).map(this::held).toArray();
        this.isHeld = !Arrays.equals(points, this.points);
        this.hasOwnIntervals =
                forecaster.intervals(series, points(), GREATEST_LEVEL).isPresent();
    }

    /** {@return the series that the forecast continues} */
    public AnnualSeries series() {
        return series;
    }

    /** {@return the name of the forecaster} */
    public String method() {
        return forecaster.name();
    }

    /** {@return the number of years ahead} */
    public int horizon() {
        return points.length;
    }

    /** {@return the forecasts, one for each year after the last of the series} */
    public List<Double> points() {
        return Arrays.stream(points).boxed().toList();
    }

    /**
     * Returns the forecast of a year.
     *
     * @param year the year, 1 to {@link #horizon} after the last of the series
     * @return the forecast
     * @throws IllegalArgumentException if the year is not forecast
     */
    public double point(int year) {
        return points[step(year)];
    }

    /**
     * Returns the prediction intervals of all years: in the given share of cases the value is expected to lie between the ends.
     *
     * <p>They are those of the forecaster, as {@link Forecaster#intervals} says; of one that has none, they have the widths of the default
     * forecaster, and a note says so. Where values are known within bounds only, by printed digits or words such as "about", intervals are
     * wider: by the square root of the sum of squares of their own half width and of
     * {@code r_last + 2 h r_mean / (n - 1)}, r being the distance of a value from the farther end of its bounds.
     *
     * @param level the share of cases, {@value #LEAST_LEVEL} to {@value #GREATEST_LEVEL}, or in percent, 50 to 99
     * @return the intervals, one for each year ahead; each contains the forecast
     * @throws IllegalArgumentException if the level is out of range
     */
    public List<Interval> intervals(double level) {
        double share = share(level);
        List<Interval> intervals = forecaster
                .intervals(series, points(), share)
                .orElseGet(() -> IntervalModel.DEFAULTS.intervals(series, points(), share));
        KnownBounds known = new KnownBounds(series);
        return IntStream.range(0, points.length)
                .mapToObj(h -> known.widened(intervals.get(h), points[h], h + 1))
                .map(interval -> new Interval(held(interval.low()), held(interval.high())))
                .toList();
    }

    /**
     * Returns the prediction interval of a year.
     *
     * @param year the year, 1 to {@link #horizon} after the last of the series
     * @param level the share of cases, {@value #LEAST_LEVEL} to {@value #GREATEST_LEVEL}, or in percent, 50 to 99
     * @return the interval
     * @throws IllegalArgumentException if the year is not forecast or the level is out of range
     */
    public Interval interval(int year, double level) {
        return intervals(level).get(step(year));
    }

    /** {@return what a reader should know: gaps that were filled, a series too short or too flat to tell, and the like} */
    public List<Label> notes() {
        List<Label> notes = notesOn(series, hasOwnIntervals);
        if (isHeld) {
            notes.add(Label.of("forecasts are held within their limits " + limits, "预测值限于 " + limits + " 之内"));
        }
        double usual = usual();
        if (intervals(LEAP_LEVEL).stream().anyMatch(interval -> interval.high() > LEAP * usual) && usual > 0) {
            notes.add(Label.of(
                    "the intervals reach beyond " + LEAP + " times the usual last value, since values leap or are few",
                    "数值跳动或过少,区间超出近年常见水平的 " + LEAP + " 倍"));
        }
        return List.copyOf(notes);
    }

    /** The median size of the last five values, which one outlier does not move. */
    private double usual() {
        List<Double> values = series.values();
        double[] sizes = values.subList(Math.max(0, values.size() - LAST), values.size()).stream()
                .mapToDouble(Math::abs)
                .toArray();
        return Median.withDefaults().evaluate(sizes);
    }

    /** {@return the forecasts by year} */
    public Map<Integer, Double> byYear() {
        Map<Integer, Double> byYear = new LinkedHashMap<>();
        for (int h = 0; h < points.length; h++) {
            byYear.put(series.lastYear() + 1 + h, points[h]);
        }
        return byYear;
    }

    /** {@return the values and figures that the forecast rests on, what the forecaster did, and the {@link #notes}} */
    @Override
    public Explanation explanation() {
        List<Label> steps = new ArrayList<>();
        steps.add(Label.of("values: " + series, "数值:" + series));
        series.operands()
                .forEach((year, operand) -> operand.figure()
                        .ifPresent(figure -> steps.add(Label.of(
                                year + ": " + figure.id() + ", "
                                        + figure.source().publisher().en(),
                                year + ": " + figure.id() + ", "
                                        + figure.source().publisher().zh()))));
        Label done = forecaster.description(series.regular());
        steps.add(Label.of("forecast: " + done.en(), "预测方法:" + done.zh()));
        return Explanation.of(steps, notes());
    }

    /** What is written as JSON. */
    private record Document(
            String format, String method, AnnualSeries series, List<Year> years, Explanation explanation) {}

    /** A year of it, with intervals by their level in percent. */
    private record Year(int year, double point, Map<String, Interval> intervals) {}

    @JsonValue
    private Document document() {
        List<Year> years = new ArrayList<>();
        for (int h = 0; h < points.length; h++) {
            years.add(new Year(series.lastYear() + 1 + h, points[h], new LinkedHashMap<>()));
        }
        for (int percentage : PERCENTAGES) {
            List<Interval> intervals = intervals(percentage / 100.0);
            for (int h = 0; h < points.length; h++) {
                years.get(h).intervals().put(String.valueOf(percentage), intervals.get(h));
            }
        }
        return new Document(FORMAT, method(), series, years, explanation());
    }

    /** A level as a share, be it 0.95 or 95. */
    static double share(double level) {
        double share = level >= 50 ? level / 100 : level;
        Require.that(
                share >= LEAST_LEVEL && share <= GREATEST_LEVEL,
                "Level of an interval must be 0.5 to 0.99, or 50 to 99 percent: %s",
                level);
        return share;
    }

    private double held(double value) {
        return Math.max(limits.low(), Math.min(limits.high(), value));
    }

    /** {@return a line such as {@code default, CNY: 2024 20.8 [17.1, 25.2], … (95 %)}} */
    @Override
    public String toString() {
        List<Interval> intervals = intervals(0.95);
        return IntStream.range(0, points.length)
                .mapToObj(h -> (series.lastYear() + 1 + h) + " " + Doubles.shown(points[h]) + " " + intervals.get(h))
                .collect(Collectors.joining(
                        ", ", method() + series.unit().map(unit -> ", " + unit).orElse("") + ": ", " (95 %)"));
    }

    private int step(int year) {
        long step = (long) year - series.lastYear() - 1;
        if (step < 0 || step >= points.length) {
            throw new IllegalArgumentException("Year must be within " + (series.lastYear() + 1) + " to "
                    + (series.lastYear() + points.length) + ": " + year);
        }
        return (int) step;
    }

    /** What is to be said of a series and a forecaster. */
    private static List<Label> notesOn(AnnualSeries series, boolean hasOwnIntervals) {
        List<Label> notes = new ArrayList<>();
        double[] values = series.regular();
        if (!series.gaps().isEmpty()) {
            notes.add(Label.of(
                    "years without a value lie on the line between their neighbours: " + series.gaps(),
                    "无数值的年份按相邻年份线性内插:" + series.gaps()));
        }
        if (series.size() < 3) {
            notes.add(Label.of(
                    series.size() + " value" + (series.size() == 1 ? "" : "s")
                            + ": the width of the intervals rests on what other series do",
                    "仅 " + series.size() + " 个数值:区间宽度取自其他序列的经验"));
        }
        if (values.length > 1 && Arrays.stream(values).distinct().count() == 1) {
            notes.add(
                    values[0] == 0
                            ? Label.of("all values are 0: nothing says how far it may go", "所有数值均为 0:无从判断变化幅度")
                            : Label.of(
                                    "all values are equal: the width of the intervals rests on what other series do",
                                    "所有数值相等:区间宽度取自其他序列的经验"));
        }
        if (Arrays.stream(values).anyMatch(value -> value < 0)) {
            notes.add(Label.of(
                    "values below 0: intervals on the values themselves, for which they were not fitted",
                    "有负值:区间直接在原值上计算,常数并非为此拟合"));
        }
        if (!hasOwnIntervals) {
            notes.add(Label.of("the widths of the intervals were fitted for the default forecaster", "区间宽度是为默认方法拟合的"));
        }
        return notes;
    }
}
