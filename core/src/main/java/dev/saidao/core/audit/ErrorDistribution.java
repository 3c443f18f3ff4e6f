package dev.saidao.core.audit;

/**
 * How far a wrong number is from the right one: what an audit takes for granted of errors, to tell a change that explains an error
 * from one that would explain nearly any.
 *
 * <p>The error is the logarithm {@code d} of the quotient of the two numbers; of growth rates the quotient is that of
 * {@code 1 + rate}. Small and large errors are as likely per order of magnitude, apart from those well below a hundredth, which are as
 * likely whatever they are, and from those above a factor of 100,000, which do not occur. Both signs are as likely:
 *
 * <pre>{@code share of the errors up to d = ln(1 + d / 0.01) / ln(1 + ln(100000) / 0.01)}</pre>
 *
 * <ul>
 *   <li>0.01, one percentage point of a growth rate: 10% of the errors are smaller
 *   <li>0.69, a factor of two: 60% are smaller
 *   <li>11.5, a factor of 100,000: all are
 * </ul>
 *
 * <p>Source: the density {@code 1 / d} of a positive size of which nothing is known, H. Jeffreys, Theory of Probability (1939),
 * made finite at both ends. A change that excuses the share {@code s} of the errors, and would have led to the printed digits, has a Bayes factor
 * of {@code 1 / s} against an error of no known cause, or {@code -log2(s)} bits (R. Kass and A. Raftery, Bayes Factors, 1995).
 *
 * @since 0.1
 */
public final class ErrorDistribution {

    private static final double SCALE = 0.01;
    private static final double LARGEST = Math.log(100_000);
    private static final double NORM = 2 * Math.log1p(LARGEST / SCALE);

    private ErrorDistribution() {}

    /**
     * Computes the share of errors that lie between two.
     *
     * @param from the lower error as a logarithm, negative if the wrong number is the smaller one; may be infinite
     * @param to the higher error
     * @return their share, 0 to 1; 0 if {@code to} is not above {@code from}
     */
    public static double shareBetween(double from, double to) {
        if (from >= 0 && to > from && to <= LARGEST) {
            return Math.log1p((to - from) / (SCALE + from)) / NORM;
        }
        return to > from ? below(to) - below(from) : 0;
    }

    /** What no share of the errors up to a distance, of both signs, is above: they are densest at 0. */
    static double mostWithin(double distance) {
        return 2 * distance / (SCALE * NORM);
    }

    /** The share of errors below one, less a half. */
    private static double below(double error) {
        return Math.copySign(Math.log1p(Math.min(Math.abs(error), LARGEST) / SCALE) / NORM, error);
    }

    /**
     * Computes the share of the errors outside a range that lie within another: of the numbers that do not agree as they stand, those
     * that would agree after a change.
     *
     * @param agreeing the errors with which numbers agree all the same
     * @param excused the errors with which they agree after the change
     * @return the share, 0 to 1; 1 if there are no errors, or if an end is not a number
     */
    static double excused(Range agreeing, Range excused) {
        double wrong = 1 - shareBetween(agreeing.from(), agreeing.to());
        double both = shareBetween(Math.max(agreeing.from(), excused.from()), Math.min(agreeing.to(), excused.to()));
        double share = (shareBetween(excused.from(), excused.to()) - both) / wrong;
        return share >= 0 && share <= 1 && excused.from() <= excused.to() ? share : 1;
    }

    /**
     * A range of errors.
     *
     * @param from the lowest
     * @param to the highest
     */
    record Range(double from, double to) {

        /** The same from another point. */
        Range minus(double center) {
            return new Range(from - center, to - center);
        }
    }
}
