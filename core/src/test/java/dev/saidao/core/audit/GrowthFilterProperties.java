package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Claims that stand on, beside and far from the edges of agreement, hundreds of thousands of them, judged with doubles first and, as the
 * other way, by products of exact decimals: {@code base × (1 + rate)^n} against the end, without any root or rounding.
 */
class GrowthFilterProperties {

    private static final int CASES = 40_000;
    private static final int POOL = 200;
    private static final int MOST_STEPS = 10;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** A number as printed, and its half unit. */
    private record Print(ReadNumber number, BigDecimal value, BigDecimal half) {

        BigDecimal low() {
            return value.subtract(half);
        }

        BigDecimal high() {
            return value.add(half);
        }
    }

    private static Print print(BigDecimal digits, UnitMultiplier multiplier, Unit unit) {
        ReadNumber number = ReadNumber.of(
                PrintedNumber.of(digits.toPlainString(), multiplier, unit, Qualifier.NONE), ReadingConvention.strict());
        return new Print(number, number.value(), number.printed().lastPlace().divide(TWO));
    }

    @Property(tries = 20)
    void verdict_isTheExactOne(@ForAll long seed) {
        Random random = new Random(seed);
        Unit dollars = Unit.parse("USD");
        Print[] bases = new Print[POOL];
        Print[] rates = new Print[POOL];
        BigDecimal[][] low = new BigDecimal[POOL][MOST_STEPS + 1];
        BigDecimal[][] high = new BigDecimal[POOL][MOST_STEPS + 1];
        for (int i = 0; i < POOL; i++) {
            bases[i] = print(
                    BigDecimal.valueOf(100 + random.nextInt(99_900), random.nextInt(4)), UnitMultiplier.ONE, dollars);
            rates[i] = print(
                    BigDecimal.valueOf(random.nextInt(6_000) - 900, 1 + random.nextInt(2)),
                    UnitMultiplier.PERCENT,
                    Unit.GROWTH_RATE);
            for (int n = 1; n <= MOST_STEPS; n++) {
                low[i][n] = BigDecimal.ONE.add(rates[i].low()).pow(n);
                high[i][n] = BigDecimal.ONE.add(rates[i].high()).pow(n);
            }
        }
        int unsure = 0;
        for (int i = 0; i < CASES; i++) {
            Print base = bases[random.nextInt(POOL)];
            int r = random.nextInt(POOL);
            int n = 1 + random.nextInt(MOST_STEPS);
            BigDecimal edge = switch (random.nextInt(4)) {
                case 0 -> base.value().multiply(low[r][n]);
                case 1 -> base.value().multiply(high[r][n]);
                case 2 -> base.low().multiply(low[r][n]);
                default -> base.high().multiply(high[r][n]);
            };
            Print end = end(edge, random, dollars);
            if (end.value().signum() <= 0) {
                continue;
            }
            GrowthClaim claim =
                    new GrowthClaim(base.number(), end.number(), rates[r].number(), 2020, 2020 + n, Optional.empty());

            int filtered = GrowthFilter.level(claim, GrowthTry.asItStands(n));
            int exact = exactLevel(base, end, low[r][n], high[r][n]);
            if (filtered == GrowthFilter.UNSURE) {
                unsure++;
                // exact decimals at 500 digits take thousands of times as long, so that only some are tried here
                if (unsure % 1_000 == 0) {
                    Verdict verdict = GrowthClaimAuditor.withDefaults().verdict(claim);
                    assertThat(verdict.isAgreement() ? GrowthFilter.level(verdict) : GrowthFilter.NO)
                            .describedAs("%s", claim)
                            .isEqualTo(exact);
                }
            } else if (filtered != exact) {
                assertThat(filtered).describedAs("%s", claim).isEqualTo(exact);
            }
        }
        assertThat(unsure).isGreaterThan(CASES / 100);
    }

    /** An end that, with half a unit of its last place or without, is on the edge, a little beside it, or well beside it. */
    private static Print end(BigDecimal edge, Random random, Unit unit) {
        BigDecimal beside = edge;
        // further down than the last place of the end, a distance is none
        int distance = random.nextInt(16);
        if (distance < 13) {
            BigDecimal shift = edge.movePointLeft(distance).multiply(BigDecimal.valueOf(1 + random.nextInt(9), 1));
            beside = random.nextBoolean() ? edge.add(shift) : edge.subtract(shift);
        }
        int places = random.nextInt(3) == 0 ? Math.max(0, edge.scale() - 1) : random.nextInt(12);
        BigDecimal half = BigDecimal.ONE.movePointLeft(places).divide(TWO);
        BigDecimal moved = random.nextBoolean() ? beside.add(half) : beside.subtract(half);
        BigDecimal rounded = (random.nextBoolean() ? beside : moved).setScale(places, RoundingMode.HALF_EVEN);
        return print(rounded.round(new MathContext(60)), UnitMultiplier.ONE, unit);
    }

    private static int exactLevel(Print base, Print end, BigDecimal low, BigDecimal high) {
        boolean possible = base.low().multiply(low).compareTo(end.high()) <= 0
                && base.high().multiply(high).compareTo(end.low()) >= 0;
        if (!possible) {
            return GrowthFilter.NO;
        }
        boolean agrees = base.value().multiply(low).compareTo(end.value()) <= 0
                && base.value().multiply(high).compareTo(end.value()) >= 0;
        return agrees ? GrowthFilter.AGREES : GrowthFilter.WITHIN_ROUNDING;
    }
}
