package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What tells the rows of a table apart, and so its series. */
final class RowKeys {

    /** Names that are not printed again leave a gap soon. */
    private static final int LOOKED_AT = 100;

    /** Heads of numbers of rows. */
    private static final Pattern ROW_NUMBER =
            Pattern.compile("(?i)_?id|index|no\\.?|#|row(?:_?(?:id|number|no))?|序号|序號|编号");

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    /** Heads of how sure a value is. */
    private static final Pattern ERROR = Pattern.compile(
            "(?i)\\b(?:cv|rse|moe|se|std\\.? ?err(?:or)?|standard errors?|margins? of error|confidence|lower|upper|ci)\\b");

    /** Heads of changes, which are numbers or words for these. */
    private static final Pattern CHANGE = Pattern.compile(
            "(?iu)\\b(?:change|changes|growth|yoy|y/y|qoq|mom|m/m)\\b|增减|增減|同比|环比|環比|增速|变动|變動|前年比|증감|Veränderung");

    /** So many numbers with places are no codes, which are few: 1.1, 1.2. */
    private static final int MOST_CODES = 3;

    private static final Pattern PLACES = Pattern.compile("\\d+[.,]\\d+");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern NEGATIVE_WITH_PLACES = Pattern.compile("[-\u2212]\\d+[.,]\\d+");
    private static final Pattern WITH_PLACES = Pattern.compile("-?\\d+[.,]\\d+");

    private final TableColumns table;
    private boolean sectionsTellApart;
    private boolean mayRepeat = true;
    private boolean rowIsASeries;

    /** The columns whose words are the key of a row. */
    private int[] parts = {};

    private int[] keyColumns = {};
    /** For each column of names that are not printed again below each other, in which row the name of a row stands. */
    private final Map<Integer, int[]> namedIn = new HashMap<>();

    RowKeys(TableColumns table) {
        this.table = table;
    }

    /** Decides which columns of numbers and whether sections are needed to tell rows apart. */
    void decide(Grid grid, int lastRow) {
        takeCodes(grid, lastRow);
        setAsideNumbers(grid, lastRow);
        findSections(grid, lastRow);
        if (rowIsASeries ? areNamedOnce(grid, lastRow) : mayRepeat) {
            findNamesAbove(grid, lastRow);
        }
        parts = keyParts();
        keyColumns = keyColumns();
    }

    /** Takes codes that were set aside as numbers, where the rows of a long table are told apart with them and not without. */
    private void takeCodes(Grid grid, int lastRow) {
        if (table.structure.layout() != Layout.LONG
                || lastRow <= table.firstRow
                || table.asideNumbers.isEmpty()
                || haveOtherHashes(grid, lastRow)) {
            return;
        }
        Set<Integer> numbers = new LinkedHashSet<>(table.asideNumbers);
        table.asideNumbers.removeIf(column -> areWhole(grid, column, lastRow));
        if (!haveOtherHashes(grid, lastRow)) {
            table.asideNumbers.clear();
            table.asideNumbers.addAll(numbers);
        }
    }

    /** Sets aside columns of running numbers and of measured ones, if no row needs them to be told apart: 745, 746; an error of 0.9. */
    private void setAsideNumbers(Grid grid, int lastRow) {
        if (table.structure.layout() != Layout.LONG || lastRow <= table.firstRow) {
            return;
        }
        List<Integer> numbers = Arrays.stream(keyParts())
                .filter(column -> isRunning(grid, column, lastRow)
                        || isMeasured(grid, column, lastRow)
                        || saysTrueOrFalse(grid, column, lastRow))
                .boxed()
                .toList();
        if (!numbers.isEmpty()) {
            table.asideNumbers.addAll(numbers);
            if (!haveOtherHashes(grid, lastRow)) {
                numbers.forEach(table.asideNumbers::remove);
            }
        }
    }

    /** Whether the first cells of a column are whole numbers, each one more than that above it, or more in a first column whose head is empty or names row numbers. */
    private boolean isRunning(Grid grid, int column, int lastRow) {
        boolean named = column == 0 && isRowNumber(table.head(column));
        return isRunning(grid, column, table.firstRow, lastRow, named);
    }

