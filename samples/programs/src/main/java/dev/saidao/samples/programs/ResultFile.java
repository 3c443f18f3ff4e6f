package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of programs with one result: the file to write. */
final class ResultFile {

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; standard output if absent")
    private @Nullable Path file;

    Optional<Path> path() {
        return Optional.ofNullable(file);
    }

    /** Where the result goes; looks at the place of the file, so that nothing is computed that cannot be written. */
    Output output(Console console) throws OutputException {
        return Output.of(file, console.out());
    }
}
