package dev.saidao.core.audit;

import dev.saidao.core.audit.QuickLook.Effect;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.relation.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
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

    private static final @Nullable Bounds[] NOTHING = {};

    private final Network network;
    private final int[] relations;
    private final LongConsumer work;
    private final QuickLook quickLook;
    private final int[] figures;
    private final int[] printed;
    /** For each figure its place among the printed ones, or -1. */
    private final int[] placeAmongPrinted;

    private final int unprintedFigures;
    private LinearBlock.@Nullable Ties inLoops;
    /** Loops of figures that nobody printed, which are solved where narrowing one figure after the other ends. */
    private @Nullable List<LinearBlock> blocks;
    /** The places of the printed figures that the run knows of. */
    private BitSet known = new BitSet();

    private final Boxes.Start ranges;
    /** What the relations leave of each figure with nothing printed; every run but that on all prints starts from it. */
    private Boxes.@Nullable Start unprinted;
    /** Whether the relations alone leave a figure without a number, which is then so in every run. */
    private boolean isImpossible;
    /** What was narrowed in the last run on all prints or most of them. */
    private final Steps steps;
    /** The same of runs on few of them. */
    private final Steps stepsOfFew;
    /** What is left of each figure in the run. */
    private final Boxes boxes;
    /** What the relations leave of figures in a round, by their places, and which these are. */
    private final @Nullable Bounds[] left;

    private final List<Integer> narrowed = new ArrayList<>();
    /** The places of the relations that are to be evaluated, in runs on few prints. */
    private final BitSet woken = new BitSet();

    /** The places of the relations that may narrow a figure while all prints are known; worked out with {@link #none}. */
    private @Nullable BitSet narrowing;
    /** The printed figures that cannot be what they are printed as. */
    private int[] none = {};

    /** The relations as they are to be taken: by the convention under which they agree, if it is not the first. */
    private final Map<Integer, Relation> taken;

    /**
     * What is left.
     *
     * @param isConsistent whether no figure was left without a number
     * @param boxes what is left of each figure, until the next run
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
        this.ranges = new Boxes.Start(network, figures.length);
        this.boxes = new Boxes(network, ranges);
        this.steps = new Steps(relations.length, figures.length);
        this.stepsOfFew = new Steps(relations.length, figures.length);
        this.figures = figures;
        this.left = new Bounds[figures.length];
        this.printed = Arrays.stream(figures)
                .filter(figure -> network.printed(figure).isPresent())
                .toArray();
        this.unprintedFigures = figures.length - printed.length;
        this.placeAmongPrinted = new int[figures.length];
        Arrays.fill(placeAmongPrinted, -1);
        for (int i = 0; i < printed.length; i++) {
            placeAmongPrinted[network.place(printed[i])] = i;
        }
    }

    /** The loops of figures that a run does not know. */
    private List<LinearBlock> blocks() {
        if (unprintedFigures == 0 && known.cardinality() == printed.length) {
            return List.of();
        }
        if (inLoops == null) {
            inLoops = new LinearBlock.Ties(network, relations).inLoops();
        }
        return inLoops.blocks(figure -> !isKnown(figure));
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
        blocks = null;
        boxes.start(ranges, this::isKnown);
        for (int figure : printed) {
            if (boxes.isEmpty(figure)) {
                return new Result(false, boxes, false, List.of(figure), 0);
            }
        }
        return settle(everyRelation(), ifRough(steps));
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, printed.length);
        return all;
    }

    /** The places of all relations. */
    private BitSet everyRelation() {
        BitSet all = new BitSet();
        all.set(0, relations.length);
        return all;
    }

    /** What was narrowed before; without doubles every run does all work itself. */
    private @Nullable Steps ifRough(Steps before) {
        return network.isRough() ? before : null;
    }

    /** Runs on the prints of some figures, by their place among those that were {@link #printed}, as if no other was. */
    Result run(BitSet places) {
        Boxes.Start start = unprinted();
        if (isImpossible) {
            return new Result(false, boxes, false, List.of(), 0);
        }
        if (printed.length - places.cardinality() < printed.length / MANY) {
            return runOnMost(places, start);
        }
        known = places;
        blocks = null;
        boxes.start(start, this::isKnown);
        woken.clear();
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            int figure = printed[place];
            if (boxes.isEmpty(figure)) {
                return new Result(false, boxes, false, List.of(figure), 0);
            }
            wake(figure, woken);
        }
        return settle(woken, ifRough(stepsOfFew));
    }

    private Boxes.Start unprinted() {
        if (unprinted == null) {
            // whether a number is impossible may depend on its being printed, so that is not asked here
            known = all();
            blocks = null;
            boxes.start(ranges, figure -> false);
            Result result = settle(everyRelation(), null);
            isImpossible = !result.isConsistent();
            unprinted = result.boxes().asStart();
        }
        return unprinted;
    }

    /**
     * Runs on all prints but a few. Relations that narrow nothing with all prints, and have none of the others, narrow nothing
     * in the first round either, so they are not woken.
     */
    private Result runOnMost(BitSet places, Boxes.Start start) {
        if (narrowing == null) {
            known = all();
            boxes.start(start, this::isKnown);
            none = Arrays.stream(printed).filter(boxes::isEmpty).toArray();
            narrowing = IntStream.range(0, relations.length)
                    .filter(i -> !isAll(Effect.NONE, effects(relations[i], boxes(relations[i]))))
                    .collect(BitSet::new, BitSet::set, BitSet::or);
        }
        known = places;
        blocks = null;
        boxes.start(start, this::isKnown);
        for (int figure : none) {
            if (isKnown(figure)) {
                return new Result(false, boxes, false, List.of(figure), 0);
            }
        }
        BitSet woken = (BitSet) narrowing.clone();
        for (int place = places.nextClearBit(0); place < printed.length; place = places.nextClearBit(place + 1)) {
            wake(printed[place], woken);
        }
        return settle(woken, ifRough(steps));
    }

    /** The place of a figure among those that were {@link #printed}, or -1 if it was not. */
    int placeAmongPrinted(int figure) {
        return placeAmongPrinted[network.place(figure)];
    }

    private boolean isKnown(int figure) {
        int place = placeAmongPrinted(figure);
        return place >= 0 && known.get(place);
    }

    private void wake(int figure, BitSet woken) {
        for (int r : network.relationsOf(figure)) {
            if (network.isUsable(r)) {
                woken.set(network.placeOfRelation(r));
            }
        }
    }

    private Result settle(BitSet woken, @Nullable Steps before) {
        boolean stoppedEarly = false;
        int rounds = 0;
        int solutions = 0;
        for (int turn = 0; ; turn++) {
            if (!woken.isEmpty()) {
                for (int place = woken.nextSetBit(0); place >= 0; place = woken.nextSetBit(place + 1)) {
                    contract(place, turn, before);
                }
                work.accept(woken.cardinality());
                woken.clear();
                rounds++;
            }
            if (narrowed.isEmpty() && solutions++ < MOST_SOLUTIONS) {
                rounds += solve();
            }
            if (narrowed.isEmpty()) {
                return new Result(true, boxes, stoppedEarly, List.of(), rounds);
            }
            List<Integer> empty = new ArrayList<>();
            for (int place : narrowed) {
                int figure = figures[place];
                Steps.Narrowing narrowing = narrowing(place, turn, before);
                boolean isEmpty = narrowing.left().isEmpty();
                boolean goesOn = narrowing.isMuch() && !isEmpty;
                int times = boxes.narrow(figure, narrowing.after(), goesOn);
                if (isEmpty) {
                    empty.add(figure);
                } else if (goesOn && times <= MOST_NARROWINGS) {
                    wake(figure, woken);
                } else {
                    stoppedEarly |= goesOn;
                }
            }
            narrowed.clear();
            if (!empty.isEmpty()) {
                empty.sort(null);
                return new Result(false, boxes, stoppedEarly, empty, rounds);
            }
        }
    }

    private void leave(int figure, Bounds bounds) {
        int place = network.place(figure);
        Bounds others = left[place];
        if (others == null) {
            narrowed.add(place);
        }
        left[place] = others == null ? bounds : others.intersection(bounds);
    }

    /** Takes what is left of a figure after a round. */
    private Steps.Narrowing narrowing(int place, int turn, @Nullable Steps before) {
        Boxes.Box box = boxes.of(figures[place]);
        Bounds bounds = Objects.requireNonNull(left[place]);
        left[place] = null;
        return before == null ? Steps.Narrowing.of(box, bounds) : before.narrowing(turn, place, box, bounds);
    }

    /** Narrows the figures of loops to what their relations leave together; returns how far the figures are that it rests on. */
    private int solve() {
        int distance = 0;
        if (blocks == null) {
            blocks = blocks();
        }
        for (LinearBlock block : blocks) {
            Map<Integer, Bounds> solved = block.solve(
                    network, this::taken, r -> members(r, i -> boxes.exact(network.members(r)[i])), ARITHMETIC);
            work.accept((long) block.relations().size() * block.unknowns().size());
            for (Map.Entry<Integer, Bounds> entry : solved.entrySet()) {
                Bounds before = boxes.exact(entry.getKey());
                Bounds after = before.intersection(entry.getValue());
                if (Ranges.isNarrower(before, after)) {
                    leave(entry.getKey(), after);
                    distance = Math.max(distance, block.relations().size());
                }
            }
        }
        return distance;
    }

    private Relation taken(int r) {
        return taken.getOrDefault(r, network.relation(r));
    }

    private List<BoundedQuantity> members(int r, IntFunction<Bounds> left) {
        List<BoundedQuantity> members = new ArrayList<>();
        int[] figures = network.members(r);
        for (int i = 0; i < figures.length; i++) {
            members.add(
                    figures[i] < 0
                            ? BoundedQuantity.exactly(
                                    taken(r).members().get(i).constant().orElseThrow())
                            : BoundedQuantity.of(network.unit(figures[i]).orElseThrow(), left.apply(i)));
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

    /** The boxes of the members of a relation, null for constants. */
    private Boxes.@Nullable Box[] boxes(int r) {
        int[] members = network.members(r);
        Boxes.@Nullable Box[] each = new Boxes.Box[members.length];
        for (int i = 0; i < members.length; i++) {
            each[i] = members[i] < 0 ? null : boxes.of(members[i]);
        }
        return each;
    }

    /** For each member of a relation what doubles leave no doubt of. */
    private Effect[] effects(int r, Boxes.@Nullable Box[] boxes) {
        if (!isSolvedRoughly(r)) {
            Effect[] unsure = new Effect[boxes.length];
            Arrays.fill(unsure, Effect.UNSURE);
            return unsure;
        }
        RoughBounds[] members = new RoughBounds[boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            Boxes.Box box = boxes[i];
            members[i] = box == null ? network.roughConstant(r, i) : box.rough();
        }
        return quickLook.effects(r, members);
    }

    private static boolean isAll(Effect effect, Effect[] effects) {
        for (Effect one : effects) {
            if (one != effect) {
                return false;
            }
        }
        return true;
    }

    private void contract(int place, int turn, @Nullable Steps before) {
        int r = relations[place];
        Boxes.@Nullable Box[] each = boxes(r);
        @Nullable Bounds[] leaves = before == null ? left(r, each) : before.left(turn, place, each, () -> left(r, each));
        int[] members = network.members(r);
        for (int i = 0; i < leaves.length; i++) {
            Bounds bounds = leaves[i];
            if (bounds != null) {
                leave(members[i], bounds);
            }
        }
    }

    /** What a relation narrows its members to; null for those that it does not narrow, and none if there are none. */
    private @Nullable Bounds[] left(int r, Boxes.@Nullable Box[] boxes) {
        Effect[] effects = effects(r, boxes);
        if (isAll(Effect.NONE, effects)) {
            return NOTHING;
        }
        int[] figures = network.members(r);
        if (isNone(Effect.UNSURE, effects)) {
            return leftSurely(figures, effects);
        }
        Relation relation = taken(r);
        List<BoundedQuantity> members =
                members(r, i -> Objects.requireNonNull(boxes[i]).exact());
        Terms terms = Terms.of(relation.roles(), members);
        List<Bounds> implied = relation.equation().solveAll(terms, i -> effects[i] != Effect.NONE, ARITHMETIC);
        @Nullable Bounds[] left = new Bounds[figures.length];
        for (int i = 0; i < figures.length; i++) {
            Bounds before = members.get(i).bounds();
            if (effects[i] == Effect.NONE) {
                continue;
            }
            if (figures[i] >= 0) {
                Bounds after = isImpossible(relation, i, figures[i], implied.get(i), terms)
                        ? Bounds.empty()
                        : before.intersection(implied.get(i));
                left[i] = after.equals(before) ? null : after;
            } else if (before.intersection(implied.get(i)).isEmpty()) {
                return nothingLeft(figures);
            }
        }
        return left;
    }

    private static boolean isNone(Effect effect, Effect[] effects) {
        for (Effect one : effects) {
            if (one == effect) {
                return false;
            }
        }
        return true;
    }

    /** What is left where no member is only narrowed. */
    private static @Nullable Bounds[] leftSurely(int[] figures, Effect[] effects) {
        @Nullable Bounds[] left = new Bounds[figures.length];
        for (int i = 0; i < figures.length; i++) {
            if (effects[i] == Effect.EMPTIES) {
                if (figures[i] < 0) {
                    return nothingLeft(figures);
                }
                left[i] = Bounds.empty();
            }
        }
        return left;
    }

    /** What is left where a constant cannot be: of no figure anything. */
    private static @Nullable Bounds[] nothingLeft(int[] figures) {
        @Nullable Bounds[] left = new Bounds[figures.length];
        for (int i = 0; i < figures.length; i++) {
            left[i] = figures[i] < 0 ? null : Bounds.empty();
        }
        return left;
    }

    private boolean isImpossible(Relation relation, int member, int figure, Bounds implied, Terms terms) {
        return !isKnown(figure)
                && !implied.isEmpty()
                && relation.equation()
                        .impossible(relation.members().get(member).role(), implied, terms)
                        .isPresent();
    }
}
