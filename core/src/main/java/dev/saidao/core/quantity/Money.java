package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import org.immutables.value.Value;

/**
 * An amount of money, exact, in the main unit of its currency, such as CNY 238.8 billion.
 *
 * <p>Amounts of different currencies do not mix. Rounding to minor units is left out: published market sizes do not need
 * it.
 *
 * <p>Example: {@code Money.of(6_430_000_000L, "USD")} is {@code 6430000000 USD}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Money implements Quantity {

    Money() {}

    /** {@return the amount in the main unit, such as yuan, in canonical form} */
    @Value.Parameter
    public abstract BigDecimal amount();

    /** {@return the ISO 4217 currency} */
    @Value.Parameter
    public abstract Currency currency();

    @Override
    public final BigDecimal value() {
        return amount();
    }

    @Override
    public final Unit unit() {
        return Unit.money(currency());
    }

    /**
     * Returns an amount of money.
     *
     * @param amount the amount in the main unit, any sign
     * @param currency the ISO 4217 currency
     * @return the quantity
     * @throws IllegalArgumentException if the amount has more digits than the library admits
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return ImmutableMoney.of(amount, currency);
    }

    /**
     * Returns an amount of money.
     *
     * @param amount the amount in the main unit, any sign
     * @param currencyCode the ISO 4217 code, such as {@code CNY}
     * @return the quantity
     * @throws IllegalArgumentException if the code is unknown or the amount has more digits than the library admits
     */
    public static Money of(BigDecimal amount, String currencyCode) {
        Unit unit = Unit.parse(currencyCode);
        unit.requireKind(Unit.Kind.MONEY, "Currency");
        return of(amount, unit.currency().orElseThrow());
    }

    /**
     * Returns a whole amount of money.
     *
     * @param amount the amount in the main unit, any sign
     * @param currencyCode the ISO 4217 code, such as {@code CNY}
     * @return the quantity
     * @throws IllegalArgumentException if the code is unknown
     */
    public static Money of(long amount, String currencyCode) {
        return of(BigDecimal.valueOf(amount), currencyCode);
    }

    /**
     * Returns an amount of money.
     *
     * @param amount the amount in the main unit as a plain decimal, such as {@code -12.5}
     * @param currencyCode the ISO 4217 code, such as {@code CNY}
     * @return the quantity
     * @throws IllegalArgumentException if the code is unknown, the amount is no plain decimal or it has more digits than the
     *     library admits
     */
    public static Money of(String amount, String currencyCode) {
        return of(Decimals.parse(amount, "Amount"), currencyCode);
    }

    /**
     * Returns no money of a currency.
     *
     * @param currency the ISO 4217 currency
     * @return the amount 0
     */
    public static Money zero(Currency currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /**
     * Returns the sum.
     *
     * @param other an amount of the same unit
     * @return the exact sum
     * @throws UnitMismatchException if the units differ
     */
    public final Money plus(Money other) {
        unit().requireSame(other.unit());
        return of(amount().add(other.amount()), currency());
    }

    /**
     * Returns the difference.
     *
     * @param other an amount of the same unit
     * @return the exact difference
     * @throws UnitMismatchException if the units differ
     */
    public final Money minus(Money other) {
        unit().requireSame(other.unit());
        return of(amount().subtract(other.amount()), currency());
    }

    /** {@return this with the other sign} */
    public final Money negated() {
        return of(amount().negate(), currency());
    }

    /**
     * Returns the sum of several.
     *
     * @param parts 1 or more amounts of one unit
     * @return the exact sum
     * @throws IllegalArgumentException if there are none
     * @throws UnitMismatchException if the units differ
     */
    public static Money total(Collection<Money> parts) {
        return parts.stream()
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("Amounts must be 1 or more: 0"));
    }

    /**
     * Returns this many times a factor.
     *
     * @param factor any number
     * @return the exact product
     */
    public final Money multipliedBy(BigDecimal factor) {
        return of(amount().multiply(factor), currency());
    }

    @Value.Check
    final Money check() {
        BigDecimal canonical = Decimals.canonical(amount(), "Amount");
        return Decimals.isCanonical(amount()) ? this : of(canonical, currency());
    }

    /** {@return the number and the unit, such as {@code 238800000000 CNY}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
