package dev.saidao.core.table;

import java.math.BigDecimal;

/**
 * Cells that are a number and nothing else: digits, perhaps with a minus before them, commas between thousands, one point. Most
 * cells of most tables are such, so they are read quickly, without a string. How such a cell looks says what it tells of the
 * decimal sign of the file; what a file looks like is all looks of its cells, one or the other.
 */
final class PlainNumbers {

    /** Anything else. */
    static final int OTHER = 0;
    /** At most three digits. */
    static final int SHORT = 1;
    /** More digits than three, and no sign between them. */
    static final int LONG = 1 << 1;
    /** A point that stands before decimals. */
    static final int POINT = 1 << 2;
    /** A point that may stand between thousands: 1.234. */
    static final int POINT_OR_GROUP = 1 << 3;
    /** A comma that may stand before decimals: 1,234. */
    static final int COMMA_OR_GROUP = 1 << 4;
    /** Commas between thousands: 1,234,567. */
    static final int GROUPS = 1 << 5;
    /** Commas between thousands and a point before decimals: 1,234.5. */
    static final int GROUPS_AND_POINT = 1 << 6;
    /** A minus before any of these. */
    static final int MINUS = 1 << 7;
    /** Looks whose value depends on what the decimal sign is. */
    static final int SIGNED = POINT | POINT_OR_GROUP | COMMA_OR_GROUP | GROUPS | GROUPS_AND_POINT;

    private static final int LONGEST = 18;
    private static final int GROUP = 4;
    /** So many characters are looked at together. */
    private static final int WINDOW = 8;

    private PlainNumbers() {}

    /** What a cell looks like. */
    static int look(char[] chars, int start, int end) {
        int minus = start < end && chars[start] == '-' ? MINUS : 0;
        int begin = minus == 0 ? start : start + 1;
        if (begin >= end || end - begin > LONGEST) {
            return OTHER;
        }
        // without a branch for each character: where signs stand and how many digits there are differs from cell
        // to cell, and a wrong guess costs most of the time
        if (end - begin <= WINDOW && begin + WINDOW <= chars.length) {
            int bits = signsIn(chars, begin) & ((1 << (end - begin)) - 1);
            return minus(
                    minus,
                    looked(chars, begin, end, Integer.bitCount(bits), begin + Integer.numberOfTrailingZeros(bits)));
        }
        int signs = 0;
        int sign = 0;
        for (int i = begin; i < end; i++) {
            int isSign = isSign(chars[i]);
            signs += isSign;
            sign += isSign * i;
        }
        return minus(minus, looked(chars, begin, end, signs, sign));
    }

    private static int minus(int minus, int look) {
        return look == OTHER ? OTHER : minus | look;
    }

    /** What a number without a minus looks like, with so many signs between its digits and the one of them there. */
    private static int looked(char[] chars, int begin, int end, int signs, int sign) {
        if (signs == 0) {
            return end - begin < GROUP ? SHORT : LONG;
        }
        if (signs == 1 && chars[sign] == '.') {
            boolean mayGroup = end - sign == GROUP && sign - begin < GROUP && chars[begin] != '0';
            return sign == begin || sign == end - 1 ? OTHER : mayGroup ? POINT_OR_GROUP : POINT;
        }
        return grouped(chars, begin, end);
    }

    /** A bit for each of eight characters that is no digit. */
    private static int signsIn(char[] chars, int begin) {
        return isSign(chars[begin])
                | isSign(chars[begin + 1]) << 1
                | isSign(chars[begin + 2]) << 2
                | isSign(chars[begin + 3]) << 3
                | isSign(chars[begin + 4]) << 4
                | isSign(chars[begin + 5]) << 5
                | isSign(chars[begin + 6]) << 6
                | isSign(chars[begin + 7]) << 7;
    }

    private static int isSign(char c) {
        int digit = c - '0';
        return (digit | (9 - digit)) >>> 31;
    }

    /** What a number with commas looks like. */
    private static int grouped(char[] chars, int begin, int end) {
        int comma = -1;
        int commas = 0;
        int whole = begin;
        while (whole < end && chars[whole] != '.') {
            char c = chars[whole];
            if (c == ',') {
                boolean fits = comma < 0
                        ? whole > begin && whole - begin < GROUP && chars[begin] != '0'
                        : whole - comma == GROUP;
                if (!fits) {
                    return OTHER;
                }
                comma = whole;
                commas++;
            } else if (c < '0' || c > '9') {
                return OTHER;
            }
            whole++;
        }
        if (commas == 0 || whole - comma != GROUP || whole == end - 1) {
            return OTHER;
        }
        for (int i = whole + 1; i < end; i++) {
            if (chars[i] < '0' || chars[i] > '9') {
                return OTHER;
            }
        }
        return whole < end ? GROUPS_AND_POINT : commas > 1 ? GROUPS : COMMA_OR_GROUP;
    }

    /** Whether a cell is such a number. */
    static boolean isPlain(char[] chars, int start, int end) {
        return look(chars, start, end) != OTHER;
    }

    /** The value of such a number where the decimal sign is a point. */
    static BigDecimal value(char[] chars, int start, int end) {
        boolean minus = chars[start] == '-';
        long digits = 0;
        int scale = 0;
        for (int i = minus ? start + 1 : start; i < end; i++) {
            if (chars[i] == '.') {
                scale = end - i - 1;
            } else if (chars[i] != ',') {
                digits = 10 * digits + (chars[i] - '0');
            }
        }
        return BigDecimal.valueOf(minus ? -digits : digits, scale);
    }
}
