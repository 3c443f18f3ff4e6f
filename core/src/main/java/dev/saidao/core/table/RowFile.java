package dev.saidao.core.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.saidao.core.convention.Label;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with named columns, read some rows at a time, so that a file of any size takes the same memory.
 *
 * <p>Encoding (UTF-8 and what is found out), byte-order mark, separator (comma, semicolon, tab, bar) and lines before the head
 * line are found from the first million bytes: the head line is the first that has the required columns. Rows follow RFC 4180.
 *
 * <pre>{@code
 * try (RowFile file = RowFile.open(path, List.of("id", "value"))) {
 *     Rows<String> ids = file.readAll(row -> row.text("id"));
 *     ids.failures().forEach(System.err::println);
 * }
 * }</pre>
 *
 * <p>Rows are read by one thread; what is in them may be read by others.
 */
public final class RowFile implements AutoCloseable {

    private static final int BLOCK = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final int SAMPLE = 1 << 20;
    private static final int SNIFFED = 1 << 16;
    private static final int MOST_PREAMBLE = 100;

    private final String name;
    private final SampledChannel bytes;
    private final CsvReader<RowBlock> csv;
    private final RowBlock.Filler filler = new RowBlock.Filler();
    private final Iterator<RowBlock> records;
    private final Columns columns;
    private final Charset charset;
    private final char separator;
    private @Nullable IOException later;

    /** Where the head line is. */
    private record Head(char separator, long line, int offset, int columns) {}

