package dev.saidao.policy.talent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a tier of a plan has, loses and gets, and what it is to have.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTierPlan.class)
@JsonDeserialize(as = ImmutableTierPlan.class)
public abstract class TierPlan {

    TierPlan() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return the name for readers, if it is another than the code} */
    public abstract Optional<Label> name();

    /** {@return the opening stock of the first year, 0 or more (national accounts: opening stock)} */
    @JsonDeserialize(using = DecimalJson.class)
    public abstract BigDecimal openingStock();

    /** {@return the share that leaves for good in a year, 0 to 1; 0 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal lossRate() {
        return BigDecimal.ZERO;
    }

    /** {@return how many come from outside each year, 0 or more; 0 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal intake() {
        return BigDecimal.ZERO;
    }

    /** {@return how many come from outside in years that differ from {@link #intake}} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.NaturalOrder
    public abstract Map<Integer, BigDecimal> intakeByYear();

    /** {@return the selection that recurs, if there is one} */
    public abstract Optional<SelectionCadence> cadence();

    /** {@return the tier to which some are promoted each year, if there is one} */
    public abstract Optional<String> promotesTo();

    /** {@return the share of those who stay that is promoted in a year, 0 to 1; 0 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal promotionRate() {
        return BigDecimal.ZERO;
    }

    /** {@return how many there are to be, if there is a target} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    public abstract Optional<BigDecimal> target();

    /** {@return the year by whose end the target is to be reached; the last year of the plan by default} */
    public abstract Optional<Integer> targetYear();

    /** {@return a builder; id and opening stock must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds tiers of a plan. */
    public static final class Builder extends ImmutableTierPlan.Builder {
        Builder() {}
    }

    /**
     * Returns how many come from outside in a year, selections apart.
     *
     * @param year the year
     * @return the intake of that year
     */
    public final BigDecimal intake(int year) {
        return intakeByYear().getOrDefault(year, intake());
    }

    /** {@return the name for readers, which is the code if there is no other} */
    @JsonIgnore
    public final Label title() {
        return name().orElse(Label.same(id()));
    }

    /**
     * Returns this tier with another intake in every year.
     *
     * @param intake how many come from outside each year, 0 or more
     * @return the tier
     * @throws IllegalArgumentException if the intake is negative
     */
    public final TierPlan recruiting(BigDecimal intake) {
        return copied(openingStock(), intake, Map.of(), cadence(), targetYear());
    }

    /**
     * Returns this tier with another cadence.
     *
     * @param cadence the selection that recurs
     * @return the tier
     */
    public final TierPlan selecting(SelectionCadence cadence) {
        return copied(openingStock(), intake(), intakeByYear(), Optional.of(cadence), targetYear());
    }

    /**
     * Returns this tier with another opening stock.
     *
     * @param openingStock the opening stock, 0 or more
     * @return the tier
     * @throws IllegalArgumentException if it is negative
     */
    public final TierPlan opening(BigDecimal openingStock) {
        return copied(openingStock, intake(), intakeByYear(), cadence(), targetYear());
    }

    /** This tier without what was to come after a year. */
    final TierPlan recruitingUntil(int lastYear) {
        Map<Integer, BigDecimal> kept = new TreeMap<>(intakeByYear());
        kept.keySet().removeIf(year -> year > lastYear);
        return copied(openingStock(), intake(), kept, cadence(), targetYear());
    }

    /** All that counts people in this tier, the target apart, by what it is. */
    final Map<String, BigDecimal> numbersOfPeople() {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        numbers.put("Opening stock", openingStock());
        numbers.put("Intake", intake());
        intakeByYear().forEach((year, intake) -> numbers.put("Intake of " + year, intake));
        cadence().ifPresent(cadence -> numbers.put("Size of the rounds", cadence.size()));
        return numbers;
    }

    /** This tier with a year for its target. */
    final TierPlan dueIn(int year) {
        return copied(openingStock(), intake(), intakeByYear(), cadence(), Optional.of(year));
    }

    private TierPlan copied(
            BigDecimal openingStock,
            BigDecimal intake,
            Map<Integer, BigDecimal> intakeByYear,
            Optional<SelectionCadence> cadence,
            Optional<Integer> targetYear) {
        return builder()
                .id(id())
                .name(name())
                .openingStock(openingStock)
                .lossRate(lossRate())
                .intake(intake)
                .putAllIntakeByYear(intakeByYear)
                .cadence(cadence)
                .promotesTo(promotesTo())
                .promotionRate(promotionRate())
                .target(target())
                .targetYear(targetYear)
                .build();
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Tier");
        requireNotNegative(openingStock(), "Opening stock");
        requireNotNegative(intake(), "Intake");
        intakeByYear().forEach((year, intake) -> requireNotNegative(intake, "Intake of " + year));
        target().ifPresent(target -> requireNotNegative(target, "Target"));
        requireShare(lossRate(), "Loss rate");
        requireShare(promotionRate(), "Promotion rate");
        Require.that(
                promotionRate().signum() <= 0 || !promotesTo().isEmpty(),
                "Tier must name the one it promotes to: %s",
                id());
        Require.that(promotesTo().filter(id()::equals).isEmpty(), "Tier must not promote to itself: %s", id());
        Require.that(
                targetYear().isEmpty() || !target().isEmpty(), "Tier with a target year must have a target: %s", id());
    }

    private void requireNotNegative(BigDecimal value, String what) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    what + " of tier " + id() + " must be 0 or more: " + value.toPlainString());
        }
    }

    private void requireShare(BigDecimal value, String what) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(what + " of tier " + id() + " must be 0 to 1: " + value.toPlainString());
        }
    }
}
