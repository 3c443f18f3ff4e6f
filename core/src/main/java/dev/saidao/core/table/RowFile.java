package dev.saidao.core.table;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with named columns, read some rows at a time, so that a file of any size takes the same memory.
 *
 * <p>Encoding (UTF-8 and what is found out), byte-order mark, separator (comma, semicolon, tab, bar) and lines before the head
 * line are found from the first million bytes: the head line is the first that has the required columns. Rows follow RFC 4180.
 * Of an {@code .xlsx} workbook the first sheet with the required columns is read; it is held in memory.
 *
 * <pre>{@code
 * try (RowFile file = RowFile.open(path, List.of("id", "value"))) {
 *     Rows<String> ids = file.readAll(row -> row.text("id"));
 *     ids.failures().forEach(System.err::println);
 * }
 * }</pre>
 *
 * <p>Rows are read by one thread; what is in them may be read by others.
 *
 * @since 0.1
 */
public final class RowFile implements AutoCloseable {

    private final RowSource source;

    private RowFile(RowSource source) {
        this.source = source;
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @param requiredColumns the columns that must be there
     * @return the file, to be closed
     * @throws TableException if it is no table, or a required column is not there, or one is named twice
     * @throws IOException if it cannot be read
     */
    public static RowFile open(Path file, List<String> requiredColumns) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            SampledChannel bytes = new SampledChannel(channel);
            if (SheetSource.isWorkbook(file, bytes.sample(), bytes.sampled())) {
                channel.close();
                return new RowFile(SheetRows.open(file, requiredColumns));
            }
            return new RowFile(new CsvRows(file.toString(), bytes, requiredColumns));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** {@return the heads of the columns, in their order} */
    public List<String> columns() {
        return source.columns().names();
    }

    /** {@return the encoding in which the file is read; of a workbook that of its text} */
    public Charset encoding() {
        return source.charset();
    }

    /** {@return the sign between fields; of a workbook a comma} */
    public char separator() {
        return source.columns().separator();
    }

    /** {@return how many bytes have been read so far} */
    public long bytesRead() {
        return source.bytesRead();
    }

    /**
     * Reads the next rows, up to a thousand.
     *
     * @return the rows; none at the end
     * @throws TableException if the file turns out to be no table; the rows before were good
     * @throws IOException if it cannot be read
     */
    public List<Row> next() throws IOException {
        return source.next();
    }

    /**
     * Reads all rows that are left.
     *
     * @param parser reads one
     * @param <T> what is read
     * @return what was read, and the rows that could not be
     * @throws TableException if the file turns out to be no table
     * @throws IOException if it cannot be read
     */
    public <T> Rows<T> readAll(RowParser<T> parser) throws IOException {
        List<T> values = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (List<Row> rows = next(); !rows.isEmpty(); rows = next()) {
            Rows<T> read = Rows.parse(rows, parser);
            values.addAll(read.values());
            failures.addAll(read.failures());
        }
        return new Rows<>(values, failures);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
