package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.Word.Kind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number with the multipliers behind it: 2,388.5 万, 二千三百八十八亿, 1亿2600万, twenty billion, 1.5e6; and two
 * numerals that are neighbours, 两三百万.
 */
final class NumberParser {

    private static final Set<Kind> MULTIPLIERS = EnumSet.of(Kind.MULTIPLIER);
    private static final Set<Kind> SCALES = EnumSet.copyOf(UnitTokens.UNITS);
    private static final Set<Kind> MARKS = EnumSet.of(Kind.MARK);
    private static final Pattern EXPONENT =
            Pattern.compile("(?:[eE]| ?[×x] ?10\\^ ?)([+-]?\\d{1,3})(?![\\d.,])| ?[×x] ?10([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})");
    private static final Pattern HYPHENATED = Pattern.compile("-(?:[mbt]r?illion|thousand)(?![a-z-])");
    /** Vocabularies of languages with decimal commas. */
    private static final Set<String> COMMAS = Set.of("de", "romance", "ru", "europe", "asia");

    private static final String SMALL = "十百千십백천";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern AND = Pattern.compile(" (?:and )?");
    private static final int MOST_EXPONENT = 400;

    static {
        SCALES.add(Kind.MULTIPLIER);
    }

    /**
     * A number that was read.
     *
     * @param digits the digits, plain
     * @param upper the digits of the upper of two neighbours, or null
     * @param exponent the power of ten behind them
     * @param end the index behind it
     * @param isScaled whether a multiplier was printed
     * @param isGrouped whether groups of digits were told apart
     * @param mark a mark that says there is more, {@link Qualifier#NONE} if there is none
     * @param uncertain the mark before three digits that may group them or be a decimal sign; 0 if there is none
     * @param hasZhao whether a multiplier was 兆
     * @param isShort whether the last unit was left out, as in 一万二
     * @param isComma whether the words are of a language with decimal commas: 0 no, 1 its short forms, 2 its own words
     */
    record Parsed(
            String digits,
            @Nullable String upper,
            int exponent,
            int end,
            boolean isScaled,
            boolean isGrouped,
            Qualifier mark,
            char uncertain,
            boolean hasZhao,
            boolean isShort,
            int isComma) {}

    private final String text;
    private final String lower;
    private final Optional<DecimalSign> sign;

    private int index;
    private String digits = "";
    private @Nullable String upper;
    private int exponent;
    private boolean scaled;
    private boolean grouped;
    private boolean chinese;
    private Qualifier mark = Qualifier.NONE;
    private char uncertain;
    private boolean zhao;
    private boolean shortened;
    private int comma;

    NumberParser(String folded, String lower, Optional<DecimalSign> sign) {
        this.text = folded;
        this.lower = lower;
        this.sign = sign;
    }

    /**
     * Reads the number at an index, if there is one.
     *
     * @param implied whether a multiplier alone is one of it: 上万人, 突破亿元
     */
    Optional<Parsed> at(int start, boolean implied) {
        index = start;
        if (!(chineseNumber() || backAt(start)) && !impliedOne(implied) && !arabicNumber() && !englishNumber()) {
            return Optional.empty();
        }
        return Optional.of(
                new Parsed(digits, upper, exponent, index, scaled, grouped, mark, uncertain, zhao, shortened, comma));
    }

    /** Back to where a numeral was begun that is none: 十亿十亿3. */
    private boolean backAt(int start) {
        index = start;
        upper = null;
        exponent = 0;
        scaled = false;
        shortened = false;
        mark = Qualifier.NONE;
        return false;
    }

    private boolean arabicNumber() {
        Optional<Digits> found = Digits.at(text, index, sign);
        if (found.isEmpty()) {
            return half("0");
        }
        digits = found.get().plain();
        grouped = found.get().isGrouped();
        uncertain = found.get().uncertain();
        index = found.get().end();
        if (exponentForm() || (digits.indexOf('.') < 0 && half(digits))) {
            return true;
        }
        scale();
        if (chinese && scaled && digits.indexOf('.') < 0 && mark == Qualifier.NONE) {
            continued();
        }
        return true;
    }

    /** 2½ million. Quarters and eighths are not read: as decimals they would say to be known to hundredths. */
    private boolean half(String whole) {
        if (!text.startsWith("½", index)) {
            return false;
        }
        digits = whole + ".5";
        index++;
        scale();
        return true;
    }

