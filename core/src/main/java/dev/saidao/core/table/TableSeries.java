package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.List;

/**
 * A series of a table: what tells it apart from the others, and the unit of its values.
 *
 * @param key what tells it apart, such as a country and an indicator, in the order of the columns
 * @param unit the unit, such as {@code CNY}; empty if the table does not say it
 * @param multiplier by what a printed value is multiplied to be in that unit, such as 100000000
 * @since 0.1
 */
public record TableSeries(List<String> key, String unit, BigDecimal multiplier) {

    /**
     * Creates one.
     *
     * @param key what tells it apart
     * @param unit the unit
     * @param multiplier the multiplier
     */
    public TableSeries {
        key = List.copyOf(key);
    }

    /** {@return the key in one text, such as {@code Austria / GDP}} */
    public String name() {
        return String.join(" / ", key);
    }
}
