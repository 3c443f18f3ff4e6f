package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The way of the values of one indicator to their scores, step by step; steps that change nothing share their numbers. */
final class IndicatorSteps {

    private final IndicatorNode indicator;
    private final IndicatorTable table;
    private final CompositeRecipe recipe;
    private final double[] divided;
    private final double[] filled;
    /** The filled values of the year, followed by those of other years that are normalized with them; so are the next two. */
    private final double[] pooled;

    private final double[] transformed;
    private final Optional<OutlierTreater.Treated> treated;
    private final Optional<CompositeResult.LeftOut> leftOut;
    private final ScoreColumn scores;

    /**
     * Takes the steps.
     *
     * @param others the tables of other years whose values are treated and normalized together with those of the table
     * @throws IllegalArgumentException if a denominator is not positive; if the indicator lacks what the normalization needs;
     *     if a score is too large to be held
     */
    IndicatorSteps(IndicatorNode indicator, IndicatorTable table, List<IndicatorTable> others, CompositeRecipe recipe) {
        this.indicator = indicator;
        this.table = table;
        this.recipe = recipe;
        this.divided = Denominator.divided(indicator, table);
        this.filled = new Imputer(indicator, table, divided).filled(recipe.imputation());
        List<String> names = new ArrayList<>(table.units());
        this.pooled = pooled(others, names);
        Optional<CompositeResult.LeftOut> untransformed = untransformed();
        this.transformed = indicator.transformation().isEmpty() || untransformed.isPresent()
                ? pooled
                : Arrays.stream(pooled).map(indicator::transformed).toArray();
        this.treated = recipe.outliers().methods().isEmpty() || untransformed.isPresent()
                ? Optional.empty()
                : new OutlierTreater(recipe.outliers(), indicator.code(), names).treated(transformed);
        Normalization normalization = recipe.normalization(indicator);
        Require.that(
                outlierTransform().isEmpty() || !normalization.usesStatedValues(),
                "Goalposts and targets are in the unit of the values, which were transformed: %s, %s",
                indicator.code(),
                outlierTransform().map(Enum::name).orElse(""));
        double[] present =
                Arrays.stream(treated()).filter(x -> !Double.isNaN(x)).toArray();
        Normalizer normalizer = new Normalizer(normalization, indicator, present, referenceValue());
        this.leftOut = untransformed.isPresent() || present.length == 0 ? untransformed : normalizer.obstacle();
        this.scores = scored(present.length == 0 || leftOut.isPresent() ? new double[0] : normalizer.scores());
    }

    /** The filled values, followed by those of other years; the names of their units go to the end of those given. */
    private double[] pooled(List<IndicatorTable> others, List<String> names) {
        if (others.isEmpty()) {
            return filled;
        }
        DoubleStream values = Arrays.stream(filled);
        for (IndicatorTable other : others) {
            if (Denominator.isIn(other, indicator)) {
                double[] ofYear = Denominator.divided(indicator, other);
                values = DoubleStream.concat(
                        values, Arrays.stream(new Imputer(indicator, other, ofYear).filled(recipe.imputation())));
                other.units().forEach(unit -> names.add(unit + " (" + other.year() + ")"));
            }
        }
        return values.toArray();
    }

    private Optional<CompositeResult.LeftOut> untransformed() {
        return Arrays.stream(pooled)
                .filter(x -> !Double.isNaN(x) && !Double.isFinite(indicator.transformed(x)))
                .boxed()
                .findFirst()
                .map(x -> new CompositeResult.LeftOut(
                        indicator.code(),
                        ScoreStatus.NOT_POSITIVE,
                        "Values of " + indicator.code() + " must be positive for "
                                + indicator.transformation().map(Enum::name).orElse("") + ": " + x));
    }

    /** The value of the unit of reference, NaN if there is none. */
    private double referenceValue() {
        Optional<String> unit = recipe.normalization(indicator).referenceUnit();
        return unit.isPresent() ? treated()[table.unitPlace(unit.get())] : Double.NaN;
    }

