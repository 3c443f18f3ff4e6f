package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The series that the values of a row are of, each made once. */
final class RowSeries {

    private final Grid grid;
    private final TableColumns columns;
    private final Layout layout;
    private final TableUnits units;
    private final List<TableColumns.Value> values;
    private final int[] firstOfGroup;
    /** By all words that tell series apart, joined: as one text they have fewer equal hashes than as a list. */
    private final Map<String, TableSeries[]> byKey = new HashMap<>();

    private final StringBuilder joined = new StringBuilder();
    private TableSeries[] lastSeries = {};
    private int lastSeriesRow = -1;
    private String lastSection = "";

    RowSeries(Grid grid, TableColumns columns, Layout layout, TableUnits units) {
        this.grid = grid;
        this.columns = columns;
        this.layout = layout;
        this.units = units;
        this.values = columns.values();
        this.firstOfGroup = firstOfGroup();
    }

    /** The series of the columns of values in a row. */
    TableSeries[] of(int row, String section) {
        if (lastSeriesRow >= 0
                && section.equals(lastSection)
                && columns.keys().isSameSeries(grid, row, lastSeriesRow)) {
            return lastSeries;
        }
        List<String> key = columns.keys().key(grid, row, section);
        if (columns.keys().isRowASeries()) {
            return made(row, key);
        }
        joined.setLength(0);
        key.forEach(word -> joined.append(word).append('\u0001'));
        joined.append(columns.unitText(grid, row)).append(units.context());
        lastSeries = byKey.computeIfAbsent(joined.toString(), none -> made(row, key));
        lastSeriesRow = row;
        lastSection = section;
        return lastSeries;
    }

    private TableSeries[] made(int row, List<String> key) {
        TableSeries[] made = new TableSeries[values.size()];
        for (int i = 0; i < made.length; i++) {
            int first = firstOfGroup[i];
            made[i] = first < i ? made[first] : made(row, values.get(i), key);
        }
        return made;
    }

    /** For each column of values the first one that is of the same series. */
    private int[] firstOfGroup() {
        int[] firsts = new int[values.size()];
        Map<String, Integer> byGroup = new HashMap<>();
        for (int i = 0; i < firsts.length; i++) {
            String group = switch (layout) {
                case WIDE -> values.get(i).label();
                case LONG -> String.valueOf(i);
                case YEAR_BY_PART -> "";
            };
            Integer first = byGroup.putIfAbsent(group, i);
            firsts[i] = first == null ? i : first;
        }
        return firsts;
    }

    private TableSeries made(int row, TableColumns.Value value, List<String> key) {
        List<String> full = new ArrayList<>(key);
        if (!value.label().isEmpty() || full.isEmpty()) {
            String head = value.label().isEmpty() ? value.head() : value.label();
            full.add(head.isEmpty() ? "value" : head);
        }
        SeriesUnit unit = units.of(columns.unit(grid, row, value, key), key);
        return new TableSeries(full, unit.unit(), unit.multiplier());
    }
}
