package dev.saidao.policy.talent;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.OrderedMap;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes what it takes to reach a target stock: intake, the size of rounds, an opening stock.
 *
 * <p>The methods on operands are closed forms for one tier, with bounds and derivations; those on plans solve the whole plan,
 * promotions included. Results are expected numbers and may have fractions, unless a method says that they are whole.
 *
 * @since 0.1
 */
public final class IntakeCalculator {

    private static final int MAX_YEARS = TalentPlan.MAX_YEARS;
    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);
    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    private static final Bounds NOT_NEGATIVE = Bounds.atLeast(BigDecimal.ZERO);
    private static final Bounds SHARES = Bounds.closed(BigDecimal.ZERO, BigDecimal.ONE);
    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();
    private static final IntakeCalculator DEFAULTS = new IntakeCalculator(EventOrder.LOSS_FIRST);

    private final EventOrder order;

    private IntakeCalculator(EventOrder order) {
        this.order = order;
    }

    /** {@return a calculator by {@link EventOrder#LOSS_FIRST}} */
    public static IntakeCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator by another order of events, for the methods on operands; a plan has its own.
     *
     * @param order what comes first in a year
     * @return the calculator
     */
    public IntakeCalculator with(EventOrder order) {
        return new IntakeCalculator(order);
    }

    // ---- one tier, closed forms ----

    /**
     * Computes the intake that, the same every year, leads to a target.
     *
     * <pre>{@code intake = (target - opening × s^years) / (1 + s + … + s^(years - 1)), s = 1 - loss}</pre>
     *
     * <p>0 if losses leave enough of the opening stock. Example: from 500 to 1000 in 10 years at a loss of 5% it takes 87.30 a
     * year.
     *
     * @param opening the opening stock, a count
     * @param target the stock at the end of the last year, of the same unit
     * @param loss the share that leaves in a year, 0 to 1
     * @param years the number of years, 1 to 1000
     * @return the expected intake of each year
     * @throws IllegalArgumentException if a unit is wrong or the years are out of range
     * @throws dev.saidao.core.quantity.UnitMismatchException if opening and target differ in unit
     */
    public Derived<BoundedQuantity> constantIntake(Operand opening, Operand target, Operand loss, int years) {
        requireYears(years);
        List<Integer> losses = new ArrayList<>();
        for (int k = 0; k < years; k++) {
            losses.add(order == EventOrder.LOSS_FIRST ? k : k + 1);
        }
        return required(TalentFormula.CONSTANT_INTAKE, opening, target, loss, years, losses);
    }

    /**
     * Computes the intake that, all in the last year, leads to a target: {@code target - opening × s^years}, and by {@link
     * EventOrder#INTAKE_FIRST} as much more as leave again that same year.
     *
     * @param opening the opening stock, a count
     * @param target the stock at the end of the last year, of the same unit
     * @param loss the share that leaves in a year, 0 to 1
     * @param years the number of years, 1 to 1000
     * @return the expected intake of the last year
     * @throws IllegalArgumentException if a unit is wrong or the years are out of range
     * @throws dev.saidao.core.quantity.UnitMismatchException if opening and target differ in unit
     */
    public Derived<BoundedQuantity> terminalIntake(Operand opening, Operand target, Operand loss, int years) {
        requireYears(years);
        return required(
                TalentFormula.TERMINAL_INTAKE,
                opening,
                target,
                loss,
                years,
                List.of(order == EventOrder.LOSS_FIRST ? 0 : 1));
    }

    /**
     * Computes the size of the rounds of a cadence that leads to a target.
     *
     * @param opening the opening stock of the first year, a count
     * @param target the stock at the end of the last year, of the same unit
     * @param loss the share that leaves in a year, 0 to 1
     * @param cadence when the rounds are; its own size does not matter
     * @param firstYear the first year
     * @param lastYear the last year
     * @return the expected size; empty if there is no round
     * @throws IllegalArgumentException if a unit is wrong or there are not 1 to 1000 years
     * @throws dev.saidao.core.quantity.UnitMismatchException if opening and target differ in unit
     */
    public Derived<BoundedQuantity> roundSize(
            Operand opening, Operand target, Operand loss, SelectionCadence cadence, int firstYear, int lastYear) {
        requireYears(lastYear - firstYear + 1);
        return required(
                TalentFormula.ROUND_SIZE,
                opening,
                target,
                loss,
                lastYear - firstYear + 1,
                losses(cadence, firstYear, lastYear));
    }

    /**
     * Computes the stock to which a cadence leads.
     *
     * <p>Example: 50 every two years from 2025 to 2035, with nothing before and a loss of 1% a year, are 285.47 expected.
     *
     * @param opening the opening stock of the first year, a count
     * @param size the size of a round, of the same unit
     * @param loss the share that leaves in a year, 0 to 1
     * @param cadence when the rounds are; its own size does not matter
     * @param firstYear the first year
     * @param lastYear the last year
     * @return the expected stock at the end of the last year
     * @throws IllegalArgumentException if a unit is wrong or there are not 1 to 1000 years
     * @throws dev.saidao.core.quantity.UnitMismatchException if opening and size differ in unit
     */
    public Derived<BoundedQuantity> expectedStock(
            Operand opening, Operand size, Operand loss, SelectionCadence cadence, int firstYear, int lastYear) {
        int years = lastYear - firstYear + 1;
        requireYears(years);
        List<Integer> losses = losses(cadence, firstYear, lastYear);
        return evaluate(
                TalentFormula.EXPECTED_STOCK,
                OrderedMap.of("opening", opening, "size", size, "loss", loss, "years", years(years)),
                (x, finer) -> finer.plus(
                        finer.times(x.bounds("opening"), finer.power(stays(x, finer), years)),
                        finer.times(x.bounds("size"), sum(x, losses, finer))));
    }

    /**
     * Computes the opening stock that a cadence needs to lead to a target; 0 if it needs none.
     *
     * @param target the stock at the end of the last year, a count
     * @param size the size of a round, of the same unit
     * @param loss the share that leaves in a year, 0 to 1
     * @param cadence when the rounds are; its own size does not matter
     * @param firstYear the first year
     * @param lastYear the last year
     * @return the expected opening stock
     * @throws IllegalArgumentException if a unit is wrong or there are not 1 to 1000 years
     * @throws dev.saidao.core.quantity.UnitMismatchException if target and size differ in unit
     */
    public Derived<BoundedQuantity> openingStock(
            Operand target, Operand size, Operand loss, SelectionCadence cadence, int firstYear, int lastYear) {
        int years = lastYear - firstYear + 1;
        requireYears(years);
        List<Integer> losses = losses(cadence, firstYear, lastYear);
        return evaluate(
                TalentFormula.OPENING_STOCK,
                OrderedMap.of("target", target, "size", size, "loss", loss, "years", years(years)),
                (x, finer) -> notBelowZero(finer.dividedBy(
                        finer.minus(x.bounds("target"), finer.times(x.bounds("size"), sum(x, losses, finer))),
                        finer.power(stays(x, finer), years))));
    }

    private List<Integer> losses(SelectionCadence cadence, int firstYear, int lastYear) {
        return cadence.rounds(firstYear, lastYear).stream()
                .map(round -> lastYear - round + (order == EventOrder.LOSS_FIRST ? 0 : 1))
                .toList();
    }

    private Derived<BoundedQuantity> required(
            TalentFormula formula, Operand opening, Operand target, Operand loss, int years, List<Integer> losses) {
        return evaluate(
                formula,
                OrderedMap.of("opening", opening, "target", target, "loss", loss, "years", years(years)),
                (x, finer) -> notBelowZero(finer.dividedBy(
                        finer.minus(
                                x.bounds("target"),
                                finer.times(x.bounds("opening"), finer.power(stays(x, finer), years))),
                        sum(x, losses, finer))));
    }

    @FunctionalInterface
    private interface Form {
        Bounds of(Terms operands, BoundsArithmetic finer);
    }

    private static Derived<BoundedQuantity> evaluate(TalentFormula formula, Map<String, Operand> operands, Form form) {
        List<Operand> list = List.copyOf(operands.values());
        Unit unit = list.get(0).value().unit();
        unit.requireKind(Unit.Kind.COUNT, "Stock");
        unit.requireSame(list.get(1).value().unit());
        list.get(2).value().unit().requireKind(Unit.Kind.SHARE, "Loss");
        return Evaluator.withDefaults()
                .evaluate(
                        formula.formula(),
                        unit,
                        operands,
                        (arithmetic, x) -> arithmetic.plus(form.of(x, arithmetic.finer()), ZERO));
    }

    private static Bounds notBelowZero(Bounds x) {
        Bounds positive = x.intersection(NOT_NEGATIVE);
        return NOT_NEGATIVE.encloses(x) ? x : positive.hull(ZERO);
    }

    private static Bounds stays(Terms terms, BoundsArithmetic arithmetic) {
        return arithmetic.minus(ONE, terms.bounds("loss").intersection(SHARES));
    }

    private static Bounds sum(Terms terms, List<Integer> losses, BoundsArithmetic arithmetic) {
        Bounds stays = stays(terms, arithmetic);
        Bounds sum = ZERO;
        for (int k : losses) {
            sum = arithmetic.plus(sum, arithmetic.power(stays, k));
        }
        return sum;
    }

    private static Operand years(int years) {
        return Operand.of(Years.of(years));
    }

    private static void requireYears(int years) {
        Require.between(years, 1, MAX_YEARS, "Years");
    }

    // ---- along a straight line ----

    /**
     * A year on a straight line from the opening stock to the target.
     *
     * @param year the number of the year, from 1
     * @param closing the closing stock
     * @param growth the part of the intake by which the stock grows
     * @param replacement the part of the intake that replaces those who leave
     * @since 0.1
     */
    public record PathYear(int year, BigDecimal closing, BigDecimal growth, BigDecimal replacement) {

        /** {@return what comes in all} */
        public BigDecimal intake() {
            return growth.add(replacement);
        }
    }

    /**
     * Computes the intake of each year that leads along a straight line to a target, split into growth and replacement.
     *
     * <p>Example: from 500 to 1000 in 10 years at a loss of 5% it is 50 for growth every year and 25 to 47.5 for replacement:
     * 862.5 in all.
     *
     * @param opening the opening stock
     * @param target the stock at the end of the last year, not lower
     * @param loss the share that leaves in a year, 0 to 1, by {@link EventOrder#LOSS_FIRST}; by {@link EventOrder#INTAKE_FIRST}
     *     below 1
     * @param years the number of years, 1 to 1000
     * @return the years in order; expected numbers, with 34 digits where they do not end
     * @throws IllegalArgumentException if a number is out of range
     */
    public List<PathYear> linearIntake(BigDecimal opening, BigDecimal target, BigDecimal loss, int years) {
        requireYears(years);
        Require.that(
                opening.signum() >= 0 && target.compareTo(opening) >= 0,
                "Target must be at least the opening stock, which must be 0 or more: %s after %s",
                target,
                opening);
        BigDecimal stays = BigDecimal.ONE.subtract(loss);
        Require.that(
                loss.signum() >= 0 && stays.signum() >= 0 && (order != EventOrder.INTAKE_FIRST || stays.signum() != 0),
                "Loss must be 0 to 1, and below 1 if people come first: %s",
                loss);
        BigDecimal step = target.subtract(opening).divide(BigDecimal.valueOf(years), MathContext.DECIMAL128);
        List<PathYear> path = new ArrayList<>();
        BigDecimal before = opening;
        for (int year = 1; year <= years; year++) {
            BigDecimal closing = year == years ? target : opening.add(step.multiply(BigDecimal.valueOf(year)));
            BigDecimal growth = closing.subtract(before);
            // those who leave are a share of the opening stock or, if people come first, of all
            BigDecimal leaving = order == EventOrder.LOSS_FIRST
                    ? before.multiply(loss)
                    : closing.multiply(loss).divide(stays, MathContext.DECIMAL128);
            path.add(new PathYear(year, plain(closing), plain(growth), plain(leaving)));
            before = closing;
        }
        return List.copyOf(path);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    // ---- plans ----

    /**
     * Computes the intake from outside that, the same every year until the target year, makes a tier of a plan reach its target. The
     * intake of years that are settled ({@link TierPlan#committedUntil}) stays as it is.
     *
     * @param plan the plan, counted in expected numbers whatever it says
     * @param tier the id of a tier with a target
     * @return the expected intake of each year; 0 if none is needed; absent if no intake helps
     * @throws IllegalArgumentException if there is no such tier or it has no target
     */
    public Optional<RequiredIntake> requiredIntake(TalentPlan plan, String tier) {
        return IntakeSolver.ofYears(plan, tier).expected();
    }

    /**
     * Computes the smallest intake of whole people that, the same every year, makes a tier of a plan reach its target.
     *
     * @param plan the plan, counted in whole people whatever it says
     * @param tier the id of a tier with a target
     * @return the intake of each year, a whole number; absent if no intake helps
     * @throws IllegalArgumentException if there is no such tier or it has no target; if a number of the plan is not whole
     */
    public Optional<RequiredIntake> requiredWholeIntake(TalentPlan plan, String tier) {
        return IntakeSolver.ofYears(plan, tier).whole();
    }

    /**
     * Computes the size of the rounds of its cadence that makes a tier of a plan reach its target.
     *
     * <p>If the rounds are fed from another tier, it is taken to give enough; see {@link #feed}.
     *
     * @param plan the plan, counted in expected numbers whatever it says
     * @param tier the id of a tier with a target and a cadence
     * @return the expected size; 0 if none is needed; absent if no size helps
     * @throws IllegalArgumentException if there is no such tier, or it has no target or no cadence
     */
    public Optional<RequiredIntake> requiredRoundSize(TalentPlan plan, String tier) {
        return IntakeSolver.ofRounds(plan, tier).expected();
    }

    /**
     * Computes the smallest size of whole people of the rounds of its cadence that makes a tier of a plan reach its target.
     *
     * @param plan the plan, counted in whole people whatever it says
     * @param tier the id of a tier with a target and a cadence
     * @return the size, a whole number; absent if no size helps
     * @throws IllegalArgumentException if there is no such tier, or it has no target or no cadence; if a number of the plan is
     *     not whole
     */
    public Optional<RequiredIntake> requiredWholeRoundSize(TalentPlan plan, String tier) {
        return IntakeSolver.ofRounds(plan, tier).whole();
    }

    // ---- feed from the tier below ----

    /**
     * A round and what the tier below has for it.
     *
     * @param year the year
     * @param needed how many are to be selected
     * @param available how many the tier below has
     * @since 0.1
     */
    public record FeedRound(int year, BigDecimal needed, BigDecimal available) {

        /** {@return whether the tier below has enough} */
        public boolean isSufficient() {
            return available.compareTo(needed) >= 0;
        }

        /** {@return the share of the tier below that is selected; absent if it has nobody} */
        public Optional<BigDecimal> share() {
            return available.signum() == 0
                    ? Optional.empty()
                    : Optional.of(needed.divide(available, MathContext.DECIMAL128));
        }
    }

    /**
     * Checks whether the tier below can feed the rounds of a tier.
     *
     * @param plan the plan
     * @param tier the id of a tier with a cadence that is fed from another
     * @return the rounds of the years of the plan
     * @throws IllegalArgumentException if there is no such tier, or it is not fed
     */
    public List<FeedRound> feed(TalentPlan plan, String tier) {
        SelectionCadence cadence = plan.tier(tier)
                .cadence()
                .orElseThrow(() -> new IllegalArgumentException("Tier must have a cadence: " + tier));
        String below = cadence.fedFrom()
                .orElseThrow(() -> new IllegalArgumentException("Tier must be fed from another: " + tier));
        StockFlow flow = MODEL.project(plan);
        List<FeedRound> rounds = new ArrayList<>();
        for (int year : cadence.rounds(plan.firstYear(), plan.lastYear())) {
            BigDecimal size = cadence.size(year);
            BigDecimal taken = size.subtract(flow.row(tier, year).shortfall());
            StockFlow.Row row = flow.row(below, year);
            // those who were promoted into it this year were not there to be selected
            BigDecimal left = row.closing().subtract(row.promotedIn());
            BigDecimal gone =
                    plan.order() == EventOrder.LOSS_FIRST ? taken : row.lost().add(row.promotedOut());
            rounds.add(new FeedRound(year, size, plain(left.add(gone))));
        }
        return rounds;
    }
}
