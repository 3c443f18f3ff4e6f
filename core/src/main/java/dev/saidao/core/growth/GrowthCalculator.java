package dev.saidao.core.growth;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.internal.OrderedMap;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.GrowthRate;
import dev.saidao.core.quantity.Multiple;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.StepEquation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Computes growth: {@code end = base × (1 + rate)^years}, solved for any one of the four.
 *
 * <p>Every result comes with its derivation. There are two forms of each method:
 *
 * <ul>
 *   <li>On quantities: exact numbers in, an exact number out (to 34 significant digits where it does not end, rounded
 *       half-even). What has no answer is refused.
 *   <li>On {@link Operand operands}: bounds in, bounds out, with every possible value inside, and the point if every
 *       operand has one. Sizes are taken to be positive; what of the bounds is not is left out. Where nothing can be said
 *       the result says so: over 100 billion after ten years of over 30% leaves a base in (0, ∞).
 * </ul>
 *
 * <p>A span of years is a number of yearly steps: 2021 to 2025 has 4. {@link PeriodConvention} counts them.
 *
 * @since 0.1
 */
public final class GrowthCalculator {

    /** Most yearly steps. */
    public static final int MAX_YEARS = BoundsArithmetic.MAX_EXPONENT;

    /** Most rates in a chain. */
    public static final int MAX_RATES = 10_000;

    private static final Convention GIVEN_STEPS =
            Convention.of("period.given", Label.of("steps as given by the caller", "步数由调用者给定"));
    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    private static final Bounds TWO = Bounds.exactly(BigDecimal.valueOf(2));
    private static final GrowthCalculator DEFAULTS = new GrowthCalculator(Evaluator.withDefaults());

    private final Evaluator evaluator;

