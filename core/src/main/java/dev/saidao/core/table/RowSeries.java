package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The series that the values of a row are of, each made once. */
final class RowSeries {

    private static final Pattern LARGE = Pattern.compile("[(\uFF08$€£¥\\s-]*(?:[1-9]\\d{2}|\\d{1,3}[,\u00A0 ]\\d{3})");

    private final Grid grid;
    private final TableColumns columns;
    private final Layout layout;
    private final TableUnits units;
    private final List<TableColumns.Value> values;
    private final int[] groups;
    /** For each group a column of it. */
    private final int[] columnOf;
    /** By all words that tell series apart, joined: as one text they have fewer equal hashes than as a list. */
    private final Map<String, TableSeries[]> byKey = new HashMap<>();

    /** How the unit of the first of equal series is said, and where that series is kept. */
    private final Map<TableSeries, Said> bySeries = new HashMap<>();

    private static final class Said {

        private final String words;
        private final TableSeries[] series;
        private final int place;

        Said(String words, TableSeries[] series, int place) {
            this.words = words;
            this.series = series;
            this.place = place;
        }
    }

    private final StringBuilder joined = new StringBuilder();
    /** The words of the last row that is no part of another. */
    private List<String> lastWhole = List.of();
    /** The unit of the whole that the row is a part of; empty if it is none. */
    private Optional<SeriesUnit> unitOfWhole = Optional.empty();

    private TableSeries[] lastSeries = {};
    private int lastSeriesRow = -1;
    private String lastSection = "";

    RowSeries(Grid grid, TableColumns columns, Layout layout, TableUnits units) {
        this.grid = grid;
        this.columns = columns;
        this.layout = layout;
        this.units = units;
        this.values = columns.values();
        Map<String, Integer> groupOf = new HashMap<>();
        this.groups = new int[values.size()];
        int[] first = new int[groups.length];
        for (int i = 0; i < groups.length; i++) {
            int next = groupOf.size();
            groups[i] = groupOf.computeIfAbsent(group(i), none -> next);
            first[groups[i]] = groups[i] == next ? i : first[groups[i]];
        }
        this.columnOf = Arrays.copyOf(first, groupOf.size());
    }

    /** The series of a row, one for each {@linkplain #groups() group} of columns. */
    TableSeries[] of(int row, String section) {
        if (lastSeriesRow >= 0
                && section.equals(lastSection)
                && columns.keys().isSameSeries(grid, row, lastSeriesRow)) {
            return lastSeries;
        }
        List<String> key = columns.keys().key(grid, row, section);
        findUnitOfWhole(key);
        if (columns.keys().isRowASeries()) {
            return made(row, key);
        }
        joined.setLength(0);
        key.forEach(word -> joined.append(word).append('\u0001'));
        unitOfWhole.ifPresent(unit -> joined.append(unit.printed()));
        String said = columns.unitText(grid, row);
        joined.append(said).append(units.context());
        lastSeries = byKey.computeIfAbsent(joined.toString(), none -> apart(made(row, key), said));
        lastSeriesRow = row;
        lastSection = section;
        return lastSeries;
    }

    /** Finds the unit of a row that begins with the sign of a part, such as #第一产业: that which the last row before says that has no such sign. */
    private void findUnitOfWhole(List<String> key) {
        boolean part = false;
        boolean rate = false;
        for (String word : key) {
            part |= !word.isEmpty() && (word.charAt(0) == '#' || word.charAt(0) == '\uFF03');
            rate |= part && TableUnits.isOfRates(word);
        }
        lastWhole = part ? lastWhole : key;
        unitOfWhole = part && !rate ? columns.unitInWords(lastWhole) : Optional.empty();
    }

    /** For each column of values the place of its series among those of a row: columns that differ in time share one. */
    int[] groups() {
        return groups;
    }

    private String group(int place) {
        return switch (layout) {
            case WIDE -> values.get(place).label();
            case LONG, TIME_ABOVE ->
                values.get(place).part().isEmpty()
                        ? String.valueOf(place)
                        : "\0" + values.get(place).label();
            case YEAR_BY_PART -> "";
        };
    }

    /**
     * The same series, told apart from those of the same words whose unit is said in other words: real and nominal euro are both
     * EUR. Of such series all have the words of their unit in the key.
     */
    private TableSeries[] apart(TableSeries[] made, String unitText) {
        String said = unitText.replace('\0', ' ').strip();
        for (int i = 0; i < made.length; i++) {
            Said first = bySeries.putIfAbsent(made[i], new Said(said, made, i));
            if (first != null && !first.words.equals(said)) {
                first.series[first.place] = withWords(first.series[first.place], made[i], first.words);
                made[i] = withWords(made[i], made[i], said);
            }
        }
        return made;
    }

    private static TableSeries withWords(TableSeries series, TableSeries plain, String words) {
        if (!series.equals(plain) || words.isEmpty()) {
            return series;
        }
        List<String> key = new ArrayList<>(series.key());
        key.add(words);
        return new TableSeries(key, series.unit(), series.multiplier());
    }

    private TableSeries[] made(int row, List<String> key) {
        TableSeries[] made = new TableSeries[columnOf.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = made(row, values.get(columnOf[i]), key);
        }
        return made;
    }

    /** Whether a number of a row has three digits before its decimal sign at least, so that it is likely to be no percentage. */
    private boolean hasLarge(int row) {
        for (TableColumns.Value value : values) {
            if (LARGE.matcher(grid.text(row, value.column())).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private TableSeries made(int row, TableColumns.Value value, List<String> key) {
        List<String> full = key;
        if (!value.label().isEmpty() || key.isEmpty()) {
            String head = value.label().isEmpty() ? value.head() : value.label();
            full = new ArrayList<>(key);
            full.add(head.isEmpty() ? "value" : head);
        }
        Optional<SeriesUnit> own = columns.unit(grid, row, value, key);
        if (own.isEmpty() && !unitOfWhole.isEmpty()) {
            own = unitOfWhole;
        }
        if (layout == Layout.WIDE && own.isPresent() && own.equals(columns.inHead(value))) {
            own = Optional.of(units.ofHead(own.get(), full));
        }
        SeriesUnit unit = units.of(own, full, () -> hasLarge(row));
        return new TableSeries(full, unit.unit(), unit.multiplier());
    }
}
