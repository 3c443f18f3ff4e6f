package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A span of time in years (年): an age, a doubling time, a time to a level. It may have a fraction.
 *
 * <p>Example: {@code Years.of(new BigDecimal("5.5"))} is {@code 5.5 years}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Years implements Quantity {

    Years() {}

    /** {@return the number of years, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    @Override
    public final Unit unit() {
        return Unit.YEARS;
    }

    /**
     * Returns a span of years.
     *
     * @param value the number of years; any sign
     * @return the quantity
     * @throws IllegalArgumentException if the value has more digits than the library admits
     */
    public static Years of(BigDecimal value) {
        return ImmutableYears.of(value);
    }

    /**
     * Returns a span of whole years.
     *
     * @param years the number of years
     * @return the quantity
     */
    public static Years of(long years) {
        return of(BigDecimal.valueOf(years));
    }

    /**
     * Returns the sum.
     *
     * @param other a span
     * @return the exact sum
     */
    public final Years plus(Years other) {
        return of(value().add(other.value()));
    }

    /**
     * Returns the difference.
     *
     * @param other a span
     * @return the exact difference
     */
    public final Years minus(Years other) {
        return of(value().subtract(other.value()));
    }

    /**
     * Returns this many times a factor.
     *
     * @param factor any number
     * @return the exact product
     */
    public final Years multipliedBy(BigDecimal factor) {
        return of(value().multiply(factor));
    }

    @Value.Check
    final Years check() {
        BigDecimal canonical = Decimals.canonical(value(), "Years");
        return Decimals.isCanonical(value()) ? this : of(canonical);
    }

    /** {@return the number and the unit, such as {@code 5 years}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
