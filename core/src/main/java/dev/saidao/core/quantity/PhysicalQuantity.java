package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import org.immutables.value.Value;

/**
 * A measured amount: a power, an energy, a mass, an area, a number of full-time equivalents.
 *
 * <p>It is continuous: where a {@link Count} printed as 24 is 24, a printed 24 GW lies between 23.5 and 24.5 GW.
 *
 * <p>Amounts of different units are never added; {@link #in} converts where both measure the same thing.
 *
 * <p>Example: {@code PhysicalQuantity.of(new BigDecimal("20"), "GW").in(Unit.physical("kW"))} is {@code 20000000 kW}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class PhysicalQuantity implements Quantity {

    PhysicalQuantity() {}

    /** {@return the number, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    /** {@return the unit, of kind {@link Unit.Kind#PHYSICAL}} */
    @Override
    @Value.Parameter
    public abstract Unit unit();

    /**
     * Returns a measured amount.
     *
     * @param value the number; any sign
     * @param symbol the sign of the unit, such as {@code GW}
     * @return the quantity
     * @throws IllegalArgumentException if the sign is not known or the number has more digits than the library admits
     */
    public static PhysicalQuantity of(BigDecimal value, String symbol) {
        return of(value, Unit.physical(symbol));
    }

    static PhysicalQuantity of(BigDecimal value, Unit unit) {
        return ImmutablePhysicalQuantity.of(value, unit);
    }

    /**
     * Returns the same amount in another unit: 20 GW are 20,000,000 kW.
     *
     * @param other a unit of the same dimension
     * @return the amount, exact but for factors that do not end, which have 34 digits
     * @throws UnitMismatchException if the units do not measure the same thing
     */
    public final PhysicalQuantity in(Unit other) {
        BigDecimal factor = unit().factorTo(other).orElseThrow(() -> new UnitMismatchException(unit(), other));
        return of(value().multiply(factor, MathContext.UNLIMITED), other);
    }

    /**
     * Returns the sum.
     *
     * @param other an amount of the same unit
     * @return the exact sum
     * @throws UnitMismatchException if the units differ
     */
    public final PhysicalQuantity plus(PhysicalQuantity other) {
        unit().requireSame(other.unit());
        return of(value().add(other.value()), unit());
    }

    /**
     * Returns the difference.
     *
     * @param other an amount of the same unit
     * @return the exact difference
     * @throws UnitMismatchException if the units differ
     */
    public final PhysicalQuantity minus(PhysicalQuantity other) {
        unit().requireSame(other.unit());
        return of(value().subtract(other.value()), unit());
    }

    /**
     * Returns this many times a factor.
     *
     * @param factor any number
     * @return the exact product
     */
    public final PhysicalQuantity multipliedBy(BigDecimal factor) {
        return of(value().multiply(factor), unit());
    }

    @Value.Check
    final PhysicalQuantity check() {
        unit().requireKind(Unit.Kind.PHYSICAL, "Unit");
        BigDecimal canonical = Decimals.canonical(value(), "Amount");
        return Decimals.isCanonical(value()) ? this : of(canonical, unit());
    }

    /** {@return the number and the unit, such as {@code 1.5 GW}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
