package dev.saidao.core.reading;

import dev.saidao.core.reading.ReadingVocabulary.Entry;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the unit behind a number, and the currency before it. */
final class UnitScanner {

    /** Symbols of measured units, which are told apart by the case of their letters. */
    private static final Pattern SYMBOL = Pattern.compile(
            "(?:[kMGT]W(?:h|p|e)?|[kMG]?t(?:CO2e?|ce|oe|pa)?|[kmμ]?g|km|cm|mm|nm|km²|hm²|hm2|m²|m2|m³|m3|ha|[kKMGTPEZ]i?B|[kMGTP]bps|"
                    + "[TPEZ]FLOPS|TOPS|[kMG]?Hz|[km]?V|mAh|Ah|[kMG]VA|°C|℃|[kM]?bbl|boe|[kM]?cal|[kMG]?J|ppm|TEU|"
                    + "bcm|tcf|mcf|ml|dB|rpm|t|L)(?![A-Za-z0-9²³]|[·-][A-Za-z])");

    private static final Set<String> STOPS = Set.of(
            "of",
            "in",
            "to",
            "and",
            "at",
            "by",
            "for",
            "a",
            "an",
            "the",
            "per",
            "was",
            "is",
            "were",
            "are",
            "with",
            "on",
            "from",
            "or",
            "that",
            "than",
            "this",
            "which",
            "who",
            "will",
            "as",
            "since",
            "until",
            "under",
            "last",
            "next",
            "each",
            "every",
            "compared",
            "against",
            "up",
            "down",
            "years",
            "year",
            "its",
            "his",
            "their",
            "it",
            "they",
            "has",
            "have",
            "had",
            "between",
            "over",
            "after",
            "before",
            "when",
            "while",
            "but",
            "so",
            "do",
            "does",
            "did",
            "less",
            "more",
            "i.e",
            "across",
            "above",
            "below",
            "plus",
            "minus",
            "versus",
            "vs",
            "thus",
            "also",
            "being",
            "be",
            "been",
            "would",
            "could",
            "should",
            "may",
            "can",
            "out",
            "into",
            "q",
            "h",
            "fy",
            "respectively",
            "besides",
            "towards",
            "ones",
            "others",
            "months",
            "days'");

    /** Signs that are one character, such as ㎡ and ℃. */
    private static final char FIRST_SIGN = '\u2100';

    private static final char LAST_SIGN = '\u33ff';

    private static final Pattern OF_POINTS = Pattern.compile("[ -]?(?:pts?|pps?|p\\.p\\.|points?)(?![a-z])");

    /** 高1.3个和1.5个百分点: the unit is said behind the last. */
    private static final Pattern THEN_POINTS = Pattern.compile("个(?:(?:、|和|及|与|,|，|以及)[+-]?[\\d.]+个?){1,4}百分点");

    private static final Set<String> TIMES = Set.of("h", "min", "d", "months");

    /**
     * A unit.
     *
     * @param kind of what kind
     * @param unit the currency code, noun or symbol; empty where the kind says all
     * @param end where it ends
     * @param exponent the power of ten by which the number is multiplied: −2 for a percentage
     */
    record UnitWords(MentionKind kind, String unit, int end, int exponent) {}

    /** "a 0.5-percentage point decrease", "a 25-basis-point cut" */
    private static final Pattern HYPHENED = Pattern.compile("-(?:percentage|basis)[ -]points?\\b");

    private final FoldedText text;
    private final String folded;
    private final WordMarks marks;
    private final NumberScanner numbers;
    private @Nullable ScannedNumber last;
    private @Nullable UnitWords lastUnit;

    UnitScanner(FoldedText text, WordMarks marks) {
        this.text = text;
        this.folded = text.folded();
        this.marks = marks;
        this.numbers = new NumberScanner(folded);
    }

    /** The currency sign or code that ends at an index, a space apart or not; null if there is none. */
    @Nullable Entry signBefore(int index) {
        Entry sign = marks.endingAt(WordKind.SIGN, index);
        return sign != null || index < 1 || folded.charAt(index - 1) != ' '
                ? sign
                : marks.endingAt(WordKind.SIGN, index - 1);
    }

    /** The unit behind a number, or null; that of the last number asked for is kept, since it is asked for several times. */
    @Nullable UnitWords after(ScannedNumber number) {
        if (!number.equals(last)) {
            lastUnit = behind(number);
            last = number;
        }
        return lastUnit;
    }

