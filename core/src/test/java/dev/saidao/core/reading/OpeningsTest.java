package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    private static final Openings NUMERALS = Openings.of(List.of("a", "two", "ten"));

    @Test
    void mayStandAt_firstThreeLettersOfAWord_isTrue() {
        assertThat(NUMERALS.mayStandAt("two", 0)).isTrue();
        assertThat(NUMERALS.mayStandAt("tents", 0)).isTrue();
        assertThat(NUMERALS.mayStandAt("of ten", 3)).isTrue();
    }

    @Test
    void mayStandAt_otherLetters_isFalse() {
        assertThat(NUMERALS.mayStandAt("the", 0)).isFalse();
        assertThat(NUMERALS.mayStandAt("twig", 0)).isFalse();
        assertThat(NUMERALS.mayStandAt("of", 0)).isFalse();
        assertThat(NUMERALS.mayStandAt("t", 0)).isFalse();
    }

    @Test
    void mayStandAt_wordOfOneLetter_isTrueWhereItStandsAlone() {
        assertThat(NUMERALS.mayStandAt("a third", 0)).isTrue();
        assertThat(NUMERALS.mayStandAt("a", 0)).isTrue();
        assertThat(NUMERALS.mayStandAt("an", 0)).isFalse();
    }
}
