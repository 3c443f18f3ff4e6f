package dev.saidao.core.table;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureParseException;
import dev.saidao.core.text.UnitFormat;
import dev.saidao.core.text.UnitHead;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that are a unit, a multiplier or both, and nothing else: thousand tonnes, 亿元, Mill. EUR.
 *
 * <p>Beside the units that {@link UnitFormat} reads there are those of languages in which no other words are read.
 */
final class UnitWords {

    static final String FILE = "units.txt";
    static final UnitFormat FORMAT = UnitFormat.withDefaults();
    static final Pattern NUMBER_CODE = Pattern.compile("\\d+");
    /** Multipliers in languages of which no other words are read, as no text may say them otherwise. */
    private static final Map<String, Integer> OTHER_SCALES = new HashMap<>();
    /** Units in such languages. */
    private static final Map<String, String> OTHER_UNITS = new HashMap<>();

    static {
        WordLines.read(FILE, (meaning, word) -> {
            if (NUMBER_CODE.matcher(meaning).matches()) {
                OTHER_SCALES.put(word, Integer.valueOf(meaning));
            } else if (meaning.equals("persons") || meaning.equals("%")) {
                OTHER_UNITS.put(word, meaning);
            }
        });
    }
    /** Words between a name and its unit. */
    private static final Set<String> BEFORE_UNIT = WordLines.words(FILE, "before unit");
    /** In million euro, at the beginning of a line. */
    static final Pattern IN = Pattern.compile("(?iu)^[(\uFF08\\[]?(?:in|en|em|w|v|в|values? in)\\s+");
    /** Prices behind a unit: million euro at current prices. */
    private static final Pattern AT_PRICES = Pattern.compile(
            "(?iu)[,;]?\\s+(?:(?:zu|in|at|à|aux|a|en|w|v|ve|в|i)\\s+)?(?:laufenden|jeweiligen|konstanten|vorjahrespreisen|current|constant|fixed|prix|precios|preços|prezzi|prices|cenach|cenách|běžných|stálých|текущих|постоянных|ценах|løpende|löpande|faste|fasta)(?:\\s.*)?$");
    /** Rand of South Africa, whose sign is a letter like others and is sure before a multiplier only. */
    static final Pattern RAND = Pattern.compile("R ?('000|m|mn|bn|(?:thousand|million|billion)s?)");
    /** A multiplier that is another one in other languages, before more words: mil. pounds. */
    private static final Pattern OPEN_SCALE = Pattern.compile("(?i)mil\\.?\\s+\\p{L}.*");

    /** A sign of multiplication before digits: x 1 000. */
    private static final Pattern TIMES = Pattern.compile("^[xX\u00D7]\\s*(?=\\d)");
    /** Of these the ones of time. */
    private static final Set<String> OF_TIME = Set.of("h", "min", "d", "months");
    /** Signs of measured units. */
    static final Set<String> MEASURED = Set.copyOf(Unit.physicalSymbols());

