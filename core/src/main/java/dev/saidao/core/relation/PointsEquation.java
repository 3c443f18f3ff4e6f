package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What growth of shares is mistaken for: their difference in percentage points, {@code end = base + rate}, or that in a year, {@code
 * end = base + rate × years}. 60% to 48% are a growth of -20%, and 12 percentage points less.
 *
 * @since 0.1
 */
public final class PointsEquation extends Equation {

    private final String base;
    private final String end;
    private final String rate;
    private final Optional<String> years;

    private PointsEquation(String base, String end, String rate, Optional<String> years) {
        super(
                "points",
                Label.of("difference in percentage points", "百分点之差"),
                end + " = " + base + " + " + rate
                        + years.map(role -> " × " + role).orElse(""),
                rate,
                base,
                end,
                rate);
        this.base = base;
        this.end = end;
        this.rate = rate;
        this.years = years;
    }

    /** Those of the same roles are the same, as is what was made of them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PointsEquation points
                && base.equals(points.base)
                && end.equals(points.end)
                && rate.equals(points.rate)
                && years.equals(points.years);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, end, rate, years);
    }

    /** The changes of a relation of growth between shares; none between other quantities. */
    static List<Change> changes(String base, String end, String rate, Optional<String> years, Units units) {
        boolean shares = units.of(base)
                .filter(unit -> switch (unit.kind()) {
                    case SHARE, GROWTH_RATE -> true;
                    default -> false;
                })
                .isPresent();
        if (!shares) {
            return List.of();
        }
        Change whole = new Change.OtherEquation(
                RepairKind.OTHER_RATE,
                "percentage-points",
                Label.of("the rate is a difference in percentage points", "增长率实为百分点之差"),
                new PointsEquation(base, end, rate, Optional.empty()));
        return years.isEmpty()
                ? List.of(whole)
                : List.of(
                        whole,
                        new Change.OtherEquation(
                                RepairKind.OTHER_RATE,
                                "percentage-points-a-year",
                                Label.of("the rate is percentage points a year", "增长率实为每年的百分点"),
                                new PointsEquation(base, end, rate, years)));
    }

    @Override
    public Units units(Units known) {
        return known.alike(base, end);
    }

    @Override
    public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
        Bounds steps = years.map(terms::bounds).orElse(Bounds.exactly(BigDecimal.ONE));
        if (role.equals(rate)) {
            return arithmetic.dividedBy(arithmetic.finer().minus(terms.bounds(end), terms.bounds(base)), steps);
        }
        Bounds difference = arithmetic.finer().times(terms.bounds(rate), steps);
        return role.equals(base)
                ? arithmetic.minus(terms.bounds(end), difference)
                : role.equals(end) ? arithmetic.plus(terms.bounds(base), difference) : Bounds.all();
    }

    /**
     * Computes the rate that two sizes imply with doubles.
     *
     * @param difference the end less the base
     * @param steps the yearly steps
     * @return the rate
     */
    public double impliedRate(double difference, int steps) {
        return years.isPresent() ? difference / steps : difference;
    }
}
