package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A ratio of two sizes (倍): the end is so many times the base.
 *
 * <p>为3倍 ("is three times") is the multiple 3. 增长3倍 ("grows by three times") is the multiple 4: the two differ by one.
 * 翻一番 ("doubles") is 2, 翻两番 is 4.
 *
 * <p>Example: {@code Multiple.ofIncrease(new BigDecimal("3"))} is {@code 4 times}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Multiple implements Quantity {

    Multiple() {}

    /** {@return the ratio of the two sizes, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    @Override
    public final Unit unit() {
        return Unit.MULTIPLE;
    }

    /**
     * Returns a multiple.
     *
     * @param value the end divided by the base; any sign
     * @return the quantity
     * @throws IllegalArgumentException if the value has more digits than the library admits
     */
    public static Multiple of(BigDecimal value) {
        return ImmutableMultiple.of(value);
    }

    /**
     * Returns the multiple of an increase by so many times the base (增长N倍): one more than the number said.
     *
     * @param times the N of 增长N倍
     * @return the multiple N + 1
     * @throws IllegalArgumentException if it has more digits than the library admits
     */
    public static Multiple ofIncrease(BigDecimal times) {
        return of(times.add(BigDecimal.ONE));
    }

    /** {@return by how many times the base it has grown (the N of 增长N倍): one less than the multiple} */
    public final BigDecimal increase() {
        return value().subtract(BigDecimal.ONE);
    }

    @Value.Check
    final Multiple check() {
        BigDecimal canonical = Decimals.canonical(value(), "Multiple");
        return Decimals.isCanonical(value()) ? this : of(canonical);
    }

    /** {@return the number and the unit, such as {@code 2.5 times}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
