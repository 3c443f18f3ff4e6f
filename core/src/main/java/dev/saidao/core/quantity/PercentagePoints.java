package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A difference of two shares or two rates, in percentage points (个百分点): from 20% to 25% are 5.
 *
 * <p>Example: {@code PercentagePoints.of(new BigDecimal("1.5"))} is {@code 1.5 percentage points}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class PercentagePoints implements Quantity {

    PercentagePoints() {}

    /** {@return the number of points; from 20% to 25% are 5, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    @Override
    public final Unit unit() {
        return Unit.PERCENTAGE_POINTS;
    }

    /**
     * Returns a number of percentage points.
     *
     * @param value the number of points; any sign
     * @return the quantity
     * @throws IllegalArgumentException if the value has more digits than the library admits
     */
    public static PercentagePoints of(BigDecimal value) {
        return ImmutablePercentagePoints.of(value);
    }

    /**
     * Returns the sum.
     *
     * @param other a number of points
     * @return the exact sum
     */
    public final PercentagePoints plus(PercentagePoints other) {
        return of(value().add(other.value()));
    }

    /**
     * Returns the difference.
     *
     * @param other a number of points
     * @return the exact difference
     */
    public final PercentagePoints minus(PercentagePoints other) {
        return of(value().subtract(other.value()));
    }

    /**
     * Returns this many times a factor.
     *
     * @param factor any number
     * @return the exact product
     */
    public final PercentagePoints multipliedBy(BigDecimal factor) {
        return of(value().multiply(factor));
    }

    @Value.Check
    final PercentagePoints check() {
        BigDecimal canonical = Decimals.canonical(value(), "Percentage points");
        return Decimals.isCanonical(value()) ? this : of(canonical);
    }

    /** {@return the number and the unit, such as {@code 0.5 percentage points}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
