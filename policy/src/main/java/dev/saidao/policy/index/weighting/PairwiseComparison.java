package dev.saidao.policy.index.weighting;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.Places;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights from judgements by pairs: the analytic hierarchy process (AHP). Each pair of items is judged once: how many times as
 * important is the one as the other? The weights are the principal eigenvector of the matrix of these ratios.
 *
 * <p>Sources: Saaty (1980), The Analytic Hierarchy Process; OECD/JRC, Handbook on Constructing Composite Indicators (2008),
 * step 6 and table 20.
 *
 * @since 0.1
 */
public final class PairwiseComparison {

    /** The largest number of items: the random indices go as far. */
    public static final int MAX_ITEMS = 15;

    /** Mean consistency indices of random matrices of 1 to 15 items, Saaty (1980). */
    private static final double[] RANDOM_INDEX = {
        0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };

    private static final double MOST = 1_000;
    private static final int MOST_STEPS = 100_000;
    private static final double ENOUGH = 1e-15;

    private final List<String> items;
    private final double[] weights;
    private final double eigenvalue;

    private PairwiseComparison(List<String> items, double[][] ratios) {
        this.items = items;
        double[] vector = new double[ratios.length];
        Arrays.fill(vector, 1.0 / ratios.length);
        double sum = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = product(ratios, vector);
            sum = Arrays.stream(next).sum();
            double change = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            if (change < ENOUGH) {
                break;
            }
        }
        this.weights = vector;
        // the vector adds up to 1, so that its product adds up to the eigenvalue
        this.eigenvalue = Arrays.stream(product(ratios, vector)).sum();
    }

    private static double[] product(double[][] ratios, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += ratios[i][j] * vector[j];
            }
        }
        return product;
    }

    /**
     * Returns a builder of a comparison.
     *
     * @param items what is compared, 1 to {@value #MAX_ITEMS}
     * @return the builder
     * @throws IllegalArgumentException if their number is out of range or one is there twice
     */
    public static Builder builder(List<String> items) {
        return new Builder(items);
    }

    /** {@return the weight of each item, above 0; they add up to 1} */
    public Map<String, Double> weights() {
        Map<String, Double> byItem = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            byItem.put(items.get(i), weights[i]);
        }
        return byItem;
    }

    /** {@return the largest eigenvalue λ, the number of items n if all judgements agree, and more if they do not} */
    public double largestEigenvalue() {
        return eigenvalue;
    }

    /** {@return the consistency index {@code (λ - n) / (n - 1)}; 0 for up to two items, which cannot disagree} */
    public double consistencyIndex() {
        int n = weights.length;
        return n <= 2 ? 0 : Math.max(0, (eigenvalue - n) / (n - 1));
    }

    /**
     * Returns the consistency ratio: the index by that of random judgements, after Saaty (1980), which is 0.58, 0.90, 1.12,
     * 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59 for 3 to 15 items.
     *
     * @return the ratio; 0 for up to two items; up to 0.1 is held to be good enough
     */
    public double consistencyRatio() {
        return weights.length <= 2 ? 0 : consistencyIndex() / RANDOM_INDEX[weights.length - 1];
    }

    /**
     * Builds a comparison.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final Places places;
        private final double[][] ratios;

        private Builder(List<String> items) {
            this.places = new Places("Item", items);
            Require.that(
                    !items.isEmpty() && items.size() <= MAX_ITEMS,
                    "Items must be 1 to %s: %s",
                    MAX_ITEMS,
                    items.size());
            ratios = new double[items.size()][items.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i][i] = 1;
            }
        }

        /**
         * Judges a pair.
         *
         * @param one an item
         * @param other another item
         * @param times how many times as important the first is as the second, 0.001 to 1,000; on Saaty's scale 1 to 9 or
         *     one by that
         * @return this builder
         * @throws IllegalArgumentException if there is no such item, or they are the same one; if the pair was judged before;
         *     if the number is out of range
         */
        public Builder judgement(String one, String other, double times) {
            int a = places.of(one);
            int b = places.of(other);
            Require.that(a != b && ratios[a][b] == 0, "Pair must be of two items and judged once: %s, %s", one, other);
            Require.that(times >= 1 / MOST && times <= MOST, "Judgement must be 0.001 to 1000: %s", times);
            ratios[a][b] = times;
            ratios[b][a] = 1 / times;
            return this;
        }

        /**
         * Returns the comparison.
         *
         * @return the comparison
         * @throws IllegalArgumentException if a pair was not judged
         */
        public PairwiseComparison build() {
            List<String> items = places.names();
            for (int a = 0; a < ratios.length; a++) {
                for (int b = 0; b < a; b++) {
                    if (ratios[a][b] == 0) {
                        throw new IllegalArgumentException(
                                "Pair must be judged: " + items.get(b) + ", " + items.get(a));
                    }
                }
            }
            return new PairwiseComparison(items, ratios);
        }
    }
}
