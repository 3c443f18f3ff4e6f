package dev.saidao.core.table;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureParseException;
import dev.saidao.core.text.MissingSigns;
import dev.saidao.core.text.UnitFormat;
import dev.saidao.core.text.UnitHead;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The unit of a series and its multiplier, from what columns, heads and lines above the table say.
 *
 * <p>A percentage keeps its sign and is not divided: 33.1% is 33.1, unit %. A unit that is not understood is kept as it is
 * printed; a multiplier before or behind it is understood all the same.
 *
 * @param unit the unit; empty if nothing says it
 * @param multiplier by what printed values are multiplied
 * @param understood whether the words were understood
 */
record SeriesUnit(String unit, BigDecimal multiplier, boolean understood) {

    static final SeriesUnit NONE = new SeriesUnit("", BigDecimal.ONE, true);
    static final SeriesUnit PERCENT = new SeriesUnit("%", BigDecimal.ONE, true);

    private static final String FILE = "units.txt";
    private static final UnitFormat FORMAT = UnitFormat.withDefaults();
    private static final Pattern NUMBER_CODE = Pattern.compile("\\d+");
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

    private static final Pattern BRACKET =
            Pattern.compile("[(\uFF08\\[【]([^()\uFF08\uFF09\\[\\]【】]{1,120})[)\uFF09\\]】]");
    /** The words for a unit that head columns and stand before one. */
    private static final String UNIT_WORDS = WordLines.words("roles.txt", "UNIT").stream()
            .filter(word -> word.indexOf('_') < 0)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));

    private static final Pattern SAID = Pattern.compile("(?iu)(?:^|[\\s(\uFF08,;\\[])" + UNIT_WORDS
            + "\\s*(?:[:\uFF1A]|(?<=单位)为)\\s*[,;]?\\s*([^)\uFF09\\]]{1,60})");
    /** Words between a name and its unit. */
    private static final Set<String> BEFORE_UNIT = WordLines.words(FILE, "before unit");

    /** Names that several currencies have. */
    private static final Set<String> OF_SEVERAL = WordLines.words(FILE, "several currencies");

    /** What a title says behind its unit: by what the numbers are given. */
    private static final Pattern BY = Pattern.compile("(?iu)\\s+"
            + WordLines.words(FILE, "by").stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"))
            + "\\s+\\S.*$");

    /** Words that a number follows, not a unit. */
    private static final Set<String> BEFORE_AMOUNT = WordLines.words(FILE, "before amount");
    /** Words in brackets that say that something is counted. */
    private static final Set<String> NUMBERS = WordLines.words(FILE, "number");
    /** Where a unit may begin behind a name: GDP, million euro; PIB en volume - en millions d'euros. */
    private static final Pattern BEHIND_NAME =
            Pattern.compile("(?i), ?(?!\\d{3})|\uFF0C| [-\u2013\u2014] |: | (?=in |en )| (?:w|v|em|i|в) ");
    /** What separates a unit from other words in brackets. */
    private static final Pattern OTHER_WORDS = Pattern.compile("[,;]\\s+|[\uFF0C\uFF1B]");
    /** A line that ends with words in brackets: Production (tonnes), Output (tonnes of lithium). */
    private static final Pattern WORD_AT_END =
            Pattern.compile(".*\\S\\s*[(\uFF08]\\p{L}{3,}(?: \\p{L}+){0,4}[)\uFF09]");
    /** What stands behind the last comma in brackets: 名目值，百萬元. */
    private static final Pattern LAST_PART = Pattern.compile(".*[\uFF0C;\uFF1B、]\\s*([^\uFF0C;\uFF1B、]{1,30})");
    /** Change %, 占比%, % change. */
    private static final Pattern PERCENT_BEHIND = Pattern.compile(".*[^\\d.,\\s]\\s?[%\uFF05]|[%\uFF05]\\s[^\\d]*");

    private static final Pattern LETTER_OF_SCALE = Pattern.compile("[kmM]");
    /** Of these the small ones need no brackets: Sales k. */
    private static final Pattern SMALL_LETTER_OF_SCALE = Pattern.compile("[km]");
    /** How many of something there are, which is no unit unless it is a power of ten: 1 unit, 2 to 4 rooms. */
    private static final Pattern SIZE = Pattern.compile(
            "(?!10+[ ,.0]*\\D)\\d{1,3}(?:\\s?(?:-|\u2013|to|and)\\s?\\d{1,3})?\\s+\\p{IsLatin}[\\p{IsLatin} ]*");
    /** The same unit in another language: 单位：亿元 Unit: 100 million yuan. */
    private static final Pattern NEXT_LABEL = Pattern.compile("(?iu)[\\s,;/]+(?=" + UNIT_WORDS + "\\s*[:\uFF1A])");
    /** In million euro, at the beginning of a line. */
    private static final Pattern IN = Pattern.compile("(?iu)^[(\uFF08\\[]?(?:in|en|em|w|v|в|values? in)\\s+");
    /** Words and what they are in: Valores trimestrales en millones de pesos. */
    private static final Pattern WITHIN = Pattern.compile("(?iu).*\\s(?:in|en|em)\\s+(\\p{L}+\\s.{1,40})");
    /** Measures and what each of them is in: value in 1,000 US dollars, quantity in tonnes. */
    private static final Pattern MEASURE_IN = Pattern.compile("(?iu)(?:.*\\s)?(\\p{L}{4,20}) in (\\S.{0,40})");
    /** In thousands, right behind a currency in brackets or by its sign. */
    private static final Pattern IN_SCALE =
            Pattern.compile("[)$€£]\\s*\\(?(?:[A-Z]{3} )?(?i:in (thousands|millions|billions|trillions))\\b");
    /** Prices behind a unit: million euro at current prices. */
    private static final Pattern AT_PRICES = Pattern.compile(
            "(?iu)[,;]?\\s+(?:(?:zu|in|at|à|aux|a|en|w|v|ve|в|i)\\s+)?(?:laufenden|jeweiligen|konstanten|vorjahrespreisen|current|constant|fixed|prix|precios|preços|prezzi|prices|cenach|cenách|běžných|stálých|текущих|постоянных|ценах|løpende|löpande|faste|fasta)(?:\\s.*)?$");
    /** Debt in % of GDP, with no number before the sign. */
    private static final Pattern PERCENT_BETWEEN = Pattern.compile("(?:^|[^\\d\\s]\\s+)%(?=[\\s-])");
    /** A head of the flat files of GENESIS: code, name and unit. */
    private static final Pattern CODE_NAME_UNIT = Pattern.compile("[A-Z0-9]+__.+__([^_].*)");
    /** Signs that words in brackets are a unit, be it one that is not known. */
    private static final Pattern UNITLIKE = Pattern.compile(
            "(?iu).*([$€£¥₹%‰]|[百千万萬亿億]元$|\\bper\\b|\\bindex\\b|\\bPPP\\b|\\bPPS\\b|=\\s*100|/\\s*\\p{L}|\\byears?\\b|\\bnumber\\b|指数|currency|\\b[kMGT]?W(?:dc|ac|p|th|el?)\\b|\\bunits?\\b|\\b(?:bill|mill?|thous|tril|k?pcs)\\b).*");

    /** A price above a table is a unit, be it as printed: (€/kWh). */
    private static final Pattern SIGN_OF_MONEY = Pattern.compile("[$€£¥₹]\\s?(?:/|per\\b)");
    /** $, Magnitude = Millions: as the tables of New Zealand say it. */
    private static final Pattern MAGNITUDE = Pattern.compile("(?i)(.{1,30}?),\\s*magnitude\\s*=\\s*(\\p{L}{1,12})");
    /** Watts of one kind, such as those of solar cells, which are not those of the grid. */
    private static final Pattern KIND_OF_WATT = Pattern.compile("[kMGT]?W(?:dc|ac|p|th|el?)");

    /** (Data in metric tons of lithium content). */
    private static final Pattern DATA_IN = Pattern.compile(
            "(?i)(?:notes?: )?(?:all )?(?:values|data|figures|amounts|numbers)(?: are)?(?: (?:shown|given|expressed|stated|reported))? in (\\S.*?)\\.?");
    /** Rand of South Africa, whose sign is a letter like others and is sure before a multiplier only. */
    private static final Pattern RAND = Pattern.compile("R ?('000|m|mn|bn|(?:thousand|million|billion)s?)");
    /** Words for persons as a unit. */
    private static final Set<String> PERSONS = Set.of(
            "persons", "Persons", "people", "person", "personnes", "Personen", "personas", "pessoas", "人", "名", "명");
    /** A sign that several currencies have, and is not read alone. */
    private static final Pattern OPEN_SIGN = Pattern.compile("[¥\uFFE5]");
    /** A multiplier that is another one in other languages, before more words: mil. pounds. */
    private static final Pattern OPEN_SCALE = Pattern.compile("(?i)mil\\.?\\s+\\p{L}.*");
    /** Powers of ten that multiply: 1,000 crowns, '000. */
    private static final Pattern POWER_OF_TEN =
            Pattern.compile("(?<![\\d.,])10{0,2}[ ,.\u00A0]000(?!\\d)|(?<![\\d.,])10{3,6}(?!\\d)|['\u2019]000\\b");
    /** What separates what a title says. */
    private static final Pattern BETWEEN_CLAUSES =
            Pattern.compile("[;:(\uFF08)\uFF09\\[\\]\uFF0C\uFF1A\\n]|,(?!\\d{3})|\\s[-\u2013\u2014]\\s");
    /** Shares in thousands, $ in millions: of what a multiplier is. */
    private static final Pattern SCALE_OF_NOUN =
            Pattern.compile("(?i)\\b(\\p{L}{3,20}) in (thousands|millions|billions)\\b");

    private static final int LONGEST_TITLE = 250;

    /** The sign of a currency and a multiplier that end a head: Exports €m, Sales US$ million. */
    private static final Pattern SIGN_AT_END =
            Pattern.compile("\\s((?:[A-Z]{1,2})?[$€£¥₹₩](?:'000|[^\\d\\s'\u2019]{0,6})(?:\\s\\p{L}{1,8})?)$");

    /** A sign of multiplication before digits: x 1 000. */
    private static final Pattern TIMES = Pattern.compile("^[xX\u00D7]\\s*(?=\\d)");
    /** What stands between the units of a table that has several. */
    private static final Pattern BETWEEN_UNITS =
            Pattern.compile("\\s*[;\uFF1B、]\\s*|\\s*[,\uFF0C](?!\\d)\\s*|\\s+and\\s+");

    /** A name, a colon and what it is in. */
    private static final Pattern NAME_AND_UNIT =
            Pattern.compile("(\\p{L}[\\p{L} ]{1,29})\\s*[:\uFF1A]\\s*(\\S.{0,40})");
    /** Of these the ones of time. */
    private static final Set<String> OF_TIME = Set.of("h", "min", "d", "months");
    /** Signs of measured units. */
    private static final Set<String> MEASURED = Set.copyOf(Unit.physicalSymbols());

    private static final Pattern PRICES =
            Pattern.compile("(?iu)(?:in |at )?(?:current |nominal )(?:prices?,? ?(?:in )?)?");
    private static final int MOST_WORDS = 3;
    private static final int LONGEST = 1_000;
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

    /** What a unit column, a multiplier column and a currency column say together. */
    static SeriesUnit of(String unitCell, String multiplierCell, String currency) {
        SeriesUnit of = unitCell.isEmpty() ? NONE : ofCell(unitCell, currency);
        if (multiplierCell.isEmpty() || MissingSigns.contains(multiplierCell)) {
            return of;
        }
        Optional<BigDecimal> factor = factor(multiplierCell);
        return factor.isPresent()
                ? new SeriesUnit(of.unit(), of.multiplier().multiply(factor.get()), of.understood())
                : new SeriesUnit((of.unit() + " " + multiplierCell).strip(), of.multiplier(), false);
    }

    /** A cell of a unit column: a code, a code with its words, or words. */
    private static SeriesUnit ofCell(String cell, String currency) {
        int colon = cell.indexOf(": ");
        String code = colon > 0 ? cell.substring(0, colon) : cell;
        if (!SdmxUnits.isCode(code)) {
            return ofHead(colon > 0 && NUMBER_CODE.matcher(code).matches() ? cell.substring(colon + 2) : cell);
        }
        Optional<SeriesUnit> known = SdmxUnits.unit(code, currency);
        return known.orElseGet(() -> ofHead(colon > 0 ? cell.substring(colon + 2) : cell));
    }

    static boolean isCurrency(String code) {
        try {
            return code.length() == 3 && Currency.getInstance(code) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

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
    private static Optional<BigDecimal> multiplier(String text) {
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

    /** The unit that the head of a column says of it, or is, if it has a multiplier or is a percentage: Mill. EUR. */
    static Optional<SeriesUnit> ofColumn(String head) {
        return inHead(head)
                .or(() -> known(head)
                        .filter(unit -> unit.multiplier().compareTo(BigDecimal.ONE) != 0 || unit.equals(PERCENT)));
    }

    /** The unit that a head says in brackets, or behind its last comma, such as GDP (current US$), 法人单位数(个). */
    static Optional<SeriesUnit> inHead(String head) {
        if (head.length() > LONGEST) {
            return Optional.empty();
        }
        if (isOfWords(head)) {
            return RAND.matcher(head).matches() ? known(head) : atEnd(head);
        }
        Matcher parts = CODE_NAME_UNIT.matcher(head);
        if (parts.matches()) {
            return known(parts.group(1).replace('_', ' '));
        }
        Matcher m = BRACKET.matcher(head);
        Optional<SeriesUnit> found = Optional.empty();
        while (m.find()) {
            String inside = m.group(1).strip();
            if (SIZE.matcher(inside).matches()) {
                continue;
            }
            Matcher last = LAST_PART.matcher(inside);
            Optional<SeriesUnit> known = known(inside).or(() -> amongOthers(m.group(1)));
            if (known.isEmpty() && last.matches()) {
                inside = last.group(1);
                known = known(inside);
            }
            if (known.isPresent() && isAbbreviation(inside, head.substring(0, m.start()))) {
                continue;
            }
            if (known.isPresent()) {
                found = known;
            } else if (NUMBERS.contains(inside.toLowerCase(Locale.ROOT))) {
                found = Optional.of(new SeriesUnit("items", BigDecimal.ONE, true));
            } else if (OF_SEVERAL.contains(inside.toLowerCase(Locale.ROOT))
                    || isLetterOfScale(inside, head, m.start(), m.end())) {
                found = Optional.of(new SeriesUnit(inside, BigDecimal.ONE, false));
            } else if ((UNITLIKE.matcher(inside).matches() || !ofHead(inside).isPlain())
                    && !inside.matches(".*\\d{4}年.*")) {
                String words = IN.matcher(inside).replaceFirst("");
                found = known(words).or(() -> Optional.of(ofHead(words)));
            } else if (isOfUnreadScript(inside)) {
                found = Optional.of(new SeriesUnit(inside, BigDecimal.ONE, false));
            }
        }
        if (found.isPresent()) {
            return found.get().unit().isEmpty() ? Optional.of(counted(head, found.get())) : found;
        }
        if (PERCENT_BEHIND.matcher(head).matches()) {
            return Optional.of(PERCENT);
        }
        Matcher behind = BEHIND_NAME.matcher(head);
        while (behind.find()) {
            String words = head.substring(behind.end()).strip();
            // women are persons, and what is counted may be something else of them
            Optional<SeriesUnit> unit =
                    known(words).filter(said -> said.isSaid() && (!said.isOfPersons() || PERSONS.contains(words)));
            if (unit.isPresent()) {
                String before = head.substring(0, behind.start()).strip();
                // ¥ in billions: of which country the sign is stays open
                return unit.get().unit().isEmpty() && OPEN_SIGN.matcher(before).matches()
                        ? Optional.of(new SeriesUnit(before, unit.get().multiplier(), false))
                        : unit;
            }
            Optional<SeriesUnit> scaled = scaled(head.substring(behind.end()).strip());
            if (scaled.isPresent() && behind.group().startsWith(",")) {
                return scaled;
            }
        }
        Matcher sign = SIGN_AT_END.matcher(head);
        if (sign.find()) {
            Optional<SeriesUnit> unit = known(sign.group(1)).filter(SeriesUnit::isSaid);
            if (unit.isPresent()) {
                return unit;
            }
        }
        return PERCENT_BETWEEN.matcher(head).find() ? Optional.of(PERCENT) : Optional.empty();
    }

    /** Whether a letter ends a head that may be a metre or a million, or a thousand, and is not that of a word before it: Men (M). */
    private static boolean isLetterOfScale(String letter, String head, int start, int end) {
        if (!LETTER_OF_SCALE.matcher(letter).matches() || end < head.length()) {
            return false;
        }
        String before = head.substring(0, start).toLowerCase(Locale.ROOT);
        return Arrays.stream(before.split("\\P{L}+"))
                .noneMatch(word -> word.startsWith(letter.toLowerCase(Locale.ROOT)));
    }

    /** Whether capitals stand for the words before them, so that they are no unit: Cordillera Administrative Region (CAR). */
    private static boolean isAbbreviation(String capitals, String words) {
        if (!capitals.chars().allMatch(Character::isUpperCase) || isCurrency(capitals)) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            boolean first = i == 0 || !Character.isLetter(words.charAt(i - 1));
            initials.append(first && Character.isUpperCase(words.charAt(i)) ? words.substring(i, i + 1) : "");
        }
        return capitals.length() > 1 && initials.toString().endsWith(capitals);
    }

    /** A unit that is not known behind the word of a multiplier that is: million quintals. */
    private static Optional<SeriesUnit> scaled(String words) {
        int blank = words.indexOf(' ');
        boolean few = blank > 0 && words.indexOf(' ', blank + 1) < 0;
        return few && isMultiplier(words.substring(0, blank)) ? Optional.of(ofHead(words)) : Optional.empty();
    }

    /** The one unit among words that say more: in millions of dollars, not seasonally adjusted. */
    private static Optional<SeriesUnit> amongOthers(String words) {
        List<SeriesUnit> units = Arrays.stream(OTHER_WORDS.split(words))
                .map(part -> known(IN.matcher(part).replaceFirst("")))
                .flatMap(Optional::stream)
                .filter(unit -> unit.isScaled() || unit.unit().equals("%") || isCurrency(unit.unit()))
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    /** A multiplier alone is of what the name beside it counts, if it says so: Passengers carried (million). */
    private static SeriesUnit counted(String head, SeriesUnit multiplier) {
        try {
            UnitHead whole = FORMAT.parse(head);
            boolean same =
                    whole.unit().kind() == Unit.Kind.COUNT && whole.factor().compareTo(multiplier.multiplier()) == 0;
            return same ? new SeriesUnit(whole.unit().toString(), multiplier.multiplier(), true) : multiplier;
        } catch (FigureParseException e) {
            return multiplier;
        }
    }

    /** The unit with a multiplier that ends words which nothing marks off: Exports USD bn, Population thousands. */
    private static Optional<SeriesUnit> atEnd(String head) {
        String[] words = head.split(" ");
        for (int from = Math.max(1, words.length - MOST_WORDS); from < words.length; from++) {
            String rest = String.join(" ", Arrays.copyOfRange(words, from, words.length));
            boolean amount = Character.isDigit(rest.charAt(0)) || isBeforeAmount(words[from - 1]);
            Optional<SeriesUnit> unit = amount ? Optional.empty() : multiplied(rest);
            if (unit.isPresent()) {
                // pounds million: of which country they are is not said
                boolean open =
                        unit.get().unit().isEmpty() && OF_SEVERAL.contains(words[from - 1].toLowerCase(Locale.ROOT));
                return open
                        ? Optional.of(new SeriesUnit(words[from - 1], unit.get().multiplier(), false))
                        : unit;
            }
        }
        String last = words[words.length - 1];
        return words.length > 1
                        && SMALL_LETTER_OF_SCALE.matcher(last).matches()
                        && !isBeforeAmount(words[words.length - 2])
                ? Optional.of(new SeriesUnit(last, BigDecimal.ONE, false))
                : Optional.empty();
    }

    private static boolean isBeforeAmount(String word) {
        return (!word.isEmpty() && Character.isDigit(word.charAt(0)))
                || BEFORE_AMOUNT.contains(word.toLowerCase(Locale.ROOT));
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

    /** The unit with its multiplier. */
    String printed() {
        return multiplier.compareTo(BigDecimal.ONE) == 0 ? unit : (multiplier.toPlainString() + " " + unit).strip();
    }

    /** Whether words of a unit that are not understood stand beside a multiplier that is. */
    private boolean isScaled() {
        return multiplier.compareTo(BigDecimal.ONE) != 0 && !unit.matches(".*\\d.*");
    }

    /** Whether there is neither a multiplier nor a sign: words such as total may be anything. */
    private boolean isPlain() {
        return multiplier.compareTo(BigDecimal.ONE) == 0
                && !unit.equals("%")
                && !unit.equals("persons")
                && !isCurrency(unit);
    }

    /** Whether this is the sign of a measured unit, longer than the letters that are names as well, such as km2, MW. */
    private boolean isMeasured() {
        return unit.length() > 1 && !unit.equals("min") && MEASURED.contains(unit);
    }

    /** The same, or a measured unit that a word in brackets ends a line with, such as t in Production (tonnes). */
    private boolean isMeasuredIn(String line) {
        return isMeasured()
                || (MEASURED.contains(unit) && WORD_AT_END.matcher(line).matches());
    }

    private boolean isOfPersons() {
        return unit.equals("persons") && multiplier.compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether words that are this unit say it of numbers. */
    private boolean isSaid() {
        return !isPlain() || isMeasured();
    }

    /** The same in a currency that the words leave open; a unit that is not the dollar stays. */
    SeriesUnit inCurrency(String code) {
        return unit.equals("USD") ? new SeriesUnit(code, multiplier, understood) : this;
    }

    /** The unit that a line below the table says to be that of its numbers, such as 单位：亿元. */
    static Optional<SeriesUnit> labelled(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher m = SAID.matcher(line);
        if (!m.lookingAt()) {
            return Optional.empty();
        }
        String words = labelledWords(m);
        Matcher magnitude = MAGNITUDE.matcher(words);
        return Optional.of(ofHead(magnitude.matches() ? magnitude.group(2) + " " + magnitude.group(1) : words))
                .filter(SeriesUnit::understood);
    }

    /** What a line says behind its word for a unit; a sentence, such as 单位为件/万人；…, may go on. */
    private static String labelledWords(Matcher said) {
        String words = NEXT_LABEL.split(said.group(1).strip())[0];
        boolean sentence = said.group().contains("单位为");
        return sentence ? words.split("[\uFF1B\uFF0C。]")[0].strip() : words;
    }

    /** Whether a cell begins with a word for a unit, a colon and more. */
    static boolean isLabelled(String cell) {
        return SAID.matcher(cell).lookingAt();
    }

    /** The unit behind a word for values and a colon, if it is understood: Value: Thousand US $. */
    private static Optional<SeriesUnit> ofValues(String line) {
        String words = line.strip().replaceFirst("^[(\uFF08]", "").replaceFirst("[)\uFF09]$", "");
        int colon = Math.max(words.indexOf(':'), words.indexOf('\uFF1A'));
        return colon > 0 && Role.of(words.substring(0, colon)) == Role.VALUE
                ? known(words.substring(colon + 1).strip()).filter(unit -> !unit.isPlain())
                : Optional.empty();
    }

    /** Whether words are a unit of money, a multiplier or a percentage and nothing else. */
    static boolean isUnit(String words) {
        return !words.isEmpty() && alone(words).isPresent();
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
                ? Optional.of(ofHead(words))
                : Optional.empty();
    }

    /** The unit of a line that says it and nothing else. */
    static Optional<SeriesUnit> alone(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String words = bare(line);
        boolean named = words.matches(".*[(\uFF08\\[:\uFF1A\u2013\u2014].*|.*[,;] .*");
        return (named ? labelled(line).or(() -> ofValues(line)) : known(words))
                .filter(unit -> !unit.isPlain() || (words.length() < line.length() && unit.isMeasured()));
    }

    /** The unit that a line above the table says: a currency goes with a multiplier elsewhere in it, (USD $) In Thousands. */
    static Optional<SeriesUnit> said(String line) {
        Optional<SeriesUnit> said = saidAtOnce(line);
        Matcher scale = IN_SCALE.matcher(line.length() > LONGEST ? "" : line);
        boolean bare = said.isPresent()
                && isCurrency(said.get().unit())
                && said.get().multiplier().compareTo(BigDecimal.ONE) == 0;
        return bare && scale.find()
                ? multiplier(scale.group(1))
                        .map(factor -> new SeriesUnit(said.get().unit(), factor, true))
                : said;
    }

    private static Optional<SeriesUnit> saidAtOnce(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher m = SAID.matcher(line);
        if (m.find()) {
            String words = labelledWords(m);
            // 亿元 (100 million yuan
            String first = words.replaceFirst("\\s*[(\uFF08].*", "");
            if (first.length() < words.length()
                    && known(words).isEmpty()
                    && known(first).isPresent()) {
                return known(first);
            }
            return Optional.of(besidePercent(words).orElseGet(() -> ofHead(words)));
        }
        Optional<SeriesUnit> ofValues = ofValues(line).or(() -> inBracketBesidePercent(line));
        if (ofValues.isPresent()) {
            return ofValues;
        }
        Optional<SeriesUnit> ofData = ofData(line);
        if (ofData.isPresent()) {
            return ofData;
        }
        Optional<SeriesUnit> alone =
                known(line).or(() -> known(IN.matcher(line).replaceFirst(""))).or(() -> known(bare(line)));
        if (alone.isPresent()) {
            // months, GWh: a word alone may be a title, and in GWh may not
            boolean marked = IN.matcher(line).lookingAt() || line.matches(".*[(\uFF08\\[][^(\uFF08\\[]+[)\uFF09\\]]");
            return alone.filter(unit -> !unit.isPlain() || (marked && unit.isMeasuredIn(line)));
        }
        Optional<SeriesUnit> inHead = inHead(line)
                .filter(unit -> isOfUnreadScript(unit.unit())
                        || SIGN_OF_MONEY.matcher(unit.unit()).find()
                        || KIND_OF_WATT.matcher(unit.unit()).matches()
                        || OF_SEVERAL.contains(unit.unit().toLowerCase(Locale.ROOT))
                        || ((unit.understood() || unit.isScaled()) && (unit.isSaid() || unit.isMeasuredIn(line))));
        String before = BY.matcher(line).replaceFirst("");
        // Exports, MSEK by year
        if (inHead.isPresent()) {
            return inHead;
        }
        return before.length() < line.length() ? saidAtOnce(before) : amongOthers(line);
    }

    /** The unit that a line says all numbers to be in: All figures in USD billions; empty if it does not. */
    static Optional<SeriesUnit> ofData(String line) {
        Matcher data = DATA_IN.matcher(line.length() > LONGEST ? "" : bare(line));
        return data.matches()
                ? known(data.group(1)).filter(unit -> !unit.isPlain() || MEASURED.contains(unit.unit()))
                : Optional.empty();
    }

    /** Whether words are in a script of which no words are read, so that brackets are all that says that they are a unit. */
    private static boolean isOfUnreadScript(String words) {
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

    /** What a title says with a multiplier, where no unit is read in it: values in lots of 1,000 crowns. */
    static Optional<String> unread(String line) {
        if (line.length() > LONGEST_TITLE) {
            return Optional.empty();
        }
        return BETWEEN_CLAUSES
                .splitAsStream(line)
                .map(String::strip)
                .filter(clause -> POWER_OF_TEN.matcher(clause).find()
                        || isOfOpenScale(clause)
                        || Arrays.stream(clause.split("[^\\p{L}.]+")).anyMatch(SeriesUnit::isWordOfScale))
                .findFirst();
    }

    private static boolean isWordOfScale(String word) {
        return word.length() > 2 && FORMAT.multiplier(word).isPresent();
    }

    /** What a clause of a title says to be in, or says in brackets, as it is printed; empty if it does not say so. */
    static Optional<SeriesUnit> asPrinted(String clause, String line) {
        String words = IN.matcher(clause).replaceFirst("");
        Matcher within = WITHIN.matcher(clause);
        if (within.matches()) {
            SeriesUnit scaled = ofHead(within.group(1));
            if (scaled.isScaled()) {
                return Optional.of(scaled);
            }
        }
        return words.length() < clause.length() || line.contains("(" + clause + ")")
                ? Optional.of(new SeriesUnit(words, BigDecimal.ONE, false))
                : Optional.empty();
    }

    /** The multipliers that a line says of things it names: shares in Thousands. */
    static Map<String, BigDecimal> scales(String line) {
        Map<String, BigDecimal> scales = new HashMap<>();
        Matcher m = SCALE_OF_NOUN.matcher(line.length() > LONGEST ? "" : line);
        while (m.find()) {
            multiplier(m.group(2)).ifPresent(factor -> scales.put(m.group(1).toLowerCase(Locale.ROOT), factor));
        }
        return scales;
    }

    /** The same, multiplied once more. */
    SeriesUnit times(BigDecimal factor) {
        return new SeriesUnit(unit, multiplier.multiply(factor), understood);
    }

    /** A line without the brackets around it. */
    private static String bare(String line) {
        return line.matches("[(\uFF08\\[].*[)\uFF09\\]]")
                ? line.substring(1, line.length() - 1).strip()
                : line;
    }

    /**
     * The units that a title says of several measures, by the words before each: Production (in '000 tonnes) and yield (kg/ha).
     * Empty if it says fewer than two that differ.
     */
    static Map<String, SeriesUnit> several(String line) {
        Map<String, SeriesUnit> units = byNames(line);
        if (!units.isEmpty()) {
            return units;
        }
        Matcher m = BRACKET.matcher(line.length() > LONGEST ? "" : line);
        int from = 0;
        while (m.find()) {
            String inside = m.group(1).strip().replaceFirst("(?i)^in ", "");
            Optional<SeriesUnit> unit = known(inside)
                    .filter(known -> known.isSaid() || !units.isEmpty())
                    .or(() -> UNITLIKE.matcher(inside).matches() ? Optional.of(ofHead(inside)) : Optional.empty());
            if (unit.isPresent() && line.substring(from, m.start()).isBlank()) {
                // a second unit of the same words, such as (USD $) (USD in millions)
                return Map.of();
            }
            if (unit.isPresent()) {
                units.put(line.substring(from, m.start()).toLowerCase(Locale.ROOT), unit.get());
            }
            from = m.end();
        }
        if (units.isEmpty()) {
            for (String part : BETWEEN_UNITS.split(line.length() > LONGEST_TITLE ? "" : line)) {
                Matcher measure = MEASURE_IN.matcher(part);
                if (measure.matches()) {
                    known(measure.group(2))
                            .or(() -> Optional.of(ofHead(measure.group(2))).filter(SeriesUnit::isScaled))
                            .ifPresent(unit -> units.put(measure.group(1).toLowerCase(Locale.ROOT), unit));
                }
            }
        }
        return units.values().stream().distinct().count() > 1 ? units : Map.of();
    }

    /** The units that a line says of what it names before colons, all of which are known: (Value: million baht, quantity: tonnes). */
    private static Map<String, SeriesUnit> byNames(String line) {
        Map<String, SeriesUnit> units = new LinkedHashMap<>();
        String words = line.length() > LONGEST ? "" : bare(line.strip());
        for (String part : BETWEEN_UNITS.split(words)) {
            Matcher m = NAME_AND_UNIT.matcher(part);
            Optional<SeriesUnit> unit = m.matches() ? known(m.group(2)) : Optional.empty();
            if (unit.isEmpty()) {
                return new LinkedHashMap<>();
            }
            units.put(m.group(1).toLowerCase(Locale.ROOT), unit.get());
        }
        return units.values().stream().distinct().count() > 1 ? units : new LinkedHashMap<>();
    }

    /** Whether a line says a percentage beside the one unit of the table. */
    static boolean isBesidePercent(String line) {
        Matcher m = SAID.matcher(line);
        return m.find()
                ? besidePercent(m.group(1).strip()).isPresent()
                : inBracketBesidePercent(line).isPresent();
    }

    /** The one unit that brackets say beside a percentage: Exports (USD million, %). */
    private static Optional<SeriesUnit> inBracketBesidePercent(String line) {
        Matcher m = BRACKET.matcher(line.indexOf('%') < 0 && line.indexOf('\uFF05') < 0 ? "" : line);
        while (m.find()) {
            Optional<SeriesUnit> unit = besidePercent(m.group(1).strip());
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }

    /** The one unit that a line says beside a percentage, such as thousand persons; %: that of all but rates and changes. */
    private static Optional<SeriesUnit> besidePercent(String words) {
        String[] parts = BETWEEN_UNITS.split(words);
        if (parts.length < 2 || known(words).isPresent()) {
            return Optional.empty();
        }
        List<SeriesUnit> others = new ArrayList<>();
        for (String part : parts) {
            Optional<SeriesUnit> unit = known(part);
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            unit.filter(said -> !said.unit().equals("%")).ifPresent(others::add);
        }
        return others.size() == 1 && parts.length == 2 ? Optional.of(others.get(0)) : Optional.empty();
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
    private static Optional<SeriesUnit> known(String text) {
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
            return Optional.of(PERCENT);
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
    static SeriesUnit ofHead(String text) {
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
