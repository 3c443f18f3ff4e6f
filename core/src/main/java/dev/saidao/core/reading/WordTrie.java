package dev.saidao.core.reading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words that go on from some characters, as a tree with a node for each further one. */
final class WordTrie {

    private char[] characters = {};
    private WordTrie[] next = {};
    /** The kinds of the words that end here. */
    private int bits;

    /** Puts in a word of a kind, from a place of it on. */
    void put(String word, int from, int bit) {
        if (from == word.length()) {
            bits |= bit;
            return;
        }
        int at = Arrays.binarySearch(characters, word.charAt(from));
        if (at < 0) {
            at = -at - 1;
            characters = inserted(characters, at, word.charAt(from));
            WordTrie[] longer = Arrays.copyOf(next, next.length + 1);
            System.arraycopy(next, at, longer, at + 1, next.length - at);
            longer[at] = new WordTrie();
            next = longer;
        }
        next[at].put(word, from + 1, bit);
    }

    private static char[] inserted(char[] characters, int at, char c) {
        char[] longer = Arrays.copyOf(characters, characters.length + 1);
        System.arraycopy(characters, at, longer, at + 1, characters.length - at);
        longer[at] = c;
        return longer;
    }

    private @Nullable WordTrie after(char c) {
        int at = Arrays.binarySearch(characters, c);
        return at < 0 ? null : next[at];
    }

    /** The kinds of the words that start at an index, where this is the node of its character; Latin words must end whole. */
    int kindsAt(String text, int index) {
        int kinds = 0;
        WordTrie node = this;
        int last = index;
        while (node != null) {
            boolean goesOn = last + 1 < text.length();
            char behind = goesOn ? text.charAt(last + 1) : ' ';
            if (node.bits != 0 && !(isLatin(text.charAt(last)) && isLatin(behind))) {
                kinds |= node.bits;
            }
            node = goesOn ? node.after(behind) : null;
            last++;
        }
        return kinds;
    }

    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}
