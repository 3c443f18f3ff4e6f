package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the cells of a sheet. */
final class SheetSource {

    private static final int NOISE_DIGITS = 15;

    private SheetSource() {}

    /** What is read of the sheets of a workbook. */
    @FunctionalInterface
    private interface Sheets<T> {
        T of(List<Sheet> sheets) throws IOException;
    }

    /** Whether a file begins as a workbook does; one of the old format is refused. */
    static boolean isWorkbook(Path file, byte[] bytes, int length) throws TableException {
        if (length > 3 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
            throw TableException.of(
                    file.toString(),
                    "File must be CSV or .xlsx, not a workbook of the old format .xls",
                    "文件须为 CSV 或 .xlsx,不支持旧格式 .xls");
        }
        return length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** All sheets, in their order. */
    static List<Grid> all(Path file) throws IOException {
        return read(file, sheets -> {
            List<Grid> grids = new ArrayList<>();
            for (Sheet sheet : sheets) {
                grids.add(grid(file, sheet));
            }
            return grids;
        });
    }

    /** The sheet of a name, or the first that has a table in it. */
    static Grid read(Path file, Optional<String> name) throws IOException {
        return read(file, sheets -> {
            if (name.isPresent()) {
                Sheet sheet = sheets.stream()
                        .filter(one -> one.getName().equals(name.get()))
                        .findFirst()
                        .orElseThrow(() -> noSheet(file, name.get(), sheets));
                return grid(file, sheet);
            }
            Grid first = null;
            for (Sheet sheet : sheets) {
                Grid grid = grid(file, sheet);
                if (grid.rows() > 0 && Structure.of(grid) != null) {
                    return grid;
                }
                first = first == null ? grid : first;
            }
            if (first == null) {
                throw TableException.of(file.toString(), "File must have a sheet", "文件须有工作表");
            }
            return first;
        });
    }

    private static <T> T read(Path file, Sheets<T> reader) throws IOException {
        boolean formats;
        try {
            formats = WorkbookLimits.require(file);
        } catch (TableException e) {
            throw e;
        } catch (IOException e) {
            throw noWorkbook(file, e);
        }
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, true))) {
            return reader.of(book.getSheets().toList());
        } catch (NoClassDefFoundError e) {
            throw new TableException(
                    Label.of(
                            file + ": Sheets need org.dhatim:fastexcel-reader on the class path",
                            file + ": 读取工作表需要类路径中有 org.dhatim:fastexcel-reader"),
                    e);
        } catch (TableException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            throw noWorkbook(file, e);
        }
    }

    private static TableException noWorkbook(Path file, Exception cause) {
        Label why = cause instanceof ZipException
                ? Label.of("it is no whole ZIP archive", "不是完整的 ZIP 压缩包")
                : RuleTexts.label(String.valueOf(cause.getMessage()));
        return new TableException(
                Label.of(file + ": File must be an .xlsx workbook: " + why.en(), file + ": 文件须为 .xlsx 工作簿:" + why.zh()),
                cause);
    }

    private static TableException noSheet(Path file, String name, List<Sheet> sheets) {
        String names = String.join(", ", sheets.stream().map(Sheet::getName).toList());
        return TableException.of(
                file.toString(), "Sheet must be one of " + names + ": " + name, "工作表须为以下之一:" + names + ":" + name);
    }

    private static Grid grid(Path file, Sheet sheet) throws IOException {
        RowBlock block = new RowBlock(1 << 14, 1 << 10);
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            rows.forEach(row -> add(block, row));
        }
        return new Grid(file.toString(), block, "xlsx", sheet.getName());
    }

    private static void add(RowBlock block, org.dhatim.fastexcel.reader.Row row) {
        int last = -1;
        for (int column = 0; column < Math.min(row.getCellCount(), RowBlock.MOST_FIELDS); column++) {
            if (row.getOptionalCell(column)
                    .map(SheetSource::text)
                    .filter(text -> !text.isBlank())
                    .isPresent()) {
                last = column;
            }
        }
        if (last < 0) {
            return;
        }
        block.begin(row.getRowNum());
        for (int column = 0; column <= last; column++) {
            String text = row.getOptionalCell(column).map(SheetSource::text).orElse("");
            block.add(text);
        }
        block.end();
    }

    /** A cell as it is shown, but for the number of its decimal places. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER
                || (cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal)) {
            return number(cell);
        }
        if (cell.getType() == CellType.ERROR) {
            return "";
        }
        Object value = cell.getValue();
        return value == null ? "" : value.toString();
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null && isDate(format)) {
            LocalDateTime date = cell.asDate();
            return date.toLocalDate().toString();
        }
        BigDecimal value = new BigDecimal(cell.getRawValue());
        BigDecimal rounded = value.round(new MathContext(NOISE_DIGITS)).stripTrailingZeros();
        // 83.30800000000001 is 83.308, which doubles cannot hold
        BigDecimal shown =
                rounded.precision() <= NOISE_DIGITS - 3 && value.precision() > NOISE_DIGITS ? rounded : value;
        boolean percent = format != null && format.contains("%");
        return percent ? shown.movePointRight(2).toPlainString() + "%" : shown.toPlainString();
    }

    private static boolean isDate(String format) {
        String codes = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return codes.matches(".*(yy|mmm|d/m|m/d|dd|d-m).*");
    }
}
