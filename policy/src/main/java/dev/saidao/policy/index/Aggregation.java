package dev.saidao.policy.index;

import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An aggregation with all that its method needs.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableAggregation.class)
@JsonDeserialize(as = ImmutableAggregation.class)
public abstract class Aggregation {

    Aggregation() {}

    /** {@return the method} */
    public abstract AggregationMethod method();

    /** {@return the exponent of a power mean, -100 to 100 and not 0} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    public abstract Optional<BigDecimal> exponent();

    /** {@return the least share of a child under benefit of the doubt, 0 to 1; 0 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal leastShare() {
        return BigDecimal.ZERO;
    }

    /** {@return the greatest share of a child under benefit of the doubt, 0 to 1; 1 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal greatestShare() {
        return BigDecimal.ONE;
    }

    /** {@return of what those limits are shares; of the weights by default} */
    @Value.Default
    public ShareLimit limitedShare() {
        return ShareLimit.WEIGHT;
    }

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
     * Returns an ordered weighted average.
     *
     * @param exponent the exponent, above 0 and up to 100; above 1 the worst children count more
     * @return the aggregation
     * @throws IllegalArgumentException if the exponent is out of range
     */
    public static Aggregation orderedWeighted(BigDecimal exponent) {
        return ImmutableAggregation.builder()
                .method(AggregationMethod.ORDERED_WEIGHTED)
                .exponent(exponent)
                .build();
    }

    /**
     * Returns benefit of the doubt with limits.
     *
     * @param limited of what the limits are shares
     * @param least the least share of a child, 0 to 1
     * @param greatest the greatest share of a child, 0 to 1, not below the least
     * @return the aggregation
     * @throws IllegalArgumentException if a share is out of range
     */
    public static Aggregation benefitOfTheDoubt(ShareLimit limited, BigDecimal least, BigDecimal greatest) {
        return ImmutableAggregation.builder()
                .method(AggregationMethod.BENEFIT_OF_THE_DOUBT)
                .limitedShare(limited)
                .leastShare(least)
                .greatestShare(greatest)
                .build();
    }

    /** The mean of scores, as {@link #of(double[], double[], int)}. */
    final double of(double[] scores, double[] weights) {
        return of(scores, weights, scores.length);
    }

