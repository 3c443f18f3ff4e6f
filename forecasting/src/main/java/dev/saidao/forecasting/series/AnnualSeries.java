package dev.saidao.forecasting.series;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.internal.Doubles;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A value for each year, of which some may be missing between the first and the last. A missing value is a gap with the name of its
 * year; nothing stands in its place until a forecast needs it.
 *
 * <p>The values are doubles, counted in the unit if there is one: yuan, persons, a share as a fraction. A series of figures knows the
 * figures too.
 *
 * <p>Example: {@code AnnualSeries.of(2021, 10, 13, 16.9)} has the years 2021 to 2023 and no unit.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableAnnualSeries.class)
@JsonDeserialize(as = ImmutableAnnualSeries.class)
public abstract class AnnualSeries {

    /** The largest magnitude of a value; squares of such values are finite. */
    public static final double MAX_MAGNITUDE = 1e100;

    /** The largest number of years between the first and the last. */
    public static final int MAX_YEARS = 10_000;

    AnnualSeries() {}

    /** {@return the unit in which the values are counted, if it is known} */
    @Value.Parameter
    public abstract Optional<Unit> unit();

    /** {@return the values by year, the oldest first, without gaps} */
    @Value.Parameter
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, Double> byYear();

    /** {@return what the values were read from, by year; of each year or, for a series of bare numbers, of none} */
    @Value.Parameter
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, Operand> operands();

    private static AnnualSeries of(Optional<Unit> unit, Map<Integer, ? extends Number> values) {
        NavigableMap<Integer, Double> byYear = new TreeMap<>();
        values.forEach((year, value) -> byYear.put(year, value.doubleValue()));
        return ImmutableAnnualSeries.of(unit, byYear, new TreeMap<>());
    }

