package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one line above, between or below the rows of a table says to be the unit of its numbers: 单位：亿元, (in millions of dollars). */
final class UnitLines {

    /** The words for a unit that head columns and stand before one. */
    private static final String UNIT_WORDS = WordLines.words("roles.txt", "UNIT").stream()
            .filter(word -> word.indexOf('_') < 0)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));

    private static final Pattern SAID = Pattern.compile("(?iu)(?:^|[\\s(\uFF08,;\\[])" + UNIT_WORDS
            + "\\s*(?:[:\uFF1A]|(?<=单位)为)\\s*[,;]?\\s*([^)\uFF09\\]]{1,60})");

    /** What a title says behind its unit: by what the numbers are given. */
    private static final Pattern BY = Pattern.compile("(?iu)\\s+"
            + WordLines.words(UnitWords.FILE, "by").stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")"))
            + "\\s+\\S.*$");
    /** The same unit in another language: 单位：亿元 Unit: 100 million yuan. */
    private static final Pattern NEXT_LABEL = Pattern.compile("(?iu)[\\s,;/]+(?=" + UNIT_WORDS + "\\s*[:\uFF1A])");
    /** Words and what they are in: Valores trimestrales en millones de pesos. */
    private static final Pattern WITHIN = Pattern.compile("(?iu).*\\s(?:in|en|em)\\s+(\\p{L}+\\s.{1,40})");
    /** Measures and what each of them is in: value in 1,000 US dollars, quantity in tonnes. */
    private static final Pattern MEASURE_IN = Pattern.compile("(?iu)(?:.*\\s)?(\\p{L}{4,20}) in (\\S.{0,40})");
    /** In thousands, right behind a currency in brackets or by its sign. */
    private static final Pattern IN_SCALE =
            Pattern.compile("[)$€£]\\s*\\(?(?:[A-Z]{3} )?(?i:in (thousands|millions|billions|trillions))\\b");

    /** A price above a table is a unit, be it as printed: (€/kWh). */
    private static final Pattern SIGN_OF_MONEY = Pattern.compile("[$€£¥₹]\\s?(?:/|per\\b)");
    /** $, Magnitude = Millions: as the tables of New Zealand say it. */
    private static final Pattern MAGNITUDE = Pattern.compile("(?i)(.{1,30}?),\\s*magnitude\\s*=\\s*(\\p{L}{1,12})");
    /** Watts of one kind, such as those of solar cells, which are not those of the grid. */
    private static final Pattern KIND_OF_WATT = Pattern.compile("[kMGT]?W(?:dc|ac|p|th|el?)");

    /** (Data in metric tons of lithium content). */
    private static final Pattern DATA_IN = Pattern.compile(
            "(?i)(?:notes?: )?(?:all )?(?:values|data|figures|amounts|numbers)(?: are)?(?: (?:shown|given|expressed|stated|reported))? in (\\S.*?)\\.?");
    /** Powers of ten that multiply: 1,000 crowns, '000. */
    private static final Pattern POWER_OF_TEN =
            Pattern.compile("(?<![\\d.,])10{0,2}[ ,.\u00A0]000(?!\\d)|(?<![\\d.,])10{3,6}(?!\\d)|['\u2019]000\\b");
    /** What separates what a title says. */
    private static final Pattern BETWEEN_CLAUSES =
            Pattern.compile("[;:(\uFF08)\uFF09\\[\\]\uFF0C\uFF1A\\n]|,(?!\\d{3})|\\s[-\u2013\u2014]\\s");
    /** Shares in thousands, $ in millions: of what a multiplier is. */
    private static final Pattern SCALE_OF_NOUN =
            Pattern.compile("(?i)\\b(\\p{L}{3,20}) in (thousands|millions|billions)\\b");

    /** The base of an index: 2015=100, dez. 1993 = 100. */
    private static final Pattern INDEX_BASE =
            Pattern.compile("(?:\\S{1,12} ){0,4}\\S{0,12}(?:19|20)\\d\\d(?:[-.]\\d\\d(?:-\\d\\d)?)?\\s?=\\s?100");

    private static final Pattern BASE_AT_END =
            Pattern.compile(".*[,\uFF0C]\\s?(?:\\p{L}{1,20} ){0,2}((?:19|20)\\d\\d(?:[-.]\\d\\d)?\\s?=\\s?100)");

    private static final int LONGEST_TITLE = 250;
    /** What stands between the units of a table that has several. */
    private static final Pattern BETWEEN_UNITS =
            Pattern.compile("\\s*[;\uFF1B、]\\s*|\\s*[,\uFF0C](?!\\d)\\s*|\\s+and\\s+");

    /** A name, a colon and what it is in. */
    private static final Pattern NAME_AND_UNIT =
            Pattern.compile("(\\p{L}[\\p{L} ]{1,29})\\s*[:\uFF1A]\\s*(\\S.{0,40})");

    private UnitLines() {}

    /** The unit that a line below the table says to be that of its numbers, such as 单位：亿元. */
    static Optional<SeriesUnit> labelled(String line) {
        if (line.length() > UnitWords.LONGEST) {
            return Optional.empty();
        }
        Matcher m = SAID.matcher(line);
        if (!m.lookingAt()) {
            return Optional.empty();
        }
        String words = labelledWords(m);
        Matcher magnitude = MAGNITUDE.matcher(words);
        return Optional.of(UnitWords.of(magnitude.matches() ? magnitude.group(2) + " " + magnitude.group(1) : words))
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
                ? UnitWords.known(words.substring(colon + 1).strip()).filter(unit -> !unit.isPlain())
                : Optional.empty();
    }

    /** Whether words are a unit of money, a multiplier or a percentage and nothing else. */
    static boolean isUnit(String words) {
        return !words.isEmpty() && alone(words).isPresent();
    }

    /** The unit of a line that says it and nothing else. */
    static Optional<SeriesUnit> alone(String line) {
        if (line.length() > UnitWords.LONGEST) {
            return Optional.empty();
        }
        String words = bare(line);
        boolean named = words.matches(".*[(\uFF08\\[:\uFF1A\u2013\u2014].*|.*[,;] .*");
        return (named ? labelled(line).or(() -> ofValues(line)) : UnitWords.known(words))
                .filter(unit -> !unit.isPlain() || (words.length() < line.length() && unit.isMeasured()));
    }

    /** The unit that a line above the table says: a currency goes with a multiplier elsewhere in it, (USD $) In Thousands. */
    static Optional<SeriesUnit> said(String line) {
        Optional<SeriesUnit> said = saidAtOnce(line);
        Matcher scale = IN_SCALE.matcher(line.length() > UnitWords.LONGEST ? "" : line);
        boolean bare = said.isPresent()
                && SeriesUnit.isCurrency(said.get().unit())
                && said.get().multiplier().compareTo(BigDecimal.ONE) == 0;
        return bare && scale.find()
                ? UnitWords.multiplier(scale.group(1))
                        .map(factor -> new SeriesUnit(said.get().unit(), factor, true))
                : said;
    }

    private static Optional<SeriesUnit> saidAtOnce(String line) {
        if (line.length() > UnitWords.LONGEST) {
            return Optional.empty();
        }
        Matcher m = SAID.matcher(line);
        if (m.find()) {
            String words = labelledWords(m);
            // 亿元 (100 million yuan
            String first = words.replaceFirst("\\s*[(\uFF08].*", "");
            if (first.length() < words.length()
                    && UnitWords.known(words).isEmpty()
                    && UnitWords.known(first).isPresent()) {
                return UnitWords.known(first);
            }
            return Optional.of(besidePercent(words).orElseGet(() -> UnitWords.of(words)));
        }
        Optional<SeriesUnit> ofValues = ofValues(line).or(() -> inBracketBesidePercent(line));
        if (ofValues.isPresent()) {
            return ofValues;
        }
        Optional<SeriesUnit> ofData = ofData(line);
        if (ofData.isPresent()) {
            return ofData;
        }
        Optional<SeriesUnit> alone = UnitWords.known(line)
                .or(() -> UnitWords.known(UnitWords.IN.matcher(line).replaceFirst("")))
                .or(() -> UnitWords.known(bare(line)));
        if (alone.isPresent()) {
            // months, GWh: a word alone may be a title, and in GWh may not
            boolean marked =
                    UnitWords.IN.matcher(line).lookingAt() || line.matches(".*[(\uFF08\\[][^(\uFF08\\[]+[)\uFF09\\]]");
            return alone.filter(unit -> !unit.isPlain() || (marked && unit.isMeasuredIn(line)));
        }
        Optional<SeriesUnit> inHead = UnitHeads.inHead(line)
                .filter(unit -> UnitWords.isOfUnreadScript(unit.unit())
                        || SIGN_OF_MONEY.matcher(unit.unit()).find()
                        || KIND_OF_WATT.matcher(unit.unit()).matches()
                        || UnitHeads.OF_SEVERAL.contains(unit.unit().toLowerCase(Locale.ROOT))
                        || INDEX_BASE.matcher(unit.unit()).matches()
                        || ((unit.understood() || unit.isScaled()) && (unit.isSaid() || unit.isMeasuredIn(line))));
        Matcher base = BASE_AT_END.matcher(line);
        if (inHead.isEmpty() && base.matches()) {
            return Optional.of(new SeriesUnit(base.group(1), BigDecimal.ONE, false));
        }
        String before = BY.matcher(line).replaceFirst("");
        // Exports, MSEK by year
        if (inHead.isPresent()) {
            return inHead;
        }
        return before.length() < line.length() ? saidAtOnce(before) : UnitHeads.amongOthers(line);
    }

    /** The unit that a line says all numbers to be in: All figures in USD billions; empty if it does not. */
    static Optional<SeriesUnit> ofData(String line) {
        Matcher data = DATA_IN.matcher(line.length() > UnitWords.LONGEST ? "" : bare(line));
        return data.matches()
                ? UnitWords.known(data.group(1))
                        .filter(unit -> !unit.isPlain() || UnitWords.MEASURED.contains(unit.unit()))
                : Optional.empty();
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
                        || UnitWords.isOfOpenScale(clause)
                        || Arrays.stream(clause.split("[^\\p{L}.]+")).anyMatch(UnitWords::isWordOfScale))
                .findFirst();
    }

    /** What a clause of a title says to be in, or says in brackets, as it is printed; empty if it does not say so. */
    static Optional<SeriesUnit> asPrinted(String clause, String line) {
        String words = UnitWords.IN.matcher(clause).replaceFirst("");
        Matcher within = WITHIN.matcher(clause);
        if (within.matches()) {
            SeriesUnit scaled = UnitWords.of(within.group(1));
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
        Matcher m = SCALE_OF_NOUN.matcher(line.length() > UnitWords.LONGEST ? "" : line);
        while (m.find()) {
            UnitWords.multiplier(m.group(2))
                    .ifPresent(factor -> scales.put(m.group(1).toLowerCase(Locale.ROOT), factor));
        }
        return scales;
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
        Matcher m = UnitHeads.BRACKET.matcher(line.length() > UnitWords.LONGEST ? "" : line);
        int from = 0;
        while (m.find()) {
            String inside = m.group(1).strip().replaceFirst("(?i)^in ", "");
            Optional<SeriesUnit> unit = UnitWords.known(inside)
                    .filter(known -> known.isSaid() || !units.isEmpty())
                    .or(() -> UnitHeads.UNITLIKE.matcher(inside).matches()
                            ? Optional.of(UnitWords.of(inside))
                            : Optional.empty());
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
                    UnitWords.known(measure.group(2))
                            .or(() ->
                                    Optional.of(UnitWords.of(measure.group(2))).filter(SeriesUnit::isScaled))
                            .ifPresent(unit -> units.put(measure.group(1).toLowerCase(Locale.ROOT), unit));
                }
            }
        }
        return units.values().stream().distinct().count() > 1 ? units : Map.of();
    }

    /** The units that a line says of what it names before colons, all of which are known: (Value: million baht, quantity: tonnes). */
    private static Map<String, SeriesUnit> byNames(String line) {
        Map<String, SeriesUnit> units = new LinkedHashMap<>();
        String words = line.length() > UnitWords.LONGEST ? "" : bare(line.strip());
        for (String part : BETWEEN_UNITS.split(words)) {
            Matcher m = NAME_AND_UNIT.matcher(part);
            Optional<SeriesUnit> unit = m.matches() ? UnitWords.known(m.group(2)) : Optional.empty();
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
        Matcher m = UnitHeads.BRACKET.matcher(line.indexOf('%') < 0 && line.indexOf('\uFF05') < 0 ? "" : line);
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
        if (parts.length < 2 || UnitWords.known(words).isPresent()) {
            return Optional.empty();
        }
        List<SeriesUnit> others = new ArrayList<>();
        for (String part : parts) {
            Optional<SeriesUnit> unit = UnitWords.known(part);
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            unit.filter(said -> !said.unit().equals("%")).ifPresent(others::add);
        }
        return others.size() == 1 && parts.length == 2 ? Optional.of(others.get(0)) : Optional.empty();
    }
}
