package dev.saidao.samples.programs;

import java.math.BigDecimal;
import java.math.MathContext;

/** Prints numbers plainly, never in exponent form. */
final class Numbers {

    private static final int DIGITS = 13;
    private static final long[] POWERS = powers();

    private Numbers() {}

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** A double with 13 significant digits, without zeros at the end; empty if it is no finite number. */
    static String shown(double value) {
        return fixed(value, DIGITS, "");
    }

    /** A double with four significant digits, for sentences; ∞ if it has no end. */
    static String brief(double value) {
        return fixed(value, 4, value > 0 ? "∞" : "-∞");
    }

    /** A decimal with at most 16 significant digits. */
    static String shown(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(16)).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String fixed(double value, int digits, String otherwise) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return otherwise;
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-4 || size >= 1e9) {
            return new BigDecimal(value)
                    .round(new MathContext(digits))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        int whole = 0;
        while (whole < 10 && size >= POWERS[whole]) {
            whole++;
        }
        int zeros = 0;
        while (size * POWERS[zeros + 1] < 1) {
            zeros++;
        }
        int places = Math.max(0, digits - whole + zeros);
        long scaled = Math.round(size * POWERS[places]);
        while (places > 0 && scaled % 10 == 0) {
            scaled /= 10;
            places--;
        }
        StringBuilder text = new StringBuilder(24);
        if (value < 0) {
            text.append('-');
        }
        text.append(scaled / POWERS[places]);
        if (places > 0) {
            String fraction = Long.toString(scaled % POWERS[places]);
            text.append('.').append("0".repeat(places - fraction.length())).append(fraction);
        }
        return text.toString();
    }
}
