package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.figure.ReferencePeriod;
import java.util.Optional;

/**
 * A claim of growth as market reports print it: a size in one year, a size in a later one, and the compound annual growth
 * rate between them.
 *
 * @param base the size in the first year
 * @param end the size in the last year
 * @param rate the growth rate per year
 * @param firstYear the year of the base
 * @param lastYear the year of the end; there are last minus first steps, 1 to 10,000
 * @param ratePeriod the years that the source named for the rate, a span, if it named any
 */
public record GrowthClaim(
        ReadNumber base,
        ReadNumber end,
        ReadNumber rate,
        int firstYear,
        int lastYear,
        Optional<ReferencePeriod> ratePeriod) {

    /**
     * Checks the years.
     *
     * @param base the size in the first year
     * @param end the size in the last year
     * @param rate the growth rate per year
     * @param firstYear the year of the base
     * @param lastYear the year of the end
     * @param ratePeriod the years that the source named for the rate
     * @throws IllegalArgumentException if the years are not in order or too far apart, or the period is no span
     */
    public GrowthClaim {
        long steps = (long) lastYear - firstYear;
        if (steps < 1 || steps > BoundsArithmetic.MAX_EXPONENT) {
            throw new IllegalArgumentException("Years must have 1 to " + BoundsArithmetic.MAX_EXPONENT
                    + " steps from the first to the last: " + firstYear + " to " + lastYear);
        }
        if (ratePeriod
                .filter(period -> period.kind() != ReferencePeriod.Kind.SPAN)
                .isPresent()) {
            throw new IllegalArgumentException("Period of the rate must be a span: " + ratePeriod.get());
        }
    }

    /** {@return the yearly steps from the base to the end} */
    public int steps() {
        return lastYear - firstYear;
    }

    /** The claim as a relation, whose figures are named after their roles. */
    FigureRelation relation() {
        return FigureRelation.growth(
                "growth", "base", "end", "rate", ReferencePeriod.span(firstYear, lastYear), ratePeriod);
    }
}
