package dev.saidao.core.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.figure.ReadingConvention;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** A report whose bounds are worked out when they are asked for. */
@JsonSerialize
final class UnboundedReport extends AuditReport {

    private final AuditReport rest;
    private @Nullable Supplier<Map<String, BoundedQuantity>> left;
    private @Nullable AuditReport whole;

    UnboundedReport(AuditReport rest, Supplier<Map<String, BoundedQuantity>> left) {
        this.rest = rest;
        this.left = left;
    }

    /** The report with its bounds. */
    @JsonValue
    synchronized AuditReport whole() {
        if (whole == null) {
            whole = AuditReport.builder()
                    .from(rest)
                    .bounds(Objects.requireNonNull(left).get())
                    .build();
            left = null;
        }
        return whole;
    }

    @Override
    public ReadingConvention reading() {
        return rest.reading();
    }

    @Override
    public List<Finding> findings() {
        return rest.findings();
    }

    @Override
    public List<DerivedFigure> derived() {
        return rest.derived();
    }

    @Override
    public Map<String, BoundedQuantity> bounds() {
        return whole().bounds();
    }

    @Override
    public List<Conflict> conflicts() {
        return rest.conflicts();
    }

    @Override
    public boolean stoppedEarly() {
        return rest.stoppedEarly();
    }

    @Override
    public String toString() {
        return whole().toString();
    }
}
