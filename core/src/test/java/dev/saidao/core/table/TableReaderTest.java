package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small tables in the forms in which offices publish theirs; numbers are invented where no office is named. */
class TableReaderTest {

    @TempDir
    private Path directory;

    private StatisticalTable read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private StatisticalTable read(String text, Charset charset) throws IOException {
        return TableReader.withDefaults().read(Files.write(directory.resolve("t.csv"), text.getBytes(charset)));
    }

    private static List<String> shown(StatisticalTable table) {
        return table.observations().stream()
                .map(o -> o.series().name() + "|" + o.time() + "|"
                        + o.value().map(value -> value.toPlainString()).orElse("") + "|"
                        + o.series().unit() + "|" + o.series().multiplier().toPlainString() + "|" + o.status() + "|"
                        + o.flag())
                .toList();
    }

    @Test
    void read_yearsInHead_newestFirst_withGapAndCode() throws IOException {
        StatisticalTable table = read("id,code,2024,2021,2020\nx,156,150,130,n/a\n");

        assertThat(shown(table)).containsExactly("x|2024|150||1|A|", "x|2021|130||1|A|", "x|2020|||1|M|");
        assertThat(table.notes())
                .containsExactly(
                        Label.of("Column kept aside, as no year heads its numbers: code", "该列数字无年份标题,未作数值:code"));
        assertThat(table.dialect().in(Locale.ENGLISH))
                .isEqualTo("UTF-8, separator \",\", head in line 1, a column for each time, decimal sign \".\"");
    }

    /** More flags than there are numbers for: those that are read once and those that are not say the same. */
    @Test
    void read_manyFlags_eachIsItsOwn() throws IOException {
        String letters = FlaggedNumber.LETTERS.substring(0, 13);
        StringBuilder rows = new StringBuilder("name,2020,2021\n");
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            for (int j = 0; j < letters.length(); j++) {
                char one = letters.charAt(i);
                char other = letters.charAt(j);
                flags.add("" + one + other);
                rows.append("r")
                        .append(flags.size())
                        .append(",1.5 ")
                        .append(one)
                        .append(other);
                rows.append(",2.25 ").append(other).append(one).append("\n");
            }
        }

        StatisticalTable table = read(rows + "bd: Data refer to 2019.\n");

