package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The cells and rows of a table that cannot be read, each with its place. */
final class TableFailures {

    private final Grid grid;
    private final TableColumns columns;
    private final List<Failure> failures = new ArrayList<>();

    TableFailures(Grid grid, TableColumns columns) {
        this.grid = grid;
        this.columns = columns;
    }

    /** Adds a cell and what is wrong with it; what it says ends the message. */
    void add(int row, int column, String en, String zh) {
        String text = Row.shortened(grid.text(row, column));
        failures.add(new Failure(
                grid.file(),
                grid.line(row),
                columns.head(column),
                OptionalInt.of(column + 1),
                text,
                Label.of(en + text, zh + text)));
    }

    /** Adds a cell that says no time that is known. */
    void addTime(int row, int column) {
        add(
                row,
                column,
                "Time must be a year, quarter, month or day, such as 2024, 2024-Q3: ",
                "时间须为年、季、月或日,如 2024、2024-Q3:");
    }

    /** Adds a cell whose years are all of one part, which is not understood. */
    void addPart(int row, int column, String said) {
        String shortened = Row.shortened(said);
        add(
                row,
                column,
                "Part of the year that all times are of must be understood, such as January to June: " + shortened
                        + ": ",
                "所有年份共有的期间须能识别,如 1-6月:" + shortened + ": ");
    }

    /** {@return those added, in their order} */
    List<Failure> all() {
        return failures;
    }
}
