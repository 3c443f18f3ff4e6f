package dev.saidao.policy.index;

import dev.saidao.policy.index.weighting.Weighting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Scores one index again and again under other weights and aggregations, on plain arrays. What depends on neither, the scores
 * of the indicators, is computed once. For one result with all that stands behind it there is {@link CompositeCalculator}.
 *
 * @since 0.1
 */
public final class IndexScorer {

    private final CompositeRecipe recipe;
    private final List<String> units;
    /** The nodes below the index and itself, children first. */
    private final List<String> codes;

    private final int[] levels;
    private final List<List<IndicatorNode>> children;
    /** Places of the children among the nodes; none for an indicator. */
    private final int[][] places;

    /** By place of the node; unused for aggregates. */
    private final List<ScoreColumn> ofIndicators;

    private IndexScorer(CompositeResult result, CompositeRecipe recipe, String code) {
        IndicatorFramework framework = result.framework();
        this.recipe = recipe;
        this.units = result.units();
        Set<String> below = Set.copyOf(framework.below(code));
        this.codes =
                framework.levels().keySet().stream().filter(below::contains).toList();
        this.levels = codes.stream().mapToInt(framework::level).toArray();
        this.children = codes.stream().map(framework::children).toList();
        this.places = children.stream()
                .map(nodes -> nodes.stream()
                        .mapToInt(child -> codes.indexOf(child.code()))
                        .toArray())
                .toArray(int[][]::new);
        Map<String, ScoreColumn> scored = new HashMap<>();
        List<IndicatorTable> others = CompositeCalculator.others(framework, result.table(), recipe);
        for (IndicatorNode indicator : framework.indicators()) {
            if (below.contains(indicator.code())) {
                scored.put(indicator.code(), new IndicatorSteps(indicator, result.table(), others, recipe).scores());
            }
        }
        ScoreColumn none = ScoreColumn.unset(new double[0]);
        this.ofIndicators =
                codes.stream().map(node -> scored.getOrDefault(node, none)).toList();
    }

    /**
     * Prepares an index.
     *
     * @param result a result with the framework and the table
     * @param recipe the steps; weighting and aggregation are looked at only where a run leaves them alone
     * @param code the code of the index
     * @return the scorer
     * @throws IllegalArgumentException as {@link CompositeCalculator#calculate}; if there is no such index
     */
    public static IndexScorer of(CompositeResult result, CompositeRecipe recipe, String code) {
        return new IndexScorer(result, recipe, code);
    }

    /**
     * Computes the scores of the index.
     *
     * @param weighting where the weights come from
     * @param aggregation the aggregation of the levels that have none of their own in the recipe
     * @param weights what is done to each weight, aggregate by aggregate, children first
     * @return the scores in the order of the units; not finite for a unit that has none
     * @throws IllegalArgumentException as {@link CompositeCalculator#calculate}
     */
    public double[] scores(Weighting weighting, Aggregation aggregation, DoubleUnaryOperator weights) {
        double[][] scores = new double[places.length][];
        for (int node = 0; node < places.length; node++) {
            scores[node] = places[node].length == 0
                    ? ofIndicators.get(node).scores()
                    : aggregated(node, scores, weighting, aggregation, weights);
        }
        return scores[places.length - 1];
    }

    private double[] aggregated(
            int node, double[][] all, Weighting weighting, Aggregation aggregation, DoubleUnaryOperator change) {
        List<double[]> columns = new ArrayList<>();
        for (int child : places[node]) {
            columns.add(all[child]);
        }
        double[] weights = CompositeCalculator.weights(weighting, children.get(node), columns);
        Arrays.setAll(weights, child -> change.applyAsDouble(weights[child]));
        Aggregation here = recipe.aggregationByLevel().getOrDefault(levels[node], aggregation);
        double[] scores = Aggregator.of(here, columns, weights).scores(tooFew(node, all, weighting));
        for (int unit = 0; unit < scores.length; unit++) {
            CompositeCalculator.requireHeld(scores[unit], units.get(unit), codes.get(node));
        }
        return scores;
    }

    private boolean[] tooFew(int node, double[][] all, Weighting weighting) {
        BigDecimal least = recipe.minimumAvailability(levels[node]);
        if (least.signum() == 0) {
            return new boolean[units.size()];
        }
        return CompositeCalculator.tooFew(
                CompositeCalculator.availability(units.size(), weighting, children.get(node), (child, unit) -> {
                    int place = places[node][child];
                    return places[place].length == 0
                            ? ofIndicators.get(place).availability(unit) > 0
                            : Double.isFinite(all[place][unit]);
                }),
                least);
    }
}
