package dev.saidao.samples.programs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** Rows of CSV as text (RFC 4180), for many rows a second; fields that need it are quoted. */
final class CsvText {

    private static final int MOST_DIGITS = 13;
    private static final int NUMBER_LENGTH = 40;
    private static final int HALF_DIGITS = 8;
    private static final long HALF = 100_000_000;
    private static final double[] POWERS = powers();

    private char[] chars = new char[256];
    private int length;
    private boolean inRow;

    private static double[] powers() {
        double[] powers = new double[23];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Double.parseDouble("1e" + i);
        }
        return powers;
    }

    /** The name of an enum constant as files have it, such as {@code more-than}. */
    static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // ---- fields ----

    private CsvText begin() {
        if (inRow) {
            room(1);
            chars[length++] = ',';
        }
        inRow = true;
        return this;
    }

    /** A field that is known to need no quotes. */
    CsvText plain(String field) {
        return begin().text(field);
    }

    /** A number with 13 significant digits, without zeros at the end; empty if it is no finite one. */
    CsvText number(double value) {
        begin();
        if (!Double.isNaN(value) && !Double.isInfinite(value)) {
            finite(value, MOST_DIGITS);
        }
        return this;
    }

    /** A field of any text; what a spreadsheet would run is set as text, by an apostrophe before it. */
    CsvText field(String text) {
        begin();
        String field = runs(text) ? "'" + text : text;
        return needsQuotes(field) ? text("\"").text(field.replace("\"", "\"\"")).text("\"") : text(field);
    }

    /**
     * Whether a spreadsheet would take a cell for a formula that does something: {@code =cmd}, {@code @SUM(…)}, {@code -2+3+cmd|…}; plain
     * numbers and figures with a sign are none.
     */
    private static boolean runs(String cell) {
        if (cell.length() < 2) {
            return false;
        }
        return switch (cell.charAt(0)) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' -> cell.indexOf('|') >= 0 || cell.indexOf('!') >= 0 || cell.indexOf('(') >= 0;
            default -> false;
        };
    }

    private static boolean needsQuotes(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c <= ',' && (c == ',' || c == '"' || c == '\n' || c == '\r')) {
                return true;
            }
        }
        return false;
    }

    /** A number of a list within a field, with a semicolon before all but the first. */
    CsvText among(int place, double value) {
        if (place > 0) {
            room(1);
            chars[length++] = ';';
        }
        finite(value, MOST_DIGITS);
        return this;
    }

    CsvText endRow() {
        room(1);
        chars[length++] = '\n';
        inRow = false;
        return this;
    }

    // ---- text within a field ----

    private CsvText text(String text) {
        int count = text.length();
        room(count);
        text.getChars(0, count, chars, length);
        length += count;
        return this;
    }

    /** A finite number with four significant digits, for the eye. */
    CsvText brief(double value) {
        finite(value, 4);
        return this;
    }

    private void room(int more) {
        if (chars.length - length < more) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + more));
        }
    }

    /** Numbers are printed plainly, never in exponent form. */
    private void finite(double value, int digits) {
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e9) {
            text(
                    size == 0
                            ? "0"
                            : new BigDecimal(value)
                                    .round(new MathContext(digits))
                                    .stripTrailingZeros()
                                    .toPlainString());
            return;
        }
        int whole = 0;
        while (size >= POWERS[whole]) {
            whole++;
        }
        int zeros = 0;
        while (size * POWERS[zeros + 1] < 1) {
            zeros++;
        }
        int places = Math.max(0, digits - whole + zeros);
        long scaled = Math.round(size * POWERS[places]);
        room(NUMBER_LENGTH);
        if (value < 0) {
            chars[length++] = '-';
        }
        decimal(scaled, places);
    }

    /** A number below 10^16 of so many decimal places, without zeros at the end. */
    private void decimal(long scaled, int decimals) {
        long number = scaled;
        int places = decimals;
        // most numbers have no zero at the end, and many that have one have many
        while (places >= 4 && number % 10_000 == 0) {
            number /= 10_000;
            places -= 4;
        }
        while (places > 0 && number % 10 == 0) {
            number /= 10;
            places--;
        }
        int digits = places + 1;
        while (number >= POWERS[digits]) {
            digits++;
        }
        // in two halves, since to divide ints takes much less time
        int lower = (int) (number % HALF);
        int upper = (int) (number / HALF);
        int end = length + digits + (places > 0 ? 1 : 0);
        int middle = Math.max(end - digits, end - HALF_DIGITS);
        digits(lower, middle, end);
        digits(upper, end - digits, middle);
        if (places > 0) {
            int point = end - places - 1;
            for (int i = length; i < point; i++) {
                chars[i] = chars[i + 1];
            }
            chars[point] = '.';
        }
        length = end;
    }

    private void digits(int number, int from, int to) {
        // two at a time
        int rest = number;
        int at = to;
        while (at - from >= 2) {
            int hundredth = rest / 100;
            int pair = rest - 100 * hundredth;
            int ten = pair / 10;
            chars[--at] = (char) ('0' + pair - 10 * ten);
            chars[--at] = (char) ('0' + ten);
            rest = hundredth;
        }
        if (at > from) {
            chars[from] = (char) ('0' + rest % 10);
        }
    }

    /** A decimal as text, plainly and with at most 16 significant digits. */
    static String shown(BigDecimal value) {
        return value.round(new MathContext(16)).stripTrailingZeros().toPlainString();
    }

    /** A decimal for the eye, plainly and with at most 4 significant digits; whole numbers keep all of theirs. */
    static String brief(BigDecimal value) {
        int whole = Math.max(0, value.precision() - value.scale());
        return value.round(new MathContext(Math.max(4, whole)))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A number for the eye, as {@link #brief(BigDecimal)}; a dash if there is none. */
    static String briefOrDash(double value) {
        return Double.isFinite(value) ? brief(new BigDecimal(value)) : "–";
    }

    /** A number for the eye, as {@link #brief(BigDecimal)}; a dash if there is none. */
    static String briefOrDash(OptionalDouble value) {
        return briefOrDash(value.orElse(Double.NaN));
    }

    /** The decimal that {@link #shown} prints. */
    static BigDecimal rounded(BigDecimal value) {
        return new BigDecimal(shown(value));
    }

    /** Starts anew, with the memory that was used before. */
    CsvText clear() {
        length = 0;
        return this;
    }

    /** What was written, as it stands now. */
    char[] toChars() {
        return Arrays.copyOf(chars, length);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
