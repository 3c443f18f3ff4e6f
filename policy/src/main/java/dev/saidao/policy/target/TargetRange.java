package dev.saidao.policy.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A range that an indicator is to lie in by a year, or to stay in until then: a floor and a ceiling (45% to 55%), a ceiling
 * alone (energy use of at most 5 billion tonnes), a floor alone (at least 120 million hectares of farmland).
 *
 * <p>A value outside of it is on the way to the {@linkplain #facing nearest end}, as to any {@link Target}; a value within it has
 * achieved it for now.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTargetRange.class)
@JsonDeserialize(as = ImmutableTargetRange.class)
public abstract class TargetRange {

    TargetRange() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return what is to be reached or kept} */
    public abstract Label name();

    /** {@return the lowest value that is good enough; absent if none is too low} */
    public abstract Optional<Operand> floor();

    /** {@return the highest value that is good enough; absent if none is too high} */
    public abstract Optional<Operand> ceiling();

    /** {@return where it started; absent if that is not known} */
    public abstract Optional<Observation> baseline();

    /** {@return the year by whose end it is to be reached, or until whose end it is to be kept} */
    public abstract int year();

    /** {@return a builder; id, name, year and a floor or a ceiling must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds ranges.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableTargetRange.Builder {
        Builder() {}
    }

    /** {@return the target of an increase to the floor, if there is one} */
    @JsonIgnore
    public final Optional<Target> upToFloor() {
        return floor().map(value -> target(value, Direction.INCREASE));
    }

    /** {@return the target of a decrease to the ceiling, if there is one} */
    @JsonIgnore
    public final Optional<Target> downToCeiling() {
        return ceiling().map(value -> target(value, Direction.DECREASE));
    }

    /**
     * Returns the targets that values may still have before them.
     *
     * @param values what is known of the latest value
     * @return the increase to the floor if values may be too low, the decrease to the ceiling if they may be too high
     */
    public final List<Target> facing(Bounds values) {
        List<Target> facing = new ArrayList<>();
        upToFloor().filter(target -> !values.intersection(tooLow()).isEmpty()).ifPresent(facing::add);
        downToCeiling()
                .filter(target -> !values.intersection(tooHigh()).isEmpty())
                .ifPresent(facing::add);
        return List.copyOf(facing);
    }

    /** The values that may be too low: those under the highest floor there may be. */
    final Bounds tooLow() {
        return floor().map(end ->
                        end.value().bounds().upper().map(Bounds::lessThan).orElse(Bounds.all()))
                .orElse(Bounds.empty());
    }

    /** The values that may be too high. */
    final Bounds tooHigh() {
        return ceiling()
                .map(end ->
                        end.value().bounds().lower().map(Bounds::greaterThan).orElse(Bounds.all()))
                .orElse(Bounds.empty());
    }

    private Target target(Operand value, Direction direction) {
        return Target.builder()
                .id(id())
                .name(name())
                .kind(TargetKind.LEVEL)
                .direction(direction)
                .baseline(baseline())
                .value(value)
                .year(year())
                .build();
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Target");
        Require.that(
                floor().isPresent() || ceiling().isPresent(), "Range must have a floor, a ceiling or both: %s", id());
        List<Operand> ends = new ArrayList<>();
        floor().ifPresent(ends::add);
        ceiling().ifPresent(ends::add);
        baseline().map(Observation::value).ifPresent(ends::add);
        Unit unit = ends.get(0).value().unit();
        ends.forEach(end -> unit.requireSame(end.value().unit()));
        if (floor().isPresent() && ceiling().isPresent()) {
            Bounds low = floor().get().value().bounds();
            Bounds high = ceiling().get().value().bounds();
            Require.that(
                    low.strictlyPrecedes(high),
                    "Floor must be below the ceiling, %s: %s",
                    ceiling().get().value(),
                    floor().get().value());
        }
        // refuses a baseline that is not before the year
        upToFloor();
        downToCeiling();
    }
}
