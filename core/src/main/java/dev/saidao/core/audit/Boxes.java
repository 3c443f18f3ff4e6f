package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.RoughBounds;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is left of each figure of a component: what it was narrowed to, or else what was left at the start. */
final class Boxes {

    private final Network network;
    private final @Nullable Box[] narrowed;
    /** How often a figure was narrowed. */
    private final int[] times;
    /** The run in which a figure was narrowed last. */
    private final int[] runs;

    private int run;
    private Start start;
    private IntPredicate isKnown = figure -> false;

    /** What is left of a figure. Of most only doubles are asked for. */
    static final class Box {

        private final RoughBounds rough;
        private final Supplier<Bounds> exactly;
        private @Nullable Bounds exact;

        private Box(@Nullable RoughBounds rough, Supplier<Bounds> exactly) {
            this.exactly = exactly;
            this.rough = rough == null ? RoughBounds.of(exact()) : rough;
        }

        Bounds exact() {
            Bounds known = exact;
            if (known == null) {
                known = exactly.get();
                exact = known;
            }
            return known;
        }

        RoughBounds rough() {
            return rough;
        }

        Box narrowedTo(Bounds left) {
            return new Box(null, () -> left);
        }
    }

    /**
     * What is left of each figure before any relation is asked: what its print says, if that is known, within what was left
     * before.
     */
    static final class Start {

        private final Network network;
        private final @Nullable Box[] known;
        private final @Nullable Box[] unknown;
        /** The boxes of figures of which nothing is known but their range; there are few ranges. */
        private final Map<RoughBounds, Box> ofRange = new HashMap<>();

        /**
         * Starts from the ranges of the units.
         *
         * @param network the network
         * @param size how many figures the component has
         */
        Start(Network network, int size) {
            this.network = network;
            this.known = new Box[size];
            this.unknown = new Box[size];
        }

        private Box of(int figure, boolean isKnown) {
            @Nullable Box[] boxes = isKnown ? known : unknown;
            int place = network.place(figure);
            Box box = boxes[place];
            if (box == null) {
                box = isKnown
                        ? ofPrint(figure)
                        : ofRange.computeIfAbsent(
                                network.roughRange(figure), rough -> new Box(rough, () -> network.range(figure)));
                boxes[place] = box;
            }
            return box;
        }

        private Box ofPrint(int figure) {
            Box rest = of(figure, false);
            Evidence print = network.printed(figure).orElseThrow();
            RoughBounds rough = print.rough();
            return new Box(
                    rest.rough().surelyEncloses(rough) ? rough : null,
                    () -> rest.exact().intersection(print.bounds()));
        }
    }

    /**
     * Boxes of the figures of a component.
     *
     * @param network the network
     * @param start what is left at the start
     */
    Boxes(Network network, Start start) {
        this.network = network;
        this.start = start;
        this.narrowed = new Box[start.known.length];
        this.times = new int[narrowed.length];
        this.runs = new int[narrowed.length];
    }

    /**
     * Forgets all narrowings.
     *
     * @param from what is left at the start
     * @param known the figures whose prints are known
     */
    void start(Start from, IntPredicate known) {
        run++;
        start = from;
        isKnown = known;
    }

    /** The start of runs to which nothing is left of the figures but what is left now, with nothing printed. */
    Start asStart() {
        Start left = new Start(network, narrowed.length);
        boolean same = true;
        for (int i = 0; i < narrowed.length; i++) {
            if (runs[i] == run) {
                left.unknown[i] = narrowed[i];
                same = false;
            }
        }
        return same ? start : left;
    }

    Box of(int figure) {
        int place = network.place(figure);
        Box own = runs[place] == run ? narrowed[place] : null;
        return own == null ? start.of(figure, isKnown.test(figure)) : own;
    }

    Bounds exact(int figure) {
        return of(figure).exact();
    }

    /** Whether nothing is left of a figure. */
    boolean isEmpty(int figure) {
        Box box = of(figure);
        return box.rough().isUnknown() && box.exact().isEmpty();
    }

    /** Leaves a figure with less; returns how often it was narrowed by more than next to nothing, if it is now. */
    int narrow(int figure, Box left, boolean isMuch) {
        int place = network.place(figure);
        if (runs[place] != run) {
            runs[place] = run;
            times[place] = 0;
        }
        narrowed[place] = left;
        return isMuch ? ++times[place] : times[place];
    }
}
