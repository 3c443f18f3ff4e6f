package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.weighting.WeightCalculator;
import dev.saidao.policy.index.weighting.Weighting;
import dev.saidao.policy.internal.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Computes a composite index: divides by denominators, fills what is missing and treats outliers if the recipe says so,
 * normalizes, aggregates level by level, and ranks.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008).
 *
 * @since 0.1
 */
public final class CompositeCalculator {

    private static final CompositeCalculator DEFAULTS = new CompositeCalculator();

    private CompositeCalculator() {}

    /** {@return the calculator} */
    public static CompositeCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Computes the scores and ranks of all units at all levels.
     *
     * <p>A unit without a value has no score of that indicator; its aggregates are formed of the other children, whose
     * weights keep their proportions, and say so by their status. An aggregate over a score for which the mean is not defined
     * has none itself, and neither has anything above it: to leave the weakest score out would reward it.
     *
     * @param framework the indicators and aggregates
     * @param table the values, with a column for each indicator and each denominator
     * @param recipe the steps
     * @return scores, ranks and their statuses
     * @throws IllegalArgumentException if the table lacks a column, or has one that the framework does not know; if a
     *     denominator is not positive; if an indicator lacks what the normalization needs; if weights from data cannot be
     *     found; if a score is too large to be held
     */
    public CompositeResult calculate(IndicatorFramework framework, IndicatorTable table, CompositeRecipe recipe) {
        requireColumns(framework, table);
        IndicatorTable screened = screened(framework, table, recipe.minimumUnitAvailability());
        List<IndicatorTable> others = others(framework, screened, recipe);
        Map<String, IndicatorSteps> steps = new LinkedHashMap<>();
        Map<String, ScoreColumn> scores = new LinkedHashMap<>();
        for (IndicatorNode indicator : framework.indicators()) {
            IndicatorSteps ofIndicator = new IndicatorSteps(indicator, screened, others, recipe);
            steps.put(indicator.code(), ofIndicator);
            scores.put(indicator.code(), ofIndicator.scores());
        }
        return aggregated(framework, screened, recipe, steps, scores);
    }

    /** The table without units of which too little is known. */
    private static IndicatorTable screened(IndicatorFramework framework, IndicatorTable table, BigDecimal least) {
        List<IndicatorNode> indicators = framework.indicators();
        List<String> kept = table.units().stream()
                .filter(unit -> indicators.stream()
                                .filter(indicator -> table.hasColumn(indicator.code())
                                        && table.value(unit, indicator.code()).isPresent())
                                .count()
                        >= least.doubleValue() * indicators.size())
                .toList();
        return least.signum() == 0 || kept.size() == table.units().size() ? table : table.only(kept);
    }

    /** The tables of other years whose values are normalized together with those of a table. */
    static List<IndicatorTable> others(IndicatorFramework framework, IndicatorTable table, CompositeRecipe recipe) {
        if (!recipe.acrossYears()) {
            return List.of();
        }
        List<IndicatorTable> others = new ArrayList<>();
        table.years().forEach((year, other) -> {
            if (year != table.year()) {
                others.add(screened(framework, other.inYear(year, table.years()), recipe.minimumUnitAvailability()));
            }
        });
        return others;
    }

    /**
     * Computes between what ends scores and ranks lie, whatever numbers within their bounds the cells without a value are, and
     * whatever at all those of which nothing is known.
     *
     * @param framework the indicators and aggregates
     * @param table the values and bounds, with a column for each indicator and each denominator
     * @param recipe the steps, as for the other method
     * @return the bounds of scores and ranks
     * @throws IllegalArgumentException as the other method
     */
    public CompositeBounds bounds(IndicatorFramework framework, IndicatorTable table, CompositeRecipe recipe) {
        return bounds(framework, table, recipe, CompositeBounds.MissingRange.UNLIMITED);
    }

