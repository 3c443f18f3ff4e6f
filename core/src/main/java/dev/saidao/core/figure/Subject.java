package dev.saidao.core.figure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import org.immutables.value.Value;

/**
 * What or whom a figure is about: an industry track, a group of people, a park (SDMX: a dimension).
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Subject {

    Subject() {}

    /** {@return the code, such as {@code brain-computer-interface}} */
    @Value.Parameter
    public abstract String id();

    /** {@return the name, such as "brain-computer interface"} */
    @Value.Parameter
    public abstract Label name();

    /**
     * Returns what or whom a figure is about.
     *
     * @param id the code: 1 to 100 letters, digits, dots, underscores and hyphens
     * @param name the name
     * @return the subject
     * @throws IllegalArgumentException if the code has any other form
     */
    public static Subject of(String id, Label name) {
        return ImmutableSubject.of(id, name);
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Subject");
    }
}
