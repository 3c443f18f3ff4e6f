package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.TableDialect.Layout;
import dev.saidao.core.text.MissingSigns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each column of a table is for. */
final class TableColumns {

    private static final int[] NO_COLUMNS = {};
    private static final String ROW_OF_CODES = "Codes";
    private static final Pattern DOLLARS = Pattern.compile("(?i)(?<!u\\.?s\\.? )\\bdollars?\\b");

    private final Structure structure;
    private final int firstRow;
    private final Map<Integer, String> heads;
    private final Map<Integer, Role> roles = new LinkedHashMap<>();
    private final List<Value> values = new ArrayList<>();
    /** The parts of a key that stands in one cell, as Eurostat prints it: freq,unit,geo\\TIME_PERIOD. */
    private List<String> joinedKey = List.of();

    private final Set<Integer> asideNumbers = new LinkedHashSet<>();
    private final Map<Role, int[]> byRole = new EnumMap<>(Role.class);
    private int[] keyParts = NO_COLUMNS;
    private final Map<String, Optional<SeriesUnit>> unitsInWords = new HashMap<>();
    private boolean sectionsTellApart;
    private boolean hasRowsOfCodes;
    private boolean mayRepeat = true;
    /** The keys of all rows, from the first one, where no two are the same. */
    private List<List<String>> keysByRow = List.of();

    private int[] markColumns = {};
    private int[] keyColumns = {};
    private int part = -1;

    /**
     * A column of values.
     *
     * @param column the column
     * @param time the time in its head, for wide tables
     * @param part the part of the year in its head, such as -Q1
     * @param label what tells it apart from other columns
     * @param head the whole head
     * @param note the column of marks behind it; -1 if there is none
     * @param group the same for columns of one series
     */
    record Value(int column, @Nullable TimeText time, String part, String label, String head, int note, int group) {}

    private TableColumns(Structure structure, int firstRow, Map<Integer, String> heads) {
        this.structure = structure;
        this.firstRow = firstRow;
        this.heads = heads;
    }

    static TableColumns of(Grid grid, Structure structure) {
        int first = structure.firstRow();
        List<Integer> rows = new ArrayList<>(structure.headRows());
        if (structure.layout() == Layout.WIDE) {
            while (first < grid.rows() && isSubHead(grid, structure, first)) {
                rows.add(first++);
            }
        } else {
            while (first + 1 < grid.rows() && isUnitRow(grid, structure, first)) {
                rows.add(first++);
            }
        }
        HeadCells cells = HeadCells.of(grid, structure, rows);
        TableColumns columns = new TableColumns(structure, first, cells.heads());
        columns.findRoles(grid, cells);
        return columns;
    }

