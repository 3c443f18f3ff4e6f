package dev.saidao.core.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Reads files of words beside a class: lines {@code meaning = word | word}, comments behind {@code #}. */
public final class WordFiles {

    private static final String BAR = " | ";

    private WordFiles() {}

    /**
     * Gives each meaning and word of a file, in its order.
     *
     * @param beside a class of the package that the file is in
     * @param file the name of the file
     * @param taker what takes a meaning and a word
     */
    public static void read(Class<?> beside, String file, BiConsumer<String, String> taker) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf(" = ");
                if (equals > 0 && !line.startsWith("#")) {
                    for (String word : words(line.substring(equals + 3))) {
                        taker.accept(line.substring(0, equals), word);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Splits words at bars, without a pattern: a program reads thousands of them before its first answer.
     *
     * @param line words with bars between them
     * @return the words
     */
    public static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int bar = line.indexOf(BAR); bar >= 0; bar = line.indexOf(BAR, start)) {
            words.add(line.substring(start, bar).strip());
            start = bar + BAR.length();
        }
        words.add(line.substring(start).strip());
        return words;
    }
}
