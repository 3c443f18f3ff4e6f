package dev.saidao.samples.programs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
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

    private final Path file;
    private final PrintWriter errors;
    private final List<String> required;
    private int refused;

    /** One row. */
    static final class Row {

        private final Map<String, Integer> columns;
        private final CsvRecord record;

        Row(Map<String, Integer> columns, CsvRecord record) {
            this.columns = columns;
            this.record = record;
        }

        /** Refuses the row if it has more or fewer fields than the header. */
        void requireWhole() {
            if (record.getFieldCount() != columns.size()) {
                throw new RowException("", "Row must have " + columns.size() + " fields: " + record.getFieldCount());
            }
        }

        /** The text of a column, without blanks around it; empty if there is none. */
        String text(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : text(index);
        }

        /** The text of a column by its place, without blanks around it; empty if there is none, as for place -1. */
        String text(int index) {
            return index < 0 || index >= record.getFieldCount()
                    ? ""
                    : record.getField(index).strip();
        }

        /** All fields as they stand in the file, in the order of the header. */
        List<String> fields() {
            return record.getFields();
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
        CountingStream bytes = new CountingStream(Files.newInputStream(file));
        try (Reader reader = withoutMark(new BufferedReader(
                        new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), 1 << 16));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .skipEmptyLines(true)
                        .ofCsvRecord(reader);
                Progress progress = new Progress(errors, Files.size(file))) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new IOException(file + ": File must have a header line with " + String.join(",", required));
            }
            Map<String, Integer> columns = columns(records.next().getFields());
            header.accept(List.copyOf(columns.keySet()));
            long rows = 0;
            while (records.hasNext()) {
                CsvRecord record = records.next();
                progress.at(bytes.count, ++rows);
                Row row = new Row(columns, record);
                try {
                    handler.accept(row);
                } catch (RowException e) {
                    refuse(row, e);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : new IOException(e);
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        } catch (CsvParseException e) {
            throw new IOException(file + ": File must be CSV: " + e.getMessage(), e);
        }
        return refused;
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
        errors.println(file + ":" + row.record.getStartingLineNumber() + ":" + column + " " + why.getMessage());
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

    private static Reader withoutMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
