package dev.saidao.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are interrupted or killed while they write. */
@Timeout(120)
class InterruptedOutputTest {

    private static final int LINES = 200_000;

    @TempDir
    private Path folder;

    /** Writes a file again and again, in each round of lines of another number. */
    static final class Run {

        private Run() {}

        /** The program: takes the file. */
        public static void main(String[] arguments) throws IOException {
            for (int round = 0; ; round++) {
                String line = round + "\n";
                OutputFile.at(Path.of(arguments[0])).write(writer -> {
                    for (int i = 0; i < LINES; i++) {
                        writer.write(line);
                    }
                });
            }
        }
    }

    @Test
    void interrupted_leavesAWholeFileAndNothingElse() throws Exception {
        for (int delay : List.of(0, 7, 23)) {
            Path file = endedWhileWriting(delay, false);

            assertWhole(file);
            assertThat(names()).containsExactly("scores.csv");
        }
    }

    @Test
    void killed_leavesAWholeFile() throws Exception {
        for (int delay : List.of(0, 11)) {
            assertWhole(endedWhileWriting(delay, true));
        }
    }

    private Path endedWhileWriting(int delay, boolean killed) throws Exception {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, "old\n".repeat(LINES));
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        try {
            while (names().size() == 1 && run.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.sleep(delay);
        } finally {
            if (killed) {
                run.destroyForcibly();
            } else {
                run.destroy();
            }
        }
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return file;
    }

    private static void assertWhole(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(LINES);
        assertThat(Set.copyOf(lines)).hasSize(1);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
