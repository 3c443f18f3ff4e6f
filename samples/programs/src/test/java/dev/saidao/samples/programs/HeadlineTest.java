package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands first on a page is said on the terminal, and a page of many claims stays small. */
class HeadlineTest {

    private static final String DATA = "../../samples/data/";
    private static final Pattern HEADLINE = Pattern.compile("(?s)<ul class=\"headline\">(.*?)</ul>");
    private static final Pattern SENTENCE = Pattern.compile("(?s)<li[^>]*>(.*?)</li>");
    private static final long MOST_BYTES = 30_000_000;

    @TempDir
    private Path directory;

    private String said(Path page, List<String> words) {
        StringWriter said = new StringWriter();
        PrintWriter terminal = new PrintWriter(said, true);
        String place = words.get(0).equals("dossier") || words.get(0).equals("read") ? "--out" : "--html";
        String[] command = Stream.concat(words.stream(), Stream.of(place, page.toString()))
                .map(word -> word.replace("DATA/", DATA).replace("OUT/", directory + "/"))
                .toArray(String[]::new);
        assertThat(Main.run(terminal, terminal, command)).as(said.toString()).isZero();
        return said.toString().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossier",
                "audit DATA/claims.csv",
                "audit --figures DATA/figures.csv --relations DATA/relations.csv",
                "on-track DATA/indicators.csv --scheme eurostat",
                "talent DATA/plan.json",
                "index --data DATA/technology-data.csv --meta DATA/technology-meta.csv --names DATA/technology-names.csv --out OUT/index",
                "forecast DATA/series.csv --horizon 5",
                "fit DATA/population.csv --curve logistic",
                "growth DATA/cases.csv",
                "read DATA/page-zh.md --published 2026-03-27"
            })
    void terminal_saysTheHeadlineOfThePage(String program) throws IOException {
        for (String language : List.of("en", "zh")) {
            Path place = directory.resolve(language);
            String terminal = said(place, List.of((program + " --lang " + language).split(" ")));
            Path page = Files.isDirectory(place) ? place.resolve("index.html") : place;
            String html = Files.readString(page);
            String first = html.substring(html.indexOf("<div class=\"page\" lang=\"" + language + "\""));
            Matcher headline = HEADLINE.matcher(first);
            assertThat(headline.find()).isTrue();
            List<String> sentences = SENTENCE.matcher(headline.group(1))
                    .results()
                    .map(found -> found.group(1)
                            .replaceAll("<[^>]+>", "")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&#39;", "'")
                            .replace("&#34;", "\"")
                            .replace("&quot;", "\"")
                            .replace("&amp;", "&")
                            .replaceAll("\\s+", " ")
                            .strip())
                    .toList();
            assertThat(sentences)
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(terminal).contains(sentence));
        }
    }

    /** Every one of them contradicts itself, which takes the most room. */
    @Test
    void page_ofAHundredThousandClaims_staysSmall() throws IOException {
        StringBuilder claims = new StringBuilder("id,unit,start_value,start_year,end_value,end_year,rate\n");
        for (int i = 0; i < 100_000; i++) {
            claims.append("claim ")
                    .append(i)
                    .append(",USD bn,100,2020,")
                    .append(300 + i)
                    .append(",2025,5%\n");
        }
        Path file = Files.writeString(directory.resolve("claims.csv"), claims);
        Path page = directory.resolve("page.html");

        said(
                page,
                List.of(
                        "audit",
                        file.toString(),
                        "--out",
                        directory.resolve("out.csv").toString()));

        assertThat(Files.size(page)).isBetween(1_000_000L, MOST_BYTES);
    }
}
