package dev.saidao.core.indicator;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Computes a composite index: divides by denominators, fills what is missing if the recipe says so, normalises, aggregates
 * level by level, and ranks.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008).
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
     *     denominator is not positive; if an indicator lacks what the normalisation needs; if a score is too large to
     *     be held
     */
    public CompositeResult calculate(IndicatorFramework framework, IndicatorTable table, CompositeRecipe recipe) {
        requireColumns(framework, table);
        Map<String, ScoreColumn> scores = new LinkedHashMap<>();
        for (IndicatorNode indicator : framework.indicators()) {
            scores.put(indicator.code(), normalised(indicator, table, recipe));
        }
        aggregate(framework, scores, recipe, table.units());
        return new CompositeResult(framework, table, recipe, scores);
    }

    /**
     * Computes between what ends scores and ranks lie, whatever the missing values are.
     *
     * <p>Under {@link NormalizationMethod#GOALPOSTS} a missing value may be any number at all. Under
     * {@link NormalizationMethod#MIN_MAX} it is taken to lie within the range of the values that are there, which the
     * normalisation rests on. Nothing is filled, whatever the recipe says of imputation and of availability.
     *
     * <p>Example: with 0.4 in one of two indicators of equal weight, and nothing in the other, the score is 0.2 to 0.7.
     *
     * @param framework the indicators and aggregates
     * @param table the values, with a column for each indicator and each denominator
     * @param recipe the steps, with one of the two normalisations above
     * @return the bounds of scores and ranks
     * @throws IllegalArgumentException as {@link #calculate}; if the normalisation is another one; if an aggregation is
     *     Mazziotta-Pareto, which may fall when a score rises; if an aggregation needs positive scores and the low end of
     *     the normalisation is not positive
     */
    public CompositeBounds bounds(IndicatorFramework framework, IndicatorTable table, CompositeRecipe recipe) {
        Normalization normalization = recipe.normalization();
        if (normalization.method() != NormalizationMethod.MIN_MAX
                && normalization.method() != NormalizationMethod.GOALPOSTS) {
            throw new IllegalArgumentException(
                    "Normalisation must be MIN_MAX or GOALPOSTS for bounds of scores: " + normalization.method());
        }
        framework.levels().forEach((code, level) -> {
            AggregationMethod method = recipe.aggregation(level).method();
            if (!framework.children(code).isEmpty() && method == AggregationMethod.MAZZIOTTA_PARETO) {
                throw new IllegalArgumentException("Aggregation must rise with every score for bounds: " + method);
            }
            if (!framework.children(code).isEmpty()
                    && method.needsPositive()
                    && normalization.low().signum() <= 0) {
                throw new IllegalArgumentException(
                        "Low end of scores must be positive for bounds under " + method + ": " + normalization.low());
            }
        });
        CompositeRecipe asItStands = CompositeRecipe.builder()
                .normalization(normalization)
                .weighting(recipe.weighting())
                .aggregation(recipe.aggregation())
                .putAllAggregationByLevel(recipe.aggregationByLevel())
                .ties(recipe.ties())
                .build();
        return new CompositeBounds(
                completed(framework, table, asItStands, normalization.low().doubleValue()),
                completed(framework, table, asItStands, normalization.high().doubleValue()));
    }

    private static CompositeResult completed(
            IndicatorFramework framework, IndicatorTable table, CompositeRecipe recipe, double score) {
        requireColumns(framework, table);
        Map<String, ScoreColumn> scores = new LinkedHashMap<>();
        for (IndicatorNode indicator : framework.indicators()) {
            ScoreColumn column = normalised(indicator, table, recipe);
            column.complete(score);
            scores.put(indicator.code(), column);
        }
        aggregate(framework, scores, recipe, table.units());
        return new CompositeResult(framework, table, recipe, scores);
    }

    /** Adds the scores of all aggregates to those of the indicators. */
    private static void aggregate(
            IndicatorFramework framework, Map<String, ScoreColumn> scores, CompositeRecipe recipe, List<String> units) {
        for (String code : framework.levels().keySet()) {
            if (!framework.children(code).isEmpty()) {
                scores.put(code, aggregated(code, framework, scores, recipe, units));
            }
        }
    }

    private static void requireColumns(IndicatorFramework framework, IndicatorTable table) {
        Set<String> columns = new HashSet<>(table.columns());
        Set<String> known = new HashSet<>();
        for (IndicatorNode indicator : framework.indicators()) {
            if (!columns.contains(indicator.code())) {
                throw new IllegalArgumentException("Indicator must have a column in the table: " + indicator.code());
            }
            if (indicator.denominator().isPresent()
                    && !columns.contains(indicator.denominator().get())) {
                throw new IllegalArgumentException(
                        "Denominator of " + indicator.code() + " must have a column in the table: "
                                + indicator.denominator().get());
            }
            known.add(indicator.code());
            indicator.denominator().ifPresent(known::add);
        }
        for (String column : table.columns()) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException(
                        "Column must be an indicator of the framework or a denominator of one: " + column);
            }
        }
    }

    private static double[] values(IndicatorNode indicator, IndicatorTable table) {
        double[] values = table.column(indicator.code());
        if (indicator.denominator().isPresent()) {
            String denominator = indicator.denominator().get();
            double[] divisors = table.column(denominator);
            for (int unit = 0; unit < values.length; unit++) {
                if (divisors[unit] <= 0) {
                    throw new IllegalArgumentException("Denominator " + denominator + " must be positive: "
                            + divisors[unit] + " (" + table.units().get(unit) + ")");
                }
                values[unit] /= divisors[unit];
            }
        }
        return values;
    }

    private static ScoreColumn normalised(IndicatorNode indicator, IndicatorTable table, CompositeRecipe recipe) {
        double[] values = values(indicator, table);
        ScoreStatus[] statuses = new ScoreStatus[values.length];
        double[] present = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
        OptionalDouble filling = recipe.imputation().of(present);
        for (int unit = 0; unit < values.length; unit++) {
            boolean missing = Double.isNaN(values[unit]);
            statuses[unit] = ScoreStatus.COMPLETE;
            if (missing && filling.isPresent()) {
                values[unit] = filling.getAsDouble();
                statuses[unit] = ScoreStatus.FILLED;
            } else if (missing) {
                statuses[unit] = ScoreStatus.MISSING;
            }
        }
        ScoreColumn column = new ScoreColumn(values, statuses);
        double[] scored = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
        if (scored.length == 0) {
            return column;
        }
        Optional<String> unit = recipe.normalization().referenceUnit();
        double unitValue = unit.isPresent() ? values[table.unitPlace(unit.get())] : Double.NaN;
        Optional<double[]> scores = new Normalizer(recipe.normalization(), indicator, scored).scores(unitValue);
        int next = 0;
        for (int place = 0; place < values.length; place++) {
            if (!statuses[place].isScored()) {
                continue;
            }
            if (scores.isEmpty()) {
                column.clear(place, ScoreStatus.CONSTANT);
            } else {
                values[place] = finite(
                        scores.get()[next++], indicator.code(), table.units().get(place));
            }
        }
        return column;
    }

    private static double finite(double score, String code, String unit) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("Score of " + unit + ", " + code + " must be finite: " + score);
        }
        return score;
    }

    private static ScoreColumn aggregated(
            String code,
            IndicatorFramework framework,
            Map<String, ScoreColumn> scores,
            CompositeRecipe recipe,
            List<String> units) {
        List<IndicatorNode> children = framework.children(code).stream()
                .filter(child -> recipe.weighting().weight(child) > 0)
                .toList();
        List<ScoreColumn> columns = children.stream()
                .map(child -> Objects.requireNonNull(scores.get(child.code()), child.code()))
                .toList();
        double[] weights =
                children.stream().mapToDouble(recipe.weighting()::weight).toArray();
        Aggregation aggregation = recipe.aggregation(framework.level(code));
        ScoreColumn result = new ScoreColumn(new double[units.size()], new ScoreStatus[units.size()]);
        double[] childScores = new double[columns.size()];
        double[] childWeights = new double[columns.size()];
        double least = recipe.minimumAvailability().doubleValue();
        for (int unit = 0; unit < units.size(); unit++) {
            result.sum(unit, columns);
            ScoreStatus status = status(unit, columns, result, aggregation, least);
            if (!status.isScored()) {
                result.clear(unit, status);
                continue;
            }
            int count = 0;
            for (int child = 0; child < weights.length; child++) {
                if (columns.get(child).status(unit).isScored()) {
                    childScores[count] = columns.get(child).score(unit);
                    childWeights[count++] = weights[child];
                }
            }
            double score = aggregation.of(Arrays.copyOf(childScores, count), Arrays.copyOf(childWeights, count));
            result.set(unit, finite(score, code, units.get(unit)), status);
        }
        return result;
    }

    private static ScoreStatus status(
            int unit,
            List<ScoreColumn> children,
            ScoreColumn parent,
            Aggregation aggregation,
            double minimumAvailability) {
        boolean any = false;
        boolean all = true;
        boolean filled = false;
        boolean partial = false;
        for (ScoreColumn child : children) {
            ScoreStatus status = child.status(unit);
            boolean unfit = status.isScored() && aggregation.method().needsPositive() && child.score(unit) <= 0;
            if (unfit || status == ScoreStatus.NOT_POSITIVE) {
                return ScoreStatus.NOT_POSITIVE;
            }
            any |= status.isScored();
            all &= status.isScored();
            filled |= status == ScoreStatus.FILLED;
            partial |= status == ScoreStatus.PARTIAL;
        }
        if (!any) {
            return ScoreStatus.MISSING;
        }
        if (parent.availability(unit) < minimumAvailability) {
            return ScoreStatus.TOO_FEW;
        }
        if (!all || partial) {
            return ScoreStatus.PARTIAL;
        }
        return filled ? ScoreStatus.FILLED : ScoreStatus.COMPLETE;
    }
}
