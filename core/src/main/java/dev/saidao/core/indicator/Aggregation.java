package dev.saidao.core.indicator;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** An aggregation with all that its method needs. */
@Value.Immutable
@JsonSerialize(as = ImmutableAggregation.class)
@JsonDeserialize(as = ImmutableAggregation.class)
public abstract class Aggregation {

    Aggregation() {}

    /** {@return the method} */
    public abstract AggregationMethod method();

    /** {@return the exponent of a power mean, -100 to 100 and not 0} */
    public abstract Optional<BigDecimal> exponent();

    /**
     * Returns an aggregation that needs nothing but its method.
     *
     * @param method the method
     * @return the aggregation
     * @throws IllegalArgumentException if it is a power mean
     */
    public static Aggregation of(AggregationMethod method) {
        return ImmutableAggregation.builder().method(method).build();
    }

    /**
     * Returns a power mean.
     *
     * @param exponent the exponent, -100 to 100 and not 0
     * @return the aggregation
     * @throws IllegalArgumentException if the exponent is out of range
     */
    public static Aggregation powerMean(BigDecimal exponent) {
        return ImmutableAggregation.builder()
                .method(AggregationMethod.POWER_MEAN)
                .exponent(exponent)
                .build();
    }

    /**
     * The score of a parent.
     *
     * @param scores at least one score, all positive if the method needs that
     * @param weights their weights, with a positive sum
     */
    final double of(double[] scores, double[] weights) {
        if (scores.length == 1) {
            return scores[0];
        }
        return switch (method()) {
            case ARITHMETIC -> mean(scores, weights);
            case GEOMETRIC -> Math.exp(mean(logarithms(scores), weights));
            case HARMONIC -> powerMean(scores, weights, -1);
            case POWER_MEAN ->
                powerMean(scores, weights, exponent().orElseThrow().doubleValue());
            case MAZZIOTTA_PARETO -> balanced(scores, weights);
        };
    }

    private static double[] logarithms(double[] scores) {
        double[] logarithms = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            logarithms[i] = Math.log(scores[i]);
        }
        return logarithms;
    }

    private static double mean(double[] scores, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += weights[i] * scores[i];
            total += weights[i];
        }
        return sum / total;
    }

    private static double powerMean(double[] scores, double[] weights, double exponent) {
        // in units of the score that dominates, so that powers stay within 0 and 1
        double unit = scores[0];
        for (double score : scores) {
            unit = exponent > 0 ? Math.max(unit, score) : Math.min(unit, score);
        }
        double[] powers = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            powers[i] = Math.pow(scores[i] / unit, exponent);
        }
        return unit * Math.pow(mean(powers, weights), 1 / exponent);
    }

    private static double balanced(double[] scores, double[] weights) {
        double mean = mean(scores, weights);
        double[] squares = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            squares[i] = (scores[i] - mean) * (scores[i] - mean);
        }
        return mean - mean(squares, weights) / mean;
    }

    @Value.Check
    final void check() {
        if (exponent().isPresent() != (method() == AggregationMethod.POWER_MEAN)) {
            throw new IllegalArgumentException(
                    "Exponent must be there for a power mean, and only for one: " + method());
        }
        exponent().ifPresent(exponent -> {
            if (exponent.signum() == 0 || exponent.abs().compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("Exponent must be -100 to 100 and not 0: " + exponent);
            }
        });
    }
}