    /** Whether the first column numbers the rows, some of which may have been left out, below a head that is empty or says so. */
    static boolean numbersRows(Grid grid, int firstRow, String head) {
        int last = grid.rows() - 1;
        while (last > firstRow && grid.filled(last) < 2) {
            last--;
        }
        return isRowNumber(head) && last > firstRow + 1 && isRunning(grid, 0, firstRow, last, true);
    }

    private static boolean isRowNumber(String head) {
        return head.isEmpty() || ROW_NUMBER.matcher(head).matches();
    }

    private static boolean isRunning(Grid grid, int column, int firstRow, int lastRow, boolean gaps) {
        long before = -1;
        for (int row = firstRow; row <= Math.min(lastRow, firstRow + LOOKED_AT); row++) {
            String text = grid.text(row, column);
            if (!WHOLE.matcher(text).matches()) {
                return false;
            }
            long number = Long.parseLong(text);
            if (before >= 0 && (gaps ? number <= before : number != before + 1)) {
                return false;
            }
            before = number;
        }
        return true;
    }

    /**
     * Whether the first cells of a column are numbers if anything, and one of them has signs between thousands, or a minus before places,
     * as no code has, or places below a head that says a unit or an error.
     */
    private boolean isMeasured(Grid grid, int column, int lastRow) {
        String head = table.head(column);
        boolean change = CHANGE.matcher(head).find();
        boolean said =
                change || ERROR.matcher(head).find() || UnitHeads.ofColumn(head).isPresent();
        boolean measured = false;
        Set<String> withPlaces = new HashSet<>();
        for (int row = table.firstRow; row <= Math.min(lastRow, table.firstRow + LOOKED_AT); row++) {
            if (!grid.isEmpty(row, column)) {
                String text = grid.text(row, column);
                if (!grid.isValue(row, column)) {
                    // 增加1.12个百分点
                    if (!change || !PLACES.matcher(text).find()) {
                        return false;
                    }
                    measured = true;
                }
                if (WITH_PLACES.matcher(text).matches()) {
                    withPlaces.add(text);
                }
                measured |= GROUPED.matcher(text).matches()
                        || NEGATIVE_WITH_PLACES.matcher(text).matches()
                        || (said && WITH_PLACES.matcher(text).matches());
            }
        }
        return measured || withPlaces.size() > MOST_CODES;
    }

