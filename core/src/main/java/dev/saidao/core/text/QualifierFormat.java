package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.text.Word.Kind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of tables that qualify a number: {@code over}, {@code at least}, 超, 约, 以上, 有望达到, {@code strictly above}.
 *
 * <p>A word that is not known is reported and qualifies nothing: the number stands as it is printed. Several words are read
 * together: 预计将超过 is 超过; two that differ in one direction are the weaker one (超 and 以上 are 以上), and two that
 * contradict each other are reported as unknown. A note in brackets is passed over.
 *
 * @since 0.1
 */
public final class QualifierFormat {

    private static final Set<Kind> WORDS = EnumSet.of(
            Kind.BEFORE, Kind.BEHIND, Kind.MARK, Kind.PASSED_OVER_BEFORE, Kind.PASSED_OVER_BEHIND, Kind.ESTIMATED);
    /** How tables name what texts say in a word beside the number. */
    private static final Map<String, Qualifier> NAMES = Map.of(
            "none", Qualifier.NONE,
            "exact", Qualifier.NONE,
            "exactly", Qualifier.NONE,
            "from", Qualifier.NONE,
            "reach", Qualifier.REACHED,
            "more than printed", Qualifier.MORE_THAN,
            "forecast to reach", Qualifier.REACHED);

    private QualifierFormat() {}

    /**
     * Reads a field.
     *
     * @param text such as {@code over}, 不超过, {@code forecast to reach}; empty for no qualifier
     * @return the qualifier, and what was not understood
     */
    public static QualifierReading parse(String text) {
        String word = Folding.of(text).replaceAll("\\s*[(\\[].*$", "").strip().toLowerCase(Locale.ROOT);
        Qualifier named = named(word);
        return named == null ? words(word, text.strip()) : new QualifierReading(named, Optional.empty());
    }

    private static @Nullable Qualifier named(String word) {
        if (word.isEmpty()) {
            return Qualifier.NONE;
        }
        String name = word.replace('-', ' ').replace('_', ' ');
        for (Qualifier qualifier : Qualifier.values()) {
            if (qualifier.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(name)) {
                return qualifier;
            }
        }
        return NAMES.get(name);
    }

    private static QualifierReading words(String word, String text) {
        Qualifier qualifier = Qualifier.NONE;
        boolean known = true;
        int index = 0;
        while (index < word.length() && known) {
            Word found = Vocabulary.lexicon().at(word, index, WORDS);
            if (found == null) {
                known = false;
            } else {
                index += found.text().length();
                Qualifier next = meaning(found);
                Qualifier both = next == null ? qualifier : together(qualifier, next);
                known = both != null;
                qualifier = both == null ? Qualifier.NONE : both;
                while (index < word.length() && " ,…_-".indexOf(word.charAt(index)) >= 0) {
                    index++;
                }
            }
        }
        return known
                ? new QualifierReading(qualifier, Optional.empty())
                : new QualifierReading(Qualifier.NONE, Optional.of(text));
    }

    private static @Nullable Qualifier meaning(Word word) {
        return switch (word.kind()) {
            case BEFORE, BEHIND, MARK -> Qualifier.valueOf(word.meaning());
            default -> null;
        };
    }

    /** The qualifier that two words say together; null if they contradict each other. */
    static @Nullable Qualifier together(Qualifier one, Qualifier other) {
        if (one == other || isWeak(other)) {
            return one == Qualifier.NONE ? other : one;
        }
        if (one == Qualifier.NONE || isWeak(one)) {
            return other;
        }
        Set<Qualifier> both = EnumSet.of(one, other);
        if (both.equals(EnumSet.of(Qualifier.MORE_THAN, Qualifier.AT_LEAST))) {
            return Qualifier.AT_LEAST;
        }
        if (both.equals(EnumSet.of(Qualifier.LESS_THAN, Qualifier.AT_MOST))) {
            return Qualifier.AT_MOST;
        }
        return both.equals(EnumSet.of(Qualifier.NEARLY, Qualifier.ABOUT)) ? Qualifier.ABOUT : null;
    }

    private static boolean isWeak(Qualifier qualifier) {
        return qualifier == Qualifier.REACHED || qualifier == Qualifier.AS_HIGH_AS;
    }
}
