package dev.saidao.samples.programs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a workbook of a CSV file, with all cells as text, as the smallest package that readers take. */
final class Workbooks {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Workbooks() {}

    static Path of(Path csv) {
        Path file = csv.resolveSibling(csv.getFileName() + ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + override("/xl/workbook.xml", "sheet.main")
                            + override("/xl/worksheets/sheet1.xml", "worksheet")
                            + override("/xl/sharedStrings.xml", "sharedStrings") + override("/xl/styles.xml", "styles")
                            + "</Types>");
            put(zip, "_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
            put(zip, "xl/sharedStrings.xml", "<sst xmlns=\"" + SHEETS + "\"/>");
            put(zip, "xl/styles.xml", "<styleSheet xmlns=\"" + SHEETS + "\"/>");
            put(zip, "xl/worksheets/sheet1.xml", sheet(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String sheet(CsvReader<CsvRecord> rows) {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + SHEETS + "\"><sheetData>");
        for (CsvRecord row : rows) {
            sheet.append("<row r=\"").append(row.getStartingLineNumber()).append("\">");
            List<String> fields = row.getFields();
            for (int i = 0; i < fields.size(); i++) {
                String text = fields.get(i).replace("&", "&amp;").replace("<", "&lt;");
                sheet.append("<c r=\"")
                        .append((char) ('A' + i))
                        .append(row.getStartingLineNumber())
                        .append("\" t=\"inlineStr\"><is><t>")
                        .append(text)
                        .append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        return sheet.append("</sheetData></worksheet>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "+xml\"/>";
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                + OFFICE + "/" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
