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
     * Returns a combination whose weights follow from what the series is like (feature-based forecast model averaging; Montero-Manso,
     * Athanasopoulos, Hyndman and Talagala 2020).
     *
     * <pre>{@code
     * forecast = middle + unsteadiness sum of w (component - middle)
     * w = exp(s) / sum of all exp(s),  s = c0 + c1 z1 + ... + c8 z8
     * }</pre>
     *
     * <ul>
     *   <li>middle: what a forecaster says that is seldom far off, such as a median of many
     *   <li>components: the last value; each member's forecast, but no farther from the middle than eight mean yearly changes for each year
     *       ahead; the point as far beyond the middle as the last value is from it, twice the middle less the last value; the middle
     *   <li>z and unsteadiness: the {@linkplain SeriesFeatures#standardized standardized} features of the series; a line or a constant rate
     *       of growth has an unsteadiness of 0 and is continued as the middle has it
     *   <li>the forecast is the middle if no value differs from the one before
     * </ul>
     *
     * @param name the name in results
     * @param middle what all weights of 0 would leave
     * @param members the members, one or more
     * @param coefficients for the last value, for each member, for the point beyond and for the middle, in this order, nine finite numbers
     *     each: c0, then one for each feature in the order of {@link SeriesFeatures}
     * @return the forecaster
     * @throws IllegalArgumentException if the name is blank, there is no member, or the numbers are not those described
     */
    static Forecaster featureWeighted(
            String name, Forecaster middle, List<Forecaster> members, double[][] coefficients) {
        return new FeatureWeightedForecaster(name, middle, members, coefficients, Optional.empty());
    }

    /**
     * Returns the combination that is the middle of {@link #withDefaults}: in each year ahead the mean of the four forecasts that follow upon
     * the middle one of 33, those by every method but {@link ForecastMethod#ETS} and {@link ForecastMethod#ARIMA} on every scale.
     *
     * @return the combination
     */
    static Forecaster middleOfMany() {
        return TrimmedMeanForecaster.MIDDLE_OF_MANY;
    }

    /**
     * Returns the documented default: a {@link #featureWeighted} combination of ten methods around {@link #middleOfMany}.
     *
     * <p>Short annual series rarely tell which model is right, but many models tell which is wrong: the one far from the others. What they
     * agree on is too low more often than too high, since series that grow tend to grow faster; hence the mean is taken above the middle
     * one. A steady series is continued by that mean. The less steady it is, the more the ten methods, the last value and the way beyond
     * the mean count, each by what the series is like.
     *
     * <p>The ten and their coefficients, in the resource {@code default-weights.properties}, come from the yearly series of M1, M3 and
     * tourism and of eleven public sources of other fields (health, farming, economy, environment, towns, energy, finance, trade), by the
     * program {@code FeatureWeightFit} of the benchmarks. Nothing else was chosen on them but the number of methods, the penalty on the
     * coefficients and the ranks of the mean. OWA, by that of a median of eight that was the default before and that was chosen on M1, M3 and
     * tourism alone; with members and coefficients from all, and from all collections but the one that is forecast:
     *
     * <pre>{@code
     *                     M1    M3    tourism  other sources: mean, worst
     * this default      0.894 0.974     0.963  0.964, 1.180
     * one left out      0.995 1.007     1.001  0.980, 1.149
     * last 8 values:
     * this default      0.917 0.943     0.961  0.942, 1.004
     * one left out      0.989 0.987     0.977  0.949, 1.002
     * a horizon earlier:
     * this default      0.960 0.989     0.982  0.955, 1.053
     * one left out      1.031 1.016     1.075  0.971, 1.054
     * }</pre>
     *
     * <p>The second lines are what a series of no collection may expect. The worst source is the smallest, with 14 series.
     *
     * @return the default
     */
    static Forecaster withDefaults() {
        return FeatureWeightedForecaster.DEFAULTS;
    }
}
