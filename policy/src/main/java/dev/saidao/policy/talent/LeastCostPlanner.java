package dev.saidao.policy.talent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Finds the cheapest way to the targets of a plan: how many to recruit into each tier and how many to promote, year by year.
 *
 * <p>A linear programme: least {@code Σ recruiting cost × recruits + promotion cost × promotions} such that every year of every
 * tier balances, no more are promoted than a share of those who stay, no more are recruited than a limit, and each tier has its
 * target in its target year. Numbers are expected ones, in doubles; intakes, cadences and promotion rates of the plan itself are not used, its
 * opening stocks, loss rates, promotion ways and targets are.
 *
 * <p>Solved by the simplex method of ojAlgo.
 */
public final class LeastCostPlanner {

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
     */
    public record Row(int year, String tier, double recruits, double promoted, double closing) {}

    /**
     * The cheapest plan.
     *
     * @param cost what it costs
     * @param rows the years and tiers
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
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<String, Variable> recruits = new LinkedHashMap<>();
        Map<String, Variable> promoted = new LinkedHashMap<>();
        Map<String, Variable> stocks = new LinkedHashMap<>();
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            for (TierPlan tier : plan.tiers()) {
                String key = tier.id() + "@" + year;
                Optional<Terms> of = Optional.ofNullable(terms.get(tier.id()));
                recruits.put(
                        key,
                        variable(
                                model,
                                "recruits " + key,
                                of.map(Terms::recruitingCost),
                                of.isPresent() ? of.get().mostRecruits() : Optional.of(BigDecimal.ZERO)));
                promoted.put(
                        key,
                        variable(
                                model,
                                "promoted " + key,
                                of.map(Terms::promotionCost),
                                of.isPresent() && tier.promotesTo().isPresent()
                                        ? Optional.empty()
                                        : Optional.of(BigDecimal.ZERO)));
                Variable stock = variable(model, "stock " + key, Optional.empty(), Optional.empty());
                tier.target().ifPresent(target -> {
                    if (key.equals(tier.id() + "@" + plan.targetYear(tier))) {
                        stock.lower(target);
                    }
                });
                stocks.put(key, stock);
            }
        }
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            for (TierPlan tier : plan.tiers()) {
                balance(plan, tier, year, model, recruits, promoted, stocks);
            }
        }
        Optimisation.Result solved = model.minimise();
        if (!solved.getState().isFeasible()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            for (TierPlan tier : plan.tiers()) {
                String key = tier.id() + "@" + year;
                rows.add(new Row(year, tier.id(), value(recruits, key), value(promoted, key), value(stocks, key)));
            }
        }
        return Optional.of(new Result(solved.getValue(), rows));
    }

    private static double value(Map<String, Variable> variables, String key) {
        Variable variable = variables.get(key);
        return variable == null || variable.getValue() == null
                ? 0
                : variable.getValue().doubleValue();
    }

    private static Variable variable(
            ExpressionsBasedModel model, String name, Optional<BigDecimal> cost, Optional<BigDecimal> most) {
        Variable variable = model.newVariable(name).lower(0);
        cost.ifPresent(variable::weight);
        most.ifPresent(variable::upper);
        return variable;
    }

    /**
     * closing = (1 - loss) × opening - promoted + recruits + promoted into it, by {@link EventOrder#LOSS_FIRST}; by the other order
     * recruits are there before some are lost.
     */
    private void balance(
            TalentPlan plan,
            TierPlan tier,
            int year,
            ExpressionsBasedModel model,
            Map<String, Variable> recruits,
            Map<String, Variable> promoted,
            Map<String, Variable> stocks) {
        String key = tier.id() + "@" + year;
        BigDecimal stays = BigDecimal.ONE.subtract(tier.lossRate());
        BigDecimal recruitsStay = plan.order() == EventOrder.LOSS_FIRST ? BigDecimal.ONE : stays;
        Expression balance = model.newExpression("balance " + key);
        balance.set(of(stocks, key), BigDecimal.ONE);
        balance.set(of(recruits, key), recruitsStay.negate());
        balance.set(of(promoted, key), BigDecimal.ONE);
        for (TierPlan below : plan.tiers()) {
            if (below.promotesTo().filter(tier.id()::equals).isPresent()) {
                balance.set(of(promoted, below.id() + "@" + year), BigDecimal.ONE.negate());
            }
        }
        Expression limit = model.newExpression("promotions " + key).upper(0);
        limit.set(of(promoted, key), BigDecimal.ONE);
        BigDecimal most = Optional.ofNullable(terms.get(tier.id()))
                .map(Terms::mostPromoted)
                .orElse(BigDecimal.ZERO);
        if (plan.order() == EventOrder.INTAKE_FIRST) {
            limit.set(of(recruits, key), most.multiply(stays).negate());
        }
        if (year == plan.firstYear()) {
            balance.level(tier.openingStock().multiply(stays));
            limit.upper(tier.openingStock().multiply(stays).multiply(most));
        } else {
            String before = tier.id() + "@" + (year - 1);
            balance.set(of(stocks, before), stays.negate());
            balance.level(0);
            limit.set(of(stocks, before), most.multiply(stays).negate());
        }
    }

    private static Variable of(Map<String, Variable> variables, String key) {
        return Objects.requireNonNull(variables.get(key));
    }
}
