package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The pages that the programs write of the sample files, each written once. */
final class SamplePages {

    static final Path DATA = Path.of("..", "..", "samples", "data");

    private static final Path DIRECTORY = temporary();
    private static final Map<String, Path> WRITTEN = new ConcurrentHashMap<>();

    private SamplePages() {}

    /** The programs that write a page, each with its arguments but for where the page goes. */
    static Stream<List<String>> all() {
        String figures = DATA.resolve("figures.csv").toString();
        String relations = DATA.resolve("relations.csv").toString();
        return Stream.of(
                List.of("dossier"),
                List.of("audit", DATA.resolve("claims.csv").toString()),
                List.of("audit", "--figures", figures, "--relations", relations),
                List.of("on-track", DATA.resolve("indicators.csv").toString(), "--scheme", "eurostat"),
                index("--names", DATA.resolve("technology-names.csv").toString()),
                List.of("talent", DATA.resolve("plan.json").toString(), "--loss-range", "city=1%:4%"),
                List.of("fit", DATA.resolve("population.csv").toString(), "--curve", "logistic,gompertz,exponential"),
                List.of("growth", DATA.resolve("cases.csv").toString()),
                List.of("read", DATA.resolve("page-zh.md").toString(), "--published", "2026-03-27"),
                List.of(
                        "forecast",
                        DATA.resolve("series.csv").toString(),
                        "--horizon",
                        "5",
                        "--names",
                        DATA.resolve("series-names.csv").toString()));
    }

    private static List<String> index(String... more) {
        List<String> command = new ArrayList<>(List.of("index"));
        List.of("data.csv", "meta.csv", "recipe.json", "robustness.json").forEach(file -> {
            command.add("--" + file.replaceFirst("\\..*", ""));
            command.add(DATA.resolve("technology-" + file).toString());
        });
        command.addAll(List.of("--out", DIRECTORY.resolve("index").toString()));
        command.addAll(List.of(more));
        return command;
    }

    /** {@return the name of a program's page, short enough for a file} */
    static String name(List<String> program) {
        return program.get(0) + (program.contains("--figures") ? "-figures" : "");
    }

    /** {@return the page of one of these programs in a language, written if it was not yet} */
    static Path of(List<String> program, String language) {
        return WRITTEN.computeIfAbsent(
                name(program) + "-" + language, key -> write(program, language, DIRECTORY.resolve(key)));
    }

    /** Runs a program that has its files, and finds its page below a place that is not there yet. */
    static Path write(List<String> program, String language, Path place) {
        return write(program, language, place, new StringWriter());
    }

    /** The same, with what is said on the terminal. */
    static Path write(List<String> program, String language, Path place, StringWriter said) {
        boolean isFolder = List.of("dossier", "read").contains(program.get(0));
        Path page = isFolder ? place.resolve("index.html") : place.resolveSibling(place.getFileName() + ".html");
        PrintWriter terminal = new PrintWriter(said, true);
        String[] arguments = Stream.concat(
                        program.stream(),
                        Stream.of(
                                isFolder ? "--out" : "--html",
                                String.valueOf(isFolder ? place : page),
                                "--lang",
                                language))
                .toArray(String[]::new);
        assertThat(Main.run(terminal, terminal, arguments)).as(said.toString()).isZero();
        return page;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
