package dev.saidao.core.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signs that stand where there is no value: an empty cell, {@code NA}, {@code n/a}, {@code ..}, {@code :}, {@code -}, …,
 * 未披露 and the like, in upper or lower case.
 *
 * <p>{@code NaN}, {@code null} and {@code None} are among them, as programs write them for a cell with nothing in it. {@code
 * nil} is not: accounts say it for zero. {@code x}, {@code *} and {@code /} mean a value that is not shown in the tables of
 * offices, and something else elsewhere.
 *
 * @since 0.1
 */
public final class MissingSigns {

    private static final int LONGEST = 15;
    private static final int FEWEST_ASTERISKS = 4;
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
            "·",
            "··",
            "···",
            ":",
            "\\n",
            "na",
            "n/a",
            "n/a.",
            "n.a.",
            "n.a",
            "n. a.",
            "#n/a",
            "nan",
            "null",
            "none",
            "nd",
            "n.d.",
            "n.d",
            "s/d",
            "k.a.",
            "k. a.",
            "н.д.",
            "нд",
            "no data",
            "not available",
            "not applicable",
            "not disclosed",
            "undisclosed",
            "unknown",
            "missing",
            "tbd",
            "нет данных",
            "无",
            "暂无",
            "尚无",
            "无数据",
            "暂无数据",
            "不详",
            "不詳",
            "缺失",
            "空缺",
            "暂缺",
            "未知",
            "未披露",
            "未公布");
    /** Signs of offices that mean other things elsewhere. */
    private static final Set<String> OF_TABLES = union(
            SIGNS,
            List.of(
                    "x", "*", "**", "***", "/", "//", "／", "[x]", "[z]", "[c]", "(x)", "(na)", "(d)", "n.s.", "_", "nm",
                    "w", "(w)", "(s)"));

    private static final Pattern FLAGGED = Pattern.compile("(?::|\\.\\.|-|…)\\s*(\\(?[a-zA-Z*]{1,3}\\)?|\\d{1,2}\\))");

    private MissingSigns() {}

    private static Set<String> union(Set<String> signs, List<String> others) {
        Set<String> all = new HashSet<>(signs);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /**
     * Returns whether a text is such a sign in any text.
     *
     * @param text the text, without blanks around it
     * @return whether it stands for a value that is not there; true if it is empty
     */
    public static boolean contains(String text) {
        return isIn(SIGNS, text);
    }

    /**
     * Returns whether a text is such a sign in a table of an office.
     *
     * @param text the text of a cell, without blanks around it
     * @return whether it stands for a value that is not there; true for {@code x}, {@code *}, {@code *******}, {@code [c]} too
     */
    public static boolean containsOfTables(String text) {
        return isIn(OF_TABLES, text) || isOfAsterisks(text);
    }

    /** Whether a program printed asterisks in place of all digits. */
    private static boolean isOfAsterisks(String text) {
        return text.length() >= FEWEST_ASTERISKS && text.chars().allMatch(c -> c == '*');
    }

    /**
     * Returns what stands beside a sign in a cell, as offices say why a value is not there.
     *
     * @param text the text of a cell, such as {@code : c}, {@code ..(e)}
     * @return the flag, such as {@code c}; absent if the text is no sign with a flag
     */
    public static Optional<String> flagBeside(String text) {
        Matcher flagged = FLAGGED.matcher(text);
        return flagged.matches() ? Optional.of(flagged.group(1).strip()) : Optional.empty();
    }

    private static boolean isIn(Set<String> signs, String text) {
        // numbers are most of what is asked
        boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        return !digit && text.length() <= LONGEST && signs.contains(text.toLowerCase(Locale.ROOT));
    }
}
