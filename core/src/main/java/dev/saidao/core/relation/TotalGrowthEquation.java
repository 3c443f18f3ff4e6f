package dev.saidao.core.relation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Growth of which the sizes are not told: over the whole span (累计增长) and per year, {@code total = (1 + rate)^years - 1}, the
 * total being judged; or the years in which a size doubles (翻番年数), {@code (1 + rate)^years = 2}, the years being judged.
 */
final class TotalGrowthEquation extends Equation {

    static final String TOTAL = "total";

    /** Over the whole span. */
    static final TotalGrowthEquation OVER_SPAN = new TotalGrowthEquation(GrowthEquation.COMPOUND, false);

    /** Until a size has doubled. */
    static final TotalGrowthEquation DOUBLING = new TotalGrowthEquation(GrowthEquation.COMPOUND, true);

    private static final TotalGrowthEquation LINEAR = new TotalGrowthEquation(GrowthEquation.LINEAR, false);

    private static final List<String> SIZED =
            List.of(GrowthEquation.BASE, GrowthEquation.END, GrowthEquation.RATE, GrowthEquation.YEARS);
    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    private static final Bounds TWO = Bounds.exactly(BigDecimal.valueOf(2));

    private final GrowthEquation growth;
    private final boolean doubles;

    private TotalGrowthEquation(GrowthEquation growth, boolean doubles) {
        super(
                doubles ? "doubling-time" : "total-growth",
                doubles ? Label.of("doubling time", "翻番年数") : Label.of("growth over the span", "累计增长"),
                text(growth == GrowthEquation.COMPOUND, doubles),
                doubles ? GrowthEquation.YEARS : TOTAL,
                doubles
                        ? new String[] {GrowthEquation.RATE, GrowthEquation.YEARS}
                        : new String[] {TOTAL, GrowthEquation.RATE, GrowthEquation.YEARS});
        this.growth = growth;
        this.doubles = doubles;
    }

    private static String text(boolean compounds, boolean doubles) {
        String factor = compounds ? "(1 + rate)^years" : "1 + rate × years";
        return doubles ? factor + " = 2" : compounds ? "total = " + factor + " - 1" : "total = rate × years";
    }

    @Override
    public Units units(Units known) {
        Units units =
                known.of(GrowthEquation.RATE, Unit.GROWTH_RATE, Unit.Kind.SHARE).of(GrowthEquation.YEARS, Unit.YEARS);
        return doubles ? units : units.of(TOTAL, Unit.SHARE, Unit.Kind.GROWTH_RATE);
    }

    @Override
    public void check(List<Member> members) {
        growth.check(members);
    }

    @Override
    public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
        Bounds factor = doubles
                ? TWO
                : role.equals(TOTAL) ? Bounds.all() : arithmetic.finer().plus(ONE, terms.bounds(TOTAL));
        Terms sized = Terms.of(
                SIZED,
                List.of(
                        number(ONE),
                        number(factor),
                        role.equals(GrowthEquation.RATE) ? number(Bounds.all()) : terms.value(GrowthEquation.RATE),
                        role.equals(GrowthEquation.YEARS) ? number(Bounds.all()) : terms.value(GrowthEquation.YEARS)));
        return role.equals(TOTAL)
                ? arithmetic.minus(growth.solve(GrowthEquation.END, sized, arithmetic.finer()), ONE)
                : growth.solve(role, sized, arithmetic);
    }

    /** Years that are known are not solved for, as in {@link GrowthEquation#solveAll}. */
    @Override
    public List<Bounds> solveAll(Terms terms, IntPredicate isAsked, BoundsArithmetic arithmetic) {
        return super.solveAll(terms, GrowthEquation.withoutKnownYears(terms, isAsked), arithmetic);
    }

    private static BoundedQuantity number(Bounds bounds) {
        return BoundedQuantity.of(Unit.NUMBER, bounds);
    }

    @Override
    public List<Change> alternatives(Relation relation) {
        List<Change> changes = new ArrayList<>();
        relation.member(GrowthEquation.YEARS)
                .constant()
                .map(years -> years.value().intValue())
                // from one year to the next is one step, however it is counted
                .filter(steps -> steps > 1)
                .ifPresent(steps -> {
                    changes.add(
                            GrowthEquation.steps(RepairKind.STEPS, "n-1", "one step less", "少一步", steps - 1, steps));
                    changes.add(
                            GrowthEquation.steps(RepairKind.STEPS, "n+1", "one step more", "多一步", steps + 1, steps));
                });
        if (!doubles) {
            changes.add(GrowthEquation.simpleAverage(LINEAR));
        }
        return changes;
    }
}