    private @Nullable UnitWords behind(ScannedNumber number) {
        int end = number.end();
        if (end >= folded.length()) {
            return null;
        }
        boolean space = folded.charAt(end) == ' ';
        Matcher hyphened = HYPHENED.matcher(folded).region(end, folded.length());
        if (folded.charAt(end) == '-' && hyphened.lookingAt()) {
            return new UnitWords(MentionKind.POINTS, "", hyphened.end(), folded.charAt(end + 1) == 'b' ? -4 : -2);
        }
        int at = space ? end + 1 : end;
        if (at >= folded.length()) {
            return null;
        }
        char first = folded.charAt(at);
        if (!space && first == '成') {
            return tenths(number, at); // in words they are read by the forms of fractions
        }
        if (!space && first == '年' && number.more()) {
            return new UnitWords(MentionKind.YEARS, "", at + 1, 0);
        }
        if (first == '个'
                && THEN_POINTS.matcher(folded).region(at, folded.length()).lookingAt()) {
            return new UnitWords(MentionKind.POINTS, "", at + 1, -2);
        }
        Entry word = marks.at(WordKind.UNIT, at);
        if (word != null
                && !(space
                        && isChinese(word.word().charAt(0))
                        && !number.scaled()
                        && !number.grouped()
                        && word.meaning().startsWith("count")
                        && !isSpaced(number.start()))) {
            UnitWords unit = unit(word, at, number);
            UnitWords longer = unit == null ? null : longerMeasure(unit, number, at, space);
            if (longer != null) {
                return longer;
            }
            if (unit != null) {
                return unit;
            }
        }
        if (!isChinese(first)) {
            Matcher symbol = SYMBOL.matcher(text.original())
                    .region(at, Math.min(text.original().length(), at + 12));
            symbol.useTransparentBounds(true);
            if (symbol.lookingAt() && fits(symbol.group(), space)) {
                UnitWords longer = fromVocabulary(number.start(), at, true);
                return longer != null && longer.kind() == MentionKind.PHYSICAL && longer.end() > symbol.end()
                        ? longer // 1.3 Mt CO2e are no Mt
                        : new UnitWords(MentionKind.PHYSICAL, symbol.group(), symbol.end(), 0);
            }
        }
        UnitWords known = fromVocabulary(number.start(), at, space);
        return known != null ? known : space ? noun(at, number) : null;
    }

    /** 人公里 is no 人, 个小时 no 个, "tonnes of CO2" no tonnes: a measured unit or a length of time that goes on behind a shorter word. */
    private @Nullable UnitWords longerMeasure(UnitWords word, ScannedNumber number, int at, boolean space) {
        UnitWords known = fromVocabulary(number.start(), at, space);
        boolean measure = known != null
                && (isChinese(folded.charAt(at)) || word.kind() == MentionKind.PHYSICAL)
                && (known.kind() == MentionKind.PHYSICAL || known.kind() == MentionKind.NUMBER);
        return measure && known != null && known.end() > word.end() ? known : null;
    }

    /** A currency, thing or measured unit that the vocabularies of {@code core.text} know. */
    private @Nullable UnitWords fromVocabulary(int start, int at, boolean space) {
        char first = folded.charAt(at);
        boolean sign = first >= FIRST_SIGN && first <= LAST_SIGN;
        boolean chinese = sign || isChinese(first);
        if ((chinese && !sign && space && !isSpaced(start)) || (!chinese && !space)) {
            return null;
        }
        dev.saidao.core.text.UnitWords.Found found =
                dev.saidao.core.text.UnitWords.at(text.original(), at).orElse(null);
        if (found == null || (found.end() - at < 2 && !chinese)) {
            return null;
        }
        return switch (found.unit().kind()) {
            case MONEY -> new UnitWords(MentionKind.MONEY, found.unit().toString(), found.end(), 0);
            case PHYSICAL ->
                TIMES.contains(found.unit().toString())
                        ? new UnitWords(MentionKind.NUMBER, "time", found.end(), 0)
                        : new UnitWords(MentionKind.PHYSICAL, found.unit().toString(), found.end(), 0);
            case COUNT ->
                chinese ? new UnitWords(MentionKind.COUNT, found.unit().toString(), found.end(), 0) : null;
            default -> null;
        };
    }

    /** Whether a number has a space before it too, as where all numbers of a text do: 有 288 家. */
    private boolean isSpaced(int start) {
        int before = start > 1 && folded.charAt(start - 1) == ' ' ? start - 2 : start - 1;
        return before >= 0 && (isChinese(folded.charAt(before)) || "，,、。；;(（:".indexOf(folded.charAt(before)) >= 0);
    }

