package dev.saidao.core.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fractions and multiples that are words: 百分之十二点五, 三分之一, 两成, 过半, 翻两番, half, one in five, doubled. */
final class SpelledForms {

    private static final int SCALE = 10;
    /** What makes 成 part of another word: 成为, 成本. */
    static final String NO_TENTHS = "为本立果员熟效长不品型分交就";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String WORD =
            "((?:twenty|thirty|forty|fifty)-(?:one|two|three|four|five|six|seven|eight|nine)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|\\d{1,3})";
    /** "for a third month", "a fifth consecutive rise": the third, and no third of it. */
    private static final Pattern ORDINAL = Pattern.compile(
            " (?:consecutive|straight|successive|running|time|month|week|day|quarter|year|term|round|phase|party|place)\\b");

    /** "in the half", "the upper half of the range". */
    private static final Pattern PART_OF_RANGE = LatinPattern.of(
            "\\b(?:in the|for the|the|upper|lower|latter|top|bottom|back|next|last|this|that|per|each) $");

    private static final Pattern OF_QUARTERS =
            LatinPattern.of("\\b(?:first|last|next|past|final|previous|these|those) $");
    private static final Pattern ON_QUARTER = LatinPattern.of(
            "[ -](?:on|over)[ -]|,? (?:of|in) (?:fy ?'?\\d|fiscal|(?:19|20)\\d\\d|(?:this|last|the) year)");

    private static final Pattern ONE_IN = LatinPattern.of(WORD + "(?: people| persons)? (?:in|out of)(?: every)? "
            + WORD + "\\b(?!,\\d|\\.\\d|%| per ?cent| million| billion)");
    private static final Pattern ENGLISH_FRACTION = LatinPattern.of(
            "(?:(a|one|two|three|four|five|seven|nine)[ -])?(half|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths|sixth|eighth|eighths)\\b"
                    + "(?![- ](?:year|time|hour|marathon|place|parties|party))");
    /** Behind a fraction: two tenths of a percentage point, a quarter of one per cent. */
    private static final Pattern OF_HUNDREDTHS = LatinPattern.of(
            " of (?:a|one) (?:full )?(?:(?:percentage )?(point)s?|per ?cent(?:age)?(?: (point)s?)?)\\b");

