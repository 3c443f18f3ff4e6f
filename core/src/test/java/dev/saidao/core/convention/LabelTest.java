package dev.saidao.core.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    /** Chinese of any place and script is Chinese, every other language gets English. */
    @ParameterizedTest
    @CsvSource({
        "zh, 市场规模",
        "zh-CN, 市场规模",
        "zh-Hant-TW, 市场规模",
        "en, market size",
        "de-DE, market size",
        "und, market size"
    })
    void in_isTheLanguageOfTheReader(String language, String text) {
        assertThat(Label.of("market size", "市场规模").in(Locale.forLanguageTag(language)))
                .isEqualTo(text);
    }

    @Test
    void same_readsTheSame() {
        assertThat(Label.same("Eurostat")).isEqualTo(Label.of("Eurostat", "Eurostat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void of_blank_isRefused(String blank) {
        assertThatThrownBy(() -> Label.of(blank, "名"))
                .hasMessageStartingWith("Label must not be blank: en '")
                .hasMessageEndingWith("', zh '名'");
        assertThatThrownBy(() -> Label.of("name", blank)).hasMessageStartingWith("Label must not be blank: en 'name'");
    }

    @Test
    void convention_hasACode() {
        assertThat(Convention.of("digits.rounded", Label.same("x")).id()).isEqualTo("digits.rounded");
        assertThatThrownBy(() -> Convention.of("digits rounded", Label.same("x")))
                .hasMessage("Convention id must be 1 to 100 letters, digits, '.', '_' and '-': 'digits rounded'");
        assertThatThrownBy(() -> Convention.of("", Label.same("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
