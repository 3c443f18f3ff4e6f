package dev.saidao.core.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A Chinese numeral below ten thousand, such as 两, 十五, 二千三百八十八, 一百零五, or digits one by one, such as 二〇二六.
 *
 * @param value the number
 * @param end the index behind the numeral
 */
record ChineseNumeral(int value, int end) {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";

    /** Reads the numeral that starts at an index, if there is one. */
    static Optional<ChineseNumeral> at(String text, int start) {
        int end = start;
        while (end < text.length() && (digit(text.charAt(end)) >= 0 || UNITS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (end == start) {
            return Optional.empty();
        }
        boolean positional = text.substring(start, end).chars().noneMatch(c -> UNITS.indexOf(c) >= 0);
        int value = positional ? positional(text, start, end) : withUnits(text, start, end);
        return value < 0 ? Optional.empty() : Optional.of(new ChineseNumeral(value, end));
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(value);
    }

    private static int digit(char c) {
        return c == '两' ? 2 : c == '零' ? 0 : DIGITS.indexOf(c);
    }

    private static int positional(String text, int start, int end) {
        if (end - start > 4) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            value = 10 * value + digit(text.charAt(i));
        }
        return value;
    }

    /** The sum of digits times falling units; -1 if it is not well formed. */
    private static int withUnits(String text, int start, int end) {
        int value = 0;
        int lastUnit = 10_000;
        int pending = -1;
        boolean zero = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int unitIndex = UNITS.indexOf(c);
            if (unitIndex < 0) {
                int digit = digit(c);
                if (pending >= 0 || (digit == 0 && zero)) {
                    return -1;
                }
                zero = digit == 0;
                pending = zero ? -1 : digit;
                continue;
            }
            int unit = unitIndex == 0 ? 10 : unitIndex == 1 ? 100 : 1_000;
            // a unit without a digit is one unit, at the start only: 十五, 千亿
            if (unit >= lastUnit || (pending < 0 && i > start)) {
                return -1;
            }
            value += (pending < 0 ? 1 : pending) * unit;
            lastUnit = unit;
            pending = -1;
            zero = false;
        }
        if (pending >= 0 && lastUnit > 10 && !text.substring(start, end).contains("零")) {
            return -1; // 三百五 is 350 in speech and 305 to others
        }
        return zero ? -1 : value + Math.max(pending, 0);
    }
}
