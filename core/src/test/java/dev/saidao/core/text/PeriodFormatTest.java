package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.figure.ReferencePeriod;
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
            FY2024                             | 2024
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
                "12"
            })
    void parse_otherText_isRefused(String text) {
        assertThatThrownBy(() -> PeriodFormat.parse(text)).isInstanceOf(FigureParseException.class);
    }

    @Test
    void parse_ownText_isTheIdentity() {
        for (ReferencePeriod period : new ReferencePeriod[] {
            ReferencePeriod.year(2030),
            ReferencePeriod.endOf(2025),
            ReferencePeriod.span(2023, 2033),
            ReferencePeriod.by(2035),
            ReferencePeriod.through(2025),
            ReferencePeriod.every(2)
        }) {
            assertThat(PeriodFormat.parse(period.toString())).isEqualTo(period);
        }
    }
}
