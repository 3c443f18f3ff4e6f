package dev.saidao.policy.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The way of the values of one indicator to their scores, step by step; steps that change nothing share their numbers. */
final class IndicatorSteps {

    private final IndicatorNode indicator;
    private final IndicatorTable table;
    private final CompositeRecipe recipe;
    private final double[] divided;
    private final double[] filled;
    private final Optional<OutlierTreater.Treated> treated;
    private final ScoreColumn scores;

    /**
     * Takes the steps.
     *
     * @throws IllegalArgumentException if a denominator is not positive; if the indicator lacks what the normalization needs;
     *     if a score is too large to be held
     */
    IndicatorSteps(IndicatorNode indicator, IndicatorTable table, CompositeRecipe recipe) {
        this.indicator = indicator;
        this.table = table;
        this.recipe = recipe;
        this.divided = Denominator.divided(indicator, table);
        this.filled = new Imputer(indicator, table, divided).filled(recipe.imputation());
        this.treated = recipe.outliers().methods().isEmpty()
                ? Optional.empty()
                : new OutlierTreater(recipe.outliers(), indicator.code(), table.units()).treated(filled);
        this.scores = normalized();
    }

    private ScoreColumn normalized() {
        double[] values = treated().clone();
        ScoreStatus[] statuses = new ScoreStatus[values.length];
        for (int unit = 0; unit < values.length; unit++) {
            if (Double.isNaN(filled[unit])) {
                statuses[unit] = ScoreStatus.MISSING;
            } else {
                statuses[unit] = Double.isNaN(divided[unit]) ? ScoreStatus.FILLED : ScoreStatus.COMPLETE;
            }
        }
        ScoreColumn column = new ScoreColumn(values, statuses);
        double[] present = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
        if (present.length == 0) {
            return column;
        }
        Normalization normalization = recipe.normalization();
        if (transformation().isPresent() && normalization.usesStatedValues()) {
            throw new IllegalArgumentException(
                    "Goalposts and targets are in the unit of the values, which were transformed: " + indicator.code()
                            + ", " + transformation().get());
        }
        Optional<String> unit = normalization.referenceUnit();
        double unitValue = unit.isPresent() ? values[table.unitPlace(unit.get())] : Double.NaN;
        Optional<double[]> normalized = new Normalizer(normalization, indicator, present).scores(unitValue);
        int next = 0;
        for (int place = 0; place < values.length; place++) {
            if (!statuses[place].isScored()) {
                continue;
            }
            if (normalized.isEmpty()) {
                column.clear(place, ScoreStatus.CONSTANT);
            } else {
                double score = normalized.get()[next++];
                requireFinite(score, indicator.code(), table.units().get(place));
                values[place] = score;
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
        return treated.map(OutlierTreater.Treated::values).orElse(filled);
    }

    private Optional<OutlierTreatment.Method> transformation() {
        return outliers().flatMap(OutlierReport::method).filter(method -> method != OutlierTreatment.Method.WINSORISE);
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
        double kept = treated()[unit];
        boolean isMoved =
                outliers().isPresent() && outliers().get().winsorised().contains(name);
        if (method.isPresent()
                && !Double.isNaN(kept)
                && (isMoved || method.get() != OutlierTreatment.Method.WINSORISE)) {
            steps.add(new ScoreTrace.Step(
                    isMoved ? ScoreTrace.Treatment.WINSORISED : ScoreTrace.Treatment.TRANSFORMED,
                    method.get().name(),
                    OptionalDouble.of(filled[unit]),
                    kept));
        }
        if (scores.status(unit).isScored()) {
            steps.add(new ScoreTrace.Step(
                    ScoreTrace.Treatment.NORMALIZED,
                    recipe.normalization().method().name(),
                    OptionalDouble.of(kept),
                    scores.score(unit)));
        }
        return steps;
    }
}
