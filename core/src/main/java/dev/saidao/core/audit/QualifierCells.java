package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.text.FigureFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The word of a column of qualifiers. */
final class QualifierCells {

    /** How tables name what texts say in a word beside the number. */
    private static final Map<String, Qualifier> NAMES = Map.ofEntries(
            Map.entry("none", Qualifier.NONE),
            Map.entry("exact", Qualifier.NONE),
            Map.entry("strictly above", Qualifier.MORE_THAN),
            Map.entry("strictly below", Qualifier.LESS_THAN),
            Map.entry("forecast to reach", Qualifier.REACHED),
            Map.entry("expected", Qualifier.NONE),
            Map.entry("reach", Qualifier.REACHED),
            Map.entry("from", Qualifier.NONE),
            Map.entry("greater than", Qualifier.MORE_THAN),
            Map.entry("exceed", Qualifier.MORE_THAN),
            Map.entry("exceeds", Qualifier.MORE_THAN),
            Map.entry("surpass", Qualifier.MORE_THAN),
            Map.entry("surpassing", Qualifier.MORE_THAN));

    private QualifierCells() {}

    /** Reads a qualifier; a note in brackets behind it is passed over. */
    static Optional<Qualifier> find(String text) {
        String word = text.replaceAll("\\s*[(\uFF08].*$", "").strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Optional.of(Qualifier.NONE);
        }
        for (Qualifier qualifier : Qualifier.values()) {
            if (qualifier.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(word.replace('-', ' '))) {
                return Optional.of(qualifier);
            }
        }
        Qualifier named = NAMES.get(word);
        if (named != null) {
            return Optional.of(named);
        }
        for (String beside : List.of(word + " 1", word + "1", "1" + word, "1 " + word)) {
            try {
                Qualifier found = FigureFormat.english().parse(beside).qualifier();
                if (found != Qualifier.NONE) {
                    return Optional.of(found);
                }
            } catch (IllegalArgumentException e) {
                // not so
            }
        }
        return Optional.empty();
    }

    /** What is said of a word that is not known: it does not keep the number from being read. */
    static Label unknown(String column, String word) {
        return Label.of(
                column + ": word not understood, and passed over: " + word
                        + "; known are words such as over, about, 超, 约",
                column + ":未识别该词,已略过:" + word + ";可识别的词如 超、约、不低于");
    }
}
