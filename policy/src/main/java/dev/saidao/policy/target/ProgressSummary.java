package dev.saidao.policy.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a scheme says of a group: of an indicator by its series, of a goal by its indicators, of a framework by its goals.
 *
 * <p>See {@link ProgressCalculator#summarize}. It does not depend on the order of the members.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableProgressSummary.class)
@JsonDeserialize(as = ImmutableProgressSummary.class)
public abstract non-sealed class ProgressSummary implements ProgressMember {

    ProgressSummary() {}

    /** {@return the thresholds by which the members were assessed} */
    @Override
    public abstract ProgressThresholds thresholds();

    /** {@return every status that the members allow, best first: one, if they are exact enough} */
    @Override
    public abstract List<ProgressStatus> possibleStatuses();

    /** {@return the mean of the scores of the members that have one; absent if none has} */
    @Override
    public abstract Optional<Bounds> score();

    /** {@return the reason for readers} */
    @Override
    public abstract Label reason();

    /** {@return how many members there are} */
    public abstract int members();

    /** {@return how many members have each status; those that several are possible for are in none} */
    public abstract Map<ProgressStatus, Integer> counts();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableProgressSummary.Builder {
        Builder() {}
    }

    /** {@return the status, if only one is possible} */
    @JsonIgnore
    public final Optional<ProgressStatus> status() {
        return possibleStatuses().size() == 1 ? Optional.of(possibleStatuses().get(0)) : Optional.empty();
    }
}
