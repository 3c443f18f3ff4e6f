package dev.saidao.core.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.saidao.core.convention.Label;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file below its head line, which is the first that has the required columns. */
final class CsvRows implements RowSource {

    private static final int BLOCK = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final int SNIFFED = 1 << 16;
    private static final int MOST_PREAMBLE = 100;

    private final String name;
    private final SampledChannel bytes;
    private final CsvReader<RowBlock> csv;
    private final RowBlock.Filler filler = new RowBlock.Filler();
    private final Iterator<RowBlock> records;
    private final Columns columns;
    private final Charset charset;
    private final long before;
    private @Nullable IOException later;

    /** Where the head line is. */
    private record Head(char separator, long line, int offset, int columns) {}

    CsvRows(String name, SampledChannel bytes, List<String> required) throws IOException {
        this.name = name;
        this.bytes = bytes;
        this.charset = Encoding.of(name, bytes.sample(), bytes.sampled(), bytes.isWhole());
        int mark = Encoding.markLength(bytes.sample(), bytes.sampled());
        String begin = new String(bytes.sample(), mark, Math.min(SNIFFED, bytes.sampled() - mark), charset);
        if (begin.isBlank()) {
            String columnsNamed = String.join(",", required);
            throw TableException.of(
                    name, "File must have a header line with " + columnsNamed, "文件须有标题行,含 " + columnsNamed);
        }
        Head head = head(begin, required);
        this.before = head.line() - 1;
        bytes.skip(mark);
        Reader reader = charset.equals(StandardCharsets.UTF_8)
                ? new Utf8Reader(bytes)
                : Channels.newReader(bytes, charset.newDecoder(), BUFFER);
        skip(reader, head.offset());
        this.csv = Separators.csv(head.separator()).build(filler, reader);
        this.records = csv.iterator();
        RowBlock first = filler.next();
        try {
            records.next();
        } catch (CsvParseException e) {
            throw noCsv(e);
        } catch (UncheckedIOException e) {
            throw unread(e);
        }
        this.columns = Columns.of(name, first, 0, required, before, head.separator());
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public long bytesRead() {
        return bytes.count();
    }

    @Override
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
                if (Columns.hasAll(rows, row, required)) {
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

    private TableException noCsv(CsvParseException e) {
        return CsvFault.of(name, before, e);
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
}
