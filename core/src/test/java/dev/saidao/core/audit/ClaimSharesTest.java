package dev.saidao.core.audit;

import static dev.saidao.core.audit.GrowthFilterTest.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.audit.ErrorDistribution.Range;
import dev.saidao.core.audit.GrowthClaim.StartGrowth;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shares of the claims that changes would excuse, of 1,000 (999.5 to 1,000.5) that grow to 2,000 (1,999.5 to 2,000.5) in 5 years, with a
 * rate of one decimal, which may be off by 0.0005: the rates that each change makes agree are closed forms, written beside each.
 */
class ClaimSharesTest {

    private static final ReadingConvention STRICT = ReadingConvention.strict();
    private static final double HALF = 0.0005;
    private static final double CENTER = Math.log(2) / 5;
    /** What agrees as it stands. */
    private static final Range AGREEING =
            range(CENTER, root(1999.5 / 1000.5, 5) - HALF, root(2000.5 / 999.5, 5) + HALF);

    private static ReadNumber number(String text, Unit unit, ReadingConvention reading) {
        return ReadNumber.of(FigureFormat.english().parse(text, unit), reading);
    }

    private static GrowthClaim claim(
            String base,
            String end,
            String rate,
            int steps,
            Optional<ReferencePeriod> ratePeriod,
            Optional<StartGrowth> growth,
            ReadingConvention reading) {
        return new GrowthClaim(
                number(base, unit(base), reading),
                number(end, unit(end), reading),
                number(rate, Unit.GROWTH_RATE, reading),
                2020,
                2020 + steps,
                ratePeriod,
                growth);
    }

    private static Unit unit(String text) {
        return text.endsWith("%") ? Unit.SHARE : Unit.parse("USD");
    }

    private static GrowthClaim doubled(String rate) {
        return claim("USD 1000", "USD 2000", rate, 5, Optional.empty(), Optional.empty(), STRICT);
    }

    private static double root(double quotient, int steps) {
        return Math.pow(quotient, 1.0 / steps) - 1;
    }

    /** Rates as errors from the one that the sizes imply. */
    private static Range range(double center, double low, double high) {
        return new Range(Math.log(1 + low), Math.log(1 + high)).minus(center);
    }

    private static double share(GrowthClaim claim, String code, Verdict verdict) {
        return ClaimShares.of(claim).share(change(claim, code), verdict);
    }

    private static void assertShare(
            GrowthClaim claim, String code, Verdict verdict, Range agreeing, double center, double low, double high) {
        double expected = ErrorDistribution.excused(agreeing, range(center, low, high));

        assertThat(expected).isPositive().isLessThan(1);
        assertThat(share(claim, code, verdict)).isCloseTo(expected, within(1e-9 * expected));
    }

    private static void assertShare(String code, Verdict verdict, double low, double high) {
        assertShare(doubled("10.0%"), code, verdict, AGREEING, CENTER, low, high);
    }

    /** Where the points agree: rates that print as the one that the points imply after the change. */
    @ParameterizedTest
    @CsvSource({
        "n+1, 0.122462048309373", // 2^(1/6) - 1
        "n-1, 0.189207115002721", // 2^(1/4) - 1
        "total-growth, 1", // 2 - 1
        "simple-average, 0.2", // (2 - 1) / 5
        "grew-by, 0.245730939615517", // 3^(1/5) - 1
        "grew-to, 1.148698354997035", // 2^(1/5)
        "end*10, 0.820564203026084", // 20^(1/5) - 1
        "base/10, 0.820564203026084",
        "base*10, -0.275220336322057", // (1/5)^(1/5) - 1
        "rate*10, 0.0148698354997035", // (2^(1/5) - 1) / 10
        "rate/10, 1.48698354997035"
    })
    void share_ofPoints_isOfTheRatesThatPrintSo(String code, double implied) {
        assertShare(code, Verdict.AGREES, implied - HALF, implied + HALF);
    }

