package dev.saidao.policy.talent;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.internal.Codes;

/**
 * The formulas of talent stocks, as derivations name them. With s = 1 - loss the share that stays in a year; a sum runs over the
 * years, or rounds, of those who come, with k the losses that they meet until the target year.
 *
 * @since 0.1
 */
public enum TalentFormula {
    /** {@code intake = (target - opening × s^years) / Σ s^k}. */
    CONSTANT_INTAKE("required constant intake a year", "所需年均恒定补充量", "intake = (target - opening × s^years) / Σ s^k"),
    /** {@code intake = target - opening × s^years}, all in the last year. */
    TERMINAL_INTAKE("required intake in the last year", "所需末年补充量", "intake = target - opening × s^years"),
    /** {@code size = (target - opening × s^years) / Σ s^k}, over the rounds. */
    ROUND_SIZE("required size of a round", "每轮所需规模", "size = (target - opening × s^years) / Σ s^k"),
    /** {@code stock = opening × s^years + size × Σ s^k}, over the rounds. */
    EXPECTED_STOCK("expected stock", "期望存量", "stock = opening × s^years + size × Σ s^k"),
    /** {@code opening = (target - size × Σ s^k) / s^years}. */
    OPENING_STOCK("required opening stock", "所需期初存量", "opening = (target - size × Σ s^k) / s^years");

    private final Formula formula;

    TalentFormula(String en, String zh, String expression) {
        this.formula = Formula.of("talent." + Codes.ofName(name()), Label.of(en, zh), expression, "geometric series");
    }

    /** {@return the formula} */
    public Formula formula() {
        return formula;
    }
}
