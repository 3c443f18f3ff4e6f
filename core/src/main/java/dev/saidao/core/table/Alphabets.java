package dev.saidao.core.table;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells the encodings of Latin letters apart by the languages that are written with them: õ beside ö and ű is Hungarian ő, in
 * windows-1250, and ³ between letters is Polish ł.
 */
final class Alphabets {

    private static final double MOST_OTHERS = 0.1;
    /** What another encoding than that of the west may leave unexplained, as it is the rarer one. */
    private static final double MOST_OTHERS_ELSEWHERE = 0.02;

    private static final int SEEN = 1 << 20;

    private static final List<Language> LANGUAGES = new ArrayList<>();

    static {
        WordLines.read(
                "alphabets.txt",
                (encoding, letters) -> LANGUAGES.add(new Language(
                        Charset.forName(encoding), letters + letters.toUpperCase(Locale.ROOT) + "\u0130")));
    }

    /**
     * A language.
     *
     * @param charset the encoding of its files
     * @param letters its letters beyond a to z
     */
    private record Language(Charset charset, String letters) {}

    private Alphabets() {}

    /** Whether all characters of a text beyond those of ASCII are letters of one language, three at least. */
    static boolean fit(byte[] bytes, int length) {
        for (Language language : LANGUAGES) {
            String text = new String(bytes, 0, Math.min(length, SEEN), language.charset());
            long others = text.chars()
                    .filter(c -> c >= 0x80 && language.letters().indexOf(c) < 0)
                    .count();
            long letters = text.chars().filter(c -> c >= 0x80).distinct().count();
            if (others == 0 && letters > 2) {
                return true;
            }
        }
        return false;
    }

    /** The encoding of the first language that a text fits best; null if it fits none. */
    static @Nullable Charset of(byte[] bytes, int length) {
        int[] counts = new int[256];
        int[] inside = new int[256];
        int all = 0;
        int tildes = 0;
        for (int i = 0; i < Math.min(length, SEEN); i++) {
            if (bytes[i] < 0) {
                counts[bytes[i] & 0xFF]++;
                boolean next = i + 1 < length && isLetter(bytes[i + 1]);
                // z³ is zł, in files of which nothing else may tell it
                boolean zloty = bytes[i] == (byte) 0xB3 && i > 0 && bytes[i - 1] == 'z';
                inside[bytes[i] & 0xFF] += i > 0 && isLetter(bytes[i - 1]) && (next || zloty) ? 1 : 0;
                tildes += isTilde(bytes[i]) && (i + 1 == length || (bytes[i + 1] | 0x20) != 'e') ? 1 : 0;
                all++;
            }
        }
        Charset best = null;
        double fewest = MOST_OTHERS * all + 0.5;
        for (Language language : LANGUAGES) {
            // Portuguese has õ before e, and ã beside it
            boolean portuguese = language.letters().contains("ãõ");
            double others = others(language, counts, inside) + (portuguese ? tildes : 0);
            boolean western = language.charset().name().equals("windows-1252");
            if (others < fewest && (western || others <= MOST_OTHERS_ELSEWHERE * all)) {
                best = language.charset();
                fewest = others;
            }
        }
        return best;
    }

    private static boolean isTilde(byte b) {
        return b == (byte) 0xF5 || b == (byte) 0xD5;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    /** How many characters are no letters of a language, and no signs that stand apart from letters. */
    private static int others(Language language, int[] counts, int[] inside) {
        int others = 0;
        byte[] one = new byte[1];
        for (int b = 0x80; b < counts.length; b++) {
            if (counts[b] > 0) {
                one[0] = (byte) b;
                char c = new String(one, language.charset()).charAt(0);
                boolean letter = Character.isLetter(c) && c != 'ª' && c != 'º';
                boolean known =
                        letter ? language.letters().indexOf(c) >= 0 : c != '\uFFFD' && !Character.isISOControl(c);
                others += !known ? counts[b] : letter || isMark(c) ? 0 : inside[b];
            }
        }
        return others;
    }

    /** Apostrophes, dashes and the like, which stand between letters in any language. */
    private static boolean isMark(char c) {
        return "’‘´`·-–—\u00A0\u00AD".indexOf(c) >= 0;
    }
}