    /** Where only rounding agrees: all rates that would by the rounding of the sizes and their own. */
    @Test
    void share_ofRounding_isOfTheRatesThatTheSizesLeave() {
        Verdict rounding = Verdict.AGREES_WITHIN_ROUNDING;

        assertShare("n+1", rounding, root(1999.5 / 1000.5, 6) - HALF, root(2000.5 / 999.5, 6) + HALF);
        assertShare("simple-average", rounding, (1999.5 / 1000.5 - 1) / 5 - HALF, (2000.5 / 999.5 - 1) / 5 + HALF);
        assertShare("end*10", rounding, root(19995 / 1000.5, 5) - HALF, root(20005 / 999.5, 5) + HALF);
        assertShare("base*10", rounding, root(1999.5 / 10005, 5) - HALF, root(2000.5 / 9995, 5) + HALF);
        assertShare("rate*10", rounding, root(1999.5 / 1000.5, 5) / 10 - HALF, root(2000.5 / 999.5, 5) / 10 + HALF);
        // the end in yuan, of which a dollar was 7.1875 in 2025, 4% less or more
        assertShare(
                "end-in-CNY",
                rounding,
                root(1999.5 / (7.1875 * 1.04) / 1000.5, 5) - HALF,
                root(2000.5 / (7.1875 * 0.96) / 999.5, 5) + HALF);
        // the base in that of 2020, 6.9042
        assertShare(
                "base-in-CNY",
                rounding,
                root(1999.5 / 1000.5 * (6.9042 * 0.96), 5) - HALF,
                root(2000.5 / 999.5 * (6.9042 * 1.04), 5) + HALF);
    }

    /** A printed rate that was cut off is up to 0.001 less than the true one, and no more; sizes too are as printed or up to 1 more. */
    @Test
    void share_ofDigitsCutOff() {
        Verdict rounding = Verdict.AGREES_WITHIN_ROUNDING;

        assertShare("truncated", rounding, root(1999.5 / 1000.5, 5) - 2 * HALF, root(2000.5 / 999.5, 5));
        assertShare("truncated-all", rounding, root(2000 / 1001.0, 5) - 2 * HALF, root(2001 / 1000.0, 5));
    }

    /** Points over four years: 60% less 40% are 20 points, or 5 a year; the sizes imply 1.5^(1/4). */
    @Test
    void share_ofPercentagePoints() {
        GrowthClaim claim = claim("40.0%", "60.0%", "15.0%", 4, Optional.empty(), Optional.empty(), STRICT);
        double center = Math.log(1.5) / 4;
        Range agreeing = range(center, root(0.5995 / 0.4005, 4) - HALF, root(0.6005 / 0.3995, 4) + HALF);

        assertShare(claim, "percentage-points", Verdict.AGREES, agreeing, center, 0.2 - HALF, 0.2 + HALF);
        assertShare(claim, "percentage-points-a-year", Verdict.AGREES, agreeing, center, 0.05 - HALF, 0.05 + HALF);
        assertShare(
                claim,
                "percentage-points-a-year",
                Verdict.AGREES_WITHIN_ROUNDING,
                agreeing,
                center,
                0.199 / 4 - HALF,
                0.201 / 4 + HALF);
    }

    /** The base of the year before by a growth of 10.0% since: 2,000 over 1,000 / 1.1 in 6 years. */
    @Test
    void share_ofTheBaseGrownBefore() {
        GrowthClaim claim = grown(2020);

        assertGrown(claim, "base-grown-before", Verdict.AGREES, root(2.2, 6), root(2.2, 6));
        assertGrown(
                claim,
                "base-grown-before",
                Verdict.AGREES_WITHIN_ROUNDING,
                root(1999.5 * 1.0995 / 1000.5, 6),
                root(2000.5 * 1.1005 / 999.5, 6));
    }

    /** The base of the year after by a growth of 10.0% until then: 2,000 over 1,100 in 4 years. */
    @Test
    void share_ofTheBaseGrownAfter() {
        GrowthClaim claim = grown(2021);

        assertGrown(claim, "base-grown-after", Verdict.AGREES, root(2 / 1.1, 4), root(2 / 1.1, 4));
        assertGrown(
                claim,
                "base-grown-after",
                Verdict.AGREES_WITHIN_ROUNDING,
                root(1999.5 / (1000.5 * 1.1005), 4),
                root(2000.5 / (999.5 * 1.0995), 4));
    }

