package dev.saidao.core.table;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Years that are printed once, with the first of their parts or above it: 1994/ 1- 3. and below it 4- 6., or 2023年 and below it 1月,
 * 2月. The parts below get the year, as long as they follow each other; one that does not is left as it is, and refused.
 */
final class CarriedYears {

    /** Quarters by their months: 1- 3., 4～6月期. */
    private static final Pattern MONTHS =
            Pattern.compile("(1|4|7|10)月?\\s*[-\u2013\u2014~\uFF5E\u301C]\\s*(3|6|9|12)(?:\\.|月期?)?");

    private static final Pattern YEAR_AND_MONTHS = Pattern.compile("((?:19|20)\\d\\d)\\s*(?:[/.]|年)\\s*(\\S.*)");
    /** Year 2022, 2022: and the like, which stand above months and nowhere else. */
    private static final Pattern YEAR_SAID =
            Pattern.compile("(?i)(?=year\\s|.*[:\uFF1A]$)(?:year\\s+)?((?:19|20)\\d\\d)(?:\\s*[:\uFF1A])?");
    /** Jan. - Mar., which all names of months are. */
    private static final Pattern NAMES = Pattern.compile("(\\p{L}{3,10})\\.?\\s*[-\u2013\u2014]\\s*(\\p{L}{3,10})\\.?");

    private static final int SEARCHED = 100;
    private static final int COLUMNS = 3;

    private CarriedYears() {}

    /** The same table with a year in each time; the table itself if there is nothing to add. */
    static Grid named(Grid grid) {
        for (int row = 0; row + 1 < Math.min(SEARCHED, grid.rows()); row++) {
            for (int column = 0; column < Math.min(COLUMNS, grid.width(row)); column++) {
                if (year(grid.text(row, column)) != null
                        && isPartOrMonths(grid.text(row + 1, column))
                        && !isRowOfParts(grid, row + 1, column)) {
                    return named(grid, row, column);
                }
            }
        }
        return grid;
    }

    private static Grid named(Grid grid, int first, int column) {
        Map<Integer, String> named = new HashMap<>();
        String year = "";
        String last = "";
        for (int row = first; row < grid.rows(); row++) {
            String text = grid.text(row, column);
            String own = year(text);
            if (own != null) {
                String part = partBehindYear(text);
                year = own;
                last = part;
                if (!part.isEmpty()) {
                    named.put(row, year + part);
                } else if (grid.isFilledOnce(row)
                        && row + 1 < grid.rows()
                        && isPartOrMonths(grid.text(row + 1, column))) {
                    // the year of the parts below, which has no values of its own
                    named.put(row, "");
                }
                continue;
            }
            String part = part(text);
            String months = namedMonths(text);
            if (months != null && !year.isEmpty()) {
                named.put(row, (months + " " + year).strip());
            } else if (part.isEmpty()) {
                // a note, a name: what stands below it may be of any year
                year = text.isEmpty() ? year : "";
            } else if (!year.isEmpty() && part.length() >= last.length() && part.compareTo(last) > 0) {
                named.put(row, year + part);
                last = part;
            } else {
                year = "";
            }
        }
        return grid.with(column, named);
    }

    /** Whether a row has more parts of years than that of one column, so that it is of a head. */
    private static boolean isRowOfParts(Grid grid, int row, int column) {
        for (int other = 0; other < grid.width(row); other++) {
            if (other != column && isPart(grid.text(row, other))) {
                return true;
            }
        }
        return false;
    }

    /** The year of a cell that is a year or begins with one; null if it is neither. */
    private static @Nullable String year(String printed) {
        Matcher said = YEAR_SAID.matcher(printed);
        String text = said.matches() ? said.group(1) : printed;
        if (text.length() < 4 || text.charAt(0) < '1' || text.charAt(0) > '2') {
            return text.startsWith("令和") || text.startsWith("平成") ? ofTime(text) : null;
        }
        Matcher m = YEAR_AND_MONTHS.matcher(text);
        return m.matches() && MONTHS.matcher(m.group(2)).matches() ? m.group(1) : ofTime(text);
    }

    private static @Nullable String ofTime(String text) {
        TimeText time = TimeText.parse(text);
        boolean one = time != null
                && (time.kind() == TimeText.Kind.YEAR
                        || time.kind() == TimeText.Kind.MONTH
                        || time.kind() == TimeText.Kind.QUARTER
                        || time.kind() == TimeText.Kind.HALF);
        return one && time != null ? time.time().substring(0, 4) : null;
    }

    /** The part of a year that a cell with a year says; empty for the whole year, and where it is read without this. */
    private static String partBehindYear(String text) {
        Matcher m = YEAR_AND_MONTHS.matcher(text);
        if (m.matches() && MONTHS.matcher(m.group(2)).matches()) {
            return part(m.group(2));
        }
        TimeText time = TimeText.parse(text);
        return time == null ? "" : time.time().substring(4);
    }

    /** Months by their names, from one to another; empty for the whole year, null if a cell does not say so. */
    private static @Nullable String namedMonths(String text) {
        Matcher m = NAMES.matcher(text);
        Integer first = m.matches() ? PartWords.monthOf(m.group(1)) : null;
        Integer last = first == null ? null : PartWords.monthOf(m.group(2));
        if (first == null || last == null || last <= first) {
            return null;
        }
        return first == 1 && last == 12 ? "" : m.group(1) + "-" + m.group(2);
    }

    private static boolean isPartOrMonths(String text) {
        return isPart(text) || namedMonths(text) != null;
    }

    private static boolean isPart(String text) {
        return !part(text).isEmpty();
    }

    /** The part of a year, such as -Q2; empty if a cell says none. */
    private static String part(String text) {
        String plain = TimeText.plain(text);
        Matcher m = MONTHS.matcher(plain);
        if (m.matches()) {
            int quarter = Integer.parseInt(m.group(2)) / 3;
            return Integer.parseInt(m.group(1)) == 3 * quarter - 2 ? "-Q" + quarter : "";
        }
        String part = PartWords.of(plain);
        return part == null || part.indexOf('/') > 0 ? "" : part;
    }
}
