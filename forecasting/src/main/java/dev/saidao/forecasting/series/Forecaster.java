package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Optional;

/**
 * A way to forecast the values that follow annual values without gaps. Implementations must be immutable and do the same with the
 * same values.
 */
public interface Forecaster {

    /** {@return the name in results} */
    String name();

    /**
     * Forecasts.
     *
     * @param values the values, the oldest first, at least one, finite
     * @param horizon how many years ahead, 1 or more
     * @return the forecasts, one for each year ahead
     */
    double[] points(double[] values, int horizon);

    /** {@return what is done, in words; the name if nothing more is said} */
    default Label description() {
        return Label.same(name());
    }

    /**
     * Returns the prediction intervals around forecasts of this forecaster. The widths rest on how far it was off in collections of
     * annual series.
     *
     * @param series the series that is continued, gaps included
     * @param points the forecasts, one for each year ahead
     * @param level the share of cases, {@value Forecast#LEAST_LEVEL} to {@value Forecast#GREATEST_LEVEL}
     * @return an interval for each year ahead that contains the forecast, the lower end not below 0 if no value of the series is; empty if
     *     this forecaster has no intervals of its own
     */
    default Optional<List<Interval>> intervals(AnnualSeries series, List<Double> points, double level) {
        return Optional.empty();
    }

    /**
     * Returns a published method on its own scale.
     *
     * @param method the method
     * @param scale the scale on which it works
     * @return the forecaster
     */
    static Forecaster of(ForecastMethod method, Scale scale) {
        return new ScaledForecaster(method, scale);
    }

    /**
     * Returns a combination: in each year ahead the mean of the members' forecasts without the lowest and the highest.
     *
     * @param name the name in results
     * @param trimmed how many are left out at each end, 0 or more
     * @param members the members, more than twice as many
     * @return the forecaster
     * @throws IllegalArgumentException if the name is blank or nothing would be left
     */
    static Forecaster trimmedMean(String name, int trimmed, List<Forecaster> members) {
        return new TrimmedMeanForecaster(name, trimmed, members, Optional.empty());
    }

    /**
     * Returns a combination: in each year ahead the median of the members' forecasts.
     *
     * @param name the name in results
     * @param members the members, one or more
     * @return the forecaster
     * @throws IllegalArgumentException if the name is blank or there is no member
     */
    static Forecaster median(String name, List<Forecaster> members) {
        return new TrimmedMeanForecaster(name, (members.size() - 1) / 2, members, Optional.empty());
    }

    /**
     * Returns the documented default: in each year ahead the median of eight forecasts, which are those of
     * {@link ForecastMethod#NAIVE}, {@link ForecastMethod#MEDIAN_DRIFT} and {@link ForecastMethod#DYNAMIC_THETA} on the values, and of
     * {@link ForecastMethod#DRIFT}, {@link ForecastMethod#MEDIAN_DRIFT}, {@link ForecastMethod#HOLT},
     * {@link ForecastMethod#SMOOTHING_AVERAGE} and {@link ForecastMethod#ARIMA} on their square roots.
     *
     * <p>Short annual series rarely tell which model is right, but the members tell which is wrong: the one far from the others.
     * Squares of a line grow faster than a line and slower than at a constant rate, as most markets do.
     *
     * @return the default
     */
    static Forecaster withDefaults() {
        return TrimmedMeanForecaster.DEFAULTS;
    }
}
