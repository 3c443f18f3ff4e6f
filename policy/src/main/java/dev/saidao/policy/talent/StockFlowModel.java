package dev.saidao.policy.talent;

import dev.saidao.policy.target.Arrival;
import java.math.BigDecimal;

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
     * selections from other tiers make otherwise never reaches its target if a period ends as it began, or if a linear plan with more
     * people never does: one where nobody retires or is selected away, and a person more is there for each way out of a tier and
     * into it. What is none of these after 200,000 years, shared among the tiers, is not known.
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
}
