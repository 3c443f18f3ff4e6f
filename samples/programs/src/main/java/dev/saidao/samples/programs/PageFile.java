package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputException;
import dev.saidao.core.file.OutputFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of programs that write a page beside their result. */
final class PageFile {

    @Option(names = "--html", paramLabel = "FILE", description = "where to write a page for the browser")
    private @Nullable Path file;

    /** Where the page goes, if there is to be one; looks at the place, so that nothing is computed that cannot be written. */
    Optional<OutputFile> file(Console console, ResultFile result) throws OutputException {
        Path page = file;
        if (page == null) {
            return Optional.empty();
        }
        if (result.path()
                .filter(other -> other.toAbsolutePath()
                        .normalize()
                        .equals(page.toAbsolutePath().normalize()))
                .isPresent()) {
            throw console.misuse("--out and --html must be different files: " + page);
        }
        return Optional.of(OutputFile.at(page));
    }
}
