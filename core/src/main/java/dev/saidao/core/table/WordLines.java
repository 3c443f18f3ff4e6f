package dev.saidao.core.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the files of words of this package: lines {@code meaning = word | word}, comments behind {@code #}. */
final class WordLines {

    private static final Pattern BAR = Pattern.compile(" | ", Pattern.LITERAL);

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

    /** Gives each meaning and word of a file, in its order. */
    static void read(String file, BiConsumer<String, String> taker) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordLines.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf(" = ");
                if (equals > 0 && !line.startsWith("#")) {
                    for (String word : BAR.split(line.substring(equals + 3))) {
                        taker.accept(line.substring(0, equals), word.strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
