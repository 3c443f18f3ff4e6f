package dev.saidao.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.saidao.core.Generators;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** The true value is always inside, a wider input never gives a narrower output, and reverse operations lose nothing. */
class BoundsArithmeticProperties {

    private static final MathContext SIXTY = new MathContext(60);

    private final BoundsArithmetic arithmetic = BoundsArithmetic.withDefaults();

    @Property(tries = 2_000)
    void members_haveTheirResultsInside(
            @ForAll("any") Bounds x,
            @ForAll("any") Bounds y,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceX,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceY) {
        BigDecimal a = Generators.member(x, choiceX);
        BigDecimal b = Generators.member(y, choiceY);

        assertThat(arithmetic.plus(x, y).contains(a.add(b))).isTrue();
        assertThat(arithmetic.minus(x, y).contains(a.subtract(b))).isTrue();
        assertThat(arithmetic.times(x, y).contains(a.multiply(b))).isTrue();
        assertThat(arithmetic.min(x, y).contains(a.min(b))).isTrue();
        assertThat(arithmetic.max(x, y).contains(a.max(b))).isTrue();
        if (b.signum() != 0) {
            assertThat(arithmetic.dividedBy(x, y).contains(a.divide(b, SIXTY))).isTrue();
        }
        assertThat(arithmetic.plusReverse(y, Bounds.exactly(a.add(b)), x).contains(a))
                .isTrue();
        assertThat(arithmetic.timesReverse(y, Bounds.exactly(a.multiply(b)), x).contains(a))
                .isTrue();
        assertThat(arithmetic.timesReverse(y, arithmetic.times(x, y), x)).isEqualTo(x);
    }

    @Property
    void wholePowers_haveTheirResultsInside(
            @ForAll("any") Bounds x,
            @ForAll @DoubleRange(min = 0, max = 1) double choice,
            @ForAll @IntRange(min = -7, max = 12) int exponent) {
        BigDecimal a = Generators.member(x, choice);
        Assume.that(a.signum() != 0 || exponent >= 0);
        BigDecimal exact = a.pow(Math.abs(exponent));
        BigDecimal power = exponent < 0 ? BigDecimal.ONE.divide(exact, SIXTY) : exact;

        assertThat(arithmetic.power(x, exponent).contains(power)).isTrue();
        assertThat(arithmetic
                        .powerReverse(exponent, arithmetic.power(x, exponent), x)
                        .contains(a))
                .isTrue();
    }

    @Property
    void rootsLogarithmsAndPowers_agreeWithSixtyDigits(
            @ForAll("positive") Bounds x,
            @ForAll @DoubleRange(min = 0, max = 1) double choice,
            @ForAll @IntRange(min = 2, max = 40) int degree,
            @ForAll @BigRange(min = "-9", max = "9") BigDecimal exponent) {
        BigDecimal a = Generators.member(x, choice);
        Assume.that(a.signum() > 0);

        assertThat(arithmetic.log(x).contains(BigDecimalMath.log(a, SIXTY))).isTrue();
        assertThat(arithmetic
                        .root(x, degree)
                        .contains(canonical(BigDecimalMath.root(a, BigDecimal.valueOf(degree), SIXTY))))
                .isTrue();
        assertThat(arithmetic.power(x, exponent).contains(BigDecimalMath.pow(a, exponent, SIXTY)))
                .isTrue();
    }

    /** A root that ends is found exactly, whatever 60-digit arithmetic makes of its last digits. */
    private static BigDecimal canonical(BigDecimal value) {
        return value.round(new MathContext(55));
    }

    @Property
    void exponentials_agreeWithSixtyDigits(
            @ForAll("small") Bounds x, @ForAll @DoubleRange(min = 0, max = 1) double choice) {
        BigDecimal a = Generators.member(x, choice);
        Assume.that(a.abs().compareTo(BigDecimal.valueOf(1_000)) < 0);

        assertThat(arithmetic.exp(x).contains(BigDecimalMath.exp(a, SIXTY))).isTrue();
    }

    @Property(tries = 2_000)
    void widerInput_neverGivesNarrowerOutput(
            @ForAll("any") Bounds x,
            @ForAll("any") Bounds y,
            @ForAll @BigRange(min = "0", max = "5") BigDecimal below,
            @ForAll @BigRange(min = "0", max = "5") BigDecimal above,
            @ForAll @IntRange(min = -3, max = 5) int exponent) {
        Bounds wider = Generators.widened(x, below, above);

        assertThat(wider.encloses(x)).isTrue();
        monotone(arithmetic::plus, x, wider, y);
        monotone(arithmetic::times, x, wider, y);
        monotone(arithmetic::dividedBy, x, wider, y);
        monotone((a, b) -> arithmetic.dividedBy(b, a), x, wider, y);
        monotone((a, b) -> arithmetic.timesReverse(a, b, Bounds.all()), x, wider, y);
        monotone((a, b) -> arithmetic.power(a, exponent), x, wider, y);
        monotone((a, b) -> arithmetic.root(a, 3), x, wider, y);
        monotone((a, b) -> arithmetic.log(a), x, wider, y);
    }

