package dev.saidao.policy.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.convention.Label;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.weighting.Weighting;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An indicator of a composite index, or an aggregate of such indicators: one node of an {@link IndicatorFramework}.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableIndicatorNode.class)
@JsonDeserialize(as = ImmutableIndicatorNode.class)
public abstract class IndicatorNode {

    IndicatorNode() {}

    /** {@return the code, by which tables and children refer to it} */
    public abstract String code();

    /** {@return the name for readers, if it is another than the code} */
    public abstract Optional<Label> name();

    /** {@return the unit of the values as printed in the table, such as {@code %}} */
    public abstract Optional<String> unit();

    /** {@return which way is better; {@link Direction#INCREASE} by default} */
    @Value.Default
    public Direction direction() {
        return Direction.INCREASE;
    }

    /** {@return the code of the aggregate it belongs to; none for the index itself} */
    public abstract Optional<String> parent();

    /** {@return the level it is said to have: 1 for an indicator, more for aggregates; found from the children if absent} */
    public abstract Optional<Integer> level();

    /** {@return the weight among the children of its parent, 0 or more, in any unit; 1 by default} */
    @Value.Default
    public BigDecimal weight() {
        return BigDecimal.ONE;
    }

    /** {@return the value that is to be reached, in the unit of the table} */
    public abstract Optional<BigDecimal> target();

    /** {@return the lower goalpost, in the unit of the table} */
    public abstract Optional<BigDecimal> lowerGoalpost();

    /** {@return the upper goalpost, in the unit of the table, above the lower one} */
    public abstract Optional<BigDecimal> upperGoalpost();

    /** {@return how values, goalposts and target are changed before they are scored; not at all if absent} */
    public abstract Optional<Transformation> transformation();

    /** {@return how its values are made comparable, if in another way than those of the others} */
    public abstract Optional<Normalization> normalization();

    /** {@return the column of the table by which values are divided before anything else, such as the population} */
    public abstract Optional<String> denominator();

    /** {@return where the values come from} */
    public abstract Optional<String> source();

    /** {@return the year to which the values refer} */
    public abstract Optional<Integer> year();

    /** {@return a builder; the code must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds nodes.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableIndicatorNode.Builder {
        Builder() {}
    }

    /** {@return the name for readers, which is the code if there is no other} */
    @JsonIgnore
    public final Label title() {
        return name().orElse(Label.same(code()));
    }

    /**
     * Returns this node with another weight.
     *
     * @param weight the weight, 0 or more
     * @return the node
     * @throws IllegalArgumentException if the weight is negative
     */
    public abstract IndicatorNode withWeight(BigDecimal weight);

    /** A number in the unit of the table, as the values are scored. */
    final double transformed(double number) {
        return transformation().isPresent() ? transformation().get().of(number) : number;
    }

    /** The weight before any scores are looked at. */
    final double weight(Weighting weighting) {
        return weighting == Weighting.GIVEN ? weight().doubleValue() : 1;
    }

    @Value.Check
    final void check() {
        Codes.require(code(), "Indicator");
        parent().ifPresent(parent -> Codes.require(parent, "Parent of indicator " + code() + ":"));
        if (level().isPresent() && level().get() < 1) {
            throw new IllegalArgumentException("Level of " + code() + " must be 1 or more: " + level().get());
        }
        Require.that(
                weight().signum() >= 0,
                "Weight of %s must be 0 or more: %s",
                code(),
                Decimals.shown(weight().toString()));
        Require.that(
                lowerGoalpost().isPresent() == upperGoalpost().isPresent(),
                "Goalposts of %s must be both there or both absent",
                code());
        Stream.of(target(), lowerGoalpost(), upperGoalpost())
                .flatMap(Optional::stream)
                .forEach(stated -> Require.that(
                        Double.isFinite(transformed(stated.doubleValue())),
                        "Goalposts and target of %s must be positive for %s: %s",
                        code(),
                        transformation().map(Enum::name).orElse(""),
                        stated));
        if (lowerGoalpost().isPresent()
                && lowerGoalpost().get().compareTo(upperGoalpost().orElseThrow()) >= 0) {
            throw new IllegalArgumentException("Lower goalpost of " + code() + " must be below the upper one: "
                    + lowerGoalpost().get() + ", " + upperGoalpost().orElseThrow());
        }
    }
}
