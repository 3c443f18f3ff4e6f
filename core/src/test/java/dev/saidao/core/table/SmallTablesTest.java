package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small tables in the arrangements of offices and companies; each reading was written before the table was read. */
class SmallTablesTest {

    @TempDir
    private Path directory;

    private List<String> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private List<String> read(String text, Charset charset) throws IOException {
        Path file = Files.write(directory.resolve("t.csv"), text.getBytes(charset));
        StatisticalTable table = TableReader.withDefaults().read(file);
        return TableText.of(table);
    }

    @Test
    void read_monthsByNameWithShortYears() throws IOException {
        assertThat(read("Date,CPI (2015=100),Unemployment rate (%)\nDec-99,60.1,4.0\nJan-23,110.2,3.4\n"))
                .contains("Unemployment rate (%)|1999-12|4.0|%|1|A", "Unemployment rate (%)|2023-01|3.4|%|1|A")
                .hasSize(4);
    }

    @Test
    void read_unitBelowTheTable() throws IOException {
        assertThat(read("地区,2022年,2023年\n北京,41610.9,43760.7\n单位：亿元\n", Charset.forName("GB18030")))
                .containsExactly("北京|2022|41610.9|CNY|100000000|A", "北京|2023|43760.7|CNY|100000000|A");
    }

    @Test
    void read_unitMultiplierOfEachRow() throws IOException {
        assertThat(read("""
                REF_AREA,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                DE,EUR,6,2023,4121160,P
                FR,EUR,9,2023,2803.1,E
                """)).containsExactly("DE|2023|4121160|EUR|1000000|P", "FR|2023|2803.1|EUR|1000000000|E");
    }

    @Test
    void read_yearsInRowsWithDecimalCommas() throws IOException {
        assertThat(read("Year;Exports (Mio. EUR);Imports (Mio. EUR)\n2020;1.234,5;-\n2021;1.300,0;1.390,1\n"))
                .containsExactly(
                        "Exports (Mio. EUR)|2020|1234.5|EUR|1000000|A",
                        "Imports (Mio. EUR)|2020||EUR|1000000|M",
                        "Exports (Mio. EUR)|2021|1300.0|EUR|1000000|A",
                        "Imports (Mio. EUR)|2021|1390.1|EUR|1000000|A");
    }

    @Test
    void read_twoHeadRows_unitsInTheSecond() throws IOException {
        assertThat(
                        read(
                                "Region,2022,,2023,\n,Value (EUR m),Share (%),Value (EUR m),Share (%)\nNorth,\"1,200\",45.5,800,54.5\n"))
                .containsExactly(
                        "North / Value (EUR m)|2022|1200|EUR|1000000|A",
                        "North / Share (%)|2022|45.5|%|1|A",
                        "North / Value (EUR m)|2023|800|EUR|1000000|A",
                        "North / Share (%)|2023|54.5|%|1|A");
    }

    /** A head that was merged with those on its right holds for them below times in a column, too. */
    @Test
    void read_mergedHeads_timesInAColumn() throws IOException {
        assertThat(
                        read(
                                "Year,Men,,Women,\n,Employed (thousand),Rate (%),Employed (thousand),Rate (%)\n2021,812.4,71.2,745.1,64.9\n"))
                .containsExactly(
                        "Men Employed (thousand)|2021|812.4|persons|1000|A",
                        "Men Rate (%)|2021|71.2|%|1|A",
                        "Women Employed (thousand)|2021|745.1|persons|1000|A",
                        "Women Rate (%)|2021|64.9|%|1|A");
    }

    /** What a sign of missing values means is no row of values. */
    @Test
    void read_legendOfSigns_isANote() throws IOException {
        assertThat(read("geo,2021,2022\nES,1.5,:\nIT,2.5,3.5\n:,not available,\n"))
                .containsExactly("ES|2021|1.5||1|A", "ES|2022|||1|M", "IT|2021|2.5||1|A", "IT|2022|3.5||1|A");
    }

    @Test
    void read_nameSaysWhatIsCounted() throws IOException {
        assertThat(read("Year,Passengers carried (million),Exports of cars (million)\n2021,12.1,3.5\n"))
                .containsExactly(
                        "Passengers carried (million)|2021|12.1|visits|1000000|A",
                        "Exports of cars (million)|2021|3.5||1000000|A");
    }

