package dev.saidao.core.reading;

import java.util.BitSet;
import java.util.Collection;

/** How Latin words of a list begin, by their first three letters: tells for most places of a text at once that none stands there. */
final class Openings {

    /** The letters, and what is none. */
    private static final int SIGNS = 27;

    private final BitSet openings = new BitSet(SIGNS * SIGNS * SIGNS);

    private Openings() {}

    static Openings of(Collection<String> words) {
        Openings openings = new Openings();
        words.forEach(word -> openings.openings.set(opening(word, 0)));
        return openings;
    }

    /** Whether one of the words may start at a small letter. */
    boolean mayStandAt(String folded, int index) {
        return openings.get(opening(folded, index));
    }

    private static int opening(String text, int index) {
        int first = sign(text, index);
        int second = sign(text, index + 1);
        int third = second == SIGNS - 1 ? second : sign(text, index + 2);
        return (first * SIGNS + second) * SIGNS + third;
    }

    private static int sign(String text, int index) {
        char c = index < text.length() ? text.charAt(index) : ' ';
        return c >= 'a' && c <= 'z' ? c - 'a' : SIGNS - 1;
    }
}
