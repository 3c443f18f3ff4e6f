package dev.saidao.core.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds, of things that do not all go together, the smallest sets that must go for the rest to go together.
 *
 * <p>Conflicts, small sets that do not go together, are found one by one; sets that hit each of them are candidates; a candidate
 * after whose removal the rest goes together is an answer, any other one shows the next conflict. No smaller set can be an
 * answer, since it would miss a conflict.
 *
 * <p>Source: Reiter, A theory of diagnosis from first principles, Artificial Intelligence 32 (1987); the conflicts by
 * Junker's QuickXplain, AAAI 2004.
 */
final class Conflicts {

    private static final int MOST_SETS = 1_000;
    private static final int MOST_CANDIDATES = 100_000;
    private static final long MOST_COMBINATIONS = 1_000;

    /** Says that a search was given up. */
    static final class TooMuchException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuchException() {
            super("Search must end within its limits", null, false, false);
        }
    }

    private final int size;
    private final Predicate<BitSet> goesTogether;
    /** The set that is asked for, empty in between; of many things a new one each time would be long. */
    private final BitSet asked = new BitSet();

    private final Function<BitSet, List<List<Integer>>> suspects;
    /** By their members in order: of many things each conflict has few. */
    private final Set<List<Integer>> conflicts = new LinkedHashSet<>();
    /** The groups as they were hit last, by a member of their first conflicts; most are as they were. */
    private final Map<Integer, Hit> hits = new HashMap<>();

    private boolean complete;

    /**
     * A group of conflicts that hang together.
     *
     * @param members all that are part of one
     * @param removals the smallest sets that hit each
     */
    record Group(List<Integer> members, List<List<Integer>> removals) {}

    private record Hit(List<List<Integer>> conflicts, Group group) {}

    /**
     * Works on the numbers 0 to {@code size - 1}; whatever goes together does so without some of it as well.
     *
     * @param size how many there are
     * @param goesTogether whether a set, which changes afterwards, goes together
     * @param suspects parts of a set that do not go together, as small as can be told cheaply; none if the set goes together
     */
    Conflicts(int size, Predicate<BitSet> goesTogether, Function<BitSet, List<List<Integer>>> suspects) {
        this.size = size;
        this.goesTogether = goesTogether;
        this.suspects = suspects;
    }

    /** Adds a set that is known not to go together; it need not be the smallest such. */
    void addKnown(List<Integer> members) {
        List<Integer> conflict = smallest(members.stream().distinct().sorted().toList());
        if (conflict.isEmpty()) {
            throw new IllegalStateException("What does not go together must have members");
        }
        conflicts.add(conflict);
    }

    List<Group> groups() {
        BitSet all = new BitSet();
        all.set(0, size);
        while (true) {
            List<Group> groups = hit();
            List<List<Integer>> counterexamples = counterexamples(all, groups);
            if (counterexamples.isEmpty()) {
                return groups;
            }
            counterexamples.forEach(this::addKnown);
        }
    }

    /**
     * Parts of what is left after removing sets that hit all conflicts known, if they still do not go together.
     *
     * <p>Every combination of sets of the groups is tried. Where they are too many only the first sets are, and {@link
     * #isComplete} says so.
     */
    private List<List<Integer>> counterexamples(BitSet all, List<Group> groups) {
        BitSet first = (BitSet) all.clone();
        long combinations = 1;
        for (Group group : groups) {
            group.removals().get(0).forEach(first::clear);
            combinations = Math.min(combinations * group.removals().size(), MOST_COMBINATIONS + 1);
        }
        List<List<Integer>> found = suspects.apply(first);
        complete = combinations <= MOST_COMBINATIONS;
        return found.isEmpty() && complete ? inAll(all, groups, 0) : found;
    }

    private List<List<Integer>> inAll(BitSet rest, List<Group> groups, int next) {
        if (next == groups.size()) {
            return suspects.apply(rest);
        }
        for (List<Integer> removal : groups.get(next).removals()) {
            List<List<Integer>> found = inAll(without(rest, removal), groups, next + 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static BitSet without(BitSet set, List<Integer> removal) {
        BitSet rest = (BitSet) set.clone();
        removal.forEach(rest::clear);
        return rest;
    }

    /** Whether every combination of the sets of all groups was tried. */
    boolean isComplete() {
        return complete;
    }

    // ---- one conflict ----

    /** A part of a set that does not go together, of which every smaller part does. Sets are of places in it, which is short. */
    private List<Integer> smallest(List<Integer> set) {
        return explain(set, new BitSet(), false, places(0, set.size())).stream()
                .mapToObj(set::get)
                .toList();
    }

    private static BitSet places(int from, int to) {
        BitSet places = new BitSet();
        places.set(from, to);
        return places;
    }

    private BitSet explain(List<Integer> all, BitSet background, boolean changed, BitSet set) {
        if (changed && !goesTogether(all, background)) {
            return new BitSet();
        }
        if (set.cardinality() <= 1) {
            return set;
        }
        BitSet left = new BitSet();
        BitSet right = new BitSet();
        int half = set.cardinality() / 2;
        int count = 0;
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            (count++ < half ? left : right).set(i);
        }
        BitSet ofRight = explain(all, union(background, left), !left.isEmpty(), right);
        BitSet ofLeft = explain(all, union(background, ofRight), !ofRight.isEmpty(), left);
        return union(ofLeft, ofRight);
    }

    private boolean goesTogether(List<Integer> all, BitSet places) {
        places.stream().map(all::get).forEach(asked::set);
        boolean together = goesTogether.test(asked);
        asked.clear();
        return together;
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet union = (BitSet) a.clone();
        union.or(b);
        return union;
    }

    // ---- sets that hit all conflicts ----

    /** Groups the conflicts that share members, and hits each group. */
    private List<Group> hit() {
        int[] leader = IntStream.range(0, size).toArray();
        for (List<Integer> conflict : conflicts) {
            int first = leaderOf(conflict.get(0), leader);
            for (int i : conflict) {
                leader[leaderOf(i, leader)] = first;
            }
        }
        Map<Integer, List<List<Integer>>> together = new LinkedHashMap<>();
        for (List<Integer> conflict : conflicts) {
            together.computeIfAbsent(leaderOf(conflict.get(0), leader), key -> new ArrayList<>())
                    .add(conflict);
        }
        List<Group> groups = new ArrayList<>();
        for (List<List<Integer>> group : together.values()) {
            int first = group.get(0).get(0);
            Hit last = hits.get(first);
            if (last == null || last.conflicts.size() != group.size()) {
                List<Integer> members =
                        group.stream().flatMap(List::stream).distinct().sorted().toList();
                last = new Hit(group, new Group(members, smallestHitting(group)));
                hits.put(first, last);
            }
            groups.add(last.group);
        }
        groups.sort(Comparator.comparingInt(group -> group.members().get(0)));
        return groups;
    }

    private static int leaderOf(int member, int[] leader) {
        int at = member;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private static List<List<Integer>> smallestHitting(List<List<Integer>> conflicts) {
        // each in order: lists of few numbers have hashes apart, which sums of such, as sets have, are not
        Set<List<Integer>> level = Set.of(List.of());
        while (true) {
            List<List<Integer>> hitting = new ArrayList<>();
            Set<List<Integer>> next = new HashSet<>();
            for (List<Integer> set : level) {
                List<Integer> missed = firstMissed(set, conflicts);
                if (missed.isEmpty()) {
                    hitting.add(set);
                }
                for (int i : missed) {
                    List<Integer> more = new ArrayList<>(set);
                    more.add(i);
                    more.sort(null);
                    next.add(more);
                }
            }
            if (!hitting.isEmpty()) {
                return hitting.stream()
                        .sorted(Conflicts::inOrder)
                        .limit(MOST_SETS)
                        .map(List::copyOf)
                        .toList();
            }
            if (next.size() > MOST_CANDIDATES) {
                throw new TooMuchException();
            }
            level = next;
        }
    }

    private static List<Integer> firstMissed(List<Integer> set, List<List<Integer>> conflicts) {
        for (List<Integer> conflict : conflicts) {
            if (conflict.stream().noneMatch(set::contains)) {
                return conflict;
            }
        }
        return List.of();
    }

    /** Sets of one size by their first members, then by the next ones. */
    private static int inOrder(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
