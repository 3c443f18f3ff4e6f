package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.ranking.PreferenceProfile;
import dev.saidao.policy.index.weighting.Weighting;
import dev.saidao.policy.internal.Columns;
import dev.saidao.policy.internal.Places;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The scores and ranks of units at all levels of a framework, each with what stands behind it.
 *
 * @since 0.1
 */
public final class CompositeResult {

    private final IndicatorFramework framework;
    private final IndicatorTable table;
    private final CompositeRecipe recipe;
    private final Map<String, IndicatorSteps> steps;
    private final Map<String, ScoreColumn> scores;
    private final Map<String, Double> weights;
    /** Found when they are first asked for. */
    private final Map<String, double[]> ranks = new ConcurrentHashMap<>();

    CompositeResult(
            IndicatorFramework framework,
            IndicatorTable table,
            CompositeRecipe recipe,
            Map<String, IndicatorSteps> steps,
            Map<String, ScoreColumn> scores,
            Map<String, Double> weights) {
        this.framework = framework;
        this.table = table;
        this.recipe = recipe;
        this.steps = new LinkedHashMap<>(steps);
        this.scores = new LinkedHashMap<>(scores);
        this.weights = new LinkedHashMap<>(weights);
    }

    /** {@return the indicators and aggregates} */
    public IndicatorFramework framework() {
        return framework;
    }

    /** {@return the values from which the scores come} */
    public IndicatorTable table() {
        return table;
    }

    /** {@return the steps} */
    public CompositeRecipe recipe() {
        return recipe;
    }

    /** {@return the units, in the order of the table} */
    public List<String> units() {
        return table.units();
    }

    /**
     * Returns a score: of an indicator the normalized value, of an aggregate the aggregated one.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the score; empty if there is none, for the reason that {@link #status} gives
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalDouble score(String unit, String code) {
        ScoreColumn column = column(code);
        int place = table.unitPlace(unit);
        return column.status(place).isScored() ? OptionalDouble.of(column.score(place)) : OptionalDouble.empty();
    }

    /**
     * Returns what stands behind a score, or why there is none.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the status
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public ScoreStatus status(String unit, String code) {
        return column(code).status(table.unitPlace(unit));
    }

    /**
     * Returns a rank among the units that have a score.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the rank, 1 for the highest score; a half only where equal scores get the mean of their ranks; empty if there
     *     is no score
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalDouble rank(String unit, String code) {
        ScoreColumn column = column(code);
        int place = table.unitPlace(unit);
        return column.status(place).isScored() ? OptionalDouble.of(ranks(code)[place]) : OptionalDouble.empty();
    }

    /**
     * Returns the group of a unit by the {@link CompositeRecipe#cutPoints} of the recipe.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return 1 for the best group, from the first cut point on; one more below each further one; empty if there is no score
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalInt group(String unit, String code) {
        OptionalDouble score = score(unit, code);
        if (score.isEmpty()) {
            return OptionalInt.empty();
        }
        double ranked = recipe.rounded(score.getAsDouble());
        return OptionalInt.of(1
                + (int) recipe.cutPoints().stream()
                        .filter(point -> ranked < point.doubleValue())
                        .count());
    }

    /**
     * Returns the share of the children of a node that are there, as {@link CompositeRecipe#minimumAvailability} counts them.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the share, 0 to 1; of an indicator 1 if it has a value of its own in the table and 0 if not
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public double availability(String unit, String code) {
        return column(code).availability(table.unitPlace(unit));
    }

    /**
     * Returns the weight that a node has among its siblings.
     *
     * @param code the code of the indicator or aggregate
     * @return its share, 0 to 1; those of siblings add up to 1; 1 for a node without a parent
     * @throws IllegalArgumentException if there is no such node
     */
    public double weight(String code) {
        return framework.share(framework.node(code), node -> rawWeight(node.code()));
    }

    /**
     * Returns the weights of the indicators in the index above them, from data if the recipe says so: the product of the shares
     * of weight on the way up.
     *
     * @return the effective weight of each indicator, 0 to 1, by code, in the order of the framework
     */
    public Map<String, Double> effectiveWeights() {
        return framework.effectiveWeights(node -> rawWeight(node.code()));
    }

    /** The weight as the aggregation has it. */
    double rawWeight(String code) {
        return weights.getOrDefault(code, 0.0);
    }

