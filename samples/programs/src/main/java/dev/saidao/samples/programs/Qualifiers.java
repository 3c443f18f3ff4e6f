package dev.saidao.samples.programs;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.text.FigureFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The word of a column of qualifiers. */
final class Qualifiers {

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

    private Qualifiers() {}

    /** Reads a qualifier; a note in brackets behind it is passed over. */
    static Qualifier parse(String text) {
        String word = text.replaceAll("\\s*[(\uFF08].*$", "").strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Qualifier.NONE;
        }
        for (Qualifier qualifier : Qualifier.values()) {
            if (qualifier.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(word.replace('-', ' '))) {
                return qualifier;
            }
        }
        Qualifier named = NAMES.get(word);
        if (named != null) {
            return named;
        }
        for (String beside : List.of(word + " 1", word + "1", "1" + word, "1 " + word)) {
            try {
                Qualifier found = FigureFormat.english().parse(beside).qualifier();
                if (found != Qualifier.NONE) {
                    return found;
                }
            } catch (IllegalArgumentException e) {
                // not so
            }
        }
        throw new IllegalArgumentException("Qualifier must be a word such as over, about, at least, 超, 约: " + text);
    }
}
