package dev.saidao.core.bounds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What is known of a quantity: the bounds it lies in and, where one was stated, the point that was named.
 *
 * <p>"2388亿元" is the point 238.8 billion within [238.75, 238.85] billion; "over 30%" has bounds (0.3, ∞) and no point,
 * since the source did not name one. A calculation that needs a point has none to give if an input has none.
 *
 * <p>The text form is the bounds, a space and the unit: {@code (0.3, ∞) per year}.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBoundedQuantity.class)
@JsonDeserialize(as = ImmutableBoundedQuantity.class)
public abstract class BoundedQuantity {

    BoundedQuantity() {}

    /** {@return the unit in which the bounds and the point are counted} */
    @Value.Parameter
    public abstract Unit unit();

    /** {@return the numbers that can be true; empty if none can} */
    @Value.Parameter
    public abstract Bounds bounds();

    /**
     * {@return the number that was named, in canonical form; absent if none was}
     *
     * <p>It lies within the bounds or, where it had to be rounded to the working length, on an end.
     */
    @Value.Parameter
    public abstract Optional<BigDecimal> point();

    /**
     * Returns a quantity that is known exactly.
     *
     * @param exact the quantity
     * @return bounds of this one number, which is also the point
     */
    public static BoundedQuantity exactly(Quantity exact) {
        return of(exact.unit(), Bounds.exactly(exact.value()), exact.value());
    }

    /**
     * Returns a quantity of which no point was named.
     *
     * @param unit the unit
     * @param bounds the numbers that can be true, counted in the unit
     * @return the bounded quantity
     */
    public static BoundedQuantity of(Unit unit, Bounds bounds) {
        return ImmutableBoundedQuantity.of(unit, bounds, Optional.empty());
    }

    /**
     * Returns a quantity of which a point was named.
     *
     * @param unit the unit
     * @param bounds the numbers that can be true, counted in the unit
     * @param point the point, within the bounds
     * @return the bounded quantity
     * @throws IllegalArgumentException if the point is not within the bounds or has more digits than the library admits
     */
    public static BoundedQuantity of(Unit unit, Bounds bounds, BigDecimal point) {
        return ImmutableBoundedQuantity.of(unit, bounds, Optional.of(point));
    }

    /**
     * Returns what is left of this quantity when more is known, without the point if that is no longer possible.
     *
     * @param known bounds that the number lies in as well
     * @return the quantity within the intersection, perhaps empty
     */
    public final BoundedQuantity narrowedTo(Bounds known) {
        return ImmutableBoundedQuantity.of(unit(), bounds().intersection(known), point().filter(known::contains));
    }

    /** {@return the point with its unit, if one was named} */
    public final Optional<Quantity> pointQuantity() {
        return point().map(unit()::quantity);
    }

    /**
     * {@return whether the bounds tell anything of a size: whether a positive number is excluded by them}
     *
     * <p>A market size in (0, ∞) is no conclusion at all.
     */
    @JsonIgnore
    public final boolean isInformative() {
        return !bounds().encloses(Bounds.greaterThan(BigDecimal.ZERO));
    }

    /** Whether a point is in the bounds or, as happens to one that was rounded to the working length, on an end. */
    private boolean admits(BigDecimal value) {
        return bounds().contains(value)
                || bounds().lower().filter(end -> end.compareTo(value) == 0).isPresent()
                || bounds().upper().filter(end -> end.compareTo(value) == 0).isPresent();
    }

    @Value.Check
    final BoundedQuantity check() {
        Optional<BigDecimal> canonical = point().map(value -> Decimals.canonical(value, "Point"));
        if (canonical.isPresent() && !admits(canonical.get())) {
            throw new IllegalArgumentException("Point must be within the bounds " + bounds() + ": "
                    + canonical.get().toPlainString());
        }
        return canonical.equals(point()) ? this : ImmutableBoundedQuantity.of(unit(), bounds(), canonical);
    }

    /** {@return the bounds and the unit} */
    @Override
    public final String toString() {
        return bounds() + " " + unit();
    }
}
