package dev.saidao.core.derivation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts operands through a formula once for their bounds and once for their points, and records both in one derivation.
 *
 * <p>The formula is written once, in {@link BoundsArithmetic}. The point of the result is the formula on the points of the
 * operands, computed with ten digits more and rounded half-even to the working length; it is absent if an operand has no
 * point or the formula is not defined there.
 *
 * @since 0.1
 */
public final class Evaluator {

    /** What is said of a size of which every positive number is possible. */
    public static final Label NO_CONCLUSION =
            Label.of("no conclusion: every positive number is possible", "无法得出结论:任何正数都有可能");

    /** What is said if no number is possible. */
    public static final Label IMPOSSIBLE =
            Label.of("no number satisfies the formula with these operands", "没有任何数值能使这些数同时成立");

    private static final int GUARD_DIGITS = 10;
    private static final Evaluator DEFAULTS = new Evaluator(BoundsArithmetic.DEFAULT_DIGITS);

    private final int digits;

    private Evaluator(int digits) {
        this.digits = digits;
    }

    /**
     * A formula on bounds.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Expression {

        /**
         * Evaluates the formula.
         *
         * @param arithmetic the arithmetic to use
         * @param operands the operands by their symbols
         * @return the bounds of the result; empty if the formula is defined nowhere
         */
        Bounds evaluate(BoundsArithmetic arithmetic, Terms operands);
    }

    /** {@return an evaluator with results of 34 digits} */
    public static Evaluator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns an evaluator with results of another length.
     *
     * @param digits significant digits, 1 to 200
     * @return the evaluator
     * @throws IllegalArgumentException if {@code digits} is out of range
     */
    public Evaluator withDigits(int digits) {
        Require.between(digits, 1, 200, "Digits");
        return new Evaluator(digits);
    }

    /**
     * Evaluates a formula.
     *
     * @param formula what the derivation calls it
     * @param unit the unit of the result
     * @param operands the operands by symbol, in the order in which the derivation names them
     * @param expression the formula on bounds
     * @return the result: bounds that hold every possible value, and the point if all operands have one
     */
    public Derived<BoundedQuantity> evaluate(
            Formula formula, Unit unit, Map<String, Operand> operands, Expression expression) {
        Terms terms = Terms.of(
                List.copyOf(operands.keySet()),
                operands.values().stream().map(Operand::value).toList());
        BoundedQuantity value = value(unit, terms, expression);
        Optional<Label> remark = value.bounds().isEmpty()
                ? Optional.of(IMPOSSIBLE)
                : value.isInformative() ? Optional.empty() : Optional.of(NO_CONCLUSION);
        return Derived.of(Derivation.of(formula, operands, value, remark));
    }

    /**
     * Evaluates a formula where nobody asks how: the value that {@link #evaluate} derives.
     *
     * @param unit the unit of the result
     * @param operands the operands
     * @param expression the formula on bounds
     * @return the result: bounds that hold every possible value, and the point if all operands have one
     */
    public BoundedQuantity value(Unit unit, Terms operands, Expression expression) {
        List<BoundedQuantity> points = new ArrayList<>();
        boolean areTheirPoints = true;
        for (BoundedQuantity value : operands.values()) {
            if (value.point().isPresent() && value.point().equals(value.bounds().singleValue())) {
                points.add(value);
            } else {
                areTheirPoints = false;
                value.point()
                        .map(Bounds::exactly)
                        .ifPresent(point -> points.add(BoundedQuantity.of(value.unit(), point)));
            }
        }
        BoundsArithmetic arithmetic = BoundsArithmetic.withDefaults().withDigits(digits);
        Optional<Bounds> ofPoints = points.size() == operands.values().size()
                ? Optional.of(expression.evaluate(
                        arithmetic.withDigits(digits + GUARD_DIGITS), Terms.of(operands.names(), points)))
                : Optional.empty();
        // exact operands are their own points, so that one evaluation serves both
        Bounds result = ofPoints.isPresent() && areTheirPoints
                ? arithmetic.outward(ofPoints.get())
                : expression.evaluate(arithmetic, operands);
        Optional<BigDecimal> point = result.isEmpty() ? Optional.empty() : ofPoints.flatMap(this::rounded);
        return point.map(p -> BoundedQuantity.of(unit, result, p)).orElseGet(() -> BoundedQuantity.of(unit, result));
    }

    /** The point that bounds of one point were rounded around; absent if there is none or it is not one point. */
    private Optional<BigDecimal> rounded(Bounds bounds) {
        MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
        return bounds.lower()
                .flatMap(low ->
                        bounds.upper().filter(high -> isNeighbour(low, high)).map(high -> low.round(context)));
    }

    /** Whether two ends differ by no more than the guard digits, as those of a single true value do. */
    private boolean isNeighbour(BigDecimal low, BigDecimal high) {
        if (low.compareTo(high) == 0) {
            return true;
        }
        BigDecimal allowed = low.abs()
                .max(high.abs())
                .max(BigDecimal.ONE.movePointLeft(digits))
                .movePointLeft(digits);
        return high.subtract(low).compareTo(allowed) <= 0;
    }
}
