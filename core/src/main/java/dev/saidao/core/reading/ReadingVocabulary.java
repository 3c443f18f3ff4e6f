package dev.saidao.core.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words by which running text is read: qualifiers, units, verbs, indicators, and what each means.
 *
 * <p>A vocabulary is a text with one line for a meaning, a kind and a detail before the colon and words behind it:
 *
 * <pre>{@code
 * # comment
 * qualifier over: 超, 超过, 突破
 * unit physical GWh: 吉瓦时
 * indicator market-size: 市场规模, market size
 * }</pre>
 *
 * <p>Words are in lower case, Chinese ones in simplified characters. Where words of one kind overlap, the longest counts. The
 * files {@code zh.words} and {@code en.words} beside this class are the default, and show all kinds. Immutable.
 *
 * @since 0.1
 */
public final class ReadingVocabulary {

    private static final ReadingVocabulary DEFAULTS =
            new ReadingVocabulary(Map.of()).plus(resource("zh.words")).plus(resource("en.words"));

    /**
     * A word and its meaning.
     *
     * @param word the word, folded
     * @param meaning what stands behind the kind, such as {@code over} or {@code physical GWh}
     * @param head the first word of the meaning, such as {@code physical}
     * @param detail the rest of it, such as {@code GWh}
     */
    record Entry(String word, String meaning, String head, String detail) {

        static Entry of(String word, String meaning) {
            int space = meaning.indexOf(' ');
            return new Entry(
                    word,
                    meaning,
                    space < 0 ? meaning : meaning.substring(0, space),
                    space < 0 ? "" : meaning.substring(space + 1));
        }

        /** Whether this word stands whole at an index: a Latin word may not go on to the left or right. */
        boolean standsAt(String text, int index) {
            int end = index + word.length();
            return index >= 0
                    && text.startsWith(word, index)
                    && !(WordTrie.isLatin(word.charAt(0)) && index > 0 && WordTrie.isLatin(text.charAt(index - 1)))
                    && !(WordTrie.isLatin(word.charAt(word.length() - 1))
                            && end < text.length()
                            && WordTrie.isLatin(text.charAt(end)));
        }
    }

    private final Map<WordKind, List<Entry>> entries;
    /** The words of each kind by their last character, longest first. */
    private final Map<WordKind, CharTable<List<Entry>>> byLast = new EnumMap<>(WordKind.class);
    /** The words of all kinds by their first character. */
    private final CharTable<WordTrie> tries = new CharTable<>();

    private ReadingVocabulary(Map<WordKind, List<Entry>> entries) {
        this.entries = entries;
        entries.forEach((kind, words) -> {
            CharTable<List<Entry>> endings = new CharTable<>();
            List<Entry> longestFirst = new ArrayList<>(words);
            longestFirst.sort(
                    Comparator.comparingInt((Entry entry) -> entry.word().length())
                            .reversed());
            for (Entry entry : longestFirst) {
                String word = entry.word();
                tries.computeIfAbsent(word.charAt(0), WordTrie::new).put(entry, kind, 1);
                endings.computeIfAbsent(word.charAt(word.length() - 1), ArrayList::new)
                        .add(entry);
            }
            byLast.put(kind, endings);
        });
    }

    /** {@return the words of this library, Chinese and English} */
    public static ReadingVocabulary withDefaults() {
        return DEFAULTS;
    }

    /**
     * Adds words.
     *
     * @param lines lines of the form {@code kind detail: word, word}
     * @return a vocabulary with these words and those of this one; a word that is there already gets the new meaning
     * @throws IllegalArgumentException if a line has another form or a kind that is none; the message names it
     */
    public ReadingVocabulary plus(String lines) {
        Map<WordKind, List<Entry>> all = new EnumMap<>(WordKind.class);
        entries.forEach((kind, words) -> all.put(kind, new ArrayList<>(words)));
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    int colon = line.indexOf(": ");
                    if (colon < 1) {
                        throw new IllegalArgumentException("Line must be 'kind detail: word, word': " + line);
                    }
                    String[] head = line.substring(0, colon).strip().split(" ", 2);
                    List<Entry> words = all.computeIfAbsent(WordKind.of(head[0]), key -> new ArrayList<>());
                    for (String word : line.substring(colon + 2).split(",")) {
                        String folded = FoldedText.fold(word.strip());
                        if (!folded.isEmpty()) {
                            String meaning = head.length > 1 ? head[1].strip() : "";
                            // of one kind a word may have several meanings (the verb and the noun): the last line wins
                            words.removeIf(entry -> entry.word().equals(folded));
                            words.add(Entry.of(folded, meaning));
                        }
                    }
                });
        return new ReadingVocabulary(all);
    }

    /**
     * Returns what an indicator is called.
     *
     * @param code the code behind {@code indicator} in a line, such as {@code market-size}
     * @param locale the reader's language
     * @return for a Chinese reader the first Chinese word of it, such as {@code 市场规模}, for every other one the code without
     *     hyphens; empty if there is no Chinese word
     */
    public Optional<String> indicatorName(String code, Locale locale) {
        if (!locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return Optional.of(code.replace('-', ' '));
        }
        return entries.getOrDefault(WordKind.INDICATOR, List.of()).stream()
                .filter(entry -> entry.meaning().equals(code))
                .map(Entry::word)
                .filter(word -> Character.isIdeographic(word.codePointAt(0)))
                .findFirst();
    }

    /** The longest word of a kind that starts at an index. */
    @Nullable Entry at(WordKind kind, String text, int index) {
        WordTrie words =
                index < 0 || index >= text.length() || isInWord(text, index) ? null : tries.get(text.charAt(index));
        return words == null ? null : words.longestAt(kind, text, index);
    }

    /** Whether a Latin letter at an index goes on from one before it. */
    private static boolean isInWord(String text, int index) {
        return index > 0 && WordTrie.isLatin(text.charAt(index)) && WordTrie.isLatin(text.charAt(index - 1));
    }

    /** The longest word of a kind that ends at an index. */
    @Nullable Entry endingAt(WordKind kind, String text, int end) {
        CharTable<List<Entry>> endings = byLast.get(kind);
        List<Entry> candidates = endings == null || end < 1 ? null : endings.get(text.charAt(end - 1));
        if (candidates != null) {
            for (Entry entry : candidates) {
                if (entry.standsAt(text, end - entry.word().length())) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** For each place of a text the kinds of the words that start there, as a set of {@linkplain WordKind#bit() bits}. */
    int[] kindsIn(String folded) {
        int[] all = new int[folded.length()];
        boolean inWord = false;
        for (int i = 0; i < all.length; i++) {
            char c = folded.charAt(i);
            boolean latin = WordTrie.isLatin(c);
            WordTrie words = latin && inWord ? null : tries.get(c);
            inWord = latin;
            all[i] = words == null ? 0 : words.kindsAt(folded, i);
        }
        return all;
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(ReadingVocabulary.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(reader)) {
            return String.join("\n", lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Vocabulary must be readable: " + name, e);
        }
    }
}
