package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both models against a second way to compute them, straight from their equations: regression lines from sums over all years, errors by
 * running the equations, the weight of the last value by trying a thousand of them.
 */
class ThetaModelTest {

    /** Rises slowly with long waves, so that part of the slope is continued. */
    private static final double[] WAVES = {20, 23, 27, 26, 29, 35, 34, 33, 38, 44, 43, 41, 47, 53, 51};
    /** Without a trend. */
    private static final double[] LEVEL = {50, 47, 52, 49, 51, 48, 50, 53, 47, 50, 49};
    /** Grows ever faster, so that the whole slope is continued. */
    private static final double[] FASTER = {10, 13, 17, 21, 28, 36, 45, 60, 77, 99};

    /** The line through the first t values at the years 1 to t, as {@code {intercept, slope}}. */
    private static double[] line(double[] y, int t) {
        double time = (t + 1) / 2.0;
        double value = Arrays.stream(y, 0, t).average().orElseThrow();
        double slope = t == 1
                ? 0
                : IntStream.rangeClosed(1, t)
                                .mapToDouble(s -> (s - time) * (y[s - 1] - value))
                                .sum()
                        / IntStream.rangeClosed(1, t)
                                .mapToDouble(s -> (s - time) * (s - time))
                                .sum();
        return new double[] {value - slope * time, slope};
    }

    /** The equations of the dynamic model for given parameters. */
    private record Dynamic(double alpha, double level, double omega) {

        /** The errors of the values, and the forecasts as the values beyond them. */
        double[] errors(double[] y, int horizon) {
            double[] all = Arrays.copyOf(y, y.length + horizon);
            double[] errors = new double[y.length];
            double l = level;
            for (int t = 1; t <= all.length; t++) {
                double mu = l;
                if (t > 1) {
                    double[] line = line(all, t - 1);
                    mu += omega
                            * (Math.pow(1 - alpha, t - 1) * line[0] + (1 - Math.pow(1 - alpha, t)) / alpha * line[1]);
                }
                if (t <= y.length) {
                    errors[t - 1] = y[t - 1] - mu;
                } else {
                    all[t - 1] = mu;
                }
                l = alpha * all[t - 1] + (1 - alpha) * l;
            }
            return horizon == 0 ? errors : Arrays.copyOfRange(all, y.length, all.length);
        }

        /** The sum of squared errors with the best first level and share of the slope, 0 to 1, which errors are linear in. */
        static Dynamic best(double[] y, double alpha) {
            double[] none = new Dynamic(alpha, 0, 0).errors(y, 0);
            double[] level = difference(none, new Dynamic(alpha, 1, 0).errors(y, 0));
            double[] slope = difference(none, new Dynamic(alpha, 0, 1).errors(y, 0));
            double overlap = product(level, slope) / product(level, level);
            double[] rest = new double[y.length];
            Arrays.setAll(rest, t -> slope[t] - overlap * level[t]);
            double free = product(rest, rest) < 1e-20 ? 0 : product(rest, none) / product(rest, rest);
            double omega = Math.max(0, Math.min(1, free));
            double[] left = new double[y.length];
            Arrays.setAll(left, t -> none[t] - omega * slope[t]);
            return new Dynamic(alpha, product(level, left) / product(level, level), omega);
        }

        static Dynamic best(double[] y) {
            double at = 0.1;
            for (double alpha = 0.1; alpha < 0.99; alpha += 0.001) {
                at = squares(y, alpha) < squares(y, at) ? alpha : at;
            }
            double low = Math.max(0.1, at - 0.001);
            double high = Math.min(0.99, at + 0.001);
            for (int step = 0; step < 60; step++) {
                double third = (high - low) / 3;
                if (squares(y, low + third) < squares(y, high - third)) {
                    high -= third;
                } else {
                    low += third;
                }
            }
            return best(y, low);
        }

        private static double squares(double[] y, double alpha) {
            double[] errors = best(y, alpha).errors(y, 0);
            return product(errors, errors);
        }

