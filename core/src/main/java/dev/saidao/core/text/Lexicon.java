package dev.saidao.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Words in trees by their letters: finds the longest that stands at a place. */
final class Lexicon {

    private final Map<Character, List<Word>> words = new HashMap<>();
    /** By the first letter of the words, each made when a text first has that letter: most programs need few of them. */
    private final Map<Character, Node> trees = new ConcurrentHashMap<>();

    /** A place in a tree. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Word> words = new ArrayList<>(1);
    }

    Lexicon(List<Word> words) {
        for (Word word : words) {
            this.words
                    .computeIfAbsent(
                            Character.toLowerCase(Folding.of(word.text()).charAt(0)), first -> new ArrayList<>())
                    .add(word);
        }
    }

    private @Nullable Node tree(char first) {
        Node known = trees.get(first);
        if (known != null || !words.containsKey(first)) {
            return known;
        }
        return trees.computeIfAbsent(first, letter -> tree(words.getOrDefault(letter, List.of())));
    }

    private static Node tree(List<Word> words) {
        Node root = new Node();
        for (Word word : words) {
            Node node = root;
            String folded = Folding.of(word.text());
            for (int i = 1; i < folded.length(); i++) {
                node = node.next.computeIfAbsent(Character.toLowerCase(folded.charAt(i)), letter -> new Node());
            }
            boolean known = node.words.stream()
                    .anyMatch(
                            other -> other.kind() == word.kind() && other.text().equals(word.text()));
            if (!known) {
                node.words.add(word);
            }
        }
        return root;
    }

    /**
     * Finds the longest word of some kinds that stands at a place of a folded text. A word of letters must end where letters
     * end; where several are as long, one with the same upper and lower case goes first.
     */
    @Nullable Word at(String folded, int index, Set<Word.Kind> kinds) {
        Node node = null;
        Word best = null;
        for (int i = index; i < folded.length(); i++) {
            char letter = Character.toLowerCase(folded.charAt(i));
            node = node == null ? tree(letter) : node.next.get(letter);
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
