package dev.saidao.core.internal;

import java.util.Arrays;

/** Statistics of numbers that are all there. */
public final class Samples {

    private Samples() {}

    /**
     * Returns the median.
     *
     * @param values the numbers, in any order; they are left as they are
     * @return the middle one, with an even number the mean of the middle two; 0 of none
     */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
