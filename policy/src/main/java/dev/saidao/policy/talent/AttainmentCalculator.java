package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.Bisection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Computes the probability that a tier of a plan reaches its target, each person being lost or promoted by chance and
 * independently of the others.
 *
 * <p>Those who are there in the end are a sum of independent trials, one for each person that ever comes, so their number has an
 * exact distribution ({@link PoissonBinomial}). That is so unless a selection takes a fixed number from a tier that matters,
 * which ties people to each other; then only the simulation has an answer.
 *
 * <p>The simulation plays year after year. Its seed decides its result, whatever the number of threads.
 *
 * @since 0.1
 */
public final class AttainmentCalculator {

    private static final int MOST_RUNS = 10_000_000;
    private static final int MIN_RUNS = 10_000;
    private static final long MOST_PEOPLE = 100_000_000;
    private static final double TAIL = 0.05;
    private static final double HALF_TAIL = 0.025;
    private static final AttainmentCalculator DEFAULTS = new AttainmentCalculator(0, 20_260_327L);

    private final int runs;
    private final long seed;

    private AttainmentCalculator(int runs, long seed) {
        this.runs = runs;
        this.seed = seed;
    }

    /** {@return a calculator that simulates only where there is no exact answer} */
    public static AttainmentCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator that simulates as well.
     *
     * @param runs how often the years are played, 100 to 10,000,000
     * @param seed decides the result
     * @return the calculator
     * @throws IllegalArgumentException if the number of runs is out of range
     */
    public AttainmentCalculator withSimulation(int runs, long seed) {
        Require.between(runs, 100, MOST_RUNS, "Runs");
        return new AttainmentCalculator(runs, seed);
    }

    /**
     * Computes the probability that a tier reaches its target in its target year.
     *
     * @param plan the plan; it must count whole people, whether it says so or not
     * @param tier the id of a tier with a target
     * @return the probability
     * @throws IllegalArgumentException if there is no such tier, it has no target, or a number of people is not whole or above
     *     {@value #MOST_PEOPLE}
     */
    public Attainment probability(TalentPlan plan, String tier) {
        TierPlan of = plan.tier(tier);
        return probability(plan, tier, plan.targetYear(of));
    }

    /**
     * Computes the probability that a tier has reached its target by the end of another year.
     *
     * @param plan the plan; it must count whole people, whether it says so or not
     * @param tier the id of a tier with a target
     * @param year a year of the plan
     * @return the probability
     * @throws IllegalArgumentException if there is no such tier, it has no target, the year is not one of the plan's, or a number
     *     of people is not whole
     */
    public Attainment probability(TalentPlan plan, String tier, int year) {
        BigDecimal goal = plan.tier(tier)
                .target()
                .orElseThrow(() -> new IllegalArgumentException("Tier must have a target: " + tier));
        Require.that(
                year >= plan.firstYear() && year <= plan.lastYear(),
                "Year must be %s to %s: %s",
                plan.firstYear(),
                plan.lastYear(),
                year);
        Require.that(
                goal.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0,
                "Target of tier %s must be at most %s for a probability: %s",
                tier,
                Integer.MAX_VALUE,
                goal.toPlainString());
        int target = goal.setScale(0, RoundingMode.CEILING).intValueExact();
        Optional<PoissonBinomial> distribution = distribution(plan, tier, year);
        Simulation simulation = distribution.isPresent() && runs == 0
                ? Simulation.NONE
                : new Simulation(new PlanSimulator(plan, tier, year).run(runs == 0 ? MIN_RUNS : runs, seed));
        Hits hits = simulation.hits(target);
        if (distribution.isEmpty()) {
            return new Attainment(
                    tier,
                    year,
                    target,
                    simulation.mean(),
                    simulation.standardDeviation(),
                    simulation.quantile(TAIL),
                    simulation.quantile(1 - TAIL),
                    OptionalDouble.empty(),
                    hits.share(),
                    hits.standardError(),
                    hits.least(),
                    hits.most());
        }
        PoissonBinomial exact = distribution.get();
        return new Attainment(
                tier,
                year,
                target,
                exact.mean(),
                Math.sqrt(exact.variance()),
                exact.quantile(TAIL),
                exact.quantile(1 - TAIL),
                OptionalDouble.of(exact.probabilityOfAtLeast(target)),
                hits.share(),
                hits.standardError(),
                hits.least(),
                hits.most());
    }

    /** Refuses numbers that are not whole, or too many to be counted one by one. */
    private static void requireCountable(TalentPlan plan) {
        BigDecimal years = BigDecimal.valueOf(plan.years());
        BigDecimal most = BigDecimal.valueOf(MOST_PEOPLE);
        BigDecimal all = BigDecimal.ZERO;
        for (TierPlan tier : plan.tiers()) {
            TalentPlan.requireWhole(tier);
            for (Map.Entry<String, BigDecimal> of : tier.numbersOfPeople().entrySet()) {
                boolean eachYear = of.getKey().equals("Intake") || of.getKey().equals("Size of the rounds");
                BigDecimal people = eachYear ? of.getValue().multiply(years) : of.getValue();
                Require.that(
                        people.compareTo(most) <= 0,
                        "%s of tier %s%s must be at most %s for a probability: %s",
                        of.getKey(),
                        tier.id(),
                        eachYear ? ", over all years," : "",
                        most,
                        people.toPlainString());
                all = all.add(people);
            }
        }
        Require.that(
                all.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0,
                "People of all tiers and years must be at most %s for a probability: %s",
                Integer.MAX_VALUE,
                all.toPlainString());
    }

