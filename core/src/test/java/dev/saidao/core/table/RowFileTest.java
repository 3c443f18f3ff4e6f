package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFileTest {

    @TempDir
    private Path directory;

    private final List<List<String>> rows = new ArrayList<>();

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(directory.resolve("in.csv"), text.getBytes(charset));
    }

    private RowFile open(String text) throws IOException {
        return RowFile.open(file(text, StandardCharsets.UTF_8), List.of("id"));
    }

    private void read(String text) throws IOException {
        try (RowFile in = open(text)) {
            rows.add(in.columns());
            for (List<Row> next = in.next(); !next.isEmpty(); next = in.next()) {
                next.forEach(row -> rows.add(row.fields()));
            }
        }
    }

    @Test
    void next_byteOrderMark_isLeftOut() throws IOException {
        read("\uFEFF\"id\",a\n1,\uFEFFx\n");

        assertThat(rows).containsExactly(List.of("id", "a"), List.of("1", "\uFEFFx"));
    }

    @Test
    void open_markAlone_isNoHeader() {
        assertThatThrownBy(() -> read("\uFEFF"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("header line with id");
    }

    @Test
    void next_quotesBlanksAndEmptyLines() throws IOException {
        read("id,a\n\n1,\"two\nlines, \"\"quoted\"\"\"\n2,  blank \u3000\n");

        assertThat(rows.subList(1, 3))
                .containsExactly(List.of("1", "two\nlines, \"quoted\""), List.of("2", "  blank \u3000"));
    }

    /** A property of what is written found that the reader of an earlier version lost such a row. */
    @Test
    void next_quotedFieldThatEndsInACarriageReturn() throws IOException {
        read("id,a\nx,\"\r\"\ny,z\n");

        assertThat(rows.subList(1, 3)).containsExactly(List.of("x", "\r"), List.of("y", "z"));
    }

    @Test
    void text_isWithoutBlanks() throws IOException {
        try (RowFile in = open("id,a\n1, \t亿元 \u3000\n")) {
            Row row = in.next().get(0);

            assertThat(List.of(row.text("a"), row.text("b"), row.text(-1), row.text(2)))
                    .containsExactly("亿元", "", "", "");
        }
    }

    @Test
    void given_missingSigns_areAbsent() throws IOException {
        try (RowFile in = open("id,a,b,c,d\n1,n/a,..,…,0\n")) {
            Row row = in.next().get(0);

            assertThat(row.given("a")).isEmpty();
            assertThat(row.given("b")).isEmpty();
            assertThat(row.given("c")).isEmpty();
            assertThat(row.given("d")).contains("0");
        }
    }

    @Test
    void number_asPrinted_settledByTheRow() throws IOException {
        try (RowFile in = open("id;a;b;c;d;e\nx;634,5;1.120;−5;33,1%;n/a\ny;1.120;x;5m;;2 388\n")) {
            List<Row> read = in.next();

            assertThat(read.get(0).number("a").orElseThrow()).isEqualByComparingTo("634.5");
            assertThat(read.get(0).number("b").orElseThrow()).isEqualByComparingTo("1120");
            assertThat(read.get(0).number("c").orElseThrow()).isEqualByComparingTo("-5");
            assertThat(read.get(0).number("d").orElseThrow()).isEqualByComparingTo("0.331");
            assertThat(read.get(0).number("e")).isEmpty();
            assertThat(read.get(1).number("d")).isEmpty();
            assertThat(read.get(1).number("e").orElseThrow()).isEqualByComparingTo("2388");
            assertThatThrownBy(() -> read.get(1).number("a"))
                    .isInstanceOf(RowException.class)
                    .hasMessageContaining("can be read in two ways");
            assertThatThrownBy(() -> read.get(1).number("b"))
                    .isInstanceOf(RowException.class)
                    .hasMessageContaining("Number must be digits");
            assertThatThrownBy(() -> read.get(1).number("c")).isInstanceOf(RowException.class);
        }
    }

    /** More rows than are read at once, fields longer than any buffer, and refusals far behind. */
    @Test
    void readAll_manyRows_eachWithItsLine() throws IOException {
        String longField = "x".repeat(300_000);
        StringBuilder text = new StringBuilder("id,a\n");
        for (int i = 0; i < 2_500; i++) {
            text.append(i).append(',').append(i == 1_234 ? longField : "y" + i).append('\n');
        }
        try (RowFile in = open(text.toString())) {
            Rows<List<String>> read = in.readAll(row -> {
                if (row.text("id").equals("2400")) {
                    throw new RowException("a", Label.of("Field must be another: " + row.text("a"), "须为别的"));
                }
                return row.fields();
            });

            assertThat(read.values()).hasSize(2_499);
            assertThat(read.values().get(1_234)).containsExactly("1234", longField);
            assertThat(read.values().get(2_498)).containsExactly("2499", "y2499");
            assertThat(read.failures()).hasSize(1);
            Failure failure = read.failures().get(0);
            assertThat(failure.toString()).endsWith("in.csv:2402: column 2 (a): Field must be another: y2400");
            assertThat(failure.in(Locale.CHINESE)).endsWith("in.csv:2402: 第2列(a): 须为别的");
            assertThat(failure.text()).isEqualTo("y2400");
        }
    }

    @Test
    void next_brokenFurtherOn_rowsBeforeAreGood() {
        assertRefused(
                "title\n\nid,a\n1,x\n2,\"y\"z\n",
                "in.csv:5: File must be CSV: behind a closing quotation mark must stand a separator or the end of the line: z",
                "in.csv:5: 文件须为 CSV:右引号之后须为分隔符或行尾:z");

        assertThat(rows).containsExactly(List.of("id", "a"), List.of("1", "x"));
    }

    @Test
    void next_quoteNeverClosed_isSaid() {
        assertRefused(
                "id,a\n1,x\n2,\"y\n3,z\n",
                "in.csv:3: File must be CSV: quotation mark must be closed before the file ends",
                "in.csv:3: 文件须为 CSV:引号须在文件结束前闭合");
    }

    @Test
    void next_fieldWithoutEnd_isSaid() {
        assertRefused(
                "id,a\n1,\"" + "y".repeat(1 << 24) + "\"\n",
                "in.csv:2: File must be CSV: field must have at most 16777216 characters; often a quotation mark opens and does not close",
                "in.csv:2: 文件须为 CSV:字段须不超过16777216个字符;常因引号未闭合");
    }

    private void assertRefused(String text, String en, String zh) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(TableException.class, e -> {
            assertThat(e.rule().en()).endsWith(en);
            assertThat(e.rule().zh()).endsWith(zh);
        });
    }

    @Test
    void open_nulCharacter_isSaid() {
        assertThatThrownBy(() -> read("id,a\n1,x\0y\n"))
                .isInstanceOf(TableException.class)
                .hasMessageEndingWith("File must be text, without NUL characters");
    }

    @Test
    void next_tooManyFields_isSaid() {
        assertRefused(
                "id,a\n1" + ",2".repeat(500_000) + "\n",
                "in.csv:2: File must be CSV: line must have at most 16384 fields",
                "in.csv:2: 文件须为 CSV:一行须不超过16384个字段");
    }

    @Test
    void open_columnMissing_namesTheNearest() {
        assertThatThrownBy(() -> read("Id;a\n1;2\n"))
                .isInstanceOf(TableException.class)
                .hasMessageEndingWith("in.csv:1: Column must be there: id (is it Id?); the header line reads Id;a");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void open_separatorAndPreamble_areFound(String separator) throws IOException {
        read("Source: office, \"yearbook\"; part 1\n\n\"id\"" + separator + "a\n1" + separator + "\"x" + separator
                + "y\"\n");

        assertThat(rows).containsExactly(List.of("id", "a"), List.of("1", "x" + separator + "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "windows-31j", "x-windows-949", "Big5", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void open_encoding_isFound(String charset) throws IOException {
        String text = switch (charset) {
            case "x-windows-949" -> "서울특별시 인구 통계 전국";
            case "windows-31j" -> "東京都の人口(総数)とその他のデータ";
            case "Big5" -> "臺北市人口總數及其他資料";
            case "windows-1252" -> "Île-de-France à Besançon";
            default -> "国内生产总值指标";
        };
        Path file = file(
                (charset.startsWith("UTF-16") ? "\uFEFF" : "") + "id,a\n1," + text + "\n", Charset.forName(charset));
        try (RowFile in = RowFile.open(file, List.of("id"))) {
            assertThat(in.next().get(0).text("a")).isEqualTo(text);
            assertThat(in.encoding()).isEqualTo(Charset.forName(charset));
        }
    }

    @Test
    void requireWhole_otherNumberOfFields_isRefused() throws IOException {
        try (RowFile in = open("id,a\n1\n1,2,3\n1,2\n")) {
            Rows<Integer> read = in.readAll(row -> {
                row.requireWhole();
                return 1;
            });

            assertThat(read.failures())
                    .extracting(Failure::toString)
                    .satisfiesExactly(
                            first -> assertThat(first).endsWith("in.csv:2: Row must have 2 fields: 1"),
                            second -> assertThat(second).endsWith("in.csv:3: Row must have 2 fields: 3"));
        }
    }
}
