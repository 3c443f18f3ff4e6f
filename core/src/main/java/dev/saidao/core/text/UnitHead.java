package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;

/**
 * What the head of a column says of the numbers below it: their unit, and what one printed 1 is worth in it.
 *
 * <p>Example: 亿元 is {@code CNY} and {@link UnitMultiplier#YI}, {@code USD '000} is {@code USD} and {@link
 * UnitMultiplier#THOUSAND}, % is a share and {@link UnitMultiplier#PERCENT}.
 *
 * @param unit the unit
 * @param multiplier the multiplier of numbers that have none of their own
 * @since 0.1
 */
public record UnitHead(Unit unit, UnitMultiplier multiplier) {

    /** {@return what one printed 1 is worth in the unit: 100,000,000 for 亿元, 0.01 for %} */
    public BigDecimal factor() {
        return multiplier.factor();
    }
}
