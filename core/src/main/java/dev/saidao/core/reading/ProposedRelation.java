package dev.saidao.core.reading;

import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.relation.FigureRelation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A relation that a text states between its figures. It is audited when it is first asked for its verdict.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class ProposedRelation {

    /**
     * A member.
     *
     * @param role its role, such as {@code base}
     * @param mention the id of the figure; absent for a constant and for what nobody printed
     * @param constant the constant, such as the number of years; absent for figures
     * @since 0.1
     */
    public record Role(String role, Optional<String> mention, Optional<String> constant) {

        /** {@return whether the text does not print it} */
        public boolean isUnprinted() {
            return mention.isEmpty() && constant.isEmpty();
        }
    }

    private static final Label UNSURE =
            Label.of("the words are not sure enough to call it a contradiction", "文字依据不足,不判为矛盾");
    private static final Label UNPRINTED = Label.of("a member was not printed", "有一项未印出");
    private static final Label NOT_AUDITED = Label.of("ranges or units that cannot be audited", "含区间或无法核验的单位");

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

    /** {@return the numbers of its figures by their ids, in units that go together; ranges have none} */
    public abstract Map<String, PrintedNumber> numbers();

    /** {@return whether the text prints all figures} */
    public final boolean isComplete() {
        return members().stream().noneMatch(Role::isUnprinted);
    }

    /** {@return what the audit of this relation alone found, below the bar for contradictions too; absent if it cannot be audited} */
    @Value.Lazy
    public Optional<Finding> finding() {
        return relation().filter(some -> isComplete()).flatMap(some -> RelationAudit.finding(some, numbers()));
    }

    /** {@return the verdict; a contradiction only if the relation is {@linkplain Sureness#mayAccuse() sure enough}} */
    public final Verdict verdict() {
        Verdict found = found();
        return found == Verdict.CONTRADICTS && !mayAccuse() ? Verdict.NOT_CHECKABLE : found;
    }

    /** Levels that are far from what is claimed of them, and by no power of ten, are rather not the ones that are meant. */
    private boolean mayAccuse() {
        return sureness().mayAccuse()
                && finding()
                        .filter(finding -> RelationAudit.isFarOff(relation().orElseThrow(), finding))
                        .isEmpty();
    }

    private Verdict found() {
        return finding()
                .map(finding -> RelationAudit.verdict(relation().orElseThrow(), finding))
                .orElse(Verdict.NOT_CHECKABLE);
    }

    /** {@return the verdict in words} */
    public final Label reason() {
        if (found() == Verdict.CONTRADICTS && !mayAccuse()) {
            return UNSURE;
        }
        return finding().map(Finding::reason).orElse(isComplete() ? NOT_AUDITED : UNPRINTED);
    }

    /** {@return what the others imply for the judged figure, or for the one that nobody printed; absent if nothing follows} */
    @Value.Lazy
    public Optional<Bounds> implied() {
        return finding().isPresent()
                ? finding().get().implied().map(BoundedQuantity::bounds)
                : relation().filter(some -> !isComplete()).flatMap(some -> RelationAudit.implied(some, numbers()));
    }

    /** {@return a line such as {@code growth: contradicts: the others imply …}} */
    @Override
    public final String toString() {
        return kind() + ": " + reason().en();
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableProposedRelation.Builder {
        Builder() {}
    }
}
