package dev.saidao.core.audit;

import dev.saidao.core.audit.ErrorDistribution.Range;
import dev.saidao.core.relation.GrowthEquation;
import java.util.Optional;

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

    private final ReadNumber base;
    private final ReadNumber end;
    private final ReadNumber rate;
    /** The logarithm of one plus the rate that the sizes imply. */
    private final double center;
    /** The rates that agree as they stand, as errors. */
    private final Range agreeing;

    private ClaimShares(ReadNumber base, ReadNumber end, ReadNumber rate, int steps) {
        this.base = base;
        this.end = end;
        this.rate = rate;
        GrowthTry unchanged = GrowthTry.asItStands(steps);
        this.center = error(rate(unchanged, logOf(end.valueApprox) - logOf(base.valueApprox)));
        double low = rate(unchanged, logOf(end.boundsLow) - logOf(base.boundsHigh));
        double high = rate(unchanged, logOf(end.boundsHigh) - logOf(base.boundsLow));
        this.agreeing = range(low - (rate.boundsHigh - rate.valueApprox), high - (rate.boundsLow - rate.valueApprox));
    }

    static ClaimShares of(GrowthClaim claim) {
        return new ClaimShares(claim.base(), claim.end(), claim.rate(), claim.steps());
    }

    /** The shares of a case that {@link ClaimWords#isClaim is a claim}. */
    static ClaimShares of(Case one) {
        return new ClaimShares(
                number(one, GrowthEquation.BASE),
                number(one, GrowthEquation.END),
                number(one, GrowthEquation.RATE),
                steps(one));
    }

    static int steps(Case one) {
        return one.relation()
                .member(GrowthEquation.YEARS)
                .constant()
                .orElseThrow()
                .value()
                .intValueExact();
    }

    private static ReadNumber number(Case one, String role) {
        return one.evidence(role).number().orElseThrow();
    }

    /** What a change would excuse, if it is worth telling. */
    Optional<RankedChange> ranked(GrowthTry change, Verdict verdict) {
        return verdict == Verdict.AGREES_AS_BOUND
                ? Optional.empty()
                : Excuses.ranked(change.tried(), verdict, share(change, verdict), Optional.empty());
    }

    /** The share of the wrong claims that agree as well as that after a change. */
    double share(GrowthTry change, Verdict verdict) {
        return ErrorDistribution.excused(agreeing, verdict == Verdict.AGREES ? byPoints(change) : byRounding(change));
    }

    /** What a change would excuse that leaves a small rest: the rates that it brings at least as near. */
    Optional<RankedChange> nearly(GrowthTry change) {
        double point = error(rate(change, points(change)));
        double far = Math.max(Math.abs(error(rate.roundingLow) - point), Math.abs(error(rate.roundingHigh) - point));
        double share = ErrorDistribution.excused(agreeing, new Range(point - far, point + far).minus(center));
        if (!(share <= Excuses.MOST_WITH_A_REST)) {
            return Optional.empty();
        }
        double rest = Math.max(
                rate(change, least(change)) - rate.roundingHigh, rate.roundingLow - rate(change, most(change)));
        // a word such as "nearly" may leave nothing to rounding
        return rest > 0 && Double.isFinite(rest)
                ? Excuses.ranked(change.tried(), Verdict.CONTRADICTS, share, Optional.of(Excuses.rounded(100 * rest)))
                : Optional.empty();
    }

    // ---- the rates that agree after a change ----

    private Range byPoints(GrowthTry change) {
        double implied = rate(change, points(change)) / change.rate().low();
        return range(implied - (rate.digitsHigh - rate.valueApprox), implied - (rate.digitsLow - rate.valueApprox));
    }

    private Range byRounding(GrowthTry change) {
        boolean cut = change.digits() != GrowthTry.Digits.AS_PRINTED;
        double more = (cut ? rate.truncatedHigh : rate.roundingHigh) - rate.valueApprox;
        double less = (cut ? rate.truncatedLow : rate.roundingLow) - rate.valueApprox;
        return range(
                rate(change, least(change)) / change.rate().low() - more,
                rate(change, most(change)) / change.rate().low() - less);
    }

    /** The rate that a quotient of the sizes implies, by its logarithm. */
    private static double rate(GrowthTry change, double logOfQuotient) {
        return change.equation().impliedRate(logOfQuotient, change.steps());
    }

    private double points(GrowthTry change) {
        return logOf(end.valueApprox * change.end().low())
                - logOf(base.valueApprox * change.base().low());
    }

    private double least(GrowthTry change) {
        boolean cut = change.digits() == GrowthTry.Digits.ALL_CUT_OFF;
        return logOf((cut ? end.truncatedLow : end.roundingLow) * change.end().low())
                - logOf((cut ? base.truncatedHigh : base.roundingHigh)
                        * change.base().high());
    }

    private double most(GrowthTry change) {
        boolean cut = change.digits() == GrowthTry.Digits.ALL_CUT_OFF;
        return logOf((cut ? end.truncatedHigh : end.roundingHigh) * change.end().high())
                - logOf((cut ? base.truncatedLow : base.roundingLow)
                        * change.base().low());
    }

    private Range range(double low, double high) {
        return new Range(error(low), error(high)).minus(center);
    }

    private static double error(double rate) {
        return Math.log1p(Math.max(-1, rate));
    }

    private static double logOf(double size) {
        return Math.log(Math.max(0, size));
    }
}
