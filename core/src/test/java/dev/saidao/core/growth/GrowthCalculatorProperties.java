package dev.saidao.core.growth;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.saidao.core.Generators;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.quantity.GrowthRate;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

class GrowthCalculatorProperties {

    private static final MathContext SIXTY = new MathContext(60);
    private static final Unit CNY = Unit.parse("CNY");
    // results have 34 digits; what is lost in them grows with the years
    private static final Percentage THIRTY_DIGITS = Percentage.withPercentage(1e-28);

    private final GrowthCalculator growth = GrowthCalculator.withDefaults();

    @Property
    void anyThreeOfTheFour_giveBackTheFourth(
            @ForAll("sizes") BigDecimal base,
            @ForAll("rates") BigDecimal rate,
            @ForAll @IntRange(min = 1, max = 60) int years) {
        Money start = money(base);
        GrowthRate yearly = GrowthRate.of(rate);
        Money end = growth.endValue(start, yearly, years).value();
        Assume.that(end.amount().signum() > 0);

        assertThat(growth.baseValue(end, yearly, years).value().amount()).isCloseTo(base, THIRTY_DIGITS);
        assertThat(BigDecimal.ONE.add(growth.compoundAnnualGrowthRate(start, end, years)
                        .value()
                        .value()))
                .isCloseTo(BigDecimal.ONE.add(rate), THIRTY_DIGITS);
        if (rate.signum() != 0) {
            assertThat(growth.yearsToReach(start, yearly, end).value().value())
                    .isCloseTo(BigDecimal.valueOf(years), Percentage.withPercentage(1e-24));
        }
    }

    @Property
    void bounds_holdEveryPointResult(
            @ForAll("positive") Bounds bases,
            @ForAll("rateBounds") Bounds rates,
            @ForAll @IntRange(min = 1, max = 40) int years,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceOfBase,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceOfRate) {
        BigDecimal base = Generators.member(bases, choiceOfBase);
        BigDecimal rate = Generators.member(rates, choiceOfRate);
        Assume.that(base.signum() > 0 && rate.compareTo(new BigDecimal("-1")) > 0);
        BigDecimal end = base.multiply(BigDecimal.ONE.add(rate).pow(years, SIXTY), SIXTY);
        Operand ends = Operand.of(growth.endValue(operand(CNY, bases), operand(Unit.GROWTH_RATE, rates), steps(years)));

        assertThat(ends.value().bounds().contains(end)).isTrue();
        assertThat(growth.baseValue(ends, operand(Unit.GROWTH_RATE, rates), steps(years))
                        .value()
                        .bounds()
                        .contains(base))
                .isTrue();
        assertThat(growth.compoundAnnualGrowthRate(operand(CNY, bases), ends, steps(years))
                        .value()
                        .bounds()
                        .contains(rate))
                .isTrue();
        assertThat(growth.yearsToReach(operand(CNY, bases), operand(Unit.GROWTH_RATE, rates), ends)
                        .value()
                        .bounds()
                        .contains(BigDecimal.valueOf(years)))
                .isTrue();
    }

    @Property
    void points_agreeWithSixtyDigits(
            @ForAll("sizes") BigDecimal base,
            @ForAll("sizes") BigDecimal end,
            @ForAll @IntRange(min = 1, max = 200) int years) {
        BigDecimal expected = BigDecimalMath.root(end.divide(base, SIXTY), BigDecimal.valueOf(years), SIXTY);

        BigDecimal rate = growth.compoundAnnualGrowthRate(money(base), money(end), years)
                .value()
                .value();

        // half a unit of the 34th digit, and the error of the 60-digit root
        BigDecimal allowed = rate.abs().movePointLeft(33).add(expected.movePointLeft(55));
        assertThat(rate).isCloseTo(expected.subtract(BigDecimal.ONE), Offset.offset(allowed));
    }

    @Property
    void endValue_risesWithBaseRateAndYears(
            @ForAll("sizes") BigDecimal base,
            @ForAll("rates") BigDecimal rate,
            @ForAll("rates") BigDecimal otherRate,
            @ForAll @IntRange(min = 1, max = 30) int years) {
        BigDecimal lower = rate.min(otherRate);
        BigDecimal higher = rate.max(otherRate);
        Assume.that(lower.compareTo(higher) < 0);

        assertThat(end(base, higher, years)).isGreaterThan(end(base, lower, years));
        assertThat(end(base.add(BigDecimal.ONE), rate, years)).isGreaterThan(end(base, rate, years));
        if (rate.signum() > 0) {
            assertThat(end(base, rate, years + 1)).isGreaterThan(end(base, rate, years));
        }
    }

