package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The READMEs say what is so. */
class ReadmeTest {

    private static final Path TOP = Path.of("..", "..");

    private static final Pattern REGION = Pattern.compile("// begin (\\w+)\n(.*?)\n *// end", Pattern.DOTALL);

    /** What each region of the examples gives. */
    private static String given(String name) throws IOException {
        return switch (name) {
            case "base" -> Examples.base();
            case "page" -> Examples.page();
            case "claim" -> Examples.claim();
            case "path" -> Examples.path();
            case "talent" -> Examples.talent();
            case "forecast" -> Examples.forecast();
            case "rate" -> Examples.rate();
            case "progress" -> Examples.progress();
            case "index" -> Examples.index(TOP.resolve("samples/data"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Map<String, String> regions() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/saidao/samples/programs/Examples.java"));
        Map<String, String> regions = new LinkedHashMap<>();
        Matcher matcher = REGION.matcher(source);
        while (matcher.find()) {
            regions.put(matcher.group(1), matcher.group(2).stripIndent().strip());
        }
        return regions;
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, page",
        "README.md, claim",
        "README.md, path",
        "README.md, talent",
        "README.md, forecast",
        "README.zh.md, page",
        "README.zh.md, claim",
        "README.zh.md, path",
        "README.zh.md, talent",
        "README.zh.md, forecast",
        "core/README.md, rate",
        "core/README.md, base",
        "policy/README.md, progress",
        "policy/README.md, index"
    })
    void readme_hasTheLinesThatCompile_andWhatTheyGive(String readme, String name) throws IOException {
        assertThat(Files.readString(TOP.resolve(readme)))
                .contains("```java\n" + regions().get(name) + "\n```")
                .contains("```text\n" + given(name).strip() + "\n```");
    }

    /** Lines of code that an embedder writes, as the formatter breaks them. */
    @ParameterizedTest
    @CsvSource({
        "rate, 3",
        "base, 6",
        "claim, 8",
        "path, 6",
        "progress, 6",
        "index, 6",
        "forecast, 6",
        "page, 10",
        "talent, 10"
    })
    void example_isShort(String name, int most) throws IOException {
        String lines = Objects.requireNonNull(regions().get(name));
        assertThat(lines.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(most);
    }

    /** Two screens of an editor: problem, dependency, examples; all else is a link away. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void readme_isShort(String readme) throws IOException {
        assertThat(Files.readAllLines(TOP.resolve(readme))).hasSizeLessThan(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void programs_standInTheirTableWithAllOptions(String readme) throws IOException {
        String page = Files.readString(TOP.resolve("samples").resolve(readme));
        List<String> programs = found("(?m)^  ([a-z-]+) ", help().split("Commands:")[1]);

        assertThat(programs).hasSize(11);
        for (String program : programs) {
            String rows = page.lines()
                    .filter(line -> line.startsWith("| `" + program + " "))
                    .collect(Collectors.joining());
            List<String> options = found("(?m)^ +(?:-\\w, )?(--[a-z-]+)", help(program));
            options.removeAll(List.of("--help", "--version", "--lang"));
            assertThat(options)
                    .as(program)
                    .allSatisfy(option -> assertThat(rows).containsPattern(option + "\\b"));
            assertThat(found("(--[a-z-]+)", rows)).as(program).isSubsetOf(options);
        }
    }

    private static String help(String... program) {
        StringWriter out = new StringWriter();
        String[] arguments =
                Stream.concat(Stream.of(program), Stream.of("--help")).toArray(String[]::new);
        Main.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return out.toString();
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void ci_runsTheTestCommandOfTheReadme() throws IOException {
        String command = Files.readString(TOP.resolve(".ci/run")).lines().reduce("", (first, second) -> second);

        assertThat(command).isEqualTo("mvn");
        assertThat(Files.readString(TOP.resolve("README.md"))).contains("```sh\n" + command + "\n```");
        assertThat(Files.readString(TOP.resolve("README.zh.md"))).contains("```sh\n" + command + "\n```");
    }
}
