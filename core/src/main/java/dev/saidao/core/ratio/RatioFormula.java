package dev.saidao.core.ratio;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.relation.DensityEquation;
import dev.saidao.core.relation.ShareEquation;
import dev.saidao.core.relation.SumEquation;

/**
 * The formulas of parts and wholes, as derivations name them.
 *
 * @since 0.1
 */
public enum RatioFormula {
    /** {@code share = part / whole}. */
    SHARE("share of a whole", "占比", ShareEquation.INSTANCE.expression("share")),
    /** {@code whole = part / share}. */
    WHOLE("whole of a part", "由部分与占比推整体", ShareEquation.INSTANCE.expression("whole")),
    /** {@code part = whole × share}. */
    PART("part of a whole", "由整体与占比推部分", ShareEquation.INSTANCE.expression("part")),
    /** {@code density = count / population × n}. */
    DENSITY("density per n", "每n人中的数量", DensityEquation.INSTANCE.expression("density")),
    /** {@code whole = count / density × n}. */
    WHOLE_OF_DENSITY(
            "whole of a density",
            "由数量与密度推整体",
            DensityEquation.INSTANCE.expression("population", "population", "whole")),
    /** {@code opening = cumulative - added}. */
    OPENING_STOCK("opening stock", "期初数", SumEquation.OVER_TIME.expression("previous", "previous", "opening"));

    private final Formula formula;

    RatioFormula(String en, String zh, String expression) {
        this.formula = Formula.of("ratio." + Codes.ofName(name()), Label.of(en, zh), expression, "closed form");
    }

    /** {@return the formula} */
    public Formula formula() {
        return formula;
    }
}