    private static GrowthClaim grown(int year) {
        return claim(
                "USD 1000",
                "USD 2000",
                "13.0%",
                5,
                Optional.empty(),
                Optional.of(new StartGrowth(number("10.0%", Unit.GROWTH_RATE, STRICT), year)),
                STRICT);
    }

    private static void assertGrown(GrowthClaim claim, String code, Verdict verdict, double low, double high) {
        assertShare(claim, code, verdict, AGREEING, CENTER, low - HALF, high + HALF);
    }

    /** A later base, of which nothing is printed, is the base to what twice the higher rate makes of it: 14.87% or the printed one. */
    @Test
    void share_ofALaterBase() {
        assertLater("10.0%", 2 * root(2, 5));
        assertLater("25.0%", 2 * 0.2505);
    }

    private static void assertLater(String rate, double most) {
        GrowthClaim claim = claim(
                "USD 1000",
                "USD 2000",
                rate,
                5,
                Optional.of(ReferencePeriod.span(2021, 2025)),
                Optional.empty(),
                STRICT);
        assertGrown(
                claim,
                "later-base",
                Verdict.AGREES_WITHIN_ROUNDING,
                root(1999.5 / (1000.5 * (1 + most)), 4),
                root(2000.5 / 999.5, 4));
    }

    /** What shrinks may have shrunk by twice the rate till then: 1,000 to 500 in 5 years are -12.94%. */
    @Test
    void share_ofALaterBaseThatShrinks() {
        GrowthClaim claim = claim(
                "USD 1000",
                "USD 500",
                "-10.0%",
                5,
                Optional.of(ReferencePeriod.span(2021, 2025)),
                Optional.empty(),
                STRICT);
        double center = -CENTER;
        Range agreeing = range(center, root(499.5 / 1000.5, 5) - HALF, root(500.5 / 999.5, 5) + HALF);

        assertShare(
                claim,
                "later-base",
                Verdict.AGREES_WITHIN_ROUNDING,
                agreeing,
                center,
                root(499.5 / 1000.5, 4) - HALF,
                root(500.5 / (999.5 * (1 + 2 * root(0.5, 5))), 4) + HALF);
    }

    /** Of numbers that end in three zeros one in a thousand is: 10.00 as 9.5 to 10.5, and 20.00 as 19 to 21. */
    @Test
    void share_ofPadding_isOfNumbersWithAsManyZeros() {
        GrowthClaim claim = claim(
                "USD 10.00",
                "USD 20.00",
                "15.5%",
                5,
                Optional.empty(),
                Optional.empty(),
                ReadingConvention.customary());
        Range agreeing = range(CENTER, root(19.995 / 10.005, 5) - HALF, root(20.005 / 9.995, 5) + HALF);
        Range padded = range(CENTER, root(19 / 10.5, 5) - HALF, root(21 / 9.5, 5) + HALF);

        assertThat(share(claim, "padded-zeros", Verdict.AGREES_WITHIN_ROUNDING))
                .isCloseTo(1e-6 * ErrorDistribution.excused(agreeing, padded), within(1e-14));
    }

    /** The same with a rate that ends in two zeros more: 15.00% as 14.5% to 15.5%. */
    @Test
    void share_ofPadding_countsTheZerosOfTheRate() {
        GrowthClaim claim = claim(
                "USD 10.00",
                "USD 20.00",
                "15.00%",
                5,
                Optional.empty(),
                Optional.empty(),
                ReadingConvention.customary());
        Range agreeing = range(CENTER, root(19.995 / 10.005, 5) - 0.00005, root(20.005 / 9.995, 5) + 0.00005);
        Range padded = range(CENTER, root(19 / 10.5, 5) - 0.005, root(21 / 9.5, 5) + 0.005);

        assertThat(share(claim, "padded-zeros", Verdict.AGREES_WITHIN_ROUNDING))
                .isCloseTo(1e-8 * ErrorDistribution.excused(agreeing, padded), within(1e-16));
    }

    /** What is measured in two units is what it is in one: 500.0 MW to 1.0000 GW and to 1,000.0 MW. */
    @ParameterizedTest
    @CsvSource({"n+1, AGREES", "n+1, AGREES_WITHIN_ROUNDING", "end*10, AGREES_WITHIN_ROUNDING", "base/10, AGREES"})
    void share_inTwoUnits_isThatInOne(String code, Verdict verdict) {
        double one = share(power("1000.0 MW"), code, verdict);

        assertThat(one).isPositive().isLessThan(1);
        assertThat(share(power("1.0000 GW"), code, verdict)).isCloseTo(one, within(1e-9 * one));
    }

