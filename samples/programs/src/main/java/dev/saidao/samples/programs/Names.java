package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.samples.programs.page.Kit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What units and indicators are called on a page in each language, where a file says so. */
final class Names {

    @Option(
            names = "--names",
            paramLabel = "NAMES.csv",
            description = "what units and indicators are called on the page, columns code,name_en,name_zh")
    private @Nullable Path file;

    private final Map<String, Label> labels = new HashMap<>();

    /** Reads the file, if there is one, and returns how many rows were refused. */
    int read(Console console) throws IOException {
        if (file == null) {
            return 0;
        }
        CsvInput input = new CsvInput(file, console.err(), console.language(), List.of("code", "name_en", "name_zh"));
        return input.forEach(
                header -> {}, row -> labels.put(row.text("code"), Label.of(row.text("name_en"), row.text("name_zh"))));
    }

    /** The name of a code in the language of a page, else what it is called otherwise. */
    String of(String code, Kit kit, String otherwise) {
        return Optional.ofNullable(labels.get(code)).map(kit::in).orElse(otherwise);
    }
}
