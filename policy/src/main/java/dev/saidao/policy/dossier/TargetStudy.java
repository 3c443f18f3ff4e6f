package dev.saidao.policy.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a target headcount takes under named assumptions, where people are selected in rounds and nobody is there before: the stock to
 * expect, the opening stock, the size of a round or the intake that would do, and how likely the target is to be reached.
 *
 * <p>Example: 300 by 2035 in six rounds of about 50 with 1% leaving a year: 285.5 are to be expected, rounds of 52.55 would do.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonSerialize(as = ImmutableTargetStudy.class)
@JsonDeserialize(as = ImmutableTargetStudy.class)
public abstract class TargetStudy implements Explained {

    TargetStudy() {}

    /**
     * What a study can say.
     *
     * @since 0.1
     */
    public enum Quantity {
        /** The stock to expect in the target year from the published rounds. */
        EXPECTED("expected"),
        /** The opening stock with which the published rounds lead to the target. */
        OPENING("opening"),
        /** The size of a round that leads to the target. */
        ROUND_SIZE("round-size"),
        /** The same number of people every year that leads to the target, instead of rounds. */
        INTAKE("intake");

        private final String code;

        Quantity(String code) {
            this.code = code;
        }

        /** {@return the code, with which the id of the conclusion ends} */
        public String code() {
            return code;
        }
    }

    /** {@return the id by which it can be found again} */
    public abstract String id();

    /** {@return what is to be reached} */
    public abstract Label target();

    /** {@return the id of the figure of the target} */
    public abstract String figure();

    /** {@return the share that is taken to leave in a year; an assumption, where no source gives any} */
    public abstract BigDecimal loss();

    /** {@return the number of rounds until the target year} */
    public abstract int rounds();

    /** {@return how the rounds are counted} */
    public abstract Label counting();

    /** {@return what follows; what needs a published size of rounds only where there is one} */
    public abstract List<Conclusion> values();

    /** {@return the probability year by year; empty if no size of rounds is published} */
    public abstract List<Chance> chances();

    /** {@return the opening stock with which the target is reached with 90%: one number, or none if it is not known} */
    public abstract List<Long> openingForLikely();

    @Override
    public final Explanation explanation() {
        String percent = loss().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        return Explanation.of(
                values().stream().map(Conclusion::derivation).toList(),
                List.of(),
                List.of(Label.of("assumed to leave in a year: " + percent, "年减员率假设为" + percent), counting()));
    }

    /**
     * Returns what the study says of a quantity.
     *
     * @param quantity the quantity
     * @return the conclusion; absent if it needs a size of rounds and none is published
     */
    public final Optional<Conclusion> value(Quantity quantity) {
        return values().stream()
                .filter(value -> value.id().equals(idOf(id(), quantity)))
                .findFirst();
    }

    static String idOf(String study, Quantity quantity) {
        return study + "." + quantity.code();
    }

    static ImmutableTargetStudy.Builder builder() {
        return ImmutableTargetStudy.builder();
    }

    /**
     * A year on the way to a target, with nobody there before.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableChance.class)
    @JsonDeserialize(as = ImmutableChance.class)
    public abstract static class Chance {

        Chance() {}

        /** {@return the year} */
        public abstract int year();

        /** {@return the expected number of people, to 10 digits} */
        public abstract BigDecimal expected();

        /** {@return the number that is reached or exceeded with 95%} */
        public abstract long low();

        /** {@return the number that is not exceeded with 95%} */
        public abstract long high();

        /** {@return the probability of having reached the target, to 10 digits} */
        public abstract BigDecimal probability();

        static ImmutableChance.Builder builder() {
            return ImmutableChance.builder();
        }
    }
}
