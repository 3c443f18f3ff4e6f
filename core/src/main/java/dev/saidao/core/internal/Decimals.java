package dev.saidao.core.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.IntPredicate;

/** Exact decimals in canonical form, and the limits beyond which a number is refused. */
public final class Decimals {

    /** Most digits before the decimal point. */
    public static final int MAX_INTEGER_DIGITS = 1_000;

    /** Most digits after the decimal point. */
    public static final int MAX_FRACTION_DIGITS = 1_100;

    private static final int MOST_OF_SHORT = 18;
    private static final int SHOWN = 40;
    // more than the bits of the digits admitted
    private static final int MOST_BITS = 8_000;
    private static final int SHOWN_BITS = 200;
    /** About 70 digits; of more the parts take as long as a division. */
    private static final int MOST_BITS_IN_PARTS = 256;

    private static final long LAST_PART = 0xFFFF_FFFFL;

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
        BigDecimal stripped =
                value.scale() > 0 && mayEndInZero(value.unscaledValue()) ? value.stripTrailingZeros() : value;
        if (stripped.scale() == value.scale() && stripped.scale() >= 0) {
            return value;
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether digits may end in 0, which takes less to see than a division by 10 for those that do not fit into a long. */
    private static boolean mayEndInZero(BigInteger digits) {
        if (digits.testBit(0)) {
            return false;
        }
        if (digits.signum() < 0 || digits.bitLength() < Long.SIZE || digits.bitLength() > MOST_BITS_IN_PARTS) {
            return true;
        }
        // 2³² leaves 1 when it is divided by 5, so that the sum of the parts of 32 bits leaves what the whole does
        long sum = 0;
        for (BigInteger left = digits; left.signum() != 0; left = left.shiftRight(Long.SIZE)) {
            long two = left.longValue();
            sum += (two >>> Integer.SIZE) + (two & LAST_PART);
        }
        return sum % 5 == 0;
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
        requirePlain(text, what);
        return canonical(new BigDecimal(text), what);
    }

    /**
     * Refuses a text that is no plain decimal, or much too long for one.
     *
     * @param text the text
     * @param what what it is, to begin an error message with
     * @throws IllegalArgumentException if the text is anything but an optional minus, digits, and optionally a point and digits
     */
    public static void requirePlain(String text, String what) {
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
    }

    /**
     * Returns whether a text is digits with at most one point between them, at most 18 characters: most numbers of a table are, and
     * such a one can be read in one way only, unless a point groups its digits.
     *
     * @param text the text
     * @return whether it is
     */
    public static boolean isShortAndPlain(String text) {
        int length = text.length();
        int points = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && (c != '.' || i == 0 || i == length - 1)) {
                return false;
            }
        }
        return points <= 1 && length > 0 && length <= MOST_OF_SHORT;
    }

    /**
     * Returns a text that is safe to put into an error message: shortened, control characters and ends of lines replaced.
     *
     * @param text any text
     * @return at most 60 characters
     */
    public static String shown(String text) {
        return replaced(
                text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + text.length() + " characters)",
                c -> !isSafe(c));
    }

    /**
     * Returns a message as one line that steers no terminal and no log, whatever the inputs that it quotes hold.
     *
     * @param message a message
     * @return the message with control characters other than tabs, and ends of lines, replaced
     */
    public static String onOneLine(String message) {
        return replaced(message, c -> c != '\t' && !isSafe(c) && Character.getType(c) != Character.FORMAT);
    }

    /**
     * Returns a message of several lines that steers no terminal and no log, whatever the inputs that it quotes hold.
     *
     * @param message a message, with a line feed after each line
     * @return the message with control characters other than tabs and line feeds replaced
     */
    public static String onItsLines(String message) {
        return replaced(message, c -> c != '\t' && c != '\n' && !isSafe(c) && Character.getType(c) != Character.FORMAT);
    }

    private static String replaced(String text, IntPredicate isReplaced) {
        if (text.chars().noneMatch(isReplaced)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> safe.append(isReplaced.test(c) ? '\uFFFD' : (char) c));
        return safe.toString();
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int digitsFrom(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - start;
    }

    /** {@return whether a number has no more digits than the library admits} */
    public static boolean isAdmitted(BigDecimal value) {
        // a long row of trailing zeros is not held against a number, as long as taking them off costs little
        return fits(value) || (isShort(value, MOST_BITS) && fits(value.stripTrailingZeros()));
    }

    private static void requireSize(BigDecimal value, String what) {
        if (!isAdmitted(value)) {
            String shown = isShort(value, SHOWN_BITS)
                    ? value.toString()
                    : "a number of about " + (long) (value.unscaledValue().bitLength() * Math.log10(2)) + " digits";
            throw new IllegalArgumentException(tooLarge(what, shown));
        }
    }

    // cheap on every number: the scale and the bits are at hand, while counting the digits of a huge number costs time
    private static boolean fits(BigDecimal value) {
        return value.scale() <= MAX_FRACTION_DIGITS
                && value.scale() >= -MAX_INTEGER_DIGITS
                && isShort(value, MOST_BITS)
                && value.precision() - value.scale() <= MAX_INTEGER_DIGITS;
    }

    private static boolean isShort(BigDecimal value, int bits) {
        return value.unscaledValue().bitLength() < bits;
    }

    private static String tooLarge(String what, String value) {
        return what + " must have at most " + MAX_INTEGER_DIGITS + " digits before and " + MAX_FRACTION_DIGITS
                + " after the decimal point: " + value;
    }
}
