package dev.saidao.policy.target;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.OrderedMap;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Years;
import dev.saidao.policy.internal.Bisection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether an indicator is on the way to its target, by published {@linkplain ProgressScheme schemes}.
 *
 * <p>Values may have bounds; the answer is then every status that is possible. No possible one is ever missing; where the base
 * value has bounds there may be one more than can be, since it occurs more than once in a formula. Numbers that are known
 * exactly are compared exactly with the thresholds (those that agree to 200 digits are taken as equal, which belongs to the
 * better status).
 *
 * <p>What the schemes have no answer for is {@link ProgressStatus#NOT_ASSESSABLE}, with the reason: no value of a base year,
 * fewer than two years, values of opposite sign, growth from 0 (which Statistics Canada takes as growth from 0.001), and by
 * Eurostat a target of 0, to which no compound rate leads.
 *
 * @since 0.1
 */
public final class ProgressCalculator {

    private static final ProgressCalculator DEFAULTS = new ProgressCalculator();

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();
    private static final MathContext SHOWN = new MathContext(34, RoundingMode.HALF_EVEN);

    private ProgressCalculator() {}

    /** {@return a calculator} */
    public static ProgressCalculator withDefaults() {
        return DEFAULTS;
    }

    // ---- status ----

    /**
     * Assesses the progress of an indicator.
     *
     * @param target the target with its baseline
     * @param current the latest value, of the same unit
     * @param scheme the scheme
     * @return the possible statuses, with what they follow from
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public ProgressAssessment assess(Target target, Observation current, ProgressScheme scheme) {
        return assess(target, current, scheme.published());
    }

    /**
     * Assesses the progress of an indicator by thresholds that may be one's own.
     *
     * @param target the target with its baseline
     * @param current the latest value, of the same unit
     * @param thresholds the thresholds, with the scheme whose measure is held against them
     * @return the possible statuses, with what they follow from
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public ProgressAssessment assess(Target target, Observation current, ProgressThresholds thresholds) {
        return new Assessment(target, current, thresholds).assess();
    }

    /**
     * Assesses the progress of an indicator that is to lie in a range: within it the target is achieved; outside of it the
     * indicator is on the way to the nearest end. If it may be on both sides of an end, the statuses of all are possible.
     *
     * <p>Example: 45 to 55 by 2030, from 70 in 2020; 60 in 2025 is judged as a decrease from 70 to 55.
     *
     * @param range the range with the baseline
     * @param current the latest value, of the same unit
     * @param thresholds the thresholds
     * @return the possible statuses; the rates and the measure are those of the nearest end
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public ProgressAssessment assess(TargetRange range, Observation current, ProgressThresholds thresholds) {
        return new RangeAssessment(range, current, thresholds).assess();
    }

    // ---- groups ----

    /**
     * Judges a group by its members: an indicator by its series, a goal by its indicators, a framework by its goals. Members that
     * are not assessable do not count; all others count the same. The order of the members does not matter.
     *
     * <ul>
     *   <li>Statistics Canada: by the mean of the scores. From 2.5 on the group is on track, from 0 on acceleration is needed, from
     *       -2.5 on progress is limited, below that it is deterioration
     *   <li>all others (an addition of this library): by the mean of the steps, which are 1 for the worst status of the scheme, 2
     *       for the next, and so on; the group has the status of the nearest step, the better one halfway between two
     *   <li>the target is achieved only if every member that counts achieves it; one that was missed counts as the worst, but
     *       for a member with a score of Statistics Canada
     * </ul>
     *
     * @param members what to judge by, 1 or more, all by the same thresholds
     * @return the possible statuses, the mean score, and how many members have each status; {@link
     *     ProgressStatus#NOT_ASSESSABLE} if no member is assessable
     * @throws IllegalArgumentException if there is no member, or the thresholds differ
     */
    public ProgressSummary summarize(List<? extends ProgressMember> members) {
        return new Summary(members).summarize();
    }

    // ---- milestones ----

    /**
     * Computes the value on the way through the milestones in a year: the straight line from the baseline to the first
     * milestone, from there to the next, and so to the target.
     *
     * <p>Example: from 50 in 2025 to 150 in 2030 and 300 in 2035 it is 90 in 2027 and 210 in 2032.
     *
     * @param target a target with a baseline and a value
     * @param year from the year of the baseline to that of the target
     * @return the value, with its derivation
     * @throws IllegalArgumentException if the target has no baseline or no value, or the year lies outside
     */
    public Derived<BoundedQuantity> pathValue(Target target, int year) {
        Observation start = target.baseline()
                .orElseThrow(() -> new IllegalArgumentException("Target must have a baseline: " + target.id()));
        Require.that(!target.value().isEmpty(), "Target must have a value: %s", target.id());
        for (Observation end : target.path()) {
            if (year >= start.year() && year <= end.year()) {
                return between(start, end, year);
            }
            start = end;
        }
        throw new IllegalArgumentException("Year must be "
                + target.baseline().orElseThrow().year() + " to "
                + target.year().orElseThrow() + ": " + year);
    }

    private static Derived<BoundedQuantity> between(Observation start, Observation end, int year) {
        BigDecimal passed = BigDecimal.valueOf((long) year - start.year());
        BigDecimal span = BigDecimal.valueOf((long) end.year() - start.year());
        return Evaluator.withDefaults()
                .evaluate(
                        ProgressFormula.PATH_VALUE.formula(),
                        start.value().value().unit(),
                        OrderedMap.of(
                                "start",
                                start.value(),
                                "end",
                                end.value(),
                                "passed",
                                Operand.of(Years.of(passed)),
                                "span",
                                Operand.of(Years.of(span))),
                        // the weights are exact, so that each end occurs once
                        (arithmetic, x) -> {
                            BoundsArithmetic finer = arithmetic.finer();
                            Bounds before = finer.times(x.bounds("start"), Bounds.exactly(span.subtract(passed)));
                            Bounds after = finer.times(x.bounds("end"), x.bounds("passed"));
                            return arithmetic.dividedBy(finer.plus(before, after), x.bounds("span"));
                        });
    }

    /**
     * Computes how far an observation is from the path through the milestones: {@code deviation = observed - path}.
     *
     * @param target a target with a baseline and a value
     * @param observed an observation from the year of the baseline to that of the target
     * @return the deviation, positive if there is more than on the path, whichever way is wanted
     * @throws IllegalArgumentException if the target has no baseline or no value, or the year lies outside
     */
    public Derived<BoundedQuantity> deviation(Target target, Observation observed) {
        Derived<BoundedQuantity> path = pathValue(target, observed.year());
        return Evaluator.withDefaults()
                .evaluate(
                        ProgressFormula.DEVIATION.formula(),
                        path.value().unit(),
                        OrderedMap.of("observed", observed.value(), "path", Operand.of(path)),
                        (arithmetic, x) -> arithmetic.minus(x.bounds("observed"), x.bounds("path")));
    }

    /**
     * Says which milestones were met.
     *
     * @param target a target with milestones
     * @param values the values of its years, in any order
     * @return one result for each milestone, in the order of the years; those after the last value are ahead
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public List<MilestoneResult> milestones(Target target, List<Observation> values) {
        int last = values.stream().mapToInt(Observation::year).max().orElse(Integer.MIN_VALUE);
        List<MilestoneResult> results = new ArrayList<>();
        for (Observation milestone : target.milestones()) {
            Optional<Observation> observed = values.stream()
                    .filter(value -> value.year() == milestone.year())
                    .findFirst();
            MilestoneResult.Outcome without =
                    milestone.year() > last ? MilestoneResult.Outcome.AHEAD : MilestoneResult.Outcome.NO_VALUE;
            results.add(new MilestoneResult(
                    milestone,
                    observed,
                    observed.map(value -> outcome(target, milestone.value(), value.value()))
                            .orElse(without)));
        }
        return List.copyOf(results);
    }

    private static MilestoneResult.Outcome outcome(Target target, Operand milestone, Operand observed) {
        milestone.value().unit().requireSame(observed.value().unit());
        boolean more = target.direction() == Direction.INCREASE;
        Bounds ahead = ARITHMETIC.minus(
                more ? observed.value().bounds() : milestone.value().bounds(),
                more ? milestone.value().bounds() : observed.value().bounds());
        Bounds enough = target.bound() == TargetBound.INCLUDED ? Bounds.notNegative() : Bounds.positive();
        if (enough.encloses(ahead)) {
            return MilestoneResult.Outcome.MET;
        }
        return ahead.isDisjointFrom(enough) ? MilestoneResult.Outcome.MISSED : MilestoneResult.Outcome.UNDECIDED;
    }

    /**
     * Computes the year in which a target is reached if growth goes on at the observed rate, whether in time or not.
     *
     * @param target a target with a baseline and a value
     * @param current the latest value, exact and positive like those of the target
     * @return the first year in which the value meets the target; never, with the latest value, if growth does not lead there; or,
     *     if it takes more than some thousand years, the last year looked at, with the value then
     * @throws IllegalArgumentException if the target has no baseline or no value, a value is not known exactly or not positive,
     *     or the latest year is not later than that of the baseline
     */
    public Arrival yearReached(Target target, Observation current) {
        Observation baseline = target.baseline()
                .orElseThrow(() -> new IllegalArgumentException("Target must have a baseline: " + target.id()));
        BigDecimal goal = exact(
                target.value()
                        .orElseThrow(() -> new IllegalArgumentException("Target must have a value: " + target.id())),
                "Target value");
        BigDecimal base = exact(baseline.value(), "Base value");
        BigDecimal latest = exact(current.value(), "Latest value");
        int years = current.year() - baseline.year();
        Require.that(
                years >= 1,
                "Latest year must be later than that of the baseline: %s after %s",
                current.year(),
                baseline.year());
        Bounds meeting = target.bound().meeting(goal, target.direction());
        if (meeting.contains(latest)) {
            return Arrival.in(current.year());
        }
        boolean towards = (latest.compareTo(base) > 0) == (target.direction() == Direction.INCREASE)
                && latest.compareTo(base) != 0;
        if (!towards) {
            return Arrival.never(latest);
        }
        int low = 0;
        int high = 1;
        while (!meeting.encloses(after(latest, base, years, high))) {
            low = high;
            high *= 2;
            if (high > GrowthCalculator.MAX_YEARS) {
                return Arrival.notUntil(
                        current.year() + low,
                        after(latest, base, years, low)
                                .midpoint()
                                .orElse(latest)
                                .round(SHOWN));
            }
        }
        long first = Bisection.firstTrue(low, high, later -> meeting.encloses(after(latest, base, years, (int) later)));
        return Arrival.in(current.year() + (int) first);
    }

    private static BigDecimal exact(Operand operand, String what) {
        BigDecimal value = operand.value()
                .bounds()
                .singleValue()
                .orElseThrow(() -> new IllegalArgumentException(what + " must be exact: " + operand.value()));
        Require.that(value.signum() > 0, "%s must be positive: %s", what, operand.value());
        return value;
    }

    /** The value so many years later: latest × (latest / base)^(more / years). */
    private static Bounds after(BigDecimal latest, BigDecimal base, int years, int more) {
        BoundsArithmetic fine = ARITHMETIC.withDigits(100);
        Bounds factor = fine.root(fine.dividedBy(Bounds.exactly(latest), Bounds.exactly(base)), years);
        return fine.times(Bounds.exactly(latest), fine.power(factor, more));
    }
}
