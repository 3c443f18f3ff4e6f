package dev.saidao.core.reading;

import dev.saidao.core.reading.ReadingVocabulary.Entry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that go on from some characters, as a tree with a node for each further one. */
final class WordTrie {

    private char[] characters = {};
    private WordTrie[] next = {};
    /** The words that end here, by their kinds; null as long as none does. */
    private @Nullable Map<WordKind, Entry> words;

    private int bits;

    /** Puts in a word of a kind, from a place of it on. */
    void put(Entry word, WordKind kind, int from) {
        if (from == word.word().length()) {
            if (words == null) {
                words = new EnumMap<>(WordKind.class);
            }
            words.put(kind, word);
            bits |= kind.bit();
            return;
        }
        char c = word.word().charAt(from);
        WordTrie node = after(c);
        if (node == null) {
            node = new WordTrie();
            characters = Arrays.copyOf(characters, characters.length + 1);
            characters[characters.length - 1] = c;
            next = Arrays.copyOf(next, characters.length);
            next[characters.length - 1] = node;
        }
        node.put(word, kind, from + 1);
    }

    private @Nullable WordTrie after(char c) {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == c) {
                return next[i];
            }
        }
        return null;
    }

    /** The kinds of the words that start at an index, where this is the node of its character; Latin words must end whole. */
    int kindsAt(String text, int index) {
        int kinds = 0;
        int last = index;
        for (WordTrie node = this; node != null; node = node.following(text, last++)) {
            if (node.bits != 0 && endsWhole(text, last)) {
                kinds |= node.bits;
            }
        }
        return kinds;
    }

    /** The longest word of a kind that starts at an index, where this is the node of its character; null if none does. */
    @Nullable Entry longestAt(WordKind kind, String text, int index) {
        Entry longest = null;
        int last = index;
        for (WordTrie node = this; node != null; node = node.following(text, last++)) {
            if ((node.bits & kind.bit()) != 0 && node.words != null && endsWhole(text, last)) {
                longest = node.words.get(kind);
            }
        }
        return longest;
    }

    private @Nullable WordTrie following(String text, int last) {
        return last + 1 < text.length() ? after(text.charAt(last + 1)) : null;
    }

    private static boolean endsWhole(String text, int last) {
        return last + 1 == text.length() || !isLatin(text.charAt(last)) || !isLatin(text.charAt(last + 1));
    }

    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}
