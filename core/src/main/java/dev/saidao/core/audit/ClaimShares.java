package dev.saidao.core.audit;

import dev.saidao.core.audit.ErrorDistribution.Range;
import dev.saidao.core.audit.GrowthTry.Digits;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.PointsEquation;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which share of the wrong claims a change would excuse, for a growth claim: of the rates that do not agree with the sizes as they
 * stand, those that would after it, each weighed as {@link ErrorDistribution} says for its distance from the rate that the sizes
 * imply.
 *
 * <p>Where the printed points agree after the change, only rates that agree so well count: rates that print the same digits as the
 * one that the points imply. Otherwise all count that agree by rounding; words beside the digits widen nothing.
 *
 * <p>Works on doubles, for decimals too, so that both say the same.
 */
final class ClaimShares {

    /** A rest of this part of what a power of ten moves is more than {@link Excuses#MOST_WITH_A_REST} lets pass. */
    private static final double MUCH = 0.05;

    private static final double LOG_TEN = Math.log(10);
    private static final double LARGEST_REACH = 0.004;
    private static final double UP = 1 + 1e-9;
    private static final double DOWN = 1 - 1e-9;

    private final GrowthClaim claim;
    private final ReadNumber base;
    private final ReadNumber end;
    private final ReadNumber rate;
    /** What the end is multiplied by to be in the unit of the base. */
    private final double conversion;
    /** The growth at the start, if one was printed. */
    private final @Nullable ReadNumber growth;
    /** The logarithm of one plus the rate that the sizes imply. */
    private final double center;

    private final int steps;

    // asked for late or never
    private @Nullable AsItStands asItStands;
    private double printed = Double.NaN;
    // one step less and a base of the year after are one in numbers
    private int lastSteps;
    private @Nullable Verdict lastVerdict;
    private double lastShare;

    /**
     * What agrees as it stands.
     *
     * @param agreeing the rates that agree, as errors
     * @param gap how far the implied and the printed rates are apart
     */
    private record AsItStands(Range agreeing, double gap) {}

    private ClaimShares(GrowthClaim claim) {
        this.claim = claim;
        this.base = claim.base();
        this.end = claim.end();
        this.rate = claim.rate();
        this.steps = claim.steps();
        this.conversion = claim.conversion().doubleValue();
        this.growth = claim.startGrowth().map(GrowthClaim.StartGrowth::rate).orElse(null);
        this.center = logOfQuotient(base.valueApprox, end.valueApprox * conversion) / steps;
    }

    static ClaimShares of(GrowthClaim claim) {
        return new ClaimShares(claim);
    }

    private AsItStands asItStands() {
        AsItStands known = asItStands;
        if (known == null) {
            GrowthTry unchanged = GrowthTry.asItStands(steps);
            double low = implied(unchanged, base.boundsHigh, end.boundsLow);
            double high = implied(unchanged, base.boundsLow, end.boundsHigh);
            known = new AsItStands(
                    range(low - (rate.boundsHigh - rate.valueApprox), high - (rate.boundsLow - rate.valueApprox)),
                    Math.max(low - rate.boundsHigh, rate.boundsLow - high));
            asItStands = known;
        }
        return known;
    }

    /** The logarithm of one plus the printed rate. */
    private double printed() {
        if (Double.isNaN(printed)) {
            printed = error(rate.valueApprox);
        }
        return printed;
    }

    /** The yearly steps as they stand. */
    int steps() {
        return steps;
    }

    /** Whether doubles leave no doubt that the claim, in one unit, does not agree after a change, nor nearly. */
    boolean isSurelyVain(Change change) {
        GrowthTry tried = GrowthTry.of(change, steps);
        return GrowthFilter.level(claim, tried) == GrowthFilter.NO
                && !(tried.isPowerOfTen() && nearly(tried).isPresent());
    }

