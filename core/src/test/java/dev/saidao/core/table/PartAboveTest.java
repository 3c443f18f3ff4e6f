package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartAboveTest {

    private static final Set<String> YEARS = Set.of("2022", "2023", "2024");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Period: January to June                      | -H1
                    Exports by commodity, January–June           | -H1
                    Crude steel production (Mt) – Jan-Sep        | -01/Y-09
                    Exportaciones, enero a marzo                 | -Q1
                    Umsatz Januar bis September                  | -01/Y-09
                    Sales, July through December 2024            | -H2
                    Six months ended 30 June                     | -H1
                    Nine months ended September                  | -01/Y-09
                    Quarter ended 31 March                       | -Q1
                    Revenue ($m), half-year to 31 December       | -H2
                    (First half of the year)                     | -H1
                    Third quarter                                | -Q3
                    Sales in the first nine months               | -01/Y-09
                    Registrations, year to date October          | -01/Y-10
                    Month: October                               | -10
                    Car sales in May                             | -05
                    1-6月主要指标                                | -H1
                    1—11月规模以上工业企业利润                   | -01/Y-11
                    上半年居民收入                               | -H1
                    前三季度地区生产总值                         | -01/Y-09
                    前5个月进出口                                | -01/Y-05
                    一季度工业增加值                             | -Q1
                    10月份社会消费品零售总额                     | -10
                    截至6月30日止六个月                          | -H1
                    """)
    void of_lineWithAPart_givesIt(String line, String part) {
        assertThat(Objects.requireNonNull(PartAbove.of(List.of(line), YEARS)).part())
                .isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Population by region",
                "Crop year, October to September",
                "January to December",
                "Bulletin of January-June 2025",
                "Forecast of the first quarter 2025",
                "Population at 31 December",
                "Persons unemployed for six months or more",
                "Table T1: Prices",
                "Revenue in millions",
                "6月末贷款余额",
                "截至6月",
                "2022年3月期",
                "资料来源:一季度公报",
                "Source: report of March to May"
            })
    void of_lineWithoutAPart_givesNone(String line) {
        assertThat(PartAbove.of(List.of(line), YEARS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sales, November to March", "Sales, year to date", "Three months ended 31 January"})
    void of_partThatCannotBePlaced_isOpen(String line) {
        assertThat(Objects.requireNonNull(PartAbove.of(List.of(line), YEARS)).part())
                .isNull();
    }

    @Test
    void of_twoParts_isOpen() {
        PartAbove two = PartAbove.of(List.of("First quarter", "Second quarter"), YEARS);

        assertThat(Objects.requireNonNull(two).part()).isNull();
        assertThat(two.said()).isEqualTo("First quarter");
    }

    @Test
    void of_onePartInTwoLanguages_givesIt() {
        PartAbove both = PartAbove.of(List.of("1-6月", "January to June"), YEARS);

        assertThat(Objects.requireNonNull(both).part()).isEqualTo("-H1");
    }
}
