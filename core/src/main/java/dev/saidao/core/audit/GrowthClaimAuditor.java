package dev.saidao.core.audit;

import dev.saidao.core.audit.Relation.Alternative;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Audits growth claims, one at a time and fast: doubles decide where they can decide with certainty, exact decimals where they
 * cannot. The answers are those of exact decimals in every case.
 *
 * <pre>{@code
 * ReadingConvention reading = ReadingConvention.strict();
 * GrowthClaim claim = new GrowthClaim(
 *         ReadNumber.of(format.parse("USD 1.5 bn"), reading),
 *         ReadNumber.of(format.parse("USD 6.43 bn"), reading),
 *         ReadNumber.of(format.parse("15.7%", Unit.GROWTH_RATE), reading),
 *         2022,
 *         2032,
 *         Optional.empty());
 * Verdict verdict = GrowthClaimAuditor.withDefaults().verdict(claim); // AGREES
 * }</pre>
 *
 * <p>The verdicts are those of {@link Auditor} for a relation of the kind {@link RelationKind#GROWTH}. A claim in two currencies
 * is not checkable, nor is one whose printed sizes are not positive, nor one whose rate speaks of years that differ from those of the
 * sizes by more than one at either end, unless it agrees all the same.
 */
public final class GrowthClaimAuditor {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();
    private static final GrowthClaimAuditor DEFAULTS = new GrowthClaimAuditor(true);
    // below this a rate computed with doubles has too few digits
    private static final double SMALL_RATE = 1e-3;
    // below this a gap, in percentage points, does
    private static final double SMALL_GAP = 1e-3;
    private static final double TINY_GAP = 1e-6;
    private static final BoundsArithmetic COARSE = ARITHMETIC.withDigits(24);
    private static final BoundsArithmetic FINE = ARITHMETIC.withDigits(100);

    private final boolean filtered;

    private GrowthClaimAuditor(boolean filtered) {
        this.filtered = filtered;
    }

    /** {@return an auditor that lets doubles decide where they can} */
    public static GrowthClaimAuditor withDefaults() {
        return DEFAULTS;
    }

    /** {@return an auditor that decides everything with exact decimals; slower, with the same answers} */
    public GrowthClaimAuditor withoutFilter() {
        return new GrowthClaimAuditor(false);
    }

    /**
     * Judges a claim.
     *
     * @param claim the claim
     * @return whether its numbers can be true together
     */
    public Verdict verdict(GrowthClaim claim) {
        if (!isCheckable(claim)) {
            return Verdict.NOT_CHECKABLE;
        }
        int level = level(claim, GrowthTry.asItStands(claim.steps()));
        if (level != GrowthFilter.NO) {
            return GrowthFilter.verdict(level);
        }
        for (GrowthTry convention : GrowthTry.conventions(claim)) {
            if (level(claim, convention) != GrowthFilter.NO) {
                return Verdict.AGREES_UNDER_OTHER_CONVENTION;
            }
        }
        return isCovered(claim) ? Verdict.CONTRADICTS : Verdict.NOT_CHECKABLE;
    }

    /**
     * Judges a claim and tries repairs.
     *
     * @param claim the claim
     * @return the outcome, in short
     */
    public ClaimOutcome audit(GrowthClaim claim) {
        if (!isCheckable(claim)) {
            return new ClaimOutcome(
                    Verdict.NOT_CHECKABLE,
                    Optional.empty(),
                    false,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    List.of());
        }
        GrowthTry asItStands = GrowthTry.asItStands(claim.steps());
        int level = level(claim, asItStands);
        if (level != GrowthFilter.NO) {
            return outcome(claim, GrowthFilter.verdict(level), Optional.empty(), isWeak(claim, asItStands), List.of());
        }
        List<GrowthTry> exact = new ArrayList<>();
        List<GrowthTry> others = new ArrayList<>();
        for (GrowthTry change : GrowthTry.conventions(claim)) {
            int after = level(claim, change);
            if (after != GrowthFilter.NO) {
                (after == GrowthFilter.AGREES ? exact : others).add(change);
            }
        }
        Optional<String> convention = firstConvention(exact, others);
        if (convention.isEmpty() && !isCovered(claim)) {
            return outcome(claim, Verdict.NOT_CHECKABLE, Optional.empty(), false, List.of());
        }
        GrowthFilter.Screen screen = filtered ? GrowthFilter.Screen.of(claim) : GrowthFilter.Screen.NOTHING;
        for (GrowthTry change : GrowthTry.mistakes(claim)) {
            if (screen.excludes(change)) {
                continue;
            }
            int after = level(claim, change);
            if (after != GrowthFilter.NO && !saysLittle(claim, change)) {
                (after == GrowthFilter.AGREES ? exact : others).add(change);
            }
        }
        return outcome(
                claim,
                convention.isPresent() ? Verdict.AGREES_UNDER_OTHER_CONVENTION : Verdict.CONTRADICTS,
                convention,
                false,
                codes(exact, others));
    }

    /**
     * Judges a claim and explains the verdict.
     *
     * @param claim the claim
     * @return the finding, with the same verdict and repairs as {@link #audit}; its figures are named {@code base}, {@code
     *     end} and {@code rate}
     */
    public Finding finding(GrowthClaim claim) {
        return Auditor.withDefaults()
                .finding(claim.relation(), Map.of("base", claim.base(), "end", claim.end(), "rate", claim.rate()));
    }

    /** The first of the likeliest kind, those that agree exactly before others. */
    private static Optional<String> firstConvention(List<GrowthTry> exact, List<GrowthTry> others) {
        GrowthTry first = likelier(null, exact);
        first = likelier(first, others);
        return first == null ? Optional.empty() : Optional.of(first.code());
    }

    private static @Nullable GrowthTry likelier(@Nullable GrowthTry first, List<GrowthTry> tries) {
        GrowthTry likeliest = first;
        for (int i = 0; i < tries.size(); i++) {
            GrowthTry change = tries.get(i);
            likeliest = likeliest == null || change.kind().compareTo(likeliest.kind()) < 0 ? change : likeliest;
        }
        return likeliest;
    }

    private static List<String> codes(List<GrowthTry> exact, List<GrowthTry> others) {
        List<String> codes = new ArrayList<>(exact.size() + others.size());
        for (List<GrowthTry> tries : List.of(exact, others)) {
            if (tries.size() > 1) {
                tries.sort(Comparator.comparing(GrowthTry::kind));
            }
            for (GrowthTry change : tries) {
                codes.add(change.code());
            }
        }
        return codes;
    }

    // ---- what is checkable ----

    private static boolean isCheckable(GrowthClaim claim) {
        return claim.base().unit().equals(claim.end().unit()) && isPositive(claim.base()) && isPositive(claim.end());
    }

    private static boolean isPositive(ReadNumber size) {
        // the double may be 0 where the decimal is very small
        return size.valueApprox > 0 || size.value().signum() > 0;
    }

    private static boolean isCovered(GrowthClaim claim) {
        return claim.ratePeriod()
                .map(span -> FindingWriter.isLooseDating(
                        span.firstYear().orElseThrow() - claim.firstYear(),
                        span.lastYear().orElseThrow() - claim.lastYear()))
                .orElse(true);
    }

    // ---- doubles first, decimals in doubt ----

    private int level(GrowthClaim claim, GrowthTry change) {
        int level = filtered ? GrowthFilter.level(claim, change) : GrowthFilter.UNSURE;
        return level != GrowthFilter.UNSURE ? level : exactLevel(claim, change);
    }

    private static int exactLevel(GrowthClaim claim, GrowthTry change) {
        List<Evidence> members = members(claim, change);
        if (change.target() == 2
                && Ranges.of(members.get(2).unit())
                        .intersection(members.get(2).bounds())
                        .isEmpty()) {
            return GrowthFilter.NO;
        }
        return Judge.level(relation(claim, change), members)
                .map(GrowthFilter::level)
                .orElse(GrowthFilter.NO);
    }

    private boolean saysLittle(GrowthClaim claim, GrowthTry change) {
        return change.kind() == RepairKind.FACTOR && isWeak(claim, change);
    }

    private boolean isWeak(GrowthClaim claim, GrowthTry change) {
        int weak = filtered ? GrowthFilter.isWeak(claim, change) : GrowthFilter.UNSURE;
        if (weak != GrowthFilter.UNSURE) {
            return weak == GrowthFilter.YES;
        }
        List<Evidence> members = members(claim, change);
        return FindingWriter.isWeak(implied(relation(claim, change), members, ARITHMETIC), members.get(2));
    }

    private static Bounds implied(Relation relation, List<Evidence> members, BoundsArithmetic arithmetic) {
        List<BoundedQuantity> possible = Evidence.possible(members);
        return relation.implied(relation.judged(), possible, arithmetic);
    }

    private static Relation relation(GrowthClaim claim, GrowthTry change) {
        FigureRelation relation = claim.relation();
        if (change.form() == Equation.GrowthForm.COMPOUND) {
            return change.steps() == claim.steps() ? relation : relation.withConstant(3, Years.of(change.steps()));
        }
        return relation.alternatives().stream()
                .filter(alternative -> alternative.code().equals(change.code()))
                .map(Alternative::relation)
                .findFirst()
                .orElseThrow();
    }

    private static List<Evidence> members(GrowthClaim claim, GrowthTry change) {
        List<Evidence> members = new ArrayList<>(List.of(
                Evidence.of(claim.base()),
                Evidence.of(claim.end()),
                Evidence.of(claim.rate()),
                Evidence.of(Years.of(change.steps()))));
        if (change.target() >= 0) {
            members.set(change.target(), members.get(change.target()).times(change.factor()));
        }
        if (change.cut() == GrowthTry.Cut.ALL) {
            members.replaceAll(Evidence::cutOff);
        } else if (change.cut() == GrowthTry.Cut.RATE) {
            members.set(2, members.get(2).cutOff());
        }
        return members;
    }

    // ---- implied rates ----

    private static ClaimOutcome outcome(
            GrowthClaim claim, Verdict verdict, Optional<String> convention, boolean weak, List<String> repairs) {
        ReadNumber base = claim.base();
        ReadNumber end = claim.end();
        int steps = claim.steps();
        double low = rate(base, base.boundsHigh, end, Math.max(end.boundsLow, 0), steps, true);
        double high = rate(base, Math.max(base.boundsLow, 0), end, end.boundsHigh, steps, false);
        boolean apart = verdict == Verdict.CONTRADICTS || verdict == Verdict.AGREES_UNDER_OTHER_CONVENTION;
        return new ClaimOutcome(
                verdict,
                convention,
                weak,
                rate(base, base.valueApprox, end, end.valueApprox, steps),
                low,
                high,
                apart ? gap(claim, low, high) : verdict == Verdict.NOT_CHECKABLE ? Double.NaN : 0,
                repairs);
    }

    /** The distance of the implied and the published rates, in percentage points. */
    private static double gap(GrowthClaim claim, double low, double high) {
        double gap = 100 * Math.max(low - claim.rate().boundsHigh, claim.rate().boundsLow - high);
        if (Math.abs(gap) > SMALL_GAP * (1 + Math.abs(low))) {
            return Math.max(0, gap);
        }
        // too small for the difference of two doubles
        BoundsArithmetic arithmetic = Math.abs(gap) > TINY_GAP ? COARSE : FINE;
        List<BoundedQuantity> possible = List.of(
                BoundedQuantity.of(claim.base().unit(), claim.base().bounds()),
                BoundedQuantity.of(claim.end().unit(), claim.end().bounds()),
                BoundedQuantity.of(claim.rate().unit(), claim.rate().bounds()),
                BoundedQuantity.exactly(Years.of(claim.steps())));
        Bounds implied = Equation.growth(Equation.GrowthForm.COMPOUND).implied(2, possible, arithmetic);
        return FindingWriter.gap(implied, claim.rate().bounds())
                .map(exact -> 100 * exact.doubleValue())
                .orElse(0.0);
    }

    private static double rate(
            ReadNumber base, double baseEnd, ReadNumber end, double endEnd, int steps, boolean least) {
        double rate = Math.expm1(Math.log(endEnd / baseEnd) / steps);
        if (Math.abs(rate) >= SMALL_RATE || !(baseEnd > 0) || Double.isInfinite(baseEnd)) {
            return rate;
        }
        BigDecimal exactBase = (least ? base.bounds().upper() : base.bounds().lower()).orElse(BigDecimal.ZERO);
        BigDecimal exactEnd = (least ? end.bounds().lower() : end.bounds().upper()).orElse(BigDecimal.ZERO);
        return small(exactBase, exactEnd, steps);
    }

    private static double rate(ReadNumber base, double basePoint, ReadNumber end, double endPoint, int steps) {
        double rate = Math.expm1(Math.log(endPoint / basePoint) / steps);
        return Math.abs(rate) >= SMALL_RATE ? rate : small(base.value(), end.value(), steps);
    }

    /** A rate near 0: (end - base) / base keeps the digits that a quotient near 1 loses. */
    private static double small(BigDecimal base, BigDecimal end, int steps) {
        double growth = end.subtract(base).doubleValue() / base.doubleValue();
        return Math.expm1(Math.log1p(growth) / steps);
    }
}
