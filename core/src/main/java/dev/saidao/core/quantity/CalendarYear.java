package dev.saidao.core.quantity;

import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A year of the Gregorian calendar said as a figure: 2026年, the year in which something is to happen.
 *
 * <p>Example: {@code CalendarYear.of(2026)} is {@code 2026 year}.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class CalendarYear implements Quantity {

    private static final BigDecimal LAST = BigDecimal.valueOf(9999);

    CalendarYear() {}

    /** {@return the year of the Gregorian calendar, in canonical form} */
    @Override
    @Value.Parameter
    public abstract BigDecimal value();

    @Override
    public final Unit unit() {
        return Unit.CALENDAR_YEAR;
    }

    /**
     * Returns a calendar year.
     *
     * @param value a whole number from 1 to 9999
     * @return the quantity
     * @throws IllegalArgumentException if the value is not a whole number from 1 to 9999
     */
    public static CalendarYear of(BigDecimal value) {
        return ImmutableCalendarYear.of(value);
    }

    /**
     * Returns a calendar year.
     *
     * @param year 1 to 9999
     * @return the quantity
     * @throws IllegalArgumentException if the year is out of range
     */
    public static CalendarYear of(int year) {
        return of(BigDecimal.valueOf(year));
    }

    /**
     * Returns the span from another year to this one: 2026 since 2023 are 3 years.
     *
     * @param other the earlier year
     * @return the difference, negative if {@code other} is later
     */
    public final Years since(CalendarYear other) {
        return Years.of(value().subtract(other.value()));
    }

    @Value.Check
    final CalendarYear check() {
        BigDecimal canonical = Decimals.canonical(value(), "Calendar year");
        if (canonical.scale() > 0 || canonical.signum() <= 0 || canonical.compareTo(LAST) > 0) {
            throw new IllegalArgumentException("Calendar year must be a whole number from 1 to 9999: " + canonical);
        }
        return Decimals.isCanonical(value()) ? this : of(canonical);
    }

    /** {@return the number and the unit, such as {@code 2030 year}, which {@link Quantity#parse} reads as the same} */
    @Override
    public final String toString() {
        return value().toPlainString() + " " + unit();
    }
}
