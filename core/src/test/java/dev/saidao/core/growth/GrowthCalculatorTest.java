package dev.saidao.core.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.GrowthRate;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GrowthCalculatorTest {

    private final GrowthCalculator growth = GrowthCalculator.withDefaults();

    @Test
    void examplesOfTheJavadoc_hold() {
        // closed forms: 10 × 1.3^3 = 21.97; 1.5^5 = 7.59375
        assertThat(growth.compoundAnnualGrowthRate(cny("10e9"), cny("21.97e9"), 3)
                        .value())
                .isEqualTo(percent("30"));
        assertThat(growth.endValue(cny("10e9"), percent("30"), 3).value()).isEqualTo(cny("21.97e9"));
        assertThat(growth.baseValue(cny("21.97e9"), percent("30"), 3).value()).isEqualTo(cny("10e9"));
        assertThat(growth.growthFactor(percent("50"), 5).value().value()).isEqualByComparingTo("7.59375");
        assertThat(growth.multiple(cny("10"), cny("30")).value().value()).isEqualByComparingTo("3");
        assertThat(growth.multiple(cny("10"), cny("30")).value().increase()).isEqualByComparingTo("2");
        assertThat(growth.chainedEndValue(cny("100"), List.of(percent("9"), percent("10"), percent("11")))
                        .value())
                .isEqualTo(cny("133.089"));
        assertThat(growth.yearOnYearRates(List.of(cny("100"), cny("120"), cny("90"))))
                .extracting(Derived::value)
                .containsExactly(percent("20"), percent("-25"));
    }

    /** The base of embodied AI: by hand, 2388 / 1.73^5 = 154.1004…; low 2387.5 / 1.735^5, high 2388.5 / 1.725^5. */
    @Test
    void baseValue_ofPrintedFigures_hasTheBoundsOfTheirDigits() {
        BoundedQuantity base =
                growth.baseValue(read("2388亿元"), read("年均73%"), steps(5)).value();

        assertThat(base.point())
                .hasValueSatisfying(point -> assertThat(point)
                        .isEqualByComparingTo(new BigDecimal("238800000000")
                                .divide(new BigDecimal("1.73").pow(5), new MathContext(34))));
        BigDecimal low = new BigDecimal("238750000000").divide(new BigDecimal("1.735").pow(5), new MathContext(50));
        BigDecimal high = new BigDecimal("238850000000").divide(new BigDecimal("1.725").pow(5), new MathContext(50));
        assertThat(base.bounds().contains(low)).isTrue();
        assertThat(base.bounds().contains(high)).isTrue();
        assertThat(base.bounds().width())
                .hasValueSatisfying(width ->
                        assertThat(width).isCloseTo(high.subtract(low), Offset.offset(new BigDecimal("1e-20"))));
    }

    @Test
    void baseValue_overARateAndOverAnEnd_saysNothingAndSaysSo() {
        Derived<BoundedQuantity> base = growth.baseValue(read("突破千亿美元"), read("年均超30%"), steps(10));

        assertThat(base.value().bounds()).hasToString("(0, ∞)");
        assertThat(base.value().point()).isEmpty();
        assertThat(base.value().isInformative()).isFalse();
        assertThat(base.derivation().remarks()).containsExactly(Evaluator.NO_CONCLUSION);
        assertThat(base.derivation().toText(Locale.ENGLISH)).contains("no conclusion");
        assertThat(base.derivation().toText(Locale.CHINESE)).contains("无法得出结论");
    }

    @Test
    void compoundAnnualGrowthRate_onUncertainYears_holdsEachOfThem() {
        Operand years = Operand.of(BoundedQuantity.of(Unit.YEARS, Bounds.parse("[4, 6]")));
        BoundedQuantity rate = growth.compoundAnnualGrowthRate(Operand.of(cny("100")), Operand.of(cny("200")), years)
                .value();

        for (int n = 4; n <= 6; n++) {
            BigDecimal exact = BigDecimalMath.root(BigDecimal.valueOf(2), BigDecimal.valueOf(n), new MathContext(60))
                    .subtract(BigDecimal.ONE);
            assertThat(rate.bounds().contains(exact)).as("%d years", n).isTrue();
        }
        assertThat(rate.bounds().contains(new BigDecimal("0.12"))).isFalse();
        assertThat(rate.bounds().contains(new BigDecimal("0.20"))).isFalse();
    }

    @Test
    void yearsToReach_rateThatMayBeZero_hasNoUpperEnd() {
        Operand rate = Operand.of(BoundedQuantity.of(Unit.GROWTH_RATE, Bounds.parse("[-0.1, 0.1]")));

        BoundedQuantity up = growth.yearsToReach(Operand.of(cny("100")), rate, Operand.of(cny("200")))
                .value();
        assertThat(up.bounds().upper()).isEmpty();
        assertThat(up.bounds().contains(new BigDecimal("7.28"))).isTrue();
        assertThat(up.bounds().contains(new BigDecimal("7.27"))).isFalse();

        Operand falling = Operand.of(BoundedQuantity.of(Unit.GROWTH_RATE, Bounds.parse("[-0.1, -0.05]")));
        Derived<BoundedQuantity> never = growth.yearsToReach(Operand.of(cny("100")), falling, Operand.of(cny("200")));
        assertThat(never.value().bounds().isEmpty()).isTrue();
        assertThat(never.derivation().remarks()).containsExactly(Evaluator.IMPOSSIBLE);
    }

    @Test
    void mixedUnits_areRefusedWithBothNamed() {
        assertThatThrownBy(() -> growth.compoundAnnualGrowthRate(
                        Operand.of(cny("1")), Operand.of(Money.of(BigDecimal.ONE, "USD")), steps(3)))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessage("Units must be the same: CNY and USD");
        assertThatThrownBy(() -> growth.multiple(Count.of(1, "parks"), Count.of(1, "persons")))
                .isInstanceOf(UnitMismatchException.class)
                .hasMessage("Units must be the same: parks and persons");
        assertThatThrownBy(() -> growth.endValue(Operand.of(cny("1")), Operand.of(cny("1")), steps(3)))
                .hasMessage("Rate must be of kind growth rate: CNY");
        assertThatThrownBy(
                        () -> growth.endValue(Operand.of(cny("1")), Operand.of(percent("1")), Operand.of(percent("1"))))
                .hasMessage("Steps must be of kind years: per year");
    }

    @Test
    void outOfRange_isRefusedWithValueAndRule() {
        assertThatThrownBy(() -> growth.endValue(cny("0"), percent("5"), 1)).hasMessage("Base must be positive: 0 CNY");
        assertThatThrownBy(() -> growth.endValue(cny("-3"), percent("5"), 1))
                .hasMessage("Base must be positive: -3 CNY");
        assertThatThrownBy(() -> growth.baseValue(cny("1"), percent("-100"), 1))
                .hasMessage("Rate must be above -1: -1 per year");
        assertThatThrownBy(() -> growth.compoundAnnualGrowthRate(cny("1"), cny("-1"), 1))
                .hasMessage("End must be 0 or more: -1 CNY");
        assertThatThrownBy(() -> growth.compoundAnnualGrowthRate(cny("1"), cny("2"), 0))
                .hasMessage("Years must not be 0: 0");
        assertThatThrownBy(() -> growth.endValue(cny("1"), percent("5"), -10_001))
                .hasMessage("Years must be -10000 to 10000: -10001");
        assertThatThrownBy(() -> growth.yearsToReach(cny("1"), percent("0"), cny("2")))
                .hasMessage("Rate must not be 0: 0 per year");
        assertThatThrownBy(() -> growth.yearsToReach(cny("1000"), percent("-10"), cny("2000")))
                .hasMessage("Rate must lead from 1000 CNY to 2000 CNY: -0.1 per year");
        assertThatThrownBy(() -> growth.doublingTime(percent("-5")))
                .hasMessage("Rate must be positive: -0.05 per year");
        assertThatThrownBy(() -> growth.multiple(cny("0"), cny("5"))).hasMessage("Base must not be 0: 0 CNY");
        assertThatThrownBy(() -> growth.yearOnYearRates(List.of(cny("5")))).hasMessage("Values must be 2 or more: 1");
        assertThatThrownBy(() -> growth.averageRate(List.of())).hasMessage("Rates must be 1 or more: 0");
        assertThatThrownBy(() -> growth.withDigits(0)).hasMessage("Digits must be 1 to 200: 0");
    }

    /** Closed forms: 100 / 0.6^-0.8003… = 150.5 and ln 1.505 / ln 0.6 by Python 3.13 (math.log). */
    @Test
    void negativeYears_leadBack() {
        assertThat(growth.yearsBetween(cny("100"), percent("-40"), cny("150.5"))
                        .value()
                        .value()
                        .doubleValue())
                .isCloseTo(-0.8002591866615271, Offset.offset(1e-15));
        assertThat(growth.yearsBetween(cny("100"), percent("100"), cny("800")).value())
                .isEqualTo(Years.of(3));
        assertThat(growth.endValue(cny("121"), percent("10"), -2).value()).isEqualTo(cny("100"));
        assertThat(growth.baseValue(cny("100"), percent("10"), -2).value()).isEqualTo(cny("121"));
        assertThat(growth.growthFactor(percent("100"), -3).value().value()).isEqualByComparingTo("0.125");
        assertThat(growth.compoundAnnualGrowthRate(cny("121"), cny("100"), -2).value())
                .isEqualTo(percent("10"));
        assertThatThrownBy(() -> growth.compoundAnnualGrowthRate(cny("121"), cny("0"), -2))
                .hasMessage("End must be positive: 0 CNY");
        assertThatThrownBy(() -> growth.endValue(cny("121"), percent("-100"), -2))
                .hasMessage("Rate must be above -1: -1 per year");
    }

    @Test
    void negativeYears_onBounds() {
        Operand back = Operand.of(BoundedQuantity.of(Unit.YEARS, Bounds.parse("[-3, -2]")));
        Operand either = Operand.of(BoundedQuantity.of(Unit.YEARS, Bounds.parse("[-3, 2]")));

        // by hand: 64 to 1 in two or three years back
        Bounds rates = growth.compoundAnnualGrowthRate(Operand.of(cny("64")), Operand.of(cny("1")), back)
                .value()
                .bounds();
        assertThat(rates.encloses(Bounds.parse("[3, 7]"))).isTrue();
        assertThat(rates.width().orElseThrow()).isLessThan(new BigDecimal("4.0000000000000000000000000001"));
        refused(
                "Years must be of one sign: [-3, 2] years",
                () -> growth.compoundAnnualGrowthRate(Operand.of(cny("8")), Operand.of(cny("1")), either));
        Operand any = Operand.of(BoundedQuantity.of(Unit.parse("CNY"), Bounds.parse("[1, 4]")));
        assertThat(growth.yearsBetween(Operand.of(cny("2")), Operand.of(percent("100")), any)
                        .value()
                        .bounds())
                .hasToString("[-1, 1]");
    }

    /** By hand: a loss of all leads to 0 in any time, and nothing else does. */
    @Test
    void shrinkingToZero_takesAnyTime() {
        Operand zero = Operand.of(cny("0"));

        assertThat(growth.yearsBetween(Operand.of(cny("100")), Operand.of(percent("-100")), zero)
                        .value()
                        .bounds())
                .hasToString("(0, ∞)");
        assertThat(growth.yearsBetween(Operand.of(cny("100")), Operand.of(percent("-50")), zero)
                        .value()
                        .bounds())
                .isEqualTo(Bounds.empty());
        assertThat(growth.compoundAnnualGrowthRate(cny("100"), cny("0"), 3).value())
                .isEqualTo(percent("-100"));
        refused(
                "End must be 0 or more: -1 CNY",
                () -> growth.yearsBetween(Operand.of(cny("100")), Operand.of(percent("-50")), Operand.of(cny("-1"))));
    }

    /** The examples of the functions EFFECT and NOMINAL in the help of Microsoft Excel: 5.25% and 5.3543%, each quarter. */
    @Test
    void effectiveAndNominalRates() {
        assertThat(growth.effectiveRate(percent("5.25"), 4).value().value().doubleValue())
                .isCloseTo(0.0535427, Offset.offset(5e-8));
        assertThat(growth.nominalRate(percent("5.3543"), 4).value().value().doubleValue())
                .isCloseTo(0.05250032, Offset.offset(5e-9));
        // by hand: (1 + 1/2)^2 - 1
        assertThat(growth.effectiveRate(percent("100"), 2).value()).isEqualTo(percent("125"));
        assertThat(growth.nominalRate(percent("125"), 2).value()).isEqualTo(percent("100"));
        assertThat(growth.effectiveRate(percent("-100"), 1).value()).isEqualTo(percent("-100"));
        assertThat(growth.nominalRate(percent("-100"), 1).value()).isEqualTo(percent("-100"));
        assertThatThrownBy(() -> growth.nominalRate(percent("-100"), 12))
                .hasMessage("Growth rate must be at least -1: -12");
        assertThatThrownBy(() -> growth.effectiveRate(percent("5"), 0)).hasMessage("Periods must be 1 to 10000: 0");
    }

    @Test
    @Timeout(5)
    void hostileSizes_areRefusedAtOnce() {
        assertThatThrownBy(() -> cny("1e999999999"))
                .hasMessageContaining("at most 1000 digits")
                .hasMessageContaining("1E+999999999");
        assertThatThrownBy(() -> cny("9".repeat(10_000))).hasMessageContaining("a number of about 10000 digits");
        assertThatThrownBy(() -> growth.endValue(cny("1"), percent("5"), 1_000_000_000))
                .hasMessage("Years must be -10000 to 10000: 1000000000");
        assertThatThrownBy(() -> growth.endValue(cny("1"), percent("900"), 10_000))
                .hasMessageStartingWith("End must have at most 1000 digits before the decimal point");
        assertThatThrownBy(() -> GrowthRate.of(new BigDecimal("1e999999999")))
                .hasMessageContaining("at most 1000 digits");
    }

    @Test
    void operandsOfEveryMethod_areChecked() {
        Operand size = Operand.of(cny("5"));
        Operand none = Operand.of(BoundedQuantity.of(Unit.parse("CNY"), Bounds.parse("(-∞, 0]")));
        Operand dollars = Operand.of(Money.of(BigDecimal.ONE, "USD"));
        Operand rate = Operand.of(percent("5"));
        Operand lost = Operand.of(BoundedQuantity.of(Unit.GROWTH_RATE, Bounds.parse("(-∞, -1)")));
        Operand forever = Operand.of(BoundedQuantity.of(Unit.YEARS, Bounds.parse("[0, ∞)")));
        Operand never = Operand.of(BoundedQuantity.of(Unit.YEARS, Bounds.empty()));

        refused("Base must be positive: (-∞, 0] CNY", () -> growth.endValue(none, rate, steps(1)));
        refused("Rate must be of kind growth rate: CNY", () -> growth.endValue(size, size, steps(1)));
        refused("Rate must be -1 or more: (-∞, -1) per year", () -> growth.endValue(size, lost, steps(1)));
        refused("Years must be -10000 to 10000: [0, ∞) years", () -> growth.endValue(size, rate, forever));
        refused("Years must be -10000 to 10000: ∅ years", () -> growth.endValue(size, rate, never));
        refused("End must be positive: (-∞, 0] CNY", () -> growth.baseValue(none, rate, steps(1)));
        refused("Rate must be of kind growth rate: CNY", () -> growth.baseValue(size, size, steps(1)));
        refused("Steps must be of kind years: CNY", () -> growth.baseValue(size, rate, size));
        refused("Units must be the same: CNY and USD", () -> growth.compoundAnnualGrowthRate(size, dollars, steps(1)));
        refused("Base must be positive: (-∞, 0] CNY", () -> growth.compoundAnnualGrowthRate(none, size, steps(1)));
        refused("Steps must be of kind years: CNY", () -> growth.compoundAnnualGrowthRate(size, size, size));
        refused("Units must be the same: CNY and USD", () -> growth.yearsToReach(size, rate, dollars));
        refused("Base must be positive: (-∞, 0] CNY", () -> growth.yearsToReach(none, rate, size));
        refused("Level must be positive: (-∞, 0] CNY", () -> growth.yearsToReach(size, rate, none));
        refused("Rate must be of kind growth rate: CNY", () -> growth.yearsToReach(size, size, size));
        refused("Rate must be above -1: -1 per year", () -> growth.yearsToReach(cny("5"), percent("-100"), cny("1")));
        refused("Rate must be of kind growth rate: CNY", () -> growth.doublingTime(size, DoublingMethod.SIMPLE));
        refused("Rate must not be 0: 0 per year", () -> growth.doublingTime(percent("0"), DoublingMethod.RULE_OF_72));
        refused("Rate must be of kind growth rate: CNY", () -> growth.growthFactor(size, steps(1)));
        refused("Steps must be of kind years: CNY", () -> growth.growthFactor(rate, size));
        refused("Units must be the same: CNY and USD", () -> growth.multiple(size, dollars));
        refused("Units must be the same: CNY and USD", () -> growth.yearOnYearRate(size, dollars));
        refused("Base must be positive: (-∞, 0] CNY", () -> growth.yearOnYearRate(none, size));
        refused("Base must be positive: (-∞, 0] CNY", () -> growth.chainedEndValue(none, List.of(rate)));
        refused("Rate must be of kind growth rate: CNY", () -> growth.chainedEndValue(size, List.of(size)));
        refused(
                "Rates must be at most 10000: 10001",
                () -> growth.averageRate(Collections.nCopies(10_001, percent("0"))));
        refused("Value must be 0 or more: -1 CNY", () -> growth.yearOnYearRates(List.of(cny("1"), cny("-1"))));
        assertThat(growth.chainedEndValue(size, List.of(rate, rate))
                        .derivation()
                        .operands())
                .containsOnlyKeys("base", "rate1", "rate2");
        assertThat(growth.averageRate(Collections.nCopies(10_000, percent("0"))).value())
                .isEqualTo(percent("0"));
        assertThat(growth.yearOnYearRates(List.of(cny("1"), cny("0"))).get(0).value())
                .isEqualTo(percent("-100"));
    }

    @Test
    void operandsOfYearsBetweenAndOfNominalRates_areChecked() {
        Operand size = Operand.of(cny("5"));
        Operand none = Operand.of(BoundedQuantity.of(Unit.parse("CNY"), Bounds.parse("(-∞, 0]")));
        Operand dollars = Operand.of(Money.of(BigDecimal.ONE, "USD"));
        Operand rate = Operand.of(percent("5"));

        refused("Units must be the same: CNY and USD", () -> growth.yearsBetween(size, rate, dollars));
        refused("Base must be positive: (-∞, 0] CNY", () -> growth.yearsBetween(none, rate, size));
        refused("Rate must be of kind growth rate: CNY", () -> growth.yearsBetween(size, size, size));
        refused("Rate must be of kind growth rate: CNY", () -> growth.effectiveRate(size, 12));
        refused("Rate must be of kind growth rate: CNY", () -> growth.nominalRate(size, 12));
        refused("Rate must not be 0: 0 per year", () -> growth.yearsBetween(cny("1"), percent("0"), cny("2")));
        refused("Rate must be above -1: -1 per year", () -> growth.yearsBetween(cny("1"), percent("-100"), cny("2")));
        refused(
                "Rate must lead from 1 CNY to 0 CNY: -0.5 per year",
                () -> growth.yearsBetween(cny("1"), percent("-50"), cny("0")));
        refused("Rate must not be 0: 0 per year", () -> growth.doublingTime(percent("0"), DoublingMethod.SIMPLE));
        refused("Rate must not be 0: 0 per year", () -> growth.doublingTime(percent("0"), DoublingMethod.COMPOUND));
        refused("Rate must be above -1: -1 per year", () -> growth.growthFactor(percent("-100"), -1));
        refused("Rate must be above -1: -1 per year", () -> growth.endValue(cny("1"), percent("-100"), -1));
    }

    /** What is lost in a year is still there before the first: nothing was multiplied yet. */
    @Test
    void totalLossOverNoYears_changesNothing() {
        assertThat(growth.endValue(cny("5"), percent("-100"), 0).value()).isEqualTo(cny("5"));
        assertThat(growth.growthFactor(percent("-100"), 0).value().value()).isEqualByComparingTo("1");
        assertThat(growth.growthFactor(percent("-100"), 1).value().value()).isEqualByComparingTo("0");
    }

    /** 2^10000 has 3,011 digits, and 1000^10000 has 30,001. */
    @Test
    void resultsBeyondAThousandDigits_areRefusedWithWhatLedThere() {
        refused(
                "Base must have at most 1000 digits before the decimal point: 1 CNY at -0.999 per year for 10000 years",
                () -> growth.baseValue(cny("1"), percent("-99.9"), 10_000));
        refused(
                "Factor must have at most 1000 digits before the decimal point: 1 per year for 10000 years",
                () -> growth.growthFactor(percent("100"), 10_000));
        refused(
                "End must have at most 1000 digits before the decimal point: 1 CNY at 10000 rates",
                () -> growth.chainedEndValue(cny("1"), Collections.nCopies(10_000, percent("100"))));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void kernel_overSeveralBlocks_doesEveryRow() {
        int rows = 1_300;
        double[] bases = new double[rows];
        double[] rates = new double[rows];
        for (int i = 0; i < rows; i++) {
            bases[i] = i + 1;
            rates[i] = i / 10_000.0;
        }
        for (int years : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 10, 13, 31, 64}) {
            double[] ends = new double[rows];
            GrowthKernel.endValues(bases, rates, years, ends);
            for (int i = 0; i < rows; i++) {
                double expected = bases[i] * Math.pow(1 + rates[i], years);
                assertThat(ends[i]).isCloseTo(expected, Offset.offset(expected * (4 + 3 * years) * 0x1p-53));
            }
        }
        GrowthKernel.endValues(bases, rates, 2, bases);
        assertThat(bases[1]).isEqualTo(2 * 1.0001 * 1.0001);
    }

    @Test
    void edges_haveTheirValues() {
        assertThat(growth.endValue(cny("5"), percent("7"), 0).value()).isEqualTo(cny("5"));
        assertThat(growth.endValue(cny("5"), percent("-100"), 2).value()).isEqualTo(cny("0"));
        assertThat(growth.compoundAnnualGrowthRate(cny("5"), cny("0"), 3).value())
                .isEqualTo(percent("-100"));
        assertThat(growth.compoundAnnualGrowthRate(cny("5"), cny("5"), 10_000).value())
                .isEqualTo(percent("0"));
        assertThat(growth.yearsToReach(cny("5"), percent("7"), cny("5")).value().value())
                .isEqualByComparingTo("0");
        assertThat(growth.chainedEndValue(cny("5"), List.of()).value()).isEqualTo(cny("5"));
        assertThat(growth.withDigits(200)
                        .compoundAnnualGrowthRate(cny("1"), cny("2"), 2)
                        .value()
                        .value()
                        .precision())
                .isEqualTo(200);
    }

    @Test
    void periodConvention_countsSteps() {
        assertThat(PeriodConvention.FROM_FIRST_YEAR.steps(2021, 2025)).isEqualTo(4);
        assertThat(PeriodConvention.FROM_YEAR_BEFORE.steps(2021, 2025)).isEqualTo(5);
        assertThat(PeriodConvention.FROM_YEAR_AFTER.steps(2021, 2025)).isEqualTo(3);
        assertThat(PeriodConvention.FROM_FIRST_YEAR.steps(ReferencePeriod.span(2023, 2033)))
                .isEqualTo(10);
        assertThatThrownBy(() -> PeriodConvention.FROM_YEAR_AFTER.steps(2025, 2025))
                .hasMessage("Years must be in order and have 0 to 10000 steps: 2025 to 2025 with FROM_YEAR_AFTER");
        assertThatThrownBy(() -> PeriodConvention.FROM_FIRST_YEAR.steps(ReferencePeriod.year(2025)))
                .hasMessage("Period must be a span: 2025");
        assertThat(PeriodConvention.FROM_FIRST_YEAR.steps(2025, 2025)).isZero();
        assertThat(PeriodConvention.FROM_YEAR_AFTER.steps(2025, 2026)).isZero();
        assertThat(PeriodConvention.FROM_YEAR_BEFORE.steps(1, 10_000)).isEqualTo(10_000);
        assertThatThrownBy(() -> PeriodConvention.FROM_FIRST_YEAR.steps(1, 10_002))
                .hasMessageContaining("1 to 10002");
        assertThatThrownBy(() -> PeriodConvention.FROM_YEAR_BEFORE.steps(2026, 2025))
                .hasMessageContaining("2026 to 2025");
    }

    @Test
    void kernel_agreesWithTheCalculator() {
        double[] bases = {1, 100, 2.5};
        double[] rates = {0.5, -0.25, 0};
        double[] ends = new double[3];

        GrowthKernel.endValues(bases, rates, 10, ends);

        for (int i = 0; i < 3; i++) {
            double exact = growth.endValue(
                            cny(String.valueOf(bases[i])), GrowthRate.of(BigDecimal.valueOf(rates[i])), 10)
                    .value()
                    .amount()
                    .doubleValue();
            assertThat(ends[i]).isCloseTo(exact, Offset.offset(exact * 23 * Math.ulp(1.0)));
        }
        assertThatThrownBy(() -> GrowthKernel.endValues(bases, rates, 10, new double[2]))
                .hasMessage("Arrays must have one length: 3, 3 and 2");
        assertThatThrownBy(() -> GrowthKernel.endValues(bases, rates, 10_001, ends))
                .hasMessage("Years must be 0 to 10000: 10001");
    }

    private static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), "CNY");
    }

    private static GrowthRate percent(String percent) {
        return GrowthRate.ofPercent(new BigDecimal(percent));
    }

    private static Operand read(String text) {
        return Operand.of(
                ReadingConvention.withDefaults().read(FigureFormat.chinese().parse(text)));
    }

    private static Operand steps(int steps) {
        return Operand.steps(steps, PeriodConvention.FROM_FIRST_YEAR.convention());
    }
}
