package dev.saidao.policy.dossier;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.Subject;
import java.util.Optional;

/** Reads the figures of a subject. */
final class SubjectFigures {

    private SubjectFigures() {}

    /** The first figure of an indicator about a subject, if it has a number. */
    static Optional<Operand> read(Dossier dossier, Subject subject, String indicator, ReadingConvention reading) {
        return dossier.figureOf(subject, indicator)
                .filter(figure -> figure.printed().isPresent())
                .map(figure -> Operand.read(figure, reading));
    }
}
