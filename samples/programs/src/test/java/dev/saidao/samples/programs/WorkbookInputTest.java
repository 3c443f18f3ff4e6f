package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program says the same of a workbook as of the CSV file that it is of. */
class WorkbookInputTest {

    @TempDir
    private Path directory;

    static Stream<List<String>> programs() {
        String claims = """
                id,unit,start_value,start_year,end_value,end_year,rate
                a,USD bn,"1,000",2020,"1,210",2022,10%
                b,CNY 亿元,12.5,2020,,2022,
                """;
        String figures = """
                id,as_published,unit,qualifier,time,source
                t,4.8,亿千瓦,,,
                a,4.4,亿千瓦,,,
                b,3910,万千瓦,,,
                """;
        String relations = """
                id,kind,members
                s,sum,total=t;part=a;part=b
                """;
        String indicators = """
                id,base_year,base_value,current_year,current_value,direction,target,target_year,limit
                a,2015,50,2020,60,1,80,2030,
                """;
        String raw = """
                unit,name,a,b
                A,Alpha,1,5
                B,Beta,2,n/a
                C,Gamma,"3,5",9
                """;
        String meta = """
                code,parent,level,weight,direction
                I,,2,1,1
                a,I,1,1,1
                b,I,1,1,1
                """;
        return Stream.of(
                List.of("growth @", "id,base,rate,years,end\na,100,5%,2,\nb,abc,5%,2,\n"),
                List.of("audit @ --reading strict", claims),
                List.of("audit --figures @ --relations @", figures, relations),
                List.of("on-track @ --scheme un", indicators),
                List.of("forecast @ --horizon 2 --level 95", "id,2018,2019,2020,2021,2022\nx,10,11,12,13,15\n"),
                List.of("fit @ --curve logistic", "time,value\n2018,2\n2019,7\n2020,20\n2021,40\n2022,55\n2023,60\n"),
                List.of("table @", "year,gdp (USD bn)\n2019,1.5\n2020,..\n"),
                List.of("parse @", "id,kind,text,unit,published\na,figure,约3成,,\nb,unit,Foo,,\n"),
                List.of("index --data @ --meta @ --recipe RECIPE --out OUT", raw, meta));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void workbook_saysTheSame(List<String> program) throws IOException {
        assertThat(run(program, true)).isEqualTo(run(program, false));
    }

    private String run(List<String> program, boolean workbook) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(workbook ? "xlsx" : "csv"));
        Path recipe = Files.writeString(folder.resolve("recipe.json"), "{}");
        Path results = folder.resolve("out");
        List<String> arguments = new ArrayList<>();
        int next = 1;
        for (String word : program.get(0).split(" ")) {
            if (word.equals("@")) {
                Path csv = Files.writeString(folder.resolve("in" + next + ".csv"), program.get(next));
                arguments.add((workbook ? Workbooks.of(csv) : csv).toString());
                next++;
            } else {
                arguments.add(
                        word.equals("RECIPE") ? recipe.toString() : word.equals("OUT") ? results.toString() : word);
            }
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments.toArray(String[]::new));
        String scores = Files.exists(results) ? Files.readString(results.resolve("scores.csv")) : "";
        String said = err.toString()
                .replace(folder.toString(), "")
                .replace(".csv.xlsx", ".csv")
                .replace("UTF-8, separator \",\"", "SHEET")
                .replace("xlsx, sheet \"Sheet1\"", "SHEET");
        return status + "\n" + out.toString().replace(folder.toString(), "") + "\n" + said + "\n" + scores;
    }
}
