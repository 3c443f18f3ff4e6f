package dev.saidao.forecasting.market;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.internal.OrderedMap;
import dev.saidao.core.internal.Require;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Projects the size of a market over the years of its outlook.
 *
 * <ul>
 *   <li>A year with a published size has that size.
 *   <li>A year between two published sizes lies on the path of constant growth between them; the published rate plays no
 *       part there. Whether it agrees with the sizes is a question for an audit.
 *   <li>Any other year is compounded from the nearest published size at the published rate, forwards or backwards.
 *   <li>Years for which nothing was published are refused, not extrapolated.
 * </ul>
 *
 * @since 0.1
 */
public final class ProjectionCalculator {

    private static final Label AS_PUBLISHED = Label.of("as published", "按公布数据");
    private static final ProjectionCalculator DEFAULTS = new ProjectionCalculator(
            PeriodConvention.FROM_FIRST_YEAR, Evaluator.withDefaults(), GrowthCalculator.withDefaults());

    private final PeriodConvention period;
    private final Evaluator evaluator;
    private final GrowthCalculator growth;

    private ProjectionCalculator(PeriodConvention period, Evaluator evaluator, GrowthCalculator growth) {
        this.period = period;
        this.evaluator = evaluator;
        this.growth = growth;
    }

    /** {@return a calculator that counts steps from the first year of a span} */
    public static ProjectionCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator that counts steps otherwise.
     *
     * @param period how many steps a published span has; it moves the first year to which the rate reaches back
     * @return the calculator
     */
    public ProjectionCalculator with(PeriodConvention period) {
        return new ProjectionCalculator(period, evaluator, growth);
    }

    /**
     * Projects an outlook over all years that it covers: those of its sizes and of the span of its rate.
     *
     * @param outlook what was published
     * @return a row for each year
     */
    public Projection projection(MarketOutlook outlook) {
        return projection(outlook, firstYear(outlook), lastYear(outlook));
    }

    /**
     * Projects an outlook over some of the years that it covers.
     *
     * @param outlook what was published
     * @param first the first year
     * @param last the last year, not earlier
     * @return a row for each year
     * @throws IllegalArgumentException if the years are not in order or not all covered by the outlook
     */
    public Projection projection(MarketOutlook outlook, int first, int last) {
        Require.that(
                first <= last && first >= firstYear(outlook) && last <= lastYear(outlook),
                "Years must be in order and within %s to %s: %s to %s",
                firstYear(outlook),
                lastYear(outlook),
                first,
                last);
        NavigableMap<Integer, Operand> sizes = new TreeMap<>(outlook.sizes());
        List<Projection.Row> rows = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            rows.add(row(outlook, sizes, year));
        }
        return Projection.of(outlook.name(), rows);
    }

    /**
     * Projects scenarios beside what was published.
     *
     * @param outlook what was published
     * @param scenarios the variations
     * @return the projection as published, then one for each scenario, each over all years that it covers
     * @throws IllegalArgumentException if a scenario has a rate where the outlook has none
     */
    public List<Projection> scenarios(MarketOutlook outlook, List<Scenario> scenarios) {
        List<Projection> projections = new ArrayList<>();
        projections.add(Projection.of(AS_PUBLISHED, projection(outlook).rows()));
        for (Scenario scenario : scenarios) {
            Require.that(
                    scenario.rate().isEmpty() || !outlook.span().isEmpty(),
                    "Scenario with a rate must vary an outlook that has one: %s",
                    scenario.name().en());
            MarketOutlook varied = ImmutableMarketOutlook.of(
                    scenario.name(),
                    scenario.sizes().isEmpty() ? outlook.sizes() : scenario.sizes(),
                    scenario.rate().or(outlook::rate),
                    outlook.span());
            projections.add(projection(varied));
        }
        return Collections.unmodifiableList(projections);
    }

    /**
     * Computes the growth rate between two years of an outlook.
     *
     * @param outlook what was published
     * @param first the one year
     * @param last the other, later
     * @return the compound annual growth rate from the size of the one year to that of the other
     * @throws IllegalArgumentException if the years are not in order or not covered by the outlook
     */
    public Derived<BoundedQuantity> growthBetween(MarketOutlook outlook, int first, int last) {
        Require.that(first < last, "Years must be in order: %s to %s", first, last);
        Projection projection = projection(outlook, first, last);
        return growth.compoundAnnualGrowthRate(
                projection.row(first).operand(), projection.row(last).operand(), steps(last - first));
    }

    private Projection.Row row(MarketOutlook outlook, NavigableMap<Integer, Operand> sizes, int year) {
        Operand published = sizes.get(year);
        if (published != null) {
            return Projection.Row.of(year, Projection.Basis.PUBLISHED, published);
        }
        Map.Entry<Integer, Operand> earlier = sizes.floorEntry(year);
        Map.Entry<Integer, Operand> later = sizes.ceilingEntry(year);
        if (earlier != null && later != null) {
            Derived<BoundedQuantity> size = interpolated(
                    earlier.getValue(), later.getValue(), year - earlier.getKey(), later.getKey() - earlier.getKey());
            return Projection.Row.of(year, Projection.Basis.INTERPOLATED, Operand.of(size));
        }
        Operand rate = outlook.rate().orElseThrow();
        Derived<BoundedQuantity> size = earlier != null
                ? growth.endValue(earlier.getValue(), rate, steps(year - earlier.getKey()))
                : growth.baseValue(
                        sizes.firstEntry().getValue(),
                        rate,
                        steps(sizes.firstEntry().getKey() - year));
        return Projection.Row.of(year, Projection.Basis.COMPOUNDED, Operand.of(size));
    }

    private Derived<BoundedQuantity> interpolated(Operand earlier, Operand later, int steps, int span) {
        return evaluator.evaluate(
                MarketFormula.INTERPOLATION.formula(),
                earlier.value().unit(),
                OrderedMap.of("earlier", earlier, "later", later, "steps", steps(steps), "span", steps(span)),
                (arithmetic, x) -> {
                    BoundsArithmetic finer = arithmetic.finer();
                    return arithmetic.times(
                            finer.power(finer.root(x.bounds("earlier"), span), span - steps),
                            finer.power(finer.root(x.bounds("later"), span), steps));
                });
    }

    private Operand steps(int steps) {
        return Operand.steps(steps, period.convention());
    }

    private int firstYear(MarketOutlook outlook) {
        int first = Collections.min(outlook.sizes().keySet());
        return base(outlook).map(year -> Math.min(year, first)).orElse(first);
    }

    private int lastYear(MarketOutlook outlook) {
        int last = Collections.max(outlook.sizes().keySet());
        return outlook.span()
                .map(span -> Math.max(span.lastYear().orElseThrow(), last))
                .orElse(last);
    }

    /** The year from which the published rate leads on. */
    private Optional<Integer> base(MarketOutlook outlook) {
        return outlook.span().map(span -> span.lastYear().orElseThrow() - period.steps(span));
    }
}
