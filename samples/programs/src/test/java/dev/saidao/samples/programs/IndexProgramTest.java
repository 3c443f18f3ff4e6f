package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indices of published tables and of several years, as the program writes them. */
class IndexProgramTest {

    private static final Path DATA = Path.of("../../samples/data");

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int index(Path data, Path meta, Path recipe, String... more) {
        List<String> command = new ArrayList<>(List.of("index", "--data", data.toString(), "--meta", meta.toString()));
        command.addAll(List.of(
                "--recipe", recipe.toString(), "--out", directory.resolve("out").toString()));
        command.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), command.toArray(String[]::new));
    }

    private Map<String, Row> written(String name, String... keys) throws IOException {
        return rows(directory.resolve("out").resolve(name), keys);
    }

    private static Map<String, Row> rows(Path file, String... keys) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (RowFile table = RowFile.open(file, List.of(keys))) {
            for (Row row : table.readAll(row -> row).values()) {
                rows.put(Stream.of(keys).map(row::text).collect(Collectors.joining(" ")), row);
            }
        }
        return rows;
    }

    /** UNDP, Human Development Report 2025, technical note 1. */
    private static double humanDevelopment(double life, double expected, double mean, double income) {
        double health = (Math.min(life, 85) - 20) / 65;
        double education = (Math.min(expected, 18) / 18 + Math.min(mean, 15) / 15) / 2;
        double living = Math.log(Math.min(income, 75_000) / 100) / Math.log(750);
        return Math.cbrt(health * education * living);
    }

    /** The index of a country whose numbers lie by a share of half a unit of their last printed digit above those printed. */
    private static double humanDevelopment(Row row, double moved) {
        return humanDevelopment(
                number(row, "life") + 0.05 * moved,
                number(row, "expected") + 0.05 * moved,
                number(row, "mean") + 0.05 * moved,
                number(row, "income") + 0.5 * moved);
    }

    private static <T> T at(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static double number(Row row, String column) {
        return row.number(column).orElseThrow().doubleValue();
    }

    /** Where between the ends of what the printed numbers can be the index is the published one. */
    private static double moved(Row row) {
        double low = -1;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (humanDevelopment(row, middle) < number(row, "published_index")) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * All 193 countries of table 1 of the Human Development Report 2025. Its numbers are printed to a tenth, from which the index
     * does not follow to the third decimal; so each country has numbers that are printed as they are there, and give its index.
     */
    @Test
    void humanDevelopment_valuesRanksAndGroupsOf193Countries() throws IOException {
        Map<String, Row> published = rows(DATA.resolve("hdi-data.csv"), "unit");
        assertThat(published).hasSize(193);
        StringBuilder data = new StringBuilder("unit,life,expected,mean,income\n");
        published.forEach((country, row) -> {
            double moved = moved(row);
            assertThat(humanDevelopment(row, moved))
                    .as(country)
                    .isCloseTo(number(row, "published_index"), within(0.0005));
            data.append(String.format(
                    Locale.ROOT,
                    "\"%s\",%.9f,%.9f,%.9f,%.9f%n",
                    country,
                    number(row, "life") + 0.05 * moved,
                    number(row, "expected") + 0.05 * moved,
                    number(row, "mean") + 0.05 * moved,
                    number(row, "income") + 0.5 * moved));
        });
        Path own = Files.writeString(directory.resolve("own.csv"), data);

        assertThat(index(own, DATA.resolve("hdi-meta.csv"), DATA.resolve("hdi-recipe.json")))
                .as(err.toString())
                .isZero();

        Map<String, Row> scores = written("scores.csv", "unit");
        Map<String, Row> ranks = written("ranks.csv", "unit");
        Map<String, Row> groups = written("groups.csv", "unit");
        assertThat(scores.keySet()).isEqualTo(published.keySet());
        published.forEach((country, row) -> {
            double score = number(at(scores, country), "hdi");
            assertThat(score).as(country).isCloseTo(number(row, "published_index"), within(0.000501));
            assertThat(at(ranks, country).text("hdi")).as(country).isEqualTo(row.text("published_rank"));
            double index = number(row, "published_index");
            assertThat(at(groups, country).text("hdi"))
                    .as(country)
                    .isEqualTo(index >= 0.8 ? "1" : index >= 0.7 ? "2" : index >= 0.55 ? "3" : "4");
        });
    }

    /** Of the numbers as they are printed: by the formulas, and as near to the published index as their digits allow. */
    @Test
    void humanDevelopment_ofPrintedNumbers() throws IOException {
        assertThat(index(DATA.resolve("hdi-data.csv"), DATA.resolve("hdi-meta.csv"), DATA.resolve("hdi-recipe.json")))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("Columns kept aside: published_rank, published_index");

        Map<String, Row> scores = written("scores.csv", "unit");
        Map<String, Row> ranks = written("ranks.csv", "unit");
        Map<String, Row> published = rows(DATA.resolve("hdi-data.csv"), "unit");
        Map<String, Long> rounded = new LinkedHashMap<>();
        published.forEach((country, row) -> rounded.put(country, Math.round(humanDevelopment(row, 0) * 1000)));
        published.forEach((country, row) -> {
            assertThat(number(at(scores, country), "hdi"))
                    .as(country)
                    .isCloseTo(humanDevelopment(row, 0), within(1e-9));
            assertThat(number(row, "published_index"))
                    .as(country)
                    .isBetween(humanDevelopment(row, -1) - 0.0005, humanDevelopment(row, 1) + 0.0005);
            long better = rounded.values().stream()
                    .filter(other -> other > at(rounded, country))
                    .count();
            assertThat(at(ranks, country).text("hdi")).as(country).isEqualTo(String.valueOf(1 + better));
        });
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static final String META = "code,parent,level,weight,direction\nI,,2,1,1\na,I,1,1,1\nb,I,1,1.1,1\n";

    /** By hand: a runs from 0 to 10, b from 0 to 20 over both years; apart each year has its own ends. */
    @Test
    void years_togetherOrApart() throws IOException {
        Path data = file("d.csv", "unit,year,a,b\nx,2020,0,0\ny,2020,5,10\nx,2021,4,20\ny,2021,10,20\n");
        Path meta = file("m.csv", META);

        assertThat(index(data, meta, file("r.json", "{\"acrossYears\": true}"), "--all-years"))
                .isZero();
        Map<String, Row> together = written("years.csv", "year", "unit", "code");
        assertThat(together).hasSize(12);
        assertThat(number(at(together, "2020 y I"), "score")).isCloseTo(0.5, within(1e-12));
        assertThat(number(at(together, "2021 x a"), "score")).isCloseTo(0.4, within(1e-12));
        assertThat(at(together, "2021 y I").text("rank")).isEqualTo("1");
        assertThat(Schemas.faults("index-recipe-1", Files.readString(directory.resolve("out/recipe.json"))))
                .isEmpty();

        assertThat(index(data, meta, file("r.json", "{}"), "--all-years")).isZero();
        Map<String, Row> apart = written("years.csv", "year", "unit", "code");
        assertThat(number(at(apart, "2020 y I"), "score")).isEqualTo(1);
        assertThat(number(at(apart, "2021 x a"), "score")).isZero();
    }

    /** Closed forms as in the test of the library: 9/11, 1/11 and 1/11 for both together. */
    @Test
    void sample_givesTheSharesOfItsDraws() throws IOException {
        StringBuilder sample = new StringBuilder("run,a:weighting,a:normalization,b:weighting,b:normalization\n");
        for (int run = 0; run < 16; run++) {
            sample.append(run);
            for (int i = 0; i < 4; i++) {
                sample.append((run >> i & 1) == 0 ? ",0.25" : ",0.75");
            }
            sample.append('\n');
        }
        Path data = file("d.csv", "unit,a,b\nu,2,101\nv,1,102\n");
        Path plan = file(
                "p.json",
                "{\"weightings\": [\"GIVEN\", \"EQUAL\"], \"normalizations\": [{\"method\": \"MIN_MAX\"}, {\"method\": \"RATIO\"}]}");
        Path draws = file("s.csv", sample.toString());

        assertThat(index(
                        data,
                        file("m.csv", META),
                        file("r.json", "{}"),
                        "--robustness",
                        plan.toString(),
                        "--sample",
                        draws.toString()))
                .as(err.toString())
                .isZero();

        Map<String, Row> shares = written("sensitivity.csv", "choice");
        assertThat(number(at(shares, "normalization"), "first")).isCloseTo(9 / 11.0, within(1e-10));
        assertThat(number(at(shares, "normalization"), "total")).isCloseTo(10 / 11.0, within(1e-10));
        assertThat(number(at(shares, "weighting"), "first")).isCloseTo(1 / 11.0, within(1e-10));
        assertThat(number(at(shares, "weighting"), "total")).isCloseTo(2 / 11.0, within(1e-10));
    }

    @Test
    void sample_thatCannotBeUsed_isRefused() throws IOException {
        Path data = file("d.csv", "unit,a,b\nu,2,101\nv,1,102\n");
        Path meta = file("m.csv", META);
        Path recipe = file("r.json", "{}");
        Path plan = file("p.json", "{\"weightings\": [\"GIVEN\", \"EQUAL\"]}");
        assertThat(index(data, meta, recipe, "--sample", plan.toString())).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("--sample needs --robustness");
        for (String bad : List.of("x\n1\n", "a:weighting,b:weighting\n0,1\n", "a:weighting,b:weighting\n0,0.5\n")) {
            Path draws = file("s.csv", bad);
            assertThat(index(
                            data,
                            meta,
                            recipe,
                            "--robustness",
                            plan.toString(),
                            "--sample",
                            draws.toString(),
                            "--lang",
                            "zh"))
                    .isEqualTo(Main.FAILED);
        }
        assertThat(err.toString()).contains("须有 a:weighting 与 b:weighting 这样的列", "抽样值须不小于 0 且小于 1:'1'", "运行次数须不小于 2:1");
    }

    /** By hand: of 1, 2 and 4 the second lies a third of the way up; decimals of a recipe are numbers as well as strings. */
    @Test
    void recipe_decimalsMayBeNumbers_andTheFirstAreTold() throws IOException {
        Path data = Files.writeString(directory.resolve("data.csv"), "unit,a\nx,1\ny,2\nz,4\n");
        Path meta = Files.writeString(
                directory.resolve("meta.csv"), "code,parent,level,weight,direction\ntotal,,2,1,1\na,total,1,1,1\n");
        Path recipe = Files.writeString(directory.resolve("recipe.json"), """
                {"normalization": {"method": "MIN_MAX", "low": 10, "high": 40.0}, "minimumAvailability": 0.5, "cutPoints": [30, "15"]}
                """);
        Path plan = Files.writeString(directory.resolve("plan.json"), "{\"runs\": 10, \"weightNoise\": 0.25}");

        assertThat(index(data, meta, recipe, "--robustness", plan.toString()))
                .as(err.toString())
                .isZero();

        assertThat(directory.resolve("out/scores.csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("unit,total,a\nx,10,10\ny,20,20\nz,40,40\n");
        assertThat(out.toString()).contains("total: 3 units are ranked. First: z 40, y 20, x 10");
    }
}
