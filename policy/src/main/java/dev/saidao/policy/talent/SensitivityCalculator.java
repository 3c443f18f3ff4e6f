package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.Bisection;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Computes how far a plan can change until a target is out of reach, and what it takes to reach it with a probability.
 *
 * <p>All but one number of a plan stay as they are. If rates of the plan are uncertain, a probability is the mean of those with the
 * rates that may be; the same rates are drawn for every number that is tried.
 *
 * <p>Example: 1000 people who are to be 600 after ten years can lose up to 4.98% a year, since {@code 600/1000 = 0.9502^10}.
 *
 * @since 0.1
 */
public final class SensitivityCalculator {

    private static final int PLACES = 10;
    private static final int FEWER_PLACES = 6;
    private static final long MOST_PEOPLE = 100_000_000;
    private static final int DRAWS = 25;
    private static final SensitivityCalculator DEFAULTS = new SensitivityCalculator(20_260_327L);
    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();
    private static final AttainmentCalculator ATTAINMENT = AttainmentCalculator.withDefaults();
    private static final UncertainAttainmentCalculator UNCERTAIN = UncertainAttainmentCalculator.withDefaults();

    private final long seed;

    private SensitivityCalculator(long seed) {
        this.seed = seed;
    }

    /** {@return a calculator} */
    public static SensitivityCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Computes the largest loss rate of a tier with which it is expected to reach its target; with more the target is out of reach.
     *
     * @param plan the plan, counted in expected numbers whatever it says
     * @param tier the id of a tier with a target
     * @return the rate, the same every year and instead of all reasons but age, rounded down to ten places; absent if the target is
     *     not reached even without losses
     * @throws IllegalArgumentException if there is no such tier or it has no target
     */
    public Optional<BigDecimal> largestLossRate(TalentPlan plan, String tier) {
        BigDecimal target = target(plan, tier);
        TalentPlan expected = plan.with(Counting.EXPECTATION);
        int year = plan.targetYear(plan.tier(tier));
        return largestRate(
                expected,
                tier,
                PLACES,
                with -> MODEL.project(with).closing(tier, year).compareTo(target) >= 0);
    }

    /**
     * Computes the largest loss rate of a tier with which it reaches its target with a probability.
     *
     * @param plan the plan; it must count whole people, whether it says so or not
     * @param tier the id of a tier with a target
     * @param probability the probability wanted, above 0 and below 1
     * @return the rate, the same every year and instead of all reasons but age, rounded down to six places; absent if even without
     *     losses the target is less probable
     * @throws IllegalArgumentException if there is no such tier, it has no target, a number of people is not whole, the probability
     *     is out of range or cannot be computed exactly
     */
    public Optional<BigDecimal> largestLossRate(TalentPlan plan, String tier, double probability) {
        requireExact(plan, tier, probability);
        return largestRate(plan, tier, FEWER_PLACES, with -> probability(with, tier) >= probability);
    }

    /**
     * Computes the smallest size of rounds with which a tier reaches its target with a probability.
     *
     * @param plan the plan; it must count whole people, whether it says so or not
     * @param tier the id of a tier with a target and a cadence that is not fed from another tier; rounds that are settled ({@link
     *     TierPlan#committedUntil}) keep their size
     * @param probability the probability wanted, above 0 and below 1
     * @return the size, a whole number; absent if no size is enough
     * @throws IllegalArgumentException if there is no such tier, it has no target or no cadence, a number of people is not whole, the
     *     probability is out of range or cannot be computed exactly
     */
    public OptionalLong smallestRoundSize(TalentPlan plan, String tier, double probability) {
        Require.that(plan.tier(tier).cadence().isPresent(), "Tier must have a cadence: %s", tier);
        requireExact(plan, tier, probability);
        return smallest(
                plan,
                tier,
                probability,
                size -> plan.with(tier, t -> t.selectingRounds(BigDecimal.valueOf(size), plan.firstYear())));
    }

    /**
     * Computes the smallest intake with which, the same every year, a tier reaches its target with a probability.
     *
     * @param plan the plan; it must count whole people, whether it says so or not
     * @param tier the id of a tier with a target; the intake of years that are settled ({@link TierPlan#committedUntil}) stays
     * @param probability the probability wanted, above 0 and below 1
     * @return the intake, a whole number; absent if no intake is enough
     * @throws IllegalArgumentException if there is no such tier, it has no target, a number of people is not whole, the probability
     *     is out of range or cannot be computed exactly
     */
    public OptionalLong smallestIntake(TalentPlan plan, String tier, double probability) {
        requireExact(plan, tier, probability);
        return smallest(
                plan,
                tier,
                probability,
                intake -> plan.with(tier, t -> t.recruiting(BigDecimal.valueOf(intake), plan.firstYear())));
    }

    private static BigDecimal target(TalentPlan plan, String tier) {
        return plan.tier(tier)
                .target()
                .orElseThrow(() -> new IllegalArgumentException("Tier must have a target: " + tier));
    }

    private static void requireExact(TalentPlan plan, String tier, double probability) {
        target(plan, tier);
        Require.that(probability > 0 && probability < 1, "Probability must be above 0 and below 1: %s", probability);
        Require.that(
                !AttainmentCalculator.isTied(plan, tier),
                "Tier must have an exact probability, and has none where rounds take people from another tier: %s",
                tier);
    }

    private double probability(TalentPlan plan, String tier) {
        return UncertainRates.of(plan).isEmpty()
                ? ATTAINMENT.probability(plan, tier).probability()
                : UNCERTAIN.probability(plan, tier, DRAWS, seed).mean();
    }

    private static Optional<BigDecimal> largestRate(
            TalentPlan plan, String tier, int places, Predicate<TalentPlan> reaches) {
        long one = BigDecimal.ONE.movePointRight(places).longValueExact();
        LongPredicate isEnough = rate ->
                reaches.test(plan.with(tier, t -> t.losing(UncertainRate.of(BigDecimal.valueOf(rate, places)))));
        if (!isEnough.test(0)) {
            return Optional.empty();
        }
        if (isEnough.test(one)) {
            return Optional.of(BigDecimal.ONE);
        }
        long beyond = Bisection.firstTrue(0, one, rate -> !isEnough.test(rate));
        return Optional.of(IntakeCalculator.plain(BigDecimal.valueOf(beyond - 1, places)));
    }

    private OptionalLong smallest(TalentPlan plan, String tier, double probability, LongFunction<TalentPlan> with) {
        long most = MOST_PEOPLE / plan.years();
        LongPredicate isEnough = number -> probability(with.apply(number), tier) >= probability;
        long high = 1;
        while (high < most && !isEnough.test(high)) {
            high = Math.min(most, 2 * high);
        }
        return isEnough.test(high) ? OptionalLong.of(Bisection.firstTrue(-1, high, isEnough)) : OptionalLong.empty();
    }
}
