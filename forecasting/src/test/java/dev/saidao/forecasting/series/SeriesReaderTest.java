package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Rows;
import dev.saidao.core.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files, written out; what they hold is what is expected. */
class SeriesReaderTest {

    @TempDir
    private Path folder;

    private Rows<SeriesRow> read(String... lines) throws IOException {
        return SeriesReader.read(Files.write(folder.resolve("series.csv"), List.of(lines)));
    }

    // ---- rows of bare numbers ----

    @Test
    void numbered_yearsArePlaces() throws IOException {
        Rows<SeriesRow> rows = read("id,v1,v2,v3", "a,5,6.5,8", "b,1,2,");

        assertThat(rows.failures()).isEmpty();
        assertThat(rows.values())
                .containsExactly(
                        new SeriesRow("a", AnnualSeries.of(1, 5, 6.5, 8), "", 2),
                        // an empty field at the end is no value
                        new SeriesRow("b", AnnualSeries.of(1, 1, 2), "", 3));
        assertThat(rows.values()).noneMatch(SeriesRow::isDated);
        assertThat(rows.values().get(0).time(4)).isEmpty();
    }

    @Test
    void numbered_emptyFieldBetweenValues_isAGap() throws IOException {
        AnnualSeries series = read("id,v1,v2,v3", "a,5,,9").values().get(0).series();

        assertThat(series.byYear()).containsExactly(Map.entry(1, 5.0), Map.entry(3, 9.0));
        assertThat(series.gaps()).containsExactly(2);
    }

    @Test
    void numbered_rowsMayBeLongerThanTheHead() throws IOException {
        assertThat(read("id,v1,v2", "a,5,6,7,8").values())
                .extracting(SeriesRow::series)
                .containsExactly(AnnualSeries.of(1, 5, 6, 7, 8));
    }

