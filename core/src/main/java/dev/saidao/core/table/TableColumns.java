package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.TableDialect.Layout;
import dev.saidao.core.text.MissingSigns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each column of a table is for. */
final class TableColumns {

    private static final int[] NO_COLUMNS = {};
    private static final String ROW_OF_CODES = "Codes";
    private static final String NATURE = "Nature";
    private static final int LONGEST_CODES = 8;
    private static final char FIRST_OF_CHINESE = '\u2E80';
    private static final int LAST_WORDS = 3;
    private static final int MOST_WORDS = 5_000;
    private static final Pattern OF_CANADA = WordLines.pattern("units.txt", "of canada");
    /** The number of a table of Canada: Table: 14-10-0287-01. */
    private static final Pattern TABLE_OF_CANADA =
            Pattern.compile("(?i)^Tabl(?:e|eau)\\s?:? ?\\d\\d-\\d\\d-\\d{4}(?:-\\d\\d)?\\b");

    /** Offices by whose dollars their tables are. */
    private static final Map<Pattern, String> DOLLARS_OF_OFFICES = new LinkedHashMap<>();
    /** Countries whose money is a dollar of their own. */
    private static final Pattern OTHER_DOLLARS = WordLines.pattern("units.txt", "other dollars");

    static {
        for (String code : List.of("AUD", "HKD", "NZD", "SGD", "TWD")) {
            DOLLARS_OF_OFFICES.put(WordLines.pattern("units.txt", "dollars " + code), code);
        }
    }

    private static final Pattern DOLLARS =
            Pattern.compile("(?i)(?<!u\\.?s\\.? )\\bdollars?\\b|(?<![\\p{L}\\d])(?<!u\\.?s\\.? )\\$");
    private static final Pattern AMOUNT = WordLines.pattern("units.txt", "amount of money");
    private static final Pattern QUANTITY = WordLines.pattern("units.txt", "quantity");
    private static final Pattern POWER_OF_TEN = Pattern.compile("10{0,2}[ ,.\u00A0]?000");
    private static final Pattern BEGINS_WITH_YEAR = Pattern.compile("(?:19|20)\\d\\d(?:\\D.{0,20})?");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
    private static final Pattern QUARTER = Pattern.compile("(?i)[1-4](?:st|nd|rd|th|er|ère|e|ème|º|ª|\\.)?");
    private static final Pattern OF_QUARTERS = Pattern.compile(
            "(?iu)q|qtr|.*(quarter|季|quartal|trimest|kwarta|kvartal|tvrtlet|negyed|çeyrek|кварт|四半期).*");
    private static final Pattern MONTHS = Pattern.compile("\\d{1,2}\\s*[-\u2013\u2014~\uFF5E]\\s*\\d{1,2}月?");

    final Structure structure;
    final int firstRow;
    final Map<Integer, String> heads;
    final Map<Integer, Role> roles = new LinkedHashMap<>();
    final List<Value> values = new ArrayList<>();
    /** The parts of a key that stands in one cell, as Eurostat prints it: freq,unit,geo\\TIME_PERIOD. */
    List<String> joinedKey = List.of();

    final Set<Integer> asideNumbers = new LinkedHashSet<>();
    /** Columns of words that change from row to row of one series. */
    final Set<Integer> asideWords = new LinkedHashSet<>();
    /** The signs of currencies that stand in columns of their own. */
    final Set<String> signs = new LinkedHashSet<>();

    final Map<Role, int[]> byRole = new EnumMap<>(Role.class);
    int[] keyParts = NO_COLUMNS;
    /** {@link #haveSomeHeadsUnits}, once it was asked for. */
    private @Nullable Boolean someHeadsHaveUnits;

    private Optional<SeriesUnit> unitInAllHeads = Optional.empty();

