package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workbooks of a few kilobytes that once took all memory or did not come to an end: of twenty such files nine did.
 */
class WorkbookLimitsTest {

    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String HEAD = "<row r='1'><c r='A1' t='inlineStr'><is><t>Country</t></is></c>"
            + "<c r='B1'><v>2021</v></c><c r='C1'><v>2022</v></c></row>";
    private static final String ROW = "<row r='2'><c r='A2' t='inlineStr'><is><t>X</t></is></c>"
            + "<c r='B2'><v>1.5</v></c><c r='C2'><v>2.5</v></c></row>";

    @TempDir
    private Path directory;

    private Path book(String before, String rows, boolean styles) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='" + TYPES + "'><Override PartName='/xl/workbook.xml' ContentType='" + PART
                        + "sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + PART
                        + "worksheet+xml'/>"
                        + (styles ? "<Override PartName='/xl/styles.xml' ContentType='" + PART + "styles+xml'/>" : "")
                        + "</Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='" + RELATIONS + "'><Relationship Id='rId1' Type='" + OFFICE
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + SHEETS + "' xmlns:r='" + OFFICE
                        + "'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + RELATIONS + "'><Relationship Id='rId1' Type='" + OFFICE
                        + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
        if (styles) {
            parts.put(
                    "xl/styles.xml",
                    "<styleSheet xmlns='" + SHEETS + "'><cellXfs count='1'><xf numFmtId='0'/></cellXfs></styleSheet>");
        }
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + SHEETS + "'>" + before + "<sheetData>" + rows + "</sheetData></worksheet>");
        Path file = directory.resolve("t.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    static Stream<Arguments> beyondLimits() {
        String manyRows = IntStream.range(2, 4_200)
                .mapToObj(row -> "<row r='" + row + "'><c r='XFD" + row + "'><v>1</v></c></row>")
                .collect(Collectors.joining());
        String formulas = IntStream.range(3, 20_000)
                .mapToObj(row -> "<row r='" + row + "'><c r='B" + row + "'><f t='shared' si='0'/><v>1</v></c></row>")
                .collect(Collectors.joining());
        return Stream.of(
                Arguments.of(
                        "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>",
                        "Cell must be one of A1 to XFD1048576: ZZZZZZ2"),
                Arguments.of(
                        "<row r='2'><c r='A2000000000'><v>1</v></c></row>",
                        "Cell must be one of A1 to XFD1048576: A2000000000"),
                Arguments.of(
                        "<row r='2'><c r='A2' t='s'><v>2000000000</v></c></row>",
                        "Text of a cell must be one of the 0 that the workbook holds: 2000000000"),
                Arguments.of(
                        "<row r='2'><c r='B2'><v>1E99999999</v></c></row>",
                        "Number of a cell must be one that a sheet can hold: 1E99999999"),
                Arguments.of(
                        "<row r='2'><c r='B2'><v>" + "9".repeat(401) + "</v></c></row>",
                        "Number of a cell must be one that a sheet can hold"),
                Arguments.of(
                        "<row r='2'><c r='B2' t='str'><v>" + "x".repeat(40_000) + "</v></c></row>",
                        "characters of a cell"),
                Arguments.of(manyRows, "Workbook must have at most 67108864 cells up to the last one of each row"),
                Arguments.of(
                        "<row r='2'><c r='B2'><f t='shared' si='0'>" + "A1+".repeat(10_000) + "A1</f><v>1</v></c></row>"
                                + formulas,
                        "characters of shared formulas"));
    }

    @ParameterizedTest
    @MethodSource("beyondLimits")
    void read_beyondWhatASheetHolds_isRefused(String rows, String message) throws IOException {
        Path file = book("", HEAD + rows, true);

        assertThatThrownBy(() -> TableReader.withDefaults().read(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_whatTheSheetClaims_isNotBelieved() throws IOException {
        Path file =
                book("<dimension ref='A1:XFD1048576'/>", HEAD + ROW.replace("<row", "<row spans='1:2000000000'"), true);

        assertThat(TableText.of(TableReader.withDefaults().read(file)))
                .containsExactly("X|2021|1.5||1|A", "X|2022|2.5||1|A");
    }

    @Test
    void read_brokenParts_areSaidInBothLanguages() throws IOException {
        Path cut = book("", HEAD + "\n<row", true);
        assertThatThrownBy(() -> TableReader.withDefaults().read(cut))
                .isInstanceOfSatisfying(
                        TableException.class,
                        e -> assertThat(e.rule())
                                .isEqualTo(Label.of(
                                        cut + ": File must be an .xlsx workbook: xl/worksheets/sheet1.xml:2 is no XML",
                                        cut + ": 文件须为 .xlsx 工作簿:xl/worksheets/sheet1.xml:2 不是 XML")));

        Path begun = Files.write(directory.resolve("u.xlsx"), new byte[] {'P', 'K', 3, 4, 'x'});
        assertThatThrownBy(() -> TableReader.withDefaults().read(begun))
                .isInstanceOfSatisfying(
                        TableException.class,
                        e -> assertThat(e.rule())
                                .isEqualTo(Label.of(
                                        begun + ": File must be an .xlsx workbook: it is no whole ZIP archive",
                                        begun + ": 文件须为 .xlsx 工作簿:不是完整的 ZIP 压缩包")));
    }

    @Test
    void read_elementsInEachOther_areAtMostAHundred() throws IOException {
        Path deep = book("", HEAD + "<v>".repeat(100_000) + "</v>".repeat(100_000) + ROW, true);

        assertThatThrownBy(() -> TableReader.withDefaults().read(deep))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("Workbook must have at most 100 elements in each other: 101");

        Path file = book("", HEAD + "<v>".repeat(90) + "</v>".repeat(90) + ROW, true);

        assertThat(TableText.of(TableReader.withDefaults().read(file)))
                .containsExactly("X|2021|1.5||1|A", "X|2022|2.5||1|A");
    }

    @Test
    void read_withoutFormats() throws IOException {
        Path file = book("", HEAD + ROW, false);

        assertThat(TableText.of(TableReader.withDefaults().read(file)))
                .containsExactly("X|2021|1.5||1|A", "X|2022|2.5||1|A");
    }
}