    private GrowthCalculator(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** {@return a calculator with results of 34 digits} */
    public static GrowthCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator with results of another length.
     *
     * @param digits significant digits, 1 to 200
     * @return the calculator
     * @throws IllegalArgumentException if {@code digits} is out of range
     */
    public GrowthCalculator withDigits(int digits) {
        return new GrowthCalculator(evaluator.withDigits(digits));
    }

    // ---- the four unknowns ----

    /**
     * Computes the compound annual growth rate (年均复合增长率): the constant yearly rate that leads from a base to an end.
     *
     * <pre>{@code rate = (end / base)^(1 / years) - 1}</pre>
     *
     * <ul>
     *   <li>base, end: quantities of one unit, in the first and in the last year
     *   <li>years: the number of yearly steps; 2021 to 2025 has 4
     *   <li>0 if base equals end; negative if the end is lower; -1 if the end is 0
     * </ul>
     *
     * <p>Example: CNY 10 billion to CNY 21.97 billion in 3 years is 30%.
     *
     * @param <Q> the type of the quantities
     * @param base the quantity at the start, positive
     * @param end the quantity at the end, 0 or more, of the same unit
     * @param years the number of yearly steps, 1 to 10,000; or -1 to -10,000 if the end lies before the base, which must not be 0
     *     then
     * @return the rate, with its derivation
     * @throws IllegalArgumentException if a quantity is out of range; if {@code years} is out of range or 0
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public <Q extends Quantity> Derived<GrowthRate> compoundAnnualGrowthRate(Q base, Q end, int years) {
        Require.that(years != 0, "Years must not be 0: %s", years);
        return point(
                compoundAnnualGrowthRate(Operand.of(base), Operand.of(end), steps(years)),
                GrowthRate.class,
                () -> (years < 0 ? "End must be positive: " : "End must be 0 or more: ") + end);
    }

    /**
     * Computes the compound annual growth rate on bounds.
     *
     * @param base the size at the start
     * @param end the size at the end, of the same unit
     * @param years the yearly steps, in years: 0 or more, or all negative if the end lies before the base
     * @return the possible rates, all -1 or more
     * @throws IllegalArgumentException if the base cannot be positive; if the steps are not years, can be more than 10,000, or can
     *     be of either sign
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> compoundAnnualGrowthRate(Operand base, Operand end, Operand years) {
        unitOf(base).requireSame(unitOf(end));
        requirePositive(base, "Base");
        requireYears(years);
        Bounds steps = years.value().bounds();
        boolean back = !Bounds.notNegative().encloses(steps);
        Require.that(
                !back || steps.strictlyPrecedes(Bounds.exactly(BigDecimal.ZERO)),
                "Years must be of one sign: %s",
                shown(years));
        return evaluator.evaluate(
                GrowthFormula.COMPOUND_ANNUAL_GROWTH_RATE.formula(),
                Unit.GROWTH_RATE,
                OrderedMap.of("base", base, "end", end, "years", years),
                (arithmetic, x) ->
                        GrowthEquation.COMPOUND.solve(GrowthEquation.RATE, back ? mirrored(x) : x, arithmetic));
    }

    /** The same growth, told from the end, which is the earlier of the two, to the base. */
    private static Terms mirrored(Terms x) {
        Bounds years = BoundsArithmetic.withDefaults().negated(x.bounds(GrowthEquation.YEARS));
        BoundedQuantity base = x.value(GrowthEquation.BASE);
        return x.with(GrowthEquation.BASE, x.value(GrowthEquation.END).narrowedTo(Bounds.positive()))
                .with(GrowthEquation.END, base)
                .with(GrowthEquation.YEARS, BoundedQuantity.of(Unit.YEARS, years));
    }

    /**
     * Computes the end value (期末值) of a base that grows at a constant yearly rate.
     *
     * <pre>{@code end = base × (1 + rate)^years}</pre>
     *
     * <p>Example: CNY 10 billion at 30% for 3 years is CNY 21.97 billion. With 0 years the end is the base; with negative years it
     * is the size so many years before.
     *
     * @param <Q> the type of the quantity
     * @param base the quantity at the start, positive
     * @param rate the rate per year
     * @param years the number of yearly steps, -10,000 to 10,000
     * @return the quantity at the end, with its derivation
     * @throws IllegalArgumentException if the base is not positive; if the rate is -1 and the years are negative; if {@code
     *     years} is out of range; if the end has more
     *     than 1,000 digits before the decimal point
     */
    public <Q extends Quantity> Derived<Q> endValue(Q base, GrowthRate rate, int years) {
        if (years < 0) {
            requireNotTotalLoss(rate);
        }
        return point(
                endValue(Operand.of(base), Operand.of(rate), steps(years)),
                typeOf(base),
                () -> "End must have at most 1000 digits before the decimal point: " + base + " at " + rate + " for "
                        + years + " years");
    }

    /**
     * Computes the end value on bounds.
     *
     * @param base the size at the start
     * @param rate the rate per year
     * @param years the yearly steps, in years
     * @return the possible ends, in the unit of the base
     * @throws IllegalArgumentException if the base cannot be positive, the rate is no growth rate or cannot be -1 or more,
     *     the steps are not years or can be beyond ±10,000
     */
    public Derived<BoundedQuantity> endValue(Operand base, Operand rate, Operand years) {
        requirePositive(base, "Base");
        requireRate(rate);
        requireYears(years);
        return evaluator.evaluate(
                GrowthFormula.END_VALUE.formula(),
                unitOf(base),
                OrderedMap.of("base", base, "rate", rate, "years", years),
                (arithmetic, x) -> GrowthEquation.COMPOUND.solve(GrowthEquation.END, x, arithmetic));
    }

    /**
     * Computes the base value (基期值) from which a constant yearly rate leads to an end.
     *
     * <pre>{@code base = end / (1 + rate)^years}</pre>
     *
     * <p>Example: CNY 238.8 billion after 5 years at 73% comes from CNY 15.41 billion. With negative years the end is the earlier of
     * the two.
     *
     * @param <Q> the type of the quantity
     * @param end the quantity at the end, positive
     * @param rate the rate per year, above -1
     * @param years the number of yearly steps, -10,000 to 10,000
     * @return the quantity at the start, with its derivation
     * @throws IllegalArgumentException if the end is not positive; if the rate is -1; if {@code years} is out of range; if
     *     the base has more than 1,000 digits before the decimal point
     */
    public <Q extends Quantity> Derived<Q> baseValue(Q end, GrowthRate rate, int years) {
        requireNotTotalLoss(rate);
        return point(
                baseValue(Operand.of(end), Operand.of(rate), steps(years)),
                typeOf(end),
                () -> "Base must have at most 1000 digits before the decimal point: " + end + " at " + rate + " for "
                        + years + " years");
    }

    /**
     * Computes the base value on bounds.
     *
     * @param end the size at the end
     * @param rate the rate per year
     * @param years the yearly steps, in years
     * @return the possible bases, all positive, in the unit of the end
     * @throws IllegalArgumentException if the end cannot be positive, the rate is no growth rate or cannot be -1 or more,
     *     the steps are not years or can be beyond ±10,000
     */
    public Derived<BoundedQuantity> baseValue(Operand end, Operand rate, Operand years) {
        requirePositive(end, "End");
        requireRate(rate);
        requireYears(years);
        return evaluator.evaluate(
                GrowthFormula.BASE_VALUE.formula(),
                unitOf(end),
                OrderedMap.of("end", end, "rate", rate, "years", years),
                (arithmetic, x) -> GrowthEquation.COMPOUND.solve(GrowthEquation.BASE, x, arithmetic));
    }

    /**
     * Computes the time to a level (达到某水平的年数): how long a base takes to grow, or fall, to it at a constant yearly rate.
     *
     * <pre>{@code years = ln(level / base) / ln(1 + rate)}</pre>
     *
     * <p>Example: 1000 to 2000 at 10% takes 7.2725 years. 0 if the level is the base.
     *
     * @param <Q> the type of the quantities
     * @param base the quantity at the start, positive
     * @param rate the rate per year, above -1 and not 0
     * @param level the quantity to reach, positive, of the same unit
     * @return the years, with their derivation
     * @throws IllegalArgumentException if a quantity is not positive; if the rate is 0 or -1; if the rate leads away from
     *     the level
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public <Q extends Quantity> Derived<Years> yearsToReach(Q base, GrowthRate rate, Q level) {
        requireNotTotalLoss(rate);
        requireNotZero(rate);
        return point(
                yearsToReach(Operand.of(base), Operand.of(rate), Operand.of(level)),
                Years.class,
                () -> "Rate must lead from " + base + " to " + level + ": " + rate);
    }

    /**
     * Computes the time to a level on bounds.
     *
     * @param base the size at the start
     * @param rate the rate per year
     * @param level the size to reach, of the same unit
     * @return the possible times, 0 or more; empty if the level cannot be reached
     * @throws IllegalArgumentException if a size cannot be positive, or the rate is no growth rate or cannot be -1 or more
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> yearsToReach(Operand base, Operand rate, Operand level) {
        unitOf(base).requireSame(unitOf(level));
        requirePositive(base, "Base");
        requirePositive(level, "Level");
        requireRate(rate);
        return evaluator.evaluate(
                GrowthFormula.YEARS_TO_REACH.formula(),
                Unit.YEARS,
                OrderedMap.of("base", base, "rate", rate, "level", level),
                (arithmetic, x) -> GrowthEquation.COMPOUND.solve(
                        GrowthEquation.YEARS, x.and(GrowthEquation.END, x.value("level")), arithmetic));
    }

    /**
     * Computes the years that lie between two sizes at a constant rate; negative if the end lies before the base.
     *
     * <pre>{@code years = ln(end / base) / ln(1 + rate)}</pre>
     *
     * <p>Example: what falls by 40% a year and is 100 was 150.5 about 0.8003 years ago: -0.8003 years.
     *
     * @param <Q> the type of the quantities
     * @param base the quantity at one time, positive
     * @param rate the rate per year, above -1 and not 0
     * @param end the quantity at the other time, positive, of the same unit
     * @return the years, with their derivation
     * @throws IllegalArgumentException if a quantity is not positive; if the rate is 0 or -1
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public <Q extends Quantity> Derived<Years> yearsBetween(Q base, GrowthRate rate, Q end) {
        requireNotTotalLoss(rate);
        requireNotZero(rate);
        return point(
                yearsBetween(Operand.of(base), Operand.of(rate), Operand.of(end)),
                Years.class,
                () -> "Rate must lead from " + base + " to " + end + ": " + rate);
    }

    /**
     * Computes the years between two sizes on bounds.
     *
     * @param base the size at one time
     * @param rate the rate per year
     * @param end the size at the other time, of the same unit; may be 0, to which only a rate of -1 leads, in any time
     * @return the possible times, of any sign; empty if no time leads from one to the other
     * @throws IllegalArgumentException if the base cannot be positive or the end not 0 or more; if the rate is no growth rate or
     *     cannot be -1 or more
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> yearsBetween(Operand base, Operand rate, Operand end) {
        unitOf(base).requireSame(unitOf(end));
        requirePositive(base, "Base");
        if (end.value().bounds().intersection(Bounds.notNegative()).isEmpty()) {
            throw new IllegalArgumentException("End must be 0 or more: " + shown(end));
        }
        requireRate(rate);
        return evaluator.evaluate(
                GrowthFormula.YEARS_BETWEEN.formula(),
                Unit.YEARS,
                OrderedMap.of("base", base, "rate", rate, "end", end),
                (arithmetic, x) -> {
                    BoundsArithmetic finer = arithmetic.finer();
                    Bounds factor = finer.plus(ONE, x.bounds("rate"));
                    Bounds ratio = finer.dividedBy(
                            x.bounds("end").intersection(Bounds.notNegative()),
                            x.bounds("base").intersection(Bounds.positive()));
                    boolean vanishes = factor.contains(BigDecimal.ZERO) && ratio.contains(BigDecimal.ZERO);
                    return arithmetic
                            .exponentReverse(factor, ratio, Bounds.all())
                            .hull(vanishes ? Bounds.positive() : Bounds.empty());
                });
    }

    // ---- rates that compound within the year ----

    /**
     * Computes the effective annual rate (年有效增长率) of a nominal one that compounds several times a year.
     *
     * <pre>{@code rate = (1 + nominal / periods)^periods - 1}</pre>
     *
     * <p>What compounds so from a base to an end is then computed with the effective rate. Example: 5.25%, compounded each quarter,
     * is 5.354...%.
     *
     * @param nominal the rate per year of which each period has its part
     * @param periods how often it compounds in a year, 1 to 10,000
     * @return the rate that comes to the same in a year, with its derivation
     * @throws IllegalArgumentException if a number is out of range
     */
    public Derived<GrowthRate> effectiveRate(GrowthRate nominal, int periods) {
        return point(
                effectiveRate(Operand.of(nominal), periods),
                GrowthRate.class,
                () -> "Rate must be -1 or more: " + nominal);
    }

    /**
     * Computes the effective annual rate on bounds.
     *
     * @param nominal the rate per year of which each period has its part
     * @param periods how often it compounds in a year, 1 to 10,000
     * @return the possible rates
     * @throws IllegalArgumentException if the number of periods is out of range; if the rate is no growth rate or cannot be -1 or
     *     more
     */
    public Derived<BoundedQuantity> effectiveRate(Operand nominal, int periods) {
        requireRate(nominal);
        return evaluator.evaluate(
                GrowthFormula.EFFECTIVE_RATE.formula(),
                Unit.GROWTH_RATE,
                OrderedMap.of("nominal", nominal, "periods", periods(periods)),
                (arithmetic, x) -> {
                    BoundsArithmetic finer = arithmetic.finer();
                    Bounds step = finer.plus(ONE, finer.dividedBy(x.bounds("nominal"), x.bounds("periods")));
                    return arithmetic.minus(finer.power(step.intersection(Bounds.notNegative()), periods), ONE);
                });
    }

    /**
     * Computes the nominal annual rate (年名义增长率) that, compounding several times a year, comes to an effective one.
     *
     * <pre>{@code nominal = periods × ((1 + rate)^(1 / periods) - 1)}</pre>
     *
     * @param effective the rate of a whole year, -1 or more
     * @param periods how often the nominal one compounds in a year, 1 to 10,000
     * @return the nominal rate, with its derivation
     * @throws IllegalArgumentException if a number is out of range, or the nominal rate would be below -1
     */
    public Derived<GrowthRate> nominalRate(GrowthRate effective, int periods) {
        return point(
                nominalRate(Operand.of(effective), periods),
                GrowthRate.class,
                () -> "Rate must be -1 or more: " + effective);
    }

    /**
     * Computes the nominal annual rate on bounds.
     *
     * @param effective the rate of a whole year
     * @param periods how often the nominal one compounds in a year, 1 to 10,000
     * @return the possible rates
     * @throws IllegalArgumentException if the number of periods is out of range; if the rate is no growth rate or cannot be -1 or
     *     more
     */
    public Derived<BoundedQuantity> nominalRate(Operand effective, int periods) {
        requireRate(effective);
        return evaluator.evaluate(
                GrowthFormula.NOMINAL_RATE.formula(),
                Unit.GROWTH_RATE,
                OrderedMap.of("rate", effective, "periods", periods(periods)),
                (arithmetic, x) -> {
                    BoundsArithmetic finer = arithmetic.finer();
                    Bounds factor = finer.plus(ONE, x.bounds("rate")).intersection(Bounds.notNegative());
                    return arithmetic.times(x.bounds("periods"), finer.minus(finer.root(factor, periods), ONE));
                });
    }

    private static Operand periods(int periods) {
        Require.between(periods, 1, BoundsArithmetic.MAX_EXPONENT, "Periods");
        return Operand.of(Unit.NUMBER.quantity(BigDecimal.valueOf(periods)));
    }

    // ---- times and factors ----

    /**
     * Computes the doubling time (倍增时间) of compound growth: {@code years = ln 2 / ln(1 + rate)}.
     *
     * <p>Example: at 50% a year a size doubles in 1.7095 years.
     *
     * @param rate the rate per year, positive
     * @return the years, with their derivation
     * @throws IllegalArgumentException if the rate is not positive
     */
    public Derived<Years> doublingTime(GrowthRate rate) {
        return doublingTime(rate, DoublingMethod.COMPOUND);
    }

    /**
     * Computes the doubling time by a method.
     *
     * @param rate the rate per year, positive; for {@link DoublingMethod#RULE_OF_72} any but 0
     * @param method how growth comes about
     * @return the years, with their derivation
     * @throws IllegalArgumentException if the rate is out of range
     */
    public Derived<Years> doublingTime(GrowthRate rate, DoublingMethod method) {
        if (rate.value().signum() < 0 && method != DoublingMethod.RULE_OF_72) {
            throw new IllegalArgumentException("Rate must be positive: " + rate);
        }
        return point(doublingTime(Operand.of(rate), method), Years.class, () -> "Rate must not be 0: " + rate);
    }

    /**
     * Computes the doubling time on bounds.
     *
     * @param rate the rate per year; what of it is not positive is left out, but for {@link DoublingMethod#RULE_OF_72}
     * @param method how growth comes about
     * @return the possible times; empty if the rate cannot be positive
     * @throws IllegalArgumentException if the rate is no growth rate or cannot be -1 or more
     */
    public Derived<BoundedQuantity> doublingTime(Operand rate, DoublingMethod method) {
        requireRate(rate);
        GrowthFormula formula = switch (method) {
            case COMPOUND -> GrowthFormula.DOUBLING_TIME;
            case CONTINUOUS -> GrowthFormula.DOUBLING_TIME_CONTINUOUS;
            case SIMPLE -> GrowthFormula.DOUBLING_TIME_SIMPLE;
            case RULE_OF_72 -> GrowthFormula.RULE_OF_72;
        };
        return evaluator.evaluate(formula.formula(), Unit.YEARS, Map.of("rate", rate), (arithmetic, x) -> {
            BoundsArithmetic finer = arithmetic.finer();
            Bounds growing = x.bounds("rate").intersection(Bounds.positive());
            return switch (method) {
                case COMPOUND -> arithmetic.dividedBy(finer.log(TWO), finer.log(finer.plus(ONE, growing)));
                case CONTINUOUS -> arithmetic.dividedBy(finer.log(TWO), growing);
                case SIMPLE -> arithmetic.dividedBy(ONE, growing);
                case RULE_OF_72 -> arithmetic.dividedBy(Bounds.exactly(new BigDecimal("0.72")), x.bounds("rate"));
            };
        });
    }

    /**
     * Computes the growth factor (增长倍数) of some years: {@code factor = (1 + rate)^years}.
     *
     * <p>Example: 50% a year for 5 years multiplies by 7.59375.
     *
     * @param rate the rate per year
     * @param years the number of yearly steps, -10,000 to 10,000
     * @return the multiple, with its derivation
     * @throws IllegalArgumentException if {@code years} is out of range; if the factor has more than 1,000 digits before
     *     the decimal point
     */
    public Derived<Multiple> growthFactor(GrowthRate rate, int years) {
        if (years < 0) {
            requireNotTotalLoss(rate);
        }
        return point(
                growthFactor(Operand.of(rate), steps(years)),
                Multiple.class,
                () -> "Factor must have at most 1000 digits before the decimal point: " + rate + " for " + years
                        + " years");
    }

    /**
     * Computes the growth factor on bounds.
     *
     * @param rate the rate per year
     * @param years the yearly steps, in years
     * @return the possible multiples
     * @throws IllegalArgumentException if the rate is no growth rate or cannot be -1 or more, or the steps are not years or
     *     can be more than 10,000
     */
    public Derived<BoundedQuantity> growthFactor(Operand rate, Operand years) {
        requireRate(rate);
        requireYears(years);
        return evaluator.evaluate(
                GrowthFormula.GROWTH_FACTOR.formula(),
                Unit.MULTIPLE,
                OrderedMap.of("rate", rate, "years", years),
                (arithmetic, x) -> arithmetic.times(ONE, GrowthEquation.COMPOUND.factor(x, arithmetic.finer())));
    }

    /**
     * Computes the multiple (为N倍) of an end to a base: {@code multiple = end / base}. The N of 增长N倍 is {@link
     * Multiple#increase() one less}.
     *
     * <p>Example: from 10 to 30 is 3 times, an increase by 2 times.
     *
     * @param <Q> the type of the quantities
     * @param base the quantity at the start, not 0
     * @param end the quantity at the end, of the same unit
     * @return the multiple, with its derivation
     * @throws IllegalArgumentException if the base is 0
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public <Q extends Quantity> Derived<Multiple> multiple(Q base, Q end) {
        return point(multiple(Operand.of(base), Operand.of(end)), Multiple.class, () -> "Base must not be 0: " + base);
    }

    /**
     * Computes the multiple on bounds.
     *
     * @param base the size at the start; 0 is left out
     * @param end the size at the end, of the same unit
     * @return the possible multiples
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> multiple(Operand base, Operand end) {
        unitOf(base).requireSame(unitOf(end));
        return evaluator.evaluate(
                GrowthFormula.MULTIPLE.formula(),
                Unit.MULTIPLE,
                OrderedMap.of("base", base, "end", end),
                (arithmetic, x) -> arithmetic.dividedBy(x.bounds("end"), x.bounds("base")));
    }

    // ---- series ----

    /**
     * Computes the growth of each year on the year before (同比): {@code rate = end / base - 1} for each neighbouring pair.
     *
     * <p>Example: 100, 120, 90 gives 20% and -25%.
     *
     * @param <Q> the type of the quantities
     * @param values the values of successive years, positive but for the last of a pair, which may be 0; 2 or more of one
     *     unit
     * @return one rate fewer than values, each with its derivation
     * @throws IllegalArgumentException if there are fewer than 2 values; if a value is not positive where it must be
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public <Q extends Quantity> List<Derived<GrowthRate>> yearOnYearRates(List<Q> values) {
        if (values.size() < 2) {
            throw new IllegalArgumentException("Values must be 2 or more: " + values.size());
        }
        List<Derived<GrowthRate>> rates = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            Q end = values.get(i);
            rates.add(point(
                    yearOnYearRate(Operand.of(values.get(i - 1)), Operand.of(end)),
                    GrowthRate.class,
                    () -> "Value must be 0 or more: " + end));
        }
        return List.copyOf(rates);
    }

    /**
     * Computes the growth of one year on the year before, on bounds.
     *
     * @param base the size in the year before
     * @param end the size in the year, of the same unit
     * @return the possible rates, all -1 or more
     * @throws IllegalArgumentException if the base cannot be positive
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> yearOnYearRate(Operand base, Operand end) {
        unitOf(base).requireSame(unitOf(end));
        requirePositive(base, "Base");
        return evaluator.evaluate(
                GrowthFormula.YEAR_ON_YEAR.formula(),
                Unit.GROWTH_RATE,
                OrderedMap.of("base", base, "end", end),
                (arithmetic, x) -> StepEquation.INSTANCE.solve(
                        StepEquation.RATE,
                        Terms.of(OrderedMap.of(
                                StepEquation.PREVIOUS,
                                x.value("base").narrowedTo(Bounds.positive()),
                                StepEquation.CURRENT,
                                x.value("end").narrowedTo(Bounds.notNegative()))),
                        arithmetic));
    }

    /**
     * Computes the end value of rates that differ from year to year: {@code end = base × (1 + rate1) × (1 + rate2) × …}.
     *
     * <p>Example: 100 at 9%, 10% and 11% is 133.089. With no rates the end is the base.
     *
     * @param <Q> the type of the quantity
     * @param base the quantity at the start, positive
     * @param rates the rates of successive years, at most 10,000
     * @return the quantity at the end, with its derivation
     * @throws IllegalArgumentException if the base is not positive; if there are too many rates; if the end has more than
     *     1,000 digits before the decimal point
     */
    public <Q extends Quantity> Derived<Q> chainedEndValue(Q base, List<GrowthRate> rates) {
        List<Operand> operands = rates.stream().map(Operand::of).toList();
        return point(
                chainedEndValue(Operand.of(base), operands),
                typeOf(base),
                () -> "End must have at most 1000 digits before the decimal point: " + base + " at " + rates.size()
                        + " rates");
    }

    /**
     * Computes the end value of rates that differ from year to year, on bounds.
     *
     * @param base the size at the start
     * @param rates the rates of successive years, at most 10,000
     * @return the possible ends, in the unit of the base
     * @throws IllegalArgumentException if the base cannot be positive, there are too many rates, or one is no growth rate
     *     or cannot be -1 or more
     */
    public Derived<BoundedQuantity> chainedEndValue(Operand base, List<Operand> rates) {
        requirePositive(base, "Base");
        Map<String, Operand> operands = new LinkedHashMap<>();
        operands.put("base", base);
        operands.putAll(numbered(rates));
        return evaluator.evaluate(
                GrowthFormula.CHAINED_END_VALUE.formula(),
                unitOf(base),
                operands,
                (arithmetic, x) -> arithmetic.times(
                        x.bounds("base").intersection(Bounds.positive()), product(arithmetic.finer(), x)));
    }

    /**
     * Computes the constant rate that has the effect of rates that differ from year to year, their geometric mean: {@code
     * rate = ((1 + rate1) × (1 + rate2) × …)^(1 / n) - 1}.
     *
     * <p>Example: 20%, 6% and 1% average 8.71%.
     *
     * @param rates the rates of successive years, 1 to 10,000
     * @return the rate, with its derivation
     * @throws IllegalArgumentException if there are no rates or too many
     */
    public Derived<GrowthRate> averageRate(List<GrowthRate> rates) {
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("Rates must be 1 or more: 0");
        }
        List<Operand> operands = rates.stream().map(Operand::of).toList();
        Derived<BoundedQuantity> average = evaluator.evaluate(
                GrowthFormula.AVERAGE_RATE.formula(), Unit.GROWTH_RATE, numbered(operands), (arithmetic, x) -> {
                    BoundsArithmetic finer = arithmetic.finer();
                    return arithmetic.minus(finer.root(product(finer, x), rates.size()), ONE);
                });
        return point(average, GrowthRate.class, () -> "Rates must have an average: " + rates.size());
    }

