package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.internal.OrderedMap;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A claim of growth as market reports print it: a size in one year, a size in a later one, and the compound annual growth
 * rate between them. It is a {@link Relation} like any other, and one for which {@link GrowthClaimAuditor} has a fast answer.
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
        Optional<ReferencePeriod> ratePeriod)
        implements Relation {

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

    // ---- as a relation, whose figures are named after their roles ----

    @Override
    public String id() {
        return "growth";
    }

    @Override
    public GrowthEquation equation() {
        return GrowthEquation.COMPOUND;
    }

    @Override
    public List<Member> members() {
        return List.of(
                Member.figure(GrowthEquation.BASE, GrowthEquation.BASE),
                Member.figure(GrowthEquation.END, GrowthEquation.END),
                Member.figure(GrowthEquation.RATE, GrowthEquation.RATE),
                Member.constant(GrowthEquation.YEARS, Years.of(steps())));
    }

    @Override
    public Optional<ReferencePeriod> period() {
        return Optional.of(ReferencePeriod.span(firstYear, lastYear));
    }

    /** {@return the three numbers, by the names of the figures} */
    public Map<String, ReadNumber> numbers() {
        return Map.of(GrowthEquation.BASE, base, GrowthEquation.END, end, GrowthEquation.RATE, rate);
    }

    /** The claim with what is known of its members. */
    Case asCase() {
        return new Case(
                this,
                OrderedMap.of(
                        GrowthEquation.BASE,
                        Evidence.of(base),
                        GrowthEquation.END,
                        Evidence.of(end),
                        GrowthEquation.RATE,
                        Evidence.of(rate),
                        GrowthEquation.YEARS,
                        Evidence.of(Years.of(steps()))));
    }
}
