package dev.saidao.policy.talent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.internal.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Builds plans. */
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
                        .map(tier -> tier.recruitingUntil(lastYear))
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
            tier.promotesTo().ifPresent(to -> requireKnown(to, ids));
            tier.cadence().flatMap(SelectionCadence::fedFrom).ifPresent(from -> {
                requireKnown(from, ids);
                Require.that(!from.equals(tier.id()), "Tier must not be fed from itself: %s", from);
            });
            tier.targetYear().ifPresent(year -> {
                Require.that(
                        year >= firstYear() && year <= lastYear(),
                        "Target year of tier %s must be %s to %s: %s",
                        tier.id(),
                        firstYear(),
                        lastYear(),
                        year);
            });
            for (int year : tier.intakeByYear().keySet()) {
                Require.that(
                        year >= firstYear() && year <= lastYear(),
                        "Year of the intake of tier %s must be %s to %s: %s",
                        tier.id(),
                        firstYear(),
                        lastYear(),
                        year);
            }
            if (counting() == Counting.WHOLE_PERSONS) {
                requireWhole(tier);
            }
        }
    }

    private static void requireKnown(String tier, Set<String> ids) {
        Require.that(ids.contains(tier), "Tier must be part of the plan: %s", tier);
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
