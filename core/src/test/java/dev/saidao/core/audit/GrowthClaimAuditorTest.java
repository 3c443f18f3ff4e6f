package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Member;
import dev.saidao.core.text.FigureFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on single claims and what goes with them; rates are closed forms. */
class GrowthClaimAuditorTest {

    private static final GrowthClaimAuditor AUDITOR = GrowthClaimAuditor.withDefaults();

    private static ReadNumber number(String text) {
        return ReadNumber.of(FigureFormat.english().parse(text), ReadingConvention.strict());
    }

    private static ReadNumber rate(String text) {
        return ReadNumber.of(FigureFormat.english().parse(text, Unit.GROWTH_RATE), ReadingConvention.strict());
    }

    private static GrowthClaim claim(
            String base, String end, String rate, int steps, Optional<ReferencePeriod> ratePeriod) {
        return new GrowthClaim(number(base), number(end), rate(rate), 2020, 2020 + steps, ratePeriod);
    }

    private static GrowthClaim claim(String base, String end, String rate, int steps) {
        return claim(base, end, rate, steps, Optional.empty());
    }

    private static double root(double quotient, int steps) {
        return Math.pow(quotient, 1.0 / steps) - 1;
    }

    private static void assertVerdict(GrowthClaim claim, Verdict verdict) {
        for (GrowthClaimAuditor auditor : List.of(AUDITOR, AUDITOR.withoutFilter())) {
            ClaimOutcome outcome = auditor.audit(claim);
            Finding finding = auditor.finding(claim);
            assertThat(auditor.verdict(claim)).isEqualTo(verdict);
            assertThat(outcome.verdict()).isEqualTo(verdict);
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(outcome.reason()).isEqualTo(finding.reason());
            assertThat(outcome.reason(Locale.ENGLISH))
                    .isEqualTo(finding.reason().en());
            assertThat(outcome.reason(Locale.CHINESE))
                    .isEqualTo(finding.reason().zh());
            assertThat(outcome.weak()).isEqualTo(finding.weak());
            assertThat(outcome.repairs().stream().map(RankedChange::code))
                    .containsExactlyElementsOf(
                            finding.repairs().stream().map(Repair::code).toList());
        }
    }

    /** 14.87% in 5 years, 12.25% in 6, 18.92% in 4; 1.2% of 12.4 to 43.2 are in 8 and not 9. */
    @ParameterizedTest
    @CsvSource({
        "USD 1000, USD 2000, 14.9%, 5, AGREES",
        "USD 1.00, USD 2.00, 15.0%, 5, AGREES_WITHIN_ROUNDING",
        "USD 1000, USD 2000, over 12%, 5, AGREES_AS_BOUND",
        "USD 12.4 bn, USD 43.2 bn, 16.9%, 9, AGREES_UNDER_OTHER_CONVENTION",
        "USD 1000, USD 2000, 12.246%, 5, AGREES_UNDER_OTHER_CONVENTION",
        "USD 1000, USD 2000, 14.8%, 5, AGREES_UNDER_OTHER_CONVENTION",
        "USD 1000, USD 2000, 12%, 5, CONTRADICTS",
        "USD 1000, USD 2000, 50.0%, 5, CONTRADICTS",
        "USD 1000, USD 20000, 14.9%, 5, CONTRADICTS",
        "USD 1000, USD 20000000, 81.7%, 5, CONTRADICTS",
        "USD 1000, CNY 2000, 14.9%, 5, NOT_CHECKABLE",
        "USD 0, USD 2000, 14.9%, 5, NOT_CHECKABLE",
        "USD 1000, USD 0, 14.9%, 5, NOT_CHECKABLE",
        "500 MW, 1.000 GW, 41.4%, 2, AGREES",
        "500 MW, 10.00 GW, 41.4%, 2, CONTRADICTS"
    })
    void verdict_isThatOfAuditAndFinding(String base, String end, String rate, int steps, Verdict verdict) {
        assertVerdict(claim(base, end, rate, steps), verdict);
    }

    /** Digits cut off are told of all numbers only where those of the rate are not enough: 14.8% are, of 14.87%. */
    @Test
    void audit_allDigitsCutOff_onlyWhereTheRateIsNotEnough() {
        assertThat(AUDITOR.audit(claim("USD 1000", "USD 2000", "14.8%", 5)).repairs())
                .extracting(RankedChange::code)
                .contains("truncated")
                .doesNotContain("truncated-all");
        // 2,000 / 1,001 to 2,001 / 1,000 are 14.847% to 14.881%, by rounding 14.853% to 14.887%
        assertThat(AUDITOR.audit(claim("USD 1000", "USD 2000", "14.849%", 5)).repairs())
                .extracting(RankedChange::code)
                .contains("truncated-all")
                .doesNotContain("truncated");
    }

