package dev.saidao.core.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the number that starts at an index of a folded text: digits, Chinese numerals, English words, with their multiplier. */
final class NumberScanner {

    // a number longer than this is no figure of a report
    private static final int MOST_DIGITS = 40;

    /** Words of running text before a count, which no row of a table has before its first cell. */
    private static final Pattern BEFORE_COUNT = LatinPattern.of(
            "\\b(?:over|about|around|nearly|almost|than|to|from|by|of|with|some|reached|were|was|totall?ed|employed|employs|had|has|have|sold|at|the|exceeded|counted|counts|produced|registered|created|added) $");

    private static final int LONGEST_WORD = 12;

    private final String text;
    private final ChineseNumerals chinese;
    private final EnglishNumerals english;
    /** The last index asked for, and the number there: it is asked for several times. */
    private int lastIndex = -1;

    private @Nullable ScannedNumber last;

    NumberScanner(String folded) {
        this.text = folded;
        this.chinese = new ChineseNumerals(folded);
        this.english = new EnglishNumerals(folded);
    }

    /** The number at an index, or null. A sign before digits belongs to it if the sign follows no letter or digit. */
    @Nullable ScannedNumber at(int index) {
        if (index != lastIndex) {
            last = scan(index);
            lastIndex = index;
        }
        return last;
    }

    private @Nullable ScannedNumber scan(int index) {
        char c = text.charAt(index);
        if (c == '-' || c == '+') {
            char before = index == 0 ? ' ' : text.charAt(index - 1);
            boolean free = before > 0x2e7f
                    || !Character.isLetterOrDigit(before)
                    || COMPARED.matcher(text.substring(Math.max(0, index - 4), index))
                            .find();
            ScannedNumber unsigned = free && isDigit(index + 1) ? arabic(index + 1) : null;
            return unsigned == null
                    ? null
                    : new ScannedNumber(
                            index,
                            unsigned.end(),
                            c == '-' ? unsigned.value().negate() : unsigned.value(),
                            unsigned.place(),
                            false,
                            unsigned.scaled(),
                            unsigned.more(),
                            unsigned.grouped());
        }
        if (isDigit(index)) {
            return arabic(index);
        }
        if (c >= 'a' && c <= 'z') {
            return english.at(index);
        }
        return ChineseNumerals.isNumeral(c) ? chinese.at(index) : null;
    }

    /** The Latin word that starts at an index; empty if none does. */
    String word(int index) {
        return english.word(index);
    }

    // ---- digits ----

    /** One, two and three quarters as one sign. */
    private static final String QUARTERS = "\u00bc\u00bd\u00be";

    /** YoY-6.2%: the sign behind what a number is compared with is that of the number. */
    private static final Pattern COMPARED = Pattern.compile("(?:^|[^a-z])(?:yoy|qoq|mom)$");
    /** 3 1/2% */
    private static final Pattern MIXED = Pattern.compile("[ -]([1357])/([248])(?= ?(?:%|per ?cent))");

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private @Nullable ScannedNumber arabic(int start) {
        int end = digits(start);
        StringBuilder plain = new StringBuilder(text.substring(start, end));
        boolean grouped = false;
        int spaced = spacedGroups(start, end);
        for (int groups = 0; groups < spaced; groups++) {
            plain.append(text, end + 1, end + 4);
            end += 4;
            grouped = true;
        }
        // 2,388: groups of three after one to three digits
        while (end - start <= MOST_DIGITS && end < text.length() && isGroupAt(end, plain.length(), grouped)) {
            plain.append(text, end + 1, end + 4);
            end += 4;
            grouped = true;
        }
        int place = 0;
        if (end < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
            int last = digits(end + 1);
            // 3.1.7 is a version and 2025.3.26 a date: their dots are no decimal points
            if (!(last < text.length() && text.charAt(last) == '.' && isDigit(last + 1))) {
                plain.append('.').append(text, end + 1, last);
                place = -(last - end - 1);
                end = last;
                grouped = true;
            }
        }
        char behind = end < text.length() && place == 0 ? text.charAt(end) : '.';
        BigDecimal part = null;
        int quarters = QUARTERS.indexOf(behind) + 1;
        if (quarters > 0) {
            // 3½%
            part = BigDecimal.valueOf(quarters).multiply(QUARTER);
            end++;
        } else if (behind == ' ' || behind == '-') {
            Matcher mixed = MIXED.matcher(text).region(end, text.length());
            if (mixed.lookingAt()) {
                part = new BigDecimal(mixed.group(1)).divide(new BigDecimal(mixed.group(2)));
                end = mixed.end();
            }
        }
        if (part != null) {
            place = -part.scale();
            plain = new StringBuilder(new BigDecimal(plain.toString()).add(part).toPlainString());
        }
        if (plain.length() > MOST_DIGITS) {
            return null;
        }
        return scaled(
                new ScannedNumber(start, end, new BigDecimal(plain.toString()), place, false, false, false, grouped));
    }

