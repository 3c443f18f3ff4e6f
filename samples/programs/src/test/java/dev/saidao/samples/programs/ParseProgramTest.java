package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows say what the wordings mean, decided by hand. */
class ParseProgramTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    @Test
    void parse_wordings_haveTheirMeaning() throws IOException {
        Path wordings = Files.writeString(directory.resolve("wordings.csv"), """
                id,kind,text,unit,published
                a,figure,$48-53 billion,,
                b,figure,3500多亿元,,
                c,figure,同比下降16.7%,,
                d,figure,"1,234 p",USD mn,
                e,figure,n/a,USD mn,
                f,unit,万台,,
                g,period,FY2024-25,,
                h,period,未来五年,,2026-03-27
                i,period,2030年左右,,
                """);

        assertThat(run("parse", wordings.toString())).isZero();

        assertThat(out.toString()).isEqualTo("""
                id,kind,value,value_to,unit,qualifier,low,high,low_closed,high_closed,from,to,granularity,error
                a,money,48000000000,53000000000,USD,none,47500000000,53500000000,true,true,,,,
                b,money,350000000000,,CNY,more-than-printed,350000000000,,false,,,,,
                c,step,-0.167,,ratio,none,-0.1675,-0.1665,true,true,,,,
                d,money,1234000000,,USD,none,1233500000,1234500000,true,true,,,,
                e,missing,,,,,,,,,,,,
                f,count,10000,,units,,,,,,,,,
                g,period,,,,,,,,,2024,2025,fiscal-year,
                h,period,,,,,,,,,2026,2031,span,
                i,period,,,,about,,,,,2030,2030,year,
                """);
    }

    @Test
    void parse_noOneReading_saysWhyInTheLanguageAskedFor() throws IOException {
        Path wordings = Files.writeString(directory.resolve("wordings.csv"), """
                id,kind,text
                a,figure,¥3500亿
                b,unit,USD bilion
                """);

        assertThat(run("parse", wordings.toString(), "--lang", "zh")).isEqualTo(1);

        assertThat(out.toString())
                .contains("a,,,,,,,,,,,,,单位须确定：¥ 既是日元也是人民币的符号：请写 JPY 或 CNY")
                .contains("b,,,,,,,,,,,,,单位须为已知单位：bilion（第5个字符处）：“USD bilion”；可以读作“billion”");
        assertThat(err.toString()).contains("2 行未处理");
    }

    @Test
    void audit_unknownWordsBesideNumbers_areSaidAndRefuseNoRow() throws IOException {
        Path claims = Files.writeString(directory.resolve("claims.csv"), """
                id,unit,start_value,start_year,end_value,end_year,rate,end_qualifier
                a,USD bn,8,2025,48-53,2030,43%,sizzling
                b,widgets,100,2020,121,2022,10%,
                c,USD bn,50,2024H1,120,2025,140%,
                d,USD mld,"634,5",2023,1.120,2032,"6,52%",
                """);

        assertThat(run("audit", claims.toString(), "--reading", "strict")).isZero();

        assertThat(out.toString())
                .contains("a,agrees-within-rounding,5,")
                .contains("b,agrees,2,")
                .contains("c,not-checkable,,,,,139.5,140.5,,,,no whole number of years lies between 2024-H1 and 2025")
                .contains("d,agrees,9,");
        assertThat(err.toString())
                .contains("end_qualifier: word not understood, and passed over: sizzling")
                .contains("unit: not known, and compared with itself alone: widgets");
    }
}
