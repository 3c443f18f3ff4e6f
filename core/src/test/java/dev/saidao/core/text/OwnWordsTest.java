package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of {@code META-INF/saidao/words.txt} among the resources of the tests. */
class OwnWordsTest {

    @Test
    void figure_withOwnWords() {
        assertThat(FigureFormat.english().parse("no fewer in number than 3.5 myriad wombats"))
                .satisfies(printed -> {
                    assertThat(printed.amount()).isEqualByComparingTo("35000");
                    assertThat(printed.unit()).isEqualTo(Unit.count("wombats"));
                    assertThat(printed.qualifier()).isEqualTo(Qualifier.AT_LEAST);
                });
    }

    @Test
    void head_withOwnWords() {
        assertThat(UnitFormat.withDefaults()
                        .parse("Population (myriad wombats)")
                        .factor())
                .isEqualByComparingTo("10000");
        assertThat(UnitFormat.withDefaults().parse("units of electricity").unit())
                .isEqualTo(Unit.physical("kWh"));
        assertThat(UnitFormat.withDefaults().parse("per 1,000 wombats").unit()).hasToString("items per 1 000 wombats");
    }

    @Test
    void qualifier_withOwnWords() {
        assertThat(QualifierFormat.parse("no fewer in number than").qualifier()).isEqualTo(Qualifier.AT_LEAST);
    }

    @Test
    void wordWithAnotherMeaning_isRefused() throws IOException {
        List<Word> known = VocabularyReader.words("en");
        Word million = words("[multiplier]\n3 = million\n").get(0);

        assertThatThrownBy(() -> VocabularyReader.requireNew(million, known))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Word must have one meaning: million is 6 already");
    }

    @Test
    void signOfNoUnit_isRefused() throws IOException {
        Word smoot = words("[physical]\nsmoot = smoots\n").get(0);

        assertThatThrownBy(() -> VocabularyReader.requireNew(smoot, List.of()))
                .hasMessage("Sign of a unit must be known: smoot");
    }

    private static List<Word> words(String text) throws IOException {
        return VocabularyReader.words("", new BufferedReader(new StringReader(text)));
    }
}
