package dev.saidao.policy.talent;

import dev.saidao.policy.target.Arrival;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Projects the stocks and flows of a plan, year by year.
 *
 * <p>In a year, by {@link EventOrder#LOSS_FIRST}: of the opening stock {@code loss rate × opening} leave for good; of those who
 * stay, {@code promotion rate} of them are promoted; then people come: from outside, by selection, by promotion. By {@link
 * EventOrder#INTAKE_FIRST} those who come from outside or by selection are there before anyone leaves or is promoted. Those who
 * were promoted in a year are not promoted again in it. A selection that is fed from another tier takes no more than are there.
 *
 * <p>Expected numbers are exact, or rounded to 30 decimal places where they have more; what is rounded is the flow, so that the
 * balance is exact all the same. Whole people are as {@link Counting#WHOLE_PERSONS} says.
 *
 * <p>Example: an opening stock of 0, 100 who come each year and a loss of 10% give 651.3215599 after ten years.
 */
public final class StockFlowModel {

    private static final int PLACES = 30;
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
     * Finds the year in which a tier reaches its target, going on beyond the last year of the plan if need be, for up to
     * {@value TalentPlan#MAX_YEARS} years in all.
     *
     * @param plan the plan
     * @param tier the id of a tier with a target
     * @return the first year whose closing stock is the target or more; or never, with the highest closing stock
     * @throws IllegalArgumentException if there is no such tier or it has no target
     */
    public Arrival yearReached(TalentPlan plan, String tier) {
        BigDecimal target = plan.tier(tier)
                .target()
                .orElseThrow(() -> new IllegalArgumentException("Tier must have a target: " + tier));
        Projection projection = new Projection(plan);
        BigDecimal highest = BigDecimal.ZERO;
        for (int i = 0; i < TalentPlan.MAX_YEARS; i++) {
            int year = plan.firstYear() + i;
            BigDecimal closing = Objects.requireNonNull(projection.step(year).get(tier));
            if (closing.compareTo(target) >= 0) {
                return Arrival.in(year);
            }
            highest = highest.max(closing);
        }
        return Arrival.never(highest);
    }

    /** One projection under way. */
    private static final class Projection {

        private final TalentPlan plan;
        private final boolean whole;
        private final Map<String, BigDecimal> stock = new HashMap<>();
        private final Map<String, BigDecimal> lossCarry = new HashMap<>();
        private final Map<String, BigDecimal> promotionCarry = new HashMap<>();
        private final List<StockFlow.Row> rows = new ArrayList<>();

        Projection(TalentPlan plan) {
            this.plan = plan;
            this.whole = plan.counting() == Counting.WHOLE_PERSONS;
            plan.tiers().forEach(tier -> stock.put(tier.id(), tier.openingStock()));
        }

        StockFlow run() {
            for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                step(year);
            }
            return StockFlow.of(plan.counting(), rows);
        }

        Map<String, BigDecimal> step(int year) {
            Year flows = new Year(year);
            if (plan.order() == EventOrder.INTAKE_FIRST) {
                flows.come();
                flows.leave();
            } else {
                flows.leave();
                flows.come();
            }
            flows.close();
            return stock;
        }

        /** The flows of a year. */
        private final class Year {

            private final int year;
            /** Who is there and was not promoted into it this year. */
            private final Map<String, BigDecimal> present = new HashMap<>(stock);

            private final Map<String, BigDecimal> recruited = new HashMap<>();
            private final Map<String, BigDecimal> promotedIn = new HashMap<>();
            private final Map<String, BigDecimal> lost = new HashMap<>();
            private final Map<String, BigDecimal> promotedOut = new HashMap<>();
            private final Map<String, BigDecimal> shortfall = new HashMap<>();

            Year(int year) {
                this.year = year;
            }

            private void add(Map<String, BigDecimal> flow, String tier, BigDecimal number) {
                flow.merge(tier, number, BigDecimal::add);
            }

            private BigDecimal of(Map<String, BigDecimal> flow, String tier) {
                return flow.getOrDefault(tier, BigDecimal.ZERO);
            }

            void leave() {
                for (TierPlan tier : plan.tiers()) {
                    BigDecimal there = of(present, tier.id());
                    BigDecimal lose = part(there, tier.lossRate(), lossCarry, tier.id());
                    add(lost, tier.id(), lose);
                    BigDecimal stay = there.subtract(lose);
                    BigDecimal promote = part(stay, tier.promotionRate(), promotionCarry, tier.id());
                    present.put(tier.id(), stay.subtract(promote));
                    if (promote.signum() > 0) {
                        add(promotedOut, tier.id(), promote);
                        add(promotedIn, tier.promotesTo().orElseThrow(), promote);
                    }
                }
            }

            /** The part of those who are there that goes, in whole people with what is left over carried on. */
            private BigDecimal part(BigDecimal there, BigDecimal rate, Map<String, BigDecimal> carry, String tier) {
                BigDecimal exact = there.multiply(rate);
                if (!whole) {
                    return exact.scale() > PLACES ? exact.setScale(PLACES, RoundingMode.HALF_EVEN) : exact;
                }
                BigDecimal due = exact.add(of(carry, tier));
                BigDecimal go = due.setScale(0, RoundingMode.FLOOR).min(there);
                carry.put(tier, due.subtract(go));
                return go;
            }

            void come() {
                for (TierPlan tier : plan.tiers()) {
                    BigDecimal comes = tier.intake(year);
                    add(recruited, tier.id(), comes);
                    add(present, tier.id(), comes);
                }
                for (TierPlan tier : plan.tiers()) {
                    tier.cadence().filter(cadence -> cadence.isRound(year)).ifPresent(cadence -> select(tier, cadence));
                }
            }

            private void select(TierPlan tier, SelectionCadence cadence) {
                Optional<String> from = cadence.fedFrom();
                BigDecimal selected = cadence.size();
                if (from.isPresent()) {

                    BigDecimal there = of(present, from.get());
                    selected = selected.min(there);
                    add(shortfall, tier.id(), cadence.size().subtract(selected));
                    add(present, from.get(), selected.negate());
                    add(promotedOut, from.get(), selected);
                    add(promotedIn, tier.id(), selected);
                } else {
                    add(recruited, tier.id(), selected);
                }
                if (plan.order() == EventOrder.INTAKE_FIRST) {
                    add(present, tier.id(), selected);
                }
            }

            void close() {
                for (TierPlan tier : plan.tiers()) {
                    String id = tier.id();
                    BigDecimal opening = of(stock, id);
                    BigDecimal closing = opening.add(of(recruited, id))
                            .add(of(promotedIn, id))
                            .subtract(of(lost, id))
                            .subtract(of(promotedOut, id));
                    rows.add(new StockFlow.Row(
                            year,
                            id,
                            plain(opening),
                            plain(of(recruited, id)),
                            plain(of(promotedIn, id)),
                            plain(of(lost, id)),
                            plain(of(promotedOut, id)),
                            plain(closing),
                            plain(of(shortfall, id))));
                }
                for (int i = rows.size() - plan.tiers().size(); i < rows.size(); i++) {
                    stock.put(rows.get(i).tier(), rows.get(i).closing());
                }
            }
        }

        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
