package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tells the rows of a table apart, and so its series. */
final class RowKeys {

    private final TableColumns table;
    private boolean sectionsTellApart;
    private boolean mayRepeat = true;
    private boolean rowIsASeries;

    private int[] keyColumns = {};

    RowKeys(TableColumns table) {
        this.table = table;
    }

    /** Decides which columns of numbers and whether sections are needed to tell rows apart. */
    void decide(Grid grid, int lastRow) {
        findSections(grid, lastRow);
        keyColumns = keyColumns();
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
        table.asideNumbers.clear();
        if (isUnique(grid, lastRow)) {
            sectionsTellApart = false;
            sectionsTellApart = !isUnique(grid, lastRow);
        } else {
            table.asideNumbers.addAll(numbers);
        }
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
        long[] hashes = new long[Math.max(0, lastRow - table.firstRow + 1)];
        int count = 0;
        long section = 0;
        int[] parts = keyParts();
        for (int row = table.firstRow; row <= lastRow; row++) {
            if (grid.isFilledOnce(row)) {
                section = sectionsTellApart ? grid.first(row).hashCode() : 0;
                continue;
            }
            long hash = section;
            for (int column : parts) {
                hash = column < grid.width(row) ? grid.cells().hash(row, column, hash) : hash;
            }
            hashes[count++] = hash;
        }
        Arrays.sort(hashes, 0, count);
        for (int i = 1; i < count; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private boolean haveOtherKeys(Grid grid, int lastRow) {
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

    private int[] keyParts() {
        return Arrays.stream(table.keyParts)
                .filter(column -> !table.asideNumbers.contains(column))
                .toArray();
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
        return table.roles.entrySet().stream()
                .filter(column -> switch (column.getValue()) {
                    case UNIT, MULTIPLIER, CURRENCY -> true;
                    case OTHER, CODE -> !table.asideNumbers.contains(column.getKey());
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
        for (int column : table.keyParts) {
            if (!table.asideNumbers.contains(column)) {
                String text = grid.text(row, column);
                if (column == 0 && !table.joinedKey.isEmpty()) {
                    key.addAll(List.of(text.split(",")));
                } else if (!text.isEmpty()) {
                    key.add(text);
                }
            }
        }
        return key;
    }

    /** Whether a series may have two values of one time. */
    boolean mayRepeat() {
        return mayRepeat;
    }
}
