package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a statistics office does with the program in a year. */
class OnTrackProgramTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    private List<NamedCsvRecord> rows() throws IOException {
        return rows(out.toString());
    }

    private static List<NamedCsvRecord> rows(String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }

    private static final String INDICATORS = """
            id,group,base_year,direction,target,target_year,unit,milestones,owner
            1.1,Goal 1 > Target 1.1,2015,-1,3,2030,%,2018=8; 2025=5,Ministry A
            1.2,Goal 1,2014,1,90,2030,,,Ministry B
            2.1,Goal 2,,1,,,,,
            """;
    private static final String SERIES = """
            id,series,year,value
            1.1,,2014-15,12
            1.1,,2015-16,10
            1.1,,2018-19,8
            1.1,,2020-21,7
            1.2,women,2015,50
            1.2,women,2020,60
            1.2,men,2016,50
            1.2,men,2020,50
            1.2,men,2021,..
            2.1,,2015,100
            2.1,,2020,110
            3.1,,2015,1
            """;

    /** Growth of women as in the test of the calculator: 3.71% a year where 4.00% is needed. */
    @Test
    void series_startWithTheFirstLaterYear() throws IOException {
        int status = run(
                "on-track",
                file("i.csv", INDICATORS).toString(),
                "--series",
                file("s.csv", SERIES).toString(),
                "--scheme",
                "statcan",
                "--groups",
                directory.resolve("groups.csv").toString(),
                "--json",
                directory.resolve("progress.json").toString());

        assertThat(status).isZero();
        List<NamedCsvRecord> rows = rows();
        assertThat(rows)
                .extracting(row -> row.getField("id") + " " + row.getField("series") + ": " + row.getField("base_year")
                        + "-" + row.getField("current_year") + " " + row.getField("status"))
                .containsExactly(
                        "1.1 : 2015-2020 acceleration-needed",
                        "1.2 women: 2015-2020 acceleration-needed",
                        "1.2 men: 2016-2020 limited-progress",
                        "2.1 : 2015-2020 on-track");
        assertThat(rows.get(1).getField("ratio")).startsWith("0.92927630154445");
        assertThat(rows.get(0).getField("owner")).isEqualTo("Ministry A");
        // 10% in 2015 to 8% in 2018 and 5% in 2025: 7.142857% in 2020; 7% is 0.142857 points less
        assertThat(rows.get(0).getField("deviation")).startsWith("-0.00142857142857");
        assertThat(rows.get(0).getField("milestones")).isEqualTo("2018=met;2025=ahead");
        // 7 × 0.7^(n/5) is at most 3 from the 12th year on (0.7^(11/5) × 7 = 3.19, 0.7^(12/5) × 7 = 2.97)
        assertThat(rows.get(0).getField("year_reached")).isEqualTo("2032");
        assertThat(rows.get(2).getField("year_reached")).isEqualTo("never");
        assertThat(err.toString()).contains("Series without an indicator: 3.1");

        List<NamedCsvRecord> groups = rows(Files.readString(directory.resolve("groups.csv")));
        assertThat(groups)
                .extracting(row -> row.getField("group") + "|" + row.getField("indicator") + "|"
                        + row.getField("members") + "|" + row.getField("status"))
                .containsExactly(
                        "||2|on-track",
                        "Goal 1||2|acceleration-needed",
                        "Goal 1|1.2|2|limited-progress",
                        "Goal 1 > Target 1.1||1|acceleration-needed",
                        "Goal 2||1|on-track");
        JsonNode json = SaidaoJson.mapper().readTree(directory.resolve("progress.json"));
        assertThat(Schemas.faults(json.toString())).isEmpty();
        assertThat(json.get("format").asString()).isEqualTo("saidao-progress/1");
        assertThat(json.get("series")).hasSize(4);
        assertThat(json.get("groups")).hasSize(5);
    }

    @Test
    void rangesAndChanges() throws IOException {
        int status = run("on-track", file("i.csv", """
                                id,base_year,base_value,current_year,current_value,direction,target_low,target_high,target_change,target_year
                                between,2020,70,2025,50,,45,55,,2030
                                ceiling,2020,40,2025,60,,,55,,2030
                                halved,2015,40,2019,36,-1,,,halve,2030
                                quadrupled,2015,25,2020,36.6,1,,,翻两番,2030
                                both,2015,25,2020,36.6,1,,55,double,2030
                                odd,2015,25,2020,36.6,1,,,bigger,2030
                                """).toString(), "--scheme", "statcan");

        assertThat(status).isEqualTo(Main.SOME_ROWS_REFUSED);
        assertThat(rows())
                .extracting(row -> row.getField("id") + ": " + row.getField("status"))
                .containsExactly(
                        "between: target-achieved",
                        "ceiling: deterioration",
                        "halved: limited-progress",
                        "quadrupled: acceleration-needed");
        // as in the test of the calculator, from 40 to 20
        assertThat(rows().get(2).getField("ratio")).startsWith("0.57566822176617");
        assertThat(err.toString())
                .contains(
                        "i.csv:6: column 9 (target_change): Column must be empty beside a range: double",
                        "i.csv:7: column 9 (target_change): Relative target must be halve, double");
    }

    /** Within one point of 100%, by the unit, whether the cells have signs or not; 99.5 of anything else is short of 100. */
    @Test
    void unit_saysWhatIsAPercentage() throws IOException {
        int status = run("on-track", file("i.csv", """
                                id,base_year,base_value,current_year,current_value,direction,target,target_year,unit
                                bare,2015,90,2020,99.5,1,100,2030,%
                                signed,2015,90%,2020,99.5%,1,100%,2030,%
                                no unit,2015,90%,2020,99.5%,1,100%,2030,
                                other,2015,90,2020,99.5,1,100,2030,km
                                mixed,2015,90,2020,99.5%,1,100,2030,km
                                """).toString(), "--scheme", "un");

        assertThat(status).isEqualTo(Main.SOME_ROWS_REFUSED);
        assertThat(rows())
                .extracting(row -> row.getField("id") + ": " + row.getField("status"))
                .containsExactly(
                        "bare: target-achieved",
                        "signed: target-achieved",
                        "no unit: target-achieved",
                        "other: on-track");
        assertThat(err.toString()).contains("i.csv:6: column 5 (current_value): Units must be the same: ");
    }

    @Test
    void duplicatesAndOddYears_areRefused() throws IOException {
        String indicators = file("i.csv", """
                        id,base_year,direction,target,target_year
                        a,2015,1,10,2030
                        a,2015,1,12,2030
                        b,2015-20,1,10,2030
                        c,2015,1,10,2030
                        """).toString();
        String series = file(
                        "s.csv", "id,year,value\na,2015,5\na,2016,6\na,2016,7\nb,2015,5\na,2014-16,4\na,FY 2017/18,8\n")
                .toString();

        assertThat(run("on-track", indicators, "--series", series, "--scheme", "eurostat"))
                .isEqualTo(Main.SOME_ROWS_REFUSED);

        assertThat(rows())
                .extracting(row -> row.getField("id") + row.getField("current_year"))
                .containsExactly("a2017");
        assertThat(err.toString())
                .contains(
                        "s.csv:4: column 2 (year): Year must be there once in a series, as in line 3: 2016",
                        "s.csv:6: column 2 (year): Year must be one year, such as 2015 or 2015-16: 2014-16",
                        "i.csv:3: column 1 (id): Indicator must be there once, as in line 2: a",
                        "i.csv:4: column 2 (base_year): Year must be one year",
                        "i.csv:5: column 1 (id): Indicator must have values among the series: c",
                        "5 rows refused");
    }

    @Test
    void ownThresholds_fromAFile() throws IOException {
        String indicators = file("i.csv", """
                        id,base_year,base_value,current_year,current_value,direction,target,target_year
                        a,2015,100,2016,109,1,121,2017
                        """).toString();
        String own = file("own.json", """
                        {"id": "city", "name": {"en": "the city's own", "zh": "本市标准"}, "scheme": "STATISTICS_CANADA",
                         "withTarget": ["0.9", "0.5", "0"]}
                        """).toString();

        assertThat(run("on-track", indicators, "--scheme", own)).isZero();

        assertThat(rows().get(0).getField("status")).isEqualTo("on-track");
        assertThat(rows().get(0).getField("score")).isEqualTo("4");
        assertThat(run(
                        "on-track",
                        indicators,
                        "--scheme",
                        file("bad.json", "{\"id\": \"x\"}").toString()))
                .isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("bad.json");
    }
}
