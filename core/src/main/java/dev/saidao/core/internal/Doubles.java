package dev.saidao.core.internal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Doubles as texts for people; exact ones are in the data. */
public final class Doubles {

    private static final MathContext DIGITS = new MathContext(6);
    private static final int MOST_PLAIN = 15;

    private Doubles() {}

    /**
     * Returns a number for a reader.
     *
     * @param value the number
     * @return six significant digits at most, such as 0.0456, 238.8 or 16900; with an exponent, such as 1.5E+20, where the zeros would
     *     be many
     */
    public static String shown(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        // more digits than six where they are those of a whole number
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        BigDecimal shown = isWhole ? new BigDecimal(value) : new BigDecimal(value).round(DIGITS);
        BigDecimal stripped = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale();
        return Math.abs(exponent) <= MOST_PLAIN ? stripped.toPlainString() : stripped.toString();
    }
}