    private final Map<String, Optional<SeriesUnit>> unitsInHeads = new HashMap<>();
    private final Map<String, Optional<SeriesUnit>> unitsInWords = new HashMap<>();
    /** The units with a multiplier that stand beside the names of rows and nothing else does. */
    private final Map<String, Optional<SeriesUnit>> multipliedIn = new HashMap<>();
    /** Whether words are multipliers. */
    private final Map<String, Boolean> multiplierWords = new HashMap<>();
    /** By what the columns of units, multipliers and currencies say together. */
    private final Map<String, SeriesUnit> unitsInCells = new HashMap<>();

    private final RowKeys keys = new RowKeys(this);
    private final Map<String, ObservationStatus> statusInCells = new HashMap<>();
    private final Map<String, ObservationStatus> statusOfNotes = new HashMap<>();
    private final Map<String, ObservationStatus> statusOfFlags = new HashMap<>();
    private String unitOfAll = "";
    private ChineseScript script = ChineseScript.OTHER;
    private boolean saysCanada;
    /** The currency of the office that made the table, if that is a dollar; empty else. */
    private String dollarsOfMaker = "";
    /** Whether a line around the table names a country that has a dollar of its own. */
    private boolean speaksOfOtherDollars;

    private boolean hasRowsOfCodes;
    private final boolean ofNewZealand;
    /** Whether capitals in a column of statuses are grades of quality, as in the cubes of Statistics Canada. */
    private final boolean gradesQuality;

    private int[] markColumns = {};
    private Role[] markRoles = {};
    private boolean saysMore;
    int part = -1;
    /** The column of parts of years in words of which none is read; -1 if there is none. */
    int unreadParts = -1;

    /**
     * A column of values.
     *
     * @param column the column
     * @param time the time in its head, for wide tables
     * @param part the part of the year in its head, such as -Q1
     * @param label what tells it apart from other columns
     * @param head the whole head
     * @param unitWords what of the head says the unit
     * @param note the column of marks behind it; -1 if there is none
     * @param group the same for columns of one series
     */
    record Value(
            int column,
            @Nullable TimeText time,
            String part,
            String label,
            String head,
            String unitWords,
            int note,
            int group) {}

    private TableColumns(Structure structure, int firstRow, Map<Integer, String> heads) {
        this.structure = structure;
        this.firstRow = firstRow;
        this.heads = heads;
        this.ofNewZealand = heads.containsValue("Series_reference") && heads.containsValue("Magnitude");
        this.gradesQuality = heads.containsValue("SCALAR_FACTOR") || heads.containsValue("VECTOR");
    }

    static TableColumns of(Grid grid, Structure structure) {
        int first = structure.firstRow();
        List<Integer> rows = new ArrayList<>(structure.headRows());
        boolean wide = structure.layout() == Layout.WIDE;
        HeadTimes times = HeadTimes.of(grid, wide ? structure.headRow() : -1);
        if (wide) {
            while (first < grid.rows() && isSubHead(grid, structure, times, first)) {
                rows.add(first++);
            }
        } else {
            while (first + 1 < grid.rows() && isUnitRow(grid, structure, first)) {
                rows.add(first++);
            }
        }
        HeadCells cells = new HeadReader(grid, structure, rows, times).read();
        TableColumns columns = new TableColumns(structure, first, cells.heads());
        columns.unitOfAll = cells.unit();
        columns.script = ChineseScript.of(grid, structure);
        new ColumnRoles(columns).find(grid, cells);
        columns.unitInAllHeads = columns.findUnitInAllHeads();
        return columns;
    }

