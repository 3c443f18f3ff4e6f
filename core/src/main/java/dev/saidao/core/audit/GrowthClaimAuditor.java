package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.GrowthEquation;
import java.math.BigDecimal;
import java.util.ArrayList;
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
 *
 * @since 0.1
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
        return isExcused(claim)
                ? Verdict.AGREES_UNDER_OTHER_CONVENTION
                : claim.equation().excuse(claim).isPresent() ? Verdict.NOT_CHECKABLE : Verdict.CONTRADICTS;
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
        GrowthFilter.Screen screen = screen(claim);
        ClaimShares shares = ClaimShares.of(claim);
        List<RankedChange> repairs = conventions(claim, screen, shares);
        boolean excused = Excuses.excuse(repairs).isPresent();
        if (!excused) {
            Optional<Label> excuse = claim.equation().excuse(claim);
            if (excuse.isPresent()) {
                return outcome(claim, Verdict.NOT_CHECKABLE, false, List.of(), excuse);
            }
        }
        addMistakes(claim, screen, shares, repairs);
        if (repairs.size() > 1) {
            repairs.sort(Excuses.RANKING);
        }
        Verdict verdict = excused ? Verdict.AGREES_UNDER_OTHER_CONVENTION : Verdict.CONTRADICTS;
        return outcome(claim, verdict, false, repairs, Optional.empty());
    }

    /** The conventions under which a claim agrees that are worth telling. */
    private List<RankedChange> conventions(GrowthClaim claim, GrowthFilter.Screen screen, ClaimShares shares) {
        List<RankedChange> conventions = new ArrayList<>(0);
        for (GrowthTry change : GrowthTry.conventions(claim)) {
            int after = screen.excludes(change) ? GrowthFilter.NO : level(claim, change);
            if (after != GrowthFilter.NO && !isMoreThanEnough(change, conventions)) {
                shares.ranked(change, GrowthFilter.verdict(after)).ifPresent(conventions::add);
            }
        }
        return conventions;
    }

    /** Whether one of {@link #conventions} is an excuse, without what is told of it. */
    private boolean isExcused(GrowthClaim claim) {
        GrowthFilter.Screen screen = screen(claim);
        ClaimShares shares = null;
        boolean toldCutOff = false;
        for (GrowthTry change : GrowthTry.conventions(claim)) {
            int after = screen.excludes(change) ? GrowthFilter.NO : level(claim, change);
            boolean isCutOff = change.digits() == GrowthTry.Digits.RATE_CUT_OFF;
            boolean isEnough = toldCutOff && change.digits() == GrowthTry.Digits.ALL_CUT_OFF;
            if (after == GrowthFilter.NO || after == GrowthFilter.AS_BOUND || isEnough) {
                continue;
            }
            shares = shares == null ? ClaimShares.of(claim) : shares;
            Verdict verdict = GrowthFilter.verdict(after);
            if (shares.isExcuse(change, verdict)) {
                return true;
            }
            toldCutOff |= isCutOff && Excuses.isTold(change.tried(), shares.share(change, verdict));
        }
        return false;
    }

    private static boolean isMoreThanEnough(GrowthTry change, List<RankedChange> told) {
        return Excuses.isMoreThanEnough(
                change.tried(), code -> told.stream().anyMatch(one -> one.code().equals(code)));
    }

    /** Adds the mistakes after which a claim agrees, or nearly does, that are worth telling. */
    private void addMistakes(GrowthClaim claim, GrowthFilter.Screen screen, ClaimShares shares, List<RankedChange> to) {
        boolean mayLeaveARest = shares.isFarOff();
        for (GrowthTry change : GrowthTry.mistakes(claim)) {
            int after = screen.excludes(change) ? GrowthFilter.NO : level(claim, change);
            if (after != GrowthFilter.NO) {
                shares.ranked(change, GrowthFilter.verdict(after)).ifPresent(to::add);
            } else if (mayLeaveARest && change.isPowerOfTen()) {
                Optional<RankedChange> near = shares.nearly(change);
                if (near.isPresent() && change.of(claim).isPossible(change.tried())) {
                    to.add(near.get());
                }
            }
        }
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

    // ---- what is checkable ----

    private static boolean isCheckable(GrowthClaim claim) {
        return (claim.rate().unit().kind() == Unit.Kind.GROWTH_RATE
                        && claim.hasOneUnit()
                        && claim.startGrowth().isEmpty()
                        && claim.base().valueApprox > 0
                        && claim.base().boundsHigh > 0
                        && claim.end().valueApprox > 0)
                // a double may be 0 where the decimal is very small
                || obstacle(claim).isEmpty();
    }

    /** Why a claim cannot be checked, as of any relation: its units do not fit, its sizes are not positive, or imply no rate. */
    private static Optional<Label> obstacle(GrowthClaim claim) {
        Case one = claim.asCase();
        try {
            claim.equation().units(one.units());
        } catch (IllegalArgumentException e) {
            return Optional.of(FindingWriter.misfit(e));
        }
        return one.undefined()
                .or(() -> one.implied().isEmpty() ? Optional.of(FindingWriter.UNDEFINED) : Optional.empty());
    }

    // ---- doubles first, decimals in doubt ----

    /** Whether doubles, which are those of the printed units, may decide. */
    private boolean isQuick(GrowthClaim claim) {
        return filtered && claim.hasOneUnit();
    }

    private GrowthFilter.Screen screen(GrowthClaim claim) {
        return filtered ? GrowthFilter.Screen.of(claim) : GrowthFilter.Screen.NOTHING;
    }

    private int level(GrowthClaim claim, GrowthTry change) {
        int level = isQuick(claim) ? GrowthFilter.level(claim, change) : GrowthFilter.UNSURE;
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
        int weak = isQuick(claim) ? GrowthFilter.isWeak(claim, change) : GrowthFilter.UNSURE;
        if (weak != GrowthFilter.UNSURE) {
            return weak == GrowthFilter.YES;
        }
        Case one = change.of(claim);
        return one.isWeak(one.implied());
    }

    // ---- implied rates ----

    private static ClaimOutcome outcome(
            GrowthClaim claim, Verdict verdict, boolean weak, List<RankedChange> repairs, Optional<Label> obstacle) {
        Implied implied = Implied.of(claim);
        if (implied.hasSmallRate(claim.base())) {
            implied = implied.finer(claim);
        }
        boolean apart = verdict == Verdict.CONTRADICTS || verdict == Verdict.AGREES_UNDER_OTHER_CONVENTION;
        return new ClaimOutcome(
                claim,
                verdict,
                Excuses.excuse(repairs).map(RankedChange::change),
                weak,
                implied.point(),
                implied.low(),
                implied.high(),
                apart ? gap(claim, implied.low(), implied.high()) : verdict == Verdict.NOT_CHECKABLE ? Double.NaN : 0,
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

    /**
     * The rates that the sizes of a claim imply.
     *
     * @param low the least
     * @param high the highest
     * @param point that of the printed sizes
     */
    private record Implied(double low, double high, double point) {

        static Implied of(GrowthClaim claim) {
            ReadNumber base = claim.base();
            ReadNumber end = claim.end();
            int steps = claim.steps();
            double inUnit = claim.hasOneUnit() ? 1 : claim.conversion().doubleValue();
            return new Implied(
                    rate(base.boundsHigh, inUnit * Math.max(end.boundsLow, 0), steps),
                    rate(Math.max(base.boundsLow, 0), inUnit * end.boundsHigh, steps),
                    rate(base.valueApprox, inUnit * end.valueApprox, steps));
        }

        /** Whether a rate is near 0 and so needs the digits that a quotient near 1 loses. */
        boolean hasSmallRate(ReadNumber base) {
            return isSmall(low, base.boundsHigh) || isSmall(high, base.boundsLow) || Math.abs(point) < SMALL_RATE;
        }

        /** The same, with rates near 0 from differences, which keep their digits. */
        Implied finer(GrowthClaim claim) {
            ReadNumber base = claim.base();
            return new Implied(
                    isSmall(low, base.boundsHigh) ? small(claim, -1) : low,
                    isSmall(high, base.boundsLow) ? small(claim, 1) : high,
                    Math.abs(point) < SMALL_RATE ? small(claim, 0) : point);
        }

        /** A rate near 0: the least if the side is -1, that of the printed sizes if it is 0, the highest if it is 1. */
        private static double small(GrowthClaim claim, int side) {
            double growth = claim.hasOneUnit() ? claim.base().growthTo(claim.end(), side) : Double.NaN;
            return GrowthEquation.rate(Double.isNaN(growth) ? growthOfDecimals(claim, side) : growth, claim.steps());
        }

        private static double growthOfDecimals(GrowthClaim claim, int side) {
            Bounds bases = claim.base().bounds();
            Bounds ends = claim.end().bounds();
            BigDecimal base = side == 0 ? claim.base().value() : end(side < 0 ? bases.upper() : bases.lower());
            BigDecimal end = side == 0 ? claim.end().value() : end(side < 0 ? ends.lower() : ends.upper());
            return end.multiply(claim.conversion()).subtract(base).doubleValue() / base.doubleValue();
        }

        private static double rate(double base, double end, int steps) {
            return Math.expm1(Math.log(end / base) / steps);
        }

        private static boolean isSmall(double rate, double base) {
            return Math.abs(rate) < SMALL_RATE && base > 0 && !Double.isInfinite(base);
        }

        private static BigDecimal end(Optional<BigDecimal> end) {
            return end.orElse(BigDecimal.ZERO);
        }
    }
}
