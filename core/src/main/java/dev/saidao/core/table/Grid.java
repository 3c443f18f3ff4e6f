package dev.saidao.core.table;

import dev.saidao.core.text.MissingSigns;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table, before anything is known of them.
 *
 * @param file the name of the file
 * @param cells the cells
 * @param encoding the encoding, or xlsx
 * @param separator the sign between fields, or the name of the sheet
 */
record Grid(String file, RowBlock cells, String encoding, String separator) {

    private static final int LONGEST_VALUE = 60;
    private static final int YEAR = 4;
    private static final int MOST_OF_WORDS = 50;
    /** What stands where values do though it may be none: flags alone, margins of error, losses, bounds. */
    private static final Pattern LIKE_VALUES =
            Pattern.compile(":\\s*\\w{1,2}|[±△▲<>≤≥]\\s*[\\d.].*|[$€£¥]?[(\uFF08]\\s*\\d[\\d,. ]*%?[)\uFF09]%?");

    /** A number with a few signs or letters behind it that are no known flag. */
    private static final Pattern MARKED =
            Pattern.compile("[+\\-\u2212]?\\d[\\d.,'\u2019 \u00A0]*(?:[^\\p{L}\\d]{1,3}|\\p{L}{1,3})");

    int rows() {
        return cells.size();
    }

    /** The same table with other texts in one column, by their rows. */
    Grid with(int changed, Map<Integer, String> texts) {
        return with((row, column) -> column == changed ? texts.get(row) : null);
    }

    /** The same table with other texts where there is one for a row and a column. */
    Grid with(BiFunction<Integer, Integer, @Nullable String> texts) {
        RowBlock block = new RowBlock(cells.chars().length, Math.max(1, cells.fields()));
        for (int row = 0; row < rows(); row++) {
            block.begin(line(row));
            for (int column = 0; column < width(row); column++) {
                String text = texts.apply(row, column);
                if (text != null) {
                    block.add(text);
                } else {
                    copy(row, column, block);
                }
            }
            block.end();
        }
        return new Grid(file, block, encoding, separator);
    }

    /** The same table without some rows, and with a first field more in those for which there is a text. */
    Grid withFirst(IntFunction<@Nullable String> texts, IntPredicate dropped) {
        RowBlock block = new RowBlock(cells.chars().length, Math.max(1, cells.fields() + rows()));
        for (int row = 0; row < rows(); row++) {
            if (dropped.test(row)) {
                continue;
            }
            block.begin(line(row));
            String first = texts.apply(row);
            if (first != null) {
                block.add(first);
            }
            for (int column = 0; column < width(row); column++) {
                copy(row, column, block);
            }
            block.end();
        }
        return new Grid(file, block, encoding, separator);
    }

    private void copy(int row, int column, RowBlock to) {
        int field = cells.field(row, column);
        to.add(cells.chars(), cells.start(field), cells.end(field) - cells.start(field));
    }

    int width(int row) {
        return cells.fieldCount(row);
    }

    /** The text of a cell without blanks around it; empty if there is none. */
    String text(int row, int column) {
        return column < 0 || column >= width(row) ? "" : cells.stripped(row, column);
    }

    /** What a cell of four digits says; -1 if it is anything else. */
    int fourDigits(int row, int column) {
        int start = column < 0 || column >= width(row) ? 0 : cells.strippedStart(row, column);
        int end = column < 0 || column >= width(row) ? 0 : cells.strippedEnd(row, column);
        if (end - start != YEAR) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = cells.chars()[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    boolean isEmpty(int row, int column) {
        return column >= width(row) || cells.isBlank(row, column);
    }

    /** The text of a row, with something between its cells; two or more characters are put between filled ones only. */
    String words(int row, String between) {
        StringBuilder words = new StringBuilder();
        int width = row < rows() ? width(row) : 0;
        for (int column = 0; column < Math.min(MOST_OF_WORDS, width); column++) {
            if (between.length() == 1 || !isEmpty(row, column)) {
                words.append(words.length() == 0 ? "" : between).append(text(row, column));
            }
        }
        return words.toString().strip();
    }

    long line(int row) {
        return cells.line(row);
    }

    int filled(int row) {
        int filled = 0;
        for (int column = 0; column < width(row); column++) {
            filled += isEmpty(row, column) ? 0 : 1;
        }
        return filled;
    }

    /** Whether exactly one cell of a row has something in it. */
    boolean isFilledOnce(int row) {
        int filled = 0;
        for (int column = 0; column < width(row) && filled < 2; column++) {
            filled += isEmpty(row, column) ? 0 : 1;
        }
        return filled == 1;
    }

    /** The only cell of a row with something in it. */
    String first(int row) {
        for (int column = 0; column < width(row); column++) {
            if (!isEmpty(row, column)) {
                return text(row, column);
            }
        }
        return "";
    }

    /** Whether an empty line stands before a row. */
    boolean isApart(int row) {
        long lines = row > 0 ? line(row) - line(row - 1) : 1;
        return lines > 1 && lines > 1 + breaks(row - 1);
    }

    /** The number of line breaks within the cells of a row. */
    private long breaks(int row) {
        long breaks = 0;
        for (int column = 0; column < width(row); column++) {
            int field = cells.field(row, column);
            for (int i = cells.start(field); i < cells.end(field); i++) {
                breaks += cells.chars()[i] == '\n' ? 1 : 0;
            }
        }
        return breaks;
    }

    boolean isNumber(int row, int column) {
        if (isEmpty(row, column)) {
            return false;
        }
        int start = cells.strippedStart(row, column);
        int end = FlaggedNumber.numberEnd(cells.chars(), start, cells.strippedEnd(row, column));
        return (end > start && PlainNumbers.isPlain(cells.chars(), start, end))
                || CellNumbers.isNumber(text(row, column));
    }

    private static boolean isLikeValue(String text) {
        return text.length() <= LONGEST_VALUE && LIKE_VALUES.matcher(text).matches();
    }

    /** Whether a cell is no value but would be one without a few signs or letters behind it: it is refused, not its table. */
    boolean isMarkedNumber(int row, int column) {
        String text = text(row, column);
        return text.length() <= LONGEST_VALUE
                && MARKED.matcher(text).matches()
                && !isValue(row, column)
                && TimeText.parse(text) == null
                && PartWords.of(text) == null;
    }

    /** Whether a cell is a number or says that there is none. */
    boolean isValue(int row, int column) {
        return isNumber(row, column)
                || MissingSigns.containsOfTables(text(row, column))
                || isLikeValue(text(row, column));
    }
}