    // ---- what the formulas share ----

    /** The product of the factors of all rates. */
    private static Bounds product(BoundsArithmetic arithmetic, Terms terms) {
        Bounds product = ONE;
        for (String name : terms.names()) {
            if (!name.equals("base")) {
                Bounds factor = arithmetic.plus(ONE, terms.bounds(name)).intersection(Bounds.notNegative());
                product = arithmetic.times(product, factor);
            }
        }
        return product;
    }

    private static Operand steps(int years) {
        Require.between(years, -MAX_YEARS, MAX_YEARS, "Years");
        return Operand.steps(years, GIVEN_STEPS);
    }

    private static Map<String, Operand> numbered(List<Operand> rates) {
        if (rates.size() > MAX_RATES) {
            throw new IllegalArgumentException("Rates must be at most " + MAX_RATES + ": " + rates.size());
        }
        Map<String, Operand> numbered = new LinkedHashMap<>();
        for (Operand rate : rates) {
            requireRate(rate);
            numbered.put("rate" + (numbered.size() + 1), rate);
        }
        return numbered;
    }

    private static Unit unitOf(Operand operand) {
        return operand.value().unit();
    }

    private static String shown(Operand operand) {
        BoundedQuantity value = operand.value();
        return value.bounds()
                .singleValue()
                .map(number -> number.toPlainString() + " " + value.unit())
                .orElse(value.toString());
    }

