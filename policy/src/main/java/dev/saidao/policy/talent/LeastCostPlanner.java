package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.LinearProgramme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the cheapest way to the targets of a plan: how many to recruit into each tier and how many to promote, year by year.
 *
 * <p>A linear programme: least {@code Σ recruiting cost × recruits + promotion cost × promotions} such that every year of every
 * tier balances, no more are promoted than a share of those who stay, no more are recruited than a limit, and each tier has its
 * milestones and its target in their years. Numbers are expected ones, in doubles; intakes, cadences and promotion rates of the plan itself are not used, its
 * opening stocks, loss rates, promotion ways and targets are.
 *
 * <p>Solved by the simplex method.
 *
 * @since 0.1
 */
public final class LeastCostPlanner {

    /** A tier without terms takes nobody in and promotes nobody. */
    private static final Terms NONE =
            new Terms(BigDecimal.ZERO, BigDecimal.ZERO, Optional.of(BigDecimal.ZERO), BigDecimal.ZERO);

    private static final LeastCostPlanner DEFAULTS = new LeastCostPlanner(Map.of());

    private final Map<String, Terms> terms;

    private LeastCostPlanner(Map<String, Terms> terms) {
        this.terms = terms;
    }

    /**
     * What it costs to fill a tier, and how far one can go.
     *
     * @param recruitingCost the cost of one who is recruited into the tier, 0 or more
     * @param promotionCost the cost of one who is promoted out of the tier, 0 or more
     * @param mostRecruits how many can be recruited in a year; absent if there is no limit
     * @param mostPromoted the share of those who stay in the tier that can be promoted in a year, 0 to 1
     * @since 0.1
     */
    public record Terms(
            BigDecimal recruitingCost,
            BigDecimal promotionCost,
            Optional<BigDecimal> mostRecruits,
            BigDecimal mostPromoted) {

        /**
         * Checks the numbers.
         *
         * @param recruitingCost the cost of one who is recruited
         * @param promotionCost the cost of one who is promoted
         * @param mostRecruits how many can be recruited in a year
         * @param mostPromoted the share that can be promoted in a year
         * @throws IllegalArgumentException if a number is out of range
         */
        public Terms {
            if (recruitingCost.signum() < 0
                    || promotionCost.signum() < 0
                    || mostRecruits.filter(most -> most.signum() < 0).isPresent()
                    || mostPromoted.signum() < 0
                    || mostPromoted.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("Costs and limits must be 0 or more, and the share promoted 0 to 1: "
                        + recruitingCost + ", " + promotionCost + ", " + mostRecruits + ", " + mostPromoted);
            }
        }
    }

    /**
     * A year of a tier.
     *
     * @param year the year
     * @param tier the id of the tier
     * @param recruits the expected number of people recruited
     * @param promoted the expected number of people promoted out of the tier
     * @param closing the expected closing stock
     * @since 0.1
     */
    public record Row(int year, String tier, double recruits, double promoted, double closing) {}

    /**
     * The cheapest plan.
     *
     * @param cost what it costs
     * @param rows the years and tiers
     * @since 0.1
     */
    public record Result(double cost, List<Row> rows) {

        /**
         * Copies the list.
         *
         * @param cost what it costs
         * @param rows the years and tiers
         */
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /** {@return a planner without terms; tiers without terms take nobody in and promote nobody} */
    public static LeastCostPlanner withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a planner with the terms of a tier.
     *
     * @param tier the id of the tier
     * @param terms its terms
     * @return the planner
     */
    public LeastCostPlanner with(String tier, Terms terms) {
        Map<String, Terms> more = new LinkedHashMap<>(this.terms);
        more.put(tier, terms);
        return new LeastCostPlanner(Map.copyOf(more));
    }

