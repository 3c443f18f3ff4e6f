package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.RoughBounds;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is left of each figure: what it was narrowed to, or else what its print says, if that is known, within what was left
 * before. Of most figures only doubles are asked for.
 */
final class Boxes {

    private final Network network;
    private final @Nullable Boxes before;
    private final IntPredicate isKnown;
    private final Map<Integer, Box> narrowed = new HashMap<>();

    private record Box(Bounds exact, RoughBounds rough) {}

    /**
     * Starts from what was left with nothing printed.
     *
     * @param network the network
     * @param before what was left; null for the ranges of the units
     * @param isKnown the figures whose prints are known
     */
    Boxes(Network network, @Nullable Boxes before, IntPredicate isKnown) {
        this.network = network;
        this.before = before;
        this.isKnown = isKnown;
    }

    Bounds exact(int figure) {
        Box own = narrowed.get(figure);
        if (own != null) {
            return own.exact;
        }
        Bounds rest = before == null ? network.range(figure) : before.exact(figure);
        return isKnown.test(figure)
                ? rest.intersection(network.printed(figure).orElseThrow().bounds())
                : rest;
    }

    RoughBounds rough(int figure) {
        Box own = narrowed.get(figure);
        if (own != null) {
            return own.rough;
        }
        RoughBounds rest = before == null ? network.roughRange(figure) : before.rough(figure);
        if (!isKnown.test(figure)) {
            return rest;
        }
        RoughBounds print = network.printed(figure).orElseThrow().rough();
        return rest.surelyEncloses(print) ? print : RoughBounds.of(exact(figure));
    }

    /** Whether nothing is left of a figure. */
    boolean isEmpty(int figure) {
        return rough(figure).isUnknown() && exact(figure).isEmpty();
    }

    void narrow(int figure, Bounds left) {
        narrowed.put(figure, new Box(left, RoughBounds.of(left)));
    }
}
