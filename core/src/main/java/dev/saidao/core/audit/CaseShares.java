package dev.saidao.core.audit;

import dev.saidao.core.audit.ErrorDistribution.Range;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Which share of the wrong numbers a change would excuse, for any relation: of the numbers that the judged member might have had
 * printed in its place, those that do not agree as they stand and would after it, weighed as {@link ErrorDistribution} says for
 * their distance from what the others imply.
 */
final class CaseShares {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();

    private CaseShares() {}

    /**
     * The share; absent where there is no such measure: where the relation is an inequality, which implies no number, and where
     * numbers are not positive.
     *
     * @param before the case as it stands
     * @param after the case after the change
     * @param verdict how well it agrees
     */
    static OptionalDouble of(Case before, Case after, Verdict verdict) {
        if (before.relation().equation().isInequality()) {
            return OptionalDouble.empty();
        }
        Optional<BigDecimal> point = before.judged().point();
        Optional<BigDecimal> changed = after.judged().point();
        // of a growth rate, what a size is multiplied by
        double one = before.judged().unit().kind() == Unit.Kind.GROWTH_RATE ? 1 : 0;
        double implied = one + middle(solve(before, Evidence::pointOrPossible));
        if (!(implied > 0) || point.isEmpty() || changed.isEmpty() || !isPositive(point.get(), one)) {
            return OptionalDouble.empty();
        }
        // numbers are those of the print, whatever the change makes of them
        double scale = point.get().signum() == 0
                ? 1
                : changed.get().doubleValue() / point.get().doubleValue();
        Range agreeing = range(before, Evidence::possible, 1, one);
        Range excused =
                verdict == Verdict.AGREES ? points(after, scale, one) : range(after, Evidence::byRounding, scale, one);
        double center = Math.log(implied);
        return OptionalDouble.of(ErrorDistribution.excused(agreeing.minus(center), excused.minus(center)));
    }

    private static boolean isPositive(BigDecimal point, double one) {
        return point.doubleValue() + one > 0;
    }

    private static Bounds solve(Case one, Function<Evidence, BoundedQuantity> view) {
        Terms terms = Terms.of(
                List.copyOf(one.members().keySet()),
                one.members().values().stream().map(view).toList());
        return one.relation().equation().solve(one.relation().judged(), terms, ARITHMETIC);
    }

    /** The numbers whose print would agree, as logarithms. */
    private static Range range(Case one, Function<Evidence, BoundedQuantity> view, double scale, double shift) {
        return range(solve(one, view), view.apply(one.judged()).bounds(), one.judged(), scale, shift);
    }

    private static Range points(Case one, double scale, double shift) {
        return range(solve(one, Evidence::pointOrPossible), one.judged().digits(), one.judged(), scale, shift);
    }

    private static Range range(Bounds implied, Bounds print, Evidence judged, double scale, double shift) {
        double point = judged.point().orElseThrow().doubleValue();
        double low = low(implied) - (high(print) - point);
        double high = high(implied) - (low(print) - point);
        return new Range(Math.log(Math.max(0, low / scale + shift)), Math.log(Math.max(0, high / scale + shift)));
    }

    private static double low(Bounds bounds) {
        return bounds.lower().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    private static double high(Bounds bounds) {
        return bounds.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    /** The middle of bounds; an end if there is but one; NaN if there is none. */
    private static double middle(Bounds bounds) {
        double low = low(bounds);
        double high = high(bounds);
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            return Double.isInfinite(low) ? (Double.isInfinite(high) ? Double.NaN : high) : low;
        }
        return (low + high) / 2;
    }
}
