package dev.saidao.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.BinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class RoughBoundsProperties {

    private static final BoundsArithmetic EXACT =
            BoundsArithmetic.withDefaults().withDigits(BoundsArithmetic.MAX_DIGITS);

    /** Bounds as prints have them, whole, of few digits or of many, that lie far apart, are close to others, or the same. */
    private static Bounds bounds(Random random, boolean positive) {
        int scale = random.nextInt(3) * random.nextInt(7) - 2;
        long low = random.nextInt(3) == 0
                ? random.nextInt(20)
                : random.nextLong() % (random.nextBoolean() ? 1_000_000L : 1L << 52);
        BigDecimal first = BigDecimal.valueOf(positive ? Math.abs(low) + 1 : low, scale);
        if (random.nextInt(4) == 0) {
            return Bounds.exactly(first);
        }
        if (!positive && random.nextInt(8) == 0) {
            return random.nextBoolean() ? Bounds.atLeast(first) : Bounds.atMost(first);
        }
        BigDecimal second = first.add(BigDecimal.valueOf(1 + random.nextInt(10), scale + random.nextInt(2)));
        return random.nextBoolean() ? Bounds.closed(first, second) : Bounds.open(first, second);
    }

    private static void assertIs(RoughBounds rough, Bounds exact) {
        if (rough.isUnknown()) {
            return;
        }
        assertEnd(rough.low(), exact.lower().orElse(null), rough.error());
        assertEnd(rough.high(), exact.upper().orElse(null), rough.error());
    }

    private static void assertEnd(double rough, @Nullable BigDecimal exact, double error) {
        if (exact == null) {
            assertThat(rough).isInfinite();
        } else {
            assertThat(new BigDecimal(rough).subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal(error));
        }
    }

    private static void check(
            long seed, boolean positive, BinaryOperator<RoughBounds> rough, BinaryOperator<Bounds> exact) {
        Random random = new Random(seed);
        Bounds a = bounds(random, positive);
        Bounds b = bounds(random, positive);
        Bounds c = bounds(random, positive);
        Bounds once = exact.apply(a, b);
        RoughBounds roughOnce = rough.apply(RoughBounds.of(a), RoughBounds.of(b));
        assertIs(roughOnce, once);
        if (!roughOnce.isUnknown()) {
            assertIs(rough.apply(roughOnce, RoughBounds.of(c)), exact.apply(once, c));
        }
    }

    @Property
    void sums_andDifferences_areWithinTheirError(@ForAll long seed) {
        check(seed, false, RoughBounds::plus, EXACT::plus);
        check(seed, false, RoughBounds::minus, EXACT::minus);
    }

    @Property
    void products_andQuotients_areWithinTheirError(@ForAll long seed) {
        check(seed, true, RoughBounds::times, EXACT::times);
        check(seed, true, RoughBounds::dividedBy, EXACT::dividedBy);
    }

    @Property
    void powers_andRoots_areWithinTheirError(@ForAll long seed) {
        Random random = new Random(seed);
        Bounds rate = Bounds.closed(
                BigDecimal.valueOf(1 + random.nextInt(900), 3), BigDecimal.valueOf(1000 + random.nextInt(900), 3));
        int years = 1 + random.nextInt(60);
        RoughBounds power = RoughBounds.of(rate).power(years);
        assertIs(power, EXACT.power(rate, years));
        assertIs(RoughBounds.of(rate).root(years), EXACT.root(rate, years));
        assertIs(RoughBounds.of(rate).plusOne().minusOne(), rate);
    }

    /** What is said to be certain is so. */
    @Property(tries = 3000)
    void whatIsSure_isSo(@ForAll long seed) {
        Random random = new Random(seed);
        Bounds a = bounds(random, false);
        Bounds b = random.nextInt(3) == 0 ? a : bounds(random, false);
        RoughBounds roughA = RoughBounds.of(a);
        RoughBounds roughB = RoughBounds.of(b);
        assertThat(!roughA.surelyEncloses(roughB) || a.encloses(b)).isTrue();
        assertThat(roughA.surelyMeets(roughB) && a.intersection(b).isEmpty()).isFalse();
        assertThat(roughA.surelyMisses(roughB) && !a.intersection(b).isEmpty()).isFalse();
        RoughBounds both = roughA.meet(roughB);
        if (!both.isUnknown()) {
            assertIs(both, a.intersection(b));
        }
    }

    /** Numbers of things are added and compared exactly. */
    @Property
    void wholeNumbers_areExact(@ForAll long seed) {
        Random random = new Random(seed);
        long a = random.nextInt();
        long b = random.nextInt();
        RoughBounds sum = RoughBounds.of(Bounds.exactly(BigDecimal.valueOf(a)))
                .plus(RoughBounds.of(Bounds.exactly(BigDecimal.valueOf(b))));
        assertThat(sum).isEqualTo(RoughBounds.exactly((double) (a + b)));
        assertThat(sum.surelyEncloses(RoughBounds.exactly((double) (a + b)))).isTrue();
    }
}
