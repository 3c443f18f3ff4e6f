package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as tables of Eurostat have them. */
class FlaggedNumberTest {

    @ParameterizedTest
    @CsvSource({
        "12.5 p, 12.5, p",
        "-3 bd, -3, bd",
        "7e, 7, e",
        "'1,234.5 ep', 1234.5, ep",
        "42, 42, ''",
        "0.50  D, 0.50, D"
    })
    void of_numberAndLetters(String cell, String value, String flag) {
        FlaggedNumber found = Objects.requireNonNull(FlaggedNumber.of(cell));

        assertThat(found.value()).isEqualTo(value);
        assertThat(found.flag()).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p",
                "12.5 x",
                "12.5 bdep",
                "12bd",
                "1e5",
                ": c",
                "12 %",
                "1 234 p",
                "(5)",
                "12 5)",
                "1.2.3 p"
            })
    void of_anythingElse_isLeft(String cell) {
        assertThat(FlaggedNumber.of(cell)).isNull();
    }
}
