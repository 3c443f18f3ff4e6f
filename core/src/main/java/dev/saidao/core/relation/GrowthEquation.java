package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.RoughTerms;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Growth: {@code end = base × (1 + rate)^years}, on bounds and on doubles; and the equations that it is mistaken for.
 *
 * <p>In all of them the end, or what was added to the base, is the base times a factor, and the factor a sum with the rate in
 * it, which may be raised to the years:
 *
 * <ul>
 *   <li>{@link #COMPOUND}: {@code end = base × (1 + rate)^years}
 *   <li>{@link #LINEAR}: {@code end = base × (1 + rate × years)}
 *   <li>{@link #RATE_IS_FACTOR}: {@code end = base × rate^years}
 *   <li>{@link #END_IS_INCREASE}: {@code base + end = base × (1 + rate)^years}
 * </ul>
 *
 * <p>Sizes are positive, an end may be 0; the sum is not negative.
 *
 * @since 0.1
 */
public final class GrowthEquation extends Equation {

    /** The size in the first year. */
    public static final String BASE = "base";

    /** The size in the last year. */
    public static final String END = "end";

    /** The rate per year. */
    public static final String RATE = "rate";

    /** The yearly steps. */
    public static final String YEARS = "years";

    /** The growth into the year of the base on the year before, if it was printed too. */
    public static final String GROWTH_BEFORE = "growth_before";

    /** The growth of the year after that of the base, if it was printed too. */
    public static final String GROWTH_AFTER = "growth_after";

    /** Compound growth. */
    public static final GrowthEquation COMPOUND =
            new GrowthEquation("compound growth", "复合增长", "end = base × (1 + rate)^years", true, true, false);

    /** The same amount every year, the rate being that of the base. */
    public static final GrowthEquation LINEAR =
            new GrowthEquation("linear growth", "线性增长", "end = base × (1 + rate × years)", true, false, false);

    /** The rate is what a size grows to in a year, not by. */
    public static final GrowthEquation RATE_IS_FACTOR =
            new GrowthEquation("growth by a factor", "按倍数增长", "end = base × rate^years", false, true, false);

    /** The end is what the base grew by, not to. */
    public static final GrowthEquation END_IS_INCREASE =
            new GrowthEquation("growth by an amount", "增量", "base + end = base × (1 + rate)^years", true, true, true);

    private static final List<String> OPTIONAL = List.of(GROWTH_BEFORE, GROWTH_AFTER);
    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);
    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(BoundsArithmetic.MAX_EXPONENT);
    private static final Label NOT_POSITIVE = Label.of("sizes must be positive", "规模须为正数");

    private final boolean addsOne;
    private final boolean compounds;
    private final boolean endIsIncrease;

    private GrowthEquation(
            String en, String zh, String expression, boolean addsOne, boolean compounds, boolean endIsIncrease) {
        super("growth", Label.of(en, zh), expression, RATE, BASE, END, RATE, YEARS);
        this.addsOne = addsOne;
        this.compounds = compounds;
        this.endIsIncrease = endIsIncrease;
        if (addsOne && compounds && !endIsIncrease) {
            isSolvedBy("base = end / (1 + rate)^years");
            isSolvedBy("rate = (end / base)^(1 / years) - 1");
            isSolvedBy("years = ln(end / base) / ln(1 + rate)");
            isSolvedBy("factor = (1 + rate)^years");
        }
    }

    // ---- on bounds ----

    @Override
    public Bounds solve(String role, Terms given, BoundsArithmetic arithmetic) {
        Terms terms = Conversion.alike(given, role, arithmetic.finer());
        return switch (role) {
            case BASE ->
                arithmetic
                        .dividedBy(end(terms), factor(terms, arithmetic.finer()))
                        .intersection(Bounds.positive());
            case END ->
                arithmetic.times(base(terms), factor(terms, arithmetic.finer())).intersection(Bounds.notNegative());
            case RATE -> rate(raised(terms, arithmetic.finer()), terms, arithmetic);
            case GROWTH_BEFORE, GROWTH_AFTER -> Bounds.all();
            default -> years(raised(terms, arithmetic.finer()), terms, arithmetic);
        };
    }

    /** Years that are known are not solved for, which would take the longest. */
    @Override
    public List<Bounds> solveAll(Terms terms, IntPredicate isAsked, BoundsArithmetic arithmetic) {
        return super.solveAll(terms, withoutKnownYears(terms, isAsked), arithmetic);
    }

    /** The places that are asked for, but that of years that are known. */
    static IntPredicate withoutKnownYears(Terms terms, IntPredicate isAsked) {
        boolean yearsAreKnown = terms.bounds(YEARS).singleValue().isPresent();
        return place -> isAsked.test(place)
                && !(yearsAreKnown && terms.names().get(place).equals(YEARS));
    }

    /** In its sizes, whatever the rate and the years: the end is a factor times the base. */
    @Override
    public List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        if (Conversion.isNeeded(terms)) {
            return List.of();
        }
        Map<String, Bounds> coefficients = new HashMap<>();
        Bounds constant = unknown.contains(END) ? ZERO : end(terms);
        Bounds factor = factor(terms, arithmetic);
        if (unknown.contains(END)) {
            coefficients.put(END, ONE);
        }
        if (unknown.contains(BASE)) {
            coefficients.put(BASE, arithmetic.negated(factor));
        } else {
            constant = arithmetic.minus(constant, arithmetic.times(base(terms), factor));
        }
        return List.of(new LinearForm(coefficients, constant));
    }

    /**
     * Computes the factor, {@code (1 + rate)^years} for compound growth.
     *
     * @param terms a rate and years, in these roles
     * @param arithmetic the arithmetic to use
     * @return what a base is multiplied by
     */
    public Bounds factor(Terms terms, BoundsArithmetic arithmetic) {
        Bounds sum = sum(terms, arithmetic).intersection(Bounds.notNegative());
        Bounds factor = compounds ? power(sum, terms.bounds(YEARS), arithmetic) : sum;
        return endIsIncrease ? arithmetic.minus(factor, ONE).intersection(Bounds.notNegative()) : factor;
    }

    private Bounds sum(Terms terms, BoundsArithmetic arithmetic) {
        Bounds rate = terms.bounds(RATE);
        Bounds growth = compounds ? rate : arithmetic.times(rate, terms.bounds(YEARS));
        return addsOne ? arithmetic.plus(ONE, growth) : growth;
    }

    /** What the sum is raised to: the quotient of the sizes. */
    private Bounds raised(Terms terms, BoundsArithmetic arithmetic) {
        Bounds ratio = arithmetic.dividedBy(end(terms), base(terms));
        return endIsIncrease ? arithmetic.plus(ratio, ONE) : ratio;
    }

    private Bounds rate(Bounds raised, Terms terms, BoundsArithmetic arithmetic) {
        Bounds years = terms.bounds(YEARS).intersection(Bounds.positive());
        return compounds
                ? arithmetic.minus(root(raised, years, arithmetic.finer()), addsOne ? ONE : ZERO)
                : arithmetic.dividedBy(arithmetic.finer().minus(raised, addsOne ? ONE : ZERO), years);
    }

    private Bounds years(Bounds raised, Terms terms, BoundsArithmetic arithmetic) {
        return compounds
                ? arithmetic.exponentReverse(sum(terms, arithmetic.finer()), raised, Bounds.notNegative())
                : Bounds.notNegative();
    }

    private static Bounds base(Terms terms) {
        return terms.bounds(BASE).intersection(Bounds.positive());
    }

    private static Bounds end(Terms terms) {
        return terms.bounds(END).intersection(Bounds.notNegative());
    }

    private static Bounds power(Bounds x, Bounds years, BoundsArithmetic arithmetic) {
        Bounds steps = years.intersection(Bounds.closed(MOST_YEARS.negate(), MOST_YEARS));
        if (!steps.equals(years)) {
            return years.isEmpty() ? years : Bounds.notNegative();
        }
        return steps.singleValue()
                .map(exponent -> exponent.scale() == 0
                        ? arithmetic.power(x, exponent.intValueExact())
                        : arithmetic.power(x, exponent))
                .orElseGet(() -> arithmetic.power(x, steps));
    }

    private static Bounds root(Bounds x, Bounds years, BoundsArithmetic arithmetic) {
        if (years.isEmpty()) {
            return years;
        }
        Optional<BigDecimal> degree = years.singleValue().filter(value -> value.scale() == 0);
        if (degree.filter(value -> value.compareTo(MOST_YEARS) <= 0).isPresent()) {
            return arithmetic.root(x, degree.get().intValueExact());
        }
        BoundsArithmetic finer = arithmetic.finer();
        Bounds roots = arithmetic.exp(finer.dividedBy(finer.log(x), years));
        return x.contains(BigDecimal.ZERO) ? roots.hull(ZERO) : roots;
    }

    // ---- on doubles ----

    @Override
    public boolean isSolvedRoughly(Units units) {
        return this == COMPOUND
                && units.roles().size() == roles().size()
                && units.of(BASE).equals(units.of(END));
    }

    /** Solves over a whole number of years, for all but these. */
    @Override
    public RoughBounds solve(String role, RoughTerms terms) {
        RoughBounds years = terms.bounds(YEARS);
        if (role.equals(YEARS)) {
            return RoughBounds.ALL;
        }
        if (years.error() != 0
                || years.low() != years.high()
                || years.low() < 1
                || years.low() != Math.rint(years.low())) {
            return RoughBounds.UNKNOWN;
        }
        int steps = (int) years.low();
        return switch (role) {
            case BASE ->
                terms.bounds(END).dividedBy(terms.bounds(RATE).plusOne().power(steps));
            case END -> terms.bounds(BASE).times(terms.bounds(RATE).plusOne().power(steps));
            default ->
                terms.bounds(END).dividedBy(terms.bounds(BASE)).root(steps).minusOne();
        };
    }

    @Override
    public boolean knowsImpossible() {
        return false;
    }

    /**
     * Computes the sum with doubles, {@code 1 + rate} for compound growth. It is off by at most three units of 2^-53 of the
     * largest number in it.
     *
     * @param rate the rate per year
     * @param years the yearly steps
     * @return the sum
     */
    public double sum(double rate, int years) {
        double growth = compounds ? rate : rate * years;
        return addsOne ? 1 + growth : growth;
    }

    /**
     * Raises a sum with doubles, by squaring: the relative error is below {@code 4 years × 2^-53}.
     *
     * @param sum the sum, not negative
     * @param years the yearly steps
     * @return what the quotient of the sizes must be, or of the end and the base together to the base
     */
    public double raised(double sum, int years) {
        if (!compounds) {
            return sum;
        }
        double result = (years & 1) == 0 ? 1 : sum;
        double square = sum;
        for (int rest = years >> 1; rest > 0; rest >>= 1) {
            square *= square;
            if ((rest & 1) != 0) {
                result *= square;
            }
        }
        return result;
    }

    /** {@return whether the end is what the base grew by, so that 1 is to be added to the quotient of the sizes} */
    public boolean isOfIncrease() {
        return endIsIncrease;
    }

    /**
     * Computes the rate of compound growth with doubles.
     *
     * @param ratio the quotient of end and base, less 1
     * @param years the yearly steps
     * @return the rate, with a relative error of a few units of 2^-53
     */
    public static double rate(double ratio, int years) {
        return Math.expm1(Math.log1p(ratio) / years);
    }

    /**
     * Computes the rate that two sizes imply with doubles.
     *
     * @param logOfQuotient the natural logarithm of the quotient of end and base; may be infinite
     * @param years the yearly steps
     * @return the rate, or what takes its place in this equation
     */
    public double impliedRate(double logOfQuotient, int years) {
        if (!compounds) {
            return Math.expm1(logOfQuotient) / years;
        }
        double raised = endIsIncrease ? Math.log1p(Math.exp(logOfQuotient)) : logOfQuotient;
        return addsOne ? Math.expm1(raised / years) : Math.exp(raised / years);
    }

    // ---- units and members ----

    @Override
    public Units units(Units known) {
        Units units = known.alike(BASE, END)
                .of(RATE, Unit.GROWTH_RATE, Unit.Kind.SHARE)
                .of(YEARS, Unit.YEARS);
        for (String growth : optionalRoles()) {
            units = known.roles().contains(growth) ? units.of(growth, Unit.GROWTH_RATE, Unit.Kind.SHARE) : units;
        }
        return units;
    }

    @Override
    public List<String> optionalRoles() {
        return OPTIONAL;
    }

    @Override
    public void check(List<Member> members) {
        for (Member member : members) {
            if (member.role().equals(YEARS)) {
                member.constant().ifPresent(GrowthEquation::requireSteps);
            }
        }
    }

    private static void requireSteps(Quantity years) {
        BigDecimal steps = years.value();
        if (steps.compareTo(BigDecimal.ONE) < 0 || steps.compareTo(MOST_YEARS) > 0) {
            throw new IllegalArgumentException(
                    "Steps must be 1 to " + BoundsArithmetic.MAX_EXPONENT + ": " + steps.toPlainString());
        }
    }

    @Override
    public Optional<Label> undefined(Terms points) {
        boolean positive = !base(points).isEmpty()
                && !points.bounds(END).intersection(Bounds.positive()).isEmpty();
        return positive ? Optional.empty() : Optional.of(NOT_POSITIVE);
    }

    // ---- how people take it ----

    @Override
    public List<Convention> conventions(Relation relation) {
        return relation.period().isPresent() ? List.of(PeriodConvention.FROM_FIRST_YEAR.convention()) : List.of();
    }

    /** A rate of other years than the sizes, by more than loose dating, does not speak of them. */
    @Override
    public Optional<Label> excuse(Relation relation) {
        if (relation.ratePeriod().isEmpty() || relation.period().isEmpty()) {
            return Optional.empty();
        }
        ReferencePeriod rate = relation.ratePeriod().get();
        ReferencePeriod sizes = relation.period().get();
        int firstGap = rate.firstYear().orElseThrow() - sizes.firstYear().orElseThrow();
        int lastGap = rate.lastYear().orElseThrow() - sizes.lastYear().orElseThrow();
        return Math.abs(firstGap) <= 1 && Math.abs(lastGap) <= 1
                ? Optional.empty()
                : Optional.of(Label.of(
                        "the rate speaks of " + rate + " and the sizes of " + sizes,
                        "增长率指 " + rate + " 年,规模指 " + sizes + " 年"));
    }

    @Override
    public List<Change> alternatives(Relation relation) {
        Optional<Integer> steps =
                relation.member(YEARS).constant().map(years -> years.value().intValue());
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Change> changes = alternatives(steps.get(), relation.ratePeriod());
        otherBaseYears(relation, steps.get(), changes);
        return changes;
    }

    @Override
    public List<Change> alternatives(Relation relation, Units units) {
        List<Change> changes = new ArrayList<>(relation.alternatives());
        boolean oneStep = relation.member(YEARS)
                .constant()
                .filter(years -> years.value().compareTo(BigDecimal.ONE) == 0)
                .isPresent();
        changes.addAll(PointsEquation.changes(BASE, END, RATE, oneStep ? Optional.empty() : Optional.of(YEARS), units));
        return changes;
    }

    /** The base of another year: by the growth printed between the two, or, where the rate counts from the year after, by any. */
    private static void otherBaseYears(Relation relation, int steps, List<Change> changes) {
        List<String> roles = relation.roles();
        if (roles.contains(GROWTH_BEFORE)) {
            changes.add(new Change.OtherBaseYear(
                    "base-grown-before",
                    Label.of("the rate counts from the year before, by the printed growth since", "增长率自前一年起算,按所印该年增长率"),
                    Optional.of(GROWTH_BEFORE),
                    true,
                    Member.constant(YEARS, Years.of(steps + 1))));
        }
        if (steps > 1 && roles.contains(GROWTH_AFTER)) {
            changes.add(new Change.OtherBaseYear(
                    "base-grown-after",
                    Label.of(
                            "the rate counts from the year after, by the printed growth until then",
                            "增长率自后一年起算,按所印该年增长率"),
                    Optional.of(GROWTH_AFTER),
                    false,
                    Member.constant(YEARS, Years.of(steps - 1))));
        } else if (steps > 1 && isOfYearAfter(relation)) {
            changes.add(new Change.OtherBaseYear(
                    "later-base",
                    Label.of("the rate counts from the year after, by when the base had grown", "增长率自后一年起算,其间基数已增长"),
                    Optional.empty(),
                    false,
                    Member.constant(YEARS, Years.of(steps - 1))));
        }
    }

    /** Whether the source says that the rate counts from the year after that of the base. */
    private static boolean isOfYearAfter(Relation relation) {
        if (relation.ratePeriod().isEmpty() || relation.period().isEmpty()) {
            return false;
        }
        ReferencePeriod rate = relation.ratePeriod().get();
        ReferencePeriod sizes = relation.period().get();
        return rate.firstYear().orElseThrow() == sizes.firstYear().orElseThrow() + 1
                && rate.lastYear().equals(sizes.lastYear());
    }

    private static List<Change> alternatives(int steps, Optional<ReferencePeriod> ratePeriod) {
        List<Change> changes = new ArrayList<>();
        ratePeriod
                .map(span -> span.lastYear().orElseThrow() - span.firstYear().orElseThrow())
                .filter(stated -> stated != steps)
                .ifPresent(stated -> changes.add(steps(
                        RepairKind.STEPS,
                        statedCode(stated, steps),
                        "the steps of the stated span",
                        "按所述期间的步数",
                        stated,
                        steps)));
        if (steps > 1) {
            // from one year to the next is one step, however it is counted
            changes.add(steps(RepairKind.STEPS, "n-1", "one step less", "少一步", steps - 1, steps));
            changes.add(steps(RepairKind.STEPS, "n+1", "one step more", "多一步", steps + 1, steps));
            changes.add(steps(
                    RepairKind.BASE_YEAR,
                    "base-year-after",
                    "the base is of the year after",
                    "基期实为后一年",
                    steps - 1,
                    steps));
            changes.add(steps(
                    RepairKind.BASE_YEAR,
                    "base-year-before",
                    "the base is of the year before",
                    "基期实为前一年",
                    steps + 1,
                    steps));
            changes.add(new Change.OtherConstant(
                    RepairKind.OTHER_RATE,
                    "total-growth",
                    Label.of("the rate is the growth of the whole span", "增长率实为整个期间的总增长"),
                    Member.constant(YEARS, Years.of(1))));
            changes.add(simpleAverage(LINEAR));
        }
        changes.add(new Change.OtherEquation(
                RepairKind.BY_OR_TO,
                "grew-to",
                Label.of("the rate is what the figure grew to in a year, not by", "增长率实为每年增长到的比例"),
                RATE_IS_FACTOR));
        changes.add(new Change.OtherEquation(
                RepairKind.BY_OR_TO,
                "grew-by",
                Label.of("the end is what it grew by, not to", "期末值实为增量"),
                END_IS_INCREASE));
        return changes;
    }

    /** The rate taken as the total growth divided by the years. */
    static Change simpleAverage(Equation linear) {
        return new Change.OtherEquation(
                RepairKind.OTHER_RATE,
                "simple-average",
                Label.of("the rate is the total growth divided by the years", "增长率实为总增长除以年数"),
                linear);
    }

    private static String statedCode(int stated, int steps) {
        int more = stated - steps;
        return "stated-span" + (more == -1 ? " (n-1)" : more == 1 ? " (n+1)" : "");
    }

    static Change steps(RepairKind kind, String code, String en, String zh, int steps, int instead) {
        return new Change.OtherConstant(
                kind,
                code,
                Label.of(
                        en + ": " + steps + " steps instead of " + instead,
                        zh + ":" + steps + " 步,而非 " + instead + " 步"),
                Member.constant(YEARS, Years.of(steps)));
    }
}
