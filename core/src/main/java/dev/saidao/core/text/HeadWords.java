package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of a head say of sizes, before anybody knows whether they are its name or its unit. */
final class HeadWords {

    private static final Pattern SMALL_MONEY =
            Pattern.compile("(?i)\\s*(?:(?:us|euro|eur) ?)?(?:ct|cts|cents?|pence|p|¢|分|角|centimes?)\\.?\\s*");

    private static final int LONGEST = 40;
    private static final Set<Kind> MONEY = EnumSet.of(Kind.CURRENCY, Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY);
    private static final Set<Kind> SIGNS = EnumSet.of(Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY);
    private static final Set<Kind> SCALES = EnumSet.of(Kind.MULTIPLIER, Kind.MULTIPLIER_LETTER);
    private static final Set<Kind> LINKS = EnumSet.of(Kind.BESIDE_UNIT);
    private static final Set<Kind> VERBS = EnumSet.of(Kind.NAMED_HOW);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.MULTIPLIER_LETTER);

    private final String text;
    private final UnitTokens codes;

    HeadWords(String text) {
        this.text = text;
        this.codes = new UnitTokens(text, text, Optional.empty());
    }

    /** Whether a text has a word or number of a unit or multiplier anywhere. */
    boolean hasSize() {
        for (int i = 0; i < text.length(); i++) {
            Word word = starts(i) ? Vocabulary.lexicon().at(text, i, UnitTokens.ALL) : null;
            boolean large = word != null
                    && (word.kind() == Kind.MULTIPLIER
                            || word.kind() == Kind.CURRENCY_SIGN
                            || (word.kind() == Kind.CURRENCY && word.text().charAt(0) > '\u2e80')
                            || (word.kind() == Kind.REFUSED && word.text().length() < 5)
                            || word.kind() == Kind.POINTS
                            || (word.kind() == Kind.FRACTION && !isTenth(word))
                            || word.kind() == Kind.SCALED_CROWNS
                            || word.kind() == Kind.AMBIGUOUS_CURRENCY);
            if (word != null && large && !(isLoose(word) && isPartOfWord(i))) {
                return true;
            }
            if (starts(i)
                    && (codes.currencyCode(i) != null
                            || HeadPower.RAISED
                                    .matcher(text)
                                    .region(i, text.length())
                                    .lookingAt()
                            || HeadPower.ZEROS
                                    .matcher(text)
                                    .region(i, text.length())
                                    .lookingAt())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a unit beside the text leaves nothing of it unsaid: M (USD), yen (EUR) and per tonne: EUR have two of a kind. */
    boolean isNameOf(Unit unit) {
        boolean fraction =
                unit.equals(Unit.SHARE) || unit.equals(Unit.GROWTH_RATE) || unit.equals(Unit.PERCENTAGE_POINTS);
        boolean otherMoney = !fraction && endsWithMoneyBut(unit);
        return !otherMoney && !endsWithLetter(unit) && !hasScaledMoney() && (fraction || !isPer());
    }

    /** Whether the last word is money, and not of this unit. */
    private boolean endsWithMoneyBut(Unit unit) {
        String stripped = text.stripTrailing();
        for (int i = stripped.length() - 1; i >= Math.max(0, stripped.length() - LONGEST); i--) {
            Word word = starts(i) ? Vocabulary.lexicon().at(stripped, i, MONEY) : null;
            if (word != null && i + word.text().length() == stripped.length()) {
                // seats won
                boolean verb = i > 0 && Vocabulary.lexicon().at(stripped, i, VERBS) != null;
                return !verb && !word.meaning().equals(unit.toString());
            }
        }
        return false;
    }

    /** Whether the last word is a letter that is a multiplier, alone or beside money. */
    private boolean endsWithLetter(Unit unit) {
        int end = text.stripTrailing().length();
        int start = end;
        while (start > 0 && Folding.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, end);
        boolean letter =
                isWord(word, LETTERS) || HeadPower.THOUSAND_BEHIND.matcher(word).matches();
        return letter && (text.substring(0, start).isBlank() || unit.kind() == Unit.Kind.MONEY);
    }

    /** Whether there is a multiplier beside money, in one word or two: bnUSD, mlnEuro, M euros. */
    private boolean hasScaledMoney() {
        String before = "";
        int start = 0;
        for (int end = 0; end <= text.length(); end++) {
            if (end < text.length() && Folding.isLetter(text.charAt(end))) {
                continue;
            }
            String word = text.substring(start, end);
            if (isScaledMoney(before, word) || isScaledMoney(word, before)) {
                return true;
            }
            for (int cut = 1; cut < word.length(); cut++) {
                if (isOneWord(word.substring(0, cut), word.substring(cut))) {
                    return true;
                }
            }
            before = word.isEmpty() || isWord(word, LINKS) ? before : word;
            start = end + 1;
        }
        return false;
    }

    private static boolean isScaledMoney(String scale, String money) {
        boolean scales = isWord(scale, SCALES)
                || HeadPower.THOUSAND_BEHIND.matcher(scale).matches();
        return scales && (Vocabulary.currency(money) != null || isWord(money, MONEY));
    }

    /** A letter within a word is a multiplier of money that is a code, a sign or no short word; brand has no billion of rand. */
    private static boolean isOneWord(String first, String second) {
        boolean scaled = isScaledMoney(first, second) || isScaledMoney(second, first);
        boolean letter = first.length() == 1 || second.length() == 1;
        String money = first.length() < second.length() ? second : first;
        boolean coded = Vocabulary.currency(money) != null || isWord(money, SIGNS);
        return scaled && (!letter || coded || (money.length() > 3 && !first.equalsIgnoreCase("b")));
    }

    private static boolean isWord(String text, Set<Kind> kinds) {
        Word word = Vocabulary.lexicon().at(text, 0, kinds);
        return word != null && word.text().length() == text.length();
    }

    /** Whether the text is nothing but what an amount is per. */
    private boolean isPer() {
        int behind = Vocabulary.behindPer(text, 0, text.length());
        if (behind < 0) {
            return false;
        }
        String base = text.substring(behind).strip();
        for (int i = 0; i < base.length(); i++) {
            Word word = Vocabulary.lexicon().at(base, i, UnitTokens.BASES_AND_UNITS);
            if (word != null && i + word.text().length() == base.length()) {
                return true;
            }
        }
        return base.isEmpty();
    }

    private boolean starts(int at) {
        return at == 0 || !Folding.isLetter(text.charAt(at)) || !Folding.isLetter(text.charAt(at - 1));
    }

    /** Whether a text begins or ends with a word of a unit or a part of a currency: ct, 公斤标准煤. */
    boolean hasUnitAtAnEnd() {
        Word first = Vocabulary.lexicon().at(text.stripLeading(), 0, UnitTokens.ALL);
        return (first != null && !isLoose(first) && !isTenth(first))
                || SMALL_MONEY.matcher(text).matches()
                || endsWithUnit();
    }

    /** Whether a word is a tenth of a whole behind a numeral, and begins many words elsewhere: 成本, 分配. */
    private static boolean isTenth(Word word) {
        return word.kind() == Kind.FRACTION && "成割할分".indexOf(word.text().charAt(0)) >= 0;
    }

    /** Whether a text ends with a word of a unit. */
    boolean endsWithUnit() {
        String stripped = text.stripTrailing();
        for (int i = Math.max(0, stripped.length() - LONGEST); i < stripped.length(); i++) {
            Word word = starts(i) ? Vocabulary.lexicon().at(stripped, i, UnitTokens.ALL) : null;
            if (word != null && i + word.text().length() == stripped.length() && !isSyllable(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a measure word of Chinese is a part of a longer word: 成本, 比例, 人均. */
    private boolean isSyllable(Word word) {
        return word.kind() == Kind.COUNT
                && word.text().length() == 1
                && text.strip().length() > 1;
    }

    /** Chinese words begin with such a character, Korean ones end with it, too: 百货, 제조; 千人 is a unit and no such word. */
    private boolean isPartOfWord(int at) {
        Word next = Vocabulary.lexicon().at(text, at + 1, UnitTokens.UNITS);
        if (next != null && !isHan(at + 1 + next.text().length())) {
            return false;
        }
        return isHan(at + 1) || (isHangul(at) && isHangul(at - 1));
    }

    private boolean isHangul(int at) {
        return at >= 0 && text.charAt(at) >= '\uac00' && text.charAt(at) <= '\ud7a3';
    }

    private boolean isHan(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) > '\u2e80' && Character.isLetter(text.charAt(at));
    }

    /** Single characters that stand in many other words: 百 of 百货, 千 of 千岛, 조 of 조출생률. */
    private static boolean isLoose(Word word) {
        return word.text().length() == 1 && "十百千백천만조".contains(word.text());
    }
}
