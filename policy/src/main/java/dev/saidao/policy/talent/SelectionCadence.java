package dev.saidao.policy.talent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A selection that recurs: so many people every so many years (以两年为周期遴选50名).
 *
 * <p>Example: 50 every 2 years from 2025 on are six rounds until 2035: 2025, 27, … 35.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableSelectionCadence.class)
@JsonDeserialize(as = ImmutableSelectionCadence.class)
public abstract class SelectionCadence {

    SelectionCadence() {}

    /** {@return how many are selected in a round, 0 or more} */
    @JsonDeserialize(using = DecimalJson.class)
    public abstract BigDecimal size();

    /** {@return how many are selected in rounds that differ from {@link #size}} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, BigDecimal> sizeByYear();

    /** {@return the years from one round to the next, 1 or more} */
    public abstract int everyYears();

    /** {@return the year of the first round} */
    public abstract int firstYear();

    /** {@return the tier that they come from and leave; absent if they come from outside} */
    public abstract Optional<String> fedFrom();

    /**
     * Returns a cadence of people who come from outside.
     *
     * @param size how many are selected in a round, 0 or more
     * @param everyYears the years from one round to the next, 1 or more
     * @param firstYear the year of the first round
     * @return the cadence
     * @throws IllegalArgumentException if a number is out of range
     */
    public static SelectionCadence of(BigDecimal size, int everyYears, int firstYear) {
        return ImmutableSelectionCadence.builder()
                .size(size)
                .everyYears(everyYears)
                .firstYear(firstYear)
                .build();
    }

    /**
     * Returns this cadence with people who come from another tier.
     *
     * @param tier the id of that tier
     * @return the cadence
     */
    public final SelectionCadence fedFrom(String tier) {
        return ImmutableSelectionCadence.builder().from(this).fedFrom(tier).build();
    }

    /**
     * Returns this cadence with rounds of another size.
     *
     * @param size how many are selected in a round, 0 or more
     * @return the cadence
     * @throws IllegalArgumentException if the size is negative
     */
    public final SelectionCadence ofSize(BigDecimal size) {
        return ImmutableSelectionCadence.builder().from(this).size(size).build();
    }

    /**
     * Returns this cadence with other sizes in some rounds.
     *
     * @param sizeByYear how many are selected in the rounds of some years, 0 or more
     * @return the cadence
     * @throws IllegalArgumentException if a size is negative or a year has no round
     */
    public final SelectionCadence withSizes(Map<Integer, BigDecimal> sizeByYear) {
        return ImmutableSelectionCadence.builder()
                .from(this)
                .sizeByYear(sizeByYear)
                .build();
    }

    /**
     * Returns how many are selected in a round.
     *
     * @param year the year of a round
     * @return the size of that round
     */
    public final BigDecimal size(int year) {
        return sizeByYear().getOrDefault(year, size());
    }

    /**
     * Returns the years of the rounds.
     *
     * @param from the first year that counts
     * @param to the last year that counts
     * @return the years of rounds from the one to the other, in order
     */
    public final List<Integer> rounds(int from, int to) {
        List<Integer> years = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            if (isRound(year)) {
                years.add(year);
            }
        }
        return years;
    }

    /**
     * Returns whether there is a round in a year.
     *
     * @param year the year
     * @return whether it is the first year or whole periods later
     */
    @JsonIgnore
    public final boolean isRound(int year) {
        return year >= firstYear() && (year - firstYear()) % everyYears() == 0;
    }

    @Value.Check
    final SelectionCadence check() {
        Require.that(size().signum() >= 0, "Size of a round must be 0 or more: %s", size());
        Require.that(
                everyYears() >= 1 && everyYears() <= 1_000, "Rounds must be every 1 to 1000 years: %s", everyYears());
        sizeByYear().forEach((year, size) -> {
            Require.that(size.signum() >= 0, "Size of the round of %s must be 0 or more: %s", year, size);
            Require.that(isRound(year), "Year of a size must have a round: %s", year);
        });
        BigDecimal canonical = Decimals.canonical(size(), "Size of a round");
        return Decimals.isCanonical(size()) ? this : ofSize(canonical);
    }
}
