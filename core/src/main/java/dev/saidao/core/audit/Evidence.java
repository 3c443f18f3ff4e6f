package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is known of one member of a relation.
 *
 * @param unit the unit
 * @param point the number printed, apart from its qualifier, or derived from such
 * @param digits the numbers that print the same digits
 * @param rounding what can be true by rounding alone
 * @param bounds what can be true
 * @param truncated what can be true if digits were cut off
 * @param number the printed number, if it is one
 */
record Evidence(
        Unit unit,
        Optional<BigDecimal> point,
        Bounds digits,
        Bounds rounding,
        Bounds bounds,
        Bounds truncated,
        Optional<ReadNumber> number) {

    private static final BoundsArithmetic ARITHMETIC =
            BoundsArithmetic.withDefaults().withDigits(BoundsArithmetic.MAX_DIGITS);

    static Evidence of(ReadNumber number) {
        return new Evidence(
                number.unit(),
                Optional.of(number.value()),
                number.digits(),
                number.rounding(),
                number.bounds(),
                number.truncated(),
                Optional.of(number));
    }

    static Evidence of(Quantity constant) {
        return derived(BoundedQuantity.exactly(constant));
    }

    static Evidence derived(BoundedQuantity value) {
        Bounds bounds = value.bounds();
        return new Evidence(value.unit(), value.point(), bounds, bounds, bounds, bounds, Optional.empty());
    }

    /** Nothing but the unit, and what every number of that unit is. */
    static Evidence none(Unit unit) {
        Bounds range = Ranges.of(unit);
        return new Evidence(unit, Optional.empty(), range, range, range, range, Optional.empty());
    }

    BoundedQuantity possible() {
        return BoundedQuantity.of(unit, bounds);
    }

    BoundedQuantity byRounding() {
        return BoundedQuantity.of(unit, rounding);
    }

    /** The number as printed; all that is possible if none was. */
    BoundedQuantity pointOrPossible() {
        return point.map(value -> BoundedQuantity.of(unit, Bounds.exactly(value)))
                .orElse(possible());
    }

    /** The same with digits cut off rather than rounded. */
    Evidence cutOff() {
        return new Evidence(unit, point, digits, truncated, truncated, truncated, number);
    }

    /** The same multiplied by what lies in bounds, and no longer a print. */
    Evidence times(Bounds factor) {
        return new Evidence(
                unit,
                factor.singleValue().flatMap(value -> point.map(value::multiply)),
                ARITHMETIC.times(digits, factor),
                ARITHMETIC.times(rounding, factor),
                ARITHMETIC.times(bounds, factor),
                ARITHMETIC.times(truncated, factor),
                Optional.empty());
    }
}
