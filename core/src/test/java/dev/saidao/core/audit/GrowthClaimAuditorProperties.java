package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GrowthClaimAuditorProperties {

    private static final GrowthClaimAuditor FILTERED = GrowthClaimAuditor.withDefaults();
    private static final GrowthClaimAuditor EXACT = FILTERED.withoutFilter();
    private static final Unit DOLLARS = Unit.parse("USD");
    private static final List<UnitMultiplier> SIZES =
            List.of(UnitMultiplier.MILLION, UnitMultiplier.BILLION, UnitMultiplier.YI, UnitMultiplier.WAN);

    /**
     * Claims as a random generator draws them: half of them computed from true values and rounded, so that they stand near the
     * edges, with rates of few digits and powers that end, so that many stand on them.
     */
    static GrowthClaim claim(Random random, ReadingConvention reading) {
        int steps = 1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 12);
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(900) - 100, 3);
        BigDecimal base = BigDecimal.valueOf(1 + random.nextInt(9_999), random.nextInt(4));
        BigDecimal end = base.multiply(BigDecimal.ONE.add(rate).pow(steps, MathContext.DECIMAL128));
        int off = random.nextInt(6);
        if (off == 0) {
            end = end.multiply(BigDecimal.valueOf(1 + random.nextInt(300), 2));
        } else if (off == 1) {
            end = end.scaleByPowerOfTen(random.nextInt(7) - 3);
        } else if (off == 2) {
            end = base.multiply(BigDecimal.ONE.add(rate).pow(steps + (random.nextBoolean() ? 1 : -1)));
        }
        BigDecimal printedRate = rate.setScale(random.nextInt(3) + 1, RoundingMode.HALF_UP);
        if (random.nextInt(3) == 0) {
            printedRate = printedRate.add(BigDecimal.valueOf(random.nextInt(3) - 1L, printedRate.scale() + 1));
        }
        Optional<ReferencePeriod> period = Optional.empty();
        if (random.nextInt(4) == 0) {
            int first = 2020 + random.nextInt(3) - 1;
            period =
                    Optional.of(ReferencePeriod.span(first, Math.max(first + 1, 2020 + steps + random.nextInt(3) - 1)));
        }
        return new GrowthClaim(
                size(base, random, reading),
                size(end, random, reading),
                ReadNumber.of(
                        PrintedNumber.of(
                                printedRate.movePointRight(2).toPlainString(),
                                UnitMultiplier.PERCENT,
                                Unit.GROWTH_RATE,
                                qualifier(random)),
                        reading),
                2020,
                2020 + steps,
                period);
    }

    private static ReadNumber size(BigDecimal value, Random random, ReadingConvention reading) {
        UnitMultiplier multiplier = SIZES.get(random.nextInt(SIZES.size()));
        BigDecimal rounded = value.round(new MathContext(1 + random.nextInt(5), RoundingMode.HALF_UP));
        BigDecimal digits = rounded.movePointLeft(multiplier.exponent() - 6);
        String text = digits.scale() < 0 ? digits.setScale(0).toPlainString() : digits.toPlainString();
        return ReadNumber.of(PrintedNumber.of(text, multiplier, DOLLARS, qualifier(random)), reading);
    }

    private static Qualifier qualifier(Random random) {
        return random.nextInt(5) > 0 ? Qualifier.NONE : Qualifier.values()[random.nextInt(Qualifier.values().length)];
    }

    private static ReadingConvention reading(Random random) {
        return random.nextBoolean() ? ReadingConvention.strict() : ReadingConvention.customary();
    }

    @Property(tries = 1000)
    void filterAndExactDecimals_sayTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            GrowthClaim claim = claim(random, reading(random));
            assertThat(FILTERED.verdict(claim)).describedAs("%s", claim).isEqualTo(EXACT.verdict(claim));
        }
    }

    @Property(tries = 200)
    void shortOutcomeAndFinding_sayTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        GrowthClaim claim = claim(random, reading(random));
        ClaimOutcome outcome = FILTERED.audit(claim);
        ClaimOutcome exact = EXACT.audit(claim);
        Finding finding = FILTERED.finding(claim);
        assertThat(outcome.verdict()).isEqualTo(FILTERED.verdict(claim));
        assertThat(outcome).describedAs("%s", claim).isEqualTo(exact);
        assertThat(finding.verdict()).describedAs("%s", claim).isEqualTo(outcome.verdict());
        assertThat(finding.otherConvention()).describedAs("%s", claim).isEqualTo(outcome.convention());
        assertThat(finding.repairs().stream().map(Repair::code).toList())
                .describedAs("%s", claim)
                .isEqualTo(outcome.repairs());
        assertThat(finding.weak().isPresent()).describedAs("%s", claim).isEqualTo(outcome.isWeak());
    }
}
