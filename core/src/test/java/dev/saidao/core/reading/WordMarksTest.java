package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordMarksTest {

    private static final ReadingVocabulary WORDS = ReadingVocabulary.withDefaults();
    private static final List<String> TEXTS = List.of(
            "2025年市场规模同比增长12%,占全国的三成,累计新增5万人,其中出口超过2亿元。",
            "revenue rose by more than 8% year on year to usd 3.1 bn, up from 2.9 bn, and profit fell.",
            "中cagr中 a b 增",
            "");

    @ParameterizedTest
    @EnumSource(WordKind.class)
    void at_isWhatTheVocabularySays(WordKind kind) {
        for (String text : TEXTS) {
            WordMarks marks = new WordMarks(WORDS, text);
            for (int i = -1; i <= text.length(); i++) {
                assertThat(marks.at(kind, i)).as(text + " at " + i).isEqualTo(WORDS.at(kind, text, i));
                assertThat(marks.has(kind, i)).isEqualTo(WORDS.at(kind, text, i) != null);
            }
        }
    }

    @Test
    void hasAny_isTrueForOneOfTheKinds() {
        WordMarks marks = new WordMarks(WORDS, "占12%");

        assertThat(marks.hasAny(WordKind.GROWTH.bit() | WordKind.SHARE.bit(), 0))
                .isTrue();
        assertThat(marks.hasAny(WordKind.GROWTH.bit() | WordKind.TOTAL.bit(), 0))
                .isFalse();
    }

    @Test
    void at_latinWordInsideAnother_isNone() {
        // "rose" stands in "prose" and in "rosebud"
        WordMarks marks = new WordMarks(WORDS, "prose rosebud rose");

        assertThat(marks.has(WordKind.GROWTH, 1)).isFalse();
        assertThat(marks.has(WordKind.GROWTH, 6)).isFalse();
        assertThat(marks.has(WordKind.GROWTH, 14)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(WordKind.class)
    void of_isTheInverseOfCode(WordKind kind) {
        assertThat(WordKind.of(kind.code())).isEqualTo(kind);
    }

    @Test
    void plus_kindThatIsNone_isRefused() {
        assertThatThrownBy(() -> WORDS.plus("colour red: crimson"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Kind of words must be one of added, adjusted, comparative,")
                .hasMessageEndingWith(": colour");
    }
}
