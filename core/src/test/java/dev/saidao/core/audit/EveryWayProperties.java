package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.RepairKind;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.UnitFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** One claim, asked for in every way there is: doubles first, decimals, a finding, and figures with a relation. */
class EveryWayProperties {

    private static final GrowthClaimAuditor FILTERED = GrowthClaimAuditor.withDefaults();
    private static final List<Unit> SIZES = List.of(
            Unit.parse("USD"),
            Unit.parse("CNY"),
            Unit.parse("JPY"),
            Unit.count("companies"),
            Unit.count("enterprises"),
            Unit.count("items"),
            Unit.SHARE,
            Unit.density("persons", 10_000, "employed"),
            Unit.density("persons", 1_000, "employed"),
            Unit.MULTIPLE,
            Unit.GROWTH_RATE,
            Unit.YEARS,
            UnitFormat.withDefaults().parse("MW").unit(),
            UnitFormat.withDefaults().parse("GWh").unit(),
            UnitFormat.withDefaults().parse("MWh").unit(),
            Unit.PERCENTAGE_POINTS);
    private static final List<Unit> RATES =
            List.of(Unit.SHARE, Unit.parse("USD"), Unit.count("companies"), Unit.MULTIPLE, Unit.PERCENTAGE_POINTS);
    private static final List<Qualifier> QUALIFIERS = List.of(Qualifier.values());
    private static final List<ReadingConvention> READINGS =
            List.of(ReadingConvention.strict(), ReadingConvention.customary());

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static ReadNumber number(BigDecimal value, Unit unit, Random random, ReadingConvention reading) {
        BigDecimal rounded = value.round(new MathContext(1 + random.nextInt(5), RoundingMode.HALF_UP));
        boolean percent = unit.kind() == Unit.Kind.SHARE || unit.kind() == Unit.Kind.GROWTH_RATE;
        BigDecimal digits = percent ? rounded.movePointRight(2) : rounded;
        Qualifier qualifier = random.nextInt(5) > 0 ? Qualifier.NONE : any(QUALIFIERS, random);
        String text = digits.setScale(Math.max(0, digits.scale())).toPlainString();
        UnitMultiplier multiplier = percent ? UnitMultiplier.PERCENT : UnitMultiplier.ONE;
        return ReadNumber.of(PrintedNumber.of(text, multiplier, unit, qualifier), reading);
    }

