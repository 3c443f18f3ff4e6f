package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the word of a unit that stands at a place of running text, by the vocabularies of Chinese and English.
 *
 * @since 0.1
 */
public final class UnitWords {

    private static final int LONGEST = 48;
    private static final Set<Word.Kind> UNITS =
            EnumSet.of(Word.Kind.CURRENCY, Word.Kind.CURRENCY_SIGN, Word.Kind.COUNT, Word.Kind.PHYSICAL);

    private static final Set<String> LANGUAGES = Set.of("", "zh", "en");

    private UnitWords() {}

    /**
     * A unit in running text.
     *
     * @param unit the unit
     * @param end where its word ends
     * @since 0.1
     */
    public record Found(Unit unit, int end) {}

    /**
     * Finds the longest word of a currency, of a counted thing or of a measured unit.
     *
     * @param text the text
     * @param index where the word is to start
     * @return the unit; absent if no word of the vocabularies starts there
     */
    public static Optional<Found> at(String text, int index) {
        String window = Folding.of(text.substring(index, Math.min(text.length(), index + LONGEST)));
        Word word = Vocabulary.lexicon().at(window, 0, UNITS);
        if (word == null || !LANGUAGES.contains(word.language())) {
            return Optional.empty();
        }
        return Optional.of(new Found(unit(word), index + word.text().length()));
    }

    private static Unit unit(Word word) {
        return switch (word.kind()) {
            case PHYSICAL -> Unit.physical(word.meaning());
            case COUNT -> Unit.count(word.meaning());
            default -> Unit.money(Currency.getInstance(word.meaning()));
        };
    }
}