    /**
     * Nor are they left out because something else was told. 1,010 / 1,001 to 1,011 / 1,000 are 0.17918% to 0.21904% in five years; by rounding, and
     * with a rate up to 0.17921% that was cut off, 0.17927% is the least. In six years 0.1792% is among the rates that rounding leaves.
     */
    @Test
    void audit_allDigitsCutOff_besideAnotherConvention() {
        GrowthClaim claim = claim("USD 1000", "USD 1010", "0.17920%", 5);

        assertVerdict(claim, Verdict.AGREES_UNDER_OTHER_CONVENTION);
        assertThat(AUDITOR.audit(claim).repairs())
                .extracting(RankedChange::code)
                .contains("n+1", "truncated-all")
                .doesNotContain("truncated");
    }

    /** What a source says of the years counts: those of another span, or the steps of its own. */
    @Test
    void verdict_byTheYearsOfTheRate() {
        assertVerdict(
                claim("USD 10.00 bn", "USD 30.00 bn", "20.0%", 12, Optional.of(ReferencePeriod.span(2025, 2030))),
                Verdict.NOT_CHECKABLE);
        // four steps, as the source says, are 18.9%
        assertVerdict(
                claim("USD 1000", "USD 2000", "18.9%", 5, Optional.of(ReferencePeriod.span(2021, 2025))),
                Verdict.AGREES_UNDER_OTHER_CONVENTION);
        // and would be that of years far away too, were they said of it
        assertVerdict(
                claim("USD 1000", "USD 2000", "14.9%", 5, Optional.of(ReferencePeriod.span(2025, 2030))),
                Verdict.AGREES);
    }

    @Test
    void weak_aQuarterMoreAndLess() {
        assertThat(AUDITOR.audit(claim("USD 1 bn", "USD 2 bn", "15%", 5)).isWeak())
                .isTrue();
        assertThat(AUDITOR.withoutFilter()
                        .audit(claim("USD 1 bn", "USD 2 bn", "15%", 5))
                        .isWeak())
                .isTrue();
        assertThat(AUDITOR.audit(claim("USD 1000", "USD 2000", "15%", 5)).isWeak())
                .isFalse();
        assertThat(AUDITOR.withoutFilter()
                        .audit(claim("USD 1000", "USD 2000", "15%", 5))
                        .isWeak())
                .isFalse();
        // 1 MW to 2,000 kW
        assertThat(AUDITOR.audit(claim("1 MW", "2000 kW", "15%", 5)).isWeak()).isTrue();
        assertThat(AUDITOR.audit(claim("1.000 MW", "2000 kW", "15%", 5)).isWeak())
                .isFalse();
    }

    // ---- the rates that the sizes imply ----

    private static void assertImplied(GrowthClaim claim, double low, double point, double high) {
        ClaimOutcome outcome = AUDITOR.audit(claim);
        assertThat(outcome.impliedLow()).isCloseTo(low, within(1e-12 * Math.abs(low) + 1e-300));
        assertThat(outcome.impliedRate()).isCloseTo(point, within(1e-12 * Math.abs(point) + 1e-300));
        assertThat(outcome.impliedHigh()).isCloseTo(high, within(1e-12 * Math.abs(high) + 1e-300));
    }

    @Test
    void implied_ofSizes() {
        assertImplied(
                claim("USD 1000", "USD 2000", "14.9%", 5),
                root(1999.5 / 1000.5, 5),
                root(2, 5),
                root(2000.5 / 999.5, 5));
        assertImplied(
                claim("500 MW", "1.000 GW", "41.4%", 2), root(999.5 / 500.5, 2), root(2, 2), root(1000.5 / 499.5, 2));
    }

    /** Rates near 0 keep their digits: those of 1,000,000 that become 1,000,003, of one unit or of two. */
    @ParameterizedTest
    @CsvSource({"USD 1000000, USD 1000003", "1000.000 MW, 1000003 kW", "1000000 kW, 1000.003 MW"})
    void implied_nearNothing_keepsItsDigits(String base, String end) {
        assertImplied(
                claim(base, end, "0%", 5),
                Math.expm1(Math.log1p(2 / 1_000_000.5) / 5),
                Math.expm1(Math.log1p(3e-6) / 5),
                Math.expm1(Math.log1p(4 / 999_999.5) / 5));
    }

