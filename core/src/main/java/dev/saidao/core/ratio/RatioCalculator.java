package dev.saidao.core.ratio;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.OrderedMap;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import dev.saidao.core.relation.DensityEquation;
import dev.saidao.core.relation.ShareEquation;
import dev.saidao.core.relation.SumEquation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Computes shares, wholes and parts, and what was there before, on bounds.
 *
 * <p>Operands are taken to vary independently of each other within their bounds. Sizes are taken to be 0 or more.
 *
 * @since 0.1
 */
public final class RatioCalculator {

    private static final RatioCalculator DEFAULTS = new RatioCalculator(Evaluator.withDefaults());

    private final Evaluator evaluator;

    private RatioCalculator(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** {@return a calculator with results of 34 digits} */
    public static RatioCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator with results of another length.
     *
     * @param digits significant digits, 1 to 200
     * @return the calculator
     * @throws IllegalArgumentException if {@code digits} is out of range
     */
    public RatioCalculator withDigits(int digits) {
        return new RatioCalculator(evaluator.withDigits(digits));
    }

    /**
     * Computes the share of a part in a whole (占比): {@code share = part / whole}.
     *
     * <p>Example: 9 of 64 is 14.0625%.
     *
     * @param part the part
     * @param whole the whole, of the same unit; 0 is left out
     * @return the possible shares; empty if the whole is 0
     * @throws UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> share(Operand part, Operand whole) {
        part.value().unit().requireSame(whole.value().unit());
        return evaluator.evaluate(
                RatioFormula.SHARE.formula(),
                Unit.SHARE,
                OrderedMap.of("part", part, "whole", whole),
                (arithmetic, x) ->
                        ShareEquation.INSTANCE.solve(ShareEquation.SHARE, divided(x, "part", "whole"), arithmetic));
    }

    /**
     * Computes the whole of which a part has a share: {@code whole = part / share}.
     *
     * <p>Example: 2.25 million that are 20% make 11.25 million.
     *
     * @param part the part
     * @param share its share; 0 is left out
     * @param unit the unit of the whole, which may have another name than the part's
     * @return the possible wholes; empty if the share is 0
     * @throws IllegalArgumentException if {@code share} is no share
     */
    public Derived<BoundedQuantity> whole(Operand part, Operand share, Unit unit) {
        share.value().unit().requireKind(Unit.Kind.SHARE, "Share");
        return evaluator.evaluate(
                RatioFormula.WHOLE.formula(),
                unit,
                OrderedMap.of("part", part, "share", share),
                (arithmetic, x) ->
                        ShareEquation.INSTANCE.solve(ShareEquation.WHOLE, divided(x, "part", "share"), arithmetic));
    }

    /**
     * Computes the part that a share of a whole makes: {@code part = whole × share}.
     *
     * <p>Example: 20% of 11.25 million are 2.25 million.
     *
     * @param whole the whole
     * @param share the share
     * @return the possible parts, in the unit of the whole
     * @throws IllegalArgumentException if {@code share} is no share
     */
    public Derived<BoundedQuantity> part(Operand whole, Operand share) {
        share.value().unit().requireKind(Unit.Kind.SHARE, "Share");
        return evaluator.evaluate(
                RatioFormula.PART.formula(),
                whole.value().unit(),
                OrderedMap.of("whole", whole, "share", share),
                (arithmetic, x) -> ShareEquation.INSTANCE.solve(
                        ShareEquation.PART,
                        x.within("whole", Bounds.notNegative()).within("share", Bounds.notNegative()),
                        arithmetic));
    }

    /**
     * Computes how many there are of every n: {@code density = count / population × n}.
     *
     * <p>Example: 2.25 million of 11.25 million employed are 2,000 per 10,000 employed.
     *
     * @param count what was counted
     * @param population what it is counted in; 0 is left out
     * @param n the n of "per n", 1 to 999,999,999,999
     * @return the possible densities, whose unit names both; empty if the population is 0
     * @throws IllegalArgumentException if one of the two is no count, or n is out of range
     */
    public Derived<BoundedQuantity> density(Operand count, Operand population, long n) {
        Unit counted = count.value().unit();
        Unit base = population.value().unit();
        counted.requireKind(Unit.Kind.COUNT, "Count");
        base.requireKind(Unit.Kind.COUNT, "Population");
        Unit unit = Unit.density(counted.thing().orElseThrow(), n, base.thing().orElseThrow());
        return evaluator.evaluate(
                RatioFormula.DENSITY.formula(),
                unit,
                OrderedMap.of("count", count, "population", population),
                (arithmetic, x) -> DensityEquation.INSTANCE.solve(
                        DensityEquation.DENSITY,
                        divided(x, "count", "population")
                                .and(DensityEquation.DENSITY, BoundedQuantity.of(unit, Bounds.all())),
                        arithmetic));
    }

    /**
     * Computes the whole in which a count has a density: {@code whole = count / density × n}.
     *
     * <p>Example: 2.25 million that are 200 per 10,000 make 112.5 million.
     *
     * @param count what was counted
     * @param density its density; 0 is left out
     * @return the possible wholes, counting what the density is per; empty if the density is 0
     * @throws IllegalArgumentException if {@code density} is no density
     */
    public Derived<BoundedQuantity> wholeOfDensity(Operand count, Operand density) {
        Unit unit = density.value().unit();
        unit.requireKind(Unit.Kind.DENSITY, "Density");
        return evaluator.evaluate(
                RatioFormula.WHOLE_OF_DENSITY.formula(),
                Unit.count(unit.base().orElseThrow()),
                OrderedMap.of("count", count, "density", density),
                (arithmetic, x) -> DensityEquation.INSTANCE.solve(
                        DensityEquation.POPULATION, divided(x, "count", "density"), arithmetic));
    }

    /**
     * Computes what was there before something was added: {@code opening = cumulative - added}.
     *
     * <p>Example: 64 through 2025, of which 24 in 2025, are 40 before.
     *
     * @param cumulative all, to the end of the period
     * @param added what came in the period, of the same unit
     * @return the possible opening stocks
     * @throws UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> openingStock(Operand cumulative, Operand added) {
        cumulative.value().unit().requireSame(added.value().unit());
        return evaluator.evaluate(
                RatioFormula.OPENING_STOCK.formula(),
                cumulative.value().unit(),
                OrderedMap.of("cumulative", cumulative, "added", added),
                (arithmetic, x) -> SumEquation.OVER_TIME.solve(SumEquation.PREVIOUS, x, arithmetic));
    }

    /**
     * Returns the proportion of several sizes in the smallest whole numbers: 30, 300, 1500 are 1 : 10 : 50.
     *
     * @param sizes 1 or more sizes, none of them negative and not all 0
     * @return as many whole numbers, without a common divisor
     * @throws IllegalArgumentException if there are no sizes, one is negative or all are 0
     */
    public static List<BigInteger> proportion(List<BigDecimal> sizes) {
        int scale = 0;
        for (BigDecimal size : sizes) {
            if (size.signum() < 0) {
                throw new IllegalArgumentException("Size must be 0 or more: " + size);
            }
            scale = Math.max(scale, size.stripTrailingZeros().scale());
        }
        int places = scale;
        List<BigInteger> whole = sizes.stream()
                .map(size -> size.movePointRight(places).toBigIntegerExact())
                .toList();
        BigInteger divisor = whole.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (divisor.signum() == 0) {
            throw new IllegalArgumentException("Sizes must not all be 0: " + sizes);
        }
        return whole.stream().map(size -> size.divide(divisor)).toList();
    }

    /** Sizes of which one is divided by the other. */
    private static Terms divided(Terms terms, String dividend, String divisor) {
        return terms.within(dividend, Bounds.notNegative()).within(divisor, Bounds.positive());
    }
}
