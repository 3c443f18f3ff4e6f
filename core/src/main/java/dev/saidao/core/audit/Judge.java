package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides, exactly, whether the members of a relation can be true together, and how well. */
final class Judge {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();
    private static final BoundsArithmetic FINEST = ARITHMETIC.withDigits(BoundsArithmetic.MAX_DIGITS);
    // outward rounding moves an end by less than this part of its size
    private static final int CERTAIN_DIGITS = 30;

    private Judge() {}

    /** How well the members agree: one of the first three verdicts; absent if they do not. */
    static Optional<Verdict> level(Relation relation, List<Evidence> members) {
        List<BoundedQuantity> possible = map(members, Evidence::possible);
        if (!canBe(relation, possible)) {
            return Optional.empty();
        }
        if (members.stream().allMatch(member -> member.point().isPresent())) {
            List<BoundedQuantity> points = map(members, Evidence::exactly);
            int judged = relation.judged();
            points.set(
                    judged,
                    BoundedQuantity.of(
                            members.get(judged).unit(), members.get(judged).digits()));
            if (canBe(relation, points)) {
                return Optional.of(Verdict.AGREES);
            }
        }
        return Optional.of(
                canBe(relation, map(members, Evidence::byRounding))
                        ? Verdict.AGREES_WITHIN_ROUNDING
                        : Verdict.AGREES_AS_BOUND);
    }

    /**
     * Whether a relation can be true within bounds.
     *
     * <p>Outward rounding never loses a solution, so an empty result is certain. Where an overlap may be due to rounding
     * alone, every member is solved for with the most digits there are: products, sums and powers of printed numbers are
     * exact there.
     */
    static boolean canBe(Relation relation, List<BoundedQuantity> members) {
        for (BoundedQuantity member : members) {
            if (member.bounds().isEmpty()) {
                return false;
            }
        }
        int judged = relation.judged();
        Bounds implied = relation.implied(judged, members, ARITHMETIC);
        Bounds published = members.get(judged).bounds();
        if (implied.intersection(published).isEmpty()) {
            return false;
        }
        if (!published.encloses(implied)
                && inner(implied).intersection(published).isEmpty()) {
            for (int i = 0; i < members.size(); i++) {
                if (relation.implied(i, members, FINEST)
                        .intersection(members.get(i).bounds())
                        .isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Bounds without what may be due to outward rounding. */
    private static Bounds inner(Bounds bounds) {
        Optional<BigDecimal> low = bounds.lower().map(end -> end.add(margin(end)));
        Optional<BigDecimal> high = bounds.upper().map(end -> end.subtract(margin(end)));
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            return Bounds.empty();
        }
        return low.map(Bounds::atLeast)
                .orElse(Bounds.all())
                .intersection(high.map(Bounds::atMost).orElse(Bounds.all()));
    }

    private static BigDecimal margin(BigDecimal end) {
        return end.abs().max(BigDecimal.ONE).movePointLeft(CERTAIN_DIGITS);
    }

    private static List<BoundedQuantity> map(List<Evidence> members, Function<Evidence, BoundedQuantity> view) {
        return new ArrayList<>(members.stream().map(view).toList());
    }
}
