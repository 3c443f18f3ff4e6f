package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.policy.target.Target;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every jar carries its licence, and the notice names all that the programs' jar contains. */
class NoticeTest {

    private static final Path TOP = Path.of("..", "..");

    /** Jars of the tests, and of the tools that run them. */
    private static final Pattern OF_TESTS = Pattern.compile(
            "(?:annotations|apiguardian|archunit|assertj|auto-service|axe-core|byte-buddy|common-java|error_prone|failureaccess"
                    + "|guava|j2objc|jacoco|jqwik|junit|listenablefuture|opentelemetry|opentest4j|selenium|slf4j|surefire|value-annotations|org\\.jacoco).*");

    private static final Map<String, String> FAMILIES = Map.of(
            "commons-numbers", "Apache Commons Numbers",
            "commons-rng", "Apache Commons RNG",
            "commons-statistics", "Apache Commons Statistics",
            "commons-logging", "Apache Commons Logging",
            "commons-compress", "Apache Commons Compress",
            "commons-io", "Apache Commons IO",
            "commons-codec", "Apache Commons Codec",
            "commons-lang3", "Apache Commons Lang");

    @Test
    void notice_namesAllThatIsThereAtRunTime() throws IOException {
        String notice = Files.readString(TOP.resolve("NOTICE")).replaceAll("\\s+", " ");
        List<String> artifacts = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(place -> Path.of(place).getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.startsWith("saidao"))
                .filter(name -> !OF_TESTS.matcher(name).matches())
                .toList();

        assertThat(artifacts).hasSizeGreaterThan(30).allSatisfy(jar -> {
            Matcher parts = Pattern.compile("(.+?)-[0-9].*").matcher(jar);
            assertThat(parts.matches()).as(jar).isTrue();
            String artifact = parts.group(1);
            String name = FAMILIES.entrySet().stream()
                    .filter(family -> artifact.startsWith(family.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(artifact);
            assertThat(notice).as(jar).containsIgnoringCase(name);
        });
    }

    @Test
    void modules_carryLicenceAndNotice() throws IOException {
        for (Class<?> member : List.of(GrowthCalculator.class, AnnualSeries.class, Target.class)) {
            for (String name : List.of("LICENSE", "NOTICE")) {
                URL home = member.getProtectionDomain().getCodeSource().getLocation();
                // classes in a build of some modules, a jar in one of all
                URL found = home.getPath().endsWith(".jar")
                        ? new URL("jar:" + home + "!/META-INF/" + name)
                        : new URL(home, "META-INF/" + name);
                try (InputStream stream = found.openStream()) {
                    assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                            .as("%s of %s", name, member)
                            .isEqualTo(Files.readString(TOP.resolve(name)));
                }
            }
        }
    }
}
