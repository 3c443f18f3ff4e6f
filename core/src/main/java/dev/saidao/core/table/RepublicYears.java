package dev.saidao.core.table;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Years of the Republic of China that are printed as bare numbers below a head that says so: 年別(民國) above 108, 109. */
final class RepublicYears {

    private static final Pattern HEAD =
            Pattern.compile("(?:年別?|年份|年度|時間|统计期|統計期|期間)?\\s*[(\uFF08]?\\s*民[國国]年?度?\\s*[)\uFF09]?\\s*(?:年度?別?)?");
    private static final Pattern YEAR = Pattern.compile("[1-9]\\d{1,2}");
    private static final int SEARCHED = 30;

    private RepublicYears() {}

    /** The same table with its years named; the table itself if it has no such head. */
    static Grid named(Grid grid) {
        for (int row = 0; row < Math.min(SEARCHED, grid.rows() - 1); row++) {
            for (int column = 0; column < Math.min(3, grid.width(row)); column++) {
                String head = grid.text(row, column);
                if (head.indexOf('民') >= 0
                        && HEAD.matcher(head).matches()
                        && YEAR.matcher(grid.text(row + 1, column)).matches()) {
                    return named(grid, row, column);
                }
            }
        }
        return grid;
    }

    private static Grid named(Grid grid, int head, int years) {
        Map<Integer, String> named = new HashMap<>();
        for (int row = head + 1; row < grid.rows(); row++) {
            String text = grid.text(row, years);
            if (YEAR.matcher(text).matches()) {
                named.put(row, "民國" + text + "年");
            }
        }
        return grid.with(years, named);
    }
}
