package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.Qualifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualifierFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            over               | MORE_THAN
            at least           | AT_LEAST
            strictly above     | MORE_THAN
            forecast to reach  | REACHED
            forecast to exceed | MORE_THAN
            up to              | AT_MOST
            or more            | AT_LEAST
            有望达到           | NONE
            有望突破           | MORE_THAN
            预计将超过         | MORE_THAN
            以上               | AT_LEAST
            约                 | ABOUT
            不低于（含）       | AT_LEAST
            environ            | ABOUT
            mindestens         | AT_LEAST
            more-than-printed  | MORE_THAN
            """)
    void parse_wordsOfTables_haveTheirMeaning(String text, Qualifier qualifier) {
        assertThat(QualifierFormat.parse(text).unknown()).as(text).isEmpty();
        assertThat(QualifierFormat.parse(text).qualifier()).isEqualTo(qualifier);
    }

    @ParameterizedTest
    @EnumSource
    void parse_ownName_isTheIdentity(Qualifier qualifier) {
        assertThat(QualifierFormat.parse(qualifier.name()).qualifier()).isEqualTo(qualifier);
        assertThat(QualifierFormat.parse(qualifier
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'))
                        .qualifier())
                .isEqualTo(qualifier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sizzling", "想必", "not over", "over under", "约以上"})
    void parse_unknownOrContradictory_isReportedAndQualifiesNothing(String text) {
        assertThat(QualifierFormat.parse(text).qualifier()).isEqualTo(Qualifier.NONE);
        assertThat(QualifierFormat.parse(text).unknown()).contains(text);
    }
}
