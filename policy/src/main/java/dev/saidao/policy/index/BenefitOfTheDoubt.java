package dev.saidao.policy.index;

import java.util.Arrays;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Finds for each unit the weights under which it looks best, under which no unit has more than 1. */
final class BenefitOfTheDoubt {

    /** The largest number of units; each needs a linear programme with a row for every other one. */
    static final int MAX_UNITS = 1_000;

    private final double least;
    private final double greatest;
    private final Aggregation.ShareLimit limited;
    /** Scores by unit, then child, in units of the largest score; 0 where there is none. */
    private final double[][] rows;

    private final boolean[][] known;
    private final double largest;

    BenefitOfTheDoubt(Aggregation aggregation, double[][] children) {
        this.least = aggregation.leastShare().doubleValue();
        this.greatest = aggregation.greatestShare().doubleValue();
        this.limited = aggregation.limitedShare();
        int units = children[0].length;
        if (units > MAX_UNITS) {
            throw new IllegalArgumentException(
                    "Units must be up to " + MAX_UNITS + " for benefit of the doubt: " + units);
        }
        this.rows = new double[units][children.length];
        this.known = new boolean[units][children.length];
        double most = 0;
        for (int child = 0; child < children.length; child++) {
            for (int unit = 0; unit < units; unit++) {
                double score = children[child][unit];
                if (score < 0 && score != Aggregator.NOT_POSITIVE) {
                    throw new IllegalArgumentException("Scores must be 0 or more for benefit of the doubt: " + score);
                }
                if (Double.isFinite(score)) {
                    rows[unit][child] = score;
                    known[unit][child] = true;
                    most = Math.max(most, score);
                }
            }
        }
        this.largest = most > 0 ? most : 1;
        for (double[] row : rows) {
            Arrays.setAll(row, child -> row[child] / largest);
        }
    }

    /** The score of a unit. */
    double score(int unit) {
        double[] weights = weights(unit);
        double score = 0;
        for (int child = 0; child < weights.length; child++) {
            score += weights[child] * rows[unit][child] * largest;
        }
        return Math.min(1, score);
    }

    /** The weights of a unit, 0 for a child without a score of it; all 0 if its scores are. */
    double[] weights(int unit) {
        double[] own = rows[unit];
        int children = 0;
        for (boolean isKnown : known[unit]) {
            children += isKnown ? 1 : 0;
        }
        if (least * children > 1 || greatest * children < 1) {
            throw new IllegalArgumentException(
                    "Shares of " + children + " children must be able to add up to 1: " + least + " to " + greatest);
        }
        if (Arrays.stream(own).allMatch(x -> x == 0)) {
            return new double[own.length];
        }
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] weights = new Variable[own.length];
        for (int child = 0; child < own.length; child++) {
            if (known[unit][child]) {
                weights[child] = model.newVariable("w" + child).lower(0).weight(own[child]);
            }
        }
        for (int other = 0; other < rows.length; other++) {
            Expression row = model.newExpression("unit " + other).upper(1);
            for (int child = 0; child < own.length; child++) {
                if (known[unit][child]) {
                    row.set(weights[child], rows[other][child]);
                }
            }
        }
        limit(model, weights, own, unit);
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalArgumentException(
                    "Weights within the limits must exist for benefit of the doubt: " + result.getState());
        }
        double[] found = new double[own.length];
        int next = 0;
        for (int child = 0; child < own.length; child++) {
            if (known[unit][child]) {
                found[child] = Math.max(0, result.doubleValue(next++)) / largest;
            }
        }
        return found;
    }

    private void limit(ExpressionsBasedModel model, Variable[] weights, double[] own, int unit) {
        for (int limitedChild = 0; limitedChild < own.length; limitedChild++) {
            if (!known[unit][limitedChild]) {
                continue;
            }
            if (least > 0) {
                share(model.newExpression("least " + limitedChild).lower(0), weights, own, unit, limitedChild, least);
            }
            if (greatest < 1) {
                share(model.newExpression("most " + limitedChild).upper(0), weights, own, unit, limitedChild, greatest);
            }
        }
    }

    /** The child's own part less the given share of the whole. */
    private void share(
            Expression expression, Variable[] weights, double[] own, int unit, int limitedChild, double share) {
        for (int child = 0; child < own.length; child++) {
            if (known[unit][child]) {
                double size = limited == Aggregation.ShareLimit.WEIGHT ? 1 : own[child];
                expression.set(weights[child], size * ((child == limitedChild ? 1 : 0) - share));
            }
        }
    }
}
