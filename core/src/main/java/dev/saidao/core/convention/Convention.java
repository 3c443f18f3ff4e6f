package dev.saidao.core.convention;

import dev.saidao.core.internal.Codes;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The name of a convention that a result depends on, and what it says.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableConvention.class)
@JsonDeserialize(as = ImmutableConvention.class)
public abstract class Convention {

    Convention() {}

    /** {@return the name, such as {@code digits.rounded}} */
    @Value.Parameter
    public abstract String id();

    /** {@return what it says} */
    @Value.Parameter
    public abstract Label text();

    /**
     * Returns a convention.
     *
     * @param id the name, such as {@code digits.rounded}
     * @param text what it says
     * @return the convention
     * @throws IllegalArgumentException if the name is not 1 to 100 letters, digits, dots, underscores and hyphens
     */
    public static Convention of(String id, Label text) {
        return ImmutableConvention.of(id, text);
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Convention");
    }
}