    @Test
    void read_unitOfEachRow() throws IOException {
        assertThat(read("指标,单位,2021\n发电量,亿千瓦时,85342.5\n城镇化率,%,64.72\n"))
                .containsExactly("发电量|2021|85342.5|kWh|100000000|A", "城镇化率|2021|64.72|%|1|A");
    }

    @Test
    void read_utf16_blanksBetweenThousands() throws IOException {
        assertThat(read("Country\t2020\nFrance\t2 309,9\nItalie\t1 661,2\n", StandardCharsets.UTF_16))
                .containsExactly("France|2020|2309.9||1|A", "Italie|2020|1661.2||1|A");
    }

    /** A number in brackets is a loss to some and a note to others. */
    @Test
    void read_yearsOfTwoCalendarYears_bracketsAreRefused() throws IOException {
        assertThat(
                        read(
                                "Particulars,2021-22,2022-23\nRevenue (Rs crore),\"1,23,456\",\"1,34,567\"\nProfit (Rs crore),12345,(2345)\n"))
                .containsExactly(
                        "Revenue (Rs crore)|2021-22|123456|INR|10000000|A",
                        "Revenue (Rs crore)|2022-23|134567|INR|10000000|A",
                        "Profit (Rs crore)|2021-22|12345|INR|10000000|A");
    }

    /** A column of accounts has losses in brackets, as a row of them has; any other number in brackets leaves open what it is. */
    @Test
    void read_bracketsBelowAHeadOfAccounts_areLosses() throws IOException {
        assertThat(read("Year,Net income ($m)\n2022,(12)\n2023,(9.5)\n2024,15\n"))
                .containsExactly(
                        "Net income ($m)|2022|-12|USD|1000000|A",
                        "Net income ($m)|2023|-9.5|USD|1000000|A",
                        "Net income ($m)|2024|15|USD|1000000|A");
        assertThat(read("Year,Net income ($m),Employees\n2023,(9.5),(410)\n2024,15,420\n"))
                .containsExactly("Net income ($m)|2024|15|USD|1000000|A", "Employees|2024|420||1|A");
    }

    @Test
    void read_agesAreNoYears() throws IOException {
        assertThat(read("Age group,15-24,25-54,2023\nMen,10,20,60\n")).containsExactly("Men|2023|60||1|A");
    }

    /** Real and nominal euro are of one currency and of two series. */
    @Test
    void read_sameWordsInOtherUnits_areTwoSeries() throws IOException {
        assertThat(read("""
                geo,unit,TIME_PERIOD,OBS_VALUE
                SI,CLV15_MEUR,2021,41200.5
                SI,CLV15_MEUR,2022,42180.4
                SI,CP_MEUR,2021,52020.1
                SI,MIO_NAC,2021,3.5
                """))
                .containsExactly(
                        "SI / CLV15_MEUR|2021|41200.5|EUR|1000000|A",
                        "SI / CLV15_MEUR|2022|42180.4|EUR|1000000|A",
                        "SI / CP_MEUR|2021|52020.1|EUR|1000000|A",
                        "SI|2021|3.5|national currency|1000000|A");
    }

    @Test
    void read_unitBesidePercent_isThatOfAllButRates() throws IOException {
        assertThat(read("""
                表2 就業統計,,,
                單位：千人；％,,,
                年別,勞動力,失業率,較上年增減
                110年,11447,3.95,-0.5
                111年,11418,3.67,-0.3
                """))
                .contains("勞動力|2021|11447|persons|1000|A", "失業率|2022|3.67|%|1|A", "較上年增減|2022|-0.3||1|A")
                .hasSize(6);
    }

    @Test
    void read_unitsInAColumnOfAnyName() throws IOException {
        assertThat(read("Topic;What;2021;2022\nMen;x 1 000;8686,5;8745,5\nTrade;million euro;14,2;15,1\n"))
                .containsExactly(
                        "Men|2021|8686.5||1000|A",
                        "Men|2022|8745.5||1000|A",
                        "Trade|2021|14.2|EUR|1000000|A",
                        "Trade|2022|15.1|EUR|1000000|A");
    }

    /** A dollar beside the first number of a row is that of the whole row, and of no other row. */
    @Test
    void read_signsOfCurrencyInCells() throws IOException {
        assertThat(read("""
                "(In millions, except per share data)",,
                Year Ended June 30,2024,2023
                Product,"$4,773","4,699"
                Service,"1,349","1,216"
                Earnings per share,$1.80,$1.68
                """))
                .containsExactly(
                        "Product|2024|4773|USD|1000000|A",
                        "Product|2023|4699|USD|1000000|A",
                        "Service|2024|1349||1000000|A",
                        "Service|2023|1216||1000000|A",
                        "Earnings per share|2024|1.80|USD|1|A",
                        "Earnings per share|2023|1.68|USD|1|A");
    }