        assertThat(table.observations()).hasSize(2 * flags.size());
        for (int i = 0; i < flags.size(); i++) {
            TableObservation first = table.observations().get(2 * i);
            assertThat(first.flag()).isEqualTo(flags.get(i));
            assertThat(first.value().orElseThrow()).isEqualTo("1.5");
            boolean noted = flags.get(i).equalsIgnoreCase("bd");
            assertThat(first.time()).isEqualTo(noted ? "2019" : "2020");
            assertThat(first.status()).isEqualTo(noted ? ObservationStatus.A : Flags.behind(flags.get(i)));
            assertThat(table.observations().get(2 * i + 1).flag())
                    .isEqualTo(new StringBuilder(flags.get(i)).reverse().toString());
        }
    }

    /** As the World Bank prints it: lines above the head, a trailing comma, the unit in brackets. */
    @Test
    void read_preambleAndTrailingSeparator() throws IOException {
        StatisticalTable table = read("""
                \uFEFF"Data Source","Indicators",

                "Last Updated Date","2022-12-22",

                "Country Name","Indicator Name","2015","2016",
                "Aruba","GDP (current US$)","2963.5","",
                """);

        assertThat(shown(table))
                .containsExactly(
                        "Aruba / GDP (current US$)|2015|2963.5|USD|1|A|", "Aruba / GDP (current US$)|2016||USD|1|M|");
    }

    /** As Eurostat prints it: the key in one cell, flags behind values. */
    @Test
    void read_eurostat() throws IOException {
        StatisticalTable table = read("""
                freq,unit,geo\\TIME_PERIOD\t2020 \t2021\s
                A,MIO_EUR,AL\t13310.42 e\t15157.38 p
                A,EUR_HAB,AL\t4700 \t:\s
                A,THS_PER,BG\t13300 b\t:c
                """);

        assertThat(shown(table))
                .containsExactly(
                        "A / MIO_EUR / AL|2020|13310.42|EUR|1000000|E|e",
                        "A / MIO_EUR / AL|2021|15157.38|EUR|1000000|P|p",
                        "A / EUR_HAB / AL|2020|4700|EUR per inhabitant|1|A|",
                        "A / EUR_HAB / AL|2021||EUR per inhabitant|1|M|",
                        "A / THS_PER / BG|2020|13300|persons|1000|B|b",
                        "A / THS_PER / BG|2021||persons|1000|M|c");
    }

    @Test
    void read_sdmx_unitsAndMultipliersByRow() throws IOException {
        StatisticalTable table = read("""
                DATAFLOW,REF_AREA,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,CURRENCY
                D,JPN,USD,2018,5056523.19,A,6,
                D,JPN,XDC,2018,556570.5,P,9,JPY
                D,JPN,XDC,2019,,O,9,JPY
                """);

        assertThat(shown(table))
                .containsExactly(
                        "JPN|2018|5056523.19|USD|1000000|A|",
                        "JPN|2018|556570.5|JPY|1000000000|P|P",
                        "JPN|2019||JPY|1000000000|O|O");
        assertThat(table.observations().get(1).amount().orElseThrow()).isEqualByComparingTo("556570500000000");
        assertThat(table.notes()).isEmpty();
    }

    /** As Destatis prints it: semicolons, decimal commas, a row of units, notes below a rule. */
    @Test
    void read_unitRowAndNotesBelow() throws IOException {
        StatisticalTable table = read("""
                Tabelle: 81000-0001
                Deutschland;;
                Jahr;Wertschöpfung;Veränderung
                ;Mrd. EUR;%
                2019;3.130,7;1,1
                2020;...;-3,8
                __________
                (C) Amt, 2023 | Stand: 13.01.2023
                """, Charset.forName("windows-1252"));

        assertThat(shown(table))
                .containsExactly(
                        "Wertschöpfung (Mrd. EUR)|2019|3130.7|EUR|1000000000|A|",
                        "Veränderung (%)|2019|1.1|%|1|A|",
                        "Wertschöpfung (Mrd. EUR)|2020||EUR|1000000000|M|",
                        "Veränderung (%)|2020|-3.8|%|1|A|");
        assertThat(table.dialect().footLine()).isEqualTo(7);
    }

    /** As the Office for National Statistics prints it: one line of the head for each thing said of a series. */
    @Test
    void read_linesOfAttributes_timesOfThreeKinds() throws IOException {
        StatisticalTable table = read("""
                "Title","GDP"
                "CDID","ABMI"
                "PreUnit","£"
                "Unit","m"
                "Release date","14 February 2024"
                "1988","1143987"
                "1988 Q1","284000"
                "1988 JAN","94000"
                """);

        assertThat(shown(table))
                .containsExactly(
                        "GDP ABMI (£m)|1988|1143987|GBP|1000000|A|",
                        "GDP ABMI (£m)|1988-Q1|284000|GBP|1000000|A|",
                        "GDP ABMI (£m)|1988-01|94000|GBP|1000000|A|");
    }

    /** As KOSIS prints it: two rows of heads in EUC-KR. */
    @Test
    void read_twoRowsOfHeads() throws IOException {
        StatisticalTable table = read(
                "시도별,단위,2019,2019,2020,2020\n시도별,단위,총인구 (명),남자 (명),총인구 (명),남자 (명)\n전국,천명,5177,2595,5182,X\n",
                Charset.forName("x-windows-949"));

        assertThat(shown(table))
                .containsExactly(
                        "전국 / 총인구 (명)|2019|5177|persons|1000|A|",
                        "전국 / 남자 (명)|2019|2595|persons|1000|A|",
                        "전국 / 총인구 (명)|2020|5182|persons|1000|A|",
                        "전국 / 남자 (명)|2020||persons|1000|M|X");
    }

    @Test
    void read_wordsAndYearInOneHead() throws IOException {
        StatisticalTable table =
                read("\"07459: Befolkning\"\n\n\"region\";\"Personer 2019\";\"Personer 2020\"\n\"Oslo\";338904;..\n");

        assertThat(shown(table)).containsExactly("Oslo|2019|338904||1|A|", "Oslo|2020|||1|M|");
    }

    @Test
    void read_monthsInColumnsOrBesideTheYear() throws IOException {
        assertThat(shown(read("Series Id:,C1\n\nYear,Jan,Feb,Annual\n2020,257.9,258.6,258.8\n")))
                .containsExactly("value|2020-01|257.9||1|A|", "value|2020-02|258.6||1|A|", "value|2020|258.8||1|A|");
        assertThat(shown(read("series_id \tyear\tperiod\t value\tfootnote_codes\nL1 \t2020\tM02\t 164455\tP\n")))
                .containsExactly("L1|2020-02|164455||1|P|P");
    }

    @Test
    void read_firstDays_areTheQuartersOrYearsThatTheyBegin() throws IOException {
        assertThat(shown(read("observation_date,GDP\n1947-01-01,243.1\n1947-04-01,.\n")))
                .containsExactly("GDP|1947-Q1|243.1||1|A|", "GDP|1947-Q2|||1|M|");
        assertThat(shown(read("DATE,GDPA\n1929-01-01,104.5\n1930-01-01,92.1\n")))
                .containsExactly("GDPA|1929|104.5||1|A|", "GDPA|1930|92.1||1|A|");
    }

    @Test
    void read_yearsOfTwoYears_areNoMonths() throws IOException {
        assertThat(shown(read("State,2011-12,2012-13\nKerala,\"3,64,048\",\"4,12,313\"\n")))
                .containsExactly("Kerala|2011-12|364048||1|A|", "Kerala|2012-13|412313||1|A|");
        assertThat(shown(read("State,2011-11,2011-12\nKerala,3,4\n")))
                .containsExactly("Kerala|2011-11|3||1|A|", "Kerala|2011-12|4||1|A|");
    }

    @Test
    void read_unitAboveTheTable() throws IOException {
        StatisticalTable table = read(
                "表1 地区生产总值\n单位：亿元\n地区,2019年,2020年\n北京,35371.3,36102.6\n注：2020年为初步核算数。\n", Charset.forName("GB18030"));

        assertThat(shown(table))
                .containsExactly("北京|2019|35371.3|CNY|100000000|A|", "北京|2020|36102.6|CNY|100000000|A|");
        assertThat(table.dialect().encoding()).isEqualTo("GB18030");
    }

    @Test
    void read_footnotes_sayStatusAndYear() throws IOException {
        StatisticalTable table = read("""
                Country,2022,2023,
                A,1.5 a),2.5,b
                B,3.5,4.5,c
                a) Provisional value.
                b. Refers to 2019.
                c. Based on estimates of the office.
                """);

        assertThat(shown(table))
                .containsExactly("A|2022|1.5||1|P|a)", "A|2019|2.5||1|A|b", "B|2022|3.5||1|A|", "B|2023|4.5||1|E|c");
    }

    @Test
    void read_numbersInManyForms() throws IOException {
        StatisticalTable table =
                read("country;2019;2020;2021\nA;−5;1 234,5;1e+05\nB;\"12,5\";–;33,1%\nC;12.345.678,9;7*;[c]\n");

        assertThat(shown(table))
                .containsExactly(
                        "A|2019|-5||1|A|",
                        "A|2020|1234.5||1|A|",
                        "A|2021|100000||1|A|",
                        "B|2019|12.5||1|A|",
                        "B|2020|||1|M|",
                        "B|2021|33.1|%|1|A|",
                        "C|2019|12345678.9||1|A|",
                        "C|2020|7||1|A|*",
                        "C|2021|||1|M|[c]");
    }

    @Test
    void read_decimalSignThatNothingSettles_isRefused() throws IOException {
        StatisticalTable table = read("land;2019;2020\nA;1.234;2.345\n");

        assertThat(table.observations()).isEmpty();
        assertThat(table.failures()).hasSize(2);
        assertThat(table.failures().get(0).toString())
                .endsWith("t.csv:2: column 2 (2019): Number can be read in two ways, as no other number settles the "
                        + "decimal sign: 1.234");
    }

    @Test
    void read_cellThatIsNoNumber_isAFailure() throws IOException {
        StatisticalTable table = read("id,2019,2020\nx,5m,(12)\ny,1,2\n");

        assertThat(shown(table)).containsExactly("y|2019|1||1|A|", "y|2020|2||1|A|");
        assertThat(table.failures()).extracting(Failure::text).containsExactly("5m", "(12)");
        assertThat(table.failures().get(0).in(Locale.CHINESE)).contains("第2列(2019): 数值须为数字", "5m");
    }

    /** Random bytes found that a blank field was taken to have less than no characters. */
    @Test
    void read_blankFields_areEmpty() throws IOException {
        assertThat(shown(read("id,2019,2020\nx, \t,1\n"))).containsExactly("x|2019|||1|M|", "x|2020|1||1|A|");
    }

    @Test
    void read_valueGivenTwice_isSaid() throws IOException {
        StatisticalTable table = read("time,value\n2018,2\n2019,7\n2019,700\n");

        assertThat(table.notes())
                .extracting(Label::en)
                .containsExactly("Value given twice, and not the same: value, 2019 (lines 3 and 4)");
    }

    @Test
    void read_sameNamesUnderSections_areToldApart() throws IOException {
        StatisticalTable table = read("item,2019,2020\nExports,,\nGoods,1,2\nImports,,\nGoods,3,4\n");

        assertThat(shown(table)).contains("Exports / Goods|2019|1||1|A|", "Imports / Goods|2019|3||1|A|");
    }

    @Test
    void read_noTable_isRefused() {
        assertThatThrownBy(() -> read("a,b\nx,1\ny,2\n"))
                .isInstanceOf(TableException.class)
                .hasMessageEndingWith("the first row reads a,b");
        assertThatThrownBy(() -> read("nothing but words\nand more\n"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("File must be a table");
        assertThatThrownBy(() -> read("year,sales\n2020,5.1k\n2021,4.9k\n"))
                .isInstanceOf(TableException.class)
                .hasMessageEndingWith(
                        "Table must have numbers beside its times, such as 12.5 or 12.5 p; the first cell reads 5.1k");
        assertThatThrownBy(() -> read("date,rate\n01/02/2023,5.1\n03/04/2023,4.9\n"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("days in an order that is sure")
                .hasMessageEndingWith("the first reads 01/02/2023");
        assertThatThrownBy(
                        () -> read(
                                ",2024-01-31,2024-02-29,2024-03-31\n2023-10,1.1,1.2,1.2\n2023-11,1.3,1.4,1.4\n2023-12,,1.5,1.6\n"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("as releases of one series do");
        assertThatThrownBy(() -> read("id,2019\n\"x,1\n")).isInstanceOf(TableException.class);
        assertThatThrownBy(() -> read("PK\u0003\u0004 no workbook"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("File must be an .xlsx workbook");
    }

    @Test
    void read_longLine_isRefusedOrRead() throws IOException {
        StatisticalTable table = read("id,2019,2020\nx,1," + "9".repeat(1_000_000) + "\ny,1,2\n");

        assertThat(table.failures()).hasSize(1);
        assertThat(table.failures().get(0).text()).hasSizeLessThan(250);
    }
}
