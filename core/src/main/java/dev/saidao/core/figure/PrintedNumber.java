package dev.saidao.core.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A number as it was printed: the digits, the multiplier behind them, the unit and the qualifier.
 *
 * <p>64.30 and 64.3 are the same value and not the same print: the first says more. So equality is that of the print.
 *
 * <p>Two numbers printed as a range (48—53亿元) are one printed number with two ends, which have the same multiplier. It has no
 * one value; a {@link ReadingConvention} reads it as bounds.
 *
 * <p>Example: 超30% is the digits 30, {@link UnitMultiplier#PERCENT}, a growth rate, {@link Qualifier#MORE_THAN}.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePrintedNumber.class)
@JsonDeserialize(as = ImmutablePrintedNumber.class)
public abstract class PrintedNumber {

    private static final int NEVER_TOO_MANY = 100;

    PrintedNumber() {}

    /** {@return the digits as printed, without grouping: an optional minus, digits, and perhaps a point and digits} */
    @Value.Parameter
    public abstract String digits();

    /** {@return the digits of the upper end, where a range was printed; those of {@link #digits} are its lower end} */
    public abstract Optional<String> upperDigits();

    /** {@return the multiplier printed behind the digits} */
    @Value.Parameter
    public abstract UnitMultiplier multiplier();

    /** {@return the unit, which may be understood rather than printed} */
    @Value.Parameter
    public abstract Unit unit();

    /** {@return the qualifier} */
    @Value.Parameter
    public abstract Qualifier qualifier();

    /**
     * Returns a printed number.
     *
     * @param digits the digits as printed, without grouping, such as {@code 64.30}
     * @param multiplier the multiplier printed behind them
     * @param unit the unit
     * @param qualifier the qualifier
     * @return the printed number
     * @throws IllegalArgumentException if the digits are no plain decimal or too many; if a fraction of a whole (%, ‰, 成)
     *     stands with a unit other than a share or a growth rate; if the value is outside the range of its unit
     */
    public static PrintedNumber of(String digits, UnitMultiplier multiplier, Unit unit, Qualifier qualifier) {
        return ImmutablePrintedNumber.of(digits, multiplier, unit, qualifier);
    }

    /**
     * Returns a printed range, such as 48—53亿元.
     *
     * @param digits the digits of the lower end
     * @param upperDigits the digits of the upper end
     * @param multiplier the multiplier of both
     * @param unit the unit of both
     * @param qualifier the qualifier of both
     * @return the printed range
     * @throws IllegalArgumentException if the upper end is not above the lower one, and as for a single number
     */
    public static PrintedNumber range(
            String digits, String upperDigits, UnitMultiplier multiplier, Unit unit, Qualifier qualifier) {
        return ImmutablePrintedNumber.builder()
                .digits(digits)
                .upperDigits(upperDigits)
                .multiplier(multiplier)
                .unit(unit)
                .qualifier(qualifier)
                .build();
    }

    /**
     * Returns this number with another qualifier.
     *
     * @param qualifier the qualifier
     * @return the printed number
     */
    public final PrintedNumber with(Qualifier qualifier) {
        return qualifier == qualifier() ? this : copy(digits(), multiplier(), unit(), qualifier);
    }

    /**
     * Returns this number with another multiplier.
     *
     * @param multiplier the multiplier printed behind the digits, or in the head above them
     * @return the printed number
     * @throws IllegalArgumentException as for {@link #of}
     */
    public final PrintedNumber with(UnitMultiplier multiplier) {
        return multiplier == multiplier() ? this : copy(digits(), multiplier, unit(), qualifier());
    }

    /**
     * Returns this number in another unit.
     *
     * @param unit the unit
     * @return the printed number
     * @throws IllegalArgumentException as for {@link #of}
     */
    public final PrintedNumber with(Unit unit) {
        return unit.equals(unit()) ? this : copy(digits(), multiplier(), unit, qualifier());
    }

    private PrintedNumber copy(String digits, UnitMultiplier multiplier, Unit unit, Qualifier qualifier) {
        return upperDigits().isPresent()
                ? range(digits, upperDigits().get(), multiplier, unit, qualifier)
                : of(digits, multiplier, unit, qualifier);
    }

    /** {@return whether two ends were printed} */
    @JsonIgnore
    public final boolean isRange() {
        return upperDigits().isPresent();
    }

    /** {@return the lower end of a range; a single number is its own} */
    @JsonIgnore
    public final PrintedNumber lowerEnd() {
        return isRange() ? of(digits(), multiplier(), unit(), qualifier()) : this;
    }

    /** {@return the upper end of a range; a single number is its own} */
    @JsonIgnore
    public final PrintedNumber upperEnd() {
        return upperDigits()
                .map(upper -> of(upper, multiplier(), unit(), qualifier()))
                .orElse(this);
    }

    /** {@return the value that was printed, apart from the qualifier: 2388亿元 is 238,800,000,000 yuan; a range has none, and throws} */
    public final Quantity value() {
        if (isRange()) {
            throw new IllegalArgumentException("Number must be one and no range: " + digits() + " to "
                    + upperDigits().orElseThrow());
        }
        return unit().quantity(amount());
    }

    /** {@return the value as a number: 2388亿元 is 238800000000, 20% is 0.2; of a range its lower end} */
    @Value.Lazy
    @JsonIgnore
    public BigDecimal amount() {
        return Decimals.canonical(printed().multiply(multiplier().factor()), "Printed number");
    }

    /** {@return the worth of one unit of the last printed place: 100,000,000 for 2388亿, 0.0001 for 16.48%} */
    public final BigDecimal lastPlace() {
        return place(printed());
    }

    /**
     * {@return the worth of one unit of the last significant digit, trailing zeros of whole digits not being significant:
     * 100 for 1400, 0.01 for 2.50, 1 for 0}
     */
    public final BigDecimal significantPlace() {
        BigDecimal printed = printed();
        boolean trailingZeros = printed.scale() == 0 && printed.signum() != 0;
        return place(trailingZeros ? printed.stripTrailingZeros() : printed);
    }

    /**
     * {@return the worth of one unit of the last digit that is significant by custom: the first two digits of a whole number
     * always are, trailing zeros after them are not: 100 for 1400, 10 for 100, 1 for 50, 0.01 for 2.50}
     */
    public final BigDecimal customaryPlace() {
        BigDecimal printed = printed();
        int zeros = printed.scale() == 0 && printed.signum() != 0
                ? -printed.stripTrailingZeros().scale()
                : 0;
        return lastPlace().scaleByPowerOfTen(Math.min(zeros, Math.max(0, printed.precision() - 2)));
    }

    private BigDecimal printed() {
        return new BigDecimal(digits());
    }

    private BigDecimal place(BigDecimal number) {
        BigDecimal unitOfPlace = new BigDecimal(BigInteger.ONE, number.scale());
        return Decimals.canonical(unitOfPlace.multiply(multiplier().factor()), "Place");
    }

    @Value.Check
    final void check() {
        Decimals.requirePlain(digits(), "Digits");
        if (isRange()) {
            String upper = upperDigits().orElseThrow();
            Decimals.requirePlain(upper, "Upper digits");
            Require.that(
                    new BigDecimal(upper).compareTo(printed()) > 0,
                    "Upper end must be above the lower one: %s to %s",
                    digits(),
                    upper);
            upperEnd();
        }
        boolean fraction = multiplier().exponent() < 0;
        boolean ofWhole = unit().kind() == Unit.Kind.SHARE || unit().kind() == Unit.Kind.GROWTH_RATE;
        Require.that(
                !fraction || ofWhole,
                "Unit of a number in %s must be a share or a growth rate: %s",
                multiplier(),
                unit());
        if (unit().kind() == Unit.Kind.MONEY || unit().kind() == Unit.Kind.SHARE) {
            if (digits().length() > NEVER_TOO_MANY) {
                amount(); // refuses what has too many digits; there is no other limit
            }
        } else {
            unit().quantity(amount()); // refuses what is out of the unit's range
        }
    }
}
