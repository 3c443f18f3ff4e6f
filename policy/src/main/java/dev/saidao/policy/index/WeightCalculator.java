package dev.saidao.policy.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds weights of the children of an aggregate from their scores. The units that have a score of every child are looked at.
 * Such weights describe the data, not what matters.
 *
 * <p>Sources: Diakoulaki, Mavrotas and Papayannakis (1995), "Determining objective weights in multiple criteria problems: the
 * CRITIC method"; Zeleny (1982), Multiple Criteria Decision Making, for entropy; OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 6, for components and factors.
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
        return weights(Weighting.STANDARD_DEVIATION, columns(result, code), code);
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
        return weights(Weighting.CRITIC, columns(result, code), code);
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
        return weights(Weighting.ENTROPY, columns(result, code), code);
    }

    /**
     * Computes weights from the first principal component of the correlations: the squares of its coefficients. A child without
     * spread counts nothing.
     *
     * @param result normalised scores
     * @param code the code of the aggregate
     * @return the weights of its children, 0 or more; they add up to 1
     * @throws IllegalArgumentException as {@link #standardDeviation}
     */
    public Map<String, Double> firstComponent(CompositeResult result, String code) {
        return weights(Weighting.FIRST_COMPONENT, columns(result, code), code);
    }

    /**
     * Computes weights from rotated factors: the components that explain more than a tenth of the variance each are rotated by
     * varimax; a child belongs to the factor in whose variance it has the largest share, and counts that share times the
     * variance which the factor explains. A child without spread counts nothing.
     *
     * @param result normalised scores
     * @param code the code of the aggregate
     * @return the weights of its children, 0 or more; they add up to 1
     * @throws IllegalArgumentException as {@link #standardDeviation}
     */
    public Map<String, Double> factors(CompositeResult result, String code) {
        return weights(Weighting.FACTORS, columns(result, code), code);
    }

    /**
     * Computes weights as {@link #factors(CompositeResult, String)} does, from a stated number of factors.
     *
     * @param result normalised scores
     * @param code the code of the aggregate
     * @param factors the number of factors, 1 to the number of children with spread
     * @return the weights of its children, 0 or more; they add up to 1
     * @throws IllegalArgumentException as {@link #standardDeviation}, or if the number is out of range
     */
    public Map<String, Double> factors(CompositeResult result, String code, int factors) {
        return ofComponents(columns(result, code), code, components -> components.weightsOfFactors(factors));
    }

    /** The weights of columns that are complete; one column alone has weight 1. */
    static Map<String, Double> weights(Weighting weighting, Map<String, double[]> columns, String code) {
        return switch (weighting) {
            case EQUAL, GIVEN -> throw new IllegalStateException("Weights must be from data: " + weighting);
            case STANDARD_DEVIATION -> shares(columns, WeightCalculator::deviation, code);
            case CRITIC -> shares(columns, column -> conflict(column, columns), code);
            case ENTROPY -> shares(columns, WeightCalculator::divergence, code);
            case FIRST_COMPONENT -> ofComponents(columns, code, PrincipalComponents::weightsOfFirst);
            case FACTORS ->
                ofComponents(columns, code, components -> components.weightsOfFactors(components.factors()));
        };
    }

    private static double conflict(double[] column, Map<String, double[]> columns) {
        double deviation = deviation(column);
        double conflict = 0;
        for (double[] other : columns.values()) {
            if (deviation > 0 && deviation(other) > 0) {
                double correlation = CoherenceCalculator.pearson(column, other);
                conflict += correlation > ALIKE ? 0 : 1 - correlation;
            }
        }
        return deviation * conflict;
    }

    private static double divergence(double[] column) {
        double sum = Arrays.stream(column).sum();
        for (double score : column) {
            if (score < 0) {
                throw new IllegalArgumentException("Scores must be 0 or more for weights by entropy: " + score);
            }
        }
        if (deviation(column) == 0 || sum == 0) {
            return 0;
        }
        double entropy = 0;
        for (double score : column) {
            entropy -= score == 0 ? 0 : score / sum * Math.log(score / sum);
        }
        return Math.max(0, 1 - entropy / Math.log(column.length));
    }

    private static Map<String, Double> ofComponents(
            Map<String, double[]> columns, String code, Function<PrincipalComponents, double[]> rule) {
        Map<String, double[]> spread = new LinkedHashMap<>(columns);
        spread.values().removeIf(CoherenceCalculator::isConstant);
        Map<String, Double> found = new LinkedHashMap<>();
        if (!spread.isEmpty()) {
            double[] weights = rule.apply(new PrincipalComponents(spread));
            List<String> codes = List.copyOf(spread.keySet());
            IntStream.range(0, weights.length).forEach(i -> found.put(codes.get(i), weights[i]));
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        columns.keySet().forEach(child -> weights.put(child, found.getOrDefault(child, 0.0)));
        return shares(weights, code);
    }

    /** The scores of the children, of the units that have all of them. */
    static Map<String, double[]> columns(CompositeResult result, String code) {
        List<IndicatorNode> children =
                result.framework().children(result.framework().node(code).code());
        if (children.isEmpty()) {
            throw new IllegalArgumentException("Node must have children: " + code);
        }
        return complete(
                children.stream().map(IndicatorNode::code).toList(),
                children.stream().map(child -> result.scores(child.code())).toList(),
                code);
    }

    /**
     * The rows without a gap.
     *
     * @param codes the codes of the columns
     * @param columns the columns, in which a number that is not finite is a gap
     * @param code the code of the aggregate above them, for messages
     */
    static Map<String, double[]> complete(List<String> codes, List<double[]> columns, String code) {
        int[] units = IntStream.range(0, columns.get(0).length)
                .filter(unit -> columns.stream().allMatch(column -> Double.isFinite(column[unit])))
                .toArray();
        if (units.length < 2) {
            throw new IllegalArgumentException(
                    "Two units or more must have a score of every child of " + code + ": " + units.length);
        }
        Map<String, double[]> complete = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            double[] column = columns.get(i);
            complete.put(
                    codes.get(i),
                    IntStream.of(units).mapToDouble(unit -> column[unit]).toArray());
        }
        return complete;
    }

    private static Map<String, Double> shares(
            Map<String, double[]> columns, ToDoubleFunction<double[]> importance, String code) {
        Map<String, Double> weights = new LinkedHashMap<>();
        columns.forEach((child, column) -> weights.put(child, importance.applyAsDouble(column)));
        return shares(weights, code);
    }

    private static Map<String, Double> shares(Map<String, Double> weights, String code) {
        double sum = weights.values().stream().mapToDouble(x -> x).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "A child of " + code + " must tell units apart for weights from data: " + sum);
        }
        Map<String, Double> shares = new LinkedHashMap<>(weights);
        shares.replaceAll((child, weight) -> weight / sum);
        return shares;
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
