package dev.saidao.core.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Finds weights of the children of an aggregate from their scores: children that tell units apart get more. The units that have
 * a score of every child are looked at. Such weights describe the data, not what matters.
 *
 * <p>Sources: Diakoulaki, Mavrotas and Papayannakis (1995), "Determining objective weights in multiple criteria problems: the
 * CRITIC method"; Zeleny (1982), Multiple Criteria Decision Making, for entropy.
 */
public final class WeightCalculator {

    /** Beyond it two columns say the same but for rounding. */
    private static final double ALIKE = 1 - 1e-12;

    private static final WeightCalculator DEFAULTS = new WeightCalculator();

    private WeightCalculator() {}

    /** {@return the calculator} */
    public static WeightCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Computes weights in proportion to the standard deviations of the scores.
     *
     * @param result normalised scores
     * @param code the code of the aggregate
     * @return the weights of its children, 0 or more; they add up to 1
     * @throws IllegalArgumentException if there is no such aggregate; if fewer than two units have all scores; if no
     *     child tells units apart
     */
    public Map<String, Double> standardDeviation(CompositeResult result, String code) {
        return shares(columns(result, code), WeightCalculator::deviation, code);
    }

    /**
     * Computes weights by CRITIC: a child counts for its spread and for its conflict with the others,
     * {@code c_j = σ_j Σ_k (1 - r_jk)}, with Pearson's r; a child without spread counts nothing.
     *
     * @param result normalised scores
     * @param code the code of the aggregate
     * @return the weights of its children, 0 or more; they add up to 1
     * @throws IllegalArgumentException as {@link #standardDeviation}, or if all children say the same
     */
    public Map<String, Double> critic(CompositeResult result, String code) {
        Map<String, double[]> columns = columns(result, code);
        return shares(
                columns,
                column -> {
                    double deviation = deviation(column);
                    double conflict = 0;
                    for (double[] other : columns.values()) {
                        if (deviation > 0 && deviation(other) > 0) {
                            double correlation = CoherenceCalculator.pearson(column, other);
                            conflict += correlation > ALIKE ? 0 : 1 - correlation;
                        }
                    }
                    return deviation * conflict;
                },
                code);
    }

    /**
     * Computes weights by entropy: {@code 1 - e_j} with {@code e_j = - Σ p ln p / ln n} and p the shares of the units in the
     * sum of the scores; a child whose sum is 0 counts nothing.
     *
     * @param result normalised scores, 0 or more
     * @param code the code of the aggregate
     * @return the weights of its children, 0 or more; they add up to 1
     * @throws IllegalArgumentException as {@link #standardDeviation}, or if a score is negative
     */
    public Map<String, Double> entropy(CompositeResult result, String code) {
        return shares(
                columns(result, code),
                column -> {
                    double sum = Arrays.stream(column).sum();
                    if (deviation(column) == 0 || sum == 0) {
                        return 0;
                    }
                    double entropy = 0;
                    for (double score : column) {
                        if (score < 0) {
                            throw new IllegalArgumentException(
                                    "Scores must be 0 or more for weights by entropy: " + score);
                        }
                        entropy -= score == 0 ? 0 : score / sum * Math.log(score / sum);
                    }
                    return Math.max(0, 1 - entropy / Math.log(column.length));
                },
                code);
    }

    private static Map<String, double[]> columns(CompositeResult result, String code) {
        List<String> children = result
                .framework()
                .children(result.framework().node(code).code())
                .stream()
                .map(IndicatorNode::code)
                .toList();
        if (children.isEmpty()) {
            throw new IllegalArgumentException("Node must have children: " + code);
        }
        List<String> units = new ArrayList<>();
        for (String unit : result.units()) {
            if (children.stream().allMatch(child -> result.status(unit, child).isScored())) {
                units.add(unit);
            }
        }
        if (units.size() < 2) {
            throw new IllegalArgumentException(
                    "Two units or more must have a score of every child of " + code + ": " + units.size());
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String child : children) {
            columns.put(
                    child,
                    units.stream()
                            .mapToDouble(unit -> result.score(unit, child).orElseThrow())
                            .toArray());
        }
        return columns;
    }

    private static Map<String, Double> shares(
            Map<String, double[]> columns, ToDoubleFunction<double[]> importance, String code) {
        Map<String, Double> weights = new LinkedHashMap<>();
        columns.forEach((child, column) -> weights.put(child, importance.applyAsDouble(column)));
        double sum = weights.values().stream().mapToDouble(x -> x).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "A child of " + code + " must tell units apart for weights from data: " + sum);
        }
        weights.replaceAll((child, weight) -> weight / sum);
        return weights;
    }

    private static double deviation(double[] scores) {
        if (CoherenceCalculator.isConstant(scores)) {
            return 0;
        }
        double mean = Arrays.stream(scores).average().orElse(0);
        return Math.sqrt(Arrays.stream(scores)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0));
    }
}
