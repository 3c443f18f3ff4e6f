package dev.saidao.core.relation;

import dev.saidao.core.internal.Codes;
import java.util.Arrays;
import java.util.List;

/**
 * The relations of this library; each is one {@link Equation}. To add a kind, write its equation and name it here.
 *
 * @since 0.1
 */
public enum RelationKind {
    /** {@code end = base × (1 + rate)^years}; the rate is judged. */
    GROWTH(GrowthEquation.COMPOUND),
    /** {@code total = part1 + part2 + …}; the total is judged. The total of shares is the constant 1. */
    SUM(SumEquation.OF_PARTS),
    /** {@code part = whole × share}; the share is judged. */
    SHARE(ShareEquation.INSTANCE),
    /** {@code count = population × density / n}, with n the "per n" of the density; the density is judged. */
    DENSITY(DensityEquation.INSTANCE),
    /** {@code cumulative = previous + added}; the cumulative number is judged. */
    CUMULATIVE(SumEquation.OVER_TIME),
    /** {@code difference = to - from}, in percentage points between shares or rates; the difference is judged. */
    DIFFERENCE(SumEquation.OF_DIFFERENCE),
    /** {@code current = previous × (1 + rate)}; the rate is judged. */
    STEP(StepEquation.INSTANCE),
    /** {@code total = (1 + rate)^years - 1}: growth over a span and per year, without the sizes; the total is judged. */
    TOTAL_GROWTH(TotalGrowthEquation.OVER_SPAN),
    /** {@code (1 + rate)^years = 2}: the years in which a size doubles; the years are judged. */
    DOUBLING_TIME(TotalGrowthEquation.DOUBLING),
    /** {@code average = (part1 + part2 + …) / n}, with n the number of the parts; the average is judged. */
    AVERAGE(AverageEquation.INSTANCE),
    /** {@code low ≤ value ≤ high}; the value is judged. */
    BETWEEN(BetweenEquation.INSTANCE),
    /** {@code part1 + part2 + … ≤ total}, or one part that cannot be larger than its whole; the total is judged. */
    AT_MOST(AtMostEquation.INSTANCE),
    /** {@code value = base × multiple} (为N倍); the multiple is judged. */
    MULTIPLE(MultipleEquation.INSTANCE),
    /** {@code target ≤ opening + rounds × size}; the target is judged. */
    CADENCE(CadenceEquation.INSTANCE),
    /** Sizes are to each other as the numbers in their roles; the last is judged. */
    RATIO_CHAIN(ProportionEquation.INSTANCE),
    /** {@code equivalent = amount × rate}, in two currencies; the equivalent is judged. */
    CURRENCY(CurrencyEquation.INSTANCE),
    /** One fact printed more than once, shares and densities included; the last is judged. */
    SAME(SameEquation.INSTANCE);

    private final Equation equation;

    RelationKind(Equation equation) {
        this.equation = equation;
    }

    /** {@return the equation, which knows all that is to know of the kind} */
    public Equation equation() {
        return equation;
    }

    /** {@return the name for files, such as {@code ratio-chain}} */
    public String code() {
        return Codes.ofName(name());
    }

    /** {@return the roles that every such relation has, in their order; a sum has parts besides, some have others only} */
    public List<String> roles() {
        return equation.roles();
    }

    /**
     * Returns a kind by its name for files.
     *
     * @param code such as {@code ratio-chain}
     * @return the kind
     * @throws IllegalArgumentException if there is none
     */
    public static RelationKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Kind must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(RelationKind::code).toList()) + ": " + code));
    }
}
