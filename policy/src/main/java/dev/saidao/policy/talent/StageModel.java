package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * A population in stages, such as those of a career, that a matrix takes from one year to the next: {@code next = A × stock}, where
 * the entry in row i and column j is what one in stage j contributes to stage i. All numbers are doubles.
 *
 * <p>In the long run it grows by a constant factor λ, the largest eigenvalue, with a stable structure w, its eigenvector; the
 * reproductive value v says how much one in a stage counts for the numbers to come. How λ answers to an entry:
 *
 * <pre>{@code
 * sensitivity[i, j] = v[i] × w[j] / Σ v × w          elasticity[i, j] = A[i, j] / λ × sensitivity[i, j]
 * }</pre>
 *
 * <p>Example: killer whales (Brault and Caswell 1993) grow by the factor 1.0254 a year.
 *
 * <p>Source: Caswell, Matrix Population Models, 2nd edition (2001), chapters 4 and 9.
 *
 * @since 0.1
 */
public final class StageModel {

    private static final int MOST_STAGES = 200;
    private static final double REAL = 1e-9;
    private static final double ABOVE = 1e-10;
    private static final double NOTHING = 1e-100;
    private static final int STEPS = 4;

    private final List<String> stages;
    private final double[][] matrix;
    private final double growth;
    private final double[] structure;
    private final double[] values;

    private StageModel(List<String> stages, double[][] matrix) {
        this.stages = stages;
        this.matrix = matrix;
        this.growth = Dominant.value(matrix);
        Require.that(growth > 0, "Stages must not die out at once: growth factor %s", growth);
        double[] right = Dominant.vector(matrix, growth);
        this.structure = scaled(right, Arrays.stream(right).sum());
        double[] left = Dominant.vector(transposed(matrix), growth);
        double first =
                Arrays.stream(left).filter(value -> value > REAL).findFirst().orElse(1);
        this.values = scaled(left, left[0] > REAL ? left[0] : first);
    }

