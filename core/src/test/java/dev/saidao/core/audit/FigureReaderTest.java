package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureReaderTest {

    private static final String HEAD = "id,as_published,unit,qualifier,time,source";

    @TempDir
    private Path folder;

    @Test
    void read_wholeRow() throws IOException {
        Figure figure = figure("a,2.50,USD bn,over,2024,Annual report");

        assertThat(figure.id()).isEqualTo("a");
        assertThat(figure.printed().orElseThrow().value().value()).isEqualByComparingTo("2500000000");
        assertThat(figure.printed().orElseThrow().unit()).isEqualTo(Unit.parse("USD"));
        assertThat(figure.printed().orElseThrow().qualifier()).isEqualTo(Qualifier.MORE_THAN);
        assertThat(figure.asPublished()).contains("2.50");
        assertThat(figure.period()).hasToString("2024");
        assertThat(figure.source().title().en()).isEqualTo("Annual report");
        assertThat(figure.locator()).isEqualTo("Annual report");
    }

    @Test
    void read_figureWithoutUnit_countsPieces() throws IOException {
        assertThat(figure("a,24,,,,").printed().orElseThrow().unit()).isEqualTo(Unit.count("items"));
        assertThat(figure("a,24%,,,,").printed().orElseThrow().unit().kind()).isEqualTo(Unit.Kind.SHARE);
        assertThat(figure("a,24,USD,,,").printed().orElseThrow().unit()).isEqualTo(Unit.parse("USD"));
    }

    /** The word beside the digits says more than that of the column. */
    @Test
    void read_qualifier_ofTheColumnUnlessTheNumberHasItsOwn() throws IOException {
        assertThat(figure("a,about 24,USD,over,,").printed().orElseThrow().qualifier())
                .isEqualTo(Qualifier.ABOUT);
        assertThat(figure("a,24,USD,over,,").printed().orElseThrow().qualifier())
                .isEqualTo(Qualifier.MORE_THAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", ".."})
    void read_signOfNoValue_isAFigureThatNobodyPrinted(String sign) throws IOException {
        assertThat(figure("a," + sign + ",USD bn,,,").printed()).isEmpty();
    }

    @Test
    void read_emptyCell_wasNotPublished_aSignWas() throws IOException {
        assertThat(figure("a,,USD bn,,,").asPublished()).isEmpty();
        assertThat(figure("a,NA,USD bn,,,").asPublished()).contains("NA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"around 2030", "in due course", ""})
    void read_time_thatIsNoYearForCertain_isLeftOpen(String time) throws IOException {
        Figure figure = figure("a,24,USD,," + time + ",");

        assertThat(figure.period().kind()).isEqualTo(ReferencePeriod.undated().kind());
        assertThat(figure.period().stated()).isEqualTo(Optional.of(time).filter(words -> !words.isEmpty()));
    }

    @Test
    void read_wordNotKnown_isNoted_andTheNumberRead() throws IOException {
        FigureRow row = rows("a,24,USD,blue,,").values().get(0);

        assertThat(row.figure().printed().orElseThrow().qualifier()).isEqualTo(Qualifier.NONE);
        assertThat(row.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.toString()).contains("blue"));
        assertThat(rows("a,24,USD,over,,").values().get(0).notes()).isEmpty();
    }

    @Test
    void read_unitNotKnown_isNoted() throws IOException {
        assertThat(rows("a,24,glorps,,,").values().get(0).notes()).hasSize(1);
        assertThat(rows("a,24,USD bn,,,").values().get(0).notes()).isEmpty();
    }

    /** Any words may name a source: signs, long ones, characters beyond the first plane. */
    @ParameterizedTest
    @ValueSource(strings = {"Report \uD83D\uDE00", "\uD83D\uDE00", "a/b: c?", "\uD840\uDC00\uD840\uDC01"})
    void read_sourceOfAnyWords(String source) throws IOException {
        Figure figure = figure("a,24,USD,,," + source);

        assertThat(figure.source().title().en()).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "/", "\uD840\uDC00", "\uD83D\uDE00"})
    void read_longSource(String character) throws IOException {
        String source = character.repeat(150);

        assertThat(figure("a,24,USD,,," + source).source().title().en()).isEqualTo(source);
    }

    @Test
    void read_idTwice_isAFailureOfItsRow() throws IOException {
        Rows<FigureRow> rows = rows("a,24,USD,,,", "b,25,USD,,,", "a,26,USD,,,");

        assertThat(rows.values()).extracting(row -> row.figure().id()).containsExactly("a", "b");
        assertThat(rows.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.line()).isEqualTo(4);
            assertThat(failure.column()).isEqualTo("id");
            assertThat(failure.rule().en()).isEqualTo("Figure id must be given once: a");
        });
    }

    @ParameterizedTest
    @CsvSource({"'a,much,USD,,,', as_published", "',24,USD,,,', id", "'a b,24,USD,,,', id", "'a,24', ''"})
    void read_badRow_namesItsColumn(String row, String column) throws IOException {
        Rows<FigureRow> rows = rows(row, "z,24,USD,,,");

        assertThat(rows.values()).hasSize(1);
        assertThat(rows.failures()).extracting(Failure::column).containsExactly(column);
    }

    private Rows<FigureRow> rows(String... lines) throws IOException {
        Path file = folder.resolve("figures.csv");
        Files.writeString(file, HEAD + "\n" + String.join("\n", lines) + "\n");
        return FigureReader.read(file);
    }

    private Figure figure(String line) throws IOException {
        Rows<FigureRow> rows = rows(line);
        assertThat(rows.failures()).isEmpty();
        return rows.values().get(0).figure();
    }
}