    static int raised(String power) {
        int value = 0;
        for (int i = 0; i < power.length(); i++) {
            int digit = RAISED.indexOf(power.charAt(i));
            value = digit < 0 ? value : 10 * value + digit;
        }
        return power.charAt(0) == '⁻' ? -value : value;
    }

    /** 1.5e6, 1E+05, 1.5×10⁶ */
    private boolean exponentForm() {
        Matcher form = EXPONENT.matcher(text).region(index, text.length());
        if (!form.lookingAt()) {
            return false;
        }
        int power = form.group(1) != null ? Integer.parseInt(form.group(1)) : raised(form.group(2));
        if (Math.abs(power) > MOST_EXPONENT) {
            return false;
        }
        index = form.end();
        boolean known = power >= 0 && UnitMultiplier.ofExponent(power).isPresent();
        if (known) {
            exponent = power;
        } else {
            digits = new BigDecimal(digits).movePointRight(power).toPlainString();
        }
        scaled = true;
        return true;
    }

    /** Marks and multipliers behind digits: 多万, lakh crore. */
    private void scale() {
        mark();
        int before = index;
        skipSpace();
        // $7.4-billion
        boolean hyphen = text.startsWith("-", index)
                && HYPHENATED.matcher(lower).region(index, lower.length()).lookingAt();
        index += hyphen ? 1 : 0;
        int multipliers = 0;
        while (multipliers < 3) {
            Word word = Vocabulary.lexicon().at(text, index, SCALES);
            Word multiplier = Vocabulary.lexicon().at(text, index, MULTIPLIERS);
            boolean longer = word != null
                    && multiplier != null
                    && word.kind() != Kind.MULTIPLIER
                    && word.text().length() > multiplier.text().length();
            if (multiplier == null || longer || !isWord(multiplier) || (multipliers > 0 && !goesOn(multiplier))) {
                break;
            }
            exponent += Integer.parseInt(multiplier.meaning());
            zhao |= multiplier.text().equals("兆");
            comma = Math.max(comma, commaOf(multiplier));
            index += multiplier.text().length();
            chinese |= multiplier.text().charAt(0) > '\u2e80';
            scaled = true;
            multipliers++;
            before = index;
            skipSpace();
            Matcher of = OF.matcher(lower).region(index, lower.length());
            if (of.lookingAt()) {
                index = of.end();
            }
        }
        index = before;
        if (scaled) {
            mark();
        }
    }

    private static final Pattern OF = Pattern.compile("(?:of|de|di|d')\\s?");

    /** Lakh crore, thousand million, miles de millones; 万亿 is one word, and 千 before 亿 too. */
    private boolean goesOn(Word multiplier) {
        return multiplier.text().charAt(0) < '\u2e80' || exponent < 8;
    }

    /** The languages with decimal commas: their own words, or short forms that English texts have as well. */
    static int commaOf(Word word) {
        boolean other = COMMAS.contains(word.language());
        boolean small = word.text().length() < 5;
        return !other ? 0 : small && !word.language().equals("ru") ? 1 : 2;
    }

    private static boolean isWord(Word multiplier) {
        char first = multiplier.text().charAt(0);
        return first != '0' && first != '\'' && first != '\u2019';
    }

    private void mark() {
        Word word = Vocabulary.lexicon().at(text, index, MARKS);
        if (word != null && !(word.text().equals("plus") && index > 0 && text.charAt(index - 1) != ' ')) {
            mark = Qualifier.valueOf(word.meaning());
            index += word.text().length();
        }
    }

