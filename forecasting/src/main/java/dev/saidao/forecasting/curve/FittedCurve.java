package dev.saidao.forecasting.curve;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.internal.Doubles;
import dev.saidao.core.internal.Require;
import dev.saidao.forecasting.series.Interval;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A curve with the parameters that fit best, and how far they are known.
 *
 * <p>With n values, k free parameters, residuals e, and derivatives J of the curve by the free parameters:
 *
 * <pre>{@code s²   = Σ e² / (n - k)
 * C    = s² (J'J)^-1, standard errors are the roots of its diagonal
 * AICc = n ln(Σ e² / n) + 2 (k + 1) n / (n - k - 2)
 * BIC  = n ln(Σ e² / n) + (k + 1) ln n}</pre>
 *
 * <p>As JSON it has the version {@value #FORMAT}; it is not read back.
 *
 * @since 0.1
 */
public final class FittedCurve implements Explained {

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-fit/1";

    private final GrowthCurve curve;
    private final double[] parameters;
    private final boolean[] isFree;
    private final double origin;
    private final double squares;
    private final int n;
    private final Optional<double[][]> covariances;
    private final Set<FitWarning> warnings;

    FittedCurve(
            GrowthCurve curve,
            double[] parameters,
            boolean[] isFree,
            double origin,
            double squares,
            int n,
            Optional<double[][]> covariances,
            Set<FitWarning> warnings) {
        this.curve = curve;
        this.parameters = parameters;
        this.isFree = isFree;
        this.origin = origin;
        this.squares = squares;
        this.n = n;
        this.covariances = covariances;
        this.warnings = Set.copyOf(warnings);
    }

    /** {@return the curve} */
    public GrowthCurve curve() {
        return curve;
    }

    /** {@return the value of each parameter, by its name, in the order of the formula; a midpoint is a time} */
    public Map<String, Double> parameters() {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            String name = curve.parameters().get(i);
            byName.put(name, parameters[i] + (name.equals("midpoint") ? origin : 0));
        }
        return byName;
    }

    /**
     * Returns a parameter.
     *
     * @param name its name
     * @return its value
     * @throws IllegalArgumentException if the curve has no such parameter
     */
    public double parameter(String name) {
        place(name);
        return parameters().getOrDefault(name, Double.NaN);
    }

    /**
     * Returns the standard error of a parameter.
     *
     * @param name its name
     * @return the standard error; empty if the parameter was fixed, or the error is not known
     * @throws IllegalArgumentException if the curve has no such parameter
     */
    public OptionalDouble standardError(String name) {
        int place = place(name);
        return isFree[place] && covariances.isPresent()
                ? OptionalDouble.of(Math.sqrt(covariances.get()[place][place]))
                : OptionalDouble.empty();
    }

    private int place(String name) {
        int place = curve.parameters().indexOf(name);
        Require.that(place >= 0, "Parameter must be one of %s: %s", curve.parameters(), name);
        return place;
    }

    /** {@return the time from which the τ of {@link GrowthCurve} counts} */
    public double origin() {
        return origin;
    }

    /** {@return the value that the curve approaches; empty if it has none} */
    public OptionalDouble saturation() {
        return curve.hasSaturation() ? OptionalDouble.of(parameters[0]) : OptionalDouble.empty();
    }

    /** {@return the residual sum of squares} */
    public double residualSquares() {
        return squares;
    }

    /** {@return the residual standard error; empty if there are no more values than free parameters} */
    public OptionalDouble residualError() {
        return n > free() ? OptionalDouble.of(Math.sqrt(squares / (n - free()))) : OptionalDouble.empty();
    }

    /** {@return Akaike's criterion corrected for small samples; empty if there are too few values for it or none is off the curve} */
    public OptionalDouble correctedAkaike() {
        int k = free();
        return n - k - 2 > 0 && squares > 0
                ? OptionalDouble.of(n * Math.log(squares / n) + 2.0 * (k + 1) * n / (n - k - 2))
                : OptionalDouble.empty();
    }

    /** {@return the Bayesian information criterion; empty if no value is off the curve} */
    public OptionalDouble bayesian() {
        return squares > 0
                ? OptionalDouble.of(n * Math.log(squares / n) + (free() + 1) * Math.log(n))
                : OptionalDouble.empty();
    }

    private int free() {
        int count = 0;
        for (boolean one : isFree) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** {@return what a reader must know of this fit; nothing if it is sound} */
    public Set<FitWarning> warnings() {
        return warnings;
    }

    /** {@return the formula, how it was fitted and how well, and the {@link #warnings}} */
    @Override
    public Explanation explanation() {
        List<Label> steps = new ArrayList<>();
        String formula = curve.code() + ": " + curve.formula();
        steps.add(
                curve.hasOrigin()
                        ? Label.of(
                                formula + ", τ from " + Doubles.shown(origin),
                                formula + ",τ 自 " + Doubles.shown(origin) + " 起算")
                        : Label.same(formula));
        parameters().forEach((name, value) -> {
            String shown = name + " = " + Doubles.shown(value);
            boolean isGiven = !isFree[place(name)];
            String error = standardError(name).isPresent()
                    ? " ± " + Doubles.shown(standardError(name).getAsDouble())
                    : "";
            steps.add(Label.of(shown + (isGiven ? ", given" : error), shown + (isGiven ? "(给定)" : error)));
        });
        steps.add(Label.of(
                "least squares over " + n + " values: residual sum of squares " + Doubles.shown(squares),
                n + " 个数值的最小二乘:残差平方和 " + Doubles.shown(squares)));
        return Explanation.of(
                steps, orderedWarnings().stream().map(FitWarning::text).toList());
    }

    private Set<FitWarning> orderedWarnings() {
        Set<FitWarning> ordered = EnumSet.noneOf(FitWarning.class);
        ordered.addAll(warnings);
        return ordered;
    }

    /** What is written as JSON. */
    private record Document(
            String format,
            String curve,
            String formula,
            double origin,
            List<Parameter> parameters,
            int values,
            double residualSquares,
            OptionalDouble residualError,
            OptionalDouble correctedAkaike,
            OptionalDouble bayesian,
            List<String> warnings,
            Explanation explanation) {}

    /** A parameter of it. */
    private record Parameter(String name, double value, OptionalDouble standardError, boolean isGiven) {}

    @JsonValue
    private Document document() {
        return new Document(
                FORMAT,
                curve.code(),
                curve.formula(),
                origin,
                parameters().entrySet().stream()
                        .map(entry -> new Parameter(
                                entry.getKey(),
                                entry.getValue(),
                                standardError(entry.getKey()),
                                !isFree[place(entry.getKey())]))
                        .toList(),
                n,
                squares,
                residualError(),
                correctedAkaike(),
                bayesian(),
                orderedWarnings().stream().map(FitWarning::code).toList(),
                explanation());
    }

    /** {@return a line such as {@code logistic: saturation 440.8, midpoint 1976.6, …; 21 values, RSS 0.05; ridge}} */
    @Override
    public String toString() {
        return parameters().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + Doubles.shown(entry.getValue()))
                        .collect(Collectors.joining(", ", curve.code() + ": ", ""))
                + "; " + n + " values, RSS " + Doubles.shown(squares)
                + orderedWarnings().stream()
                        .map(warning -> "; " + warning.code())
                        .collect(Collectors.joining());
    }

    /**
     * Returns the value of the curve.
     *
     * @param time the time, such as a year
     * @return the value
     */
    public double value(double time) {
        return curve.at(time - origin, parameters);
    }

    /**
     * Returns the band of the curve: where the curve itself may lie, by the delta method with Student's t. It takes the curve for
     * the right one, which is the larger doubt.
     *
     * @param time the time
     * @param level the level, above 0 and below 1, such as 0.95
     * @return the band; empty if the error is not known
     * @throws IllegalArgumentException if the level is out of range
     */
    public Optional<Interval> confidence(double time, double level) {
        return band(time, level, 0);
    }

    /**
     * Returns the band of a new observation: that of the curve, widened by the scatter around it.
     *
     * @param time the time
     * @param level the level, above 0 and below 1, such as 0.95
     * @return the band; empty if the error is not known
     * @throws IllegalArgumentException if the level is out of range
     */
    public Optional<Interval> prediction(double time, double level) {
        return band(time, level, n > free() ? squares / (n - free()) : 0);
    }

    private Optional<Interval> band(double time, double level, double scatter) {
        Require.that(level > 0 && level < 1, "Level must be above 0 and below 1: %s", level);
        if (covariances.isEmpty()) {
            return Optional.empty();
        }
        LeastSquares at = new LeastSquares((i, x) -> curve.at(time - origin, x), new double[1]);
        double[] slopes = at.jacobian(parameters)[0];
        double variance = scatter;
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < slopes.length; j++) {
                variance += slopes[i] * slopes[j] * covariances.get()[i][j];
            }
        }
        double half = TDistribution.of(n - free()).inverseSurvivalProbability((1 - level) / 2)
                * Math.sqrt(Math.max(0, variance));
        double value = value(time);
        return Optional.of(new Interval(value - half, value + half));
    }
}
