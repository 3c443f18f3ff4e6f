package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;

/**
 * An exact number with a unit.
 *
 * <p>The text form is the value in plain decimals, a space, and the unit: {@code 238800000000 CNY}, {@code 0.2 ratio},
 * {@code 200 persons per 10 000 employed}. {@link #parse} is the inverse of {@code toString}; it takes the code of a currency in front,
 * too. For text as it is printed in reports see {@code dev.saidao.core.text.FigureFormat}.
 *
 * <p>Quantities of one unit have an order, that of their numbers, and it agrees with {@code equals}.
 *
 * @since 0.1
 */
public sealed interface Quantity extends Comparable<Quantity>
        permits Money,
                Count,
                Share,
                Density,
                GrowthRate,
                PercentagePoints,
                Multiple,
                Years,
                CalendarYear,
                PhysicalQuantity,
                PlainNumber {

    /** {@return the number, counted in the {@link #unit()}, in canonical form} */
    BigDecimal value();

    /** {@return the unit} */
    Unit unit();

    /**
     * Compares this with a quantity of the same unit.
     *
     * @param other the quantity
     * @return a negative number, 0 or a positive one if this is less than, equal to or more than the other
     * @throws UnitMismatchException if the units differ
     */
    @Override
    default int compareTo(Quantity other) {
        unit().requireSame(other.unit());
        return value().compareTo(other.value());
    }

    /**
     * Reads the text form, such as {@code 30 parks}. Money may have its code in front, as people write it: {@code CNY 5} is
     * {@code 5 CNY}.
     *
     * @param text a plain decimal, a space, a unit; or a code of ISO 4217, a space, a plain decimal
     * @return the quantity
     * @throws IllegalArgumentException if the text is anything else
     */
    static Quantity parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(
                    "Quantity must be a number, a space and a unit: " + Decimals.shown(text));
        }
        String first = text.substring(0, space);
        String rest = text.substring(space + 1);
        if (Unit.isCurrencyCode(first)) {
            return Unit.parse(first).quantity(Decimals.parse(rest, "Quantity"));
        }
        if (!first.isEmpty()
                && !Character.isDigit(first.charAt(first.length() - 1))
                && Character.isDigit(rest.isEmpty() ? ' ' : rest.charAt(rest.length() - 1))) {
            throw new IllegalArgumentException(
                    "Quantity must be a number, a space and a unit, in this order, as in 5 parks: "
                            + Decimals.shown(text));
        }
        return Unit.parse(rest).quantity(Decimals.parse(first, "Quantity"));
    }
}
