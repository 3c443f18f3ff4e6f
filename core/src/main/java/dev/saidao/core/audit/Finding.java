package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Formula;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What an audit says of one relation.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableFinding.class)
@JsonDeserialize(as = ImmutableFinding.class)
public abstract class Finding {

    Finding() {}

    /** {@return the id of the relation} */
    public abstract String relation();

    /** {@return what the relation is about} */
    public abstract Label title();

    /** {@return what the relation says} */
    public abstract Formula formula();

    /** {@return the figures that the verdict rests on, those behind derived members included} */
    public abstract List<String> figures();

    /** {@return whether they can be true together} */
    public abstract Verdict verdict();

    /** {@return the figure whose print was held against what the others imply; absent if it is a constant} */
    public abstract Optional<String> judged();

    /** {@return what the others imply for it; absent if nothing could be computed} */
    public abstract Optional<BoundedQuantity> implied();

    /** {@return what its print says; absent if it was not printed} */
    public abstract Optional<BoundedQuantity> published();

    /**
     * {@return how far the two are apart, for shares and rates in percentage points; absent if they meet, or for other units}
     */
    public abstract Optional<BigDecimal> gapInPercentagePoints();

    /** {@return how many times the implied number is the printed one; only for contradictions, where both are positive} */
    public abstract Optional<BigDecimal> factor();

    /** {@return the conventions that the verdict depends on} */
    public abstract List<Convention> conventions();

    /** {@return the other convention, for {@link Verdict#AGREES_UNDER_OTHER_CONVENTION}: its code, such as {@code n+1}} */
    public abstract Optional<String> otherConvention();

    /** {@return why the agreement says little, if it does: numbers well beside the printed one would agree too} */
    public abstract Optional<Label> weak();

    /** {@return the verdict in words} */
    public abstract Label reason();

    /**
     * Returns the verdict in words of one language, which is all that is written then.
     *
     * @param locale English or Chinese
     * @return {@link #reason} in that language
     */
    public String reason(Locale locale) {
        return reason().in(locale);
    }

    /** {@return the members that are missing, for {@link Verdict#NOT_CHECKABLE}} */
    public abstract List<String> missing();

    /** {@return how the implied number follows; absent if nothing could be computed} */
    public abstract Optional<Derivation> derivation();

    /** {@return changes after which the figures agree, likeliest first} */
    public abstract List<Repair> repairs();

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Finding finding
                        && relation().equals(finding.relation())
                        && verdict() == finding.verdict()
                        && parts().equals(finding.parts()));
    }

    @Override
    public final int hashCode() {
        return 31 * relation().hashCode() + verdict().hashCode();
    }

    private List<Object> parts() {
        return List.of(
                title(),
                formula(),
                figures(),
                judged(),
                implied(),
                published(),
                gapInPercentagePoints(),
                factor(),
                conventions(),
                otherConvention(),
                weak(),
                reason(),
                missing(),
                derivation(),
                repairs());
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }
}
