package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as files, without a browser. */
class SamplePagesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.saidao.samples.programs.SamplePages#all")
    void page_isTheSameEachTime(List<String> program) throws IOException {
        Path first = SamplePages.of(program, "en");
        assertThat(Files.mismatch(first, SamplePages.write(program, "en", directory.resolve("again"))))
                .isEqualTo(-1);
    }
}
