package dev.saidao.policy.index.ranking;

import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranks units by how near they come to the best values of all criteria, and how far they stay from the worst: TOPSIS and VIKOR.
 *
 * <p>Both take the values of a table as they are, a row for each unit and a column for each criterion, with the direction and the
 * weight of each criterion; weights count in proportion. All numbers are doubles.
 *
 * <p>Example: of (3, 4) and (4, 3), more being better and both criteria weighing the same, each has a closeness of 1/2.
 *
 * @since 0.1
 */
public final class CompromiseRanking {

    private final double[][] values;
    private final List<Direction> directions;
    private final double[] weights;

    private CompromiseRanking(double[][] values, List<Direction> directions, double[] weights) {
        this.values = values;
        this.directions = directions;
        this.weights = weights;
    }

    /**
     * How a unit stands by VIKOR; less is better in all three.
     *
     * @param group S, the weighted sum of the distances to the best values
     * @param regret R, the largest of the weighted distances
     * @param compromise Q, between both
     * @since 0.1
     */
    public record Vikor(double group, double regret, double compromise) {}

    /**
     * Returns a ranking of units.
     *
     * @param values a row for each unit, two or more, with a value for each criterion
     * @param directions which way is better, for each criterion, one or more
     * @param weights how much each criterion counts, 0 or more and not all 0
     * @return the ranking
     * @throws IllegalArgumentException if rows, directions and weights do not fit, or a number is out of range
     */
    public static CompromiseRanking of(double[][] values, List<Direction> directions, double[] weights) {
        int criteria = directions.size();
        Require.that(values.length >= 2, "Units must be 2 or more: %s", values.length);
        Require.that(
                criteria >= 1 && weights.length == criteria,
                "Criteria must be 1 or more, each with a weight: %s, %s",
                criteria,
                weights.length);
        double[][] copy = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            Require.that(
                    values[i].length == criteria,
                    "Unit must have a value for each criterion, %s: %s",
                    criteria,
                    values[i].length);
            for (double value : values[i]) {
                Require.that(Math.abs(value) <= 1e150, "Value must be a number up to 1e150: %s", value);
            }
            copy[i] = values[i].clone();
        }
        double sum = 0;
        for (double weight : weights) {
            Require.that(weight >= 0 && weight <= 1e150, "Weight must be 0 or more: %s", weight);
            sum += weight;
        }
        Require.that(sum > 0, "Weights must not all be 0: %s", sum);
        double total = sum;
        return new CompromiseRanking(
                copy,
                List.copyOf(directions),
                Arrays.stream(weights).map(weight -> weight / total).toArray());
    }

    /**
     * Computes the relative closeness of TOPSIS: {@code C = d⁻ / (d⁺ + d⁻)}, with the Euclidean distances of the weighted values
     * {@code w x / √Σx²} to the best and to the worst value of each criterion.
     *
     * <p>Source: Hwang and Yoon, Multiple Attribute Decision Making (1981).
     *
     * @return for each unit 0 (the worst in all criteria) to 1 (the best in all); 1/2 if no criterion tells units apart
     */
    public double[] topsis() {
        double[] toBest = new double[values.length];
        double[] toWorst = new double[values.length];
        for (int j = 0; j < weights.length; j++) {
            double largest = 0;
            for (double[] row : values) {
                largest = Math.max(largest, Math.abs(row[j]));
            }
            if (largest == 0) {
                continue;
            }
            double squares = 0;
            for (double[] row : values) {
                squares += row[j] / largest * (row[j] / largest);
            }
            double scale = weights[j] / Math.sqrt(squares);
            double best = best(j);
            double worst = worst(j);
            for (int i = 0; i < values.length; i++) {
                toBest[i] += square(scale * (values[i][j] / largest - best / largest));
                toWorst[i] += square(scale * (values[i][j] / largest - worst / largest));
            }
        }
        double[] closeness = new double[values.length];
        for (int i = 0; i < closeness.length; i++) {
            double near = Math.sqrt(toWorst[i]);
            double together = Math.sqrt(toBest[i]) + near;
            closeness[i] = together == 0 ? 0.5 : near / together;
        }
        return closeness;
    }

    /**
     * Computes the measures of VIKOR: {@code S = Σ w d}, {@code R = max w d} with the distances {@code d = (best - x) / (best -
     * worst)}, and {@code Q = v (S - S*) / (S⁻ - S*) + (1 - v) (R - R*) / (R⁻ - R*)}, where * is the least and ⁻ the largest
     * of all units. A criterion, or a measure, that does not tell units apart counts 0.
     *
     * <p>Source: Opricovic and Tzeng, "Compromise solution by MCDM methods", European Journal of Operational Research 156 (2004).
     *
     * @param v how much the group counts against the regret, 0 to 1; usually 1/2
     * @return the measures of each unit
     * @throws IllegalArgumentException if v is out of range
     */
    public List<Vikor> vikor(double v) {
        Require.that(v >= 0 && v <= 1, "Weight of the group must be 0 to 1: %s", v);
        double[] group = new double[values.length];
        double[] regret = new double[values.length];
        for (int j = 0; j < weights.length; j++) {
            double best = best(j);
            double span = best - worst(j);
            for (int i = 0; i < values.length && span != 0; i++) {
                double distance = weights[j] * ((best - values[i][j]) / span);
                group[i] += distance;
                regret[i] = Math.max(regret[i], distance);
            }
        }
        double[] ofGroup = shares(group);
        double[] ofRegret = shares(regret);
        List<Vikor> measures = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            measures.add(new Vikor(group[i], regret[i], v * ofGroup[i] + (1 - v) * ofRegret[i]));
        }
        return List.copyOf(measures);
    }

    /** Where each number lies between the least and the largest. */
    private static double[] shares(double[] numbers) {
        double least = Arrays.stream(numbers).min().orElse(0);
        double span = Arrays.stream(numbers).max().orElse(0) - least;
        return Arrays.stream(numbers)
                .map(number -> span == 0 ? 0 : (number - least) / span)
                .toArray();
    }

    private double best(int criterion) {
        return extreme(criterion, directions.get(criterion) == Direction.INCREASE);
    }

    private double worst(int criterion) {
        return extreme(criterion, directions.get(criterion) == Direction.DECREASE);
    }

    private double extreme(int criterion, boolean isLargest) {
        double extreme = values[0][criterion];
        for (double[] row : values) {
            extreme = isLargest ? Math.max(extreme, row[criterion]) : Math.min(extreme, row[criterion]);
        }
        return extreme;
    }

    private static double square(double x) {
        return x * x;
    }
}
