package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ReadingVocabulary;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads pages: finds their figures, how they hang together, and which cannot be true together. */
@Command(
        name = "read",
        description = "Reads a page, finds its figures and audits them in place.",
        mixinStandardHelpOptions = true)
final class ReadProgram implements Callable<Integer> {

    @Parameters(
            descriptionKey = "input",
            arity = "1..*",
            paramLabel = "PAGE",
            description = ".txt, .md, .html or .pdf; - for standard input")
    private List<String> pages = List.of();

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description =
                    "day of publication, from which words such as 去年 or last year are counted; that of the page or today if absent")
    private @Nullable LocalDate published;

    @Option(
            names = "--words",
            paramLabel = "FILE",
            description = "further words, in lines such as 'indicator wafers: 晶圆, wafers'")
    private @Nullable Path words;

    @Option(names = "--out", paramLabel = "DIR", description = "where to write", required = true)
    private @Nullable Path out;

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        Map<String, String> names = names();
        ReadingVocabulary vocabulary = words == null
                ? ReadingVocabulary.withDefaults()
                : ReadingVocabulary.withDefaults().plus(Files.readString(words));
        PageReader reader = PageReader.withDefaults().with(vocabulary);
        int refused = 0;
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(pages.size(), Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<List<String>>> work = new ArrayList<>();
            for (String page : pages) {
                work.add(pool.submit(() -> read(reader, page, Objects.requireNonNull(names.get(page)))));
            }
            for (int i = 0; i < work.size(); i++) {
                refused += isDone(work.get(i), pages.get(i)) ? 0 : 1;
            }
        } finally {
            pool.shutdownNow();
        }
        return refused == 0 ? Main.DONE : refused == pages.size() ? Main.FAILED : Main.SOME_ROWS_REFUSED;
    }

    private boolean isDone(Future<List<String>> work, String page) {
        try {
            for (String sentence : work.get()) {
                console.out().println(pages.size() == 1 ? sentence : page + ": " + sentence);
            }
            return true;
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            err().println(page + ": "
                    + RuleTexts.label(said).in(console.language().locale()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The folder of each page: the output folder itself for one, a folder under it for each of several. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String page : pages) {
            String name =
                    page.equals("-") ? "page" : String.valueOf(Path.of(page).getFileName());
            int dot = name.lastIndexOf('.');
            String folder = dot > 0 ? name.substring(0, dot) : name;
            if (names.containsKey(page) || names.containsValue(folder)) {
                throw console.misuse("Pages must have names of their own: " + folder);
            }
            names.put(page, folder);
        }
        return names;
    }

    /** Writes all about a page, and returns what the headline of its report says. */
    private List<String> read(PageReader reader, String page, String name) throws IOException {
        PageText text = page.equals("-") ? PageText.of(System.in) : PageText.of(Path.of(page));
        LocalDate day =
                published != null ? published : text.published().orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
        PageReading reading = reader.read(text.text(), day);
        Path folder = Objects.requireNonNull(out);
        Page report = ReadingPage.of(reading, name, console.language().locale());
        write(pages.size() == 1 ? folder : folder.resolve(name), name, reading, report);
        if (published == null) {
            err().println(page + ": " + console.text("read as published on " + day, "按发布日期 " + day + " 读"));
        }
        return report.first().headline().stream().map(Body.Sentence::text).toList();
    }

    private void write(Path folder, String name, PageReading reading, Page report) throws IOException {
        ReadingTables tables = new ReadingTables(reading, console.language());
        OutputFile.in(folder, "text.txt").write(writer -> writer.write(reading.text()));
        OutputFile.in(folder, "figures.csv").write(tables::figures);
        OutputFile.in(folder, "relations.csv").write(tables::relations);
        OutputFile.in(folder, "left-out.csv").write(tables::leftOut);
        // a code has 100 characters at most, of which some take two places in a name
        String code = name.replaceAll("[^\\p{L}\\p{Nd}._-]", "_").replaceFirst("^(.{100}).+", "$1");
        String id = code.isEmpty() ? "page" : code;
        OutputFile.in(folder, "dossier.json")
                .write(writer -> writer.write(SaidaoJson.write(reading.toDossier(id, Label.same(name)))));
        OutputFile.in(folder, "index.html").write(report::writeTo);
    }

    private PrintWriter err() {
        return console.err();
    }
}
