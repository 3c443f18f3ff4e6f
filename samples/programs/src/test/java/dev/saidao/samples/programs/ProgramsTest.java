package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProgramsTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    /** Numbers by hand from the figures of the page; see the tests of the calculators. */
    @Test
    void dossier_printsWhatFollows() {
        assertThat(run("dossier")).isZero();

        assertThat(out.toString())
                .contains("embodied AI", "brain-computer interface", "quantum computing")
                .contains("size in 2025: ≈ CNY 15.41 billion, CNY [15.19, 15.64] billion")
                .contains("size in 2023: ≈ USD 2.21 billion")
                .contains("size in 2033: ≈ USD 10.16 billion")
                .contains("multiplied in 5 years by: ≈ 7.594 times")
                .contains("size in 2025: USD (0, ∞) - no conclusion: every positive number is possible")
                .contains("employed persons implied by the share: 11.25 million employed")
                .contains("pyramid of the targets for 2035: 1:10:50")
                .contains("certified before 2025: 40 parks")
                .contains("9 of 64", "14.06%");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void dossier_inChinese() {
        assertThat(run("dossier", "--lang", "zh")).isZero();

        assertThat(out.toString())
                .contains("人形机器人/具身智能", "≈ 154.1亿元, [151.9, 156.4]亿元", "1125万就业人口", "2025年以前评定: 40家园区")
                .contains("无法得出结论");
    }

    @Test
    void dossier_writesThreeFiles() throws IOException {
        Path target = directory.resolve("report");
        assertThat(run("dossier", "--out", target.toString())).isZero();

        try (Stream<Path> files = Files.list(target)) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("dossier.json", "figures.csv", "index.html");
        }
        JsonNode json = SaidaoJson.mapper().readTree(target.resolve("dossier.json"));
        assertThat(Schemas.faults(json.toString())).isEmpty();
        assertThat(json.get("format").asString()).isEqualTo("saidao-dossier-report/1");
        assertThat(json.get("figures")).hasSize(47);
        assertThat(SaidaoJson.read(target.resolve("dossier.json"), DossierJson.class)
                        .dossier())
                .isEqualTo(Dossiers.of(2026));
        assertThat(json.get("derived").findValuesAsString("id"))
                .contains("embodied-ai.2025", "frontline-talent.employed-by-share");

        List<NamedCsvRecord> rows = csv(target.resolve("figures.csv"));
        assertThat(rows).hasSize(47);
        assertThat(rows)
                .filteredOn(row -> row.getField("id").equals("B-09"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField("as_published")).isEqualTo("16.48%");
                    assertThat(row.getField("value")).isEqualTo("0.1648");
                    assertThat(row.getField("unit")).isEqualTo("per year");
                    assertThat(row.getField("bounds")).isEqualTo("[0.16475, 0.16485]");
                });

        String html = Files.readString(target.resolve("index.html"));
        assertThat(html).contains("<svg", "具身智能").doesNotContain("echarts", "http:", "https:", " src=", "url(");
    }

    @Test
    void dossier_ofOnesOwn_isReadAndHostileTextStaysText() throws IOException {
        String json = SaidaoJson.write(Dossiers.of(2026))
                .replace("\"en\" : \"embodied AI\"", "\"en\" : \"</script><b>embodied AI\"");
        Path file = Files.writeString(directory.resolve("own.json"), json);

        assertThat(run(
                        "dossier",
                        file.toString(),
                        "--out",
                        directory.resolve("own").toString()))
                .isZero();
        String html = Files.readString(directory.resolve("own/index.html"));
        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain("</script><b>")
                .contains("&lt;/script&gt;&lt;b&gt;embodied ai");
    }

    @Test
    void dossier_writtenBefore_givesTheSameAgain() throws IOException {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        assertThat(run("dossier", "--out", first.toString())).isZero();
        assertThat(run("dossier", first.resolve("dossier.json").toString(), "--out", second.toString()))
                .isZero();

        for (String name : List.of("dossier.json", "figures.csv", "index.html")) {
            assertThat(Files.mismatch(first.resolve(name), second.resolve(name)))
                    .isEqualTo(-1);
        }
    }

    @Test
    void dossier_thatCannotBeRead_namesThePlace() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.json"), "{\n  \"formt\" : 1\n}");

        assertThat(run("dossier", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("bad.json: line 2, column").contains("formt: Field must be known: formt");
        assertThat(run("dossier", directory.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("File must exist: ").contains("none.json");
        assertThat(run("dossier", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("File must be usable: " + directory + " (is a directory)");
    }

    /** Closed forms: 7500 × r^4 = 10000 (LibreOffice RRI: 0.074569931823542), 100 × 1.05^2, PDURATION 7.272540897341714. */
    @Test
    void growth_fillsTheBlank_andKeepsWhatItDoesNotKnow() throws IOException {
        Path cases = Files.writeString(directory.resolve("cases.csv"), "\uFEFF" + """
                id,base,rate,years,end,remark
                a,"7,500",,4,10000,kept
                b,1000,10%,,2000,
                c,100,0.05,2,,
                d,,73%,5,2388亿元,"with, comma"
                e,100,,3,0,
                """);

        assertThat(run(
                        "growth",
                        cases.toString(),
                        "--out",
                        directory.resolve("done.csv").toString()))
                .isZero();

        List<NamedCsvRecord> rows = csv(directory.resolve("done.csv"));
        assertThat(rows).extracting(row -> row.getField("id")).containsExactly("a", "b", "c", "d", "e");
        assertThat(rows.get(0).getField("rate")).startsWith("0.07456993182354");
        assertThat(rows.get(0).getField("remark")).isEqualTo("kept");
        assertThat(rows.get(1).getField("years")).startsWith("7.27254089734171");
        assertThat(rows.get(2).getField("end")).isEqualTo("110.25");
        assertThat(rows.get(3).getField("base")).startsWith("15410041447.377");
        assertThat(rows.get(3).getField("end")).isEqualTo("2388亿元");
        assertThat(rows.get(4).getField("rate")).isEqualTo("-1");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void growth_badRows_areListedAndTheOthersDone() throws IOException {
        Path cases = Files.writeString(directory.resolve("cases.csv"), """
                id,base,rate,years,end
                a,100,5%,2,
                b,100,5%,2,3
                c,abc,5%,2,
                d,0,,2,5
                e,100,0%,,200
                f,100,5%,1000000000,
                g,over 100,5%,2,
                h,100,NaN,2,
                i,100
                j,1e999999999,5%,2,
                k,100,10%,1,
                """);

        assertThat(run("growth", cases.toString())).isEqualTo(1);

        assertThat(out.toString()).isEqualTo("id,base,rate,years,end\na,100,5%,2,110.25\nk,100,10%,1,110\n");
        assertThat(err.toString()
                        .lines()
                        .filter(line -> line.contains("cases.csv"))
                        .map(line -> line.substring(line.indexOf("cases.csv")))
                        .toList())
                .containsExactly(
                        "cases.csv:3: Row must have exactly one of base, rate, years and end blank: []",
                        "cases.csv:4: column 2 (base): Figure must have a number, such as 12.5, 三成 or two-thirds at index 0: 'abc'",
                        "cases.csv:5: column 2 (base): Base must be positive: 0 number",
                        "cases.csv:6: column 4 (years): Row must have a solution: no value of years satisfies it",
                        "cases.csv:7: column 4 (years): Years must be -10000 to 10000: 1000000000 years",
                        "cases.csv:8: column 2 (base): Number must have no qualifier: over 100",
                        // NaN is a sign of a missing cell, so two are blank
                        "cases.csv:9: Row must have exactly one of base, rate, years and end blank: [rate, end]",
                        "cases.csv:10: Row must have 5 fields: 2",
                        "cases.csv:11: column 2 (base): Figure must have nothing behind it that is not understood: e999999999 at index 1: '1e999999999'");
        assertThat(err.toString()).endsWith("9 rows refused\n");
    }

    /** Python 3.13: log(1.505) / log(0.6), 100 × (1 + 0.12/12)^(12 × 2); the rest by hand. */
    @Test
    void growth_negativeYearsAndPeriods() throws IOException {
        Path cases = Files.writeString(directory.resolve("cases.csv"), """
                id,base,rate,years,end,periods
                back,100,-40%,,150.5,
                before,121,10%,-2,,1
                rate,121,,-2,100,
                zero,100,-100%,,0,
                zero-rate,100,,3,0,
                monthly,100,12%,2,,12
                nominal,100,,1,225,2
                bad,100,12%,2,,1.5
                """);

        assertThat(run("growth", cases.toString())).isEqualTo(1);

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("id,base,rate,years,end,periods"),
                        line -> assertThat(line).startsWith("back,100,-40%,-0.80025918666152"),
                        line -> assertThat(line).isEqualTo("before,121,10%,-2,100,1"),
                        line -> assertThat(line).isEqualTo("rate,121,0.1,-2,100,"),
                        line -> assertThat(line).isEqualTo("zero-rate,100,-1,3,0,"),
                        line -> assertThat(line).startsWith("monthly,100,12%,2,126.97346485319"),
                        line -> assertThat(line).isEqualTo("nominal,100,1,1,225,2"));
        assertThat(err.toString())
                .contains("column 4 (years): Row must have one solution: any value of years in (0, ∞) satisfies it")
                .contains("column 6 (periods): Periods must be a whole number, 1 or more: 1.5");
    }

    @Test
    void growth_unreadableInput_isTwo() throws IOException {
        Path noHeader = Files.writeString(directory.resolve("a.csv"), "id,base\n1,2\n");
        assertThat(run("growth", noHeader.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("a.csv:1: Column must be there: rate, years, end");

        Path empty = Files.writeString(directory.resolve("b.csv"), "");
        assertThat(run("growth", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("b.csv: File must have a header line with id,base,rate,years,end");

        byte[] wrong = "id,base,rate,years,end\na,1,5%,2,\n".getBytes(StandardCharsets.UTF_8);
        wrong[25] = (byte) 0xC3;
        wrong[28] = 0;
        Path noText = Files.write(directory.resolve("c.csv"), wrong);
        assertThat(run("growth", noText.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("c.csv: File must be text, without NUL characters");
    }

    @Test
    void usage_errors_areTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Command must be one of dossier, growth, audit, ", ": nonsense\n")
                .doesNotContain("Did you mean");
        assertThat(run("--lang", "zh", "nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("命令须为以下之一:dossier, ");
        assertThat(run("growth")).isEqualTo(2);
        assertThat(run("dossier", "--lang", "fr")).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void language_beforeOrBehindTheCommand() {
        assertThat(run("--lang", "zh", "dossier")).isZero();
        String before = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("dossier", "--lang", "zh")).isZero();
        assertThat(out.toString()).isEqualTo(before).contains("赛道");
        out.getBuffer().setLength(0);
        // the one nearer to the command counts
        assertThat(run("--lang", "zh", "dossier", "--lang", "en")).isZero();
        assertThat(out.toString()).contains("Tracks").doesNotContain("可推出");
    }

    @Test
    void textTable_countsChineseCharactersTwice() {
        assertThat(TextTable.width("亿元 CNY\uFF0C")).isEqualTo(10);
        assertThat(new TextTable().row("赛道", "a").row("xxxxx", "b")).hasToString("  赛道   a\n  xxxxx  b\n");
    }

    private static List<NamedCsvRecord> csv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    // ---- audit ----

    private static final String CLAIMS = """
            id,unit,start_value,start_year,end_value,end_year,rate,rate_from,rate_to,start_qualifier,end_qualifier,rate_qualifier
            exact,USD bn,10,2020,14.641,2024,10%,,,,,
            rounding,USD bn,1.5,2022,6.43,2032,16.0%,,,,,
            bound,USD bn,100,2020,500,2025,30%,,,,,over
            convention,USD bn,12.4,2023,43.2,2032,16.9%,2024,2032,,,
            factor,USD bn,15.2,2024,480,2030,21.2%,,,,,
            mixed,USD mn;USD bn,850,2024,2.4,2030E,18.9%,,,,,
            wan,CNY 万元;CNY 亿元,5000,2020,2.5,2024,49.5%,,,,,
            indian,INR crore,"1,23,456",FY2021,"2,50,000",FY2026,15.2%,,,,,
            comma,EUR Mrd.,"12,5",2024,"18,4",2030,"6,7%",,,,,
            plan,CNY 亿元,1200,2020,2400,2025,翻一番,十四五,,,,
            times,CNY 亿元,100,2020,350,2025,增长2.5倍,,,,,
            points,CNY 亿元,100,2020,120,2021,3.5个百分点,,,,,
            forecast,USD bn,2.3,2023,6.1,2032E,11.4%,forecast period 2024-2032,,,,
            currencies,CNY 亿元;USD bn,100,2020,500,2025,30%,,,,,
            missing,USD bn,10.00,2020,,2021,19.8%,,,,,
            bad,USD bn,abc,2018,30,2030,25%,,,,,
            total,USD bn,10,2020,15,2025,50%,,,,,
            """;

    @Test
    void audit_claims_eachWithItsVerdictAndRepairs() throws IOException {
        Path claims = Files.writeString(directory.resolve("claims.csv"), CLAIMS);
        Path html = directory.resolve("claims.html");

        assertThat(run("audit", claims.toString(), "--html", html.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("claims.csv:17: column 3 (start_value): Figure must have a number")
                .contains("1 row refused");
        List<NamedCsvRecord> rows = rows(out.toString());
        assertThat(rows)
                .extracting(row -> row.getField("id") + " " + row.getField("verdict"))
                .containsExactly(
                        "exact agrees",
                        "rounding agrees-within-rounding",
                        "bound agrees-as-bound",
                        "convention agrees-under-other-convention",
                        "factor contradicts",
                        "mixed agrees",
                        "wan agrees",
                        "indian agrees",
                        "comma agrees",
                        "plan agrees",
                        "times agrees",
                        "points not-checkable",
                        "forecast agrees",
                        "currencies not-checkable",
                        "missing not-checkable",
                        "total contradicts");
        NamedCsvRecord exact = rows.get(0);
        // 14.641 / 10 = 1.1^4
        assertThat(exact.getField("implied_rate_pct")).isEqualTo("10");
        assertThat(exact.getField("steps")).isEqualTo("4");
        assertThat(exact.getField("published_low_pct")).isEqualTo("9.5");
        assertThat(exact.getField("gap_pp")).isEqualTo("0");
        assertThat(rows.get(3).getField("convention")).isEqualTo("stated-span (n-1)");
        assertThat(rows.get(4).getField("repairs")).isEqualTo("base*10;end/10");
        assertThat(rows).allSatisfy(row -> assertShares(row.getField("repairs"), row.getField("shares")));
        assertThat(rows.get(15).getField("repairs")).isEqualTo("total-growth");
        assertThat(rows.get(14).getField("reason")).isEqualTo("missing: end_value");
        assertThat(Files.readString(html)).contains("2 cannot be true as printed", "[\"exact\",0,", "[\"factor\",4,");
    }

    @Test
    void audit_manyClaims_keepTheirOrder() throws IOException {
        StringBuilder csv = new StringBuilder("id,start_value,start_year,end_value,end_year,rate,unit\n");
        for (int i = 0; i < 10_000; i++) {
            csv.append(i)
                    .append(",1")
                    .append(i % 10)
                    .append(",2020,2")
                    .append(i % 7)
                    .append(",2025,1")
                    .append(i % 5)
                    .append("%,USD bn\n");
        }
        Path claims = Files.writeString(directory.resolve("many.csv"), csv);
        Path written = directory.resolve("audited.csv");

        assertThat(run("audit", claims.toString(), "--out", written.toString())).isZero();
        List<NamedCsvRecord> rows = rows(Files.readString(written));
        assertThat(rows).hasSize(10_000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).getField("id")).isEqualTo(String.valueOf(i));
        }
    }

    @Test
    void audit_customaryReading_isKinder() throws IOException {
        Path claims = Files.writeString(
                directory.resolve("claims.csv"),
                "id,unit,start_value,start_year,end_value,end_year,rate\nround,USD bn,100,2020,200,2025,14.0%\n");

        assertThat(run("audit", claims.toString())).isZero();
        assertThat(rows(out.toString()).get(0).getField("verdict")).isEqualTo("contradicts");
        out.getBuffer().setLength(0);
        assertThat(run("audit", claims.toString(), "--reading", "customary")).isZero();
        // 95 to 105, 195 to 205: 13.2% to 16.6%
        assertThat(rows(out.toString()).get(0).getField("verdict")).isEqualTo("agrees-within-rounding");
    }

    @Test
    void audit_figuresAndRelations() throws IOException {
        Path figures = Files.writeString(directory.resolve("figures.csv"), """
                id,as_published,unit,qualifier,time,source
                A-01,225万人,persons,reached (达),as of end-2025,page
                A-02,20%,ratio,none,as of end-2025,page
                A-03,200名,persons per 10 000 employed,none (拥有),as of end-2025,page
                A-05,50名左右,persons,about,every two years,page
                A-07,300名,persons,none,by 2035,page
                C-01,24家,parks,none,2025,page
                C-02,64家,parks,none,through 2025,page
                """);
        Path relations = Files.writeString(directory.resolve("relations.csv"), """
                id,kind,members
                share,share,part=A-01;whole=employed;share=A-02
                density,density,count=A-01;population=employed;density=A-03
                same,same,share=A-02;density=A-03
                cadence,cadence,size=A-05;target=A-07;from=2026;to=2035
                parks,cumulative,cumulative=C-02;added=C-01;previous=before
                wrong,sums,a=A-01
                """);
        Path html = directory.resolve("figures.html");

        assertThat(run(
                        "audit",
                        "--figures",
                        figures.toString(),
                        "--relations",
                        relations.toString(),
                        "--html",
                        html.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("relations.csv:7: column 2 (kind): Kind must be one of growth, sum");
        List<NamedCsvRecord> rows = rows(out.toString());
        assertThat(rows)
                .extracting(row -> row.getField("id") + " " + row.getField("kind") + " " + row.getField("verdict"))
                .containsExactly(
                        "share share contradicts",
                        "density density contradicts",
                        "same same contradicts",
                        "cadence cadence agrees-under-other-convention",
                        "parks cumulative not-checkable",
                        "before derived ",
                        "employed derived ",
                        "employed derived ");
        assertThat(rows.get(0).getField("repairs")).isEqualTo("share/10;A-03*10");
        assertThat(rows).allSatisfy(row -> assertShares(row.getField("repairs"), row.getField("shares")));
        assertThat(rows.get(0).getField("reason")).contains("the rest agrees without A-02 or A-03");
        assertThat(rows.get(5).getField("low")).isEqualTo("40");
        assertThat(rows.get(5).getField("high")).isEqualTo("40");
        assertThat(Files.readString(html)).contains("Figures that cannot all be true", "<svg", "<del>");
    }

    /**
     * By hand: 2 × 17.4 less 16.5 leaves at most 18.4 bn, 349.0 less 16.5 at least 332.4 bn, and either is over 18.39. Without a, too,
     * the two together are 2 × 17.4 bn and 349.0 bn at once.
     */
    @Test
    void audit_relationsThatAgreeOneByOne_sayThatTheyDoNotTogether() throws IOException {
        Path figures = Files.writeString(directory.resolve("figures.csv"), """
                id,as_published
                a,16.51 bn USD
                b,over 18.39 bn USD
                mean,17.4 bn USD
                both,349.00 bn USD
                """);
        Path relations = Files.writeString(directory.resolve("relations.csv"), """
                id,kind,members
                average,average,average=mean;part=a;part=b
                sum,cumulative,cumulative=both;previous=a;added=b
                """);

        assertThat(run("audit", "--figures", figures.toString(), "--relations", relations.toString()))
                .isZero();
        assertThat(rows(out.toString())).hasSize(2).allSatisfy(row -> {
            assertThat(row.getField("verdict")).startsWith("agrees");
            assertThat(row.getField("reason"))
                    .endsWith("; not with the relations beside it; the rest agrees without both or mean");
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void audit_outToADevice_isWrittenToAndNotReplaced() throws IOException {
        Path claims = Files.writeString(
                directory.resolve("claims.csv"),
                "id,unit,start_value,start_year,end_value,end_year,rate\na,USD bn,10,2020,20,2025,14.9%\n");

        assertThat(run("audit", claims.toString(), "--out", "/dev/null")).isZero();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThat(Files.exists(Path.of("/dev/null.part"))).isFalse();
    }

    @Test
    void audit_withoutInput_isAUsageError() {
        assertThat(run("audit")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Input must be CLAIMS.csv, or --figures FIGURES.csv with --relations RELATIONS.csv");
    }

    @Test
    void audit_hostileText_staysTextInTheReport() throws IOException {
        Path claims = Files.writeString(directory.resolve("claims.csv"), """
                id,unit,start_value,start_year,end_value,end_year,rate
                <script>alert(1)</script>,USD bn,100,2020,200,2025,90%
                """);
        Path html = directory.resolve("claims.html");

        assertThat(run("audit", claims.toString(), "--html", html.toString())).isZero();
        assertThat(Files.readString(html)).doesNotContain("<script>alert").contains("\\u003cscript>alert");
    }

    @Test
    void dossier_showsWhatAgreesAndWhatDoesNot() throws IOException {
        Path report = directory.resolve("report");

        assertThat(run("dossier", "--out", report.toString())).isZero();
        assertThat(out.toString())
                .contains("14 agrees, 1 agrees under another convention, 3 contradicts, 5 not checkable")
                .contains("A-02, A-03 cannot all be true; the rest agrees without A-02 or A-03")
                .contains("an opening stock of at least 50")
                .contains("employed: 112.5 million employed");
        JsonNode audit = SaidaoJson.mapper()
                .readTree(Files.readString(report.resolve("dossier.json")))
                .get("audit");
        assertThat(audit.get("findings").size()).isEqualTo(23);
        assertThat(Files.readString(report.resolve("index.html"))).contains("cannot both be true", "10 times as much");
    }

    // ---- on-track ----

    private static final String INDICATORS = """
            id,base_year,base_value,current_year,current_value,direction,target,target_year,limit,remark
            growing,2015,50,2020,60,1,90,2030,,kept aside
            falling,2015,40,2019,36,-1,20,2030,,
            near the limit,2015,80,2018,81,1,,,100,
            over,2015,20%,2020,over 25%,1,40%,2030,,
            unknown,,,2020,5,1,10,2030,,
            none,2015,"2,388",2020,,1,,,,
            no year,2015,5,2020,6,1,10,,,
            direction,2015,5,2020,6,up,,,,
            units,2015,20%,2020,6,1,,,,
            met,2015,10,2020,50,1,40,2030,,
            """;

    /** Ratios with 40 digits by Python's decimal from the published formulas; see the tests of the calculator. */
    @Test
    void onTrack_byStatisticsCanada() throws IOException {
        Path file = directory.resolve("indicators.csv");
        Files.writeString(file, INDICATORS);
        Path result = directory.resolve("status.csv");

        assertThat(run("on-track", file.toString(), "--scheme", "statcan", "--out", result.toString()))
                .isEqualTo(Main.SOME_ROWS_REFUSED);

        List<NamedCsvRecord> rows = csv(result);
        assertThat(rows)
                .extracting(row -> row.getField("id") + ": " + row.getField("status"))
                .containsExactly(
                        "growing: acceleration-needed",
                        "falling: limited-progress",
                        "near the limit: acceleration-needed",
                        "over: target-achieved;on-track",
                        "unknown: not-assessable",
                        "none: not-assessable",
                        "met: target-achieved");
        assertThat(rows.get(0).getField("ratio")).isEqualTo("0.9292763015444513");
        assertThat(rows.get(0).getField("observed_rate")).isEqualTo("0.0371372893366481");
        assertThat(rows.get(0).getField("required_rate")).isEqualTo("0.03996366772178109");
        assertThat(rows.get(0).getField("required_rate_from_now")).isEqualTo("0.04137974399241059");
        assertThat(rows.get(0).getField("score")).startsWith("2.3519735824603");
        assertThat(rows.get(2).getField("coefficient")).startsWith("0.62870462266958");
        assertThat(rows.get(4).getField("reason")).isEqualTo("not assessable: no value of a base year");
        assertThat(err.toString())
                .contains("indicators.csv:8: column 8 (target_year): Target year must be there if a target is")
                .contains("indicators.csv:9: column 6 (direction): Direction must be 1 or -1: up")
                .contains("indicators.csv:10: Units must be the same: ratio and number")
                .contains("3 rows refused");
    }

    @Test
    void onTrack_byOtherSchemes() throws IOException {
        Path file = directory.resolve("indicators.csv");
        Files.writeString(file, INDICATORS);

        run("on-track", file.toString(), "--scheme", "eurostat");
        assertThat(rows(out.toString()).get(0).getField("status")).isEqualTo("moderate-progress");
        out.getBuffer().setLength(0);
        run("on-track", file.toString(), "--scheme", "un", "--lang", "zh");
        NamedCsvRecord first = rows(out.toString()).get(0);
        assertThat(first.getField("ratio")).isEqualTo("0.91");
        assertThat(first.getField("score")).isEqualTo("2");
        assertThat(first.getField("reason")).startsWith("有进展,但需加快:实际增长 ≈ 年均3.714%");
        assertThat(run("on-track", file.toString(), "--scheme", "oecd")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("Scheme must be statcan, eurostat or un: oecd");
        assertThat(run("on-track", file.toString())).isEqualTo(Main.FAILED);
    }

    // ---- talent ----

    private static final String PLAN = """
            {"firstYear": 2025, "lastYear": 2035, "tiers": [
              {"id": "craftsmen", "name": {"en": "Craftsmen", "zh": "工匠"}, "openingStock": "0", "lossRate": "0.01",
               "cadence": {"size": "50", "everyYears": 2, "firstYear": 2025}, "target": "300"}]}
            """;

    /** 50 × (1 + 0.99^2 + … + 0.99^10) and 0.99^1500; see the tests of the calculators. */
    @Test
    void talent_writesFlowsAndWhatTheTargetTakes() throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, PLAN);
        Path result = directory.resolve("talent.json");

        assertThat(run("talent", file.toString(), "--out", result.toString(), "--simulate", "500"))
                .isZero();

        JsonNode json = SaidaoJson.mapper().readTree(result);
        assertThat(json.get("flows")).hasSize(11);
        JsonNode tier = json.get("tiers").get(0);
        assertThat(tier.get("closing").asString()).isEqualTo("285.4651464418862295005");
        assertThat(tier.get("requiredRoundSize").asString()).isEqualTo("52.5458192951539");
        assertThat(tier.get("requiredWholeRoundSize").asString()).isEqualTo("53");
        assertThat(tier.get("yearReached").asInt()).isEqualTo(2037);
        assertThat(tier.get("probability").get("exact").asString()).isEqualTo("0.000000283655949032");
        assertThat(tier.get("probability").get("simulated").asString()).isEqualTo("0");
        assertThat(out.toString())
                .contains("Craftsmen: target 300 by 2035, expected 285.5")
                .contains("required size of a round: 52.55, in whole people 53")
                .contains("probability: 0.0000002837")
                .contains("convention: losses are taken off the opening stock, then people come");
    }

    @Test
    void talent_withoutOut_printsTheResults() throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, PLAN.replace("\"0\"", "\"0.5\""));

        assertThat(run("talent", file.toString())).isZero();
        JsonNode tier =
                SaidaoJson.mapper().readTree(out.toString()).get("tiers").get(0);
        assertThat(tier.get("probabilityMissing").asString())
                .isEqualTo("Opening stock of tier craftsmen must be whole: 0.5");
        assertThat(tier.has("probability")).isFalse();
    }

    /** By hand: 900 people at 10% are 810 a year later; 1 a year makes 2000 in 2000 years. */
    @Test
    void talent_saysWhatIsLostWhatTakesLongAndWhatNoRunReached() throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, """
                {"firstYear": 2026, "lastYear": 2035, "counting": "WHOLE_PERSONS", "tiers": [
                  {"id": "lost", "openingStock": "1000", "lossRate": "0.1", "target": "900"},
                  {"id": "slow", "openingStock": "0", "intake": "1", "target": "2000"},
                  {"id": "many", "openingStock": "99999999999", "lossRate": "0.1", "target": "9"}]}
                """);
        Path result = directory.resolve("talent.json");

        assertThat(run("talent", file.toString(), "--out", result.toString())).isZero();

        JsonNode tiers = SaidaoJson.mapper().readTree(result).get("tiers");
        assertThat(tiers.get(0).get("lostIn").asInt()).isEqualTo(2027);
        assertThat(tiers.get(1).get("yearReached").asInt()).isEqualTo(4025);
        assertThat(tiers.get(2).get("probabilityMissing").asString())
                .isEqualTo("Opening stock of tier many must be at most 100000000 for a probability: 99999999999");
        assertThat(out.toString()).contains("there before the target year, and lost in 2027", "reached in 4025");
    }

    /** No run of a thousand reaches it: the probability is 0 to about 0.003. */
    @Test
    void talent_targetThatNoRunReaches_hasAnIntervalAllTheSame() throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, PLAN);

        assertThat(run("talent", file.toString(), "--simulate", "1000")).isZero();

        JsonNode chance =
                SaidaoJson.mapper().readTree(out.toString()).get("tiers").get(0).get("probability");
        assertThat(chance.get("simulatedLow").asDouble()).isZero();
        // by the rule of three: 1 - 0.05^(1/1000)
        assertThat(chance.get("simulatedHigh").asDouble()).isCloseTo(0.00299124, within(1e-7));
    }

    /** 0.1^300: all of 300 people must stay of whom a tenth does. */
    @Test
    void talent_targetNextToImpossible_isNotZero() throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, """
                {"firstYear": 2025, "lastYear": 2025, "tiers": [
                  {"id": "t", "openingStock": 300, "lossRate": "90%", "target": 300}]}
                """);
        Path result = directory.resolve("talent.json");

        assertThat(run("talent", file.toString(), "--out", result.toString())).isZero();

        JsonNode chance =
                SaidaoJson.mapper().readTree(result).get("tiers").get(0).get("probability");
        assertThat(chance.get("exact").asDouble()).isCloseTo(1e-300, within(1e-308));
        assertThat(out.toString()).contains("probability: 1 × 10^-300");
    }

    @Test
    void talent_nullDocument_isRefused() throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, "null");

        assertThat(run("talent", file.toString())).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("Document must not be null");
    }

    @Test
    void talent_badPlan_namesThePlace() throws IOException {
        Path file = directory.resolve("plan.json");
        Files.writeString(file, PLAN.replace("\"0.01\"", "\"1.01\""));

        assertThat(run("talent", file.toString())).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .contains("plan.json: line 2", "tiers[0].lossRate: Rate must be 0 to 1, such as 0.03 or 3%: 1.01");
        assertThat(run("talent", directory.resolve("none.json").toString())).isEqualTo(Main.FAILED);
    }

    // ---- tracks compared ----

    /** Counted by hand in the dossier: market sizes B-01, B-08, B-22, growth rates B-02, B-09, B-11, B-21. */
    @Test
    void dossier_saysHowLittleOfTheTracksCanBeCompared() {
        assertThat(run("dossier")).isZero();
        assertThat(out.toString())
                .containsPattern("market size +3 of 10 +units differ, periods differ or are not given")
                .containsPattern("market growth per year +4 of 10 +periods differ or are not given")
                .containsPattern("trends +2 of 10 +periods differ or are not given")
                .containsPattern("value created +1 of 10 +nothing to compare with")
                .contains("cells with a figure: 20 of 130")
                .containsPattern("1 +embodied AI +4 of 13 +0 – 1 +1 – 10")
                .containsPattern("5 +autonomous agents +0 of 13 +0 – 1 +1 – 10")
                .contains("The figures put no two tracks in order: each may have any rank from 1 to 10.");
    }

    // ---- index ----

    private static final String META = """
            code,parent,level,weight,direction,name
            index,,2,1,1,Index
            jobs,index,1,3,1,Jobs
            idle,index,1,1,-1,Idle floor space
            """;

    private Path[] indexFiles(String data, String recipe) throws IOException {
        Path[] files = {directory.resolve("raw.csv"), directory.resolve("meta.csv"), directory.resolve("recipe.json")};
        Files.writeString(files[0], data);
        Files.writeString(files[1], META);
        Files.writeString(files[2], recipe);
        return files;
    }

    private int runIndex(Path[] files, Path result, String... options) {
        List<String> command = new ArrayList<>(List.of("index", "--data", files[0].toString()));
        command.addAll(List.of("--meta", files[1].toString(), "--recipe", files[2].toString()));
        command.addAll(List.of("--out", result.toString()));
        command.addAll(List.of(options));
        return run(command.toArray(String[]::new));
    }

    /** By hand: jobs 0, 0.5, 1 and idle 1, -, 0, with weights 3 and 1. */
    @Test
    void index_writesScoresRanksAndARecipeThatRepeatsThem() throws IOException {
        Path[] files = indexFiles("""
                unit,jobs,idle
                robots,10,5
                "space, near",15,
                fusion,20,9
                """, "{}");
        Path result = directory.resolve("index");

        assertThat(runIndex(files, result, "--bounds=observed")).isZero();

        assertThat(Files.readString(result.resolve("scores.csv"))).isEqualTo("""
                unit,index,jobs,idle
                robots,0.25,0,1
                "space, near",0.5,0.5,
                fusion,0.75,1,0
                """);
        assertThat(Files.readString(result.resolve("normalised.csv"))).startsWith("unit,jobs,idle\nrobots,0,1\n");
        assertThat(Files.readString(result.resolve("ranks.csv"))).isEqualTo("""
                unit,index,jobs,idle
                robots,3,3,1
                "space, near",2,2,
                fusion,1,1,2
                """);
        assertThat(Files.readString(result.resolve("statuses.csv")))
                .contains("\"space, near\",partial,complete,missing\n");
        assertThat(Files.readString(result.resolve("bounds.csv")))
                .contains(
                        "\"space, near\",index,0.375,0.625,2,2\n",
                        "\"space, near\",idle,0,1,1,2\n",
                        "fusion,index,0.75,0.75,1,1\n");
        assertThat(out.toString()).contains("Cells with a value: 5 of 6");

        files[2] = result.resolve("recipe.json");
        Path again = directory.resolve("again");
        assertThat(runIndex(files, again)).isZero();
        for (String name : List.of("normalised.csv", "scores.csv", "ranks.csv", "statuses.csv", "recipe.json")) {
            assertThat(Files.readString(again.resolve(name))).isEqualTo(Files.readString(result.resolve(name)));
        }
    }

    /** Nothing is known of idle space of one unit, and of the jobs of another one only that they are more than 20. */
    @Test
    void index_boundsOfCellsThatMayBeAnything() throws IOException {
        Path[] files = indexFiles("""
                unit,jobs,idle
                robots,10,5
                space,15,
                fusion,"(20, ∞)",9
                """, "{}");
        Path result = directory.resolve("index");
        assertThat(runIndex(files, result, "--bounds")).isZero();
        assertThat(Files.readString(result.resolve("bounds.csv")))
                .contains(
                        "space,jobs,0,0.5,2,2\n",
                        "space,idle,0,1,1,3\n",
                        "fusion,jobs,1,1,1,1\n",
                        "fusion,index,0.75,1,1,1\n",
                        // the score of 15 jobs comes as near to 0 as one likes
                        "robots,jobs,0,0,2,3\n");
        assertThat(Files.readString(result.resolve("statuses.csv"))).contains("fusion,partial,missing,complete\n");
        assertThat(runIndex(files, result, "--bounds=some")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("--bounds must be unlimited or observed: some");
    }

    @Test
    void index_yearsGroupsTracesAndRobustness() throws IOException {
        Path[] files = indexFiles("""
                unit,group,year,jobs,idle
                robots,a,2024,8,5
                robots,a,2025,,5
                robots,a,2026,12,5
                space,b,2025,20,
                fusion,b,2025,30,9
                """, "{\"imputation\": \"LINEAR\"}");
        Path plan = directory.resolve("plan.json");
        Files.writeString(plan, """
                {"runs": 50, "seed": 3, "weightNoise": "0.5", "imputations": ["LINEAR", "GROUP_MEAN"]}
                """);
        Path result = directory.resolve("index");
        String[] options = {"--year=2025", "--trace", "--robustness", plan.toString(), "--top=2"};
        assertThat(runIndex(files, result, options)).isZero();
        // 10 jobs lie between 8 and 12
        assertThat(Files.readString(result.resolve("cells.csv")))
                .contains(
                        "robots,jobs,,filled,filled,linear,,10\n",
                        "robots,jobs,,filled,normalized,min-max,10,0\n",
                        "space,idle,,missing,,,,\n",
                        "space,index,,partial,aggregated,arithmetic,,0.5\n");
        assertThat(Files.readString(result.resolve("robustness.csv")))
                .startsWith("unit,code,rank,median_rank,rank_5,rank_95,mean_rank_shift,chance_of_top_2\n");
        assertThat(Files.readString(result.resolve("sensitivity.csv")))
                .contains("index,weight-noise,")
                .contains("index,imputation,");
        String ranks = Files.readString(result.resolve("robustness.csv"));
        assertThat(Files.readString(result.resolve("robustness.json"))).contains("\"seed\" : 3");
        options[3] = result.resolve("robustness.json").toString();
        assertThat(runIndex(files, result, options)).isZero();
        assertThat(Files.readString(result.resolve("robustness.csv"))).isEqualTo(ranks);
        options[0] = "--year=2020";
        assertThat(runIndex(files, result, options)).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("Year must be in the data: 2020");
        assertThat(runIndex(files, result, "--top=0")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("--top must be 1 or more: 0");
    }

    @Test
    void index_outliers_areLogged() throws IOException {
        Path[] files = indexFiles("""
                unit,jobs,idle
                a,1,5
                b,2,5
                c,3,4
                d,4,3
                e,5,6
                f,6,1
                g,7,2
                h,8,8
                i,9,7
                j,100,9
                """, "{\"outliers\": {\"methods\": [\"WINSORISE\"]}}");
        Path result = directory.resolve("index");
        assertThat(runIndex(files, result)).isZero();
        // SciPy 1.17.1: G1 3.118895745239087, G2 9.799244716163662; then j counts as 9
        assertThat(Files.readString(result.resolve("outliers.csv")))
                .contains("jobs,3.118895745239,9.799244716164,winsorise,j,,");
        assertThat(Files.readString(result.resolve("normalised.csv")))
                .contains("i,1,")
                .contains("j,1,");
    }

    @Test
    void index_badCells_areNamed() throws IOException {
        Path[] files = indexFiles("""
                unit,jobs,idle,year
                robots,"[5, 1]",5,2025
                space,"[1, 1e200]",5,2025
                fusion,1,5,2025
                """, "{}");
        assertThat(runIndex(files, directory.resolve("index"))).isEqualTo(Main.SOME_ROWS_REFUSED);
        assertThat(err.toString()).contains("raw.csv:2: column 2 (jobs): ").contains("raw.csv:3: column 2 (jobs): ");
        Files.writeString(files[0], "unit,jobs,idle,year\nrobots,1,5,2025\nfusion,1,5,\nrobots,2,5,2025\n");
        assertThat(runIndex(files, directory.resolve("index"))).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .contains("raw.csv:3: column 4 (year): Year must be there: ''")
                .contains("raw.csv:4: column 1 (unit): Unit must be there once: robots")
                .contains("raw.csv: Every row must be good, as one row less changes all results: 2 refused");
    }

    @Test
    void index_badCells_areMissingAndSaidSo() throws IOException {
        Path[] files = indexFiles("""
                unit;name;jobs;idle
                robots;Robots;10;5
                fusion;Fusion;many;9
                space;Space;1e200;9
                brains;Brains;20,5;n/a
                """, "{}");
        Path result = directory.resolve("index");

        assertThat(runIndex(files, result)).isEqualTo(Main.SOME_ROWS_REFUSED);

        assertThat(Files.readString(result.resolve("ranks.csv")))
                .contains("robots,2,2,")
                .contains("brains,1,1,");
        assertThat(err.toString())
                .contains("raw.csv: Columns kept aside: name")
                .contains(
                        "raw.csv:3: column 3 (jobs): Number must be digits, such as 12.5 or 2,388, or a sign that there is "
                                + "none, such as NA: many; taken as missing")
                .contains("raw.csv:4: column 3 (jobs): ")
                .contains("2 rows refused");
    }

    @Test
    void index_badFrameworkOrRecipe_isRefusedAsAWhole() throws IOException {
        Path[] files = indexFiles("unit,jobs,idle\nrobots,10,5\n", "{\"ties\": \"COIN\"}");
        assertThat(runIndex(files, directory.resolve("index"))).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("recipe.json: line 1").contains("COIN");

        Files.writeString(files[2], "{}");
        Files.writeString(files[1], META.replace("jobs,index,1,3,1", "jobs,index,1,3,up"));
        assertThat(runIndex(files, directory.resolve("index"))).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .contains("meta.csv:3: column 5 (direction): Direction must be 1 or -1: up")
                .contains("meta.csv: Every row must be good, as one row less changes all results: 1 refused");

        Files.writeString(files[1], META.replace("idle,index", "idle,tracks"));
        assertThat(runIndex(files, directory.resolve("index"))).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("Parent of idle must be in the framework: tracks");
        assertThat(directory.resolve("index")).doesNotExist();
    }

    // ---- fans ----

    /**
     * 238.8 billion in 2030 at 73 % for five years is 15.41 billion in 2025; the printed digits leave 15.19 to 15.64. Over 100 billion has
     * no upper end.
     */
    @Test
    void dossier_drawsFansWhereBoundsAllow() throws IOException {
        Path target = directory.resolve("report");
        assertThat(run("dossier", "--out", target.toString())).isZero();
        assertThat(out.toString())
                .containsPattern(
                        "Fan of embodied AI .*\\n +2025 +≈ CNY 15.41 billion CNY \\[15.2\\d*, 15.6\\d*\\] billion")
                .containsPattern("quantum computing +no fan: a figure has no upper end")
                .containsPattern("nuclear fusion +no fan: a rate without a size")
                .contains("No track has sizes of two years or more: there is no series to forecast from.");
        String page = Files.readString(target.resolve("index.html"));
        assertThat(page).contains("What the printed digits leave open", "put no two tracks in order");
        Path again = directory.resolve("again");
        assertThat(run("dossier", target.resolve("dossier.json").toString(), "--out", again.toString()))
                .isZero();
        assertThat(Files.readString(again.resolve("dossier.json")))
                .isEqualTo(Files.readString(target.resolve("dossier.json")));
    }

    // ---- fit and forecast ----

    /** A straight line goes on: 150 is followed by 160 by the drift. */
    @Test
    void forecast_levelsLimitsBacktestAndJson() throws IOException {
        Path file = directory.resolve("line.csv");
        Files.writeString(file, "id,2024,2023,2022,2021,2020,2019\nx,150,140,130,120,110,100\n");
        String name = file.toString();
        assertThat(run("forecast", name, "--horizon", "1", "--method", "drift", "--level", "80,0.95"))
                .isZero();
        assertThat(out.toString())
                .startsWith("id,step,point,low_80,high_80,low_95,high_95,method,time\nx,1,160,")
                .endsWith(",drift,2025\n");
        assertThat(run("forecast", name, "--horizon", "3", "--method", "drift", "--floor", "0", "--cap", "165"))
                .isZero();
        assertThat(out.toString()).contains("x,1,160,").contains("x,2,165,").contains(",165,drift,2026\n");
        assertThat(run("forecast", name, "--horizon", "1", "--cap", "120")).isEqualTo(Main.SOME_ROWS_REFUSED);
        assertThat(err.toString()).contains("Value of 2022 must be within floor and cap");
        assertThat(run("forecast", name, "--horizon", "1", "--method", "holt", "--backtest"))
                .isZero();
        // from 2022 and 2023 on; the drift goes on exactly
        assertThat(out.toString())
                .contains("id,method,forecasts,smape,mase,msis,coverage\nx,naive,2,")
                .contains("x,drift,2,0,0,")
                .contains("x,holt,2,");
        assertThat(run("forecast", name, "--horizon", "1", "--method", "drift", "--json"))
                .isZero();
        String written = out.toString();
        JsonNode json = SaidaoJson.mapper().readTree(written.substring(written.indexOf("[{")));
        assertThat(json.get(0).get("id").asString()).isEqualTo("x");
        assertThat(json.get(0).get("forecast").get("years").get(0).get("point").asDouble())
                .isEqualTo(160);
        assertThat(run("forecast", name, "--horizon", "1", "--level", "9")).isEqualTo(Main.FAILED);
        assertThat(run("forecast", name, "--horizon", "1", "--backtest", "--json"))
                .isEqualTo(Main.FAILED);
    }

    /** Doubling but for the last digit is an exponential curve; a logistic one has a parameter more for it. */
    @Test
    void fit_comparesCurves() throws IOException {
        Path file = directory.resolve("doubling.csv");
        Files.writeString(file, "time,value\n2015,10\n2016,20.1\n2017,39.9\n2018,80\n2019,160.2\n2020,320\n2021,640\n");
        assertThat(run("fit", file.toString(), "--curve", "logistic,exponential"))
                .isZero();
        assertThat(out.toString())
                .startsWith("curve,aicc,bic,rss,saturation,parameters,warnings\nexponential,")
                .contains("\nlogistic,");
        assertThat(run("fit", file.toString(), "--curve", "exponential", "--json"))
                .isZero();
        String written = out.toString();
        assertThat(SaidaoJson.mapper()
                        .readTree(written.substring(written.indexOf('{')))
                        .get("curve")
                        .asString())
                .isEqualTo("exponential");
    }

    /** Population of the United States, 1790 to 1970; parameters by R, SSlogis. */
    @Test
    void fit_printsParametersWithTheirErrors() throws IOException {
        double[] population = {
            3.93, 5.31, 7.24, 9.64, 12.9, 17.1, 23.2, 31.4, 39.8, 50.2, 62.9, 76, 92, 105.7, 122.8, 131.7, 151.3, 179.3,
            203.2
        };
        StringBuilder csv = new StringBuilder("time,value\n");
        for (int i = 0; i < population.length; i++) {
            csv.append(1790 + 10 * i).append(',').append(population[i]).append('\n');
        }
        Path file = directory.resolve("population.csv");
        Files.writeString(file, csv);
        assertThat(run("fit", file.toString(), "--curve", "logistic")).isZero();
        assertThat(out.toString())
                .startsWith("name,value,standard_error\nsaturation,315.5446")
                .contains("\nmidpoint,1949.1925")
                .contains("\nscale,40.6039")
                .contains("\nrss,276.771420")
                .doesNotContain("warning");
        assertThat(run("fit", file.toString(), "--curve", "logistic", "--fix", "saturation=400"))
                .isZero();
        assertThat(out.toString()).contains("\nsaturation,400,\n");
        assertThat(run("fit", file.toString(), "--curve", "logistic", "--saturation", "350:500"))
                .isZero();
        assertThat(out.toString()).contains("warning,saturation-at-bound: the saturation is at its bound,");
        assertThat(run("fit", file.toString(), "--curve", "exponential")).isZero();
        assertThat(out.toString()).contains("\norigin,1780,\nrss,");
        assertThat(run("fit", file.toString(), "--curve", "line")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("--curve must be one of those listed by --help: line");
        assertThat(run("fit", file.toString(), "--curve", "logistic", "--fix", "size=4"))
                .isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("Fixed parameter must be one of [saturation, midpoint, scale]: size");
        Files.writeString(file, "time,value\n1,2\n2,x\n");
        assertThat(run("fit", file.toString(), "--curve", "logistic")).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .contains("population.csv:3: column 2 (value): Number must be digits")
                .contains("Times must differ: 1.0");
    }

    /** A year without a value is no refused row, and of parts of years the reason is told. */
    @Test
    void fit_missingValuesAreLeftOut() throws IOException {
        Path file = directory.resolve("doubling.csv");
        Files.writeString(file, "time,value\n2015,10\n2016,n/a\n2017,39.9\n2018,80\n2019,\n2020,320\n");
        assertThat(run("fit", file.toString(), "--curve", "exponential")).isZero();
        assertThat(err.toString()).contains("doubling.csv: Times without a value, which are left out: 2016, 2019");
        String left = out.toString();
        Files.writeString(file, "time,value\n2015,10\n2017,39.9\n2018,80\n2020,320\n");
        assertThat(run("fit", file.toString(), "--curve", "exponential")).isZero();
        assertThat(out).hasToString(left + left);

        Files.writeString(file, "quarter,value\n2023Q1,10\n2023Q2,11\n2023Q3,12.5\n");
        assertThat(run("fit", file.toString(), "--curve", "exponential")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("doubling.csv:2: Series must have years, not parts of them");
    }

    /** As published: the newest year first, numbers grouped, a code beside the name, a missing sign. */
    @Test
    void forecast_ofAnyTable_saysTheYears() throws IOException {
        Path file = directory.resolve("table.csv");
        Files.writeString(
                file,
                "Unit: persons\n\nname;code;2023;2022;2021;2020\nx;156;1 300;1 200;1 100;1 000\ny;7;..;..;..;..\n");
        assertThat(run("forecast", file.toString(), "--horizon", "2", "--method", "drift"))
                .isEqualTo(Main.SOME_ROWS_REFUSED);
        assertThat(out.toString())
                .startsWith("id,step,point,low,high,method,time\nx,1,1400,")
                .contains(",drift,2024\n")
                .contains(",drift,2025\n");
        assertThat(err.toString()).contains("table.csv:5: Series must have a value: y");
    }

    @Test
    void forecast_ofRaggedRows() throws IOException {
        Path file = directory.resolve("series.csv");
        Files.writeString(file, """
                id,v1,v2,v3
                short,5
                "long, one",1,2,3,4,5,6
                gap,1,,3
                bad,1,x
                none
                """);
        assertThat(run("forecast", file.toString(), "--horizon", "2", "--method", "drift"))
                .isEqualTo(Main.SOME_ROWS_REFUSED);
        assertThat(out.toString())
                .startsWith("id,step,point,low,high,method\nshort,1,5,")
                .contains("\n\"long, one\",1,7,")
                .contains("\n\"long, one\",2,8,")
                .contains("\ngap,1,4,");
        assertThat(err.toString())
                .contains("series.csv:4: years without a value lie on the line between their neighbours: [2]")
                .contains(
                        "series.csv:5: column 3 (v2): Number must be digits, such as 12.5 or 2,388, or a sign that there "
                                + "is none, such as NA: x")
                .contains("series.csv:6: Series must have a value: none")
                .contains("2 rows refused");
        assertThat(run("forecast", file.toString(), "--horizon", "0")).isEqualTo(Main.FAILED);
        assertThat(run("forecast", file.toString(), "--horizon", "1", "--level", "20"))
                .isEqualTo(Main.FAILED);
        assertThat(run("forecast", file.toString(), "--horizon", "1", "--method", "guess"))
                .isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .contains("--horizon must be 1 to 1000: 0")
                .contains("--level must be 50 to 99 or 0.5 to 0.99: 20.0")
                .contains("--method must be one of those listed by --help: guess");
        assertThat(run("forecast", file.toString(), "--horizon", "1", "--method", "holt-sqrt"))
                .isEqualTo(Main.SOME_ROWS_REFUSED);
        assertThat(out.toString()).contains(",holt-sqrt\n");
    }

    // ---- the policy side of the dossier ----

    @Test
    void dossier_showsWhatTheTargetsTake() throws IOException {
        Path target = directory.resolve("report");
        assertThat(run("dossier", "--out", target.toString())).isZero();

        assertThat(out.toString())
                .containsPattern("Beijing Grand Craftsmen +6 +1% +285.5 +16.23 +52.55 +28.66 +0.0000002837 +22")
                .containsPattern("Beijing Grand Craftsmen +5 +0% +250 +50 +60 +30 +0 +50")
                .containsPattern("National Craftsmen +6 +0% +- +- +5 +2.727")
                .containsPattern("district or industry craftsmen +5 +0% +- +- +300 +150")
                .containsPattern(
                        "selection +evaluation +one assessment, two certificates +grants vocational skill level certificate")
                .contains("cannot be assessed, since the page gives no baseline");
        JsonNode json = SaidaoJson.mapper().readTree(target.resolve("dossier.json"));
        assertThat(json.get("studies")).hasSize(18);
        assertThat(json.get("policy").get(0).get("measures")).hasSize(8);
        assertThat(json.get("derived").findValuesAsString("id"))
                .contains("talent.grand-craftsmen.from-year-before.loss-1.expected");
        assertThat(Files.readString(target.resolve("index.html"))).contains("What each target takes", "一评双证");
    }

    /** A report of a dossier without relations, tracks or a policy side can be read again too. */
    @Test
    void dossier_ofFewThings_isReadAgain() throws IOException {
        Path mine = directory.resolve("mine.json");
        Files.writeString(mine, """
                {"format": "saidao-dossier/1", "id": "mine", "title": {"en": "mine", "zh": "我的"}}
                """);
        Path target = directory.resolve("report");

        assertThat(run("dossier", mine.toString(), "--out", target.toString())).isZero();
        assertThat(run("dossier", target.resolve("dossier.json").toString())).isZero();
        assertThat(err.toString()).isEmpty();
    }

    private static List<NamedCsvRecord> rows(String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }

    /**
     * For each repair stands the share of the wrong numbers that it would excuse, 0 to 1; some have none. The least is first but for what
     * the source itself says by the years of the rate.
     */
    private static void assertShares(String repairs, String shares) {
        String[] codes = repairs.split(";", -1);
        String[] each = shares.split(";", -1);
        List<BigDecimal> all = new ArrayList<>();
        List<BigDecimal> unsaid = new ArrayList<>();
        assertThat(each).hasSameSizeAs(codes);
        for (int i = 0; i < each.length; i++) {
            if (!each[i].isEmpty()) {
                all.add(new BigDecimal(each[i]));
                if (!codes[i].equals("later-base") && !codes[i].startsWith("stated-span")) {
                    unsaid.add(new BigDecimal(each[i]));
                }
            }
        }
        assertThat(all).allSatisfy(share -> assertThat(share).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
        assertThat(unsaid).isSorted();
    }
}
