package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands first on a page is said on the terminal, and a page of many claims stays small. */
class HeadlineTest {

    private static final String DATA = SamplePages.DATA + "/";
    private static final Pattern HEADLINE = Pattern.compile("(?s)<ul class=\"headline\">(.*?)</ul>");
    private static final Pattern SENTENCE = Pattern.compile("(?s)<li[^>]*>(.*?)</li>");
    private static final long MOST_BYTES = 30_000_000;

    @TempDir
    private Path directory;

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
            StringWriter said = new StringWriter();
            String command = program.replace("DATA/", DATA).replace("OUT/", directory + "/");
            Path page = SamplePages.write(List.of(command.split(" ")), language, directory.resolve(language), said);
            String terminal = said.toString().replaceAll("\\s+", " ");
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
        Path page = SamplePages.write(
                List.of(
                        "audit",
                        file.toString(),
                        "--out",
                        directory.resolve("out.csv").toString()),
                "en",
                directory.resolve("page"));

        assertThat(Files.size(page)).isBetween(1_000_000L, MOST_BYTES);
    }
}
