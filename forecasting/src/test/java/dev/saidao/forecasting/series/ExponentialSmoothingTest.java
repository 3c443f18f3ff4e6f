package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits against the errors of the recursion {@code l + φ b}, written out here a second time, and against closed forms. */
class ExponentialSmoothingTest {

    private static final double[] WAVES = {20, 23, 27, 26, 29, 35, 34, 33, 38, 44, 43, 41, 47, 53, 51};

    private static double[] errors(double[] y, double alpha, double beta, double phi, double level, double slope) {
        double[] errors = new double[y.length];
        double l = level;
        double b = slope;
        for (int t = 0; t < y.length; t++) {
            double ahead = l + phi * b;
            errors[t] = y[t] - ahead;
            double newLevel = alpha * y[t] + (1 - alpha) * ahead;
            // the error's share of the slope
            b = phi * b + beta * (y[t] - ahead);
            l = newLevel;
        }
        return errors;
    }

    private static double[] errors(double[] y, ExponentialSmoothing model) {
        return errors(y, model.alpha(), model.beta(), model.phi(), model.firstLevel(), model.firstSlope());
    }

    private static double squares(double[] errors) {
        return Arrays.stream(errors).map(error -> error * error).sum();
    }

    private static double sizes(double[] errors) {
        return Arrays.stream(errors).map(Math::abs).sum();
    }

    /** No weight of a hundred, with the first level that suits it best, leaves smaller squares. */
    @Property(tries = 100)
    void simple_isLeastSquares(@ForAll @Size(min = 3, max = 20) List<@DoubleRange(min = 0, max = 100) Double> values) {
        double[] y = values.stream().mapToDouble(x -> x).toArray();
        ExponentialSmoothing model = ExponentialSmoothing.leastSquares(y, ExponentialSmoothing.Trend.NONE);
        assertThat(model.squares()).isCloseTo(squares(errors(y, model)), within(1e-6));
        assertThat(model.points(2)).containsOnly(model.points(2)[0]);
        for (int share = 1; share <= 100; share++) {
            double alpha = share / 100.0;
            double[] fromZero = errors(y, alpha, 0, 1, 0, 0);
            // a first level adds (1 - α)^t to the forecast of year t
            double products = 0;
            double powers = 0;
            for (int t = 0; t < y.length; t++) {
                products += fromZero[t] * Math.pow(1 - alpha, t);
                powers += Math.pow(1 - alpha, 2.0 * t);
            }
            double least = squares(errors(y, alpha, 0, 1, products / powers, 0));
            // a second valley between two of the twenty weights tried first may be missed by little
            assertThat(model.squares()).isLessThanOrEqualTo(least * 1.001 + 1e-9);
        }
    }

    /** What is said of a fit is what the recursion gives, and parameters stay in their ranges. */
    @ParameterizedTest
    @EnumSource(ExponentialSmoothing.Trend.class)
    void fits_areWithinTheirRanges(ExponentialSmoothing.Trend trend) {
        for (double[] y : new double[][] {WAVES, {3, 9, 4, 16, 7, 30}, {80, 60, 45, 36, 30, 26, 24}, {5, 7, 6}}) {
            for (ExponentialSmoothing model : List.of(
                    ExponentialSmoothing.leastSquares(y, trend), ExponentialSmoothing.leastAbsolute(y, trend))) {
                assertThat(model.squares()).isCloseTo(squares(errors(y, model)), within(1e-6));
                assertThat(model.alpha()).isBetween(1e-4, 1.0);
                assertThat(model.beta()).isBetween(0.0, model.alpha());
                switch (trend) {
                    case NONE, LINEAR -> assertThat(model.phi()).isEqualTo(1);
                    case DAMPED -> assertThat(model.phi()).isBetween(0.8, 0.98);
                }
            }
        }
    }

    /** A trend that falls by a tenth each year, φ = 0.9, is found by its damping. */
    @Test
    void damped_findsTheDamping() {
        double[] y = damped(16);
        ExponentialSmoothing model = ExponentialSmoothing.leastSquares(y, ExponentialSmoothing.Trend.DAMPED);
        assertThat(model.phi()).isCloseTo(0.9, within(0.005));
        assertThat(model.points(3)).containsExactly(Arrays.copyOfRange(damped(19), 16, 19), within(0.02));
    }

