package dev.saidao.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "238800000000 CNY", "0.2 ratio", "2250000 persons", "200 persons per 10 000 employed", "-0.05 per year",
                "1.5 percentage points", "4 times", "5.5 years", "2026 year", "0 USD"
            })
    void parse_textForm_isTheInverseOfToString(String text) {
        assertThat(Quantity.parse(text)).hasToString(text);
        assertThat(Quantity.parse(text).unit().quantity(Quantity.parse(text).value()))
                .isEqualTo(Quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"CNY 5, 5 CNY", "USD -6430000000.5, -6430000000.5 USD", "JPY 0, 0 JPY"})
    void parse_codeInFront_isMoney(String text, String money) {
        assertThat(Quantity.parse(text)).isEqualTo(Quantity.parse(money));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5            | Quantity must be a number, a space and a unit: 5",
                "parks 5      | Quantity must be a number, a space and a unit, in this order, as in 5 parks: parks 5",
                "CNY x        | Quantity must be a plain decimal such as -12.5: x",
                "CNY 5 billion | Quantity must be a plain decimal such as -12.5: 5 billion",
                "XXQ 5        | Currency must be a code of ISO 4217: XXQ",
                "x CNY        | Quantity must be a plain decimal such as -12.5: x",
                "NaN CNY      | Quantity must be a plain decimal such as -12.5: NaN",
                "1 XXQ        | Currency must be a code of ISO 4217: XXQ",
                "-1.5 per year | Growth rate must be at least -1: -1.5",
                "2026.5 year  | Calendar year must be a whole number from 1 to 9999: 2026.5",
                "5 a1         | Unit must be a noun of 1 to 100 characters without digits that is no other unit: a1",
                "5 a per 0 b  | Density must be per 1 to 999 999 999 999: 0"
            })
    void parse_otherText_throws(String text, String message) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void equals_otherScale_isEqual() {
        assertThat(Money.of(new BigDecimal("1.50"), "CNY")).isEqualTo(Money.of(new BigDecimal("15E-1"), "CNY"));
        assertThat(Money.of(new BigDecimal("6.43e9"), "USD")).hasToString("6430000000 USD");
    }

    @Test
    void arithmetic_sameUnit_isExact() {
        Money money = Money.of(new BigDecimal("0.1"), "CNY");
        assertThat(money.plus(Money.of(new BigDecimal("0.2"), "CNY")))
                .isEqualTo(Money.of(new BigDecimal("0.3"), "CNY"));
        assertThat(money.minus(money)).isEqualTo(Money.zero(money.currency()));
        assertThat(Count.of(24, "parks").plus(Count.of(40, "parks"))).isEqualTo(Count.of(64, "parks"));
        assertThat(Count.of(3, "parks").multipliedBy(new BigDecimal("0.5"))).hasToString("1.5 parks");
        assertThat(Share.ofPercent(new BigDecimal("25")).minus(Share.ofPercent(new BigDecimal("20"))))
                .isEqualTo(PercentagePoints.of(new BigDecimal("5")));
        assertThat(GrowthRate.ofPercent(new BigDecimal("20")).plus(PercentagePoints.of(new BigDecimal("5"))))
                .isEqualTo(GrowthRate.ofPercent(new BigDecimal("25")));
        assertThat(Years.of(3).plus(Years.of(4)).minus(Years.of(2)).multipliedBy(BigDecimal.TEN))
                .hasToString("50 years");
        assertThat(CalendarYear.of(2026).since(CalendarYear.of(2023))).isEqualTo(Years.of(3));
        assertThat(PercentagePoints.of(BigDecimal.ONE).minus(PercentagePoints.of(BigDecimal.TEN)))
                .hasToString("-9 percentage points");
    }

    @Test
    void arithmetic_mixedUnits_namesBoth() {
        assertThatThrownBy(() -> Money.of(BigDecimal.ONE, "CNY").plus(Money.of(BigDecimal.ONE, "USD")))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessage("Units must be the same: CNY and USD")
                .satisfies(e -> assertThat(((UnitMismatchException) e).found()).isEqualTo(Unit.parse("USD")));
        assertThatThrownBy(() -> Count.of(1, "parks").minus(Count.of(1, "persons")))
                .hasMessage("Units must be the same: parks and persons");
    }

    @Test
    void multiple_increase_differsByOne() {
        assertThat(Multiple.ofIncrease(new BigDecimal("3"))).hasToString("4 times");
        assertThat(Multiple.of(new BigDecimal("4")).increase()).isEqualByComparingTo("3");
    }

    @Test
    void density_otherN_isTheSameRatio() {
        Density density = Density.of(new BigDecimal("20"), "persons", 1_000, "employed");
        assertThat(density.per(10_000)).hasToString("200 persons per 10 000 employed");
        assertThat(density.ratio()).isEqualByComparingTo("0.02");
        assertThat(density.per(10_000).ratio()).isEqualByComparingTo(density.ratio());
    }

    @Test
    void unitMultiplier_factors() {
        assertThat(UnitMultiplier.YI.factor()).isEqualByComparingTo("100000000");
        assertThat(UnitMultiplier.WAN_YI.factor()).isEqualByComparingTo(UnitMultiplier.TRILLION.factor());
        assertThat(UnitMultiplier.PERCENT.factor()).isEqualByComparingTo("0.01");
    }

    @Test
    void hostileNumbers_areRefusedAtOnce() {
        assertThatThrownBy(() -> Money.of(new BigDecimal("1e999999999"), "CNY"))
                .hasMessage(
                        "Amount must have at most 1000 digits before and 1100 after the decimal point: 1E+999999999");
        assertThatThrownBy(() -> Money.of(new BigDecimal("1e-999999999"), "CNY"))
                .hasMessage(
                        "Amount must have at most 1000 digits before and 1100 after the decimal point: 1E-999999999");
        assertThatThrownBy(() -> Quantity.parse("9".repeat(10_000) + " CNY"))
                .hasMessageContaining("(10000 characters)");
        assertThat(Money.of(new BigDecimal("0e999999999"), "CNY")).hasToString("0 CNY");
        assertThatThrownBy(() -> Money.of(new BigDecimal("1." + "0".repeat(5_000)), "CNY"))
                .hasMessageContaining("a number of about 5000 digits");
        assertThat(Money.of(new BigDecimal("1." + "0".repeat(2_000)), "CNY")).hasToString("1 CNY");
    }

    @Test
    void compareTo_sameUnit_isTheOrderOfTheNumbers() {
        assertThat(Money.of(9, "CNY")).isLessThan(Money.of("9.5", "CNY")).isEqualByComparingTo(Money.of("9.0", "CNY"));
        assertThat(Collections.max(List.of(Count.of(24, "parks"), Count.of(40, "parks"), Count.of(-50, "parks"))))
                .isEqualTo(Count.of(40, "parks"));
    }

    @Test
    void compareTo_otherUnit_throws() {
        assertThatThrownBy(() -> Money.of(9, "CNY").compareTo(Money.of(9, "USD")))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessage("Units must be the same: CNY and USD");
        assertThatThrownBy(() -> Quantity.parse("9 parks").compareTo(Quantity.parse("9 years")))
                .isInstanceOf(UnitMismatchException.class);
    }

    @Test
    void total_isTheExactSum() {
        assertThat(Money.total(List.of(
                        Money.of("0.1", "CNY"),
                        Money.of("0.2", "CNY"),
                        Money.of(3, "CNY").negated())))
                .isEqualTo(Money.of("-2.7", "CNY"));
        assertThat(Count.total(
                        Set.of(Count.of(24, "parks"), Count.of(40, "parks").negated())))
                .isEqualTo(Count.of(-16, "parks"));
    }

    @Test
    void total_ofNoneOrOfSeveralUnits_throws() {
        assertThatThrownBy(() -> Money.total(List.of())).hasMessage("Amounts must be 1 or more: 0");
        assertThatThrownBy(() -> Money.total(List.of(Money.of(1, "CNY"), Money.of(1, "USD"))))
                .isInstanceOf(UnitMismatchException.class);
    }

    @Test
    void of_textThatIsNoPlainDecimal_throws() {
        assertThatThrownBy(() -> Money.of("6.43e9", "USD"))
                .hasMessage("Amount must be a plain decimal such as -12.5: 6.43e9");
        assertThatThrownBy(() -> Money.of(1, "parks")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Sizes of units: SI brochure (9th edition); the international pound of 1959. */
    @Test
    void physicalQuantity_convertsWithinADimension() {
        assertThat(PhysicalQuantity.of(new BigDecimal("20"), "GW").in(Unit.physical("kW")))
                .hasToString("20000000 kW");
        assertThat(PhysicalQuantity.of(new BigDecimal("1"), "t").in(Unit.physical("kg")))
                .hasToString("1000 kg");
        assertThat(PhysicalQuantity.of(new BigDecimal("1"), "lb").in(Unit.physical("g")))
                .hasToString("453.59237 g");
        assertThatThrownBy(() -> PhysicalQuantity.of(BigDecimal.ONE, "GW").in(Unit.physical("t")))
                .isInstanceOf(UnitMismatchException.class);
        assertThat(Unit.physical("GW").factorTo(Unit.money(java.util.Currency.getInstance("CNY"))))
                .isEmpty();
    }

    @Test
    void unit_measuredOrWithoutName_isReadBack() {
        for (String text : new String[] {"GWh", "tCO2e", "person-years", "[Scoville]", "number"}) {
            assertThat(Unit.parse(text)).hasToString(text);
        }
        assertThat(Unit.parse("[Scoville]").isOpaque()).isTrue();
    }

    @Test
    void unit_headOfAColumn_isNoNoun() {
        for (String text : new String[] {"USD mn", "亿千瓦", "million widgets", "% of GDP", "CNY 亿元"}) {
            assertThatThrownBy(() -> Unit.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("UnitFormat reads heads with a currency or a multiplier: " + text);
        }
    }
}
