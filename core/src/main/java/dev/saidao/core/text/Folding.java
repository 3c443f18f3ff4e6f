package dev.saidao.core.text;

/** Brings the many forms of one character together, each by one, so that places in the text stay the same. */
final class Folding {

    private Folding() {}

    /** The text with narrow digits and signs, plain blanks, a plain minus and plain apostrophes. */
    static String of(String text) {
        StringBuilder folded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char to = fold(c);
            if (to != c && folded == null) {
                folded = new StringBuilder(text);
            }
            if (folded != null) {
                folded.setCharAt(i, to);
            }
        }
        return folded == null ? text : folded.toString();
    }

    private static char fold(char c) {
        if (c < '\u007f') {
            return c;
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - '\uFF01' + '!');
        }
        return switch (c) {
            case '\u00a0',
                    '\u2009',
                    '\u200a',
                    '\u202f',
                    '\u2007',
                    '\u3000',
                    '\u2002',
                    '\u2003',
                    '\u2005',
                    '\u2006',
                    '\u2008' -> ' ';
            case '\u2212', '\u2010', '\u2011', '\uFE63' -> '-';
            case '\u2019', '\u2018', '\u02BC', '\u02B9' -> '\'';
            case '\u201c', '\u201d', '\u300c', '\u300d', '\u300e', '\u300f' -> '"';
            // CO₂
            case '\u2080', '\u2081', '\u2082', '\u2083', '\u2084', '\u2085', '\u2086', '\u2087', '\u2088', '\u2089' ->
                (char) (c - '\u2080' + '0');
            case '\u301c' -> '~';
            case '\uFFE5' -> '\u00a5';
            case '\uFFE1' -> '\u00a3';
            case '\uFFE0' -> '\u00a2';
            case '\uFFE6' -> '\u20a9';
            case '\u0415', '\u0435' -> c;
            default -> c;
        };
    }

    /** Whether a character goes on a word; of Chinese, Japanese and Korean, which write words without blanks, none does. */
    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c > '\u007f' && c < '\u1100' && c != '\u00aa' && c != '\u00ba' && Character.isLetter(c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
