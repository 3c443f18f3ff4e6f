package dev.saidao.forecasting.series;

import dev.saidao.core.internal.Doubles;

/**
 * Between what ends a value is expected to lie.
 *
 * @param low the lower end
 * @param high the upper end, not below it
 * @since 0.1
 */
public record Interval(double low, double high) {

    /**
     * Returns whether a value lies between the ends.
     *
     * @param value the value
     * @return whether it is neither below the lower nor above the upper end
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** {@return both ends rounded for the eye, such as {@code [17.1, 25.2]}} */
    @Override
    public String toString() {
        return "[" + Doubles.shown(low) + ", " + Doubles.shown(high) + "]";
    }
}
