package dev.saidao.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Quantity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** What a document is refused for, and where it says so. */
class SaidaoJsonTest {

    private static JsonReadException refused(String json, Class<?> type) {
        return catchThrowableOfType(JsonReadException.class, () -> SaidaoJson.read(json, type));
    }

    private static Figure figure(String id, Source source, Subject subject) {
        return Figure.builder()
                .id(id)
                .subject(subject)
                .indicator(Indicator.of("revenue", Label.same("revenue")))
                .period(ReferencePeriod.year(2024))
                .status(Status.OBSERVED)
                .source(source)
                .locator("table 1")
                .build();
    }

    private static final Source YEARBOOK =
            Source.of("s", Label.of("A yearbook", "年鉴"), Label.same("An office"), LocalDate.of(2025, 1, 31));
    private static final Subject ROBOTS = Subject.of("robots", Label.same("robots"));

    // ---- places ----

    @Test
    void refusal_namesLineColumnAndPath() {
        JsonReadException refusal = refused("{\n  \"en\": \"robots\",\n  \"zh\": 5\n}", Label.class);
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal.column()).isPositive();
        assertThat(refusal.path()).isEqualTo("zh");
        assertThat(refusal)
                .hasMessageStartingWith("line 3, column " + refusal.column() + ", zh: ")
                .hasCauseInstanceOf(Exception.class);
    }

    @Test
    void refusal_insideAList_namesThePlaceInIt() {
        String json = SaidaoJson.write(figure("A-1", YEARBOOK, ROBOTS))
                .replaceFirst(
                        "\"locator\" : \"table 1\"",
                        "\"locator\" : \"table 1\", \"items\" : [{\"en\" : \"a\", \"zh\" : \"b\"}, {\"en\" : \"a\"}]");
        JsonReadException refusal = refused(json, Figure.class);
        assertThat(refusal.path()).isEqualTo("items[1]");
        assertThat(refusal).hasMessageEndingWith("items[1]: Field must be there: zh");
    }

    @Test
    void refusal_ofTheDocumentAsAWhole_hasNoPath() {
        JsonReadException refusal = refused("null", Label.class);
        assertThat(refusal.path()).isEmpty();
        assertThat(refusal.line()).isEqualTo(0);
        assertThat(refusal.column()).isEqualTo(0);
        assertThat(refusal).hasMessage("line 0, column 0: Document must not be null");
        JsonReadException broken = refused("{\"en\": ", Label.class);
        assertThat(broken.line()).isEqualTo(1);
        assertThat(broken.column()).isPositive();
        assertThat(broken.path()).isEmpty();
    }

    // ---- strictness ----

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"en": "a", "zh": "b", "fr": "c"}   | Field must be known: fr
            {"en": "a"}                         | Field must be there: zh
            {}                                  | Field must be there: en, zh
            {"en": "a", "zh": " "}              | Label must not be blank: en 'a', zh ' '
            {"en": "a", "en": "b", "zh": "c"}   | Duplicate
            {"en": "a", "zh": "b"} {}           | Trailing token
            {"en": "a", "zh": true}             | Boolean value
            {"en": "a", "zh": 5}                | Integer value
            {"en": "a", "zh": 5.5}              | Float value
            "a"                                 | Value must be an object with fields, {…}: 'a'
            """)
    void documents_thatAreNotWhatTheyShouldBe(String json, String problem) {
        assertThat(refused(json.strip(), Label.class)).hasMessageContaining(problem.strip());
    }

    @Test
    void decimals_areTextOnly() {
        assertThat(SaidaoJson.read("\"0.1648\"", BigDecimal.class)).isEqualTo(new BigDecimal("0.1648"));
        assertThat(SaidaoJson.write(new BigDecimal("1E+3"))).isEqualTo("\"1000\"\n");
        assertThat(refused("0.1648", BigDecimal.class))
                .hasMessageContaining("BigDecimal must be a JSON string and not VALUE_NUMBER_FLOAT");
        assertThat(refused("\"a\"", BigDecimal.class)).hasMessageContaining("Decimal must be");
    }

    @Test
    void quantities_areOfTheirType() {
        assertThat(SaidaoJson.read("\"5 parks\"", Count.class).value()).isEqualByComparingTo("5");
        assertThat(SaidaoJson.read("\"5 parks\"", Quantity.class)).isInstanceOf(Count.class);
        assertThat(refused("\"5 parks\"", Money.class)).hasMessageContaining("Quantity must be of type Money: 5 parks");
        assertThat(refused("5", Money.class))
                .hasMessageContaining("Money must be a JSON string and not VALUE_NUMBER_INT");
        assertThat(SaidaoJson.write(Money.of(5, "CNY"))).isEqualTo("\"5 CNY\"\n");
    }

    @Test
    void nesting_hasItsLimit() {
        String deep = "[".repeat(SaidaoJson.MAX_NESTING + 1) + "]".repeat(SaidaoJson.MAX_NESTING + 1);
        assertThat(refused(deep, Object.class)).hasMessageContaining("nesting depth");
        String admitted = "[".repeat(SaidaoJson.MAX_NESTING) + "]".repeat(SaidaoJson.MAX_NESTING);
        assertThat(SaidaoJson.read(admitted, Object.class)).isInstanceOf(List.class);
    }

    // ---- references ----

    /** A source stands in full where it first occurs, and by its id after that. */
    @Test
    void references_areWrittenOnce() {
        List<Figure> figures = List.of(figure("A-1", YEARBOOK, ROBOTS), figure("A-2", YEARBOOK, ROBOTS));
        String json = SaidaoJson.write(figures);
        assertThat(json.split("A yearbook", -1)).hasSize(2);
        assertThat(json).contains("\"source\" : \"s\"", "\"subject\" : \"robots\"", "\"indicator\" : \"revenue\"");
        JavaType type = SaidaoJson.mapper().getTypeFactory().constructCollectionType(List.class, Figure.class);
        List<Figure> read = SaidaoJson.mapper().readValue(json, type);
        assertThat(read).isEqualTo(figures);
        assertThat(read.get(1).source()).isSameAs(read.get(0).source());
    }

    @Test
    void references_toTwoThings_areRefused() {
        Source other = Source.of("s", Label.same("Another"), Label.same("An office"), LocalDate.of(2025, 1, 31));
        assertThatThrownBy(
                        () -> SaidaoJson.write(List.of(figure("A-1", YEARBOOK, ROBOTS), figure("A-2", other, ROBOTS))))
                .hasMessageContaining("Source id must stand for one thing: s");
    }

    @Test
    void references_toWhatWasNotGiven_areRefused() {
        assertThat(refused("\"robots\"", Subject.class))
                .hasMessageContaining("Subject id must be that of one given in full before: robots");
        String json = SaidaoJson.write(List.of(figure("A-1", YEARBOOK, ROBOTS), figure("A-2", YEARBOOK, ROBOTS)))
                .replace(
                        "\"subject\" : \"robots\"",
                        "\"subject\" : {\"id\" : \"robots\", \"name\" : {\"en\" : \"robots\", \"zh\" : \"robots\"}}");
        JavaType type = SaidaoJson.mapper().getTypeFactory().constructCollectionType(List.class, Figure.class);
        assertThatThrownBy(() -> SaidaoJson.mapper().readValue(json, type))
                .hasMessageContaining("Subject must be given in full only once: robots");
        assertThat(refused("{\"id\": \"a b\", \"name\": {\"en\": \"a\", \"zh\": \"b\"}}", Subject.class))
                .hasMessageContaining("Subject id must be 1 to 100 letters, digits, '.', '_' and '-': 'a b'");
    }

    // ---- files and streams ----

    @TempDir
    private Path folder;

    @Test
    void files_comeBackEqual() throws IOException {
        Path file = folder.resolve("label.json");
        SaidaoJson.write(Label.of("robots", "机器人"), file);
        assertThat(Files.readString(file)).isEqualTo("{\n  \"en\" : \"robots\",\n  \"zh\" : \"机器人\"\n}\n");
        assertThat(SaidaoJson.read(file, Label.class)).isEqualTo(Label.of("robots", "机器人"));
        try (InputStream stream = Files.newInputStream(file)) {
            assertThat(SaidaoJson.read(stream, Label.class)).isEqualTo(Label.of("robots", "机器人"));
        }
        assertThatThrownBy(() -> SaidaoJson.read(folder.resolve("none.json"), Label.class))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> SaidaoJson.write(Label.same("a"), folder)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void stream_thatIsNoUtf8_isRefused() {
        InputStream latin = new ByteArrayInputStream(
                "{\"en\": \"caf\u00e9\", \"zh\": \"b\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SaidaoJson.read(latin, Label.class))
                .isInstanceOf(JsonReadException.class)
                .hasMessageContaining("UTF-8");
    }

    /** Names of hidden classes are no help to who wrote the document. */
    @Test
    void refusals_nameNoHiddenClasses() {
        for (String json : List.of("[1]", "5", "true", "{\"en\": {}, \"zh\": \"b\"}", "{\"en\": [\"a\"]}")) {
            assertThat(refused(json, Label.class).getMessage())
                    .doesNotContain("Immutable", "dev.saidao", "`", "start marker", "token ");
        }
        assertThat(SaidaoJson.write(Map.of("a", List.of()))).isEqualTo("{\n  \"a\" : [ ]\n}\n");
    }

    /** The module teaches a mapper of one's own the same forms, without the strictness of this one. */
    @Test
    void module_teachesAMapperOfOnesOwn() {
        JsonMapper mapper = JsonMapper.builder().addModule(new SaidaoModule()).build();
        assertThat(mapper.writeValueAsString(new BigDecimal("1E+3"))).isEqualTo("\"1000\"");
        assertThat(mapper.readValue("\"0.1648\"", BigDecimal.class)).isEqualTo(new BigDecimal("0.1648"));
        assertThatThrownBy(() -> mapper.readValue("0.1648", BigDecimal.class))
                .hasMessageContaining("BigDecimal must be a JSON string and not VALUE_NUMBER_FLOAT");
        assertThat(mapper.writeValueAsString(Money.of(5, "CNY"))).isEqualTo("\"5 CNY\"");
        assertThat(mapper.readValue("\"5 CNY\"", Quantity.class)).isEqualTo(Money.of(5, "CNY"));
        assertThat(mapper.readValue("\"5 CNY\"", Money.class)).isEqualTo(Money.of(5, "CNY"));
        List<Figure> figures = List.of(figure("A-1", YEARBOOK, ROBOTS), figure("A-2", YEARBOOK, ROBOTS));
        String json = mapper.writeValueAsString(figures);
        assertThat(json).contains("\"source\":\"s\"", "\"subject\":\"robots\"", "\"indicator\":\"revenue\"");
        assertThat(mapper.<List<Figure>>readValue(
                        json, mapper.getTypeFactory().constructCollectionType(List.class, Figure.class)))
                .isEqualTo(figures);
    }
}
