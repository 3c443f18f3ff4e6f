package dev.saidao.policy.index.robustness;

import dev.saidao.policy.index.Aggregation;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.Imputation;
import dev.saidao.policy.index.IndexScorer;
import dev.saidao.policy.index.Normalization;
import dev.saidao.policy.index.weighting.Weighting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** The ranks of one index under choices that are drawn; each alternative is prepared once. */
final class IndexRuns {

    private static final double UNIT = 0x1.0p-53;

    private final CompositeRecipe recipe;
    private final double noise;
    private final List<Aggregation> aggregations;
    private final List<Weighting> weightings;
    private final int normalizations;
    private final int imputations;
    /** By imputation and normalization. */
    private final List<IndexScorer> scorers = new ArrayList<>();

    IndexRuns(CompositeResult nominal, RobustnessPlan plan, String index) {
        this.recipe = nominal.recipe();
        this.noise = plan.weightNoise().doubleValue();
        this.aggregations = orElse(plan.aggregations(), recipe.aggregation());
        this.weightings = orElse(plan.weightings(), recipe.weighting());
        List<Imputation> fillings = orElse(plan.imputations(), recipe.imputation());
        List<Normalization> scales = orElse(plan.normalizations(), recipe.normalization());
        this.normalizations = scales.size();
        this.imputations = fillings.size();
        for (Imputation imputation : fillings) {
            for (Normalization normalization : scales) {
                scorers.add(IndexScorer.of(
                        nominal, recipe.withImputation(imputation).withNormalization(normalization), index));
            }
        }
        // every combination once, so that one that cannot be had is named before the first run
        for (IndexScorer scorer : scorers) {
            for (Weighting weighting : weightings) {
                aggregations.forEach(
                        aggregation -> scorer.scores(weighting, aggregation, DoubleUnaryOperator.identity()));
            }
        }
    }

    private static <T> List<T> orElse(List<T> alternatives, T otherwise) {
        return alternatives.isEmpty() ? List.of(otherwise) : alternatives;
    }

    /** The factors that have alternatives. */
    List<RobustnessPlan.Factor> factors() {
        Map<RobustnessPlan.Factor, Boolean> varied = new EnumMap<>(RobustnessPlan.Factor.class);
        varied.put(RobustnessPlan.Factor.WEIGHT_NOISE, noise > 0);
        varied.put(RobustnessPlan.Factor.WEIGHTING, weightings.size() > 1);
        varied.put(RobustnessPlan.Factor.NORMALIZATION, normalizations > 1);
        varied.put(RobustnessPlan.Factor.AGGREGATION, aggregations.size() > 1);
        varied.put(RobustnessPlan.Factor.IMPUTATION, imputations > 1);
        return varied.keySet().stream()
                .filter(factor -> varied.getOrDefault(factor, false))
                .toList();
    }

    /**
     * The ranks of the units in one run; NaN where there is none.
     *
     * @param draws a number for each factor, all of whose bits are random
     */
    double[] ranks(Map<RobustnessPlan.Factor, Long> draws) {
        Aggregation aggregation =
                aggregations.get(choice(draws, RobustnessPlan.Factor.AGGREGATION, aggregations.size()));
        Weighting weighting = weightings.get(choice(draws, RobustnessPlan.Factor.WEIGHTING, weightings.size()));
        int normalization = choice(draws, RobustnessPlan.Factor.NORMALIZATION, normalizations);
        int imputation = choice(draws, RobustnessPlan.Factor.IMPUTATION, imputations);
        SplittableRandom random = new SplittableRandom(draws.getOrDefault(RobustnessPlan.Factor.WEIGHT_NOISE, 0L));
        DoubleUnaryOperator moved = noise > 0
                ? weight -> weight * (1 + noise * (2 * random.nextDouble() - 1))
                : DoubleUnaryOperator.identity();
        return recipe.ties()
                .ranks(scorers.get(imputation * normalizations + normalization).scores(weighting, aggregation, moved));
    }

    private static int choice(Map<RobustnessPlan.Factor, Long> draws, RobustnessPlan.Factor factor, int alternatives) {
        return (int) ((draws.getOrDefault(factor, 0L) >>> 11) * UNIT * alternatives);
    }
}