    /**
     * Returns what the indicators contribute to a score, in points of the score:
     * {@code x ∂ score / ∂ x}, with the scores x of the indicators. All means here are homogeneous of degree 1, so that the
     * contributions add up to the score (Euler's theorem); under arithmetic means they are effective weight times score.
     *
     * <p>Under {@link AggregationMethod#BENEFIT_OF_THE_DOUBT} the unit's own weights are taken.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the contribution of each indicator at or below it that has a score and a weight, in the order of the framework;
     *     empty if there is no score
     * @throws IllegalArgumentException if there is no such unit or node; if an aggregation on the way counts preferences
     */
    public Map<String, Double> contributions(String unit, String code) {
        Map<String, Double> slopes = new LinkedHashMap<>();
        int place = table.unitPlace(unit);
        if (column(code).status(place).isScored()) {
            addSlopes(place, framework.node(code), 1, slopes);
        }
        Map<String, Double> contributions = new LinkedHashMap<>();
        for (IndicatorNode indicator : framework.indicators()) {
            Double slope = slopes.get(indicator.code());
            if (slope != null) {
                contributions.put(
                        indicator.code(), slope * column(indicator.code()).score(place));
            }
        }
        return contributions;
    }

    private void addSlopes(int place, IndicatorNode node, double slope, Map<String, Double> slopes) {
        List<IndicatorNode> children = framework.children(node.code()).stream()
                .filter(child -> rawWeight(child.code()) > 0
                        && column(child.code()).status(place).isScored())
                .toList();
        if (framework.children(node.code()).isEmpty()) {
            slopes.put(node.code(), slope);
            return;
        }
        double[] ofChildren = slopes(place, node, children);
        for (int child = 0; child < ofChildren.length; child++) {
            addSlopes(place, children.get(child), slope * ofChildren[child], slopes);
        }
    }

    private double[] slopes(int place, IndicatorNode node, List<IndicatorNode> children) {
        Aggregation aggregation = recipe.aggregation(framework.level(node.code()));
        double[] ofChildren =
                children.stream().mapToDouble(child -> rawWeight(child.code())).toArray();
        if (aggregation.method() == AggregationMethod.BENEFIT_OF_THE_DOUBT) {
            double[][] columns = children.stream()
                    .map(child -> column(child.code()).scores())
                    .toArray(double[][]::new);
            return new Aggregator(aggregation, columns, ofChildren).doubt().weights(place);
        }
        Require.that(
                aggregation.method().isMean(),
                "Aggregation must be of scores, not of preferences, for contributions: %s",
                aggregation.method());
        double[] scores = children.stream()
                .mapToDouble(child -> column(child.code()).score(place))
                .toArray();
        return aggregation.slopes(scores, ofChildren);
    }

    /**
     * Returns where a score comes from: its sources, and what was done to its value step by step.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the trace
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public ScoreTrace trace(String unit, String code) {
        int place = table.unitPlace(unit);
        Set<String> sources = new LinkedHashSet<>();
        addSources(unit, framework.node(code), sources);
        IndicatorSteps ofIndicator = steps.get(code);
        List<ScoreTrace.Step> taken = new ArrayList<>();
        if (ofIndicator != null) {
            taken.addAll(ofIndicator.steps(place));
        } else if (column(code).status(place).isScored()) {
            taken.add(new ScoreTrace.Step(
                    ScoreTrace.Treatment.AGGREGATED,
                    recipe.aggregation(framework.level(code)).method().name(),
                    OptionalDouble.empty(),
                    column(code).score(place)));
        }
        return new ScoreTrace(unit, code, List.copyOf(sources), taken, status(unit, code));
    }

    private void addSources(String unit, IndicatorNode node, Set<String> sources) {
        List<IndicatorNode> children = framework.children(node.code());
        if (children.isEmpty() && table.isKnown(unit, node.code())) {
            table.source(unit, node.code()).or(node::source).ifPresent(sources::add);
        }
        children.forEach(child -> addSources(unit, child, sources));
    }

    /**
     * Compares the scores of two units, if both are formed of the same indicators.
     *
     * @param one a unit
     * @param other another unit
     * @param code the code of the indicator or aggregate
     * @return below 0, 0 or above 0, as the score of the first is below, equal to or above that of the other
     * @throws IllegalArgumentException if there is no such unit or node; if one has no score; if the scores do not compare, since
     *     they are formed of different indicators
     */
    public int compare(String one, String other, String code) {
        Set<String> ofOne = scored(one, code);
        Set<String> ofOther = scored(other, code);
        if (!ofOne.equals(ofOther)) {
            Set<String> different = new LinkedHashSet<>(ofOne);
            different.removeAll(ofOther);
            ofOther.stream().filter(indicator -> !ofOne.contains(indicator)).forEach(different::add);
            throw new IllegalArgumentException("Scores must be formed of the same indicators to compare: " + one + ", "
                    + other + " (" + code + "; only one of them has " + String.join(", ", different) + ")");
        }
        return Double.compare(scoreOf(one, code), scoreOf(other, code));
    }