    /**
     * Computes between what ends scores and ranks lie, whatever numbers within their bounds the cells without a value are.
     *
     * <p>Nothing is filled, whatever the recipe says of imputation and of availability. Under
     * {@link NormalizationMethod#MIN_MAX} one cell that may be any number leaves every score of its indicator open: that is what
     * {@link CompositeBounds.MissingRange#OBSERVED} is for. A cell whose denominator is not known counts as one of which nothing is known.
     *
     * <p>Example: with 0.4 in one of two indicators of equal weight with goalposts 0 and 1, and nothing in the other, the
     * score is 0.2 to 0.7.
     *
     * @param framework the indicators and aggregates
     * @param table the values and bounds, with a column for each indicator and each denominator
     * @param recipe the steps, with {@link NormalizationMethod#MIN_MAX} or {@link NormalizationMethod#GOALPOSTS}, without
     *     treatment of outliers, each year on its own, with weights that are not from data
     * @param missing what a cell of which nothing is known may be
     * @return the bounds of scores and ranks
     * @throws IllegalArgumentException as {@link #calculate}; if the recipe has another normalization, treatment of outliers or
     *     weights from data; if an aggregation is not a mean, or is Mazziotta-Pareto, which may fall when a score rises; if an
     *     aggregation needs positive scores and the low end of the normalization is not positive
     */
    public CompositeBounds bounds(
            IndicatorFramework framework,
            IndicatorTable table,
            CompositeRecipe recipe,
            CompositeBounds.MissingRange missing) {
        requireColumns(framework, table);
        requireMonotone(framework, recipe);
        Map<String, ScoreColumn> lowest = new LinkedHashMap<>();
        Map<String, ScoreColumn> highest = new LinkedHashMap<>();
        for (IndicatorNode indicator : framework.indicators()) {
            ScoreRange range = new ScoreRange(indicator, table, recipe.normalization(indicator), missing);
            lowest.put(indicator.code(), range.lowest());
            highest.put(indicator.code(), range.highest());
        }
        CompositeRecipe asItStands =
                recipe.withMinimumAvailability(BigDecimal.ZERO).withMinimumAvailabilityByLevel(Map.of());
        return new CompositeBounds(
                aggregated(framework, table, asItStands, Map.of(), lowest),
                aggregated(framework, table, asItStands, Map.of(), highest));
    }

    /** Scores must rise with every value, and with nothing else. */
    private static void requireMonotone(IndicatorFramework framework, CompositeRecipe recipe) {
        for (IndicatorNode indicator : framework.indicators()) {
            Normalization normalization = recipe.normalization(indicator);
            Require.that(
                    normalization.method() == NormalizationMethod.MIN_MAX
                            || normalization.method() == NormalizationMethod.GOALPOSTS,
                    "Normalization must be MIN_MAX or GOALPOSTS for bounds of scores: %s",
                    normalization.method());
            Require.that(
                    indicator.transformation().isEmpty(),
                    "Indicator must not be transformed for bounds of scores: %s",
                    indicator.code());
        }
        Require.that(!recipe.acrossYears(), "Bounds of scores must be of each year on its own: acrossYears");
        Require.that(
                recipe.outliers().methods().isEmpty(),
                "Outliers must be left alone for bounds of scores: %s",
                recipe.outliers().methods());
        Require.that(
                !recipe.weighting().isFromData(),
                "Weights must not be from data for bounds of scores: %s",
                recipe.weighting());
        framework.levels().forEach((code, level) -> {
            AggregationMethod method = recipe.aggregation(level).method();
            if (framework.children(code).isEmpty()) {
                return;
            }
            Require.that(
                    method.isMean()
                            && method != AggregationMethod.MAZZIOTTA_PARETO
                            && method != AggregationMethod.MAZZIOTTA_PARETO_NEGATIVE,
                    "Aggregation must rise with every score for bounds: %s",
                    method);
            for (IndicatorNode indicator : framework.indicators()) {
                BigDecimal low = recipe.normalization(indicator).low();
                Require.that(
                        !method.needsPositive() || low.signum() > 0,
                        "Low end of scores must be positive for bounds under %s: %s",
                        method,
                        low);
            }
        });
    }

