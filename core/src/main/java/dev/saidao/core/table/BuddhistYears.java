package dev.saidao.core.table;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Years of the Buddhist era that tables in Thai print as bare numbers, such as 2566 for 2023: two or more that follow each other in
 * equal steps and are the only numbers of a row, or of the cells of a column below the word for a year.
 */
final class BuddhistYears {

    private static final char FIRST_OF_THAI = '\u0E00';
    private static final char LAST_OF_THAI = '\u0E7F';
    private static final int FIRST = 2450;
    private static final int LAST = 2650;
    private static final int SEARCHED = 30;
    private static final int COLUMNS = 3;
    private static final Pattern YEAR = Pattern.compile("ปี(?:\\s*พ\\.ศ\\.)?|พ\\.ศ\\.");
    /** The word for a budget, whose years begin in October. */
    private static final Pattern FISCAL = Pattern.compile("งบประมาณ");

    private static final String ERA = "พ.ศ. ";

    private BuddhistYears() {}

    /** The same table with its years named; the table itself if it is not in Thai or has no such years. */
    static Grid named(Grid grid) {
        int rows = Math.min(SEARCHED, grid.rows());
        boolean thai = isInThai(grid, rows);
        for (int row = 0; row < rows && thai; row++) {
            int head = row;
            Set<Integer> columns = years(0, grid.width(row), column -> grid.text(head, column));
            if (!columns.isEmpty()) {
                return grid.with(
                        (at, column) -> at == head && columns.contains(column) ? ERA + grid.text(at, column) : null);
            }
            for (int column = 0; column < Math.min(COLUMNS, grid.width(row)); column++) {
                int years = column;
                Set<Integer> below = YEAR.matcher(grid.text(row, column)).matches()
                        ? years(row + 1, grid.rows(), at -> grid.text(at, years))
                        : Set.of();
                if (!below.isEmpty()) {
                    return grid.with(
                            (at, other) -> other == years && below.contains(at) ? ERA + grid.text(at, other) : null);
                }
            }
        }
        return grid;
    }

    /** Whether the first rows have letters of Thai, and not its word for a budget. */
    private static boolean isInThai(Grid grid, int rows) {
        boolean thai = false;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < grid.width(row); column++) {
                int field = grid.cells().field(row, column);
                boolean any = false;
                for (int at = grid.cells().start(field); at < grid.cells().end(field) && !any; at++) {
                    char c = grid.cells().chars()[at];
                    any = c >= FIRST_OF_THAI && c <= LAST_OF_THAI;
                }
                if (any && FISCAL.matcher(grid.text(row, column)).find()) {
                    return false;
                }
                thai |= any;
            }
        }
        return thai;
    }

    /** The places of years in equal steps among texts that have no other numbers; empty if there are none. */
    private static Set<Integer> years(int from, int to, IntFunction<String> texts) {
        Set<Integer> places = new HashSet<>();
        int last = 0;
        int step = 0;
        for (int at = from; at < to; at++) {
            String text = texts.apply(at);
            if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
                int year = text.matches("2[456]\\d\\d") ? Integer.parseInt(text) : 0;
                boolean steady = last == 0 || year == last || step == 0 || year - last == step;
                if (year < FIRST || year > LAST || !steady) {
                    return Set.of();
                }
                step = last == 0 || year == last ? step : year - last;
                last = year;
                places.add(at);
            }
        }
        return step != 0 ? places : Set.of();
    }
}
