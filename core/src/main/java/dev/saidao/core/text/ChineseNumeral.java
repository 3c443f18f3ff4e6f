package dev.saidao.core.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A Chinese numeral below ten thousand, such as 两, 十五, 二千三百八十八, 一百零五, or digits one by one, such as 二〇二六; or two
 * numerals that are neighbours, such as 两三, 十七八, 三四百.
 *
 * @param value the number
 * @param upper the upper of two neighbours; the number itself where there is one
 * @param end the index behind the numeral
 * @param isShort whether the last unit was left out: 三千五 is 3500
 */
record ChineseNumeral(int value, int upper, int end, boolean isShort) {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";
    private static final String CAPITALS = "零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟";
    private static final String PLAIN = "零一二二三三四五六六七八九十百千";

    /** Reads the numeral that starts at an index, if there is one. */
    static Optional<ChineseNumeral> at(String text, int start) {
        int capitals = start;
        while (capitals < text.length() && CAPITALS.indexOf(text.charAt(capitals)) >= 0) {
            capitals++;
        }
        if (capitals > start + 1) {
            return ofCapitals(text, start, capitals);
        }
        int end = start;
        while (end < text.length() && (digit(text.charAt(end)) >= 0 || UNITS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (end == start) {
            return Optional.empty();
        }
        Optional<ChineseNumeral> neighbours = neighbours(text, start, end);
        if (neighbours.isPresent()) {
            return neighbours;
        }
        boolean positional = text.substring(start, end).chars().noneMatch(c -> UNITS.indexOf(c) >= 0);
        if (positional) {
            int value = positional(text, start, end);
            return value < 0 ? Optional.empty() : Optional.of(new ChineseNumeral(value, value, end, false));
        }
        return withUnits(text, start, end);
    }

    /** 壹仟贰佰: the forms that cheques are written in; one alone is part of some other word, as in 大陆. */
    private static Optional<ChineseNumeral> ofCapitals(String text, int start, int end) {
        StringBuilder plain = new StringBuilder();
        for (int i = start; i < end; i++) {
            plain.append(PLAIN.charAt(CAPITALS.indexOf(text.charAt(i))));
        }
        boolean begins = UNITS.indexOf(plain.charAt(0)) < 0 || plain.charAt(0) == '十';
        return begins && plain.chars().anyMatch(c -> UNITS.indexOf(c) >= 0)
                ? withUnits(plain.toString(), 0, plain.length())
                        .filter(numeral -> !numeral.isShort)
                        .map(numeral -> new ChineseNumeral(numeral.value, numeral.value, end, false))
                : Optional.empty();
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(value);
    }

    boolean isRange() {
        return upper != value;
    }

    static int digit(char c) {
        return c == '两' || c == '兩' ? 2 : c == '零' || c == '○' ? 0 : DIGITS.indexOf(c);
    }

    /** Digits one by one: one alone, a year, or with a 〇 in it; two others (二五) may mean anything. */
    private static int positional(String text, int start, int end) {
        String digits = text.substring(start, end);
        boolean zero = digits.indexOf('〇') >= 0 || digits.indexOf('○') >= 0 || digits.indexOf('零') >= 0;
        boolean year = digits.length() == 4 && "一二".indexOf(digits.charAt(0)) >= 0;
        if (digits.length() > 4 || (digits.length() > 1 && !year && !zero)) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            value = 10 * value + digit(text.charAt(i));
        }
        return value;
    }

    /** Two digits side by side that follow each other, or 三五, with units before or behind: 十七八, 两三千. */
    private static Optional<ChineseNumeral> neighbours(String text, int start, int end) {
        for (int i = start; i + 1 < end; i++) {
            int low = digit(text.charAt(i));
            int high = digit(text.charAt(i + 1));
            boolean pair = low > 0 && (high == low + 1 || (low == 3 && high == 5));
            boolean alone = (i == start || UNITS.indexOf(text.charAt(i - 1)) >= 0)
                    && (i + 2 == end || UNITS.indexOf(text.charAt(i + 2)) >= 0);
            if (pair && alone) {
                String before = text.substring(start, i);
                String behind = text.substring(i + 2, end);
                Optional<ChineseNumeral> first = exact(before + text.charAt(i) + behind);
                Optional<ChineseNumeral> second = exact(before + text.charAt(i + 1) + behind);
                return first.isEmpty() || second.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ChineseNumeral(first.get().value, second.get().value, end, false));
            }
        }
        return Optional.empty();
    }

    private static Optional<ChineseNumeral> exact(String numeral) {
        boolean digit = numeral.length() == 1 && digit(numeral.charAt(0)) >= 0;
        int value = digit ? digit(numeral.charAt(0)) : 0;
        return digit
                ? Optional.of(new ChineseNumeral(value, value, 1, false))
                : withUnits(numeral, 0, numeral.length()).filter(found -> !found.isShort);
    }

    /** The sum of digits times falling units; absent if it is not well formed. */
    private static Optional<ChineseNumeral> withUnits(String text, int start, int end) {
        int value = 0;
        int lastUnit = 10_000;
        int pending = -1;
        boolean zero = false;
        boolean zeroSaid = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int unitIndex = UNITS.indexOf(c);
            if (unitIndex < 0) {
                int digit = digit(c);
                if (pending >= 0 || (digit == 0 && zero)) {
                    return Optional.empty();
                }
                zero = digit == 0;
                zeroSaid |= zero;
                pending = zero ? -1 : digit;
                continue;
            }
            int unit = unitIndex == 0 ? 10 : unitIndex == 1 ? 100 : 1_000;
            // a unit without a digit is one unit, at the start only: 十五, 千亿
            if (unit >= lastUnit || (pending < 0 && i > start)) {
                return Optional.empty();
            }
            value += (pending < 0 ? 1 : pending) * unit;
            lastUnit = unit;
            pending = -1;
            zero = false;
        }
        if (zero) {
            return Optional.empty();
        }
        boolean dropped = pending > 0 && lastUnit > 10 && !zeroSaid;
        int total = value + Math.max(pending, 0) * (dropped ? lastUnit / 10 : 1);
        return Optional.of(new ChineseNumeral(total, total, end, dropped));
    }
}
