package dev.saidao.samples.programs;

import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of a file, for a program: failures are printed, and a terminal sees how far the work is. */
final class CsvInput {

    private final Path file;
    private final PrintWriter errors;
    private final Language language;
    private final List<String> required;
    private int refused;

    /** Handles a row, or refuses it by a {@link RowException} before anything of it is written. */
    @FunctionalInterface
    interface RowHandler {
        void accept(Row row) throws IOException;
    }

    /** Handles rows that follow each other. */
    @FunctionalInterface
    interface RowsHandler {
        void accept(List<Row> rows) throws IOException;
    }

    /** Is told the header before the first row. */
    @FunctionalInterface
    interface HeaderHandler {
        void accept(List<String> columns) throws IOException;
    }

    CsvInput(Path file, PrintWriter errors, Language language, List<String> requiredColumns) {
        this.file = file;
        this.errors = errors;
        this.language = language;
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
        try (RowFile rows = RowFile.open(file, required);
                Progress progress = new Progress(errors, Files.size(file))) {
            header.accept(rows.columns());
            long count = 0;
            for (List<Row> block = rows.next(); !block.isEmpty(); block = rows.next()) {
                handler.accept(block);
                count += block.size();
                progress.at(rows.bytesRead(), count);
            }
        }
    }

    /** How many rows were refused so far. */
    int refused() {
        return refused;
    }

    /** Says that a row was refused, and why. */
    void refuse(Row row, RowException why) {
        refused++;
        errors.println(row.failure(why).in(language.locale()));
    }

    /** Says something of a row that was not refused. */
    void note(Failure note) {
        errors.println(note.in(language.locale()));
    }
}
