package dev.saidao.core.table;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureParseException;
import dev.saidao.core.text.UnitHead;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units that heads of columns and names of rows say in brackets, behind a comma or at their end: GDP (current US$). */
final class UnitHeads {

    static final Pattern BRACKET = Pattern.compile("[(\uFF08\\[【]([^()\uFF08\uFF09\\[\\]【】]{1,120})[)\uFF09\\]】]");

    /** Names that several currencies have. */
    static final Set<String> OF_SEVERAL = WordLines.words(UnitWords.FILE, "several currencies");

    /** Words that a number follows, not a unit. */
    private static final Set<String> BEFORE_AMOUNT = WordLines.words(UnitWords.FILE, "before amount");
    /** Words in brackets that say that something is counted. */
    private static final Set<String> NUMBERS = WordLines.words(UnitWords.FILE, "number");
    /** Where a unit may begin behind a name: GDP, million euro; PIB en volume - en millions d'euros. */
    private static final Pattern BEHIND_NAME =
            Pattern.compile("(?i), ?(?!\\d{3})|\uFF0C| [-\u2013\u2014] |: | (?=in |en )| (?:w|v|em|i|в) ");
    /** What separates a unit from other words in brackets. */
    private static final Pattern OTHER_WORDS = Pattern.compile("[,;]\\s+|[\uFF0C\uFF1B]");
    /** What stands behind the last comma in brackets: 名目值，百萬元. */
    private static final Pattern LAST_PART = Pattern.compile(".*[\uFF0C;\uFF1B、]\\s*([^\uFF0C;\uFF1B、]{1,30})");
    /** Change %, 占比%, % change. */
    private static final Pattern PERCENT_BEHIND =
            Pattern.compile(".*[^\\d.,\\s]\\s?[%\uFF05]|(?i:.*[a-z]_(?:pct|percent))|[%\uFF05]\\s[^\\d]*");

    private static final Pattern LETTER_OF_SCALE = Pattern.compile("[kmM]");
    /** Of these the small ones need no brackets: Sales k. */
    private static final Pattern SMALL_LETTER_OF_SCALE = Pattern.compile("[km]");
    /** How many of something there are, which is no unit unless it is a power of ten: 1 unit, 2 to 4 rooms. */
    private static final Pattern SIZE = Pattern.compile(
            "(?!10+[ ,.0]*\\D)\\d{1,3}(?:\\s?(?:-|\u2013|to|and)\\s?\\d{1,3})?\\s+\\p{IsLatin}[\\p{IsLatin} ]*");
    /** Debt in % of GDP, with no number before the sign. */
    private static final Pattern PERCENT_BETWEEN = Pattern.compile("(?:^|[^\\d\\s]\\s+)%(?=[\\s-])");
    /** A head of the flat files of GENESIS: code, name and unit. */
    private static final Pattern CODE_NAME_UNIT = Pattern.compile("[A-Z0-9]+__.+__([^_].*)");
    /** Signs that words in brackets are a unit, be it one that is not known. */
    static final Pattern UNITLIKE = Pattern.compile(
            "(?iu).*([$€£¥₹%‰]|[百千万萬亿億]元$|\\bper\\b|\\bindex\\b|\\bPPP\\b|\\bPPS\\b|=\\s*100|/\\s*\\p{L}|\\byears?\\b|\\bnumber\\b|指数|currency|\\b[kMGT]?W(?:dc|ac|p|th|el?)\\b|\\bunits?\\b|\\b(?:bill|mill?|thous|tril|k?pcs)\\b).*");
    /** Words for persons as a unit. */
    private static final Set<String> PERSONS = Set.of(
            "persons", "Persons", "people", "person", "personnes", "Personen", "personas", "pessoas", "人", "名", "명");
    /** A sign that several currencies have, and is not read alone. */
    private static final Pattern OPEN_SIGN = Pattern.compile("[¥\uFFE5]");