    /**
     * Returns a model.
     *
     * @param stages the names of the stages, 1 to 200, each once
     * @param matrix a row for each stage that is contributed to, with a column for each stage that contributes, 0 or more
     * @return the model
     * @throws IllegalArgumentException if names or rows do not fit, an entry is below 0 or not finite, or all die out at once
     */
    public static StageModel of(List<String> stages, double[][] matrix) {
        int n = stages.size();
        Require.that(n >= 1 && n <= MOST_STAGES, "Stages must be 1 to %s: %s", MOST_STAGES, n);
        Require.that(new HashSet<>(stages).size() == n, "Stages must be named once each: %s", stages);
        Require.that(matrix.length == n, "Matrix must have a row for each stage, %s: %s", n, matrix.length);
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            Require.that(
                    matrix[i].length == n,
                    "Row of stage %s must have %s entries: %s",
                    stages.get(i),
                    n,
                    matrix[i].length);
            for (double entry : matrix[i]) {
                Require.that(
                        entry >= 0 && entry < Double.POSITIVE_INFINITY,
                        "Entry of stage %s must be 0 or more: %s",
                        stages.get(i),
                        entry);
            }
            copy[i] = matrix[i].clone();
        }
        return new StageModel(List.copyOf(stages), copy);
    }

    /** {@return the names of the stages} */
    public List<String> stages() {
        return stages;
    }

    /** {@return the factor by which the numbers grow a year in the long run} */
    public double growthFactor() {
        return growth;
    }

    /** {@return the share of each stage in the long run; 1 in all} */
    public double[] stableStructure() {
        return structure.clone();
    }

    /** {@return how much one in each stage counts for the numbers to come; the first stage that counts at all counts 1} */
    public double[] reproductiveValues() {
        return values.clone();
    }

    /** {@return how much the growth factor rises by each entry, if that rises by a little: rows and columns as in the matrix} */
    public double[][] sensitivities() {
        double together = 0;
        for (int i = 0; i < values.length; i++) {
            together += values[i] * structure[i];
        }
        double[][] sensitivities = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                sensitivities[i][j] = values[i] * structure[j] / together;
            }
        }
        return sensitivities;
    }

    /** {@return the same in proportions: by what part of 1% the growth factor rises if an entry rises by 1%; 1 in all} */
    public double[][] elasticities() {
        double[][] elasticities = sensitivities();
        for (int i = 0; i < elasticities.length; i++) {
            for (int j = 0; j < elasticities.length; j++) {
                elasticities[i][j] *= matrix[i][j] / growth;
            }
        }
        return elasticities;
    }

    /**
     * Projects a stock.
     *
     * @param stock how many there are in each stage
     * @param years the number of years, 0 or more
     * @return how many there are in each stage after so many years
     * @throws IllegalArgumentException if the stock does not fit the stages or the years are negative
     */
    public double[] project(double[] stock, int years) {
        Require.that(
                stock.length == matrix.length,
                "Stock must have a number for each stage, %s: %s",
                matrix.length,
                stock.length);
        Require.that(years >= 0, "Years must be 0 or more: %s", years);
        double[] now = stock.clone();
        for (int year = 0; year < years; year++) {
            now = new Array2DRowRealMatrix(matrix, false).operate(now);
        }
        return now;
    }

    private static double[] scaled(double[] vector, double by) {
        return Arrays.stream(vector).map(x -> Math.max(0, x / by)).toArray();
    }

    private static double[][] transposed(double[][] matrix) {
        return new Array2DRowRealMatrix(matrix, false).transpose().getData();
    }

    /** The largest eigenvalue of a matrix without negative entries, and an eigenvector without negative entries. */
    private static final class Dominant {

        private Dominant() {}

        /**
         * By halving between bounds. A place s is above the value just if all pivots of {@code s × I − A} are positive
         * (Berman and Plemmons, Nonnegative Matrices in the Mathematical Sciences, 1994, chapter 6, theorem 2.3); elimination
         * without exchanges is stable there. General decompositions are not used: Hipparchus 4.0.3 gives complex values for some
         * positive matrices, such as (2, 0.5, 0.06; 0.5, 0.05, 0.05; 0.05, 2, 2).
         */
        static double value(double[][] matrix) {
            double high = Math.min(greatestRowSum(matrix), greatestRowSum(transposed(matrix)));
            if (!isAbove(high, matrix)) {
                return high;
            }
            double nothing = high * NOTHING;
            double low = 0;
            while (high > nothing) {
                double middle = low + (high - low) / 2;
                if (middle <= low || middle >= high) {
                    return low;
                }
                if (isAbove(middle, matrix)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return 0;
        }

        private static double greatestRowSum(double[][] matrix) {
            return Arrays.stream(matrix)
                    .mapToDouble(row -> Arrays.stream(row).sum())
                    .max()
                    .orElse(0);
        }

        private static boolean isAbove(double place, double[][] matrix) {
            double[][] rows =
                    new Array2DRowRealMatrix(matrix, false).scalarMultiply(-1).getData();
            for (int k = 0; k < rows.length; k++) {
                rows[k][k] += place;
            }
            for (int k = 0; k < rows.length; k++) {
                double pivot = rows[k][k];
                if (!(pivot > 0)) {
                    return false;
                }
                for (int i = k + 1; i < rows.length; i++) {
                    double factor = rows[i][k] / pivot;
                    for (int j = k + 1; factor != 0 && j < rows.length; j++) {
                        rows[i][j] -= factor * rows[k][j];
                    }
                }
            }
            return true;
        }

        /** By inverse iteration from a place just above the eigenvalue, where all entries of the inverse are 0 or more. */
        static double[] vector(double[][] matrix, double value) {
            RealMatrix shifted = new Array2DRowRealMatrix(matrix, true).scalarMultiply(-1);
            double place = value + ABOVE * Math.max(value, Double.MIN_NORMAL);
            for (int i = 0; i < matrix.length; i++) {
                shifted.addToEntry(i, i, place);
            }
            DecompositionSolver solver = new LUDecomposition(shifted, 0).getSolver();
            double[] vector = new double[matrix.length];
            Arrays.fill(vector, 1.0 / vector.length);
            for (int step = 0; step < STEPS; step++) {
                vector = solver.solve(new ArrayRealVector(vector, false)).toArray();
                double sum = Arrays.stream(vector).map(Math::abs).sum();
                vector = Arrays.stream(vector).map(x -> Math.abs(x) / sum).toArray();
            }
            return vector;
        }
    }
}
