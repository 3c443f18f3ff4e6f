package dev.saidao.core.table;

import dev.saidao.core.internal.WordFiles;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of words of this package. */
final class WordLines {

    private static final char FIRST_OF_CHINESE = '\u2e80';

    private WordLines() {}

    /** The words of one meaning. */
    static Set<String> words(String file, String wanted) {
        Set<String> words = new LinkedHashSet<>();
        read(file, (meaning, word) -> {
            if (meaning.equals(wanted)) {
                words.add(word);
            }
        });
        return words;
    }

    /** A pattern that finds any word of one meaning: those of Latin letters between others, those of Han and Hangul anywhere. */
    static Pattern pattern(String file, String wanted) {
        return Pattern.compile(words(file, wanted).stream()
                .map(word ->
                        word.charAt(0) < FIRST_OF_CHINESE ? "\\b" + Pattern.quote(word) + "\\b" : Pattern.quote(word))
                .collect(Collectors.joining("|", "(?iu)", "")));
    }

    /** A pattern that finds any word of one meaning at the end, those of Latin letters behind others. */
    static Pattern patternAtEnd(String file, String wanted) {
        return Pattern.compile(words(file, wanted).stream()
                .map(word -> (word.charAt(0) < FIRST_OF_CHINESE ? "\\b" : "") + Pattern.quote(word))
                .collect(Collectors.joining("|", "(?iu)(?:", ")$")));
    }

    /** Gives each meaning and word of a file, in its order. */
    static void read(String file, BiConsumer<String, String> taker) {
        WordFiles.read(WordLines.class, file, taker);
    }
}
