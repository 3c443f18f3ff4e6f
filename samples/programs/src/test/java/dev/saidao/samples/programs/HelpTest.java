package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of each program is said in the language asked for. */
class HelpTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Three words of a sentence in a row; names of files, options and constants are none. */
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]+ [a-z]+ [a-z]+\\b");

    private static String help(String... words) {
        StringWriter out = new StringWriter();
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(out, true), words))
                .isZero();
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossier",
                "growth",
                "audit",
                "on-track",
                "talent",
                "index",
                "forecast",
                "fit",
                "parse",
                "table",
                "read"
            })
    void options_areInTheLanguage(String program) {
        for (String chinese : new String[] {
            help("--lang", "zh", program, "--help"),
            help(program, "--help", "--lang", "zh"),
            help(program, "--lang=zh", "--help")
        }) {
            assertThat(chinese).startsWith("用法:");
            assertThat(ENGLISH.matcher(chinese).results().map(found -> found.group()))
                    .as(chinese)
                    .isEmpty();
        }
        String english = help(program, "--help");
        assertThat(english).startsWith("Usage: saidao " + program);
        // words of pages are shown as they are
        assertThat(HAN.matcher(english).find()).as(english).isEqualTo(program.equals("read"));
    }

    @Test
    void programs_areToldInTheLanguage() {
        assertThat(help("--lang", "zh", "--help"))
                .startsWith("用法:")
                .contains("推演人才规划")
                .satisfies(chinese ->
                        assertThat(ENGLISH.matcher(chinese).find()).as(chinese).isFalse());
        assertThat(help("--help"))
                .startsWith("Usage: saidao")
                .satisfies(english -> assertThat(HAN.matcher(english).find()).isFalse());
    }
}
