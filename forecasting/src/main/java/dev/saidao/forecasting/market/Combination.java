package dev.saidao.forecasting.market;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.internal.Codes;

/**
 * How forecasts of one quantity by several sources become one. Each is the mean of some of them, put in order of size.
 *
 * <p>Sources: Clemen (1989), "Combining forecasts: A review and annotated bibliography"; Stock and Watson (2004), "Combination forecasts
 * of output growth", for the trimmed mean and the median; Jose and Winkler (2008), "Simple robust averages of forecasts".
 *
 * @since 0.1
 */
public enum Combination {
    /** The mean of all. One source that is far off moves it. */
    MEAN(Label.of("mean of forecasts", "各预测的平均值"), "combined = Σ forecast / n"),
    /** The mean of all but the lowest and the highest; of two, the mean of both. */
    TRIMMED_MEAN(
            Label.of("mean of forecasts without the lowest and the highest", "去掉最低与最高预测后的平均值"),
            "combined = (Σ forecast - min - max) / (n - 2)"),
    /** The middle one, or the mean of the two in the middle. Less than half of the sources, however far off, cannot carry it away. */
    MEDIAN(Label.of("median of forecasts", "各预测的中位数"), "combined = median(forecast)");

    private final Formula formula;

    Combination(Label text, String equation) {
        this.formula = Formula.of("market.combination." + Codes.ofName(name()), text, equation, "closed form");
    }

    /** {@return the formula, as derivations name it} */
    public Formula formula() {
        return formula;
    }

    /** How many are left out at either end, of so many. */
    int leftOut(int count) {
        return switch (this) {
            case MEAN -> 0;
            case TRIMMED_MEAN -> count > 2 ? 1 : 0;
            case MEDIAN -> (count - 1) / 2;
        };
    }
}
