package dev.saidao.core.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.figure.ReadingConvention;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What an audit found.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableAuditReport.class)
@JsonDeserialize(as = ImmutableAuditReport.class)
public abstract class AuditReport {

    AuditReport() {}

    /** {@return how printed numbers were read} */
    public abstract ReadingConvention reading();

    /** {@return a finding for each relation, in the order in which the relations were given} */
    public abstract List<Finding> findings();

    /**
     * {@return the figures that nobody printed and that follow, in the order of their ids; one that follows from several
     * relations in ways that contradict each other is there once for each}
     */
    public abstract List<DerivedFigure> derived();

    /** {@return what all relations together leave of each figure, by id; without those that are part of a conflict} */
    public abstract Map<String, BoundedQuantity> bounds();

    /** {@return the figures that cannot all be true, and the smallest sets of them to remove} */
    public abstract List<Conflict> conflicts();

    /**
     * {@return whether the audit ended before it was known whether all figures go together: bounds may then be wider than they
     * could be, and conflicts may be missing; findings are not concerned}
     */
    public abstract boolean stoppedEarly();

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AuditReport report
                        && reading().equals(report.reading())
                        && findings().equals(report.findings())
                        && derived().equals(report.derived())
                        && conflicts().equals(report.conflicts())
                        && stoppedEarly() == report.stoppedEarly()
                        && bounds().equals(report.bounds()));
    }

    @Override
    public final int hashCode() {
        return 31 * findings().hashCode() + conflicts().hashCode();
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableAuditReport.Builder {
        Builder() {}
    }

    /**
     * Returns the finding on a relation.
     *
     * @param relation the id of the relation
     * @return the finding
     * @throws IllegalArgumentException if there is none
     */
    public final Finding finding(String relation) {
        return findings().stream()
                .filter(finding -> finding.relation().equals(relation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Relation must be part of the audit: " + relation));
    }

    /** {@return the number of findings of each verdict, best first, zeros included} */
    @JsonIgnore
    public final Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        findings().forEach(finding -> counts.merge(finding.verdict(), 1, Integer::sum));
        return counts;
    }
}
