package dev.saidao.core.table;

import java.util.ArrayList;
import java.util.List;

/** The flags behind the numbers of a table, each of which is read once: there are few of them, and numbers with one are many. */
final class FlagTexts {

    private static final int MOST = Byte.MAX_VALUE;

    /**
     * A flag.
     *
     * @param text the letters
     * @param status what it says of a value
     * @param year the year that a note gives to its values; empty if none does
     */
    record Flag(String text, ObservationStatus status, String year) {}

    private final long[] keys = new long[MOST];
    /** The numbers of those that are one letter, as nearly all are: to look there is quicker than to compare. */
    private final byte[] ofLetters = new byte[128];

    private final List<String> texts = new ArrayList<>();

    /** The number of the flag of letters, from 1 on; 0 if there are more flags than can be. */
    byte of(char[] chars, int start, int end) {
        boolean letter = end - start == 1 && chars[start] < ofLetters.length;
        if (letter && ofLetters[chars[start]] > 0) {
            return ofLetters[chars[start]];
        }
        long key = 0;
        for (int i = start; i < end; i++) {
            key = key << Character.SIZE | chars[i];
        }
        for (int i = 0; i < texts.size(); i++) {
            if (keys[i] == key) {
                return (byte) (i + 1);
            }
        }
        if (texts.size() == MOST) {
            return 0;
        }
        keys[texts.size()] = key;
        texts.add(new String(chars, start, end - start));
        byte number = (byte) texts.size();
        if (letter) {
            ofLetters[chars[start]] = number;
        }
        return number;
    }

    /** {@return the letters of all flags, by their numbers} */
    List<String> texts() {
        return texts;
    }
}
