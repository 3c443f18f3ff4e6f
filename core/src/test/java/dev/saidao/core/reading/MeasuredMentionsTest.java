package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Chinese word of a measured unit in a sentence: its number is not made larger by a part of the word, and it is no count. */
class MeasuredMentionsTest {

    /** Lengths of time are no figures, and person-years and containers are counted in pages. */
    private static final Set<String> OTHERS = Set.of("h", "min", "d", "months", "person-years", "TEU");

    @Test
    void read_wordOfAMeasuredUnit_keepsTheNumber() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String word : measuredUnits()) {
            String text = "2025年，全市共有1.26亿" + word + "，其余不计。";
            List<String> found = PageReader.withDefaults().read(text, LocalDate.parse("2026-03-27")).mentions().stream()
                    .map(mention ->
                            mention.kind().code() + " " + mention.value().toPlainString())
                    .toList();
            if (!found.equals(List.of("physical 126000000"))) {
                wrong.add(word + " -> " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> measuredUnits() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PageReader.class.getResourceAsStream("/dev/saidao/core/text/zh.txt"))) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String section = all.substring(all.indexOf("[physical]\n") + 11);
            return section.substring(0, section.indexOf("\n["))
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .filter(line -> !OTHERS.contains(line.substring(0, line.indexOf(" = "))))
                    .flatMap(line ->
                            Stream.of(line.substring(line.indexOf(" = ") + 3).split(" \\| ")))
                    .toList();
        }
    }
}
