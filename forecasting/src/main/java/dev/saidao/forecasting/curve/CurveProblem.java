package dev.saidao.forecasting.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One curve and its observations. The parameters in which the curve is linear are solved for in closed form, so that only the others are
 * searched for (variable projection), and all together are refined at the end.
 */
final class CurveProblem {

    private static final int CANDIDATES = 8;
    private static final int REFINED = 2;
    private static final double FAR = 1_000;
    private static final double RIDGE = 0.999;
    private static final double SHAPE_NEAR_GOMPERTZ = 1e-10;
    /** How much more a limiting curve may leave to fit as well. */
    private static final double AS_WELL = 1 + 1e-6;

    private static final String MIDPOINT = "midpoint";

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
    /** Those of them in which the curve is not linear. */
    private final int[] shapes;

    private final double[] known;

    /**
     * A problem.
     *
     * @param times the times since the origin
     * @param zero the origin
     * @param fixed the parameters that are known
     * @param least the least saturation, if it has bounds
     * @param most the greatest
     */
    CurveProblem(
            GrowthCurve curve,
            double[] times,
            double[] values,
            double zero,
            Map<String, Double> fixed,
            OptionalDouble least,
            OptionalDouble most) {
        this.curve = curve;
        this.times = times;
        double largest = largest(values);
        this.unit = largest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(largest));
        this.values = Arrays.stream(values).map(x -> x / unit).toArray();
        this.low = least.isPresent() ? OptionalDouble.of(least.getAsDouble() / unit) : least;
        this.high = most.isPresent() ? OptionalDouble.of(most.getAsDouble() / unit) : most;
        this.zero = zero;
        List<Integer> places = new ArrayList<>();
        this.known = new double[curve.parameters().size()];
        for (int i = 0; i < known.length; i++) {
            String name = curve.parameters().get(i);
            Double value = fixed.get(name);
            known[i] = value == null ? Double.NaN : value - (name.equals(MIDPOINT) ? zero : 0);
            known[i] /= i < curve.linear() ? unit : 1;
            if (value == null) {
                places.add(i);
            }
        }
        this.free = places.stream().mapToInt(i -> i).toArray();
        this.shapes = places.stream()
                .filter(i -> i >= curve.linear())
                .mapToInt(i -> i)
                .toArray();
    }

    /** A problem of another curve with the same observations and nothing fixed. */
    private CurveProblem like(GrowthCurve other) {
        return new CurveProblem(
                other,
                times,
                Arrays.stream(values).map(x -> x * unit).toArray(),
                zero,
                Map.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    /** The number of parameters that are not fixed. */
    int freeParameters() {
        return free.length;
    }

    // ---- search ----

    /** The best parameters, midpoints counted from the origin. */
    Optional<LeastSquares.Solution> best() {
        LeastSquares natural = new LeastSquares((i, parameters) -> curve.at(times[i], parameters), values);
        LeastSquares searched = new LeastSquares((i, x) -> curve.at(times[i], inside(free, x)), values);
        LeastSquares projected = new LeastSquares(x -> valuesOf(candidate(insideShapes(x))), values);
        List<LeastSquares.Solution> approached = new ArrayList<>();
        for (LeastSquares.Solution start : candidates(natural)) {
            approached.add(
                    shapes.length == 0
                            ? start
                            : better(
                                    start,
                                    projected
                                            .approach(outsideShapes(start.parameters()))
                                            .map(solution ->
                                                    natural.at(candidate(insideShapes(solution.parameters()))))));
        }
        approached.sort(Comparator.comparingDouble(LeastSquares.Solution::squares));
        return approached.stream()
                .limit(REFINED)
                .map(start -> better(
                        start,
                        searched.solve(outside(free, start.parameters()))
                                .map(solution -> natural.at(inside(free, solution.parameters())))))
                .min(Comparator.comparingDouble(LeastSquares.Solution::squares));
    }

    private static LeastSquares.Solution better(LeastSquares.Solution one, Optional<LeastSquares.Solution> other) {
        return other.filter(solution -> solution.squares() <= one.squares()).orElse(one);
    }

    /** The best of the grid. */
    private List<LeastSquares.Solution> candidates(LeastSquares natural) {
        double first = Arrays.stream(times).min().orElse(0);
        double span = Arrays.stream(times).max().orElse(0) - first;
        List<LeastSquares.Solution> candidates = new ArrayList<>();
        for (double[] shape : curve.grid(first, span)) {
            double[] parameters = new double[known.length];
            System.arraycopy(shape, 0, parameters, curve.linear(), shape.length);
            candidates.add(natural.at(candidate(parameters)));
        }
        if (curve == GrowthCurve.RICHARDS && free.length == known.length && low.isEmpty()) {
            // the curves that this one comes down to, so that it never fits worse
            like(GrowthCurve.LOGISTIC).best().ifPresent(logistic -> candidates.add(natural.at(with(logistic, 1))));
            like(GrowthCurve.GOMPERTZ)
                    .best()
                    .ifPresent(gompertz -> candidates.add(natural.at(with(gompertz, SHAPE_NEAR_GOMPERTZ))));
        }
        candidates.removeIf(candidate -> !Double.isFinite(candidate.squares()));
        candidates.sort(Comparator.comparingDouble(LeastSquares.Solution::squares));
        return candidates.subList(0, Math.min(CANDIDATES, candidates.size()));
    }

    private static double[] with(LeastSquares.Solution solution, double shape) {
        double[] parameters = Arrays.copyOf(solution.parameters(), 4);
        parameters[3] = shape;
        return parameters;
    }

    private double[] valuesOf(double[] parameters) {
        double[] found = new double[times.length];
        Arrays.setAll(found, i -> curve.at(times[i], parameters));
        return found;
    }

    /** Parameters of a given shape, those in which the curve is linear as they fit best, and what is fixed as it is. */
    private double[] candidate(double[] shape) {
        int linear = curve.linear();
        double[] parameters = known.clone();
        for (int i = linear; i < parameters.length; i++) {
            parameters[i] = Double.isNaN(known[i]) ? shape[i] : known[i];
        }
        // the curve as a sum of columns, each times a parameter
        double[][] columns = new double[linear][];
        for (int j = 0; j < linear; j++) {
            double[] one = parameters.clone();
            for (int k = 0; k < linear; k++) {
                one[k] = j == k ? 1 : 0;
            }
            columns[j] = valuesOf(one);
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
            parameters[1] = Double.isNaN(known[1]) ? slope(columns[1], less(values, columns[0], known[0])) : known[1];
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

    // ---- coordinates of the search ----

    private boolean isBounded(int place) {
        return place == 0 && low.isPresent();
    }

    /** Whether midpoint and scale are searched for as intercept and slope of (t - midpoint) / scale, in which an exponential is near. */
    private boolean isTurned() {
        return curve.isSigmoid() && Double.isNaN(known[1]) && Double.isNaN(known[2]);
    }

    /** Parameters as they are searched for: positive ones by their logarithm, a bounded one by its logit. */
    private double[] outside(int[] places, double[] parameters) {
        double[] x = new double[places.length];
        for (int i = 0; i < x.length; i++) {
            double value = parameters[places[i]];
            if (isBounded(places[i])) {
                double share = (value - low.orElseThrow()) / (high.orElseThrow() - low.orElseThrow());
                share = Math.min(1 - 1e-6, Math.max(1e-6, share));
                x[i] = Math.log(share / (1 - share));
            } else {
                x[i] = curve.isPositive(places[i]) ? Math.log(value) : value;
            }
        }
        return x;
    }

    private double[] outsideShapes(double[] parameters) {
        double[] x = outside(shapes, parameters);
        if (isTurned()) {
            x[0] = parameters[1] / parameters[2];
            x[1] = 1 / parameters[2];
        }
        return x;
    }

    private double[] inside(int[] places, double[] x) {
        double[] parameters = known.clone();
        for (int i = 0; i < x.length; i++) {
            if (isBounded(places[i])) {
                double share = 1 / (1 + Math.exp(-x[i]));
                parameters[places[i]] = low.orElseThrow() + share * (high.orElseThrow() - low.orElseThrow());
            } else {
                parameters[places[i]] = curve.isPositive(places[i]) ? Math.exp(x[i]) : x[i];
            }
        }
        return parameters;
    }

    private double[] insideShapes(double[] x) {
        double[] parameters = inside(shapes, x);
        if (isTurned()) {
            parameters[1] = x[0] / x[1];
            parameters[2] = 1 / x[1];
        }
        return parameters;
    }

    // ---- what the best parameters say ----

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
        Set<FitWarning> warnings = warnings(solution, inverse, covariances);
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

    private Set<FitWarning> warnings(
            LeastSquares.Solution solution, Optional<double[][]> inverse, double[][] covariances) {
        Set<FitWarning> warnings = EnumSet.noneOf(FitWarning.class);
        if (values.length <= free.length) {
            warnings.add(FitWarning.NO_ERROR_KNOWN);
        } else if (inverse.isEmpty()) {
            warnings.add(FitWarning.UNIDENTIFIED);
        } else if (hasRidge(inverse.get())) {
            warnings.add(FitWarning.RIDGE);
        }
        if (Arrays.stream(times).distinct().count() < times.length) {
            warnings.add(FitWarning.REPEATED_TIMES);
        }
        if (curve == GrowthCurve.RICHARDS
                && Double.isNaN(known[3])
                && low.isEmpty()
                && fitsAsWell(GrowthCurve.GOMPERTZ, solution)) {
            warnings.add(FitWarning.SHAPE_OF_GOMPERTZ);
        }
        if (curve.hasSaturation()) {
            addSaturation(solution, Math.sqrt(covariances[0][0]), warnings);
        }
        return warnings;
    }

    private static boolean hasRidge(double[][] inverse) {
        for (int i = 0; i < inverse.length; i++) {
            for (int j = 0; j < i; j++) {
                double correlation = inverse[i][j] / Math.sqrt(inverse[i][i]) / Math.sqrt(inverse[j][j]);
                if (Math.abs(correlation) > RIDGE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a curve to which this one comes down leaves no more. */
    private boolean fitsAsWell(GrowthCurve limit, LeastSquares.Solution solution) {
        return like(limit)
                .best()
                .filter(other -> other.squares() <= solution.squares() * AS_WELL)
                .isPresent();
    }

    private void addSaturation(LeastSquares.Solution solution, double error, Set<FitWarning> warnings) {
        double saturation = solution.parameters()[0];
        boolean isSum = curve == GrowthCurve.BASS_SALES || curve == GrowthCurve.BASS_INCREMENTS;
        double largest = isSum ? Math.abs(Arrays.stream(values).sum()) : largest(values);
        boolean isGiven = free.length == 0 || free[0] != 0;
        if (low.isPresent()) {
            double margin = 1e-4 * (high.orElseThrow() - low.orElseThrow());
            isGiven = saturation - low.orElseThrow() < margin || high.orElseThrow() - saturation < margin;
            if (isGiven) {
                warnings.add(FitWarning.SATURATION_AT_BOUND);
            }
        }
        if (isGiven && curve.isFromZero() && Math.abs(saturation) < largest) {
            warnings.add(FitWarning.VALUES_BEYOND_THE_SATURATION);
        }
        if (free[0] != 0) {
            return;
        }
        boolean isUnbounded = Math.abs(saturation) > FAR * largest
                || (curve.isSigmoid()
                        && low.isEmpty()
                        && Math.abs(saturation) > 2 * largest
                        && fitsAsWell(GrowthCurve.EXPONENTIAL, solution));
        if (isUnbounded) {
            warnings.add(FitWarning.SATURATION_UNBOUNDED);
        } else if (Math.abs(saturation) > 2 * largest || Math.abs(saturation) < 2 * error) {
            warnings.add(FitWarning.SATURATION_BEYOND_THE_DATA);
        }
    }
}