    private static void requirePositive(Operand size, String what) {
        if (size.value().bounds().intersection(Bounds.positive()).isEmpty()) {
            throw new IllegalArgumentException(what + " must be positive: " + shown(size));
        }
    }

    private static void requireRate(Operand rate) {
        unitOf(rate).requireKind(Unit.Kind.GROWTH_RATE, "Rate");
        if (rate.value()
                .bounds()
                .intersection(Bounds.atLeast(BigDecimal.ONE.negate()))
                .isEmpty()) {
            throw new IllegalArgumentException("Rate must be -1 or more: " + shown(rate));
        }
    }

    private static void requireYears(Operand years) {
        unitOf(years).requireKind(Unit.Kind.YEARS, "Steps");
        Bounds admitted = Bounds.closed(BigDecimal.valueOf(-MAX_YEARS), BigDecimal.valueOf(MAX_YEARS));
        if (years.value().bounds().isEmpty() || !admitted.encloses(years.value().bounds())) {
            throw new IllegalArgumentException(
                    "Years must be " + -MAX_YEARS + " to " + MAX_YEARS + ": " + shown(years));
        }
    }

    private static void requireNotTotalLoss(GrowthRate rate) {
        if (rate.value().compareTo(BigDecimal.ONE.negate()) == 0) {
            throw new IllegalArgumentException("Rate must be above -1: " + rate);
        }
    }

    private static void requireNotZero(GrowthRate rate) {
        if (rate.value().signum() == 0) {
            throw new IllegalArgumentException("Rate must not be 0: " + rate);
        }
    }

    @SuppressWarnings("unchecked") // the class of a quantity is the class of its kind
    private static <Q extends Quantity> Class<Q> typeOf(Q quantity) {
        return (Class<Q>) quantity.getClass();
    }

    /** The point of a result on exact operands; there is none if the formula is not defined for them. */
    private static <Q extends Quantity> Derived<Q> point(
            Derived<BoundedQuantity> derived, Class<Q> type, Supplier<String> rule) {
        return Derived.pointOf(derived.derivation(), type).orElseThrow(() -> new IllegalArgumentException(rule.get()));
    }
}
