package dev.saidao.core.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The heads of columns, from one row or several.
 *
 * @param heads the whole head of each column
 * @param owns the head that says the role of a column
 * @param labels what tells a column of values apart
 * @param times the time that a head says
 * @param unit the unit that a row of the head says for all columns; empty if none does
 */
record HeadCells(
        Map<Integer, String> heads,
        Map<Integer, String> owns,
        Map<Integer, String> labels,
        Map<Integer, TimeText> times,
        String unit) {

    String own(int column) {
        return owns.getOrDefault(column, "");
    }

    String label(int column) {
        return labels.getOrDefault(column, "");
    }

    @Nullable TimeText time(int column) {
        return times.get(column);
    }
}
