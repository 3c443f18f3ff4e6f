package dev.saidao.core.reading;

import java.math.BigDecimal;

/**
 * A number as it stands in a text, its multiplier included and its unit not.
 *
 * @param start where it starts, its sign included
 * @param end where it ends
 * @param value its value: 2388亿 is 238800000000
 * @param place the power of ten of its last printed digit: 8 for 2388亿
 * @param spelled whether it is in words or Chinese numerals
 * @param scaled whether it has a multiplier
 * @param more whether a mark says that there is more: 1400多, 30余, 60+
 * @param grouped whether its digits are grouped or have a decimal point
 */
record ScannedNumber(
        int start,
        int end,
        BigDecimal value,
        int place,
        boolean spelled,
        boolean scaled,
        boolean more,
        boolean grouped) {

    ScannedNumber endingAt(int newEnd) {
        return new ScannedNumber(start, newEnd, value, place, spelled, scaled, more, grouped);
    }

    ScannedNumber times(int exponent) {
        return new ScannedNumber(
                start, end, value.scaleByPowerOfTen(exponent), place + exponent, spelled, true, more, grouped);
    }

    boolean isNegative() {
        return value.signum() < 0;
    }
}
