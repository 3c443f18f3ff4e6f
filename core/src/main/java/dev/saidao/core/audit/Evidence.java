package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
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

    private static final MathContext POINTS = new MathContext(60);
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

    /** The same with zeros at the end as padding; only of what was printed without a word. */
    Evidence padded() {
        Bounds wider = number.map(ReadNumber::padded).orElse(bounds);
        return wider.equals(bounds) ? this : new Evidence(unit, point, digits, wider, wider, wider, number);
    }

    /** The same multiplied by what grows by a rate, or divided by it, and no longer a print. */
    Evidence grown(Evidence rate, boolean isBefore) {
        return new Evidence(
                unit,
                point.flatMap(value -> rate.point().map(growth -> grown(value, growth, isBefore))),
                grown(digits, rate.digits(), isBefore),
                grown(rounding, rate.rounding(), isBefore),
                grown(bounds, rate.bounds(), isBefore),
                grown(truncated, rate.truncated(), isBefore),
                Optional.empty());
    }

    private static BigDecimal grown(BigDecimal value, BigDecimal rate, boolean isBefore) {
        BigDecimal factor = BigDecimal.ONE.add(rate);
        return isBefore ? value.divide(factor, POINTS) : value.multiply(factor);
    }

    private static Bounds grown(Bounds value, Bounds rate, boolean isBefore) {
        Bounds factor = ARITHMETIC.plus(Bounds.exactly(BigDecimal.ONE), rate).intersection(Bounds.positive());
        return isBefore ? ARITHMETIC.dividedBy(value, factor) : ARITHMETIC.times(value, factor);
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
