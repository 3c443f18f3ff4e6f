package dev.saidao.policy.index;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.Columns;
import dev.saidao.policy.internal.Places;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values of units, such as industry tracks or countries, by indicator. A cell that was not set is missing; nothing stands in
 * its place. A cell of which only bounds are known ("over 100") counts as missing wherever a value is needed; its bounds are
 * honoured by {@link CompositeCalculator#bounds}.
 *
 * @since 0.1
 */
public final class IndicatorTable {

    /** The largest magnitude of a value; sums and squares of such values are finite. */
    public static final double MAX_MAGNITUDE = 1e150;

    private static final int BLOCK = 16;

    private final List<String> units;
    private final Places unitPlaces;
    private final Places columnPlaces;
    private final double[][] columns;
    private final Map<Cell, Bounds> bounds;
    private final Map<Cell, String> sources;
    private final Map<String, String> groups;
    private final SortedMap<Integer, IndicatorTable> years;
    private final int year;

    private IndicatorTable(Builder builder) {
        this.units = builder.unitPlaces.names();
        this.unitPlaces = new Places("Unit", units);
        this.columnPlaces = builder.columnPlaces;
        this.bounds = Map.copyOf(builder.bounds);
        this.sources = Map.copyOf(builder.sources);
        this.groups = Map.copyOf(builder.groups);
        this.years = new TreeMap<>();
        this.year = 0;
        this.columns = new double[columnPlaces.size()][units.size()];
        // some columns at a time, so that neither rows nor columns leave the processor's cache between two cells
        for (int from = 0; from < columns.length; from += BLOCK) {
            int to = Math.min(columns.length, from + BLOCK);
            for (int unit = 0; unit < units.size(); unit++) {
                double[] row = builder.rows.get(unit);
                for (int column = from; column < to; column++) {
                    columns[column][unit] = row[column];
                }
            }
        }
    }

    private IndicatorTable(IndicatorTable table, int year, SortedMap<Integer, IndicatorTable> years) {
        this.units = table.units;
        this.unitPlaces = table.unitPlaces;
        this.columnPlaces = table.columnPlaces;
        this.columns = table.columns;
        this.bounds = table.bounds;
        this.sources = table.sources;
        this.groups = table.groups;
        this.years = years;
        this.year = year;
    }

    /** The place of a cell, by unit and column. */
    private record Cell(int unit, int column) {}

    /**
     * Returns a builder of a table.
     *
     * @param columns the codes of the indicators, and of the denominators if there are any
     * @return the builder
     * @throws IllegalArgumentException if a code is there twice
     */
    public static Builder builder(List<String> columns) {
        return new Builder(columns);
    }

    /** {@return the units, in the order in which they were added} */
    public List<String> units() {
        return units;
    }

    /** {@return the codes of the columns, in the order given} */
    public List<String> columns() {
        return columnPlaces.names();
    }

    /**
     * Returns a value.
     *
     * @param unit the unit
     * @param column the code of the column
     * @return the value; empty if it is missing
     * @throws IllegalArgumentException if there is no such unit or column
     */
    public OptionalDouble value(String unit, String column) {
        double value = columns[columnPlaces.of(column)][unitPlaces.of(unit)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns between what ends a value lies.
     *
     * @param unit the unit
     * @param column the code of the column
     * @return the bounds; exactly the value where there is one; empty if nothing is known of the cell
     * @throws IllegalArgumentException if there is no such unit or column
     */
    public Optional<Bounds> bounds(String unit, String column) {
        OptionalDouble value = value(unit, column);
        return value.isPresent()
                ? Optional.of(Bounds.exactly(BigDecimal.valueOf(value.getAsDouble())))
                : Optional.ofNullable(bounds.get(cell(unit, column)));
    }

    /**
     * Returns where a value comes from, such as the id of a figure.
     *
     * @param unit the unit
     * @param column the code of the column
     * @return the source; empty if none was given
     * @throws IllegalArgumentException if there is no such unit or column
     */
    public Optional<String> source(String unit, String column) {
        return Optional.ofNullable(sources.get(cell(unit, column)));
    }

    /**
     * Returns the group of a unit, such as its region.
     *
     * @param unit the unit
     * @return the group; empty if none was given
     * @throws IllegalArgumentException if there is no such unit
     */
    public Optional<String> group(String unit) {
        return Optional.ofNullable(groups.get(units.get(unitPlace(unit))));
    }

    /** {@return the columns in which something is known of every unit, in the order of the columns: what all units share} */
    public List<String> sharedColumns() {
        return columns().stream()
                .filter(column -> units.stream().allMatch(unit -> isKnown(unit, column)))
                .toList();
    }

    /** {@return the columns in which something is known of some units, but not of all, in the order of the columns} */
    public List<String> partialColumns() {
        List<String> partial = new ArrayList<>(columns());
        partial.removeAll(sharedColumns());
        partial.removeIf(column -> units.stream().noneMatch(unit -> isKnown(unit, column)));
        return List.copyOf(partial);
    }

    /**
     * Returns this table as one of several years, for {@link Imputation#LATEST} and {@link Imputation#LINEAR}.
     *
     * @param year the year of this table
     * @param others the tables of other years; an entry for the year itself is not looked at
     * @return the table, with the others beside it
     */
    public IndicatorTable inYear(int year, Map<Integer, IndicatorTable> others) {
        SortedMap<Integer, IndicatorTable> years = new TreeMap<>(others);
        years.put(year, this);
        return new IndicatorTable(this, year, years);
    }

    /**
     * Returns this table with fewer columns.
     *
     * @param columns the codes of the columns that are kept, each once
     * @return the table, in the order of the codes, with the other years in which they are
     * @throws IllegalArgumentException if there is no such column, or one is named twice
     */
    public IndicatorTable select(List<String> columns) {
        return select(columns, units);
    }

    /** This table with fewer units; other years keep theirs. */
    IndicatorTable only(List<String> units) {
        IndicatorTable less = select(columns(), units);
        return years.isEmpty() ? less : less.inYear(year, years);
    }

    private IndicatorTable select(List<String> columns, List<String> units) {
        Builder selected = builder(columns);
        for (String unit : units) {
            selected.unit(unit);
            group(unit).ifPresent(group -> selected.group(unit, group));
            for (String column : columns) {
                value(unit, column).ifPresent(value -> selected.set(unit, column, value));
                Optional.ofNullable(bounds.get(cell(unit, column)))
                        .ifPresent(within -> selected.set(unit, column, within));
                source(unit, column).ifPresent(source -> selected.source(unit, column, source));
            }
        }
        if (years.isEmpty()) {
            return selected.build();
        }
        Map<Integer, IndicatorTable> others = new TreeMap<>();
        years.forEach((other, table) -> {
            if (other != year) {
                others.put(
                        other,
                        table.select(columns.stream().filter(table::hasColumn).toList()));
            }
        });
        return selected.build().inYear(year, others);
    }

    /**
     * Returns columns without the units that lack a value in one of them, as correlations and components take them.
     *
     * @param columns the codes of the columns, each once
     * @return the values by column, in the order of the units
     * @throws IllegalArgumentException if there is no such column, or one is named twice
     */
    public Map<String, double[]> complete(List<String> columns) {
        return Columns.complete(
                new Places("Column", columns).names(),
                columns.stream().map(this::column).toList());
    }

    /** {@return the tables of all years that are known, this one included, by year; none if this table has no year} */
    public SortedMap<Integer, IndicatorTable> years() {
        return Collections.unmodifiableSortedMap(years);
    }

    /** {@return the year of this table, 0 if it has none} */
    public int year() {
        return year;
    }

    /** Whether something is known of a cell. */
    boolean isKnown(String unit, String column) {
        return value(unit, column).isPresent() || bounds.containsKey(cell(unit, column));
    }

    /**
     * Returns whether there is such a column.
     *
     * @param column the code of a column
     * @return whether it is there
     */
    public boolean hasColumn(String column) {
        return columnPlaces.has(column);
    }

    /**
     * Returns whether there is such a unit.
     *
     * @param unit a unit
     * @return whether it is there
     */
    public boolean hasUnit(String unit) {
        return unitPlaces.has(unit);
    }

    private Cell cell(String unit, String column) {
        return new Cell(unitPlaces.of(unit), columnPlaces.of(column));
    }

    /** The values of a column in the order of the units, NaN where there is none; a copy. */
    double[] column(String code) {
        return columns[columnPlaces.of(code)].clone();
    }

    /** The place of a unit. */
    int unitPlace(String unit) {
        return unitPlaces.of(unit);
    }

    /**
     * Builds a table, cell by cell.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final Places columnPlaces;
        private final Places unitPlaces = new Places("Unit", List.of());
        private final List<double[]> rows = new ArrayList<>();
        private final Map<Cell, Bounds> bounds = new HashMap<>();
        private final Map<Cell, String> sources = new HashMap<>();
        private final Map<String, String> groups = new HashMap<>();

        private Builder(List<String> columns) {
            columnPlaces = new Places("Column", columns);
        }

        /**
         * Adds a unit, all of whose values are missing until they are set.
         *
         * @param unit the unit, not blank
         * @return this builder
         * @throws IllegalArgumentException if it is blank or there already
         */
        public Builder unit(String unit) {
            Require.that(!unit.isBlank(), "Unit must not be blank: '%s'", unit);
            unitPlaces.add(unit);
            double[] row = new double[columnPlaces.size()];
            Arrays.fill(row, Double.NaN);
            rows.add(row);
            return this;
        }

        /**
         * Sets a value.
         *
         * @param unit the unit, added before
         * @param column the code of the column
         * @param value the value, within ±{@value IndicatorTable#MAX_MAGNITUDE}
         * @return this builder
         * @throws IllegalArgumentException if there is no such unit or column; if the value is out of range or not a number
         */
        public Builder set(String unit, String column, double value) {
            if (!(Math.abs(value) <= MAX_MAGNITUDE)) {
                throw new IllegalArgumentException(
                        "Value of " + unit + ", " + column + " must be within ±1e150: " + value);
            }
            rows.get(unitPlaces.of(unit))[columnPlaces.of(column)] = value;
            if (!bounds.isEmpty()) {
                bounds.remove(cell(unit, column));
            }
            return this;
        }

        /**
         * Sets the bounds of a value that is not known more exactly; bounds of a single value set that value.
         *
         * @param unit the unit, added before
         * @param column the code of the column
         * @param bounds the bounds, with ends within ±{@value IndicatorTable#MAX_MAGNITUDE} where they have any
         * @return this builder
         * @throws IllegalArgumentException if there is no such unit or column; if the bounds are empty or an end is out of
         *     range
         */
        public Builder set(String unit, String column, Bounds bounds) {
            Require.that(!bounds.isEmpty(), "Bounds of %s, %s must not be empty", unit, column);
            if (bounds.singleValue().isPresent()) {
                return set(unit, column, bounds.singleValue().get().doubleValue());
            }
            for (Optional<BigDecimal> end : List.of(bounds.lower(), bounds.upper())) {
                if (end.isPresent() && !(Math.abs(end.get().doubleValue()) <= MAX_MAGNITUDE)) {
                    throw new IllegalArgumentException(
                            "Bounds of " + unit + ", " + column + " must be within ±1e150: " + bounds);
                }
            }
            Cell cell = cell(unit, column);
            rows.get(cell.unit())[cell.column()] = Double.NaN;
            this.bounds.put(cell, bounds);
            return this;
        }

        /**
         * Says where the value of a cell comes from.
         *
         * @param unit the unit, added before
         * @param column the code of the column
         * @param source the source, such as the id of a figure
         * @return this builder
         * @throws IllegalArgumentException if there is no such unit or column
         */
        public Builder source(String unit, String column, String source) {
            sources.put(cell(unit, column), source);
            return this;
        }

        /**
         * Puts a unit into a group, for imputation from the units of its group.
         *
         * @param unit the unit, added before
         * @param group the group, such as a region
         * @return this builder
         * @throws IllegalArgumentException if there is no such unit
         */
        public Builder group(String unit, String group) {
            unitPlaces.of(unit);
            groups.put(unit, group);
            return this;
        }

        private Cell cell(String unit, String column) {
            return new Cell(unitPlaces.of(unit), columnPlaces.of(column));
        }

        /** {@return the table} */
        public IndicatorTable build() {
            return new IndicatorTable(this);
        }
    }
}
