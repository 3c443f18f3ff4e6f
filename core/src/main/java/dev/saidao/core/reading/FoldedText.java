package dev.saidao.core.reading;

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

    private static final char[] SIMPLIFIED = Traditional.table();

    static FoldedText of(String text) {
        return new FoldedText(text, fold(text));
    }

    static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        joinLines(folded);
        return new String(folded);
    }

    /** Lines that were broken at a width: the break is a space, and ends no paragraph. */
    private static void joinLines(char[] folded) {
        int start = 0;
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] == '\n') {
                if (i - start >= WRAPPED && i + 1 < folded.length && isLatin(folded[i - 1]) && isLatin(folded[i + 1])) {
                    folded[i] = ' ';
                }
                start = i + 1;
            }
        }
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
