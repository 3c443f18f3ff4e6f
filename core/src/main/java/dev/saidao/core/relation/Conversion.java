package dev.saidao.core.relation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amounts in units that measure the same thing: 1 GW is 1,000 MW, and a share of 5% is 5 points. */
final class Conversion {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Factors have 34 digits; one that does not end there is within this part of itself. */
    private static final int CERTAIN_DIGITS = 32;

    private Conversion() {}

    /** Whether amounts can be had in another unit. */
    static boolean isPossible(Unit unit, Unit other) {
        return unit.equals(other) || unit.factorTo(other).isPresent();
    }

    /** Shares and rates, which differ by points. */
    static boolean isFraction(Unit unit) {
        return unit.kind() == Unit.Kind.SHARE || unit.kind() == Unit.Kind.GROWTH_RATE;
    }

    static boolean isPoints(Unit unit) {
        return unit.kind() == Unit.Kind.PERCENTAGE_POINTS;
    }

    /** Whether amounts must be converted before they are added. */
    static boolean isNeeded(Terms terms) {
        long measured = terms.values().stream()
                .map(BoundedQuantity::unit)
                .filter(unit -> unit.kind() == Unit.Kind.PHYSICAL)
                .distinct()
                .count();
        return measured > 1;
    }

    /** The terms with all that measure one thing in one unit: that of a role if it is such, and else the first. */
    static Terms alike(Terms terms, String role, BoundsArithmetic arithmetic) {
        Optional<Unit> first = Optional.empty();
        boolean differ = false;
        for (BoundedQuantity value : terms.values()) {
            if (value.unit().kind() == Unit.Kind.PHYSICAL) {
                differ |= first.isPresent() && !first.get().equals(value.unit());
                first = first.or(() -> Optional.of(value.unit()));
            }
        }
        if (!differ) {
            return terms;
        }
        Unit unit = Optional.of(role)
                .filter(terms.names()::contains)
                .map(terms::unit)
                .filter(own -> own.kind() == Unit.Kind.PHYSICAL)
                .orElse(first.orElseThrow());
        List<BoundedQuantity> converted = new ArrayList<>();
        for (BoundedQuantity value : terms.values()) {
            boolean other =
                    !value.unit().equals(unit) && value.unit().factorTo(unit).isPresent();
            converted.add(other ? BoundedQuantity.of(unit, in(unit, value, arithmetic)) : value);
        }
        return Terms.of(terms.names(), converted);
    }

    /** The bounds of a quantity in a unit; unchanged if it cannot be had in that unit, such as a count of another noun. */
    static Bounds in(Unit unit, BoundedQuantity value, BoundsArithmetic arithmetic) {
        Unit own = value.unit();
        if (own.equals(unit)) {
            return value.bounds();
        }
        if (isFraction(own) && isPoints(unit)) {
            return arithmetic.times(value.bounds(), Bounds.exactly(HUNDRED));
        }
        if (isPoints(own) && isFraction(unit)) {
            return arithmetic.times(value.bounds(), Bounds.exactly(new BigDecimal("0.01")));
        }
        Optional<BigDecimal> factor = own.factorTo(unit);
        return factor.isEmpty()
                ? value.bounds()
                : arithmetic.times(
                        value.bounds(), around(factor.get(), unit.factorTo(own).orElseThrow()));
    }

    /** A factor, with what may be lost of one that does not end. */
    private static Bounds around(BigDecimal factor, BigDecimal back) {
        BigDecimal lost = factor.multiply(back).compareTo(BigDecimal.ONE) == 0
                ? BigDecimal.ZERO
                : factor.movePointLeft(CERTAIN_DIGITS);
        return Bounds.closed(factor.subtract(lost), factor.add(lost));
    }
}
