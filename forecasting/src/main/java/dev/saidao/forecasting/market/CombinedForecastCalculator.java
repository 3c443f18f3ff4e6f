package dev.saidao.forecasting.market;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Combines what several sources forecast for one quantity, such as the size of a market in one year, with the bounds that their digits and
 * words leave.
 *
 * <p>Each source counts once: two reports that rest on one study are one source. Whether the sources contradict each other is a question for
 * an audit.
 *
 * <p>Example: the median of {@code USD 12 billion}, {@code about USD 15 billion} and {@code over USD 13 billion} is known to be from 13 to
 * no more than 16 billion; the mean has no upper end.
 *
 * @since 0.1
 */
public final class CombinedForecastCalculator {

    private static final int MOST_SOURCES = 1_000;
    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);
    private static final CombinedForecastCalculator DEFAULTS =
            new CombinedForecastCalculator(Combination.MEDIAN, Evaluator.withDefaults());

    private final Combination combination;
    private final Evaluator evaluator;

    private CombinedForecastCalculator(Combination combination, Evaluator evaluator) {
        this.combination = combination;
        this.evaluator = evaluator;
    }

    /** {@return a calculator that takes the median} */
    public static CombinedForecastCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator that combines otherwise.
     *
     * @param combination how
     * @return the calculator
     */
    public CombinedForecastCalculator with(Combination combination) {
        return new CombinedForecastCalculator(combination, evaluator);
    }

    /**
     * Combines forecasts.
     *
     * @param bySource the forecasts by the names of their sources, 1 to 1,000 in one unit
     * @return the combined forecast: the narrowest bounds that hold it whatever of each forecast is true, and its point if all have one
     * @throws IllegalArgumentException if there is none, or too many
     * @throws dev.saidao.core.quantity.UnitMismatchException if the units differ
     */
    public Derived<BoundedQuantity> combined(Map<String, Operand> bySource) {
        Require.that(
                !bySource.isEmpty() && bySource.size() <= MOST_SOURCES,
                "Sources must be 1 to " + MOST_SOURCES + ": %s",
                bySource.size());
        Map<String, Operand> operands = new LinkedHashMap<>(bySource);
        Unit unit = operands.values().iterator().next().value().unit();
        operands.values().forEach(operand -> unit.requireSame(operand.value().unit()));
        return evaluator.evaluate(
                combination.formula(),
                unit,
                operands,
                (arithmetic, x) -> combined(
                        arithmetic,
                        x.values().stream().map(BoundedQuantity::bounds).toList()));
    }

    private Bounds combined(BoundsArithmetic arithmetic, List<Bounds> forecasts) {
        int out = combination.leftOut(forecasts.size());
        List<Bounds> kept = sorted(arithmetic, forecasts).subList(out, forecasts.size() - out);
        BoundsArithmetic finer = arithmetic.finer();
        Bounds sum = kept.stream().reduce(ZERO, finer::plus);
        return arithmetic.dividedBy(sum, Bounds.exactly(BigDecimal.valueOf(kept.size())));
    }

    /** In order of size, by exchanges of neighbours; each result rises with each number, so that its bounds are the narrowest. */
    private static List<Bounds> sorted(BoundsArithmetic arithmetic, List<Bounds> bounds) {
        Bounds[] sorted = bounds.toArray(Bounds[]::new);
        for (int end = sorted.length - 1; end > 0; end--) {
            for (int i = 0; i < end; i++) {
                Bounds lesser = arithmetic.min(sorted[i], sorted[i + 1]);
                sorted[i + 1] = arithmetic.max(sorted[i], sorted[i + 1]);
                sorted[i] = lesser;
            }
        }
        return List.of(sorted);
    }
}
