package dev.saidao.forecasting.market;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;

/**
 * The formulas of outlooks, as derivations name them; compounding takes those of growth.
 *
 * @since 0.1
 */
public enum MarketFormula {
    /** {@code size = earlier^(1 - steps / span) × later^(steps / span)}: constant growth between two sizes. */
    INTERPOLATION(Formula.of(
            "market.interpolation",
            Label.of("size on the path of constant growth between two published sizes", "两个已公布规模之间按恒定增长的规模"),
            "size = earlier^(1 - steps / span) × later^(steps / span)",
            "closed form"));

    private final Formula formula;

    MarketFormula(Formula formula) {
        this.formula = formula;
    }

    /** {@return the formula} */
    public Formula formula() {
        return formula;
    }
}
