package dev.saidao.policy.target;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Quantity;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What an indicator was, or is to be, in a year: a baseline, a current value, a milestone.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableObservation.class)
@JsonDeserialize(as = ImmutableObservation.class)
public abstract class Observation {

    Observation() {}

    /** {@return the year} */
    @Value.Parameter
    public abstract int year();

    /** {@return the value, with the figure it was read from, if it was} */
    @Value.Parameter
    public abstract Operand value();

    /**
     * Returns an observation.
     *
     * @param year the year, 1 to 9999
     * @param value the value
     * @return the observation
     * @throws IllegalArgumentException if the year is out of range
     */
    public static Observation of(int year, Operand value) {
        return ImmutableObservation.of(year, value);
    }

    /**
     * Returns an exact observation.
     *
     * @param year the year, 1 to 9999
     * @param value the value
     * @return the observation
     * @throws IllegalArgumentException if the year is out of range
     */
    public static Observation of(int year, Quantity value) {
        return of(year, Operand.of(value));
    }

    /**
     * Reads an observation as printed, English or Chinese, by the default reading.
     *
     * @param year the year, 1 to 9999
     * @param value the value, such as {@code over 25%}
     * @return the observation
     * @throws IllegalArgumentException if the year is out of range or the value cannot be read
     */
    public static Observation parse(int year, String value) {
        return of(year, Operand.parse(value));
    }

    @Value.Check
    final void check() {
        Require.that(year() >= 1 && year() <= 9_999, "Year must be 1 to 9999: %s", year());
    }
}
