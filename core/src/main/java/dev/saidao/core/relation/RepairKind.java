package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;

/**
 * The mistakes and differences in convention by which figures that agree come to contradict each other, likeliest first.
 *
 * @since 0.1
 */
public enum RepairKind {
    /** One step more or less, or the steps of the stated span. A convention. */
    STEPS(Label.of("other number of steps", "期数不同"), true),
    /** The rate counts from the year before or after the printed base, by a printed growth between them or by none. */
    BASE_YEAR(Label.of("other base year", "基年不同"), false),
    /** Digits were cut off, not rounded. A convention. */
    TRUNCATED(Label.of("digits cut off", "数字为截断"), true),
    /** Zeros at the end that are no digits of the number, only in a customary reading. A convention. */
    ROUND_FIGURES(Label.of("round figures", "整数化"), true),
    /** Rounds of a cadence counted in another way. A convention. */
    ROUNDS(Label.of("rounds counted differently", "轮次计法不同"), true),
    /** A power of ten: 亿 for billion, million for billion, % for ‰, per 10,000 for %. */
    FACTOR(Label.of("a power of ten", "数量级有误"), false),
    /** The growth of the whole span, its average over the years, or percentage points were printed as a compound annual rate. */
    OTHER_RATE(Label.of("another kind of rate", "增长率口径不同"), false),
    /** "Grew by" for "grew to" (增长N倍 for 为N倍). */
    BY_OR_TO(Label.of("grew by for grew to", "增长与增长到混淆"), false),
    /** Something was there before that was not counted. */
    OPENING_STOCK(Label.of("an opening stock", "另有期初存量"), false),
    /** Another currency. */
    CURRENCY(Label.of("another currency", "币种有误"), false);

    private final Label text;
    private final boolean convention;

    RepairKind(Label text, boolean convention) {
        this.text = text;
        this.convention = convention;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }

    /** {@return whether it is a matter of convention rather than a mistake} */
    public boolean isConvention() {
        return convention;
    }
}
