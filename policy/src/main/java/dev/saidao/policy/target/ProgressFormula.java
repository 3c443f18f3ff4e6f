package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.relation.GrowthEquation;

/**
 * The formulas of progress, as derivations name them.
 *
 * @since 0.1
 */
public enum ProgressFormula {
    /** {@code rate = (current / base)^(1 / years) - 1}. */
    OBSERVED_RATE(
            "observed growth rate",
            "实际年均增长率",
            GrowthEquation.COMPOUND.expression("rate", "end", "current"),
            Sources.STATCAN),
    /** {@code rate = (target / base)^(1 / years) - 1}, with the years from the base on. */
    REQUIRED_RATE_FROM_BASE(
            "required growth rate from the base year",
            "自基年起所需年均增长率",
            GrowthEquation.COMPOUND.expression("rate", "end", "target"),
            Sources.STATCAN),
    /** {@code rate = (target / current)^(1 / years) - 1}, with the years that are left. */
    REQUIRED_RATE_FROM_NOW(
            "required growth rate from now",
            "自当前起所需年均增长率",
            GrowthEquation.COMPOUND.expression("rate", "end", "target", "base", "current"),
            "closed form"),
    /** {@code ratio = direction × observed / |required|}. */
    RATIO(
            "ratio of observed to required growth",
            "实际与所需增长之比",
            "ratio = direction × observed / |required|",
            Sources.STATCAN),
    /** {@code progress = direction × observed}. */
    DIRECTED_RATE("growth in the wanted direction", "期望方向上的增长率", "progress = direction × observed", Sources.STATCAN),
    /** {@code expected = current × (1 + observed)^years}. */
    EXPECTED_VALUE(
            "value expected in the target year", "目标年预期值", "expected = current × (1 + observed)^years", Sources.UN),
    /** {@code share = (expected - base) / (target - base)}. */
    SHARE_OF_GAP(
            "share of the gap closed by the target year",
            "目标年可弥合差距的比例",
            "share = (expected - base) / (target - base)",
            Sources.UN),
    /** {@code C = 1 - (base / limit)^4.44} below a limit, {@code C = 1 - ((2 × limit - base) / limit)^4.44} above one. */
    LIMIT_COEFFICIENT(
            "coefficient near a natural limit",
            "接近自然极限时的系数",
            "C = 1 - (base / limit)^4.44; from above: C = 1 - ((2 × limit - base) / limit)^4.44; 1 from 2 × limit on",
            Sources.STATCAN),
    /** {@code target = factor × base}. */
    RELATIVE_TARGET("target by its baseline", "按基期值确定的目标值", "target = factor × base", "definition"),
    /** {@code value = start + (end - start) × (year - first) / (last - first)}. */
    PATH_VALUE(
            "value on the straight path between milestones",
            "里程碑直线路径上的值",
            "value = start + (end - start) × passed / span",
            "definition"),
    /** {@code deviation = observed - value}. */
    DEVIATION("deviation from the path", "与路径的偏差", "deviation = observed - path", "definition");

    private final Formula formula;

    ProgressFormula(String en, String zh, String expression, String source) {
        this.formula = Formula.of("progress." + Codes.ofName(name()), Label.of(en, zh), expression, source);
    }

    /** {@return the formula} */
    public Formula formula() {
        return formula;
    }

    /** Where the formulas are defined. */
    private static final class Sources {
        static final String STATCAN = "Statistics Canada, Progress measurement methodology for the SDGs (Open SDG 2.4)";
        static final String UN = "UN Statistics Division, SDG Progress Chart 2023, Technical Note";

        private Sources() {}
    }
}
