package dev.saidao.core.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** The codes by which figures, sources and the like refer to each other. */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{Nd}._-]{1,100}");

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
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    what + " id must be 1 to 100 letters, digits, '.', '_' and '-': '" + Decimals.shown(code) + "'");
        }
    }
}
