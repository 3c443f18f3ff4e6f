package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One measure of a policy document.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePolicyMeasure.class)
@JsonDeserialize(as = ImmutablePolicyMeasure.class)
public abstract class PolicyMeasure {

    PolicyMeasure() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return the document that provides it} */
    public abstract String document();

    /** {@return what it is called} */
    public abstract Label name();

    /** {@return by what it works} */
    public abstract Instrument instrument();

    /** {@return where in the growth of talent it comes in} */
    public abstract Stage stage();

    /** {@return for whom it is} */
    public abstract Label targetGroup();

    /** {@return when it is in force, if that differs from the document} */
    public abstract Optional<Validity> validity();

    /** {@return the figures that speak of it; often empty} */
    public abstract List<String> figures();

    /** {@return the rule by which people are recognized, if it has one} */
    public abstract Optional<RecognitionRule> rule();

    /** {@return a builder; all but validity, figures and rule must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds measures.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutablePolicyMeasure.Builder {
        Builder() {}
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Measure");
    }
}
