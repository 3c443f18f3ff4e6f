package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to take long: what would be quadratic in their length would take hours. */
class HostileTextTest {

    private static final int CHARACTERS = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "中",
                "一",
                "万",
                "(",
                "1234 ",
                "12,",
                "占12%，",
                "1:",
                "1.",
                "1-",
                "\u202e12%\u202c",
                "from 1.5% to ",
                "2024 ",
                "占全国的",
                "per 1 ",
                "a year ",
                "每",
                "\n1% ",
                "half ",
                "1-1-",
                "e9",
                "-",
                "$",
                "by 1 by ",
                "由1到",
                "and the "
            })
    void read_endsInTime(String piece) {
        read(piece.repeat(CHARACTERS / piece.length()));
    }

    @Test
    void read_aMillionCharactersWithoutASpace_endsInTime() {
        read("a".repeat(1_000_000));
    }

    @Test
    void read_aHundredThousandNumbers_endsInTime() {
        PageReading reading = read("市场规模为12亿元,".repeat(100_000));

        assertThat(reading.mentions()).hasSize(100_000);
    }

    private static PageReading read(String text) {
        PageReading reading = assertTimeoutPreemptively(
                LONGEST, () -> PageReader.withDefaults().read(text, LocalDate.parse("2026-03-01")));

        assertThat(reading.text()).hasSize(text.length());
        return reading;
    }
}
