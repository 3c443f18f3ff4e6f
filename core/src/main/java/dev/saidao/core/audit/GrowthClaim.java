package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param startGrowth the growth into the first year, or in the year after it, if the source printed that too
 * @since 0.1
 */
public record GrowthClaim(
        ReadNumber base,
        ReadNumber end,
        ReadNumber rate,
        int firstYear,
        int lastYear,
        Optional<ReferencePeriod> ratePeriod,
        Optional<StartGrowth> startGrowth)
        implements Relation {

    /**
     * A growth that was printed beside a claim, by which the size of another year can be had.
     *
     * @param rate the growth rate of one year
     * @param year the year that it leads into: that of the base, or the one after it
     * @since 0.1
     */
    public record StartGrowth(ReadNumber rate, int year) {}

    /**
     * Returns a claim without a growth at its start.
     *
     * @param base the size in the first year
     * @param end the size in the last year
     * @param rate the growth rate per year
     * @param firstYear the year of the base
     * @param lastYear the year of the end
     * @param ratePeriod the years that the source named for the rate
     * @throws IllegalArgumentException if the years are not in order or too far apart, or the period is no span
     */
    public GrowthClaim(
            ReadNumber base,
            ReadNumber end,
            ReadNumber rate,
            int firstYear,
            int lastYear,
            Optional<ReferencePeriod> ratePeriod) {
        this(base, end, rate, firstYear, lastYear, ratePeriod, Optional.empty());
    }

    /**
     * Checks the years.
     *
     * @param base the size in the first year
     * @param end the size in the last year
     * @param rate the growth rate per year
     * @param firstYear the year of the base
     * @param lastYear the year of the end
     * @param ratePeriod the years that the source named for the rate
     * @param startGrowth the growth into the first year, or in the year after it
     * @throws IllegalArgumentException if the years are not in order or too far apart, the period is no span, or the growth is of another
     *     year
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
        if (startGrowth.isPresent()
                && startGrowth.get().year() != firstYear
                && startGrowth.get().year() != firstYear + 1) {
            throw new IllegalArgumentException("Year of the growth at the start must be " + firstYear + " or "
                    + (firstYear + 1) + ": " + startGrowth.get().year());
        }
    }

    /**
     * Reads a claim as printed, English or Chinese, by the default reading.
     *
     * @param base the size in the first year, such as {@code USD 1.2 bn} or {@code 52亿元}
     * @param firstYear the year of the base
     * @param end the size in the last year, in the same unit
     * @param lastYear the year of the end
     * @param rate the growth rate per year, such as {@code over 12% a year}
     * @return the claim
     * @throws IllegalArgumentException if a number cannot be read, or the years are not in order or too far apart
     */
    public static GrowthClaim parse(String base, int firstYear, String end, int lastYear, String rate) {
        return new GrowthClaim(
                ReadNumber.parse(base),
                ReadNumber.parse(end),
                ReadNumber.parse(rate),
                firstYear,
                lastYear,
                Optional.empty());
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
        List<Member> three = List.of(
                Member.figure(GrowthEquation.BASE, GrowthEquation.BASE),
                Member.figure(GrowthEquation.END, GrowthEquation.END),
                Member.figure(GrowthEquation.RATE, GrowthEquation.RATE),
                Member.constant(GrowthEquation.YEARS, Years.of(steps())));
        return startGrowth
                .map(growth -> Stream.concat(three.stream(), Stream.of(Member.figure(growthRole(), growthRole())))
                        .toList())
                .orElse(three);
    }

    /** The role of the growth at the start. */
    private String growthRole() {
        return startGrowth.filter(growth -> growth.year() == firstYear).isPresent()
                ? GrowthEquation.GROWTH_BEFORE
                : GrowthEquation.GROWTH_AFTER;
    }

    @Override
    public Optional<ReferencePeriod> period() {
        return Optional.of(ReferencePeriod.span(firstYear, lastYear));
    }

    /** {@return the three numbers, by the names of the figures} */
    public Map<String, ReadNumber> numbers() {
        Map<String, ReadNumber> numbers = new LinkedHashMap<>();
        numbers.put(GrowthEquation.BASE, base);
        numbers.put(GrowthEquation.END, end);
        numbers.put(GrowthEquation.RATE, rate);
        startGrowth.ifPresent(growth -> numbers.put(growthRole(), growth.rate()));
        return Collections.unmodifiableMap(numbers);
    }

    /** The claim with what is known of its members. */
    Case asCase() {
        Map<String, Evidence> members = new LinkedHashMap<>();
        members.put(GrowthEquation.BASE, Evidence.of(base));
        members.put(GrowthEquation.END, Evidence.of(end));
        members.put(GrowthEquation.RATE, Evidence.of(rate));
        members.put(GrowthEquation.YEARS, Evidence.of(Years.of(steps())));
        startGrowth.ifPresent(growth -> members.put(growthRole(), Evidence.of(growth.rate())));
        return new Case(this, members, false);
    }

    /** Whether both sizes are printed in one unit. */
    boolean hasOneUnit() {
        return base.unit().equals(end.unit());
    }

    /** What the end is multiplied by to be in the unit of the base: 1 unless they measure one thing in two units. */
    BigDecimal conversion() {
        return hasOneUnit() ? BigDecimal.ONE : end.unit().factorTo(base.unit()).orElse(BigDecimal.ONE);
    }
}
