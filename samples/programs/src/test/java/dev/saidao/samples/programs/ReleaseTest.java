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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release needs is there before it is made. */
class ReleaseTest {

    private static final Path TOP = Path.of("..", "..");

    private static String version(Path pom) throws IOException {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(pom));
        assertThat(version.find()).as("%s", pom).isTrue();
        return version.group(1);
    }

    @Test
    void changelog_hasTheVersion() throws IOException {
        String version = version(TOP.resolve("pom.xml"));
        String changelog = Files.readString(TOP.resolve("CHANGELOG.md"));

        if (version.endsWith("-SNAPSHOT")) {
            assertThat(changelog).contains("\n## [Unreleased]\n");
        } else {
            assertThat(changelog).containsPattern("\n## \\[" + Pattern.quote(version) + "\\] - [0-9-]{10}\n");
        }
    }

    @Test
    void programs_sayTheVersion() throws IOException {
        StringWriter out = new StringWriter();

        Main.run(new PrintWriter(out, true), new PrintWriter(out, true), "--version");

        assertThat(out.toString().strip())
                .isEqualTo("saidao " + version(TOP.resolve("pom.xml")).replace("-SNAPSHOT", ""));
    }

    /** Between releases the pages may name the last one. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void readme_namesTheReleasedVersion(String readme) throws IOException {
        String version = version(TOP.resolve("pom.xml"));
        String page = Files.readString(TOP.resolve(readme));

        if (version.endsWith("-SNAPSHOT")) {
            assertThat(page).contains("<version>", "dev.saidao:saidao-core:");
        } else {
            assertThat(page)
                    .contains("<version>" + version + "</version>", "dev.saidao:saidao-core:" + version + "\"")
                    .doesNotContain("SNAPSHOT", "not released yet", "尚未发布");
        }
    }

    @Test
    void poms_haveOneVersion_andSayWhatTheyAre() throws IOException {
        String version = version(TOP.resolve("pom.xml"));
        for (String module : List.of(
                "core",
                "core/bom",
                "forecasting",
                "policy",
                "samples",
                "samples/programs",
                "samples/benchmarks",
                "samples/consumers",
                "samples/fuzz",
                "samples/mcp",
                "samples/spark")) {
            assertThat(version(TOP.resolve(module + "/pom.xml"))).as(module).isEqualTo(version);
        }
        for (String module : List.of("core", "forecasting", "policy")) {
            assertThat(Files.readString(TOP.resolve(module + "/pom.xml")))
                    .as(module)
                    .contains("<name>", "<description>");
        }
    }

    @Test
    void releasing_saysTheCommandsThatAreThere() throws IOException {
        String page = Files.readString(TOP.resolve("RELEASING.md"));
        String pom = Files.readString(TOP.resolve("pom.xml"));

        Matcher profiles = Pattern.compile("-P([a-z,]+)").matcher(page);
        assertThat(profiles.results()
                        .flatMap(found -> Stream.of(found.group(1).split(",")))
                        .distinct())
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>"));
    }
}
