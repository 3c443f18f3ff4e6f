package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFormatTest {

    private static final FigureFormat FORMAT = FigureFormat.english();

    /** The first group is how the page of 27 March 2026 prints its figures; value and qualifier by reading the page. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            225万人         | 2250000 persons        | NONE         | 10000
            20%             | 0.2 ratio              | NONE         | 0.01
            200名           | 200 persons            | NONE         | 1
            不到40岁        | 40 years               | LESS_THAN    | 1
            50名左右        | 50 persons             | ABOUT        | 1
            9条             | 9 items                | NONE         | 1
            8项             | 8 items                | NONE         | 1
            两              | 2 number               | NONE         | 1
            五力            | 5 items                | NONE         | 1
            2388亿元        | 238800000000 CNY       | NONE         | 100000000
            73%             | 0.73 ratio             | NONE         | 0.01
            四大            | 4 items                | NONE         | 1
            三大            | 3 items                | NONE         | 1
            30万亿美元      | 30000000000000 USD     | NONE         | 1000000000000
            七大            | 7 items                | NONE         | 1
            八部门          | 8 ministries           | NONE         | 1
            64.3亿美元      | 6430000000 USD         | NONE         | 10000000
            16.48%          | 0.1648 ratio           | NONE         | 0.0001
            20\uFF05          | 0.2 ratio              | NONE         | 0.01
            20%以上         | 0.2 ratio              | AT_LEAST     | 0.01
            高达50%         | 0.5 ratio              | AS_HIGH_AS   | 0.01
            2026年          | 2026 year              | NONE         | 1
            超30%           | 0.3 ratio              | MORE_THAN    | 0.01
            突破千亿美元    | 100000000000 USD       | MORE_THAN    | 100000000
            十大            | 10 items               | NONE         | 1
            24家            | 24 companies           | NONE         | 1
            1400多家        | 1400 companies         | MORE_THAN    | 1
            5+X             | 5 number               | AT_LEAST     | 1
            五件事          | 5 items                | NONE         | 1
            30多年          | 30 years               | MORE_THAN    | 1
            6个             | 6 items                | NONE         | 1
            两成            | 0.2 ratio              | NONE         | 0.1
            三成五          | 0.35 ratio             | NONE         | 0.01
            达225万人       | 2250000 persons        | REACHED      | 10000
            近3万家企业     | 30000 companies        | NEARLY       | 10000
            3万多家企业     | 30000 companies        | MORE_THAN    | 10000
            10多万人        | 100000 persons         | MORE_THAN    | 10000
            至少300名       | 300 persons            | AT_LEAST     | 1
            约5千万元       | 50000000 CNY           | ABOUT        | 10000000
            3千亿元         | 300000000000 CNY       | NONE         | 100000000000
            5千家企业       | 5000 companies         | NONE         | 1000
            二千三百八十八亿元 | 238800000000 CNY    | NONE         | 100000000
            三万五千人      | 35000 persons          | NONE         | 1
            二〇三五年      | 2035 year              | NONE         | 1
            1.5个百分点     | 1.5 percentage points  | NONE         | 0.1
            3倍             | 3 times                | NONE         | 1
            增长3倍         | 4 times                | NONE         | 1
            翻一番          | 2 times                | NONE         | 1
            翻两番          | 4 times                | NONE         | 1
            年均超30%       | 0.3 per year           | MORE_THAN    | 0.01
            每万就业人口200人 | 200 persons per 10 000 employed | NONE | 1
            5‰              | 0.005 ratio            | NONE         | 0.001
            USD 6.43 bn     | 6430000000 USD         | NONE         | 10000000
            over 100 billion | 100000000000 number   | MORE_THAN    | 1000000000
            2,388           | 2388 number            | NONE         | 1
            RMB 238.8 billion | 238800000000 CNY     | NONE         | 100000000
            US$6.43 billion | 6430000000 USD         | NONE         | 10000000
            over USD 100 billion | 100000000000 USD  | MORE_THAN    | 1000000000
            $1.5m           | 1500000 USD            | NONE         | 100000
            6.43 billion US dollars | 6430000000 USD | NONE         | 10000000
            1,400+ companies | 1400 companies        | AT_LEAST     | 1
            more than 1,400 companies | 1400 companies | MORE_THAN   | 1
            about 50 people | 50 persons             | ABOUT        | 1
            50 people or so | 50 persons             | ABOUT        | 1
            20 percent      | 0.2 ratio              | NONE         | 0.01
            at least 20% a year | 0.2 per year       | AT_LEAST     | 0.01
            as high as 50%  | 0.5 ratio              | AS_HIGH_AS   | 0.01
            under 40 years  | 40 years               | LESS_THAN    | 1
            -5.3% per year  | -0.053 per year        | NONE         | 0.001
            200 persons per 10,000 employed | 200 persons per 10 000 employed | NONE | 1
            2.50x           | 2.5 times              | NONE         | 0.01
            year 2026       | 2026 year              | NONE         | 1
            1.5 pp          | 1.5 percentage points  | NONE         | 0.1
            nearly 2,388.50 thousand EUR | 2388500 EUR | NEARLY      | 10
            """)
    void parse_printedText_hasValueQualifierAndPlace(String text, String value, Qualifier qualifier, String place) {
        PrintedNumber printed = FORMAT.parse(text);

        assertThat(printed.value()).hasToString(value);
        assertThat(printed.qualifier()).isEqualTo(qualifier);
        assertThat(printed.lastPlace()).isEqualByComparingTo(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            73%       | per year                        | 0.73
            0.73      | per year                        | 0.73
            24家      | parks                           | 24
            64家      | parks                           | 64
            四大      | scenarios                       | 4
            9条       | measures                        | 9
            200名     | persons per 10 000 employed     | 200
            64.3亿    | USD                             | 6430000000
            2,388     | CNY                             | 2388
            6个       | colleges                        | 6
            3 widgets | widgets                         | 3
            2026年    | years                           | 2026
            30名      | engineers                       | 30
            """)
    void parse_knownUnit_mayBeLeftOutOrSaidByMeasureWord(String text, String unit, String value) {
        assertThat(FORMAT.parse(text, Unit.parse(unit)).value()).hasToString(value + " " + unit);
    }

    /** Grouping as in India (Constitution of India, Union Budget tables) and as on the European continent (ISO 80000-1, 7.3). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,23,456 companies      | 123456 companies
            ₹ 12,34,56,789          | 123456789 INR
            Rs 5                    | 5 INR
            INR 1.5 lakh crore      | 1500000000000 INR
            INR 2.5 crore           | 25000000 INR
            INR 3 lakh              | 300000 INR
            12,5 %                  | 0.125 ratio
            0,125 ratio             | 0.125 ratio
            2.388,5 euros           | 2388.5 EUR
            1.234.567 companies     | 1234567 companies
            12,5 Mrd. €             | 12500000000 EUR
            3,75 Mio. EUR           | 3750000 EUR
            1,234.5 persons         | 1234.5 persons
            1,234 persons           | 1234 persons
            1.234 persons           | 1.234 persons
            """)
    void parse_otherSeparators_asWhereTheyAreUsed(String text, String value) {
        if (value == null) {
            assertThatThrownBy(() -> FORMAT.parse(text)).isInstanceOf(FigureParseException.class);
        } else {
            assertThat(FORMAT.parse(text).value()).hasToString(value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '-'             | 0  | Figure must have a number, such as 12.5, 三成 or two-thirds
            首批            | 0  | Figure must have a number, such as 12.5, 三成 or two-thirds
            GW 千帆         | 0  | Figure must have a number, such as 12.5, 三成 or two-thirds
            NaN             | 0  | Figure must have a number, such as 12.5, 三成 or two-thirds
            ''              | 0  | Figure must have a number, such as 12.5, 三成 or two-thirds
            超              | 1  | Figure must have a number, such as 12.5, 三成 or two-thirds
            2388亿元吗      | 6  | Figure must have nothing behind it that is not understood: 吗
            1e999999999     | 1  | Figure must have nothing behind it that is not understood: e999999999
            1,23,45         | 1  | Digits must be grouped by threes
            12,34,5678      | 2  | Digits must be grouped by threes
            1.234,567,8     | 1  | Digits must be grouped by threes
            1234,567        | 4  | Digits must be grouped by threes
            约20%以上       | 4  | Figure must have one qualifier and not both ABOUT and AT_LEAST
            USD 5亿元       | 6  | Figure must have one unit and not both USD and CNY
            ¥100            | 0  | Unit must be certain: ¥ is the sign of the yen and of the yuan: write JPY or CNY
            20 万%          | 4  | Fraction of a whole must have no other multiplier
            翻零番          | 0  | Figure must have a number, such as 12.5, 三成 or two-thirds
            三百五人        | 0  | Numeral must have its last unit before a noun
            5 per 1,000     | 11 | Density must say what it is per
            每零名五人      | 1  | Density must be per 1 to 999 999 999 999
            每10000亿人5人   | 1  | Density must be per 1 to 999 999 999 999
            -150% a year    | 0  | Growth rate must be at least -1: -1.5
            """)
    void parse_otherText_namesRuleAndIndex(String text, int index, String rule) {
        FigureParseException thrown = catchThrowableOfType(FigureParseException.class, () -> FORMAT.parse(text));

        assertThat(thrown).hasMessage(rule + " at index " + index + ": '" + text + "'");
        assertThat(thrown.index()).isEqualTo(index);
        assertThat(thrown.text()).isEqualTo(text);
    }

    @Test
    void parse_otherUnitThanKnown_namesBoth() {
        assertThatThrownBy(() -> FORMAT.parse("64.3亿美元", Unit.parse("CNY")))
                .isInstanceOf(FigureParseException.class)
                .hasMessage("Unit must be CNY and not USD at index 5: '64.3亿美元'");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 5", "5 ", "5  %", "\t5", "5\u202E%", "5\u0000"})
    void parse_strayCharacters_throws(String text) {
        assertThatThrownBy(() -> FORMAT.parse(text)).isInstanceOf(FigureParseException.class);
    }

    @Test
    void parse_tenThousandDigits_throws() {
        assertThatThrownBy(() -> FORMAT.parse("9".repeat(10_000)))
                .isInstanceOf(FigureParseException.class)
                .hasMessage("Figure must have at most 1500 characters at index 1500: '" + "9".repeat(40)
                        + "... (10000 characters)'");
        assertThatThrownBy(() -> FORMAT.parse("9".repeat(1_200)))
                .isInstanceOf(FigureParseException.class)
                .hasMessageContaining("at most 1000 digits before");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2388亿元     | CNY 238.8 billion              | 2388亿元
            64.3亿美元   | USD 6.43 billion               | 64.3亿美元
            225万人      | 2.25 million persons           | 225万人
            30万人       | 0.30 million persons           | 30万人
            1400多家企业 | over 1,400 companies           | 超1400家企业
            20%以上      | at least 20%                   | 20%以上
            年均20%以上  | at least 20% a year            | 年均20%以上
            两成         | 2 tenths                       | 2成
            50名左右     | about 50 persons               | 约50人
            不到40岁     | under 40 years                 | 不到40年
            2026年       | year 2026                      | 2026年
            USD 5 million| USD 5 million                  | 0.05亿美元
            CHF 5        | CHF 5                          | 5 CHF
            """)
    void format_bothLanguages(String text, String english, String chinese) {
        PrintedNumber printed = FORMAT.parse(text);

        assertThat(FigureFormat.english().format(printed)).isEqualTo(english);
        assertThat(FigureFormat.chinese().format(printed)).isEqualTo(chinese);
    }

    @Test
    void format_spanThatLooksLikeACalendarYear_isGrouped() {
        PrintedNumber span = PrintedNumber.of("2000", UnitMultiplier.ONE, Unit.YEARS, Qualifier.NONE);

        assertThat(FigureFormat.chinese().format(span)).isEqualTo("2,000年");
        assertThat(FORMAT.parse("2,000年")).isEqualTo(span);
    }
}
