package dev.saidao.core.bounds;

import java.math.BigDecimal;
import java.util.Optional;

/** The ends of intervals as numbers of their own, on the line that includes both infinities. */
final class Ends {

    static final End ZERO = new End(0, BigDecimal.ZERO, true);
    static final End OPEN_ZERO = new End(0, BigDecimal.ZERO, false);
    private static final End BELOW_ALL = new End(-1, BigDecimal.ZERO, false);
    private static final End ABOVE_ALL = new End(1, BigDecimal.ZERO, false);

    private Ends() {}

    /**
     * One end.
     *
     * @param infinity -1 or 1 for the infinities, 0 for a number
     * @param value the number; zero for the infinities
     * @param closed whether it belongs to the set
     */
    record End(int infinity, BigDecimal value, boolean closed) {

        boolean isZero() {
            return infinity == 0 && value.signum() == 0;
        }

        int signum() {
            return infinity != 0 ? infinity : value.signum();
        }

        int compareTo(End other) {
            return infinity != 0 || other.infinity != 0
                    ? Integer.compare(infinity, other.infinity)
                    : value.compareTo(other.value);
        }

        /** Whether both are the same end, as {@link #equals} says, which takes long when it is asked first. */
        boolean isSame(End other) {
            return closed == other.closed && compareTo(other) == 0;
        }

        End negated() {
            return new End(-infinity, value.negate(), closed);
        }
    }

    static End infinite(int sign) {
        return sign < 0 ? BELOW_ALL : ABOVE_ALL;
    }

    static End finite(BigDecimal value, boolean closed) {
        return new End(0, value, closed);
    }

    static End lowerOf(Bounds bounds) {
        Optional<BigDecimal> low = bounds.lower();
        return low.isPresent() ? finite(low.get(), bounds.isLowerClosed()) : BELOW_ALL;
    }

    static End upperOf(Bounds bounds) {
        Optional<BigDecimal> high = bounds.upper();
        return high.isPresent() ? finite(high.get(), bounds.isUpperClosed()) : ABOVE_ALL;
    }

    /** The outermost lower end: of equal values the closed one, since what it belongs to is in the set. */
    static End outerLower(End a, End b) {
        int order = a.compareTo(b);
        return order < 0 || (order == 0 && a.closed()) ? a : b;
    }

    /** The outermost upper end. */
    static End outerUpper(End a, End b) {
        int order = a.compareTo(b);
        return order > 0 || (order == 0 && a.closed()) ? a : b;
    }

    /** The innermost lower end: of equal values the open one. */
    static End innerLower(End a, End b) {
        int order = a.compareTo(b);
        return order > 0 || (order == 0 && !a.closed()) ? a : b;
    }

    /** The innermost upper end. */
    static End innerUpper(End a, End b) {
        int order = a.compareTo(b);
        return order < 0 || (order == 0 && !a.closed()) ? a : b;
    }

    /** The set between two ends: empty if they are the wrong way round. */
    static Bounds between(End lower, End upper) {
        int order = lower.compareTo(upper);
        if (order > 0 || (order == 0 && !(lower.closed() && upper.closed()))) {
            return Bounds.empty();
        }
        return ImmutableBounds.of(
                lower.infinity() == 0 ? Optional.of(lower.value()) : Optional.empty(),
                lower.closed(),
                upper.infinity() == 0 ? Optional.of(upper.value()) : Optional.empty(),
                upper.closed(),
                false);
    }
}
