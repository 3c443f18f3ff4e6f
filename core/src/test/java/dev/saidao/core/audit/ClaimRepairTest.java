package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.audit.GrowthClaim.StartGrowth;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which repairs are told of single claims; expected rates are closed forms, computed beside each. */
class ClaimRepairTest {

    private static final GrowthClaimAuditor AUDITOR = GrowthClaimAuditor.withDefaults();
    private static final ReadingConvention STRICT = ReadingConvention.strict();
    private static final ReadingConvention CUSTOMARY = ReadingConvention.customary();

    private static ReadNumber size(String text, ReadingConvention reading) {
        return ReadNumber.of(FigureFormat.english().parse(text), reading);
    }

    private static ReadNumber rate(String text, ReadingConvention reading) {
        return ReadNumber.of(FigureFormat.english().parse(text, Unit.GROWTH_RATE), reading);
    }

    private static GrowthClaim claim(
            String base, int first, String end, int last, String rate, ReadingConvention reading) {
        return new GrowthClaim(
                size(base, reading), size(end, reading), rate(rate, reading), first, last, Optional.empty());
    }

    private static GrowthClaim claim(String base, int first, String end, int last, String rate) {
        return claim(base, first, end, last, rate, STRICT);
    }

    private static GrowthClaim with(
            GrowthClaim claim, Optional<ReferencePeriod> ratePeriod, Optional<StartGrowth> growth) {
        return new GrowthClaim(
                claim.base(), claim.end(), claim.rate(), claim.firstYear(), claim.lastYear(), ratePeriod, growth);
    }

    private static List<String> codes(ClaimOutcome outcome) {
        return outcome.repairs().stream().map(RankedChange::code).toList();
    }

    // ---- no vain excuse ----

