package dev.saidao.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words in a tree by their letters: finds the longest that stands at a place. */
final class Lexicon {

    private final Node root = new Node();

    /** A place in the tree. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Word> words = new ArrayList<>(1);
    }

    void add(Word word) {
        Node node = root;
        String folded = Folding.of(word.text());
        for (int i = 0; i < folded.length(); i++) {
            node = node.next.computeIfAbsent(Character.toLowerCase(folded.charAt(i)), letter -> new Node());
        }
        boolean known = node.words.stream()
                .anyMatch(other -> other.kind() == word.kind() && other.text().equals(word.text()));
        if (!known) {
            node.words.add(word);
        }
    }

    /**
     * Finds the longest word of some kinds that stands at a place of a folded text. A word of letters must end where letters
     * end; where several are as long, one with the same upper and lower case goes first.
     */
    @Nullable Word at(String folded, int index, Set<Word.Kind> kinds) {
        Node node = root;
        Word best = null;
        for (int i = index; i < folded.length(); i++) {
            node = node.next.get(Character.toLowerCase(folded.charAt(i)));
            if (node == null) {
                break;
            }
            if (!node.words.isEmpty() && endsAt(folded, i)) {
                Word found = fitting(node.words, folded.substring(index, i + 1), kinds);
                best = found == null ? best : found;
            }
        }
        return best;
    }

    private static @Nullable Word fitting(List<Word> words, String text, Set<Word.Kind> kinds) {
        Word fitting = null;
        for (Word word : words) {
            if (kinds.contains(word.kind())) {
                boolean same = Folding.of(word.text()).equals(text);
                if (same) {
                    return word;
                }
                if (!word.exact() && fitting == null) {
                    fitting = word;
                }
            }
        }
        return fitting;
    }

    /** Whether a word can end with a letter, since the next one does not go on. */
    private static boolean endsAt(String text, int last) {
        return !Folding.isLetter(text.charAt(last))
                || last + 1 == text.length()
                || !Folding.isLetter(text.charAt(last + 1));
    }
}