    /** Whether a row below the times says more of each column, and nothing that tells rows apart. */
    private static boolean isSubHead(Grid grid, Structure structure, int row) {
        if (isNamesRow(grid, structure, row)) {
            return true;
        }
        int texts = 0;
        for (int column = 0; column < grid.width(row); column++) {
            String head = grid.text(structure.headRow(), column);
            if (grid.isEmpty(row, column) || grid.text(row, column).equals(head)) {
                continue;
            }
            boolean below = head.isEmpty() || Structure.headTime(grid, structure.headRow(), column) != null;
            if (!below || column == 0 || grid.isValue(row, column)) {
                return false;
            }
            texts++;
        }
        return texts > 0 && row + 1 < grid.rows();
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

    // ---- roles ----

    private void findRoles(Grid grid, HeadCells cells) {
        int width = 0;
        for (int row = firstRow; row < Math.min(grid.rows(), firstRow + 50); row++) {
            width = Math.max(width, grid.width(row));
        }
        width = Math.max(width, structure.headRow() < 0 ? 0 : grid.width(structure.headRow()));
        boolean named = false;
        for (int column = 0; column < width; column++) {
            Role role = column == structure.timeColumn() ? Role.TIME : Role.of(cells.own(column));
            if (role == Role.TIME && column != structure.timeColumn()) {
                role = structure.layout() == Layout.WIDE ? Role.OTHER : isParts(grid, column) ? Role.PART : Role.ASIDE;
            }
            if ((role == Role.OTHER || role == Role.CODE)
                    && structure.layout() == Layout.LONG
                    && !grid.isEmpty(firstRow, column)
                    && Structure.timesBelow(grid, firstRow - 1, column) == 1
                    && column < structure.timeColumn() + 3
                    && isTimeAgain(grid, column)) {
                role = Role.ASIDE;
            }
            if (role == Role.VALUE
                    && Structure.valuesBelow(grid, firstRow - 1, column) == 0
                    && !isEmptyBelow(grid, column)) {
                // what a value is in words is no part of what it is of
                role = Role.of(cells.own(column)) == Role.VALUE ? Role.ASIDE : Role.OTHER;
            }
            if (role == Role.MULTIPLIER && !isMultiplierBelow(grid, column)) {
                role = Role.OTHER;
            }
            if (role == Role.VALUE && named) {
                role = Role.ASIDE;
            }
            named |= role == Role.VALUE;
            roles.put(column, role);
        }
        switch (structure.layout()) {
            case WIDE -> findWide(grid, cells, width);
            case YEAR_BY_PART -> findParts(width);
            case LONG -> findLong(grid, cells, width, named);
        }
        for (Role role : Role.values()) {
            byRole.put(role, columnsOf(role));
        }
        keyParts = IntStream.concat(IntStream.of(columnsOf(Role.OTHER)), IntStream.of(columnsOf(Role.CODE)))
                .sorted()
                .toArray();
    }

    private int[] columnsOf(Role role) {
        return roles.entrySet().stream()
                .filter(column -> column.getValue() == role)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** Whether the first cell of a column is a multiplier, or says that there is none: a scale of answers is no multiplier. */
    private boolean isMultiplierBelow(Grid grid, int column) {
        for (int row = firstRow; row < Math.min(grid.rows(), firstRow + 25); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty() && !text.startsWith("_") && !MissingSigns.containsOfTables(text)) {
                return SeriesUnit.factor(text).isPresent();
            }
        }
        return true;
    }

    private boolean isParts(Grid grid, int column) {
        for (int row = firstRow; row < Math.min(grid.rows(), firstRow + 25); row++) {
            if (grid.filled(row) > 2 && TimeText.partOf(grid.text(row, column)) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether a column says the year of the time column once more. */
    private boolean isTimeAgain(Grid grid, int column) {
        for (int row = firstRow; row < Math.min(grid.rows(), firstRow + 25); row++) {
            TimeText time = TimeText.parse(grid.text(row, structure.timeColumn()));
            TimeText again = TimeText.parse(grid.text(row, column));
            if (time != null
                    && (again == null || !again.time().startsWith(time.time().substring(0, 4)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isEmptyBelow(Grid grid, int column) {
        for (int row = firstRow; row < Math.min(grid.rows(), firstRow + 50); row++) {
            if (!grid.isEmpty(row, column) && !MissingSigns.containsOfTables(grid.text(row, column))) {
                return false;
            }
        }
        return true;
    }

    private void findWide(Grid grid, HeadCells cells, int width) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (cells.time(column) != null) {
                columns.add(column);
            }
        }
        List<String> labels = distinguishing(columns, cells);
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            int note = isNotes(grid, cells, column + 1) ? column + 1 : -1;
            if (note >= 0) {
                roles.put(note, Role.ASIDE);
            }
            roles.put(column, Role.VALUE);
            values.add(new Value(
                    column,
                    cells.time(column),
                    "",
                    labels.get(i),
                    cells.label(column),
                    note,
                    labels.get(i).hashCode() & 0x7FFFFFFF));
        }
        String first = cells.own(0);
        if (first.matches("[^\\\\]+,[^\\\\]+\\\\.*")) {
            joinedKey = List.of(first.substring(0, first.indexOf('\\')).split(","));
            roles.put(0, Role.OTHER);
        }
        for (int column = 0; column < width; column++) {
            Role role = roles.getOrDefault(column, Role.OTHER);
            if ((role == Role.OTHER || role == Role.CODE) && isNumeric(grid, column)) {
                asideNumbers.add(column);
            }
            if (role == Role.VALUE && cells.time(column) == null) {
                roles.put(column, Role.OTHER);
                asideNumbers.add(column);
            }
        }
    }

    /** The labels of columns, without what all of them share. */
    private static List<String> distinguishing(List<Integer> columns, HeadCells cells) {
        List<String> labels = columns.stream().map(cells::label).toList();
        boolean differ = new HashSet<>(labels).size() > 1;
        return differ ? labels : labels.stream().map(label -> "").toList();
    }

    /** Whether a column holds marks of the values before it. */
    private boolean isNotes(Grid grid, HeadCells cells, int column) {
        String head = cells.own(column);
        boolean marks = structure.layout() == Layout.WIDE && Structure.isMarksOf(grid, structure.headRow(), column);
        if (cells.time(column) != null || (head.length() > 2 && !marks)) {
            return false;
        }
        boolean any = false;
        for (int row = firstRow; row < grid.rows(); row++) {
            String text = grid.text(row, column);
            if (text.length() > 8 || grid.isNumber(row, column)) {
                return false;
            }
            any |= !text.isEmpty();
        }
        return any || !head.isEmpty();
    }

    private boolean isNumeric(Grid grid, int column) {
        int numbers = 0;
        int filled = 0;
        for (int row = firstRow; row < Math.min(grid.rows(), firstRow + 50); row++) {
            if (!grid.isEmpty(row, column) && grid.filled(row) > 1) {
                filled++;
                numbers += grid.isNumber(row, column) ? 1 : 0;
            }
        }
        return filled > 0 && numbers >= 0.8 * filled;
    }

    private void findParts(int width) {
        for (int column = 0; column < width; column++) {
            String of = TimeText.partOf(heads.getOrDefault(column, ""));
            if (of != null && column != structure.timeColumn()) {
                roles.put(column, Role.VALUE);
                values.add(new Value(column, null, of, "", "", -1, 0));
            }
        }
    }

    private void findLong(Grid grid, HeadCells cells, int width, boolean named) {
        for (int column = 0; column < width; column++) {
            Role role = roles.getOrDefault(column, Role.OTHER);
            if (role == Role.PART) {
                part = column;
            }
            boolean value = named ? role == Role.VALUE : isUnnamedValue(grid, column, role);
            if (value) {
                roles.put(column, Role.VALUE);
            }
        }
        List<Integer> columns = new ArrayList<>();
        roles.forEach((column, role) -> {
            if (role == Role.VALUE) {
                columns.add(column);
            }
        });
        for (int column : columns) {
            int note = isNotes(grid, cells, column + 1) && !named ? column + 1 : -1;
            if (note >= 0) {
                roles.put(note, Role.ASIDE);
            }
            values.add(
                    new Value(column, null, "", named ? "" : cells.label(column), cells.label(column), note, column));
        }
        if (!named) {
            roles.forEach((column, role) -> {
                if ((role == Role.OTHER || role == Role.CODE)
                        && column > structure.timeColumn()
                        && isNumeric(grid, column)) {
                    asideNumbers.add(column);
                }
            });
        }
    }

    /** A column of numbers behind that of the times, or before it if there is none behind. */
    private boolean isUnnamedValue(Grid grid, int column, Role role) {
        if (role != Role.OTHER || column == structure.timeColumn() || !hasNumbers(grid, column)) {
            return false;
        }
        if (column > structure.timeColumn()) {
            return true;
        }
        for (int other = structure.timeColumn() + 1; other < roles.size(); other++) {
            if (roles.get(other) == Role.OTHER && hasNumbers(grid, other)) {
                return false;
            }
        }
        return isNumeric(grid, column);
    }

    private boolean hasNumbers(Grid grid, int column) {
        int numbers = 0;
        int filled = 0;
        for (int row = firstRow; row < Math.min(grid.rows(), firstRow + 200); row++) {
            if (!grid.isEmpty(row, column) && grid.filled(row) > 1) {
                filled++;
                numbers += grid.isValue(row, column) ? 1 : 0;
            }
        }
        return filled > 0 && numbers >= 0.5 * filled && Structure.valuesBelow(grid, firstRow - 1, column) > 0;
    }

    // ---- which columns tell rows apart ----

    /** Decides which columns of numbers and whether sections are needed to tell rows apart. */
    void keep(Grid grid, int lastRow) {
        decide(grid, lastRow);
        for (int row = firstRow; row <= lastRow + 1 && structure.layout() == Layout.WIDE && !hasRowsOfCodes; row++) {
            hasRowsOfCodes = isNamedCodes(grid, row);
        }
        keyColumns = keyColumns();
        markColumns = roles.entrySet().stream()
                .filter(column -> column.getValue() == Role.STATUS
                        || column.getValue() == Role.ESTIMATES_AFTER
                        || (column.getValue() == Role.NOTE && isLong()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** Whether a row says the status of the values above it and nothing else, as INSEE prints them. */
    boolean isOfCodes(Grid grid, int row) {
        return hasRowsOfCodes && isNamedCodes(grid, row);
    }

    private boolean isNamedCodes(Grid grid, int row) {
        boolean below = row < grid.rows() && row > firstRow;
        return below
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
            if (!grid.isEmpty(row, column) && !grid.cells().is(row, column, 'A')) {
                return true;
            }
        }
        return false;
    }

    private void decide(Grid grid, int lastRow) {
        if (structure.layout() != Layout.WIDE) {
            return;
        }
        if (isUnique(grid, lastRow)) {
            mayRepeat = values.stream().map(Value::label).distinct().count() > 1 || hasSameTimes();
            return;
        }
        sectionsTellApart = true;
        if (isUnique(grid, lastRow)) {
            return;
        }
        Set<Integer> numbers = new LinkedHashSet<>(asideNumbers);
        asideNumbers.clear();
        if (isUnique(grid, lastRow)) {
            sectionsTellApart = false;
            sectionsTellApart = !isUnique(grid, lastRow);
        } else {
            asideNumbers.addAll(numbers);
        }
    }

    private boolean hasSameTimes() {
        return values.stream()
                        .map(value -> value.time() == null ? "" : value.time().time())
                        .distinct()
                        .count()
                < values.size();
    }

    private boolean isUnique(Grid grid, int lastRow) {
        Set<String> keys = new HashSet<>();
        List<List<String>> byRow = new ArrayList<>(Math.max(0, lastRow - firstRow + 1));
        String section = "";
        keysByRow = List.of();
        for (int row = firstRow; row <= lastRow; row++) {
            if (grid.isFilledOnce(row)) {
                section = grid.first(row);
                byRow.add(List.of());
                continue;
            }
            List<String> key = key(grid, row, section);
            byRow.add(key);
            if (!keys.add(String.join("\u0001", key))) {
                return false;
            }
        }
        keysByRow = byRow;
        return true;
    }

    /** Whether each row is a series of its own. */
    boolean isRowASeries() {
        return !keysByRow.isEmpty();
    }

    /** Whether two rows have the same key and unit. */
    boolean isSameSeries(Grid grid, int row, int other) {
        for (int column : keyColumns) {
            if (!grid.cells().isSame(row, other, column)) {
                return false;
            }
        }
        return true;
    }

    /** The columns that tell series apart, by key or by unit. */
    private int[] keyColumns() {
        return roles.entrySet().stream()
                .filter(column -> switch (column.getValue()) {
                    case UNIT, MULTIPLIER, CURRENCY -> true;
                    case OTHER, CODE -> !asideNumbers.contains(column.getKey());
                    default -> false;
                })
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    List<String> key(Grid grid, int row, String section) {
        if (!keysByRow.isEmpty()) {
            return keysByRow.get(row - firstRow);
        }
        List<String> key = new ArrayList<>(4);
        if (sectionsTellApart && !section.isEmpty()) {
            key.add(section);
        }
        for (int column : keyParts) {
            if (!asideNumbers.contains(column)) {
                String text = grid.text(row, column);
                if (column == 0 && !joinedKey.isEmpty()) {
                    key.addAll(List.of(text.split(",")));
                } else if (!text.isEmpty()) {
                    key.add(text);
                }
            }
        }
        return key;
    }

    // ---- what stands beside a value ----

    /** The time of a row with the part of the year that another column says. */
    String withPart(Grid grid, int row, String time) {
        if (part < 0) {
            return time;
        }
        String text = grid.text(row, part);
        String of = TimeText.partOf(text);
        if (of == null
                && text.matches("0?[1-9]|1[0-2]")
                && !heads.getOrDefault(part, "").matches("(?i).*(quarter|季|quartal|trimestre).*")) {
            of = "-" + (text.length() == 1 ? "0" + text : text);
        } else if (of == null && text.matches("[1-4]")) {
            of = "-Q" + text;
        }
        return of == null || time.length() > 4 ? time : time + of;
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
        for (Map.Entry<Integer, Role> column : roles.entrySet()) {
            if (column.getValue() == Role.STATUS || (column.getValue() == Role.NOTE && isLong())) {
                String text = grid.text(row, column.getKey());
                boolean brief = text.length() <= (column.getValue() == Role.STATUS ? 40 : 12);
                boolean free = column.getValue() == Role.NOTE && text.equals("F");
                boolean says = !text.equals("A") && !text.equalsIgnoreCase("normal value") && !free;
                if (!text.isEmpty() && brief && flag.isEmpty() && says) {
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
        return roles.containsValue(Role.ESTIMATES_AFTER) || (isLong() && roles.containsValue(Role.NOTE));
    }

    /** The status that the columns, the head and the sign in the cell give. */
    ObservationStatus status(Grid grid, int row, Value value, String flag, String time) {
        if (!flag.isEmpty()) {
            return Flags.behind(flag);
        }
        String code = codeBelow(grid, row, value);
        if (!code.isEmpty()) {
            return Flags.inColumn(code, false);
        }
        String beside = value.note() < 0 ? "" : grid.text(row, value.note());
        if (!beside.isEmpty() && Flags.inColumn(beside, false) != ObservationStatus.A) {
            return Flags.inColumn(beside, false);
        }
        if (isOfNewZealand()) {
            // F is final there, R revised, C confidential
            return ofRole(grid, row, Role.STATUS).equals("P") ? ObservationStatus.P : ObservationStatus.A;
        }
        boolean grades =
                heads.values().stream().anyMatch(head -> head.equals("SCALAR_FACTOR") || head.equals("VECTOR"));
        for (Map.Entry<Integer, Role> column : roles.entrySet()) {
            String text = grid.text(row, column.getKey());
            if (column.getValue() == Role.STATUS && !text.isEmpty()) {
                ObservationStatus status = Flags.inColumn(text, grades);
                if (status != ObservationStatus.A) {
                    return status;
                }
            } else if (column.getValue() == Role.NOTE && isLong() && !text.isEmpty()) {
                ObservationStatus status = Flags.said(text);
                if (status != ObservationStatus.A) {
                    return status;
                }
            } else if (column.getValue() == Role.ESTIMATES_AFTER
                    && text.matches("\\d{4}")
                    && time.compareTo(text) > 0) {
                return ObservationStatus.E;
            }
        }
        if (value.time() != null && !value.time().mark().isEmpty() && value.note() < 0) {
            return Flags.behind(value.time().mark());
        }
        return ObservationStatus.A;
    }

    String unitText(Grid grid, int row) {
        return ofRole(grid, row, Role.UNIT) + "\0" + ofRole(grid, row, Role.MULTIPLIER) + "\0"
                + ofRole(grid, row, Role.CURRENCY);
    }

    /** The unit of a value, from columns, its head, or the words of its row. */
    Optional<SeriesUnit> unit(Grid grid, int row, Value value, List<String> key) {
        for (int i = 0; i < Math.min(joinedKey.size(), key.size()); i++) {
            if (Role.of(joinedKey.get(i)) == Role.UNIT) {
                return Optional.of(SeriesUnit.of(key.get(i), "", ""));
            }
        }
        String unit = ofRole(grid, row, Role.UNIT);
        String multiplier = ofRole(grid, row, Role.MULTIPLIER);
        if (!unit.isEmpty() || !multiplier.isEmpty()) {
            SeriesUnit said = SeriesUnit.of(unit, multiplier, ofRole(grid, row, Role.CURRENCY));
            boolean dollars = DOLLARS.matcher(unit).find();
            return Optional.of(
                    !dollars
                            ? said
                            : isOfCanada() ? said.inCurrency("CAD") : isOfNewZealand() ? said.inCurrency("NZD") : said);
        }
        Optional<SeriesUnit> inHead = inWords(value.head());
        if (inHead.isPresent()) {
            return inHead;
        }
        for (int i = key.size() - 1; i >= 0; i--) {
            Optional<SeriesUnit> found = inWords(key.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The unit in words that many rows have. */
    private Optional<SeriesUnit> inWords(String words) {
        return unitsInWords.computeIfAbsent(words, SeriesUnit::inHead);
    }

    /** Whether the table is one of Statistics Canada, whose dollars are its own. */
    private boolean isOfCanada() {
        return heads.containsValue("SCALAR_FACTOR") && heads.containsValue("UOM");
    }

    /** Whether the table is one of Statistics New Zealand. */
    private boolean isOfNewZealand() {
        return heads.containsValue("Series_reference") && heads.containsValue("Magnitude");
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

    List<Value> values() {
        return values;
    }

    int firstRow() {
        return firstRow;
    }

    boolean mayRepeat() {
        return mayRepeat;
    }

    String head(int column) {
        return heads.getOrDefault(column, "");
    }

    void notes(List<Label> notes) {
        for (int column : asideNumbers) {
            String head = head(column).isEmpty() ? String.valueOf(column + 1) : head(column);
            notes.add(Label.of("Column kept aside, as no year heads its numbers: " + head, "该列数字无年份标题,未作数值:" + head));
        }
    }
}
