package dev.saidao.forecasting.series;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * What a series is like, in numbers that do not change when all values are multiplied by the same number. Changes are those from year to
 * year of the square roots, or of the values if one of them is below 0.
 *
 * @param length the logarithm of the number of values by 20
 * @param rises the share of changes that are rises, 0 to 1
 * @param direction the change from the first value to the last by the sum of the sizes of all changes: −1 to 1, 1 if nothing ever falls
 * @param recentDirection the same over the last five changes, 0 if these are all 0
 * @param size the logarithm of the mean size of the changes as a share of the mean size of what changes, plus 0.0001
 * @param runs the autocorrelation of changes at one year, 0 if there are fewer than four; below 0 in a zigzag
 * @param lastChange the last change by the mean size of all, −2 to 2
 * @param unsteadiness how far changes are from their mean, in the mean, as a share of it, at most 1; the least of that of values, of
 *     square roots and of logarithms, as far as there are such, so that it is 0 for a line and for a constant rate of growth
 * @since 0.1
 */
public record SeriesFeatures(
        double length,
        double rises,
        double direction,
        double recentDirection,
        double size,
        double runs,
        double lastChange,
        double unsteadiness) {

    private static final double USUAL_LENGTH = 20;
    private static final int RECENT = 5;
    private static final double LEAST_SIZE = 1e-4;
    private static final int LEAST_OF_RUNS = 4;
    private static final double MOST_OF_LAST = 2;
    /** A share of squares that rounding may leave. */
    private static final double NOISE = 1e-9;

    /** What is usual in annual series, and how far from it they are. */
    private static final double[] USUAL = {-0.2, 0.6, 0.3, 0.3, -3.3, 0.0, 0.2, 0.9};

    private static final double[] SPREAD = {0.5, 0.2, 0.5, 0.7, 1.0, 0.3, 1.2, 0.25};
    /** Beyond so many spreads a feature counts no more. */
    private static final double MOST = 1.5;

    /**
     * Returns the features of a series.
     *
     * @param values the values, the oldest first, finite
     * @return the features; empty if no value differs from the one before
     */
    public static Optional<SeriesFeatures> of(double[] values) {
        double unit = ScaledForecaster.unit(values);
        double[] scaled = Arrays.stream(values).map(value -> value / unit).toArray();
        double least = Arrays.stream(scaled).min().orElse(0);
        double[] seen =
                least < 0 ? scaled : Arrays.stream(scaled).map(Math::sqrt).toArray();
        double[] changes = DriftModel.differences(seen);
        double[] sizes = Arrays.stream(changes).map(Math::abs).toArray();
        if (Arrays.stream(sizes).sum() == 0) {
            return Optional.empty();
        }
        double size = mean(sizes);
        double unsteadiness = Math.min(unsteadiness(DriftModel.differences(scaled)), unsteadiness(changes));
        double ofLogarithms = least > 0 ? unsteadiness(logarithms(scaled)) : 1;
        return Optional.of(new SeriesFeatures(
                Math.log(values.length / USUAL_LENGTH),
                (double) Arrays.stream(changes).filter(change -> change > 0).count() / changes.length,
                direction(seen, sizes, sizes.length),
                direction(seen, sizes, Math.min(RECENT, sizes.length)),
                Math.log(size / mean(Arrays.stream(seen).map(Math::abs).toArray()) + LEAST_SIZE),
                autocorrelation(changes),
                Math.max(-MOST_OF_LAST, Math.min(MOST_OF_LAST, changes[changes.length - 1] / size)),
                Math.min(1, Math.min(unsteadiness, ofLogarithms))));
    }

    /**
     * Returns the features as weights take them: 1, then each feature, in the order of this record, by how far it is from what is usual,
     * {@code 1.5 tanh((feature - usual) / (1.5 spread))}, so that a series unlike any other has no more than 1.5.
     *
     * @return nine numbers
     */
    public double[] standardized() {
        double[] features = {length, rises, direction, recentDirection, size, runs, lastChange, unsteadiness};
        double[] standardized = new double[features.length + 1];
        standardized[0] = 1;
        for (int i = 0; i < features.length; i++) {
            standardized[i + 1] = MOST * Math.tanh((features[i] - USUAL[i]) / (MOST * SPREAD[i]));
        }
        return standardized;
    }

    private static double mean(double[] numbers) {
        return Mean.of(numbers).getAsDouble();
    }

    /** The way of the last changes by their sizes. */
    private static double direction(double[] seen, double[] sizes, int last) {
        double sum = 0;
        for (int t = sizes.length - last; t < sizes.length; t++) {
            sum += sizes[t];
        }
        return sum == 0 ? 0 : (seen[seen.length - 1] - seen[seen.length - 1 - last]) / sum;
    }

    /** The logarithms of the ratios of neighbours. */
    private static double[] logarithms(double[] values) {
        double[] logarithms = new double[values.length - 1];
        Arrays.setAll(logarithms, t -> Math.log(values[t + 1] / values[t]));
        return logarithms;
    }

    /** How far changes are from their mean, in the mean, as a share of it: 0 if all are equal. */
    private static double unsteadiness(double[] changes) {
        double mean = mean(changes);
        if (!Double.isFinite(mean)) {
            return 1;
        }
        double off = mean(
                Arrays.stream(changes).map(change -> Math.abs(change - mean)).toArray());
        return off == 0 ? 0 : off / Math.abs(mean);
    }

    /** The correlation of changes with those a year earlier, 0 with too few of them. */
    private static double autocorrelation(double[] changes) {
        if (changes.length < LEAST_OF_RUNS) {
            return 0;
        }
        double mean = mean(changes);
        double together = 0;
        double alone = 0;
        double all = 0;
        for (int t = 0; t < changes.length; t++) {
            alone += (changes[t] - mean) * (changes[t] - mean);
            all += changes[t] * changes[t];
            together += t == 0 ? 0 : (changes[t] - mean) * (changes[t - 1] - mean);
        }
        return together / (alone + NOISE * all);
    }
}