    @Property
    void resultsOnSinglePoints_areTheTwoNeighbours(
            @ForAll("sizes") BigDecimal a, @ForAll @IntRange(min = 2, max = 30) int degree) {
        Bounds root = arithmetic.root(Bounds.exactly(a), degree);
        BigDecimal low = root.lower().orElseThrow();
        BigDecimal high = root.upper().orElseThrow();

        // by exact powers: low^n <= a <= high^n, and the ends are one unit of the 34th digit apart at most
        assertThat(low.pow(degree)).isLessThanOrEqualTo(a);
        assertThat(high.pow(degree)).isGreaterThanOrEqualTo(a);
        assertThat(high.subtract(low))
                .isLessThanOrEqualTo(
                        high.ulp().max(low.round(new MathContext(34)).ulp()).multiply(BigDecimal.valueOf(10)));
        assertThat(root.isLowerClosed()).isEqualTo(low.compareTo(high) == 0);
    }

    /** By the rounding of decimals; an end is closed only if nothing was lost. */
    @Property(tries = 2_000)
    void outward_roundsToTheWorkingLength(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal a,
            @ForAll @IntRange(max = 9) int noughts,
            @ForAll @IntRange(min = 1, max = 12) int digits) {
        BigDecimal value = a.multiply(BigDecimal.TEN.pow(noughts));
        Bounds rounded = arithmetic.withDigits(digits).outward(Bounds.exactly(value));
        BigDecimal low = value.round(new MathContext(digits, RoundingMode.FLOOR));
        BigDecimal high = value.round(new MathContext(digits, RoundingMode.CEILING));

        assertThat(rounded.lower().orElseThrow()).isEqualByComparingTo(low);
        assertThat(rounded.upper().orElseThrow()).isEqualByComparingTo(high);
        assertThat(rounded.isLowerClosed()).isEqualTo(low.compareTo(value) == 0);
        assertThat(rounded.isUpperClosed()).isEqualTo(high.compareTo(value) == 0);
    }

    @Property
    void outward_isAsMuchAsAddingNothing(@ForAll("any") Bounds x, @ForAll @IntRange(min = 1, max = 12) int digits) {
        BoundsArithmetic shorter = arithmetic.withDigits(digits);

        assertThat(shorter.outward(x)).isEqualTo(shorter.plus(x, Bounds.exactly(BigDecimal.ZERO)));
    }

    @Property
    void powersOfIntervals_holdEveryPower_andTheirExponents(
            @ForAll("positive") Bounds x,
            @ForAll("small") Bounds y,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceX,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceY) {
        BigDecimal a = Generators.member(x, choiceX);
        BigDecimal b = Generators.member(y, choiceY);
        Assume.that(a.signum() > 0 && b.abs().compareTo(BigDecimal.valueOf(10_000)) <= 0);
        Bounds power = arithmetic.power(x, y);

        assertThat(power.contains(canonical(BigDecimalMath.pow(a, b, SIXTY)))).isTrue();
        assertThat(arithmetic.exponentReverse(x, power, y).contains(b)).isTrue();
    }

    @Property
    void cancelling_undoesAddition(@ForAll("any") Bounds x, @ForAll("any") Bounds y) {
        Bounds z = arithmetic.cancelMinus(arithmetic.plus(x, y), y);

        assertThat(arithmetic.plus(y, z).encloses(arithmetic.plus(x, y))).isTrue();
        if (x.isBounded() && y.isBounded() && !x.isEmpty() && !y.isEmpty()) {
            assertThat(z.width()).isNotEmpty();
            assertThat(z.width().orElseThrow()).isLessThanOrEqualTo(x.width().orElseThrow());
        }
    }

    @Property
    void order_holdsForMembers(
            @ForAll("any") Bounds x,
            @ForAll("any") Bounds y,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceX,
            @ForAll @DoubleRange(min = 0, max = 1) double choiceY) {
        int order = Generators.member(x, choiceX).compareTo(Generators.member(y, choiceY));

        assertThat(!x.precedes(y) || order <= 0).isTrue();
        assertThat(!x.strictlyPrecedes(y) || order < 0).isTrue();
        assertThat(!x.isDisjointFrom(y) || order != 0).isTrue();
        assertThat(!x.isInteriorOf(y) || y.encloses(x)).isTrue();
        assertThat(!x.isStrictlyLess(y) || x.isLess(y)).isTrue();
        assertThat(!x.precedes(y) || x.isLess(y)).isTrue();
    }

    private static void monotone(BinaryOperator<Bounds> operation, Bounds x, Bounds wider, Bounds y) {
        assertThat(operation.apply(wider, y).encloses(operation.apply(x, y)))
                .as("%s and %s with %s", x, wider, y)
                .isTrue();
    }

    @Provide
    Arbitrary<BigDecimal> sizes() {
        return Generators.sizes();
    }

    @Provide
    Arbitrary<Bounds> any() {
        return Generators.bounds("-1000", "1000");
    }

    @Provide
    Arbitrary<Bounds> positive() {
        return Generators.bounds("0.000001", "1000000");
    }

    @Provide
    Arbitrary<Bounds> small() {
        return Generators.bounds("-20", "20");
    }
}
