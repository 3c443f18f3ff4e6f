/**
 * Exact numbers with a unit: money, counts, shares, densities, growth rates, percentage points, multiples, years.
 *
 * <p>Every {@link dev.saidao.core.quantity.Quantity} is a decimal in canonical form and a {@link
 * dev.saidao.core.quantity.Unit}, so equality is numeric. Nothing here rounds. Quantities of different units do not mix:
 * they are refused by an {@link dev.saidao.core.quantity.UnitMismatchException} that names both. Conversion between
 * currencies and between units of measurement is left out: a rate of exchange is a figure of its own.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.quantity;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
