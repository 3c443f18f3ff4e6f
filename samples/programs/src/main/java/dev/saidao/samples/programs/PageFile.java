package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputException;
import dev.saidao.core.file.OutputFile;
import dev.saidao.samples.programs.page.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of programs that write a page beside their result. */
final class PageFile {

    @Option(names = "--html", paramLabel = "FILE", description = "where to write a page for the browser.")
    private @Nullable Path file;

    /** Where the page goes, if there is to be one; looks at the place, so that nothing is computed that cannot be written. */
    Optional<OutputFile> file(Console console, Optional<Path> result) throws OutputException {
        Path page = file;
        if (page == null) {
            return Optional.empty();
        }
        if (result.filter(other -> other.toAbsolutePath()
                        .normalize()
                        .equals(page.toAbsolutePath().normalize()))
                .isPresent()) {
            throw console.misuse("--out and --html must be different files: " + page);
        }
        return Optional.of(OutputFile.at(page));
    }

    /**
     * Writes the page, and says on the terminal what its headline says: on standard output if the result went into a file, else on
     * standard error, so that the result stays as it is.
     */
    void write(OutputFile place, Page page, Console console, boolean isResultInFile) throws IOException {
        place.write(page::writeTo);
        PrintWriter terminal = isResultInFile ? console.out() : console.err();
        page.first().headline().forEach(sentence -> terminal.println(sentence.text()));
    }
}
