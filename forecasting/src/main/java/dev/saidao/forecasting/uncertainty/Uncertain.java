package dev.saidao.forecasting.uncertainty;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.internal.Require;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/**
 * A number that is not known exactly: one with a distribution and a name, or one that is computed from such. Numbers of one name in a
 * calculation are the same number: {@code rate.times(rate)} is its square, not the product of two.
 *
 * <p>Example: {@code Uncertain.lognormal("size", 5, 10, 0.9).times(Uncertain.lognormal("growth", 1.05, 1.2, 0.9).power(5))}.
 *
 * @since 0.1
 */
public final class Uncertain {

    /** How a number is computed. */
    enum Operation {
        VARIABLE,
        CONSTANT,
        SUM,
        PRODUCT,
        POWER
    }

    private final Operation operation;
    private final String name;
    private final Shape shape;
    private final double constant;
    private final List<Uncertain> operands;

    private Uncertain(Operation operation, String name, Shape shape, double constant, List<Uncertain> operands) {
        this.operation = operation;
        this.name = name;
        this.shape = shape;
        this.constant = constant;
        this.operands = List.copyOf(operands);
    }

    private static Uncertain variable(String name, Shape shape) {
        Require.notBlank(name, "Name of a number");
        return new Uncertain(Operation.VARIABLE, name, shape, 0, List.of());
    }

    private static Uncertain computed(Operation operation, double constant, List<Uncertain> operands) {
        return new Uncertain(operation, "", new Shape.Normal(0, 0, false), constant, operands);
    }

    /**
     * Returns a positive number with a lognormal distribution: "5 to 10" in 90 % of cases, and as often below as above.
     *
     * @param name its name
     * @param low the lower end, above 0
     * @param high the upper end, not below the lower
     * @param level the share of cases between the ends, above 0 and below 1
     * @return the number
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Uncertain lognormal(String name, double low, double high, double level) {
        Require.that(low > 0, "Lower end of a lognormal number must be positive: %s", low);
        requireEnds(low, high);
        double z = deviation(level);
        return variable(
                name,
                new Shape.Normal((Math.log(low) + Math.log(high)) / 2, (Math.log(high) - Math.log(low)) / 2 / z, true));
    }

    /**
     * Returns a number with a normal distribution.
     *
     * @param name its name
     * @param low the lower end
     * @param high the upper end, not below the lower
     * @param level the share of cases between the ends, above 0 and below 1
     * @return the number
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Uncertain normal(String name, double low, double high, double level) {
        requireEnds(low, high);
        return variable(name, new Shape.Normal(low / 2 + high / 2, (high - low) / 2 / deviation(level), false));
    }

    /**
     * Returns a number with a triangular distribution.
     *
     * @param name its name
     * @param low the least value
     * @param mode the most likely value
     * @param high the greatest value, above the least
     * @return the number
     * @throws IllegalArgumentException if the values are not finite and in order
     */
    public static Uncertain triangular(String name, double low, double mode, double high) {
        requireEnds(low, high);
        Require.that(
                low <= mode && mode <= high && low < high,
                "Values of a triangular number must be in order: %s, %s, %s",
                low,
                mode,
                high);
        return variable(name, new Shape.Library(TriangularDistribution.of(low, mode, high)));
    }

    /**
     * Returns a number of which bounds are known, and nothing else: all numbers between the ends are as likely.
     *
     * @param name its name
     * @param bounds the bounds, with two ends
     * @return the number
     * @throws IllegalArgumentException if an end is missing or the bounds are empty: "over 30 %" has no distribution
     */
    public static Uncertain within(String name, Bounds bounds) {
        Require.that(bounds.isBounded(), "Bounds of %s must have two ends for a distribution: %s", name, bounds);
        double low = bounds.lower().orElseThrow().doubleValue();
        double high = bounds.upper().orElseThrow().doubleValue();
        requireEnds(low, high);
        return variable(
                name,
                low == high
                        ? new Shape.Normal(low, 0, false)
                        : new Shape.Library(UniformContinuousDistribution.of(low, high)));
    }

