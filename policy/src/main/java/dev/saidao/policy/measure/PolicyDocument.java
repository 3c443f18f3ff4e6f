package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A policy document, such as the Measures for cultivating Beijing Grand Craftsmen (培育北京大工匠人才若干措施).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePolicyDocument.class)
@JsonDeserialize(as = ImmutablePolicyDocument.class)
public abstract class PolicyDocument {

    PolicyDocument() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return the title} */
    public abstract Label title();

    /** {@return who issued it; absent if the source does not say} */
    public abstract Optional<Label> issuer();

    /** {@return the day on which it was published, if known} */
    public abstract Optional<LocalDate> published();

    /** {@return when it is in force} */
    @Value.Default
    public Validity validity() {
        return Validity.unknown();
    }

    /** {@return the figure that says how many measures it has, if there is one} */
    public abstract Optional<String> numberOfMeasures();

    /** {@return the aspects that it says its measures fall under; often empty} */
    public abstract List<Label> aspects();

    /** {@return a builder; id and title must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds documents.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutablePolicyDocument.Builder {
        Builder() {}
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Document");
    }
}
