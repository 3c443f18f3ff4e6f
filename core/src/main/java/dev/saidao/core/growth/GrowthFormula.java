package dev.saidao.core.growth;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.MultipleEquation;
import dev.saidao.core.relation.StepEquation;

/**
 * The formulas of growth, as derivations name them.
 *
 * @since 0.1
 */
public enum GrowthFormula {
    /** {@code end = base × (1 + rate)^years}. */
    END_VALUE("end value", "期末值", GrowthEquation.COMPOUND.expression("end"), Sources.COMPOUND),
    /** {@code base = end / (1 + rate)^years}. */
    BASE_VALUE("base value", "基期值", GrowthEquation.COMPOUND.expression("base"), Sources.COMPOUND),
    /** {@code rate = (end / base)^(1 / years) - 1}. */
    COMPOUND_ANNUAL_GROWTH_RATE(
            "compound annual growth rate", "年均复合增长率", GrowthEquation.COMPOUND.expression("rate"), Sources.RRI),
    /** {@code years = ln(level / base) / ln(1 + rate)}. */
    YEARS_TO_REACH(
            "years to reach a level",
            "达到某水平的年数",
            GrowthEquation.COMPOUND.expression("years", "end", "level"),
            Sources.PDURATION),
    /** {@code years = ln(end / base) / ln(1 + rate)}. */
    YEARS_BETWEEN(
            "years between two sizes", "两个规模之间的年数", GrowthEquation.COMPOUND.expression("years"), Sources.PDURATION),
    /** {@code rate = (1 + nominal / periods)^periods - 1}. */
    EFFECTIVE_RATE("effective annual rate", "年有效增长率", "rate = (1 + nominal / periods)^periods - 1", Sources.EFFECT),
    /** {@code nominal = periods × ((1 + rate)^(1 / periods) - 1)}. */
    NOMINAL_RATE(
            "nominal annual rate", "年名义增长率", "nominal = periods × ((1 + rate)^(1 / periods) - 1)", Sources.NOMINAL),
    /** {@code years = ln 2 / ln(1 + rate)}. */
    DOUBLING_TIME("doubling time", "倍增时间", "years = ln 2 / ln(1 + rate)", Sources.PDURATION),
    /** {@code years = ln 2 / rate}. */
    DOUBLING_TIME_CONTINUOUS("doubling time, continuous growth", "倍增时间(连续增长)", "years = ln 2 / rate", Sources.LIMIT),
    /** {@code years = 1 / rate}. */
    DOUBLING_TIME_SIMPLE("doubling time, simple growth", "倍增时间(单利)", "years = 1 / rate", Sources.LIMIT),
    /** {@code years = 0.72 / rate}. */
    RULE_OF_72("rule of 72", "72法则", "years = 0.72 / rate", Sources.LIMIT),
    /** {@code factor = (1 + rate)^years}. */
    GROWTH_FACTOR("growth factor", "增长倍数", GrowthEquation.COMPOUND.expression("factor"), Sources.COMPOUND),
    /** {@code multiple = end / base}. */
    MULTIPLE("multiple", "倍数", MultipleEquation.INSTANCE.expression("multiple", "value", "end"), Sources.LIMIT),
    /** {@code rate = end / base - 1}. */
    YEAR_ON_YEAR(
            "year-on-year growth",
            "同比增长率",
            StepEquation.INSTANCE.expression("rate", "current", "end", "previous", "base"),
            Sources.RRI),
    /** {@code end = base × (1 + rate1) × (1 + rate2) × …}. */
    CHAINED_END_VALUE(
            "end value of chained rates", "逐年增长的期末值", "end = base × (1 + rate1) × (1 + rate2) × …", Sources.FVSCHEDULE),
    /** {@code rate = ((1 + rate1) × (1 + rate2) × …)^(1 / n) - 1}. */
    AVERAGE_RATE(
            "average of chained rates",
            "逐年增长率的几何平均",
            "rate = ((1 + rate1) × (1 + rate2) × …)^(1 / n) - 1",
            Sources.FVSCHEDULE);

    private final Formula formula;

    GrowthFormula(String en, String zh, String expression, String source) {
        this.formula = Formula.of("growth." + Codes.ofName(name()), Label.of(en, zh), expression, source);
    }

    /** {@return the formula} */
    public Formula formula() {
        return formula;
    }

    /** Where the formulas are defined. */
    private static final class Sources {
        static final String COMPOUND = "OASIS OpenDocument 1.3 part 4, FV without payments";
        static final String RRI = "OASIS OpenDocument 1.3 part 4, RRI";
        static final String PDURATION = "OASIS OpenDocument 1.3 part 4, PDURATION";
        static final String FVSCHEDULE = "OASIS OpenDocument 1.3 part 4, FVSCHEDULE";
        static final String EFFECT = "OASIS OpenDocument 1.3 part 4, EFFECT";
        static final String NOMINAL = "OASIS OpenDocument 1.3 part 4, NOMINAL";
        static final String LIMIT = "closed form";

        private Sources() {}
    }
}
