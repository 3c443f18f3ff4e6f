package dev.saidao.policy.target;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DisplayFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One assessment of progress: whether the target is met, what has no answer, the measure, its thresholds, the reason. */
final class Assessment {

    private static final int MOST_DIGITS = 200;
    private static final BigDecimal POINT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);
    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    private static final Bounds NEGATIVE = Bounds.lessThan(BigDecimal.ZERO);
    private static final Bounds NOT_NEGATIVE = Bounds.atLeast(BigDecimal.ZERO);
    private static final Bounds NOT_POSITIVE = Bounds.atMost(BigDecimal.ZERO);
    private static final Bounds POSITIVE = Bounds.greaterThan(BigDecimal.ZERO);
    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();

    private final Target target;
    private final Observation current;
    private final ProgressThresholds thresholds;
    private final ProgressScheme scheme;
    private final ProgressMeasures measures;
    private final List<Label> remarks = new ArrayList<>();
    private Optional<Derivation> observedRate = Optional.empty();
    private Optional<Derivation> requiredFromBase = Optional.empty();
    private Optional<Derivation> requiredFromNow = Optional.empty();
    private Optional<Derivation> measured = Optional.empty();
    private Optional<Derivation> limitCoefficient = Optional.empty();
    private Bounds score = Bounds.empty();

    Assessment(Target target, Observation current, ProgressThresholds thresholds) {
        this.target = target;
        this.current = current;
        this.thresholds = thresholds;
        this.scheme = thresholds.scheme();
        this.measures = new ProgressMeasures(target, current, scheme);
        Unit unit = current.value().value().unit();
        target.baseline().ifPresent(base -> base.value().value().unit().requireSame(unit));
        target.value().ifPresent(value -> value.value().unit().requireSame(unit));
    }

    ProgressAssessment assess() {
        Optional<Operand> goal = target.value().map(this::replaced);
        Bounds latest = bounds(current.value());
        Bounds missing = goal.map(value -> missing(bounds(value))).orElse(Bounds.all());
        boolean achievable = goal.isPresent()
                && !latest.intersection(reaching(bounds(goal.orElseThrow()))).isEmpty();
        Set<ProgressStatus> possible = EnumSet.noneOf(ProgressStatus.class);
        if (achievable) {
            possible.add(ProgressStatus.TARGET_ACHIEVED);
        }
        Bounds lacking = latest.intersection(missing);
        Optional<Label> unassessable = unassessable(goal);
        boolean past = target.year().filter(year -> year < current.year()).isPresent();
        if (unassessable.isEmpty()) {
            rates(goal);
        }
        // the UN's measure looks ahead to the target year
        if (unassessable.isEmpty() && !(past && scheme == ProgressScheme.UN_PROGRESS_CHART)) {
            measured = measures.measure(goal, current.value(), digits()).map(Derived::derivation);
        }
        if (!lacking.isEmpty()) {
            if (past) {
                possible.add(ProgressStatus.TARGET_MISSED);
                remarks.add(Label.of(
                        "the target year " + target.year().orElseThrow() + " is past",
                        "目标年份 " + target.year().orElseThrow() + " 已过"));
                if (measured.isPresent()) {
                    // for its score
                    byMeasure(goal, lacking);
                }
            } else if (unassessable.isPresent()) {
                possible.add(ProgressStatus.NOT_ASSESSABLE);
                remarks.add(unassessable.get());
            } else {
                possible.addAll(byMeasure(goal, lacking));
            }
        }
        if (achievable) {
            thresholds.bestScore().map(Bounds::exactly).ifPresent(this::widenScore);
        }
        if (lacking.isEmpty()) {
            remarks.add(Label.of("the latest value meets the target", "最新值已达到目标"));
        }
        if (achievable && isMetAtTheStart(missing)) {
            remarks.add(Label.of(
                    "the value of the base year met it already: if that is a surprise, the direction may be wrong",
                    "基年值已达到目标:若出乎意料,方向可能有误"));
        }
        return ProgressAssessment.builder()
                .scheme(scheme)
                .ownThresholds(Optional.of(thresholds).filter(some -> !some.isPublished()))
                .target(target.id())
                .addAllPossibleStatuses(possible)
                .reason(reason(possible))
                .observedRate(observedRate)
                .requiredRateFromBase(requiredFromBase)
                .requiredRateFromNow(requiredFromNow)
                .measure(measured)
                .limitCoefficient(limitCoefficient)
                .score(Optional.of(score).filter(some -> !some.isEmpty()))
                .build();
    }

    private boolean isMetAtTheStart(Bounds missing) {
        return target.baseline()
                .filter(base -> bounds(base.value()).isDisjointFrom(missing))
                .isPresent();
    }

    private void widenScore(Bounds more) {
        score = score.hull(more);
    }

    private static Bounds bounds(Operand operand) {
        return operand.value().bounds();
    }

    /** Statistics Canada's rule for a target of 0. */
    private Operand replaced(Operand goal) {
        Operand replaced = measures.replaced(goal);
        if (!replaced.equals(goal)) {
            remarks.add(Label.of("target of 0 taken as 0.001", "目标值 0 按 0.001 计"));
        }
        return replaced;
    }

    // ---- whether the target is met ----

    /** The values that meet the easiest target within bounds. */
    private Bounds reaching(Bounds goal) {
        Bounds met = Bounds.empty();
        Optional<BigDecimal> easiest = target.direction() == Direction.INCREASE ? goal.lower() : goal.upper();
        if (goal.isEmpty()) {
            return met;
        }
        return easiest.map(this::almost)
                .map(value -> goal.contains(easiest.get())
                        ? target.bound().meeting(value, target.direction())
                        : TargetBound.EXCLUDED.meeting(value, target.direction()))
                .orElse(Bounds.all());
    }

    /** The values that do not meet the hardest target within bounds. */
    private Bounds missing(Bounds goal) {
        Optional<BigDecimal> hardest = target.direction() == Direction.INCREASE ? goal.upper() : goal.lower();
        TargetBound complement = target.bound() == TargetBound.INCLUDED ? TargetBound.EXCLUDED : TargetBound.INCLUDED;
        return hardest.map(this::almost)
                .map(value -> goal.contains(hardest.get())
                        ? complement.meeting(value, target.direction().reversed())
                        : TargetBound.EXCLUDED.meeting(value, target.direction().reversed()))
                .orElse(Bounds.all());
    }

    /** The UN's rule for targets of 0% and 100%, of which one percentage point may be missing. */
    private BigDecimal almost(BigDecimal goal) {
        if (scheme != ProgressScheme.UN_PROGRESS_CHART) {
            return goal;
        }
        boolean share = current.value().value().unit().kind() == Unit.Kind.SHARE;
        boolean inPercent = target.naturalLimit()
                .filter(limit -> limit.compareTo(goal) == 0)
                .isPresent();
        BigDecimal whole = share ? BigDecimal.ONE : HUNDRED;
        boolean extreme = goal.signum() == 0 || goal.compareTo(whole) == 0;
        if (!extreme || !(share || inPercent)) {
            return goal;
        }
        BigDecimal point = share ? POINT : BigDecimal.ONE;
        return target.direction() == Direction.INCREASE ? goal.subtract(point) : goal.add(point);
    }

    // ---- what has no answer ----

    private Optional<Label> unassessable(Optional<Operand> goal) {
        if (target.baseline().isEmpty()) {
            return Optional.of(Label.of("no value of a base year", "没有基年的数值"));
        }
        int years = current.year() - target.baseline().get().year();
        if (years < 1) {
            return Optional.of(Label.of(
                    "fewer than two years: base year " + target.baseline().get().year() + ", latest year "
                            + current.year(),
                    "不足两年:基年 " + target.baseline().get().year() + ",最新年份 " + current.year()));
        }
        if (years > GrowthCalculator.MAX_YEARS) {
            return Optional.of(Label.of("more years than can be computed", "年数超出可计算范围"));
        }
        Bounds base = bounds(measures.base());
        Bounds latest = bounds(current.value());
        if (base.equals(ZERO)) {
            return Optional.of(Label.of("growth from 0 has no rate", "自零增长没有增长率"));
        }
        boolean positive = POSITIVE.encloses(base) && NOT_NEGATIVE.encloses(latest);
        boolean negative = NEGATIVE.encloses(base) && NOT_POSITIVE.encloses(latest);
        if (!positive && !negative) {
            return Optional.of(
                    base.singleValue().isPresent() && latest.singleValue().isPresent()
                            ? Label.of("base and latest value are of opposite sign", "基年值与最新值符号相反")
                            : Label.of(
                                    "base and latest value may be of opposite sign, or the base 0",
                                    "基年值与最新值符号可能相反,或基年值可能为零"));
        }
        if (goal.isPresent()
                && base.singleValue().isPresent()
                && bounds(goal.get()).equals(base)
                && latest.equals(base)) {
            return Optional.of(Label.of("no growth is required and none observed", "既无所需增长,也无实际增长"));
        }
        if (scheme == ProgressScheme.EUROSTAT
                && goal.isPresent()
                && bounds(goal.get()).equals(ZERO)) {
            return Optional.of(Label.of("no compound rate leads to a target of 0", "没有复合增长率能达到目标值 0"));
        }
        if (scheme != ProgressScheme.UN_PROGRESS_CHART && goal.isPresent()) {
            Bounds value = bounds(goal.get());
            boolean same = positive ? NOT_NEGATIVE.encloses(value) : NOT_POSITIVE.encloses(value);
            if (!same) {
                return Optional.of(Label.of("base and target are, or may be, of opposite sign", "基年值与目标值符号相反(或可能相反)"));
            }
        }
        return Optional.empty();
    }

    // ---- rates ----

    private void rates(Optional<Operand> goal) {
        if (bounds(target.baseline().orElseThrow().value()).equals(ZERO)) {
            remarks.add(Label.of("base of 0 taken as 0.001", "基年值 0 按 0.001 计"));
        }
        observedRate = Optional.of(measures.observed(current.value(), digits()).derivation());
        if (goal.isEmpty()) {
            return;
        }
        requiredFromBase = measures.required(goal.get(), digits()).map(Derived::derivation);
        requiredFromNow = measures.requiredFromNow(goal.get(), digits()).map(Derived::derivation);
    }

    private static int digits() {
        return BoundsArithmetic.DEFAULT_DIGITS;
    }

    // ---- the measure and its thresholds ----

    /** The statuses that the measure allows, given that the latest value is one of those that miss the target. */
    private Set<ProgressStatus> byMeasure(Optional<Operand> goal, Bounds shortOfIt) {
        Operand latest = bounds(current.value()).equals(shortOfIt)
                ? current.value()
                : Operand.of(BoundedQuantity.of(current.value().value().unit(), shortOfIt));
        Set<ProgressStatus> possible = statuses(goal, latest, digits());
        boolean exact = isExact(measures.base())
                && isExact(latest)
                && goal.map(Assessment::isExact).orElse(true);
        if (exact && possible.size() > 1) {
            possible = statuses(goal, latest, MOST_DIGITS);
            if (possible.size() > 1) {
                // equal to a threshold, which belongs to the better status
                possible = EnumSet.of(possible.iterator().next());
            }
        }
        return possible;
    }

    private static boolean isExact(Operand operand) {
        return bounds(operand).singleValue().isPresent();
    }

    private Set<ProgressStatus> statuses(Optional<Operand> goal, Operand latest, int digits) {
        Set<ProgressStatus> possible = EnumSet.noneOf(ProgressStatus.class);
        List<ProgressStatus> all = scheme.statuses(goal.isPresent());
        ProgressStatus worst = all.get(all.size() - 1);
        score = Bounds.empty();
        if (goal.isPresent() && isBehind(bounds(goal.get()))) {
            // the base met the target, or may have, and the latest value does not: it went the wrong way
            possible.add(worst);
            thresholds.worstScore().map(Bounds::exactly).ifPresent(this::widenScore);
        }
        measures.measure(goal, latest, digits).ifPresent(measure -> {
            Bounds value = normalized(goal, measure.value().bounds(), digits);
            Bounds rest = value;
            List<BigDecimal> starts = thresholds.of(goal.isPresent());
            for (int i = 0; i < starts.size(); i++) {
                Bounds from = Bounds.atLeast(starts.get(i));
                if (!rest.intersection(from).isEmpty()) {
                    possible.add(all.get(i));
                }
                rest = rest.intersection(Bounds.lessThan(starts.get(i)));
            }
            if (!rest.isEmpty()) {
                possible.add(worst);
            }
            scores(goal, value, possible);
        });
        return possible;
    }

    /** Whether the target is, or may be, no farther in the wanted direction than the base. */
    private boolean isBehind(Bounds goal) {
        Bounds distance = ARITHMETIC.minus(goal, bounds(measures.base()));
        Bounds wanted = target.direction() == Direction.INCREASE ? distance : ARITHMETIC.negated(distance);
        boolean byRatio = scheme != ProgressScheme.UN_PROGRESS_CHART;
        // a ratio needs no help but where the required rate is 0
        return byRatio
                ? wanted.contains(BigDecimal.ZERO)
                : !wanted.intersection(NOT_POSITIVE).isEmpty();
    }

    // ---- natural limits and scores ----

    /** The measure as held against the thresholds: near a natural limit progress counts for more. */
    private Bounds normalized(Optional<Operand> goal, Bounds measure, int digits) {
        if (scheme != ProgressScheme.STATISTICS_CANADA
                || goal.isPresent()
                || target.naturalLimit().isEmpty()) {
            return measure;
        }
        BigDecimal limit = target.naturalLimit().get().abs();
        Bounds size = ProgressMeasures.absolute(bounds(measures.base()), ARITHMETIC);
        boolean fromBelow = measures.direction() > 0;
        boolean concerned = fromBelow
                ? Bounds.atMost(limit).encloses(size)
                : Bounds.atLeast(limit).encloses(size);
        if (!concerned) {
            remarkOnce(
                    Label.of("the natural limit is not in the wanted direction and is left out", "自然极限不在期望方向上,不予考虑"));
            return measure;
        }
        Derived<BoundedQuantity> coefficient = measures.coefficient(limit, fromBelow, digits);
        limitCoefficient = Optional.of(coefficient.derivation());
        Bounds c = coefficient.value().bounds().intersection(Bounds.closed(BigDecimal.ZERO, BigDecimal.ONE));
        Bounds away = measure.intersection(NEGATIVE);
        Bounds towards = measure.intersection(NOT_NEGATIVE);
        if (towards.isEmpty()) {
            return away;
        }
        // at the limit itself every step that does not lead away is as good as can be
        Bounds counted = c.equals(ZERO)
                ? Bounds.exactly(BigDecimal.ONE)
                : ARITHMETIC.withDigits(digits).dividedBy(towards, c);
        return c.contains(BigDecimal.ZERO) ? away.hull(counted).hull(ONE) : away.hull(counted);
    }

    private void remarkOnce(Label remark) {
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    private void scores(Optional<Operand> goal, Bounds value, Set<ProgressStatus> possible) {
        if (thresholds.hasLinearScores()) {
            ScoreScale scale = goal.isPresent() ? ScoreScale.WITH_TARGET : ScoreScale.WITHOUT_TARGET;
            widenScore(scale.of(value));
        } else if (thresholds.bestScore().isPresent()) {
            possible.forEach(status -> widenScore(Bounds.exactly(thresholds.step(status))));
        }
    }

    // ---- the reason ----

    private Label reason(Set<ProgressStatus> possible) {
        List<Label> parts = new ArrayList<>();
        observedRate.ifPresent(rate -> parts.add(part("observed growth", "实际增长", rate)));
        requiredFromBase.ifPresent(rate -> parts.add(since(target.baseline().orElseThrow(), rate)));
        requiredFromNow.ifPresent(rate -> parts.add(since(current, rate)));
        measured.ifPresent(measure -> parts.add(
                part(measure.formula().name().en(), measure.formula().name().zh(), measure)));
        limitCoefficient.ifPresent(c -> parts.add(part("coefficient C", "系数 C", c)));
        parts.addAll(remarks);
        String en = String.join(
                " or ", possible.stream().map(status -> status.text().en()).toList());
        String zh = String.join(
                "或", possible.stream().map(status -> status.text().zh()).toList());
        return Label.of(
                en + ": " + String.join("; ", parts.stream().map(Label::en).toList()),
                zh + ":" + String.join(";", parts.stream().map(Label::zh).toList()));
    }

    private static Label since(Observation from, Derivation rate) {
        return part("required from " + from.year() + " on", "自 " + from.year() + " 年起所需", rate);
    }

    private static Label part(String en, String zh, Derivation derivation) {
        return Label.of(
                en + " " + DisplayFormat.of(Locale.ENGLISH).format(derivation.result()),
                zh + " " + DisplayFormat.of(Locale.CHINESE).format(derivation.result()));
    }
}