    /** How many groups of three digits, each behind a space, go on a number of one to three digits: 250 000 cars. A row of a table has none. */
    private int spacedGroups(int start, int end) {
        boolean opens = text.charAt(start) != '0'
                && end - start <= 3
                && isSpaceBeforeGroup(end)
                && BEFORE_COUNT
                        .matcher(text.substring(Math.max(0, start - LONGEST_WORD), start))
                        .find();
        int groups = 0;
        int at = end;
        while (opens && isSpaceBeforeGroup(at)) {
            groups++;
            at += 4;
        }
        boolean closes = at + 1 < text.length()
                && text.charAt(at) == ' '
                && text.charAt(at + 1) >= 'a'
                && text.charAt(at + 1) <= 'z'
                && !EnglishNumerals.SCALES.containsKey(english.word(at + 1));
        return closes ? groups : 0;
    }

    private boolean isSpaceBeforeGroup(int index) {
        return index < text.length()
                && text.charAt(index) == ' '
                && isDigit(index + 1)
                && digits(index + 1) == index + 4;
    }

    private boolean isGroupAt(int index, int length, boolean grouped) {
        boolean comma = text.charAt(index) == ',';
        return (grouped || length <= 3) && comma && isDigit(index + 1) && digits(index + 1) == index + 4;
    }

    private int digits(int index) {
        int end = index;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** The multiplier behind digits: 万, 亿2600万, million, bn, and marks such as 多 before or behind it. */
    private ScannedNumber scaled(ScannedNumber number) {
        int index = number.end();
        boolean more = false;
        if (isMark(index)) {
            more = true;
            index++;
        }
        // 1003.50 亿元: a text that sets numbers apart by spaces
        boolean apart = !more
                && index + 1 < text.length()
                && text.charAt(index) == ' '
                && "万亿".indexOf(text.charAt(index + 1)) >= 0
                && !(index + 2 < text.length() && isDigit(index + 2));
        index = apart ? index + 1 : index;
        int scale = chinese.scale(index);
        if (scale > 0) {
            int end = index + chinese.scaleLength(index);
            ScannedNumber total = number.times(scale).endingAt(end);
            // 1亿2600万, 2兆4,500亿: a further number with a smaller multiplier
            if (isDigit(end) && !more) {
                ScannedNumber rest = arabic(end);
                if (rest != null && rest.scaled() && rest.value().compareTo(BigDecimal.TEN.pow(scale)) < 0) {
                    return new ScannedNumber(
                            number.start(),
                            rest.end(),
                            total.value().add(rest.value()),
                            rest.place(),
                            false,
                            true,
                            rest.more(),
                            number.grouped());
                }
            }
            if (isMark(end)) {
                more = true;
                end++;
            }
            return with(total.endingAt(end), more);
        }
        if (more) {
            return with(number.endingAt(index), true);
        }
        int space =
                index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '-') ? index + 1 : index;
        String word = english.word(space);
        Integer exponent = EnglishNumerals.SCALES.get(word);
        // "5 m" is metres, "5m" millions, "5m³" cubic metres
        int behind = space + word.length();
        boolean power = behind < text.length() && "²³23".indexOf(text.charAt(behind)) >= 0;
        boolean fits = exponent != null
                && (word.length() > 1 || (space == index && !(power && word.equals("m"))))
                && !word.equals("mm");
        if (fits && exponent != null) {
            return plus(number.times(exponent).endingAt(behind));
        }
        return plus(number);
    }

    private ScannedNumber plus(ScannedNumber number) {
        int end = number.end();
        boolean sign = end < text.length()
                && text.charAt(end) == '+'
                && !(end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1)));
        return sign ? with(number.endingAt(end + 1), true) : number;
    }

    private static ScannedNumber with(ScannedNumber number, boolean more) {
        return new ScannedNumber(
                number.start(),
                number.end(),
                number.value(),
                number.place(),
                number.spelled(),
                number.scaled(),
                more,
                number.grouped());
    }

    private boolean isMark(int index) {
        return index < text.length() && (text.charAt(index) == '多' || text.charAt(index) == '余');
    }
}
