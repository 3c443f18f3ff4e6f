package dev.saidao.core.bounds;

import java.math.BigDecimal;

/**
 * Bounds in doubles, whose ends are known within an error: a quick look ahead of exact work.
 *
 * <p>What follows with certainty from these is what {@link #surelyEncloses}, {@link #surelyMeets} and {@link #surelyMisses} say;
 * where they say no, nothing is known. Errors are carried along by every operation, with more to spare than doubles lose.
 * Whole and half numbers up to {@value #LARGEST_EXACT} have none, so that counts are added exactly.
 *
 * @param low the lower end; minus infinity if there is none, not a number if nothing is known
 * @param high the upper end; infinity if there is none
 * @param error how far an end that is a number may be from the true one; 0 if the ends are exact
 * @since 0.1
 */
public record RoughBounds(double low, double high, double error) {

    /** Nothing is known. */
    public static final RoughBounds UNKNOWN = new RoughBounds(Double.NaN, Double.NaN, Double.NaN);

    /** All numbers. */
    public static final RoughBounds ALL = new RoughBounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);

    private static final RoughBounds ONE = new RoughBounds(1, 1, 0);
    private static final double LARGEST_EXACT = 1e14;
    /** Twice the relative error of one operation. */
    private static final double ULP = 0x1p-52;
    // beyond these a double has fewer digits, or none
    private static final double LARGEST = 1e150;
    private static final double SMALLEST = 1e-150;
    private static final int MOST_STEPS = 1_000;

    /**
     * Returns rough bounds.
     *
     * @param bounds exact ones
     * @return the same in doubles; unknown if they are empty
     */
    public static RoughBounds of(Bounds bounds) {
        if (bounds.isEmpty()) {
            return UNKNOWN;
        }
        return nearest(
                bounds.lower().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                bounds.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY),
                isShort(bounds));
    }

    /**
     * Returns whether ends have at most 15 digits, so that no two of them have the same nearest double.
     *
     * @param bounds bounds
     * @return whether both ends, or the one that there is, have
     */
    public static boolean isShort(Bounds bounds) {
        return isShort(bounds.lower().orElse(BigDecimal.ZERO))
                && isShort(bounds.upper().orElse(BigDecimal.ZERO));
    }

    private static boolean isShort(BigDecimal end) {
        return end.precision() <= 15;
    }

    /**
     * Returns rough bounds.
     *
     * @param low the double nearest to the lower end
     * @param high the double nearest to the upper end
     * @param isShort whether both ends have at most 15 digits, so that no two of them have the same nearest double
     * @return the bounds; unknown if an end is not a number
     */
    public static RoughBounds nearest(double low, double high, boolean isShort) {
        if (isShort && isExact(low) && isExact(high)) {
            return new RoughBounds(low, high, 0);
        }
        return checked(low, high, ULP * size(low, high));
    }

    private static boolean isExact(double end) {
        return Double.isInfinite(end) || (2 * end == Math.rint(2 * end) && Math.abs(end) <= LARGEST_EXACT);
    }

    /** The size of the larger end that is a number. */
    private static double size(double low, double high) {
        double below = Double.isInfinite(low) ? 0 : Math.abs(low);
        double above = Double.isInfinite(high) ? 0 : Math.abs(high);
        return Math.max(below, above);
    }

    private static RoughBounds checked(double low, double high, double error) {
        double size = size(low, high);
        return low <= high && size < LARGEST && (size > SMALLEST || size == 0) && error >= 0
                ? new RoughBounds(low, high, error)
                : UNKNOWN;
    }

    // ---- what is certain ----

    /** {@return whether nothing is known} */
    public boolean isUnknown() {
        return Double.isNaN(error);
    }

    private boolean isPoint() {
        return error == 0 && low == high;
    }

    /**
     * Returns whether bounds are certainly within these.
     *
     * @param inner the others
     * @return whether that is certain, whichever ends are open
     */
    public boolean surelyEncloses(RoughBounds inner) {
        if (isPoint() && inner.isPoint()) {
            return low == inner.low;
        }
        double margin = 2 * (error + inner.error);
        return (low == Double.NEGATIVE_INFINITY || low + margin < inner.low)
                && (high == Double.POSITIVE_INFINITY || inner.high < high - margin)
                && !isUnknown()
                && !inner.isUnknown();
    }

    /**
     * Returns whether bounds certainly have a number in common with these.
     *
     * @param other the others
     * @return whether that is certain, whichever ends are open
     */
    public boolean surelyMeets(RoughBounds other) {
        if (isPoint() && other.isPoint()) {
            return low == other.low;
        }
        double margin = 2 * (error + other.error);
        // one that is a point within its error lies between the ends of the other or is not counted
        return low + margin < other.high - margin
                && other.low + margin < high - margin
                && low <= high
                && other.low <= other.high;
    }

    /**
     * Returns whether bounds certainly have no number in common with these.
     *
     * @param other the others
     * @return whether that is certain
     */
    public boolean surelyMisses(RoughBounds other) {
        double margin = 2 * (error + other.error);
        return high + margin < other.low || other.high + margin < low;
    }

    /**
     * Returns what bounds have in common with these.
     *
     * @param other the others
     * @return the numbers in both; unknown if there may be none
     */
    public RoughBounds meet(RoughBounds other) {
        if (!surelyMeets(other)) {
            return UNKNOWN;
        }
        return new RoughBounds(Math.max(low, other.low), Math.min(high, other.high), Math.max(error, other.error));
    }

    /**
     * Returns one number.
     *
     * @param number the number, exactly
     * @return the bounds of it alone
     */
    public static RoughBounds exactly(double number) {
        return Double.isFinite(number) ? checked(number, number, 0) : UNKNOWN;
    }

    // ---- arithmetic ----

    private RoughBounds reckoned(RoughBounds other, double newLow, double newHigh) {
        if (error == 0 && other.error == 0 && isExact(newLow) && isExact(newHigh) && newLow <= newHigh) {
            return new RoughBounds(newLow, newHigh, 0);
        }
        double sizes = size(low, high) + size(other.low, other.high);
        return checked(newLow, newHigh, 2 * (error + other.error) + ULP * sizes);
    }

    /**
     * Returns a sum.
     *
     * @param other what to add
     * @return the bounds of the sum
     */
    public RoughBounds plus(RoughBounds other) {
        return reckoned(other, low + other.low, high + other.high);
    }

    /**
     * Returns a difference.
     *
     * @param other what to subtract
     * @return the bounds of the difference
     */
    public RoughBounds minus(RoughBounds other) {
        return reckoned(other, low - other.high, high - other.low);
    }

    /** {@return these bounds and 1} */
    public RoughBounds plusOne() {
        return plus(ONE);
    }

    /** {@return these bounds less 1} */
    public RoughBounds minusOne() {
        return minus(ONE);
    }

    /**
     * Returns a product of positive numbers.
     *
     * @param other what to multiply by
     * @return the bounds of the product; unknown if an end may not be positive, or is infinite
     */
    public RoughBounds times(RoughBounds other) {
        return ofSizes(other, low * other.low, high * other.high);
    }

    /**
     * Returns a quotient of positive numbers.
     *
     * @param other what to divide by
     * @return the bounds of the quotient; unknown if an end may not be positive, or is infinite
     */
    public RoughBounds dividedBy(RoughBounds other) {
        return ofSizes(other, low / other.high, high / other.low);
    }

    private RoughBounds ofSizes(RoughBounds other, double newLow, double newHigh) {
        if (!isOfSize() || !other.isOfSize()) {
            return UNKNOWN;
        }
        return checked(newLow, newHigh, newHigh * (2 * (error / low + other.error / other.low) + 4 * ULP));
    }

    /** Whether all is well above 0 and below infinity. */
    private boolean isOfSize() {
        return low > SMALLEST && low > 1e6 * error && high < LARGEST;
    }

    /**
     * Returns a power of positive numbers.
     *
     * @param exponent the exponent, positive
     * @return the bounds of the power; unknown if an end may not be positive, or if the exponent is large
     */
    public RoughBounds power(int exponent) {
        return exponent <= MOST_STEPS ? raised(exponent, 2.0 * exponent) : UNKNOWN;
    }

    /**
     * Returns a root of positive numbers.
     *
     * @param degree the degree, positive
     * @return the bounds of the root; unknown if an end may not be positive, or if the degree is large
     */
    public RoughBounds root(int degree) {
        return degree <= MOST_STEPS ? raised(1.0 / degree, 2) : UNKNOWN;
    }

    /** By {@link Math#pow}, which is within one unit of its last place; the error grows with the exponent at most. */
    private RoughBounds raised(double exponent, double spread) {
        if (!isOfSize() || spread * error / low > 1e-6) {
            return UNKNOWN;
        }
        double newHigh = Math.pow(high, exponent);
        double lost = ULP * (8 + Math.abs(Math.log(newHigh)) + Math.abs(Math.log(low)));
        return checked(Math.pow(low, exponent), newHigh, newHigh * (2 * spread * error / low + lost));
    }
}