    /**
     * Finds the smallest opening stock of a tier with which it reaches its target with a probability.
     *
     * @param plan the plan; it must count whole people, whether it says so or not
     * @param tier the id of a tier with a target
     * @param probability the probability wanted, above 0 and below 1
     * @return the opening stock, a whole number; absent if none up to {@value #MOST_PEOPLE} is enough
     * @throws IllegalArgumentException if there is no such tier, it has no target, a number of people is not whole, or the
     *     probability is out of range
     */
    public OptionalLong smallestOpeningStock(TalentPlan plan, String tier, double probability) {
        Require.that(probability > 0 && probability < 1, "Probability must be above 0 and below 1: %s", probability);
        long low = -1;
        long high = 1;
        while (!isEnough(plan, tier, high, probability)) {
            if (high == MOST_PEOPLE) {
                return OptionalLong.empty();
            }
            low = high;
            high = Math.min(MOST_PEOPLE, 2 * high);
        }
        return OptionalLong.of(Bisection.firstTrue(low, high, opening -> isEnough(plan, tier, opening, probability)));
    }

    private boolean isEnough(TalentPlan plan, String tier, long opening, double probability) {
        TalentPlan with = plan.with(tier, t -> t.opening(BigDecimal.valueOf(opening)));
        return probability(with, tier).probability() >= probability;
    }

    // ---- the exact distribution ----

    /**
     * Returns the exact distribution of the number of people of a tier.
     *
     * @param plan the plan
     * @param tier the id of the tier
     * @param year a year of the plan
     * @return the distribution at the end of the year; absent if a selection takes a fixed number from a tier that matters
     * @throws IllegalArgumentException if there is no such tier or a number of people is not whole
     */
    public Optional<PoissonBinomial> distribution(TalentPlan plan, String tier, int year) {
        plan.tier(tier);
        requireCountable(plan);
        if (isTied(plan, tier)) {
            return Optional.empty();
        }
        return Optional.of(new PersonChain(plan, tier, year).distribution());
    }

    /** The tiers from which one comes to the tier in question by ways and promotions, and the tier itself. */
    static Set<String> leadingTo(TalentPlan plan, String tier) {
        Set<String> matters = new HashSet<>(Set.of(tier));
        boolean more = true;
        while (more) {
            more = false;
            for (TierPlan from : plan.tiers()) {
                boolean leads = from.leadsTo().stream().anyMatch(matters::contains);
                more |= leads && matters.add(from.id());
            }
        }
        return matters;
    }

    /** Whether a selection takes from, or gives to, a tier from which one comes to the tier in question. */
    static boolean isTied(TalentPlan plan, String tier) {
        Set<String> matters = leadingTo(plan, tier);
        return plan.tiers().stream()
                .anyMatch(fed -> fed.cadence()
                        .flatMap(SelectionCadence::fedFrom)
                        .filter(from -> matters.contains(from) || matters.contains(fed.id()))
                        .isPresent());
    }

    // ---- the simulation ----

    /** How many of the runs reach a target; without runs nothing is known. */
    private record Hits(long hits, int runs) {

        OptionalDouble share() {
            return ofRuns(hits / (double) runs);
        }

        OptionalDouble standardError() {
            double share = hits / (double) runs;
            return ofRuns(Math.sqrt(share * (1 - share) / runs));
        }

        /** The lower end of the interval of Clopper and Pearson. */
        OptionalDouble least() {
            return ofRuns(
                    hits == 0
                            ? 0
                            : BetaDistribution.of((double) hits, runs - hits + 1.0)
                                    .inverseCumulativeProbability(tail(runs)));
        }

        OptionalDouble most() {
            return ofRuns(
                    hits == runs
                            ? 1
                            : BetaDistribution.of(hits + 1.0, (double) (runs - hits))
                                    .inverseSurvivalProbability(tail(0)));
        }

        /** Where all runs are on one side, so is the whole tail. */
        private double tail(long oneSided) {
            return hits == oneSided ? 2 * HALF_TAIL : HALF_TAIL;
        }

        private OptionalDouble ofRuns(double value) {
            return runs == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    /** The number of people at the end of each run, sorted. */
    private static final class Simulation {

        static final Simulation NONE = new Simulation(new long[0]);

        private final long[] stocks;

        Simulation(long[] stocks) {
            this.stocks = stocks;
        }

        Hits hits(long target) {
            return new Hits(
                    Arrays.stream(stocks).filter(stock -> stock >= target).count(), stocks.length);
        }

        double mean() {
            return Arrays.stream(stocks).average().orElseThrow();
        }

        double standardDeviation() {
            double mean = mean();
            double squares = Arrays.stream(stocks)
                    .mapToDouble(stock -> (stock - mean) * (stock - mean))
                    .sum();
            return Math.sqrt(squares / (stocks.length - 1));
        }

        long quantile(double probability) {
            return stocks[(int) Math.min(stocks.length - 1, Math.floor(probability * stocks.length))];
        }
    }
}