    private static GrowthClaim power(String end) {
        return new GrowthClaim(
                number("500.0 MW", Unit.parse("MW"), STRICT),
                ReadNumber.of(FigureFormat.english().parse(end), STRICT),
                number("10.0%", Unit.GROWTH_RATE, STRICT),
                2020,
                2025,
                Optional.empty());
    }

    /** What agrees only by a word is told of no change; what excuses much neither. */
    @Test
    void ranked_whatIsWorthTelling() {
        GrowthClaim claim = doubled("12.2%");
        ClaimShares shares = ClaimShares.of(claim);

        assertThat(shares.ranked(change(claim, "n+1"), Verdict.AGREES_AS_BOUND)).isEmpty();
        assertThat(shares.ranked(change(claim, "n+1"), Verdict.AGREES)
                        .orElseThrow()
                        .code())
                .isEqualTo("n+1");
        // 10 to 20 are 12.7% to 17.1% in 5 years, and 10.4% to 14.2% in 6: of the errors one in 25 is between 10.4% and
        // 12.7%
        GrowthClaim coarse = claim("USD 10", "USD 20", "11%", 5, Optional.empty(), Optional.empty(), STRICT);
        assertThat(ClaimShares.of(coarse).ranked(change(coarse, "n+1"), Verdict.AGREES_WITHIN_ROUNDING))
                .isEmpty();
    }

    /** Shares of one change after the other, steps as well, are those of each alone. */
    @Test
    void share_askedTwice_isTheSame() {
        GrowthClaim claim = doubled("12.2%");
        ClaimShares shares = ClaimShares.of(claim);

        for (Verdict verdict : new Verdict[] {Verdict.AGREES, Verdict.AGREES_WITHIN_ROUNDING, Verdict.AGREES}) {
            for (String code : new String[] {"n+1", "n-1", "base-year-after", "end*10", "base-year-before", "n+1"}) {
                assertThat(shares.share(change(claim, code), verdict))
                        .describedAs("%s %s", code, verdict)
                        .isEqualTo(share(claim, code, verdict));
            }
        }
        assertThat(shares.steps()).isEqualTo(5);
    }

    /** One step less, and one less from a base that had grown by then, are not the same. */
    @Test
    void share_ofOneStepLess_isNotThatOfALaterBase() {
        GrowthClaim claim = claim(
                "USD 1000",
                "USD 2000",
                "10.0%",
                5,
                Optional.of(ReferencePeriod.span(2021, 2025)),
                Optional.empty(),
                STRICT);
        ClaimShares shares = ClaimShares.of(claim);

        for (String code : new String[] {"n-1", "later-base", "n-1"}) {
            assertThat(shares.share(change(claim, code), Verdict.AGREES_WITHIN_ROUNDING))
                    .isEqualTo(share(claim, code, Verdict.AGREES_WITHIN_ROUNDING));
        }
    }

    /** Whether a convention is an excuse is what its share says, of claims with coarse sizes or fine ones. */
    @ParameterizedTest
    @CsvSource({
        "USD 1000, USD 2000, 12.2%",
        "USD 1000, USD 2000, 12%",
        "USD 1000, USD 2000, 12.25%",
        "USD 1000, USD 2000, 12.246%",
        "USD 1000, USD 2000, 14.8%",
        "USD 1000, USD 2000, 18.9%",
        "USD 1000, USD 2000, 19%",
        "USD 1, USD 2, 18.92%",
        "USD 1.0, USD 20, 82.1%",
        "USD 100000, USD 200000, 14.86%",
        "USD 100000, USD 101000, 0.3%",
        "USD 2000, USD 1000, -15.9%",
        "at most USD 1000, USD 2000, 12.2%",
        "USD 1000, at most USD 2000, 12.2%"
    })
    void isExcuse_asTheShareSays(String base, String end, String rate) {
        GrowthClaim claim = claim(base, end, rate, 5, Optional.empty(), Optional.empty(), STRICT);

        for (String code : new String[] {"n-1", "n+1", "truncated", "truncated-all"}) {
            for (Verdict verdict : new Verdict[] {Verdict.AGREES, Verdict.AGREES_WITHIN_ROUNDING}) {
                GrowthTry change = change(claim, code);
                assertThat(ClaimShares.of(claim).isExcuse(change, verdict))
                        .describedAs("%s %s", code, verdict)
                        .isEqualTo(Excuses.isExcuse(
                                change.tried(), ClaimShares.of(claim).share(change, verdict)));
            }
        }
    }

