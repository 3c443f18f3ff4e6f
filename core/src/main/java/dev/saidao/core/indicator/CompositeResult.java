package dev.saidao.core.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The scores and ranks of units at all levels of a framework, each with what stands behind it. */
public final class CompositeResult {

    private final IndicatorFramework framework;
    private final IndicatorTable table;
    private final CompositeRecipe recipe;
    private final Map<String, ScoreColumn> scores;
    /** Found when they are first asked for. */
    private final Map<String, double[]> ranks = new ConcurrentHashMap<>();

    CompositeResult(
            IndicatorFramework framework,
            IndicatorTable table,
            CompositeRecipe recipe,
            Map<String, ScoreColumn> scores) {
        this.framework = framework;
        this.table = table;
        this.recipe = recipe;
        this.scores = new LinkedHashMap<>(scores);
    }

    private double[] ranks(ScoreColumn column) {
        int[] scored = IntStream.range(0, table.units().size())
                .filter(unit -> column.status(unit).isScored())
                .toArray();
        double[] ofScored = recipe.ties()
                .ranks(IntStream.of(scored).mapToDouble(column::score).toArray());
        double[] all = new double[table.units().size()];
        for (int i = 0; i < scored.length; i++) {
            all[scored[i]] = ofScored[i];
        }
        return all;
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
     * Returns a score: of an indicator the normalised value, of an aggregate the aggregated one.
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
        return column.status(place).isScored()
                ? OptionalDouble.of(ranks.computeIfAbsent(code, node -> ranks(column))[place])
                : OptionalDouble.empty();
    }

    /**
     * Returns the share of the indicators at or below a node that have a value of their own in the table.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the share, 0 to 1
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public double availability(String unit, String code) {
        return column(code).availability(table.unitPlace(unit));
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
        if (children.isEmpty()) {
            throw new IllegalArgumentException("Node must have children: " + code);
        }
        PreferenceProfile.Builder profile = PreferenceProfile.builder(units());
        for (IndicatorNode child : children) {
            Map<String, Double> byUnit = new LinkedHashMap<>();
            units().forEach(unit -> score(unit, child.code()).ifPresent(score -> byUnit.put(unit, score)));
            BigDecimal weight = recipe.weighting() == Weighting.EQUAL ? BigDecimal.ONE : child.weight();
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
