package dev.saidao.core.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read of some rows: the good ones, and why the others could not be read.
 *
 * @param values what was read, in the order of the file
 * @param failures the rows that could not be read, in the order of the file
 * @param <T> what was read
 * @since 0.1
 */
public record Rows<T>(List<T> values, List<Failure> failures) {

    /**
     * Creates one.
     *
     * @param values what was read
     * @param failures the rows that could not be read
     */
    public Rows {
        values = List.copyOf(values);
        failures = List.copyOf(failures);
    }

    /**
     * Reads rows, on whatever thread.
     *
     * @param rows the rows
     * @param parser reads one
     * @param <T> what is read
     * @return what was read of them
     */
    public static <T> Rows<T> parse(List<Row> rows, RowParser<T> parser) {
        List<T> values = new ArrayList<>(rows.size());
        List<Failure> failures = new ArrayList<>(0);
        for (Row row : rows) {
            try {
                values.add(parser.parse(row));
            } catch (RowException e) {
                failures.add(row.failure(e));
            }
        }
        return new Rows<>(values, failures);
    }
}
