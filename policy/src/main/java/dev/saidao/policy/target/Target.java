package dev.saidao.policy.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A target: what an indicator is to be by when, or at least which way it is to go.
 *
 * <p>All values are of one unit. The baseline comes first, then the milestones in the order of their years, then the target.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTarget.class)
@JsonDeserialize(as = ImmutableTarget.class)
public abstract class Target {

    Target() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return what is to be reached} */
    public abstract Label name();

    /** {@return what the statement speaks of} */
    public abstract TargetKind kind();

    /** {@return which way is wanted} */
    public abstract Direction direction();

    /** {@return where it started; absent if that is not known} */
    public abstract Optional<Observation> baseline();

    /** {@return the value to be reached; absent if only the direction is given} */
    public abstract Optional<Operand> value();

    /** {@return the year by whose end it is to be reached; absent if and only if the value is} */
    public abstract Optional<Integer> year();

    /** {@return whether the value itself is good enough; {@link TargetBound#INCLUDED} by default} */
    @Value.Default
    public TargetBound bound() {
        return TargetBound.INCLUDED;
    }

    /** {@return what is to be reached on the way, in the order of the years} */
    public abstract List<Observation> milestones();

    /** {@return a limit that no value can pass, such as 100% of a whole, if there is one} */
    public abstract Optional<BigDecimal> naturalLimit();

    /**
     * Returns a target that speaks of a level.
     *
     * @param id the code, which is its name as well
     * @param direction which way is wanted
     * @param baseline where it started
     * @param target what is to be reached, and by the end of which year, in the same unit
     * @return the target
     * @throws IllegalArgumentException if the id is no code, the units differ, or the years are not in order
     */
    public static Target of(String id, Direction direction, Observation baseline, Observation target) {
        return builder()
                .id(id)
                .name(Label.same(id))
                .kind(TargetKind.LEVEL)
                .direction(direction)
                .baseline(baseline)
                .value(target.value())
                .year(target.year())
                .build();
    }

    /** {@return a builder; id, name, kind and direction must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds targets.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableTarget.Builder {
        Builder() {}

        /**
         * Sets an exact value.
         *
         * @param value the value to be reached
         * @return this builder
         */
        public Builder value(Quantity value) {
            value(Operand.of(value));
            return this;
        }
    }

    /** {@return the milestones and the target itself, in the order of the years} */
    @JsonIgnore
    public final List<Observation> path() {
        List<Observation> path = new ArrayList<>(milestones());
        value().ifPresent(value -> path.add(Observation.of(year().orElseThrow(), value)));
        return List.copyOf(path);
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Target");
        Require.that(
                value().isPresent() == year().isPresent(), "Target must have a value and a year, or neither: %s", id());
        List<Observation> all = new ArrayList<>();
        baseline().ifPresent(all::add);
        all.addAll(path());
        for (int i = 1; i < all.size(); i++) {
            Unit unit = all.get(0).value().value().unit();
            unit.requireSame(all.get(i).value().value().unit());
            Require.that(
                    all.get(i).year() > all.get(i - 1).year(),
                    "Years of target %s must be in order: %s before %s",
                    id(),
                    all.get(i - 1).year(),
                    all.get(i).year());
        }
    }
}
