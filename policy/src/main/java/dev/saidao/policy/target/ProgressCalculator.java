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
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

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
        return new Assessment(target, current, scheme).assess();
    }

    // ---- several series ----

    /**
     * Judges an indicator by several series, as Statistics Canada does: by the mean of their scores. From 2.5 on it is on track,
     * from 0 on acceleration is needed, from -2.5 on progress is limited, below that it is deterioration; the target is
     * achieved only if every series achieves it. Series that are not assessable do not count.
     *
     * @param series assessments by {@link ProgressScheme#STATISTICS_CANADA}, 1 or more
     * @return the possible statuses, best first; {@link ProgressStatus#NOT_ASSESSABLE} if no series is assessable
     * @throws IllegalArgumentException if there is no series or one was assessed by another scheme
     */
    public List<ProgressStatus> aggregate(List<ProgressAssessment> series) {
        Require.that(!series.isEmpty(), "Series must be 1 or more: 0");
        Bounds sum = Bounds.exactly(BigDecimal.ZERO);
        int count = 0;
        boolean allCan = true;
        boolean allDo = true;
        for (ProgressAssessment one : series) {
            Require.that(
                    one.scheme() == ProgressScheme.STATISTICS_CANADA,
                    "Scheme must be STATISTICS_CANADA: %s",
                    one.scheme());
            if (one.score().isPresent()) {
                sum = ARITHMETIC.plus(sum, one.score().get());
                count++;
                allCan &= one.possibleStatuses().contains(ProgressStatus.TARGET_ACHIEVED);
                allDo &= one.possibleStatuses().equals(List.of(ProgressStatus.TARGET_ACHIEVED));
            }
        }
        if (count == 0) {
            return List.of(ProgressStatus.NOT_ASSESSABLE);
        }
        if (allDo) {
            return List.of(ProgressStatus.TARGET_ACHIEVED);
        }
        List<ProgressStatus> possible = new ArrayList<>();
        if (allCan) {
            possible.add(ProgressStatus.TARGET_ACHIEVED);
        }
        Bounds mean = ARITHMETIC.dividedBy(sum, Bounds.exactly(BigDecimal.valueOf(count)));
        List<ProgressStatus> all = ProgressScheme.STATISTICS_CANADA.statuses(true);
        Bounds rest = mean;
        for (int i = 0; i < all.size(); i++) {
            Bounds from = i == all.size() - 1
                    ? Bounds.all()
                    : Bounds.atLeast(BigDecimal.valueOf(25L * (1 - i)).movePointLeft(1));
            if (!rest.intersection(from).isEmpty()) {
                possible.add(all.get(i));
            }
            rest = from.lower()
                    .map(low -> Bounds.lessThan(low))
                    .orElse(Bounds.empty())
                    .intersection(rest);
        }
        return List.copyOf(possible);
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
     * Computes the year in which a target is reached if growth goes on at the observed rate, whether in time or not.
     *
     * @param target a target with a baseline and a value
     * @param current the latest value, exact and positive like those of the target
     * @return the first year in which the value meets the target, or never, with the value that it does not pass then
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
                return Arrival.never(after(latest, base, years, low)
                        .midpoint()
                        .orElse(latest)
                        .round(SHOWN));
            }
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (meeting.encloses(after(latest, base, years, middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Arrival.in(current.year() + high);
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
