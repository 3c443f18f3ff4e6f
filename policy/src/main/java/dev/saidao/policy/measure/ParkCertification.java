package dev.saidao.policy.measure;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import dev.saidao.core.ratio.RatioCalculator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How many parks were certified (特色产业园评定), year by year and in all, by all operators and by single ones.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableParkCertification.class)
@JsonDeserialize(as = ImmutableParkCertification.class)
public abstract class ParkCertification {

    private static final RatioCalculator RATIO = RatioCalculator.withDefaults();

    ParkCertification() {}

    /** {@return the code} */
    @Value.Parameter
    public abstract String id();

    /** {@return what is certified} */
    @Value.Parameter
    public abstract Label name();

    /** {@return the counts that are known} */
    @Value.Parameter
    public abstract List<ParkCount> counts();

    /**
     * Returns a certification.
     *
     * @param id the code
     * @param name what is certified
     * @param counts the counts that are known, each year and operator once
     * @return the certification
     * @throws IllegalArgumentException if a year and operator has two counts, a count is none, or an operator has more than
     *     all together
     */
    public static ParkCertification of(String id, Label name, List<ParkCount> counts) {
        return ImmutableParkCertification.of(id, name, counts);
    }

    private Optional<ParkCount> count(int year, Optional<String> operator) {
        return counts().stream()
                .filter(count -> count.year() == year && count.operator().equals(operator))
                .findFirst();
    }

    /**
     * Computes how many were certified before a year.
     *
     * <p>Example: 64 until 2025, of which 24 in 2025, are 40 before.
     *
     * @param year the year
     * @param operator who runs the parks; absent for all together
     * @return the number; absent if it does not follow from what is known
     */
    public final Optional<Derived<BoundedQuantity>> certifiedBefore(int year, Optional<String> operator) {
        return count(year, operator)
                .filter(count -> count.cumulative().isPresent() && count.added().isPresent())
                .map(count -> RATIO.openingStock(
                        count.cumulative().orElseThrow(), count.added().orElseThrow()));
    }

    /**
     * Computes the share of all certified parks that an operator runs.
     *
     * <p>Example: 9 of 64 are 14.06%.
     *
     * @param year until the end of which year
     * @param operator who runs the parks
     * @return the share; absent if it does not follow from what is known
     */
    public final Optional<Derived<BoundedQuantity>> share(int year, String operator) {
        Optional<Operand> own = count(year, Optional.of(operator)).flatMap(ParkCount::cumulative);
        Optional<Operand> all = count(year, Optional.empty()).flatMap(ParkCount::cumulative);
        return own.isPresent() && all.isPresent() ? Optional.of(RATIO.share(own.get(), all.get())) : Optional.empty();
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Certification");
        for (int i = 0; i < counts().size(); i++) {
            ParkCount count = counts().get(i);
            Require.that(
                    counts().indexOf(count(count.year(), count.operator()).orElseThrow()) == i,
                    "Year and operator must be given once: %s, %s",
                    count.year(),
                    count.operator().orElse("all"));
            requireNoMoreThanAll(count);
        }
    }

    private void requireNoMoreThanAll(ParkCount count) {
        Optional<Bounds> all = count(count.year(), Optional.empty())
                .flatMap(ParkCount::cumulative)
                .map(operand -> operand.value().bounds());
        boolean tooMany = count.cumulative().isPresent()
                && all.flatMap(Bounds::upper)
                        .filter(most -> count.cumulative().get().value().bounds().lower().stream()
                                .anyMatch(least -> least.compareTo(most) > 0))
                        .isPresent();
        Require.that(
                !tooMany,
                "Certified of an operator must be no more than all together: %s, %s",
                count.operator().orElse("all"),
                count.year());
    }
}
