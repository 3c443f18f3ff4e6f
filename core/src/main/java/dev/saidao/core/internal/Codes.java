package dev.saidao.core.internal;

import java.util.Locale;

/** The codes by which figures, sources and the like refer to each other. */
public final class Codes {

    private static final int LONGEST = 100;

    private Codes() {}

    /**
     * Returns the code of a constant.
     *
     * @param name the name of the constant, such as {@code AGREES_AS_BOUND}
     * @return the name in lower case with hyphens, such as {@code agrees-as-bound}
     */
    public static String ofName(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Checks a code.
     *
     * @param code the code
     * @param what what it identifies, to begin the message with
     * @throws IllegalArgumentException if it is not 1 to 100 letters, digits, dots, underscores and hyphens
     */
    public static void require(String code, String what) {
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    what + " id must be 1 to 100 letters, digits, '.', '_' and '-': '" + Decimals.shown(code) + "'");
        }
    }

    /**
     * Whether a text is a code.
     *
     * @param text the text
     * @return whether it is 1 to 100 letters, digits, dots, underscores and hyphens
     */
    public static boolean isCode(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!Character.isLetter(c) && !Character.isDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
            length++;
        }
        return length >= 1 && length <= LONGEST;
    }
}
