package dev.saidao.core.audit;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.table.Failure;
import java.util.List;

/**
 * A figure as a row of a file has it.
 *
 * @param figure the figure
 * @param notes what is to be said of the row, such as a word that was not understood and passed over
 * @since 0.1
 */
public record FigureRow(Figure figure, List<Failure> notes) {

    /**
     * Creates one.
     *
     * @param figure the figure
     * @param notes what is to be said of the row
     */
    public FigureRow {
        notes = List.copyOf(notes);
    }
}