    /** The scores in the order of the units, with what stands behind them. */
    private ScoreColumn scored(double[] normalized) {
        double[] values = new double[filled.length];
        ScoreStatus[] statuses = new ScoreStatus[values.length];
        int next = 0;
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] = Double.NaN;
            if (Double.isNaN(filled[unit])) {
                statuses[unit] = ScoreStatus.MISSING;
                continue;
            }
            statuses[unit] = Double.isNaN(divided[unit]) ? ScoreStatus.FILLED : ScoreStatus.COMPLETE;
            if (leftOut.isEmpty()) {
                values[unit] = normalized[next++];
                requireFinite(values[unit], indicator.code(), table.units().get(unit));
            }
        }
        ScoreColumn column = new ScoreColumn(values, statuses);
        for (int unit = 0; unit < values.length; unit++) {
            if (leftOut.isPresent() && statuses[unit].isScored()) {
                column.clear(unit, leftOut.get().status());
            }
        }
        return column;
    }

    static void requireFinite(double score, String code, String unit) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("Score of " + unit + ", " + code + " must be finite: " + score);
        }
    }

    /** The values before normalization. */
    private double[] treated() {
        return treated.map(OutlierTreater.Treated::values).orElse(transformed);
    }

    private Optional<OutlierTreatment.Method> outlierTransform() {
        return outliers().flatMap(OutlierReport::method).filter(method -> method != OutlierTreatment.Method.WINSORISE);
    }

    /** Why the indicator is not scored for any unit; empty if it is. */
    Optional<CompositeResult.LeftOut> leftOut() {
        return leftOut;
    }

    ScoreColumn scores() {
        return scores;
    }

    /** What was found about outliers; empty if nothing was tested. */
    Optional<OutlierReport> outliers() {
        return treated.map(OutlierTreater.Treated::report);
    }

    /** What was done to the value of a unit. */
    List<ScoreTrace.Step> steps(int unit) {
        List<ScoreTrace.Step> steps = new ArrayList<>();
        String name = table.units().get(unit);
        OptionalDouble value = table.value(name, indicator.code());
        if (indicator.denominator().isPresent() && !Double.isNaN(divided[unit])) {
            steps.add(new ScoreTrace.Step(
                    ScoreTrace.Treatment.DENOMINATED, indicator.denominator().get(), value, divided[unit]));
        }
        if (Double.isNaN(divided[unit]) && !Double.isNaN(filled[unit])) {
            steps.add(new ScoreTrace.Step(
                    ScoreTrace.Treatment.FILLED, recipe.imputation().name(), OptionalDouble.empty(), filled[unit]));
        }
        Optional<OutlierTreatment.Method> method = outliers().flatMap(OutlierReport::method);
        if (indicator.transformation().isPresent()
                && Double.isFinite(transformed[unit])
                && untransformed().isEmpty()) {
            steps.add(new ScoreTrace.Step(
                    ScoreTrace.Treatment.TRANSFORMED,
                    indicator.transformation().get().name(),
                    OptionalDouble.of(filled[unit]),
                    transformed[unit]));
        }
        double kept = treated()[unit];
        boolean isMoved =
                outliers().isPresent() && outliers().get().winsorised().contains(name);
        if (method.isPresent()
                && !Double.isNaN(kept)
                && (isMoved || method.get() != OutlierTreatment.Method.WINSORISE)) {
            steps.add(new ScoreTrace.Step(
                    isMoved ? ScoreTrace.Treatment.WINSORISED : ScoreTrace.Treatment.TRANSFORMED,
                    method.get().name(),
                    OptionalDouble.of(transformed[unit]),
                    kept));
        }
        if (scores.status(unit).isScored()) {
            steps.add(new ScoreTrace.Step(
                    ScoreTrace.Treatment.NORMALIZED,
                    recipe.normalization(indicator).method().name(),
                    OptionalDouble.of(kept),
                    scores.score(unit)));
        }
        return steps;
    }
}
