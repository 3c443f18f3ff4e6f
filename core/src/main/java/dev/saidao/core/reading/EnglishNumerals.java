package dev.saidao.core.reading;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads English words that stand for numbers, and the multipliers behind digits: "two hundred", "three million", bn. */
final class EnglishNumerals {

    /** English numerals of one word, below a hundred. */
    static final Map<String, Integer> NUMERALS = Map.ofEntries(
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

    static final Map<String, Integer> SCALES = Map.ofEntries(
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
    private static final Openings OPENINGS = Openings.of(
            Stream.concat(NUMERALS.keySet().stream(), Stream.of("half", "a")).toList());

    /** "half a million", "two and a half million", "a million". */
    private static final Pattern ROUND = Pattern.compile(
            "(?:(half)[- ]an?|(one|two|three|four|five|six|seven|eight|nine|ten) and a half|a)[- ](thousand|million|billion|trillion)\\b(?!-| times| ways)");

    private final String text;

    EnglishNumerals(String folded) {
        this.text = folded;
    }

    /** The number that starts at an index, or null. */
    @Nullable ScannedNumber at(int index) {
        boolean inWord = index > 0 && Character.isLetter(text.charAt(index - 1)) && text.charAt(index - 1) < 0x250;
        if (inWord || !OPENINGS.mayStandAt(text, index)) {
            return null;
        }
        ScannedNumber round = round(index);
        return round == null ? words(index) : round;
    }

    private @Nullable ScannedNumber round(int start) {
        Matcher round = ROUND.matcher(text).region(start, text.length());
        if (!round.lookingAt() || (text.charAt(start) == 'a' && text.startsWith("in ", start - 3))) {
            return null;
        }
        int scale = Objects.requireNonNull(SCALES.get(round.group(3)));
        boolean half = round.group(1) != null || round.group(2) != null;
        int whole = round.group(2) != null ? Objects.requireNonNull(NUMERALS.get(round.group(2))) : half ? 0 : 1;
        return new ScannedNumber(
                start,
                round.end(),
                BigDecimal.valueOf(whole * 10L + (half ? 5 : 0), 1).scaleByPowerOfTen(scale),
                half ? scale - 1 : scale,
                true,
                true,
                false,
                false);
    }

    /** "two hundred", "some three million", "four": words that stand for a number. */
    private @Nullable ScannedNumber words(int start) {
        int end = start;
        long section = 0;
        int place = 0;
        BigDecimal total = BigDecimal.ZERO;
        boolean any = false;
        boolean scaled = false;
        int index = start;
        for (int words = 0; words < 12; words++) {
            String word = word(index);
            Integer digit = NUMERALS.get(word);
            Integer scale = word.length() > 2 ? SCALES.get(word) : null;
            if (digit != null) {
                if (section % 10 != 0 || (section > 0 && digit >= 10 && section % 100 != 0)) {
                    break;
                }
                section += digit;
                place = 0;
            } else if (scale != null && any) {
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
