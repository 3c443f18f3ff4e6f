package dev.saidao.forecasting.curve;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Nonlinear least squares: Hipparchus' Levenberg-Marquardt (after MINPACK) from several first step bounds, then Gauss-Newton steps
 * to the last digit. Derivatives are central differences.
 */
final class LeastSquares {

    /** The value of a model at an observation, for given parameters. */
    @FunctionalInterface
    interface Model {
        /**
         * The value.
         *
         * @param observation the place of the observation
         * @param parameters the parameters, which must not be kept
         */
        double at(int observation, double[] parameters);
    }

    /** The values of a model at all observations, for given parameters. */
    @FunctionalInterface
    interface WholeModel {
        /** The values, for parameters that must not be kept. */
        double[] at(double[] parameters);
    }

    /** Parameters with the sum of squares they leave. */
    static final class Solution {

        private final double[] parameters;
        private final double squares;

        private Solution(double[] parameters, double squares) {
            this.parameters = parameters;
            this.squares = squares;
        }

        /** The parameters; a copy. */
        double[] parameters() {
            return parameters.clone();
        }

        double squares() {
            return squares;
        }
    }

    private static final double[] STEP_BOUNDS = {100, 1, 0.1, 0.01};
    private static final double TOLERANCE = 1e-14;
    private static final int MOST_EVALUATIONS = 5_000;
    private static final int FEW_EVALUATIONS = 500;
    private static final int MOST_POLISHES = 50;
    /** Cube root of the precision, the best step of a central difference. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    /** In place of a residual that is no number. */
    private static final double HUGE = 1e100;

    private final WholeModel model;
    private final double[] y;

    LeastSquares(WholeModel model, double[] y) {
        this.model = model;
        this.y = y;
    }

    LeastSquares(Model model, double[] y) {
        this(
                parameters -> {
                    double[] values = new double[y.length];
                    Arrays.setAll(values, i -> model.at(i, parameters));
                    return values;
                },
                y);
    }

    /** Parameters as they are, with the squares they leave. */
    Solution at(double[] parameters) {
        return new Solution(parameters, squares(parameters));
    }

    /**
     * Finds the nearest minimum.
     *
     * @return the best solution from any of the step bounds; empty if none was found
     */
    Optional<Solution> solve(double[] start) {
        Solution best = null;
        for (double bound : STEP_BOUNDS) {
            Optional<Solution> found = from(start, bound, MOST_EVALUATIONS).map(this::polished);
            if (found.isPresent() && (best == null || found.get().squares < best.squares)) {
                best = found.get();
            }
        }
        return Optional.ofNullable(best);
    }

    /** Finds the nearest minimum from the first step bound alone, if it does not take long, to the last digit or not. */
    Optional<Solution> approach(double[] start) {
        return from(start, STEP_BOUNDS[0], FEW_EVALUATIONS);
    }

    private Optional<Solution> from(double[] start, double bound, int evaluations) {
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withInitialStepBoundFactor(bound)
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .withOrthoTolerance(TOLERANCE)
                    .optimize(LeastSquaresFactory.create(
                            this::valuesAndJacobian,
                            new ArrayRealVector(y),
                            new ArrayRealVector(start),
                            null,
                            evaluations,
                            evaluations));
            double[] found = optimum.getPoint().toArray();
            double squares = squares(found);
            return Double.isFinite(squares) && squares < HUGE
                    ? Optional.of(new Solution(found, squares))
                    : Optional.empty();
        } catch (MathRuntimeException e) {
            return Optional.empty(); // not a failure of ours: this step bound leads nowhere
        }
    }

    private Pair<RealVector, RealMatrix> valuesAndJacobian(RealVector point) {
        double[] parameters = point.toArray();
        return new Pair<>(
                new ArrayRealVector(values(parameters)), new Array2DRowRealMatrix(jacobian(parameters), false));
    }

    private double[] values(double[] parameters) {
        double[] values = model.at(parameters);
        for (int i = 0; i < y.length; i++) {
            values[i] = Double.isFinite(values[i]) ? values[i] : HUGE;
        }
        return values;
    }

    double squares(double[] parameters) {
        double sum = 0;
        double[] values = model.at(parameters);
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - values[i];
            sum += residual * residual;
        }
        return sum;
    }

    /** Derivatives by observation, then parameter. */
    double[][] jacobian(double[] parameters) {
        double[][] jacobian = new double[y.length][parameters.length];
        double[] moved = parameters.clone();
        for (int j = 0; j < parameters.length; j++) {
            double step = STEP * (parameters[j] == 0 ? 1 : Math.abs(parameters[j]));
            moved[j] = parameters[j] + step;
            double[] above = values(moved);
            double high = moved[j];
            moved[j] = parameters[j] - step;
            double[] below = values(moved);
            for (int i = 0; i < y.length; i++) {
                jacobian[i][j] = (above[i] - below[i]) / (high - moved[j]);
            }
            moved[j] = parameters[j];
        }
        return jacobian;
    }

    private Solution polished(Solution solution) {
        Solution best = solution;
        for (int round = 0; round < MOST_POLISHES; round++) {
            Optional<double[]> step = step(best.parameters);
            if (step.isEmpty()) {
                return best;
            }
            double[] next = best.parameters.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += step.get()[j];
            }
            double squares = squares(next);
            if (!(squares <= best.squares) || Arrays.equals(next, best.parameters)) {
                return best;
            }
            best = new Solution(next, squares);
        }
        return best;
    }

    /** The Gauss-Newton step; empty where the derivatives depend on each other. */
    private Optional<double[]> step(double[] parameters) {
        double[] residuals = values(parameters);
        for (int i = 0; i < y.length; i++) {
            residuals[i] = y[i] - residuals[i];
        }
        double[][] scaled = jacobian(parameters);
        double[] lengths = scale(scaled);
        try {
            double[] step = new QRDecomposition(new Array2DRowRealMatrix(scaled, false))
                    .getSolver()
                    .solve(new ArrayRealVector(residuals))
                    .toArray();
            for (int j = 0; j < step.length; j++) {
                step[j] /= lengths[j];
            }
            return Optional.of(step);
        } catch (MathRuntimeException e) {
            return Optional.empty();
        }
    }

    /** Brings the columns to length 1 and returns what they were. */
    private static double[] scale(double[][] jacobian) {
        double[] lengths = new double[jacobian.length == 0 ? 0 : jacobian[0].length];
        for (double[] row : jacobian) {
            for (int j = 0; j < lengths.length; j++) {
                lengths[j] = Math.hypot(lengths[j], row[j]);
            }
        }
        for (int j = 0; j < lengths.length; j++) {
            lengths[j] = lengths[j] > 0 ? lengths[j] : 1;
        }
        for (double[] row : jacobian) {
            for (int j = 0; j < lengths.length; j++) {
                row[j] /= lengths[j];
            }
        }
        return lengths;
    }

    /**
     * The inverse of {@code J'J}, by which the variance of the errors is multiplied; empty where the derivatives depend on each
     * other.
     */
    Optional<double[][]> inverseOfCrossProducts(double[] parameters) {
        double[][] scaled = jacobian(parameters);
        double[] lengths = scale(scaled);
        try {
            QRDecomposition decomposition = new QRDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-13);
            int k = parameters.length;
            RealMatrix inverse = decomposition.getSolver().getInverse();
            RealMatrix product = inverse.multiplyTransposed(inverse);
            double[][] found = new double[k][k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    found[i][j] = product.getEntry(i, j) / lengths[i] / lengths[j];
                }
            }
            return Optional.of(found);
        } catch (MathRuntimeException e) {
            return Optional.empty();
        }
    }
}