    /** 9成: tenths in digits. */
    private @Nullable UnitWords tenths(ScannedNumber number, int at) {
        char next = at + 1 < folded.length() ? folded.charAt(at + 1) : '。';
        boolean tenths = !number.spelled()
                && !number.scaled()
                && number.value().compareTo(BigDecimal.TEN) < 0
                && SpelledForms.NO_TENTHS.indexOf(next) < 0;
        return tenths ? new UnitWords(MentionKind.SHARE, "", at + 1, -1) : null;
    }

    private static boolean fits(String symbol, boolean space) {
        // a single letter that touches the digits is rather a name: 5G, 3D
        return symbol.length() > 1 || space || symbol.equals("t");
    }

    private @Nullable UnitWords unit(Entry word, int at, ScannedNumber number) {
        int end = at + word.word().length();
        return switch (word.head()) {
            case "share" ->
                isOfPoints(word, at, number)
                        ? new UnitWords(MentionKind.POINTS, "", pointsEnd(end), -2)
                        : new UnitWords(MentionKind.SHARE, "", end, word.word().equals("‰") ? -3 : -2);
            case "points" ->
                number.scaled() // 3.5 million charging points
                        ? new UnitWords(MentionKind.COUNT, word.word(), end, 0)
                        : new UnitWords(MentionKind.POINTS, "", end, -2);
            case "basis-points" -> new UnitWords(MentionKind.POINTS, "", end, -4);
            case "multiple" ->
                word.word().equals("x") && !number.grouped() && at > number.end()
                        ? null
                        : new UnitWords(MentionKind.MULTIPLE, "", end, 0);
            case "age" -> new UnitWords(MentionKind.AGE, "", end, 0);
            case "cents" -> new UnitWords(MentionKind.MONEY, word.detail(), end, -2);
            case "money" -> new UnitWords(MentionKind.MONEY, word.detail(), end, 0);
            case "physical" ->
                !word.word().equals("p") || (number.scaled() && !folded.startsWith("-", end))
                        ? new UnitWords(MentionKind.PHYSICAL, word.detail(), end, 0)
                        : null;
            default -> new UnitWords(MentionKind.COUNT, word.detail(), end, 0);
        };
    }

    /** 提升2.3pct as brokers write it, and "6% pts". */
    private boolean isOfPoints(Entry word, int at, ScannedNumber number) {
        return (word.word().startsWith("pct") && isSpaced(number.start()))
                || (word.word().equals("%") && pointsEnd(at + 1) > at + 1);
    }

    private int pointsEnd(int percentEnd) {
        Matcher points = OF_POINTS.matcher(folded).region(percentEnd, folded.length());
        return points.lookingAt() ? points.end() : percentEnd;
    }

    /** "1,240 electric buses": one of the next three words is a plural noun or known not to need an s. */
    private @Nullable UnitWords noun(int start, ScannedNumber number) {
        int at = start;
        for (int i = 0; i < 3; i++) {
            String word = nounWord(at);
            if (word.length() < 2 || STOPS.contains(word) || (word.length() > 2 && numbers.at(at) != null)) {
                return null;
            }
            int end = at + word.length();
            if (marks.has(WordKind.NOT_COUNTED, at)) {
                return new UnitWords(MentionKind.NUMBER, word, end, 0);
            }
            if (word.equals("points") && number.value().scale() > 0 && number.place() < 0) {
                return new UnitWords(MentionKind.POINTS, "", end, -2); // 0.3 margin points
            }
            boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3;
            if (plural || marks.has(WordKind.NOUN, at)) {
                return new UnitWords(MentionKind.COUNT, isPersons(word) ? "persons" : word, end, 0);
            }
            if (end >= folded.length() || folded.charAt(end) != ' ') {
                return null;
            }
            at = end + 1;
        }
        return null;
    }

    private String nounWord(int index) {
        int end = index;
        while (end < folded.length()
                && ((folded.charAt(end) >= 'a' && folded.charAt(end) <= 'z') || folded.charAt(end) == '-')) {
            end++;
        }
        return folded.substring(index, end);
    }

    private static boolean isPersons(String noun) {
        return Set.of(
                        "people",
                        "persons",
                        "children",
                        "women",
                        "men",
                        "staff",
                        "employees",
                        "workers",
                        "students",
                        "residents",
                        "inhabitants",
                        "passengers",
                        "nurses",
                        "physicians",
                        "doctors",
                        "engineers",
                        "specialists",
                        "drivers",
                        "pupils",
                        "teachers",
                        "researchers",
                        "technicians",
                        "graduates")
                .contains(noun);
    }

    private static boolean isChinese(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }
}
