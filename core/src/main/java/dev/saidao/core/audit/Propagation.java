package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.relation.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Contracts the bounds of the figures of some relations until nothing changes any more.
 *
 * <p>In each round every relation that has a changed member is evaluated on the bounds of the round before, and each figure is
 * left with the intersection of what they all say: so the order of relations makes no difference. A figure that was narrowed
 * {@value #MOST_NARROWINGS} times no longer wakes its relations, so the work ends, loops or not; the result then says that it
 * stopped early. Nor does one that was narrowed by next to nothing. Where nothing changes any more, relations that hang together
 * in loops through figures that were not printed are solved as the sums that they are, see {@link LinearBlock}.
 *
 * <p>Source: Benhamou and others, Revising hull and box consistency, ICLP 1999 (HC4), with rounds instead of a queue.
 */
final class Propagation {

    private static final int MOST_NARROWINGS = 40;
    private static final int MOST_SOLUTIONS = 3;
    /** Of so many prints less than one is left out if most are there. */
    private static final int MANY = 4;
    /** More digits than figures have, and few enough to reckon with fast. */
    private static final BoundsArithmetic ARITHMETIC =
            BoundsArithmetic.withDefaults().withDigits(18);

    private final Network network;
    private final int[] relations;
    private final LongConsumer work;
    private final QuickLook quickLook;
    private final int[] printed;
    private final int unprintedFigures;
    private int @Nullable [] inLoops;
    /** Loops of figures that nobody printed, which are solved where narrowing one figure after the other ends. */
    private List<LinearBlock> blocks = List.of();
    /** The places of the printed figures that the run knows of. */
    private BitSet known = new BitSet();

    /** What the relations leave of each figure with nothing printed; every run starts from it. */
    private @Nullable Boxes unprinted;

    /** The relations that may narrow a figure while all prints are known; worked out with {@link #none}. */
    private int @Nullable [] narrowing;
    /** The printed figures that cannot be what they are printed as. */
    private int[] none = {};

    /** The relations as they are to be taken: by the convention under which they agree, if it is not the first. */
    private final Map<Integer, Relation> taken;

    /**
     * What is left.
     *
     * @param isConsistent whether no figure was left without a number
     * @param boxes what is left of each figure
     * @param stoppedEarly whether more could have been found
     * @param empty the figures that were left without a number
     * @param rounds how many rounds it took, which is as far as the figures are from which that follows
     */
    record Result(boolean isConsistent, Boxes boxes, boolean stoppedEarly, List<Integer> empty, int rounds) {}

    Propagation(Network network, int[] relations, Map<Integer, Relation> taken, LongConsumer work) {
        this.network = network;
        this.relations = relations;
        this.taken = taken;
        this.work = work;
        this.quickLook = new QuickLook(network);
        int[] figures = network.figuresOf(relations);
        this.printed = Arrays.stream(figures)
                .filter(figure -> network.printed(figure).isPresent())
                .toArray();
        this.unprintedFigures = figures.length - printed.length;
    }

    /** The loops of figures that a run does not know. */
    private List<LinearBlock> blocks() {
        if (unprintedFigures == 0 && known.cardinality() == printed.length) {
            return List.of();
        }
        if (inLoops == null) {
            inLoops = LinearBlock.inLoops(network, relations);
        }
        return LinearBlock.of(network, inLoops, figure -> !isKnown(figure));
    }

    /** The figures that were printed, in their order. */
    int[] printed() {
        return printed;
    }

    /**
     * Runs on the prints of all figures. Most networks have no conflict, so that this is all that is asked of them; what the
     * relations leave with nothing printed is not worked out before.
     */
    Result runAll() {
        known = all();
        blocks = blocks();
        Boxes boxes = new Boxes(network, null, this::isKnown);
        for (int figure : printed) {
            if (boxes.isEmpty(figure)) {
                return new Result(false, boxes, false, List.of(figure), 0);
            }
        }
        return settle(boxes, everyRelation());
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, printed.length);
        return all;
    }

    private Set<Integer> everyRelation() {
        Set<Integer> all = new TreeSet<>();
        Arrays.stream(relations).forEach(all::add);
        return all;
    }

    /** Runs on the prints of some figures, by their place among those that were {@link #printed}, as if no other was. */
    Result run(BitSet places) {
        if (unprinted == null) {
            // whether a number is impossible may depend on its being printed, so that is not asked here
            known = all();
            blocks = blocks();
            unprinted = settle(new Boxes(network, null, figure -> false), everyRelation())
                    .boxes();
        }
        if (printed.length - places.cardinality() < printed.length / MANY) {
            return runOnMost(places);
        }
        known = places;
        blocks = blocks();
        Boxes boxes = new Boxes(network, unprinted, this::isKnown);
        TreeSet<Integer> woken = new TreeSet<>();
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            int figure = printed[place];
            if (boxes.isEmpty(figure)) {
                return new Result(false, boxes, false, List.of(figure), 0);
            }
            wake(figure, woken);
        }
        return settle(boxes, woken);
    }

    /**
     * Runs on all prints but a few. Relations that narrow nothing with all prints, and have none of the others, narrow nothing
     * in the first round either, so they are not woken.
     */
    private Result runOnMost(BitSet places) {
        if (narrowing == null) {
            known = all();
            Boxes boxes = new Boxes(network, unprinted, this::isKnown);
            none = Arrays.stream(printed).filter(boxes::isEmpty).toArray();
            narrowing = Arrays.stream(relations)
                    .filter(r -> !isAll(leaves(r, boxes)))
                    .toArray();
        }
        known = places;
        blocks = blocks();
        Boxes boxes = new Boxes(network, unprinted, this::isKnown);
        for (int figure : none) {
            if (isKnown(figure)) {
                return new Result(false, boxes, false, List.of(figure), 0);
            }
        }
        TreeSet<Integer> woken = new TreeSet<>();
        Arrays.stream(narrowing).forEach(woken::add);
        for (int place = places.nextClearBit(0); place < printed.length; place = places.nextClearBit(place + 1)) {
            wake(printed[place], woken);
        }
        return settle(boxes, woken);
    }

    private boolean isKnown(int figure) {
        int place = Arrays.binarySearch(printed, figure);
        return place >= 0 && known.get(place);
    }

    private void wake(int figure, Set<Integer> woken) {
        for (int r : network.relationsOf(figure)) {
            if (network.isUsable(r) && Arrays.binarySearch(relations, r) >= 0) {
                woken.add(r);
            }
        }
    }

    private Result settle(Boxes boxes, Set<Integer> woken) {
        Map<Integer, Integer> narrowings = new HashMap<>();
        boolean stoppedEarly = false;
        int rounds = 0;
        int solutions = 0;
        while (true) {
            Map<Integer, Bounds> narrowed = new HashMap<>();
            if (!woken.isEmpty()) {
                for (int r : woken) {
                    contract(r, boxes, narrowed);
                }
                work.accept(woken.size());
                woken.clear();
                rounds++;
            } else if (solutions++ < MOST_SOLUTIONS) {
                rounds += solve(boxes, narrowed);
            }
            if (narrowed.isEmpty()) {
                return new Result(true, boxes, stoppedEarly, List.of(), rounds);
            }
            List<Integer> empty = new ArrayList<>();
            for (Map.Entry<Integer, Bounds> entry : narrowed.entrySet()) {
                int figure = entry.getKey();
                boolean goesOn = Ranges.isNarrower(boxes.exact(figure), entry.getValue());
                boxes.narrow(figure, entry.getValue());
                if (entry.getValue().isEmpty()) {
                    empty.add(figure);
                } else if (goesOn && narrowings.merge(figure, 1, Integer::sum) <= MOST_NARROWINGS) {
                    wake(figure, woken);
                } else {
                    stoppedEarly |= goesOn;
                }
            }
            if (!empty.isEmpty()) {
                empty.sort(null);
                return new Result(false, boxes, stoppedEarly, empty, rounds);
            }
        }
    }

    /** Narrows the figures of loops to what their relations leave together; returns how far the figures are that it rests on. */
    private int solve(Boxes boxes, Map<Integer, Bounds> narrowed) {
        int distance = 0;
        for (LinearBlock block : blocks) {
            Map<Integer, Bounds> solved = block.solve(network, this::taken, r -> members(r, boxes), ARITHMETIC);
            work.accept((long) block.relations().size() * block.unknowns().size());
            for (Map.Entry<Integer, Bounds> entry : solved.entrySet()) {
                Bounds before = boxes.exact(entry.getKey());
                Bounds after = before.intersection(entry.getValue());
                if (Ranges.isNarrower(before, after)) {
                    narrowed.put(entry.getKey(), after);
                    distance = Math.max(distance, block.relations().size());
                }
            }
        }
        return distance;
    }

    private Relation taken(int r) {
        return taken.getOrDefault(r, network.relation(r));
    }

    private List<BoundedQuantity> members(int r, Boxes boxes) {
        List<BoundedQuantity> members = new ArrayList<>();
        int[] figures = network.members(r);
        for (int i = 0; i < figures.length; i++) {
            members.add(
                    figures[i] < 0
                            ? BoundedQuantity.exactly(
                                    taken(r).members().get(i).constant().orElseThrow())
                            : BoundedQuantity.of(network.unit(figures[i]).orElseThrow(), boxes.exact(figures[i])));
        }
        return members;
    }

    /** Whether doubles may be asked what a relation narrows. */
    private boolean isSolvedRoughly(int r) {
        return network.isSolvedRoughly(r)
                && !taken.containsKey(r)
                && (!network.relation(r).equation().knowsImpossible()
                        || Arrays.stream(network.members(r)).allMatch(figure -> figure < 0 || isKnown(figure)));
    }

    /** For each member of a relation whether doubles leave no doubt that it is not narrowed. */
    private boolean[] leaves(int r, Boxes boxes) {
        int[] figures = network.members(r);
        if (!isSolvedRoughly(r)) {
            return new boolean[figures.length];
        }
        RoughBounds[] members = new RoughBounds[figures.length];
        for (int i = 0; i < figures.length; i++) {
            members[i] = figures[i] < 0 ? network.roughConstant(r, i) : boxes.rough(figures[i]);
        }
        return quickLook.leaves(r, members);
    }

    private static boolean isAll(boolean[] leaves) {
        for (boolean left : leaves) {
            if (!left) {
                return false;
            }
        }
        return true;
    }

    private void contract(int r, Boxes boxes, Map<Integer, Bounds> narrowed) {
        boolean[] leaves = leaves(r, boxes);
        if (isAll(leaves)) {
            return;
        }
        Relation relation = taken(r);
        List<BoundedQuantity> members = members(r, boxes);
        int[] figures = network.members(r);
        Terms terms = Terms.of(relation.roles(), members);
        List<Bounds> implied = relation.equation().solveAll(terms, i -> !leaves[i], ARITHMETIC);
        for (int i = 0; i < figures.length; i++) {
            Bounds before = members.get(i).bounds();
            if (leaves[i]) {
                continue;
            }
            if (figures[i] >= 0) {
                Bounds after = isImpossible(relation, i, figures[i], implied.get(i), terms)
                        ? Bounds.empty()
                        : before.intersection(implied.get(i));
                if (!after.equals(before)) {
                    narrowed.merge(figures[i], after, Bounds::intersection);
                }
            } else if (before.intersection(implied.get(i)).isEmpty()) {
                // a constant cannot be, so no member can
                for (int figure : figures) {
                    if (figure >= 0) {
                        narrowed.put(figure, Bounds.empty());
                    }
                }
            }
        }
    }

    private boolean isImpossible(Relation relation, int member, int figure, Bounds implied, Terms terms) {
        return !isKnown(figure)
                && !implied.isEmpty()
                && relation.equation()
                        .impossible(relation.members().get(member).role(), implied, terms)
                        .isPresent();
    }
}
