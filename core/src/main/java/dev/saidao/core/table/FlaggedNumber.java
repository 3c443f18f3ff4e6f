package dev.saidao.core.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is a {@linkplain PlainNumbers plain number} and perhaps a flag of letters behind it: {@code 12.5 p}, {@code 7e}. It
 * is told without a pattern, since tables of Eurostat are full of them; any other cell is left to {@link CellNumbers}.
 */
final class FlaggedNumber {

    /** Letters of flags. */
    static final String LETTERS = "bcdefinprsuzBCDEFINPRSUZ";
    /** Letters that may stand behind the last digit without a blank. */
    static final String CLOSE = "perfPERF";

    static final int MOST_LETTERS = 3;

    private static final long IS_LETTER = bits(LETTERS);

    private final char[] chars;
    private final int end;
    private final int look;
    private final String flag;

    private FlaggedNumber(char[] chars, int end, int look, String flag) {
        this.chars = chars;
        this.end = end;
        this.look = look;
        this.flag = flag;
    }

    /** The number and flag of a cell; null if it is anything else. */
    static @Nullable FlaggedNumber of(String text) {
        char[] chars = text.toCharArray();
        int end = numberEnd(chars, 0, chars.length);
        int look = end < 0 ? PlainNumbers.OTHER : PlainNumbers.look(chars, 0, end);
        return look == PlainNumbers.OTHER
                ? null
                : new FlaggedNumber(chars, end, look, text.substring(end).strip());
    }

    /** Where a number ends that letters of a flag may stand behind; -1 if what stands behind it is no flag. */
    static int numberEnd(char[] chars, int start, int end) {
        if (end - start > 2 && chars[end - 2] == ' ' && isDigit(chars[end - 3]) && isLetter(chars[end - 1])) {
            // what most are, told in one step
            return end - 2;
        }
        int flag = end;
        while (flag > start && isLetter(chars[flag - 1])) {
            flag--;
        }
        int number = flag;
        while (number > start && chars[number - 1] == ' ') {
            number--;
        }
        int letters = end - flag;
        boolean flagged =
                number < flag ? letters > 0 : letters == 0 || (letters == 1 && CLOSE.indexOf(chars[number]) >= 0);
        return number == start || letters > MOST_LETTERS || !flagged ? -1 : number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'z' && (IS_LETTER >>> (c - 'A') & 1) != 0;
    }

    private static long bits(String letters) {
        return letters.chars().mapToLong(c -> 1L << (c - 'A')).reduce(0, (one, other) -> one | other);
    }

    /** {@return the value, where the decimal sign is a point} */
    BigDecimal value() {
        return PlainNumbers.value(chars, 0, end);
    }

    /** {@return what the number looks like} */
    int look() {
        return look;
    }

    /** {@return the flag; empty if there is none} */
    String flag() {
        return flag;
    }
}