    /** Adds the scores of all aggregates to those of the indicators. */
    private static CompositeResult aggregated(
            IndicatorFramework framework,
            IndicatorTable table,
            CompositeRecipe recipe,
            Map<String, IndicatorSteps> steps,
            Map<String, ScoreColumn> scores) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String code : framework.levels().keySet()) {
            if (!framework.children(code).isEmpty()) {
                weights.putAll(weights(code, framework, scores, recipe));
                scores.put(code, aggregated(code, framework, scores, weights, recipe, table.units()));
            }
        }
        return new CompositeResult(framework, table, recipe, steps, scores, weights);
    }

    private static void requireColumns(IndicatorFramework framework, IndicatorTable table) {
        for (IndicatorNode indicator : framework.indicators()) {
            Require.that(
                    table.hasColumn(indicator.code()),
                    "Indicator must have a column in the table: %s",
                    indicator.code());
            if (indicator.denominator().isPresent()
                    && !table.hasColumn(indicator.denominator().get())) {
                throw new IllegalArgumentException(
                        "Denominator of " + indicator.code() + " must have a column in the table: "
                                + indicator.denominator().get());
            }
        }
        Set<String> known = framework.columns();
        for (String column : table.columns()) {
            Require.that(
                    known.contains(column),
                    "Column must be an indicator of the framework or a denominator of one: %s",
                    column);
        }
    }

    /** The weights of the children of an aggregate; those from data add up to 1. */
    private static Map<String, Double> weights(
            String code, IndicatorFramework framework, Map<String, ScoreColumn> scores, CompositeRecipe recipe) {
        List<IndicatorNode> children = framework.children(code);
        double[] weights = weights(
                recipe.weighting(),
                children,
                children.stream().map(child -> column(scores, child).scores()).toList());
        Map<String, Double> byCode = new LinkedHashMap<>();
        for (int child = 0; child < weights.length; child++) {
            byCode.put(children.get(child).code(), weights[child]);
        }
        return byCode;
    }

    /** The weights of children; of those from data one without any score has none, and one alone has all. */
    static double[] weights(Weighting weighting, List<IndicatorNode> children, List<double[]> columns) {
        double[] weights =
                children.stream().mapToDouble(child -> child.weight(weighting)).toArray();
        if (!weighting.isFromData()) {
            return weights;
        }
        List<String> scored = new ArrayList<>();
        List<double[]> ofScored = new ArrayList<>();
        for (int child = 0; child < weights.length; child++) {
            boolean isScored = Arrays.stream(columns.get(child)).anyMatch(Double::isFinite);
            weights[child] = isScored ? 1 : 0;
            if (isScored) {
                scored.add(children.get(child).code());
                ofScored.add(columns.get(child));
            }
        }
        if (scored.size() > 1) {
            Map<String, Double> found =
                    WeightCalculator.withDefaults().weights(weighting, Columns.complete(scored, ofScored));
            for (int child = 0; child < weights.length; child++) {
                weights[child] = found.getOrDefault(children.get(child).code(), 0.0);
            }
        }
        return weights;
    }

    private static ScoreColumn column(Map<String, ScoreColumn> scores, IndicatorNode node) {
        return Objects.requireNonNull(scores.get(node.code()), node.code());
    }

    private static ScoreColumn aggregated(
            String code,
            IndicatorFramework framework,
            Map<String, ScoreColumn> scores,
            Map<String, Double> weights,
            CompositeRecipe recipe,
            List<String> units) {
        List<IndicatorNode> children = framework.children(code);
        List<ScoreColumn> columns =
                children.stream().map(child -> column(scores, child)).toList();
        double[] ofChildren = children.stream()
                .mapToDouble(child -> weights.getOrDefault(child.code(), 0.0))
                .toArray();
        int level = framework.level(code);
        double[] availability = availability(
                units.size(),
                recipe.weighting(),
                children,
                (child, unit) -> framework.children(children.get(child).code()).isEmpty()
                        ? columns.get(child).availability(unit) > 0
                        : columns.get(child).status(unit).isScored());
        boolean[] tooFew = tooFew(availability, recipe.minimumAvailability(level));
        ScoreColumn result = ScoreColumn.unset(availability);
        double[] found = Aggregator.of(
                        recipe.aggregation(level),
                        columns.stream().map(ScoreColumn::scores).toList(),
                        ofChildren)
                .scores(tooFew);
        List<ScoreColumn> weighed = IntStream.range(0, ofChildren.length)
                .filter(child -> ofChildren[child] > 0)
                .mapToObj(columns::get)
                .toList();
        for (int unit = 0; unit < tooFew.length; unit++) {
            requireHeld(found[unit], units.get(unit), code);
            result.set(unit, found[unit], status(unit, weighed, found[unit], tooFew[unit]));
        }
        return result;
    }

    /** Whether a child of an aggregate is there: has a value of its own, or as an aggregate a score. */
    @FunctionalInterface
    interface There {
        boolean test(int child, int unit);
    }

    /** The share of children that are there; one that weighs nothing by intent does not count. */
    static double[] availability(int units, Weighting weighting, List<IndicatorNode> children, There there) {
        int[] counted = IntStream.range(0, children.size())
                .filter(child -> children.get(child).weight(weighting) > 0)
                .toArray();
        double[] availability = new double[units];
        for (int unit = 0; unit < units; unit++) {
            int found = 0;
            for (int child : counted) {
                found += there.test(child, unit) ? 1 : 0;
            }
            availability[unit] = (double) found / counted.length;
        }
        return availability;
    }

    static boolean[] tooFew(double[] availability, BigDecimal least) {
        boolean[] tooFew = new boolean[availability.length];
        for (int unit = 0; unit < tooFew.length; unit++) {
            tooFew[unit] = availability[unit] < least.doubleValue();
        }
        return tooFew;
    }

    static void requireHeld(double score, String unit, String code) {
        if (score == Aggregator.TOO_LARGE) {
            throw new IllegalArgumentException("Score of " + unit + ", " + code + " must be finite");
        }
    }

    private static ScoreStatus status(int unit, List<ScoreColumn> children, double score, boolean tooFew) {
        if (score == Aggregator.NOT_POSITIVE) {
            return ScoreStatus.NOT_POSITIVE;
        }
        boolean any = false;
        boolean all = true;
        boolean filled = false;
        boolean partial = false;
        for (ScoreColumn child : children) {
            ScoreStatus status = child.status(unit);
            any |= status.isScored();
            all &= status.isScored();
            filled |= status == ScoreStatus.FILLED;
            partial |= status == ScoreStatus.PARTIAL;
        }
        if (!any) {
            return ScoreStatus.MISSING;
        }
        if (tooFew) {
            return ScoreStatus.TOO_FEW;
        }
        if (!all || partial) {
            return ScoreStatus.PARTIAL;
        }
        return filled ? ScoreStatus.FILLED : ScoreStatus.COMPLETE;
    }
}
