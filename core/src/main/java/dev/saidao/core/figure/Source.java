package dev.saidao.core.figure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import java.time.LocalDate;
import org.immutables.value.Value;

/**
 * A published text that figures come from.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Source {

    Source() {}

    /** {@return the code by which figures refer to it} */
    @Value.Parameter
    public abstract String id();

    /** {@return its title} */
    @Value.Parameter
    public abstract Label title();

    /** {@return who published it} */
    @Value.Parameter
    public abstract Label publisher();

    /** {@return the day on which it was published} */
    @Value.Parameter
    public abstract LocalDate published();

    /**
     * Returns a source.
     *
     * @param id the code: 1 to 100 letters, digits, dots, underscores and hyphens
     * @param title its title
     * @param publisher who published it
     * @param published the day on which it was published
     * @return the source
     * @throws IllegalArgumentException if the code has any other form
     */
    public static Source of(String id, Label title, Label publisher, LocalDate published) {
        return ImmutableSource.of(id, title, publisher, published);
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Source");
    }
}