    @Test
    void read_signOfAnotherCurrencyThanTheUnit_isRefused() throws IOException {
        assertThat(read("Item,2023,2024\nSales (EUR million),12.5,$13.5\nCosts (CAD million),$2.5,$3.5\n"))
                .containsExactly(
                        "Sales (EUR million)|2023|12.5|EUR|1000000|A",
                        "Costs (CAD million)|2023|2.5|CAD|1000000|A",
                        "Costs (CAD million)|2024|3.5|CAD|1000000|A");
    }

    @Test
    void read_dollarsOfCanada_withMultiplierInTheTitle() throws IOException {
        assertThat(read("""
                "Investment by sector, annual (x 1,000,000) 1"
                "Table: 99-10-0001-01"

                "","2021","2022"
                "Estimates","Dollars"
                "Machines","1,888","2,057"

                "Symbol legend:"
                "r","revised"
                "p","preliminary"
                """)).containsExactly("Machines|2021|1888|CAD|1000000|A", "Machines|2022|2057|CAD|1000000|A");
    }

    @Test
    void read_codesOfTimesTellNothingApart() throws IOException {
        assertThat(read("""
                項目,時間軸（年次） コード,時間軸（年次）,unit,value
                出生数,2019000000,2019年,人,"865,239"
                出生数,2020000000,2020年,人,"840,835"
                """)).containsExactly("出生数|2019|865239|persons|1|A", "出生数|2020|840835|persons|1|A");
    }

    /** One month in all rows of a column that nothing names as one may be a code. */
    @Test
    void read_oneMonthBelowAnotherHead_isNoTime() throws IOException {
        assertThat(read("Area,Kind,TIME,Value\nItaly,JAN,2021,592\nItaly,JAN,2022,590\n"))
                .containsExactly("Italy / JAN|2021|592||1|A", "Italy / JAN|2022|590||1|A");
    }

    @Test
    void read_unitAtTheEndOfWords() throws IOException {
        assertThat(read("""
                Item,2021
                Exports in million euro,12.5
                Imports USD bn,1.2
                Population thousands,5
                Dochody w mln zł,4.5
                Deaths per million,7
                Firms with over 1 million,3
                People in work,8
                """))
                .containsExactly(
                        "Exports in million euro|2021|12.5|EUR|1000000|A",
                        "Imports USD bn|2021|1.2|USD|1000000000|A",
                        "Population thousands|2021|5||1000|A",
                        "Dochody w mln zł|2021|4.5|PLN|1000000|A",
                        "Deaths per million|2021|7||1|A",
                        "Firms with over 1 million|2021|3||1|A",
                        "People in work|2021|8||1|A");
    }

    @Test
    void read_quartersBelowMergedYears_cornerSaysTheUnit() throws IOException {
        assertThat(read(",2023,,2024,\n(million euro),Q3,Q4,Q1,Q2\nGoods,210.4,220.1,218.3,225.9\n"))
                .containsExactly(
                        "Goods|2023-Q3|210.4|EUR|1000000|A",
                        "Goods|2023-Q4|220.1|EUR|1000000|A",
                        "Goods|2024-Q1|218.3|EUR|1000000|A",
                        "Goods|2024-Q2|225.9|EUR|1000000|A");
    }

    /** The head of a second table has the years of the first, which are no values. */
    @Test
    void read_secondTableOfTheSameYears_isNotRead() throws IOException {
        String text = "Copper,2021,2022\nChile,5,4\n,,\nCoal,2021,2022\nPoland,1,2\n";
        assertThat(read(text)).containsExactly("Chile|2021|5||1|A", "Chile|2022|4||1|A");
    }

    @Test
    void read_starSaysTheStatus() throws IOException {
        assertThat(read("Product,2022,2023\nLime,22.1,23.4*\n* preliminary\n"))
                .containsExactly("Lime|2022|22.1||1|A", "Lime|2023|23.4||1|P");
    }

    @Test
    void read_joinedKeyWithAnEmptyPart() throws IOException {
        assertThat(read("freq,sex,geo\\\\TIME_PERIOD\t2021 \t2022 \nA,,SI\t5 \t6 b\n"))
                .containsExactly("A /  / SI|2021|5||1|A", "A /  / SI|2022|6||1|B");
    }
}
