package dev.saidao.core.figure;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * How the digits that a source did not print were dealt with.
 *
 * @since 0.1
 */
public enum DigitConvention {
    /**
     * Rounded to the nearest: the true number is within half a unit of the last printed place, both ends included, since
     * sources differ in what they do with an exact half. The default.
     */
    ROUNDED(Label.of("printed digits are rounded to the nearest", "印出的数字按四舍五入")),
    /**
     * As {@link #ROUNDED}, but trailing zeros of whole numbers beyond the second digit are not significant, as is customary
     * with round numbers: 1400 is within 50 of it, 100 within 5, 50 and 24 within half a unit.
     */
    CUSTOMARY(Label.of(
            "printed digits are rounded to the nearest; zeros at the end, beyond the second digit, are not significant",
            "印出的数字按四舍五入，第二位之后的末尾零不作有效数字")),
    /** Cut off: the true number is less than one unit of the last printed place farther from zero. */
    TRUNCATED(Label.of("printed digits are cut off", "印出的数字为截断"));

    private final Convention convention;

    DigitConvention(Label text) {
        this.convention = Convention.of("digits." + Codes.ofName(name()), text);
    }

    /** {@return the name and the text of this convention} */
    public Convention convention() {
        return convention;
    }
}
