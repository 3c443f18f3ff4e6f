package dev.saidao.core.audit;

import dev.saidao.core.relation.GrowthEquation;

/**
 * Decides with doubles what doubles can decide with certainty about {@code end = base × (1 + rate)^n}, and says where they
 * cannot.
 *
 * <p>Works on the doubles of {@link GrowthEquation}. Instead of the rate, which needs a root, the quotient of the sizes is compared with the power of the rate. Every double that
 * goes in is the nearest one to its decimal (relative error 2^-53); {@code 1 + rate} for a rate above -1/2 is off by at most
 * three units of that, its n-th power by squaring by at most 4n, the quotient by three. So numbers that differ by more than
 * {@code (8n + 64) × 2^-53} of their size are in the order of their decimals. For rates nearer to -1 the margin is wider by
 * {@code 1 / (1 + rate)}.
 */
final class GrowthFilter {

    static final int AGREES = 0;
    static final int WITHIN_ROUNDING = 1;
    static final int AS_BOUND = 2;
    static final int NO = 3;
    static final int UNSURE = -1;

    private static final double ULP = 0x1p-53;
    // below this the relative error of a double is larger
    private static final double SMALLEST = 1e-290;
    private static final double LARGEST = 1e290;
    private static final double SMALLEST_SUM = 1e-6;

    private GrowthFilter() {}

    /** The verdict that a level stands for. */
    static Verdict verdict(int level) {
        return switch (level) {
            case AGREES -> Verdict.AGREES;
            case WITHIN_ROUNDING -> Verdict.AGREES_WITHIN_ROUNDING;
            case AS_BOUND -> Verdict.AGREES_AS_BOUND;
            default -> Verdict.CONTRADICTS;
        };
    }

    /** The level of a verdict that is one of the first three. */
    static int level(Verdict verdict) {
        return verdict == Verdict.AGREES
                ? AGREES
                : verdict == Verdict.AGREES_WITHIN_ROUNDING ? WITHIN_ROUNDING : AS_BOUND;
    }

    /** How well a claim agrees after a change. */
    static int level(GrowthClaim claim, GrowthTry change) {
        if (change.needsDecimals()) {
            return UNSURE;
        }
        ReadNumber base = claim.base();
        ReadNumber end = claim.end();
        ReadNumber rate = claim.rate();
        boolean cutSizes = change.digits() == GrowthTry.Digits.ALL_CUT_OFF;
        boolean cutRate = change.digits() != GrowthTry.Digits.AS_PRINTED;
        // the powers of a rate without a word are those of its digits, so that one look answers two questions
        boolean oneRate = !cutRate
                && change.hasPoints()
                && rate.digitsLow == rate.boundsLow
                && rate.digitsHigh == rate.boundsHigh;
        int possible = meets(
                change,
                cutSizes ? base.truncatedLow : base.boundsLow,
                cutSizes ? base.truncatedHigh : base.boundsHigh,
                cutSizes ? end.truncatedLow : end.boundsLow,
                cutSizes ? end.truncatedHigh : end.boundsHigh,
                cutRate ? rate.truncatedLow : rate.boundsLow,
                cutRate ? rate.truncatedHigh : rate.boundsHigh,
                0,
                oneRate ? base.valueApprox : Double.NaN,
                oneRate ? end.valueApprox : Double.NaN);
        if (possible == POINTS_TOO) {
            return AGREES;
        }
        if (possible != YES) {
            return possible == CANNOT ? NO : UNSURE;
        }
        if (change.hasPoints()) {
            int agrees = meets(
                    change,
                    base.valueApprox,
                    base.valueApprox,
                    end.valueApprox,
                    end.valueApprox,
                    rate.digitsLow,
                    rate.digitsHigh,
                    0,
                    Double.NaN,
                    Double.NaN);
            if (agrees != CANNOT) {
                return agrees == YES ? AGREES : UNSURE;
            }
        }
        int rounded = base.isUnqualified && end.isUnqualified && rate.isUnqualified
                ? YES
                : meets(
                        change,
                        cutSizes ? base.truncatedLow : base.roundingLow,
                        cutSizes ? base.truncatedHigh : base.roundingHigh,
                        cutSizes ? end.truncatedLow : end.roundingLow,
                        cutSizes ? end.truncatedHigh : end.roundingHigh,
                        cutRate ? rate.truncatedLow : rate.roundingLow,
                        cutRate ? rate.truncatedHigh : rate.roundingHigh,
                        0,
                        Double.NaN,
                        Double.NaN);
        return rounded == UNSURE ? UNSURE : rounded == YES ? WITHIN_ROUNDING : AS_BOUND;
    }

