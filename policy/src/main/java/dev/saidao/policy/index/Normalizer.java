package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.ranking.TieRule;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Normalizes the values of one indicator; they are all there. */
final class Normalizer {

    private static final double[] CATEGORY_ENDS = {5, 15, 35, 65, 85, 95};
    private static final double[] CATEGORY_SCORES = {0, 20, 40, 50, 60, 80, 100};

    private final Normalization normalization;
    private final IndicatorNode node;
    private final double[] values;
    private final double unitValue;
    private final int sign;
    private final double low;
    private final double high;

    /**
     * A normalizer.
     *
     * @param values the values, as transformed
     * @param unitValue the value of the unit of reference, NaN if it has none
     */
    Normalizer(Normalization normalization, IndicatorNode node, double[] values, double unitValue) {
        this.normalization = normalization;
        this.node = node;
        this.values = values;
        this.unitValue = unitValue;
        this.sign = node.direction().sign();
        this.low = Arrays.stream(values).min().orElse(0);
        this.high = Arrays.stream(values).max().orElse(0);
    }

    /** Why the values cannot be normalized, whatever the unit; empty if they can. */
    Optional<CompositeResult.LeftOut> obstacle() {
        return switch (normalization.method()) {
            case MIN_MAX, Z_SCORE, DISTANCE ->
                low == high
                        ? leftOut(ScoreStatus.CONSTANT, "Values of " + node.code() + " must differ", low)
                        : Optional.empty();
            case RATIO ->
                low <= 0 || reference() <= 0
                        ? leftOut(
                                ScoreStatus.NOT_POSITIVE,
                                "Values and reference of " + node.code() + " must be positive to form ratios",
                                Math.min(low, reference()))
                        : Optional.empty();
            case RELATIVE_DIFFERENCE ->
                reference() == 0
                        ? leftOut(
                                ScoreStatus.NOT_POSITIVE,
                                "Reference of " + node.code() + " must not be 0 for relative differences",
                                0)
                        : Optional.empty();
            case ABOVE_BELOW_MEAN ->
                mean() <= 0
                        ? leftOut(ScoreStatus.NOT_POSITIVE, "Mean of " + node.code() + " must be positive", mean())
                        : Optional.empty();
            case RANK, PERCENTILE_RANK, BORDA, GOALPOSTS, CATEGORIES -> Optional.empty();
        };
    }

    private Optional<CompositeResult.LeftOut> leftOut(ScoreStatus status, String rule, double value) {
        return Optional.of(new CompositeResult.LeftOut(node.code(), status, rule + ": " + value));
    }

    /** The scores of at least one value, in the order of the values, if there is no obstacle. */
    double[] scores() {
        return switch (normalization.method()) {
            case MIN_MAX -> between(worst(), best());
            case Z_SCORE -> standardized();
            case RANK -> ranks();
            case PERCENTILE_RANK -> percentiles();
            case BORDA -> borda();
            case RATIO -> ratios(reference());
            case RELATIVE_DIFFERENCE -> differences(reference());
            case DISTANCE -> distances(reference());
            case GOALPOSTS -> goalposts();
            case ABOVE_BELOW_MEAN -> aboveBelow();
            case CATEGORIES -> categories();
        };
    }

    private double best() {
        return sign > 0 ? high : low;
    }

    private double worst() {
        return sign > 0 ? low : high;
    }

    private double mean() {
        // taken from the lowest value, so that equal values have exactly themselves as mean
        return low + Arrays.stream(values).map(x -> x - low).average().orElse(0);
    }

    private double reference() {
        return switch (normalization.reference()) {
            case MEAN -> mean();
            case BEST -> best();
            case WORST -> worst();
            case UNIT -> {
                if (Double.isNaN(unitValue)) {
                    throw new IllegalArgumentException("Unit of reference must have a value of " + node.code() + ": "
                            + normalization.referenceUnit().orElse(""));
                }
                yield unitValue;
            }
            case TARGET ->
                node.target()
                        .map(target -> node.transformed(target.doubleValue()))
                        .orElseThrow(
                                () -> new IllegalArgumentException("Indicator must have a target: " + node.code()));
        };
    }

    private double[] between(double from, double to) {
        double least = normalization.low().doubleValue();
        double most = normalization.high().doubleValue();
        return each(x -> {
            double share = Math.min(1, Math.max(0, (x - from) / (to - from)));
            return share == 1 ? most : least + (most - least) * share;
        });
    }

    private double[] standardized() {
        // on the values' own range, where squares neither overflow nor vanish
        double[] shares = each(x -> (x - low) / (high - low));
        double mean = Arrays.stream(shares).average().orElse(0);
        double squares = Arrays.stream(shares).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / normalization.divisor().of(shares.length));
        return Arrays.stream(shares).map(x -> sign * (x - mean) / deviation).toArray();
    }

    private double[] ranks() {
        return TieRule.MIN.ranks(each(x -> -sign * x));
    }

    private double[] percentiles() {
        double[] ranks = ranks();
        return Arrays.stream(ranks).map(rank -> 100 * rank / ranks.length).toArray();
    }

    private double[] borda() {
        return Arrays.stream(TieRule.AVERAGE.ranks(each(x -> -sign * x)))
                .map(rank -> rank - 1)
                .toArray();
    }

    private double[] ratios(double reference) {
        return each(x -> sign > 0 ? x / reference : reference / x);
    }

    private double[] differences(double reference) {
        return each(x -> sign * (x - reference) / Math.abs(reference));
    }

    private double[] distances(double reference) {
        Require.that(
                sign * (reference - worst()) > 0,
                "Reference of %s must be better than the worst value, %s: %s",
                node.code(),
                worst(),
                reference);
        double most = normalization.capped() ? 1 : Double.POSITIVE_INFINITY;
        return each(x -> Math.min(most, 1 - (reference - x) / (reference - worst())));
    }

    private double[] goalposts() {
        Require.that(node.lowerGoalpost().isPresent(), "Indicator must have goalposts: %s", node.code());
        double lower = node.transformed(node.lowerGoalpost().get().doubleValue());
        double upper = node.transformed(node.upperGoalpost().orElseThrow().doubleValue());
        return sign > 0 ? between(lower, upper) : between(upper, lower);
    }

    private double[] aboveBelow() {
        double mean = mean();
        double band = normalization.band().doubleValue();
        return each(x -> {
            if (x / mean > 1 + band) {
                return sign;
            }
            return x / mean < 1 - band ? -sign : 0;
        });
    }

    private double[] categories() {
        return Arrays.stream(percentiles())
                .map(percentile -> {
                    int category = 0;
                    while (category < CATEGORY_ENDS.length && percentile >= CATEGORY_ENDS[category]) {
                        category++;
                    }
                    return CATEGORY_SCORES[category];
                })
                .toArray();
    }

    private double[] each(DoubleUnaryOperator score) {
        return Arrays.stream(values).map(score).toArray();
    }
}