    /** 100, and then 20, 18, 16.2, … more. */
    private static double[] damped(int size) {
        double[] y = new double[size];
        for (int t = 0; t < size; t++) {
            y[t] = t == 0 ? 100 : y[t - 1] + 20 * Math.pow(0.9, t - 1);
        }
        return y;
    }

    /** The sum of the sizes of errors is smaller than that of the least squares, and no small step makes it much smaller. */
    @Test
    void leastAbsolute_hasTheSmallestErrors() {
        double[] y = WAVES.clone();
        y[6] += 30;
        for (ExponentialSmoothing.Trend trend :
                List.of(ExponentialSmoothing.Trend.LINEAR, ExponentialSmoothing.Trend.DAMPED)) {
            ExponentialSmoothing squares = ExponentialSmoothing.leastSquares(y, trend);
            ExponentialSmoothing sizes = ExponentialSmoothing.leastAbsolute(y, trend);
            double least = sizes(errors(y, sizes));
            assertThat(least).isLessThan(0.95 * sizes(errors(y, squares)));
            assertThat(sizes.squares()).isGreaterThanOrEqualTo(squares.squares());
            for (int sign = -1; sign <= 1; sign += 2) {
                double level = sizes.firstLevel() + sign * 0.5;
                double slope = sizes.firstSlope() + sign * 0.1;
                assertThat(sizes(errors(y, sizes.alpha(), sizes.beta(), sizes.phi(), level, sizes.firstSlope())))
                        .isGreaterThan(0.999 * least);
                assertThat(sizes(errors(y, sizes.alpha(), sizes.beta(), sizes.phi(), sizes.firstLevel(), slope)))
                        .isGreaterThan(0.999 * least);
            }
        }
    }

    /** One value far off leaves the others on their course, which the sum of sizes hardly minds. */
    @Test
    void leastAbsolute_keepsTheCourseBesideAnOutlier() {
        double[] y = damped(16);
        y[8] += 500;
        double[] points = ExponentialSmoothing.leastAbsolute(y, ExponentialSmoothing.Trend.DAMPED)
                .points(3);
        assertThat(points).containsExactly(Arrays.copyOfRange(damped(19), 16, 19), within(5.0));
    }

    /** Weights of exp(-AICc / 2), with 3, 5 and 6 for the parameters, first states and the variance. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 15})
    void average_weighsByTheCriterion(int n) {
        double[] y = Arrays.copyOf(WAVES, n);
        double[] criteria = new double[3];
        double[][] points = new double[3][];
        ExponentialSmoothing.Trend[] trends = {
            ExponentialSmoothing.Trend.NONE, ExponentialSmoothing.Trend.LINEAR, ExponentialSmoothing.Trend.DAMPED
        };
        int[] sizes = {3, 5, 6};
        for (int i = 0; i < 3; i++) {
            ExponentialSmoothing model = ExponentialSmoothing.leastSquares(y, trends[i]);
            int k = sizes[i];
            criteria[i] = n - k - 1 < 1
                    ? Double.POSITIVE_INFINITY
                    : n * Math.log(squares(errors(y, model)) / n) + 2.0 * k * n / (n - k - 1);
            points[i] = model.points(3);
        }
        double best = Arrays.stream(criteria).min().orElseThrow();
        double total =
                Arrays.stream(criteria).map(c -> Math.exp((best - c) / 2)).sum();
        double[] expected = new double[3];
        for (int h = 0; h < 3; h++) {
            for (int model = 0; model < 3; model++) {
                expected[h] += Math.exp((best - criteria[model]) / 2) / total * points[model][h];
            }
        }
        assertThat(ExponentialSmoothing.average(y, 3)).containsExactly(expected, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void average_ofFewerThanFiveValues_isTheLast(int n) {
        double[] y = Arrays.copyOf(WAVES, n);
        assertThat(ExponentialSmoothing.average(y, 2)).containsExactly(y[n - 1], y[n - 1]);
    }
}