    /** Whether a row below the times says more of each column, and nothing that tells rows apart. */
    private static boolean isSubHead(Grid grid, Structure structure, HeadTimes times, int row) {
        if (isNamesRow(grid, structure, row)
                || isPartsRow(grid, structure, row)
                || isUnitsRow(grid, structure, times, row)
                || isNamesBelow(grid, structure, times, row)
                || isOfOtherTimes(grid, structure, times, row)) {
            return true;
        }
        int texts = 0;
        boolean units = false;
        boolean names = false;
        boolean belowMerged = false;
        for (int column = 0; column < grid.width(row); column++) {
            String head = grid.text(structure.headRow(), column);
            if (grid.isEmpty(row, column) || grid.text(row, column).equals(head)) {
                continue;
            }
            boolean time = times.at(column) != null;
            if (column == 0 && !time && row == structure.firstRow() && !grid.isValue(row, column)) {
                names = true;
                continue;
            }
            belowMerged |= head.isEmpty() && texts > 0;
            if (!(head.isEmpty() || time) || grid.isValue(row, column)) {
                return false;
            }
            names |= column == 0;
            units |= time && UnitLines.isUnit(grid.text(row, column));
            texts++;
        }
        // a row that names the first column too is one of the head if units stand below the times, or names below
        // merged ones
        return texts > 0
                && row + 1 < grid.rows()
                && (!names || (row == structure.firstRow() && (units || belowMerged)));
    }

    /** Whether a row right below the times has a unit below each of them, whatever it has below other heads: R bn, % of total. */
    private static boolean isUnitsRow(Grid grid, Structure structure, HeadTimes times, int row) {
        int units = 0;
        for (int column = 0; column < grid.width(row); column++) {
            String text = grid.text(row, column);
            boolean thousands = times.at(column) != null
                    && grid.isEmpty(row, 0)
                    && POWER_OF_TEN.matcher(text).matches();
            if (!text.isEmpty() && grid.isValue(row, column) && !thousands) {
                return false;
            }
            if (times.at(column) != null && !text.isEmpty()) {
                if (!UnitLines.isUnit(text)) {
                    return false;
                }
                units++;
            }
        }
        return row == structure.firstRow() && units > 1;
    }

    /** Whether a row right below the times has words below one of them and others, and nothing else: Credit, Debit, Net. */
    private static boolean isNamesBelow(Grid grid, Structure structure, HeadTimes times, int row) {
        int words = 0;
        boolean belowTime = false;
        for (int column = 0; column < grid.width(row); column++) {
            if (!grid.isEmpty(row, column)) {
                if (column == 0 || grid.isValue(row, column)) {
                    return false;
                }
                words++;
                belowTime |= times.at(column) != null;
            }
        }
        return row == structure.firstRow() && row + 1 < grid.rows() && belowTime && words > 1;
    }

    /** Whether a row right below the times says quarters, halves or months, whatever stands before them. */
    private static boolean isPartsRow(Grid grid, Structure structure, int row) {
        int parts = 0;
        for (int column = 1; column < grid.width(row); column++) {
            if (!grid.isEmpty(row, column)) {
                String part = grid.isNumber(row, column) ? null : PartWords.of(grid.text(row, column));
                if (part == null || part.isEmpty()) {
                    return false;
                }
                parts++;
            }
        }
        return row == structure.firstRow() && parts > 1;
    }

    /** Whether a row right below the times has nothing but times of the columns beside theirs: of a growth rate, of a share. */
    private static boolean isOfOtherTimes(Grid grid, Structure structure, HeadTimes times, int row) {
        int found = 0;
        for (int column = 0; column < grid.width(row); column++) {
            if (!grid.isEmpty(row, column)) {
                if (times.at(column) != null
                        || !BEGINS_WITH_YEAR.matcher(grid.text(row, column)).matches()) {
                    return false;
                }
                found++;
            }
        }
        return row == structure.firstRow() && found > 0 && grid.isEmpty(row, 0);
    }

    /** Whether a row right below the times names the columns before them, as e-Stat prints its tables. */
    private static boolean isNamesRow(Grid grid, Structure structure, int row) {
        int named = 0;
        for (int column = 0; column < grid.width(row); column++) {
            if (grid.isEmpty(row, column)) {
                continue;
            }
            if (!grid.isEmpty(structure.headRow(), column) || grid.isValue(row, column)) {
                return false;
            }
            named++;
        }
        return row == structure.firstRow() && named > 1;
    }

