package dev.saidao.policy.talent;

import dev.saidao.policy.target.Arrival;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the year in which a target is reached. */
final class ArrivalSearch {

    static final int MOST_STEPS = 200_000;
    // so that the ceiling has its first digits right
    private static final BigDecimal NEAR = new BigDecimal("1e-9");
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);
    // stocks are rounded to thirty places each year, so that they may come a little above what they tend to
    private static final int PLACES = 24;

    private final TalentPlan plan;
    private final String tier;
    private final BigDecimal target;
    private final Projection projection;
    private final int years;
    private final int period;
    private final boolean isLinear;
    private final List<BigDecimal> closings = new ArrayList<>();
    private BigDecimal highest = BigDecimal.ZERO;
    private Optional<BigDecimal> ceiling = Optional.empty();

    ArrivalSearch(TalentPlan plan, String tier, BigDecimal target) {
        this.plan = plan;
        this.tier = tier;
        this.target = target;
        this.projection = Projection.withoutRows(plan);
        this.years = Math.max(TalentPlan.MAX_YEARS, MOST_STEPS / plan.tiers().size());
        this.period = plan.tiers().stream()
                .flatMap(t -> t.cadence().stream())
                .mapToInt(SelectionCadence::everyYears)
                .reduce(1, ArrivalSearch::leastCommonMultiple);
        this.isLinear = plan.counting() == Counting.EXPECTATION
                && plan.tiers().stream()
                        .flatMap(t -> t.cadence().stream())
                        .allMatch(cadence -> cadence.fedFrom().isEmpty());
    }

    Arrival run() {
        // up to here years may differ from each other
        int regularFrom = plan.tiers().stream()
                .flatMap(t -> Stream.concat(
                        t.yearsNamed().values().stream().flatMap(Set::stream).map(year -> year + 1),
                        t.cadence().map(SelectionCadence::firstYear).stream()))
                .reduce(plan.firstYear(), Math::max);
        @Nullable Map<String, BigDecimal> before = null;
        Map<String, BigDecimal> growthBefore = Map.of();
        for (int year = plan.firstYear(); year < plan.firstYear() + years; year++) {
            Map<String, BigDecimal> stocks = projection.step();
            BigDecimal closing = Objects.requireNonNull(stocks.get(tier));
            if (closing.compareTo(target) >= 0) {
                return Arrival.in(year);
            }
            closings.add(closing);
            highest = highest.max(closing);
            if (!isLinear && year == plan.firstYear() + TalentPlan.MAX_YEARS - 1) {
                Optional<BigDecimal> limit = limit();
                if (limit.isPresent()) {
                    return Arrival.never(limit.get());
                }
            }
            if (year < regularFrom || (year - regularFrom) % period != 0) {
                continue;
            }
            Map<String, BigDecimal> state = projection.state();
            if (state.equals(before)) {
                return Arrival.never(highest);
            }
            if (isLinear && before != null) {
                Map<String, BigDecimal> growth = difference(state, before);
                if (growth.values().stream().allMatch(of -> of.signum() <= 0)) {
                    return Arrival.never(highest);
                }
                if (isNever(growth, growthBefore)) {
                    return Arrival.never(ceiling.orElseThrow());
                }
                growthBefore = growth;
            }
            before = state;
        }
        return ceiling.map(Arrival::never).orElseGet(() -> Arrival.notUntil(plan.firstYear() + years - 1, highest));
    }

    /**
     * A stock that is not passed, below the target, by a plan in expected numbers that has no fewer people in any year; absent if
     * there is none. Nobody retires there, and nobody is taken for a selection. Of whole people fewer than one in a year stay for
     * each way out, and fewer than one more go to another tier for each way out of theirs, than shares of them say.
     */
    private Optional<BigDecimal> limit() {
        Map<String, BigDecimal> more = more();
        TalentPlan larger = TalentPlan.builder()
                .from(plan)
                .counting(Counting.EXPECTATION)
                .tiers(plan.tiers().stream()
                        .map(one -> larger(one, Objects.requireNonNull(more.get(one.id()))))
                        .toList())
                .build();
        // those who are more come before anyone leaves, if people come first
        BigDecimal beside =
                plan.order() == EventOrder.INTAKE_FIRST ? Objects.requireNonNull(more.get(tier)) : BigDecimal.ZERO;
        Arrival arrival = new ArrivalSearch(larger, tier, target.subtract(beside)).run();
        return arrival.isNever() ? arrival.ceiling().map(beside::add) : Optional.empty();
    }

    /** By how many people a year each tier may be above what shares of people say. */
    private Map<String, BigDecimal> more() {
        Map<String, BigDecimal> more = new HashMap<>();
        for (TierPlan one : plan.tiers()) {
            long ways = plan.counting() == Counting.WHOLE_PERSONS ? one.ways() : 0;
            more.merge(one.id(), BigDecimal.valueOf(ways), BigDecimal::add);
            one.leadsTo().forEach(to -> more.merge(to, BigDecimal.valueOf(ways), BigDecimal::add));
        }
        return more;
    }

    private static TierPlan larger(TierPlan one, BigDecimal more) {
        Map<Integer, BigDecimal> byYear = new TreeMap<>(one.intakeByYear());
        byYear.replaceAll((year, intake) -> intake.add(more));
        return TierPlan.builder()
                .from(one)
                .ages(Optional.empty())
                .intake(one.intake().add(more))
                .intakeByYear(byYear)
                .cadence(one.cadence()
                        .map(now -> SelectionCadence.of(now.size(), now.everyYears(), now.firstYear())
                                .withSizes(now.sizeByYear())))
                .build();
    }

    /** Whether the growths shrink so fast that the target is out of reach; the ceiling is known then, and near. */
    private boolean isNever(Map<String, BigDecimal> growth, Map<String, BigDecimal> growthBefore) {
        Optional<BigDecimal> factor = factor(growth, growthBefore);
        if (factor.isEmpty()) {
            return false;
        }
        BigDecimal times = factor.get().divide(BigDecimal.ONE.subtract(factor.get()), UP);
        BigDecimal limit = highest;
        // within a period the stock may be higher than at its ends, and grow more
        for (int i = closings.size() - period; i < closings.size(); i++) {
            BigDecimal grown = closings.get(i).subtract(closings.get(i - period));
            limit = limit.max(closings.get(i).add(grown.max(BigDecimal.ZERO).multiply(times)));
        }
        limit = limit.setScale(PLACES, RoundingMode.CEILING);
        if (limit.compareTo(target) >= 0) {
            return false;
        }
        BigDecimal least = ceiling.map(limit::min).orElse(limit);
        ceiling = Optional.of(least);
        return least.subtract(highest).compareTo(least.multiply(NEAR)) <= 0;
    }

    /** How much of the growth before is left at most; absent unless it is less than all. */
    private static Optional<BigDecimal> factor(Map<String, BigDecimal> growth, Map<String, BigDecimal> growthBefore) {
        BigDecimal most = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> of : growth.entrySet()) {
            BigDecimal before = growthBefore.getOrDefault(of.getKey(), BigDecimal.ZERO);
            if (before.signum() < 0 || (before.signum() == 0 && of.getValue().signum() > 0)) {
                return Optional.empty();
            }
            if (before.signum() > 0) {
                most = most.max(of.getValue().divide(before, UP));
            }
        }
        return Optional.of(most).filter(factor -> !growthBefore.isEmpty() && factor.compareTo(BigDecimal.ONE) < 0);
    }

    private static int leastCommonMultiple(int a, int b) {
        long common = BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
        return (int) Math.min(MOST_STEPS, (long) a / common * b);
    }

    private static Map<String, BigDecimal> difference(Map<String, BigDecimal> a, Map<String, BigDecimal> b) {
        Map<String, BigDecimal> difference = new HashMap<>();
        a.forEach((tier, stock) -> difference.put(tier, stock.subtract(b.getOrDefault(tier, BigDecimal.ZERO))));
        return difference;
    }
}
