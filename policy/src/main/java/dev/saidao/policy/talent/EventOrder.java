package dev.saidao.policy.talent;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * What comes first in a year: those who leave, or those who come.
 *
 * @since 0.1
 */
public enum EventOrder {
    /** Losses are taken off the opening stock, then people come: {@code closing = opening × (1 - loss) + intake}. The default. */
    LOSS_FIRST(Label.of("losses are taken off the opening stock, then people come", "先从期初存量中减员,再补充")),
    /** People come, then losses are taken off all: {@code closing = (opening + intake) × (1 - loss)}. */
    INTAKE_FIRST(Label.of("people come, then losses are taken off all", "先补充,再从全部人员中减员"));

    private final Label text;

    EventOrder(Label text) {
        this.text = text;
    }

    /** {@return the name and the text of this convention} */
    public Convention convention() {
        return Convention.of("events." + Codes.ofName(name()), text);
    }
}
