package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of {@code samples/data/README.md} run, each file has one, and the examples show what the page says they do. */
class SampleDataTest {

    private static final Path TOP = Path.of("..", "..");
    private static final Path DATA = TOP.resolve("samples/data");
    private static final String BEGIN = "java -jar samples/programs/target/saidao.jar ";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<String> commands() throws IOException {
        Set<String> commands = new LinkedHashSet<>();
        for (String text : List.of("data/README.md", "README.md", "README.zh.md")) {
            try (Stream<String> lines = Files.lines(TOP.resolve("samples").resolve(text))) {
                lines.filter(line -> line.startsWith(BEGIN))
                        .map(line -> line.substring(BEGIN.length()).replace(" --lang zh", ""))
                        .filter(line -> !line.contains("target/classpath"))
                        .forEach(commands::add);
            }
        }
        return List.copyOf(commands);
    }

    /** Runs a command as if from the top of the repository, but writes into a folder of the test. */
    private int run(String command, String... more) {
        List<String> arguments = new ArrayList<>();
        String before = "";
        for (String word : command.split(" ")) {
            if (before.equals("--out") || before.equals("--html")) {
                arguments.add(directory.resolve(word).toString());
            } else {
                arguments.add(word.startsWith("samples/") ? TOP.resolve(word).toString() : word);
            }
            before = word;
        }
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private String printed(String program) throws IOException {
        String command = commands().stream()
                .filter(line -> line.startsWith(program))
                .findFirst()
                .orElseThrow();
        assertThat(run(command)).as(command + ": " + err).isZero();
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_runsInBothLanguages_andRefusesNothing(String command) {
        assertThat(run(command)).as(command + ": " + err).isZero();
        assertThat(run(command, "--lang", "zh")).as(command + ": " + err).isZero();
        assertThat(err.toString()).doesNotContain("refused", "未处理");
    }

    @Test
    void documents_fitTheirSchemas() throws IOException {
        assertThat(Schemas.faults("talent-plan-1", Files.readString(DATA.resolve("plan.json"))))
                .isEmpty();
        assertThat(Schemas.faults("index-recipe-1", Files.readString(DATA.resolve("technology-recipe.json"))))
                .isEmpty();
        assertThat(Schemas.faults("robustness-plan-1", Files.readString(DATA.resolve("technology-robustness.json"))))
                .isEmpty();
        assertThat(Schemas.faults(printed("talent"))).isEmpty();
        printed("index");
        Path recipe = directory.resolve("index/recipe.json");
        assertThat(Schemas.faults("index-recipe-1", Files.readString(recipe))).isEmpty();
    }

    /** The README shows the page of each program, in a picture that is soon there. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void pages_arePictured(String text) throws IOException {
        Path samples = TOP.resolve("samples");
        String readme = Files.readString(samples.resolve(text));
        List<String> pictures = Pattern.compile("\\((pictures/[^)]+)\\)")
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(pictures).hasSize(10).doesNotHaveDuplicates();
        for (String picture : pictures) {
            assertThat(Files.size(samples.resolve(picture))).as(picture).isBetween(5_000L, 80_000L);
        }
    }

    @Test
    void commands_useEveryFile() throws IOException {
        String commands = String.join(" ", commands());
        try (Stream<Path> files = Files.list(DATA)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(commands).contains("samples/data/" + name));
        }
        Set<String> programs = new TreeSet<>(
                commands().stream().map(command -> command.split(" ")[0]).collect(Collectors.toSet()));
        assertThat(programs)
                .containsAll(List.of(
                        "audit",
                        "dossier",
                        "fit",
                        "forecast",
                        "growth",
                        "index",
                        "on-track",
                        "read",
                        "table",
                        "talent"));
    }

    /** By hand: 688.7 / 352.1 = 1.9560, not 1.934; 949.5 / 688.7 = 1.3787. */
    @Test
    void claims_thatReallyContradict() throws IOException {
        assertThat(printed("audit samples/data/claims.csv"))
                .contains("NEV sales 2022,contradicts,", "NEV output 2022,contradicts,", "NEV sales 2023,agrees,");
    }

    /** By hand: 91,414 + 492,087 + 765,583 = 1,349,084; 20% are 2,000 of 10,000. */
    @Test
    void figures_thatCannotBeTrueTogether() throws IOException {
        assertThat(printed("audit --figures"))
                .contains("talent-by-share,share,contradicts,", "talent-by-density,density,contradicts,")
                .contains("industries,sum,agrees,", "pyramid,ratio-chain,agrees,");
    }

    /**
     * By hand: 66.16 + 0.84 = 67.00; 91,414 + 492,087 is below 1,349,084; 4.6 <= 5.0 <= 5.4; the twelve months add up to 61.4, and
     * 61.4 / 12 = 5.12; 1.00525^10 = 1.0538 and 1.00535^10 = 1.0548; 1.0473^15 = 2.00.
     */
    @Test
    void figures_ofEachFurtherKind_agree() throws IOException {
        assertThat(printed("audit --figures"))
                .contains("towns,difference,agrees,", "two-industries,at-most,agrees,", "quarters,between,agrees,")
                .contains(
                        "unemployment,average,agrees,", "census,total-growth,agrees", "doubling,doubling-time,agrees,");
    }

    /** What the terminal says first is the headline of the page, in each language by the names of the file. */
    @Test
    void figuresAndClaims_areCalledByTheirNames() throws IOException {
        String figures = commands().stream()
                .filter(line -> line.startsWith("audit --figures"))
                .findFirst()
                .orElseThrow();
        assertThat(run(figures, "--lang", "zh")).isZero();
        assertThat(err.toString()).contains("产业一线科技人才 225万人").doesNotContain("A-01");
        assertThat(Files.readString(directory.resolve("figures.html")))
                .contains("产业一线科技人才 225万人")
                .contains("Front-line industrial sci-tech talent 2.25 million persons (225万人)");
        assertThat(run("audit samples/data/claims.csv --html claims.html")).isZero();
        assertThat(Files.readString(directory.resolve("claims.html")))
                .contains("[\"new energy vehicles sold in 2022\",\"2022年新能源汽车销量\",\"NEV sales 2022\"]");
    }

    /** By hand: 65% of 2025 was passed by 67% in 2024; R, SSlogis: the saturation is 315.54. */
    @Test
    void indicatorsAndPopulation() throws IOException {
        assertThat(printed("on-track")).contains("urbanization,target-achieved,");
        assertThat(printed("fit")).contains("\nsaturation,315.54");
    }
}
