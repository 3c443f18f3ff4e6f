package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.text.QualifierFormat;
import dev.saidao.core.text.QualifierReading;
import java.util.Optional;

/** The word of a column of qualifiers. */
final class QualifierCells {

    private QualifierCells() {}

    /** Reads a qualifier; absent if a word of it is not known. */
    static Optional<Qualifier> find(String text) {
        QualifierReading reading = QualifierFormat.parse(text);
        return reading.unknown().isPresent() ? Optional.empty() : Optional.of(reading.qualifier());
    }

    /** What is said of a word that is not known: it does not keep the number from being read. */
    static Label unknown(String column, String word) {
        return Label.of(
                column + ": word not understood, and passed over: " + word
                        + "; known are words such as over, about, 超, 约",
                column + ":未识别该词,已略过:" + word + ";可识别的词如 超、约、不低于");
    }
}
