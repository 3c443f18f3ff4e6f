package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The units that lines above, between and below the rows of a table say of its numbers.
 *
 * <p>A unit said with an exception, such as RMB in millions, except per share data, is not that of rows that say to be of
 * something else than money; which ones these are is noted.
 */
final class TableUnits {

    private static final String FILE = "units.txt";
    private static final int MOST_NOTES = 20;
    /** Words that are long enough to name a measure. */
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}{2,}|\\p{L}{4,}");

    private static final int LONGEST = 1_000;
    private static final Pattern EXCEPTION = Pattern.compile(
            "(?i)[,\uFF0C;\uFF1B]?\\s*\\b(?:except|unless)\\b[^)\uFF09]*"
                    + "|[,\uFF0C;\uFF1B]?\\s*(?:除[^,\uFF0C()\uFF08\uFF09]{0,14}外|[^,\uFF0C()\uFF08\uFF09]{0,8}除外)[,\uFF0C]?\\s*");
    private static final Pattern PER_SHARE = Pattern.compile("(?i)\\bper[- ]share\\b");
    private static final Pattern SHARES = Pattern.compile("(?i)\\bshares?\\b");
    /** Rows that are of no amount of money, whatever the unit of the table is. */
    private static final Pattern NO_MONEY = Pattern.compile(
            "(?iu)\\bper\\b|\\bshares?\\b|\\bEPS\\b|\\bADSs?\\b|\\b(?:basic|diluted)\\b|\\bratio\\b|margin|percent|%|\\brate\\b|number|"
                    + "\\b(?:employees|headcount|customers|subscribers|users|stores|units|days|times)\\b|"
                    + "每|股|比|率|[人户戶家]数|[人戶]數|员工|員工|倍|天数|基本|稀释|攤薄|摊薄");

    /** Rows of percentages and the like, which have no unit of a table even if it makes no exception. */
    private static final Pattern RATES = Pattern.compile(
            "(?iu)(?:\\b(?:growth(?: rate)?|(?<!per )share|ratio|percentage|margin|rate|yoy|y/y)\\W*|(?:增速|增幅|比重|占比|率|增长率|比率|構成比|伸び率|비중|율|률)\\W*)$");

    private static final Pattern MARGIN = Pattern.compile("(?i)\\bmargin\\W*$");
    private static final Pattern NUMBER_OF =
            Pattern.compile("(?iu)(?:number of|no\\. of|anzahl|nombre de|número de|liczba|antal)\\b");
    /** Names that say to be percentages: Percent of total. */
    private static final Pattern PERCENT_OF =
            Pattern.compile("(?i)(?:per ?cent(?:age)?|%)\\s+(?:of|share|change|distribution|increase|growth)\\b");

    private static final Pattern AS_A_PERCENT =
            Pattern.compile("(?i)\\bas a (?:percent(?:age)?|per cent|%|share) of\\b");

    /** Rows that may be of percentages where a table has these beside another unit. */
    private static final Pattern CHANGES = WordLines.pattern(FILE, "change");

    /** Rows that are of percentages where a table has these beside another unit. */
    private static final Pattern PERCENTAGES = WordLines.pattern(FILE, "percentage");

    private static final Set<String> COUNTS = WordLines.words(FILE, "counts");
    private static final Pattern COUNTS_BEGIN = WordLines.pattern(FILE, "counts begin");
    private static final Pattern COUNTS_END = WordLines.patternAtEnd(FILE, "counts end");
    private static final Pattern FOR_EACH = WordLines.pattern(FILE, "for each");
    private static final Pattern PER_THOUSAND = Pattern.compile(
            "(?i)\\bper\\s+(?:1\\d?0*[ ,.]?0+|hundred|thousand|million)\\b|\\bje (?:tausend|hundert|\\d+)|\\bpour (?:mille|cent)\\b");
    /** A line in brackets and nothing else: (in million lei). */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\uFF08\\[][^()\uFF08\uFF09\\[\\]]{1,60}[)\uFF09\\]]");
    /** A word and a colon at the beginning of a line. */
    private static final Pattern NOTE = Pattern.compile("^\\p{L}{1,12}\\s?[:\uFF1A]\\s*");
    /** Notes and brackets behind a name. */
    private static final Pattern BEHIND =
            Pattern.compile("(?:\\s*(?:\\d\\)|[*¹²³]))*+(?:\\s*[(\uFF08\\[].*)?$", Pattern.DOTALL);

    private final List<Label> notes;
    private final Set<String> noted = new HashSet<>();
    /** What the words of rows are of. */
    private final Map<String, Measured> measuredBy = new HashMap<>();

    private SeriesUnit ofTable = SeriesUnit.NONE;
    private SeriesUnit ofSection = SeriesUnit.NONE;
    private boolean besidePercent;
    private boolean saidForEach;
    private boolean excepted;
    private boolean sectionIsNoMoney;
    /** Whether a line between rows says a unit and nothing of a change, so that a percentage is not that of numbers of things. */
    private boolean sectionIsOfRatios;

    /** The multiplier of a table that makes an exception of amounts for each share only, so that it is that of shares too; null else. */
    private @Nullable BigDecimal millionsOfShares;

    private String context = "";
    /** The units of a title that says several, by the measures that it names. */
    private Map<String, SeriesUnit> byMeasure = Map.of();

    /** The multipliers of things that the title names, such as shares. */
    private final Map<String, BigDecimal> scales = new HashMap<>();

    private final TableColumns columns;

    TableUnits(List<Label> notes, TableColumns columns) {
        this.notes = notes;
        this.columns = columns;
    }

    /**
     * What words of a row say that its numbers are of, whatever the unit of the table is.
     *
     * @param percentages percentages, where the table has these beside another unit
     * @param changes changes, which may be percentages there
     * @param rates rates, which have no unit of a table
     * @param count things that are counted
     * @param forEach amounts for each of something
     * @param numberOf numbers of something, said by the first words
     */
    private record Measured(
            boolean percentages, boolean changes, boolean rates, boolean count, boolean forEach, boolean numberOf) {

        static Measured by(String words) {
            // nobody prints so long a name, and to search it may take long
            boolean brief = words.length() <= LONGEST;
            return new Measured(
                    brief && PERCENTAGES.matcher(words).find(),
                    brief && CHANGES.matcher(words).find(),
                    brief && RATES.matcher(words).find(),
                    brief && isCount(words),
                    brief && isForEach(words),
                    NUMBER_OF.matcher(words).lookingAt());
        }
    }

    private Measured measured(String words) {
        return TableColumns.kept(measuredBy, words, Measured::by);
    }

    /** Learns from a line above the table. */
    void readAbove(String line) {
        Map<String, SeriesUnit> several = UnitLines.several(line);
        if (!several.isEmpty()) {
            byMeasure = several;
            return;
        }
        scales.putAll(UnitLines.scales(line));
        Optional<SeriesUnit> said = said(line);
        if (said.isEmpty()) {
            UnitLines.unread(line).ifPresent(clause -> readUnread(clause, line));
        }
        said.ifPresent(unit -> {
            ofTable = besideEarlier(unit);
            saidForEach |= isForEach(line);
            besidePercent = unit.understood() && UnitLines.isBesidePercent(line);
        });
    }

    /** Keeps what a title says its numbers are in, or says that it has a multiplier which is not applied. */
    private void readUnread(String clause, String line) {
        Optional<SeriesUnit> whole = UnitWords.multiplied(clause);
        if (whole.isPresent()) {
            ofTable = besideEarlier(columns.inDollars(clause, whole.get()));
            return;
        }
        Optional<SeriesUnit> printed = UnitLines.asPrinted(clause, line);
        if (printed.isPresent() && ofTable.equals(SeriesUnit.NONE)) {
            ofTable = printed.get();
        } else if (isNew("\0" + clause)) {
            notes.add(Label.of("Not applied, as no unit is read in it: " + clause, "未从中识别出单位,未采用:" + clause));
        }
    }

    /** Learns from a line below the table, where nothing above says the unit. */
    void readBelow(String line) {
        if (ofTable.equals(SeriesUnit.NONE) && byMeasure.isEmpty()) {
            // Note: thousand persons
            String behind = NOTE.matcher(line).replaceFirst("");
            UnitLines.labelled(line)
                    .or(() -> UnitLines.labelled(behind))
                    .or(() -> behind.length() < line.length() && line.length() < LONGEST
                            ? UnitWords.multiplied(behind)
                            : Optional.empty())
                    .or(() -> IN_BRACKETS.matcher(line).matches() ? said(line) : Optional.empty())
                    .or(() -> UnitLines.ofData(EXCEPTION.matcher(line).replaceAll("")))
                    .ifPresent(unit -> ofTable = columns.inDollars(line, unit));
        }
    }

    /** Learns from the corner above the names of rows, such as (RMB in millions). */
    void readCorner(String corner) {
        if (!corner.isEmpty() && ofTable.unit().isEmpty()) {
            readAbove(corner);
            if (ofTable.equals(SeriesUnit.NONE) && byMeasure.isEmpty()) {
                UnitWords.scaledBehind(corner)
                        .or(() -> UnitWords.measured(corner))
                        .ifPresent(unit -> ofTable = unit);
            }
        }
    }

    /** Learns the unit that a row of the head says for all columns: a currency alone goes with the multiplier of the table. */
    void readHead(String words) {
        take(said(words).orElseGet(() -> UnitWords.of(words)));
    }

    /** Takes the unit that all columns have: a currency alone goes with the multiplier of the table. */
    void take(SeriesUnit unit) {
        boolean same = ofTable.unit().isEmpty() || ofTable.unit().equals(unit.unit());
        boolean goesWith = same && unit.multiplier().compareTo(BigDecimal.ONE) == 0;
        ofTable = goesWith ? new SeriesUnit(unit.unit(), ofTable.multiplier(), unit.understood()) : unit;
    }

    /** Whether lines say a multiplier and no unit. */
    private boolean isScaleOnly() {
        return ofTable.unit().isEmpty() && ofTable.multiplier().compareTo(BigDecimal.ONE) != 0;
    }

    /** The currency that the head of a column says, with the multiplier that the table says alone. */
    SeriesUnit ofHead(SeriesUnit head, List<String> key) {
        boolean bare = SeriesUnit.isCurrency(head.unit()) && head.multiplier().compareTo(BigDecimal.ONE) == 0;
        boolean scaled = bare
                && isScaleOnly()
                && !(excepted && isNoMoney(key))
                && key.stream().noneMatch(TableUnits::isForEach);
        return scaled ? head.times(ofTable.multiplier()) : head;
    }

    /** A currency with the multiplier that an earlier line says alone, and such a multiplier with the currency of an earlier line. */
    private SeriesUnit besideEarlier(SeriesUnit unit) {
        boolean plain = unit.multiplier().compareTo(BigDecimal.ONE) == 0;
        boolean earlierPlain = ofTable.multiplier().compareTo(BigDecimal.ONE) == 0;
        if (plain && !earlierPlain && ofTable.unit().isEmpty() && SeriesUnit.isCurrency(unit.unit())) {
            return unit.times(ofTable.multiplier());
        }
        return !plain && earlierPlain && unit.unit().isEmpty() && SeriesUnit.isCurrency(ofTable.unit())
                ? ofTable.times(unit.multiplier())
                : unit;
    }

    /** Learns the currency whose sign stands before numbers in columns of its own. */
    void readSign(String sign) {
        if (ofTable.unit().isEmpty()) {
            UnitLines.said(sign)
                    .ifPresent(
                            unit -> ofTable = new SeriesUnit(unit.unit(), ofTable.multiplier(), ofTable.understood()));
        }
    }

    private Optional<SeriesUnit> said(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = EXCEPTION.matcher(line).replaceAll("").strip();
        if (plain.equals(line.strip())) {
            return UnitLines.said(line).map(unit -> columns.inDollars(line, unit));
        }
        Optional<SeriesUnit> said = UnitLines.alone(plain).or(() -> UnitLines.said(plain));
        excepted |= said.isPresent();
        if (said.isPresent() && isOfAmountsPerShare(line)) {
            millionsOfShares = said.get().multiplier();
        }
        return said.map(unit -> columns.inDollars(line, unit));
    }

    /** Begins a section: its line may say the unit of the rows below, or be a unit alone, that of all rows below. */
    void begin(String section) {
        learn(section);
        context = ofSection + "|" + ofTable + sectionIsNoMoney;
    }

    /** Begins rows of a unit that stands in place of values, known or not. */
    void beginUnit(String words) {
        ofSection = SeriesUnit.NONE;
        ofTable = UnitLines.alone(words).orElseGet(() -> UnitWords.of(words));
        context = ofSection + "|" + ofTable + sectionIsNoMoney;
    }

    private void learn(String section) {
        ofSection = SeriesUnit.NONE;
        if (section.length() > LONGEST) {
            return;
        }
        Optional<SeriesUnit> said = said(section);
        sectionIsOfRatios = said.isPresent() && !CHANGES.matcher(section).find();
        if (UnitLines.alone(EXCEPTION.matcher(section).replaceAll("")).isPresent() && said.isPresent()) {
            ofTable = said.get();
        } else {
            saidForEach |= said.isPresent() && isForEach(section);
            sectionIsNoMoney = NO_MONEY.matcher(section).find();

            ofSection = said.orElse(SeriesUnit.NONE);
        }
    }

    /** {@return what makes rows of the same words have other units} */
    String context() {
        return context;
    }

    /**
     * The unit of a row whose head or words say their own, or of one that says nothing.
     *
     * @param own the unit that the head or the row says
     * @param key the words of the row
     * @param hasLarge whether it has a number that no percentage is likely to be
     */
    SeriesUnit of(Optional<SeriesUnit> own, List<String> key, BooleanSupplier hasLarge) {
        if (own.isEmpty() && !byMeasure.isEmpty() && ofSection.equals(SeriesUnit.NONE)) {
            return noted(ofMeasure(key));
        }
        if (own.isEmpty() && key.stream().anyMatch(TableUnits::isPercentOf)) {
            return SeriesUnit.PERCENT;
        }
        SeriesUnit unit = own.orElse(ofSection.equals(SeriesUnit.NONE) ? ofTable : ofSection);
        boolean applied = own.isEmpty() && unit.equals(ofTable) && !ofTable.equals(SeriesUnit.NONE);
        if (applied && !ofTable.unit().equals("%")) {
            if (besidePercent && key.stream().anyMatch(word -> measured(word).percentages())) {
                return SeriesUnit.PERCENT;
            }
            if (SeriesUnit.isCurrency(ofTable.unit()) && columns.isQuantityBesideMoney(key.get(key.size() - 1))) {
                return SeriesUnit.NONE;
            }
            if (isRate(key, hasLarge) || (excepted && !isAmount(key, hasLarge) && isNoMoney(key))) {
                return SeriesUnit.NONE;
            }
        }
        // (thousand) in a table of EUR million is of something that is counted
        boolean bare = ofTable.multiplier().compareTo(BigDecimal.ONE) == 0
                || own.isEmpty()
                || ofTable.multiplier().compareTo(unit.multiplier()) == 0;
        if (own.isEmpty() && isOfSomethingElse(key, unit)) {
            return SeriesUnit.NONE;
        }
        if (own.isPresent() && millionsOfShares != null && isOfShares(unit)) {
            unit = unit.times(millionsOfShares);
        }
        BigDecimal scale = own.isEmpty() || scales.isEmpty()
                ? null
                : scales.get(unit.unit().toLowerCase(Locale.ROOT));
        if (scale != null && unit.multiplier().compareTo(BigDecimal.ONE) == 0) {
            unit = unit.times(scale);
        }
        if (unit.unit().isEmpty() && !ofTable.unit().isEmpty() && bare) {
            unit = new SeriesUnit(ofTable.unit(), unit.multiplier(), ofTable.understood());
        }
        return noted(unit);
    }

    private static boolean isOfShares(SeriesUnit unit) {
        return unit.unit().equalsIgnoreCase("shares") && unit.multiplier().compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether an exception is one of amounts for each share, and not of shares too, as in: share and per share data. */
    private static boolean isOfAmountsPerShare(String line) {
        return PER_SHARE.matcher(line).find()
                && !SHARES.matcher(PER_SHARE.matcher(line).replaceAll("")).find();
    }

    private static boolean isPercentOf(String name) {
        char first = name.isEmpty() ? ' ' : name.charAt(0);
        return ((first == 'P' || first == 'p' || first == '%')
                        && PERCENT_OF.matcher(name).lookingAt())
                || (name.contains("as a ") && AS_A_PERCENT.matcher(name).find());
    }

    private SeriesUnit noted(SeriesUnit unit) {
        if (!unit.understood() && isNew("\0" + unit.unit())) {
            notes.add(Label.of("Unit kept as printed: " + unit.unit(), "单位未能识别,照录:" + unit.unit()));
        }
        return unit;
    }

    /** The unit of the one measure of a title that the words of a row name; all of them, as printed, if they name none. */
    private SeriesUnit ofMeasure(List<String> key) {
        Set<String> words = words(String.join(" ", key).toLowerCase(Locale.ROOT));
        List<SeriesUnit> named = byMeasure.entrySet().stream()
                .filter(measure -> !Collections.disjoint(words, words(measure.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return named.size() == 1
                ? named.get(0)
                : new SeriesUnit(
                        byMeasure.values().stream()
                                .distinct()
                                .map(SeriesUnit::printed)
                                .collect(Collectors.joining("; ")),
                        BigDecimal.ONE,
                        false);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private boolean isNoMoney(List<String> key) {
        String words = String.join(" / ", key);
        boolean noMoney = sectionIsNoMoney || NO_MONEY.matcher(words).find();
        if (noMoney && isNew(words)) {
            notes.add(Label.of(
                    "Unit of the table not applied, as it makes an exception: " + words, "表格单位有例外,此行未采用:" + words));
        }
        return noMoney;
    }

    /** Whether a row counts something or is an index below a unit of money, or is for each of something below one of thousands. */
    private boolean isOfSomethingElse(List<String> key, SeriesUnit unit) {
        boolean money = SeriesUnit.isCurrency(unit.unit());
        // below ratios in % a number of branches is none, and below changes in % it is one
        boolean ratios = unit.equals(SeriesUnit.PERCENT) && sectionIsOfRatios;
        boolean scaled = unit.multiplier().compareTo(BigDecimal.ONE) != 0 && !saidForEach;
        if (!money && !scaled && !ratios) {
            return false;
        }
        for (String word : key) {
            Measured measured = measured(word);
            if ((money && measured.count()) || (scaled && measured.forEach()) || (ratios && measured.numberOf())) {
                noteOfSomethingElse(String.join(" / ", key));
                return true;
            }
        }
        return false;
    }

    private void noteOfSomethingElse(String words) {
        if (isNew(words)) {
            notes.add(Label.of(
                    "Unit of the table not applied to what is no amount of it: " + words, "表格单位不适用于此行:" + words));
        }
    }

    private static boolean isCount(String name) {
        String plain = BEHIND.matcher(name).replaceFirst("").strip();
        return COUNTS.contains(plain.toLowerCase(Locale.ROOT))
                || COUNTS_BEGIN.matcher(plain).lookingAt()
                || COUNTS_END.matcher(plain).find();
    }

    private static boolean isForEach(String words) {
        return FOR_EACH.matcher(words).find() || PER_THOUSAND.matcher(words).find();
    }

    /** Whether words end by saying that they are of percentages or the like. */
    static boolean isOfRates(String words) {
        return RATES.matcher(words).find();
    }

    /** Whether words are of a margin that is an amount, such as the gross margin of a company, by the size of its numbers. */
    private static boolean isAmount(List<String> key, BooleanSupplier hasLarge) {
        return key.stream().anyMatch(word -> MARGIN.matcher(word).find()) && hasLarge.getAsBoolean();
    }

    private boolean isRate(List<String> key, BooleanSupplier hasLarge) {
        boolean rate = false;
        for (String word : key) {
            Measured measured = measured(word);
            rate |= (measured.rates() && !isAmount(List.of(word), hasLarge)) || (besidePercent && measured.changes());
        }
        String words = rate ? String.join(" / ", key) : "";
        if (rate && isNew(words)) {
            notes.add(Label.of("Unit of the table not applied to a rate: " + words, "比率一行未采用表格单位:" + words));
        }
        return rate;
    }

    private boolean isNew(String what) {
        return noted.size() < MOST_NOTES && noted.add(what);
    }
}
