package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A number of which no unit is said: an index value, a score, a cell of a plain column.
 *
 * <p>It may have a fraction and any sign. What counts things is a {@link Count}, which is whole where it is printed whole;
 * a plain number never is taken for one.
 *
 * <p>Example: {@code PlainNumber.of(new BigDecimal("103.4"))} is {@code 103.4 number}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class PlainNumber implements Quantity {

    PlainNumber() {}

    /** {@return the number, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    @Override
    public final Unit unit() {
        return Unit.NUMBER;
    }

    /**
     * Returns a number without a unit.
     *
     * @param value the number; any sign
     * @return the quantity
     * @throws IllegalArgumentException if the value has more digits than the library admits
     */
    public static PlainNumber of(BigDecimal value) {
        return ImmutablePlainNumber.of(value);
    }

    @Value.Check
    final PlainNumber check() {
        BigDecimal canonical = Decimals.canonical(value(), "Number");
        return Decimals.isCanonical(value()) ? this : of(canonical);
    }

    /** {@return the number and the unit, such as {@code 12 number}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
