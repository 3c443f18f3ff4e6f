package dev.saidao.core.derivation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.text.DisplayFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A value that follows from published figures, with a name for readers and an id by which it can be found again.
 *
 * <p>Example: {@code embodied-ai.2025}, "size in 2025", derived from a size in 2030 and a growth rate.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableConclusion.class)
@JsonDeserialize(as = ImmutableConclusion.class)
public abstract class Conclusion implements Explained {

    Conclusion() {}

    /** {@return the id, such as {@code embodied-ai.2025}; within a document no two are the same} */
    @Value.Parameter
    public abstract String id();

    /** {@return what the value is, such as "size in 2025"} */
    @Value.Parameter
    public abstract Label what();

    /** {@return how the value was obtained, with the value itself} */
    @Value.Parameter
    public abstract Derivation derivation();

    /**
     * Returns a conclusion.
     *
     * @param id the id
     * @param what what the value is
     * @param derivation how it was obtained
     * @return the conclusion
     */
    public static Conclusion of(String id, Label what, Derivation derivation) {
        return ImmutableConclusion.of(id, what, derivation);
    }

    /**
     * Returns the conclusion that a calculation comes to.
     *
     * @param id the id
     * @param what what the value is
     * @param derived the value
     * @return the conclusion
     */
    public static Conclusion of(String id, Label what, Derived<BoundedQuantity> derived) {
        return of(id, what, derived.derivation());
    }

    /** {@return the value, with what is known of it} */
    public final BoundedQuantity result() {
        return derivation().result();
    }

    @Override
    public final Explanation explanation() {
        return Explanation.of(derivation());
    }

    /**
     * Says the conclusion in one line: "size in 2025: ≈ CNY 15.41 billion, CNY [15.19, 15.64] billion".
     *
     * @param locale the reader's language; Chinese, or English for every other one
     * @return what it is, the value rounded for the eye, and what is to be said of it
     */
    public final String toText(Locale locale) {
        String remarks = derivation().remarks().stream()
                .map(remark -> " - " + remark.in(locale))
                .collect(Collectors.joining());
        return what().in(locale) + ": " + DisplayFormat.of(locale).format(result()) + remarks;
    }
}
