package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;

/** Where every number of a unit lies, printed or not. */
final class Ranges {

    private Ranges() {}

    static Bounds of(Unit unit) {
        return switch (unit.kind()) {
            case GROWTH_RATE -> Bounds.atLeast(BigDecimal.ONE.negate());
            case COUNT, DENSITY, YEARS, CALENDAR_YEAR -> Bounds.atLeast(BigDecimal.ZERO);
            case MONEY, SHARE, PERCENTAGE_POINTS, MULTIPLE, PHYSICAL, NUMBER -> Bounds.all();
        };
    }
}
