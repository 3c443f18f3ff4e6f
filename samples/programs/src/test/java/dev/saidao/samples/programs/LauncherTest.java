package dev.saidao.samples.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts programs, with something that only says how it was called in the place of Java. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    private Path folder;

    private Path cache;

    @BeforeEach
    void setUp() throws IOException {
        cache = folder.resolve("a cache");
        Files.copy(Path.of("saidao"), folder.resolve("saidao"));
        Files.writeString(folder.resolve("saidao.jar"), "jar");
        Files.createDirectory(folder.resolve("bin"));
        Files.writeString(folder.resolve("bin/java"), """
                #!/bin/sh
                for argument; do
                    printf '%s\\n' "$argument"
                    case $argument in -XX:ArchiveClassesAtExit=*) echo kept > "${argument#*=}" ;; esac
                done
                exit 7
                """);
        for (String script : List.of("saidao", "bin/java")) {
            assertThat(folder.resolve(script).toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void classesAreKeptInTheFirstRunAndUsedFromThenOn() throws Exception {
        assertThat(run("dossier")).anyMatch(argument -> argument.startsWith("-XX:ArchiveClassesAtExit="));
        Path kept = kept().get(0);

        assertThat(run("dossier")).contains("-XX:SharedArchiveFile=" + kept);
        assertThat(kept()).containsExactly(kept);
    }

    @Test
    void anotherJarHasItsOwn() throws Exception {
        run("dossier");
        run("audit");
        List<Path> before = kept();
        Files.writeString(folder.resolve("saidao.jar"), "another jar");

        run("dossier");

        assertThat(kept()).hasSize(2).doesNotContain(before.get(1)).contains(before.get(0));
    }

    @Test
    void argumentsAndStatusPassThrough() throws Exception {
        for (int time = 0; time < 2; time++) {
            assertThat(run("audit", "a file.csv", "*", "--out=a b", ""))
                    .endsWith(
                            "-jar",
                            folder.resolve("saidao.jar").toString(),
                            "audit",
                            "a file.csv",
                            "*",
                            "--out=a b",
                            "");
        }
    }

    @Test
    void nothingIsKeptOfCallsWithoutProgram() throws Exception {
        assertThat(run("--help"))
                .containsExactly("-jar", folder.resolve("saidao.jar").toString(), "--help");
        assertThat(run()).containsExactly("-jar", folder.resolve("saidao.jar").toString());
        assertThat(cache).doesNotExist();
    }

    @Test
    void whereNothingCanBeKeptProgramsRun() throws Exception {
        Files.writeString(cache, "a file in the place of the folder");

        assertThat(run("fit", "x"))
                .containsExactly(
                        "-XX:+UseSerialGC", "-jar", folder.resolve("saidao.jar").toString(), "fit", "x");
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.sorted().toList();
        }
    }

    /** How Java was called. */
    private List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("saidao").toString()));
        command.addAll(List.of(arguments));
        Path printed = folder.resolve("printed");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().put("JAVA_HOME", folder.toString());
        builder.environment().put("SAIDAO_CACHE", cache.toString());
        assertThat(builder.start().waitFor()).isEqualTo(7);
        return Files.readAllLines(printed, UTF_8);
    }
}
