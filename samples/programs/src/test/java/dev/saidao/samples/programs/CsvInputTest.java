package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.samples.programs.CsvInput.Row;
import dev.saidao.samples.programs.CsvInput.RowException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvInputTest {

    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();
    private final List<List<String>> rows = new ArrayList<>();

    private CsvInput input(String text) throws IOException {
        Path file = directory.resolve("in.csv");
        Files.writeString(file, text);
        return new CsvInput(file, new PrintWriter(err, true), List.of("id"));
    }

    private int read(String text) throws IOException {
        return input(text).forEach(header -> rows.add(header), row -> rows.add(row.fields()));
    }

    @Test
    void forEach_byteOrderMark_isLeftOut() throws IOException {
        read("\uFEFF\"id\",a\n1,\uFEFFx\n");

        assertThat(rows).containsExactly(List.of("id", "a"), List.of("1", "\uFEFFx"));
    }

    @Test
    void forEach_markAlone_isNoHeader() {
        assertThatThrownBy(() -> read("\uFEFF"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("header line with id");
    }

    @Test
    void forEach_quotesBlanksAndEmptyLines() throws IOException {
        read("id,a\n\n1,\"two\nlines, \"\"quoted\"\"\"\n2,  blank \u3000\n");

        assertThat(rows.subList(1, 3))
                .containsExactly(List.of("1", "two\nlines, \"quoted\""), List.of("2", "  blank \u3000"));
    }

    /** A property of what is written found that the reader of an earlier version lost such a row. */
    @Test
    void forEach_quotedFieldThatEndsInACarriageReturn() throws IOException {
        read("id,a\nx,\"\r\"\ny,z\n");

        assertThat(rows.subList(1, 3)).containsExactly(List.of("x", "\r"), List.of("y", "z"));
    }

    @Test
    void text_isWithoutBlanks() throws IOException {
        List<String> texts = new ArrayList<>();
        input("id,a\n1, \t亿元 \u3000\n").forEach(header -> {}, row -> {
            texts.add(row.text("a"));
            texts.add(row.text("b"));
            texts.add(row.text(-1));
            texts.add(row.text(2));
        });

        assertThat(texts).containsExactly("亿元", "", "", "");
    }

    /** More rows than are read at once, fields longer than any buffer, and refusals far behind. */
    @Test
    void forEach_manyRows_eachWithItsLine() throws IOException {
        String longField = "x".repeat(300_000);
        StringBuilder text = new StringBuilder("id,a\n");
        for (int i = 0; i < 2_500; i++) {
            text.append(i).append(',').append(i == 1_234 ? longField : "y" + i).append('\n');
        }
        int refused = input(text.toString()).forEach(header -> {}, row -> {
            if (row.text("id").equals("2400")) {
                throw new RowException("a", "Field must be another: " + row.text("a"));
            }
            rows.add(row.fields());
        });

        assertThat(refused).isEqualTo(1);
        assertThat(rows).hasSize(2_499);
        assertThat(rows.get(1_234)).containsExactly("1234", longField);
        assertThat(rows.get(2_498)).containsExactly("2499", "y2499");
        assertThat(err.toString()).endsWith("in.csv:2402: column 2 (a): Field must be another: y2400\n");
    }

    @Test
    void forEach_brokenFurtherOn_rowsBeforeAreGood() {
        assertThatThrownBy(() -> read("id,a\n1,x\n2,\"y\"z\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("File must be CSV");

        assertThat(rows).containsExactly(List.of("id", "a"), List.of("1", "x"));
    }

    @Test
    void forEach_notUtf8_isSaid() throws IOException {
        Path file = directory.resolve("latin.csv");
        Files.write(file, "id\ncaf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        CsvInput input = new CsvInput(file, new PrintWriter(err), List.of("id"));

        assertThatThrownBy(() -> input.forEach(header -> {}, row -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("File must be UTF-8");
    }

    @Test
    void requireWhole_otherNumberOfFields_isRefused() throws IOException {
        int refused = input("id,a\n1\n1,2,3\n1,2\n").forEach(header -> {}, Row::requireWhole);

        assertThat(refused).isEqualTo(2);
        assertThat(err.toString())
                .contains("in.csv:2: Row must have 2 fields: 1", "in.csv:3: Row must have 2 fields: 3");
    }
}
