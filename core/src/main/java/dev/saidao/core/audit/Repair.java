package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.relation.RepairKind;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** One change after which figures that contradict each other agree. That they do was checked, not assumed. */
@Value.Immutable
@JsonSerialize(as = ImmutableRepair.class)
@JsonDeserialize(as = ImmutableRepair.class)
public abstract class Repair {

    Repair() {}

    /** {@return the kind of change} */
    public abstract RepairKind kind();

    /** {@return a short name, such as {@code n+1} or {@code end/10}} */
    public abstract String code();

    /** {@return what is changed} */
    public abstract Label text();

    /** {@return the figure that is changed; absent if it is the relation} */
    public abstract Optional<String> figure();

    /** {@return the figure after the change; absent if no figure is changed} */
    public abstract Optional<BoundedQuantity> changed();

    /** {@return what the others imply for the judged figure after the change} */
    public abstract BoundedQuantity implied();

    /** {@return the judged figure after the change} */
    public abstract BoundedQuantity published();

    /** {@return how well they agree then: one of the first three} */
    public abstract Verdict verdict();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableRepair.Builder {
        Builder() {}
    }
}
