package dev.saidao.core.text;

import dev.saidao.core.text.Word.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the words of a head say of sizes, before anybody knows whether they are its name or its unit. */
final class HeadWords {

    private static final Pattern SMALL_MONEY =
            Pattern.compile("(?i)\\s*(?:(?:us|euro|eur) ?)?(?:ct|cts|cents?|pence|p|¢|分|角|centimes?)\\.?\\s*");

    private final String text;
    private final UnitTokens codes;

    HeadWords(String text) {
        this.text = text;
        this.codes = new UnitTokens(text, text, Optional.empty());
    }

    /** Whether a text has a word or number of a unit or multiplier anywhere. */
    boolean hasSize() {
        for (int i = 0; i < text.length(); i++) {
            boolean starts = i == 0 || !Folding.isLetter(text.charAt(i)) || !Folding.isLetter(text.charAt(i - 1));
            Word word = starts ? Vocabulary.lexicon().at(text, i, UnitTokens.ALL) : null;
            boolean large = word != null
                    && (word.kind() == Kind.MULTIPLIER
                            || word.kind() == Kind.CURRENCY_SIGN
                            || (word.kind() == Kind.CURRENCY && word.text().charAt(0) > '\u2e80')
                            || (word.kind() == Kind.REFUSED && word.text().length() < 5)
                            || word.kind() == Kind.POINTS
                            || (word.kind() == Kind.FRACTION
                                    && "成割할分".indexOf(word.text().charAt(0)) < 0)
                            || word.kind() == Kind.AMBIGUOUS_CURRENCY);
            if (word != null && large && !(isLoose(word) && isBesideHan(i))) {
                return true;
            }
            if (starts
                    && (codes.currencyCode(i) != null
                            || UnitTokens.ZEROS
                                    .matcher(text)
                                    .region(i, text.length())
                                    .lookingAt())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text begins or ends with a word of a unit or a part of a currency: ct, 公斤标准煤. */
    boolean hasUnitAtAnEnd() {
        Word first = Vocabulary.lexicon().at(text.stripLeading(), 0, UnitTokens.ALL);
        return (first != null && !isLoose(first)) || SMALL_MONEY.matcher(text).matches() || endsWithUnit();
    }

    /** Whether a text ends with a word of a unit. */
    boolean endsWithUnit() {
        String stripped = text.stripTrailing();
        for (int i = Math.max(0, stripped.length() - 40); i < stripped.length(); i++) {
            boolean starts = i == 0 || !Folding.isLetter(text.charAt(i)) || !Folding.isLetter(text.charAt(i - 1));
            Word word = starts ? Vocabulary.lexicon().at(stripped, i, UnitTokens.ALL) : null;
            if (word != null && i + word.text().length() == stripped.length()) {
                return true;
            }
        }
        return false;
    }

    private boolean isBesideHan(int at) {
        return (at > 0 && text.charAt(at - 1) > '\u2e80') || (at + 1 < text.length() && text.charAt(at + 1) > '\u2e80');
    }

    /** Single characters that stand in many other words: 百 of 百货, 千 of 千岛, 조 of 조출생률. */
    private static boolean isLoose(Word word) {
        return word.text().length() == 1 && "十百千백천만조".contains(word.text());
    }
}