    // ---- a rest ----

    /** 1,000 to 20,000,000 in 5 years less three zeros are 82.06%, 0.31 points more than 81.75%. */
    @Test
    void nearly_leavesARest() {
        GrowthClaim claim = claim("USD 1000", "USD 20000000", "81.7%", 5, Optional.empty(), Optional.empty(), STRICT);
        ClaimShares shares = ClaimShares.of(claim);
        double rest = 100 * (root(19999.9995 / 1000.5, 5) - 0.8175);

        assertThat(shares.isFarOff()).isTrue();
        assertThat(shares.nearly(change(claim, "end/1000"))
                        .orElseThrow()
                        .rest()
                        .orElseThrow()
                        .doubleValue())
                .isCloseTo(rest, within(0.005));
        // rates that are as near to 82.06% as the farther end of 81.65% to 81.75% is
        double center = Math.log(20_000) / 5;
        double far = Math.log(20) / 5 - Math.log(1.8165);
        double share = ErrorDistribution.excused(
                range(center, root(19999999.5 / 1000.5, 5) - HALF, root(20000000.5 / 999.5, 5) + HALF),
                new Range(Math.log(20) / 5 - far, Math.log(20) / 5 + far).minus(center));
        assertThat(shares.nearly(change(claim, "end/1000")).orElseThrow().share())
                .isEqualTo(Excuses.rounded(share));
        assertThat(shares.nearly(change(claim, "end/100"))).isEmpty();
        assertThat(shares.nearly(change(claim, "end/10000"))).isEmpty();
        assertThat(shares.nearly(change(claim, "end*1000"))).isEmpty();
    }

    /** From below, too: 82.4% is 0.29 points above 82.06%. */
    @Test
    void nearly_fromBelow_leavesARest() {
        GrowthClaim claim = claim("USD 1000", "USD 20000000", "82.4%", 5, Optional.empty(), Optional.empty(), STRICT);
        double rest = 100 * (0.8235 - root(20000.0005 / 999.5, 5));

        assertThat(ClaimShares.of(claim)
                        .nearly(change(claim, "end/1000"))
                        .orElseThrow()
                        .rest()
                        .orElseThrow()
                        .doubleValue())
                .isCloseTo(rest, within(0.005));
    }

    /** A claim that is 2 points off is no power of ten off, one that is a factor of 10 off may be. */
    @Test
    void isFarOff_byAPowerOfTen() {
        assertThat(ClaimShares.of(doubled("17%")).isFarOff()).isFalse();
        assertThat(ClaimShares.of(doubled("82%")).isFarOff()).isTrue();
        assertThat(ClaimShares.of(doubled("-27%")).isFarOff()).isTrue();
    }

    /** No year or power of ten makes a rate of 50% of it; 12.2% is that of 6 years. */
    @Test
    void isSurelyVain_whereNothingAgrees() {
        GrowthClaim vain = doubled("50.0%");
        assertThat(ClaimShares.of(vain).isSurelyVain(change(vain, "n+1").tried()))
                .isTrue();
        assertThat(ClaimShares.of(vain).isSurelyVain(change(vain, "end*10").tried()))
                .isTrue();

        GrowthClaim longer = doubled("12.2%");
        assertThat(ClaimShares.of(longer).isSurelyVain(change(longer, "n+1").tried()))
                .isFalse();
        GrowthClaim near = claim("USD 1000", "USD 20000000", "81.7%", 5, Optional.empty(), Optional.empty(), STRICT);
        assertThat(ClaimShares.of(near).isSurelyVain(change(near, "end/1000").tried()))
                .isFalse();
        assertThat(ClaimShares.of(near).isSurelyVain(change(near, "end/100").tried()))
                .isTrue();
    }
}
