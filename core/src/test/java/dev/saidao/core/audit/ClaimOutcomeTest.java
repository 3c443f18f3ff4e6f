package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimOutcomeTest {

    private static final BoundsArithmetic FINE = BoundsArithmetic.withDefaults().withDigits(100);
    private static final GrowthClaimAuditor AUDITOR = GrowthClaimAuditor.withDefaults();

    private static ReadNumber read(String text) {
        return ReadNumber.of(FigureFormat.english().parse(text), ReadingConvention.strict());
    }

    private static ReadNumber rate(String text) {
        return ReadNumber.of(FigureFormat.english().parse(text, Unit.GROWTH_RATE), ReadingConvention.strict());
    }

    private static GrowthClaim claim(String base, String end, String rate, int first, int last) {
        return new GrowthClaim(read(base), read(end), rate(rate), first, last, Optional.empty());
    }

    /** By closed form: 1.5 to 6.43 in ten years is 15.6676% a year. */
    @Test
    void rates_areThoseOfTheSizes() {
        ClaimOutcome outcome = AUDITOR.audit(claim("USD 1.5 bn", "USD 6.43 bn", "15.7%", 2022, 2032));

        assertThat(outcome.impliedRate()).isCloseTo(Math.pow(6.43 / 1.5, 0.1) - 1, within(1e-14));
        assertThat(outcome.impliedLow()).isCloseTo(Math.pow(6.425 / 1.55, 0.1) - 1, within(1e-14));
        assertThat(outcome.impliedHigh()).isCloseTo(Math.pow(6.435 / 1.45, 0.1) - 1, within(1e-14));
        assertThat(outcome.gapInPercentagePoints()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"over USD 100 bn, USD 200 bn", "USD 100 bn, over USD 200 bn"})
    void rates_withoutAnEnd_areInfiniteOrMinusOne(String base, String end) {
        ClaimOutcome outcome = AUDITOR.audit(claim(base, end, "90%", 2020, 2021));

        boolean openBase = base.startsWith("over");
        assertThat(outcome.impliedLow()).isEqualTo(openBase ? -1 : 200 / 100.5 - 1, within(1e-14));
        assertThat(outcome.impliedHigh())
                .isEqualTo(openBase ? 200.5 / 100 - 1 : Double.POSITIVE_INFINITY, within(1e-14));
    }

    /** Against intervals with 100 digits, rates near 0 and gaps near 0 included. */
    @Property(tries = 500)
    void numbers_areThoseOfExactDecimals(
            @ForAll @BigRange(min = "90000", max = "100000") @Scale(2) BigDecimal base,
            @ForAll @BigRange(min = "0", max = "40") @Scale(2) BigDecimal more,
            @ForAll @IntRange(min = 1, max = 12) int steps,
            @ForAll @IntRange(max = 3) int wider,
            @ForAll @BigRange(min = "-0.00300", max = "0.00300") @Scale(5) BigDecimal off) {
        BigDecimal end = base.add(more.scaleByPowerOfTen(wider));
        BigDecimal exact = FINE.minus(
                        FINE.root(FINE.dividedBy(Bounds.exactly(end), Bounds.exactly(base)), steps),
                        Bounds.exactly(BigDecimal.ONE))
                .midpoint()
                .orElseThrow();
        String printed = exact.movePointRight(2)
                .setScale(5, RoundingMode.HALF_EVEN)
                .add(off)
                .toPlainString();
        GrowthClaim claim =
                claim("USD " + base.toPlainString(), "USD " + end.toPlainString(), printed + "%", 2000, 2000 + steps);
        ClaimOutcome outcome = AUDITOR.audit(claim);
        Bounds implied = FINE.minus(
                FINE.root(FINE.dividedBy(claim.end().bounds(), claim.base().bounds()), steps),
                Bounds.exactly(BigDecimal.ONE));

        close(outcome.impliedRate(), exact, 1e-12);
        close(outcome.impliedLow(), implied.lower().orElseThrow(), 1e-12);
        close(outcome.impliedHigh(), implied.upper().orElseThrow(), 1e-12);
        BigDecimal gap = FindingWriter.gap(implied, claim.rate().bounds()).orElseThrow();
        close(outcome.gapInPercentagePoints(), gap.movePointRight(2), 1e-9);
        assertThat(outcome.gapInPercentagePoints() > 0)
                .isEqualTo(outcome.verdict() == Verdict.CONTRADICTS
                        || outcome.verdict() == Verdict.AGREES_UNDER_OTHER_CONVENTION);
    }

    private static void close(double actual, BigDecimal expected, double relative) {
        if (expected.signum() == 0) {
            assertThat(actual).isZero();
        } else {
            assertThat(actual).isCloseTo(expected.doubleValue(), Percentage.withPercentage(100 * relative));
        }
    }

    // ---- what cannot be checked ----

    @ParameterizedTest
    @CsvSource({"USD 1.5 bn, CNY 6.4 bn", "USD 0 bn, USD 6.4 bn", "USD -1 bn, USD 6.4 bn", "USD 1 bn, USD 0"})
    void notCheckable_twoUnitsOrNotPositive(String base, String end) {
        GrowthClaim claim = claim(base, end, "10%", 2020, 2030);
        ClaimOutcome outcome = AUDITOR.audit(claim);

        assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(AUDITOR.verdict(claim)).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(AUDITOR.finding(claim).verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(outcome.impliedRate()).isNaN();
        assertThat(outcome.impliedLow()).isNaN();
        assertThat(outcome.impliedHigh()).isNaN();
        assertThat(outcome.gapInPercentagePoints()).isNaN();
        assertThat(outcome.repairs()).isEmpty();
    }

    /** A rate of 2010 to 2015 says nothing of 2020 to 2030; one of 2021 to 2031 may be loosely dated. */
    @ParameterizedTest
    @CsvSource({
        "2010, 2015, NOT_CHECKABLE",
        "2021, 2031, CONTRADICTS",
        "2018, 2030, NOT_CHECKABLE",
        "2020, 2032, NOT_CHECKABLE",
        "2019, 2029, CONTRADICTS"
    })
    void rateOfOtherYears(int from, int to, Verdict verdict) {
        GrowthClaim claim = new GrowthClaim(
                read("USD 1.50 bn"),
                read("USD 6.40 bn"),
                rate("99%"),
                2020,
                2030,
                Optional.of(ReferencePeriod.span(from, to)));

        assertThat(AUDITOR.audit(claim).verdict()).isEqualTo(verdict);
        assertThat(AUDITOR.verdict(claim)).isEqualTo(verdict);
        assertThat(AUDITOR.withoutFilter().audit(claim).verdict()).isEqualTo(verdict);
        assertThat(AUDITOR.finding(claim).verdict()).isEqualTo(verdict);
        assertThat(AUDITOR.audit(claim).impliedRate()).isCloseTo(Math.pow(6.4 / 1.5, 0.1) - 1, within(1e-14));
    }

    /** Exact agreement first, whatever its kind; of the rest the likeliest first. */
    @Test
    void repairs_areRanked() {
        // 100 to 1600 in 4 years is 100% exactly, printed of 5 years
        GrowthClaim claim = claim("USD 100.0 bn", "USD 1600.0 bn", "100.0%", 2020, 2025);
        ClaimOutcome outcome = AUDITOR.audit(claim);

        assertThat(outcome.verdict()).isEqualTo(Verdict.AGREES_UNDER_OTHER_CONVENTION);
        assertThat(outcome.convention()).map(Change::code).contains("n-1");
        assertThat(outcome.repairs()).extracting(RankedChange::code).startsWith("n-1", "base-year-after");
        assertThat(AUDITOR.withoutFilter().audit(claim)).isEqualTo(outcome);
    }

    // ---- units of relations ----

    private static Finding finding(FigureRelation relation, Map<String, ReadNumber> numbers) {
        return Auditor.withDefaults().finding(relation, numbers);
    }

    /** Each kind of relation says which units do not fit it. */
    @Test
    void relations_ofUnitsThatDoNotFit_areNotCheckable() {
        ReadNumber dollars = read("USD 5 bn");
        ReadNumber people = read("5 persons");
        ReadNumber years = read("5 years");
        List<FigureRelation> relations = List.of(
                FigureRelation.growth("r", "a", "b", "c", 3),
                FigureRelation.step("r", "a", "b", "c"),
                FigureRelation.share("r", "b", "a", "c"),
                FigureRelation.multiple("r", "a", "b", "c"),
                FigureRelation.density("r", "b", "a", "c"));
        for (FigureRelation relation : relations) {
            ReadNumber size = relation.kind() == RelationKind.DENSITY ? people : dollars;
            Finding finding = finding(relation, Map.of("a", size, "b", size, "c", years));

            assertThat(finding.verdict()).as("%s", relation.kind()).isEqualTo(Verdict.NOT_CHECKABLE);
            assertThat(finding.reason().en()).startsWith("units do not fit: ").contains("years");
            assertThat(finding.reason().zh()).startsWith("单位不符:");
        }
        assertThat(finding(
                                FigureRelation.currency("r", "a", "b", Member.figure("rate", "c")),
                                Map.of("a", people, "b", dollars, "c", read("7 times")))
                        .reason()
                        .en())
                .contains("must be of kind money: persons");
        assertThat(finding(
                                FigureRelation.currency("r", "a", "b", Member.figure("rate", "c")),
                                Map.of("a", dollars, "b", dollars, "c", read("7 times")))
                        .reason()
                        .en())
                .contains("Equivalent must be in another currency than the amount: USD");
        assertThat(finding(FigureRelation.density("r", "b", "a", "c"), Map.of("a", dollars, "b", people, "c", people))
                        .reason()
                        .en())
                .contains("Unit of population must be of kind count: USD");
    }

    /** 30% and 70% make the whole; of a whole that is known the last part is judged. */
    @Test
    void sum_ofAKnownTotal_judgesTheLastPart() {
        FigureRelation shares = FigureRelation.sum("s", Share.of(BigDecimal.ONE), List.of("a", "b", "c"));
        Finding finding = finding(shares, Map.of("a", read("30.0%"), "b", read("25.0%"), "c", read("50.0%")));

        assertThat(shares.judged()).isEqualTo("part3");
        assertThat(finding.judged()).contains("c");
        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.implied().orElseThrow().point().orElseThrow()).isEqualByComparingTo("0.45");
        assertThat(shares.members()).extracting(Member::role).containsExactly("total", "part1", "part2", "part3");
    }

    /** 24 new and 40 before are 64, as the page has it; 41 would be one too many. */
    @Test
    void cumulative_addsUp() {
        FigureRelation parks = FigureRelation.cumulative("p", "all", "before", "added");

        assertThat(finding(
                                parks,
                                Map.of("all", read("64 parks"), "before", read("40 parks"), "added", read("24 parks")))
                        .verdict())
                .isEqualTo(Verdict.AGREES);
        assertThat(finding(
                                parks,
                                Map.of("all", read("64 parks"), "before", read("41 parks"), "added", read("24 parks")))
                        .verdict())
                .isEqualTo(Verdict.CONTRADICTS);
    }

    @Test
    void kinds_byTheirNames() {
        for (RelationKind kind : RelationKind.values()) {
            assertThat(RelationKind.of(kind.code())).isEqualTo(kind);
        }
        assertThat(Verdict.AGREES_UNDER_OTHER_CONVENTION.code()).isEqualTo("agrees-under-other-convention");
    }
}
