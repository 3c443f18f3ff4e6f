package dev.saidao.core.audit;

import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.RoughTerms;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Looks with doubles for proof that all relations of a component can be true together, with every print as it is.
 *
 * <p>A relation that shares one figure only with the others is taken away, after that figure was narrowed to what the relation
 * leaves of it; each narrowing is exact but for an error that is carried along, so what is left in the end can be told for
 * certain. Where relations hang together in loops, a figure of one is set to its printed number, or one close to it, and is
 * shared no more. What the proof cannot be had for may still go together: only exact work tells.
 */
final class Witness {

    private final Network network;
    private final int[] relations;
    private final int[] figures;
    private final RoughBounds[] boxes;
    /** For each figure in how many relations that are left it is; 0 once it is set. */
    private final int[] shared;

    private final boolean[] isGone;
    private final Deque<Integer> single = new ArrayDeque<>();

    private Witness(Network network, int[] relations) {
        this.network = network;
        this.relations = relations;
        this.figures = network.figuresOf(relations);
        this.boxes = new RoughBounds[figures.length];
        this.shared = new int[figures.length];
        this.isGone = new boolean[relations.length];
    }

    /**
     * Whether it is certain that relations can all be true.
     *
     * @param network the network
     * @param relations the relations, all those that hang together, in order
     * @param taken the relations that are to be taken otherwise, of which nothing is certain here
     */
    static boolean isFound(Network network, int[] relations, Map<Integer, ?> taken) {
        return Arrays.stream(relations).allMatch(r -> network.isSolvedRoughly(r) && !taken.containsKey(r))
                && new Witness(network, relations).isFound();
    }

    private boolean isFound() {
        if (!start()) {
            return false;
        }
        int next = 0;
        while (true) {
            while (!single.isEmpty()) {
                int i = single.pop();
                if (!isGone[i] && !takeAway(i)) {
                    return false;
                }
            }
            while (next < figures.length && shared[next] < 2) {
                next++;
            }
            if (next == figures.length) {
                return true;
            }
            if (!set(next)) {
                return false;
            }
        }
    }

    private boolean start() {
        for (int f = 0; f < figures.length; f++) {
            RoughBounds range = network.roughRange(figures[f]);
            RoughBounds print = network.printed(figures[f]).map(Evidence::rough).orElse(range);
            boxes[f] = print;
            if (print.isUnknown() || (!print.equals(range) && !range.surelyEncloses(print))) {
                return false;
            }
        }
        for (int r : relations) {
            boolean knowsImpossible = network.relation(r).equation().knowsImpossible();
            int[] members = network.members(r);
            for (int i = 0; i < members.length; i++) {
                int figure = members[i];
                if (figure >= 0) {
                    if (isBefore(members, i)
                            || (knowsImpossible && network.printed(figure).isEmpty())) {
                        return false;
                    }
                    shared[place(figure)]++;
                }
            }
        }
        for (int i = 0; i < relations.length; i++) {
            wake(i);
        }
        return true;
    }

    /** Whether a member is the same figure as one before it. */
    private static boolean isBefore(int[] members, int place) {
        for (int i = 0; i < place; i++) {
            if (members[i] == members[place]) {
                return true;
            }
        }
        return false;
    }

    private int place(int figure) {
        return Arrays.binarySearch(figures, figure);
    }

    private void wake(int i) {
        if (!isGone[i] && sharedMember(i, true) < 0) {
            single.add(i);
        }
    }

    /** The place of a member that is shared: of the first, or of a second one; -1 if there is none. */
    private int sharedMember(int i, boolean second) {
        int[] members = network.members(relations[i]);
        boolean seen = false;
        for (int m = 0; m < members.length; m++) {
            if (members[m] >= 0 && shared[place(members[m])] > 1) {
                if (seen || !second) {
                    return m;
                }
                seen = true;
            }
        }
        return -1;
    }

    /** Narrows the figure that a relation shares to what the relation leaves of it; returns whether that is something. */
    private boolean takeAway(int i) {
        isGone[i] = true;
        int r = relations[i];
        int[] members = network.members(r);
        RoughBounds[] terms = new RoughBounds[members.length];
        for (int m = 0; m < members.length; m++) {
            terms[m] = members[m] < 0 ? network.roughConstant(r, m) : boxes[place(members[m])];
        }
        RoughTerms all = new RoughTerms(network.roles(r), terms);
        int asked = sharedMember(i, false);
        if (asked < 0) {
            return IntStream.range(0, members.length)
                    .anyMatch(m -> members[m] >= 0 && !left(r, m, all).isUnknown());
        }
        int figure = place(members[asked]);
        boxes[figure] = left(r, asked, all);
        if (boxes[figure].isUnknown()) {
            return false;
        }
        release(figure);
        return true;
    }

    private RoughBounds left(int r, int member, RoughTerms terms) {
        return network.relation(r)
                .equation()
                .solve(network.roles(r).get(member), terms)
                .meet(terms.at(member));
    }

    /** Takes a figure as shared by one relation less. */
    private void release(int figure) {
        shared[figure]--;
        if (shared[figure] == 1) {
            wakeAll(figure);
        }
    }

    private void wakeAll(int figure) {
        for (int r : network.relationsOf(figures[figure])) {
            int i = Arrays.binarySearch(relations, r);
            if (i >= 0) {
                wake(i);
            }
        }
    }

    /** Sets a figure to its printed number, if that is left, or to one in the middle of what is. */
    private boolean set(int figure) {
        RoughBounds box = boxes[figure];
        RoughBounds print = network.printed(figures[figure])
                .map(known -> RoughBounds.exactly(known.roughPoint().low()))
                .orElse(RoughBounds.UNKNOWN);
        RoughBounds middle = RoughBounds.exactly(box.low() / 2 + box.high() / 2);
        boxes[figure] = box.surelyEncloses(print) ? print : middle;
        shared[figure] = 0;
        wakeAll(figure);
        return box.surelyEncloses(boxes[figure]);
    }
}