    /**
     * Returns a series of bare numbers without gaps.
     *
     * @param firstYear the year of the first value
     * @param values the values of this year and those that follow, one or more
     * @return the series
     * @throws IllegalArgumentException if there is no value, or one is not within ±{@value #MAX_MAGNITUDE}
     */
    public static AnnualSeries of(int firstYear, double... values) {
        NavigableMap<Integer, Double> byYear = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            byYear.put(Math.addExact(firstYear, i), values[i]);
        }
        return ImmutableAnnualSeries.of(Optional.empty(), byYear, new TreeMap<>());
    }

    /**
     * Returns a series of bare numbers, of the years that have a value; years between them are gaps.
     *
     * @param values the values by year, one or more
     * @return the series
     * @throws IllegalArgumentException if there is no value, one is not within ±{@value #MAX_MAGNITUDE}, or the years are not within
     *     {@value #MAX_YEARS}
     */
    public static AnnualSeries of(Map<Integer, ? extends Number> values) {
        return of(Optional.empty(), values);
    }

    /**
     * Returns a series of numbers of a unit; years between them are gaps.
     *
     * @param unit the unit
     * @param values the values by year, one or more, counted in the unit
     * @return the series
     * @throws IllegalArgumentException if there is no value, one is not within ±{@value #MAX_MAGNITUDE}, or the years are not within
     *     {@value #MAX_YEARS}
     */
    public static AnnualSeries of(Unit unit, Map<Integer, ? extends Number> values) {
        return of(Optional.of(unit), values);
    }

    /**
     * Returns the series that figures tell, the value of a year being the point of its figure.
     *
     * <p>Figures of one year may stand side by side where they agree: where the number of the one with the narrowest bounds lies within
     * the bounds of all others. Then that one counts. Nothing else is guessed: what does not go together is refused, all of it by name.
     *
     * @param figures one or more figures of one subject, indicator, unit, kind of year and kind of statement (observed and estimated
     *     numbers go together, forecasts go with forecasts alone)
     * @param reading how to read them
     * @return the series, with its unit
     * @throws IllegalArgumentException if there is no figure; if figures differ in one of these; if a figure has no number, no year, or
     *     the year of a target; if no figure of a year names a number, as "over 30" does not; if figures of one year do not agree; if
     *     values are not within ±{@value #MAX_MAGNITUDE}
     */
    public static AnnualSeries of(List<Figure> figures, ReadingConvention reading) {
        NavigableMap<Integer, Operand> operands = new SeriesFigures(reading).byYear(figures);
        NavigableMap<Integer, Double> values = new TreeMap<>();
        operands.forEach((year, operand) -> values.put(year, point(operand)));
        return ImmutableAnnualSeries.of(
                Optional.of(operands.values().iterator().next().value().unit()), values, operands);
    }

    private static double point(Operand operand) {
        return operand.value().point().map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    @Value.Check
    final void check() {
        if (byYear().isEmpty()) {
            throw new IllegalArgumentException("Series must have a value: {}");
        }
        if ((long) lastYear() - firstYear() >= MAX_YEARS) {
            throw new IllegalArgumentException(
                    "Years of a series must be within " + MAX_YEARS + ": " + firstYear() + " to " + lastYear());
        }
        byYear().forEach((year, value) -> {
            if (!(Math.abs(value) <= MAX_MAGNITUDE)) {
                throw new IllegalArgumentException("Value of " + year + " must be within ±1e100: " + value);
            }
        });
        if (!operands().isEmpty() && !operands().keySet().equals(byYear().keySet())) {
            throw new IllegalArgumentException("Operands must be of the years that have a value: "
                    + operands().keySet() + ", " + byYear().keySet());
        }
        operands().forEach((year, operand) -> {
            unit().ifPresent(unit -> unit.requireSame(operand.value().unit()));
            if (unit().isEmpty() || point(operand) != value(year).orElseThrow()) {
                throw new IllegalArgumentException("Value of " + year + " must be the point of its operand: "
                        + byYear().get(year) + ", " + operand.value());
            }
        });
    }

    /** {@return the year of the first value} */
    public final int firstYear() {
        return byYear().firstKey();
    }

    /** {@return the year of the last value} */
    public final int lastYear() {
        return byYear().lastKey();
    }

    /** {@return the number of values, without gaps} */
    public final int size() {
        return byYear().size();
    }

    /**
     * Returns a value.
     *
     * @param year the year
     * @return the value; empty for a gap and beyond the ends
     */
    public final OptionalDouble value(int year) {
        Double value = byYear().get(year);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** {@return the values, the oldest first, without gaps} */
    public final List<Double> values() {
        return List.copyOf(byYear().values());
    }

    /** {@return the years between the first and the last that have no value} */
    public final List<Integer> gaps() {
        return IntStream.range(firstYear(), lastYear())
                .filter(year -> !byYear().containsKey(year))
                .boxed()
                .toList();
    }

    /**
     * Returns the beginning of this series.
     *
     * @param year the last year that is kept
     * @return the series up to that year
     * @throws IllegalArgumentException if nothing is left
     */
    public final AnnualSeries until(int year) {
        return ImmutableAnnualSeries.of(
                unit(), byYear().headMap(year, true), operands().headMap(year, true));
    }

    /**
     * Returns the end of this series.
     *
     * @param year the first year that is kept
     * @return the series from that year on
     * @throws IllegalArgumentException if nothing is left
     */
    public final AnnualSeries from(int year) {
        return ImmutableAnnualSeries.of(
                unit(), byYear().tailMap(year, true), operands().tailMap(year, true));
    }

    /**
     * Returns what is known of a value: the bounds of its figure.
     *
     * @param year the year
     * @return the bounds with the unit; empty for a gap, beyond the ends, and without a figure
     */
    public final Optional<BoundedQuantity> known(int year) {
        return Optional.ofNullable(operands().get(year)).map(Operand::value);
    }

    /** The values of all years, those of gaps on the straight line between their neighbours. */
    final double[] regular() {
        double[] regular = new double[lastYear() - firstYear() + 1];
        Map.Entry<Integer, Double> before = byYear().entrySet().iterator().next();
        for (Map.Entry<Integer, Double> entry : byYear().entrySet()) {
            int from = before.getKey();
            int to = entry.getKey();
            for (int gap = from + 1; gap < to; gap++) {
                double share = (double) (gap - from) / (to - from);
                regular[gap - firstYear()] = before.getValue() * (1 - share) + entry.getValue() * share;
            }
            regular[to - firstYear()] = entry.getValue();
            before = entry;
        }
        return regular;
    }

    /** {@return each year with its value} */
    @Override
    public final String toString() {
        String unit = unit().map(known -> " " + known).orElse("");
        return byYear().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + Doubles.shown(entry.getValue()) + unit)
                .collect(Collectors.joining(", "));
    }
}