    /**
     * 41.03% and 14.76% at least, and 8.5% at most, by the sizes: no other steps, currency or power of ten makes the digits agree, and
     * that a bound has no end explains nothing. From 1900 to 2740 are 44.2% in a year; 20.1% in each of two would be, which there
     * are not.
     */
    @ParameterizedTest
    @CsvSource({
        "USD 5.8 bn, 2023, over USD 64.9 bn, 2030, 40.7%",
        "USD 100 bn, 2020, over USD 200 bn, 2025, 5%",
        "USD 350 bn, 2025, USD 526.8 bn, 2030, 12%以上",
        "CNY 1900 bn, 2023, CNY 2740 bn, 2024, 20.1%"
    })
    void contradiction_thatNothingExplains_hasNoRepair(String base, int first, String end, int last, String rate) {
        ClaimOutcome outcome = AUDITOR.audit(claim(base, first, end, last, rate));

        assertThat(outcome.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(outcome.repairs()).isEmpty();
    }

    /** 12.4 to 43.2 are 16.88% in 8 steps; a rate of one decimal hits that by chance once in 450, one of none once in 40. */
    @Test
    void oneStepLess_excusesByItsDigits() {
        ClaimOutcome fine = AUDITOR.audit(claim("USD 12.4 bn", 2024, "USD 43.2 bn", 2033, "16.9%"));
        ClaimOutcome coarse = AUDITOR.audit(claim("USD 12.4 bn", 2024, "USD 43.2 bn", 2033, "17%"));

        assertThat(fine.verdict()).isEqualTo(Verdict.AGREES_UNDER_OTHER_CONVENTION);
        assertThat(fine.convention()).isPresent();
        assertThat(coarse.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(codes(coarse)).doesNotContain("n-1");
    }

    // ---- a power of ten with a rest ----

    /** 28.93 to 44.48 in 7 years are 6.336%, at least 6.334%, which is 0.084 points more than 6.25%. */
    @Test
    void slipOfThousand_withARest_comesFirst() {
        ClaimOutcome outcome = AUDITOR.audit(claim("USD 28.93 mn", 2013, "USD 44.48 bn", 2020, "6.2%"));
        RankedChange first = outcome.repairs().get(0);

        assertThat(outcome.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(codes(outcome)).startsWith("base*1000", "end/1000");
        assertThat(first.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(first.rest()).contains(new BigDecimal("0.084"));
        assertThat(first.text().en()).isEqualTo("base times 1000, which leaves 0.084 percentage points");
        assertThat(first.text().zh()).isEqualTo("base 乘以 1000,仍差 0.084 个百分点");
    }

    // ---- percentage points ----

    /** 48% less 60% are -12 points; 60% less 40% are 5 points in each of 4 years; the rates would be -20% and 10.7%. */
    @ParameterizedTest
    @CsvSource({
        "60%, 2023, 48%, 2024, -12%, percentage-points",
        "40.0%, 2020, 60.0%, 2024, 5.0%, percentage-points-a-year",
        "40.0%, 2020, 52.5%, 2024, 12.5%, percentage-points"
    })
    void pointsForPerCent(String base, int first, String end, int last, String rate, String code) {
        ClaimOutcome outcome = AUDITOR.audit(claim(base, first, end, last, rate));

        assertThat(outcome.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(codes(outcome)).startsWith(code);
    }

    @Test
    void pointsForPerCent_inAStep() {
        Finding finding = Auditor.withDefaults()
                .finding(
                        FigureRelation.step("s", "a", "b", "r"),
                        Map.of("a", size("60%", STRICT), "b", size("48%", STRICT), "r", rate("-12%", STRICT)));

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.repairs()).extracting(Repair::code).contains("percentage-points");
    }

    /** Points between amounts of money are none. */
    @Test
    void pointsBetweenSizes_areNoRepair() {
        assertThat(codes(AUDITOR.audit(claim("USD 0.60 bn", 2023, "USD 0.48 bn", 2024, "-12%"))))
                .doesNotContain("percentage-points");
    }

    // ---- round figures ----

    /** 19 to 21 over 9.5 to 10.5 are 12.6% to 17.2% in 5 years; 20.00 over 10.00 are 14.9%. */
    @Test
    void paddedZeros_areNamed_onlyInTheCustomaryReading() {
        ClaimOutcome strict = AUDITOR.audit(claim("USD 10.00 bn", 2020, "USD 20.00 bn", 2025, "15.5%"));
        ClaimOutcome customary = AUDITOR.audit(claim("USD 10.00 bn", 2020, "USD 20.00 bn", 2025, "15.5%", CUSTOMARY));

        assertThat(strict.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(codes(strict)).doesNotContain("padded-zeros");
        assertThat(customary.verdict()).isEqualTo(Verdict.AGREES_UNDER_OTHER_CONVENTION);
        assertThat(customary.convention().orElseThrow().code()).isEqualTo("padded-zeros");
    }

    /** At most a twentieth: 100 is 95 to 105 and not 50 to 150; 2.500 is 2.45 to 2.55; a word leaves no padding. */
    @ParameterizedTest
    @CsvSource({
        "USD 100, 95, 105",
        "USD 2.500, 2.45, 2.55",
        "USD 1400, 1350, 1450",
        "USD 50.0, 47.5, 52.5",
        "USD 12.4, 12.35, 12.45",
        "USD 0.00, -0.005, 0.005"
    })
    void paddedZeros_areNarrow(String text, String low, String high) {
        ReadNumber number = size(text, CUSTOMARY);

        assertThat(number.padded().lower().orElseThrow()).isEqualByComparingTo(low);
        assertThat(number.padded().upper().orElseThrow()).isEqualByComparingTo(high);
        assertThat(size("over " + text, CUSTOMARY).padded())
                .isEqualTo(size("over " + text, CUSTOMARY).bounds());
    }

    /** 400 bn at 1% for 7 years are 429 bn, which is not about 1 trillion; 14% a year would be. */
    @Test
    void aboutOne_isNotZeroToTwo() {
        ClaimOutcome outcome = AUDITOR.audit(claim("USD 400 bn", 2023, "about USD 1 trillion", 2030, "1%", CUSTOMARY));

        assertThat(outcome.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(size("about USD 1 trillion", CUSTOMARY).bounds())
                .isEqualTo(size("USD 1 trillion", STRICT).bounds());
    }

    // ---- currencies ----

    /**
     * CNY 100 bn of 2020 were USD 14.48 bn at 6.9042 (Federal Reserve, G.5A), and 23.33 bn five years later at 10%. In 2006, at
     * 7.9723, they were USD 12.54 bn, so that 23.33 bn were 13.2% a year.
     */
    @Test
    void currency_isThatOfTheYear() {
        assertThat(codes(AUDITOR.audit(claim("USD 100 bn", 2020, "USD 23.33 bn", 2025, "10.0%"))))
                .containsExactly("base-in-CNY");
        assertThat(codes(AUDITOR.audit(claim("USD 100 bn", 2006, "USD 23.33 bn", 2011, "10.0%"))))
                .doesNotContain("base-in-CNY");
    }

    /** CNY 276 bn are some USD 40 bn: a part of a sum in another currency than the whole. */
    @Test
    void partInAnotherCurrency() {
        Finding finding = Auditor.withDefaults()
                .finding(
                        FigureRelation.sum("s", "total", List.of("a", "b")),
                        Map.of(
                                "total", size("USD 100 bn", STRICT),
                                "a", size("USD 60 bn", STRICT),
                                "b", size("USD 276 bn", STRICT)));

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.repairs()).extracting(Repair::code).contains("b-in-CNY");
        assertThat(finding.repairs())
                .allSatisfy(repair -> assertThat(repair.share()).isPresent());
    }

    // ---- other base years ----

    /** 100.0 grew by 12% to 112.0 in 2024; 100 × 1.08^7 is 171.4, and from 112.0 on it would be 7.35% a year. */
    @Test
    void baseGrownBefore_byThePrintedGrowth() {
        GrowthClaim claim = claim("USD 112.0 bn", 2024, "USD 171.4 bn", 2030, "8.0%");
        GrowthClaim grown = with(claim, Optional.empty(), Optional.of(new StartGrowth(rate("12.0%", STRICT), 2024)));

        assertThat(codes(AUDITOR.audit(claim))).doesNotContain("base-grown-before");
        assertThat(AUDITOR.audit(grown).verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(codes(AUDITOR.audit(grown))).startsWith("base-grown-before");
        assertThat(AUDITOR.finding(grown)
                        .repairs()
                        .get(0)
                        .changed()
                        .orElseThrow()
                        .bounds())
                .matches(bounds -> bounds.contains(new BigDecimal("1E+11")));
    }

    /** 100.0 grows by 20% to 120 in 2025; 120 × 1.08^5 is 176.3, and from 100.0 on it would be 9.9% a year. */
    @Test
    void baseGrownAfter_byThePrintedGrowth() {
        GrowthClaim claim = with(
                claim("USD 100.0 bn", 2024, "USD 176.3 bn", 2030, "8.0%"),
                Optional.empty(),
                Optional.of(new StartGrowth(rate("20.0%", STRICT), 2025)));

        assertThat(codes(AUDITOR.audit(claim))).startsWith("base-grown-after");
    }

    /** 112 × 1.08^5 is 164.6: if the rate counts from 2025, the base of 2024 has grown by 12% till then, less than twice 8%. */
    @Test
    void laterBase_onlyIfTheSourceNamesIt() {
        GrowthClaim claim = claim("USD 100.0 bn", 2024, "USD 164.6 bn", 2030, "8.0%");
        GrowthClaim later = with(claim, Optional.of(ReferencePeriod.span(2025, 2030)), Optional.empty());

        assertThat(codes(AUDITOR.audit(claim))).doesNotContain("later-base");
        assertThat(codes(AUDITOR.audit(later))).contains("later-base");
        assertThat(AUDITOR.audit(later).verdict()).isEqualTo(Verdict.CONTRADICTS);
    }

    /**
     * 20 × 1.3 × 1.16^5 is 54.6. One step more would do as well, since (55 / 20)^(1/7) is 1.155, and would excuse fewer claims, but the
     * source says that the rate counts from 2025.
     */
    @Test
    void laterBase_saidByTheSource_standsBeforeOneStepMore() {
        GrowthClaim claim = with(
                claim("USD 20 bn", 2024, "USD 55 bn", 2030, "16%"),
                Optional.of(ReferencePeriod.span(2025, 2030)),
                Optional.empty());

        assertThat(codes(AUDITOR.audit(claim))).startsWith("later-base", "n+1");
    }

    /**
     * 128 × 1.12^5 is 225.6, which from 100.0 on is 14.5% a year: growth of 28% is less than twice that, though more than twice 12%.
     * 135 × 1.12^5 is 237.9 or 15.5% a year, and growth of 35% more than twice that.
     */
    @Test
    void laterBase_grownByUpToTwiceTheRateOfTheSpan() {
        Optional<ReferencePeriod> later = Optional.of(ReferencePeriod.span(2025, 2030));
        GrowthClaim near = with(claim("USD 100.0 bn", 2024, "USD 225.6 bn", 2030, "12.0%"), later, Optional.empty());
        GrowthClaim far = with(claim("USD 100.0 bn", 2024, "USD 237.9 bn", 2030, "12.0%"), later, Optional.empty());

        assertThat(codes(AUDITOR.audit(near))).contains("later-base");
        assertThat(codes(AUDITOR.audit(far))).doesNotContain("later-base");
    }

    @Test
    void startGrowth_ofAnotherYear_isRefused() {
        GrowthClaim claim = claim("USD 100.0 bn", 2024, "USD 164.6 bn", 2030, "8.0%");
        StartGrowth growth = new StartGrowth(rate("12%", STRICT), 2026);

        assertThatThrownBy(() -> with(claim, Optional.empty(), Optional.of(growth)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Year of the growth at the start must be 2024 or 2025: 2026");
    }

    /** A growth of points or money at the start does not fit, as anywhere else. */
    @Test
    void startGrowth_mustBeAGrowth() {
        GrowthClaim claim = with(
                claim("USD 112.0 bn", 2024, "USD 171.4 bn", 2030, "8.0%"),
                Optional.empty(),
                Optional.of(new StartGrowth(size("USD 5 bn", STRICT), 2024)));

        assertThat(AUDITOR.verdict(claim)).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(AUDITOR.audit(claim).reason())
                .isEqualTo(AUDITOR.finding(claim).reason());
    }

    // ---- units ----

    /** 500 MW to 1.000 GW in 2 years are 41.4% a year. */
    @Test
    void unitsThatMeasureTheSame_areConverted() {
        ClaimOutcome outcome = AUDITOR.audit(claim("500 MW", 2022, "1.000 GW", 2024, "41.4%"));

        assertThat(outcome.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(outcome.impliedRate()).isCloseTo(Math.sqrt(2) - 1, org.assertj.core.api.Assertions.within(1e-14));
        assertThat(codes(AUDITOR.audit(claim("500 MW", 2022, "10.00 GW", 2024, "41.4%"))))
                .startsWith("base*10");
    }

    @Test
    void optionalRoles_areOnlyThose() {
        assertThatThrownBy(() -> FigureRelation.growth("g", "b", "e", "r", 3)
                        .with(dev.saidao.core.relation.Member.figure("other", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Members of " + RelationKind.GROWTH.code() + " must be");
    }
}
