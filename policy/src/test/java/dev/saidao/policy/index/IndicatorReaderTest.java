package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of indicators as files have them. */
class IndicatorReaderTest {

    private static final IndicatorFramework FRAMEWORK = framework("a", "b");

    @TempDir
    private Path folder;

    private static IndicatorFramework framework(String... codes) {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code("index").build());
        for (String code : codes) {
            nodes.add(IndicatorNode.builder().code(code).parent("index").build());
        }
        return IndicatorFramework.of(nodes);
    }

    private static IndicatorTable ofYear(IndicatorTable table, int year) {
        return Objects.requireNonNull(table.years().get(year));
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("values.csv"), List.of(lines));
    }

    private IndicatorRows rows(String... lines) throws IOException {
        return IndicatorReader.table(file(lines), FRAMEWORK, Optional.empty());
    }

    @Test
    void yearsAndGroups_areNoIndicators() throws IOException {
        IndicatorRows rows = rows(
                "unit,year,group,a,b,note", "robots,2021,north,1,2,x", "robots,2022,south,3,,y", "chips,2022,,5,6,");

        IndicatorTable table = rows.table();
        assertThat(table.year()).isEqualTo(2022);
        assertThat(table.units()).containsExactly("robots", "chips");
        assertThat(table.group("robots")).contains("south");
        assertThat(table.group("chips")).isEmpty();
        assertThat(table.value("robots", "a")).hasValue(3);
        assertThat(table.value("robots", "b")).isEmpty();
        assertThat(table.years().keySet()).containsExactly(2021, 2022);
        assertThat(ofYear(table, 2021).group("robots")).contains("north");
        assertThat(rows.aside()).containsExactly("note");
        assertThat(rows.failures()).isEmpty();
    }

    @Test
    void yearsAndGroupsOfCoinr_areReadAsOurs() throws IOException {
        IndicatorTable table = rows("uCode,Time,group,a", "AUT,2021,EU,1", "AUT,2022,EU,2", "CHN,2022,Asia,3")
                .table();

        assertThat(table.year()).isEqualTo(2022);
        assertThat(table.group("CHN")).contains("Asia");
        assertThat(table.value("AUT", "a")).hasValue(2);
    }

    @Test
    void yearAndGroup_areIndicatorsIfTheFrameworkSaysSo() throws IOException {
        IndicatorTable table = IndicatorReader.table(
                        file("unit,year,group", "robots,7,8"), framework("year", "group"), Optional.empty())
                .table();

        assertThat(table.year()).isZero();
        assertThat(table.value("robots", "year")).hasValue(7);
        assertThat(table.value("robots", "group")).hasValue(8);
        assertThat(table.group("robots")).isEmpty();
    }

    @Test
    void oneYearAlone_hasNoOthersBesideIt() throws IOException {
        assertThat(rows("unit,year,a", "robots,2021,1").table().years()).isEmpty();
        assertThat(rows("unit,a").table().units()).isEmpty();
    }

    @Test
    void yearThatIsMissingOrNone_stopsTheReading() throws IOException {
        assertThatThrownBy(() -> rows("unit,year,a", "robots,,1"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("(year): Year must be there")
                .hasMessageContaining("1 refused");
        assertThatThrownBy(() -> rows("unit,year,a", "robots,2021.5,1"))
                .hasMessageContaining("Number must be whole, of up to 9 digits: 2021.5");
        Path file = file("unit,year,a", "robots,2021,1");
        assertThatThrownBy(() -> IndicatorReader.table(file, FRAMEWORK, Optional.of(2020)))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("Year must be in the data: 2020");
    }

    @Test
    void rowThatIsNotWhole_stopsTheReading() throws IOException {
        assertThatThrownBy(() -> rows("unit,a,b", "robots,1")).isInstanceOf(TableException.class);
        assertThatThrownBy(() -> rows("unit,a", "robots,1", "robots,2"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("robots");
        Path meta = file("code,parent,weight", "index,,1", "a,index");
        assertThatThrownBy(() -> IndicatorReader.framework(meta)).isInstanceOf(TableException.class);
    }

    @Test
    void intervals_areBounds() throws IOException {
        IndicatorRows rows = rows("unit,a,b", "robots,\"[1, 2]\",\"(3, 4]\"", "chips,-5,\"[2, 1]\"");

        assertThat(rows.table().isKnown("robots", "a")).isTrue();
        assertThat(rows.table().value("robots", "a")).isEmpty();
        assertThat(rows.table().isKnown("robots", "b")).isTrue();
        assertThat(rows.table().value("chips", "a")).hasValue(-5);
        assertThat(rows.table().isKnown("chips", "b")).isFalse();
        assertThat(rows.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.in(Locale.ENGLISH)).contains("(b)").endsWith("taken as missing"));
    }

    @Test
    void valueOutOfRange_isTakenAsMissing() throws IOException {
        IndicatorRows rows = rows("unit,a,b", "robots,1e150,-1.1e150");

        assertThat(rows.table().value("robots", "a")).hasValue(1e150);
        assertThat(rows.table().value("robots", "b")).isEmpty();
        assertThat(rows.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.in(Locale.ENGLISH))
                        .contains("Value must be within ±1e150: -1.1e150; taken as missing"));
    }

    /** What {@link IndicatorTable#select} keeps of a table: all that belongs to the cells that are left. */
    @Test
    void select_keepsGroupsBoundsSourcesAndYears() {
        IndicatorTable before = IndicatorTable.builder(List.of("a", "b"))
                .unit("robots")
                .set("robots", "a", 1)
                .set("robots", "b", 9)
                .build();
        IndicatorTable table = IndicatorTable.builder(List.of("a", "b"))
                .unit("robots")
                .group("robots", "north")
                .set("robots", "a", Bounds.parse("[1, 2]"))
                .source("robots", "a", "page 7")
                .set("robots", "b", 2)
                .build()
                .inYear(2022, Map.of(2021, before));

        IndicatorTable selected = table.select(List.of("a"));
        assertThat(selected.columns()).containsExactly("a");
        assertThat(selected.group("robots")).contains("north");
        assertThat(selected.isKnown("robots", "a")).isTrue();
        assertThat(selected.source("robots", "a")).contains("page 7");
        assertThat(selected.year()).isEqualTo(2022);
        assertThat(selected.years().keySet()).containsExactly(2021, 2022);
        assertThat(ofYear(selected, 2021).columns()).containsExactly("a");
        assertThat(ofYear(selected, 2021).value("robots", "a")).hasValue(1);
        assertThat(ofYear(table.only(List.of("robots")), 2021).columns()).containsExactly("a", "b");
    }
}
