package dev.saidao.core.reading;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the number that starts at an index of a folded text: digits, Chinese numerals, English words, with their multiplier. */
final class NumberScanner {

    // a number longer than this is no figure of a report
    private static final int MOST_DIGITS = 40;
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    /** English numerals of one word, below a hundred. */
    static final Map<String, Integer> ENGLISH_NUMERALS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private static final Map<String, Integer> ENGLISH_SCALES = Map.ofEntries(
            Map.entry("hundred", 2),
            Map.entry("thousand", 3),
            Map.entry("k", 3),
            Map.entry("lakh", 5),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("mn", 6),
            Map.entry("mln", 6),
            Map.entry("mm", 6),
            Map.entry("m", 6),
            Map.entry("crore", 7),
            Map.entry("billion", 9),
            Map.entry("billions", 9),
            Map.entry("bn", 9),
            Map.entry("bln", 9),
            Map.entry("b", 9),
            Map.entry("trillion", 12),
            Map.entry("tn", 12),
            Map.entry("trn", 12));

    /** The words that open an English number. */
    private static final Openings ENGLISH = Openings.of(ENGLISH_NUMERALS.keySet());

    private final String text;
    /** The last index asked for, and the number there: it is asked for several times. */
    private int lastIndex = -1;

    private @Nullable ScannedNumber last;

