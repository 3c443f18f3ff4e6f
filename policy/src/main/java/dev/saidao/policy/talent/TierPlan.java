package dev.saidao.policy.talent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    static final String ANY = "other";
    static final String RETIREMENT = "retirement";
    private static final UncertainRate NONE = UncertainRate.of(BigDecimal.ZERO);

    TierPlan() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return the name for readers, if it is another than the code} */
    public abstract Optional<Label> name();

    /** {@return the opening stock of the first year, 0 or more (national accounts: opening stock)} */
    @JsonDeserialize(using = DecimalJson.class)
    public abstract BigDecimal openingStock();

    /** {@return how old the people of the opening stock are and when they retire, if it is known} */
    public abstract Optional<AgeStructure> ages();

    /** {@return the share that leaves for good in a year, 0 to 1; 0 by default, and with reasons} */
    @Value.Default
    public UncertainRate lossRate() {
        return NONE;
    }

    /** {@return the share that leaves for good in years that differ from {@link #lossRate}} */
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, UncertainRate> lossRateByYear();

    /** {@return the reasons for which people leave for good, whose rates add up; none if there is one rate for all} */
    public abstract List<LossReason> losses();

    /** {@return how many come from outside each year, 0 or more; 0 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal intake() {
        return BigDecimal.ZERO;
    }

    /** {@return how many come from outside in years that differ from {@link #intake}} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, BigDecimal> intakeByYear();

    /** {@return the last year whose intake and selection are settled: what a target requires is looked for in later ones} */
    public abstract Optional<Integer> committedUntil();

    /** {@return the selection that recurs, if there is one} */
    public abstract Optional<SelectionCadence> cadence();

    /** {@return the tier to which some are promoted each year, if there is one} */
    public abstract Optional<String> promotesTo();

    /** {@return the share of those who stay that is promoted in a year, 0 to 1; 0 by default} */
    @Value.Default
    public UncertainRate promotionRate() {
        return NONE;
    }

    /** {@return more ways from this tier to others, up, down or across} */
    public abstract List<TierMove> moves();

    /** {@return how many there are to be, if there is a target} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    public abstract Optional<BigDecimal> target();

    /** {@return the year by whose end the target is to be reached; the last year of the plan by default} */
    public abstract Optional<Integer> targetYear();

    /** {@return how many there are to be at the end of years before the target year} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, BigDecimal> milestones();

    /** {@return a builder; id and opening stock must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds tiers of a plan.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableTierPlan.Builder {
        Builder() {}

        /**
         * Sets a loss rate that is known.
         *
         * @param rate the share that leaves for good in a year, 0 to 1
         * @return this builder
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder lossRate(BigDecimal rate) {
            return lossRate(UncertainRate.of(rate));
        }

        /**
         * Sets a promotion rate that is known.
         *
         * @param rate the share of those who stay that is promoted in a year, 0 to 1
         * @return this builder
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder promotionRate(BigDecimal rate) {
            return promotionRate(UncertainRate.of(rate));
        }
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

    /**
     * Returns the share that leaves for good in a year, for whatever reason but age.
     *
     * @param year the year
     * @return the sum of the expected rates of all reasons
     */
    public final BigDecimal lossRate(int year) {
        return rate(losses(year), UncertainRate::expected);
    }

    private static BigDecimal rate(List<LossReason> losses, Function<UncertainRate, BigDecimal> of) {
        return losses.stream().map(loss -> of.apply(loss.rate())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The reasons for which people leave in a year, with the rates of the year; one without a name of its own if there is one rate. */
    final List<LossReason> losses(int year) {
        if (losses().isEmpty()) {
            UncertainRate rate = lossRateByYear().getOrDefault(year, lossRate());
            return List.of(LossReason.builder().reason(ANY).rate(rate).build());
        }
        return losses().stream()
                .map(loss -> LossReason.builder()
                        .reason(loss.reason())
                        .rate(loss.rate(year))
                        .build())
                .toList();
    }

    /** The ways to other tiers, with the rates of a year. */
    final List<TierMove> moves(int year) {
        Stream<TierMove> promotion =
                promotesTo()
                        .map(to ->
                                TierMove.builder().to(to).rate(promotionRate()).build())
                        .stream();
        Stream<TierMove> others = moves().stream()
                .map(move ->
                        TierMove.builder().to(move.to()).rate(move.rate(year)).build());
        return Stream.concat(promotion, others).toList();
    }

    /** The tiers to which there is a way. */
    final Set<String> leadsTo() {
        return Stream.concat(promotesTo().stream(), moves().stream().map(TierMove::to))
                .collect(Collectors.toSet());
    }

    /** Whether people are told apart by the reason for which they leave. */
    final boolean hasReasons() {
        return !losses().isEmpty() || ages().isPresent();
    }

    /** The years of which something is said that holds for no other year, by what is said. */
    final Map<String, Set<Integer>> yearsNamed() {
        Map<String, Set<Integer>> years = new LinkedHashMap<>();
        years.put("intake", intakeByYear().keySet());
        years.put("loss rate", lossRateByYear().keySet());
        losses().forEach(loss ->
                years.put("loss rate by " + loss.reason(), loss.rateByYear().keySet()));
        moves().forEach(move ->
                years.put("rate to " + move.to(), move.rateByYear().keySet()));
        cadence()
                .ifPresent(cadence ->
                        years.put("size of the rounds", cadence.sizeByYear().keySet()));
        return years;
    }

    /** Whether the rates of a year are those of all years of which nothing is said. */
    final boolean isUsual(int year) {
        return !lossRateByYear().containsKey(year)
                && losses().stream().noneMatch(loss -> loss.rateByYear().containsKey(year))
                && moves().stream().noneMatch(move -> move.rateByYear().containsKey(year));
    }

    /** How many ways there are to leave: reasons, and other tiers. */
    final int ways() {
        return Math.max(1, losses().size()) + (int) promotesTo().stream().count() + moves().size();
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
        return builder().from(this).intake(intake).intakeByYear(Map.of()).build();
    }

    /**
     * Returns this tier with another cadence.
     *
     * @param cadence the selection that recurs
     * @return the tier
     */
    public final TierPlan selecting(SelectionCadence cadence) {
        return builder().from(this).cadence(cadence).build();
    }

    /**
     * Returns this tier with another opening stock.
     *
     * @param openingStock the opening stock, 0 or more
     * @return the tier
     * @throws IllegalArgumentException if it is negative, or the tier has an age structure of another sum
     */
    public final TierPlan opening(BigDecimal openingStock) {
        return builder().from(this).openingStock(openingStock).build();
    }

    /**
     * Returns this tier with another loss rate in every year, instead of all reasons but age.
     *
     * @param rate the share that leaves for good in a year
     * @return the tier
     */
    public final TierPlan losing(UncertainRate rate) {
        return builder()
                .from(this)
                .lossRate(rate)
                .lossRateByYear(Map.of())
                .losses(List.of())
                .build();
    }

    /**
     * Returns this tier with another target.
     *
     * @param target how many there are to be, 0 or more
     * @param year the year by whose end; milestones are left out
     * @return the tier
     * @throws IllegalArgumentException if the target is negative
     */
    public final TierPlan aiming(BigDecimal target, int year) {
        return builder()
                .from(this)
                .target(target)
                .targetYear(year)
                .milestones(Map.of())
                .build();
    }

    /** This tier with another intake in the years that are not settled. */
    final TierPlan recruiting(BigDecimal intake, int firstYear) {
        Map<Integer, BigDecimal> settled = new TreeMap<>();
        committedUntil()
                .ifPresent(until ->
                        IntStream.rangeClosed(firstYear, until).forEach(year -> settled.put(year, intake(year))));
        return builder().from(this).intake(intake).intakeByYear(settled).build();
    }

    /** This tier with rounds of another size, fed from outside, in the years that are not settled. */
    final TierPlan selectingRounds(BigDecimal size, int firstYear) {
        SelectionCadence now = cadence().orElseThrow();
        Map<Integer, BigDecimal> settled = new TreeMap<>();
        committedUntil()
                .ifPresent(until -> now.rounds(firstYear, until).forEach(year -> settled.put(year, now.size(year))));
        return selecting(
                SelectionCadence.of(size, now.everyYears(), now.firstYear()).withSizes(settled));
    }

    /** This tier without what was to be after a year. */
    final TierPlan until(int lastYear) {
        return builder()
                .from(this)
                .intakeByYear(until(intakeByYear(), lastYear))
                .lossRateByYear(until(lossRateByYear(), lastYear))
                .losses(losses().stream()
                        .map(loss -> LossReason.builder()
                                .from(loss)
                                .rateByYear(until(loss.rateByYear(), lastYear))
                                .build())
                        .toList())
                .moves(moves().stream()
                        .map(move -> TierMove.builder()
                                .from(move)
                                .rateByYear(until(move.rateByYear(), lastYear))
                                .build())
                        .toList())
                .cadence(cadence().map(cadence -> cadence.withSizes(until(cadence.sizeByYear(), lastYear))))
                .committedUntil(committedUntil().map(year -> Math.min(year, lastYear)))
                .build();
    }

    private static <T> Map<Integer, T> until(Map<Integer, T> byYear, int lastYear) {
        Map<Integer, T> kept = new TreeMap<>(byYear);
        kept.keySet().removeIf(year -> year > lastYear);
        return kept;
    }

    /** All that counts people in this tier, the target apart, by what it is. */
    final Map<String, BigDecimal> numbersOfPeople() {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        numbers.put("Opening stock", openingStock());
        ages().ifPresent(ages -> ages.stock().forEach((age, people) -> numbers.put("Stock of age " + age, people)));
        numbers.put("Intake", intake());
        intakeByYear().forEach((year, intake) -> numbers.put("Intake of " + year, intake));
        cadence().ifPresent(cadence -> {
            numbers.put("Size of the rounds", cadence.size());
            cadence.sizeByYear().forEach((year, size) -> numbers.put("Size of the round of " + year, size));
        });
        return numbers;
    }

    /** This tier with a year for its target. */
    final TierPlan dueIn(int year) {
        return builder().from(this).targetYear(year).build();
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Tier");
        requireNotNegative(openingStock(), "Opening stock");
        requireNotNegative(intake(), "Intake");
        intakeByYear().forEach((year, intake) -> requireNotNegative(intake, "Intake of " + year));
        target().ifPresent(target -> requireNotNegative(target, "Target"));
        milestones().forEach((year, number) -> requireNotNegative(number, "Milestone of " + year));
        ages().ifPresent(ages -> Require.that(
                ages.people().compareTo(openingStock()) == 0,
                "Stock of all ages of tier %s must make the opening stock %s: %s",
                id(),
                openingStock().toPlainString(),
                ages.people().toPlainString()));
        requireRates();
        Require.that(
                promotionRate().equals(NONE) || !promotesTo().isEmpty(),
                "Tier must name the one it promotes to: %s",
                id());
        Require.that(!leadsTo().contains(id()), "Tier must not promote to itself: %s", id());
        Require.that(
                milestones().isEmpty() || target().isPresent(), "Tier with milestones must have a target: %s", id());
        Require.that(
                targetYear().isEmpty() || !target().isEmpty(), "Tier with a target year must have a target: %s", id());
    }

    private void requireNotNegative(BigDecimal value, String what) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    what + " of tier " + id() + " must be 0 or more: " + value.toPlainString());
        }
    }

    private void requireRates() {
        Require.that(
                losses().isEmpty()
                        || (lossRate().equals(NONE) && lossRateByYear().isEmpty()),
                "Tier must give its losses by one rate or by reasons, not by both: %s",
                id());
        requireOnce(losses().stream().map(LossReason::reason).toList(), "Reason");
        requireOnce(
                Stream.concat(promotesTo().stream(), moves().stream().map(TierMove::to))
                        .toList(),
                "Way");
        Set<Integer> years = new TreeSet<>(Set.of(Integer.MIN_VALUE));
        yearsNamed().values().forEach(years::addAll);
        for (int year : years) {
            requireShare(rate(losses(year), UncertainRate::greatestDrawn), "Loss rates");
            requireShare(
                    moves(year).stream()
                            .map(move -> move.rate().greatestDrawn())
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    "Rates to other tiers");
        }
    }

    private void requireOnce(List<String> codes, String what) {
        Set<String> seen = new HashSet<>();
        codes.forEach(code -> Require.that(seen.add(code), "%s of tier %s must be given once: %s", what, id(), code));
    }

    private void requireShare(BigDecimal sum, String what) {
        Require.that(
                sum.compareTo(BigDecimal.ONE) <= 0,
                "%s of tier %s must be at most 1 together: %s",
                what,
                id(),
                sum.toPlainString());
    }
}
