package dev.saidao.core.audit;

import dev.saidao.core.audit.Equation.GrowthForm;

/**
 * Decides with doubles what doubles can decide with certainty about {@code end = base × (1 + rate)^n}, and says where they
 * cannot.
 *
 * <p>Instead of the rate, which needs a root, the quotient of the sizes is compared with the power of the rate. Every double that
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
        ReadNumber base = claim.base();
        ReadNumber end = claim.end();
        ReadNumber rate = claim.rate();
        int n = change.steps();
        GrowthForm form = change.form();
        boolean cutSizes = change.cut() == GrowthTry.Cut.ALL;
        boolean cutRate = change.cut() != GrowthTry.Cut.NONE;
        double baseLow = change.baseLow();
        double baseHigh = change.baseHigh();
        double endLow = change.endLow();
        double endHigh = change.endHigh();
        double rateFactor = change.rateFactor();
        int possible = meets(
                (cutSizes ? base.truncatedLow : base.boundsLow) * baseLow,
                (cutSizes ? base.truncatedHigh : base.boundsHigh) * baseHigh,
                (cutSizes ? end.truncatedLow : end.boundsLow) * endLow,
                (cutSizes ? end.truncatedHigh : end.boundsHigh) * endHigh,
                (cutRate ? rate.truncatedLow : rate.boundsLow) * rateFactor,
                (cutRate ? rate.truncatedHigh : rate.boundsHigh) * rateFactor,
                n,
                form);
        if (possible != YES) {
            return possible == CANNOT ? NO : UNSURE;
        }
        if (change.hasPoints()) {
            int agrees = meets(
                    base.valueApprox * baseLow,
                    base.valueApprox * baseLow,
                    end.valueApprox * endLow,
                    end.valueApprox * endLow,
                    rate.digitsLow * rateFactor,
                    rate.digitsHigh * rateFactor,
                    n,
                    form);
            if (agrees != CANNOT) {
                return agrees == YES ? AGREES : UNSURE;
            }
        }
        int rounded = base.isUnqualified && end.isUnqualified && rate.isUnqualified
                ? YES
                : meets(
                        (cutSizes ? base.truncatedLow : base.roundingLow) * baseLow,
                        (cutSizes ? base.truncatedHigh : base.roundingHigh) * baseHigh,
                        (cutSizes ? end.truncatedLow : end.roundingLow) * endLow,
                        (cutSizes ? end.truncatedHigh : end.roundingHigh) * endHigh,
                        (cutRate ? rate.truncatedLow : rate.roundingLow) * rateFactor,
                        (cutRate ? rate.truncatedHigh : rate.roundingHigh) * rateFactor,
                        n,
                        form);
        return rounded == UNSURE ? UNSURE : rounded == YES ? WITHIN_ROUNDING : AS_BOUND;
    }

    /** Whether the rate could be a quarter more and a quarter less and still agree: yes, no or unsure. */
    static int isWeak(GrowthClaim claim, GrowthTry change) {
        ReadNumber base = claim.base();
        ReadNumber end = claim.end();
        ReadNumber rate = claim.rate();
        double shift = Math.abs(rate.valueApprox * change.rateFactor()) / 4;
        if (shift == 0) {
            return CANNOT;
        }
        int answer = YES;
        for (int side = -1; side <= 1; side += 2) {
            int meets = meets(
                    base.boundsLow * change.baseLow(),
                    base.boundsHigh * change.baseHigh(),
                    end.boundsLow * change.endLow(),
                    end.boundsHigh * change.endHigh(),
                    rate.boundsLow * change.rateFactor() + side * shift,
                    rate.boundsHigh * change.rateFactor() + side * shift,
                    change.steps(),
                    change.form());
            if (meets == CANNOT) {
                return CANNOT;
            }
            answer = meets == UNSURE ? UNSURE : answer;
        }
        return answer;
    }

    static final int YES = 1;
    static final int CANNOT = 0;

    /**
     * The quotient of the sizes and the power of the rate of one claim, with which most changes of a size are seen to be of no
     * use at once.
     *
     * @param least the least quotient, by the bounds
     * @param most the highest quotient
     * @param low the power of the least rate
     * @param high the power of the highest rate
     */
    record Screen(double least, double most, double low, double high) {

        static Screen of(GrowthClaim claim) {
            int n = claim.steps();
            ReadNumber base = claim.base();
            ReadNumber end = claim.end();
            double rateLow = claim.rate().boundsLow;
            double rateHigh = claim.rate().boundsHigh;
            boolean regular = n <= MOST_SCREENED
                    && base.boundsLow > SMALLEST
                    && end.boundsLow > SMALLEST
                    && rateLow > -0.5
                    && rateHigh < LARGEST_SCREENED;
            return regular
                    ? new Screen(
                            end.boundsLow / base.boundsHigh,
                            end.boundsHigh / base.boundsLow,
                            power(1 + rateLow, n),
                            power(1 + rateHigh, n))
                    : NOTHING;
        }

        /** Whether a change of a size certainly does not help. */
        boolean excludes(GrowthTry change) {
            double changedLeast = least * change.endLow() / change.baseHigh();
            double changedMost = most * change.endHigh() / change.baseLow();
            return change.target() >= 0
                    && change.target() <= 1
                    && (changedLeast * DOWN > high * UP || low * DOWN > changedMost * UP);
        }

        // no factor is beyond these
        static final Screen NOTHING = new Screen(0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
        private static final int MOST_SCREENED = 100;
        private static final double LARGEST_SCREENED = 100;
        private static final double UP = 1 + 1e-12;
        private static final double DOWN = 1 - 1e-12;
    }

    /** Whether some base, end and rate within bounds satisfy the equation. */
    private static int meets(
            double baseLow,
            double baseHigh,
            double endLow,
            double endHigh,
            double rateLow,
            double rateHigh,
            int n,
            GrowthForm form) {
        // written so that NaN is unsure as well
        if (!(baseHigh > SMALLEST && endHigh > SMALLEST && rateHigh >= rateLow)) {
            return UNSURE;
        }
        double margin = (8.0 * n + 64) * ULP;
        // sizes are positive, whatever the bounds say
        double least = endLow > 0 ? endLow / baseHigh : 0;
        double most = baseLow > 0 ? endHigh / baseLow : Double.POSITIVE_INFINITY;
        // the factor at the least rate, as far as it is known
        double lowMin;
        double lowMax;
        double high;
        if (form == GrowthForm.COMPOUND || form == GrowthForm.END_IS_INCREASE) {
            if (form == GrowthForm.END_IS_INCREASE) {
                least += 1;
                most += 1;
            }
            if (rateHigh < -1) {
                return CANNOT;
            }
            // near -1 the sum with 1 loses digits; at and below it the factor is 0
            double worst = Math.min(rateLow > -1 ? 1 + rateLow : 1, 1 + rateHigh);
            if (!(worst > SMALLEST_SUM)) {
                return UNSURE;
            }
            margin = worst < 0.5 ? margin / worst : margin;
            lowMax = rateLow > -1 ? power(1 + rateLow, n) : 0;
            lowMin = lowMax;
            high = power(1 + rateHigh, n);
        } else if (form == GrowthForm.LINEAR) {
            double low = 1 + Math.max(rateLow, -1) * n;
            high = 1 + rateHigh * n;
            if (!(high > SMALLEST_SUM)) {
                return high < -SMALLEST_SUM ? CANNOT : UNSURE;
            }
            // a factor is not negative; near 0 the sum with 1 loses digits
            lowMin = low > SMALLEST_SUM ? low : 0;
            lowMax = Math.max(low, SMALLEST_SUM);
            double worst = Math.min(lowMax, high);
            margin = worst < 0.5 ? margin / worst : margin;
        } else {
            if (!(rateHigh > SMALLEST)) {
                return rateHigh < 0 ? CANNOT : UNSURE;
            }
            lowMax = power(Math.max(rateLow, 0), n);
            lowMin = lowMax;
            high = power(rateHigh, n);
        }
        double up = 1 + margin;
        double down = 1 - margin;
        if (!isOrdinary(least) || !isOrdinary(most) || !isOrdinary(lowMax) || !isOrdinary(high)) {
            return UNSURE;
        }
        if (least * down > high * up || lowMin * down > most * up) {
            return CANNOT;
        }
        return least * up < high * down && lowMax * up < most * down ? YES : UNSURE;
    }

    /** Whether a number is far from where doubles lose precision; infinite and zero ends, which are meant so, are not. */
    private static boolean isOrdinary(double value) {
        return (value > SMALLEST && (value < LARGEST || value == Double.POSITIVE_INFINITY)) || value == 0;
    }

    private static double power(double x, int n) {
        double result = (n & 1) == 0 ? 1 : x;
        double square = x;
        for (int rest = n >> 1; rest > 0; rest >>= 1) {
            square *= square;
            if ((rest & 1) != 0) {
                result *= square;
            }
        }
        return result;
    }
}
