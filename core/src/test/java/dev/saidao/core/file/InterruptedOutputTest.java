package dev.saidao.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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

    /** A few moments in each build; {@code -Dsaidao.kills=100} for a campaign. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void killed_leavesAWholeFile() throws Exception {
        Random moments = new Random();
        for (int kill = 0; kill < Integer.getInteger("saidao.kills", 2); kill++) {
            assertWhole(endedWhileWriting(moments.nextInt(60), true));
            // what a killed run leaves beside is named as its own
            assertThat(names()).allMatch(name -> name.equals("scores.csv") || name.matches("\\.saidao-.*\\.tmp"));
            for (String name : names()) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    /** Two runs that write one file are killed together. */
    @Test
    void twoRuns_killed_leaveAWholeFile() throws Exception {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, "old\n".repeat(LINES));
        Process one = run(file);
        Process other = run(file);
        try {
            while (names().size() < 3 && one.isAlive() && other.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.sleep(50);
        } finally {
            one.destroyForcibly();
            other.destroyForcibly();
        }
        assertThat(one.waitFor(60, TimeUnit.SECONDS) && other.waitFor(60, TimeUnit.SECONDS))
                .isTrue();

        assertWhole(file);
    }

    /** A disk that has no room for the new file: the older one stays, and nothing else. Only where a file system can be mounted. */
    @Test
    void fullDisk_leavesTheOlderFile() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "no file system can be mounted");
        try {
            Path file = Files.writeString(disk.resolve("scores.csv"), "old\n");

            assertThatThrownBy(() -> OutputFile.at(file).write(writer -> {
                        for (int i = 0; i < LINES; i++) {
                            writer.write("0123456789\n");
                        }
                    }))
                    .isInstanceOfSatisfying(
                            OutputException.class, e -> assertThat(e.problem()).isEqualTo(OutputProblem.NO_SPACE));

            assertThat(file).hasContent("old\n");
            try (Stream<Path> files = Files.list(disk)) {
                assertThat(files).containsExactly(file);
            }
        } finally {
            succeeds("umount", disk.toString());
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    private static Process run(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
    }

    private Path endedWhileWriting(int delay, boolean killed) throws Exception {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, "old\n".repeat(LINES));
        Process run = run(file);
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