    /** 1亿2600万, 25万6千, 13万2: the number goes on below its multiplier. */
    private void continued() {
        BigDecimal total = new BigDecimal(digits).scaleByPowerOfTen(exponent);
        int last = exponent;
        while (last > 0 && (Digits.digitAt(text, index) || goesOnBehindBlank() || goesOnBehindZero())) {
            boolean apart = text.charAt(index) == ' ';
            boolean zero = goesOnBehindZero();
            int before = index;
            int start = apart || zero ? index + 1 : index;
            int end = start;
            while (Digits.digitAt(text, end)
                    || (end < text.length() && text.charAt(end) == ',' && Digits.digitAt(text, end + 1))) {
                end++;
            }
            String part = text.substring(start, end).replace(",", "");
            index = end;
            Word next = Vocabulary.lexicon().at(text, index, MULTIPLIERS);
            Word unit = Vocabulary.lexicon().at(text, index, SCALES);
            boolean multiplied = next != null
                    && unit != null
                    && unit.text().length() <= next.text().length()
                    && next.text().charAt(0) > '\u2e80';
            int power = multiplied && next != null ? Integer.parseInt(next.meaning()) : 0;
            if (multiplied && next != null) {
                index += next.text().length();
            }
            boolean dropped = !multiplied && !zero && part.length() == 1 && last >= 4;
            if (dropped) {
                power = last - 1;
                shortened = true;
            }
            // 3천500억, 1万2千亿: what stands before the larger multiplier is all of it
            int small = next == null || !multiplied ? 0 : smallPower(next);
            boolean ofBoth =
                    multiplied && power - small > last && part.length() + small <= last && (last < 4 || small > 0);
            if (ofBoth && total.scale() <= 0) {
                total = total.add(new BigDecimal(part).scaleByPowerOfTen(small)).scaleByPowerOfTen(power - small);
                last = power - small;
                continue;
            }
            // 5千2 is 5,200 to some and 5,002 to others
            boolean unsure = !multiplied && !zero && !dropped && part.length() == 1;
            if (unsure || power >= last || part.length() > last - power || (apart && !multiplied)) {
                shortened &= !dropped;
                index = before;
                break;
            }
            total = total.add(new BigDecimal(part).scaleByPowerOfTen(power));
            last = power;
            if (!multiplied) {
                break;
            }
        }
        boolean known = UnitMultiplier.ofExponent(last).isPresent();
        exponent = known ? last : 0;
        digits = total.movePointLeft(exponent).toBigInteger().toString();
        mark();
    }

    /** The power of the first sign of a multiplier of two, such as 千亿; 0 of one sign. */
    private static int smallPower(Word multiplier) {
        int place = multiplier.text().length() < 2
                ? -1
                : SMALL.indexOf(multiplier.text().charAt(0));
        return place < 0 ? 0 : 1 + place % 3;
    }

    /** 14亿零800万: places that are not there are said. */
    private boolean goesOnBehindZero() {
        return index < text.length() && "零〇".indexOf(text.charAt(index)) >= 0 && Digits.digitAt(text, index + 1);
    }

    /** 1조 2,345억: Korean writes the parts of a number apart. */
    private boolean goesOnBehindBlank() {
        return index > 0
                && index < text.length()
                && text.charAt(index) == ' '
                && text.charAt(index - 1) >= '\uac00'
                && text.charAt(index - 1) <= '\ud7a3'
                && Digits.digitAt(text, index + 1);
    }

    private boolean chineseNumber() {
        Optional<ChineseNumeral> first = ChineseNumeral.at(text, index);
        if (first.isEmpty()) {
            return false;
        }
        chinese = true;
        ChineseNumeral numeral = first.get();
        int start = index;
        index = numeral.end();
        digits = String.valueOf(numeral.value());
        upper = numeral.isRange() ? String.valueOf(numeral.upper()) : null;
        shortened = numeral.isShort();
        if (index < text.length() && (text.charAt(index) == '点' || text.charAt(index) == '點') && decimals()) {
            scale();
            return true;
        }
        mark();
        Word next = chineseMultiplier();
        if (next == null) {
            // 三千五 is 3500 where nothing follows, and 百 of 百分点 is no number
            return !(numeral.end() == start + 1 && "十百千".indexOf(text.charAt(start)) >= 0 && nextIsLonger(start));
        }
        if (shortened) {
            return false;
        }
        index += next.text().length();
        int power = Integer.parseInt(next.meaning());
        zhao |= next.text().equals("兆");
        scaled = true;
        mark();
        Optional<ChineseNumeral> rest =
                mark == Qualifier.NONE && upper == null ? ChineseNumeral.at(text, index) : Optional.empty();
        if (rest.isEmpty()) {
            exponent = power;
            return true;
        }
        return falling(numeral, power, rest);
    }

    private boolean nextIsLonger(int start) {
        Word word = Vocabulary.lexicon().at(text, start, SCALES);
        return word != null && word.kind() != Kind.MULTIPLIER && word.text().length() > 1;
    }

    /** Behind a numeral: 万, 亿, 万亿, 兆. */
    private @Nullable Word chineseMultiplier() {
        Word next = Vocabulary.lexicon().at(text, index, MULTIPLIERS);
        Word unit = Vocabulary.lexicon().at(text, index, SCALES);
        boolean longer = next != null
                && unit != null
                && unit.text().length() > next.text().length();
        return next == null || longer || "万亿萬億兆".indexOf(next.text().charAt(0)) < 0 ? null : next;
    }

