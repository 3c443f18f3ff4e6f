package dev.saidao.policy.measure;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.quantity.Unit;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How many parks were certified in a year and until its end, in all or by one operator.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableParkCount.class)
@JsonDeserialize(as = ImmutableParkCount.class)
public abstract class ParkCount {

    ParkCount() {}

    /** {@return the year} */
    public abstract int year();

    /** {@return who runs the parks; absent for all together} */
    public abstract Optional<String> operator();

    /** {@return how many were certified in the year, if known} */
    public abstract Optional<Operand> added();

    /** {@return how many were certified until the end of the year, if known} */
    public abstract Optional<Operand> cumulative();

    /**
     * Returns a count.
     *
     * @param year the year
     * @param operator who runs the parks; absent for all together
     * @param added how many were certified in the year, if known
     * @param cumulative how many were certified until the end of the year, if known
     * @return the count
     * @throws IllegalArgumentException if a number is no count
     */
    public static ParkCount of(
            int year, Optional<String> operator, Optional<Operand> added, Optional<Operand> cumulative) {
        return ImmutableParkCount.builder()
                .year(year)
                .operator(operator)
                .added(added)
                .cumulative(cumulative)
                .build();
    }

    @Value.Check
    final void check() {
        for (Optional<Operand> count : List.of(added(), cumulative())) {
            count.ifPresent(operand -> operand.value().unit().requireKind(Unit.Kind.COUNT, "Certified"));
        }
    }
}
