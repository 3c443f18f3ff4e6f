package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the number of a figure, or the two of a range, with the units beside them. */
final class FigureNumbers {

    private static final Set<Kind> MONEY =
            EnumSet.of(Kind.CURRENCY, Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY, Kind.COUNT);
    private static final Set<Kind> PHYSICAL = EnumSet.of(Kind.PHYSICAL);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.MULTIPLIER_LETTER);
    private static final Pattern RANGE_SIGN =
            Pattern.compile("\\s*(?:[-–—―~～]+|至|到|(?:to|bis|à|a|up to)(?![a-z])|부터|から)\\s*");
    private static final Pattern AND = Pattern.compile("\\s*(?:and|und|et|y|e|и)\\s|和|与|與|至|到|\\s*[-–—]\\s*");
    private static final Pattern AMID = Pattern.compile("\\s?(?:之间|之間|区间|不等)");
    static final Pattern OF_WHOLE = Pattern.compile(
            "\\s(?:of|der|des|du|de|del|della)\\s(?!(?:an? |one )?(?:percent|percentage|per cent|basis|million|billion|trillion|thousand|hundred|dozen|crore|lakh|dollar|euro|pound|point|pp)(?![a-z]))[^\\d%()]{1,80}$");
    static final Pattern OF_LEVEL = Pattern.compile(
            "\\s(?:as (?:many|much|large|big|high|great)(?: as)?|the (?:level|size|amount|number) (?:of|in)|that (?:of|in)|its|the)?\\s?(?:the )?[^%()]{0,40}(?:level|size|total|figure|amount|value|(?:in |of )\\d{4})s?(?: of \\d{4})?$|\\sas (?:many|much|large|big|high|great)(?: as [a-z0-9 ]{1,40})?$");

    private final FigureDraft draft;
    private final FigurePrefixes prefixes;
    private final FigureUnits units;

    FigureNumbers(FigureDraft draft, FigurePrefixes prefixes, FigureUnits units) {
        this.draft = draft;
        this.prefixes = prefixes;
        this.units = units;
    }

    /** Reads the number and its unit; false if no number stands at the place. */
    boolean number() {
        Optional<NumberWords.Spelled> multiple = NumberWords.multiple(draft.lower, draft.index);
        if (multiple.isPresent()) {
            draft.halved =
                    draft.lower.startsWith("halv", draft.index) || draft.lower.startsWith("to halv", draft.index);
            return words(multiple.get(), Unit.MULTIPLE);
        }
        Optional<NumberWords.PerHundred> perHundred = NumberWords.perHundred(draft.folded, draft.index);
        if (perHundred.isPresent()) {
            draft.setUnit(Unit.SHARE, draft.index);
            char of = perHundred.get().of();
            draft.digits = perHundred.get().digits();
            draft.exponent = of == '百' ? -2 : of == '千' ? -3 : 0;
            draft.digits =
                    of == '万' ? new BigDecimal(draft.digits).movePointLeft(4).toPlainString() : draft.digits;
            draft.index = perHundred.get().end();
            draft.byWords = true;
            draft.minus();
            return true;
        }
        Optional<NumberWords.Spelled> fraction = NumberWords.fraction(draft.lower, draft.index);
        if (fraction.isPresent()
                && NumberWords.english(draft.lower, draft.index)
                        .filter(n -> n.end() > fraction.get().end())
                        .isEmpty()) {
            draft.share = true;
            return words(fraction.get(), Unit.SHARE);
        }
        boolean implied = draft.index > draft.start;
        Optional<NumberParser.Parsed> number =
                new NumberParser(draft.folded, draft.lower, draft.decimalSign).at(draft.index, implied);
        if (number.isEmpty()) {
            return false;
        }
        take(number.get());
        draft.minus();
        units.unitBehind();
        return true;
    }

    private void take(NumberParser.Parsed number) {
        draft.digits = number.digits();
        draft.upper = number.upper();
        draft.neighbours |= draft.upper != null;
        draft.exponent = number.exponent();
        draft.scaled = number.isScaled();
        draft.grouped = number.isGrouped();
        draft.zhao |= number.hasZhao();
        draft.shortened = number.isShort();
        draft.uncertain = number.uncertain() == 0 ? draft.uncertain : number.uncertain();
        draft.comma = Math.max(draft.comma, number.isComma());
        draft.index = number.end();
        if (draft.digits.equals("1") && draft.folded.regionMatches(true, draft.index - 2, "+X", 0, 2)) {
            throw draft.error("1+X names a structure and is no number", "1+X 是名称，不是数", draft.index - 2);
        }
        if (number.mark() != Qualifier.NONE) {
            draft.qualify(number.mark(), draft.index - 1);
            draft.hasMore |= number.mark() == Qualifier.MORE_THAN;
        }
        letter();
    }

    /** $1.5m, £850m, 1.3m units. */
    private void letter() {
        int before = draft.index;
        draft.skipSpace();
        Word letter = Vocabulary.lexicon().at(draft.folded, draft.index, LETTERS);
        boolean thousand = letter != null && letter.text().equalsIgnoreCase("k") && draft.index == before;
        if (letter == null
                || draft.scaled
                || isBreak(letter, before)
                || !(thousand
                        || isBesideCountable(letter, draft.index + letter.text().length()))) {
            draft.index = before;
            return;
        }
        Word longer = Vocabulary.lexicon().at(draft.folded, draft.index, UnitTokens.UNITS);
        if (longer != null && longer.text().length() > letter.text().length()) {
            draft.index = before;
            return;
        }
        draft.index += letter.text().length();
        draft.exponent += Integer.parseInt(letter.meaning());
        draft.scaled = true;
    }

    /** 5.2 b in a column: billions, or the sign of a break in the series. */
    private boolean isBreak(Word letter, int before) {
        return letter.text().equals("b")
                && draft.index > before
                && draft.index + 1 == draft.folded.length()
                && draft.unit == null
                && draft.ambiguous == null
                && draft.expected.isPresent();
    }

    private boolean isBesideCountable(Word letter, int after) {
        boolean money = (draft.unit != null && draft.unit.kind() == Unit.Kind.MONEY)
                || draft.ambiguous != null
                || draft.expected
                        .filter(wanted -> wanted.kind() == Unit.Kind.MONEY)
                        .isPresent();
        if (money) {
            return true;
        }
        int next = after < draft.folded.length() && draft.folded.charAt(after) == ' ' ? after + 1 : after;
        Word word = Vocabulary.lexicon().at(draft.folded, next, MONEY);
        // 1.2m sq m, 5m tonnes; a letter alone may be a unit itself
        Word physical = next > after ? Vocabulary.lexicon().at(draft.folded, next, PHYSICAL) : null;
        // 12 T€ are thousands to some and trillions to others
        boolean certain = !letter.text().equalsIgnoreCase("t");
        return (certain && draft.codeAt(next) != null)
                || (word != null && (word.kind() == Kind.COUNT ? next > after : certain))
                || (physical != null && physical.text().length() > 1);
    }

    private boolean words(NumberWords.Spelled spelled, Unit of) {
        draft.digits = spelled.digits();
        draft.exponent = 0;
        draft.byWords = true;
        if (spelled.qualifier() != Qualifier.NONE) {
            draft.qualify(spelled.qualifier(), draft.index);
        }
        draft.setUnit(of, draft.index);
        draft.index = spelled.end();
        draft.minus();
        Matcher whole = (draft.inPlace ? Pattern.compile("(?!)") : of.equals(Unit.SHARE) ? OF_WHOLE : OF_LEVEL)
                .matcher(draft.lower)
                .region(draft.index, draft.lower.length());
        if (whole.lookingAt()) {
            draft.index = whole.end();
        }
        return true;
    }

    /** The other end of a range, if there is one. */
    void secondEnd() {
        int before = draft.index;
        boolean said = draft.between ? draft.looking(AND) : draft.looking(RANGE_SIGN);
        draft.skipSpace();
        if (said && startsNumber()) {
            String low = draft.digits;
            int lowExponent = draft.exponent;
            boolean lowScaled = draft.scaled;
            boolean lowUnit = draft.unit != null && draft.unitIndex > 0 && !draft.isMoneyBefore;
            second();
            join(low, lowExponent, lowScaled, lowUnit, before);
            return;
        }
        draft.index = before;
        if ((draft.between || draft.from) && !draft.inPlace) {
            throw draft.error("Range must have two numbers", "范围须有两个数", before);
        }
    }

    private boolean startsNumber() {
        int at = draft.index;
        if (Digits.digitAt(draft.folded, at)
                || ChineseNumeral.at(draft.folded, at).isPresent()
                || NumberWords.english(draft.lower, at).isPresent()) {
            return true;
        }
        boolean minus = draft.folded.startsWith("-", at) && Digits.digitAt(draft.folded, at + 1);
        Word signWord =
                Vocabulary.lexicon().at(draft.folded, at, EnumSet.of(Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY));
        int after = signWord != null ? at + signWord.text().length() : draft.codeAt(at) != null ? at + 3 : -1;
        if (after > 0 && draft.folded.startsWith(" ", after)) {
            after++;
        }
        return minus || (after > 0 && Digits.digitAt(draft.folded, after));
    }

    private void second() {
        if (draft.folded.startsWith("-", draft.index)) {
            draft.negative = true;
            draft.index++;
        }
        Word signWord = Vocabulary.lexicon()
                .at(draft.folded, draft.index, EnumSet.of(Kind.CURRENCY_SIGN, Kind.AMBIGUOUS_CURRENCY));
        String code = draft.codeAt(draft.index);
        int at = draft.index;
        if (code != null) {
            draft.index += 3;
            draft.setUnit(Unit.money(Currency.getInstance(code)), at);
        } else if (signWord != null) {
            draft.index += signWord.text().length();
            prefixes.beforeNumber(signWord, at);
        }
        draft.skipSpace();
        NumberParser.Parsed number = new NumberParser(draft.folded, draft.lower, draft.decimalSign)
                .at(draft.index, false)
                .orElseThrow(() -> draft.noNumber(draft.index));
        draft.exponent = 0;
        take(number);
        draft.minus();
        units.unitBehind();
    }

    private void join(String low, int lowExponent, boolean lowScaled, boolean lowUnit, int at) {
        if (draft.upper != null) {
            throw draft.error("Range must have two numbers", "范围须有两个数", at);
        }
        boolean inherits = !lowScaled && lowExponent == 0 && !lowUnit;
        int first = inherits ? draft.exponent : lowExponent;
        if (!inherits && lowExponent != 0 && draft.exponent == 0 && !draft.scaled) {
            throw draft.error("Range must say the multiplier of its upper end", "范围须写明上限的倍数", draft.index);
        }
        boolean years = (draft.unit == null || draft.unit.equals(Unit.CALENDAR_YEAR))
                && draft.expected.isEmpty()
                && low.matches("(?:19|20)\\d\\d")
                && draft.digits.matches("(?:19|20)\\d\\d");
        int common = Math.max(first, draft.exponent);
        // 25-50 bps: the basis points are of both ends
        BigDecimal least = new BigDecimal(low).movePointLeft(common - first + (draft.hundredths && !lowUnit ? 2 : 0));
        BigDecimal most = new BigDecimal(draft.digits).movePointLeft(common - draft.exponent);
        boolean code = low.matches("-?0\\d+");
        if (years || code || least.compareTo(most) >= 0) {
            throw draft.error("Range must go from a lower number to a higher one", "范围须由小到大", at);
        }
        draft.digits = least.toPlainString();
        draft.upper = most.toPlainString();
        draft.exponent = common;
        draft.looking(AMID);
    }
}
