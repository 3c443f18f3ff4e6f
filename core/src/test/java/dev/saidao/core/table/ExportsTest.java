package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The columns that databases of offices export, with a row or two below them; each reading was written before the table was
 * read. Of the first run 14 of 29 were right: multipliers that were not applied (Magnitude), final values called forecasts, a
 * description of a flag or the year of a source that split series, codes and levels taken for values.
 */
class ExportsTest {

    @TempDir
    private Path directory;

    private List<String> read(String text) throws IOException {
        StatisticalTable table = TableReader.withDefaults().read(Files.writeString(directory.resolve("t.csv"), text));
        return TableText.of(table);
    }

    @Test
    void read_comtrade_codesAndLevelsAreNoValues() throws IOException {
        assertThat(read("""
                freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterDesc,flowDesc,partnerCode,cmdCode,cmdDesc,aggrLevel,primaryValue,isReported,isAggregate
                A,20210101,2021,52,2021,36,Australia,Import,0,01,Live animals,2,91128858.4,False,True
                A,20220101,2022,52,2022,36,Australia,Import,0,01,Live animals,2,95128858.25,False,True
                """))
                .containsExactly(
                        "A / Australia / Import / Live animals / primaryValue|2021|91128858.4||1|A",
                        "A / Australia / Import / Live animals / primaryValue|2022|95128858.25||1|A");
    }

    @Test
    void read_statisticsNewZealand_magnitudeAndFinalValues() throws IOException {
        assertThat(read("""
                Series_reference,Period,Data_value,Suppressed,STATUS,UNITS,Magnitude,Series_title_1
                BDCQ.SF1,2011.06,2116.131,,F,Dollars,6,Sales
                BDCQ.SF1,2011.09,,Y,C,Dollars,6,Sales
                BDCQ.SF1,2011.12,2205.1,,P,Dollars,6,Sales
                """))
                .containsExactly(
                        "BDCQ.SF1 / Sales|2011-06|2116.131|NZD|1000000|A",
                        "BDCQ.SF1 / Sales|2011-09||NZD|1000000|M",
                        "BDCQ.SF1 / Sales|2011-12|2205.1|NZD|1000000|P");
    }

    @Test
    void read_fao_descriptionsOfFlagsAndYearCodesSplitNoSeries() throws IOException {
        assertThat(read("""
                Area,Element,Item,Year Code,Year,Unit,Value,Flag,Flag Description
                Afghanistan,Production,Wheat,2020,2020,t,5185000,A,Official figure
                Afghanistan,Production,Wheat,2021,2021,t,3900000,E,Estimated value
                """))
                .containsExactly(
                        "Afghanistan / Production / Wheat|2020|5185000|t|1|A",
                        "Afghanistan / Production / Wheat|2021|3900000|t|1|E");
    }

    @Test
    void read_faoWide_flagsBesideYears() throws IOException {
        assertThat(read("""
                Area,Item,Unit,Y2019,Y2019F,Y2020,Y2020F
                Afghanistan,Wheat,t,4890000.00,A,5185000.00,E
                """))
                .containsExactly(
                        "Afghanistan / Wheat|2019|4890000.00|t|1|A", "Afghanistan / Wheat|2020|5185000.00|t|1|E");
    }

    @Test
    void read_unitedNations_sourceYearSplitsNoSeries() throws IOException {
        assertThat(read("""
                "Country or Area","Year","Sex","Source Year","Value","Value Footnotes"
                "Albania","2020","Both Sexes","2022","2837849.5",""
                "Albania","2019","Both Sexes","2021","2854191.5",""
                """))
                .containsExactly(
                        "Albania / Both Sexes|2020|2837849.5||1|A", "Albania / Both Sexes|2019|2854191.5||1|A");
    }

    @Test
    void read_eStat_namesOfColumnsBelowTheTimes() throws IOException {
        assertThat(read("""
                "","","","時間軸(月次)","2024年1月","2024年2月"
                "表章項目","性別","単位","",,
                "完全失業者","男女計","万人","","163","177"
                "完全失業率","男女計","%","","2.4","***"
                """))
                .containsExactly(
                        "完全失業者 / 男女計|2024-01|163|persons|10000|A",
                        "完全失業者 / 男女計|2024-02|177|persons|10000|A",
                        "完全失業率 / 男女計|2024-01|2.4|%|1|A",
                        "完全失業率 / 男女計|2024-02||%|1|M");
    }