    /** The sign of a currency and a multiplier that end a head: Exports €m, Sales US$ million. */
    private static final Pattern SIGN_AT_END =
            Pattern.compile("\\s((?:[A-Z]{1,2})?[$€£¥₹₩](?:'000|[^\\d\\s'\u2019]{0,6})(?:\\s\\p{L}{1,8})?)$");

    /** Codes of currencies that end names of programs; others are words as well, such as all, try, sdg. */
    private static final Set<String> MONEY_IN_NAMES = Set.of(
            "USD", "EUR", "CNY", "JPY", "GBP", "INR", "KRW", "CAD", "AUD", "CHF", "HKD", "TWD", "SGD", "BRL", "MXN",
            "RUB", "ZAR", "IDR", "THB", "VND", "MYR", "PHP", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RMB");
    /** A code of an indicator: MS.MIL.TOTL.P1. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,}(?:\\.[A-Z0-9]{2,}){2,}");
    /** What a price is for, at the end of a head: Spot Price Dollars per Million Btu. */
    private static final Pattern PRICE_AT_END = Pattern.compile(
            ".*\\s((?:(?:U\\.?S\\.? )?(?:[Dd]ollars|[Cc]ents)|Euros?|USD|EUR|US\\$) per \\S[^()]{0,40})");
    /** The last words of names of programs: market_size_usd_bn, generation_twh. */
    private static final Pattern SNAKE =
            Pattern.compile("(?i)[a-z][a-z0-9]*(?:_[a-z0-9]+){0,8}?_((?:[a-z]{2,9}_)?[a-z]{1,9})");

    /** Multipliers as programs of China write them. */
    private static final Map<String, String> CHINESE_SCALES = Map.of("wan", "10000", "yi", "100000000");
    /** Signs of units in small letters, as programs write them. */
    private static final Map<String, String> SMALL_SIGNS = Map.of(
            "twh", "TWh", "gwh", "GWh", "mwh", "MWh", "kwh", "kWh", "gw", "GW", "mw", "MW", "kw", "kW", "km2", "km2",
            "ha", "ha");

    private UnitHeads() {}

    /** The unit that the head of a column says of it, or is, if it has a multiplier or is a percentage: Mill. EUR. */
    static Optional<SeriesUnit> ofColumn(String head) {
        return inHead(head)
                .or(() -> UnitWords.known(head)
                        .filter(unit ->
                                unit.multiplier().compareTo(BigDecimal.ONE) != 0 || unit.equals(SeriesUnit.PERCENT)));
    }

    /** The unit that a head says in brackets, or behind its last comma, such as GDP (current US$), 法人单位数(个). */
    static Optional<SeriesUnit> inHead(String head) {
        if (head.length() > UnitWords.LONGEST) {
            return Optional.empty();
        }
        Optional<SeriesUnit> inName = inName(head);
        if (inName.isPresent()) {
            return inName;
        }
        Matcher price = PRICE_AT_END.matcher(head.contains(" per ") ? head : "");
        if (price.matches()) {
            return Optional.of(new SeriesUnit(price.group(1), BigDecimal.ONE, false));
        }
        if (UnitWords.isOfWords(head)) {
            return UnitWords.RAND.matcher(head).matches() ? UnitWords.known(head) : atEnd(head);
        }
        Matcher parts = CODE_NAME_UNIT.matcher(head);
        if (parts.matches()) {
            return UnitWords.known(parts.group(1).replace('_', ' '));
        }
        Matcher m = BRACKET.matcher(head);
        Optional<SeriesUnit> found = Optional.empty();
        while (m.find()) {
            String inside = m.group(1).strip();
            if (SIZE.matcher(inside).matches() || CODE.matcher(inside).matches()) {
                continue;
            }
            Matcher last = LAST_PART.matcher(inside);
            Optional<SeriesUnit> known = UnitWords.known(inside).or(() -> amongOthers(m.group(1)));
            if (known.isEmpty() && last.matches()) {
                inside = last.group(1);
                known = UnitWords.known(inside);
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
            } else if ((UNITLIKE.matcher(inside).matches()
                            || !UnitWords.of(inside).isPlain())
                    && !inside.matches(".*\\d{4}年.*")) {
                String words = UnitWords.IN.matcher(inside).replaceFirst("");
                found = UnitWords.known(words).or(() -> Optional.of(UnitWords.of(words)));
            } else if (UnitWords.isOfUnreadScript(inside)) {
                found = Optional.of(new SeriesUnit(inside, BigDecimal.ONE, false));
            }
        }
        if (found.isPresent()) {
            return found.get().unit().isEmpty() ? Optional.of(counted(head, found.get())) : found;
        }
        if (PERCENT_BEHIND.matcher(head).matches()) {
            return Optional.of(SeriesUnit.PERCENT);
        }
        Matcher behind = BEHIND_NAME.matcher(head);
        while (behind.find()) {
            String words = head.substring(behind.end()).strip();
            // women are persons, and what is counted may be something else of them
            Optional<SeriesUnit> unit = UnitWords.known(words)
                    .filter(said -> said.isSaid() && (!said.isOfPersons() || PERSONS.contains(words)));
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
            Optional<SeriesUnit> unit = UnitWords.known(sign.group(1)).filter(SeriesUnit::isSaid);
            if (unit.isPresent()) {
                return unit;
            }
        }
        return PERCENT_BETWEEN.matcher(head).find() ? Optional.of(SeriesUnit.PERCENT) : Optional.empty();
    }

    /** The unit that ends a name of a program, if it is money, a multiplier with it, or the sign of a large unit. */
    private static Optional<SeriesUnit> inName(String head) {
        Matcher m = SNAKE.matcher(head.indexOf('_') < 0 ? "" : head);
        if (!m.matches()) {
            return Optional.empty();
        }
        String words = m.group(1);
        String last = words.substring(words.indexOf('_') + 1).toLowerCase(Locale.ROOT);
        String sign = SMALL_SIGNS.get(last);
        if (sign != null) {
            return Optional.of(new SeriesUnit(sign, BigDecimal.ONE, true));
        }
        int blank = words.indexOf('_');
        String currency = (blank < 0 ? words : words.substring(0, blank)).toUpperCase(Locale.ROOT);
        if (!MONEY_IN_NAMES.contains(currency)) {
            return Optional.empty();
        }
        if (blank < 0) {
            return UnitWords.known(currency);
        }
        String scale = words.substring(blank + 1);
        String chinese = CHINESE_SCALES.get(scale.toLowerCase(Locale.ROOT));
        return chinese == null
                ? UnitWords.known(currency + " " + (scale.length() == 1 ? scale.toUpperCase(Locale.ROOT) : scale))
                : UnitWords.known(currency).map(unit -> unit.times(new BigDecimal(chinese)));
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
        if (!capitals.chars().allMatch(Character::isUpperCase) || SeriesUnit.isCurrency(capitals)) {
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
        return few && UnitWords.isMultiplier(words.substring(0, blank))
                ? Optional.of(UnitWords.of(words))
                : Optional.empty();
    }

    /** The one unit among words that say more: in millions of dollars, not seasonally adjusted. */
    static Optional<SeriesUnit> amongOthers(String words) {
        List<SeriesUnit> units = Arrays.stream(OTHER_WORDS.split(words))
                .map(part -> UnitWords.known(UnitWords.IN.matcher(part).replaceFirst("")))
                .flatMap(Optional::stream)
                .filter(unit -> unit.isScaled() || unit.unit().equals("%") || SeriesUnit.isCurrency(unit.unit()))
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    /** A multiplier alone is of what the name beside it counts, if it says so: Passengers carried (million). */
    private static SeriesUnit counted(String head, SeriesUnit multiplier) {
        try {
            UnitHead whole = UnitWords.FORMAT.parse(head);
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
        for (int from = Math.max(1, words.length - UnitWords.MOST_WORDS); from < words.length; from++) {
            String rest = String.join(" ", Arrays.copyOfRange(words, from, words.length));
            boolean amount = Character.isDigit(rest.charAt(0)) || isBeforeAmount(words[from - 1]);
            Optional<SeriesUnit> unit = amount ? Optional.empty() : UnitWords.multiplied(rest);
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
}
