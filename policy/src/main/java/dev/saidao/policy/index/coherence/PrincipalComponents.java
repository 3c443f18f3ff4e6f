package dev.saidao.policy.index.coherence;

import dev.saidao.core.internal.Require;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The principal components of several indicators, from their correlations: how many dimensions the indicators really have, and
 * which of them go together.
 *
 * <p>A component is defined but for its sign; here its loadings have a sum of 0 or more.
 *
 * <p>Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 4 and 6; Kaiser (1958), "The varimax
 * criterion for analytic rotation in factor analysis".
 *
 * @since 0.1
 */
public final class PrincipalComponents {

    private static final int MOST_SWEEPS = 1_000;
    private static final double SMALLEST_ANGLE = 1e-12;

    private final List<String> codes;
    private final double[] eigenvalues;
    /** By indicator, then component. */
    private final double[][] loadings;

    /** The components of columns none of which is constant. */
    PrincipalComponents(Map<String, double[]> columns) {
        this.codes = List.copyOf(columns.keySet());
        List<double[]> values = List.copyOf(columns.values());
        int n = values.size();
        double[][] correlations = new double[n][n];
        for (int i = 0; i < n; i++) {
            correlations[i][i] = 1;
            for (int j = 0; j < i; j++) {
                correlations[i][j] = CoherenceCalculator.pearson(values.get(i), values.get(j));
                correlations[j][i] = correlations[i][j];
            }
        }
        EigenDecompositionSymmetric decomposition =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(correlations, false));
        // the largest first; correlations have no negative eigenvalue but for rounding
        this.eigenvalues = Arrays.stream(decomposition.getEigenvalues())
                .map(eigenvalue -> Math.max(0, eigenvalue))
                .toArray();
        this.loadings = decomposition.getV().getData();
        for (double[] row : loadings) {
            Arrays.setAll(row, component -> row[component] * Math.sqrt(eigenvalues[component]));
        }
        for (int component = 0; component < n; component++) {
            turn(loadings, component);
        }
    }

    private static void turn(double[][] loadings, int component) {
        double sum = Arrays.stream(loadings).mapToDouble(row -> row[component]).sum();
        if (sum < 0) {
            for (double[] row : loadings) {
                row[component] = -row[component];
            }
        }
    }

    /** {@return the codes of the indicators} */
    public List<String> codes() {
        return codes;
    }

    /** {@return the eigenvalues, the largest first; they add up to the number of indicators} */
    public List<Double> eigenvalues() {
        return Arrays.stream(eigenvalues).boxed().toList();
    }

    /** {@return the share of the variance that each component explains; they add up to 1} */
    public List<Double> varianceShares() {
        return Arrays.stream(eigenvalues).map(x -> x / codes.size()).boxed().toList();
    }

    /**
     * Returns the loadings: the correlation of each indicator with each component.
     *
     * @return by the code of the indicator, the loading on each component, in the order of the eigenvalues
     */
    public Map<String, List<Double>> loadings() {
        return byCode(loadings);
    }

    /**
     * Returns the loadings on the first components after a varimax rotation, with the rows brought to length 1 first, as Kaiser
     * does: each indicator then loads on few factors.
     *
     * @param factors how many components are rotated, 1 to the number of indicators
     * @return by the code of the indicator, the loading on each factor, in the order of the components they come from
     * @throws IllegalArgumentException if the number is out of range
     */
    public Map<String, List<Double>> varimaxLoadings(int factors) {
        return byCode(varimax(factors));
    }

    /**
     * Returns the number of components that explain more than a tenth of the variance each, as in the Handbook's example.
     *
     * @return the number, 1 or more
     */
    public int factors() {
        return Math.max(1, (int)
                Arrays.stream(eigenvalues).filter(x -> x > 0.1 * codes.size()).count());
    }

    private double[][] varimax(int factors) {
        Require.that(factors >= 1 && factors <= codes.size(), "Factors must be 1 to %s: %s", codes.size(), factors);
        double[] lengths = new double[loadings.length];
        double[][] rotated = new double[loadings.length][];
        for (int i = 0; i < rotated.length; i++) {
            double[] row = Arrays.copyOf(loadings[i], factors);
            double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
            lengths[i] = length;
            rotated[i] =
                    Arrays.stream(row).map(x -> length == 0 ? 0 : x / length).toArray();
        }
        double largest = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && largest > SMALLEST_ANGLE; sweep++) {
            largest = 0;
            for (int f = 0; f < factors; f++) {
                for (int g = f + 1; g < factors; g++) {
                    largest = Math.max(largest, Math.abs(rotate(rotated, f, g)));
                }
            }
        }
        for (int i = 0; i < rotated.length; i++) {
            for (int f = 0; f < factors; f++) {
                rotated[i][f] *= lengths[i];
            }
        }
        for (int f = 0; f < factors; f++) {
            turn(rotated, f);
        }
        return rotated;
    }

    /** Rotates two factors by the angle of the largest varimax criterion; Kaiser's formula. */
    private static double rotate(double[][] rows, int f, int g) {
        double u = 0;
        double v = 0;
        double c = 0;
        double d = 0;
        for (double[] row : rows) {
            double difference = row[f] * row[f] - row[g] * row[g];
            double product = 2 * row[f] * row[g];
            u += difference;
            v += product;
            c += difference * difference - product * product;
            d += 2 * difference * product;
        }
        int n = rows.length;
        double angle = Math.atan2(d - 2 * u * v / n, c - (u * u - v * v) / n) / 4;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        for (double[] row : rows) {
            double x = row[f];
            row[f] = x * cosine + row[g] * sine;
            row[g] = row[g] * cosine - x * sine;
        }
        return angle;
    }

    private Map<String, List<Double>> byCode(double[][] rows) {
        Map<String, List<Double>> byCode = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            byCode.put(codes.get(i), Arrays.stream(rows[i]).boxed().toList());
        }
        return byCode;
    }
}
