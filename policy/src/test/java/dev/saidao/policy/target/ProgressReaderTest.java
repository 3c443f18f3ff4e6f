package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row says, cell by cell; the numbers are those of the rows. */
class ProgressReaderTest {

    private static final ProgressCalculator PROGRESS = ProgressCalculator.withDefaults();

    /** 10 in 2015, 14 in 2020, 20 by 2025: halfway there is the straight line at 15. */
    private static final Map<String, String> ROW = Map.of(
            "id", "1.1",
            "base_year", "2015",
            "base_value", "10",
            "current_year", "2020",
            "current_value", "14",
            "direction", "1",
            "target", "20",
            "target_year", "2025");

    private static Row row(String... changes) {
        Map<String, String> cells = new LinkedHashMap<>(ROW);
        for (int i = 0; i < changes.length; i += 2) {
            cells.put(changes[i], changes[i + 1]);
        }
        return Row.of(cells);
    }

    private static ProgressRow read(String... changes) {
        return new ProgressReader(Optional.empty()).read(row(changes)).get(0);
    }

    private static List<String> said(List<Observation> observations) {
        return observations.stream()
                .map(value -> value.year() + "=" + said(value.value()))
                .toList();
    }

    private static String said(Operand operand) {
        return operand.value().toString();
    }

    private static String exactly(String printed) {
        return said(Operand.of(FigureFormat.english().parse(printed).value()));
    }

    private static ProgressSeries series(String... cells) {
        ProgressSeries series = new ProgressSeries();
        for (String cell : cells) {
            String[] parts = cell.split(" ", -1);
            series.add(Row.of(Map.of("id", parts[0], "series", parts[1], "year", parts[2], "value", parts[3])));
        }
        return series;
    }

    private static List<ProgressRow> read(ProgressSeries series, String... changes) {
        return new ProgressReader(Optional.of(series)).read(row(changes));
    }

    @Test
    void columns_areThoseThatAreNeeded() {
        assertThat(new ProgressReader(Optional.empty()).columns())
                .containsExactly("id", "base_year", "base_value", "current_year", "current_value");
        assertThat(new ProgressReader(Optional.of(new ProgressSeries())).columns())
                .containsExactly("id");
    }

    @Test
    void read_valuesOfTheRow() {
        ProgressRow row = read("series", "women", "group", " Goal 1 >> Target 1.1 ");

        assertThat(row.id()).isEqualTo("1.1");
        assertThat(row.series()).isEqualTo("women");
        assertThat(row.groups()).containsExactly("Goal 1", "Target 1.1");
        assertThat(said(row.values())).containsExactly("2015=" + exactly("10"), "2020=" + exactly("14"));
        assertThat(row.latest().map(Observation::year)).contains(2020);
        assertThat(row.baseline().map(Observation::year)).contains(2015);
        Target target = row.target().orElseThrow();
        assertThat(target.direction()).isEqualTo(Direction.INCREASE);
        assertThat(target.year()).contains(2025);
        assertThat(target.value().map(ProgressReaderTest::said)).contains(exactly("20"));
        assertThat(row.range()).isEmpty();
        assertThat(row.ahead()).isEqualTo(row.target());
    }

    @Test
    void read_withoutABase_orWithOneThatIsNotEarlier() {
        assertThat(said(read("base_year", "").values())).containsExactly("2020=" + exactly("14"));
        assertThat(read("base_year", "").baseline()).isEmpty();
        // two values of one year are no series
        assertThat(said(read("base_year", "2020").values())).containsExactly("2020=" + exactly("14"));
        assertThat(read("current_value", "").values()).isEmpty();
        assertThat(read("current_value", "").latest()).isEmpty();
        assertThat(read("current_value", "").assess(PROGRESS, ProgressScheme.STATISTICS_CANADA.published()))
                .isEmpty();
    }

    @Test
    void read_unit_isThatOfNumbersWithoutASign() {
        ProgressRow row = read("unit", "%", "target", "20%", "current_value", "about 14");

        assertThat(row.target().flatMap(Target::value).map(ProgressReaderTest::said))
                .contains(exactly("20%"));
        assertThat(said(row.baseline().orElseThrow().value())).isEqualTo(exactly("10%"));
        // a word beside the number says that it is not exact
        assertThat(row.latest().orElseThrow().value().value().bounds().singleValue())
                .isEmpty();
        assertThatThrownBy(() -> read("unit", "%", "target", "USD 20"))
                .isInstanceOf(RowException.class)
                .extracting(e -> ((RowException) e).column())
                .isEqualTo("target");
    }

