package dev.saidao.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Beside the series of big-math, which are other ones, and beside published digits. */
class FixedPointProperties {

    private static BigDecimal any(Random random, int mostDigits) {
        BigInteger digits = new BigInteger(1 + random.nextInt(3 * mostDigits), random).add(BigInteger.ONE);
        int precision = new BigDecimal(digits).precision();
        return new BigDecimal(digits, precision + random.nextInt(12) - 6);
    }

    private static void assertWithinOneUnit(BigDecimal actual, BigDecimal expected, int scale) {
        assertThat(actual.subtract(expected).abs()).isLessThan(BigDecimal.ONE.movePointLeft(scale));
    }

    private static int pointOf(BigDecimal x) {
        return x.precision() - x.scale();
    }

    @Property(tries = 300)
    void exp_isThatOfOtherSeries(@ForAll long seed, @ForAll @IntRange(min = 10, max = 250) int digits) {
        Random random = new Random(seed);
        BigDecimal x = any(random, 40).remainder(BigDecimal.valueOf(2_000));
        BigDecimal power = random.nextBoolean() ? x : x.negate();

        BigDecimal expected = BigDecimalMath.exp(power, new MathContext(digits + 15));

        assertWithinOneUnit(FixedPoint.exp(power, digits), expected, digits - pointOf(expected));
    }

    @Property(tries = 300)
    void log_isThatOfOtherSeries(@ForAll long seed, @ForAll @IntRange(min = 10, max = 250) int digits) {
        Random random = new Random(seed);
        BigDecimal near = BigDecimal.ONE.add(any(random, 20).movePointLeft(6 + random.nextInt(30)));
        BigDecimal x = random.nextInt(3) == 0 ? near : any(random, 60).scaleByPowerOfTen(random.nextInt(400) - 200);

        BigDecimal expected = BigDecimalMath.log(x, new MathContext(digits + 15));

        assertWithinOneUnit(FixedPoint.log(x, digits), expected, Math.min(digits, digits - pointOf(expected)));
    }

    @Property(tries = 300)
    void powerOfRoot_isWhatItWas(@ForAll long seed, @ForAll @IntRange(min = 10, max = 600) int digits) {
        Random random = new Random(seed);
        int degree = 2 + random.nextInt(random.nextBoolean() ? 10 : 10_000);
        BigDecimal x = any(random, 60).scaleByPowerOfTen(random.nextInt(400) - 200);
        MathContext context = new MathContext(digits + 10);

        BigDecimal power = FixedPoint.root(x, degree, digits).pow(degree, context);

        // the power of what is wrong by one unit is wrong by as many as its exponent
        int lost = BigDecimal.valueOf(degree).precision() + 1;
        assertWithinOneUnit(power.divide(x, context), BigDecimal.ONE, digits - 1 - lost);
    }

    @Property(tries = 20)
    void logOfExp_isWhatItWas_toThousandsOfDigits(@ForAll @IntRange(min = -1_000, max = 1_000) int x) {
        int digits = 2_000;
        BigDecimal power = BigDecimal.valueOf(x, 2);

        assertWithinOneUnit(FixedPoint.log(FixedPoint.exp(power, digits + 5), digits), power, digits - 2);
    }

    /** OEIS A001113 and A002392. */
    @Test
    void constants_areThePublishedOnes() {
        assertWithinOneUnit(
                FixedPoint.exp(BigDecimal.ONE, 60),
                new BigDecimal("2.71828182845904523536028747135266249775724709369995957496696763"),
                59);
        assertWithinOneUnit(
                FixedPoint.log(BigDecimal.TEN, 60),
                new BigDecimal("2.30258509299404568401799145468436420760110148862877297603332790"),
                59);
        assertThat(FixedPoint.exp(BigDecimal.ZERO, 40)).isEqualByComparingTo("1");
        assertThat(FixedPoint.log(BigDecimal.ONE, 40)).isEqualByComparingTo("0");
    }
}
