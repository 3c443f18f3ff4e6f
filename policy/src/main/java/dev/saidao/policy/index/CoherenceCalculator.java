package dev.saidao.policy.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures whether indicators go together: correlations, Cronbach's alpha, principal components.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 4 and table 11.
 */
public final class CoherenceCalculator {

    private static final CoherenceCalculator DEFAULTS = new CoherenceCalculator();

    private CoherenceCalculator() {}

    /** {@return the calculator} */
    public static CoherenceCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Computes the correlation of two columns over the units that have both values.
     *
     * @param table the values
     * @param one the code of a column
     * @param other the code of another column
     * @param method the method
     * @return the correlation, -1 to 1; empty if fewer than two units have both values, or if one column is the same for
     *     all of them
     * @throws IllegalArgumentException if there is no such column
     */
    public OptionalDouble correlation(IndicatorTable table, String one, String other, CorrelationMethod method) {
        List<double[]> columns = complete(table, List.of(one, other));
        double[] x = columns.get(0);
        double[] y = columns.get(1);
        if (isConstant(x) || isConstant(y)) {
            return OptionalDouble.empty();
        }
        double correlation = switch (method) {
            case PEARSON -> pearson(x, y);
            case SPEARMAN -> pearson(TieRule.AVERAGE.ranks(x), TieRule.AVERAGE.ranks(y));
            case KENDALL -> kendall(x, y);
        };
        return OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
    }

    /**
     * Computes Cronbach's alpha of standardised columns over the units that have all values: how far they measure one thing.
     *
     * <pre>{@code alpha = k r / (1 + (k - 1) r)}</pre>
     *
     * <p>with k columns and r the mean of Pearson's r over all pairs. Below 0 if the columns go against each other.
     *
     * @param table the values
     * @param columns the codes of two columns or more, each once; those where less is better are taken as they are
     * @return alpha, 1 or less; empty if fewer than two units have all values, if a column is the same for all of them, or if
     *     r is so negative that the formula has no value
     * @throws IllegalArgumentException if there is no such column, or there are fewer than two, or one is there twice
     */
    public OptionalDouble cronbachAlpha(IndicatorTable table, List<String> columns) {
        if (columns.size() < 2 || columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("Columns must be two or more, each once: " + columns);
        }
        List<double[]> values = complete(table, columns);
        if (values.stream().anyMatch(CoherenceCalculator::isConstant)) {
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
     * Computes the principal components of columns over the units that have all values, from their correlations.
     *
     * @param table the values
     * @param columns the codes of one column or more, each once; those where less is better are taken as they are
     * @return the components; empty if fewer than two units have all values, or if a column is the same for all of them
     * @throws IllegalArgumentException if there is no such column, or none is named, or one is there twice
     */
    public Optional<PrincipalComponents> principalComponents(IndicatorTable table, List<String> columns) {
        if (columns.isEmpty() || columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("Columns must be one or more, each once: " + columns);
        }
        List<double[]> values = complete(table, columns);
        if (values.stream().anyMatch(CoherenceCalculator::isConstant)) {
            return Optional.empty();
        }
        Map<String, double[]> byCode = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byCode.put(columns.get(i), values.get(i));
        }
        return Optional.of(new PrincipalComponents(byCode));
    }

    /** The columns, of the units that have all their values. */
    private static List<double[]> complete(IndicatorTable table, List<String> codes) {
        List<double[]> columns = new ArrayList<>();
        codes.forEach(code -> columns.add(table.column(code)));
        boolean[] whole = new boolean[table.units().size()];
        Arrays.fill(whole, true);
        for (double[] column : columns) {
            for (int unit = 0; unit < whole.length; unit++) {
                whole[unit] &= !Double.isNaN(column[unit]);
            }
        }
        return columns.stream().map(column -> chosen(column, whole)).toList();
    }

    private static double[] chosen(double[] column, boolean[] whole) {
        double[] chosen = new double[column.length];
        int count = 0;
        for (int unit = 0; unit < column.length; unit++) {
            if (whole[unit]) {
                chosen[count++] = column[unit];
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    static boolean isConstant(double[] values) {
        return Arrays.stream(values).distinct().count() < 2;
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
