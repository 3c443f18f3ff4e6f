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
     * Returns what is done with values, in words.
     *
     * @param values the values, as for {@link #points}
     * @return the {@link #description()} if nothing more is said
     */
    default Label description(double[] values) {
        return description();
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
        return new TrimmedMeanForecaster(name, lowest, highest, members);
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
     * Returns a forecaster drawn towards the last value, or away from it, by what the series is like.
     *
     * <pre>{@code
     * drawn = forecast + weight (last value - forecast)
     * weight = min(1, unsteadiness) max(-0.25, min(0.5, constant + rises R + size ln(S) + runs A))
     * }</pre>
     *
     * <ul>
     *   <li>R: the share of the yearly changes that are rises
     *   <li>S: the mean size of the changes of square roots, as a share of the mean square root
     *   <li>A: the autocorrelation of these changes at one year, 0 if there are fewer than four; below 0 in a zigzag
     *   <li>unsteadiness: how far the changes are from their mean, in the mean, as a share of it; the least of that of values, of
     *       square roots and of logarithms, so that a line and a constant rate of growth, which have 0, are continued as they are
     *   <li>the weight is 0 with one or two values, with equal ones, and if a value is below 0
     * </ul>
     *
     * @param name the name in results
     * @param forecaster what is drawn
     * @param constant the weight, before its bounds, where R, ln(S) and A are 0
     * @param rises what R adds
     * @param size what ln(S) adds
     * @param runs what A adds
     * @return the forecaster
     * @throws IllegalArgumentException if the name is blank or a constant is not finite
     */
    static Forecaster anchored(
            String name, Forecaster forecaster, double constant, double rises, double size, double runs) {
        return new AnchoredForecaster(name, forecaster, constant, rises, size, runs, Optional.empty());
    }

    /**
     * Returns the combination that {@link #withDefaults} draws: in each year ahead the mean of the six of twenty forecasts that follow upon
     * the eight lowest. The twenty are those of {@link ForecastMethod#NAIVE}, {@link ForecastMethod#MEDIAN_DRIFT},
     * {@link ForecastMethod#WEIGHTED_DRIFT}, {@link ForecastMethod#DYNAMIC_THETA} and {@link ForecastMethod#ETS} on the values, of
     * {@link ForecastMethod#DRIFT}, {@link ForecastMethod#MEDIAN_DRIFT}, {@link ForecastMethod#SMOOTHING_AVERAGE} and
     * {@link ForecastMethod#ARIMA} on their square roots, and of {@link ForecastMethod#HOLT} on their logarithms, each of the whole series
     * and once more of its last 18 values.
     *
     * <p>Short annual series rarely tell which model is right, but the members tell which is wrong: the one far from the others. What
     * holds today may have begun lately, so that each member sees the whole and the last years. The middle of forecasts is too low more
     * often than too high, since series that grow tend to grow faster; hence the mean is taken one rank above the middle.
     *
     * <p>Members, ranks and scales were chosen over the yearly series of M1, M3 and tourism, each also from an origin a horizon earlier,
     * and of eleven public sources of other fields (health, farming, economy, environment, towns, energy, finance, trade). The OWA of this
     * combination, and of what the program {@code CombinationSearch} of the benchmarks finds on all and, leaving one collection out, on the
     * others; each by that of the combination that was the default before (a median of eight, chosen on M1, M3 and tourism alone):
     *
     * <pre>{@code
     *                     M1    M3    tourism  other sources: mean, worst
     * this one          0.997 1.006     1.008  0.966, 0.994
     * found on all      0.987 1.008     1.010  0.957, 0.991
     * one left out      1.006 1.025     1.025  0.957, 0.991
     * last 8 values:
     * this one          0.996 0.975     0.989  0.982, 0.996
     * found on all      0.993 0.977     0.995  0.977, 1.003
     * one left out      1.035 0.977     1.012  0.977, 1.003
     * }</pre>
     *
     * <p>The default before had the advantage of having been chosen on the three it is compared on in the first columns; standard errors
     * there, by a bootstrap of the series, are 0.014, 0.014 and 0.010. What is found on all is not better by more than such errors, and
     * has the naive forecast twice.
     *
     * @return the combination
     */
    static Forecaster middleOfTwenty() {
        return TrimmedMeanForecaster.MIDDLE_OF_TWENTY;
    }

    /**
     * Returns the documented default: {@link #middleOfTwenty}, {@link #anchored} with
     * {@code weight = 2.48 - 1.08 R + 0.62 ln(S) + 0.71 A} before its bounds.
     *
     * <p>Forecasts of what rises steadily are kept. Where rises and falls change places, where changes are large, and where they come in
     * runs, the last value says more than the models do, and the forecast lies nearer to it; in a zigzag of small rises the last value is
     * partly chance, and the forecast goes beyond. The bounds keep a series unlike those measured near its undrawn forecast.
     *
     * <p>The constants were fitted on the collections that the members were chosen on, by the program {@code AnchorFit} of the benchmarks.
     * The OWA by that of {@link #middleOfTwenty}, with these constants and with those fitted on all collections but the one that is
     * forecast:
     *
     * <pre>{@code
     *                     M1    M3    tourism  other sources: mean, worst
     * this default      0.969 0.988     0.981  0.986, 1.005
     * one left out      0.978 0.993     0.983  0.988, 1.006
     * last 8 values:
     * this default      0.972 0.987     0.990  0.986, 1.007
     * one left out      0.973 0.993     0.991  0.987, 1.007
     * a horizon earlier:
     * this default      0.995 1.012     1.013  0.985, 1.000
     * one left out      1.003 1.015     1.016  0.986, 1.000
     * }</pre>
     *
     * <p>With the last three, four or five values alone, with which nothing was fitted, it is 0.927 to 0.995 on each of these and on the
     * other sources together.
     *
     * @return the default
     */
    static Forecaster withDefaults() {
        return AnchoredForecaster.DEFAULTS;
    }
}
