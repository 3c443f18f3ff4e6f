package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PercentSignsProperties {

    /** What is read of a column: numbers, where none is refused. */
    private static Rows<Optional<BigDecimal>> read(List<String> column) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,value"));
        column.forEach(cell -> lines.add("x," + cell));
        Path file = Files.createTempFile("signs", ".csv");
        try (RowFile rows = RowFile.open(Files.write(file, lines), List.of("id"))) {
            PercentSigns signs = new PercentSigns();
            return rows.readAll(row -> signs.number(row, "value"));
        } finally {
            Files.delete(file);
        }
    }

    /** Those that have the sign of the first are read as they stand, a zero and a missing value always, and the others are refused. */
    @Property(tries = 300)
    void numbers_areReadIfAllHaveTheSignOrNone(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -2, max = 2) Integer> numbers, @ForAll int signs)
            throws IOException {
        List<String> column = new ArrayList<>();
        List<Optional<BigDecimal>> expected = new ArrayList<>();
        Boolean first = null;
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            boolean isPercent = (signs >> i & 1) == 1;
            column.add(number == 2 ? "n/a" : number + (isPercent ? "%" : ""));
            if (number == 2) {
                expected.add(Optional.empty());
                continue;
            }
            if (number != 0 && first == null) {
                first = isPercent;
            }
            if (number == 0 || (first != null && isPercent == first)) {
                expected.add(Optional.of(BigDecimal.valueOf(number, isPercent ? 2 : 0)));
            }
        }

        Rows<Optional<BigDecimal>> read = read(column);

        assertThat(read.values()).isEqualTo(expected);
        assertThat(read.failures()).hasSize(numbers.size() - expected.size());
    }

    @Example
    void numbers_thatDiffer_areNamed() throws IOException {
        Rows<Optional<BigDecimal>> read = read(List.of("12.5%", "13"));

        assertThat(read.failures()).hasSize(1);
        assertThat(read.failures().get(0).in(Locale.ENGLISH))
                .endsWith(
                        ":3: column 2 (value): Numbers that belong together must all have a % sign or none: 12.5%, 13");
        assertThat(read.failures().get(0).in(Locale.CHINESE)).contains("同组数字须都带 % 或都不带:12.5%、13");
    }
}
