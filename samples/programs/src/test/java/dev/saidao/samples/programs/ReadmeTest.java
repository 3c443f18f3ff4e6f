package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The READMEs say what is so. */
class ReadmeTest {

    private static final Path TOP = Path.of("..", "..");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void readme_hasTheLinesThatCompile_andWhatTheyPrint(String readme) throws IOException {
        String text = Files.readString(TOP.resolve(readme));
        String source = Files.readString(Path.of("src/main/java/dev/saidao/samples/programs/FirstSteps.java"));
        String lines = source.substring(
                        source.indexOf("// README begin") + "// README begin".length(), source.indexOf("// README end"))
                .stripTrailing()
                .stripIndent()
                .strip();

        assertThat(text).contains("```java\n" + lines + "\n```");
        assertThat(text).contains("```text\n" + FirstSteps.run() + "```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void readme_leadsFromASentenceToAVerdict(String readme) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/saidao/samples/programs/FirstReading.java"));
        String lines = source.substring(
                        source.indexOf("// README begin") + "// README begin".length(), source.indexOf("// README end"))
                .stripTrailing()
                .stripIndent()
                .strip();

        assertThat(Files.readString(TOP.resolve(readme)))
                .contains("```java\n" + lines + "\n```")
                .contains("```text\n" + FirstReading.run() + "```");
    }

    @Test
    void ci_runsTheTestCommandOfTheReadme() throws IOException {
        String command = Files.readString(TOP.resolve(".ci/run")).lines().reduce("", (first, second) -> second);

        assertThat(command).isEqualTo("mvn");
        assertThat(Files.readString(TOP.resolve("README.md"))).contains("```sh\n" + command + "\n```");
        assertThat(Files.readString(TOP.resolve("README.zh.md"))).contains("```sh\n" + command + "\n```");
    }
}
