package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of what is told as a repair or an excuse, and of the share of wrong claims that it would excuse. */
class ExcuseProperties {

    private static final GrowthClaimAuditor AUDITOR = GrowthClaimAuditor.withDefaults();

    private static GrowthClaim with(GrowthClaim claim, ReadNumber rate) {
        return new GrowthClaim(
                claim.base(), claim.end(), rate, claim.firstYear(), claim.lastYear(), claim.ratePeriod());
    }

    private static ReadNumber rate(BigDecimal percent) {
        return ReadNumber.of(
                PrintedNumber.of(percent.toPlainString(), UnitMultiplier.PERCENT, Unit.GROWTH_RATE, Qualifier.NONE),
                ReadingConvention.strict());
    }

    private static ReadNumber bare(ReadNumber number) {
        return ReadNumber.of(number.printed().with(Qualifier.NONE), number.reading());
    }

    private static GrowthClaim claim(Random random) {
        return GrowthClaimAuditorProperties.claim(
                random, random.nextBoolean() ? ReadingConvention.strict() : ReadingConvention.customary());
    }

    /** How well a claim agrees after a change, decided by decimals. */
    private static Optional<Verdict> after(GrowthClaim claim, Change change) {
        return claim.asCase().after(change).level(change);
    }

    // ---- the share ----

    /** Sizes of one to three digits, as coarse as they are printed, so that shares are large enough to be counted. */
    private static GrowthClaim coarse(Random random, int decimals) {
        int steps = 2 + random.nextInt(9);
        BigDecimal base = BigDecimal.valueOf(5 + random.nextInt(995));
        double growth = 0.02 + 0.5 * random.nextDouble();
        long end = Math.round(base.doubleValue() * Math.pow(1 + growth, steps));
        return new GrowthClaim(
                size(base),
                size(BigDecimal.valueOf(end)),
                rate(BigDecimal.TEN.setScale(decimals)),
                2020,
                2020 + steps,
                Optional.empty());
    }

    private static ReadNumber size(BigDecimal billions) {
        return ReadNumber.of(
                PrintedNumber.of(billions.toPlainString(), UnitMultiplier.BILLION, Unit.parse("USD"), Qualifier.NONE),
                ReadingConvention.strict());
    }

    /** An error of the distribution, by the inverse of its closed form. */
    private static double error(Random random) {
        double scale = 0.01;
        double size = scale * Math.expm1(random.nextDouble() * Math.log1p(Math.log(1e5) / scale));
        return random.nextBoolean() ? size : -size;
    }

    /**
     * The stated share is what a count says: of rates that are off by errors of the distribution and then printed, those that a
     * change excuses.
     */
    @Property(tries = 6, seed = "20261127")
    void share_isWhatSamplingMeasures(@ForAll long seed) {
        Random random = new Random(seed);
        for (String code : List.of("n-1", "n+1", "total-growth", "simple-average", "grew-by")) {
            for (Verdict level : List.of(Verdict.AGREES, Verdict.AGREES_WITHIN_ROUNDING)) {
                double stated = 0;
                long wrong = 0;
                long excused = 0;
                int claims = 150;
                for (int i = 0; i < claims; i++) {
                    int decimals = random.nextInt(2);
                    GrowthClaim claim = coarse(random, decimals);
                    Change change = change(claim, code);
                    double share = ClaimShares.of(claim).share(GrowthTry.of(change, claim.steps()), level);
                    double implied = AUDITOR.audit(claim).impliedRate();
                    int of = 0;
                    int hits = 0;
                    for (int j = 0; j < 150; j++) {
                        double drawn = (1 + implied) * Math.exp(error(random)) - 1;
                        BigDecimal printed = BigDecimal.valueOf(100 * drawn).setScale(decimals, RoundingMode.HALF_UP);
                        GrowthClaim other = with(claim, rate(printed));
                        if (agrees(other, GrowthTry.asItStands(claim.steps()), Verdict.AGREES_WITHIN_ROUNDING)) {
                            continue;
                        }
                        of++;
                        hits += agrees(other, GrowthTry.of(change, claim.steps()), level) ? 1 : 0;
                    }
                    stated += share * of;
                    wrong += of;
                    excused += hits;
                }
                double counted = (double) excused / wrong;
                double expected = stated / wrong;
                // five standard deviations of the count, and what printing to whole digits moves
                assertThat(counted)
                        .describedAs("%s %s", code, level)
                        .isCloseTo(expected, within(5 * Math.sqrt(expected / wrong) + 0.05 * expected));
            }
        }
    }

    private static boolean agrees(GrowthClaim claim, GrowthTry change, Verdict level) {
        int quick = GrowthFilter.level(claim, change);
        Optional<Verdict> verdict = quick == GrowthFilter.UNSURE
                ? change.of(claim).level()
                : quick == GrowthFilter.NO ? Optional.empty() : Optional.of(GrowthFilter.verdict(quick));
        return verdict.filter(found -> found.compareTo(level) <= 0).isPresent();
    }

