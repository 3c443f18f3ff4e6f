package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small tables in the layouts of some ninety offices, banks and companies; each reading was written before the table was read.
 * Of the first 56 19 were right, and 12 were misread in silence: multipliers in a row below the years, quarters beside
 * the year, rows of attributes above the series, a second table below the first, 2023.1 for October. Of the 40 of a second set
 * 22 were right and five misread: three months called a year, quarters below years called names, rates called money.
 */
class OfficesTest {

    @TempDir
    private Path directory;

    /**
     * A table and its reading.
     *
     * @param name what it is
     * @param text the file
     * @param reading a line for each observation, one with ! for each cell refused, or !! if it is no table
     */
    record Case(String name, String text, List<String> reading) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(OfficesTest.class.getResourceAsStream("offices.words"))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== "))
                    .filter(part -> !part.isBlank())
                    .map(OfficesTest::ofPart);
        }
    }

    private static Case ofPart(String part) {
        int name = part.indexOf('\n');
        int cut = part.indexOf("\n---\n");
        return new Case(
                part.substring(0, name),
                part.substring(name + 1, cut + 1),
                part.substring(cut + 5).strip().lines().toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void read_givesTheReading(Case table) throws IOException {
        Path file = Files.writeString(directory.resolve("t.csv"), table.text());
        if (table.reading().equals(List.of("!!"))) {
            assertThatThrownBy(() -> TableReader.withDefaults().read(file)).isInstanceOf(TableException.class);
            return;
        }

        StatisticalTable read = TableReader.withDefaults().read(file);

        assertThat(Stream.concat(
                        TableText.of(read).stream(), read.failures().stream().map(cell -> "! " + cell.text())))
                .containsExactlyInAnyOrderElementsOf(table.reading());
    }
}
