package dev.saidao.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.text.FigureFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DossierTest {

    private static final Dossier DOSSIER = Dossiers.of(2026);
    private static final String JSON = SaidaoJson.write(DOSSIER);

    /** What of the page is printed and no number: a list of names, and "first batch". */
    private static final Set<String> PRINTED_WITHOUT_NUMBER = Set.of("B-19", "B-20");

    @Test
    void embedded_holdsTheWholePage() {
        assertThat(DOSSIER.figures()).hasSize(47);
        assertThat(DOSSIER.tracks()).hasSize(10);
        assertThat(DOSSIER.tracks()).extracting(track -> track.number()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(DOSSIER.figures())
                .filteredOn(figure -> figure.id().startsWith("A-"))
                .hasSize(15);
        assertThat(DOSSIER.figures())
                .filteredOn(figure -> figure.id().startsWith("B-"))
                .hasSize(23);
        assertThat(DOSSIER.figures())
                .filteredOn(figure -> figure.id().startsWith("C-"))
                .hasSize(9);
        assertThat(DOSSIER.figures())
                .allSatisfy(figure -> assertThat(DOSSIER.sources()).contains(figure.source()));
        assertThat(Dossiers.latest()).isEqualTo(DOSSIER);
    }

    static Stream<Figure> figures() {
        return DOSSIER.figures().stream();
    }

    /** What the source printed and what the dossier holds of it must say the same. */
    @ParameterizedTest
    @MethodSource("figures")
    void printedText_readsAsTheNumberHeld(Figure figure) {
        if (figure.asPublished().isEmpty() || PRINTED_WITHOUT_NUMBER.contains(figure.id())) {
            return;
        }
        PrintedNumber held = figure.printed().orElseThrow();
        PrintedNumber read = FigureFormat.chinese().parse(figure.asPublished().get(), held.unit());

        assertThat(read.digits()).isEqualTo(held.digits());
        assertThat(read.multiplier()).isEqualTo(held.multiplier());
        // 达 stands elsewhere in the sentence, not beside the digits
        if (held.qualifier() != Qualifier.REACHED) {
            assertThat(read.qualifier()).isEqualTo(held.qualifier());
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void enumeratedItems_areAsManyAsSaid(Figure figure) {
        if (figure.items().isEmpty()
                || figure.printed().isEmpty()
                || figure.id().equals("A-10")) {
            return; // A-10 lists the four aspects of its eight measures
        }
        assertThat(figure.printed().get().amount())
                .isEqualByComparingTo(String.valueOf(figure.items().size()));
    }

    /** Values from the table of figures of the page: id, value, unit. */
    @ParameterizedTest
    @CsvSource({
        "A-01,2250000 persons",
        "A-02,0.2 ratio",
        "A-03,200 persons per 10 000 employed",
        "A-04,40 years",
        "A-05,50 persons",
        "A-06,30 persons",
        "A-07,300 persons",
        "A-08,1500 persons",
        "A-09,9 measures",
        "A-10,8 measures",
        "A-11,2 certificates",
        "A-14,5 criteria",
        "A-15,4 stages",
        "B-01,238800000000 CNY",
        "B-02,0.73 per year",
        "B-03,4 scenarios",
        "B-04,3 camps",
        "B-05,30000000000000 USD",
        "B-06,7 industries",
        "B-07,8 ministries",
        "B-08,6430000000 USD",
        "B-09,0.1648 per year",
        "B-10,4 scenarios",
        "B-11,0.2 per year",
        "B-12,3 routes",
        "B-13,4 directions",
        "B-15,3 trends",
        "B-16,0.5 per year",
        "B-17,3 trends",
        "B-18,2026 year",
        "B-20,2 constellations",
        "B-21,0.3 per year",
        "B-22,100000000000 USD",
        "B-23,10 tracks",
        "C-01,24 parks",
        "C-02,64 parks",
        "C-03,9 parks",
        "C-04,1400 companies",
        "C-05,5 tracks",
        "C-06,5 priorities",
        "C-07,30 years",
        "C-08,6 colleges",
        "C-09,4 fields"
    })
    void figure_hasTheValueOfThePage(String id, String value) {
        assertThat(DOSSIER.figure(id).printed().orElseThrow().value()).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({"A-12", "A-13", "B-14", "B-19"})
    void figure_withoutNumber_hasNone(String id) {
        assertThat(DOSSIER.figure(id).printed()).isEmpty();
    }

    @Test
    void json_comesBackEqual() {
        assertThat(SaidaoJson.read(JSON, Dossier.class)).isEqualTo(DOSSIER);
        assertThat(SaidaoJson.write(SaidaoJson.read(JSON, Dossier.class))).isEqualTo(JSON);
    }

    @Test
    void json_ofOneFigure_holdsItsSourceInFull() {
        Figure figure = DOSSIER.figure("B-08");
        String json = SaidaoJson.write(figure);

        assertThat(json).contains("北京商报").contains("2026-03-27");
        assertThat(SaidaoJson.read(json, Figure.class)).isEqualTo(figure);
    }

    static Stream<String[]> spoiled() {
        return Stream.of(
                new String[] {"{\"x\" : 1}", "x: Field must be known: x"},
                new String[] {
                    "{\"format\":\"saidao-dossier/1\",\"format\":\"\"}", "Duplicate Object property \"format\""
                },
                new String[] {
                    "{\"format\":\"saidao-dossier/2\",\"id\":\"a\",\"title\":{\"en\":\"a\",\"zh\":\"b\"}}",
                    "Format must be saidao-dossier/1: saidao-dossier/2"
                },
                new String[] {"{\"id\" : \"a\"}", "Field must be there: title"},
                new String[] {"{\"id\" : 5}", "id: Cannot coerce Integer value (5) to String"},
                new String[] {"{", "Unexpected end-of-input"},
                new String[] {"", "No content to map"},
                new String[] {"[]", "line 1, column 1: Cannot deserialize value of type Dossier from Array value"},
                new String[] {JSON + "{}", "Trailing token"},
                new String[] {
                    JSON.replace("\"digits\" : \"2388\"", "\"digits\" : 2388"),
                    "figures[15].printed.digits: Cannot coerce Integer value (2388)"
                },
                new String[] {
                    JSON.replace("\"digits\" : \"2388\"", "\"digits\" : \"1e999999999\""),
                    "figures[15].printed: Digits must be a plain decimal such as -12.5: 1e999999999"
                },
                new String[] {
                    JSON.replace("\"digits\" : \"2388\"", "\"digits\" : \"" + "9".repeat(10_000) + "\""),
                    "figures[15].printed: Digits must have at most 1000 digits before and 1100 after the decimal point: 9999"
                },
                new String[] {
                    JSON.replace("\"unit\" : \"CNY\"", "\"unit\" : \"XXQ\""),
                    "figures[15].printed.unit: Currency must be a code of ISO 4217: XXQ"
                },
                new String[] {
                    JSON.replace("\"indicator\" : \"tracks\"", "\"indicator\" : \"trax\""),
                    "figures[37].indicator: Indicator id must be that of one given in full before: trax"
                },
                new String[] {
                    JSON.replace("\"locator\" : \"track 1\",", ""), "figures[15]: Field must be there: locator"
                },
                new String[] {
                    JSON.replace("\"id\" : \"B-02\"", "\"id\" : \"B-01\""), "Figure id must be given once: B-01"
                },
                new String[] {
                    JSON.replace("\"id\" : \"B-02\"", "\"id\" : \"B 02\""),
                    "Figure id must be 1 to 100 letters, digits, '.', '_' and '-': 'B 02'"
                },
                new String[] {
                    JSON.replace("\"status\" : \"TARGET\"", "\"status\" : \"WISH\""),
                    "status: Cannot deserialize value of type Status from String \"WISH\""
                },
                new String[] {
                    JSON.replace("\"2026-03-27\"", "\"2026-13-27\""),
                    "sources[0].published: Cannot deserialize value of type LocalDate from String \"2026-13-27\""
                });
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void json_spoiled_isRefusedWithThePlace(String json, String message) {
        assertThatThrownBy(() -> SaidaoJson.read(json, Dossier.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageStartingWith("line ")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("Immutable", "REDACTED", "JsonTST");
    }

    @Test
    @Timeout(10)
    void json_fiftyMegabytesOfBrackets_isRefusedBeforeItIsRead() {
        int[] read = new int[1];
        InputStream brackets = new InputStream() {
            @Override
            public int read() {
                return read[0]++ < 50_000_000 ? '[' : -1;
            }
        };

        assertThatThrownBy(() -> SaidaoJson.read(brackets, Dossier.class)).isInstanceOf(JsonReadException.class);
        assertThat(read[0]).isLessThan(100_000);

        read[0] = 0;
        // in the digits of the machine's language
        assertThatThrownBy(() -> SaidaoJson.mapper().readTree(brackets))
                .hasMessageContaining(String.format(Locale.getDefault(), "nesting depth (%d)", 101));
        assertThat(read[0]).isLessThan(100_000);
    }

    @Test
    void json_truncatedOrWrongUtf8_isRefused() {
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        int inside = new String(bytes, StandardCharsets.UTF_8).indexOf("北京");
        int middle = JSON.substring(0, inside).getBytes(StandardCharsets.UTF_8).length + 1;

        assertThatThrownBy(() -> SaidaoJson.read(new ByteArrayInputStream(Arrays.copyOf(bytes, middle)), Dossier.class))
                .isInstanceOf(JsonReadException.class);
        byte[] wrong = bytes.clone();
        wrong[middle] = 'x';
        assertThatThrownBy(() -> SaidaoJson.read(new ByteArrayInputStream(wrong), Dossier.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void write_file_isMovedIntoPlace(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("dossier.json");
        SaidaoJson.write(DOSSIER, file);

        assertThat(SaidaoJson.read(file, Dossier.class)).isEqualTo(DOSSIER);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void lookUps_ofWhatIsNotThere() {
        assertThatThrownBy(() -> DOSSIER.figure("Z-99")).hasMessage("Figure must be in dossier 2026: Z-99");
        assertThatThrownBy(() -> Dossiers.of(1999)).hasMessage("Year must be one of [2026]: 1999");
    }
}
