package dev.saidao.core.figure;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import java.math.BigDecimal;

/**
 * How far "about" (约, 左右) and "nearly" (近) let a number stray from what is printed.
 *
 * <p>Never less than half a unit of the last printed place, which plain rounding allows already. No source defines the
 * words; {@link #NARROWER} is the default because it stays sensible for round numbers (about 50: 45 to 55) as well as for
 * precise ones (about 16.48%: 16.47% to 16.49%).
 *
 * @since 0.1
 */
public enum AboutWidth {
    /** Half a unit of the last printed place: the word adds nothing to rounding. */
    ROUNDING_ONLY(Label.of("about adds nothing to rounding", "约不超出四舍五入")) {
        @Override
        BigDecimal widthBeyondRounding(PrintedNumber printed) {
            return BigDecimal.ZERO;
        }
    },
    /** One unit of the last significant digit: about 50 is 40 to 60, about 1400 is 1300 to 1500. */
    ONE_SIGNIFICANT_UNIT(Label.of("about is within one unit of the last significant digit", "约为末位有效数字一个单位之内")) {
        @Override
        BigDecimal widthBeyondRounding(PrintedNumber printed) {
            return printed.significantPlace();
        }
    },
    /**
     * One unit of the last digit that is significant by custom, of which the first two always are: about 50 is 49 to 51,
     * about 1400 is 1300 to 1500, about 100 is 90 to 110. Of a single digit that is one of the second, which was not printed, so that
     * the word adds nothing to rounding: about 1 is 0.5 to 1.5.
     */
    CUSTOMARY(Label.of(
            "about is within one unit of the last significant digit, the first two digits being significant",
            "约为末位有效数字一个单位之内，前两位均为有效数字")) {
        @Override
        BigDecimal widthBeyondRounding(PrintedNumber printed) {
            boolean oneDigit = new BigDecimal(printed.digits()).precision() == 1;
            return oneDigit ? BigDecimal.ZERO : printed.customaryPlace();
        }
    },
    /** Ten per cent of the number: about 50 is 45 to 55. */
    TEN_PERCENT(Label.of("about is within ten per cent", "约为上下一成之内")) {
        @Override
        BigDecimal widthBeyondRounding(PrintedNumber printed) {
            return printed.amount().abs().movePointLeft(1);
        }
    },
    /** The narrower of {@link #ONE_SIGNIFICANT_UNIT} and {@link #TEN_PERCENT}. The default. */
    NARROWER(Label.of(
            "about is within ten per cent or one unit of the last significant digit, whichever is less",
            "约为上下一成与末位有效数字一个单位中较窄者")) {
        @Override
        BigDecimal widthBeyondRounding(PrintedNumber printed) {
            return ONE_SIGNIFICANT_UNIT.widthBeyondRounding(printed).min(TEN_PERCENT.widthBeyondRounding(printed));
        }
    };

    private final Convention convention;

    AboutWidth(Label text) {
        this.convention = Convention.of("about." + Codes.ofName(name()), text);
    }

    /** {@return the name and the text of this convention} */
    public Convention convention() {
        return convention;
    }

    abstract BigDecimal widthBeyondRounding(PrintedNumber printed);

    /**
     * Returns the width for a number.
     *
     * @param printed the number
     * @return the distance, counted in the unit of the number, never negative
     */
    public BigDecimal width(PrintedNumber printed) {
        return widthBeyondRounding(printed).max(printed.lastPlace().divide(BigDecimal.valueOf(2)));
    }
}
