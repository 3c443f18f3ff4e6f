package dev.saidao.policy.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.policy.measure.ParkCertification;
import dev.saidao.policy.measure.ParkCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A certification of parks as a source states it: which figures of a dossier count them.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableParkStatement.class)
@JsonDeserialize(as = ImmutableParkStatement.class)
public abstract class ParkStatement {

    ParkStatement() {}

    /** {@return the code} */
    public abstract String id();

    /** {@return what is certified} */
    public abstract Label name();

    /** {@return the counts} */
    public abstract List<Count> counts();

    /**
     * The counts of a year, by the ids of the figures.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableCount.class)
    @JsonDeserialize(as = ImmutableCount.class)
    public abstract static class Count {

        Count() {}

        /** {@return who runs the parks; absent for all together} */
        public abstract Optional<String> operator();

        /** {@return the figure that says how many were certified in its year, if there is one} */
        public abstract Optional<String> added();

        /** {@return the figure that says how many were certified until its year, if there is one} */
        public abstract Optional<String> cumulative();

        @Value.Check
        final void check() {
            if (added().isEmpty() && cumulative().isEmpty()) {
                throw new IllegalArgumentException("Count of parks must have a figure");
            }
        }

        final ParkCount in(Dossier dossier, ReadingConvention reading) {
            Figure dated = dossier.figure(cumulative().or(this::added).orElseThrow());
            int year = dated.period()
                    .lastYear()
                    .orElseThrow(() -> new IllegalArgumentException("Figure must have a year: " + dated.id()));
            return ParkCount.of(
                    year,
                    operator(),
                    added().map(id -> Operand.read(dossier.figure(id), reading)),
                    cumulative().map(id -> Operand.read(dossier.figure(id), reading)));
        }
    }

    /**
     * Reads the numbers of the statement from the dossier it belongs to.
     *
     * @param dossier the dossier
     * @param reading how to read its figures
     * @return the certification
     * @throws IllegalArgumentException if a figure is missing, or has no number or year
     */
    public final ParkCertification in(Dossier dossier, ReadingConvention reading) {
        List<ParkCount> read = new ArrayList<>();
        counts().forEach(count -> read.add(count.in(dossier, reading)));
        return ParkCertification.of(id(), name(), read);
    }
}