    /** 三万五千: goes on below its multiplier and is one whole number; 一万二 is 12,000. */
    private boolean falling(ChineseNumeral first, int firstPower, Optional<ChineseNumeral> next) {
        BigDecimal total = first.decimal().scaleByPowerOfTen(firstPower);
        int last = firstPower;
        Optional<ChineseNumeral> rest = next;
        while (rest.isPresent()) {
            ChineseNumeral part = rest.get();
            if (part.isRange()) {
                return false;
            }
            boolean single = part.end() == index + 1 && "十百千".indexOf(text.charAt(index)) < 0;
            index = part.end();
            Word multiplier = chineseMultiplier();
            int power = multiplier == null ? 0 : Integer.parseInt(multiplier.meaning());
            if (multiplier != null) {
                index += multiplier.text().length();
            }
            boolean dropped = multiplier == null && single && last >= 4;
            if (dropped) {
                power = last - 1;
            }
            shortened |= dropped || part.isShort();
            // 一万二千亿: 亿 is of all that stands before it
            boolean ofBoth = multiplier != null && power > last && last <= 4 && !part.isShort();
            if (power >= last && !ofBoth) {
                return false;
            }
            if (ofBoth) {
                total = total.add(part.decimal()).scaleByPowerOfTen(power);
                last = power;
                rest = ChineseNumeral.at(text, index);
                continue;
            }
            total = total.add(part.decimal().scaleByPowerOfTen(power));
            last = power;
            rest = multiplier == null ? Optional.empty() : ChineseNumeral.at(text, index);
        }
        digits = total.toBigInteger().toString();
        exponent = 0;
        return true;
    }

    /** Behind 点: digits one by one. */
    private boolean decimals() {
        int end = index + 1;
        StringBuilder decimals = new StringBuilder(".");
        while (end < text.length() && ChineseNumeral.digit(text.charAt(end)) >= 0) {
            decimals.append(ChineseNumeral.digit(text.charAt(end)));
            end++;
        }
        if (decimals.length() == 1) {
            return false;
        }
        digits += decimals;
        index = end;
        return true;
    }

    /** 万亿, and after a word such as 突破 also 万 and 亿: one of it. */
    private boolean impliedOne(boolean implied) {
        Word word = Vocabulary.lexicon().at(text, index, MULTIPLIERS);
        if (word == null
                || "万亿萬億兆".indexOf(word.text().charAt(0)) < 0
                || (!implied && word.text().length() < 2 && !isMore(index + 1))) {
            return false;
        }
        chinese = true;
        digits = "1";
        exponent = Integer.parseInt(word.meaning());
        zhao = word.text().equals("兆");
        scaled = true;
        index += word.text().length();
        mark();
        return true;
    }

    /** 万余人: more than one of it. */
    private boolean isMore(int at) {
        return at < text.length() && "余餘多".indexOf(text.charAt(at)) >= 0;
    }

    private boolean englishNumber() {
        Optional<NumberWords.Spelled> spelled = NumberWords.english(lower, index);
        if (spelled.isEmpty()) {
            return false;
        }
        digits = spelled.get().digits();
        index = spelled.get().end();
        scale();
        return belowScale();
    }

    /** Two thousand five hundred: goes on below its multiplier. */
    private boolean belowScale() {
        BigDecimal total = new BigDecimal(digits).scaleByPowerOfTen(exponent);
        int last = exponent;
        Matcher and = AND.matcher(lower);
        while (last > 0
                && mark == Qualifier.NONE
                && and.region(index, lower.length()).lookingAt()) {
            int before = index;
            Optional<NumberWords.Spelled> next = NumberWords.english(lower, and.end());
            if (next.isEmpty() || digits.indexOf('.') >= 0) {
                break;
            }
            digits = next.get().digits();
            exponent = 0;
            index = next.get().end();
            scale();
            BigDecimal part = new BigDecimal(digits).scaleByPowerOfTen(exponent);
            if (digits.indexOf('.') >= 0 || part.compareTo(BigDecimal.TEN.pow(last)) >= 0) {
                index = before;
                return false;
            }
            total = total.add(part);
            last = exponent;
            digits = total.toPlainString();
            exponent = 0;
        }
        return true;
    }

    private void skipSpace() {
        if (index < text.length() && text.charAt(index) == ' ') {
            index++;
        }
    }
}