    /** Whether the first cells of a column say whether something is so: True, false. */
    private boolean saysTrueOrFalse(Grid grid, int column, int lastRow) {
        for (int row = table.firstRow; row <= Math.min(lastRow, table.firstRow + LOOKED_AT); row++) {
            String text = grid.text(row, column);
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                return false;
            }
        }
        return true;
    }

    /** Where rows are told apart only if an empty cell has the name that stands above it, it has that name. */
    private void findNamesAbove(Grid grid, int lastRow) {
        boolean wide = table.structure.layout() == Layout.WIDE;
        int[] columns = keyParts();
        int count = wide ? columns.length - 1 : columns.length;
        boolean gaps = false;
        for (int i = 0; i < count && !gaps; i++) {
            gaps = !grid.isEmpty(table.firstRow, columns[i]) && hasGap(grid, columns[i], lastRow);
        }
        if (!gaps || table.structure.layout() == Layout.YEAR_BY_PART || (!wide && haveOtherHashes(grid, lastRow))) {
            return;
        }
        boolean apart = sectionsTellApart;
        sectionsTellApart = false;
        int[][] rowsOfNames = new int[count][lastRow - table.firstRow + 1];
        for (int i = 0; i < count; i++) {
            namedIn.put(columns[i], rowsOfNames[i]);
        }
        int[] last = new int[count];
        for (int row = table.firstRow; row <= lastRow; row++) {
            boolean begun = false;
            for (int i = 0; i < count; i++) {
                boolean empty = grid.isEmpty(row, columns[i]);
                last[i] = !empty || begun ? row : last[i] == 0 ? row : last[i];
                begun |= !empty;
                rowsOfNames[i][row - table.firstRow] = last[i];
            }
        }
        boolean unique = wide ? isUnique(grid, lastRow) : haveOtherHashes(grid, lastRow);
        if (!unique) {
            namedIn.clear();
            sectionsTellApart = apart;
        }
    }

    /**
     * Whether the first names of a wide table stand once, before the first of several rows that all have a second name: each has its
     * own then, and most have no first one.
     */
    private boolean areNamedOnce(Grid grid, int lastRow) {
        int[] columns = keyParts();
        if (table.structure.layout() != Layout.WIDE || columns.length < 2 || grid.isEmpty(table.firstRow, columns[0])) {
            return false;
        }
        int named = 0;
        int unnamed = 0;
        for (int row = table.firstRow; row <= lastRow; row++) {
            if (!grid.isFilledOnce(row) && grid.filled(row) > 0) {
                boolean empty = grid.isEmpty(row, columns[0]);
                named += empty ? 0 : 1;
                unnamed += empty ? 1 : 0;
                if (grid.isEmpty(row, columns[1]) || named > unnamed + 1) {
                    return false;
                }
            }
        }
        return unnamed >= named;
    }

    private boolean hasGap(Grid grid, int column, int lastRow) {
        for (int row = table.firstRow; row <= Math.min(lastRow, table.firstRow + LOOKED_AT); row++) {
            if (grid.isEmpty(row, column) && !grid.isFilledOnce(row)) {
                return true;
            }
        }
        return false;
    }

    /** The row in which the name of a row stands. */
    private int namedIn(int row, int column) {
        int[] rows = namedIn.isEmpty() ? null : namedIn.get(column);
        return rows == null ? row : rows[row - table.firstRow];
    }

    /** Whether names that stand above empty cells are those of the rows below, too. */
    boolean areNamedAbove() {
        return !namedIn.isEmpty();
    }

    private void findSections(Grid grid, int lastRow) {
        if (table.structure.layout() != Layout.WIDE) {
            return;
        }
        if (isUnique(grid, lastRow)) {
            mayRepeat = table.values.stream()
                                    .map(TableColumns.Value::label)
                                    .distinct()
                                    .count()
                            > 1
                    || hasSameTimes();
            return;
        }
        sectionsTellApart = true;
        if (isUnique(grid, lastRow)) {
            return;
        }
        Set<Integer> numbers = new LinkedHashSet<>(table.asideNumbers);
        // a code may tell rows apart, and an amount or a percentage does so by chance
        table.asideNumbers.removeIf(column -> areWhole(grid, column, lastRow));
        if (isUnique(grid, lastRow)) {
            sectionsTellApart = false;
            sectionsTellApart = !isUnique(grid, lastRow);
        } else {
            table.asideNumbers.addAll(numbers);
        }
    }

    /** Whether the first cells of a column are whole numbers without any sign. */
    private boolean areWhole(Grid grid, int column, int lastRow) {
        for (int row = table.firstRow; row <= Math.min(lastRow, table.firstRow + LOOKED_AT); row++) {
            String text = grid.text(row, column);
            if (!text.isEmpty()
                    && !grid.isFilledOnce(row)
                    && !WHOLE.matcher(text).matches()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSameTimes() {
        return table.values.stream()
                        .map(value -> value.time() == null ? "" : value.time().time())
                        .distinct()
                        .count()
                < table.values.size();
    }

    /** Whether no two rows have one key. */
    private boolean isUnique(Grid grid, int lastRow) {
        rowIsASeries = (table.joinedKey.isEmpty() && haveOtherHashes(grid, lastRow)) || haveOtherKeys(grid, lastRow);
        return rowIsASeries;
    }

    /** Whether the keys of any two rows have other hashes, so that it need not be asked whether they are the same. */
    private boolean haveOtherHashes(Grid grid, int lastRow) {
        Hashes hashes = new Hashes(Math.max(0, lastRow - table.firstRow + 1));
        long section = 0;
        int[] parts = hashed();
        for (int row = table.firstRow; row <= lastRow; row++) {
            if (grid.isFilledOnce(row)) {
                section = sectionsTellApart ? grid.first(row).hashCode() : 0;
                continue;
            }
            long hash = section;
            for (int column : parts) {
                int named = namedIn(row, column);
                hash = column < grid.width(named) ? grid.cells().hash(named, column, hash) : hash;
            }
            if (!hashes.add(hash)) {
                return false;
            }
        }
        return true;
    }

    /** A set of hashes, each at the first free place from that which its last bits say. */
    private static final class Hashes {

        private final long[] table;
        private boolean hasZero;

        Hashes(int most) {
            table = new long[2 * Integer.highestOneBit(Math.max(2, 2 * most - 1))];
        }

        /** Adds one, if it is not there yet. */
        boolean add(long hash) {
            if (hash == 0) {
                boolean isNew = !hasZero;
                hasZero = true;
                return isNew;
            }
            int at = (int) (hash ^ hash >>> 32) & (table.length - 1);
            while (table[at] != 0) {
                if (table[at] == hash) {
                    return false;
                }
                at = (at + 1) & (table.length - 1);
            }
            table[at] = hash;
            return true;
        }
    }

    private boolean haveOtherKeys(Grid grid, int lastRow) {
        parts = keyParts();
        Set<String> keys = new HashSet<>();
        String section = "";
        for (int row = table.firstRow; row <= lastRow; row++) {
            if (grid.isFilledOnce(row)) {
                section = grid.first(row);
            } else if (!keys.add(String.join("\u0001", key(grid, row, section)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether each row is a series of its own. */
    boolean isRowASeries() {
        return rowIsASeries;
    }

    /** The columns that tell rows apart: in a long table that of times is one of them. */
    private int[] hashed() {
        int[] parts = keyParts();
        if (table.structure.layout() == Layout.WIDE) {
            return table.part < 0
                    ? parts
                    : IntStream.concat(IntStream.of(parts), IntStream.of(table.part))
                            .toArray();
        }
        return IntStream.concat(
                        IntStream.of(parts),
                        table.roles.entrySet().stream()
                                .filter(column -> switch (column.getValue()) {
                                    case TIME, PART, UNIT, MULTIPLIER, CURRENCY -> true;
                                    default -> false;
                                })
                                .mapToInt(Map.Entry::getKey))
                .toArray();
    }

    private int[] keyParts() {
        return Arrays.stream(table.keyParts)
                .filter(column -> !table.asideNumbers.contains(column))
                .toArray();
    }

    /** Whether two rows have the same key and unit. */
    boolean isSameSeries(Grid grid, int row, int other) {
        for (int column : keyColumns) {
            if (!grid.cells().isSame(namedIn(row, column), namedIn(other, column), column)) {
                return false;
            }
        }
        return true;
    }

    /** The columns that tell series apart, by key or by unit. */
    private int[] keyColumns() {
        return table.roles.entrySet().stream()
                .filter(column -> switch (column.getValue()) {
                    case UNIT, MULTIPLIER, CURRENCY -> true;
                    case OTHER, CODE -> !table.asideNumbers.contains(column.getKey());
                    case PART -> table.structure.layout() == Layout.WIDE;
                    default -> false;
                })
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** The words that a row has in the columns that tell series apart. */
    List<String> key(Grid grid, int row, String section) {
        List<String> key = new ArrayList<>(4);
        if (sectionsTellApart && !section.isEmpty()) {
            key.add(section);
        }
        for (int column : parts) {
            String text = grid.text(namedIn(row, column), column);
            if (column == 0 && !table.joinedKey.isEmpty()) {
                key.addAll(List.of(text.split(",")));
            } else if (!text.isEmpty()) {
                key.add(text);
            }
        }
        String name = table.structure.layout() == Layout.WIDE && table.part >= 0 ? grid.text(row, table.part) : "";
        String part = name.isEmpty() ? "" : table.partOf(grid, row);
        if (!name.isEmpty() && (part == null || part.isEmpty())) {
            // a total, an average or a change beside months is another series
            key.add(name);
        }
        return key;
    }

    /** Whether a series may have two values of one time. */
    boolean mayRepeat() {
        return mayRepeat;
    }
}
