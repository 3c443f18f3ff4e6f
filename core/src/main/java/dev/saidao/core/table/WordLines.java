package dev.saidao.core.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Reads the files of words of this package: lines {@code meaning = word | word}, comments behind {@code #}. */
final class WordLines {

    private static final Pattern BAR = Pattern.compile(" | ", Pattern.LITERAL);

    private WordLines() {}

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
