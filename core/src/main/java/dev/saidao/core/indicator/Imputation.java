package dev.saidao.core.indicator;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What stands in for a missing value of an indicator, before it is normalised. Every such cell is flagged in the result. */
public enum Imputation {
    /** Nothing: an aggregate is formed of what is there. */
    NONE,
    /** The mean of the other units. */
    MEAN,
    /** The median of the other units; with an even number the mean of the middle two. */
    MEDIAN;

    /** The value that stands in, empty if there is none. */
    OptionalDouble of(double[] present) {
        if (present.length == 0 || this == NONE) {
            return OptionalDouble.empty();
        }
        if (this == MEAN) {
            return Arrays.stream(present).average();
        }
        double[] sorted = Arrays.stream(present).sorted().toArray();
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2);
    }
}
