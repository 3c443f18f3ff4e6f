package dev.saidao.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected bounds follow by hand from the rules in the Javadoc of {@link ReadingConvention}. */
class ReadingConventionTest {

    private final ReadingConvention defaults = ReadingConvention.withDefaults();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2388亿元     | [238750000000, 238850000000] CNY | 238800000000
            64.3亿美元   | [6425000000, 6435000000] USD     | 6430000000
            16.48%       | [0.16475, 0.16485] ratio         | 0.1648
            两成         | [0.15, 0.25] ratio               | 0.2
            20%以上      | [0.2, ∞) ratio                   | -
            超30%        | (0.3, ∞) ratio                   | -
            年均超30%    | (0.3, ∞) per year                | -
            不超过5%     | (-∞, 0.05] ratio                 | -
            不到40岁     | [0, 40) years                    | -
            近3万家企业  | [25000, 29999] companies         | -
            不到0人      | (-∞, -1] persons                 | -
            近0年        | [-0.5, 0) years                  | -
            0万人        | [0, 5000] persons                | 0
            年均低于-100% | ∅ per year                      | -
            近1家        | [0.5, 1) companies               | -
            近50%        | [0.45, 0.5) ratio                | -
            50名左右     | [45, 55] persons                 | 50
            约16.48%     | [0.1647, 0.1649] ratio           | 0.1648
            约1亿元      | [50000000, 150000000] CNY        | 100000000
            约1400家     | [1300, 1500] companies           | 1400
            高达50%      | [0.495, 0.505] ratio             | 0.5
            达225万人    | [2245000, 2255000] persons       | 2250000
            24家         | [24, 24] companies               | 24
            1400多家     | [1401, ∞) companies              | -
            5+X          | [5, ∞) number                    | -
            30多年       | (30, ∞) years                    | -
            2026年       | [2026, 2026] year                | 2026
            0%           | [-0.005, 0.005] ratio            | 0
            年均-99.9%   | [-0.9995, -0.9985] per year      | -0.999
            年均-100%    | [-1, -0.995] per year            | -1
            不到-5%      | (-∞, -0.05) ratio                | -
            """)
    void read_defaults(String text, String bounds, String point) {
        BoundedQuantity read = defaults.read(FigureFormat.chinese().parse(text));

        assertThat(read).hasToString(bounds);
        assertThat(read.point().map(BigDecimal::toPlainString).orElse("-")).isEqualTo(point);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2388亿元     | [238800000000, 238900000000) CNY
            年均-5.3%    | (-0.054, -0.053] per year
            0%           | [0, 0.01) ratio
            24家         | [24, 24] companies
            """)
    void read_truncated(String text, String bounds) {
        assertThat(defaults.with(DigitConvention.TRUNCATED)
                        .read(FigureFormat.chinese().parse(text)))
                .hasToString(bounds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROUNDING_ONLY        | 50名左右 | [50, 50] persons
            ONE_SIGNIFICANT_UNIT | 50名左右 | [40, 60] persons
            TEN_PERCENT          | 50名左右 | [45, 55] persons
            NARROWER             | 50名左右 | [45, 55] persons
            ONE_SIGNIFICANT_UNIT | 近50名   | [40, 49] persons
            ROUNDING_ONLY        | 约5%     | [0.045, 0.055] ratio
            """)
    void read_aboutWidths(AboutWidth width, String text, String bounds) {
        assertThat(defaults.with(width).read(FigureFormat.chinese().parse(text)))
                .hasToString(bounds);
    }

    @Test
    void read_otherOptions() {
        PrintedNumber highest = FigureFormat.chinese().parse("高达50%");
        assertThat(defaults.with(HighestConvention.CEILING).read(highest)).hasToString("(-∞, 0.5] ratio");
        assertThat(defaults.with(HighestConvention.CEILING).read(highest).point())
                .isEmpty();
        assertThat(defaults.withWhole(false).read(FigureFormat.chinese().parse("24家")))
                .hasToString("[23.5, 24.5] companies");
    }

    @Test
    void conventionsFor_namesWhatMatters() {
        assertThat(defaults.conventionsFor(FigureFormat.chinese().parse("2388亿元")))
                .extracting(Convention::id)
                .containsExactly("digits.rounded");
        assertThat(defaults.conventionsFor(FigureFormat.chinese().parse("20%以上")))
                .extracting(Convention::id)
                .containsExactly("qualifier.included");
        assertThat(defaults.conventionsFor(FigureFormat.chinese().parse("50名左右")))
                .extracting(Convention::id)
                .containsExactly("about.narrower", "counts.whole");
        assertThat(defaults.conventionsFor(FigureFormat.chinese().parse("高达50%")))
                .extracting(Convention::id)
                .containsExactly("highest.emphasis", "digits.rounded");
    }

    @Test
    void printedNumber_placesOfDigits() {
        PrintedNumber printed = PrintedNumber.of("2.50", UnitMultiplier.BILLION, Unit.parse("USD"), Qualifier.NONE);

        assertThat(printed.lastPlace()).isEqualByComparingTo("10000000");
        assertThat(printed.significantPlace()).isEqualByComparingTo("10000000");
        assertThat(printed)
                .isNotEqualTo(PrintedNumber.of("2.5", UnitMultiplier.BILLION, Unit.parse("USD"), Qualifier.NONE));
        PrintedNumber round = PrintedNumber.of("1400", UnitMultiplier.ONE, Unit.parse("parks"), Qualifier.NONE);
        assertThat(round.significantPlace()).isEqualByComparingTo("100");
    }

    @Test
    void printedNumber_whatCannotBe_isRefused() {
        assertThatThrownBy(() -> PrintedNumber.of("20", UnitMultiplier.PERCENT, Unit.parse("CNY"), Qualifier.NONE))
                .hasMessage("Unit of a number in PERCENT must be a share or a growth rate: CNY");
        assertThatThrownBy(() -> PrintedNumber.of("2,0", UnitMultiplier.ONE, Unit.parse("CNY"), Qualifier.NONE))
                .hasMessage("Digits must be a plain decimal such as -12.5: 2,0");
        assertThatThrownBy(() -> PrintedNumber.of("NaN", UnitMultiplier.ONE, Unit.parse("CNY"), Qualifier.NONE))
                .hasMessage("Digits must be a plain decimal such as -12.5: NaN");
        assertThatThrownBy(() -> PrintedNumber.of("-150", UnitMultiplier.PERCENT, Unit.GROWTH_RATE, Qualifier.NONE))
                .hasMessage("Growth rate must be at least -1: -1.5");
    }

    @Test
    void referencePeriod_formsAndRules() {
        assertThat(ReferencePeriod.span(2023, 2033)).hasToString("2023/2033");
        assertThat(ReferencePeriod.endOf(2025)).hasToString("end-2025");
        assertThat(ReferencePeriod.every(2).label().zh()).isEqualTo("每2年");
        assertThat(ReferencePeriod.span(2025, 2030).stated("next five years").stated())
                .contains("next five years");
        assertThatThrownBy(() -> ReferencePeriod.span(2033, 2033))
                .hasMessage("Last year must be later than the first: 2033 to 2033");
        assertThatThrownBy(() -> ReferencePeriod.year(0)).hasMessage("Year must be 1 to 9999: 0");
    }

    @Test
    void figure_missingAttributes_areNamed() {
        assertThatThrownBy(() -> Figure.builder().id("A").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("subject")
                .hasMessageContaining("locator");
    }

    /** Strict: half a unit of the last place. Customary: the first two digits of whole numbers are significant, zeros after not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2388亿元          | [238750000000, 238850000000] | [238750000000, 238850000000]
            USD 100 bn        | [99500000000, 100500000000]  | [95000000000, 105000000000]
            USD 50 bn         | [49500000000, 50500000000]   | [49500000000, 50500000000]
            USD 100.0 bn      | [99950000000, 100050000000]  | [99950000000, 100050000000]
            1400 companies    | [1400, 1400]                 | [1350, 1450]
            about USD 50 bn   | [49500000000, 50500000000]   | [49000000000, 51000000000]
            about USD 1400 bn | [1399500000000, 1400500000000] | [1300000000000, 1500000000000]
            nearly USD 100 bn | [99500000000, 100000000000)  | [90000000000, 100000000000)
            over USD 100 bn   | (100000000000, ∞)            | (100000000000, ∞)
            20%               | [0.195, 0.205]               | [0.195, 0.205]
            """)
    void strictAndCustomary(String text, String strict, String customary) {
        PrintedNumber printed = FigureFormat.english().parse(text);

        assertThat(ReadingConvention.strict().read(printed).bounds()).hasToString(strict);
        assertThat(ReadingConvention.customary().read(printed).bounds()).hasToString(customary);
    }

    @ParameterizedTest
    @CsvSource({"1400, 100", "100, 10", "50, 1", "2.50, 0.01", "5, 1", "0, 1", "238800, 100", "1050, 10", "10, 1"})
    void customaryPlace(String digits, String place) {
        assertThat(PrintedNumber.of(digits, UnitMultiplier.ONE, Unit.parse("CNY"), Qualifier.NONE)
                        .customaryPlace())
                .isEqualByComparingTo(place);
    }
}
