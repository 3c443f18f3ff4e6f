package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.convention.Label;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cut-outs in the layouts of offices: newest first, preambles, unit rows, two rows of heads, merged cells, gaps, footnotes,
 * flags, other encodings and separators. Of the first run 8 of 13 were read whole; the others lost a unit (a code of prices,
 * words behind a dash, a corner), took Canadian dollars for American ones, or joined a preamble to the heads.
 */
class CutoutsTest {

    private static final List<String> FIELDS =
            List.of("file", "series", "time", "value", "unit", "multiplier", "status");

    static Stream<List<String>> spots() throws IOException {
        return Files.readAllLines(path("expected.words")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line ->
                        Stream.of(line.split(" \\|", -1)).map(String::strip).toList());
    }

    private static Path path(String file) {
        try {
            return Path.of(
                    Objects.requireNonNull(CutoutsTest.class.getResource(file)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StatisticalTable read(String file) throws IOException {
        return TableReader.withDefaults().read(path(file));
    }

    @ParameterizedTest
    @MethodSource("spots")
    void read_givesTheSpotValue(List<String> spot) throws IOException {
        assertThat(spot).hasSameSizeAs(FIELDS);
        List<List<String>> found = read(spot.get(0)).observations().stream()
                .filter(o -> o.series().name().equals(spot.get(1)) && o.time().equals(spot.get(2)))
                .map(o -> List.of(
                        spot.get(0),
                        o.series().name(),
                        o.time(),
                        o.value().map(value -> value.toPlainString()).orElse("-"),
                        o.series().unit(),
                        o.series().multiplier().toPlainString(),
                        o.status().toString()))
                .toList();

        assertThat(found).containsExactly(spot);
    }

    @Test
    void read_orderOfTheFileIsKept() throws IOException {
        assertThat(read("nbs-newest-first.csv").observations().stream().limit(5).map(TableObservation::time))
                .containsExactly("2023", "2022", "2021", "2020", "2019");
    }

    /** Amounts in millions except per share: rows of shares have no unit then, which is said. */
    @Test
    void read_headWithAnException_isSaidAndNotAppliedToWhatIsNoMoney() throws IOException {
        Path file = Files.createTempFile("exception", ".csv");
        Files.writeString(file, """
                "(RMB in millions, except per share data)",FY2022,FY2023
                Revenues,"554,552","609,015"
                Net profit,188243,115216
                Earnings per share:,,
                basic,19.8,12.2
                """);
        StatisticalTable table = TableReader.withDefaults().read(file);

        assertThat(TableText.of(table))
                .contains("Revenues|2022|554552|CNY|1000000|A", "basic|2022|19.8||1|A", "basic|2023|12.2||1|A");
        assertThat(table.notes())
                .contains(Label.of(
                        "Unit of the table not applied, as it makes an exception: basic", "表格单位有例外,此行未采用:basic"));
        Files.delete(file);
    }

    @Test
    void read_cornerSaysTheUnit() throws IOException {
        Path file = Files.createTempFile("corner", ".csv");
        Files.writeString(file, "单位：亿元,2021,2022\n甲,1,2\n乙（%）,3,4\n");

        assertThat(TableReader.withDefaults().read(file).observations())
                .extracting(o -> o.series().name() + " " + o.series().unit() + " "
                        + o.series().multiplier().toPlainString())
                .containsExactly("甲 CNY 100000000", "甲 CNY 100000000", "乙（%） % 1", "乙（%） % 1");
        Files.delete(file);
    }
}
