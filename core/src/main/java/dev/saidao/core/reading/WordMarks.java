package dev.saidao.core.reading;

import dev.saidao.core.reading.ReadingVocabulary.Entry;
import org.jspecify.annotations.Nullable;

/** The words of a vocabulary in one text: marked once, so that the passes need not look for them at each place again. */
final class WordMarks {

    private final ReadingVocabulary words;
    private final String folded;
    private final int[] kinds;

    WordMarks(ReadingVocabulary words, String folded) {
        this.words = words;
        this.folded = folded;
        this.kinds = words.kindsIn(folded);
    }

    /** The longest word of a kind that starts at an index; null if none does, or behind the text. */
    @Nullable Entry at(WordKind kind, int index) {
        return has(kind, index) ? words.at(kind, folded, index) : null;
    }

    /** The longest word of a kind that starts at an index and ends at another or before it. */
    @Nullable Entry at(WordKind kind, int index, int end) {
        return has(kind, index) ? words.at(kind, folded.substring(index, end), 0) : null;
    }

    boolean has(WordKind kind, int index) {
        return hasAny(kind.bit(), index);
    }

    /** Whether a word of one of some kinds starts at an index, by their {@linkplain WordKind#bit() bits}. */
    boolean hasAny(int bits, int index) {
        return index >= 0 && index < kinds.length && (kinds[index] & bits) != 0;
    }

    /** The longest word of a kind that ends at an index. */
    @Nullable Entry endingAt(WordKind kind, int end) {
        return words.endingAt(kind, folded, end);
    }
}
