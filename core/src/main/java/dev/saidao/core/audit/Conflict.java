package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Figures that cannot all be true, with the relations that show it and the smallest sets of figures without which the rest agrees.
 *
 * <p>One contradiction often shows in several relations: they are the witnesses of one conflict. If an audit has several conflicts,
 * one set of each has to go.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableConflict.class)
@JsonDeserialize(as = ImmutableConflict.class)
public abstract class Conflict {

    Conflict() {}

    /** {@return the figures that are in conflict, in the order of their ids} */
    public abstract List<String> figures();

    /** {@return sets of figures, all as small as can be; without any one of them the rest agrees} */
    public abstract List<Set<String>> smallestRemovals();

    /**
     * {@return the relations that show the conflict, in the order of their ids: those that contradict one of the figures; if
     * each agrees by itself, all that have one}
     */
    public abstract List<String> witnesses();

    /** {@return the repairs of a figure after which all witnesses agree together, likeliest first; each change once} */
    public abstract List<Repair> repairs();

    /**
     * {@return the conflict in plain words, by the names of the figures: how far they are apart, what figures that nobody printed
     * would be by each, and which to leave out}
     */
    public abstract Label text();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableConflict.Builder {
        Builder() {}
    }
}
