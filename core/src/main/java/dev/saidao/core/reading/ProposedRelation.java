package dev.saidao.core.reading;

import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.relation.FigureRelation;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A relation that a text states between its figures, with the verdict of the audit. */
@Value.Immutable
public abstract class ProposedRelation {

    /**
     * A member.
     *
     * @param role its role, such as {@code base}
     * @param mention the id of the figure; absent for a constant and for what nobody printed
     * @param constant the constant, such as the number of years; absent for figures
     */
    public record Role(String role, Optional<String> mention, Optional<String> constant) {

        /** {@return whether the text does not print it} */
        public boolean isUnprinted() {
            return mention.isEmpty() && constant.isEmpty();
        }
    }

    ProposedRelation() {}

    /** {@return the id, such as {@code r2}} */
    public abstract String id();

    /** {@return the kind by its name for files, such as {@code growth} or {@code share}} */
    public abstract String kind();

    /** {@return the members in their order} */
    public abstract List<Role> members();

    /** {@return where its first figure starts} */
    public abstract int start();

    /** {@return where its last figure ends} */
    public abstract int end();

    /** {@return the rule by which it was proposed, such as {@code share-of-named}} */
    public abstract String rule();

    /** {@return how sure it is} */
    public abstract Sureness sureness();

    /** {@return the relation for audits; absent if the units or the number of members have no such form} */
    public abstract Optional<FigureRelation> relation();

    /** {@return the verdict; a contradiction only if the relation is {@linkplain Sureness#mayAccuse() sure enough}} */
    public abstract Verdict verdict();

    /** {@return the verdict in words} */
    public abstract Label reason();

    /** {@return what the audit found, below the bar too; absent if it could not be audited} */
    public abstract Optional<Finding> finding();

    /** {@return what the others imply for the judged figure, or for the one that nobody printed; absent if nothing follows} */
    public abstract Optional<Bounds> implied();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableProposedRelation.Builder {
        Builder() {}
    }
}
