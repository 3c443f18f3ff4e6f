package dev.saidao.policy.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * From when to when something is in force; an end that is not known is absent.
 *
 * @since 0.1
 */
@Value.Immutable
@SuppressWarnings("immutables:from") // the attribute, so that this builder cannot take over another validity
@JsonSerialize(as = ImmutableValidity.class)
@JsonDeserialize(as = ImmutableValidity.class)
public abstract class Validity {

    Validity() {}

    /** {@return the first day} */
    public abstract Optional<LocalDate> from();

    /** {@return the last day} */
    public abstract Optional<LocalDate> to();

    /** {@return the validity of which nothing is known} */
    public static Validity unknown() {
        return of(Optional.empty(), Optional.empty());
    }

    /**
     * Returns a validity.
     *
     * @param from the first day, if known
     * @param to the last day, if known, not before the first
     * @return the validity
     * @throws IllegalArgumentException if the last day is before the first
     */
    public static Validity of(Optional<LocalDate> from, Optional<LocalDate> to) {
        return ImmutableValidity.builder().from(from).to(to).build();
    }

    /**
     * Returns whether something may be in force on a day.
     *
     * @param day the day
     * @return false if it is certainly not
     */
    @JsonIgnore
    public final boolean mayHoldOn(LocalDate day) {
        return from().filter(day::isBefore).isEmpty()
                && to().filter(day::isAfter).isEmpty();
    }

    @Value.Check
    final void check() {
        if (from().isPresent()
                && to().filter(last -> last.isBefore(from().get())).isPresent()) {
            throw new IllegalArgumentException(
                    "Last day must not be before the first: " + from().get() + " to " + to().get());
        }
    }
}
