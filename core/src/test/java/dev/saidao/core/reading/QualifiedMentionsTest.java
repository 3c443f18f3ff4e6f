package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any word of growth with any qualifier behind it in a sentence: what the number is of stays, and the qualifier is not lost. */
class QualifiedMentionsTest {

    private static final LocalDate PUBLISHED = LocalDate.parse("2026-03-27");

    /** The words of a kind, each with its meaning: up, over. */
    private static List<String[]> words(String language, String kind) throws IOException {
        try (InputStream file = Objects.requireNonNull(PageReader.class.getResourceAsStream(language + ".words"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + " ") || line.startsWith(kind + ": "))
                    .flatMap(line -> Stream.of(
                                    line.substring(line.indexOf(": ") + 2).split(", "))
                            .map(word -> new String[] {
                                line.substring(Math.min(kind.length() + 1, line.indexOf(": ")), line.indexOf(": ")),
                                word
                            }))
                    .toList();
        }
    }

    private static List<Mention> read(String text) {
        return PageReader.withDefaults().read(text, PUBLISHED).mentions();
    }

    @ParameterizedTest
    @CsvSource({"zh, 2025年该市产值, '', 。", "en, 'In 2025, its sales ', ' ', ."})
    void qualifierBehindAWordOfGrowth_changesTheBoundOnly(String language, String before, String gap, String end)
            throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String[]> said = new ArrayList<>(words(language, "growth"));
        said.addAll(words(language, "share"));
        for (String[] growth : said) {
            String start = before + growth[1] + gap;
            List<Mention> plain = read(start + "12.3%" + end);
            if (growth[0].endsWith("to") || plain.size() != 1) {
                continue;
            }
            for (String[] qualifier : words(language, "qualifier")) {
                String text = start + qualifier[1] + gap + "12.3%" + end;
                List<Mention> qualified = read(text);
                boolean same = qualified.size() == 1
                        && qualified.get(0).kind() == plain.get(0).kind()
                        && qualified.get(0).value().compareTo(plain.get(0).value()) == 0
                        && qualified.get(0).qualifier().equals(qualifier[0]);
                // 升高至 and to climb up to say where it went; to take over is a verb
                boolean other = qualifier[1].equals("高至")
                        || qualifier[1].equals("up to")
                        || (qualifier[1].equals("over") && growth[1].startsWith("t"));
                if (!same && !other) {
                    wrong.add(text + " -> "
                            + qualified.stream()
                                    .map(mention -> mention.kind() + " " + mention.value() + " " + mention.qualifier())
                                    .toList()
                            + " and not " + plain.get(0).kind());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
