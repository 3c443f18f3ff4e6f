package dev.saidao.core.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final Function<BitSet, List<BitSet>> suspects;
    private final Set<BitSet> conflicts = new LinkedHashSet<>();
    /** The groups as they were hit last, by a member of their first conflicts; most are as they were. */
    private final Map<Integer, Hit> hits = new HashMap<>();

    private boolean complete;

    /**
     * A group of conflicts that hang together.
     *
     * @param members all that are part of one
     * @param removals the smallest sets that hit each
     */
    record Group(BitSet members, List<BitSet> removals) {}

    private record Hit(List<BitSet> conflicts, Group group) {}

    /**
     * Works on the numbers 0 to {@code size - 1}; whatever goes together does so without some of it as well.
     *
     * @param size how many there are
     * @param goesTogether whether a set goes together
     * @param suspects parts of a set that do not go together, as small as can be told cheaply; none if the set goes together
     */
    Conflicts(int size, Predicate<BitSet> goesTogether, Function<BitSet, List<BitSet>> suspects) {
        this.size = size;
        this.goesTogether = goesTogether;
        this.suspects = suspects;
    }

    /** Adds a set that is known not to go together; it need not be the smallest such. */
    void addKnown(BitSet set) {
        add(smallest(set));
    }

    private void add(BitSet conflict) {
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
            List<BitSet> counterexamples = counterexamples(all, groups);
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
    private List<BitSet> counterexamples(BitSet all, List<Group> groups) {
        BitSet first = all;
        long combinations = 1;
        for (Group group : groups) {
            first = without(first, group.removals().get(0));
            combinations = Math.min(combinations * group.removals().size(), MOST_COMBINATIONS + 1);
        }
        List<BitSet> found = suspects.apply(first);
        complete = combinations <= MOST_COMBINATIONS;
        return found.isEmpty() && complete ? inAll(all, groups, 0) : found;
    }

    private List<BitSet> inAll(BitSet rest, List<Group> groups, int next) {
        if (next == groups.size()) {
            return suspects.apply(rest);
        }
        for (BitSet removal : groups.get(next).removals()) {
            List<BitSet> found = inAll(without(rest, removal), groups, next + 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static BitSet without(BitSet set, BitSet removal) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(removal);
        return rest;
    }

    /** Whether every combination of the sets of all groups was tried. */
    boolean isComplete() {
        return complete;
    }

    // ---- one conflict ----

    /** A part of a set that does not go together, of which every smaller part does. */
    private BitSet smallest(BitSet set) {
        return explain(new BitSet(), false, set);
    }

    private BitSet explain(BitSet background, boolean changed, BitSet set) {
        if (changed && !goesTogether.test(background)) {
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
        BitSet ofRight = explain(union(background, left), !left.isEmpty(), right);
        BitSet ofLeft = explain(union(background, ofRight), !ofRight.isEmpty(), left);
        return union(ofLeft, ofRight);
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
        for (BitSet conflict : conflicts) {
            int first = leaderOf(conflict.nextSetBit(0), leader);
            for (int i = conflict.nextSetBit(0); i >= 0; i = conflict.nextSetBit(i + 1)) {
                leader[leaderOf(i, leader)] = first;
            }
        }
        Map<Integer, List<BitSet>> together = new LinkedHashMap<>();
        for (BitSet conflict : conflicts) {
            together.computeIfAbsent(leaderOf(conflict.nextSetBit(0), leader), key -> new ArrayList<>())
                    .add(conflict);
        }
        List<Group> groups = new ArrayList<>();
        for (List<BitSet> group : together.values()) {
            int first = group.get(0).nextSetBit(0);
            Hit last = hits.get(first);
            if (last == null || last.conflicts.size() != group.size()) {
                BitSet members = new BitSet();
                group.forEach(members::or);
                last = new Hit(group, new Group(members, smallestHitting(group)));
                hits.put(first, last);
            }
            groups.add(last.group);
        }
        groups.sort(Comparator.comparingInt(group -> group.members().nextSetBit(0)));
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

    private static List<BitSet> smallestHitting(List<BitSet> conflicts) {
        Set<BitSet> level = new HashSet<>();
        level.add(new BitSet());
        while (true) {
            Set<BitSet> hitting = new HashSet<>();
            Set<BitSet> next = new HashSet<>();
            for (BitSet set : level) {
                BitSet missed = firstMissed(set, conflicts);
                if (missed.isEmpty()) {
                    hitting.add(set);
                } else {
                    for (int i = missed.nextSetBit(0); i >= 0; i = missed.nextSetBit(i + 1)) {
                        BitSet more = (BitSet) set.clone();
                        more.set(i);
                        next.add(more);
                    }
                }
            }
            if (!hitting.isEmpty()) {
                return hitting.stream()
                        .sorted((a, b) -> list(a).compareTo(list(b)))
                        .limit(MOST_SETS)
                        .toList();
            }
            if (next.size() > MOST_CANDIDATES) {
                throw new TooMuchException();
            }
            level = next;
        }
    }

    private static BitSet firstMissed(BitSet set, List<BitSet> conflicts) {
        for (BitSet conflict : conflicts) {
            if (!conflict.intersects(set)) {
                return conflict;
            }
        }
        return new BitSet();
    }

    private static String list(BitSet set) {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(set.stream().boxed().toList()).forEach(i -> text.append(String.format(Locale.ROOT, "%09d,", i)));
        return text.toString();
    }
}
