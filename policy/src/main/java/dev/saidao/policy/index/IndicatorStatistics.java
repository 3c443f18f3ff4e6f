package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What the values of an indicator look like before anything is done to them.
 *
 * @param count how many units have a value
 * @param missing how many have none
 * @param distinct how many different values there are
 * @param least the least value
 * @param greatest the greatest value
 * @param mean the arithmetic mean
 * @param median the value in the middle, or the mean of the two
 * @param standardDeviation the standard deviation, with the divisor n - 1; absent if there is one value
 * @param skewness the adjusted skewness of samples; absent if there are fewer than three values, or all are equal
 * @param kurtosis the adjusted excess kurtosis of samples; absent if there are fewer than four values, or all are equal
 * @since 0.1
 */
public record IndicatorStatistics(
        int count,
        int missing,
        int distinct,
        double least,
        double greatest,
        double mean,
        double median,
        OptionalDouble standardDeviation,
        OptionalDouble skewness,
        OptionalDouble kurtosis) {

    private static final Median MEDIAN = Median.withDefaults().withCopy(true);

    /**
     * Returns the statistics of values.
     *
     * @param values the values, one or more of them finite; a value that is not finite is missing
     * @return the statistics
     * @throws IllegalArgumentException if no value is finite
     */
    public static IndicatorStatistics of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int n = sorted.length;
        Require.that(n > 0, "Values must be one or more: %s", n);
        double least = sorted[0];
        // from the least value on, so that equal values have exactly themselves as mean
        double mean = least + Arrays.stream(sorted).map(x -> x - least).sum() / n;
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        boolean differ = least < sorted[n - 1];
        return new IndicatorStatistics(
                n,
                values.length - n,
                (int) Arrays.stream(sorted).distinct().count(),
                least,
                sorted[n - 1],
                mean,
                MEDIAN.evaluate(sorted),
                n > 1 ? OptionalDouble.of(Math.sqrt(squares / (n - 1))) : OptionalDouble.empty(),
                n > 2 && differ ? OptionalDouble.of(OutlierTreater.skewness(sorted)) : OptionalDouble.empty(),
                n > 3 && differ ? OptionalDouble.of(OutlierTreater.kurtosis(sorted)) : OptionalDouble.empty());
    }
}