        private static double[] difference(double[] from, double[] to) {
            double[] difference = new double[from.length];
            Arrays.setAll(difference, t -> from[t] - to[t]);
            return difference;
        }

        private static double product(double[] a, double[] b) {
            return IntStream.range(0, a.length).mapToDouble(t -> a[t] * b[t]).sum();
        }
    }

    private static void assertDynamic(double[] y) {
        double[] expected = Dynamic.best(y).errors(y, 4);
        assertThat(ThetaModel.dynamic(y, 4)).containsExactly(expected, within(1e-4));
    }

    @Test
    void dynamic_withPartOfTheSlope_agreesWithTheEquations() {
        assertThat(Dynamic.best(WAVES).omega()).isBetween(0.05, 0.95);
        assertDynamic(WAVES);
    }

    @Test
    void dynamic_withoutTrend_isSmoothingFromALevel() {
        assertThat(Dynamic.best(LEVEL).omega()).isLessThan(0.5);
        assertDynamic(LEVEL);
    }

    @Test
    void dynamic_withTheWholeSlope_agreesWithTheEquations() {
        assertThat(Dynamic.best(FASTER).omega()).isEqualTo(1);
        assertDynamic(FASTER);
    }

    /** A zigzag about what grows ever faster: past errors are not forgotten at once, and the first level counts. */
    @Test
    void dynamic_withTheWholeSlopeAndAMemory_agreesWithTheEquations() {
        double[] zigzag = {100, 118, 108, 134, 132, 166, 172, 214, 228, 278};
        assertThat(Dynamic.best(zigzag).omega()).isEqualTo(1);
        assertThat(Dynamic.best(zigzag).alpha()).isLessThan(0.9);
        assertDynamic(zigzag);
    }

    /** What swings back more than it rises takes nothing of the slope. */
    @Test
    void dynamic_withoutAnyOfTheSlope_agreesWithTheEquations() {
        double[] back = {30, 42, 27, 31, 28, 30, 26, 31, 27, 30};
        assertThat(Dynamic.best(back).omega()).isEqualTo(0);
        assertDynamic(back);
    }

    @Test
    void dynamic_ofPublishedSeries_agreesWithTheEquations() {
        assertDynamic(ForecastMethodTest.LIVESTOCK);
        assertDynamic(new double[] {446.7, 454.5, 455.7, 423.6, 456.3, 440.6, 425.3, 485.1, 506, 526.8, 514.3, 494.2});
        assertDynamic(new double[] {5, 6, 9, 8});
        assertDynamic(new double[] {9, 7, 8, 4, 3});
    }

    /** Before the last value there is neither level nor slope; the first level is fitted to a single error. */
    @Test
    void dynamic_ofZerosAndOneValue_isSmoothingAlone() {
        assertThat(ThetaModel.dynamic(new double[5], 3)).containsExactly(0, 0, 0);
        assertDynamic(new double[] {0, 0, 0, 0, 5});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dynamic_ofFewerThanFourValues_isTheDrift(int n) {
        double[] y = Arrays.copyOf(new double[] {4, 7, 5}, n);
        assertThat(ThetaModel.dynamic(y, 3)).containsExactly(DriftModel.mean(y, 3));
    }

    /** The drift is half the slope of the line; smoothing is that of the values as they are. */
    @Test
    void standard_isSmoothingWithHalfTheSlope() {
        for (double[] y : new double[][] {WAVES, LEVEL, FASTER, {9, 7, 8, 4, 3}, {3, 8}}) {
            ExponentialSmoothing smoothing = ExponentialSmoothing.leastSquares(y, ExponentialSmoothing.Trend.NONE);
            double alpha = smoothing.alpha();
            double drift = line(y, y.length)[1] / 2;
            double[] expected = smoothing.points(4);
            for (int h = 1; h <= 4; h++) {
                expected[h - 1] += drift * (h - 1 + (1 - Math.pow(1 - alpha, y.length)) / alpha);
            }
            assertThat(ThetaModel.standard(y, 4)).containsExactly(expected, within(1e-9));
        }
        assertThat(ThetaModel.standard(new double[] {7}, 2)).containsExactly(7, 7);
    }
}
