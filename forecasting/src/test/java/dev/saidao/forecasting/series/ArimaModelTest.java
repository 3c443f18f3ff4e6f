package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models against a second way to find them: errors by the equation as Box and Jenkins write it, with arrays for the past, and the least
 * sum of squares by walking along one parameter after another. Few values have closed forms.
 */
class ArimaModelTest {

    /** A model of differences: its coefficients, and its mean. */
    private static final class Model {

        private final double[] ar;
        private final double[] ma;
        private final double drift;

        Model(double[] ar, double[] ma, double drift) {
            this.ar = ar;
            this.ma = ma;
            this.drift = drift;
        }

        /** The first of two coefficients with partial autocorrelations a and b is a (1 - b); moving averages have the other sign. */
        static Model of(int p, int q, double[] x) {
            return new Model(
                    coefficients(Arrays.copyOf(x, p)),
                    Arrays.stream(coefficients(Arrays.copyOfRange(x, p, p + q)))
                            .map(a -> -a)
                            .toArray(),
                    x.length > p + q ? x[p + q] : 0);
        }

        private static double[] coefficients(double[] partial) {
            return partial.length < 2 ? partial : new double[] {partial[0] * (1 - partial[1]), partial[1]};
        }

        private double ahead(double[] differences, double[] errors, int t) {
            double ahead = drift;
            for (int lag = 1; lag <= ar.length && lag <= t; lag++) {
                ahead += ar[lag - 1] * (differences[t - lag] - drift);
            }
            for (int lag = 1; lag <= ma.length && lag <= t; lag++) {
                ahead += ma[lag - 1] * errors[t - lag];
            }
            return ahead;
        }

        double[] errors(double[] differences) {
            double[] errors = new double[differences.length];
            for (int t = 0; t < errors.length; t++) {
                errors[t] = differences[t] - ahead(differences, errors, t);
            }
            return errors;
        }

        double squares(double[] differences) {
            return Arrays.stream(errors(differences))
                    .map(error -> error * error)
                    .sum();
        }