    /** What a change would excuse, if it is worth telling. */
    Optional<RankedChange> ranked(GrowthTry change, Verdict verdict) {
        return verdict == Verdict.AGREES_AS_BOUND
                ? Optional.empty()
                : Excuses.ofClaim(change.tried(), verdict, share(change, verdict), Optional.empty());
    }

    /** The share of the wrong claims that agree as well as that after a change. */
    double share(GrowthTry change, Verdict verdict) {
        boolean isOfSteps = change.change() instanceof Change.OtherConstant;
        if (isOfSteps && change.steps() == lastSteps && verdict == lastVerdict) {
            return lastShare;
        }
        double share = shareOf(change, verdict);
        if (isOfSteps) {
            lastSteps = change.steps();
            lastVerdict = verdict;
            lastShare = share;
        }
        return share;
    }

    private double shareOf(GrowthTry change, Verdict verdict) {
        return padding(change) * ErrorDistribution.excused(asItStands().agreeing(), excused(change, verdict));
    }

    private Range excused(GrowthTry change, Verdict verdict) {
        return verdict == Verdict.AGREES ? byPoints(change) : byRounding(change);
    }

    /** Whether a change that makes the claim agree is an excuse, as {@link Excuses#isExcuse} says of its share. */
    boolean isExcuse(GrowthTry change, Verdict verdict) {
        Change convention = change.tried();
        double reach = reach();
        if (reach < LARGEST_REACH && change.digits() != Digits.PADDED) {
            Range excused = excused(change, verdict);
            if (excused.from() > reach || excused.to() < -reach) {
                double share = ErrorDistribution.shareBetween(excused.from(), excused.to());
                double most = share / (1 - ErrorDistribution.mostWithin(reach));
                if (Excuses.isExcuse(convention, most * UP)) {
                    return true;
                }
                if (!Excuses.isExcuse(convention, share * DOWN)) {
                    return false;
                }
            }
        }
        return Excuses.isExcuse(convention, share(change, verdict));
    }

