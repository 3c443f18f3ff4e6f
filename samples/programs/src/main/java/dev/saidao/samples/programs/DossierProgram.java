package dev.saidao.samples.programs;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.Source;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job: what a dossier says, and what follows from it. */
@Command(
        name = "dossier",
        description = "Prints the figures of a dossier and what follows from them.",
        mixinStandardHelpOptions = true)
final class DossierProgram implements Callable<Integer> {

    private static final String TEXT = "text.html";

    @Parameters(
            descriptionKey = "input",
            arity = "0..1",
            paramLabel = "FILE.json",
            description = "a dossier, or a dossier.json written before; the newest embedded one if absent")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where to write dossier.json, figures.csv and index.html")
    private @Nullable Path out;

    @Option(
            names = "--text",
            paramLabel = "PAGE",
            description =
                    "the page that the figures were taken from: .txt, .md, .html or .pdf; the figures lead to their places in it")
    private @Nullable Path page;

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        if (page != null && out == null) {
            throw console.misuse("A text needs a place to write to: give --out");
        }
        List<OutputFile> files = outputs();
        DossierReport report = DossierReport.of(dossier(), ReadingConvention.withDefaults());
        PrintWriter terminal = console.out();
        // first the files: where they cannot be written, nothing is said
        if (!files.isEmpty()) {
            DossierJson json = DossierJson.of(report);
            files.get(0).write(writer -> writer.write(SaidaoJson.write(json)));
            files.get(1).write(writer -> new FiguresTable(report).writeTo(writer));
            Map<String, String> links = files.size() > 3 ? writeText(report, files.get(3)) : Map.of();
            files.get(2)
                    .write(writer -> DossierPage.of(
                                    report, links, console.language().locale())
                            .writeTo(writer));
        }
        new DossierTables(report, console.language(), terminal).print();
        if (!files.isEmpty()) {
            terminal.println(text("Written: ", "已写出:")
                    + files.stream().map(file -> file.path().toString()).collect(Collectors.joining(", ")));
        }
        return Main.DONE;
    }

    /** Writes the text with its figures marked, and returns where each figure of the dossier stands in it. */
    private Map<String, String> writeText(DossierReport report, OutputFile file) throws IOException {
        Path text = Objects.requireNonNull(page);
        LocalDate published = report.dossier().sources().stream()
                .map(Source::published)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        PageReading reading = PageReader.withDefaults().read(PageText.of(text).text(), published);
        String name = String.valueOf(text.getFileName());
        file.write(writer ->
                ReadingPage.of(reading, name, console.language().locale()).writeTo(writer));
        return FigurePlaces.of(report.dossier(), reading).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> TEXT + "#" + place.getValue()));
    }

    private List<OutputFile> outputs() throws IOException {
        List<OutputFile> files = new ArrayList<>();
        if (out != null) {
            for (String name : List.of("dossier.json", "figures.csv", "index.html")) {
                files.add(OutputFile.in(out, name));
            }
            if (page != null) {
                files.add(OutputFile.in(out, TEXT));
            }
        }
        return files;
    }

    private Dossier dossier() throws IOException {
        if (file == null) {
            return Dossiers.latest();
        }
        return isReport(file) ? JsonInput.read(file, DossierJson.class).dossier() : JsonInput.read(file, Dossier.class);
    }

    /** Whether a file is what this program wrote before; such a file says so at its beginning. */
    private static boolean isReport(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(200), StandardCharsets.UTF_8).contains('"' + DossierJson.FORMAT + '"');
        }
    }

    private String text(String en, String zh) {
        return console.text(en, zh);
    }
}
