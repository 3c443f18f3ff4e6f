package dev.saidao.policy.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a scheme says of the way to a target, and why.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableProgressAssessment.class)
@JsonDeserialize(as = ImmutableProgressAssessment.class)
public abstract non-sealed class ProgressAssessment implements ProgressMember, Explained {

    ProgressAssessment() {}

    /** {@return the scheme} */
    public abstract ProgressScheme scheme();

    /** {@return the thresholds, if they are not those that the scheme has published} */
    public abstract Optional<ProgressThresholds> ownThresholds();

    /** {@return the id of the target} */
    public abstract String target();

    /** {@return every status that the numbers allow, best first: one, if they are exact enough} */
    @Override
    public abstract List<ProgressStatus> possibleStatuses();

    /** {@return the reason for readers} */
    @Override
    public abstract Label reason();

    /** {@return the growth rate from the base year to the latest year; absent if there is none} */
    public abstract Optional<Derivation> observedRate();

    /** {@return the growth rate required from the base year on: what was promised} */
    public abstract Optional<Derivation> requiredRateFromBase();

    /** {@return the growth rate required from the latest year on: what is left to do} */
    public abstract Optional<Derivation> requiredRateFromNow();

    /**
     * {@return what was held against the thresholds: the ratio of the observed to the required rate, the share of the gap, or
     * the growth in the wanted direction}
     */
    public abstract Optional<Derivation> measure();

    /** {@return the coefficient C of Statistics Canada, if there is a natural limit and no target} */
    public abstract Optional<Derivation> limitCoefficient();

    /** {@return the score, if there are any: -5 to 5 for Statistics Canada, 1 to 3 for the UN, steps for thresholds of one's own} */
    @Override
    public abstract Optional<Bounds> score();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableProgressAssessment.Builder {
        Builder() {}
    }

    @Override
    @JsonIgnore
    public final ProgressThresholds thresholds() {
        return ownThresholds().orElseGet(scheme()::published);
    }

    /** {@return the status, if the numbers allow only one} */
    @JsonIgnore
    public final Optional<ProgressStatus> status() {
        return possibleStatuses().size() == 1 ? Optional.of(possibleStatuses().get(0)) : Optional.empty();
    }

    /** {@return the derivations of the rates, the measure and the coefficient, as far as there are any, and the {@link #reason}} */
    @Override
    public final Explanation explanation() {
        return Explanation.of(
                Stream.of(observedRate(), requiredRateFromBase(), requiredRateFromNow(), measure(), limitCoefficient())
                        .flatMap(Optional::stream)
                        .toList(),
                List.of(reason()),
                List.of());
    }

    /** {@return a line such as {@code T-01 by EUROSTAT: [ON_TRACK], score [3, 3]; reason}} */
    @Override
    public final String toString() {
        return target() + " by " + ownThresholds().map(ProgressThresholds::id).orElse(scheme().name()) + ": "
                + possibleStatuses()
                + score().map(bounds -> ", score " + bounds).orElse("") + "; "
                + reason().en();
    }
}
