package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times by their words; {@code none} where the words name no time. */
class TimeFinderTest {

    private static final LocalDate PUBLISHED = LocalDate.parse("2026-03-27");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025年 | POINT 2025",
                "2025年底 | POINT 2025",
                "到2030年 | POINT 2030",
                "2024—2030年 | SPAN 2024/2030",
                "2025年上半年 | POINT 2025-H1",
                "2025年前三季度 | POINT 2025-Q1-Q3",
                "2025年1-7月 | POINT 2025-M1-M7",
                "去年 | POINT 2025",
                "今年一季度 | POINT 2026-Q1",
                "上年同期 | ANCHORED_YEARS 1",
                "未来五年 | FUTURE 5",
                "十五五期间 | SPAN 2026/2030",
                "二零二五年 | POINT 2025",
                "四年前 | AGO 4",
                "in 2025 | POINT 2025",
                "from 2024 to 2030 | SPAN 2024/2030",
                "q3 2025 | POINT 2025-Q3",
                "the third quarter of 2025 | POINT 2025-Q3",
                "fy2025 | POINT 2025-FY",
                "fiscal 2025 | POINT 2025-FY",
                "last year | POINT 2025",
                "a year earlier | ANCHORED_YEARS 1",
                "the next five years | FUTURE 5",
                "over the forecast period | THROUGHOUT 0",
                "march 2026 | POINT 2026-03",
                "by the end of the decade | POINT 2030",
                "2025 units | POINT 2025",
                "12.5% | none",
                "386.2亿元 | none",
                "120255年 | none",
                "$2025 | none",
                "inland | none",
                "theatre | none",
                "mayor | none",
            })
    void find_words(String words, String expected) {
        assertThat(new TimeFinder(PUBLISHED)
                        .find(FoldedText.fold(words)).stream()
                                .map(TimeFinderTest::shown)
                                .findFirst()
                                .orElse("none"))
                .isEqualTo(expected);
    }

    private static String shown(TimeExpression time) {
        return time.type()
                + " "
                + (time.to() == null
                        ? String.valueOf(time.years())
                        : time.from() == null ? time.to().toString() : time.from() + "/" + time.to());
    }

    /** What was found before in a text must not change what is found: the tree of beginnings grows as texts come. */
    @ParameterizedTest
    @CsvSource({"x2025年x", "in 2025 in", "the next the next five years", "20 2025 202 20255 2025年"})
    void find_twice_isTheSame(String text) {
        TimeFinder finder = new TimeFinder(PUBLISHED);

        assertThat(finder.find(text))
                .isEqualTo(finder.find(text))
                .isEqualTo(finder.find("今" + text).stream()
                        .map(time -> new TimeExpression(
                                time.start() - 1, time.end() - 1, time.type(), time.from(), time.to(), time.years()))
                        .toList());
    }
}
