package dev.saidao.policy.target;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.OrderedMap;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.GrowthEquation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The rates of an assessment, and what a scheme holds against its thresholds. */
final class ProgressMeasures {

    private static final BigDecimal REPLACEMENT_OF_ZERO = new BigDecimal("0.001");
    private static final BigDecimal LIMIT_EXPONENT = new BigDecimal("4.44");
    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);
    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    private static final Bounds TWO = Bounds.exactly(BigDecimal.valueOf(2));
    private static final Bounds NEGATIVE = Bounds.lessThan(BigDecimal.ZERO);
    private static final Bounds NOT_NEGATIVE = Bounds.atLeast(BigDecimal.ZERO);
    private static final Bounds NOT_POSITIVE = Bounds.atMost(BigDecimal.ZERO);
    private static final Bounds POSITIVE = Bounds.greaterThan(BigDecimal.ZERO);
    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();

    private final Target target;
    private final Observation current;
    private final ProgressScheme scheme;

    ProgressMeasures(Target target, Observation current, ProgressScheme scheme) {
        this.target = target;
        this.current = current;
        this.scheme = scheme;
    }

    private static Bounds bounds(Operand operand) {
        return operand.value().bounds();
    }

    /** The value as a scheme computes with it: 0 is 0.001 for Statistics Canada. */
    Operand replaced(Operand operand) {
        return scheme == ProgressScheme.STATISTICS_CANADA && bounds(operand).equals(ZERO)
                ? Operand.of(BoundedQuantity.of(
                        operand.value().unit(), Bounds.exactly(REPLACEMENT_OF_ZERO), REPLACEMENT_OF_ZERO))
                : operand;
    }

    /** The value of the base year as the scheme computes with it. */
    Operand base() {
        return replaced(target.baseline().orElseThrow().value());
    }

    // ---- rates ----

    Derived<BoundedQuantity> observed(Operand latest, int digits) {
        return rate(
                ProgressFormula.OBSERVED_RATE,
                "base",
                base(),
                "current",
                latest,
                target.baseline().orElseThrow().year(),
                current.year(),
                digits);
    }

    Optional<Derived<BoundedQuantity>> required(Operand goal, int digits) {
        return areOfOneSign(base(), goal) && !bounds(goal).equals(ZERO)
                ? Optional.of(rate(
                        ProgressFormula.REQUIRED_RATE_FROM_BASE,
                        "base",
                        base(),
                        "target",
                        goal,
                        target.baseline().orElseThrow().year(),
                        target.year().orElseThrow(),
                        digits))
                : Optional.empty();
    }

    /** The rate required from the latest value on; absent where no compound rate leads to the target in the years left. */
    Optional<Derived<BoundedQuantity>> requiredFromNow(Operand goal, int digits) {
        int left = target.year().orElseThrow() - current.year();
        boolean possible = left >= 1
                && left <= GrowthCalculator.MAX_YEARS
                && areOfOneSign(current.value(), goal)
                && !bounds(goal).equals(ZERO);
        return possible
                ? Optional.of(rate(
                        ProgressFormula.REQUIRED_RATE_FROM_NOW,
                        "current",
                        current.value(),
                        "target",
                        goal,
                        current.year(),
                        target.year().orElseThrow(),
                        digits))
                : Optional.empty();
    }

    private static boolean areOfOneSign(Operand from, Operand to) {
        return (POSITIVE.encloses(bounds(from)) && NOT_NEGATIVE.encloses(bounds(to)))
                || (NEGATIVE.encloses(bounds(from)) && NOT_POSITIVE.encloses(bounds(to)));
    }

    private static Derived<BoundedQuantity> rate(
            ProgressFormula formula,
            String fromName,
            Operand from,
            String toName,
            Operand to,
            int firstYear,
            int lastYear,
            int digits) {
        int years = PeriodConvention.FROM_FIRST_YEAR.steps(firstYear, lastYear);
        return Evaluator.withDefaults()
                .withDigits(digits)
                .evaluate(
                        formula.formula(),
                        Unit.GROWTH_RATE,
                        OrderedMap.of(
                                fromName,
                                from,
                                toName,
                                to,
                                "years",
                                Operand.steps(years, PeriodConvention.FROM_FIRST_YEAR.convention())),
                        (arithmetic, x) -> GrowthEquation.COMPOUND.solve(
                                GrowthEquation.RATE,
                                sizes(x.value(fromName), x.value(toName), arithmetic)
                                        .and(GrowthEquation.YEARS, x.value("years")),
                                arithmetic));
    }

    /** Base and end as sizes, which negative numbers are without their sign. */
    private static Terms sizes(BoundedQuantity base, BoundedQuantity end, BoundsArithmetic arithmetic) {
        return Terms.of(
                OrderedMap.of(GrowthEquation.BASE, size(base, arithmetic), GrowthEquation.END, size(end, arithmetic)));
    }

    private static BoundedQuantity size(BoundedQuantity value, BoundsArithmetic arithmetic) {
        return BoundedQuantity.of(value.unit(), absolute(value.bounds(), arithmetic));
    }

    // ---- the measure ----

    Optional<Derived<BoundedQuantity>> measure(Optional<Operand> goal, Operand latest, int digits) {
        if (goal.isEmpty()) {
            return Optional.of(directed(latest, digits));
        }
        if (scheme == ProgressScheme.UN_PROGRESS_CHART) {
            return shareOfGap(goal.get(), latest, digits);
        }
        Derived<BoundedQuantity> observed = observed(latest, digits);
        Derived<BoundedQuantity> required = required(goal.get(), digits).orElseThrow();
        if (required.value().bounds().equals(ZERO)) {
            return Optional.empty();
        }
        int direction = direction();
        return Optional.of(Evaluator.withDefaults()
                .withDigits(digits)
                .evaluate(
                        ProgressFormula.RATIO.formula(),
                        Unit.SHARE,
                        OrderedMap.of("observed", Operand.of(observed), "required", Operand.of(required)),
                        (arithmetic, x) -> {
                            Bounds wanted =
                                    direction > 0 ? x.bounds("observed") : arithmetic.negated(x.bounds("observed"));
                            return arithmetic.dividedBy(wanted, absolute(x.bounds("required"), arithmetic));
                        }));
    }

    /** 1 if the size of the values is to grow, -1 if it is to shrink: negative values that increase shrink in size. */
    int direction() {
        return NEGATIVE.encloses(bounds(base()))
                ? -target.direction().sign()
                : target.direction().sign();
    }

    static Bounds absolute(Bounds x, BoundsArithmetic arithmetic) {
        return x.intersection(NOT_NEGATIVE).hull(arithmetic.negated(x.intersection(NOT_POSITIVE)));
    }

    private Derived<BoundedQuantity> directed(Operand latest, int digits) {
        int direction = direction();
        return Evaluator.withDefaults()
                .withDigits(digits)
                .evaluate(
                        ProgressFormula.DIRECTED_RATE.formula(),
                        Unit.SHARE,
                        Map.of("observed", Operand.of(observed(latest, digits))),
                        (arithmetic, x) ->
                                direction > 0 ? x.bounds("observed") : arithmetic.negated(x.bounds("observed")));
    }

    private Optional<Derived<BoundedQuantity>> shareOfGap(Operand goal, Operand latest, int digits) {
        Bounds distance = ARITHMETIC.minus(bounds(goal), bounds(base()));
        Bounds ahead = target.direction() == Direction.INCREASE ? POSITIVE : NEGATIVE;
        if (distance.intersection(ahead).isEmpty()) {
            return Optional.empty();
        }
        int left = target.year().orElseThrow() - current.year();
        Derived<BoundedQuantity> expected = Evaluator.withDefaults()
                .withDigits(digits)
                .evaluate(
                        ProgressFormula.EXPECTED_VALUE.formula(),
                        latest.value().unit(),
                        OrderedMap.of(
                                "current",
                                latest,
                                "observed",
                                Operand.of(observed(latest, digits)),
                                "years",
                                Operand.of(Years.of(left))),
                        (arithmetic, x) -> arithmetic.times(
                                x.bounds("current"),
                                GrowthEquation.COMPOUND.factor(
                                        x.and(GrowthEquation.RATE, x.value("observed")), arithmetic.finer())));
        return Optional.of(Evaluator.withDefaults()
                .withDigits(digits)
                .evaluate(
                        ProgressFormula.SHARE_OF_GAP.formula(),
                        Unit.SHARE,
                        OrderedMap.of("expected", Operand.of(expected), "base", base(), "target", goal),
                        (arithmetic, x) -> {
                            BoundsArithmetic finer = arithmetic.finer();
                            return arithmetic.dividedBy(
                                    finer.minus(x.bounds("expected"), x.bounds("base")),
                                    finer.minus(x.bounds("target"), x.bounds("base"))
                                            .intersection(ahead));
                        }));
    }

    // ---- natural limits ----

    Derived<BoundedQuantity> coefficient(BigDecimal limit, boolean fromBelow, int digits) {
        Bounds at = Bounds.exactly(limit);
        return Evaluator.withDefaults()
                .withDigits(digits)
                .evaluate(
                        ProgressFormula.LIMIT_COEFFICIENT.formula(),
                        Unit.SHARE,
                        OrderedMap.of(
                                "base",
                                base(),
                                "limit",
                                Operand.of(base().value().unit().quantity(limit))),
                        (arithmetic, x) -> {
                            BoundsArithmetic finer = arithmetic.finer();
                            Bounds size = absolute(x.bounds("base"), finer);
                            if (limit.signum() == 0) {
                                return ONE;
                            }
                            Bounds near = fromBelow
                                    ? finer.dividedBy(size, at)
                                    : finer.dividedBy(finer.minus(finer.times(TWO, at), size), at);
                            Bounds power = finer.power(near.intersection(NOT_NEGATIVE), LIMIT_EXPONENT);
                            Bounds c = arithmetic.minus(ONE, power);
                            // from twice the limit on there is nothing to take off
                            return near.intersection(NEGATIVE).isEmpty() ? c : c.hull(ONE);
                        });
    }
}
