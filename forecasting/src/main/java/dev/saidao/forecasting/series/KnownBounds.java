package dev.saidao.forecasting.series;

import dev.saidao.core.bounds.Bounds;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far a forecast may be off because the values it rests on are known within bounds only, be they those of printed digits or of words
 * such as "about".
 *
 * <p>It is counted as for the line through the first and the last of n values: with r the larger distance of a value from the ends of its
 * bounds, of the last value and as the mean of all,
 *
 * <pre>{@code reach(h) = r_last + 2 h r_mean / (n - 1)}</pre>
 *
 * <p>It is added to the width of an interval as what is independent of it, by squares, so that wider bounds never narrow an interval. An
 * open end, as of "over 30", has no distance and is left out; an interval says nothing of it.
 */
final class KnownBounds {

    private final double last;
    private final double mean;
    private final int steps;

    KnownBounds(AnnualSeries series) {
        double sum = 0;
        double latest = 0;
        for (int year : series.byYear().keySet()) {
            latest = distance(series, year);
            sum += latest;
        }
        this.last = latest;
        this.mean = sum / series.size();
        this.steps = Math.max(1, series.lastYear() - series.firstYear());
    }

    private static double distance(AnnualSeries series, int year) {
        double value = series.value(year).orElseThrow();
        Optional<Bounds> bounds = series.known(year).map(known -> known.bounds());
        double low = bounds.flatMap(Bounds::lower).map(BigDecimal::doubleValue).orElse(value);
        double high = bounds.flatMap(Bounds::upper).map(BigDecimal::doubleValue).orElse(value);
        return Math.max(value - low, high - value);
    }

    /** The interval around a forecast, widened by what is not known of the values. */
    Interval widened(Interval interval, double point, int stepsAhead) {
        double reach = last + 2 * stepsAhead * mean / steps;
        return reach > 0
                ? new Interval(
                        point - Math.hypot(point - interval.low(), reach),
                        point + Math.hypot(interval.high() - point, reach))
                : interval;
    }
}