    private static Change change(GrowthClaim claim, String code) {
        return Changes.of(claim.asCase()).stream()
                .filter(change -> change.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    // ---- what is told ----

    @Property(tries = 500)
    void repairs_repair_byTheirDigits(@ForAll long seed) {
        GrowthClaim claim = claim(new Random(seed));
        ClaimOutcome outcome = AUDITOR.audit(claim);

        for (RankedChange repair : outcome.repairs()) {
            Optional<Verdict> after = after(claim, repair.change());
            if (repair.rest().isEmpty()) {
                assertThat(after).describedAs("%s", repair).contains(repair.verdict());
                assertThat(repair.verdict()).isIn(Verdict.AGREES, Verdict.AGREES_WITHIN_ROUNDING);
            } else {
                assertThat(after).describedAs("%s", repair).isEmpty();
                assertThat(repair.verdict()).isEqualTo(Verdict.CONTRADICTS);
                assertThat(repair.rest().get().doubleValue()).isPositive().isLessThan(outcome.gapInPercentagePoints());
            }
        }
    }

    /**
     * Least excused first, where what the source says by the years of the rate stands for a hundredth; and nothing that would excuse much,
     * but for a later base year that the source itself names.
     */
    @Property(tries = 500)
    void repairs_areRanked_andNoneIsVain(@ForAll long seed) {
        ClaimOutcome outcome = AUDITOR.audit(claim(new Random(seed)));

        assertThat(outcome.repairs())
                .extracting(repair -> isSaid(repair) ? repair.share().movePointLeft(2) : repair.share())
                .isSorted();
        assertThat(outcome.repairs())
                .filteredOn(repair -> !repair.code().equals("later-base"))
                .allSatisfy(repair -> assertThat(repair.share()).isBetween(BigDecimal.ZERO, new BigDecimal("0.02")));
        outcome.convention()
                .ifPresent(convention -> assertThat(outcome.repairs())
                        .filteredOn(repair -> repair.change().equals(convention))
                        .singleElement()
                        .satisfies(repair -> assertThat(Excuses.isExcuse(
                                        convention.kind(), convention.code(), Optional.of(repair.share())))
                                .isTrue()));
    }

    private static boolean isSaid(RankedChange repair) {
        return repair.code().equals("later-base") || repair.code().startsWith("stated-span");
    }

    /** A word beside the digits opens no excuse: what repairs a claim repairs it without its words. */
    @Property(tries = 500)
    void words_openNoExcuse(@ForAll long seed) {
        GrowthClaim claim = claim(new Random(seed));
        GrowthClaim withoutWords = new GrowthClaim(
                bare(claim.base()),
                bare(claim.end()),
                bare(claim.rate()),
                claim.firstYear(),
                claim.lastYear(),
                claim.ratePeriod());

        for (RankedChange repair : AUDITOR.audit(claim).repairs()) {
            if (repair.rest().isEmpty() && !(repair.change() instanceof Change.CutOff)) {
                assertThat(after(withoutWords, repair.change()))
                        .describedAs("%s of %s", repair, claim)
                        .isPresent();
            }
        }
    }

    /** A share is rounded as its shortest decimal is, of whatever size it is and however near to a half. */
    @Property
    void rounded_isThatOfTheDecimal(@ForAll long seed) {
        Random random = new Random(seed);
        double half = (10 + random.nextInt(90) + 0.5) * Math.pow(10, -2 - random.nextInt(14));
        for (double number : new double[] {
            random.nextDouble() * Math.pow(10, -random.nextInt(14)), half, Math.nextUp(half), Math.nextDown(half), 0, 1
        }) {
            BigDecimal rounded =
                    BigDecimal.valueOf(number).round(new MathContext(2)).stripTrailingZeros();

            assertThat(Excuses.rounded(number)).isEqualTo(rounded.setScale(Math.max(0, rounded.scale())));
        }
    }

    /** The verdict alone is that of the audit, which tells what excuses. */
    @Property(tries = 2000)
    void verdict_isThatOfTheAudit(@ForAll long seed) {
        GrowthClaim claim = claim(new Random(seed));

        assertThat(AUDITOR.verdict(claim)).isEqualTo(AUDITOR.audit(claim).verdict());
    }

    /** A step from one year to the next is no two steps, whatever is printed. */
    @Property(tries = 300)
    void oneYear_isOneStep(@ForAll long seed) {
        GrowthClaim claim = claim(new Random(seed));
        GrowthClaim oneYear = new GrowthClaim(claim.base(), claim.end(), claim.rate(), 2020, 2021, Optional.empty());

        assertThat(AUDITOR.audit(oneYear).repairs())
                .extracting(RankedChange::code)
                .doesNotContain("n+1", "n-1", "base-year-before", "base-year-after");
    }

    /** Nor is a growth over one year, told without sizes, one of two. */
    @Example
    void totalGrowthOfOneYear_isOneStep() {
        Finding finding = Auditor.withDefaults()
                .audit(
                        List.of(figure("total", "21.0%"), figure("rate", "10.0%", "per year")),
                        List.of(FigureRelation.totalGrowth("growth", "total", "rate", 1)))
                .finding("growth");

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.repairs()).extracting(Repair::code).doesNotContain("n+1", "n-1");
    }

    /** In two years 10% a year make 21%. */
    @Example
    void totalGrowthOfOneStepMore_isToldSo() {
        Finding finding = Auditor.withDefaults()
                .audit(
                        List.of(figure("total", "21.00%"), figure("rate", "10.00%", "per year")),
                        List.of(FigureRelation.totalGrowth("growth", "total", "rate", 3)))
                .finding("growth");

        assertThat(finding.otherConvention()
                        .map(List::of)
                        .orElseGet(() ->
                                finding.repairs().stream().map(Repair::code).toList()))
                .contains("n-1");
    }
}
