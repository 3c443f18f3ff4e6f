package dev.saidao.forecasting.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A value for each year, of which some may be missing between the first and the last. A missing value is a gap with the name of its
 * year; nothing stands in its place until a forecast needs it.
 *
 * <p>Example: {@code AnnualSeries.of(2021, 10, 13, 16.9)} has the years 2021 to 2023.
 */
public final class AnnualSeries {

    /** The largest magnitude of a value; squares of such values are finite. */
    public static final double MAX_MAGNITUDE = 1e100;

    /** The largest number of years between the first and the last. */
    public static final int MAX_YEARS = 10_000;

    private final NavigableMap<Integer, Double> values;

    private AnnualSeries(NavigableMap<Integer, Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Series must have a value: {}");
        }
        if ((long) values.lastKey() - values.firstKey() >= MAX_YEARS) {
            throw new IllegalArgumentException("Years of a series must be within " + MAX_YEARS + ": "
                    + values.firstKey() + " to " + values.lastKey());
        }
        values.forEach((year, value) -> {
            if (!(Math.abs(value) <= MAX_MAGNITUDE)) {
                throw new IllegalArgumentException("Value of " + year + " must be within ±1e100: " + value);
            }
        });
        this.values = values;
    }

    /**
     * Returns a series without gaps.
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
        return new AnnualSeries(byYear);
    }

    /**
     * Returns a series of the years that have a value; years between them are gaps.
     *
     * @param values the values by year, one or more
     * @return the series
     * @throws IllegalArgumentException if there is no value, one is not within ±{@value #MAX_MAGNITUDE}, or the years are not within
     *     {@value #MAX_YEARS}
     */
    public static AnnualSeries of(Map<Integer, Double> values) {
        return new AnnualSeries(new TreeMap<>(values));
    }

    /** {@return the year of the first value} */
    public int firstYear() {
        return values.firstKey();
    }

    /** {@return the year of the last value} */
    public int lastYear() {
        return values.lastKey();
    }

    /** {@return the number of values, without gaps} */
    public int size() {
        return values.size();
    }

    /**
     * Returns a value.
     *
     * @param year the year
     * @return the value; empty for a gap and beyond the ends
     */
    public OptionalDouble value(int year) {
        Double value = values.get(year);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** {@return the values, the oldest first, without gaps} */
    public List<Double> values() {
        return List.copyOf(values.values());
    }

    /** {@return the years between the first and the last that have no value} */
    public List<Integer> gaps() {
        return IntStream.range(firstYear(), lastYear())
                .filter(year -> !values.containsKey(year))
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
    public AnnualSeries until(int year) {
        return new AnnualSeries(new TreeMap<>(values.headMap(year, true)));
    }

    /**
     * Returns the end of this series.
     *
     * @param year the first year that is kept
     * @return the series from that year on
     * @throws IllegalArgumentException if nothing is left
     */
    public AnnualSeries from(int year) {
        return new AnnualSeries(new TreeMap<>(values.tailMap(year, true)));
    }

    /** The values of all years, those of gaps on the straight line between their neighbours. */
    double[] regular() {
        double[] regular = new double[lastYear() - firstYear() + 1];
        List<Integer> years = new ArrayList<>(values.keySet());
        for (int i = 0; i < years.size(); i++) {
            int year = years.get(i);
            double value = values.getOrDefault(year, 0.0);
            regular[year - firstYear()] = value;
            int next = i + 1 < years.size() ? years.get(i + 1) : year;
            double later = values.getOrDefault(next, 0.0);
            for (int gap = year + 1; gap < next; gap++) {
                double share = (double) (gap - year) / (next - year);
                regular[gap - firstYear()] = value * (1 - share) + later * share;
            }
        }
        return regular;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnnualSeries series && values.equals(series.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return gaps().isEmpty() ? firstYear() + ": " + Arrays.toString(regular()) : values.toString();
    }
}
