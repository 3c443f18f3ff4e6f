package dev.saidao.policy.index.coherence;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.ranking.TieRule;
import dev.saidao.policy.internal.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures whether indicators go together: correlations, Cronbach's alpha, principal components.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 4 and table 11.
 *
 * @since 0.1
 */
public final class CoherenceCalculator {

    private static final CoherenceCalculator DEFAULTS = new CoherenceCalculator();

    private CoherenceCalculator() {}

    /** {@return the calculator} */
    public static CoherenceCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Computes the correlation of two columns.
     *
     * @param one the values of a column
     * @param other the values of another column, of the same units in the same order
     * @param method the method
     * @return the correlation, -1 to 1; empty if there are fewer than two units, or if one column is the same for all of
     *     them
     * @throws IllegalArgumentException if the columns differ in length
     */
    public OptionalDouble correlation(double[] one, double[] other, CorrelationMethod method) {
        Require.that(one.length == other.length, "Columns must be of the same units: %s, %s", one.length, other.length);
        if (Columns.isConstant(one) || Columns.isConstant(other)) {
            return OptionalDouble.empty();
        }
        double correlation = switch (method) {
            case PEARSON -> pearson(one, other);
            case SPEARMAN -> pearson(TieRule.AVERAGE.ranks(one), TieRule.AVERAGE.ranks(other));
            case KENDALL -> kendall(one, other);
        };
        return OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
    }

    /**
     * Computes Cronbach's alpha of standardized columns: how far they measure one thing.
     *
     * <pre>{@code alpha = k r / (1 + (k - 1) r)}</pre>
     *
     * <p>with k columns and r the mean of Pearson's r over all pairs. Below 0 if the columns go against each other.
     *
     * @param columns two columns or more, of the same units; those where less is better are taken as they are
     * @return alpha, 1 or less; empty if there are fewer than two units, if a column is the same for all of them, or if r is
     *     so negative that the formula has no value
     * @throws IllegalArgumentException if there are fewer than two columns
     */
    public OptionalDouble cronbachAlpha(Map<String, double[]> columns) {
        Require.that(columns.size() >= 2, "Columns must be two or more: %s", columns.keySet());
        List<double[]> values = List.copyOf(columns.values());
        if (values.stream().anyMatch(Columns::isConstant)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < values.size(); a++) {
            for (int b = a + 1; b < values.size(); b++) {
                sum += pearson(values.get(a), values.get(b));
                pairs++;
            }
        }
        int k = columns.size();
        double divisor = 1 + (k - 1) * sum / pairs;
        return divisor > 1e-12 ? OptionalDouble.of(k * sum / pairs / divisor) : OptionalDouble.empty();
    }

    /**
     * Computes Cronbach's raw alpha {@code k / (k - 1) × (1 - Σ variance / variance of the sum)}, from covariances: columns of larger
     * spread count more.
     *
     * @param columns two columns or more, of the same units and of one scale; those where less is better are taken as they are
     * @return alpha, 1 or less; empty if there are fewer than two units, if a column is the same for all of them, or if their sum is
     * @throws IllegalArgumentException if there are fewer than two columns
     */
    public OptionalDouble rawAlpha(Map<String, double[]> columns) {
        Require.that(columns.size() >= 2, "Columns must be two or more: %s", columns.keySet());
        List<double[]> values = List.copyOf(columns.values());
        if (values.stream().anyMatch(Columns::isConstant)) {
            return OptionalDouble.empty();
        }
        double[] sums = new double[values.get(0).length];
        double variances = 0;
        for (double[] column : values) {
            Arrays.setAll(sums, unit -> sums[unit] + column[unit]);
            variances += squares(column);
        }
        double ofSum = squares(sums);
        double k = columns.size();
        return ofSum > variances * 1e-12
                ? OptionalDouble.of(k / (k - 1) * (1 - variances / ofSum))
                : OptionalDouble.empty();
    }

    private static double squares(double[] column) {
        double mean = Arrays.stream(column).average().orElse(0);
        return Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
    }

    /**
     * Computes the principal components of columns, from their correlations.
     *
     * @param columns one column or more, of the same units; those where less is better are taken as they are
     * @return the components; empty if there are fewer than two units, or if a column is the same for all of them
     * @throws IllegalArgumentException if there is no column
     */
    public Optional<PrincipalComponents> principalComponents(Map<String, double[]> columns) {
        Require.that(!columns.isEmpty(), "Columns must be one or more: %s", columns.keySet());
        return columns.values().stream().anyMatch(Columns::isConstant)
                ? Optional.empty()
                : Optional.of(new PrincipalComponents(columns));
    }

    /** Pearson's r of columns neither of which is constant. */
    static double pearson(double[] x, double[] y) {
        double[] a = centred(x);
        double[] b = centred(y);
        double products = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            products += a[i] * b[i];
            squaresOfA += a[i] * a[i];
            squaresOfB += b[i] * b[i];
        }
        return products / Math.sqrt(squaresOfA) / Math.sqrt(squaresOfB);
    }

    /** Deviations from the mean, on the range of the values, where squares neither overflow nor vanish. */
    private static double[] centred(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - low;
        double[] shares = Arrays.stream(values).map(x -> (x - low) / range).toArray();
        double mean = Arrays.stream(shares).average().orElse(0);
        return Arrays.stream(shares).map(x -> x - mean).toArray();
    }

    private static double kendall(double[] x, double[] y) {
        long same = 0;
        long opposite = 0;
        long tiedInX = 0;
        long tiedInY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                // 0.0 and -0.0 are equal values
                int inX = x[i] == x[j] ? 0 : Double.compare(x[i], x[j]);
                int inY = y[i] == y[j] ? 0 : Double.compare(y[i], y[j]);
                same += inX * inY > 0 ? 1 : 0;
                opposite += inX * inY < 0 ? 1 : 0;
                tiedInX += inX == 0 && inY != 0 ? 1 : 0;
                tiedInY += inX != 0 && inY == 0 ? 1 : 0;
            }
        }
        double untied = (double) same + opposite;
        return (same - opposite) / Math.sqrt(untied + tiedInX) / Math.sqrt(untied + tiedInY);
    }
}
