package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A growth rate per year (年增长率, 复合增长率), as a fraction: 73% a year is 0.73.
 *
 * <p>A size cannot shrink by more than all of it, so the rate is at least -1. The difference of two rates is a number of
 * percentage points.
 *
 * <p>Example: {@code GrowthRate.ofPercent(new BigDecimal("16.48"))} is {@code 0.1648 per year}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class GrowthRate implements Quantity {

    GrowthRate() {}

    /** {@return the growth per year as a fraction; 0.73 is 73% a year, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    @Override
    public final Unit unit() {
        return Unit.GROWTH_RATE;
    }

    /**
     * Returns a growth rate.
     *
     * @param value the fraction, at least -1; 0.73 is 73% a year
     * @return the quantity
     * @throws IllegalArgumentException if the value is below -1 or has more digits than the library admits
     */
    public static GrowthRate of(BigDecimal value) {
        return ImmutableGrowthRate.of(value);
    }

    /**
     * Returns a growth rate given in per cent: 73 is 0.73.
     *
     * @param percent the number before the % sign
     * @return the quantity
     * @throws IllegalArgumentException if it is below -100 or has more digits than the library admits
     */
    public static GrowthRate ofPercent(BigDecimal percent) {
        return of(percent.movePointLeft(2));
    }

    /**
     * Returns the difference in percentage points: 25% minus 20% is 5.
     *
     * @param other the rate to take away
     * @return the exact difference
     */
    public final PercentagePoints minus(GrowthRate other) {
        return PercentagePoints.of(value().subtract(other.value()).movePointRight(2));
    }

    /**
     * Returns this rate moved by percentage points: 20% plus 5 is 25%.
     *
     * @param points the points to add
     * @return the exact sum
     * @throws IllegalArgumentException if the sum is below -1
     */
    public final GrowthRate plus(PercentagePoints points) {
        return of(value().add(points.value().movePointLeft(2)));
    }

    @Value.Check
    final GrowthRate check() {
        BigDecimal canonical = Decimals.canonical(value(), "Growth rate");
        Require.that(
                canonical.compareTo(BigDecimal.ONE.negate()) >= 0, "Growth rate must be at least -1: %s", canonical);
        return Decimals.isCanonical(value()) ? this : of(canonical);
    }

    /** {@return the number and the unit, such as {@code 0.73 per year}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
