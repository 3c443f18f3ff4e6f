package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.audit.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads sentences that were written and labelled for this; the files explain their form. */
class LabelledSentencesTest {

    /** A labelled sentence. */
    record Case(LocalDate published, String text, List<String> figures, List<String> relations) {

        @Override
        public String toString() {
            return text;
        }
    }

    static List<Case> chinese() throws IOException {
        return cases("zh.sentences");
    }

    static List<Case> english() throws IOException {
        return cases("en.sentences");
    }

    @ParameterizedTest
    @MethodSource({"chinese", "english"})
    void read_labelledSentence(Case labelled) {
        PageReading reading = PageReader.withDefaults().read(labelled.text(), labelled.published());

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(reading.mentions().stream()
                        .map(LabelledSentencesTest::shown)
                        .toList())
                .as("figures")
                .containsExactlyElementsOf(labelled.figures());
        List<String> found = new ArrayList<>(reading.relations().stream()
                .map(relation -> relation.kind() + ": " + outcome(relation))
                .toList());
        for (String relation : labelled.relations()) {
            softly.assertThat(found.remove(relation))
                    .as(relation + " in " + found)
                    .isTrue();
        }
        softly.assertThat(found).as("other relations").noneMatch(relation -> relation.endsWith("contradicts"));
        softly.assertAll();
    }

    private static String shown(Mention mention) {
        String value = plain(mention.value())
                + mention.valueTo().map(to -> ".." + plain(to)).orElse("");
        String qualifier = mention.qualifier().equals("none") ? "" : " | " + mention.qualifier();
        return (mention.text() + " | " + mention.kind().code() + " | " + value + " | " + mention.time() + qualifier)
                .strip();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String outcome(ProposedRelation relation) {
        if (relation.verdict() == Verdict.CONTRADICTS) {
            return "contradicts";
        }
        return relation.verdict() == Verdict.NOT_CHECKABLE ? "open" : "agrees";
    }

    private static List<Case> cases(String name) throws IOException {
        List<Case> cases = new ArrayList<>();
        LocalDate published = LocalDate.EPOCH;
        String text = "";
        List<String> figures = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(LabelledSentencesTest.class.getResourceAsStream(name))) {
            String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "\n@ 1970-01-01\n";
            for (String line : all.lines().toList()) {
                if (line.startsWith("@ ")) {
                    if (!text.isEmpty()) {
                        cases.add(new Case(published, text, figures, relations));
                    }
                    published = LocalDate.parse(line.substring(2));
                    text = "";
                    figures = new ArrayList<>();
                    relations = new ArrayList<>();
                } else if (line.startsWith("+ ")) {
                    if (!line.substring(2).isBlank()) {
                        figures.add(line.substring(2));
                    }
                } else if (line.startsWith("= ")) {
                    relations.add(line.substring(2));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    text = line.replace("\\n", "\n");
                }
            }
        }
        assertThat(cases).isNotEmpty();
        return cases;
    }
}
