package dev.saidao.core.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Quarters and months in Roman numerals: below a row of years, or beside a column of them. They are quarters where all of I to IV are
 * printed and nothing else, and months where all of I to XII are; what follows in each year must follow in the numerals.
 */
final class RomanParts {

    private static final List<String> NUMERALS =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");
    private static final int QUARTERS = 4;
    private static final int SEARCHED = 30;
    private static final int COLUMNS = 4;

    private RomanParts() {}

    /** The same table with its quarters or months in digits; the table itself if it has none. */
    static Grid named(Grid grid) {
        for (int row = 0; row < Math.min(SEARCHED, grid.rows()); row++) {
            for (int column = 0; column < Math.min(COLUMNS, grid.width(row)); column++) {
                if (grid.text(row, column).equals(NUMERALS.get(0))) {
                    Grid named = named(grid, row, column);
                    if (named != null) {
                        return named;
                    }
                }
            }
        }
        return grid;
    }

    /** The table where the first numeral stands in a cell; null if its row and its column are of something else. */
    private static @Nullable Grid named(Grid grid, int first, int column) {
        List<Integer> inRow = new ArrayList<>();
        for (int at = column; at < grid.width(first); at++) {
            inRow.add(number(grid.text(first, at)));
        }
        if (first > 0 && hasYear(grid, first - 1) && areParts(inRow)) {
            int last = inRow.stream().max(Integer::compare).orElse(0);
            return grid.with((row, at) -> row == first && at >= column ? digits(grid.text(row, at), last) : null);
        }
        List<Integer> below = new ArrayList<>();
        Set<Integer> rows = new HashSet<>();
        int years = 0;
        for (int row = first; row < grid.rows(); row++) {
            if (grid.filled(row) > 2 || !grid.isEmpty(row, column)) {
                int number = number(grid.text(row, column));
                if (number == 0 && years > 0) {
                    break;
                }
                boolean year = isYear(grid, row, column - 1) || isYear(grid, row, column + 1);
                years += year ? 1 : 0;
                below.add(number);
                rows.add(row);
            }
        }
        if (years == 0 || !areParts(below)) {
            return null;
        }
        int last = below.stream().max(Integer::compare).orElse(0);
        Map<Integer, String> texts = new HashMap<>();
        rows.forEach(row -> texts.put(row, digits(grid.text(row, column), last)));
        return grid.with(column, texts);
    }

    /** Whether numbers count from one to four or twelve, again and again, and say all of these. */
    private static boolean areParts(List<Integer> numbers) {
        int last = 0;
        for (int number : numbers) {
            if (number == 0 || !(number == last + 1 || number == 1 || number == last)) {
                return false;
            }
            last = number;
        }
        Set<Integer> all = new HashSet<>(numbers);
        return all.size() == QUARTERS || all.size() == NUMERALS.size();
    }

    /** The number that a Roman numeral up to XII is; 0 for any other text. */
    static int number(String text) {
        return NUMERALS.indexOf(text) + 1;
    }

    private static String digits(String text, int last) {
        return (last == QUARTERS ? "Q" : "M" + (number(text) < 10 ? "0" : "")) + number(text);
    }

    private static boolean hasYear(Grid grid, int row) {
        for (int column = 0; column < grid.width(row); column++) {
            if (isYear(grid, row, column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYear(Grid grid, int row, int column) {
        TimeText time = column < 0 ? null : TimeText.parse(grid.text(row, column));
        return time != null && time.isYear();
    }
}