    /**
     * The mean of the first scores.
     *
     * @param scores the scores, all positive if the method needs that
     * @param weights their weights, with a positive sum
     * @param count how many of them are looked at, 1 or more
     */
    final double of(double[] scores, double[] weights, int count) {
        if (count == 1) {
            return scores[0];
        }
        return switch (method()) {
            case ARITHMETIC -> mean(scores, weights, count);
            case GEOMETRIC -> geometricMean(scores, weights, count);
            case HARMONIC -> harmonicMean(scores, weights, count);
            case POWER_MEAN ->
                powerMean(scores, weights, count, exponent().orElseThrow().doubleValue());
            case MAZZIOTTA_PARETO -> balanced(scores, weights, count, -1);
            case MAZZIOTTA_PARETO_NEGATIVE -> balanced(scores, weights, count, 1);
            case ORDERED_WEIGHTED -> {
                double[] byOrder = orderWeights(scores, weights, count);
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += byOrder[i] * scores[i];
                }
                yield sum;
            }
            case BENEFIT_OF_THE_DOUBT, BORDA, COPELAND, CONDORCET, KEMENY ->
                throw new IllegalStateException("Aggregation must be a mean: " + method());
        };
    }

    /**
     * By how much the mean of scores rises with each of them: {@code ∂ mean / ∂ x_j}. Every mean here is homogeneous of degree
     * 1, so that {@code Σ x_j ∂ mean / ∂ x_j} is the mean itself (Euler).
     *
     * @param scores at least one score, all positive if the method needs that
     * @param weights their weights, with a positive sum
     */
    final double[] slopes(double[] scores, double[] weights) {
        int n = scores.length;
        double total = Arrays.stream(weights).sum();
        if (method() == AggregationMethod.ORDERED_WEIGHTED) {
            return orderWeights(scores, weights, n);
        }
        double mean = of(scores, weights);
        double[] slopes = new double[n];
        for (int i = 0; i < n; i++) {
            double share = weights[i] / total;
            slopes[i] = n == 1
                    ? 1
                    : share
                            * switch (method()) {
                                case ARITHMETIC -> 1;
                                case GEOMETRIC -> mean / scores[i];
                                case HARMONIC -> Math.pow(scores[i] / mean, -2);
                                case POWER_MEAN ->
                                    Math.pow(
                                            scores[i] / mean,
                                            exponent().orElseThrow().doubleValue() - 1);
                                case MAZZIOTTA_PARETO -> balanceSlope(scores, weights, i, -1);
                                case MAZZIOTTA_PARETO_NEGATIVE -> balanceSlope(scores, weights, i, 1);
                                case ORDERED_WEIGHTED, BENEFIT_OF_THE_DOUBT, BORDA, COPELAND, CONDORCET, KEMENY ->
                                    throw new IllegalStateException("Aggregation must be a mean: " + method());
                            };
        }
        return slopes;
    }

    private static double mean(double[] scores, double[] weights, int count) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * scores[i];
            total += weights[i];
        }
        return sum / total;
    }

    private static double geometricMean(double[] scores, double[] weights, int count) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * Math.log(scores[i]);
            total += weights[i];
        }
        return Math.exp(sum / total);
    }

    private static double harmonicMean(double[] scores, double[] weights, int count) {
        // in units of the lowest score, so that the reciprocals stay within 0 and 1
        double unit = scores[0];
        for (int i = 0; i < count; i++) {
            unit = Math.min(unit, scores[i]);
        }
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * (unit / scores[i]);
            total += weights[i];
        }
        return unit * (total / sum);
    }

    private static double powerMean(double[] scores, double[] weights, int count, double exponent) {
        // in units of the score that dominates, so that powers stay within 0 and 1
        double unit = scores[0];
        for (int i = 0; i < count; i++) {
            unit = exponent > 0 ? Math.max(unit, scores[i]) : Math.min(unit, scores[i]);
        }
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * Math.pow(scores[i] / unit, exponent);
            total += weights[i];
        }
        return unit * Math.pow(sum / total, 1 / exponent);
    }

    /** How much each score counts by its place among the others, the best first; equal ones in the order in which they stand. */
    private double[] orderWeights(double[] scores, double[] weights, int count) {
        double exponent = exponent().orElseThrow().doubleValue();
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weights[i];
        }
        double[] byOrder = new double[count];
        double before = 0;
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weights[order[k]];
            double now = k == count - 1 ? 1 : Math.pow(sum / total, exponent);
            byOrder[order[k]] = now - before;
            before = now;
        }
        return byOrder;
    }

    private static double balanced(double[] scores, double[] weights, int count, int sign) {
        double mean = mean(scores, weights, count);
        return mean + sign * variance(scores, weights, count, mean) / mean;
    }

    private static double variance(double[] scores, double[] weights, int count, double mean) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * ((scores[i] - mean) * (scores[i] - mean));
            total += weights[i];
        }
        return sum / total;
    }

    private static double balanceSlope(double[] scores, double[] weights, int i, int sign) {
        double mean = mean(scores, weights, scores.length);
        double relative = (scores[i] - mean) / mean;
        double variance = variance(scores, weights, scores.length, mean) / mean / mean;
        return 1 + sign * (2 * relative - variance);
    }

    @Value.Check
    final void check() {
        Require.that(
                leastShare().signum() >= 0
                        && leastShare().compareTo(greatestShare()) <= 0
                        && greatestShare().compareTo(BigDecimal.ONE) <= 0,
                "Shares must be 0 to 1, the least not above the greatest: %s, %s",
                Decimals.shown(leastShare().toString()),
                Decimals.shown(greatestShare().toString()));
        boolean isOrdered = method() == AggregationMethod.ORDERED_WEIGHTED;
        Require.that(
                exponent().isPresent() == (isOrdered || method() == AggregationMethod.POWER_MEAN),
                "Exponent must be there for a power mean or an ordered weighted average, and only for one: %s",
                method());
        exponent()
                .ifPresent(exponent -> Require.that(
                        !isOrdered || exponent.signum() > 0,
                        "Exponent of an ordered weighted average must be above 0: %s",
                        exponent));
        exponent().ifPresent(exponent -> {
            Require.that(
                    exponent.signum() != 0 && exponent.abs().compareTo(BigDecimal.valueOf(100)) <= 0,
                    "Exponent must be -100 to 100 and not 0: %s",
                    exponent);
        });
    }

    /**
     * Of what the limits of {@link AggregationMethod#BENEFIT_OF_THE_DOUBT} are shares.
     *
     * @since 0.1
     */
    public enum ShareLimit {
        /** {@code w_j / Σ w}: a child's share of the weights. */
        WEIGHT,
        /**
         * {@code w_j x_j / Σ w x}: a child's share of the score, independent of how scores are scaled. With a least share above 0
         * a unit that has 0 in one child has 0 in all.
         */
        CONTRIBUTION
    }
}
