package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.coherence.CoherenceCalculator;
import dev.saidao.policy.index.coherence.CorrelationMethod;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Computes how likely it is to reach a target if rates are known only within ranges or by distributions, and which of them it rests
 * on.
 *
 * <p>Rates are drawn from what is known of them, independently of each other, by Latin hypercube: each is cut into as many
 * equally likely parts as there are draws, of which each is drawn from once. A rate that is drawn holds for all the years for which
 * the plan names it. Every draw has its exact probability, so that the result lies between the least and the largest of them; where a
 * selection takes a fixed number from a tier there is none, and each draw is played {@value #PLAYS} times.
 *
 * <p>Example: 200 people of whom 4% to 6% leave a year, instead of 5%.
 *
 * @since 0.1
 */
public final class UncertainAttainmentCalculator {

    private static final UncertainAttainmentCalculator DEFAULTS = new UncertainAttainmentCalculator();
    private static final CoherenceCalculator COHERENCE = CoherenceCalculator.withDefaults();
    private static final int PLAYS = 100;

    private UncertainAttainmentCalculator() {}

    /** {@return a calculator} */
    public static UncertainAttainmentCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * A loss rate that is known within a range.
     *
     * @param tier the id of the tier
     * @param low the lowest rate, 0 or more
     * @param high the highest rate, not below the lowest, up to 1
     * @since 0.1
     */
    public record LossRange(String tier, BigDecimal low, BigDecimal high) {

        /**
         * Checks the range.
         *
         * @param tier the id of the tier
         * @param low the lowest rate
         * @param high the highest rate
         * @throws IllegalArgumentException if the ends are out of order or out of range
         */
        public LossRange {
            Require.that(
                    low.signum() >= 0 && low.compareTo(high) <= 0 && high.compareTo(BigDecimal.ONE) <= 0,
                    "Loss rates of tier %s must be 0 to 1, the lower one first: %s, %s",
                    tier,
                    low,
                    high);
        }
    }

    /**
     * How likely it is to reach a target if rates are uncertain.
     *
     * @param mean the mean of the probabilities, which is the probability before the rates are known
     * @param least the least of them
     * @param largest the largest of them
     * @param drivers for each uncertain rate, named by its tier, and its reason, way or year: the share of the spread that it stands for: the squared rank correlation with the
     *     probability, of all that is explained so; 0 if nothing is
     * @since 0.1
     */
    public record UncertainAttainment(double mean, double least, double largest, Map<String, Double> drivers) {

        /**
         * Copies the map.
         *
         * @param mean the mean
         * @param least the least
         * @param largest the largest
         * @param drivers the shares
         */
        public UncertainAttainment {
            drivers = Collections.unmodifiableMap(new LinkedHashMap<>(drivers));
        }
    }

    /**
     * Computes the probability that a tier has its target by its target year, with the uncertain rates that the plan itself names.
     *
     * @param plan the plan; if none of its rates is uncertain, all draws are alike
     * @param tier the id of a tier with a target
     * @param draws how many draws, 2 to 10,000
     * @param seed decides what is drawn
     * @return the probability, with its ends and what drives it
     * @throws IllegalArgumentException if the number of draws does not fit; if there is no such tier, it has
     *     no target or a number of people is not whole
     */
    public UncertainAttainment probability(TalentPlan plan, String tier, int draws, long seed) {
        Require.that(draws >= 2 && draws <= 10_000, "Draws must be 2 to 10000: %s", draws);
        boolean isTied = AttainmentCalculator.isTied(plan, tier);
        Set<String> matters = AttainmentCalculator.leadingTo(plan, tier);
        List<UncertainRates.Named> all = UncertainRates.of(plan);
        List<UncertainRates.Named> rates = all.stream()
                .filter(rate -> isTied || matters.contains(rate.tier()))
                .toList();
        AttainmentCalculator of = AttainmentCalculator.withDefaults();
        AttainmentCalculator attainments = isTied ? of.withSimulation(PLAYS, seed) : of;
        double[][] places = new double[rates.size()][];
        Random random = new Random(seed);
        for (int i = 0; i < places.length; i++) {
            places[i] = latin(draws, random);
        }
        double[] probabilities = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            TalentPlan drawn = plan;
            for (int i = 0; i < places.length; i++) {
                drawn = rates.get(i).in(drawn, rates.get(i).rate().quantile(places[i][draw]));
            }
            probabilities[draw] = attainments.probability(drawn, tier).probability();
        }
        return new UncertainAttainment(
                Arrays.stream(probabilities).average().orElse(0),
                Arrays.stream(probabilities).min().orElse(0),
                Arrays.stream(probabilities).max().orElse(0),
                drivers(all, rates, places, probabilities));
    }

    /**
     * Computes the probability that a tier has its target by its target year, with loss rates within ranges.
     *
     * @param plan the plan; its loss rates are used where there is no range
     * @param tier the id of a tier with a target
     * @param ranges the loss rates that are uncertain, one or more, each of another tier
     * @param draws how many draws, 2 to 10,000
     * @param seed decides what is drawn
     * @return the probability, with its ends and what drives it
     * @throws IllegalArgumentException if ranges or draws do not fit; if there is no such tier, it has no target or a number of
     *     people is not whole
     */
    public UncertainAttainment probability(TalentPlan plan, String tier, List<LossRange> ranges, int draws, long seed) {
        Require.that(!ranges.isEmpty(), "Ranges must be 1 or more: %s", ranges.size());
        return probability(within(plan, ranges), tier, draws, seed);
    }

    /**
     * Returns a plan with loss rates within ranges.
     *
     * @param plan the plan
     * @param ranges the loss rates that are uncertain, each of another tier
     * @return the plan, in which each of these tiers loses by one rate, the same every year
     * @throws IllegalArgumentException if two ranges are of one tier, or one of none
     */
    public TalentPlan within(TalentPlan plan, List<LossRange> ranges) {
        Require.that(
                ranges.stream().map(LossRange::tier).distinct().count() == ranges.size(),
                "Ranges must be of different tiers: %s",
                ranges);
        TalentPlan with = plan;
        for (LossRange range : ranges) {
            with = with.with(range.tier(), one -> one.losing(UncertainRate.between(range.low(), range.high())));
        }
        return with;
    }

    /** A place within each of the equal parts of 0 to 1, in random order. */
    private static double[] latin(int draws, Random random) {
        double[] places = new double[draws];
        for (int i = 0; i < draws; i++) {
            places[i] = (i + 0.5) / draws;
        }
        for (int i = draws - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double place = places[i];
            places[i] = places[j];
            places[j] = place;
        }
        return places;
    }

    private static Map<String, Double> drivers(
            List<UncertainRates.Named> all,
            List<UncertainRates.Named> drawn,
            double[][] places,
            double[] probabilities) {
        Map<String, Double> squares = new LinkedHashMap<>();
        all.forEach(rate -> squares.put(rate.name(), 0.0));
        for (int i = 0; i < places.length; i++) {
            double r = COHERENCE
                    .correlation(places[i], probabilities, CorrelationMethod.SPEARMAN)
                    .orElse(0);
            squares.put(drawn.get(i).name(), r * r);
        }
        double sum = squares.values().stream().mapToDouble(square -> square).sum();
        squares.replaceAll((tier, square) -> sum == 0 ? 0.0 : square / sum);
        return squares;
    }
}
