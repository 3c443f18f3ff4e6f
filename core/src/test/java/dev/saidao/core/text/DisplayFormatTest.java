package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayFormatTest {

    private static final DisplayFormat ENGLISH = DisplayFormat.of(Locale.ENGLISH);
    private static final DisplayFormat CHINESE = DisplayFormat.of(Locale.CHINESE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15410041447.377 CNY        | ≈ CNY 15.41 billion      | ≈ 154.1亿元
            6430000000 USD             | USD 6.43 billion         | 64.3亿美元
            999 CHF                    | CHF 999                  | 999 CHF
            1234567 CHF                | ≈ CHF 1.235 million      | ≈ 123.5万 CHF
            -15410041447.377 CNY       | ≈ CNY -15.41 billion     | ≈ -154.1亿元
            0 CNY                      | CNY 0                    | 0元
            0.140625 ratio             | ≈ 14.06%                 | ≈ 14.06%
            0.73 per year              | 73% a year               | 年均73%
            1500 persons               | 1,500 persons            | 1500人
            11250000 employed          | 11.25 million employed   | 1125万就业人口
            123456 parks               | 123,456 parks            | ≈ 12.35万家园区
            200 persons per 10 000 employed | 200 persons per 10,000 employed | 每万就业人口200人
            200 persons per 10 000 就业人员 | 200 persons per 10,000 就业人员 | 每万就业人员200人
            6887000 vehicles | 6.887 million vehicles | 688.7万辆
            3.2 person-years | 3.2 person-years | 3.2人年
            3 parks per 1 000 persons | 3 parks per 1,000 persons | 每1000人3家园区
            5 persons per 100 000 persons | 5 persons per 100,000 persons | 每10万人5人
            7.59375 times              | ≈ 7.594 times            | ≈ 7.594倍
            1.7095112 years            | ≈ 1.71 years             | ≈ 1.71年
            2026 year                  | 2026                     | 2026年
            1.5 percentage points      | 1.5 percentage points    | 1.5个百分点
            """)
    void format_quantity(String quantity, String english, String chinese) {
        assertThat(ENGLISH.format(Quantity.parse(quantity))).isEqualTo(english);
        assertThat(CHINESE.format(Quantity.parse(quantity))).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (15186090532.7, 15637947420.7) | CNY    | CNY [15.19, 15.64] billion
            [238750000000, 238850000000]   | CNY    | CNY [238.75, 238.85] billion
            (100000000000, ∞)              | USD    | USD (100, ∞) billion
            (0, ∞)                         | USD    | USD (0, ∞)
            [0, 40)                        | years  | [0, 40) years
            ∅                              | parks  | ∅
            """)
    void format_bounds(String bounds, String unit, String english) {
        assertThat(ENGLISH.format(Bounds.parse(bounds), Unit.parse(unit))).isEqualTo(english);
    }

    @Test
    void format_pointWithNeighbours_isThePointAlone() {
        BoundedQuantity third = BoundedQuantity.of(
                Unit.SHARE,
                Bounds.parse("(0.3333333333333333333333333333333333, 0.3333333333333333333333333333333334)"),
                new BigDecimal("0.3333333333333333333333333333333333"));

        assertThat(ENGLISH.format(third)).isEqualTo("≈ 33.33%");
        assertThat(ENGLISH.withDigits(6).format(third)).isEqualTo("≈ 33.3333%");
        assertThatThrownBy(() -> ENGLISH.withDigits(0)).hasMessage("Digits must be 1 to 34: 0");
    }
}
