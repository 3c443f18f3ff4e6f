package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Optional;

/**
 * A way to forecast the values that follow annual values without gaps. Implementations must be immutable and do the same with the
 * same values.
 *
 * @since 0.1
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
        return trimmedMean(name, trimmed, trimmed, members);
    }

    /**
     * Returns a combination: in each year ahead the mean of the members' forecasts without some of the lowest and some of the highest.
     *
     * @param name the name in results
     * @param lowest how many of the lowest are left out, 0 or more
     * @param highest how many of the highest are left out, 0 or more
     * @param members the members, more than are left out
     * @return the forecaster
     * @throws IllegalArgumentException if the name is blank or nothing would be left
     */
    static Forecaster trimmedMean(String name, int lowest, int highest, List<Forecaster> members) {
        return new TrimmedMeanForecaster(name, lowest, highest, members, Optional.empty());
    }

    /**
     * Returns a forecaster that sees the last values alone; with no more values than these it is the same as the one given.
     *
     * @param values how many of the last values, 1 or more
     * @param forecaster what forecasts from them
     * @return the forecaster, whose name ends with {@code -last-} and the number
     * @throws IllegalArgumentException if the number is below 1
     */
    static Forecaster ofLast(int values, Forecaster forecaster) {
        return new RecentForecaster(values, forecaster);
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
        return trimmedMean(name, Math.max(0, (members.size() - 1) / 2), members);
    }

    /**
     * Returns the documented default: in each year ahead the mean of the six of twenty forecasts that follow upon the eight lowest. The
     * twenty are those of {@link ForecastMethod#NAIVE}, {@link ForecastMethod#MEDIAN_DRIFT}, {@link ForecastMethod#WEIGHTED_DRIFT},
     * {@link ForecastMethod#DYNAMIC_THETA} and {@link ForecastMethod#ETS} on the values, of {@link ForecastMethod#DRIFT},
     * {@link ForecastMethod#MEDIAN_DRIFT}, {@link ForecastMethod#SMOOTHING_AVERAGE} and {@link ForecastMethod#ARIMA} on their square roots,
     * and of {@link ForecastMethod#HOLT} on their logarithms, each of the whole series and once more of its last 18 values.
     *
     * <p>Short annual series rarely tell which model is right, but the members tell which is wrong: the one far from the others. What
     * holds today may have begun lately, so that each member sees the whole and the last years. The middle of forecasts is too low more
     * often than too high, since series that grow tend to grow faster; hence the mean is taken one rank above the middle.
     *
     * <p>Members, ranks and scales were chosen over the yearly series of M1, M3 and tourism, each also from an origin a horizon earlier,
     * and of eleven public sources of other fields (health, farming, economy, environment, towns, energy, finance, trade). The OWA of this
     * default, and of what the program {@code CombinationSearch} of the benchmarks finds on all and, leaving one collection out, on the
     * others; each by that of the combination that was the default before (a median of eight, chosen on M1, M3 and tourism alone):
     *
     * <pre>{@code
     *                     M1    M3    tourism  other sources: mean, worst
     * this default      0.997 1.006     1.008  0.966, 0.994
     * found on all      0.987 1.008     1.010  0.957, 0.991
     * one left out      1.006 1.025     1.025  0.957, 0.991
     * last 8 values:
     * this default      0.996 0.975     0.989  0.982, 0.996
     * found on all      0.993 0.977     0.995  0.977, 1.003
     * one left out      1.035 0.977     1.012  0.977, 1.003
     * }</pre>
     *
     * <p>The default before had the advantage of having been chosen on the three it is compared on in the first columns; standard errors
     * there, by a bootstrap of the series, are 0.014, 0.014 and 0.010. What is found on all is not better by more than such errors, and
     * has the naive forecast twice.
     *
     * @return the default
     */
    static Forecaster withDefaults() {
        return TrimmedMeanForecaster.DEFAULTS;
    }
}
