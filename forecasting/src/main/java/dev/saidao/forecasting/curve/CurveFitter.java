package dev.saidao.forecasting.curve;

import dev.saidao.core.internal.Require;
import dev.saidao.forecasting.series.AnnualSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Fits growth curves by least squares, from starts that it finds itself: over a grid of the parameters in which the curve is not
 * linear the others are solved for in closed form; from the best candidates on the former are searched for by Levenberg-Marquardt (variable
 * projection, Golub and Pereyra 1973), and at the end all are refined together.
 *
 * <p>A good fit of the past says little of the saturation: before the curve bends, many saturations fit alike. Such fits carry
 * {@link FitWarning warnings}.
 *
 * <p>Example: {@code CurveFitter.withDefaults().fit(GrowthCurve.LOGISTIC, series).parameter("saturation")}.
 *
 * @since 0.1
 */
public final class CurveFitter {

    private static final CurveFitter DEFAULTS =
            new CurveFitter(Map.of(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** The least magnitude of the largest value; squares of such values are numbers. */
    private static final double LEAST_MAGNITUDE = 1e-100;

    private final Map<String, Double> fixed;
    private final OptionalDouble least;
    private final OptionalDouble most;
    private final OptionalDouble origin;

    private CurveFitter(Map<String, Double> fixed, OptionalDouble least, OptionalDouble most, OptionalDouble origin) {
        this.fixed = fixed;
        this.least = least;
        this.most = most;
        this.origin = origin;
    }

    /** {@return the fitter in which all parameters are free} */
    public static CurveFitter withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the fitter with a parameter that is known.
     *
     * @param parameter the name of the parameter, as {@link GrowthCurve#parameters} has it; a midpoint is a time
     * @param value its value, finite
     * @return the fitter
     * @throws IllegalArgumentException if the value is not finite
     */
    public CurveFitter withFixed(String parameter, double value) {
        requireFinite(value, parameter);
        Map<String, Double> more = new LinkedHashMap<>(fixed);
        more.put(parameter, value);
        return new CurveFitter(more, least, most, origin);
    }

    /**
     * Returns the fitter with bounds of the saturation.
     *
     * @param least the least saturation
     * @param most the greatest saturation, above the least
     * @return the fitter
     * @throws IllegalArgumentException if an end is not finite or they are not in order
     */
    public CurveFitter withSaturation(double least, double most) {
        requireFinite(least, "saturation");
        requireFinite(most, "saturation");
        if (least >= most) {
            throw new IllegalArgumentException("Least saturation must be below the greatest: " + least + ", " + most);
        }
        return new CurveFitter(fixed, OptionalDouble.of(least), OptionalDouble.of(most), origin);
    }

    /**
     * Returns the fitter with a stated origin, from which the time τ of {@link GrowthCurve} counts.
     *
     * @param origin the time of the origin; one smallest step before the first observation if it is not stated
     * @return the fitter
     * @throws IllegalArgumentException if it is not finite
     */
    public CurveFitter withOrigin(double origin) {
        requireFinite(origin, "origin");
        return new CurveFitter(fixed, least, most, OptionalDouble.of(origin));
    }

    private static void requireFinite(double value, String what) {
        Require.that(Double.isFinite(value), "Value of %s must be finite: %s", what, value);
    }

    /**
     * Fits a curve to a series; gaps are left out.
     *
     * @param curve the curve
     * @param series the series
     * @return the fitted curve
     * @throws IllegalArgumentException as the other method
     */
    public FittedCurve fit(GrowthCurve curve, AnnualSeries series) {
        return fit(
                curve,
                series.byYear().keySet().stream().mapToDouble(year -> year).toArray(),
                series.byYear().values().stream().mapToDouble(value -> value).toArray());
    }

    /**
     * Fits a curve to observations.
     *
     * @param curve the curve
     * @param times the times, in any order, of which at least two differ
     * @param values the values at these times
     * @return the fitted curve
     * @throws IllegalArgumentException if the numbers of times and values differ; if a number is not finite; if all times are equal;
     *     if there are fewer values than free parameters; if a fixed parameter is not one of the curve or not positive where it must
     *     be; if a saturation is fixed or bounded to a sign that the values do not have, for a curve that lies between it and 0; if no value
     *     is 0 or beyond ±1e-100; if all parameters are fixed; if bounds are set for a curve without saturation; if no parameters fit at all
     */
    public FittedCurve fit(GrowthCurve curve, double[] times, double[] values) {
        requireObservations(times, values);
        requireParameters(curve);
        requireSaturation(curve, values);
        double[] sorted = DoubleStream.of(times).sorted().distinct().toArray();
        Require.that(sorted.length >= 2, "Times must differ: %s", sorted[0]);
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            step = Math.min(step, sorted[i] - sorted[i - 1]);
        }
        double zero = origin.orElse(sorted[0] - step);
        double[] since = DoubleStream.of(times).map(time -> time - zero).toArray();
        CurveProblem problem = new CurveProblem(curve, since, values, zero, fixed, least, most);
        Require.that(
                values.length >= problem.freeParameters(),
                "Values must be at least as many as free parameters, %s: %s",
                problem.freeParameters(),
                values.length);
        LeastSquares.Solution best = problem.best()
                .orElseThrow(() ->
                        new IllegalArgumentException("No parameters fit: " + curve + ", " + Arrays.toString(values)));
        return problem.fitted(best);
    }

    private static void requireObservations(double[] times, double[] values) {
        Require.that(
                times.length == values.length && times.length != 0,
                "Times and values must be as many, one or more: %s, %s",
                times.length,
                values.length);
        for (int i = 0; i < times.length; i++) {
            requireFinite(times[i], "time");
            Require.that(
                    Math.abs(values[i]) <= AnnualSeries.MAX_MAGNITUDE,
                    "Value at %s must be within ±1e100: %s",
                    times[i],
                    values[i]);
        }
        double largest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
        Require.that(
                largest == 0 || largest >= LEAST_MAGNITUDE,
                "Largest value must be 0 or beyond ±1e-100, for its square to be a number: %s",
                largest);
    }

    /** A saturation that is given must have the sign of the values, between which and 0 the curve lies. */
    private void requireSaturation(GrowthCurve curve, double[] values) {
        double sum = DoubleStream.of(values).sum();
        Double given = fixed.get("saturation");
        if (!curve.isFromZero() || sum == 0) {
            return;
        }
        String sign = sum > 0 ? "positive" : "negative";
        Require.that(
                given == null || given * Math.signum(sum) > 0,
                "Saturation must be %s, as the values are: %s",
                sign,
                given);
        Require.that(
                least.isEmpty() || (sum > 0 ? most.orElseThrow() > 0 : least.orElseThrow() < 0),
                "Bounds of the saturation must admit a %s one, as the values are: %s, %s",
                sign,
                least.orElse(0),
                most.orElse(0));
    }

    private void requireParameters(GrowthCurve curve) {
        fixed.forEach((name, value) -> {
            int place = curve.parameters().indexOf(name);
            Require.that(place >= 0, "Fixed parameter must be one of %s: %s", curve.parameters(), name);
            if (curve.isPositive(place) && value <= 0) {
                throw new IllegalArgumentException("Fixed parameter " + name + " must be positive: " + value);
            }
        });
        Require.that(fixed.size() != curve.parameters().size(), "A parameter must be free: %s", curve.parameters());
        Require.that(
                least.isEmpty() || curve.hasSaturation(), "Curve must have a saturation for bounds of it: %s", curve);
    }
}
