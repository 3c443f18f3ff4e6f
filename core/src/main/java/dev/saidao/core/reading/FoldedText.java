package dev.saidao.core.reading;

import java.util.Set;

/**
 * A text beside a form of the same length in which words are looked up: lower case, half width, simplified characters. An
 * index into one is an index into the other.
 *
 * @param original the text
 * @param folded its folded form
 */
record FoldedText(String original, String folded) {

    /** A shorter line was not broken for its width. */
    private static final int WRAPPED = 60;

    private static final Set<String> OPEN_WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "by", "each", "every", "for", "from", "has", "have", "in",
            "is", "its", "nearly", "of", "on", "only", "or", "over", "per", "some", "than", "that", "the", "their",
            "to", "was", "were", "which", "with");

    private static final int LONGEST_OPEN = 6;

    private static final char[] SIMPLIFIED = Traditional.table();

    static FoldedText of(String text) {
        return new FoldedText(text, fold(text));
    }

    static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        joinLines(folded, text);
        return new String(folded);
    }

    /** Lines that were broken at a width: the break is a space, and ends no paragraph. */
    private static void joinLines(char[] folded, String text) {
        int block = 0;
        int start = 0;
        int longest = 0;
        int goOn = 0;
        for (int i = 0; i <= folded.length; i++) {
            if (i == folded.length || folded[i] == '\n') {
                longest = Math.max(longest, i - start);
                goOn += start > block ? goesOn(folded, text, start) ? 1 : -1 : 0;
                if (i == start || i == folded.length) {
                    joinLines(folded, text, block, i, goOn >= 0 ? longest : Integer.MAX_VALUE);
                    block = i + 1;
                    longest = 0;
                    goOn = 0;
                }
                start = i + 1;
            }
        }
    }

    /** Joins the lines of a block without an empty line that is of a width; of a list, only lines that are no item of their own. */
    private static void joinLines(char[] folded, String text, int from, int to, int width) {
        int start = from;
        for (int i = from; i + 1 < to; i++) {
            if (folded[i] == '\n') {
                int length = i - start;
                if (length >= WRAPPED
                        && isLatin(folded[i - 1])
                        && isLatin(folded[i + 1])
                        && (goesOn(folded, text, i + 1) || length + 1 + wordLength(folded, i + 1) > width)) {
                    folded[i] = ' ';
                }
                start = i + 1;
            }
        }
    }

    /** Whether a line starts as no sentence and no item of a list does, or the one before it ends so. */
    private static boolean goesOn(char[] folded, String text, int start) {
        return start < text.length()
                && (Character.isLowerCase(text.charAt(start))
                        || isOpen(folded, start - 1)
                        || isUnfinished(text, start - 1));
    }

    /** Whether a line has the end of a sentence and goes on behind it without another end, as no item of a list does. */
    private static boolean isUnfinished(String text, int end) {
        if (end < 1 || ".!?;:".indexOf(text.charAt(end - 1)) >= 0) {
            return false;
        }
        for (int i = end - 3; i > 0 && text.charAt(i) != '\n'; i--) {
            boolean ends = text.charAt(i) == '.'
                    && text.charAt(i + 1) == ' '
                    && Character.isUpperCase(text.charAt(i + 2))
                    && Character.isLowerCase(text.charAt(i - 1));
            if (ends) {
                return true;
            }
        }
        return false;
    }

    private static int wordLength(char[] folded, int start) {
        int end = start;
        while (end < folded.length && folded[end] != ' ' && folded[end] != '\n') {
            end++;
        }
        return end - start;
    }

    /** Whether words end with one that no line of its own ends with: a comma, "of", "to". */
    private static boolean isOpen(char[] folded, int end) {
        if (end < 1) {
            return false;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST_OPEN && folded[start - 1] != ' ' && folded[start - 1] != '\n') {
            start--;
        }
        return folded[end - 1] == ',' || OPEN_WORDS.contains(new String(folded, start, end - start));
    }

    /** Whether a line that ends or starts with a character may go on in the next, or go on from the one before. */
    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ',' || c == '$';
    }

    /** Whether a part has traditional characters. */
    boolean isTraditional(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = original.charAt(i);
            if (c >= 0x4e00 && c <= 0x9fff && SIMPLIFIED[c - 0x4e00] != c) {
                return true;
            }
        }
        return false;
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '\u00a0', '\u2009', '\u202f', '\u3000' -> ' ';
            case '\uff1a', '\u2236', '\ufe55' -> ':';
            case '\uff0c', '\u3001', '\u3002', '\uff1b' -> c;
            case '\u2019', '\u02bc' -> '\'';
            case '\u2013', '\u2014', '\u2015', '\u2012', '\uff5e', '\u301c', '\uff0d' -> '\u2013';
            case '\u2212' -> '-';
            case '兩' -> '两';
            default -> {
                if (c >= '\uff01' && c <= '\uff5e') {
                    yield fold((char) (c - 0xfee0));
                }
                if (c >= 0x4e00 && c <= 0x9fff) {
                    yield SIMPLIFIED[c - 0x4e00];
                }
                yield Character.toLowerCase(c);
            }
        };
    }
}
