package dev.saidao.samples.programs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Rows of CSV as text (RFC 4180), for many rows a second; fields that need it are quoted. */
final class CsvText {

    private static final int MOST_DIGITS = 13;
    private static final int NUMBER_LENGTH = 40;
    private static final int HALF_DIGITS = 8;
    private static final long HALF = 100_000_000;
    private static final double[] POWERS = powers();

    private byte[] utf8 = new byte[256];
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
            utf8[length++] = ',';
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

    CsvText field(String field) {
        if (!needsQuotes(field)) {
            return plain(field);
        }
        return plain("\"").text(field.replace("\"", "\"\"")).text("\"");
    }

    private static boolean needsQuotes(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    CsvText endRow() {
        room(1);
        utf8[length++] = '\n';
        inRow = false;
        return this;
    }

    // ---- text within a field ----

    private CsvText text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A finite number with four significant digits, for the eye. */
    CsvText brief(double value) {
        finite(value, 4);
        return this;
    }

    private CsvText bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, utf8, length, bytes.length);
        length += bytes.length;
        return this;
    }

    private void room(int bytes) {
        if (utf8.length - length < bytes) {
            utf8 = Arrays.copyOf(utf8, Math.max(2 * utf8.length, length + bytes));
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
            utf8[length++] = '-';
        }
        decimal(scaled, places);
    }

    /** A number below 10^16 of so many decimal places, without zeros at the end. */
    private void decimal(long scaled, int decimals) {
        long number = scaled;
        int places = decimals;
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
                utf8[i] = utf8[i + 1];
            }
            utf8[point] = '.';
        }
        length = end;
    }

    private void digits(int number, int from, int to) {
        int rest = number;
        for (int at = to - 1; at >= from; at--) {
            int tenth = rest / 10;
            utf8[at] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
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

    /** Starts anew, with the memory that was used before. */
    CsvText clear() {
        length = 0;
        return this;
    }

    @Override
    public String toString() {
        return new String(utf8, 0, length, StandardCharsets.UTF_8);
    }
}