    /** Whether the rate could be a quarter more and a quarter less and still agree: yes, no or unsure. */
    static int isWeak(GrowthClaim claim, GrowthTry change) {
        ReadNumber base = claim.base();
        ReadNumber end = claim.end();
        ReadNumber rate = claim.rate();
        double shift = Math.abs(rate.valueApprox * change.rate().low()) / 4;
        if (shift == 0) {
            return CANNOT;
        }
        int answer = YES;
        for (int side = -1; side <= 1; side += 2) {
            int meets = meets(
                    change,
                    base.boundsLow,
                    base.boundsHigh,
                    end.boundsLow,
                    end.boundsHigh,
                    rate.boundsLow,
                    rate.boundsHigh,
                    side * shift,
                    Double.NaN,
                    Double.NaN);
            if (meets == CANNOT) {
                return CANNOT;
            }
            answer = meets == UNSURE ? UNSURE : answer;
        }
        return answer;
    }

    static final int YES = 1;
    static final int CANNOT = 0;
    /** Yes, and the printed numbers themselves do. */
    private static final int POINTS_TOO = 2;

    /**
     * The quotient of the sizes and the power of the rate of one claim, with which most changes of a size, of a step or of a factor
     * of the rate, or digits cut off, are seen to be of no use at once.
     *
     * @param steps the yearly steps
     * @param least a little less than the least quotient, by the bounds and by digits cut off
     * @param most a little more than the highest quotient
     * @param lowSum one plus the least rate
     * @param highSum one plus the highest rate
     * @param low a little less than the power of the least rate
     * @param high a little more than the power of the highest rate
     */
    record Screen(int steps, double least, double most, double lowSum, double highSum, double low, double high) {

        static Screen of(GrowthClaim claim) {
            int n = claim.steps();
            ReadNumber base = claim.base();
            ReadNumber end = claim.end();
            ReadNumber rate = claim.rate();
            // NaN stays NaN
            double rateLow = Math.min(rate.boundsLow, rate.truncatedLow);
            double rateHigh = Math.max(rate.boundsHigh, rate.truncatedHigh);
            double baseLow = Math.min(base.boundsLow, base.truncatedLow);
            double endLow = Math.min(end.boundsLow, end.truncatedLow);
            boolean regular = n <= MOST_SCREENED
                    && claim.base().unit().equals(claim.end().unit())
                    && baseLow > SMALLEST
                    && endLow > SMALLEST
                    && rateLow > -0.5
                    && rateHigh < LARGEST_SCREENED;
            if (!regular) {
                return NOTHING;
            }
            double lowSum = GrowthEquation.COMPOUND.sum(rateLow, n);
            double highSum = GrowthEquation.COMPOUND.sum(rateHigh, n);
            return new Screen(
                    n,
                    DOWN * endLow / Math.max(base.boundsHigh, base.truncatedHigh),
                    UP * Math.max(end.boundsHigh, end.truncatedHigh) / baseLow,
                    lowSum,
                    highSum,
                    DOWN * GrowthEquation.COMPOUND.raised(lowSum, n),
                    UP * GrowthEquation.COMPOUND.raised(highSum, n));
        }

        /** Whether a change certainly does not help. */
        boolean excludes(GrowthTry change) {
            if (change.isOfSize()) {
                return areApart(least * change.least(), most * change.most(), low, high);
            }
            if (steps == 0 || change.needsDecimals()) {
                return false;
            }
            if (change.equation() != GrowthEquation.COMPOUND) {
                return lowSum >= 1 && excludes(change.equation());
            }
            double factor = change.rate().low();
            if (factor == 1 && change.rate().isExact()) {
                if (change.steps() == 1) {
                    return areApart(least, most, lowSum, highSum);
                }
                return switch (change.steps() - steps) {
                    case 0 -> areApart(least, most, low, high);
                    case 1 -> areApart(least, most, low * lowSum, high * highSum);
                    case -1 -> areApart(least, most, low / lowSum, high / highSum);
                    default -> false;
                };
            }
            // a power is convex: beyond 1 it is above the line through 0 and the printed rate, before it below that and
            // above the tangent
            return change.steps() == steps
                    && lowSum >= 1
                    && change.rate().isExact()
                    && (factor > 1
                            ? areApart(least, most, 1 + factor * (low - 1), Double.POSITIVE_INFINITY)
                            : areApart(least, most, 1 + factor * steps * (lowSum - 1), 1 + factor * (high - 1)));
        }

