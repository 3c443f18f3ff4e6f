package dev.saidao.core.figure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import org.immutables.value.Value;

/**
 * A thing that is measured, such as the market size (SDMX: the concept of a measure).
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Indicator {

    Indicator() {}

    /** {@return the code, such as {@code market-size}} */
    @Value.Parameter
    public abstract String id();

    /** {@return the name, such as "market size"} */
    @Value.Parameter
    public abstract Label name();

    /**
     * Returns what is measured.
     *
     * @param id the code: 1 to 100 letters, digits, dots, underscores and hyphens
     * @param name the name
     * @return the indicator
     * @throws IllegalArgumentException if the code has any other form
     */
    public static Indicator of(String id, Label name) {
        return ImmutableIndicator.of(id, name);
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Indicator");
    }
}