    private static GrowthClaim claim(Random random) {
        ReadingConvention reading = any(READINGS, random);
        Unit baseUnit = any(SIZES, random);
        Unit endUnit = random.nextInt(4) == 0 ? any(SIZES, random) : baseUnit;
        int steps = 1 + random.nextInt(random.nextInt(20) == 0 ? 130 : 12);
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(700) - 100, 3);
        BigDecimal base = BigDecimal.valueOf(random.nextInt(9_999), random.nextInt(4));
        int printedSteps = steps + (random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0);
        BigDecimal end = base.multiply(BigDecimal.ONE.add(rate).pow(Math.max(0, printedSteps), MathContext.DECIMAL64));
        if (random.nextInt(3) == 0) {
            end = end.scaleByPowerOfTen(random.nextInt(9) - 4);
        }
        Optional<ReferencePeriod> ratePeriod = random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(
                        ReferencePeriod.span(2019 + random.nextInt(4), 2020 + Math.max(4, steps) + random.nextInt(4)));
        Optional<GrowthClaim.StartGrowth> startGrowth = random.nextInt(4) > 0
                ? Optional.empty()
                : Optional.of(new GrowthClaim.StartGrowth(
                        number(BigDecimal.valueOf(random.nextInt(700) - 100, 3), Unit.GROWTH_RATE, random, reading),
                        2020 + random.nextInt(2)));
        return new GrowthClaim(
                number(base, baseUnit, random, reading),
                number(end, endUnit, random, reading),
                number(rate, random.nextInt(6) == 0 ? any(RATES, random) : Unit.GROWTH_RATE, random, reading),
                2020,
                2020 + steps,
                ratePeriod,
                startGrowth);
    }

    /** The finding on figures that a relation ties. */
    private static Finding onFigures(GrowthClaim claim) {
        FigureRelation relation = FigureRelation.growth(
                "growth",
                "base",
                "end",
                "rate",
                ReferencePeriod.span(claim.firstYear(), claim.lastYear()),
                claim.ratePeriod());
        List<Figure> figures = new ArrayList<>();
        claim.numbers().forEach((id, number) -> figures.add(AuditFixture.figure(id, number.printed())));
        if (claim.startGrowth().isPresent()) {
            relation = relation.with(claim.members().get(4));
        }
        return Auditor.withDefaults()
                .with(claim.base().reading())
                .audit(figures, List.of(relation))
                .finding("growth");
    }

    private record Said(
            RepairKind kind,
            String code,
            Label text,
            Verdict verdict,
            Optional<BigDecimal> share,
            Optional<BigDecimal> rest) {

        static Said of(RankedChange ranked) {
            return new Said(
                    ranked.change().kind(),
                    ranked.code(),
                    ranked.text(),
                    ranked.verdict(),
                    Optional.of(ranked.share()),
                    ranked.rest());
        }

        static Said of(Repair repair) {
            return new Said(
                    repair.kind(), repair.code(), repair.text(), repair.verdict(), repair.share(), repair.rest());
        }
    }

    @Property(tries = 1500)
    void everyWay_saysTheSame(@ForAll long seed) {
        GrowthClaim claim = claim(new Random(seed));
        ClaimOutcome outcome = FILTERED.audit(claim);

        assertThat(FILTERED.verdict(claim)).describedAs("%s", claim).isEqualTo(outcome.verdict());
        assertThat(FILTERED.withoutFilter().verdict(claim))
                .describedAs("%s", claim)
                .isEqualTo(outcome.verdict());
        assertThat(FILTERED.withoutFilter().audit(claim))
                .describedAs("%s", claim)
                .isEqualTo(outcome);
        for (Finding finding : List.of(FILTERED.finding(claim), onFigures(claim))) {
            assertThat(finding.verdict()).describedAs("%s", claim).isEqualTo(outcome.verdict());
            assertThat(finding.reason()).describedAs("%s", claim).isEqualTo(outcome.reason());
            assertThat(finding.weak()).describedAs("%s", claim).isEqualTo(outcome.weak());
            assertThat(finding.repairs().stream().map(Said::of).toList())
                    .describedAs("%s", claim)
                    .isEqualTo(outcome.repairs().stream().map(Said::of).toList());
            assertThat(finding.otherConvention()).isEqualTo(outcome.convention().map(Change::code));
            outcome.convention()
                    .ifPresent(change -> assertThat(finding.conventions()).contains(change.convention()));
            sameNumbers(finding, outcome);
        }
    }

    /** Both tell rates as fractions and gaps in percentage points. */
    private static void sameNumbers(Finding finding, ClaimOutcome outcome) {
        finding.implied().ifPresent(implied -> {
            Bounds bounds = implied.bounds();
            bounds.lower().ifPresent(low -> close(outcome.impliedLow(), low));
            bounds.upper().ifPresent(high -> close(outcome.impliedHigh(), high));
        });
        finding.gapInPercentagePoints().ifPresent(gap -> close(outcome.gapInPercentagePoints(), gap));
    }

    private static void close(double actual, BigDecimal expected) {
        double value = expected.doubleValue();
        assertThat(actual).isCloseTo(value, within(1e-9 * Math.max(Math.abs(value), 1e-9)));
    }

    /** Less than one enterprise is none, from which nothing grows at a rate. */
    @Test
    void baseThatCanOnlyBeZero_isNotCheckable() {
        FigureFormat format = FigureFormat.english();
        ReadingConvention reading = ReadingConvention.strict();
        GrowthClaim claim = new GrowthClaim(
                ReadNumber.of(format.parse("1", Unit.parse("enterprises")).with(Qualifier.LESS_THAN), reading),
                ReadNumber.of(format.parse("5", Unit.parse("enterprises")), reading),
                ReadNumber.of(format.parse("30%", Unit.GROWTH_RATE), reading),
                2020,
                2022,
                Optional.empty());

        assertThat(FILTERED.verdict(claim)).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(FILTERED.audit(claim).reason())
                .isEqualTo(FILTERED.finding(claim).reason())
                .isEqualTo(onFigures(claim).reason());
    }

    /** Companies are no enterprises: nobody knows whether the same things were counted. */
    @Test
    void countsOfDifferentThings_areNotCheckable_andBothAreNamed() {
        GrowthClaim claim = claim("companies", "enterprises", Unit.GROWTH_RATE);

        assertThat(FILTERED.verdict(claim)).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(FILTERED.audit(claim).reason())
                .isEqualTo(FILTERED.finding(claim).reason())
                .isEqualTo(onFigures(claim).reason())
                .isEqualTo(Label.of(
                        "units do not fit: Units must be the same: companies and enterprises",
                        "单位不符:单位须相同:companies 与 enterprises"));
    }

    @Test
    void rateOfMoney_isNoRate() {
        GrowthClaim claim = claim("companies", "companies", Unit.parse("USD"));

        assertThat(FILTERED.audit(claim).verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(FILTERED.audit(claim).reason())
                .isEqualTo(Label.of(
                        "units do not fit: Unit of rate must be of kind growth rate: USD", "单位不符:rate 的单位须为增长率:USD"));
    }

    /** 100 to 121 in two years at 10% a year. */
    private static GrowthClaim claim(String baseThing, String endThing, Unit rate) {
        ReadingConvention strict = ReadingConvention.strict();
        return new GrowthClaim(
                ReadNumber.of(
                        PrintedNumber.of("100", UnitMultiplier.ONE, Unit.count(baseThing), Qualifier.NONE), strict),
                ReadNumber.of(
                        PrintedNumber.of("121", UnitMultiplier.ONE, Unit.count(endThing), Qualifier.NONE), strict),
                ReadNumber.of(PrintedNumber.of("0.1", UnitMultiplier.ONE, rate, Qualifier.NONE), strict),
                2020,
                2022,
                Optional.empty());
    }
}
