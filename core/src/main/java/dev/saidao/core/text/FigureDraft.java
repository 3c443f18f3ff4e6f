package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.Status;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of a figure while it is read: the text, the place in it, and what its words have said so far. */
final class FigureDraft {

    private static final int MOST_SHOWN = 30;
    private static final Set<Kind> RATES = EnumSet.of(Kind.RATE_BEFORE);
    private static final Set<Kind> ORDERS = EnumSet.of(Kind.ORDER);
    static final Set<String> DOLLARS =
            Set.of("AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD", "MXN", "BRL", "CLP", "COP", "ARS");
    static final Pattern SPAN_GROWTH = Pattern.compile(
            "(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:间|来|内|累计|共|总共|里)*(?=增长|增加|上升|提高|下降|减少|增幅|涨)|(?:累计|累計)(?=增长|增加|上升|下降|减少|增長|上涨)");

    // ---- the text and the place in it ----

    final String text;
    /** The text with narrow digits and plain signs. */
    final String folded;
    /** The folded text in small letters. */
    final String lower;
    /** The unit that the context says. */
    final Optional<Unit> expected;

    final Optional<DecimalSign> decimalSign;
    /** Whether more may stand behind the figure. */
    final boolean inPlace;

    int start;
    int index;

    // ---- what the words around the number say ----

    Qualifier qualifier = Qualifier.NONE;
    /** Whether a mark says that there is more than is printed. */
    boolean hasMore;

    boolean perYear;
    boolean step;
    boolean total;
    boolean share;
    boolean rise;
    boolean fall;
    int directions;
    /** Whether a word compares with the year before and may be of a ratio to it or of a growth: 前年比. */
    boolean undirected;
    /** Whether a sign or a word behind the number says that it is a growth. */
    boolean directed;

    boolean between;
    boolean from;
    boolean top;
    /** Whether a sign ended the sentence. */
    boolean stopped;
    /** Whether a code of a currency may be an English word. */
    boolean ordinaryWord;
    /** Whether a word says that the number is above or below, which may be by how much: 高于. */
    boolean compared;
    /** Whether a Chinese word says more or less than. */
    boolean bounded;
    /** What stands between such a word and the number; empty if nothing does. */
    String other = "";
    /** Whether a change is said to be that of a whole span. */
    boolean cumulative;

    boolean halved;
    Optional<Status> status = Optional.empty();

    // ---- the number ----

    String digits = "";

    @Nullable String upper;

    int exponent;
    boolean negative;
    boolean scaled;
    boolean grouped;
    boolean byWords;
    /** Whether two numerals stood side by side, as in 两三个. */
    boolean neighbours;
    /** Whether a multiplier was 兆. */
    boolean zhao;
    /** Whether the last unit of a numeral was left out, as in 一万二. */
    boolean shortened;
    /** The mark that may group digits or be a decimal sign; 0 if there is none. */
    char uncertain;
    /** Whether the words are of a language with decimal commas: 0 no, 1 its short forms, 2 its own words. */
    int comma;

    // ---- the unit ----

    @Nullable Unit unit;

    int unitIndex;
    boolean isMoneyBefore;
    /** Whether the unit is a measure word only, which says little of what is counted. */
    boolean measured;
    /** Whether the money is a dollar of some country. */
    boolean loose;
    /** Whether the number was printed in hundredths of its unit: basis points, cents. */
    boolean hundredths;
    /** A sign or word of several currencies. */
    @Nullable Word ambiguous;

    int ambiguousIndex;
    boolean yuanAlone;
    long densityPer;

    @Nullable String densityBase;

    FigureDraft(String text, Optional<Unit> expected, Optional<DecimalSign> decimalSign, boolean inPlace) {
        this.text = text;
        this.folded = Folding.of(text);
        this.lower = folded.toLowerCase(Locale.ROOT);
        this.expected = expected;
        this.decimalSign = decimalSign;
        this.inPlace = inPlace;
    }

    // ---- what all parts ask ----

    /** Whether a number stands at the place. */
    boolean atNumber() {
        refuseOrder();
        return Digits.digitAt(folded, index)
                || (index + 1 < folded.length() && folded.charAt(index) == '.' && Digits.digitAt(folded, index + 1))
                || NumberWords.fraction(lower, index).isPresent()
                || NumberWords.multiple(lower, index).isPresent()
                || NumberWords.perHundred(folded, index).isPresent()
                || NumberWords.english(lower, index).isPresent()
                || ChineseNumeral.at(folded, index)
                        .filter(found -> !spanGrowth() && Vocabulary.lexicon().at(folded, index, RATES) == null)
                        .isPresent();
    }

    private boolean spanGrowth() {
        return SPAN_GROWTH.matcher(lower).region(index, lower.length()).lookingAt();
    }

