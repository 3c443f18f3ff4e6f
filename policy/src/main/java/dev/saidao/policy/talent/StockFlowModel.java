package dev.saidao.policy.talent;

import dev.saidao.policy.target.Arrival;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Projects the stocks and flows of a plan, year by year.
 *
 * <p>In a year, by {@link EventOrder#LOSS_FIRST}: of the opening stock, who reaches the retirement age retires; of the others {@code
 * loss rate × opening} leave for good, for each reason; of those who stay, {@code promotion rate} of them are promoted, or go another
 * way; then people come: from outside, by selection, by promotion. By {@link
 * EventOrder#INTAKE_FIRST} those who come from outside or by selection are there before anyone leaves or is promoted. Those who
 * were promoted in a year are not promoted again in it. A selection that is fed from another tier takes no more than are there.
 *
 * <p>Expected numbers are exact, or rounded to 30 decimal places where they have more; what is rounded is the flow, so that the
 * balance is exact all the same. Whole people are as {@link Counting#WHOLE_PERSONS} says.
 *
 * <p>Example: an opening stock of 0, 100 who come each year and a loss of 10% give 651.3215599 after ten years.
 *
 * @since 0.1
 */
public final class StockFlowModel {

    private static final int MOST_STEPS = 200_000;
    private static final StockFlowModel DEFAULTS = new StockFlowModel();

    private StockFlowModel() {}

    /** {@return a model} */
    public static StockFlowModel withDefaults() {
        return DEFAULTS;
    }

    /**
     * Projects a plan.
     *
     * @param plan the plan
     * @return the stocks and flows of every year and tier
     */
    public StockFlow project(TalentPlan plan) {
        return new Projection(plan).run();
    }

    /**
     * Finds the year in which a tier reaches its target, going on beyond the last year of the plan if need be.
     *
     * <p>"Never" is said only where it is so. Once the same comes every year, or every few years by the cadences, a plan without
     * selections from other tiers maps the stocks of one period to those of the next by a linear map without negative parts. So if
     * no stock grows over a period, none ever will; and if all growths of a period are at most {@code q < 1} times those of the
     * one before, so are all later ones, and a stock stays below {@code stock + growth × q / (1 - q)}. A plan that whole people or
     * selections from other tiers make otherwise never reaches its target if a period ends as it began. What is none of these
     * after {@value #MOST_STEPS} years, shared among the tiers, is not known.
     *
     * <p>Example: 1 a year from 2026, without losses, are 2000 at the end of 4025.
     *
     * @param plan the plan
     * @param tier the id of a tier with a target
     * @return the first year whose closing stock is the target or more; or never, with a stock that is not passed; or not as far
     *     as was looked, with the highest closing stock
     * @throws IllegalArgumentException if there is no such tier or it has no target
     */
    public Arrival yearReached(TalentPlan plan, String tier) {
        BigDecimal target = plan.tier(tier)
                .target()
                .orElseThrow(() -> new IllegalArgumentException("Tier must have a target: " + tier));
        return new ArrivalSearch(plan, tier, target).run();
    }

    /** Looks for the year in which a target is reached. */
    private static final class ArrivalSearch {

        // so that the ceiling has its first digits right
        private static final BigDecimal NEAR = new BigDecimal("1e-9");
        private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

        private final TalentPlan plan;
        private final String tier;
        private final BigDecimal target;
        private final Projection projection;
        private final int period;
        private final boolean isLinear;
        private final List<BigDecimal> closings = new ArrayList<>();
        private BigDecimal highest = BigDecimal.ZERO;
        private Optional<BigDecimal> ceiling = Optional.empty();

        ArrivalSearch(TalentPlan plan, String tier, BigDecimal target) {
            this.plan = plan;
            this.tier = tier;
            this.target = target;
            this.projection = new Projection(plan);
            this.period = plan.tiers().stream()
                    .flatMap(t -> t.cadence().stream())
                    .mapToInt(SelectionCadence::everyYears)
                    .reduce(1, ArrivalSearch::leastCommonMultiple);
            this.isLinear = plan.counting() == Counting.EXPECTATION
                    && plan.tiers().stream()
                            .flatMap(t -> t.cadence().stream())
                            .allMatch(cadence -> cadence.fedFrom().isEmpty());
        }

        Arrival run() {
            int years = Math.max(TalentPlan.MAX_YEARS, MOST_STEPS / plan.tiers().size());
            // up to here years may differ from each other
            int regularFrom = plan.tiers().stream()
                    .flatMap(t -> Stream.concat(
                            t.yearsNamed().values().stream()
                                    .flatMap(Set::stream)
                                    .map(year -> year + 1),
                            t.cadence().map(SelectionCadence::firstYear).stream()))
                    .reduce(plan.firstYear(), Math::max);
            Map<String, BigDecimal> before = Map.of();
            Map<String, BigDecimal> growthBefore = Map.of();
            for (int year = plan.firstYear(); year < plan.firstYear() + years; year++) {
                Map<String, BigDecimal> stocks = projection.step();
                BigDecimal closing = Objects.requireNonNull(stocks.get(tier));
                if (closing.compareTo(target) >= 0) {
                    return Arrival.in(year);
                }
                closings.add(closing);
                highest = highest.max(closing);
                if (year < regularFrom || (year - regularFrom) % period != 0) {
                    continue;
                }
                Map<String, BigDecimal> state = projection.state();
                if (state.equals(before)) {
                    return Arrival.never(highest);
                }
                if (isLinear && !before.isEmpty()) {
                    Map<String, BigDecimal> growth = difference(state, before);
                    if (growth.values().stream().allMatch(of -> of.signum() <= 0)) {
                        return Arrival.never(highest);
                    }
                    if (isNever(growth, growthBefore)) {
                        return Arrival.never(ceiling.orElseThrow());
                    }
                    growthBefore = growth;
                }
                before = state;
            }
            return ceiling.map(Arrival::never).orElseGet(() -> Arrival.notUntil(plan.firstYear() + years - 1, highest));
        }

        /** Whether the growths shrink so fast that the target is out of reach; the ceiling is known then, and near. */
        private boolean isNever(Map<String, BigDecimal> growth, Map<String, BigDecimal> growthBefore) {
            Optional<BigDecimal> factor = factor(growth, growthBefore);
            if (factor.isEmpty()) {
                return false;
            }
            BigDecimal times = factor.get().divide(BigDecimal.ONE.subtract(factor.get()), UP);
            BigDecimal limit = highest;
            // within a period the stock may be higher than at its ends, and grow more
            for (int i = closings.size() - period; i < closings.size(); i++) {
                BigDecimal grown = closings.get(i).subtract(closings.get(i - period));
                limit = limit.max(closings.get(i).add(grown.max(BigDecimal.ZERO).multiply(times)));
            }
            if (limit.compareTo(target) >= 0) {
                return false;
            }
            BigDecimal least = ceiling.map(limit::min).orElse(limit);
            ceiling = Optional.of(least.round(UP));
            return least.subtract(highest).compareTo(least.multiply(NEAR)) <= 0;
        }

        /** How much of the growth before is left at most; absent unless it is less than all. */
        private static Optional<BigDecimal> factor(
                Map<String, BigDecimal> growth, Map<String, BigDecimal> growthBefore) {
            BigDecimal most = BigDecimal.ZERO;
            for (Map.Entry<String, BigDecimal> of : growth.entrySet()) {
                BigDecimal before = growthBefore.getOrDefault(of.getKey(), BigDecimal.ZERO);
                if (before.signum() < 0
                        || (before.signum() == 0 && of.getValue().signum() > 0)) {
                    return Optional.empty();
                }
                if (before.signum() > 0) {
                    most = most.max(of.getValue().divide(before, UP));
                }
            }
            return Optional.of(most).filter(factor -> !growthBefore.isEmpty() && factor.compareTo(BigDecimal.ONE) < 0);
        }

        private static int leastCommonMultiple(int a, int b) {
            long common = BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
            return (int) Math.min(MOST_STEPS, (long) a / common * b);
        }

        private static Map<String, BigDecimal> difference(Map<String, BigDecimal> a, Map<String, BigDecimal> b) {
            Map<String, BigDecimal> difference = new HashMap<>();
            a.forEach((tier, stock) -> difference.put(tier, stock.subtract(b.getOrDefault(tier, BigDecimal.ZERO))));
            return difference;
        }
    }
}
