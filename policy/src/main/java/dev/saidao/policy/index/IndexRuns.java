package dev.saidao.policy.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Computes one index again and again under other choices. What does not depend on weights and aggregation is computed once for
 * each pair of alternatives.
 */
final class IndexRuns {

    private static final double UNIT = 0x1.0p-53;

    private final IndicatorFramework framework;
    private final CompositeRecipe recipe;
    private final double noise;
    private final List<Aggregation> aggregations;
    private final List<Weighting> weightings;
    private final int normalizations;
    private final int imputations;
    /** By imputation, normalisation and weighting. */
    private final List<Prepared> prepared = new ArrayList<>();

    /** The nodes below the index and itself, children first. */
    private final List<String> codes;

    private final int[] levels;
    /** Places of the children among the nodes; none for an indicator. */
    private final int[][] children;

    private final double[][] givenWeights;

    /** Scores of the indicators, and which units have too little for an aggregate; by place of the node. */
    private record Prepared(List<double[]> scores, List<boolean[]> tooFew) {}

    IndexRuns(CompositeResult nominal, RobustnessPlan plan, String index) {
        this.framework = nominal.framework();
        this.recipe = nominal.recipe();
        IndicatorTable table = nominal.table();
        this.noise = plan.weightNoise().doubleValue();
        this.aggregations = orElse(plan.aggregations(), recipe.aggregation());
        this.weightings = orElse(plan.weightings(), recipe.weighting());
        Set<String> below = Set.copyOf(framework.below(index));
        this.codes =
                framework.levels().keySet().stream().filter(below::contains).toList();
        this.levels = codes.stream().mapToInt(framework::level).toArray();
        this.children = new int[codes.size()][];
        this.givenWeights = new double[codes.size()][];
        for (int node = 0; node < children.length; node++) {
            List<IndicatorNode> ofNode = framework.children(codes.get(node));
            children[node] = ofNode.stream()
                    .mapToInt(child -> codes.indexOf(child.code()))
                    .toArray();
            givenWeights[node] = ofNode.stream()
                    .mapToDouble(child -> child.weight().doubleValue())
                    .toArray();
        }
        List<Imputation> fillings = orElse(plan.imputations(), recipe.imputation());
        List<Normalization> scales = orElse(plan.normalizations(), recipe.normalization());
        this.normalizations = scales.size();
        this.imputations = fillings.size();
        for (Imputation imputation : fillings) {
            for (Normalization normalization : scales) {
                for (Weighting weighting : weightings) {
                    prepared.add(prepare(table, imputation, normalization, weighting));
                }
            }
        }
        requireFindable(table);
    }

    private static <T> List<T> orElse(List<T> alternatives, T otherwise) {
        return alternatives.isEmpty() ? List.of(otherwise) : alternatives;
    }

    private Prepared prepare(
            IndicatorTable table, Imputation imputation, Normalization normalization, Weighting weighting) {
        CompositeRecipe.Builder builder = CompositeRecipe.builder();
        builder.imputation(imputation)
                .outliers(recipe.outliers())
                .minimumAvailability(recipe.minimumAvailability())
                .putAllMinimumAvailabilityByLevel(recipe.minimumAvailabilityByLevel())
                .normalization(normalization)
                .weighting(weighting.isFromData() ? Weighting.EQUAL : weighting);
        CompositeResult base = CompositeCalculator.withDefaults().calculate(framework, table, builder.build());
        List<double[]> scores = new ArrayList<>();
        List<boolean[]> tooFew = new ArrayList<>();
        for (int node = 0; node < children.length; node++) {
            String code = codes.get(node);
            double least = children[node].length == 0
                    ? 0
                    : recipe.minimumAvailability(levels[node]).doubleValue();
            boolean[] tooFewHere = new boolean[table.units().size()];
            for (int unit = 0; unit < tooFewHere.length; unit++) {
                tooFewHere[unit] = base.availability(table.units().get(unit), code) < least;
            }
            scores.add(children[node].length == 0 ? base.scores(code) : new double[0]);
            tooFew.add(tooFewHere);
        }
        return new Prepared(scores, tooFew);
    }

    /** Computes every pair of alternatives once, so that one that cannot be had is named before the first run. */
    private void requireFindable(IndicatorTable table) {
        for (int choice = 0; choice < prepared.size(); choice++) {
            for (Aggregation aggregation : aggregations) {
                Weighting weighting = weightings.get(choice % weightings.size());
                index(prepared.get(choice), aggregation, weighting, new SplittableRandom(0), 0, table.units());
            }
        }
    }

