package dev.saidao.core.table;

/**
 * Reads what a row says.
 *
 * @param <T> what it reads
 * @since 0.1
 */
@FunctionalInterface
public interface RowParser<T> {

    /**
     * Reads a row.
     *
     * @param row the row
     * @return what it says
     * @throws RowException if it cannot be read
     */
    T parse(Row row);
}
