package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import org.immutables.value.Value;

/**
 * A number of things: persons, companies, parks, measures.
 *
 * <p>The number may have a fraction where it is an average or an expectation.
 *
 * <p>Example: {@code Count.of(2_250_000, "persons")} is {@code 2250000 persons}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Count implements Quantity {

    Count() {}

    /** {@return the number, in canonical form} */
    @Value.Parameter
    public abstract BigDecimal number();

    /** {@return what is counted, a plural noun} */
    @Value.Parameter
    public abstract String thing();

    @Override
    public final BigDecimal value() {
        return number();
    }

    @Override
    public final Unit unit() {
        return Unit.count(thing());
    }

    /**
     * Returns a number of things.
     *
     * @param number the number, any sign
     * @param thing a plural noun, such as {@code persons}
     * @return the quantity
     * @throws IllegalArgumentException if the number has more digits than the library admits or the noun is no unit
     */
    public static Count of(BigDecimal number, String thing) {
        return ImmutableCount.of(number, thing);
    }

    /**
     * Returns a whole number of things.
     *
     * @param number the number, any sign
     * @param thing a plural noun, such as {@code persons}
     * @return the quantity
     * @throws IllegalArgumentException if the noun is no unit
     */
    public static Count of(long number, String thing) {
        return of(BigDecimal.valueOf(number), thing);
    }

    /**
     * Returns the sum.
     *
     * @param other a count of the same unit
     * @return the exact sum
     * @throws UnitMismatchException if the units differ
     */
    public final Count plus(Count other) {
        unit().requireSame(other.unit());
        return of(number().add(other.number()), thing());
    }

    /**
     * Returns the difference.
     *
     * @param other a count of the same unit
     * @return the exact difference
     * @throws UnitMismatchException if the units differ
     */
    public final Count minus(Count other) {
        unit().requireSame(other.unit());
        return of(number().subtract(other.number()), thing());
    }

    /** {@return this with the other sign} */
    public final Count negated() {
        return of(number().negate(), thing());
    }

    /**
     * Returns the sum of several.
     *
     * @param parts 1 or more counts of one unit
     * @return the exact sum
     * @throws IllegalArgumentException if there are none
     * @throws UnitMismatchException if the units differ
     */
    public static Count total(Collection<Count> parts) {
        return parts.stream()
                .reduce(Count::plus)
                .orElseThrow(() -> new IllegalArgumentException("Counts must be 1 or more: 0"));
    }

    /**
     * Returns this many times a factor.
     *
     * @param factor any number
     * @return the exact product
     */
    public final Count multipliedBy(BigDecimal factor) {
        return of(number().multiply(factor), thing());
    }

    @Value.Check
    final Count check() {
        Unit.count(thing());
        BigDecimal canonical = Decimals.canonical(number(), "Number");
        return Decimals.isCanonical(number()) ? this : of(canonical, thing());
    }

    /** {@return the number and the unit, such as {@code 300 persons}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
