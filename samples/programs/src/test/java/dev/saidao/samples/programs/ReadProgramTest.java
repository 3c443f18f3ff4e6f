package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that reads pages: files of all kinds, and what it writes audited again. */
@Timeout(120)
class ReadProgramTest {

    private static final String REPORT = "In 2025 revenue rose 8% to $540 million, from $500 million in 2024.";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int read(Path page) {
        return run("read", page.toString(), "--published", "2026-03-27", "--out", folder.toString());
    }

    private Path page(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<NamedCsvRecord> rows(String name) throws IOException {
        return rows(folder.resolve(name));
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private List<String> published() throws IOException {
        return rows("figures.csv").stream()
                .map(row -> row.getField("as_published"))
                .toList();
    }

    // ---- what is written is audited again ----

    /** Every kind of relation, with agreements and contradictions, and members that nobody printed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年市场规模为52亿元,2029年将达98亿元,2025—2029年年均增长12%。",
                "2025年市场规模为52亿元,2029年将达81.8亿元,2025—2029年年均增长12%。",
                "2024年销售收入312亿元,较2023年的285亿元增长9.5%。",
                "2025年出口额42亿元,较2024年的60亿元下降30%。",
                "2025年出口额42亿元,较2024年的60亿元下降20%。",
                "2025年产量210万台,较2024年的100万台增长1.1倍。",
                "2025年占比为21.8%,较2024年的16.3%提高5.5个百分点。",
                "2025年占比为21.8%,较2024年的16.3%提高6.5个百分点。",
                "2025年不良率为1.2%,较2024年的1.5%下降0.3个百分点。",
                "2025年从业人员45万人,比2024年的41.5万人增加3.5万人。",
                "2025年收入100亿元,其中出口30亿元,占30%。",
                "2025年新增注册用户6万人,使其总数由2024年的35.5万人增至41.5万人。",
                "按1:10:50的比例配备骨干60名、助理600名、辅助3000名。",
                "2026—2030年每年培养1.2万名工程师,五年累计培养6万名。",
                "项目投资1.2亿元(即1200万元)。",
                "Revenue rose 8% to $540 million in 2025, from $500 million a year earlier.",
                "Grants of $9.5 bn, loans of $8.2 bn and guarantees of $6.3 bn make $24 bn altogether.",
                "In 2025 spending was $1.5 billion, three times the $500 million spent in 2020.",
            })
    void relations_auditedAgain_haveTheirVerdicts(String text) throws IOException {
        assertThat(read(page("page.txt", text))).isZero();
        Path audited = folder.resolve("audited.csv");

        assertThat(run(
                        "audit",
                        "--figures",
                        folder.resolve("figures.csv").toString(),
                        "--relations",
                        folder.resolve("relations.csv").toString(),
                        "--out",
                        audited.toString()))
                .as(err.toString())
                .isZero();

        Map<String, String> again = rows(audited).stream()
                .collect(Collectors.toMap(row -> row.getField("id"), row -> row.getField("verdict")));
        assertThat(rows("relations.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(again.get(row.getField("id")))
                        .as(row.toString())
                        .isEqualTo(row.getField("verdict")));
    }

    @Test
    void fallsAndOrdersOfSize_arePrintedAsTheNumbersTheyAre() throws IOException {
        read(page("page.txt", "2025年营业收入42亿元,同比下降30%。超过9成客户续约。"));

        assertThat(published()).containsExactly("42亿元", "-30%", "超过9成");
    }

    // ---- HTML ----

    @Test
    void html_tablesScriptsEntitiesAndBrokenTags_leaveTheText() throws IOException {
        read(page("page.html", """
                <html><head><title>Results</title><style>p{margin:99%}</style></head><body><nav>5 items</nav>
                <p>In 2025 revenue rose 8&#37; to &#36;540&nbsp;million,<b> from <i>$500 million</b> in 2024.</i>
                <script>var x = "77%";</script><!-- 66% -->
                <table><tr><td>Exports<td>&euro;12 million<tr><td>Staff</td><td>1,200 people</table>
                <p>a &lt; b
                """));

        assertThat(published()).containsExactly("8%", "$540 million", "$500 million", "€12 million", "1,200 people");
        assertThat(Files.readString(folder.resolve("text.txt")))
                .contains("a < b")
                .doesNotContain("77", "66", "99%");
    }

    @Test
    void html_tenThousandOpenTags_areRead() throws IOException {
        assertThat(read(page("page.html", "<div>".repeat(10_000) + REPORT))).isZero();

        assertThat(published()).hasSize(3);
    }

    @Test
    void dossierOfAReading_leadsToThePlacesInItsText() throws IOException {
        Path text = page("report.txt", REPORT);
        assertThat(read(text)).isZero();
        Path target = folder.resolve("dossier");
        assertThat(run(
                        "dossier",
                        folder.resolve("dossier.json").toString(),
                        "--text",
                        text.toString(),
                        "--out",
                        target.toString()))
                .isZero();

        assertThat(Files.readString(target.resolve("index.html")))
                .contains("text.html#f1")
                .contains("text.html#f2")
                .contains("text.html#f3");
        assertThat(Files.readString(target.resolve("text.html"))).contains("id=\"en-f2\"");
    }

    // ---- PDF ----

    private static PDDocument pdf(String... lines) throws IOException {
        PDDocument document = new PDDocument();
        PDPage sheet = new PDPage();
        document.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.setLeading(14);
            content.newLineAtOffset(60, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
        return document;
    }

    private Path saved(PDDocument document) throws IOException {
        Path file = folder.resolve("page.pdf");
        try (document;
                OutputStream stream = Files.newOutputStream(file)) {
            document.save(stream);
        }
        return file;
    }

    @Test
    void pdf_linesOfAParagraph_areJoined() throws IOException {
        assertThat(read(saved(pdf(
                        "Annual report", "In 2025 revenue rose 8% to $540", "million, from $500 million in 2024."))))
                .isZero();

        assertThat(published()).containsExactly("8%", "$540 million", "$500 million");
        assertThat(rows("relations.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("verdict")).isEqualTo("agrees"));
    }

    /** A font of Adobe's collection for simplified Chinese, which is not embedded: what is written is Unicode, two bytes a character. */
    private static PDDocument chinesePdf(String... lines) throws IOException {
        COSDictionary info = new COSDictionary();
        info.setString(COSName.REGISTRY, "Adobe");
        info.setString(COSName.ORDERING, "GB1");
        info.setInt(COSName.SUPPLEMENT, 2);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, "STSong-Light");
        descendant.setItem(COSName.CIDSYSTEMINFO, info);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);

        StringBuilder content = new StringBuilder("BT /F1 11 Tf 14 TL 60 700 Td\n");
        for (String line : lines) {
            String codes = HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
            content.append('<').append(codes).append("> Tj T*\n");
        }
        content.append("ET");
        PDDocument document = new PDDocument();
        PDPage sheet = new PDPage();
        sheet.setResources(new PDResources(resources));
        PDStream stream = new PDStream(document);
        try (OutputStream bytes = stream.createOutputStream()) {
            bytes.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        sheet.setContents(stream);
        document.addPage(sheet);
        return document;
    }

    @Test
    void pdf_inChinese_isReadAcrossItsLines() throws IOException {
        assertThat(read(saved(chinesePdf("2025年，全市机器人产业规模以上企业营业收入达到540亿", "元，比2024年的500亿元增长8%。"))))
                .isZero();

        assertThat(published()).containsExactly("540亿元", "500亿元", "8%");
        assertThat(rows("relations.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("verdict")).isEqualTo("agrees"));
    }

    @Test
    void pdf_thatIsNone_isRefusedByName() throws IOException {
        assertThat(read(page("page.pdf", "no PDF at all"))).isEqualTo(2);

        assertThat(err.toString()).contains("page.pdf: ");
        assertThat(folder.resolve("figures.csv")).doesNotExist();
    }

    @Test
    void pdf_cutOff_isReadOrRefused_andNeverAnError() throws IOException {
        byte[] whole = Files.readAllBytes(saved(pdf(REPORT)));
        for (int length = 0; length < whole.length; length += whole.length / 12) {
            Path cut = Files.write(folder.resolve("cut.pdf"), java.util.Arrays.copyOf(whole, length));

            assertThat(read(cut)).isIn(0, 2);
        }
        assertThat(err.toString()).doesNotContain("Exception", "java.lang");
    }

    @Test
    void pdf_encrypted_isRefused_andOneThatMayBeOpenedIsRead() throws IOException {
        PDDocument locked = pdf(REPORT);
        locked.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
        assertThat(read(saved(locked))).isEqualTo(2);
        assertThat(err.toString()).contains("password");

        PDDocument open = pdf(REPORT);
        open.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
        assertThat(read(saved(open))).isZero();
        assertThat(published()).hasSize(3);
    }

    /** A sheet of 300 kB that unfolds to 300 MB. */
    @Test
    void pdf_bomb_isRefused() throws IOException {
        assertThat(read(written(packed(300_000_000), "/FlateDecode", 1))).isEqualTo(2);

        assertThat(err.toString()).contains("page.pdf: Page must unfold to at most");
    }

    @Test
    void pdf_ofManySheets_isRefused() throws IOException {
        assertThat(read(written(packed("q Q\n".getBytes(StandardCharsets.US_ASCII)), "/FlateDecode", 6_000)))
                .isEqualTo(2);

        assertThat(err.toString()).contains("page.pdf: Page must have at most 5000 sheets: 6000");
    }

    private static byte[] packed(int spaces) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < spaces; i += block.length) {
                packed.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }

    /** A document written by hand, whose sheets all show one stream. */
    private Path written(byte[] stream, String filter, int sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String kids = "3 0 R ".repeat(sheets);
        bytes.write(("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                        + "2 0 obj <</Type /Pages /Count " + sheets + " /Kids [" + kids + "]>> endobj\n"
                        + "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>> endobj\n"
                        + "4 0 obj <</Length " + stream.length + " /Filter " + filter + ">> stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.write(stream);
        bytes.write("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return Files.write(folder.resolve("page.pdf"), bytes.toByteArray());
    }
}
