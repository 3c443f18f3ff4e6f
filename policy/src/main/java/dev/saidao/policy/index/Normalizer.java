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
    private final int sign;
    private final double low;
    private final double high;

    /** A normalizer of at least one value. */
    Normalizer(Normalization normalization, IndicatorNode node, double[] values) {
        this.normalization = normalization;
        this.node = node;
        this.values = values;
        this.sign = node.direction().sign();
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        this.low = least;
        this.high = most;
    }

    /**
     * Returns the scores in the order of the values, empty if all values are equal and the method then has none.
     *
     * @param unitValue the value of the unit of reference, NaN if it has none
     */
    Optional<double[]> scores(double unitValue) {
        return switch (normalization.method()) {
            case MIN_MAX -> low == high ? Optional.empty() : Optional.of(between(worst(), best()));
            case Z_SCORE -> low == high ? Optional.empty() : Optional.of(standardized());
            case RANK -> Optional.of(ranks());
            case PERCENTILE_RANK -> Optional.of(percentiles());
            case BORDA -> Optional.of(borda());
            case RATIO -> Optional.of(ratios(reference(unitValue)));
            case RELATIVE_DIFFERENCE -> Optional.of(differences(reference(unitValue)));
            case DISTANCE -> low == high ? Optional.empty() : Optional.of(distances(reference(unitValue)));
            case GOALPOSTS -> Optional.of(goalposts());
            case ABOVE_BELOW_MEAN -> Optional.of(aboveBelow());
            case CATEGORIES -> Optional.of(categories());
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

    private double reference(double unitValue) {
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
                        .orElseThrow(() -> new IllegalArgumentException("Indicator must have a target: " + node.code()))
                        .doubleValue();
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
        Require.that(
                low > 0 && reference > 0,
                "Values and reference of %s must be positive to form ratios: %s",
                node.code(),
                Math.min(low, reference));
        return each(x -> sign > 0 ? x / reference : reference / x);
    }

    private double[] differences(double reference) {
        Require.that(
                reference != 0, "Reference of %s must not be 0 for relative differences: %s", node.code(), reference);
        return each(x -> sign * (x - reference) / Math.abs(reference));
    }

    private double[] distances(double reference) {
        Require.that(
                sign * (reference - worst()) > 0,
                "Reference of %s must be better than the worst value, %s: %s",
                node.code(),
                worst(),
                reference);
        return each(x -> 1 - (reference - x) / (reference - worst()));
    }

    private double[] goalposts() {
        Require.that(node.lowerGoalpost().isPresent(), "Indicator must have goalposts: %s", node.code());
        double lower = node.lowerGoalpost().get().doubleValue();
        double upper = node.upperGoalpost().orElseThrow().doubleValue();
        return sign > 0 ? between(lower, upper) : between(upper, lower);
    }

    private double[] aboveBelow() {
        double mean = mean();
        Require.that(mean > 0, "Mean of %s must be positive: %s", node.code(), mean);
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
