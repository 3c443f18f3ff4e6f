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
            return Verdict.values()[level];
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
                    Verdict.NOT_CHECKABLE, Optional.empty(), false, Double.NaN, Double.NaN, Double.NaN, List.of());
        }
        GrowthTry asItStands = GrowthTry.asItStands(claim.steps());
        int level = level(claim, asItStands);
        if (level != GrowthFilter.NO) {
            return outcome(claim, Verdict.values()[level], Optional.empty(), isWeak(claim, asItStands), List.of());
        }
        List<GrowthTry> exact = new ArrayList<>();
        List<GrowthTry> others = new ArrayList<>();
        Optional<String> convention = Optional.empty();
        for (GrowthTry change : GrowthTry.conventions(claim)) {
            int after = level(claim, change);
            if (after != GrowthFilter.NO) {
                (after == GrowthFilter.AGREES ? exact : others).add(change);
            }
        }
        convention = firstConvention(exact, others);
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

    private static Optional<String> firstConvention(List<GrowthTry> exact, List<GrowthTry> others) {
        List<GrowthTry> all = new ArrayList<>(exact);
        all.addAll(others);
        return all.stream().min(Comparator.comparing(GrowthTry::kind)).map(GrowthTry::code);
    }

    private static List<String> codes(List<GrowthTry> exact, List<GrowthTry> others) {
        List<String> codes = new ArrayList<>(exact.size() + others.size());
        for (List<GrowthTry> tries : List.of(exact, others)) {
            tries.stream()
                    .sorted(Comparator.comparing(GrowthTry::kind))
                    .map(GrowthTry::code)
                    .forEach(codes::add);
        }
        return codes;
    }

    // ---- what is checkable ----

    private static boolean isCheckable(GrowthClaim claim) {
        return claim.base().unit().equals(claim.end().unit())
                && claim.base().value().signum() > 0
                && claim.end().value().signum() > 0;
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
                .map(Verdict::ordinal)
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
        return FindingWriter.isWeak(implied(relation(claim, change), members), members.get(2));
    }

    private static Bounds implied(Relation relation, List<Evidence> members) {
        List<BoundedQuantity> possible =
                members.stream().map(Evidence::possible).toList();
        return relation.implied(relation.judged(), possible, ARITHMETIC);
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
        return new ClaimOutcome(
                verdict,
                convention,
                weak,
                rate(base.valueApprox, end.valueApprox, base.value(), end.value(), steps),
                rate(
                        base.boundsHigh,
                        Math.max(end.boundsLow, 0),
                        base.bounds().upper().orElse(BigDecimal.ZERO),
                        end.bounds().lower().orElse(BigDecimal.ZERO),
                        steps),
                rate(
                        Math.max(base.boundsLow, 0),
                        end.boundsHigh,
                        base.bounds().lower().orElse(BigDecimal.ZERO),
                        end.bounds().upper().orElse(BigDecimal.ZERO),
                        steps),
                repairs);
    }

    private static double rate(double base, double end, BigDecimal exactBase, BigDecimal exactEnd, int steps) {
        if (base < 0 || end < 0) {
            return Double.NaN;
        }
        double rate = Math.expm1(Math.log(end / base) / steps);
        if (Math.abs(rate) >= SMALL_RATE || !(base > 0) || Double.isInfinite(base)) {
            return rate;
        }
        // (end - base) / base keeps the digits that a quotient near 1 loses
        double growth = exactEnd.subtract(exactBase).doubleValue() / base;
        return Math.expm1(Math.log1p(growth) / steps);
    }
}
