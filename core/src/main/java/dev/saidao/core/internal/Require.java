package dev.saidao.core.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks of arguments, one line each. Their messages read "What must rule: value". */
public final class Require {

    private Require() {}

    /**
     * Refuses an argument that does not follow a rule.
     *
     * @param holds whether it does
     * @param message the rule and, after a colon, a {@code %s} for each value that is shown
     * @param shown the values
     * @throws IllegalArgumentException if it does not
     */
    @SuppressWarnings("AnnotateFormatMethod") // whose annotation is not worth a dependency
    public static void that(boolean holds, String message, @Nullable Object... shown) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, shown));
        }
    }

    /**
     * Refuses a number that is out of range.
     *
     * @param value the number
     * @param least the least one admitted
     * @param most the greatest one admitted
     * @param what what it is, to begin the message with
     * @return the number
     * @throws IllegalArgumentException if it is less than the least or greater than the greatest
     */
    public static int between(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ": " + value);
        }
        return value;
    }

    /**
     * Refuses a number that is too small.
     *
     * @param value the number
     * @param least the least one admitted
     * @param what what it is, to begin the message with
     * @return the number
     * @throws IllegalArgumentException if it is less
     */
    public static int atLeast(int value, int least, String what) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be " + least + " or more: " + value);
        }
        return value;
    }

    /**
     * Refuses a text that says nothing.
     *
     * @param text the text
     * @param what what it is, to begin the message with
     * @return the text
     * @throws IllegalArgumentException if it is empty or all white space
     */
    public static String notBlank(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank: '" + text + "'");
        }
        return text;
    }
}