    @Property
    void unitMultiplier_doesNotMatter(
            @ForAll("sizes") BigDecimal base,
            @ForAll("rates") BigDecimal rate,
            @ForAll @IntRange(min = 1, max = 30) int years,
            @ForAll @IntRange(min = -6, max = 12) int exponent) {
        BigDecimal scaled = base.scaleByPowerOfTen(exponent);

        assertThat(end(scaled, rate, years))
                .isEqualByComparingTo(end(base, rate, years).scaleByPowerOfTen(exponent));
        assertThat(growth.compoundAnnualGrowthRate(money(scaled), money(scaled.multiply(BigDecimal.TEN)), years)
                        .value())
                .isEqualTo(growth.compoundAnnualGrowthRate(money(base), money(base.multiply(BigDecimal.TEN)), years)
                        .value());
    }

    @Property
    void widerInput_neverGivesNarrowerOutput(
            @ForAll("positive") Bounds bases,
            @ForAll("rateBounds") Bounds rates,
            @ForAll("widths") BigDecimal below,
            @ForAll("widths") BigDecimal above,
            @ForAll @IntRange(min = 1, max = 25) int years) {
        Bounds wider = Generators.widened(rates, below, above);

        Bounds narrow = growth.endValue(operand(CNY, bases), operand(Unit.GROWTH_RATE, rates), steps(years))
                .value()
                .bounds();
        Bounds wide = growth.endValue(operand(CNY, bases), operand(Unit.GROWTH_RATE, wider), steps(years))
                .value()
                .bounds();
        assertThat(wide.encloses(narrow)).isTrue();

        Bounds narrowBase = growth.baseValue(operand(CNY, bases), operand(Unit.GROWTH_RATE, rates), steps(years))
                .value()
                .bounds();
        Bounds wideBase = growth.baseValue(operand(CNY, bases), operand(Unit.GROWTH_RATE, wider), steps(years))
                .value()
                .bounds();
        assertThat(wideBase.encloses(narrowBase)).isTrue();
    }

    @Property
    void chainOfEqualRates_isCompounding(
            @ForAll("sizes") BigDecimal base,
            @ForAll("rates") BigDecimal rate,
            @ForAll @IntRange(min = 1, max = 20) int years) {
        List<GrowthRate> rates = Collections.nCopies(years, GrowthRate.of(rate));

        assertThat(growth.chainedEndValue(money(base), rates).value().amount())
                .isCloseTo(end(base, rate, years), THIRTY_DIGITS);
        assertThat(BigDecimal.ONE.add(growth.averageRate(rates).value().value()))
                .isCloseTo(BigDecimal.ONE.add(rate), THIRTY_DIGITS);
    }

    @Property
    void kernel_isWithinItsErrorOfTheCalculator(
            @ForAll @DoubleRange(min = 0.01, max = 1e12) double base,
            @ForAll @DoubleRange(min = -0.9, max = 2) double rate,
            @ForAll @IntRange(min = 0, max = 40) int years) {
        double[] ends = new double[1];
        GrowthKernel.endValues(new double[] {base}, new double[] {rate}, years, ends);
        BigDecimal exact = new BigDecimal(base)
                .multiply(BigDecimal.ONE.add(new BigDecimal(rate)).pow(years, SIXTY), SIXTY);

        double relative = new BigDecimal(ends[0])
                .subtract(exact)
                .divide(exact, SIXTY)
                .abs()
                .doubleValue();
        assertThat(relative).isLessThanOrEqualTo((2 + 3 * years) * 0x1p-53);
    }

    private BigDecimal end(BigDecimal base, BigDecimal rate, int years) {
        return growth.endValue(money(base), GrowthRate.of(rate), years).value().amount();
    }

    private static Money money(BigDecimal amount) {
        return Money.of(amount, "CNY");
    }

    private static Operand operand(Unit unit, Bounds bounds) {
        return Operand.of(BoundedQuantity.of(unit, bounds));
    }

    private static Operand steps(int years) {
        return Operand.steps(years, PeriodConvention.FROM_FIRST_YEAR.convention());
    }

    @Provide
    Arbitrary<BigDecimal> sizes() {
        return Generators.sizes();
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Generators.rates();
    }

    @Provide
    Arbitrary<BigDecimal> widths() {
        return Generators.decimals("0", "0.5");
    }

    @Provide
    Arbitrary<Bounds> positive() {
        return Generators.bounds("0.001", "1000000")
                .filter(bounds -> bounds.upper().map(end -> end.signum() > 0).orElse(true));
    }

    @Provide
    Arbitrary<Bounds> rateBounds() {
        return Generators.bounds("-0.9", "3")
                .filter(bounds -> !bounds.intersection(Bounds.greaterThan(new BigDecimal("-1")))
                        .isEmpty());
    }
}