    /**
     * A distance from the rate that the sizes imply, as an error, beyond which no rate agrees as it stands, if it is small:
     * {@code ln(1 + x) <= x} for the sizes, and twice that for the rate, whose ends are taken from one that is a little less.
     */
    private double reach() {
        if (!(base.boundsLow > 0 && end.boundsLow > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return (base.boundsHigh / base.boundsLow * (end.boundsHigh / end.boundsLow) - 1) / steps
                + 2 * (rate.boundsHigh - rate.boundsLow) / Math.exp(center);
    }

    /** Whether the claim is so far off that the least power of ten may leave a small rest, or a greater one. */
    boolean isFarOff() {
        return !(Math.abs(steps * (center - printed())) < (1 - MUCH) * LOG_TEN - MUCH * MUCH * steps);
    }

    /** What a change would excuse that leaves a small rest: the rates that it brings at least as near. */
    Optional<RankedChange> nearly(GrowthTry change) {
        // most leave much more than a rest, which is seen at once
        double moved = change.moved();
        if (Math.abs(steps * (center - printed()) + moved) > MUCH * (Math.abs(moved) + MUCH * steps)) {
            return Optional.empty();
        }
        double point = error(point(change));
        double far = Math.max(Math.abs(error(rate.roundingLow) - point), Math.abs(error(rate.roundingHigh) - point));
        double share =
                ErrorDistribution.excused(asItStands().agreeing(), new Range(point - far, point + far).minus(center));
        if (!(share <= Excuses.MOST_WITH_A_REST)) {
            return Optional.empty();
        }
        double rest = Math.max(least(change) - rate.roundingHigh, rate.roundingLow - most(change));
        // a word such as "nearly" may leave nothing to rounding
        return rest > 0 && rest < asItStands().gap() / 2
                ? Excuses.ofClaim(change.tried(), Verdict.CONTRADICTS, share, Optional.of(Excuses.rounded(100 * rest)))
                : Optional.empty();
    }

    // ---- the rates that agree after a change ----

    private Range byPoints(GrowthTry change) {
        double implied = point(change) / change.rate().low();
        return range(implied - (rate.digitsHigh - rate.valueApprox), implied - (rate.digitsLow - rate.valueApprox));
    }

    private Range byRounding(GrowthTry change) {
        Ends ends = Ends.of(rate, change.digits() != Digits.AS_PRINTED, change.digits());
        return range(
                least(change) / change.rate().low() - (ends.high() - rate.valueApprox),
                most(change) / change.rate().low() - (ends.low() - rate.valueApprox));
    }

    private double point(GrowthTry change) {
        double growth = growthOf(change, this.growth == null ? 0 : this.growth.valueApprox);
        return implied(
                change,
                base.valueApprox * change.base().low() * growth,
                end.valueApprox * change.end().low());
    }

    private double least(GrowthTry change) {
        Ends bases = Ends.of(base, change.digits() != Digits.RATE_CUT_OFF, change.digits());
        Ends sizes = Ends.of(end, change.digits() != Digits.RATE_CUT_OFF, change.digits());
        return implied(
                change,
                bases.high() * change.base().high() * mostGrown(change),
                sizes.low() * change.end().low());
    }

    private double most(GrowthTry change) {
        Ends bases = Ends.of(base, change.digits() != Digits.RATE_CUT_OFF, change.digits());
        Ends sizes = Ends.of(end, change.digits() != Digits.RATE_CUT_OFF, change.digits());
        return implied(
                change,
                bases.low() * change.base().low() * leastGrown(change),
                sizes.high() * change.end().high());
    }

    /** The ends of a number as a change takes its digits. */
    private record Ends(double low, double high) {

        static Ends of(ReadNumber number, boolean concerned, Digits digits) {
            if (!concerned || digits == Digits.AS_PRINTED) {
                return new Ends(number.roundingLow, number.roundingHigh);
            }
            if (digits != Digits.PADDED) {
                return new Ends(number.truncatedLow, number.truncatedHigh);
            }
            Bounds padded = number.padded();
            return new Ends(
                    padded.lower().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                    padded.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY));
        }
    }

    // ---- the base of another year ----

    private double leastGrown(GrowthTry change) {
        return change.change() instanceof Change.OtherBaseYear other
                ? growth == null
                        ? 1 + Math.min(0, 2 * Math.min(rate.boundsLow, Math.expm1(center)))
                        : growthOf(change, other.isBefore() ? growth.roundingHigh : growth.roundingLow)
                : 1;
    }

    private double mostGrown(GrowthTry change) {
        return change.change() instanceof Change.OtherBaseYear other
                ? growth == null
                        ? 1 + Math.max(0, 2 * Math.max(rate.boundsHigh, Math.expm1(center)))
                        : growthOf(change, other.isBefore() ? growth.roundingLow : growth.roundingHigh)
                : 1;
    }

    private static double growthOf(GrowthTry change, double rate) {
        return change.change() instanceof Change.OtherBaseYear other ? other.isBefore() ? 1 / (1 + rate) : 1 + rate : 1;
    }

    // ---- on doubles ----

    /** The rate that two sizes imply. */
    private double implied(GrowthTry change, double of, double until) {
        double converted = until * conversion;
        return change.change() instanceof Change.OtherEquation other
                        && other.equation() instanceof PointsEquation points
                ? points.impliedRate(converted - of, change.steps())
                : change.equation().impliedRate(logOfQuotient(of, converted), change.steps());
    }

    private Range range(double low, double high) {
        return new Range(error(low), error(high)).minus(center);
    }

    private static double error(double rate) {
        return Math.log(Math.max(0, 1 + rate));
    }

    private static double logOfQuotient(double of, double until) {
        return Math.log(Math.max(0, until) / Math.max(0, of));
    }

    /** The part of numbers that end in so many zeros as those that a change takes for padding. */
    private double padding(GrowthTry change) {
        return change.digits() == Digits.PADDED ? Math.pow(10, -(base.padding() + end.padding() + rate.padding())) : 1;
    }
}
