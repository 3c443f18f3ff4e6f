package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingSignsTest {

    /** NA by R, NaN by numeric programs, None by Python, .. by the World Bank and Statistics Canada, … and 未公布 by print. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NA",
                "n/a",
                "N.A.",
                "NaN",
                "None",
                "null",
                "..",
                ":",
                "-",
                "—",
                "…",
                "未披露",
                "k. A.",
                "Not available"
            })
    void contains_signsOfAnyText(String sign) {
        assertThat(MissingSigns.contains(sign)).isTrue();
        assertThat(MissingSigns.containsOfTables(sign)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "*", "**", "/", "[c]", "(D)", "n.s."})
    void containsOfTables_signsOfOffices(String sign) {
        assertThat(MissingSigns.contains(sign)).isFalse();
        assertThat(MissingSigns.containsOfTables(sign)).isTrue();
    }

    /** Nil is zero in accounts; 0 and -0 are numbers; Inf is a slip of a program and no sign. */
    @ParameterizedTest
    @ValueSource(strings = {"nil", "0", "-0", "Inf", "abc", "n", "-5", "not available in 2020"})
    void others_areNone(String text) {
        assertThat(MissingSigns.containsOfTables(text)).isFalse();
    }

    @Test
    void flagBeside_saysWhy() {
        assertThat(MissingSigns.flagBeside(": c")).isEqualTo(Optional.of("c"));
        assertThat(MissingSigns.flagBeside("..(e)")).isEqualTo(Optional.of("(e)"));
        assertThat(MissingSigns.flagBeside("- 1)")).isEqualTo(Optional.of("1)"));
        assertThat(MissingSigns.flagBeside(":")).isEmpty();
        assertThat(MissingSigns.flagBeside("5 c")).isEmpty();
    }
}
