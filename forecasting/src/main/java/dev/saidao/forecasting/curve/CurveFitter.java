package dev.saidao.forecasting.curve;

import dev.saidao.core.internal.Require;
import dev.saidao.forecasting.series.AnnualSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Fits growth curves by least squares, from starts that it finds itself: over a grid of the parameters in which the curve is not
 * linear the others are solved for in closed form, and the best candidates are refined by Levenberg-Marquardt.
 *
 * <p>A good fit of the past says little of the saturation: before the curve bends, many saturations fit alike. Such fits carry
 * {@link FitWarning warnings}.
 *
 * <p>Example: {@code CurveFitter.withDefaults().fit(GrowthCurve.LOGISTIC, series).parameter("saturation")}.
 */
public final class CurveFitter {

    private static final CurveFitter DEFAULTS =
            new CurveFitter(Map.of(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    private static final int CANDIDATES = 6;
    private static final double FAR = 1_000;
    private static final double RIDGE = 0.999;

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
        List<Double> times = new ArrayList<>();
        for (int year = series.firstYear(); year <= series.lastYear(); year++) {
            if (series.value(year).isPresent()) {
                times.add((double) year);
            }
        }
        return fit(curve, numbers(times), numbers(series.values()));
    }

    private static double[] numbers(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).toArray();
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
     *     be; if all parameters are fixed; if bounds are set for a curve without saturation; if no parameters fit at all
     */
    public FittedCurve fit(GrowthCurve curve, double[] times, double[] values) {
        requireObservations(times, values);
        requireParameters(curve);
        double[] sorted = DoubleStream.of(times).sorted().distinct().toArray();
        Require.that(sorted.length >= 2, "Times must differ: %s", sorted[0]);
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            step = Math.min(step, sorted[i] - sorted[i - 1]);
        }
        double zero = origin.orElse(sorted[0] - step);
        double[] since = DoubleStream.of(times).map(time -> time - zero).toArray();
        Problem problem = new Problem(curve, since, values, zero);
        Require.that(
                values.length >= problem.free.length,
                "Values must be at least as many as free parameters, %s: %s",
                problem.free.length,
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

    /** One curve and its observations. */
    private final class Problem {

        private final GrowthCurve curve;
        private final double[] times;
        /** In units of {@link #unit}, a power of two near the largest of them, so that squares neither overflow nor vanish. */
        private final double[] values;

        private final double unit;
        private final OptionalDouble low;
        private final OptionalDouble high;
        private final double zero;
        /** The places of the parameters that are not fixed. */
        private final int[] free;

        private final double[] known;

        Problem(GrowthCurve curve, double[] times, double[] values, double zero) {
            this.curve = curve;
            this.times = times;
            double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
            this.unit = largest < Double.MIN_NORMAL ? 1 : Math.scalb(1.0, Math.getExponent(largest));
            this.values = Arrays.stream(values).map(x -> x / unit).toArray();
            this.low = least.isPresent() ? OptionalDouble.of(least.getAsDouble() / unit) : least;
            this.high = most.isPresent() ? OptionalDouble.of(most.getAsDouble() / unit) : most;
            this.zero = zero;
            List<Integer> places = new ArrayList<>();
            this.known = new double[curve.parameters().size()];
            for (int i = 0; i < known.length; i++) {
                String name = curve.parameters().get(i);
                Double value = fixed.get(name);
                known[i] = value == null ? Double.NaN : value - (name.equals("midpoint") ? zero : 0);
                known[i] /= i < curve.linear() ? unit : 1;
                if (value == null) {
                    places.add(i);
                }
            }
            this.free = places.stream().mapToInt(i -> i).toArray();
        }

        /** The best parameters, midpoints counted from the origin. */
        Optional<LeastSquares.Solution> best() {
            double first = Arrays.stream(times).min().orElse(0);
            double span = Arrays.stream(times).max().orElse(0) - first;
            LeastSquares natural = new LeastSquares((i, parameters) -> curve.at(times[i], parameters), values);
            List<LeastSquares.Solution> candidates = new ArrayList<>();
            for (double[] shape : curve.grid(first, span, isRising())) {
                candidates.add(natural.at(candidate(shape)));
            }
            candidates.removeIf(candidate -> !Double.isFinite(candidate.squares()));
            candidates.sort(Comparator.comparingDouble(LeastSquares.Solution::squares));
            LeastSquares searched = new LeastSquares((i, x) -> curve.at(times[i], inside(x)), values);
            LeastSquares.Solution best = null;
            for (LeastSquares.Solution candidate : candidates.subList(0, Math.min(CANDIDATES, candidates.size()))) {
                LeastSquares.Solution found = searched.solve(outside(candidate.parameters()))
                        .map(solution -> natural.at(inside(solution.parameters())))
                        .filter(solution -> solution.squares() <= candidate.squares())
                        .orElse(candidate);
                if (best == null || found.squares() < best.squares()) {
                    best = found;
                }
            }
            return Optional.ofNullable(best);
        }

        private boolean isRising() {
            int first = 0;
            int last = 0;
            for (int i = 0; i < times.length; i++) {
                first = times[i] < times[first] ? i : first;
                last = times[i] > times[last] ? i : last;
            }
            return values[last] >= values[first];
        }

        /** Parameters with a given shape, the others as they fit best. */
        private double[] candidate(double[] shape) {
            int linear = curve.linear();
            double[] parameters = known.clone();
            for (int i = linear; i < parameters.length; i++) {
                parameters[i] = Double.isNaN(known[i]) ? shape[i - linear] : known[i];
            }
            // the curve as a sum of columns, each times a parameter
            double[][] columns = new double[linear][times.length];
            for (int j = 0; j < linear; j++) {
                double[] unit = parameters.clone();
                for (int k = 0; k < linear; k++) {
                    unit[k] = j == k ? 1 : 0;
                }
                for (int i = 0; i < times.length; i++) {
                    columns[j][i] = curve.at(times[i], unit);
                }
            }
            if (linear == 1) {
                parameters[0] = Double.isNaN(known[0]) ? slope(columns[0], values) : known[0];
            } else {
                solvePair(columns, parameters);
            }
            if (low.isPresent()) {
                double saturation = Math.min(high.orElseThrow(), Math.max(low.orElseThrow(), parameters[0]));
                if (saturation != parameters[0] && linear == 2 && Double.isNaN(known[1])) {
                    parameters[1] = slope(columns[1], less(values, columns[0], saturation));
                }
                parameters[0] = saturation;
            }
            return parameters;
        }

        private void solvePair(double[][] columns, double[] parameters) {
            double uu = product(columns[0], columns[0]);
            double uv = product(columns[0], columns[1]);
            double vv = product(columns[1], columns[1]);
            double uy = product(columns[0], values);
            double vy = product(columns[1], values);
            double determinant = uu * vv - uv * uv;
            if (!Double.isNaN(known[0])) {
                parameters[1] =
                        Double.isNaN(known[1]) ? slope(columns[1], less(values, columns[0], known[0])) : known[1];
            } else if (!Double.isNaN(known[1])) {
                parameters[0] = slope(columns[0], less(values, columns[1], known[1]));
            } else {
                parameters[0] = (uy * vv - vy * uv) / determinant;
                parameters[1] = (vy * uu - uy * uv) / determinant;
            }
        }

        private static double product(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        private static double slope(double[] column, double[] y) {
            return product(column, y) / product(column, column);
        }

        private static double[] less(double[] y, double[] column, double times) {
            double[] rest = new double[y.length];
            Arrays.setAll(rest, i -> y[i] - times * column[i]);
            return rest;
        }

        private boolean isBounded(int place) {
            return place == 0 && low.isPresent();
        }

        /** The free parameters as they are searched for: positive ones by their logarithm, a bounded one by its logit. */
        private double[] outside(double[] parameters) {
            double[] x = new double[free.length];
            for (int i = 0; i < x.length; i++) {
                double value = parameters[free[i]];
                if (isBounded(free[i])) {
                    double share = (value - low.orElseThrow()) / (high.orElseThrow() - low.orElseThrow());
                    share = Math.min(1 - 1e-6, Math.max(1e-6, share));
                    x[i] = Math.log(share / (1 - share));
                } else {
                    x[i] = curve.isPositive(free[i]) ? Math.log(value) : value;
                }
            }
            return x;
        }

        private double[] inside(double[] x) {
            double[] parameters = known.clone();
            for (int i = 0; i < x.length; i++) {
                if (isBounded(free[i])) {
                    double share = 1 / (1 + Math.exp(-x[i]));
                    parameters[free[i]] = low.orElseThrow() + share * (high.orElseThrow() - low.orElseThrow());
                } else {
                    parameters[free[i]] = curve.isPositive(free[i]) ? Math.exp(x[i]) : x[i];
                }
            }
            return parameters;
        }

        FittedCurve fitted(LeastSquares.Solution solution) {
            double[] best = solution.parameters();
            int n = values.length;
            int k = free.length;
            double squares = solution.squares();
            LeastSquares natural = new LeastSquares((i, x) -> curve.at(times[i], with(best, x)), values);
            double[] estimates = new double[k];
            Arrays.setAll(estimates, i -> best[free[i]]);
            Optional<double[][]> inverse = n > k ? natural.inverseOfCrossProducts(estimates) : Optional.empty();
            double variance = n > k ? squares / (n - k) : 0;
            double[][] covariances = new double[best.length][best.length];
            inverse.ifPresent(found -> {
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < k; j++) {
                        covariances[free[i]][free[j]] = variance * found[i][j];
                    }
                }
            });
            Set<FitWarning> warnings = warnings(best, inverse, covariances);
            double[] scaled = best.clone();
            for (int i = 0; i < curve.linear(); i++) {
                scaled[i] *= unit;
                for (int j = 0; j < best.length; j++) {
                    covariances[i][j] *= unit;
                    covariances[j][i] *= unit;
                }
            }
            boolean[] isFree = new boolean[best.length];
            for (int place : free) {
                isFree[place] = true;
            }
            return new FittedCurve(
                    curve,
                    scaled,
                    isFree,
                    zero,
                    squares * unit * unit,
                    n,
                    inverse.isPresent() ? Optional.of(covariances) : Optional.empty(),
                    warnings);
        }

        private double[] with(double[] best, double[] x) {
            double[] parameters = best.clone();
            for (int i = 0; i < x.length; i++) {
                parameters[free[i]] = x[i];
            }
            return parameters;
        }

        private Set<FitWarning> warnings(double[] best, Optional<double[][]> inverse, double[][] covariances) {
            Set<FitWarning> warnings = EnumSet.noneOf(FitWarning.class);
            if (values.length <= free.length) {
                warnings.add(FitWarning.NO_ERROR_KNOWN);
            } else if (inverse.isEmpty()) {
                warnings.add(FitWarning.UNIDENTIFIED);
            } else {
                double[][] found = inverse.get();
                for (int i = 0; i < found.length; i++) {
                    for (int j = 0; j < i; j++) {
                        double correlation = found[i][j] / Math.sqrt(found[i][i]) / Math.sqrt(found[j][j]);
                        if (Math.abs(correlation) > RIDGE) {
                            warnings.add(FitWarning.RIDGE);
                        }
                    }
                }
            }
            if (curve.hasSaturation() && free[0] == 0) {
                addSaturation(best[0], Math.sqrt(covariances[0][0]), warnings);
            }
            return warnings;
        }

        private void addSaturation(double saturation, double error, Set<FitWarning> warnings) {
            double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
            if (curve == GrowthCurve.BASS_SALES) {
                // the saturation is of the sum
                largest = Math.abs(Arrays.stream(values).sum());
            }
            if (low.isPresent()) {
                double margin = 1e-4 * (high.orElseThrow() - low.orElseThrow());
                if (saturation - low.orElseThrow() < margin || high.orElseThrow() - saturation < margin) {
                    warnings.add(FitWarning.SATURATION_AT_BOUND);
                }
            }
            if (Math.abs(saturation) > FAR * largest) {
                warnings.add(FitWarning.SATURATION_UNBOUNDED);
            } else if (Math.abs(saturation) > 2 * largest || Math.abs(saturation) < 2 * error) {
                warnings.add(FitWarning.SATURATION_BEYOND_THE_DATA);
            }
        }
    }
}