    private void refuseOrder() {
        Word order = Vocabulary.lexicon().at(folded, index, ORDERS);
        if (order != null && !Digits.digitAt(folded, index)) {
            throw error(
                    "Figure must have a number and not only an order of size: " + order.text(),
                    "数字须明确，不能只有数量级：" + order.text(),
                    index);
        }
    }

    void minus() {
        if (negative) {
            digits = "-" + digits;
            negative = false;
        }
    }

    boolean isFraction() {
        return Unit.SHARE.equals(unit);
    }

    boolean isLabour() {
        return unit != null
                && unit.symbol()
                        .filter(symbol -> symbol.startsWith("person-") || symbol.equals("FTE"))
                        .isPresent();
    }

    void setUnit(Unit found, int at) {
        if (unit != null && !unit.equals(found)) {
            boolean dollars = loose && unit.kind() == Unit.Kind.MONEY && found.kind() == Unit.Kind.MONEY;
            if (!(dollars && DOLLARS.contains(found.toString()))) {
                throw error(
                        "Figure must have one unit and not both " + unit + " and " + found,
                        "单位须唯一，不能既是" + unit + "又是" + found,
                        at);
            }
        }
        isMoneyBefore = digits.isEmpty();
        unit = found;
        unitIndex = at;
    }

    /** Whether a dollar of no country is that of the country said before: NT$ 5 billion dollars. */
    boolean isDollar(boolean bare) {
        return bare && unit != null && DOLLARS.contains(unit.toString());
    }

    void qualify(Qualifier found, int at) {
        Qualifier both = QualifierFormat.together(qualifier, found);
        if (both == null) {
            throw error(
                    "Figure must have one qualifier and not both " + qualifier + " and " + found,
                    "限定词须唯一，不能既是" + qualifier + "又是" + found,
                    at);
        }
        qualifier = both;
    }

    @Nullable String codeAt(int at) {
        return new UnitTokens(text, folded, Optional.empty()).currencyCode(at);
    }

    boolean stands(String word) {
        int end = index + word.length();
        return folded.regionMatches(true, index, Folding.of(word), 0, word.length())
                && !(end < folded.length()
                        && Folding.isLetter(folded.charAt(end - 1))
                        && Folding.isLetter(folded.charAt(end)));
    }

    @Nullable Matcher matching(Pattern pattern) {
        Matcher matcher = pattern.matcher(lower).region(index, lower.length()).useTransparentBounds(true);
        if (matcher.lookingAt() && matcher.end() > index) {
            index = matcher.end();
            return matcher;
        }
        return null;
    }

    boolean looking(Pattern pattern) {
        return matching(pattern) != null;
    }

    boolean isSpace(int at) {
        return folded.charAt(at) == ' ';
    }

    void skipSpace() {
        if (index < folded.length() && index > start && isSpace(index)) {
            index++;
        }
    }

    FigureParseException unread() {
        int stop = index;
        int blank = index;
        while (stop < folded.length() && isSpace(stop)) {
            stop++;
        }
        int end = stop;
        while (end < folded.length() && Folding.isLetter(folded.charAt(end))) {
            end++;
        }
        String word = folded.substring(stop, end);
        return new FigureParseException(
                Label.of(
                        "Figure must have nothing behind it that is not understood: " + rest(stop),
                        "数字之后不得有不能识别的内容：" + rest(stop)),
                text,
                index,
                () -> (word.isEmpty() ? Optional.<String>empty() : Vocabulary.nearest(word))
                        .or(() -> understood(blank)));
    }

    /** What was read before a blank, which is the nearest thing that would be read. */
    private Optional<String> understood(int end) {
        boolean apart = end > start && end < folded.length() && isSpace(end);
        return apart ? Optional.of(text.substring(start, end)) : Optional.empty();
    }

    private String rest(int from) {
        String rest = Decimals.shown(text.substring(from));
        return rest.length() > MOST_SHOWN ? rest.substring(0, MOST_SHOWN) + "…" : rest;
    }

    FigureParseException noNumber(int at) {
        boolean bracket = folded.startsWith("(", start);
        return bracket
                ? error(
                        "Number in brackets must be written with its sign: brackets are a minus in some tables only",
                        "括号内的数须写明正负：括号只在某些表中表示负数",
                        start)
                : error("Figure must have a number, such as 12.5, 三成 or two-thirds", "须有数字，如12.5、三成、三分之二", at);
    }

    FigureParseException comparison(String other, int at) {
        return error("Figure must not be compared with another: " + other, "数字不得为与他者之比较：" + other, at);
    }

    FigureParseException refusal(Word word, int at) {
        return new FigureParseException(word.reason(), text, Math.min(at, text.length()), Optional.empty());
    }

    FigureParseException error(String en, String zh, int at) {
        return new FigureParseException(Label.of(en, zh), text, Math.min(at, text.length()), Optional.empty());
    }
}
