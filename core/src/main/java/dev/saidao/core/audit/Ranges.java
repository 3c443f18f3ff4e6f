package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Where every number of a unit lies, printed or not, but for differences and what is printed with a minus. */
final class Ranges {

    private static final RoughBounds FROM_MINUS_ONE = RoughBounds.of(Bounds.atLeast(BigDecimal.ONE.negate()));
    private static final RoughBounds NOT_NEGATIVE = RoughBounds.of(Bounds.notNegative());

    private Ranges() {}

    static Bounds of(Unit unit) {
        return switch (unit.kind()) {
            case GROWTH_RATE -> Bounds.atLeast(BigDecimal.ONE.negate());
            case COUNT, DENSITY, YEARS, CALENDAR_YEAR -> Bounds.atLeast(BigDecimal.ZERO);
            case MONEY, SHARE, PERCENTAGE_POINTS, MULTIPLE, PHYSICAL, NUMBER -> Bounds.all();
        };
    }

    /** The same for what may be below 0 whatever it counts. */
    static Bounds of(Unit unit, boolean isSigned) {
        return isSigned && unit.kind() != Unit.Kind.GROWTH_RATE ? Bounds.all() : of(unit);
    }

    /** The same for what was printed, or what a change makes of it. */
    static Bounds of(Evidence evidence) {
        return of(evidence.unit(), isBelowZero(evidence));
    }

    /** Whether a number was printed with a minus, or follows from one that was. */
    static boolean isBelowZero(Evidence evidence) {
        return evidence.point()
                        .or(() -> evidence.bounds().lower())
                        .orElse(BigDecimal.ZERO)
                        .signum()
                < 0;
    }

    /** The same in doubles. */
    static RoughBounds rough(Unit unit, boolean isSigned) {
        return isSigned && unit.kind() != Unit.Kind.GROWTH_RATE ? RoughBounds.ALL : rough(unit);
    }

    private static RoughBounds rough(Unit unit) {
        return switch (unit.kind()) {
            case GROWTH_RATE -> FROM_MINUS_ONE;
            case COUNT, DENSITY, YEARS, CALENDAR_YEAR -> NOT_NEGATIVE;
            case MONEY, SHARE, PERCENTAGE_POINTS, MULTIPLE, PHYSICAL, NUMBER -> RoughBounds.ALL;
        };
    }

    /** Ends that move by less than this part of themselves, or of the width, lead nowhere. */
    private static final BigDecimal LITTLE = new BigDecimal("0.001");

    /** Whether so much was narrowed that it is worth to go on from there. */
    static boolean isNarrower(Bounds before, Bounds after) {
        if (after.isEmpty() || before.isEmpty()) {
            return !before.isEmpty();
        }
        return isMoved(before.lower(), after.lower(), before) || isMoved(before.upper(), after.upper(), before);
    }

    private static boolean isMoved(Optional<BigDecimal> before, Optional<BigDecimal> after, Bounds all) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        BigDecimal way = before.get().subtract(after.get()).abs();
        if (way.signum() == 0) {
            return false;
        }
        BigDecimal size =
                all.width().orElseGet(() -> before.get().abs().max(after.get().abs()));
        return way.compareTo(size.multiply(LITTLE)) > 0;
    }
}