    @Test
    void read_oecd_scaleOfAnswersIsNoMultiplier() throws IOException {
        assertThat(read("""
                REF_AREA,Reference area,UNIT_MEASURE,SCALE,Scale,TIME_PERIOD,OBS_VALUE,OBS_STATUS,Observation status,UNIT_MULT
                KOR,Korea,PS,HMH,High,2021,48.8,E,Estimated value,3
                KOR,Korea,PS,HMH,High,2022,48.9,A,Normal value,3
                """))
                .containsExactly(
                        "KOR / Korea / HMH / High|2021|48.8|persons|1000|E",
                        "KOR / Korea / HMH / High|2022|48.9|persons|1000|A");
    }

    @Test
    void read_bis_codesWithTheirWords() throws IOException {
        assertThat(read("""
                REF_AREA:Reference area,UNIT_MEASURE:Unit of measure,UNIT_MULT:Unit Multiplier,TIME_PERIOD:Time period,OBS_VALUE:Observation Value
                CN: China,770: Percentage of GDP,0: Units,2023-Q1,284.2
                CN: China,USD: US dollar,9: Billions,2023-Q1,49000.1
                """))
                .containsExactly("CN: China|2023-Q1|284.2|%|1|A", "CN: China|2023-Q1|49000.1|USD|1000000000|A");
    }

    @Test
    void read_insee_rowsOfCodesAreStatuses() throws IOException {
        assertThat(read("""
                "Libellé";"Période";"2021-T1";"2021-T2"
                "Taux de chômage - en %";"";"8,1";"7,9"
                "Codes";"";"A";"P"
                """))
                .containsExactly(
                        "Taux de chômage - en %|2021-Q1|8.1|%|1|A", "Taux de chômage - en %|2021-Q2|7.9|%|1|P");
    }

    @Test
    void read_genesis_unitBehindTheName() throws IOException {
        assertThat(read("""
                Zeit_Label;Zeit;1_Auspraegung_Label;FLC006__Gebietsflaeche__qkm
                Stichtag;31.12.2021;Bayern;70541,57
                Stichtag;31.12.2022;Bayern;70541,58
                """))
                .containsExactly(
                        "Stichtag / Bayern / FLC006__Gebietsflaeche__qkm|2021|70541.57|km2|1|A",
                        "Stichtag / Bayern / FLC006__Gebietsflaeche__qkm|2022|70541.58|km2|1|A");
    }

    @Test
    void read_officeForNationalStatistics_titleAboveTheUnit() throws IOException {
        assertThat(read("""
                "Title","Gross Domestic Product: chained volume measures"
                "PreUnit",""
                "Unit","£ million"
                "Release date","28-03-2024"
                "Important notes",
                "2022","2270764"
                "2023 Q1","568543"
                """))
                .containsExactly(
                        "Gross Domestic Product: chained volume measures (£ million)|2022|2270764|GBP|1000000|A",
                        "Gross Domestic Product: chained volume measures (£ million)|2023-Q1|568543|GBP|1000000|A");
    }

    @Test
    void read_sections_unitOfTheRowsBelow() throws IOException {
        assertThat(read("""
                Item,2022
                RMB million,
                Revenue,100
                Margins (%),
                Gross margin,48.3
                Assets,
                Cash,10
                """))
                .containsExactly(
                        "Revenue|2022|100|CNY|1000000|A", "Gross margin|2022|48.3|%|1|A", "Cash|2022|10|CNY|1000000|A");
    }

    @Test
    void read_numbersOfColumnsAreNoRow() throws IOException {
        assertThat(read("Year,Agriculture,Industry\n1,2,3\n2020-21,\"20,48,032\",28\n2021-22,\"21,19,000\",31\n"))
                .containsExactly(
                        "Agriculture|2020-21|2048032||1|A",
                        "Industry|2020-21|28||1|A",
                        "Agriculture|2021-22|2119000||1|A",
                        "Industry|2021-22|31||1|A");
    }

    @Test
    void read_perCapita_isNoCount() throws IOException {
        assertThat(read("Entity,Year,CO₂ emissions (per capita)\nWorld,2019,4.7597\nWorld,2020,4.5\n"))
                .contains("World / CO₂ emissions (per capita)|2019|4.7597|per capita|1|A");
    }
}
