package dev.saidao.core.table;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years of eras that are printed as bare numbers: those of the Republic of China below a head that says so, 年別(民國) above 108,
 * 109, and those of Japan below the year that names the era, 令和元年 above 2, 3, as long as each follows the one before it.
 */
final class RepublicYears {

    private static final Pattern HEAD =
            Pattern.compile("(?:年別?|年份|年度|時間|统计期|統計期|期間)?\\s*[(\uFF08]?\\s*民[國国]年?度?\\s*[)\uFF09]?\\s*(?:年度?別?)?");
    private static final Pattern YEAR = Pattern.compile("[1-9]\\d{1,2}");
    /** A head of years and months, and these with a sign between: 資料年月 above 113/2. */
    private static final Pattern HEAD_OF_MONTHS = Pattern.compile("\\D{0,6}年\\D{0,2}月\\D{0,2}");

    private static final Pattern YEAR_AND_MONTH = Pattern.compile("(1[0-2]\\d)/(0?[1-9]|1[0-2])");
    /** A year that names its era, and one that leaves it to the year above. */
    private static final Pattern ERA = Pattern.compile("(大正|昭和|平成|令和)\\s*(\\d{1,2}|元)\\s*年?(度?)");

    private static final Pattern IN_ERA = Pattern.compile("(\\d{1,2})\\s*年?度?");
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
                    return named(grid, row, column, YEAR, m -> "民國" + m.group() + "年");
                }
                if (ERA.matcher(head).matches()) {
                    return inEras(grid, row, column);
                }
                if (head.indexOf('月') > 0
                        && HEAD_OF_MONTHS.matcher(head).matches()
                        && YEAR_AND_MONTH.matcher(grid.text(row + 1, column)).matches()) {
                    return named(grid, row, column, YEAR_AND_MONTH, m -> "民國" + m.group(1) + "年" + m.group(2) + "月");
                }
            }
        }
        return grid;
    }

    private static Grid inEras(Grid grid, int first, int years) {
        Map<Integer, String> named = new HashMap<>();
        String era = "";
        String fiscal = "";
        int last = 0;
        for (int row = first; row < grid.rows(); row++) {
            String text = grid.text(row, years);
            Matcher says = ERA.matcher(text);
            Matcher bare = IN_ERA.matcher(text);
            if (says.matches()) {
                era = says.group(1);
                fiscal = says.group(3);
                last = says.group(2).equals("元") ? 1 : Integer.parseInt(says.group(2));
            } else if (!era.isEmpty() && bare.matches() && Integer.parseInt(bare.group(1)) == last + 1) {
                last++;
                named.put(row, era + last + "年" + fiscal);
            } else if (!text.isEmpty()) {
                era = "";
            }
        }
        return named.isEmpty() ? grid : grid.with(years, named);
    }

    /** The same table with the times of a form below a head named. */
    private static Grid named(Grid grid, int head, int column, Pattern form, Function<Matcher, String> naming) {
        Map<Integer, String> named = new HashMap<>();
        for (int row = head + 1; row < grid.rows(); row++) {
            Matcher time = form.matcher(grid.text(row, column));
            if (time.matches()) {
                named.put(row, naming.apply(time));
            }
        }
        return grid.with(column, named);
    }
}
