package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months and quarters that stand apart from their years; each reading was written before the table was read. */
class PartsOfYearsTest {

    @TempDir
    private Path directory;

    private StatisticalTable table(String text) throws IOException {
        return TableReader.withDefaults().read(Files.writeString(directory.resolve("t.csv"), text));
    }

    private List<String> read(String text) throws IOException {
        return TableText.of(table(text));
    }

    @Test
    void read_monthsInRowsBelowYears() throws IOException {
        assertThat(read("Gas sales (GWh),,\nMonth,2021,2022\nJanuary,120,130\nFeb.,110,121\nYear,1200,1300\n"))
                .containsExactly(
                        "value|2021-01|120|GWh|1|A",
                        "value|2022-01|130|GWh|1|A",
                        "value|2021-02|110|GWh|1|A",
                        "value|2022-02|121|GWh|1|A",
                        "Year|2021|1200|GWh|1|A",
                        "Year|2022|1300|GWh|1|A");
    }

    @Test
    void read_monthsInRowsOfSeveralNames() throws IOException {
        assertThat(read("Region,Quarter,2021,2022\nNorth,Q1,1,2\nNorth,Q2,3,4\nSouth,Q1,5,6\nSouth,Q2,7,..\n"))
                .containsExactly(
                        "North|2021-Q1|1||1|A",
                        "North|2022-Q1|2||1|A",
                        "North|2021-Q2|3||1|A",
                        "North|2022-Q2|4||1|A",
                        "South|2021-Q1|5||1|A",
                        "South|2022-Q1|6||1|A",
                        "South|2021-Q2|7||1|A",
                        "South|2022-Q2|||1|M");
    }

    /** What may be another part of a year beside months is refused by its row; letters with numbers may be codes. */
    @Test
    void read_otherNamesBesideMonths() throws IOException {
        StatisticalTable table = table("Month,2021,2022\nJan,1,2\nFeb,3,4\nMar,3,4\nJan-Mar 1),7,10\nGrowth,0.1,0.2\n");
        assertThat(TableText.of(table))
                .contains("value|2022-03|4||1|A", "Growth|2022|0.2||1|A")
                .hasSize(8);
        assertThat(table.failures()).hasSize(1);
        assertThat(read("Sector,2021,2022\nS1,1,2\nS2,3,4\n")).contains("S1|2021|1||1|A");
    }

    /** The months of a year of two calendar years are of the second behind the turn of the year. */
    @Test
    void read_monthsOfYearsOfTwoCalendarYears() throws IOException {
        String[] months = {"Apr", "Dec", "Jan", "Mar"};
        String[] times = {"2022-04", "2022-12", "2023-01", "2023-03"};
        StringBuilder below = new StringBuilder("Month,2022-23\n");
        StringBuilder beside = new StringBuilder("Year,Month,Sales\n");
        for (String month : months) {
            below.append(month).append(",5\n");
            beside.append("2022-23,").append(month).append(",5\n");
        }
        String parts = String.join(",", months);
        for (String text : List.of(
                below.toString(),
                beside.toString(),
                "Item,2022-23,,,\n," + parts + "\nSales,5,5,5,5\n",
                "Item,Year," + parts + "\nSales,2022-23,5,5,5,5\n")) {
            assertThat(table(text).observations())
                    .as(text)
                    .extracting(TableObservation::time)
                    .containsExactly(times);
        }
    }

    /** Where no turn of the year is printed, nothing says where such a year begins. */
    @Test
    void read_partsOfYearsOfTwoCalendarYears_withoutTurn_areRefused() throws IOException {
        for (String text : List.of(
                "Month,2022-23,2023-24\nApr,5,6\nMay,6,7\n",
                "Quarter,2022-23,2023-24\nQ1,5,6\nQ2,6,7\n",
                "Year,Quarter,Sales\n2022-23,Q1,5\n2022-23,Q2,6\n",
                "Item,2022-23,,2023-24,\n,Q1,Q2,Q1,Q2\nSales,5,5,5,5\n",
                "Item,FY2023,,FY2024,\n,Q1,Q2,Q1,Q2\nSales,5,5,5,5\n",
                "Item,Year,Apr,May\nSales,2022-23,5,5\nSales,2023-24,5,5\n")) {
            StatisticalTable table = table(text);
            assertThat(table.observations()).as(text).isEmpty();
            assertThat(table.failures()).as(text).isNotEmpty();
        }
    }

    @Test
    void read_linesOfYearsBetweenRows() throws IOException {
        assertThat(
                        read(
                                "Hotel nights,,\nRegion,Guests,Nights\n2021:,,\nNorth,12,40\nSouth,9,30\n2022:,,\nNorth,13,70\n"))
                .containsExactly(
                        "North / Guests|2021|12||1|A",
                        "North / Nights|2021|40||1|A",
                        "South / Guests|2021|9||1|A",
                        "South / Nights|2021|30||1|A",
                        "North / Guests|2022|13||1|A",
                        "North / Nights|2022|70||1|A");
        assertThatThrownBy(() -> read("Region,Guests,Nights\nAll,21,70\n2022,,\nNorth,13,70\n2021,,\nNorth,12,70\n"))
                .isInstanceOf(TableException.class);
    }

    @Test
    void read_yearsOnLinesOfTheirOwnAboveMonths() throws IOException {
        assertThat(
                        read(
                                "Period,Coal,Gas\n2021,897,1579\nYear 2022,,\nJanuary,87,129\nFebruary,70,109\n2023:,,\nJanuary,61,134\n"))
                .containsExactly(
                        "Coal|2021|897||1|A",
                        "Gas|2021|1579||1|A",
                        "Coal|2022-01|87||1|A",
                        "Gas|2022-01|129||1|A",
                        "Coal|2022-02|70||1|A",
                        "Gas|2022-02|109||1|A",
                        "Coal|2023-01|61||1|A",
                        "Gas|2023-01|134||1|A");
    }

    /** 2566 is 2023 in the calendar of Thailand; years of a budget begin in October. */
    @Test
    void read_yearsOfTheBuddhistEra() throws IOException {
        assertThat(read("จังหวัด,2565,2566\nภูเก็ต,417891,423599\n"))
                .containsExactly("ภูเก็ต|2022|417891||1|A", "ภูเก็ต|2023|423599||1|A");
        assertThat(read("ปี,ประชากร\n2565,417891\n2566,423599\n"))
                .containsExactly("ประชากร|2022|417891||1|A", "ประชากร|2023|423599||1|A");
        assertThatThrownBy(() -> read("ปีงบประมาณ,2565,2566\nภูเก็ต,417891,423599\n"))
                .isInstanceOf(TableException.class);
    }
}
