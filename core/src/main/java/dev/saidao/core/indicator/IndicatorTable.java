package dev.saidao.core.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Values of units, such as industry tracks or countries, by indicator. A cell that was not set is missing; nothing stands in
 * its place.
 */
public final class IndicatorTable {

    /** The largest magnitude of a value; sums and squares of such values are finite. */
    public static final double MAX_MAGNITUDE = 1e150;

    private final List<String> units;
    private final Map<String, Integer> unitPlaces;
    private final Map<String, Integer> columnPlaces;
    private final double[][] columns;

    private IndicatorTable(Builder builder) {
        this.units = List.copyOf(builder.unitPlaces.keySet());
        this.unitPlaces = new LinkedHashMap<>(builder.unitPlaces);
        this.columnPlaces = new LinkedHashMap<>(builder.columnPlaces);
        this.columns = new double[columnPlaces.size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = new double[units.size()];
            for (int unit = 0; unit < units.size(); unit++) {
                columns[column][unit] = builder.rows.get(unit)[column];
            }
        }
    }

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
        return List.copyOf(columnPlaces.keySet());
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
        double value = columns[place(columnPlaces, column, "Column")][place(unitPlaces, unit, "Unit")];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The values of a column in the order of the units, NaN where there is none; a copy. */
    double[] column(String code) {
        return columns[place(columnPlaces, code, "Column")].clone();
    }

    /** The place of a unit. */
    int unitPlace(String unit) {
        return place(unitPlaces, unit, "Unit");
    }

    /** Gives a key the next place. */
    static void add(Map<String, Integer> places, String key, String what) {
        if (places.putIfAbsent(key, places.size()) != null) {
            throw new IllegalArgumentException(what + " must be there once: " + key);
        }
    }

    /** The place of a key. */
    static int place(Map<String, Integer> places, String key, String what) {
        Integer place = places.get(key);
        if (place == null) {
            throw new IllegalArgumentException(what + " must be there: " + key);
        }
        return place;
    }

    /** Builds a table, cell by cell. */
    public static final class Builder {

        private final Map<String, Integer> columnPlaces = new LinkedHashMap<>();
        private final Map<String, Integer> unitPlaces = new LinkedHashMap<>();
        private final List<double[]> rows = new ArrayList<>();

        private Builder(List<String> columns) {
            columns.forEach(column -> IndicatorTable.add(columnPlaces, column, "Column"));
        }

        /**
         * Adds a unit, all of whose values are missing until they are set.
         *
         * @param unit the unit, not blank
         * @return this builder
         * @throws IllegalArgumentException if it is blank or there already
         */
        public Builder unit(String unit) {
            if (unit.isBlank()) {
                throw new IllegalArgumentException("Unit must not be blank: '" + unit + "'");
            }
            add(unitPlaces, unit, "Unit");
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
            rows.get(place(unitPlaces, unit, "Unit"))[place(columnPlaces, column, "Column")] = value;
            return this;
        }

        /** {@return the table} */
        public IndicatorTable build() {
            return new IndicatorTable(this);
        }
    }
}
