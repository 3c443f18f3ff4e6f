package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.Codes;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A target as a source states it: which figures of a dossier say what is to be, from when, by when.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTargetStatement.class)
@JsonDeserialize(as = ImmutableTargetStatement.class)
public abstract class TargetStatement {

    TargetStatement() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return what is to be reached} */
    public abstract Label name();

    /** {@return what the statement speaks of} */
    public abstract TargetKind kind();

    /** {@return which way is wanted} */
    public abstract Direction direction();

    /** {@return the figures that say what is to be: one, but for a {@link TargetKind#RATIO} two or more} */
    public abstract List<String> figures();

    /** {@return the figure of the baseline, if the source gives one} */
    public abstract Optional<String> baseline();

    /** {@return the years that milestones are for, by the figure that gives each} */
    public abstract List<String> milestones();

    /** {@return whether the number itself is good enough; {@link TargetBound#INCLUDED} by default} */
    @Value.Default
    public TargetBound bound() {
        return TargetBound.INCLUDED;
    }

    /**
     * Reads the numbers of the statement from the dossier it belongs to.
     *
     * @param dossier the dossier
     * @param reading how to read its figures
     * @return the target; absent if the statement has no single number for a year, as a ratio or a cadence has not
     * @throws IllegalArgumentException if the dossier has no such figure, or one has no number
     */
    public final Optional<Target> in(Dossier dossier, ReadingConvention reading) {
        Figure figure = dossier.figure(figures().get(0));
        boolean single = kind() != TargetKind.RATIO && kind() != TargetKind.CADENCE;
        Optional<Integer> year = figure.period().lastYear();
        if (!single || year.isEmpty()) {
            return Optional.empty();
        }
        Target.Builder target = Target.builder()
                .id(id())
                .name(name())
                .kind(kind())
                .direction(direction())
                .bound(bound())
                .value(Operand.read(figure, reading))
                .year(year);
        baseline().map(dossier::figure).ifPresent(base -> target.baseline(observation(base, reading)));
        milestones().stream()
                .map(dossier::figure)
                .forEach(milestone -> target.addMilestones(observation(milestone, reading)));
        return Optional.of(target.build());
    }

    private static Observation observation(Figure figure, ReadingConvention reading) {
        int year = figure.period()
                .lastYear()
                .orElseThrow(() -> new IllegalArgumentException("Figure must have a year: " + figure.id()));
        return Observation.of(year, Operand.read(figure, reading));
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Target");
        boolean ratio = kind() == TargetKind.RATIO;
        if (ratio ? figures().size() < 2 : figures().size() != 1) {
            throw new IllegalArgumentException(
                    "Target " + id() + " must have " + (ratio ? "2 or more figures" : "one figure") + ": " + figures());
        }
    }
}
