package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * <p>A claim is a relation, and this is its fast first answer: units, verdicts, changes and words are those of {@link Auditor} for
 * it. A claim whose units do not fit is not checkable, such as one in two currencies, nor is one whose printed sizes are not
 * positive, nor one whose rate speaks of years that differ from those of the sizes by more than one at either end, unless it
 * agrees all the same.
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
        return claim.equation().excuse(claim).isPresent() ? Verdict.NOT_CHECKABLE : Verdict.CONTRADICTS;
    }

    /**
     * Judges a claim and tries repairs.
     *
     * @param claim the claim
     * @return the outcome, in short
     */
    public ClaimOutcome audit(GrowthClaim claim) {
        if (!isCheckable(claim)) {
            return ClaimOutcome.notCheckable(claim, obstacle(claim).orElseThrow());
        }
        GrowthTry asItStands = GrowthTry.asItStands(claim.steps());
        int level = level(claim, asItStands);
        if (level != GrowthFilter.NO) {
            return outcome(claim, GrowthFilter.verdict(level), isWeak(claim, asItStands), List.of(), Optional.empty());
        }
        List<Change> exact = new ArrayList<>();
        List<Change> others = new ArrayList<>();
        for (GrowthTry change : GrowthTry.conventions(claim)) {
            int after = level(claim, change);
            if (after != GrowthFilter.NO) {
                (after == GrowthFilter.AGREES ? exact : others).add(change.tried());
            }
        }
        boolean excused = !exact.isEmpty() || !others.isEmpty();
        if (!excused) {
            Optional<Label> excuse = claim.equation().excuse(claim);
            if (excuse.isPresent()) {
                return outcome(claim, Verdict.NOT_CHECKABLE, false, List.of(), excuse);
            }
        }
        GrowthFilter.Screen screen = filtered ? GrowthFilter.Screen.of(claim) : GrowthFilter.Screen.NOTHING;
        for (GrowthTry change : GrowthTry.mistakes(claim)) {
            if (screen.excludes(change)) {
                continue;
            }
            int after = level(claim, change);
            if (after != GrowthFilter.NO && !(change.isPowerOfTen() && isWeak(claim, change))) {
                (after == GrowthFilter.AGREES ? exact : others).add(change.tried());
            }
        }
        Verdict verdict = excused ? Verdict.AGREES_UNDER_OTHER_CONVENTION : Verdict.CONTRADICTS;
        return outcome(claim, verdict, false, ranked(exact, others), Optional.empty());
    }

    /**
     * Judges a claim and explains the verdict.
     *
     * @param claim the claim
     * @return the finding, with the same verdict, words and repairs as {@link #audit}; its figures are named {@code base},
     *     {@code end} and {@code rate}
     */
    public Finding finding(GrowthClaim claim) {
        return Auditor.withDefaults().finding(claim, claim.numbers());
    }

    /** Those that agree exactly before others, each in the order of their kinds. */
    private static List<Change> ranked(List<Change> exact, List<Change> others) {
        List<Change> ranked = new ArrayList<>(exact.size() + others.size());
        for (List<Change> changes : List.of(exact, others)) {
            if (changes.size() > 1) {
                changes.sort(Comparator.comparing(Change::kind));
            }
            ranked.addAll(changes);
        }
        return ranked;
    }

    /** The first convention of the likeliest kind, of those that agree exactly before others. */
    private static Optional<Change> convention(List<Change> ranked) {
        Change first = null;
        for (Change change : ranked) {
            boolean likelier = first == null || change.kind().compareTo(first.kind()) < 0;
            first = change.kind().isConvention() && likelier ? change : first;
        }
        return Optional.ofNullable(first);
    }

    // ---- what is checkable ----

    private static boolean isCheckable(GrowthClaim claim) {
        return (claim.rate().unit().kind() == Unit.Kind.GROWTH_RATE
                        && claim.base().unit().equals(claim.end().unit())
                        && claim.base().valueApprox > 0
                        && claim.end().valueApprox > 0)
                // a double may be 0 where the decimal is very small
                || obstacle(claim).isEmpty();
    }

    /** Why a claim cannot be checked, as of any relation: its units do not fit, or its sizes are not positive. */
    private static Optional<Label> obstacle(GrowthClaim claim) {
        Case one = claim.asCase();
        try {
            claim.equation().units(one.units());
        } catch (IllegalArgumentException e) {
            return Optional.of(FindingWriter.misfit(e));
        }
        return one.undefined();
    }

    // ---- doubles first, decimals in doubt ----

    private int level(GrowthClaim claim, GrowthTry change) {
        int level = filtered ? GrowthFilter.level(claim, change) : GrowthFilter.UNSURE;
        return level != GrowthFilter.UNSURE ? level : exactLevel(claim, change);
    }

    private static int exactLevel(GrowthClaim claim, GrowthTry change) {
        Case one = change.of(claim);
        boolean possible = change.change() == null || one.isPossible(change.tried());
        return (possible ? one.level() : Optional.<Verdict>empty())
                .map(GrowthFilter::level)
                .orElse(GrowthFilter.NO);
    }

    private boolean isWeak(GrowthClaim claim, GrowthTry change) {
        int weak = filtered ? GrowthFilter.isWeak(claim, change) : GrowthFilter.UNSURE;
        if (weak != GrowthFilter.UNSURE) {
            return weak == GrowthFilter.YES;
        }
        Case one = change.of(claim);
        return one.isWeak(one.implied());
    }

    // ---- implied rates ----

    private static ClaimOutcome outcome(
            GrowthClaim claim, Verdict verdict, boolean weak, List<Change> repairs, Optional<Label> obstacle) {
        ReadNumber base = claim.base();
        ReadNumber end = claim.end();
        int steps = claim.steps();
        double low = rate(base, base.boundsHigh, end, Math.max(end.boundsLow, 0), steps, true);
        double high = rate(base, Math.max(base.boundsLow, 0), end, end.boundsHigh, steps, false);
        boolean apart = verdict == Verdict.CONTRADICTS || verdict == Verdict.AGREES_UNDER_OTHER_CONVENTION;
        return new ClaimOutcome(
                claim,
                verdict,
                convention(repairs),
                weak,
                rate(base, base.valueApprox, end, end.valueApprox, steps),
                low,
                high,
                apart ? gap(claim, low, high) : verdict == Verdict.NOT_CHECKABLE ? Double.NaN : 0,
                repairs,
                obstacle);
    }

    /** The distance of the implied and the published rates, in percentage points. */
    private static double gap(GrowthClaim claim, double low, double high) {
        double gap = 100 * Math.max(low - claim.rate().boundsHigh, claim.rate().boundsLow - high);
        if (Math.abs(gap) > SMALL_GAP * (1 + Math.abs(low))) {
            return Math.max(0, gap);
        }
        // too small for the difference of two doubles
        BoundsArithmetic arithmetic = Math.abs(gap) > TINY_GAP ? COARSE : FINE;
        Bounds implied =
                claim.equation().solve(GrowthEquation.RATE, claim.asCase().possible(), arithmetic);
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
        return GrowthEquation.rate(growth, steps);
    }
}
