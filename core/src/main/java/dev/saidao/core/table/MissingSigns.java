package dev.saidao.core.table;

import java.util.Locale;
import java.util.Set;

/**
 * The signs that stand in a table where there is no value: an empty cell, {@code NA}, {@code n/a}, {@code ..}, {@code :},
 * {@code -}, {@code …} and the like.
 */
public final class MissingSigns {

    private static final int LONGEST = 15;
    private static final Set<String> SIGNS = Set.of(
            "",
            "-",
            "–",
            "—",
            "‐",
            "−",
            "--",
            "---",
            "——",
            ".",
            "..",
            "...",
            "....",
            "…",
            "……",
            ":",
            "na",
            "n/a",
            "n.a.",
            "n.a",
            "#n/a",
            "nan",
            "null",
            "none",
            "nd",
            "n.d.",
            "not available",
            "not applicable",
            "\\n",
            "无",
            "不详",
            "缺失",
            "未公布");
    /** Signs of offices that mean other things elsewhere. */
    private static final Set<String> OF_TABLES =
            Set.of("x", "*", "**", "***", "/", "//", "[x]", "[z]", "[c]", "(x)", "(na)", "(d)");

    private MissingSigns() {}

    /**
     * Returns whether a text is such a sign.
     *
     * @param text the text, without blanks around it
     * @return whether it stands for a value that is not there; true if it is empty
     */
    public static boolean contains(String text) {
        // numbers are most of what is asked
        boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        return !digit && text.length() <= LONGEST && SIGNS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a text is such a sign, or one that offices use in their tables. */
    static boolean containsOfTables(String text) {
        return contains(text) || (text.length() <= LONGEST && OF_TABLES.contains(text.toLowerCase(Locale.ROOT)));
    }
}
