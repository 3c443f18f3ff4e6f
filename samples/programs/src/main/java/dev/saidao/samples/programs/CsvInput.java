package dev.saidao.samples.programs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV file with a header line, row by row: what is wrong with a row is reported with file, line and column, and the
 * next row goes on.
 */
final class CsvInput {

    private static final int BLOCK = 1_000;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final PrintWriter errors;
    private final List<String> required;
    private int refused;

    /** One row. */
    static final class Row {

        private final Map<String, Integer> columns;
        private final RowBlock block;
        private final int index;

        Row(Map<String, Integer> columns, RowBlock block, int index) {
            this.columns = columns;
            this.block = block;
            this.index = index;
        }

        /** Refuses the row if it has more or fewer fields than the header. */
        void requireWhole() {
            if (block.fieldCount(index) != columns.size()) {
                throw new RowException("", "Row must have " + columns.size() + " fields: " + block.fieldCount(index));
            }
        }

        /** The text of a column, without blanks around it; empty if there is none. */
        String text(String column) {
            Integer place = columns.get(column);
            return place == null ? "" : text(place);
        }

        /** The text of a column by its place, without blanks around it; empty if there is none, as for place -1. */
        String text(int place) {
            return place < 0 || place >= block.fieldCount(index) ? "" : block.stripped(index, place);
        }

        /** All fields as they stand in the file, in the order of the header. */
        List<String> fields() {
            return block.fields(index);
        }
    }

    /** Refuses a row: what its column must be, and what it is. */
    static final class RowException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;

        RowException(String column, String rule) {
            super(rule);
            this.column = column;
        }
    }

    /**
     * Handles a row, or refuses it by a {@link RowException} before anything of it is written. Rows may have more or fewer
     * fields than the header; {@link Row#requireWhole} refuses those.
     */
    @FunctionalInterface
    interface RowHandler {
        void accept(Row row) throws IOException;
    }

    /** Handles rows that follow each other, up to {@value #BLOCK} at once. */
    @FunctionalInterface
    interface RowsHandler {
        void accept(List<Row> rows) throws IOException;
    }

    /** Is told the header before the first row. */
    @FunctionalInterface
    interface HeaderHandler {
        void accept(List<String> columns) throws IOException;
    }

    CsvInput(Path file, PrintWriter errors, List<String> requiredColumns) {
        this.file = file;
        this.errors = errors;
        this.required = List.copyOf(requiredColumns);
    }

    /** Reads all rows; returns how many were refused. */
    int forEach(HeaderHandler header, RowHandler handler) throws IOException {
        forEachBlock(header, rows -> {
            for (Row row : rows) {
                try {
                    handler.accept(row);
                } catch (RowException e) {
                    refuse(row, e);
                }
            }
        });
        return refused;
    }

    /** Reads all rows, many at a time; to take their fields apart is left to the handler, on whatever thread. */
    void forEachBlock(HeaderHandler header, RowsHandler handler) throws IOException {
        RowBlock.Filler filler = new RowBlock.Filler();
        try (CountingChannel bytes = new CountingChannel(FileChannel.open(file));
                Reader reader =
                        new WithoutMark(Channels.newReader(bytes, StandardCharsets.UTF_8.newDecoder(), BUFFER));
                CsvReader<RowBlock> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(true)
                        .build(filler, reader);
                Progress progress = new Progress(errors, Files.size(file))) {
            Iterator<RowBlock> records = csv.iterator();
            if (!records.hasNext()) {
                throw new IOException(file + ": File must have a header line with " + String.join(",", required));
            }
            Map<String, Integer> columns = columns(records.next().fields(0));
            header.accept(List.copyOf(columns.keySet()));
            long rows = 0;
            boolean more = true;
            while (more) {
                RowBlock block = filler.next();
                try {
                    while (block.size() < BLOCK && (more = records.hasNext())) {
                        records.next();
                    }
                } finally {
                    // what was read before a file turned out to be no CSV is good
                    handler.accept(rows(columns, block));
                }
                rows += block.size();
                progress.at(bytes.count, rows);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : new IOException(e);
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        } catch (CsvParseException e) {
            throw new IOException(file + ": File must be CSV: " + e.getMessage(), e);
        }
    }

    private static List<Row> rows(Map<String, Integer> columns, RowBlock block) {
        List<Row> rows = new ArrayList<>(block.size());
        for (int i = 0; i < block.size(); i++) {
            rows.add(new Row(columns, block, i));
        }
        return rows;
    }

    /** How many rows were refused so far. */
    int refused() {
        return refused;
    }

    /** Says that a row was refused, and why. */
    void refuse(Row row, RowException why) {
        refused++;
        Integer index = row.columns.get(why.column);
        String column = index == null ? "" : " column " + (index + 1) + " (" + why.column + "):";
        errors.println(file + ":" + row.block.line(row.index) + ":" + column + " " + why.getMessage());
    }

    /** Says something of a row that was not refused. */
    void note(Row row, String note) {
        errors.println(file + ":" + row.block.line(row.index) + ": " + note);
    }

    private IOException notUtf8(Exception e) {
        return new IOException(file + ": File must be UTF-8", e);
    }

    private Map<String, Integer> columns(List<String> header) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : header) {
            if (columns.put(name.strip(), columns.size()) != null) {
                throw new IOException(file + ":1: Column must be named once: " + name);
            }
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new IOException(file + ":1: Column must be there: " + String.join(", ", missing));
        }
        return columns;
    }

    /** Leaves out a byte-order mark at the beginning. */
    private static final class WithoutMark extends FilterReader {

        private boolean begun;

        WithoutMark(Reader reader) {
            super(reader);
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (begun || read <= 0) {
                return read;
            }
            begun = true;
            if (into[offset] != '\uFEFF') {
                return read;
            }
            System.arraycopy(into, offset + 1, into, offset, read - 1);
            return read == 1 ? super.read(into, offset, length) : read - 1;
        }
    }

    /** Counts what is read; a pipe has no position of its own. */
    private static final class CountingChannel implements ReadableByteChannel {

        private final ReadableByteChannel from;
        private long count;

        CountingChannel(ReadableByteChannel from) {
            this.from = from;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int read = from.read(into);
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
