package dev.saidao.core.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a file is refused with steers no terminal and no log, and each row that is refused stands on one line. */
class RefusedFileProperties {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.of("a", "unit", "12", " ", "\r", "\n", "\u0007", "\u001b[31m", "\u2028", "\u0085", "亿元")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Property
    void messages(@ForAll("cells") String head, @ForAll("cells") String cell) throws IOException {
        Path file = Files.createTempFile("refused-", ".csv");
        try {
            Files.writeString(file, "\"" + head + "\",b\n\"" + cell + "\",1\n", UTF_8);
            for (List<String> required : List.of(List.of("b"), List.of("unit"))) {
                try (RowFile rows = RowFile.open(file, required)) {
                    Rows<String> read = rows.readAll(row -> {
                        throw new RowException("b", "Cell must be another: " + row.text(head.strip()));
                    });
                    for (Failure failure : read.failures()) {
                        assertThat(LANGUAGES).allSatisfy(language -> assertIsPlain(failure.in(language)));
                    }
                } catch (TableException e) {
                    assertIsPlain(String.valueOf(e.getMessage()));
                    assertThat(LANGUAGES)
                            .allSatisfy(language -> assertIsPlain(e.rule().in(language)));
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void assertIsPlain(String message) {
        assertThat(message).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]*");
    }
}
