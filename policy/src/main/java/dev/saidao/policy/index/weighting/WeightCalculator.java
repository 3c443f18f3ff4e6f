package dev.saidao.policy.index.weighting;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.coherence.CoherenceCalculator;
import dev.saidao.policy.index.coherence.CorrelationMethod;
import dev.saidao.policy.index.coherence.PrincipalComponents;
import dev.saidao.policy.index.concentration.ConcentrationCalculator;
import dev.saidao.policy.internal.Columns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Finds weights of indicators from their scores. Such weights describe the data, not what matters.
 *
 * @since 0.1
 */
public final class WeightCalculator {

    /** Beyond it two columns say the same but for rounding. */
    private static final double ALIKE = 1 - 1e-12;

    private static final CoherenceCalculator COHERENCE = CoherenceCalculator.withDefaults();
    private static final ConcentrationCalculator CONCENTRATION = ConcentrationCalculator.withDefaults();
    private static final WeightCalculator DEFAULTS = new WeightCalculator();

    private WeightCalculator() {}

    /** {@return the calculator} */
    public static WeightCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Computes weights.
     *
     * @param weighting the method, one from data
     * @param scores the scores of each indicator, of the same two units or more, in the same order
     * @return the weights of the indicators, 0 or more; they add up to 1
     * @throws IllegalArgumentException if the weighting is not from data; if there are fewer than two units; if no indicator
     *     tells units apart; if all say the same, for {@link Weighting#CRITIC} and {@link Weighting#CRITIC_RANK}; if a score is
     *     negative, for {@link Weighting#ENTROPY} and {@link Weighting#GINI}, or not positive, for {@link Weighting#MEREC}
     */
    public Map<String, Double> weights(Weighting weighting, Map<String, double[]> scores) {
        requireUnits(scores);
        return switch (weighting) {
            case EQUAL, GIVEN -> throw new IllegalArgumentException("Weights must be from data: " + weighting);
            case STANDARD_DEVIATION -> shares(scores, WeightCalculator::deviation);
            case CRITIC -> shares(scores, column -> conflict(column, scores, CorrelationMethod.PEARSON));
            case CRITIC_RANK -> shares(scores, column -> conflict(column, scores, CorrelationMethod.SPEARMAN));
            case GINI -> shares(scores, WeightCalculator::inequality);
            case MEREC -> removalEffects(scores);
            case ENTROPY -> shares(scores, WeightCalculator::divergence);
            case FIRST_COMPONENT -> ofComponents(scores, WeightCalculator::squaresOfFirst);
            case FACTORS -> ofComponents(scores, components -> squaresOfFactors(components, components.factors()));
        };
    }

    /**
     * Computes weights by {@link Weighting#FACTORS}, from a stated number of factors.
     *
     * @param scores the scores, as for the other method
     * @param factors the number of factors, 1 to the number of indicators with spread
     * @return the weights of the indicators, 0 or more; they add up to 1
     * @throws IllegalArgumentException as the other method, or if the number is out of range
     */
    public Map<String, Double> factors(Map<String, double[]> scores, int factors) {
        requireUnits(scores);
        return ofComponents(scores, components -> squaresOfFactors(components, factors));
    }

    private static void requireUnits(Map<String, double[]> scores) {
        if (scores.values().stream().anyMatch(column -> column.length < 2)) {
            throw new IllegalArgumentException("Two units or more must have all scores, of "
                    + String.join(", ", scores.keySet()) + ": "
                    + scores.values().iterator().next().length);
        }
    }

    private static double conflict(double[] column, Map<String, double[]> columns, CorrelationMethod method) {
        double conflict = 0;
        for (double[] other : columns.values()) {
            // empty where one is constant; there is no conflict without spread
            double correlation = COHERENCE.correlation(column, other, method).orElse(1);
            conflict += correlation > ALIKE ? 0 : 1 - correlation;
        }
        return deviation(column) * conflict;
    }

    private static double inequality(double[] column) {
        for (double score : column) {
            Require.that(score >= 0, "Scores must be 0 or more for weights by Gini coefficients: %s", score);
        }
        return Columns.isConstant(column)
                ? 0
                : CONCENTRATION.giniCoefficient(Arrays.stream(column).boxed().toList());
    }

    private static Map<String, Double> removalEffects(Map<String, double[]> columns) {
        int units = columns.values().iterator().next().length;
        int children = columns.size();
        Map<String, double[]> distances = new LinkedHashMap<>();
        double[] sums = new double[units];
        columns.forEach((code, column) -> {
            double least = Arrays.stream(column).min().orElse(0);
            Require.that(least > 0, "Scores must be positive for weights by removal: %s", least);
            // ln(least / x) is 0 or less
            double[] of = Arrays.stream(column)
                    .map(x -> Math.log(x) - Math.log(least))
                    .toArray();
            Arrays.setAll(sums, unit -> sums[unit] + of[unit]);
            distances.put(code, of);
        });
        Map<String, Double> effects = new LinkedHashMap<>();
        distances.forEach((code, of) -> {
            double effect = 0;
            for (int unit = 0; unit < units; unit++) {
                effect += Math.abs(Math.log1p((sums[unit] - of[unit]) / children) - Math.log1p(sums[unit] / children));
            }
            effects.put(code, effect);
        });
        return shares(effects);
    }

    private static double divergence(double[] column) {
        double sum = Arrays.stream(column).sum();
        for (double score : column) {
            if (score < 0) {
                throw new IllegalArgumentException("Scores must be 0 or more for weights by entropy: " + score);
            }
        }
        if (Columns.isConstant(column) || sum == 0) {
            return 0;
        }
        double entropy = 0;
        for (double score : column) {
            entropy -= score == 0 ? 0 : score / sum * Math.log(score / sum);
        }
        return Math.max(0, 1 - entropy / Math.log(column.length));
    }

    private static Map<String, Double> ofComponents(
            Map<String, double[]> columns, Function<PrincipalComponents, Map<String, Double>> rule) {
        Map<String, double[]> spread = new LinkedHashMap<>(columns);
        spread.values().removeIf(Columns::isConstant);
        Map<String, Double> weights = new LinkedHashMap<>();
        columns.keySet().forEach(code -> weights.put(code, 0.0));
        if (!spread.isEmpty()) {
            COHERENCE.principalComponents(spread).map(rule).ifPresent(weights::putAll);
        }
        return shares(weights);
    }

    private static Map<String, Double> squaresOfFirst(PrincipalComponents components) {
        double eigenvalue = components.eigenvalues().get(0);
        Map<String, Double> squares = new LinkedHashMap<>();
        components.loadings().forEach((code, row) -> squares.put(code, row.get(0) * row.get(0) / eigenvalue));
        return squares;
    }

    /** The square of the loading on the factor in whose variance it is the largest share (Handbook, tables 9 and 10). */
    private static Map<String, Double> squaresOfFactors(PrincipalComponents components, int factors) {
        Map<String, List<Double>> rotated = components.varimaxLoadings(factors);
        double[] explained = new double[factors];
        for (List<Double> row : rotated.values()) {
            Arrays.setAll(explained, f -> explained[f] + row.get(f) * row.get(f));
        }
        Map<String, Double> squares = new LinkedHashMap<>();
        rotated.forEach((code, row) -> {
            double largest = -1;
            for (int f = 0; f < factors; f++) {
                double square = row.get(f) * row.get(f);
                double share = explained[f] == 0 ? 0 : square / explained[f];
                if (share > largest) {
                    largest = share;
                    squares.put(code, square);
                }
            }
        });
        return squares;
    }

    private static Map<String, Double> shares(Map<String, double[]> columns, ToDoubleFunction<double[]> importance) {
        Map<String, Double> weights = new LinkedHashMap<>();
        columns.forEach((code, column) -> weights.put(code, importance.applyAsDouble(column)));
        return shares(weights);
    }

    private static Map<String, Double> shares(Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(x -> x).sum();
        Require.that(
                sum > 0, "Scores must tell units apart for weights from data: %s", String.join(", ", weights.keySet()));
        weights.replaceAll((code, weight) -> weight / sum);
        return weights;
    }

    private static double deviation(double[] scores) {
        if (Columns.isConstant(scores)) {
            return 0;
        }
        double mean = Arrays.stream(scores).average().orElse(0);
        return Math.sqrt(Arrays.stream(scores)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0));
    }
}