    /** Whether a row between the head and the first time says something of each column, such as its unit. */
    private static boolean isUnitRow(Grid grid, Structure structure, int row) {
        if (!grid.isEmpty(row, structure.timeColumn()) || grid.isApart(row)) {
            return false;
        }
        for (int column = 0; column < grid.width(row); column++) {
            if (grid.isNumber(row, column) && !grid.text(row, column).matches("1[ 0,.]*000")) {
                return false;
            }
        }
        return grid.filled(row) > 0;
    }

    // ---- what stands beside values ----

    /** Decides what tells rows apart and which columns say something of values, by all rows up to the last. */
    void keep(Grid grid, int lastRow) {
        keys.decide(grid, lastRow);
        for (int row = firstRow; row <= lastRow + 1 && structure.layout() == Layout.WIDE && !hasRowsOfCodes; row++) {
            hasRowsOfCodes = isNamedCodes(grid, row);
        }
        markColumns = roles.entrySet().stream()
                .filter(column -> column.getValue() == Role.STATUS
                        || column.getValue() == Role.ESTIMATES_AFTER
                        || (column.getValue() == Role.NOTE && isLong()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
        markRoles = Arrays.stream(markColumns).mapToObj(roles::get).toArray(Role[]::new);
        saysMore = roles.containsValue(Role.ESTIMATES_AFTER) || (isLong() && roles.containsValue(Role.NOTE));
    }

    /** Whether a row says the status of the values above it and nothing else, as INSEE prints them. */
    boolean isOfCodes(Grid grid, int row) {
        return hasRowsOfCodes && isNamedCodes(grid, row);
    }

    private boolean isNamedCodes(Grid grid, int row) {
        boolean below = row < grid.rows() && row > firstRow;
        return below
                && grid.width(row) > 0
                && grid.cells().length(row, 0) >= ROW_OF_CODES.length()
                && grid.cells().length(row, 0) < LONGEST_CODES
                && grid.cells().begins(row, ROW_OF_CODES.charAt(0))
                && grid.text(row, 0).equals(ROW_OF_CODES);
    }

    /** What the row below says of the status of a value. */
    private String codeBelow(Grid grid, int row, Value value) {
        return isOfCodes(grid, row + 1) ? grid.text(row + 1, value.column()) : "";
    }

    /** Whether anything can stand beside the values of a column. */
    boolean mayBeMarked(Value value) {
        return hasRowsOfCodes
                || value.note() >= 0
                || (value.time() != null && !value.time().mark().isEmpty())
                || markColumns.length > 0;
    }

    /** Whether anything stands beside a value. */
    boolean isMarked(Grid grid, int row, Value value) {
        if (hasRowsOfCodes && !codeBelow(grid, row, value).isEmpty()) {
            return true;
        }
        if ((value.note() >= 0 && !grid.isEmpty(row, value.note()))
                || (value.time() != null && !value.time().mark().isEmpty())) {
            return true;
        }
        for (int column : markColumns) {
            if (!grid.isEmpty(row, column) && !grid.cells().is(row, column, "A")) {
                return true;
            }
        }
        return false;
    }

    // ---- what stands beside a value ----

    /** Whether a row says the part of a year. */
    boolean hasPart(Grid grid, int row) {
        return part >= 0 && !grid.isEmpty(row, part) && !"2000".equals(withPart(grid, row, "2000"));
    }

    /** Whether a head says that quarters stand below it. */
    static boolean isOfQuarters(String head) {
        return OF_QUARTERS.matcher(head).matches();
    }

    /** The part of the years in the head that a row says; empty for the whole year, null if none. */
    @Nullable String partOf(Grid grid, int row) {
        boolean headed = Role.of(head(part)) == Role.PART || isOfQuarters(head(part));
        String text = grid.text(row, part);
        return headed ? partBelow(head(part), text) : PartWords.of(text);
    }

    /** The part of a year that a cell says below a head of parts: 3, 3rd below Quarter; empty for the whole year, null if none. */
    static @Nullable String partBelow(String head, String text) {
        String of = PartWords.of(text);
        if (of != null) {
            return of;
        }
        int open = TimesTogether.monthBelowHead(text);
        if (open > 0) {
            return "-" + TimeText.two(open);
        }
        if (!isOfQuarters(head)) {
            return MONTH.matcher(text).matches() ? (text.length() == 1 ? "-0" : "-") + text : null;
        }
        return QUARTER.matcher(text).matches() ? "-Q" + text.charAt(0) : null;
    }

    /** The time of a row with the part of the year that another column says; null if what that says is not known. */
    @Nullable String withPart(Grid grid, int row, String time) {
        String text = part < 0 ? "" : grid.text(row, part);
        if (text.isEmpty() || time.length() > TimeText.YEAR_DIGITS || MissingSigns.containsOfTables(text)) {
            return time;
        }
        String of = partBelow(head(part), text);
        if (of != null) {
            return FiscalMonths.join(time, of);
        }
        // 1 - 3, and 2023Q1 beside 2023
        TimeText whole =
                TimeText.parse(MONTHS.matcher(text).matches() ? time + "年" + text.replace("月", "") + "月" : text);
        return whole != null && whole.time().startsWith(time) ? whole.time() : null;
    }

    String flags(Grid grid, int row, Value value) {
        String flag = value.note() < 0 ? "" : grid.text(row, value.note());
        if (!flag.isEmpty()) {
            return flag;
        }
        String code = codeBelow(grid, row, value);
        if (!code.isEmpty()) {
            return code.equals("A") ? "" : code;
        }
        if (value.time() != null && !value.time().mark().isEmpty()) {
            flag = value.time().mark();
        }
        for (int i = 0; i < markColumns.length; i++) {
            if (markRoles[i] != Role.ESTIMATES_AFTER && !grid.isEmpty(row, markColumns[i])) {
                String text = grid.text(row, markColumns[i]);
                boolean brief = text.length() <= (markRoles[i] == Role.STATUS ? 40 : 12);
                boolean free = markRoles[i] == Role.NOTE && text.equals("F");
                boolean says = !text.equals("A") && !text.equalsIgnoreCase("normal value") && !free;
                if (brief && flag.isEmpty() && says) {
                    flag = text;
                }
            }
        }
        return flag;
    }

    private boolean isLong() {
        return structure.layout() == Layout.LONG;
    }

    /** Whether columns say something of values that stands in no flag. */
    boolean saysMore() {
        return saysMore;
    }

    /** The status that the columns, the head and the sign in the cell give. */
    ObservationStatus status(Grid grid, int row, Value value, String flag, String time) {
        if (!flag.isEmpty()) {
            return behind(flag);
        }
        String code = codeBelow(grid, row, value);
        if (!code.isEmpty()) {
            return Flags.inColumn(code, false);
        }
        String beside = value.note() < 0 ? "" : grid.text(row, value.note());
        if (!beside.isEmpty() && Flags.inColumn(beside, false) != ObservationStatus.A) {
            return Flags.inColumn(beside, false);
        }
        if (ofNewZealand) {
            // F is final there, R revised, C confidential
            return ofRole(grid, row, Role.STATUS).equals("P") ? ObservationStatus.P : ObservationStatus.A;
        }
        for (int i = 0; i < markColumns.length; i++) {
            String text = grid.text(row, markColumns[i]);
            if (markRoles[i] == Role.STATUS && !text.isEmpty()) {
                ObservationStatus status = head(markColumns[i]).equalsIgnoreCase(NATURE)
                        ? Flags.ofNature(text)
                        : statusInCells.computeIfAbsent(text, cell -> Flags.inColumn(cell, gradesQuality));
                if (status != ObservationStatus.A) {
                    return status;
                }
            } else if (markRoles[i] == Role.NOTE && !text.isEmpty()) {
                ObservationStatus status = statusOfNotes.computeIfAbsent(text, Flags::said);
                if (status != ObservationStatus.A) {
                    return status;
                }
            } else if (markRoles[i] == Role.ESTIMATES_AFTER && text.matches("\\d{4}") && time.compareTo(text) > 0) {
                return ObservationStatus.E;
            }
        }
        if (value.time() != null && !value.time().mark().isEmpty() && value.note() < 0) {
            return behind(value.time().mark());
        }
        return ObservationStatus.A;
    }

    /** The status of a sign behind a value. */
    ObservationStatus behind(String flag) {
        return statusOfFlags.computeIfAbsent(flag, Flags::behind);
    }

    String unitText(Grid grid, int row) {
        StringBuilder texts = new StringBuilder();
        for (int column : byRole.getOrDefault(Role.UNIT, NO_COLUMNS)) {
            texts.append(grid.text(row, column)).append('\0');
        }
        return texts + ofRole(grid, row, Role.MULTIPLIER) + "\0" + ofRole(grid, row, Role.CURRENCY);
    }

    /** The unit of a value, from columns, its head, or the words of its row. */
    Optional<SeriesUnit> unit(Grid grid, int row, Value value, List<String> key) {
        for (int i = 0; i < Math.min(joinedKey.size(), key.size()); i++) {
            if (Role.of(joinedKey.get(i)) == Role.UNIT) {
                return Optional.of(SeriesUnit.of(key.get(i), "", ""));
            }
        }
        if (hasUnitBehindEach()) {
            String text = grid.text(row, value.column() + 1);
            return text.isEmpty() ? inHead(value) : Optional.of(SeriesUnit.of(text, "", ""));
        }
        Optional<SeriesUnit> inHead = unitInAllHeads.isPresent() ? Optional.empty() : inHead(value);
        boolean saidByHead = inHead.isPresent() && haveSomeHeadsUnits();
        if (!saidByHead
                && (!ofRole(grid, row, Role.UNIT).isEmpty()
                        || !ofRole(grid, row, Role.MULTIPLIER).isEmpty())) {
            String cells = unitText(grid, row);
            SeriesUnit known = unitsInCells.get(cells);
            if (known == null) {
                known = unitInCells(grid, row);
                unitsInCells.put(cells, known);
            }
            if (!isMoneyBesideQuantities(value, known)) {
                return Optional.of(known);
            }
        }
        if (inHead.isPresent()) {
            return inHead;
        }
        Optional<SeriesUnit> said = unitInWords(key);
        if (said.isPresent()) {
            return said;
        }
        for (int i = key.size() - 1; i > 0; i--) {
            Optional<SeriesUnit> found = multipliedIn(key.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The unit that the words of a row say, the last of them first. */
    Optional<SeriesUnit> unitInWords(List<String> key) {
        for (int i = key.size() - 1; i >= 0; i--) {
            Optional<SeriesUnit> found = inWords(key.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether a column of units stands behind each of several columns of values. */
    private boolean hasUnitBehindEach() {
        return values.size() > 1
                && byRole.getOrDefault(Role.UNIT, NO_COLUMNS).length >= values.size()
                && values.stream().allMatch(value -> roles.get(value.column() + 1) == Role.UNIT);
    }

    /** Whether a column is of amounts of money and others are of quantities, which the unit of the row is that of: 数量, 金额. */
    private boolean isMoneyBesideQuantities(Value value, SeriesUnit ofRow) {
        return values.size() > 1
                && isAmount(value.head())
                && !ofRow.unit().isEmpty()
                && !ofRow.unit().equals("%")
                && !SeriesUnit.isCurrency(ofRow.unit())
                && values.stream()
                        .anyMatch(other -> QUANTITY.matcher(other.head()).find());
    }

    /** Whether a head is of quantities and others are of amounts of money, which the unit of a table of money is that of. */
    boolean isQuantityBesideMoney(String head) {
        return values.size() > 1 && isQuantity(head) && values.stream().anyMatch(other -> isAmount(other.head()));
    }

    private static boolean isAmount(String head) {
        return AMOUNT.matcher(head).find() && !QUANTITY.matcher(head).find();
    }

    /** Whether a head is of quantities and of no amounts. */
    static boolean isQuantity(String head) {
        return QUANTITY.matcher(head).find() && !AMOUNT.matcher(head).find();
    }

    /** Whether the heads of some columns of values say a unit and those of others do not: these have that of the row. */
    private boolean haveSomeHeadsUnits() {
        if (someHeadsHaveUnits == null) {
            long having =
                    values.stream().filter(value -> inHead(value).isPresent()).count();
            someHeadsHaveUnits = having > 0 && having < values.size();
        }
        return someHeadsHaveUnits;
    }

    /** What the columns of units say: the first that is understood, or else the first. */
    private String unitWords(Grid grid, int row) {
        String currency = ofRole(grid, row, Role.CURRENCY);
        for (int column : byRole.getOrDefault(Role.UNIT, NO_COLUMNS)) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && SeriesUnit.of(text, "", currency).understood()) {
                return text;
            }
        }
        return ofRole(grid, row, Role.UNIT);
    }

    /** The code of biomass, and a word for a million millions in German. */
    private static final String FUEL = "BIO";

    private SeriesUnit unitInCells(Grid grid, int row) {
        String unit = unitWords(grid, row);
        SeriesUnit said = SeriesUnit.of(unit, ofRole(grid, row, Role.MULTIPLIER), ofRole(grid, row, Role.CURRENCY));
        return inDollars(unit, said);
    }

    /** A unit in the dollars of the maker of the table, where words do not say of which country they are. */
    SeriesUnit inDollars(String words, SeriesUnit said) {
        if (words.indexOf('元') >= 0) {
            return script.inYuan(words, said);
        }
        boolean dollars = DOLLARS.matcher(words).find();
        if (!dollars || !said.unit().equals("USD")) {
            return said;
        }
        if (isOfCanada()) {
            return said.inCurrency("CAD");
        }
        String code = ofNewZealand ? "NZD" : dollarsOfMaker;
        return !code.isEmpty()
                ? said.inCurrency(code)
                : speaksOfOtherDollars ? new SeriesUnit("$", said.multiplier(), false) : said;
    }

    /** Learns from a line around the table who its maker is, or whose numbers it may have. */
    void seeMaker(String line) {
        saysCanada |=
                OF_CANADA.matcher(line).find() || TABLE_OF_CANADA.matcher(line).find();
        DOLLARS_OF_OFFICES.forEach(
                (office, code) -> dollarsOfMaker = office.matcher(line).find() ? code : dollarsOfMaker);
        speaksOfOtherDollars |= OTHER_DOLLARS.matcher(line).find();
    }

    /** The unit that a row of the head says for all columns; empty if none does. */
    String unitOfAll() {
        return unitOfAll;
    }

    /** The unit that the heads of all times say, and none of them another: that of the table, which a row may be an exception to. */
    Optional<SeriesUnit> unitInAllHeads() {
        return unitInAllHeads;
    }

    private Optional<SeriesUnit> findUnitInAllHeads() {
        if (structure.layout() != Layout.WIDE || values.isEmpty()) {
            return Optional.empty();
        }
        Optional<SeriesUnit> first = inHead(values.get(0));
        return values.stream().allMatch(value -> inHead(value).equals(first)) ? first : Optional.empty();
    }

    /** The unit that the head of a column of values says. */
    Optional<SeriesUnit> inHead(Value value) {
        return kept(
                unitsInHeads,
                value.unitWords(),
                head -> UnitHeads.ofColumn(head).map(unit -> inDollars(head, unit)));
    }

    /** The unit in words that many rows have. */
    private Optional<SeriesUnit> inWords(String words) {
        return kept(
                unitsInWords,
                words,
                head -> UnitWords.isOfWords(head) && !endsWithMultiplier(head)
                        ? Optional.empty()
                        : UnitHeads.inHead(head).map(unit -> inDollars(head, unit)));
    }

    /** The unit with a multiplier that the words of a row are, and nothing else. */
    private Optional<SeriesUnit> multipliedIn(String words) {
        return kept(multipliedIn, words, key -> mayBeMultiplied(key) ? UnitWords.multiplied(key) : Optional.empty());
    }

    /** What was found of words before, or is now; that of the first words is kept, as few tables have more. */
    static <T> T kept(Map<String, T> known, String words, Function<String, T> reading) {
        T found = known.get(words);
        if (found == null) {
            found = reading.apply(words);
            if (known.size() < MOST_WORDS) {
                known.put(words, found);
            }
        }
        return found;
    }

    /** Whether words may be a unit with a multiplier: to see that most names are none takes less than to read them. */
    private boolean mayBeMultiplied(String words) {
        return !words.isEmpty()
                && !words.equals(FUEL)
                && (words.contains("000") || words.charAt(0) >= FIRST_OF_CHINESE || endsWithMultiplier(words));
    }

    /** Whether one of the last words is a multiplier, so that they may be a unit. */
    private boolean endsWithMultiplier(String words) {
        int end = words.length();
        for (int i = 0; i < LAST_WORDS && end > 0; i++) {
            int begin = words.lastIndexOf(' ', end - 1) + 1;
            // names often end in a number or code of their own, and the words of a table are few
            if (end > begin
                    && !isCode(words, begin, end)
                    && multiplierWords.size() < MOST_WORDS
                    && multiplierWords.computeIfAbsent(words.substring(begin, end), UnitWords::isMultiplier)) {
                return true;
            }
            end = begin - 1;
        }
        return false;
    }

    /** R17, 1990: what has a digit is no word of a multiplier, but for '000. */
    private static boolean isCode(String words, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (Character.isDigit(words.charAt(i))) {
                return !words.startsWith("000", i);
            }
        }
        return false;
    }

    /** Whether the table is one of Statistics Canada, whose dollars are its own. */
    private boolean isOfCanada() {
        return saysCanada || (heads.containsValue("SCALAR_FACTOR") && heads.containsValue("UOM"));
    }

    private String ofRole(Grid grid, int row, Role wanted) {
        for (int column : byRole.getOrDefault(wanted, NO_COLUMNS)) {
            String text = grid.text(row, column);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    // ---- for others ----

    /** The sign of a currency that stands before all numbers in columns of its own. */
    Optional<String> currencySign() {
        return signs.size() == 1 ? Optional.of(signs.iterator().next()) : Optional.empty();
    }

    /** The column of parts of years; -1 if there is none. */
    int part() {
        return part;
    }

    /** What tells rows apart. */
    RowKeys keys() {
        return keys;
    }

    List<Value> values() {
        return values;
    }

    int firstRow() {
        return firstRow;
    }

    String head(int column) {
        return heads.getOrDefault(column, "");
    }

    void notes(List<Label> notes) {
        if (keys.areNamedAbove()) {
            notes.add(Label.of("An empty name is that of the row above", "名称为空的行沿用上一行的名称"));
        }
        for (int column : asideWords) {
            notes.add(Label.of(
                    "Column kept aside, as its words change within one series: " + head(column),
                    "该列文字在同一序列内变化,未作名称:" + head(column)));
        }
        for (int column : asideNumbers) {
            String head = head(column).isEmpty() ? String.valueOf(column + 1) : head(column);
            notes.add(
                    isLong()
                            ? Label.of(
                                    "Column kept aside, as its numbers are beside the values: " + head,
                                    "该列数字不属数值列,未采用:" + head)
                            : Label.of(
                                    "Column kept aside, as no year heads its numbers: " + head,
                                    "该列数字无年份标题,未作数值:" + head));
        }
    }
}
