package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import java.math.BigDecimal;

/** What is not below, or not above, some number of a set: inequalities on bounds. */
final class Rays {

    private Rays() {}

    /** The numbers that are not below every number of a set. */
    static Bounds andAbove(Bounds bounds) {
        if (bounds.isEmpty() || bounds.lower().isEmpty()) {
            return bounds.isEmpty() ? bounds : Bounds.all();
        }
        BigDecimal end = bounds.lower().get();
        return bounds.isLowerClosed() ? Bounds.atLeast(end) : Bounds.greaterThan(end);
    }

    /** The numbers that are not above every number of a set. */
    static Bounds andBelow(Bounds bounds) {
        if (bounds.isEmpty() || bounds.upper().isEmpty()) {
            return bounds.isEmpty() ? bounds : Bounds.all();
        }
        BigDecimal end = bounds.upper().get();
        return bounds.isUpperClosed() ? Bounds.atMost(end) : Bounds.lessThan(end);
    }
}