    /** A base of none at least, and an end of none: all rates up from -100%. */
    @Test
    void implied_withoutEnds() {
        ClaimOutcome open = AUDITOR.audit(claim("at most USD 1000", "USD 2000", "14.9%", 5));
        assertThat(open.impliedHigh()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(open.impliedLow()).isCloseTo(root(1999.5 / 1000, 5), within(1e-3));
        ClaimOutcome none = AUDITOR.audit(claim("USD 1000", "CNY 2000", "14.9%", 5));
        assertThat(none.impliedRate()).isNaN();
        assertThat(none.gapInPercentagePoints()).isNaN();
    }

    // ---- how far it is apart ----

    private static void assertGap(String base, String end, String rate, double points) {
        assertThat(AUDITOR.audit(claim(base, end, rate, 5)).gapInPercentagePoints())
                .isCloseTo(points, within(1e-8 * points));
    }

    /** From 14.887% at most to 49.95% at least; from 14.853% at least to 5.05% at most. */
    @Test
    void gap_betweenImpliedAndPublished() {
        assertGap("USD 1000", "USD 2000", "50.0%", 100 * (0.4995 - root(2000.5 / 999.5, 5)));
        assertGap("USD 1000", "USD 2000", "5.0%", 100 * (root(1999.5 / 1000.5, 5) - 0.0505));
        assertGap("USD 1000", "USD 2000", "14.9%", 0);
    }

    /** Of large numbers a gap of a few ten thousandths of a point: from 14.869818% down to 14.8695%. */
    @Test
    void gap_smallOne_keepsItsDigits() {
        assertGap("USD 1000000", "USD 2000000", "14.869%", 100 * (root(1999999.5 / 1000000.5, 5) - 0.148695));
    }

    /** 10 to 11 in a year are 10%; printed 10.00000001% they are apart by half of the last digit less than that. */
    @Test
    void gap_tinyOne_isExact() {
        assertThat(AUDITOR.audit(claim("10 persons", "11 persons", "10.00000001%", 1))
                        .gapInPercentagePoints())
                .isCloseTo(0.5e-8, within(1e-16));
        assertThat(AUDITOR.audit(claim("10 persons", "11 persons", "9.99999999%", 1))
                        .gapInPercentagePoints())
                .isCloseTo(0.5e-8, within(1e-16));
    }

    // ---- the claim ----

    @Test
    void parse_readsAsPrinted() {
        GrowthClaim claim = GrowthClaim.parse("USD 10 bn", 2020, "USD 14.641 bn", 2024, "10% a year");

        assertThat(claim.steps()).isEqualTo(4);
        assertThat(claim.id()).isEqualTo("growth");
        assertThat(claim.members()).extracting(Member::role).containsExactly("base", "end", "rate", "years");
        assertThat(AUDITOR.verdict(claim)).isEqualTo(Verdict.AGREES);
    }

    /** 1 to 10,000 steps. */
    @Test
    void years_inOrderAndNotTooFarApart() {
        ReadNumber size = number("USD 1");

        assertThat(new GrowthClaim(size, size, rate("0%"), 0, 10_000, Optional.empty()).steps())
                .isEqualTo(10_000);
        assertThat(new GrowthClaim(size, size, rate("0%"), 2020, 2021, Optional.empty()).steps())
                .isEqualTo(1);
        assertThatThrownBy(() -> new GrowthClaim(size, size, rate("0%"), 0, 10_001, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Years must have 1 to 10000 steps from the first to the last: 0 to 10001");
        assertThatThrownBy(() -> new GrowthClaim(size, size, rate("0%"), 2020, 2020, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Years must have 1 to 10000 steps from the first to the last: 2020 to 2020");
        assertThatThrownBy(() ->
                        new GrowthClaim(size, size, rate("0%"), Integer.MIN_VALUE, Integer.MAX_VALUE, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- a row of a file ----

    private static ClaimRow row(
            Optional<ReadNumber> base, Optional<ReadNumber> end, Optional<ReadNumber> rate, int first, int last) {
        return new ClaimRow(
                "1", base, end, rate, first, last, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    @Test
    void row_saysWhatIsMissing() {
        Optional<ReadNumber> size = Optional.of(number("USD 1"));
        ClaimRow none = row(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);
        ClaimRow all = row(size, size, Optional.of(rate("0%")), 2020, 2021);

        assertThat(none.missing()).containsExactly("start_value", "start_year", "end_value", "end_year", "rate");
        assertThat(none.claim()).isEmpty();
        assertThat(all.missing()).isEmpty();
        assertThat(all.claim()).isPresent();
        assertThat(row(size, size, Optional.of(rate("0%")), 2021, 2021).claim()).isEmpty();
    }

    @Test
    void row_mayBeOfAMultiple() {
        Optional<ReadNumber> size = Optional.of(number("USD 1"));

        assertThat(row(size, size, Optional.of(number("3 times")), 2020, 2021).isMultiple())
                .isTrue();
        assertThat(row(size, size, Optional.of(rate("3%")), 2020, 2021).isMultiple())
                .isFalse();
        assertThat(row(size, size, Optional.empty(), 2020, 2021).isMultiple()).isFalse();
    }
}