    private static final Pattern TO_PERCENTAGE =
            LatinPattern.of(",? (?:to|from|at) (?:[a-z]{1,12} ){0,4}\\d+(?:\\.\\d+)?(?:%| per ?cent)");
    private static final Pattern ENGLISH_MULTIPLE = LatinPattern.of(
            "(?:more than )?((?:double|triple|treble)(?= (?:the|that|its|their|what)\\b)|(?<=\\b(?:set|expected|forecast|projected|likely|due|poised|on course) to (?:nearly |almost |about )?)(?:double|triple|quadruple)(?= (?:by|in|from|between|over)\\b|[,.])|doubled|doubling|tripled|tripling|trebled|quadrupled|quintupled|halved|halving|twice)\\b|"
                    + "(\\d{1,3}\\.\\d{1,2}|" + WORD.substring(1) + "[- ]?fold\\b");
    private static final Pattern IN_DIGITS = Pattern.compile("([1-9])/([2-9]|10)(?![\\d/.%a-z年月])");
    private static final Pattern PART_BEFORE = Pattern.compile("(?:占|比重|比例|份额)[^,，;；。]*$|(?:约|近|超|超过|不足|不到)$");
    private static final int PART_WORDS = 14;
    private static final List<String> GOALS = List.of(" target", " goal", " pledge", " objective");
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("half", 2),
            Map.entry("third", 3),
            Map.entry("thirds", 3),
            Map.entry("quarter", 4),
            Map.entry("quarters", 4),
            Map.entry("fifth", 5),
            Map.entry("fifths", 5),
            Map.entry("sixth", 6),
            Map.entry("eighth", 8),
            Map.entry("eighths", 8),
            Map.entry("tenth", 10),
            Map.entry("tenths", 10));
    private static final Map<String, Integer> MULTIPLES = Map.ofEntries(
            Map.entry("double", 2),
            Map.entry("doubled", 2),
            Map.entry("doubling", 2),
            Map.entry("twice", 2),
            Map.entry("triple", 3),
            Map.entry("treble", 3),
            Map.entry("quadruple", 4),
            Map.entry("tripled", 3),
            Map.entry("tripling", 3),
            Map.entry("trebled", 3),
            Map.entry("quadrupled", 4),
            Map.entry("quintupled", 5));

    /** The words that open an English form. */
    private static final Openings ENGLISH = Openings.of(Stream.of(
                    List.of(
                            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
                            "twenty"),
                    List.of(
                            "doubled",
                            "tripled",
                            "trebled",
                            "quadrupled",
                            "quintupled",
                            "halved",
                            "halving",
                            "twice",
                            "double",
                            "triple",
                            "treble",
                            "quadruple",
                            "more"),
                    PARTS.keySet())
            .flatMap(Collection::stream)
            .toList());

    /** How long an English form is at most. */
    private static final int LONGEST = 40;

    private final String folded;
    private final NumberScanner numbers;
    private final Matcher oneIn;
    private final Matcher fraction;
    private final Matcher multiple;
    private final Matcher inDigits;

    SpelledForms(String folded, NumberScanner numbers) {
        this.folded = folded;
        this.numbers = numbers;
        this.oneIn = ONE_IN.matcher(folded).useTransparentBounds(true);
        this.fraction = ENGLISH_FRACTION.matcher(folded).useTransparentBounds(true);
        this.multiple = ENGLISH_MULTIPLE.matcher(folded).useTransparentBounds(true);
        this.inDigits = IN_DIGITS.matcher(folded).useTransparentBounds(true);
    }

    /** The figure whose words start at an index, or null. */
    @Nullable Found at(int i) {
        char c = folded.charAt(i);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            boolean wordStart =
                    i == 0 || !Character.isLetterOrDigit(folded.charAt(i - 1)) || folded.charAt(i - 1) > 0x250;
            Found inDigits = wordStart && c <= '9' && folded.startsWith("/", i + 1) ? fractionInDigits(i) : null;
            return inDigits != null ? inDigits : wordStart && mayOpen(i) ? english(i) : null;
        }
        return switch (c) {
            case '百' -> folded.startsWith("百分之", i) ? percent(i) : tenths(i);
            case '千' -> folded.startsWith("千分之", i) ? perMille(i) : tenths(i);
            case '过' -> folded.startsWith("过半", i) ? half(i, 2, "over") : null;
            case '半' -> folded.startsWith("半数", i) ? half(i, 2, "none") : null;
            case '大' -> folded.startsWith("大半", i) ? half(i, 2, "over") : null;
            case '翻' -> doublings(i);
            default -> ChineseNumerals.isNumeral(c) ? fractionOrTenths(i) : null;
        };
    }

    /** 占全市比重约1/4, "2/3 of the total": a part, where words say that it is one. */
    private @Nullable Found fractionInDigits(int i) {
        inDigits.region(i, Math.min(folded.length(), i + LONGEST));
        boolean own = i == 0 || "/.-".indexOf(folded.charAt(i - 1)) < 0;
        if (!own || !inDigits.lookingAt()) {
            return null;
        }
        BigDecimal above = new BigDecimal(inDigits.group(1));
        BigDecimal below = new BigDecimal(inDigits.group(2));
        boolean said = folded.startsWith(" of ", inDigits.end())
                || folded.startsWith("的", inDigits.end())
                || PART_BEFORE
                        .matcher(folded.substring(Math.max(0, i - PART_WORDS), i))
                        .find();
        return said && above.compareTo(below) < 0
                ? share(i, inDigits.end(), quotient(above, below), -2, "fraction-in-digits")
                : null;
    }

    // ---- Chinese ----

    private @Nullable Found percent(int i) {
        int at = i + 3;
        ScannedNumber whole = at < folded.length() ? numbers.at(at) : null;
        if (whole == null) {
            return null;
        }
        BigDecimal value = whole.value();
        int place = 0;
        int end = whole.end();
        if (end < folded.length() && folded.charAt(end) == '点') {
            StringBuilder decimals = new StringBuilder();
            int d = end + 1;
            while (d < folded.length() && DIGITS.indexOf(folded.charAt(d)) >= 0 && decimals.length() < 9) {
                decimals.append(DIGITS.indexOf(folded.charAt(d++)));
            }
            if (!decimals.isEmpty()) {
                value = value.add(new BigDecimal("0." + decimals));
                place = -decimals.length();
                end = d;
            }
        }
        return share(i, end, value.movePointLeft(2), place - 2, "fraction-words");
    }

    private @Nullable Found perMille(int i) {
        ScannedNumber number = i + 3 < folded.length() ? numbers.at(i + 3) : null;
        return number == null ? null : share(i, number.end(), number.value().movePointLeft(3), -3, "fraction-words");
    }

    private @Nullable Found fractionOrTenths(int i) {
        if (i > 0 && folded.charAt(i - 1) == '第') {
            return null;
        }
        if (folded.startsWith("一半", i)) {
            return half(i, 2, "none");
        }
        ScannedNumber below = numbers.at(i);
        if (below != null && folded.startsWith("分之", below.end())) {
            int at = below.end() + 2;
            ScannedNumber above = at < folded.length() ? numbers.at(at) : null;
            return above == null || above.value().compareTo(below.value()) >= 0
                    ? null
                    : share(i, above.end(), quotient(above.value(), below.value()), -2, "fraction-words");
        }
        return tenths(i);
    }

    /** 两成, 四成半, 三成八; not 成为, 成本, 一成不变. */
    private @Nullable Found tenths(int i) {
        int digit = folded.charAt(i) == '两' ? 2 : DIGITS.indexOf(folded.charAt(i));
        boolean tenths = digit > 0
                && i + 1 < folded.length()
                && folded.charAt(i + 1) == '成'
                && !(i > 0 && ChineseNumerals.isNumeral(folded.charAt(i - 1)));
        if (!tenths) {
            return null;
        }
        char next = i + 2 < folded.length() ? folded.charAt(i + 2) : '。';
        if (NO_TENTHS.indexOf(next) >= 0) {
            return null;
        }
        int hundredth = next == '半' ? 5 : DIGITS.indexOf(next);
        BigDecimal value = new BigDecimal("0." + digit + (hundredth > 0 ? String.valueOf(hundredth) : ""));
        // four and a half tenths are as coarse as half of a tenth
        return share(i, hundredth > 0 ? i + 3 : i + 2, value, hundredth > 0 && next != '半' ? -2 : -1, "fraction-words");
    }

    private Found half(int i, int length, String qualifier) {
        Found found = share(i, i + length, new BigDecimal("0.5"), -1, "fraction-words");
        found.qualifier = qualifier;
        return found;
    }

    /** 翻番, 翻一番: twice; 翻两番: four times. */
    private @Nullable Found doublings(int i) {
        int at = i + 1;
        if (at < folded.length() && folded.charAt(at) == '了') {
            at++;
        }
        int times = 1;
        if (at < folded.length() && ChineseNumerals.isNumeral(folded.charAt(at))) {
            times = folded.charAt(at) == '两' ? 2 : DIGITS.indexOf(folded.charAt(at));
            at++;
        }
        if (at >= folded.length() || folded.charAt(at) != '番' || times < 1) {
            return null;
        }
        int end = at + 1;
        boolean more = end < folded.length() && folded.charAt(end) == '多';
        return multipleOf(i, more ? end + 1 : end, BigDecimal.valueOf(1L << times), more);
    }

    // ---- English ----

    private boolean mayOpen(int i) {
        if (folded.charAt(i) > '9') {
            return ENGLISH.mayStandAt(folded, i);
        }
        int end = i;
        while (end < folded.length() && end < i + 4 && folded.charAt(end) >= '0' && folded.charAt(end) <= '9') {
            end++;
        }
        if (end < folded.length() && folded.charAt(end) == '.') {
            int decimals = end + 1;
            while (decimals < folded.length() && decimals < end + 3 && Character.isDigit(folded.charAt(decimals))) {
                decimals++;
            }
            return folded.startsWith("fold", decimals) || folded.startsWith("fold", decimals + 1);
        }
        return end < folded.length() && end < i + 4 && " -f".indexOf(folded.charAt(end)) >= 0;
    }

    private @Nullable Found english(int i) {
        oneIn.region(i, Math.min(folded.length(), i + LONGEST));
        if (oneIn.lookingAt()) {
            BigDecimal above = number(oneIn.group(1));
            BigDecimal below = number(oneIn.group(2));
            if (above.signum() > 0 && above.compareTo(below) < 0) {
                return share(i, oneIn.end(), quotient(above, below), -2, "fraction-words");
            }
        }
        fraction.region(i, Math.min(folded.length(), i + LONGEST));
        if (fraction.lookingAt() && isFraction(i)) {
            String above = fraction.group(1) == null ? "one" : fraction.group(1);
            String part = fraction.group(2);
            BigDecimal value = quotient(number(above), number(part));
            Matcher hundredths = OF_HUNDREDTHS.matcher(folded).region(fraction.end(), folded.length());
            if (hundredths.lookingAt()) {
                int place = part.equals("half") || part.startsWith("tenth") ? -3 : -4;
                Found found = share(i, hundredths.end(), value.movePointLeft(2), place, "fraction-words");
                found.kind = hundredths.group(1) == null && hundredths.group(2) == null
                        ? MentionKind.SHARE
                        : MentionKind.POINTS;
                return found;
            }
            if (isTenthOfAPoint()) {
                return null;
            }
            return share(i, fraction.end(), value, part.equals("half") ? -1 : -2, "fraction-words");
        }
        multiple.region(i, Math.min(folded.length(), i + LONGEST));
        if (multiple.lookingAt() && !isGoal(multiple.end())) {
            String verb = multiple.group(1);
            if (verb == null) {
                BigDecimal value = number(multiple.group(2));
                ScannedNumber number =
                        new ScannedNumber(i, multiple.end(), value, -value.scale(), true, false, false, false);
                return new Found(
                        i, multiple.end(), i, multiple.end(), MentionKind.MULTIPLE, "", number, "multiple-words");
            }
            Integer times = MULTIPLES.get(verb);
            boolean more = multiple.group().startsWith("more");
            return times == null
                    ? halved(i, multiple.end(), more)
                    : multipleOf(i, multiple.end(), BigDecimal.valueOf(times), more);
        }
        return null;
    }

    /** "fell four tenths", "rose a tenth to 4.2%": of what is not said, and a percentage changes by points. */
    private boolean isTenthOfAPoint() {
        Matcher percentage = TO_PERCENTAGE.matcher(folded).region(fraction.end(), folded.length());
        return fraction.group(2).equals("tenth")
                ? percentage.lookingAt()
                : fraction.group(2).equals("tenths") && !folded.startsWith(" of ", fraction.end());
    }

    /** "a third of", "two-thirds", and not "the third quarter". */
    private boolean isFraction(int i) {
        boolean counted = fraction.group(1) != null;
        if (fraction.group(2).equals("half")) {
            String before = folded.substring(Math.max(0, i - 8), i);
            return !folded.startsWith(" a ", fraction.end())
                    && !(fraction.group(1) == null
                            && PART_OF_RANGE.matcher(before).find())
                    && !before.endsWith("first ")
                    && !before.endsWith("second ")
                    && !before.endsWith("other ");
        }
        return counted
                && !isOfYear(i)
                && !ORDINAL.matcher(folded)
                        .region(fraction.end(), folded.length())
                        .lookingAt()
                && !folded.startsWith(" earlier", fraction.end())
                && !folded.startsWith(" ago", fraction.end());
    }

    /** "over the first three quarters of 2025", "on a quarter-on-quarter basis". */
    private boolean isOfYear(int i) {
        boolean quarters = fraction.group(2).startsWith("quarter");
        return quarters
                && (OF_QUARTERS
                                .matcher(folded.substring(Math.max(0, i - 10), i))
                                .find()
                        || ON_QUARTER
                                .matcher(folded)
                                .region(fraction.end(), folded.length())
                                .lookingAt());
    }

    /** "the tripling target" names a target. */
    private boolean isGoal(int end) {
        return GOALS.stream().anyMatch(word -> folded.startsWith(word, end));
    }

    private static BigDecimal number(String word) {
        int hyphen = word.indexOf('-');
        if (hyphen > 0) {
            return number(word.substring(0, hyphen)).add(number(word.substring(hyphen + 1)));
        }
        Integer known = PARTS.getOrDefault(word, EnglishNumerals.NUMERALS.get(word));
        return known != null ? BigDecimal.valueOf(known) : new BigDecimal(word);
    }

    // ---- values ----

    private static BigDecimal quotient(BigDecimal above, BigDecimal below) {
        return above.divide(below, SCALE, RoundingMode.HALF_UP);
    }

    private static Found share(int start, int end, BigDecimal value, int place, String rule) {
        ScannedNumber number = new ScannedNumber(start, end, value, place, true, false, false, false);
        return new Found(start, end, start, end, MentionKind.SHARE, "", number, rule);
    }

    /** "halved": half of it is left, and less where it was more than halved. */
    private static Found halved(int start, int end, boolean more) {
        ScannedNumber number = new ScannedNumber(start, end, new BigDecimal("0.5"), -1, true, false, false, false);
        Found halved = new Found(start, end, start, end, MentionKind.MULTIPLE, "", number, Found.HALVED);
        halved.qualifier = more ? "under" : halved.qualifier;
        return halved;
    }

    private static Found multipleOf(int start, int end, BigDecimal value, boolean more) {
        ScannedNumber number = new ScannedNumber(start, end, value, 0, true, false, more, false);
        return new Found(start, end, start, end, MentionKind.MULTIPLE, "", number, "multiple-words");
    }
}
