package dev.saidao.policy.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.LocalizedOptimFormats;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * A linear programme in unknowns of 0 or more, solved by the simplex method of Hipparchus.
 *
 * <p>Hipparchus takes anything below a fixed number for 0, 1e-6 unless told otherwise; so objective, rows and bounds are
 * brought to a largest number of 1 first, and the fixed number is small.
 */
public final class LinearProgramme {

    private static final double NOTHING = 1e-11;
    private static final int MAX_PIVOTS = 100_000;

    private final double[] objective;
    private final List<LinearConstraint> rows = new ArrayList<>();
    private double largestBound;

    /**
     * Begins a programme.
     *
     * @param objective the coefficients of what is to be largest or smallest; their number is that of the unknowns
     */
    public LinearProgramme(double[] objective) {
        this.objective = objective.clone();
    }

    /**
     * Adds a row that must not be above a bound.
     *
     * @param coefficients the coefficients of the unknowns
     * @param bound the bound
     */
    public void atMost(double[] coefficients, double bound) {
        add(coefficients, Relationship.LEQ, bound);
    }

    /**
     * Adds a row that must not be below a bound.
     *
     * @param coefficients the coefficients of the unknowns
     * @param bound the bound
     */
    public void atLeast(double[] coefficients, double bound) {
        add(Arrays.stream(coefficients).map(x -> -x).toArray(), Relationship.LEQ, -bound);
    }

    /**
     * Adds a row that must have a value.
     *
     * @param coefficients the coefficients of the unknowns
     * @param value the value
     */
    public void exactly(double[] coefficients, double value) {
        add(coefficients, Relationship.EQ, value);
    }

    private void add(double[] coefficients, Relationship relationship, double bound) {
        double scale = largest(coefficients);
        rows.add(new LinearConstraint(scaled(coefficients, scale), relationship, bound / scale));
        largestBound = Math.max(largestBound, Math.abs(bound / scale));
    }

    private static double largest(double[] numbers) {
        double largest = Arrays.stream(numbers).map(Math::abs).max().orElse(0);
        return largest == 0 ? 1 : largest;
    }

    private static double[] scaled(double[] numbers, double scale) {
        return Arrays.stream(numbers).map(x -> x / scale).toArray();
    }

    /**
     * Finds the unknowns for which the objective is largest.
     *
     * @return the unknowns; empty if no unknowns meet all rows
     * @throws IllegalStateException if the objective has no largest value, or it takes too many steps to find
     */
    public Optional<double[]> maximum() {
        return solved(GoalType.MAXIMIZE);
    }

    /**
     * Finds the unknowns for which the objective is smallest.
     *
     * @return the unknowns; empty if no unknowns meet all rows
     * @throws IllegalStateException if the objective has no smallest value, or it takes too many steps to find
     */
    public Optional<double[]> minimum() {
        return solved(GoalType.MINIMIZE);
    }

    private Optional<double[]> solved(GoalType goal) {
        double unit = largestBound == 0 ? 1 : largestBound;
        List<LinearConstraint> inUnits = rows.stream()
                .map(row -> new LinearConstraint(row.getCoefficients(), row.getRelationship(), row.getValue() / unit))
                .toList();
        try {
            double[] found = new SimplexSolver(NOTHING)
                    .optimize(
                            new MaxIter(MAX_PIVOTS),
                            new LinearObjectiveFunction(scaled(objective, largest(objective)), 0),
                            new LinearConstraintSet(inUnits),
                            goal,
                            new NonNegativeConstraint(true))
                    .getPoint();
            return Optional.of(
                    Arrays.stream(found).map(x -> Math.max(0, x) * unit).toArray());
        } catch (MathIllegalStateException e) {
            if (e.getSpecifier() == LocalizedOptimFormats.NO_FEASIBLE_SOLUTION) {
                return Optional.empty();
            }
            throw new IllegalStateException("Linear programme must have a solution: " + e.getMessage(), e);
        }
    }
}