    /** The factors that have alternatives. */
    List<RobustnessFactor> factors() {
        Map<RobustnessFactor, Boolean> varied = new EnumMap<>(RobustnessFactor.class);
        varied.put(RobustnessFactor.WEIGHT_NOISE, noise > 0);
        varied.put(RobustnessFactor.WEIGHTING, weightings.size() > 1);
        varied.put(RobustnessFactor.NORMALIZATION, normalizations > 1);
        varied.put(RobustnessFactor.AGGREGATION, aggregations.size() > 1);
        varied.put(RobustnessFactor.IMPUTATION, imputations > 1);
        return varied.keySet().stream()
                .filter(factor -> varied.getOrDefault(factor, false))
                .toList();
    }

    /**
     * The scores of the index in one run; not finite where there is none.
     *
     * @param draws a number for each factor, all of whose bits are random
     */
    double[] scores(Map<RobustnessFactor, Long> draws, List<String> units) {
        Aggregation aggregation = aggregations.get(choice(draws, RobustnessFactor.AGGREGATION, aggregations.size()));
        int weighting = choice(draws, RobustnessFactor.WEIGHTING, weightings.size());
        int normalization = choice(draws, RobustnessFactor.NORMALIZATION, normalizations);
        int imputation = choice(draws, RobustnessFactor.IMPUTATION, imputations);
        Prepared alternatives =
                prepared.get((imputation * normalizations + normalization) * weightings.size() + weighting);
        SplittableRandom random = new SplittableRandom(draws.getOrDefault(RobustnessFactor.WEIGHT_NOISE, 0L));
        return index(alternatives, aggregation, weightings.get(weighting), random, noise, units);
    }

    private static int choice(Map<RobustnessFactor, Long> draws, RobustnessFactor factor, int alternatives) {
        return (int) ((draws.getOrDefault(factor, 0L) >>> 11) * UNIT * alternatives);
    }

    private double[] index(
            Prepared alternatives,
            Aggregation aggregation,
            Weighting weighting,
            SplittableRandom random,
            double moved,
            List<String> units) {
        double[][] scores = new double[children.length][];
        for (int node = 0; node < children.length; node++) {
            if (children[node].length == 0) {
                scores[node] = alternatives.scores().get(node);
                continue;
            }
            scores[node] =
                    aggregated(node, scores, alternatives.tooFew().get(node), aggregation, weighting, random, moved);
            for (int unit = 0; unit < units.size(); unit++) {
                if (scores[node][unit] == Aggregator.TOO_LARGE) {
                    throw new IllegalArgumentException(
                            "Score of " + units.get(unit) + ", " + codes.get(node) + " must be finite");
                }
            }
        }
        return scores[children.length - 1];
    }

    private double[] aggregated(
            int node,
            double[][] scores,
            boolean[] tooFew,
            Aggregation aggregation,
            Weighting weighting,
            SplittableRandom random,
            double moved) {
        double[] weights = weights(node, scores, weighting);
        int count = 0;
        for (int child = 0; child < weights.length; child++) {
            if (moved > 0) {
                weights[child] *= 1 + moved * (2 * random.nextDouble() - 1);
            }
            count += weights[child] > 0 ? 1 : 0;
        }
        double[][] columns = new double[count][];
        double[] positive = new double[count];
        int next = 0;
        for (int child = 0; child < weights.length; child++) {
            if (weights[child] > 0) {
                columns[next] = scores[children[node][child]];
                positive[next++] = weights[child];
            }
        }
        Aggregation here = recipe.aggregationByLevel().getOrDefault(levels[node], aggregation);
        return new Aggregator(here, columns, positive).scores(tooFew);
    }

    private double[] weights(int node, double[][] scores, Weighting weighting) {
        if (weighting == Weighting.GIVEN) {
            return givenWeights[node].clone();
        }
        double[] weights = new double[children[node].length];
        Arrays.fill(weights, 1);
        if (weighting.isFromData()) {
            Map<String, Double> found =
                    CompositeCalculator.weightsFromData(weighting, codes(node), columns(node, scores), codes.get(node));
            for (int child = 0; child < weights.length; child++) {
                weights[child] = found.getOrDefault(codes.get(children[node][child]), 0.0);
            }
        }
        return weights;
    }

    private List<String> codes(int node) {
        List<String> ofChildren = new ArrayList<>();
        for (int child : children[node]) {
            ofChildren.add(codes.get(child));
        }
        return ofChildren;
    }

    private List<double[]> columns(int node, double[][] scores) {
        List<double[]> columns = new ArrayList<>();
        for (int child : children[node]) {
            columns.add(scores[child]);
        }
        return columns;
    }
}
