package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import org.immutables.value.Value;

/**
 * A number of things per n of other things: 200 persons per 10,000 employed (每万人就业人口200名).
 *
 * <p>200 per 10,000 and 20 per 1,000 are the same density and not equal as values, since the source said one of them;
 * {@link #per(long)} converts.
 *
 * <p>Example: {@code Density.of(new BigDecimal("200"), "persons", 10_000, "employed").ratio()} is 0.02.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Density implements Quantity {

    Density() {}

    /** {@return the number of things per {@link #perNumber()}, in canonical form} */
    @Value.Parameter
    public abstract BigDecimal number();

    /** {@return what is counted, a plural noun} */
    @Value.Parameter
    public abstract String thing();

    /** {@return the n of "per n", 1 to 999,999,999,999} */
    @Value.Parameter
    public abstract long perNumber();

    /** {@return what the n are, a plural noun} */
    @Value.Parameter
    public abstract String base();

    @Override
    public final BigDecimal value() {
        return number();
    }

    @Override
    public final Unit unit() {
        return Unit.density(thing(), perNumber(), base());
    }

    /**
     * Returns a density.
     *
     * @param number the number of things, any sign
     * @param thing what is counted, such as {@code persons}
     * @param per the n of "per n", 1 to 999,999,999,999
     * @param base what the n are, such as {@code employed}
     * @return the quantity
     * @throws IllegalArgumentException if the number has more digits than the library admits, a noun is no unit, or
     *     {@code per} is out of range
     */
    public static Density of(BigDecimal number, String thing, long per, String base) {
        return ImmutableDensity.of(number, thing, per, base);
    }

    /** {@return the things for each one of the base: the number divided by n, to 34 digits where it does not end} */
    public final BigDecimal ratio() {
        return per(1).number();
    }

    /**
     * Returns the same density per another n: 20 per 1,000 is 200 per 10,000.
     *
     * @param per the n, 1 to 999,999,999,999
     * @return the density, to 34 digits where the division does not end
     * @throws IllegalArgumentException if {@code per} is out of range
     */
    public final Density per(long per) {
        BigDecimal product = number().multiply(BigDecimal.valueOf(per));
        return of(product.divide(BigDecimal.valueOf(perNumber()), MathContext.DECIMAL128), thing(), per, base());
    }

    @Value.Check
    final Density check() {
        Unit.density(thing(), perNumber(), base());
        BigDecimal canonical = Decimals.canonical(number(), "Density");
        return Decimals.isCanonical(number()) ? this : of(canonical, thing(), perNumber(), base());
    }

    /** {@return the number and the unit, such as {@code 200 persons per 10 000 employed}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
