package dev.saidao.policy.talent;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * Whether a model counts people or their expected number.
 *
 * @since 0.1
 */
public enum Counting {
    /** Expected numbers, which have fractions: 1% of 50 is half a person on average. The default. */
    EXPECTATION(Label.of("expected numbers, which have fractions", "期望人数,可有小数")),
    /**
     * Whole people: what is left over after rounding a loss down is carried to the next year, so that over the years as many
     * leave as are expected to.
     */
    WHOLE_PERSONS(Label.of("whole people; fractions of losses are carried to the next year", "整人计;减员的小数结转下一年"));

    private final Label text;

    Counting(Label text) {
        this.text = text;
    }

    /** {@return the name and the text of this convention} */
    public Convention convention() {
        return Convention.of("counting." + Codes.ofName(name()), text);
    }
}
