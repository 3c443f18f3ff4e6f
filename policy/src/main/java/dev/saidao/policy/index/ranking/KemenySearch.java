package dev.saidao.policy.index.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The orders of a group with the largest sum of preferences, by dynamic programming: the best order of a set puts one member
 * first, before the best order of the rest.
 */
final class KemenySearch {

    private final long[][] prefer;
    private final int[] members;
    private final long[] best;
    private final long[] counts;

    KemenySearch(long[][] prefer, List<Integer> group) {
        this.prefer = prefer;
        this.members = group.stream().mapToInt(member -> member).toArray();
        this.best = new long[1 << members.length];
        this.counts = new long[1 << members.length];
        counts[0] = 1;
        for (int set = 1; set < best.length; set++) {
            best[set] = -1;
            for (int first = 0; first < members.length; first++) {
                if ((set >> first & 1) == 1) {
                    int rest = set & ~(1 << first);
                    long sum = Math.addExact(best[rest], overAll(first, rest));
                    if (sum > best[set]) {
                        best[set] = sum;
                        counts[set] = counts[rest];
                    } else if (sum == best[set]) {
                        counts[set] += counts[rest];
                    }
                }
            }
        }
    }

    private long overAll(int first, int rest) {
        long sum = 0;
        for (int other = 0; other < members.length; other++) {
            if ((rest >> other & 1) == 1) {
                sum += prefer[members[first]][members[other]];
            }
        }
        return sum;
    }

    long score() {
        return best[best.length - 1];
    }

    /** How many orders have it; at most 20!, which a long holds. */
    long count() {
        return counts[counts.length - 1];
    }

    /** Those orders, up to a number. */
    List<List<Integer>> rankings(int most) {
        List<List<Integer>> found = new ArrayList<>();
        collect(best.length - 1, new int[members.length], 0, most, found);
        return found;
    }

    private void collect(int set, int[] order, int length, int most, List<List<Integer>> found) {
        if (set == 0) {
            found.add(Arrays.stream(order).boxed().toList());
        }
        for (int first = 0; first < members.length && found.size() < most; first++) {
            int rest = set & ~(1 << first);
            if (rest != set && best[rest] + overAll(first, rest) == best[set]) {
                order[length] = members[first];
                collect(rest, order, length + 1, most, found);
            }
        }
    }
}
