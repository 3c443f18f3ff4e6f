package dev.saidao.core.ratio;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.internal.Codes;

/** The formulas of parts and wholes, as derivations name them. */
public enum RatioFormula {
    /** {@code share = part / whole}. */
    SHARE("share of a whole", "占比", "share = part / whole"),
    /** {@code whole = part / share}. */
    WHOLE("whole of a part", "由部分与占比推整体", "whole = part / share"),
    /** {@code part = whole × share}. */
    PART("part of a whole", "由整体与占比推部分", "part = whole × share"),
    /** {@code density = count / population × n}. */
    DENSITY("density per n", "每n人中的数量", "density = count / population × n"),
    /** {@code whole = count / density × n}. */
    WHOLE_OF_DENSITY("whole of a density", "由数量与密度推整体", "whole = count / density × n"),
    /** {@code opening = cumulative - added}. */
    OPENING_STOCK("opening stock", "期初数", "opening = cumulative - added");

    private final Formula formula;

    RatioFormula(String en, String zh, String expression) {
        this.formula = Formula.of("ratio." + Codes.ofName(name()), Label.of(en, zh), expression, "closed form");
    }

    /** {@return the formula} */
    public Formula formula() {
        return formula;
    }
}
