package dev.saidao.core.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/**
 * Reads statistical tables as offices publish them: wide or long, CSV with any separator and encoding, SDMX-CSV, the tables of
 * Eurostat, the World Bank and national offices, {@code .xlsx}.
 *
 * <p>What is found out of the file itself: encoding, byte-order mark, separator, lines above the head, one or several head rows,
 * notes below, where the times stand and in which order, units and multipliers (from columns, heads, SDMX attributes), flags,
 * signs of missing values, decimal sign and grouping. Nothing is guessed: what cannot be read is a failure of the table, and
 * what is kept aside is said. A column of numbers that no year heads is no value.
 *
 * <pre>{@code
 * StatisticalTable table = TableReader.withDefaults().read(Path.of("gdp.csv"));
 * }</pre>
 *
 * @since 0.1
 */
public final class TableReader {

    private static final TableReader DEFAULTS = new TableReader(Optional.empty(), Optional.empty());
    private static final int MOST_BYTES = 1 << 30;
    private static final int SNIFFED = 1 << 16;
    private static final int SNIFFED_ROWS = 200;

    private final Optional<String> sheet;
    private final Optional<Charset> encoding;

    private TableReader(Optional<String> sheet, Optional<Charset> encoding) {
        this.sheet = sheet;
        this.encoding = encoding;
    }

    /** {@return the reader that finds everything out of the file} */
    public static TableReader withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a reader of a sheet of an {@code .xlsx} workbook; without it the first sheet with a table is read.
     *
     * @param name the name of the sheet
     * @return the reader
     */
    public TableReader withSheet(String name) {
        return new TableReader(Optional.of(name), encoding);
    }

    /**
     * Returns a reader of an encoding that is known.
     *
     * @param charset the encoding
     * @return the reader
     */
    public TableReader withEncoding(Charset charset) {
        return new TableReader(sheet, Optional.of(charset));
    }

    /**
     * Reads a table.
     *
     * @param file the file
     * @return the table, with what could not be read of it
     * @throws TableException if the file is no table
     * @throws IOException if it cannot be read
     */
    public StatisticalTable read(Path file) throws IOException {
        byte[] bytes = bytes(file);
        if (SheetSource.isWorkbook(file, bytes, bytes.length)) {
            return table(SheetSource.read(file, sheet));
        }
        return table(text(file.toString(), bytes));
    }

    private static byte[] bytes(Path file) throws IOException {
        // a file of known size is read at once, a pipe piece by piece
        long size = Files.size(file);
        byte[] bytes = size > 0 && size < MOST_BYTES ? Files.readAllBytes(file) : upToMost(file);
        if (bytes.length >= MOST_BYTES) {
            throw TableException.of(file.toString(), "Table must have less than 1 GiB", "表格须小于 1 GiB");
        }
        return bytes;
    }

