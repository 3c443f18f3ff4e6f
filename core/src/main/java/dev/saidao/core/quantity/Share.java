package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A part of a whole (份额, 占比), as a fraction: 20% and 两成 are 0.2.
 *
 * <p>Negative shares and shares above 1 are admitted, since sources print them (a contribution of 120% to growth); a
 * relation that needs 0 to 1 checks it. The difference of two shares is a number of percentage points, not a share.
 *
 * <p>Example: {@code Share.ofPercent(new BigDecimal("20"))} is {@code 0.2 ratio}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Share implements Quantity {

    Share() {}

    /** {@return the part of the whole, 1 being all of it, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    @Override
    public final Unit unit() {
        return Unit.SHARE;
    }

    /**
     * Returns a share.
     *
     * @param value the fraction; 0.2 is 20%
     * @return the quantity
     * @throws IllegalArgumentException if the value has more digits than the library admits
     */
    public static Share of(BigDecimal value) {
        return ImmutableShare.of(value);
    }

    /**
     * Returns a share given in per cent: 20 is 0.2.
     *
     * @param percent the number before the % sign
     * @return the quantity
     * @throws IllegalArgumentException if it has more digits than the library admits
     */
    public static Share ofPercent(BigDecimal percent) {
        return of(percent.movePointLeft(2));
    }

    /**
     * Returns the difference in percentage points: 25% minus 20% is 5.
     *
     * @param other the share to take away
     * @return the exact difference
     */
    public final PercentagePoints minus(Share other) {
        return PercentagePoints.of(value().subtract(other.value()).movePointRight(2));
    }

    /**
     * Returns this share moved by percentage points: 20% plus 5 is 25%.
     *
     * @param points the points to add
     * @return the exact sum
     * @throws IllegalArgumentException if the sum has more digits than the library admits
     */
    public final Share plus(PercentagePoints points) {
        return of(value().add(points.value().movePointLeft(2)));
    }

    @Value.Check
    final Share check() {
        BigDecimal canonical = Decimals.canonical(value(), "Share");
        return Decimals.isCanonical(value()) ? this : of(canonical);
    }

    /** {@return the number and the unit, such as {@code 0.2 ratio}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