    private static final Pattern PRICES =
            Pattern.compile("(?iu)(?:in |at )?(?:current |nominal )(?:prices?,? ?(?:in )?)?");
    static final int MOST_WORDS = 3;
    static final int LONGEST = 1_000;
    private static final char FIRST_OF_GREEK = '\u0370';
    /** The scripts of the languages whose units are read. */
    private static final Set<Character.UnicodeScript> READ_SCRIPTS = EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.COMMON);

    private UnitWords() {}

    /** What a multiplier cell says: an exponent (SDMX), a power of ten, or a word. */
    static Optional<BigDecimal> factor(String cell) {
        int colon = cell.indexOf(':');
        String text = (colon > 0 ? cell.substring(0, colon) : cell).strip();
        if (text.matches("-?[0-9]{1,2}") && Math.abs(Integer.parseInt(text)) <= 15) {
            return Optional.of(power(Integer.parseInt(text)));
        }
        if (text.matches("10{2,15}")) {
            return Optional.of(new BigDecimal(text));
        }
        if (text.equalsIgnoreCase("units") || text.equalsIgnoreCase("unit") || text.equalsIgnoreCase("ones")) {
            return Optional.of(BigDecimal.ONE);
        }
        return multiplier(text);
    }

    /** Words that are a multiplier and nothing else, also in languages of which no other words are read. */
    static Optional<BigDecimal> multiplier(String text) {
        Integer exponent = OTHER_SCALES.get(text.toLowerCase(Locale.ROOT).replace(".", ""));
        String words = TIMES.matcher(text).replaceFirst("");
        if (words.matches("10{3,12}")) {
            return Optional.of(new BigDecimal(words));
        }
        return exponent == null
                ? FORMAT.multiplier(words).map(multiplier -> multiplier.factor())
                : Optional.of(power(exponent));
    }

    private static BigDecimal power(int exponent) {
        return exponent < 0 ? BigDecimal.ONE.movePointLeft(-exponent) : BigDecimal.TEN.pow(exponent);
    }

    /** Whether a word is a multiplier. */
    static boolean isMultiplier(String word) {
        return !word.isEmpty()
                && !Character.isDigit(word.charAt(0))
                && multiplier(word).isPresent();
    }

    /** Whether there are but letters, digits and blanks, and no word such as in, so that nothing marks off a unit. */
    static boolean isOfWords(String head) {
        for (int at = head.indexOf(' '); at > 0; at = head.indexOf(' ', at + 1)) {
            if (BEFORE_UNIT.contains(head.substring(at + 1, Math.max(at + 1, head.indexOf(' ', at + 1))))) {
                return false;
            }
        }
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c != ' ' && !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether words are a measured unit and nothing else, which they are sure to be only where units stand: Tonnes. */
    static boolean isMeasured(String words) {
        return words.length() > 2
                && known(words).filter(unit -> MEASURED.contains(unit.unit())).isPresent();
    }

    /** Whether words are the sign of a measured unit and nothing else: MW, GWh. */
    static boolean isSign(String words) {
        return words.length() > 1 && MEASURED.contains(words);
    }

    /** The measured unit that words are and nothing else, such as MW, Terawatt-hours; not one of time, as Month heads months. */
    static Optional<SeriesUnit> measured(String words) {
        return isSign(words) || isMeasured(words)
                ? known(words).filter(unit -> !OF_TIME.contains(unit.unit()))
                : Optional.empty();
    }

    /** A multiplier that begins words of a unit that is not known: Thousand barrels daily; empty if it does not. */
    static Optional<SeriesUnit> scaledBehind(String words) {
        int blank = words.indexOf(' ');
        return blank > 0 && words.length() <= 60 && isOfWords(words) && isMultiplier(words.substring(0, blank))
                ? Optional.of(of(words))
                : Optional.empty();
    }

    /** Whether words are in a script of which no words are read, so that brackets are all that says that they are a unit. */
    static boolean isOfUnreadScript(String words) {
        boolean letters = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLetter(c)) {
                if (c < FIRST_OF_GREEK || READ_SCRIPTS.contains(Character.UnicodeScript.of(c))) {
                    return false;
                }
                letters = true;
            }
        }
        return letters;
    }

    /** Whether words begin with a multiplier that is another one in other languages. */
    static boolean isOfOpenScale(String words) {
        return OPEN_SCALE.matcher(words).matches();
    }

    static boolean isWordOfScale(String word) {
        return word.length() > 2 && FORMAT.multiplier(word).isPresent();
    }

    /** The unit that words beside the name of a row are and nothing else, if it has a multiplier: million euro. */
    static Optional<SeriesUnit> multiplied(String words) {
        return known(words).filter(unit -> unit.multiplier().compareTo(BigDecimal.ONE) != 0);
    }

    /** A multiplier and a unit in one word of a script that has no blanks between words: ล้านบาท. */
    private static Optional<SeriesUnit> glued(String text) {
        for (int end = text.length() - 1; end > 1; end--) {
            Optional<BigDecimal> factor =
                    FORMAT.multiplier(text.substring(0, end)).map(multiplier -> multiplier.factor());
            if (factor.isPresent()) {
                return ofFormat(text.substring(end).strip())
                        .filter(unit -> unit.multiplier().compareTo(BigDecimal.ONE) == 0)
                        .map(unit -> unit.times(factor.get()));
            }
        }
        return ofFormat(text);
    }

    /** A unit behind a multiplier of another language: Bin ABD $, tusen kroner. */
    private static Optional<SeriesUnit> scaledByOther(String text) {
        int blank = text.indexOf(' ');
        Integer exponent = blank < 0
                ? null
                : OTHER_SCALES.get(
                        text.substring(0, blank).toLowerCase(Locale.ROOT).replace(".", ""));
        return exponent == null
                ? Optional.empty()
                : known(text.substring(blank + 1).strip())
                        .filter(unit -> unit.multiplier().compareTo(BigDecimal.ONE) == 0
                                && !unit.unit().equals("%"))
                        .map(unit -> new SeriesUnit(unit.unit(), power(exponent), true));
    }

    /** The unit of words, if all of them are understood. */
    static Optional<SeriesUnit> known(String text) {
        if (text.isEmpty() || text.length() > 60) {
            return Optional.empty();
        }
        Optional<BigDecimal> alone = multiplier(text);
        if (alone.isPresent()) {
            return Optional.of(new SeriesUnit("", alone.get(), true));
        }
        String other = OTHER_UNITS.get(text.toLowerCase(Locale.ROOT));
        if (other != null) {
            return Optional.of(new SeriesUnit(other, BigDecimal.ONE, true));
        }
        Optional<SeriesUnit> scaled = scaledByOther(text);
        if (scaled.isPresent()) {
            return scaled;
        }
        Matcher rand = RAND.matcher(text);
        if (rand.matches()) {
            return multiplier(rand.group(1)).map(factor -> new SeriesUnit("ZAR", factor, true));
        }
        if (isOfUnreadScript(text)) {
            return glued(text);
        }
        int slash = text.indexOf(" / ");
        if (slash > 0 && text.indexOf('/', slash + 2) < 0) {
            // RM juta / RM million: the same in two languages
            Optional<SeriesUnit> first = known(text.substring(0, slash).strip());
            if (first.isPresent()
                    && first.equals(known(text.substring(slash + 2).strip()))) {
                return first;
            }
        }
        if (text.endsWith("百分率") || text.endsWith("百分比")) {
            return Optional.of(SeriesUnit.PERCENT);
        }
        Optional<SeriesUnit> whole = ofFormat(text);
        return whole.isPresent() ? whole : measuredOf(text);
    }

    /** A measured unit and of what it is, such as tonnes of lithium; a tonne of oil equivalent is another unit. */
    private static Optional<SeriesUnit> measuredOf(String text) {
        int of = text.indexOf(" of ");
        return of < 0 || text.contains("quiv")
                ? Optional.empty()
                : ofFormat(text.substring(0, of).strip()).filter(unit -> MEASURED.contains(unit.unit()));
    }

    private static Optional<SeriesUnit> ofFormat(String text) {
        try {
            UnitHead head = FORMAT.parse(text);
            Unit.Kind kind = head.unit().kind();
            if (kind == Unit.Kind.SHARE || kind == Unit.Kind.GROWTH_RATE) {
                String sign = switch (head.multiplier().exponent()) {
                    case -2 -> "%";
                    case -3 -> "‰";
                    default -> head.unit().toString();
                };
                return Optional.of(new SeriesUnit(sign, BigDecimal.ONE, true));
            }
            return Optional.of(new SeriesUnit(head.unit().toString(), head.factor(), true));
        } catch (FigureParseException e) {
            String bare = AT_PRICES.matcher(text).replaceFirst("");
            return bare.length() == text.length() || bare.isEmpty() ? Optional.empty() : known(bare);
        }
    }

    /** The unit of words, which are kept as they are if they are not understood but for a multiplier. */
    static SeriesUnit of(String text) {
        String words = PRICES.matcher(text).replaceFirst("").strip();
        Optional<SeriesUnit> known = known(text).or(() -> known(words));
        if (known.isPresent()) {
            return known.get();
        }
        String[] parts = text.split("\\s+");
        for (int count = Math.min(MOST_WORDS, parts.length - 1); count > 0; count--) {
            String before = String.join(" ", Arrays.copyOfRange(parts, 0, count));
            String after = String.join(" ", Arrays.copyOfRange(parts, parts.length - count, parts.length));
            Optional<BigDecimal> first = multiplier(before);
            Optional<BigDecimal> last = multiplier(after);
            if (first.isPresent()) {
                String rest = String.join(" ", Arrays.copyOfRange(parts, count, parts.length));
                return new SeriesUnit(rest.replaceFirst("(?i)^(of|de) ", ""), first.get(), false);
            }
            if (last.isPresent()) {
                String rest = String.join(" ", Arrays.copyOfRange(parts, 0, parts.length - count));
                return new SeriesUnit(rest.replaceFirst("(?i)[,;]?( in)?$", ""), last.get(), false);
            }
        }
        return new SeriesUnit(text, BigDecimal.ONE, false);
    }
}