    private static byte[] upToMost(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private Grid text(String file, byte[] bytes) throws IOException {
        Charset charset = encoding.isPresent() ? encoding.get() : Encoding.of(file, bytes, bytes.length, true);
        int mark = Encoding.markLength(bytes, bytes.length);
        int length = bytes.length - mark;
        char separator = separator(file, new String(bytes, mark, Math.min(SNIFFED, length), charset));
        RowBlock block = new RowBlock(Math.max(16, length), Math.max(64, length / 6));
        try {
            Iterator<RowBlock> records = Separators.csv(separator)
                    .build(
                            new RowBlock.Filler(block),
                            new InputStreamReader(new ByteArrayInputStream(bytes, mark, length), charset))
                    .iterator();
            while (records.hasNext()) {
                records.next();
            }
        } catch (CsvParseException e) {
            throw CsvFault.of(file, 0, e);
        }
        return new Grid(file, block, charset.name(), String.valueOf(separator));
    }

    /** The sign under which most rows have the same number of fields, and many. */
    private static char separator(String file, String begin) throws TableException {
        char best = 0;
        double most = 0;
        for (char candidate : new char[] {'\t', ';', '|', ','}) {
            RowBlock rows = Separators.firstRows(begin, candidate, SNIFFED_ROWS);
            double score = evenness(rows);
            if (candidate == '\t' && isEven(rows)) {
                // commas may stand in a key that a tab ends, and tabs stand in nothing
                return candidate;
            }
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        if (best == 0) {
            throw TableException.of(
                    file,
                    "File must be a table: no row has fields separated by comma, semicolon, tab or bar",
                    "文件须为表格:没有以逗号、分号、制表符或竖线分隔的行");
        }
        return best;
    }

    /** Whether all rows have the same number of fields, and more than one. */
    private static boolean isEven(RowBlock rows) {
        int whole = rows.size() > 3 ? rows.size() - 1 : rows.size();
        boolean even = whole > 1 && rows.fieldCount(0) > 1;
        for (int row = 1; row < whole && even; row++) {
            even = rows.fieldCount(row) == rows.fieldCount(0);
        }
        return even;
    }

    private static double evenness(RowBlock rows) {
        int[] widths = new int[RowBlock.MOST_FIELDS + 1];
        int whole = rows.size() > 3 ? rows.size() - 1 : rows.size();
        int mode = 0;
        for (int row = 0; row < whole; row++) {
            int width = rows.fieldCount(row);
            widths[width]++;
            if (width > 1
                    && (mode == 0 || widths[width] > widths[mode] || (widths[width] == widths[mode] && width > mode))) {
                mode = width;
            }
        }
        if (mode == 0) {
            return 0;
        }
        double share = (double) widths[mode] / whole;
        return share * share * Math.log(1 + mode);
    }

    private static StatisticalTable table(Grid read) throws TableException {
        Grid grid = UnitsInCells.moved(
                CarriedYears.named(RomanParts.named(RepublicYears.named(BuddhistYears.named(withoutFillers(read))))));
        Structure structure = Structure.of(grid);
        TimeAbove above = structure == null ? TimeAbove.of(grid) : null;
        if (above != null) {
            structure = Structure.of(above.grid());
            grid = above.grid();
        }
        String beside = structure == null ? Structure.besideTimes(grid) : "";
        if (!beside.isEmpty()) {
            throw TableException.of(
                    grid.file(),
                    "Table must have numbers beside its times, such as 12.5 or 12.5 p; the first cell reads "
                            + Row.shortened(beside),
                    "表格的时间旁须有数字,如 12.5 或 12.5 p;首个单元格为 " + Row.shortened(beside));
        }
        String unread = structure == null ? Structure.unreadTime(grid) : "";
        if (!unread.isEmpty()) {
            throw TableException.of(
                    grid.file(),
                    "Times of a table must be years, quarters, months or days in an order that is sure, such as 2024, 2024-Q3, 2024-03-01; the first reads "
                            + Row.shortened(unread),
                    "表格的时间须为年、季、月或次序确定的日期,如 2024、2024-Q3、2024-03-01;首个为 " + Row.shortened(unread));
        }
        if (structure == null) {
            throw TableException.of(
                    grid.file(),
                    "Table must have times: a column such as year or TIME_PERIOD, or a head row of years; the first row reads "
                            + firstRow(grid),
                    "表格须有时间:如 year、年份 一列,或以年份为标题的各列;首行为 " + firstRow(grid));
        }
        if (structure.layout() == TableDialect.Layout.WIDE && structure.hasTimesInRows(grid)) {
            throw TableException.of(
                    grid.file(),
                    "Table must have its times in the head or in the rows: both have months or days here, as releases of one series do",
                    "表格的时间须在表头或各行之一:此表两处均有月份或日期,如同一序列的多次发布");
        }
        StatisticalTable table = new TableBuilder(grid, structure, above != null && above.partOfYear()).build();
        return above == null ? table : withTimeAbove(table, above.said());
    }

    /** The same table without the names that programs give to empty fields of the first row: ...2 for the second, Unnamed: 1. */
    private static Grid withoutFillers(Grid grid) {
        int width = grid.rows() == 0 ? 0 : grid.width(0);
        boolean any = false;
        for (int column = 1; column < width && !any; column++) {
            any = isFiller(grid.text(0, column), column);
        }
        return any ? grid.with((row, column) -> row == 0 && isFiller(grid.text(0, column), column) ? "" : null) : grid;
    }

    private static boolean isFiller(String head, int column) {
        return head.equals("..." + (column + 1)) || head.equals("Unnamed: " + column);
    }

    private static StatisticalTable withTimeAbove(StatisticalTable table, String said) {
        TableDialect of = table.dialect();
        return new StatisticalTable(
                new TableDialect(
                        of.encoding(),
                        of.separator(),
                        of.headLines(),
                        TableDialect.Layout.TIME_ABOVE,
                        said,
                        of.decimalSign(),
                        of.footLine()),
                table.observations(),
                table.failures(),
                table.notes());
    }

    private static String firstRow(Grid grid) {
        if (grid.rows() == 0) {
            return "''";
        }
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < Math.min(20, grid.width(0)); column++) {
            text.append(column > 0 ? grid.separator().length() == 1 ? grid.separator() : " | " : "")
                    .append(grid.text(0, column));
        }
        return Row.shortened(text.toString());
    }
}
