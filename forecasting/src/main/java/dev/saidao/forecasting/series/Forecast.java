package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is expected of the years after a series. */
public final class Forecast {

    /** The lowest level of an interval. */
    public static final double LEAST_LEVEL = 0.5;

    /** The highest level of an interval. */
    public static final double GREATEST_LEVEL = 0.99;

    private final AnnualSeries series;
    private final String method;
    private final double[] points;
    private final List<Label> notes;

    Forecast(AnnualSeries series, String method, double[] points, List<Label> notes) {
        this.series = series;
        this.method = method;
        this.points = points;
        this.notes = List.copyOf(notes);
    }

    /** {@return the series that the forecast continues} */
    public AnnualSeries series() {
        return series;
    }

    /** {@return the name of the forecaster} */
    public String method() {
        return method;
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
     * <p>The widths rest on how far the default forecaster was off in collections of annual series; the lower end of a series
     * without a value below 0 is not below 0.
     *
     * @param level the share of cases, {@value #LEAST_LEVEL} to {@value #GREATEST_LEVEL}
     * @return the intervals, one for each year ahead; each contains the forecast
     * @throws IllegalArgumentException if the level is out of range
     */
    public List<Interval> intervals(double level) {
        if (!(level >= LEAST_LEVEL && level <= GREATEST_LEVEL)) {
            throw new IllegalArgumentException("Level of an interval must be 0.5 to 0.99: " + level);
        }
        return List.of(IntervalModel.DEFAULTS.intervals(series, points, level));
    }

    /**
     * Returns the prediction interval of a year.
     *
     * @param year the year, 1 to {@link #horizon} after the last of the series
     * @param level the share of cases, {@value #LEAST_LEVEL} to {@value #GREATEST_LEVEL}
     * @return the interval
     * @throws IllegalArgumentException if the year is not forecast or the level is out of range
     */
    public Interval interval(int year, double level) {
        return intervals(level).get(step(year));
    }

    /** {@return what a reader should know: gaps that were filled, a series too short or too flat to tell, and the like} */
    public List<Label> notes() {
        return notes;
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
    static List<Label> notesOn(AnnualSeries series, boolean isDefault) {
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
        if (!isDefault) {
            notes.add(Label.of("the widths of the intervals were fitted for the default forecaster", "区间宽度是为默认方法拟合的"));
        }
        return notes;
    }
}
