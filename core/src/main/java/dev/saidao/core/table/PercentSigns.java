package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads numbers that belong together, such as those of a column: all have a per cent sign, or none has. With {@code 12.5%} beside
 * {@code 13} nobody knows whether 13 or 13% is meant, and one of the two would be off by a factor of a hundred. A zero is the same
 * either way.
 *
 * <p>Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class PercentSigns {

    /** The first number other than zero, as it is printed; empty before there is one. */
    private String first = "";

    private boolean arePercent;

    /** Returns a reader that has seen no number. */
    public PercentSigns() {}

    /**
     * Reads a number as {@link Row#number(String)} does.
     *
     * @param row the row
     * @param column the head of the column
     * @return the number; absent if there is none
     * @throws RowException if it is no number, or has a per cent sign where those before have none, or the other way round
     */
    public Optional<BigDecimal> number(Row row, String column) {
        return number(row, row.place(column));
    }

    /**
     * Reads a number by its place, as {@link Row#number(int)} does.
     *
     * @param row the row
     * @param place the place of the column, from 0; -1 for a column that is not there
     * @return the number; absent if there is none
     * @throws RowException if it is no number, or has a per cent sign where those before have none, or the other way round
     */
    public Optional<BigDecimal> number(Row row, int place) {
        Optional<CellNumbers.Cell> cell = row.cell(place);
        Optional<BigDecimal> number = cell.map(CellNumbers.Cell::number);
        if (number.isEmpty() || number.get().signum() == 0) {
            return number;
        }
        String text = row.text(place);
        boolean isPercent = cell.get().percent();
        if (first.isEmpty()) {
            first = text;
            arePercent = isPercent;
        } else if (isPercent != arePercent) {
            throw new RowException(
                    row.column(place),
                    Label.of(
                            "Numbers that belong together must all have a % sign or none: " + first + ", " + text,
                            "同组数字须都带 % 或都不带:" + first + "、" + text));
        }
        return number;
    }
}
