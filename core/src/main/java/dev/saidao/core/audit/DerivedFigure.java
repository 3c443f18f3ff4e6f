package dev.saidao.core.audit;

import dev.saidao.core.derivation.Derivation;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A figure that nobody printed, derived from those that were.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDerivedFigure.class)
@JsonDeserialize(as = ImmutableDerivedFigure.class)
public abstract class DerivedFigure {

    DerivedFigure() {}

    /** {@return the id under which the relations know it} */
    @Value.Parameter
    public abstract String id();

    /** {@return the relations that it follows from directly; several only if they agree} */
    @Value.Parameter
    public abstract List<String> relations();

    /** {@return the value and how it follows} */
    @Value.Parameter
    public abstract Derivation derivation();

    static DerivedFigure of(String id, List<String> relations, Derivation derivation) {
        return ImmutableDerivedFigure.of(id, relations, derivation);
    }
}
