package dev.saidao.policy.internal;

import dev.saidao.core.convention.Label;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;

/** The column {@code direction} of files: 1 where more is better, -1 where less is. */
public final class DirectionCell {

    private DirectionCell() {}

    /**
     * Reads the direction of a row.
     *
     * @param row the row
     * @return the direction
     * @throws RowException if it is neither 1 nor -1
     */
    public static Direction of(Row row) {
        return of(row.text("direction"), "direction");
    }

    /**
     * Reads a direction.
     *
     * @param text the text of the cell
     * @param column the head of the column
     * @return the direction
     * @throws RowException if it is neither 1 nor -1
     */
    public static Direction of(String text, String column) {
        return switch (text) {
            case "1", "+1" -> Direction.INCREASE;
            case "-1", "\u22121" -> Direction.DECREASE;
            default ->
                throw new RowException(
                        column, Label.of("Direction must be 1 or -1: " + text, "方向须为 1(越大越好)或 -1(越小越好):" + text));
        };
    }
}