        double[] points(double[] y, int horizon) {
            double[] known = DriftModel.differences(y);
            double[] differences = Arrays.copyOf(known, known.length + horizon);
            double[] errors = Arrays.copyOf(errors(known), differences.length);
            double[] points = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                differences[known.length + h] = ahead(differences, errors, known.length + h);
                points[h] = (h == 0 ? y[y.length - 1] : points[h - 1]) + differences[known.length + h];
            }
            return points;
        }
    }

    /** Goes on along one parameter while the function falls, then along the next, with ever smaller steps. */
    private static double[] walk(ToDoubleFunction<double[]> function, double[] start, double[] limits, double[] steps) {
        double[] at = start.clone();
        double least = function.applyAsDouble(at);
        for (double share = 1; share > 1e-5; ) {
            boolean isBetter = false;
            for (int i = 0; i < at.length; i++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double before = at[i];
                    at[i] = Math.max(-limits[i], Math.min(limits[i], before + sign * share * steps[i]));
                    double found = function.applyAsDouble(at);
                    if (found < least) {
                        least = found;
                        isBetter = true;
                    } else {
                        at[i] = before;
                    }
                }
            }
            share /= isBetter ? 1 : 2;
        }
        return at;
    }

    private static Model fitted(double[] d, int p, int q, boolean hasDrift) {
        int size = p + q + (hasDrift ? 1 : 0);
        double[] start = new double[size];
        double[] limits = new double[size];
        double[] steps = new double[size];
        Arrays.fill(limits, 0.98);
        Arrays.fill(steps, 0.25);
        if (hasDrift) {
            start[size - 1] = Arrays.stream(d).average().orElseThrow();
            limits[size - 1] = Double.MAX_VALUE;
            steps[size - 1] = Arrays.stream(d).map(Math::abs).max().orElseThrow() / 8;
        }
        return Model.of(p, q, walk(x -> Model.of(p, q, x).squares(d), start, limits, steps));
    }

    /** The model of the least n log(squares) + 2 k n / (n - k - 1), with k - 1 parameters and the variance. */
    private static Model best(double[] d) {
        Model best = new Model(new double[0], new double[0], 0);
        double least = Double.POSITIVE_INFINITY;
        for (int number = 0; number < 18; number++) {
            int p = number % 3;
            int q = number / 3 % 3;
            boolean hasDrift = number >= 9;
            int k = p + q + (hasDrift ? 1 : 0) + 1;
            if (d.length - k - 1 >= 2) {
                Model model = fitted(d, p, q, hasDrift);
                double criterion = d.length * Math.log(model.squares(d)) + 2.0 * k * d.length / (d.length - k - 1);
                if (criterion < least) {
                    least = criterion;
                    best = model;
                }
            }
        }
        return best;
    }

    /** A series whose differences follow a model, with chance from a fixed seed. */
    private static double[] series(Model model, int size, long seed) {
        Random random = new Random(seed);
        double[] differences = new double[size - 1];
        double[] errors = new double[size - 1];
        double[] y = new double[size];
        y[0] = 100;
        for (int t = 0; t < differences.length; t++) {
            errors[t] = random.nextGaussian();
            differences[t] = model.ahead(differences, errors, t) + errors[t];
            y[t + 1] = y[t] + differences[t];
        }
        return y;
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 0, 0, 0, 0, 1",
        "0, 0, 0, 0, 1.5, 2",
        "0.6, 0, 0, 0, 2, 22",
        "1.1, -0.7, 0, 0, 0, 4",
        "-0.3, -0.8, 0, 0, 1, 5",
        "0, 0, -0.7, 0, 0, 6",
        "0, 0, 0.9, 0, 1, 7",
        "0, 0, 0.2, 0.8, 0, 8",
        "0, 0, -1.1, 0.6, 2, 9",
        "0.8, 0, 0.7, 0, 0, 20",
        "-0.7, 0, 0.9, 0, 1, 11"
    })
    void points_areThoseOfTheModelWithTheLeastCriterion(
            double ar1, double ar2, double ma1, double ma2, double drift, long seed) {
        double[] y = series(
                new Model(
                        ar1 == 0 ? new double[0] : ar2 == 0 ? new double[] {ar1} : new double[] {ar1, ar2},
                        ma1 == 0 ? new double[0] : ma2 == 0 ? new double[] {ma1} : new double[] {ma1, ma2},
                        drift),
                40,
                seed);
        double[] d = DriftModel.differences(y);
        Model best = best(d);
        // the model found is of the order that made the series
        assertThat(best.ar.length).isEqualTo(ar1 == 0 ? 0 : ar2 == 0 ? 1 : 2);
        assertThat(best.ma.length).isEqualTo(ma1 == 0 ? 0 : ma2 == 0 ? 1 : 2);
        assertThat(best.drift != 0).isEqualTo(drift != 0);

        assertThat(ArimaModel.points(y, 4)).containsExactly(best.points(y, 4), within(0.01));
    }

    /** As many values as let five models be compared, and seven, and more. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 10, 12})
    void points_ofFewValues_areThoseOfTheModelWithTheLeastCriterion(int size) {
        double[] y = series(new Model(new double[] {-0.8}, new double[0], 3), size, 5);
        assertThat(ArimaModel.points(y, 3))
                .containsExactly(best(DriftModel.differences(y)).points(y, 3), within(1e-3));
    }

    /** Four differences leave room for a random walk alone, which has no parameter but the variance. */
    @Test
    void points_ofFiveValues_areTheLast() {
        assertThat(ArimaModel.points(new double[] {1, 2, 5, 4, 9}, 3)).containsExactly(9, 9, 9);
    }

    /** Squares of 90.5 about 0 and of 0.8 about the mean of 4.2: 5 ln(90.5 / 0.8) is more than a drift costs, 10 - 10/3. */
    @Test
    void points_ofSixValues_haveADriftIfItIsWorthIt() {
        double[] points = ArimaModel.points(new double[] {0, 4, 9, 13, 17, 21}, 2);
        assertThat(points).containsExactly(new double[] {25.2, 29.4}, within(1e-4));
    }

    /** With fewer than five values no model can be told from another. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void points_ofFewerThanFiveValues_areTheDrift(int n) {
        double[] y = Arrays.copyOf(new double[] {4, 7, 5, 9}, n);
        assertThat(ArimaModel.points(y, 3)).containsExactly(DriftModel.mean(y, 3));
    }

    /** Differences that are equal but for the last binary digit are equal, whatever their size. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, -0.7, 123_456.7, 1e-9})
    void points_ofALine_areTheDrift(double slope) {
        double[] y = new double[12];
        Arrays.setAll(y, t -> slope * (t + 1));
        assertThat(ArimaModel.points(y, 3)).containsExactly(DriftModel.mean(y, 3));
    }
}