    private RowFile(String name, SampledChannel bytes, List<String> required) throws IOException {
        this.name = name;
        this.bytes = bytes;
        this.charset = Encoding.of(name, bytes.sample, bytes.sampled, bytes.whole);
        int mark = Encoding.markLength(bytes.sample, bytes.sampled);
        String begin = new String(bytes.sample, mark, Math.min(SNIFFED, bytes.sampled - mark), charset);
        if (begin.isBlank()) {
            String columnsNamed = String.join(",", required);
            throw TableException.of(
                    name, "File must have a header line with " + columnsNamed, "文件须有标题行,含 " + columnsNamed);
        }
        Head head = head(begin, required);
        this.separator = head.separator();
        bytes.skip(mark);
        Reader reader = Channels.newReader(bytes, charset.newDecoder(), BUFFER);
        skip(reader, head.offset());
        this.csv = Separators.csv(separator).build(filler, reader);
        this.records = csv.iterator();
        RowBlock first = filler.next();
        try {
            records.next();
        } catch (CsvParseException e) {
            throw noCsv(e);
        } catch (UncheckedIOException e) {
            throw unread(e);
        }
        this.columns = columns(first, required, head.line() - 1);
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
            return new RowFile(file.toString(), new SampledChannel(channel), requiredColumns);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** {@return the heads of the columns, in their order} */
    public List<String> columns() {
        return columns.names();
    }

    /** {@return the encoding in which the file is read} */
    public Charset encoding() {
        return charset;
    }

    /** {@return the sign between fields} */
    public char separator() {
        return separator;
    }

    /** {@return how many bytes have been read so far} */
    public long bytesRead() {
        return bytes.count;
    }

    /**
     * Reads the next rows, up to {@value #BLOCK}.
     *
     * @return the rows; none at the end
     * @throws TableException if the file turns out to be no table; the rows before were good
     * @throws IOException if it cannot be read
     */
    public List<Row> next() throws IOException {
        if (later != null) {
            IOException failure = later;
            later = null;
            throw failure;
        }
        RowBlock block = filler.next();
        try {
            while (block.size() < BLOCK && records.hasNext()) {
                records.next();
            }
        } catch (CsvParseException e) {
            later = noCsv(e);
        } catch (UncheckedIOException e) {
            later = unread(e);
        }
        if (later != null && block.size() == 0) {
            return next();
        }
        List<Row> rows = new ArrayList<>(block.size());
        for (int i = 0; i < block.size(); i++) {
            rows.add(new Row(columns, block, i));
        }
        return rows;
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
        try {
            csv.close();
        } finally {
            bytes.close();
        }
    }

    // ---- the head line ----

    /** The first line with all that is required; the first of the file, under the likeliest separator, if there is none. */
    private static Head head(String begin, List<String> required) {
        Head best = null;
        Head first = null;
        for (char separator : Separators.CANDIDATES) {
            RowBlock rows = Separators.firstRows(begin, separator, MOST_PREAMBLE);
            for (int row = 0; row < rows.size(); row++) {
                int count = rows.fieldCount(row);
                if (row == 0 && (first == null || count > first.columns())) {
                    first = new Head(separator, rows.line(0), offset(begin, rows.line(0)), count);
                }
                if (hasAll(rows, row, required)) {
                    long line = rows.line(row);
                    if (best == null || line < best.line() || (line == best.line() && count > best.columns())) {
                        best = new Head(separator, line, offset(begin, line), count);
                    }
                    break;
                }
            }
        }
        if (best != null) {
            return best;
        }
        return first == null ? new Head(',', 1, 0, 1) : first;
    }

    private static boolean hasAll(RowBlock rows, int row, List<String> required) {
        List<String> missing = new ArrayList<>(required);
        for (int place = 0; place < rows.fieldCount(row) && !missing.isEmpty(); place++) {
            missing.remove(rows.stripped(row, place));
        }
        return missing.isEmpty();
    }

    /** Where a line begins. */
    private static int offset(String text, long line) {
        int at = 0;
        for (long passed = 1; passed < line; passed++) {
            while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }

    private static void skip(Reader reader, long count) throws IOException {
        long left = count;
        while (left > 0) {
            left -= reader.skip(left);
        }
    }

    private Columns columns(RowBlock header, List<String> required, long linesBefore) throws TableException {
        String where = name + ":" + (linesBefore + 1);
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int place = 0; place < header.fieldCount(0); place++) {
            String head = header.stripped(0, place);
            names.add(head);
            if (places.put(head, place) != null) {
                throw TableException.of(where, "Column must be named once: " + head, "列名不得重复:" + head);
            }
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            String list = String.join(", ", missing);
            String near = Nearest.of(missing.get(0), names).map(found -> found).orElse("");
            String read = Row.shortened(String.join(String.valueOf(separator), names));
            throw new TableException(Label.of(
                    where + ": Column must be there: " + list
                            + (near.isEmpty() ? "" : " (is it " + near + "?)")
                            + "; the header line reads " + read,
                    where + ": 缺少列:" + list + (near.isEmpty() ? "" : "(是否为 " + near + "?)") + ";标题行为 " + read));
        }
        return new Columns(name, List.copyOf(names), Map.copyOf(places), linesBefore, separator);
    }

    private TableException noCsv(CsvParseException e) {
        return noCsv(name, e);
    }

    static TableException noCsv(String file, CsvParseException e) {
        String why = e.getMessage()
                + (e.getCause() == null ? "" : " (" + e.getCause().getMessage() + ")");
        return new TableException(Label.of(file + ": File must be CSV: " + why, file + ": 文件须为 CSV:" + why), e);
    }

    private IOException unread(UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return new TableException(
                    Label.of(
                            name + ": File must be " + charset.name() + ", as its beginning is",
                            name + ": 文件须为 " + charset.name() + " 编码,与开头一致"),
                    e);
        }
        return e.getCause() == null ? new IOException(e) : e.getCause();
    }

    /** Gives its first bytes twice, and counts what is read; a pipe has no position of its own. */
    private static final class SampledChannel implements ReadableByteChannel {

        private final FileChannel from;
        private final byte[] sample = new byte[SAMPLE];
        private final int sampled;
        private final boolean whole;
        private int given;
        private long count;

        SampledChannel(FileChannel from) throws IOException {
            this.from = from;
            ByteBuffer into = ByteBuffer.wrap(sample);
            int read = 0;
            while (into.hasRemaining() && read >= 0) {
                read = from.read(into);
            }
            this.sampled = into.position();
            this.whole = read < 0;
        }

        void skip(int bytes) {
            given += bytes;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int read;
            if (given < sampled) {
                read = Math.min(into.remaining(), sampled - given);
                into.put(sample, given, read);
                given += read;
            } else {
                read = whole ? -1 : from.read(into);
            }
            count += Math.max(0, read);
            return read;
        }

        @Override
        public boolean isOpen() {
            return from.isOpen();
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