        /** Whether the claim certainly does not agree by another equation, which all have the steps of the claim; for rates above 0. */
        private boolean excludes(GrowthEquation equation) {
            if (equation.isOfIncrease()) {
                return areApart(least + 1, most + 1, low, high);
            }
            return equation == GrowthEquation.LINEAR
                    ? areApart(least, most, equation.sum(lowSum - 1, steps), equation.sum(highSum - 1, steps))
                    // a power of a rate below 1 is no more than the rate
                    : highSum < 2 && areApart(least, most, 0, highSum - 1 + ROUNDED);
        }

        @SuppressWarnings("ShortCircuitBoolean")
        private static boolean areApart(double least, double most, double low, double high) {
            // one branch, nearly always taken the same way, takes less time than two
            return least > high | low > most;
        }

        // nothing is beyond these, and no claim has no steps
        static final Screen NOTHING =
                new Screen(0, 0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
        private static final int MOST_SCREENED = 100;
        private static final double LARGEST_SCREENED = 100;
        private static final double ROUNDED = 1e-12;
        private static final double UP = 1 + 1e-12;
        private static final double DOWN = 1 - 1e-12;
    }

    /**
     * Whether some base, end and rate within bounds, with the change and a shift of the rate, satisfy the equation; and whether
     * two sizes do with some such rate, if they are not NaN.
     */
    private static int meets(
            GrowthTry change,
            double printedBaseLow,
            double printedBaseHigh,
            double printedEndLow,
            double printedEndHigh,
            double printedRateLow,
            double printedRateHigh,
            double shift,
            double baseValue,
            double endValue) {
        double baseLow = printedBaseLow * change.base().low();
        double baseHigh = printedBaseHigh * change.base().high();
        double endLow = printedEndLow * change.end().low();
        double endHigh = printedEndHigh * change.end().high();
        double rateLow = printedRateLow * change.rate().low() + shift;
        double rateHigh = printedRateHigh * change.rate().high() + shift;
        GrowthEquation equation = change.equation();
        int n = change.steps();
        // written so that NaN is unsure as well
        if (!(baseHigh > SMALLEST && endHigh > SMALLEST && rateHigh >= rateLow)) {
            return UNSURE;
        }
        double highSum = equation.sum(rateHigh, n);
        if (!(highSum > SMALLEST_SUM)) {
            return highSum < -SMALLEST_SUM ? CANNOT : UNSURE;
        }
        double lowSum = equation.sum(rateLow, n);
        // a sum is not negative; near 0 it loses digits, so what is raised is known less well
        double worst = Math.max(lowSum, SMALLEST_SUM);
        double margin = (8.0 * n + 64) * ULP;
        margin = worst < 0.5 ? margin / worst : margin;
        double high = equation.raised(highSum, n);
        double lowMax = equation.raised(worst, n);
        double lowMin = lowSum > SMALLEST_SUM ? lowMax : 0;
        // sizes are positive, whatever the bounds say
        double increase = equation.isOfIncrease() ? 1 : 0;
        double least = (endLow > 0 ? endLow / baseHigh : 0) + increase;
        double most = (baseLow > 0 ? endHigh / baseLow : Double.POSITIVE_INFINITY) + increase;
        double up = 1 + margin;
        double down = 1 - margin;
        if (!isOrdinary(least) || !isOrdinary(most) || !isOrdinary(lowMax) || !isOrdinary(high)) {
            return UNSURE;
        }
        if (least * down > high * up || lowMin * down > most * up) {
            return CANNOT;
        }
        if (!(least * up < high * down && lowMax * up < most * down)) {
            return UNSURE;
        }
        double value =
                endValue * change.end().low() / (baseValue * change.base().low()) + increase;
        return value > SMALLEST && value * up < high * down && lowMax * up < value * down ? POINTS_TOO : YES;
    }

    /** Whether a number is far from where doubles lose precision; infinite and zero ends, which are meant so, are not. */
    private static boolean isOrdinary(double value) {
        return (value > SMALLEST && (value < LARGEST || value == Double.POSITIVE_INFINITY)) || value == 0;
    }
}
