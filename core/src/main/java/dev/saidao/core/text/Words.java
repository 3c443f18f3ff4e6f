package dev.saidao.core.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words with their meanings: finds the longest that stands at a place, and gives the one to print for a meaning. */
final class Words<T> {

    private final List<Entry<T>> longestFirst = new ArrayList<>();
    private final Map<T, String> printed = new LinkedHashMap<>();

    /**
     * A word that was found.
     *
     * @param word the word
     * @param meaning what it means
     */
    record Entry<T>(String word, T meaning) {}

    /** Adds the words of a meaning; the first is the one that is printed. */
    Words<T> with(T meaning, String... words) {
        printed.putIfAbsent(meaning, words[0]);
        for (String word : words) {
            longestFirst.add(new Entry<>(word, meaning));
        }
        longestFirst.sort(Comparator.comparingInt(entry -> -entry.word().length()));
        return this;
    }

    /** Finds the longest word at a place, in upper or lower case; a Latin word must end where its letters end. */
    Optional<Entry<T>> at(String text, int index) {
        for (Entry<T> entry : longestFirst) {
            if (stands(entry.word(), text, index)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The word to print for a meaning. */
    Optional<String> word(T meaning) {
        return Optional.ofNullable(printed.get(meaning));
    }

    static boolean stands(String word, String text, int index) {
        int end = index + word.length();
        return text.regionMatches(true, index, word, 0, word.length())
                && !(isLatin(word.charAt(word.length() - 1)) && end < text.length() && isLatin(text.charAt(end)));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
