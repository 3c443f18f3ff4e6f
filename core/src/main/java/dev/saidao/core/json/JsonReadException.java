package dev.saidao.core.json;

import dev.saidao.core.internal.Decimals;

/**
 * Thrown where a JSON document is not what it should be. It carries the place.
 *
 * @since 0.1
 */
public final class JsonReadException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The line. */
    private final int line;

    /** The column. */
    private final int column;

    /** The path. */
    private final String path;

    /**
     * Creates one.
     *
     * @param problem what is wrong
     * @param path the place in the structure, such as {@code figures[2].printed}; empty for the document as a whole
     * @param line the line, 1 or more; 0 if unknown
     * @param column the column, 1 or more; 0 if unknown
     * @param cause what was thrown
     */
    public JsonReadException(String problem, String path, int line, int column, Throwable cause) {
        super(
                Decimals.onOneLine(
                        "line " + line + ", column " + column + (path.isEmpty() ? "" : ", " + path) + ": " + problem),
                cause);
        this.line = line;
        this.column = column;
        this.path = path;
    }

    /** {@return the line, 1 or more; 0 if unknown} */
    public int line() {
        return line;
    }

    /** {@return the column, 1 or more; 0 if unknown} */
    public int column() {
        return column;
    }

    /** {@return the place in the structure, such as {@code figures[2].printed}; empty for the document as a whole} */
    public String path() {
        return path;
    }
}
