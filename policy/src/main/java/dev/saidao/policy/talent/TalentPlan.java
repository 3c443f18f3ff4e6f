package dev.saidao.policy.talent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A plan for tiers of talent over some years.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTalentPlan.class)
@JsonDeserialize(as = ImmutableTalentPlan.class)
public abstract class TalentPlan {

    /** Most years of a plan. */
    public static final int MAX_YEARS = 1_000;

    /** Most tiers of a plan. */
    public static final int MAX_TIERS = 100;

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-talent-plan/1";

    TalentPlan() {}

    /** {@return the version of the JSON form, {@value #FORMAT}} */
    @Value.Default
    public String format() {
        return FORMAT;
    }

    /** {@return the first year} */
    public abstract int firstYear();

    /** {@return the last year} */
    public abstract int lastYear();

    /** {@return what comes first in a year; {@link EventOrder#LOSS_FIRST} by default} */
    @Value.Default
    public EventOrder order() {
        return EventOrder.LOSS_FIRST;
    }

    /** {@return whether people are counted or their expected number; {@link Counting#EXPECTATION} by default} */
    @Value.Default
    public Counting counting() {
        return Counting.EXPECTATION;
    }

    /** {@return the tiers, 1 or more, in the order in which they are reported} */
    public abstract List<TierPlan> tiers();

    /** {@return a builder; first and last year and tiers must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds plans.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableTalentPlan.Builder {
        Builder() {}
    }

    /**
     * Returns a tier.
     *
     * @param id its code
     * @return the tier
     * @throws IllegalArgumentException if there is none
     */
    public final TierPlan tier(String id) {
        return tiers().stream()
                .filter(tier -> tier.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Tier must be part of the plan: " + id));
    }

    /**
     * Returns the year by whose end a tier is to have reached its target.
     *
     * @param tier a tier of this plan
     * @return its target year, or the last year
     */
    public final int targetYear(TierPlan tier) {
        return tier.targetYear().orElse(lastYear());
    }

    /**
     * Returns this plan with one tier changed.
     *
     * @param id the code of the tier
     * @param change what to make of it
     * @return the plan
     * @throws IllegalArgumentException if there is no such tier
     */
    public final TalentPlan with(String id, UnaryOperator<TierPlan> change) {
        tier(id);
        return copied(
                lastYear(),
                counting(),
                tiers().stream()
                        .map(tier -> tier.id().equals(id) ? change.apply(tier) : tier)
                        .toList());
    }

    /**
     * Returns this plan with another last year. What was to come in years after it is left out.
     *
     * @param lastYear the last year
     * @return the plan
     * @throws IllegalArgumentException if there are too many years, or a target is due later
     */
    public final TalentPlan until(int lastYear) {
        return copied(
                lastYear,
                counting(),
                tiers().stream()
                        .map(tier ->
                                tier.target().isPresent() && tier.targetYear().isEmpty()
                                        ? tier.dueIn(lastYear())
                                        : tier)
                        .map(tier -> tier.until(lastYear))
                        .toList());
    }

    /**
     * Returns this plan with another way of counting.
     *
     * @param counting whether people are counted or their expected number
     * @return the plan
     * @throws IllegalArgumentException if whole people are to be counted and a number is not whole
     */
    public final TalentPlan with(Counting counting) {
        return copied(lastYear(), counting, tiers());
    }

    /**
     * Returns what a tier is to have, and when.
     *
     * @param tier a tier of this plan
     * @return its milestones and its target by year
     */
    public final SortedMap<Integer, BigDecimal> goals(TierPlan tier) {
        SortedMap<Integer, BigDecimal> goals = new TreeMap<>(tier.milestones());
        tier.target().ifPresent(target -> goals.put(targetYear(tier), target));
        return goals;
    }

    /** {@return whether a rate of a tier is known only so far} */
    @JsonIgnore
    public final boolean isUncertain() {
        return !UncertainRates.of(this).isEmpty();
    }

    private TalentPlan copied(int lastYear, Counting counting, List<TierPlan> tiers) {
        return builder()
                .firstYear(firstYear())
                .lastYear(lastYear)
                .order(order())
                .counting(counting)
                .addAllTiers(tiers)
                .build();
    }

    /** {@return the number of years} */
    @JsonIgnore
    public final int years() {
        return lastYear() - firstYear() + 1;
    }

    @Value.Check
    final void check() {
        Require.that(format().equals(FORMAT), "Format must be %s: %s", FORMAT, format());
        PlanYears.count(firstYear(), lastYear(), MAX_YEARS);
        Require.that(
                !tiers().isEmpty() && tiers().size() <= MAX_TIERS,
                "Plan must have 1 to %s tiers: %s",
                MAX_TIERS,
                tiers().size());
        Set<String> ids = new HashSet<>();
        for (TierPlan tier : tiers()) {
            if (!ids.add(tier.id())) {
                throw new IllegalArgumentException("Tier id must be given once: " + tier.id());
            }
        }
        for (TierPlan tier : tiers()) {
            tier.cadence()
                    .flatMap(SelectionCadence::fedFrom)
                    .ifPresent(from ->
                            Require.that(!from.equals(tier.id()), "Tier must not be fed from itself: %s", from));
            tier.targetYear().ifPresent(year -> requireWithin(year, "Target year", tier));
            tier.committedUntil().ifPresent(year -> requireWithin(year, "Last settled year", tier));
            tier.milestones().keySet().forEach(year -> {
                requireWithin(year, "Year of a milestone", tier);
                Require.that(
                        tier.target().isEmpty() || year < targetYear(tier),
                        "Year of a milestone of tier %s must be before the target year %s: %s",
                        tier.id(),
                        targetYear(tier),
                        year);
            });
            tier.yearsNamed()
                    .forEach((what, years) -> years.forEach(year -> requireWithin(year, "Year of the " + what, tier)));
            requireAgesOfAll(tier);
            if (counting() == Counting.WHOLE_PERSONS) {
                requireWhole(tier);
            }
        }
    }

    private void requireWithin(int year, String what, TierPlan tier) {
        Require.that(
                year >= firstYear() && year <= lastYear(),
                "%s of tier %s must be %s to %s: %s",
                what,
                tier.id(),
                firstYear(),
                lastYear(),
                year);
    }

    /** Who goes from one tier to another takes the age along, so that both must know it or neither. */
    private void requireAgesOfAll(TierPlan tier) {
        Set<String> others = new HashSet<>(tier.leadsTo());
        tier.cadence().flatMap(SelectionCadence::fedFrom).ifPresent(others::add);
        for (String other : others) {
            Require.that(
                    tier(other).ages().isPresent() == tier.ages().isPresent(),
                    "Tiers between which people go must both have ages or neither: %s, %s",
                    tier.id(),
                    other);
        }
    }

    /** Checks that a tier counts whole people. */
    static void requireWhole(TierPlan tier) {
        tier.numbersOfPeople()
                .forEach((what, number) -> Require.that(
                        number.stripTrailingZeros().scale() <= 0,
                        "%s of tier %s must be whole: %s",
                        what,
                        tier.id(),
                        number));
    }
}
