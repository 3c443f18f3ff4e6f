package dev.saidao.core.audit;

import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Figures that cannot all be true, with the smallest sets of them without which the rest agrees.
 *
 * <p>If an audit has several conflicts, one set of each has to go.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableConflict.class)
@JsonDeserialize(as = ImmutableConflict.class)
public abstract class Conflict {

    Conflict() {}

    /** {@return the figures that are in conflict, in the order of their ids} */
    @Value.Parameter
    public abstract List<String> figures();

    /** {@return sets of figures, all as small as can be; without any one of them the rest agrees} */
    @Value.Parameter
    public abstract List<Set<String>> smallestRemovals();

    static Conflict of(Iterable<String> figures, Iterable<? extends Set<String>> removals) {
        return ImmutableConflict.of(figures, removals);
    }
}
