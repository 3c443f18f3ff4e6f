package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.convention.RuleTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of the readers is said in English and in Chinese. */
class RulesInBothLanguagesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/saidao/core");
    private static final String TEXT = "((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\",;])+?)";
    private static final Pattern LABEL =
            Pattern.compile("(?s)(?:Label\\.of|[^a-z.]error)\\(\\s*" + TEXT + ",\\s*" + TEXT + "[,)]");
    private static final Pattern RULE =
            Pattern.compile("(?s)(?:IllegalArgumentException|Require\\.that)\\([^\"]*\"((?:[^\"\\\\]|\\\\.)*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"text", "table"})
    void label_hasBoth(String folder) throws IOException {
        List<String> said = new ArrayList<>();
        for (String source : sources(folder)) {
            Matcher label = LABEL.matcher(source);
            while (label.find()) {
                boolean literal =
                        label.group(1).contains("\"") && label.group(2).contains("\"");
                if (literal && label.group(1).matches("(?s).*[A-Za-z]{3} [a-z]+.*")) {
                    said.add(label.group());
                    assertThat(label.group(2)).as(label.group()).matches("(?s).*[\\u4e00-\\u9fff].*");
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(10);
    }

    /** Rules without a Chinese text of their own have one among the rules of values. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "table"})
    void rule_isKnown(String folder) throws IOException {
        for (String source : sources(folder)) {
            Matcher rule = RULE.matcher(source);
            while (rule.find()) {
                String english = rule.group(1).replaceAll("%[sd]", "1");
                assertThat(RuleTexts.label(english.endsWith(": ") ? english + "1" : english)
                                .zh())
                        .as(english)
                        .matches("(?s).*[\\u4e00-\\u9fff].*");
            }
        }
    }

    /** What a printed number refuses reaches the reader of a wording. */
    @Test
    void rulesOfPrintedNumbers_areKnown() throws IOException {
        String source = Files.readString(SOURCES.resolve("figure/PrintedNumber.java"));
        Matcher rule = RULE.matcher(source);
        while (rule.find()) {
            String english = rule.group(1).replaceAll("%[sd]", "1");
            assertThat(RuleTexts.label(english.endsWith(": ") ? english + "1" : english)
                            .zh())
                    .as(english)
                    .matches("(?s).*[\\u4e00-\\u9fff].*");
        }
    }

    private static List<String> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
            List<String> sources = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }
}
