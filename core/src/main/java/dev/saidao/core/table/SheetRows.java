package dev.saidao.core.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet below its head row, which is the first that has the required columns. */
final class SheetRows implements RowSource {

    private static final int BLOCK = 1_000;
    private static final int MOST_PREAMBLE = 100;

    private final Columns columns;
    private final RowBlock cells;
    private final long bytes;
    private int next;

    private SheetRows(Columns columns, RowBlock cells, int first, long bytes) {
        this.columns = columns;
        this.cells = cells;
        this.next = first;
        this.bytes = bytes;
    }

    /** The first sheet with all columns; the first of all, whose head row is said not to have them, if there is none. */
    static SheetRows open(Path file, List<String> required) throws IOException {
        List<Grid> sheets = SheetSource.all(file);
        for (Grid sheet : sheets) {
            for (int row = 0; row < Math.min(MOST_PREAMBLE, sheet.rows()); row++) {
                if (Columns.hasAll(sheet.cells(), row, required)) {
                    return of(file, sheet, row, required);
                }
            }
        }
        Grid first =
                sheets.stream().filter(sheet -> sheet.rows() > 0).findFirst().orElse(null);
        if (first == null) {
            String named = String.join(",", required);
            throw TableException.of(
                    file.toString(), "File must have a header line with " + named, "文件须有标题行,含 " + named);
        }
        return of(file, first, 0, required);
    }

    private static SheetRows of(Path file, Grid sheet, int head, List<String> required) throws IOException {
        Columns columns = Columns.of(file.toString(), sheet.cells(), head, required, 0, ',');
        return new SheetRows(columns, sheet.cells().padded(columns.names().size()), head + 1, Files.size(file));
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public long bytesRead() {
        return bytes;
    }

    @Override
    public List<Row> next() {
        List<Row> rows = new ArrayList<>();
        while (next < cells.size() && rows.size() < BLOCK) {
            rows.add(new Row(columns, cells, next++));
        }
        return rows;
    }

    @Override
    public void close() {
        // the file was closed when it was read
    }
}
