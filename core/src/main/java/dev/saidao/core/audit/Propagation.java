package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.relation.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    /** More digits than figures have, and few enough to reckon with fast. */
    private static final BoundsArithmetic ARITHMETIC =
            BoundsArithmetic.withDefaults().withDigits(18);

    private final Network network;
    private final int[] relations;
    private final LongConsumer work;
    private final int[] printed;
    private final int[] inLoops;
    /** Loops of figures that nobody printed, which are solved where narrowing one figure after the other ends. */
    private List<LinearBlock> blocks = List.of();
    /** The places of the printed figures that the run knows of. */
    private BitSet known = new BitSet();

    /** What the relations leave of each figure with nothing printed; every run starts from it. */
    private @Nullable Map<Integer, Bounds> unprinted;

    /** The relations as they are to be taken: by the convention under which they agree, if it is not the first. */
    private final Map<Integer, Relation> taken;

    /**
     * What is left.
     *
     * @param isConsistent whether no figure was left without a number
     * @param bounds the bounds by figure, where they are others than with nothing printed
     * @param stoppedEarly whether more could have been found
     * @param empty the figures that were left without a number
     * @param rounds how many rounds it took, which is as far as the figures are from which that follows
     */
    record Result(
            boolean isConsistent, Map<Integer, Bounds> bounds, boolean stoppedEarly, List<Integer> empty, int rounds) {}

    Propagation(Network network, int[] relations, Map<Integer, Relation> taken, LongConsumer work) {
        this.network = network;
        this.relations = relations;
        this.taken = taken;
        this.work = work;
        this.printed = Arrays.stream(network.figuresOf(relations))
                .filter(figure -> network.printed(figure).isPresent())
                .toArray();
        this.inLoops = LinearBlock.inLoops(network, relations);
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
        known = new BitSet();
        known.set(0, printed.length);
        blocks = LinearBlock.of(network, inLoops, figure -> !isKnown(figure));
        Map<Integer, Bounds> bounds = ranges();
        for (int figure : printed) {
            Bounds possible = of(bounds, figure)
                    .intersection(network.printed(figure).orElseThrow().bounds());
            bounds.put(figure, possible);
            if (possible.isEmpty()) {
                return new Result(false, bounds, false, List.of(figure), 0);
            }
        }
        return settle(bounds, everyRelation());
    }

    private Map<Integer, Bounds> ranges() {
        Map<Integer, Bounds> ranges = new HashMap<>();
        for (int figure : network.figuresOf(relations)) {
            ranges.put(figure, Ranges.of(network.unit(figure).orElseThrow()));
        }
        return ranges;
    }

    private Set<Integer> everyRelation() {
        Set<Integer> all = new TreeSet<>();
        Arrays.stream(relations).forEach(all::add);
        return all;
    }

    /** Runs on the prints of some figures, by their place among those that were {@link #printed}, as if no other was. */
    Result run(BitSet places) {
        if (unprinted == null) {
            unprinted = ranges();
            unprinted = settle(new HashMap<>(unprinted), everyRelation()).bounds();
        }
        known = places;
        blocks = LinearBlock.of(network, inLoops, figure -> !isKnown(figure));
        Map<Integer, Bounds> bounds = new HashMap<>();
        TreeSet<Integer> woken = new TreeSet<>();
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            int figure = printed[place];
            Bounds possible = of(bounds, figure)
                    .intersection(network.printed(figure).orElseThrow().bounds());
            bounds.put(figure, possible);
            if (possible.isEmpty()) {
                return new Result(false, bounds, false, List.of(figure), 0);
            }
            wake(figure, woken);
        }
        return settle(bounds, woken);
    }

    private boolean isKnown(int figure) {
        int place = Arrays.binarySearch(printed, figure);
        return place >= 0 && known.get(place);
    }

    /** What is left of a figure, where it was left as it is with nothing printed as well. */
    Bounds leftOf(int figure, Result result) {
        return of(result.bounds(), figure);
    }

    private void wake(int figure, Set<Integer> woken) {
        for (int r : network.relationsOf(figure)) {
            if (network.isUsable(r) && Arrays.binarySearch(relations, r) >= 0) {
                woken.add(r);
            }
        }
    }

    private Result settle(Map<Integer, Bounds> bounds, Set<Integer> woken) {
        Map<Integer, Integer> narrowings = new HashMap<>();
        boolean stoppedEarly = false;
        int rounds = 0;
        int solutions = 0;
        while (true) {
            Map<Integer, Bounds> narrowed = new HashMap<>();
            if (!woken.isEmpty()) {
                for (int r : woken) {
                    contract(r, bounds, narrowed);
                }
                work.accept(woken.size());
                woken.clear();
                rounds++;
            } else if (solutions++ < MOST_SOLUTIONS) {
                rounds += solve(bounds, narrowed);
            }
            if (narrowed.isEmpty()) {
                return new Result(true, bounds, stoppedEarly, List.of(), rounds);
            }
            List<Integer> empty = new ArrayList<>();
            for (Map.Entry<Integer, Bounds> entry : narrowed.entrySet()) {
                int figure = entry.getKey();
                boolean goesOn = Ranges.isNarrower(of(bounds, figure), entry.getValue());
                bounds.put(figure, entry.getValue());
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
                return new Result(false, bounds, stoppedEarly, empty, rounds);
            }
        }
    }

    /** Narrows the figures of loops to what their relations leave together; returns how far the figures are that it rests on. */
    private int solve(Map<Integer, Bounds> bounds, Map<Integer, Bounds> narrowed) {
        int distance = 0;
        for (LinearBlock block : blocks) {
            Map<Integer, Bounds> solved = block.solve(network, this::taken, r -> members(r, bounds), ARITHMETIC);
            work.accept((long) block.relations().size() * block.unknowns().size());
            for (Map.Entry<Integer, Bounds> entry : solved.entrySet()) {
                Bounds before = of(bounds, entry.getKey());
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

    private List<BoundedQuantity> members(int r, Map<Integer, Bounds> bounds) {
        List<BoundedQuantity> members = new ArrayList<>();
        int[] figures = network.members(r);
        for (int i = 0; i < figures.length; i++) {
            members.add(
                    figures[i] < 0
                            ? BoundedQuantity.exactly(
                                    taken(r).members().get(i).constant().orElseThrow())
                            : BoundedQuantity.of(network.unit(figures[i]).orElseThrow(), of(bounds, figures[i])));
        }
        return members;
    }

    private void contract(int r, Map<Integer, Bounds> bounds, Map<Integer, Bounds> narrowed) {
        Relation relation = taken(r);
        List<BoundedQuantity> members = members(r, bounds);
        int[] figures = network.members(r);
        Terms terms = Terms.of(relation.roles(), members);
        List<Bounds> implied = relation.equation().solveAll(terms, ARITHMETIC);
        for (int i = 0; i < figures.length; i++) {
            Bounds before = members.get(i).bounds();
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

    private Bounds of(Map<Integer, Bounds> bounds, int figure) {
        Bounds own = bounds.get(figure);
        return own != null
                ? own
                : Objects.requireNonNull(Objects.requireNonNull(unprinted).get(figure));
    }
}
