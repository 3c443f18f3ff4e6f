package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.figure.ReferencePeriod;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025                               | 2025
            2025E                              | 2025
            2025年                              | 2025
            FY2024                             | FY2024
            FY24                               | FY2024
            FY2025E                            | FY2025
            2024财年                           | FY2024
            令和5年度                           | FY2023
            2024-25                            | FY2024-25
            FY24-25                            | FY2024-25
            2000/2001                          | FY2000-01
            FY2019-20 to FY2024-25             | FY2019-20 to FY2024-25
            FY19–25                            | FY2019 to FY2025
            2024H1                             | 2024-H1
            1H24                               | 2024-H1
            2025年上半年                       | 2025-H1
            second half of 2025                | 2025-H2
            2024-Q3                            | 2024-Q3
            3Q24                               | 2024-Q3
            2025T2                             | 2025-Q2
            2024年三季度                       | 2024-Q3
            2024年前三季度                     | 2024-Q1 to 2024-Q3
            2024-06                            | 2024-06
            2024M06                            | 2024-06
            Jun-24                             | 2024-06
            2024年1—9月                        | 2024-01 to 2024-09
            2020年6月-2024年12月               | 2020-06 to 2024-12
            2024年6月末                        | 2024-06-30
            2024-06-30                         | 2024-06-30
            31/12/2024                         | end-2024
            民國112年底                        | end-2023
            平成30年                           | 2018
            二〇二四年                         | 2024
            2005 [YR2005]                      | 2005
            2024 (estimated)                   | 2024
            '24-'32                            | 2024/2032
            between 2024 and 2032              | 2024/2032
            2024 to 2025                       | 2024 to 2025
            2030s                              | 2030/2039
            20世纪90年代                       | 1990/1999
            by the end of 2030                 | by 2030
            2030年底前                         | by 2030
            “十五五”末                         | by 2030
            十四五（2021-2025年）              | 2021/2025
            d'ici 2030                         | by 2030
            I кв. 2024                         | 2024-Q1
            2024년 상반기                      | 2024-H1
            about 2030                         | 2030
            2024-2032                          | 2024/2032
            2024–2032                          | 2024/2032
            2024-32                            | 2024/2032
            2023/2033                          | 2023/2033
            2024 to 2032                       | 2024/2032
            forecast period 2024-2032          | 2024/2032
            CAGR (2024 - 2032F)                | 2024/2032
            2024年至2032年                       | 2024/2032
            2024—2032年                         | 2024/2032
            十四五                             | 2021/2025
            “十五五”时期                       | 2026/2030
            15th five-year plan                | 2026/2030
            end-2025                           | end-2025
            as of end-2025                     | end-2025
            end of 2025                        | end-2025
            截至2025年底                       | end-2025
            2025年末                           | end-2025
            by 2035                            | by 2035
            到2035年                           | by 2035
            through 2025                       | through 2025
            截至2025年                         | through 2025
            every two years                    | every 2 years
            每两年                            | every 2 years
            next ten years (2025-2035)         | 2025/2035
            next five years (to 2030)          | 2030
            """)
    void parse_asReportsPrint(String text, String period) {
        assertThat(PeriodFormat.parse(text)).hasToString(period);
    }

    /** The plans since the first of 1953 (National Bureau of Statistics of China); the third began after a pause. */
    @ParameterizedTest
    @CsvSource({"1st, 1953", "2nd, 1958", "3rd, 1966", "13th, 2016", "14th, 2021"})
    void parse_fiveYearPlan_startsInItsYear(String number, int first) {
        assertThat(PeriodFormat.parse(number + " five-year plan").firstYear()).contains(first);
    }

    @Test
    void parse_keepsTheWords() {
        assertThat(PeriodFormat.parse("forecast period 2024-2032").stated()).contains("forecast period 2024-2032");
        assertThat(PeriodFormat.parse("2024").stated()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "future",
                "next five years",
                "2024, 2025",
                "2030-2024",
                "2024-2024",
                "20245",
                "2024-032",
                "24年",
                "113年",
                "2009-10",
                "2011/12",
                "03/04/2024",
                "MY2024",
                "mid-2030s",
                "early 2025",
                "2024 and 2025",
                "the forecast period",
                "十四五（2021-2026年）",
                "平成40年",
                "2024Q5",
                "2024年13月",
                "2024-13",
                "12"
            })
    void parse_otherText_isRefused(String text) {
        assertThatThrownBy(() -> PeriodFormat.parse(text)).isInstanceOf(FigureParseException.class);
    }

    /** Counted by hand from the date. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            今年                    | 2026
            去年底                  | end-2025
            今年上半年              | 2026-H1
            未来五年                | 2026/2031
            over the next decade    | 2026/2036
            过去五年                | 2021/2026
            2015年以来              | 2015/2026
            2015 to date            | 2015/2026
            향후 5년                | 2026/2031
            """)
    void parse_relative_countsFromThePublication(String text, String period) {
        assertThat(PeriodFormat.parse(text, LocalDate.of(2026, 3, 27))).hasToString(period);
        assertThatThrownBy(() -> PeriodFormat.parse(text))
                .isInstanceOf(FigureParseException.class)
                .hasMessageStartingWith("Relative time must have a date of publication to count from");
    }

    @Test
    void at_placeInAText_saysWhereItEnds() {
        String text = "预计2030年底前达到3500亿元";

        PeriodFormat.Reading reading =
                PeriodFormat.at(text, 2, Optional.empty()).orElseThrow();

        assertThat(reading.period()).hasToString("by 2030");
        assertThat(text.substring(reading.start(), reading.end())).isEqualTo("2030年底前");
        assertThat(PeriodFormat.at(text, 0, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021, 2025, 4",
        "FY24, FY28, 4",
        "2019-20, 2024-25, 5",
        "2024-Q3, 2025-Q3, 1",
        "2024-01, 2025-01, 1",
        "2024H1, 2025,",
        "2020-06, 2024-12,",
        "FY24, 2028,",
    })
    void yearsTo_onlyBetweenTimesOfOneKind(String first, String last, Integer years) {
        assertThat(PeriodFormat.parse(first).yearsTo(PeriodFormat.parse(last))).isEqualTo(Optional.ofNullable(years));
    }

    @ParameterizedTest
    @CsvSource({
        "around 2030, true",
        "c. 2015, true",
        "约2030年, true",
        "2030年前后, true",
        "2030, false",
        "2024~2032, false",
        "到2030年, false"
    })
    void isAbout_whereAWordSaysSo(String text, boolean about) {
        assertThat(PeriodFormat.isAbout(text)).isEqualTo(about);
    }

    @Test
    void parse_ownText_isTheIdentity() {
        for (ReferencePeriod period : new ReferencePeriod[] {
            ReferencePeriod.year(2030),
            ReferencePeriod.endOf(2025),
            ReferencePeriod.span(2023, 2033),
            ReferencePeriod.by(2035),
            ReferencePeriod.through(2025),
            ReferencePeriod.every(2),
            ReferencePeriod.span(2024, 2025),
            ReferencePeriod.part(CalendarPart.fiscalYear(2024)),
            ReferencePeriod.part(CalendarPart.fiscalYearFrom(2009)),
            ReferencePeriod.part(CalendarPart.half(2024, 1)),
            ReferencePeriod.part(CalendarPart.month(2024, 6)),
            ReferencePeriod.parts(CalendarPart.quarter(2024, 1), CalendarPart.quarter(2024, 3))
        }) {
            assertThat(PeriodFormat.parse(period.toString())).isEqualTo(period);
        }
    }
}
