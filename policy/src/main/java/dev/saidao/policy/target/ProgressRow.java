package dev.saidao.policy.target;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A series of an indicator on the way to a target, as files have it.
 *
 * @param id the id of the indicator
 * @param series the name of the series; empty if the indicator has but one
 * @param groups the groups that the indicator belongs to, the widest first, such as a goal and a target below it
 * @param target the target, with where it starts; absent if there is a range instead
 * @param range the range to lie in, with where it starts
 * @param values the values by year, the latest last; one from the base year on, or none
 * @since 0.1
 */
public record ProgressRow(
        String id,
        String series,
        List<String> groups,
        Optional<Target> target,
        Optional<TargetRange> range,
        List<Observation> values) {

    /**
     * Copies the lists.
     *
     * @param id the id
     * @param series the name of the series
     * @param groups the groups
     * @param target the target
     * @param range the range
     * @param values the values
     * @throws IllegalArgumentException if there are both a target and a range, or neither
     */
    public ProgressRow {
        if (target.isPresent() == range.isPresent()) {
            throw new IllegalArgumentException("Row must have a target or a range: " + id);
        }
        groups = List.copyOf(groups);
        values = values.stream()
                .sorted(Comparator.comparingInt(Observation::year))
                .toList();
    }

    /** {@return the latest value; absent if there is none} */
    public Optional<Observation> latest() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** {@return where it starts; absent if that is not known} */
    public Optional<Observation> baseline() {
        return target.flatMap(Target::baseline).or(() -> range.flatMap(TargetRange::baseline));
    }

    /**
     * Assesses the progress.
     *
     * @param calculator the calculator
     * @param thresholds the thresholds
     * @return what they say of it; absent if there is no latest value
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public Optional<ProgressAssessment> assess(ProgressCalculator calculator, ProgressThresholds thresholds) {
        return latest().map(value -> range.isPresent()
                ? calculator.assess(range.get(), value, thresholds)
                : calculator.assess(target.orElseThrow(), value, thresholds));
    }

    /** {@return the target that the latest value has before it: of a range the nearest end; absent if it lies within or is unknown} */
    public Optional<Target> ahead() {
        if (range.isEmpty()) {
            return target;
        }
        List<Target> facing = latest().map(
                        value -> range.get().facing(value.value().value().bounds()))
                .orElse(List.of());
        return facing.size() == 1 ? Optional.of(facing.get(0)) : Optional.empty();
    }

    /**
     * Computes how far the latest value is from the path through the milestones.
     *
     * @param calculator the calculator
     * @return the deviation; absent if there is no path in that year
     */
    public Optional<Derived<BoundedQuantity>> deviation(ProgressCalculator calculator) {
        return ahead().filter(to -> to.baseline().isPresent() && to.value().isPresent() && latest().isPresent())
                .filter(to -> latest().orElseThrow().year()
                                >= to.baseline().orElseThrow().year()
                        && latest().orElseThrow().year() <= to.year().orElseThrow())
                .map(to -> calculator.deviation(to, latest().orElseThrow()));
    }

    /**
     * Computes the year in which the target is reached if growth goes on as observed.
     *
     * @param calculator the calculator
     * @return the arrival; absent if no rate was observed, or a value is not known exactly or not positive
     */
    public Optional<Arrival> arrival(ProgressCalculator calculator) {
        return ahead().filter(to -> to.baseline().filter(this::isPositive).isPresent()
                        && to.value().filter(ProgressRow::isPositive).isPresent()
                        && latest().filter(this::isPositive).isPresent())
                .filter(to -> latest().orElseThrow().year()
                        > to.baseline().orElseThrow().year())
                .map(to -> calculator.yearReached(to, latest().orElseThrow()));
    }

    private boolean isPositive(Observation observation) {
        return isPositive(observation.value());
    }

    private static boolean isPositive(Operand operand) {
        return operand.value()
                .bounds()
                .singleValue()
                .filter(value -> value.signum() > 0)
                .isPresent();
    }

    /**
     * Says which milestones were met.
     *
     * @param calculator the calculator
     * @return one result for each
     */
    public List<MilestoneResult> milestones(ProgressCalculator calculator) {
        return target.map(to -> calculator.milestones(to, values)).orElse(List.of());
    }
}
