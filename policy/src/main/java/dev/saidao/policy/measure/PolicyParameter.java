package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A number that policy sets and changes over time, such as the size of a selection or a subsidy.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePolicyParameter.class)
@JsonDeserialize(as = ImmutablePolicyParameter.class)
public abstract class PolicyParameter {

    PolicyParameter() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return what it is called} */
    public abstract Label name();

    /** {@return its values by the day from which each is in force; absent values say that there is none from that day on} */
    @Value.NaturalOrder
    public abstract NavigableMap<LocalDate, Optional<PrintedNumber>> values();

    /**
     * Returns a parameter.
     *
     * @param id the code
     * @param name what it is called
     * @param values its values by the day from which each is in force, all of one unit
     * @return the parameter
     * @throws IllegalArgumentException if the code has another form or there are no values
     * @throws dev.saidao.core.quantity.UnitMismatchException if units differ
     */
    public static PolicyParameter of(String id, Label name, Map<LocalDate, Optional<PrintedNumber>> values) {
        return ImmutablePolicyParameter.builder()
                .id(id)
                .name(name)
                .putAllValues(values)
                .build();
    }

    /**
     * Returns the value on a day.
     *
     * @param day the day
     * @return the value in force on that day; absent if there was none yet, or no more
     */
    public final Optional<PrintedNumber> valueAsOf(LocalDate day) {
        NavigableMap<LocalDate, Optional<PrintedNumber>> sorted = new TreeMap<>(values());
        Map.Entry<LocalDate, Optional<PrintedNumber>> entry = sorted.floorEntry(day);
        return entry == null ? Optional.empty() : entry.getValue();
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Parameter");
        Require.that(!values().isEmpty(), "Parameter must have a value: %s", id());
        PrintedNumber first = null;
        for (Optional<PrintedNumber> value : values().values()) {
            if (value.isPresent()) {
                if (first != null) {
                    first.unit().requireSame(value.get().unit());
                }
                first = value.get();
            }
        }
    }
}
