package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on consumers shows the lines that the consumers run. */
class ConsumersTest {

    private static final Path CONSUMERS = Path.of("..", "consumers");

    @Test
    void recipeForJackson2_isTheOneThatRuns_andTenLinesAtMost() throws IOException {
        Path project = CONSUMERS.resolve("src/frameworks/spring-boot-3-jackson-2");
        String source = Files.readString(project.resolve("src/main/java/consumer/SaidaoModules.java"));
        String recipe = source.substring(
                        source.indexOf("// recipe begin") + "// recipe begin".length(), source.indexOf("// recipe end"))
                .stripTrailing()
                .stripIndent()
                .strip();
        String property = Files.readString(project.resolve("pom.xml"))
                .lines()
                .filter(line -> line.contains("<jackson-bom.version>"))
                .findFirst()
                .orElseThrow()
                .strip();

        assertThat(recipe.lines().count() + 1).isLessThanOrEqualTo(10);
        assertThat(Files.readString(CONSUMERS.resolve("README.md")))
                .contains("```java\n" + recipe + "\n```")
                .contains("```xml\n" + property + "\n```");
    }

    @Test
    void ci_runsTheConsumers() throws IOException {
        String command = "mvn -Pconsumers verify -DskipTests -pl samples/consumers -am";

        assertThat(Files.readString(CONSUMERS.resolve("README.md"))).contains("```sh\n" + command + "\n```");
        assertThat(Files.readString(Path.of("..", "..", ".ci", "run"))).contains(command);
    }
}
