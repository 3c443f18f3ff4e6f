package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The times of the columns of values: those that their heads say, or the parts of the years that rows say. */
final class ColumnTimes {

    private final Grid grid;
    private final Structure structure;
    private final TableColumns columns;
    private final List<TableColumns.Value> values;
    private final TableTimes cellTimes;
    private final TableFailures failures;
    /** By the place of a column: null if its head says no time that is known, empty if it says none of a part. */
    private final @Nullable String[] times;

    ColumnTimes(Grid grid, Structure structure, TableColumns columns, TableTimes cellTimes, TableFailures failures) {
        this.grid = grid;
        this.structure = structure;
        this.columns = columns;
        this.values = columns.values();
        this.cellTimes = cellTimes;
        this.failures = failures;
        this.times = new String[values.size()];
    }

    /** The times by the place of each column of values; filled in when they are settled. */
    @Nullable String[] all() {
        return times;
    }

    /**
     * Settles the times of columns and those of rows.
     *
     * @param lastRow the last row of the table
     * @param headsSayParts whether the time of a column whose head says no part of a year is not known
     * @return where in the year the rows are
     */
    PartsOfYears settle(int lastRow, boolean headsSayParts) {
        if (structure.layout() == Layout.WIDE) {
            readHeads();
        } else {
            learnRows(lastRow);
        }
        PartsOfYears parts = new PartsOfYears(grid, structure, columns, cellTimes, lastRow);
        if (structure.layout() == Layout.YEAR_BY_PART) {
            parts.placeHeads(times, lastRow);
        } else if (columns.part() < 0) {
            takePartsOfYears(headsSayParts);
        }
        return parts;
    }

    private void readHeads() {
        cellTimes.settle(values.stream()
                .<@Nullable TimeText>map(TableColumns.Value::time)
                .toList());
        for (int place = 0; place < times.length; place++) {
            times[place] = cellTimes.ofHead(values.get(place).time());
            if (times[place] == null) {
                failures.addTime(structure.headRow(), values.get(place).column());
            }
        }
    }

    private void learnRows(int lastRow) {
        for (int place = 0; place < times.length; place++) {
            times[place] = values.get(place).part();
        }
        for (int row = columns.firstRow(); row <= lastRow; row++) {
            cellTimes.see(grid, row, structure.timeColumn());
        }
        cellTimes.settle();
        if (TableColumns.isOfQuarters(columns.head(structure.timeColumn()))) {
            cellTimes.setQuarterly();
        }
    }

    /** Makes parts of years of the years of columns, where a line above the table or a head says of which part the numbers are. */
    private void takePartsOfYears(boolean headsSayParts) {
        Set<String> years = cellTimes.years();
        if (years == null) {
            return;
        }
        boolean wide = structure.layout() == Layout.WIDE;
        boolean fiscal = cellTimes.haveFiscalYears();
        boolean fifths = values.stream().anyMatch(value -> Structure.isFifth(value.head()));
        PartAbove above = PartAbove.of(linesAbove(), years);
        for (int place = 0; place < times.length; place++) {
            TableColumns.Value value = values.get(place);
            PartAbove said = wide || fifths ? null : PartAbove.of(List.of(value.head()), years);
            said = said == null ? above : said;
            String time = times[place];
            if (said == null && headsSayParts) {
                times[place] = null;
                failures.addTime(structure.headRow(), value.column());
            }
            if (said == null
                    || time == null
                    || (wide ? value.time() == null || !value.time().isYear() : !time.isEmpty())) {
                continue;
            }
            String part = fiscal ? null : said.part();
            times[place] = part == null ? null : wide ? FiscalMonths.join(time, part) : part;
            if (part == null) {
                failures.addPart(structure.headRow(), value.column(), said.said());
            }
        }
    }

    /** The lines above the head, and the corner beside its times. */
    private List<String> linesAbove() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < structure.headRow(); row++) {
            boolean ofColumns = structure.headRows().contains(row) && grid.filled(row) > 2;
            if (!ofColumns && !grid.isEmpty(row, 0)) {
                lines.add(grid.words(row, " "));
            }
        }
        if (structure.layout() == Layout.WIDE) {
            lines.add(columns.head(0));
        }
        return lines;
    }
}