    /** 13 after 12.5% may be 13 or 13%, in a row of bare numbers as in a table. */
    @Test
    void valuesWithAndWithoutPercentSign_areRefused() throws IOException {
        Rows<SeriesRow> rows = read("id,v1,v2,v3", "a,12.5%,13,14", "b,12.5%,13%,0");

        assertThat(rows.values()).containsExactly(new SeriesRow("b", AnnualSeries.of(1, 0.125, 0.13, 0), "", 3));
        assertThat(rows.failures()).hasSize(1);
        assertThat(rows.failures().get(0).in(Locale.ENGLISH))
                .contains("Numbers that belong together must all have a % sign or none: 12.5%, 13");

        Rows<SeriesRow> table = read("time,value", "2020,12.5%", "2021,13", "2022,14");

        assertThat(table.values()).isEmpty();
        assertThat(table.failures())
                .extracting(failure -> failure.in(Locale.ENGLISH))
                .allMatch(message -> message.contains("must all have a % sign or none: value, 202"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,1,2", "id,V01,V02", "id,value_1,value_2", "id,v001,v2"})
    void numbered_headsCount(String head) throws IOException {
        assertThat(read(head, "a,5,6").values()).containsExactly(new SeriesRow("a", AnnualSeries.of(1, 5, 6), "", 2));
    }

    /** Heads that do not count from 1 are years, or nothing. */
    @Test
    void heads_thatAreYears_makeATable() throws IOException {
        assertThat(read("id,2021,2022", "a,5,6").values())
                .containsExactly(new SeriesRow("a", AnnualSeries.of(2021, 5, 6), "2022", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,v1,v3", "id,v2,v3", "name,id,v2", "v1,id"})
    void heads_thatSkipAPlace_areNoRowsOfNumbers(String head) {
        assertThatThrownBy(() -> read(head, "a,5,6")).isInstanceOf(TableException.class);
    }

    @Test
    void numbered_badRows_areNamedAndTheOthersRead() throws IOException {
        Rows<SeriesRow> rows = read("id,v1,v2", "none,,", "huge,1e99,1e101", "text,5,six", "good,5,6");

        assertThat(rows.values()).containsExactly(new SeriesRow("good", AnnualSeries.of(1, 5, 6), "", 5));
        assertThat(rows.failures()).extracting(Failure::line).containsExactly(2L, 3L, 4L);
        assertThat(rows.failures().get(0).rule().en()).isEqualTo("Series must have a value: none");
        assertThat(rows.failures().get(0).rule().in(Locale.CHINESE)).isEqualTo("序列须有数值:none");
        assertThat(rows.failures().get(1).rule().en()).isEqualTo("Value of 2 must be within ±1e100: 1.0E101");
        assertThat(rows.failures().get(2).text()).isEqualTo("six");
    }

    // ---- tables ----

    @Test
    void table_ofTwoSeries_hasBothWithTheirLines() throws IOException {
        Rows<SeriesRow> rows = read("industry,2021,2022,2024", "robots,10,13,16.9", "drones,5,,7");

        assertThat(rows.failures()).isEmpty();
        assertThat(rows.values()).extracting(SeriesRow::id).containsExactly("robots", "drones");
        assertThat(rows.values()).extracting(SeriesRow::line).containsExactly(2L, 3L);
        assertThat(rows.values()).allMatch(SeriesRow::isDated);
        assertThat(rows.values().get(0).series()).isEqualTo(AnnualSeries.of(Map.of(2021, 10, 2022, 13, 2024, 16.9)));
        assertThat(rows.values().get(1).series()).isEqualTo(AnnualSeries.of(Map.of(2021, 5, 2024, 7)));
        assertThat(rows.values().get(0).time(2025)).isEqualTo("2025");
    }

    /** A year of two calendar years is that of the first, and is written on as the file writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"2021/22 2022/23", "2021/2022 2022/2023", "2021–22 2022–23"})
    void table_ofFinancialYears_keepsTheirForm(String years) throws IOException {
        String first = years.substring(0, years.indexOf(' '));
        String second = years.substring(years.indexOf(' ') + 1);

        SeriesRow row = read("industry," + first + "," + second, "robots,10,13")
                .values()
                .get(0);

        assertThat(row.series()).isEqualTo(AnnualSeries.of(2021, 10, 13));
        assertThat(row.form()).isEqualTo(second);
        assertThat(row.time(2022)).isEqualTo(second);
        assertThat(row.time(2021)).isEqualTo(first);
    }

    /** 2021-05 is a month, not the year 2021/05, unless years went before. */
    @Test
    void table_ofMonths_isRefused() throws IOException {
        Rows<SeriesRow> rows = read("industry,2021-04,2021-05", "robots,10,13");

        assertThat(rows.values()).isEmpty();
        assertThat(rows.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.rule().en())
                        .isEqualTo("Series must have years, not parts of them: robots, 2021-05"))
                .satisfies(failure -> assertThat(failure.rule().zh()).isEqualTo("序列须为年度数据:robots,2021-05"))
                .satisfies(failure -> assertThat(failure.line()).isEqualTo(2));
    }

    @Test
    void table_ofYearsAndQuarters_isReadByItsYears() throws IOException {
        Rows<SeriesRow> rows =
                read("industry,year,value", "robots,2021,10", "robots,2022-Q1,3", "robots,2022-Q2,4", "robots,2022,14");

        assertThat(rows.values()).extracting(SeriesRow::series).containsExactly(AnnualSeries.of(2021, 10, 14));
    }

    @Test
    void table_ofTwoValuesForAYear_isRefusedUnlessTheyAreEqual() throws IOException {
        Rows<SeriesRow> rows = read(
                "industry,year,value",
                "robots,2021,10",
                "robots,2021,10.0",
                "robots,2022,12",
                "drones,2021,5",
                "drones,2021,6");

        assertThat(rows.values()).extracting(SeriesRow::id).containsExactly("robots");
        assertThat(rows.values().get(0).series()).isEqualTo(AnnualSeries.of(2021, 10, 12));
        assertThat(rows.failures())
                .extracting(failure -> failure.rule().en())
                .containsExactly("Year must have one value: drones, 2021");
        assertThat(rows.failures().get(0).line()).isEqualTo(5);
    }

    @Test
    void table_ofASeriesWithoutValues_saysSo() throws IOException {
        Rows<SeriesRow> rows = read("industry,2021,2022", "robots,10,13", "drones,..,..");

        assertThat(rows.values()).extracting(SeriesRow::id).containsExactly("robots");
        assertThat(rows.failures())
                .extracting(failure -> failure.rule().en())
                .containsExactly("Series must have a value: drones");
    }

    @Test
    void table_ofValuesTooLarge_isRefusedByName() throws IOException {
        Rows<SeriesRow> rows = read("industry,2021,2022", "robots,10,1e101", "drones,5,6");

        assertThat(rows.values()).extracting(SeriesRow::id).containsExactly("drones");
        assertThat(rows.failures())
                .extracting(failure -> failure.rule().en())
                .containsExactly("Value of 2022 must be within ±1e100: 1.0E101");
    }
}
