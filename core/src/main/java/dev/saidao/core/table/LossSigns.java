package dev.saidao.core.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Signs of losses that mean other things elsewhere: brackets in accounts, triangles in Japan.
 *
 * <p>A number in brackets is a loss in the accounts of a company, and one of little reliability, or a note, in the tables of
 * offices. It is read as a loss only if at least two rows are lines of accounts, or each column that has such numbers is one by its
 * head, the table is in money, no minus sign stands in it, and no note says that brackets mean something else.
 *
 * @param brackets whether numbers in brackets are losses
 * @param triangles whether numbers behind a triangle are losses
 */
record LossSigns(boolean brackets, boolean triangles) {

    static final LossSigns NONE = new LossSigns(false, false);

    private static final Pattern BRACKETS =
            Pattern.compile("([$€£¥]?)\\s*[(\uFF08]\\s*([$€£¥]?)\\s*([0-9][0-9., ]*)\\s*(%?)\\s*[)\uFF09]\\s*(%?)");
    private static final Pattern TRIANGLE = Pattern.compile("[△▲]\\s*([0-9][0-9.,]*\\s*%?)");
    /** Letters and words that no other language than Japanese has. */
    private static final Pattern KANA = Pattern.compile("[\\u3041-\\u30FA]|令和|平成|昭和|前年比|前年同月比|前月比");

    private static final Pattern ACCOUNTS = Pattern.compile(
            "(?iu)\\b(?:revenues?|net (?:income|loss|profit|sales|earnings)|gross (?:profit|loss)|operating (?:income|profit|loss|expenses?)"
                    + "|(?:profit|loss|income|earnings) (?:for|before|after|attributable|from)|cost of (?:sales|revenues?|goods)"
                    + "|cash flows?|EBITDA?|(?:income )?tax(?:ation)?|(?:finance|interest|selling|administrative|other) (?:costs?|expenses?|income))\\b"
                    + "|营业收入|营业成本|营业利润|净利润|利润总额|毛利|费用|所得税|现金流|投资收益|溢利|虧損|亏损|營業收入|營業成本|銷售成本|銷售費用"
                    + "|本期淨利|所得稅|売上高|営業利益|経常利益|当期純利益|매출액|영업이익|당기순이익");
    private static final Pattern SPEAKS_OF_BRACKETS =
            Pattern.compile("(?i)\\b(?:brackets?|parenthes[ei]s)\\b|括号|括弧|括號|カッコ|Klammer");
    private static final Pattern SPEAKS_OF_LOSSES = Pattern.compile("(?i)\\bnegative|\\bloss|负|負|亏|虧");
    private static final int FEWEST = 2;

    static boolean isBracketed(String cell) {
        return BRACKETS.matcher(cell).matches();
    }

    static boolean isBehindTriangle(String cell) {
        return TRIANGLE.matcher(cell).matches();
    }

    /**
     * What the signs of a table mean.
     *
     * @param first the first row below the head
     * @param last the last row
     * @param minus whether a number with a minus sign stands in the table
     * @param money whether the table is in money
     */
    static LossSigns of(Grid grid, int first, int last, boolean minus, boolean money) {
        int accounts = 0;
        boolean kana = false;
        for (int row = 0; row <= last; row++) {
            String words = grid.first(row);
            accounts += row >= first && ACCOUNTS.matcher(words).find() ? 1 : 0;
            kana |= KANA.matcher(words).find();
        }
        boolean triangles = kana && !minus;
        boolean brackets = money && !minus && (accounts >= FEWEST || areAccounts(grid, first, last));
        for (int row = 0; row < grid.rows() && brackets; row++) {
            String words = row < first || row > last ? grid.first(row) : "";
            brackets = !SPEAKS_OF_BRACKETS.matcher(words).find()
                    || SPEAKS_OF_LOSSES.matcher(words).find();
        }
        return new LossSigns(brackets, triangles);
    }

    /** Whether all columns with a number in brackets have the head of a line of accounts. */
    private static boolean areAccounts(Grid grid, int first, int last) {
        boolean found = false;
        for (int column = 0; column < grid.width(Math.max(0, first - 1)); column++) {
            int at = column;
            if (IntStream.rangeClosed(first, last).anyMatch(row -> isBracketed(grid.text(row, at)))) {
                found = true;
                if (IntStream.range(0, first)
                        .noneMatch(row -> ACCOUNTS.matcher(grid.text(row, at)).find())) {
                    return false;
                }
            }
        }
        return found;
    }

    /** A cell with a minus sign in place of a sign of losses. */
    String plain(String cell) {
        if (brackets) {
            Matcher m = BRACKETS.matcher(cell);
            if (m.matches()) {
                return "-" + m.group(3).strip() + (m.group(4).isEmpty() ? m.group(5) : m.group(4));
            }
        }
        if (triangles) {
            Matcher m = TRIANGLE.matcher(cell);
            if (m.matches()) {
                return "-" + m.group(1);
            }
        }
        return cell;
    }
}
