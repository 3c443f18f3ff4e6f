package dev.saidao.core.reading;

import java.util.regex.Pattern;

/**
 * Patterns of folded text in which {@code \b} is the edge of a word of Latin letters and digits, so that the Q3 of 公司Q3营收 is found.
 * What {@code \b} itself means differs: up to Java 18 a Chinese character is part of a word, later it is none.
 */
final class LatinPattern {

    private static final String IN_WORD = "[a-zà-ɏ0-9_]";
    private static final String EDGE =
            "(?:(?<!" + IN_WORD + ")(?=" + IN_WORD + ")|(?<=" + IN_WORD + ")(?!" + IN_WORD + "))";

    private LatinPattern() {}

    static Pattern of(String regex) {
        return of(regex, 0);
    }

    static Pattern of(String regex, int flags) {
        return Pattern.compile(regex.replace("\\b", EDGE), flags);
    }
}
