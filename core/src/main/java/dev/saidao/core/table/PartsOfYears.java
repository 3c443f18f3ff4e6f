package dev.saidao.core.table;

import dev.saidao.core.table.TableDialect.Layout;
import dev.saidao.core.table.TimeText.FiscalName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins parts of years, such as months, to the years they are of, where one stands in the row and the other in the head or in another column. */
final class PartsOfYears {

    private static final String SOME_YEAR = "2000";

    private final Grid grid;
    private final Structure structure;
    private final TableColumns columns;
    private final TableTimes times;
    private final FiscalMonths months;
    /** Whether any year may be of two calendar years. */
    private final boolean fiscal;
    /** Whether heads say parts that cannot be placed in the years of all rows. */
    private boolean headsOpen;

    PartsOfYears(Grid grid, Structure structure, TableColumns columns, TableTimes times, int lastRow) {
        this.grid = grid;
        this.structure = structure;
        this.columns = columns;
        this.times = times;
        this.fiscal = structure.layout() == Layout.WIDE
                ? columns.part() >= 0 && yearOfHead().fiscalName() != FiscalName.CALENDAR
                : times.haveFiscalYears();
        this.months = FiscalMonths.of(fiscal ? parts(lastRow) : List.of());
    }

    private List<String> parts(int lastRow) {
        if (structure.layout() == Layout.YEAR_BY_PART) {
            return columns.values().stream().map(TableColumns.Value::part).toList();
        }
        List<String> parts = new ArrayList<>();
        for (int row = columns.firstRow(); row <= lastRow && columns.part() >= 0; row++) {
            String part = part(row);
            parts.add(part == null ? "" : part);
        }
        return parts;
    }

    /** The part of a year that a row says; empty for the whole year, null if it is not known. */
    private @Nullable String part(int row) {
        if (structure.layout() == Layout.WIDE) {
            return columns.partOf(grid, row);
        }
        String some = columns.withPart(grid, row, SOME_YEAR);
        return some == null ? null : some.substring(SOME_YEAR.length());
    }

    private TimeText yearOfHead() {
        TimeText year = columns.values().get(0).time();
        return Objects.requireNonNull(year);
    }

    /** Places the parts that heads say in the years of the rows, where these are of two calendar years. */
    void placeHeads(@Nullable String[] parts, int lastRow) {
        FiscalName name = null;
        for (int row = columns.firstRow(); row <= lastRow && fiscal && !headsOpen; row++) {
            TimeText year = times.in(grid, row, structure.timeColumn());
            if (year != null && year.isYear()) {
                headsOpen = name != null && name != year.fiscalName();
                if (name == null) {
                    for (int place = 0; place < parts.length; place++) {
                        String part = parts[place];
                        parts[place] = part == null ? null : months.placed(year, part);
                        headsOpen |= parts[place] == null;
                    }
                }
                name = year.fiscalName();
            }
        }
    }

    /** The time of a row, whose year stands in another or in the head; null if it is not known. */
    @Nullable String of(int row, int timeRow, String time) {
        return switch (structure.layout()) {
            case WIDE -> columns.part() < 0 ? "" : belowYears(row);
            case YEAR_BY_PART -> besideParts(timeRow, time);
            case LONG, TIME_ABOVE -> besideYear(row, timeRow, time);
        };
    }

    /** The part that a row says of the years in the head; empty if its name is that of a series. */
    private @Nullable String belowYears(int row) {
        String text = grid.text(row, columns.part());
        String part = columns.partOf(grid, row);
        return part != null ? months.placed(yearOfHead(), part) : PartWords.mayBe(text) ? null : "";
    }

    private @Nullable String besideParts(int row, String year) {
        TimeText time = times.in(grid, row, structure.timeColumn());
        return headsOpen || (time != null && !time.isYear()) ? null : year;
    }

    private @Nullable String besideYear(int row, int timeRow, String time) {
        TimeText year = fiscal ? times.in(grid, timeRow, structure.timeColumn()) : null;
        if (year == null || !year.isYear() || year.fiscalName() == FiscalName.CALENDAR) {
            return columns.withPart(grid, row, time);
        }
        String part = columns.part() < 0 ? "" : part(row);
        String placed = part == null ? null : months.placed(year, part);
        return placed == null ? null : FiscalMonths.join(time, placed);
    }
}
