package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class ProgressCalculatorProperties {

    private static final ProgressCalculator CALCULATOR = ProgressCalculator.withDefaults();

    private static Operand exactly(BigDecimal value) {
        return Operand.of(BoundedQuantity.of(Unit.MULTIPLE, Bounds.exactly(value), value));
    }

    private static Target target(Direction direction, BigDecimal base, Optional<BigDecimal> goal) {
        return ProgressCalculatorTest.target(direction)
                .baseline(Observation.of(2015, exactly(base)))
                .value(goal.map(ProgressCalculatorProperties::exactly))
                .year(goal.map(value -> 2030))
                .build();
    }

    /** What is wanted of the opposites in the opposite direction is as far on the way. */
    @Property(tries = 300)
    void opposites_mirror(
            @ForAll Direction direction,
            @ForAll ProgressScheme scheme,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal base,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal latest,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal goal,
            @ForAll @IntRange(min = 2016, max = 2035) int year) {
        ProgressAssessment one = CALCULATOR.assess(
                target(direction, base, Optional.of(goal)), Observation.of(year, exactly(latest)), scheme);
        ProgressAssessment mirrored = CALCULATOR.assess(
                target(direction.reversed(), base.negate(), Optional.of(goal.negate())),
                Observation.of(year, exactly(latest.negate())),
                scheme);

        assertThat(mirrored.possibleStatuses()).isEqualTo(one.possibleStatuses());
        assertThat(mirrored.score()).isEqualTo(one.score());
    }

    /** Without a target, wanting the other way turns the sign of what is held against the thresholds. */
    @Property(tries = 300)
    void directionFlip_turnsTheMeasureRound(
            @ForAll ProgressScheme scheme,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal base,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal latest,
            @ForAll @IntRange(min = 2016, max = 2035) int year) {
        Observation current = Observation.of(year, exactly(latest));
        ProgressAssessment more =
                CALCULATOR.assess(target(Direction.INCREASE, base, Optional.empty()), current, scheme);
        ProgressAssessment less =
                CALCULATOR.assess(target(Direction.DECREASE, base, Optional.empty()), current, scheme);

        assertThat(point(less)).isEqualByComparingTo(point(more).negate());
        boolean up = point(more).signum() > 0;
        // growth is never worse for who wants more of it than for who wants less
        assertThat(up ? better(more, less) : better(less, more)).isTrue();
    }

    private static BigDecimal point(ProgressAssessment assessment) {
        return assessment.measure().orElseThrow().result().point().orElseThrow();
    }

    private static boolean better(ProgressAssessment one, ProgressAssessment other) {
        return one.status().orElseThrow().compareTo(other.status().orElseThrow()) <= 0;
    }

    /** More of what is wanted is never worse. */
    @Property(tries = 300)
    void more_isNeverWorse(
            @ForAll ProgressScheme scheme,
            @ForAll boolean withGoal,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal base,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal latest,
            @ForAll @BigRange(min = "0", max = "100") @Scale(1) BigDecimal more,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal goal) {
        Target target = target(Direction.INCREASE, base, withGoal ? Optional.of(goal) : Optional.empty());
        ProgressAssessment less = CALCULATOR.assess(target, Observation.of(2022, exactly(latest)), scheme);
        ProgressAssessment greater = CALCULATOR.assess(target, Observation.of(2022, exactly(latest.add(more))), scheme);

        assertThat(better(greater, less)).isTrue();
    }

    /** Bounds never lose the status of a value within them, and a unit multiplier changes nothing. */
    @Property(tries = 300)
    void bounds_holdTheStatusOfEveryValueWithin(
            @ForAll Direction direction,
            @ForAll ProgressScheme scheme,
            @ForAll @BigRange(min = "1", max = "100") @Scale(1) BigDecimal base,
            @ForAll @BigRange(min = "1", max = "100") @Scale(1) BigDecimal latest,
            @ForAll @BigRange(min = "1", max = "100") @Scale(1) BigDecimal goal,
            @ForAll @BigRange(min = "0", max = "0.9") @Scale(1) BigDecimal width) {
        Target exact = target(direction, base, Optional.of(goal));
        ProgressStatus status = CALCULATOR
                .assess(exact, Observation.of(2022, exactly(latest)), scheme)
                .status()
                .orElseThrow();
        Target wide = ProgressCalculatorTest.target(direction)
                .baseline(Observation.of(2015, around(base, width)))
                .value(around(goal, width))
                .year(2030)
                .build();

        assertThat(CALCULATOR
                        .assess(wide, Observation.of(2022, around(latest, width)), scheme)
                        .possibleStatuses())
                .contains(status);

        BigDecimal thousand = BigDecimal.valueOf(1000);
        assertThat(CALCULATOR
                        .assess(
                                target(direction, base.multiply(thousand), Optional.of(goal.multiply(thousand))),
                                Observation.of(2022, exactly(latest.multiply(thousand))),
                                scheme)
                        .status())
                .contains(status);
    }

    private static Operand around(BigDecimal value, BigDecimal width) {
        return Operand.of(BoundedQuantity.of(Unit.MULTIPLE, Bounds.closed(value.subtract(width), value.add(width))));
    }
}
