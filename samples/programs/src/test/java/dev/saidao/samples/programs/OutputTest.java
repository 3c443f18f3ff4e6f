package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where programs write, and what they say if they cannot. */
@Timeout(60)
class OutputTest {

    private static final String HEAD = "id,base,rate,years,end\n";

    @TempDir
    private Path folder;

    private Path cases;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void cases() throws IOException {
        // 10 grows at 10% for 2 years to 12.1; the last row has two blanks
        cases = Files.writeString(folder.resolve("cases.csv"), HEAD + "a,10,10%,2,\nb,10,,,\n");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void inputAndOutput_mayBeOneFile() throws IOException {
        assertThat(run("growth", cases.toString(), "--out", cases.toString())).isEqualTo(1);

        assertThat(cases).hasContent(HEAD + "a,10,10%,2,12.1\n");
        assertThat(names()).containsExactly("cases.csv");
    }

    @Test
    void fileWithTheNameOfAnOutputInTheMaking_isLeftAlone() throws IOException {
        Path part = Files.copy(cases, folder.resolve("result.csv.part"));

        assertThat(run(
                        "growth",
                        part.toString(),
                        "--out",
                        folder.resolve("result.csv").toString()))
                .isEqualTo(1);

        assertThat(part).hasSameTextualContentAs(cases);
        assertThat(folder.resolve("result.csv")).hasContent(HEAD + "a,10,10%,2,12.1\n");
    }

    @Test
    void missingFolder_isTold_beforeTheWork() {
        Path missing = folder.resolve("missing");

        assertThat(run(
                        "growth",
                        cases.toString(),
                        "--out",
                        missing.resolve("result.csv").toString()))
                .isEqualTo(2);

        assertThat(err).hasToString("Folder of the output must exist: " + missing + System.lineSeparator());
    }

    @Test
    void folderForAFile_isTold_inTheLanguageAskedFor() {
        assertThat(run("growth", cases.toString(), "--lang", "zh", "--out", folder.toString()))
                .isEqualTo(2);

        assertThat(err).hasToString("输出须为文件,而不是文件夹: " + folder + System.lineSeparator());
    }

    @Test
    void fileForAFolder_isTold_beforeTheWork() {
        assertThat(run("dossier", "--out", cases.toString())).isEqualTo(2);

        assertThat(err)
                .hasToString("Folder of the output must be a folder, not a file: " + cases + System.lineSeparator());
        assertThat(out).asString().isEmpty();
    }

    @Test
    void missingInput_isTold_andNothingIsWritten() throws IOException {
        Path missing = folder.resolve("missing.csv");
        Path result = Files.writeString(folder.resolve("result.csv"), "old");

        assertThat(run("growth", missing.toString(), "--lang", "zh", "--out", result.toString()))
                .isEqualTo(2);

        assertThat(err).hasToString("文件须存在: " + missing + System.lineSeparator());
        assertThat(result).hasContent("old");
        assertThat(names()).containsExactly("cases.csv", "result.csv");
    }

    @Test
    void fullDisk_isTold_andTheOlderFileStays() throws IOException {
        assumeThat(Files.exists(Path.of("/dev/full"))).isTrue();

        assertThat(run("growth", cases.toString(), "--out", "/dev/full")).isEqualTo(2);

        assertThat(err).asString().endsWith("Disk must have room for the output: /dev/full" + System.lineSeparator());
    }

    @Test
    void fullDisk_behindStandardOutput_isTold() throws Exception {
        assumeThat(Files.exists(Path.of("/dev/full"))).isTrue();
        Path messages = folder.resolve("messages");
        Process run = program("growth", cases.toString(), "--lang", "zh")
                .redirectOutput(new File("/dev/full"))
                .redirectError(messages.toFile())
                .start();

        assertThat(run.waitFor()).isEqualTo(2);
        assertThat(Files.readString(messages)).endsWith("磁盘须有空间写入输出: 标准输出\n").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"growth", "dossier"})
    void closedPipe_endsQuietly(String program) throws Exception {
        Path messages = folder.resolve("messages");
        // several times what a pipe holds
        Path many = Files.writeString(folder.resolve("many.csv"), HEAD + "a,10,10%,2,\n".repeat(20_000));
        Process run = (program.equals("growth") ? program(program, many.toString()) : program(program))
                .redirectError(messages.toFile())
                .start();
        try (BufferedReader reader = run.inputReader()) {
            assertThat(reader.readLine()).isNotNull();
        }

        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isZero();
        assertThat(messages).isEmptyFile();
    }

    @Test
    void auditPageInPlaceOfTheVerdicts_isRefused() {
        String result = folder.resolve("result").toString();

        assertThat(run("audit", cases.toString(), "--out", result, "--html", result))
                .isEqualTo(2);

        assertThat(err).asString().contains("--out and --html must be different files: " + result);
    }

    @Test
    void output_isUtf8InTheLocaleC() throws IOException, InterruptedException {
        Path table = Files.writeString(folder.resolve("t.csv"), "年份,产值(亿元)\n2023,12\n2024,13\n");
        ProcessBuilder program = program("table", table.toString());
        program.environment().put("LC_ALL", "C");
        Process process = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();

        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(written).contains("产值(亿元),2023,12,CNY,100000000");
    }

    @Test
    void argumentThatTheLocaleCannotSay_isRefusedWithTheWayOut() throws IOException, InterruptedException {
        assumeThat(File.separatorChar).isEqualTo('/');
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "exec \"$@\" \"$(printf '\\346\\225\\260').csv\"", "sh"));
        command.addAll(program("table").command());
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("LC_ALL", "C");
        Process process = program.start();

        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(Main.FAILED);
        assertThat(said).contains("run with LC_ALL=C.UTF-8");
    }

    private static ProcessBuilder program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