    /**
     * Returns a number that was observed or simulated many times, each of which is as likely.
     *
     * @param name its name
     * @param values the values, one or more
     * @return the number
     * @throws IllegalArgumentException if there is no value or one is not finite
     */
    public static Uncertain ofSamples(String name, double... values) {
        Require.that(values.length != 0, "Samples of %s must be one or more: 0", name);
        for (double value : values) {
            requireFinite(value);
        }
        return variable(name, new Shape.Sample(values));
    }

    /**
     * Returns a number that is known.
     *
     * @param value the value, finite
     * @return the number
     * @throws IllegalArgumentException if it is not finite
     */
    public static Uncertain exactly(double value) {
        requireFinite(value);
        return computed(Operation.CONSTANT, value, List.of());
    }

    private static void requireFinite(double value) {
        Require.that(Double.isFinite(value), "Number must be finite: %s", value);
    }

    private static void requireEnds(double low, double high) {
        requireFinite(low);
        requireFinite(high);
        if (low > high) {
            throw new IllegalArgumentException("Lower end must not be above the upper: " + low + ", " + high);
        }
    }

    private static double deviation(double level) {
        Require.that(level > 0 && level < 1, "Level must be above 0 and below 1: %s", level);
        return Shape.normalQuantile((1 + level) / 2);
    }

    /**
     * Adds a number.
     *
     * @param other the other number
     * @return the sum
     */
    public Uncertain plus(Uncertain other) {
        return computed(Operation.SUM, 0, List.of(this, other));
    }

    /**
     * Subtracts a number.
     *
     * @param other the other number
     * @return the difference
     */
    public Uncertain minus(Uncertain other) {
        return plus(other.times(exactly(-1)));
    }

    /**
     * Multiplies by a number.
     *
     * @param other the other number
     * @return the product
     */
    public Uncertain times(Uncertain other) {
        return computed(Operation.PRODUCT, 0, List.of(this, other));
    }

    /**
     * Divides by a number.
     *
     * @param other the other number
     * @return the quotient
     */
    public Uncertain dividedBy(Uncertain other) {
        return times(other.power(-1));
    }

    /**
     * Raises to a power.
     *
     * @param exponent the exponent, finite
     * @return the power
     * @throws IllegalArgumentException if the exponent is not finite
     */
    public Uncertain power(double exponent) {
        requireFinite(exponent);
        return computed(Operation.POWER, exponent, List.of(this));
    }

    Operation operation() {
        return operation;
    }

    double constant() {
        return constant;
    }

    List<Uncertain> operands() {
        return operands;
    }

    String name() {
        return name;
    }

    Shape shape() {
        return shape;
    }

    /** The numbers with a name that this one is computed from, each once. */
    Map<String, Shape> variables() {
        Map<String, Shape> variables = new LinkedHashMap<>();
        collect(variables);
        return variables;
    }

    private void collect(Map<String, Shape> variables) {
        if (operation == Operation.VARIABLE) {
            Shape before = variables.putIfAbsent(name, shape);
            if (before != null && before != shape) {
                throw new IllegalArgumentException("Numbers of one name must be the same number: " + name);
            }
        }
        operands.forEach(operand -> operand.collect(variables));
    }

    /** The value for values of the variables. */
    double at(Map<String, Integer> places, double[] values) {
        return switch (operation) {
            case VARIABLE -> values[places.getOrDefault(name, 0)];
            case CONSTANT -> constant;
            case SUM -> operands.get(0).at(places, values) + operands.get(1).at(places, values);
            case PRODUCT -> operands.get(0).at(places, values) * operands.get(1).at(places, values);
            case POWER -> Math.pow(operands.get(0).at(places, values), constant);
        };
    }

    @Override
    public String toString() {
        return switch (operation) {
            case VARIABLE -> name;
            case CONSTANT -> String.valueOf(constant);
            case SUM -> "(" + operands.get(0) + " + " + operands.get(1) + ")";
            case PRODUCT -> operands.get(0) + " × " + operands.get(1);
            case POWER -> operands.get(0) + "^" + constant;
        };
    }

    /** The product of several numbers. */
    static Uncertain product(List<Uncertain> factors) {
        List<Uncertain> left = new ArrayList<>(factors);
        Uncertain product = left.remove(0);
        for (Uncertain factor : left) {
            product = product.times(factor);
        }
        return product;
    }
}