    @Test
    void read_multiplier_isOfTheNumberOrOfTheUnit() {
        String million = said(read("unit", "USD million", "target", "20")
                .target()
                .flatMap(Target::value)
                .orElseThrow());

        assertThat(million).isEqualTo(exactly("USD 20 million"));
        assertThat(said(read("unit", "USD", "target", "20 million")
                        .target()
                        .flatMap(Target::value)
                        .orElseThrow()))
                .isEqualTo(million);
        assertThatThrownBy(() -> read("unit", "USD million", "target", "20 million"))
                .isInstanceOf(RowException.class)
                .hasMessageContaining("Number must have one multiplier, its own or that of the unit: 20");
    }

    @ParameterizedTest
    @CsvSource({"2015,2015", "2015-16,2015", "FY2015,2015", "2015/2016,2015", "1999-00,1999", "9999,9999", "2015年,2015"
    })
    void read_year(String text, int expected) {
        assertThat(read("base_year", text, "target", "").baseline().map(Observation::year))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,Year must be 1 to 9999: 0",
        "10000,Year must be 1 to 9999: 10000",
        "soon,Year must be 1 to 9999: soon",
        "2015-17,'Year must be one year, such as 2015 or 2015-16: 2015-17'",
        "2015-2017,'Year must be one year, such as 2015 or 2015-16: 2015-2017'"
    })
    void read_otherYears_areRefused(String text, String message) {
        assertThatThrownBy(() -> read("base_year", text))
                .isInstanceOf(RowException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((RowException) e).column())
                .isEqualTo("base_year");
    }

    @Test
    void read_targetChange_isOfTheBase() {
        // half of 10
        assertThat(read("target", "", "target_change", "halve")
                        .target()
                        .flatMap(Target::value)
                        .map(ProgressReaderTest::said))
                .contains(exactly("5"));
        assertThatThrownBy(() -> read("target_change", "halve"))
                .hasMessageContaining("Target must be a value or a change, not both: halve");
        assertThatThrownBy(() -> read("target", "", "target_change", "halve", "base_year", ""))
                .hasMessageContaining("Base value must be there for a change: halve");
        assertThatThrownBy(() -> read("target", "", "target_change", "somewhat"))
                .isInstanceOf(RowException.class)
                .extracting(e -> ((RowException) e).column())
                .isEqualTo("target_change");
    }

    @Test
    void read_milestones_areYearsWithValues() {
        Target target = read("milestones", "2018=12; ;2022 = 17").target().orElseThrow();

        assertThat(said(target.milestones())).containsExactly("2018=" + exactly("12"), "2022=" + exactly("17"));
        assertThat(read("milestones", "2016=11;2020=14").milestones(PROGRESS).size())
                .isEqualTo(2);
        for (String wrong : List.of("2018", "2018=1=2")) {
            assertThatThrownBy(() -> read("milestones", wrong))
                    .hasMessageContaining("Milestones must be year=value, separated by semicolons: " + wrong);
        }
        assertThatThrownBy(() -> read("milestones", "2018=many"))
                .isInstanceOf(RowException.class)
                .extracting(e -> ((RowException) e).column())
                .isEqualTo("milestones");
    }

    @Test
    void read_targetWithoutAYear_isRefused_noTargetNeedsNone() {
        assertThatThrownBy(() -> read("target_year", ""))
                .hasMessageContaining("Target year must be there if a target is");
        assertThat(read("target", "", "target_year", "").target().flatMap(Target::value))
                .isEmpty();
        assertThat(read("limit", "100").target().flatMap(Target::naturalLimit).map(BigDecimal::toPlainString))
                .contains("100");
    }

    @Test
    void read_range_hasAFloorOrACeilingOrBoth() {
        ProgressRow both = read("target", "", "target_low", "16", "target_high", "20");

        assertThat(both.target()).isEmpty();
        TargetRange range = both.range().orElseThrow();
        assertThat(range.floor().map(ProgressReaderTest::said)).contains(exactly("16"));
        assertThat(range.ceiling().map(ProgressReaderTest::said)).contains(exactly("20"));
        assertThat(range.year()).isEqualTo(2025);
        assertThat(both.baseline().map(Observation::year)).contains(2015);
        // 14 lies below: the floor is ahead
        assertThat(both.ahead().flatMap(Target::value).map(ProgressReaderTest::said))
                .contains(exactly("16"));
        assertThat(both.milestones(PROGRESS)).isEmpty();
        assertThat(read("target", "", "target_low", "12").ahead()).isEmpty();
        assertThat(read("target", "", "target_high", "12").ahead().map(Target::direction))
                .contains(Direction.DECREASE);
        assertThat(both.assess(PROGRESS, ProgressScheme.STATISTICS_CANADA.published()))
                .isPresent();
        for (String other : List.of("target_change", "milestones")) {
            assertThatThrownBy(() -> read("target", "", "target_low", "16", other, "2018=1"))
                    .hasMessageContaining("Column must be empty beside a range: 2018=1");
        }
        assertThatThrownBy(() -> read("target_high", "16"))
                .hasMessageContaining("Column must be empty beside a range: 20");
    }

    @Test
    void read_indicatorTwice_isRefused() {
        ProgressReader reader = new ProgressReader(Optional.empty());
        reader.read(row());

        assertThat(reader.read(row("series", "women"))).hasSize(1);
        assertThatThrownBy(() -> reader.read(row()))
                .isInstanceOf(RowException.class)
                .hasMessageContaining("Indicator must be there once, as in line");
    }

    @Test
    void read_series_fromTheBaseYearOrTheNextToTheCurrentOne() {
        ProgressSeries series = series(
                "1.1 women 2014 9", "1.1 women 2016 11", "1.1 women 2020 14", "1.1 women 2021 15", "1.1 men 2016 8");
        List<ProgressRow> rows = read(series);

        assertThat(rows).extracting(ProgressRow::series).containsExactly("women", "men");
        assertThat(said(rows.get(0).values())).containsExactly("2016=" + exactly("11"), "2020=" + exactly("14"));
        assertThat(rows.get(0).baseline().map(Observation::year)).contains(2016);
        assertThat(said(read(series, "base_year", "", "current_year", "", "series", "women")
                        .get(0)
                        .values()))
                .containsExactly(
                        "2014=" + exactly("9"),
                        "2016=" + exactly("11"),
                        "2020=" + exactly("14"),
                        "2021=" + exactly("15"));
        // both ends belong to it, and one year is a series of one
        assertThat(said(read(series, "base_year", "2020", "series", "women")
                        .get(0)
                        .values()))
                .containsExactly("2020=" + exactly("14"));
        ProgressRow none = read(series, "base_year", "2021", "series", "women").get(0);
        assertThat(none.values()).isEmpty();
        assertThat(none.baseline()).isEmpty();
    }

    @Test
    void read_seriesWithoutValues_isRefused() {
        ProgressSeries series = series("1.1 women 2016 11", "1.2 women 2016 ");

        assertThat(series.ids()).containsExactly("1.1");
        assertThatThrownBy(() -> read(series, "series", "men"))
                .hasMessageContaining("Series must be there with values: men");
        assertThatThrownBy(() -> read(series, "id", "1.2"))
                .hasMessageContaining("Indicator must have values among the series: 1.2");
        assertThatThrownBy(() -> series("1.1 women 2016 11", "1.1 women 2016-17 12"))
                .hasMessageContaining("Year must be there once in a series, as in line");
    }

    @Test
    void deviation_isFromTheStraightLine_withinItsYears() {
        // 15 on the line from 10 in 2015 to 20 in 2025: 1 below
        assertThat(read().deviation(PROGRESS).orElseThrow().value().toString()).isEqualTo(exactly("-1"));
        assertThat(read("current_year", "2025").deviation(PROGRESS)).isPresent();
        assertThat(read("current_year", "2026").deviation(PROGRESS)).isEmpty();
        assertThat(read("current_year", "2015").deviation(PROGRESS)).isPresent();
        assertThat(read("current_year", "2014").deviation(PROGRESS)).isEmpty();
        assertThat(read("base_year", "").deviation(PROGRESS)).isEmpty();
        assertThat(read("current_value", "").deviation(PROGRESS)).isEmpty();
        assertThat(read("target", "", "target_year", "").deviation(PROGRESS)).isEmpty();
    }

    @Test
    void arrival_asGrowthGoesOn() {
        // 10 x 1.4^(n / 5) is 20 after 5 ln 2 / ln 1.4 = 10.30 years: in the eleventh
        assertThat(read().arrival(PROGRESS).flatMap(Arrival::year)).contains(2026);
        for (String column : List.of("base_value", "current_value", "target")) {
            assertThat(read(column, "0").arrival(PROGRESS)).as(column).isEmpty();
            assertThat(read(column, "-3").arrival(PROGRESS)).as(column).isEmpty();
            assertThat(read(column, "about 12").arrival(PROGRESS)).as(column).isEmpty();
        }
        assertThat(read("current_year", "2015").arrival(PROGRESS)).isEmpty();
        assertThat(read("current_year", "2016").arrival(PROGRESS)).isPresent();
    }

    @Test
    void row_hasATargetOrARange_andValuesInOrder() {
        ProgressRow row = read();
        assertThatThrownBy(() -> new ProgressRow("x", "", List.of(), Optional.empty(), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row must have a target or a range: x");
        ProgressRow turned = new ProgressRow(
                "x",
                "",
                List.of(),
                row.target(),
                Optional.empty(),
                List.of(row.values().get(1), row.values().get(0)));
        assertThat(turned.values()).isEqualTo(row.values());
    }
}
