package dev.saidao.policy.dossier;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.internal.Codes;
import dev.saidao.policy.measure.Instrument;
import dev.saidao.policy.measure.ParkCertification;
import dev.saidao.policy.measure.PolicyDocument;
import dev.saidao.policy.measure.PolicyMeasure;
import dev.saidao.policy.measure.PolicyParameter;
import dev.saidao.policy.measure.Stage;
import dev.saidao.policy.target.Target;
import dev.saidao.policy.target.TargetStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What the sources of a dossier say of policy. It holds no numbers of its own: it refers to the figures of the dossier by their
 * ids.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutablePolicyDossier.class)
@JsonDeserialize(as = ImmutablePolicyDossier.class)
public abstract class PolicyDossier {

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-policy-dossier/1";

    PolicyDossier() {}

    /** {@return the version of the JSON form, {@value #FORMAT}} */
    public abstract String format();

    /** {@return the id of the dossier whose figures are meant} */
    public abstract String dossier();

    /** {@return the targets} */
    public abstract List<TargetStatement> targets();

    /** {@return the documents} */
    public abstract List<PolicyDocument> documents();

    /** {@return the measures of the documents} */
    public abstract List<PolicyMeasure> measures();

    /** {@return the numbers that policy sets} */
    public abstract List<PolicyParameter> parameters();

    /** {@return the certifications of parks} */
    public abstract List<ParkStatement> parks();

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds policy dossiers.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutablePolicyDossier.Builder {
        Builder() {}
    }

    /**
     * Returns whether a dossier is the one that is meant and has every figure that is referred to.
     *
     * @param figures the dossier
     * @return whether the numbers of this policy dossier can be read from it
     */
    public final boolean hasFiguresIn(Dossier figures) {
        Set<String> ids = figures.figures().stream().map(Figure::id).collect(Collectors.toSet());
        return figures.id().equals(dossier()) && ids.containsAll(figures());
    }

    /** The ids of all figures that are referred to. */
    private List<String> figures() {
        return Stream.of(
                        targets().stream()
                                .flatMap(target -> Stream.of(
                                                target.figures().stream(),
                                                target.baseline().stream(),
                                                target.milestones().stream())
                                        .flatMap(ids -> ids)),
                        documents().stream().flatMap(document -> document.numberOfMeasures().stream()),
                        measures().stream().flatMap(measure -> measure.figures().stream()),
                        parks().stream()
                                .flatMap(parks -> parks.counts().stream())
                                .flatMap(count -> Stream.concat(count.added().stream(), count.cumulative().stream())))
                .flatMap(ids -> ids)
                .toList();
    }

    /**
     * Reads the targets that have a single number for a year.
     *
     * @param figures the dossier
     * @param reading how to read its figures
     * @return the targets, in their order; ratios and cadences are left out
     * @throws IllegalArgumentException if a figure is missing or has no number
     */
    public final List<Target> targets(Dossier figures, ReadingConvention reading) {
        return targets().stream()
                .flatMap(target -> target.in(figures, reading).stream())
                .toList();
    }

    /**
     * Reads the certifications of parks.
     *
     * @param figures the dossier
     * @param reading how to read its figures
     * @return the certifications
     * @throws IllegalArgumentException if a figure is missing, or has no number or year
     */
    public final List<ParkCertification> parks(Dossier figures, ReadingConvention reading) {
        return parks().stream().map(parks -> parks.in(figures, reading)).toList();
    }

    /**
     * Returns the measures of a stage and an instrument.
     *
     * @param stage where in the growth of talent they come in
     * @param instrument by what they work
     * @return the measures, in their order
     */
    public final List<PolicyMeasure> measures(Stage stage, Instrument instrument) {
        return measures().stream()
                .filter(measure -> measure.stage() == stage && measure.instrument() == instrument)
                .toList();
    }

    /**
     * The measures of a stage and an instrument.
     *
     * @param stage where in the growth of talent they come in
     * @param instrument by what they work
     * @param measures the measures, in their order; perhaps none
     * @since 0.1
     */
    public record MeasureCell(Stage stage, Instrument instrument, List<PolicyMeasure> measures) {}

    /** {@return the measures as a table: a cell for each stage and instrument, by stage first} */
    public final List<MeasureCell> measureTable() {
        return Stream.of(Stage.values())
                .flatMap(stage -> Stream.of(Instrument.values())
                        .map(instrument -> new MeasureCell(stage, instrument, measures(stage, instrument))))
                .toList();
    }

    @Value.Check
    final void check() {
        if (!format().equals(FORMAT)) {
            throw new IllegalArgumentException("Format must be " + FORMAT + ": " + format());
        }
        Codes.require(dossier(), "Dossier");
        Set<String> documents = requireDistinct(documents().stream().map(PolicyDocument::id), "Document");
        requireDistinct(measures().stream().map(PolicyMeasure::id), "Measure");
        requireDistinct(targets().stream().map(TargetStatement::id), "Target");
        requireDistinct(parameters().stream().map(PolicyParameter::id), "Parameter");
        for (PolicyMeasure measure : measures()) {
            if (!documents.contains(measure.document())) {
                throw new IllegalArgumentException(
                        "Document of measure " + measure.id() + " must be there: " + measure.document());
            }
        }
    }

    private static Set<String> requireDistinct(Stream<String> ids, String what) {
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(what + " id must be given once: " + id);
            }
        });
        return seen;
    }
}
