package dev.saidao.core.reading;

import java.util.Collection;

/** How Latin words of a list begin, by their first two letters: tells for most places of a text at once that none stands there. */
final class Openings {

    private static final int LETTERS = 26;

    /** For each first letter the second ones, one bit each; the last bit is for words of one letter. */
    private final int[] seconds = new int[LETTERS];

    private Openings() {}

    static Openings of(Collection<String> words) {
        Openings openings = new Openings();
        for (String word : words) {
            int second = word.length() > 1 ? word.charAt(1) - 'a' : LETTERS;
            openings.seconds[word.charAt(0) - 'a'] |= 1 << second;
        }
        return openings;
    }

    /** Whether one of the words may start at a small letter. */
    boolean mayStandAt(String folded, int index) {
        char second = index + 1 < folded.length() ? folded.charAt(index + 1) : ' ';
        int bit = second >= 'a' && second <= 'z' ? second - 'a' : LETTERS;
        return (seconds[folded.charAt(index) - 'a'] & 1 << bit) != 0;
    }
}
