package dev.saidao.core.text;

import dev.saidao.core.internal.WordFiles;
import dev.saidao.core.quantity.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a vocabulary: sections with heads in square brackets, lines {@code meaning = word | word}, comments behind {@code #}
 * at the start of a line.
 */
final class VocabularyReader {

    private static final String OWN = "META-INF/saidao/words.txt";
    private static final Pattern PLURAL = Pattern.compile("(?<=[a-z]{3})s(?= of | of\\b|$)");

    private VocabularyReader() {}

    /** The words of a language, in the order of the file. */
    static List<Word> words(String language) {
        try (InputStream stream = VocabularyReader.class.getResourceAsStream(language + ".txt")) {
            if (stream == null) {
                throw new IllegalStateException("Vocabulary must be there: " + language);
            }
            return words(language, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of those who use the library, from every resource of that name on the class path. */
    static List<Word> own(List<Word> known) {
        List<Word> all = new ArrayList<>();
        try {
            ClassLoader loader = VocabularyReader.class.getClassLoader();
            List<URL> files = loader == null ? List.of() : Collections.list(loader.getResources(OWN));
            for (URL file : files) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    for (Word word : words("", reader)) {
                        requireNew(word, known);
                        all.add(word);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** A word that means something already is not given another meaning. */
    static void requireNew(Word word, List<Word> known) {
        for (Word other : known) {
            boolean same = other.kind() == word.kind() && other.text().equalsIgnoreCase(word.text());
            if (same && !other.meaning().equals(word.meaning())) {
                throw new IllegalStateException(
                        "Word must have one meaning: " + word.text() + " is " + other.meaning() + " already");
            }
        }
        if (word.kind() == Word.Kind.PHYSICAL && !Unit.physicalSymbols().contains(word.meaning())) {
            throw new IllegalStateException("Sign of a unit must be known: " + word.meaning());
        }
    }

    static List<Word> words(String language, BufferedReader reader) throws IOException {
        List<Word> words = new ArrayList<>();
        Word.Kind kind = Word.Kind.PASSED_OVER_BEFORE;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int equals = line.indexOf(" = ");
            if (line.startsWith("[") && equals < 0) {
                kind = Word.Kind.of(line.substring(1, line.length() - 1));
            } else if (equals > 0 && !line.startsWith("#")) {
                String meaning = line.substring(0, equals);
                add(words, kind, meaning, line.substring(equals + 3), language);
            }
        }
        return words;
    }

    private static void add(List<Word> words, Word.Kind kind, String meaning, String line, String language) {
        for (String word : WordFiles.words(line)) {
            words.add(new Word(kind, meaning, word, language, isExact(kind, word)));
            // kilowatt-hour beside kilowatt-hours, tonne of CO2 beside tonnes of CO2
            boolean plural = kind == Word.Kind.PHYSICAL && language.equals("en") && word.length() > 5;
            String one = plural ? PLURAL.matcher(word).replaceFirst("") : word;
            if (!one.equals(word)) {
                words.add(new Word(kind, meaning, one, language, isExact(kind, one)));
            }
        }
    }

    /** Signs of units differ by case alone (mW, MW), and so do letters that are multipliers; words do not. */
    private static boolean isExact(Word.Kind kind, String word) {
        return switch (kind) {
            case MULTIPLIER_LETTER, CURRENCY_SIGN -> true;
            case PHYSICAL -> word.length() < 4 || !word.equals(word.toLowerCase(java.util.Locale.ROOT));
            default -> false;
        };
    }
}
