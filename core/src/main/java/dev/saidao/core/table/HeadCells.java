package dev.saidao.core.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The heads of columns, from one row or several.
 *
 * @param heads the whole head of each column
 * @param owns the head that says the role of a column
 * @param labels what tells a column of values apart
 * @param unitsAbove the part of a head of several that says a unit, where the whole of them does not
 * @param times the time that a head says
 * @param unit the unit that a row of the head says for all columns; empty if none does
 */
record HeadCells(
        Map<Integer, String> heads,
        Map<Integer, String> owns,
        Map<Integer, String> labels,
        Map<Integer, String> unitsAbove,
        Map<Integer, TimeText> times,
        String unit) {

    String own(int column) {
        return owns.getOrDefault(column, "");
    }

    String label(int column) {
        return labels.getOrDefault(column, "");
    }

    /** The words of a head that say the unit of its column. */
    String unitWords(int column) {
        return unitsAbove.getOrDefault(column, label(column));
    }

    @Nullable TimeText time(int column) {
        return times.get(column);
    }
}
