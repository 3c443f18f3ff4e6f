package dev.saidao.core.internal;

import java.math.BigDecimal;

/** Exact decimals in canonical form, and the limits beyond which a number is refused. */
public final class Decimals {

    /** Most digits before the decimal point. */
    public static final int MAX_INTEGER_DIGITS = 1_000;

    /** Most digits after the decimal point. */
    public static final int MAX_FRACTION_DIGITS = 1_100;

    /** One hundred, as used by per cent. */
    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final int SHOWN = 40;

    private Decimals() {}

    /**
     * Returns the canonical form of a decimal: no trailing zeros after the point, scale at least 0.
     *
     * @param value the decimal
     * @param what what it is, to begin an error message with, such as {@code Amount}
     * @return the canonical form, numerically equal
     * @throws IllegalArgumentException if it has too many digits
     */
    public static BigDecimal canonical(BigDecimal value, String what) {
        requireSize(value, what);
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.scale() > 0 ? value.stripTrailingZeros() : value;
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Returns whether a decimal is in canonical form.
     *
     * @param value a decimal within the limits
     * @return whether {@link #canonical} returns it as it is
     */
    public static boolean isCanonical(BigDecimal value) {
        return value.scale() == canonical(value, "Number").scale();
    }

    /**
     * Reads a plain decimal: an optional minus, digits, and optionally a point and digits. No exponent, no grouping.
     *
     * @param text the text
     * @param what what it is, to begin an error message with
     * @return the decimal in canonical form
     * @throws IllegalArgumentException if the text is anything else or has too many digits
     */
    public static BigDecimal parse(String text, String what) {
        int length = text.length();
        if (length > MAX_INTEGER_DIGITS + MAX_FRACTION_DIGITS + 2) {
            throw new IllegalArgumentException(tooLarge(what, shown(text)));
        }
        int i = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int digits = digitsFrom(text, i);
        boolean plain = digits > 0;
        i += digits;
        if (plain && i < length && text.charAt(i) == '.') {
            digits = digitsFrom(text, i + 1);
            plain = digits > 0;
            i += digits + 1;
        }
        if (!plain || i != length) {
            throw new IllegalArgumentException(what + " must be a plain decimal such as -12.5: " + shown(text));
        }
        return canonical(new BigDecimal(text), what);
    }

    /**
     * Returns a text that is safe to put into an error message: shortened, control characters replaced.
     *
     * @param text any text
     * @return at most 60 characters
     */
    public static String shown(String text) {
        String cut =
                text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + text.length() + " characters)";
        StringBuilder safe = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            safe.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c);
        }
        return safe.toString();
    }

    private static int digitsFrom(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - start;
    }

    private static void requireSize(BigDecimal value, String what) {
        // the scale is looked at first: it is at hand, while counting digits costs time on a huge number
        long scale = value.scale();
        boolean small = scale <= MAX_FRACTION_DIGITS
                && scale >= -MAX_INTEGER_DIGITS
                && value.unscaledValue().bitLength() < 8_000
                && value.precision() - scale <= MAX_INTEGER_DIGITS;
        if (!small) {
            BigDecimal fewer = value.unscaledValue().bitLength() < 8_000 ? value.stripTrailingZeros() : value;
            boolean fits = fewer.signum() == 0
                    || (fewer.scale() <= MAX_FRACTION_DIGITS
                            && fewer.scale() >= -MAX_INTEGER_DIGITS
                            && fewer.unscaledValue().bitLength() < 8_000
                            && fewer.precision() - (long) fewer.scale() <= MAX_INTEGER_DIGITS);
            if (!fits) {
                boolean printable = value.unscaledValue().bitLength() < 200;
                throw new IllegalArgumentException(
                        tooLarge(what, printable ? value.toString() : "a number of " + value.precision() + " digits"));
            }
        }
    }

    private static String tooLarge(String what, String value) {
        return what + " must have at most " + MAX_INTEGER_DIGITS + " digits before and " + MAX_FRACTION_DIGITS
                + " after the decimal point: " + value;
    }
}
