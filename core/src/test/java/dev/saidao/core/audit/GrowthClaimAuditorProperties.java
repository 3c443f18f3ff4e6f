package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.Change;
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
    private static final List<Qualifier> QUALIFIERS = List.of(Qualifier.values());
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
        return random.nextInt(5) > 0 ? Qualifier.NONE : QUALIFIERS.get(random.nextInt(QUALIFIERS.size()));
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
        assertThat(finding.otherConvention())
                .describedAs("%s", claim)
                .isEqualTo(outcome.convention().map(Change::code));
        assertThat(finding.repairs().stream().map(Repair::code).toList())
                .describedAs("%s", claim)
                .isEqualTo(outcome.repairs().stream().map(RankedChange::code).toList());
        assertThat(finding.weak().isPresent()).describedAs("%s", claim).isEqualTo(outcome.isWeak());
    }

    // ---- laws ----

    @Property(tries = 500)
    void claimOfTrueValues_rounded_isNeverContradicted(@ForAll long seed) {
        Random random = new Random(seed);
        int steps = 1 + random.nextInt(15);
        BigDecimal base = BigDecimal.valueOf(1 + random.nextInt(99_999), 2);
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(9_000) - 1_000, 4);
        BigDecimal end = base.multiply(BigDecimal.ONE.add(rate).pow(steps));
        GrowthClaim claim = new GrowthClaim(
                rounded(base, random),
                rounded(end, random),
                percent(rate.movePointRight(2).setScale(random.nextInt(3), RoundingMode.HALF_UP)),
                2020,
                2020 + steps,
                Optional.empty());
        // a size that was rounded to 0 says nothing of growth
        boolean positive =
                claim.base().value().signum() > 0 && claim.end().value().signum() > 0;

        if (positive) {
            assertThat(FILTERED.verdict(claim))
                    .describedAs("%s", claim)
                    .isIn(Verdict.AGREES, Verdict.AGREES_WITHIN_ROUNDING);
        } else {
            assertThat(FILTERED.verdict(claim)).isEqualTo(Verdict.NOT_CHECKABLE);
        }
    }

    @Property(tries = 500)
    void claimOffByMoreThanItsRounding_neverAgrees(@ForAll long seed) {
        Random random = new Random(seed);
        int steps = 1 + random.nextInt(10);
        ReadNumber base = rounded(BigDecimal.valueOf(100 + random.nextInt(99_900), 2), random);
        ReadNumber end = rounded(
                base.value().movePointLeft(9).multiply(BigDecimal.valueOf(30 + random.nextInt(900), 2)), random);
        if (end.value().signum() <= 0 || base.value().signum() <= 0) {
            return;
        }
        Finding free = FILTERED.finding(
                new GrowthClaim(base, end, percent(BigDecimal.ONE), 2020, 2020 + steps, Optional.empty()));
        BigDecimal highest =
                free.implied().orElseThrow().bounds().upper().orElseThrow().movePointRight(2);
        // the least rate of one decimal that is more than half a unit above all that the sizes allow
        BigDecimal above = highest.setScale(1, RoundingMode.CEILING).add(new BigDecimal("0.1"));
        Verdict verdict =
                FILTERED.verdict(new GrowthClaim(base, end, percent(above), 2020, 2020 + steps, Optional.empty()));

        assertThat(verdict).isIn(Verdict.CONTRADICTS, Verdict.AGREES_UNDER_OTHER_CONVENTION);
    }

    @Property(tries = 500)
    void widerRounding_neverTurnsAgreementIntoContradiction(@ForAll long seed) {
        Random random = new Random(seed);
        GrowthClaim claim = claim(random, ReadingConvention.strict());
        GrowthClaim kinder = new GrowthClaim(
                customary(claim.base()),
                customary(claim.end()),
                customary(claim.rate()),
                claim.firstYear(),
                claim.lastYear(),
                claim.ratePeriod());
        boolean nearly = List.of(claim.base(), claim.end(), claim.rate()).stream()
                .anyMatch(number -> number.printed().qualifier() == Qualifier.NEARLY);
        Verdict strict = FILTERED.verdict(claim);

        if (strict.isAgreement() && !nearly) {
            assertThat(FILTERED.verdict(kinder).isAgreement()).isTrue();
        }
    }

    @Property(tries = 300)
    void verdict_isTheSameInAnyMultiplierAndCurrencyScale(@ForAll long seed) {
        Random random = new Random(seed);
        GrowthClaim claim = claim(random, ReadingConvention.strict());
        int power = random.nextInt(4);
        GrowthClaim scaled = new GrowthClaim(
                scaled(claim.base(), power),
                scaled(claim.end(), power),
                claim.rate(),
                claim.firstYear(),
                claim.lastYear(),
                claim.ratePeriod());
        GrowthClaim inMillions = new GrowthClaim(
                asMillions(claim.base()),
                claim.end(),
                claim.rate(),
                claim.firstYear(),
                claim.lastYear(),
                claim.ratePeriod());

        assertThat(FILTERED.verdict(scaled)).isEqualTo(FILTERED.verdict(claim));
        assertThat(FILTERED.verdict(inMillions)).isEqualTo(FILTERED.verdict(claim));
    }

    private static ReadNumber rounded(BigDecimal billions, Random random) {
        BigDecimal digits = billions.setScale(random.nextInt(3), RoundingMode.HALF_UP);
        return ReadNumber.of(
                PrintedNumber.of(digits.toPlainString(), UnitMultiplier.BILLION, DOLLARS, Qualifier.NONE),
                ReadingConvention.strict());
    }

    private static ReadNumber percent(BigDecimal percent) {
        return ReadNumber.of(
                PrintedNumber.of(percent.toPlainString(), UnitMultiplier.PERCENT, Unit.GROWTH_RATE, Qualifier.NONE),
                ReadingConvention.strict());
    }

    private static ReadNumber customary(ReadNumber number) {
        return ReadNumber.of(number.printed(), ReadingConvention.customary());
    }

    /** The same print, worth a power of ten less: amounts in another currency whose rate is that. */
    private static ReadNumber scaled(ReadNumber number, int power) {
        PrintedNumber printed = number.printed();
        return ReadNumber.of(
                PrintedNumber.of(
                        new BigDecimal(printed.digits()).movePointLeft(power).toPlainString(),
                        printed.multiplier(),
                        printed.unit(),
                        printed.qualifier()),
                number.reading());
    }

    /** The same print in millions, where that can be said without losing or adding digits. */
    private static ReadNumber asMillions(ReadNumber number) {
        PrintedNumber printed = number.printed();
        int shift = printed.multiplier().exponent() - UnitMultiplier.MILLION.exponent();
        BigDecimal digits = new BigDecimal(printed.digits());
        if (digits.scale() < shift) {
            return number;
        }
        return ReadNumber.of(
                PrintedNumber.of(
                        digits.movePointRight(shift).toPlainString(),
                        UnitMultiplier.MILLION,
                        printed.unit(),
                        printed.qualifier()),
                number.reading());
    }
}
