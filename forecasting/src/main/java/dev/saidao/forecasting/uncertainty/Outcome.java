package dev.saidao.forecasting.uncertainty;

import dev.saidao.forecasting.series.Interval;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What follows for a number that was computed from uncertain ones. */
public final class Outcome {

    private final Shape shape;
    private final long runs;
    private final double mean;
    private final double variance;
    private final Map<String, Double> contributions;

    private Outcome(Shape shape, long runs, double mean, double variance, Map<String, Double> contributions) {
        this.shape = shape;
        this.runs = runs;
        this.mean = mean;
        this.variance = variance;
        this.contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    }

    static Outcome closed(Shape shape, Map<String, Double> contributions) {
        return new Outcome(shape, 0, shape.mean(), shape.variance(), contributions);
    }

    /** The outcome of runs, whose mean is taken in their order. */
    static Outcome simulated(double[] values, Map<String, Double> contributions) {
        return new Outcome(new Shape.Sample(values), values.length, mean(values), variance(values), contributions);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The variance of runs, with the divisor of a sample. */
    static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }

    /** {@return whether the outcome was found without simulation} */
    public boolean isClosedForm() {
        return runs == 0;
    }

    /** {@return the number of runs; 0 for a closed form} */
    public long runs() {
        return runs;
    }

    /** {@return the mean} */
    public double mean() {
        return mean;
    }

    /** {@return the standard deviation} */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** {@return the standard error of the mean from the number of runs; 0 for a closed form} */
    public double standardError() {
        return runs == 0 ? 0 : Math.sqrt(variance / runs);
    }

    /** {@return the median} */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns a quantile.
     *
     * @param share the share of cases below it, above 0 and below 1
     * @return the quantile
     * @throws IllegalArgumentException if the share is out of range
     */
    public double quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("Share must be above 0 and below 1: " + share);
        }
        return shape.quantile(share);
    }

    /**
     * Returns the interval that leaves out as many cases below as above.
     *
     * @param level the share of cases within, above 0 and below 1
     * @return the interval
     * @throws IllegalArgumentException if the level is out of range
     */
    public Interval interval(double level) {
        return new Interval(quantile((1 - level) / 2), quantile((1 + level) / 2));
    }

    /**
     * Returns what drives the spread: the share of the variance that each uncertain number has, that of a closed form in logarithms
     * for a lognormal outcome.
     *
     * <p>In a closed form the shares add up to 1, and one is negative where a number makes up for others with which it is correlated. In
     * a simulation they are total effects (what would be left if all others were known), which add up to more than 1 where numbers work
     * together; there are none if numbers are correlated or nothing spreads.
     *
     * @return the shares by name
     */
    public Map<String, Double> contributions() {
        return contributions;
    }
}
