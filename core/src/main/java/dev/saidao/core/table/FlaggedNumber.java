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
        int length = text.length();
        int letters = 0;
        while (letters < length && LETTERS.indexOf(text.charAt(length - 1 - letters)) >= 0) {
            letters++;
        }
        int end = length - letters;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        boolean apart = end < length - letters;
        boolean flagged = apart ? letters > 0 : letters == 0 || (letters == 1 && CLOSE.indexOf(text.charAt(end)) >= 0);
        if (end == 0 || letters > MOST_LETTERS || !flagged) {
            return null;
        }
        char[] chars = text.toCharArray();
        int look = PlainNumbers.look(chars, 0, end);
        return look == PlainNumbers.OTHER
                ? null
                : new FlaggedNumber(chars, end, look, text.substring(length - letters));
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
