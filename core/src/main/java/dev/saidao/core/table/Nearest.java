package dev.saidao.core.table;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The word that somebody may have meant.
 *
 * @since 0.1
 */
public final class Nearest {

    private Nearest() {}

    /**
     * Returns the nearest of some words.
     *
     * @param word the word that was read
     * @param words those that are known
     * @return the one with the fewest letters added, left out or changed, if these are no more than a third of it; capitals,
     *     blanks, hyphens and underlines do not count
     */
    public static Optional<String> of(String word, Collection<String> words) {
        String plain = plain(word);
        if (plain.length() > 100) {
            return Optional.empty();
        }
        String best = null;
        int least = plain.length() / 3 + 1;
        for (String known : words) {
            String other = plain(known);
            if (other.length() <= 100) {
                int distance = distance(plain, other);
                if (distance < least) {
                    least = distance;
                    best = known;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