    private double scoreOf(String unit, String code) {
        return score(unit, code)
                .orElseThrow(() -> new IllegalArgumentException("Score must be there to compare: " + unit + ", " + code
                        + " (" + status(unit, code).code() + ")"));
    }

    /** The indicators at or below a node of which a unit has a score. */
    private Set<String> scored(String unit, String code) {
        Set<String> scored = new LinkedHashSet<>();
        for (String below : framework.below(code)) {
            if (framework.children(below).isEmpty() && status(unit, below).isScored()) {
                scored.add(below);
            }
        }
        return scored;
    }

    /**
     * An indicator that is not scored, for all units alike.
     *
     * @param code its code
     * @param status {@link ScoreStatus#CONSTANT} or {@link ScoreStatus#NOT_POSITIVE}
     * @param reason what must be, and is not
     * @since 0.1
     */
    public record LeftOut(String code, ScoreStatus status, String reason) {}

    /** {@return the indicators that are not scored since their values do not allow it, in the order of the framework} */
    public List<LeftOut> leftOut() {
        return steps.values().stream().flatMap(step -> step.leftOut().stream()).toList();
    }

    /** {@return what was found and done about the outliers of each indicator that was tested, in the order of the framework} */
    public List<OutlierReport> outliers() {
        return steps.values().stream().flatMap(step -> step.outliers().stream()).toList();
    }

    /** The ranks of the units at a node, NaN where there is none. */
    private double[] ranks(String code) {
        return ranks.computeIfAbsent(code, node -> recipe.ranks(column(node).scores()));
    }

    /**
     * Returns the scores of nodes without the units that lack one of them, as correlations, components and weights take them.
     *
     * @param codes the codes of indicators or aggregates, each once
     * @return the scores by code, in the order of the units
     * @throws IllegalArgumentException if there is no such node, or one is named twice
     */
    public Map<String, double[]> complete(List<String> codes) {
        return Columns.complete(
                new Places("Indicator", codes).names(),
                codes.stream().map(code -> column(code).scores()).toList());
    }

    /**
     * Returns what the children of an aggregate say of each unit against each other, for rankings in which strength does not
     * make up for weakness. A unit without a score of a child counts there as equal to each other unit.
     *
     * @param code the code of the aggregate
     * @return the preferences, with the weights of the recipe
     * @throws IllegalArgumentException if there is no such node or it has no children; if the table has no unit; if a
     *     weight has more than 9 digits before or after the point
     */
    public PreferenceProfile preferences(String code) {
        List<IndicatorNode> children = framework.children(framework.node(code).code());
        Require.that(!children.isEmpty(), "Node must have children: %s", code);
        PreferenceProfile.Builder profile = PreferenceProfile.builder(units());
        for (IndicatorNode child : children) {
            Map<String, Double> byUnit = new LinkedHashMap<>();
            units().forEach(unit -> score(unit, child.code()).ifPresent(score -> byUnit.put(unit, score)));
            BigDecimal weight =
                    recipe.weighting() == Weighting.GIVEN ? child.weight() : Aggregator.weight(rawWeight(child.code()));
            if (weight.signum() > 0) {
                profile.scores(weight, byUnit);
            }
        }
        return profile.build();
    }

    private ScoreColumn column(String code) {
        ScoreColumn column = scores.get(framework.node(code).code());
        if (column == null) {
            throw new IllegalStateException("Node must have been computed: " + code);
        }
        return column;
    }
}
