package dev.saidao.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutputFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("scores.csv");
    }

    @Test
    void write_newFile_isThereWhole() throws IOException {
        OutputFile.at(file).write(writer -> writer.write("赛道,1\n"));

        assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent("赛道,1\n");
        assertThat(names()).containsExactly("scores.csv");
    }

    @Test
    void write_whatThePermissionsOfNewFilesAre_isAsForAnyOther() throws IOException {
        assumePosix();
        OutputFile.at(file).write(writer -> writer.write("new"));

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(Files.writeString(folder.resolve("other"), "x")));
    }

    @Test
    void write_olderFile_canBeReadUntilTheNewOneIsWhole() throws IOException {
        Files.writeString(file, "old");

        OutputFile.at(file).write(writer -> {
            writer.write("new, after ");
            writer.flush();
            writer.write(Files.readString(file));
        });

        assertThat(file).hasContent("new, after old");
    }

    @Test
    void write_contentFails_olderFileStays() throws IOException {
        Files.writeString(file, "old");

        assertThatThrownBy(() -> OutputFile.at(file).write(writer -> {
                    writer.write("half");
                    writer.flush();
                    throw new NoSuchFileException("input.csv");
                }))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("input.csv");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("scores.csv");
    }

    @Test
    void write_filesThatLookLikeItsOwn_areLeftAlone() throws IOException {
        Files.writeString(folder.resolve("scores.csv.part"), "an input");
        Files.writeString(folder.resolve("scores.csv.tmp"), "another");

        OutputFile.at(file).write(writer -> writer.write("new"));

        assertThat(folder.resolve("scores.csv.part")).hasContent("an input");
        assertThat(folder.resolve("scores.csv.tmp")).hasContent("another");
    }

    @Test
    void write_permissions_areKept() throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

            OutputFile.at(file).write(writer -> {
                try (Stream<Path> files = Files.list(folder)) {
                    // while it is written it is not open to more people than the older one
                    Path beside =
                            files.filter(path -> !path.equals(file)).findFirst().orElseThrow();
                    assertThat(PosixFilePermissions.fromString(permissions))
                            .containsAll(Files.getPosixFilePermissions(beside));
                }
                writer.write("new");
            });

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    void write_throughLinks_replacesTheTarget() throws IOException {
        Path target =
                Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("target.csv"), "old");
        Path middle = Files.createSymbolicLink(folder.resolve("middle"), Path.of("deep", "target.csv"));
        Files.createSymbolicLink(file, middle);

        OutputFile.at(file).write(writer -> writer.write("new"));

        assertThat(file).isSymbolicLink().hasContent("new");
        assertThat(middle).isSymbolicLink();
        assertThat(target).isRegularFile().hasContent("new");
        assertThat(names()).containsExactly("deep", "middle", "scores.csv");
    }

    @Test
    void write_throughALinkToNothing_makesTheTarget() throws IOException {
        Files.createSymbolicLink(file, Path.of("target.csv"));

        OutputFile.at(file).write(writer -> writer.write("new"));

        assertThat(file).isSymbolicLink();
        assertThat(folder.resolve("target.csv")).hasContent("new");
    }

    @Test
    void at_linksInACircle_throws() throws IOException {
        Files.createSymbolicLink(file, Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("scores.csv"));

        assertProblem(file, OutputProblem.LINKS_IN_A_CIRCLE, file);
    }

    @Test
    void at_folder_throws() {
        assertProblem(folder, OutputProblem.IS_FOLDER, folder);
        assertProblem(Path.of("/"), OutputProblem.IS_FOLDER, Path.of("/"));
        assertThatThrownBy(() -> OutputFile.at(folder)).hasMessage("Output must be a file, not a folder: " + folder);
    }

    @Test
    void at_missingFolder_throws_inTheLanguageOfTheReader() {
        OutputException failure = catchThrowableOfType(
                OutputException.class,
                () -> OutputFile.at(folder.resolve("missing").resolve("scores.csv")));

        assertThat(failure.message(Locale.ENGLISH))
                .isEqualTo("Folder of the output must exist: " + folder.resolve("missing"));
        assertThat(failure.message(Locale.CHINA)).isEqualTo("输出所在的文件夹须存在: " + folder.resolve("missing"));
    }

    @Test
    void at_fileInPlaceOfTheFolder_throws() throws IOException {
        Files.writeString(file, "old");

        assertProblem(file.resolve("a.csv"), OutputProblem.IS_FILE, file);
    }

    @Test
    void at_folderThatTakesNoFiles_throws() {
        // of another user, or read-only even for the administrator
        Path closed = Path.of("/sys");
        assumeThat(Files.isDirectory(closed) && !Files.isWritable(closed)).isTrue();

        assertProblem(closed.resolve("scores.csv"), OutputProblem.FOLDER_NOT_WRITABLE, closed);
        OutputException failure =
                catchThrowableOfType(OutputException.class, () -> OutputFile.in(closed.resolve("a/b"), "scores.csv"));
        assertThat(failure.problem()).isEqualTo(OutputProblem.FOLDER_NOT_WRITABLE);
    }

    @Test
    void at_fileThatMayNotBeChanged_throws() throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(file)).as("the administrator may").isFalse();

        assertProblem(file, OutputProblem.FILE_NOT_WRITABLE, file);
    }

    @Test
    void in_folderThatIsNotThere_isMadeWhenTheFileIsWritten() throws IOException {
        Path deep = folder.resolve("a/b");
        OutputFile output = OutputFile.in(deep, "scores.csv");
        assertThat(deep).doesNotExist();

        output.write(writer -> writer.write("new"));

        assertThat(deep.resolve("scores.csv")).hasContent("new");
        assertThat(output.path()).isEqualTo(deep.resolve("scores.csv"));
    }

    @Test
    void in_fileInPlaceOfTheFolder_throws() throws IOException {
        Files.writeString(file, "old");

        assertThatThrownBy(() -> OutputFile.in(file, "a.csv"))
                .hasMessage("Folder of the output must be a folder, not a file: " + file);
        assertThatThrownBy(() -> OutputFile.in(file.resolve("deeper"), "a.csv")).isInstanceOf(OutputException.class);
    }

    @Test
    void write_twoRunsAtOnce_oneWinsWhole() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                CyclicBarrier both = new CyclicBarrier(2);
                List<Future<Void>> ends =
                        List.of(runs.submit(() -> lines(both, "a")), runs.submit(() -> lines(both, "b")));
                for (Future<Void> end : ends) {
                    end.get(30, TimeUnit.SECONDS);
                }
                List<String> lines = Files.readAllLines(file);
                assertThat(lines).hasSize(10_000);
                assertThat(Set.copyOf(lines)).hasSize(1);
            }
        } finally {
            runs.shutdownNow();
        }
        assertThat(names()).containsExactly("scores.csv");
    }

    private Void lines(CyclicBarrier both, String line) throws Exception {
        OutputFile.at(file).write(writer -> {
            for (int i = 0; i < 10_000; i++) {
                if (i == 5_000) {
                    await(both);
                }
                writer.write(line + "\n");
            }
        });
        return null;
    }

    private static void await(CyclicBarrier both) throws IOException {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Test
    void write_fullDevice_saysSo() {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).isTrue();

        assertThatThrownBy(() -> OutputFile.at(full).write(writer -> writer.write("new")))
                .hasMessage("Disk must have room for the output: /dev/full");
    }

    @Test
    void write_device_isWrittenToAndNotReplaced() throws IOException {
        Path nothing = Path.of("/dev/null");
        assumeThat(Files.exists(nothing)).isTrue();

        OutputFile.at(nothing).write(writer -> writer.write("new"));

        assertThat(Files.isRegularFile(nothing)).isFalse();
    }

    @Test
    void write_pipe_isWrittenToAndNotReplaced() throws Exception {
        Path pipe = pipe();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<String> read = reader.submit(() -> Files.readString(pipe));

            OutputFile.at(pipe).write(writer -> writer.write("new"));

            assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("new");
        } finally {
            reader.shutdownNow();
        }
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void write_pipeWhoseReaderLeaves_saysThatItIsClosed() throws Exception {
        Path pipe = pipe();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> read = reader.submit(() -> {
                try (InputStream stream = Files.newInputStream(pipe)) {
                    return stream.read();
                }
            });
            OutputException failure = catchThrowableOfType(
                    OutputException.class, () -> OutputFile.at(pipe).write(OutputFileTest::endless));

            assertThat(failure.problem()).isEqualTo(OutputProblem.PIPE_CLOSED);
            assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo((int) 'l');
        } finally {
            reader.shutdownNow();
        }
    }

    private static void endless(Writer writer) throws IOException {
        while (true) {
            writer.write("line\n");
        }
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        try {
            int status = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            assumeThat(status).isZero();
        } catch (IOException e) {
            assumeThat(e).as("there are no named pipes here").isNull();
        }
        return pipe;
    }

    private void assertProblem(Path output, OutputProblem problem, Path about) {
        OutputException failure = catchThrowableOfType(OutputException.class, () -> OutputFile.at(output));
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.file()).isEqualTo(about.toString());
    }

    private void assumePosix() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