    /**
     * Finds the cheapest plan.
     *
     * @param plan the tiers with their targets
     * @return the cheapest plan; absent if no plan within the limits reaches the targets
     * @throws IllegalArgumentException if terms name a tier that the plan has not
     */
    public Optional<Result> leastCost(TalentPlan plan) {
        terms.keySet().forEach(plan::tier);
        plan.tiers()
                .forEach(tier -> Require.that(
                        tier.ages().isEmpty() && tier.moves().isEmpty(),
                        "Tier of a least-cost plan must have neither ages nor further ways: %s",
                        tier.id()));
        Unknowns unknowns = new Unknowns(plan);
        double[] costs = new double[unknowns.count];
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            for (TierPlan tier : plan.tiers()) {
                Terms ofTier = terms.getOrDefault(tier.id(), NONE);
                costs[unknowns.recruits(tier, year)] = ofTier.recruitingCost().doubleValue();
                costs[unknowns.promoted(tier, year)] = ofTier.promotionCost().doubleValue();
            }
        }
        LinearProgramme programme = new LinearProgramme(costs);
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            for (TierPlan tier : plan.tiers()) {
                addRows(plan, tier, year, unknowns, programme);
            }
        }
        return programme.minimum().map(found -> {
            List<Row> rows = new ArrayList<>();
            for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                for (TierPlan tier : plan.tiers()) {
                    rows.add(new Row(
                            year,
                            tier.id(),
                            found[unknowns.recruits(tier, year)],
                            found[unknowns.promoted(tier, year)],
                            found[unknowns.stock(tier, year)]));
                }
            }
            double cost = IntStream.range(0, costs.length)
                    .mapToDouble(i -> costs[i] * found[i])
                    .sum();
            return new Result(cost, rows);
        });
    }

    /** The places of the unknowns: recruits, promoted and closing stock of each tier in each year. */
    private static final class Unknowns {

        private final List<String> tiers;
        private final int firstYear;
        private final int count;

        private Unknowns(TalentPlan plan) {
            this.tiers = plan.tiers().stream().map(TierPlan::id).toList();
            this.firstYear = plan.firstYear();
            this.count = 3 * tiers.size() * (plan.lastYear() - firstYear + 1);
        }

        private int recruits(TierPlan tier, int year) {
            return 3 * ((year - firstYear) * tiers.size() + tiers.indexOf(tier.id()));
        }

        private int promoted(TierPlan tier, int year) {
            return recruits(tier, year) + 1;
        }

        private int stock(TierPlan tier, int year) {
            return recruits(tier, year) + 2;
        }

        private double[] row() {
            return new double[count];
        }

        private double[] only(int unknown) {
            double[] row = row();
            row[unknown] = 1;
            return row;
        }
    }

    /**
     * closing = (1 - loss) × opening - promoted + recruits + promoted into it, by {@link EventOrder#LOSS_FIRST}; by the other order
     * recruits are there before some are lost.
     */
    private void addRows(TalentPlan plan, TierPlan tier, int year, Unknowns unknowns, LinearProgramme programme) {
        Terms ofTier = terms.getOrDefault(tier.id(), NONE);
        double stays = BigDecimal.ONE.subtract(tier.lossRate(year)).doubleValue();
        double most = ofTier.mostPromoted().doubleValue();
        boolean isLossFirst = plan.order() == EventOrder.LOSS_FIRST;
        double[] balance = unknowns.only(unknowns.stock(tier, year));
        balance[unknowns.recruits(tier, year)] = isLossFirst ? -1 : -stays;
        balance[unknowns.promoted(tier, year)] = 1;
        for (TierPlan below : plan.tiers()) {
            if (below.promotesTo().filter(tier.id()::equals).isPresent()) {
                balance[unknowns.promoted(below, year)] = -1;
            }
        }
        double[] promotions = unknowns.only(unknowns.promoted(tier, year));
        promotions[unknowns.recruits(tier, year)] = isLossFirst ? 0 : -most * stays;
        double opening = 0;
        if (year == plan.firstYear()) {
            opening = tier.openingStock().doubleValue();
        } else {
            balance[unknowns.stock(tier, year - 1)] = -stays;
            promotions[unknowns.stock(tier, year - 1)] = -most * stays;
        }
        programme.exactly(balance, opening * stays);
        programme.atMost(promotions, opening * stays * most);
        ofTier.mostRecruits()
                .ifPresent(
                        limit -> programme.atMost(unknowns.only(unknowns.recruits(tier, year)), limit.doubleValue()));
        if (tier.promotesTo().isEmpty()) {
            programme.atMost(unknowns.only(unknowns.promoted(tier, year)), 0);
        }
        Optional.ofNullable(plan.goals(tier).get(year))
                .ifPresent(goal -> programme.atLeast(unknowns.only(unknowns.stock(tier, year)), goal.doubleValue()));
    }
}
