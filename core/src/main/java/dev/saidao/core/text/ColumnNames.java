package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of columns that say themselves what their numbers are of, so that less has to be said beside them.
 *
 * <p>Names of what is counted: a multiplier or a base beside them is of it (Mobile subscriptions, Passengers carried, Infant
 * deaths). The noun ends the name, or begins it in languages whose adjectives follow. A name with a word that governs the noun
 * (revenue from passengers), with a word of money (exports of cars) or of a ratio counts nothing that is known here.
 *
 * <p>Names of amounts of money: money behind them needs no bracket (Staff costs £'000).
 */
final class ColumnNames {

    private static final Set<Kind> NAMED = EnumSet.of(Kind.NAMED);
    private static final Set<Kind> HOW = EnumSet.of(Kind.NAMED_HOW);
    /** What makes something else of the noun beside it. */
    private static final Set<Kind> NOT = EnumSet.of(Kind.NAMED_NOT);

    private static final Set<Kind> PAID = EnumSet.of(Kind.PAID);
    private static final Set<Kind> PER_UNIT = EnumSet.of(Kind.PER_UNIT);
    private static final Set<Kind> COUNT_OF = EnumSet.of(Kind.COUNT_OF);
    private static final String PERSONS = "persons";
    private static final Set<Kind> REPRICED = EnumSet.of(Kind.REPRICED);
    private static final Pattern NUMBER_OF = Pattern.compile(
            "(?i)(?:total )?(?:number of|no\\. of|nombre (?:total )?de|nombre d'|número de|(?:an)?zahl der)\\s+");
    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}'-]*(?: \\p{L}[\\p{L}'-]*){0,5}");

    /** Words, and none in brackets or figures. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}&'. -]+");

    private ColumnNames() {}

    /** What a name counts, if it says so. */
    static Optional<String> thing(String name) {
        String words = NUMBER_OF.matcher(name.strip()).replaceFirst("").strip();
        if (!WORDS.matcher(words).matches()) {
            return Optional.empty();
        }
        return has(NOT, withoutHow(words))
                ? Optional.empty()
                : endOf(withoutHow(words), NAMED).or(() -> startOf(words));
    }

    private static boolean has(Set<Kind> kinds, String words) {
        for (int at = 0; at < words.length(); at++) {
            boolean starts = at == 0 || !Character.isLetter(words.charAt(at - 1));
            if (starts && Vocabulary.lexicon().at(words, at, kinds) != null) {
                return true;
            }
        }
        return false;
    }

    /** The words before those that say what happened to what is counted. */
    private static String withoutHow(String words) {
        for (int at = words.indexOf(' '); at > 0; at = words.indexOf(' ', at + 1)) {
            Word how = Vocabulary.lexicon().at(words, at + 1, HOW);
            if (how != null && at + 1 + how.text().length() == words.length()) {
                return words.substring(0, at);
            }
        }
        return words;
    }

    /**
     * Whether a name is that of an amount of money, so that money behind it is its unit: costs, adjusted EBITDA. A word such as
     * PPP makes another unit of it.
     */
    static boolean isPaid(String name) {
        String words = name.strip();
        return NAME.matcher(words).matches()
                && !has(REPRICED, words)
                && endOf(words, PAID).isPresent();
    }

    /** Whether a name is that of a price and the like, so that what stands behind its slash is what one pays for. */
    static boolean isPerUnit(String name) {
        return endOf(name.strip(), PER_UNIT).isPresent();
    }

    /**
     * Whether the thing behind the slash of a name is what it counts: 人口/万人, 产量/万辆. Behind other names it is what there is
     * something per, as in 医生/万人; and people are counted by names of people alone.
     */
    static boolean isCountOf(String name, Unit thing) {
        boolean people = thing.equals(Unit.count(PERSONS));
        return thing.kind() == Unit.Kind.COUNT
                && endOf(name.strip(), COUNT_OF)
                        .filter(of -> of.equals(PERSONS) == people)
                        .isPresent();
    }

    /** The meaning of the longest word of some kinds that ends a text. German joins a price to what has it: Strompreis. */
    private static Optional<String> endOf(String words, Set<Kind> kinds) {
        for (int at = 0; at < words.length(); at++) {
            Word noun = Vocabulary.lexicon().at(words, at, kinds);
            if (noun == null || at + noun.text().length() < words.length()) {
                continue;
            }
            boolean joined = noun.kind() == Kind.PER_UNIT && noun.language().equals("de");
            if (joined || startsWord(words, at)) {
                return Optional.of(noun.meaning());
            }
        }
        return Optional.empty();
    }

    /** Whether a word can begin at a place; one behind a hyphen is part of another. */
    private static boolean startsWord(String words, int at) {
        return at == 0 || words.charAt(at - 1) == ' ' || !Folding.isLetter(words.charAt(at));
    }

    /** Nuitées touristiques. */
    private static Optional<String> startOf(String words) {
        Word noun = Vocabulary.lexicon().at(words, 0, NAMED);
        return noun == null || !noun.language().equals("romance") ? Optional.empty() : Optional.of(noun.meaning());
    }
}
