package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In Chinese, every refusal of every program is Chinese: no sentence of a rule is left in English. */
class ChineseMessagesTest {

    /** What an English rule says; help is printed in both languages. */
    private static final Pattern ENGLISH_RULE =
            Pattern.compile("\\b(?:must|[Uu]nexpected|[Ii]nvalid|expected|cannot|[Uu]nknown|[Mm]issing)\\b");

    @TempDir
    private Path directory;

    /** A command, then names and contents of its files. */
    static Stream<List<String>> inputs() {
        return Stream.of(
                List.of(
                        "growth g.csv",
                        "g.csv",
                        "id,base,rate,years,end\na,abc,5%,2,\nb,0,,2,5\nc,100,0%,,200\nd,100,5%,1000000000,\ne,over 100,5%,2,\nf,1,2\ng,100,,5,-10\nh,100,5%,2,3\ni,100 USD,,2,100 EUR\nj,-5,5%,2.5,\nk,100,-200%,2,\nl,1e999,5%,2,\nm,100,5%,x,\nn,100,3000%,9999,\n"),
                List.of(
                        "audit c.csv",
                        "c.csv",
                        "id,unit,start_value,start_year,end_value,end_year,rate,rate_from,rate_to,start_qualifier\na,Foo,1,2020,2,2021,5%,,,\nb,USD bn,x,2020,2,2021,5%,,,\nc,USD bn,1,20x0,2,2021,5%,,,\nd,USD bn,1,2022,2,2021,5%,,,\ne,USD bn,-1,2020,2,2021,5%,,,\nf,USD bn,1,2020,2,2021,5,,,\ng,USD bn,1,2020,2,2021,5%,2025,2020,\nh,元/吨,1,2020,2,2021,5%,,,\ni,,1,2020,2,2021,5%,,,\nj,USD bn;m;n,1,2020,2,2021,5%,,,\nk,USD bn,1,2020,2,2021,abc%,,,\nl,USD bn,1,2020,9-4,2021,5%,,,\n"),
                List.of(
                        "audit --figures f.csv --relations r.csv",
                        "f.csv",
                        "id,as_published,unit,qualifier,time,source\na,12,Foo,,,\na,13,USD bn,,,\nb,x,USD bn,,,\nc,5,USD bn,wow,20x,\nd,¥5,,,,\ne,7,USD bn,,,\n B!,7,USD bn,,,\n",
                        "r.csv",
                        "id,kind,members\nr1,summ,total=a;part=b\nr2,sum,total=zz;part=e\nr3,sum,foo=e\nr4,sum,\nr5,share,whole=e\nr6,growth,base=e;end=e;rate=e;years=x\nr7,sum,total\n"),
                List.of(
                        "on-track i.csv --scheme un",
                        "i.csv",
                        "id,base_year,base_value,current_year,current_value,direction,target,target_year,limit\na,2020,1,2015,2,1,5,2030,\nb,2015,x,2020,2,1,5,2030,\nc,2015,1,2020,2,7,5,2030,\nd,2015,-1,2020,2,1,5,2030,\ne,2015,0,2020,2,1,5,2030,\nf,20z5,1,2020,2,1,5,2030,\ng,2015,1,2020,2,1,5,2010,\nh,2015,,2020,2,1,5,2030,\n"),
                List.of("on-track i.csv --scheme foo", "i.csv", "id\n"),
                List.of("on-track i.csv", "i.csv", "id\n"),
                List.of("forecast s.csv --horizon 0", "s.csv", "id,2019,2020\na,1,2\n"),
                List.of("forecast s.csv --horizon 2 --level 200", "s.csv", "id,2019,2020\na,1,2\n"),
                List.of("forecast s.csv --horizon 2", "s.csv", "id,2019,2020\na,1,abc\nb,,\nc,1,\nd,1,2\n"),
                List.of("forecast s.csv --horizon 2 --method foo", "s.csv", "id,2019,2020\na,1,2\n"),
                List.of("fit s.csv --curve foo", "s.csv", "time,value\n1,2\n"),
                List.of("fit s.csv --curve logistic", "s.csv", "time,value\n1,2\n2,x\n"),
                List.of("fit s.csv --curve logistic", "s.csv", "time,value\n1,2\n2,3\n"),
                List.of(
                        "fit s.csv --curve logistic --fix saturation=-5",
                        "s.csv",
                        "time,value\n2018,2\n2019,7\n2020,20\n2021,40\n2022,55\n"),
                List.of(
                        "fit s.csv --curve logistic --fix foo=-5",
                        "s.csv",
                        "time,value\n2018,2\n2019,7\n2020,20\n2021,40\n2022,55\n"),
                index(
                        "unit,a,b\nA,1,x\nA,2,3\nB,,4\n",
                        "code,parent,level,weight,direction\nI,,2,1,1\na,I,1,-1,1\nb,J,1,1,7\nc,I,1,1,1\n",
                        "{}"),
                index(
                        "unit,a,b\nA,1,3\nB,2,4\n",
                        "code,parent,level,weight,direction\nI,,2,1,1\na,I,1,1,1\nb,J,1,1,1\n",
                        "{}"),
                index(
                        "unit,a,b\nA,1,3\nB,2,4\n",
                        "code,parent,level,weight,direction\nI,,2,1,1\na,I,1,1,1\nb,I,1,1,1\n",
                        "{\"foo\":1}"),
                index("unit,a,b\nA,1,3\nB,2,4\n", "code,parent\nI,\n", "{"),
                List.of("talent p.json", "p.json", "{"),
                List.of("talent p.json", "p.json", "{\"tiers\":[]}"),
                talent("\"lossRate\": \"x\""),
                talent("\"lossRate\": \"[6%, 4%]\""),
                talent("\"lossRate\": 2"),
                talent("\"lossRate\": \"normal(1, 2)\""),
                talent("\"lossRate\": \"beta(0, 2)\""),
                talent("\"lossRate\": \"[1%, 2%, 3%]\""),
                talent("\"lossRate\": 0.1, \"losses\": [{\"reason\": \"r\", \"rate\": 0.1}]"),
                talent("\"losses\": [{\"reason\": \"r\", \"rate\": 0.6}, {\"reason\": \"s\", \"rate\": 0.6}]"),
                talent("\"losses\": [{\"reason\": \"r\", \"rate\": 0.1}, {\"reason\": \"r\", \"rate\": 0.1}]"),
                talent("\"losses\": [{\"reason\": \"r\", \"rate\": 0.1, \"rateByYear\": {\"2050\": 0.1}}]"),
                talent("\"moves\": [{\"to\": \"b\", \"rate\": 0.1}]"),
                talent("\"moves\": [{\"to\": \"a\", \"rate\": 0.1}]"),
                talent("\"promotionRate\": 0.1"),
                talent("\"ages\": {\"stock\": {\"40\": 3}, \"intakeAge\": 25, \"retirementAge\": 60}"),
                talent("\"ages\": {\"stock\": {\"70\": 5}, \"intakeAge\": 25, \"retirementAge\": 60}"),
                talent("\"ages\": {\"stock\": {\"40\": 5}, \"intakeAge\": 65, \"retirementAge\": 60}"),
                talent("\"milestones\": {\"2026\": 5}"),
                talent("\"target\": 9, \"milestones\": {\"2030\": 5}"),
                talent("\"target\": 9, \"milestones\": {\"2020\": 5}"),
                talent("\"target\": 9, \"targetYear\": 2020"),
                talent("\"targetYear\": 2028"),
                talent("\"target\": -9"),
                talent("\"intake\": -9"),
                talent("\"committedUntil\": 2050"),
                talent("\"lossRateByYear\": {\"2050\": 0.1}"),
                talent("\"intakeByYear\": {\"2050\": 1}"),
                talent(
                        "\"cadence\": {\"size\": 5, \"everyYears\": 2, \"firstYear\": 2026, \"sizeByYear\": {\"2027\": 1}}"),
                talent("\"cadence\": {\"size\": 5, \"everyYears\": 0, \"firstYear\": 2026}"),
                talent("\"cadence\": {\"size\": -5, \"everyYears\": 1, \"firstYear\": 2026}"),
                List.of(
                        "parse w.csv",
                        "w.csv",
                        "id,kind,text,unit,published\na,figure,abc,,\nb,foo,1,,\nc,unit,Foo,,\nd,period,xx,,\ne,period,今年,,\nf,period,今年,,20x\ng,period,2024-2020,,\nh,figure,30,rate,\ni,figure,1,Foo,\nj,period,2024-13-45,,\nk,period,every two years,,\n"),
                List.of("table t.csv", "t.csv", "a,b\n1,2\n"),
                List.of("table t.csv", "t.csv", "x\n"),
                List.of("table t.csv", "t.csv", ""),
                List.of("table t.csv", "t.csv", "year,v\n2019,abc\nxx,4\n2020,5\n"),
                List.of("dossier d.json", "d.json", "{"),
                List.of("dossier d.json", "d.json", "{\"format\":\"x\"}"),
                List.of("foo"),
                List.of("growth"),
                List.of("growth nofile.csv"),
                List.of("growth g.csv", "g.csv", "id,base\n1,2\n"),
                List.of("growth --foo g.csv"),
                List.of("audit"),
                List.of(
                        "audit c.csv --reading foo",
                        "c.csv",
                        "id,unit,start_value,start_year,end_value,end_year,rate,rate_from,rate_to,start_qualifier\n"),
                List.of("read nofile.txt --out o"),
                List.of("read"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void refusals_areChinese(List<String> input) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < input.size(); i += 2) {
            Files.writeString(directory.resolve(input.get(i)), input.get(i + 1));
        }
        for (String word : input.get(0).split(" ")) {
            boolean file = word.matches("\\w+\\.\\w+|o");
            arguments.add(file ? directory.resolve(word).toString() : word);
        }
        arguments.add("--lang");
        arguments.add("zh");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status = Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments.toArray(String[]::new));

        String said = err + (input.get(0).startsWith("parse") ? out.toString() : "");
        assertThat(status).isNotZero();
        assertThat(said.lines().filter(line -> !line.startsWith("Finds") && !line.startsWith("  ")))
                .isNotEmpty()
                .noneMatch(line -> ENGLISH_RULE.matcher(line).find());
    }

    /** A run of the program talent on a plan of one tier of five. */
    private static List<String> talent(String fields) {
        return List.of(
                "talent p.json",
                "p.json",
                "{\"firstYear\": 2026, \"lastYear\": 2030, \"tiers\": [{\"id\": \"a\", \"openingStock\": 5, " + fields
                        + "}]}");
    }

    /** A run of the program index on three files. */
    private static List<String> index(String data, String meta, String recipe) {
        return List.of(
                "index --data d.csv --meta m.csv --recipe r.json --out o",
                "d.csv",
                data,
                "m.csv",
                meta,
                "r.json",
                recipe);
    }
}