    NumberScanner(String folded) {
        this.text = folded;
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
            boolean free = before > 0x2e7f || !Character.isLetterOrDigit(before);
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
            boolean inWord = index > 0 && Character.isLetter(text.charAt(index - 1)) && text.charAt(index - 1) < 0x250;
            return inWord || !ENGLISH.mayStandAt(text, index) ? null : english(index);
        }
        return isChineseNumeral(c) ? chinese(index) : null;
    }

    // ---- digits ----

    private @Nullable ScannedNumber arabic(int start) {
        int end = digits(start);
        StringBuilder plain = new StringBuilder(text.substring(start, end));
        boolean grouped = false;
        // 2,388 and 2 388: groups of three after one to three digits
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
        if (plain.length() > MOST_DIGITS) {
            return null;
        }
        return scaled(
                new ScannedNumber(start, end, new BigDecimal(plain.toString()), place, false, false, false, grouped));
    }

    private boolean isGroupAt(int index, int length, boolean grouped) {
        char separator = text.charAt(index);
        boolean comma = separator == ',';
        // a space groups only where the text has no plain space there: folded narrow spaces look the same, so three
        // digits must
        // stand free on both sides
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
        int scale = chineseScale(index);
        if (scale > 0) {
            int end = index + chineseScaleLength(index);
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
        String word = word(space);
        Integer exponent = ENGLISH_SCALES.get(word);
        // "5 m" is metres, "5m" millions
        boolean fits = exponent != null && (word.length() > 1 || space == index) && !word.equals("mm");
        if (fits && exponent != null) {
            return plus(number.times(exponent).endingAt(space + word.length()));
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

    private int chineseScale(int index) {
        int exponent = 0;
        for (int i = index; i < index + chineseScaleLength(index); i++) {
            exponent += scaleOf(text.charAt(i));
        }
        return exponent;
    }

    /** 万, 亿, 万亿, 千万, 百万, 十万, 兆; 千 alone too. */
    private int chineseScaleLength(int index) {
        int i = index;
        if (i < text.length() && (text.charAt(i) == '十' || text.charAt(i) == '百' || text.charAt(i) == '千')) {
            i++;
        }
        while (i < text.length() && (text.charAt(i) == '万' || text.charAt(i) == '亿' || text.charAt(i) == '兆')) {
            i++;
        }
        boolean bare = i == index + 1 && (text.charAt(index) == '十' || text.charAt(index) == '百');
        boolean kilo = i == index + 1
                && text.charAt(index) == '千'
                && i < text.length()
                && "瓦克米卡升帕伏赫焦".indexOf(text.charAt(i)) >= 0;
        return bare || kilo ? 0 : Math.min(i, index + 3) - index;
    }

    private static int scaleOf(char c) {
        return switch (c) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            case '兆' -> 12;
            default -> 0;
        };
    }

    // ---- Chinese numerals ----

    static boolean isChineseNumeral(char c) {
        return switch (c) {
            case '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九' -> true;
            default -> scaleOf(c) > 0;
        };
    }

    /** 二千三百八十八亿, 一万二, 两百三十多, 百万. The last place is that of the last unit that was named. */
    private @Nullable ScannedNumber chinese(int start) {
        BigDecimal total = BigDecimal.ZERO;
        long section = 0;
        int pending = -1;
        int place = 0;
        int lastUnit = 0;
        boolean more = false;
        boolean afterZero = false;
        boolean named = false;
        int i = start;
        for (; i < text.length() && i - start < MOST_DIGITS; i++) {
            char c = text.charAt(i);
            int digit = c == '两' ? 2 : c == '〇' ? 0 : CHINESE_DIGITS.indexOf(c);
            int scale = scaleOf(c);
            if (digit >= 0) {
                if (pending >= 0) {
                    break;
                }
                afterZero |= digit == 0;
                if (digit > 0) {
                    pending = digit;
                }
            } else if (scale >= 4) {
                long below = section + Math.max(pending, 0);
                boolean onlyScale = below == 0 && total.signum() == 0;
                if (onlyScale) {
                    if (scale == 12 || i > start) {
                        break;
                    }
                    below = 1;
                }
                place = below == 0 ? place + scale : (pending >= 0 || section == 0 ? 0 : sectionPlace(section)) + scale;
                total = below == 0
                        ? total.scaleByPowerOfTen(scale)
                        : total.add(BigDecimal.valueOf(below).scaleByPowerOfTen(scale));
                section = 0;
                pending = -1;
                lastUnit = scale;
                afterZero = false;
                named = true;
            } else if (scale > 0) {
                if (pending < 0 && section > 0) {
                    break;
                }
                section += Math.max(pending, pending < 0 ? 1 : pending) * (long) Math.pow(10, scale);
                pending = -1;
                place = scale;
                lastUnit = scale;
                afterZero = false;
                named = true;
            } else if ((c == '多' || c == '余') && named) {
                more = true;
                boolean goesOn = i + 1 < text.length() && scaleOf(text.charAt(i + 1)) >= 4;
                if (!goesOn) {
                    i++;
                    break;
                }
            } else {
                break;
            }
        }
        if (i == start) {
            return null;
        }
        if (pending >= 0) {
            // 一万二 drops its last unit: 12,000
            boolean dropped = lastUnit >= 2 && !afterZero;
            int unit = dropped ? lastUnit - 1 : 0;
            section += pending * (long) Math.pow(10, unit);
            place = unit;
        }
        BigDecimal value = total.add(BigDecimal.valueOf(section));
        return value.signum() == 0
                ? null
                : new ScannedNumber(start, i, value, place, true, named && lastUnit >= 2, more, false);
    }

    private static int sectionPlace(long section) {
        int place = 0;
        for (long s = section; s % 10 == 0 && s > 0; s /= 10) {
            place++;
        }
        return place;
    }

    // ---- English words ----

    /** "two hundred", "some three million", "four": words that stand for a number. */
    private @Nullable ScannedNumber english(int start) {
        int end = start;
        long section = 0;
        int place = 0;
        BigDecimal total = BigDecimal.ZERO;
        boolean any = false;
        boolean scaled = false;
        int index = start;
        for (int words = 0; words < 12; words++) {
            String word = word(index);
            Integer digit = ENGLISH_NUMERALS.get(word);
            Integer scale = word.length() > 2 ? ENGLISH_SCALES.get(word) : null;
            if (digit != null) {
                if (section % 10 != 0 || (section > 0 && digit >= 10 && section % 100 != 0)) {
                    break;
                }
                section += digit;
                place = 0;
            } else if (scale != null && (any || word.equals("hundred") || word.equals("dozen"))) {
                if (!any) {
                    break;
                }
                if (scale == 2) {
                    section = Math.max(section, 1) * 100;
                    place = 2;
                } else {
                    total = total.add(BigDecimal.valueOf(Math.max(section, 1)).scaleByPowerOfTen(scale));
                    section = 0;
                    place = scale;
                }
                scaled = true;
            } else {
                break;
            }
            any = true;
            end = index + word.length();
            index = end;
            if (index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '-')) {
                index++;
            } else {
                break;
            }
            if (text.startsWith("and ", index) && scaled) {
                index += 4;
            }
        }
        return any
                ? new ScannedNumber(
                        start, end, total.add(BigDecimal.valueOf(section)), place, true, scaled, false, false)
                : null;
    }

    /** The Latin word that starts at an index; empty if none does. */
    String word(int index) {
        int end = index;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        boolean whole = end == text.length() || !Character.isLetter(text.charAt(end)) || text.charAt(end) > 0x250;
        return whole && end > index ? text.substring(index, end) : "";
    }
}
