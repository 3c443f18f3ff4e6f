package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cases quoted by statsmodels (tsa/tests/test_holtwinters.py, BSD-3) from Hyndman and Athanasopoulos, Forecasting: principles and
 * practice, and closed forms.
 */
class ForecastMethodTest {

    private static final double[] OIL = {
        446.6565229,
        454.4733065,
        455.662974,
        423.6322388,
        456.2713279,
        440.5880501,
        425.3325201,
        485.1494479,
        506.0481621,
        526.7919833,
        514.268889,
        494.2110193
    };
    private static final double[] AUSAIR = {
        17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569, 33.477398,
        39.021581, 41.386432, 41.596552
    };
    static final double[] LIVESTOCK = {
        263.917747, 268.307222, 260.662556, 266.639419, 277.515778, 283.834045, 290.309028, 292.474198, 300.830694,
        309.286657, 318.331081, 329.37239, 338.883998, 339.244126, 328.600632, 314.255385, 314.459695, 321.413779,
        329.789292, 346.385165, 352.297882, 348.370515, 417.562922, 417.12357, 417.749459, 412.233904, 411.946817,
        394.697075, 401.49927, 408.270468, 414.2428
    };

    @Test
    void simpleSmoothing_findsAlphaAndLevel() {
        ExponentialSmoothing model = ExponentialSmoothing.leastSquares(OIL, ExponentialSmoothing.Trend.NONE);
        assertThat(model.alpha()).isCloseTo(0.891998, within(1e-4));
        assertThat(model.points(1)[0]).isCloseTo(496.493543, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 484.802468", "0.6, 501.837461"})
    void simpleSmoothing_fromTheFirstValue(double alpha, double ahead) {
        ExponentialSmoothing model = ExponentialSmoothing.of(OIL, alpha, 0, 1, OIL[0], 0);
        assertThat(model.points(1)[0]).isCloseTo(ahead, within(1e-4));
    }

    @Test
    void holt_withGivenParameters() {
        // beta here is the weight of the error, which the book has as alpha times its own
        ExponentialSmoothing model = ExponentialSmoothing.of(AUSAIR, 0.8, 0.16, 1, AUSAIR[0], AUSAIR[1] - AUSAIR[0]);
        assertThat(model.points(5)).containsExactly(new double[] {43.76, 45.59, 47.43, 49.27, 51.1}, within(0.005));
    }

    /** Under φ up to 0.98 the book has a sum of squares of 6036.56. */
    @Test
    void dampedHolt_isAsCloseAsInTheBook() {
        ExponentialSmoothing model = ExponentialSmoothing.leastSquares(LIVESTOCK, ExponentialSmoothing.Trend.DAMPED);
        assertThat(model.squares()).isLessThanOrEqualTo(6036.57);
        assertThat(model.alpha()).isCloseTo(0.98, within(0.005));
        assertThat(model.firstLevel()).isCloseTo(257.36, within(0.05));
        assertThat(model.firstSlope()).isCloseTo(6.64, within(0.005));
    }

    @Test
    void drifts_closedForms() {
        double[] y = {1, 2, 4, 13};
        assertThat(ForecastMethod.NAIVE.points(y, 2)).containsExactly(13, 13);
        assertThat(ForecastMethod.DRIFT.points(y, 2)).containsExactly(17, 21);
        assertThat(ForecastMethod.MEDIAN_DRIFT.points(y, 2)).containsExactly(15, 17);
        // (9 + 0.9 · 2 + 0.81 · 1) / 2.71 · 0.93
        assertThat(ForecastMethod.WEIGHTED_DRIFT.points(y, 1)[0]).isCloseTo(13 + 11.61 / 2.71 * 0.93, within(1e-12));
        assertThat(ForecastMethod.MEDIAN_DRIFT.points(new double[] {1, 2, 5}, 1))
                .containsExactly(7);
        assertThat(ForecastMethod.MEDIAN_DRIFT.points(new double[] {3, 5}, 2)).containsExactly(7, 9);
        assertThat(ForecastMethod.DRIFT.points(new double[] {3, 5}, 2)).containsExactly(7, 9);
    }

    /**
     * A straight line is continued by every method that knows a trend; nearly by dynamic theta, whose criterion counts the second year
     * too, when one value has no slope yet.
     */
    @ParameterizedTest
    @EnumSource(
            value = ForecastMethod.class,
            names = {"DRIFT", "MEDIAN_DRIFT", "HOLT", "DYNAMIC_THETA", "ARIMA"})
    void straightLine_isContinued(ForecastMethod method) {
        double[] line = new double[12];
        Arrays.setAll(line, t -> 100 + 7 * t);
        double[] points = method.points(line, 3);
        for (int h = 0; h < 3; h++) {
            assertThat(points[h])
                    .as("%s %d", method, h)
                    .isCloseTo(100 + 7 * (12 + h), within(method == ForecastMethod.DYNAMIC_THETA ? 0.2 : 0.02));
        }
    }

    /** With all weight on the last value, theta is the naive forecast with half the slope. */
    @Test
    void theta_onAStraightLine_hasHalfItsSlope() {
        double[] line = new double[12];
        Arrays.setAll(line, t -> 100 + 8 * t);
        double[] points = ForecastMethod.THETA.points(line, 2);
        assertThat(points[0]).isCloseTo(188 + 4, within(0.01));
        assertThat(points[1]).isCloseTo(188 + 8, within(0.01));
    }

    @Test
    void everyMethod_ofAConstant_isTheConstant() {
        double[] same = {5, 5, 5, 5, 5, 5};
        for (ForecastMethod method : ForecastMethod.values()) {
            assertThat(method.points(same, 2)).as(method.name()).containsExactly(new double[] {5, 5}, within(1e-9));
        }
    }

    /** Differences that alternate between 3 and -1 go on alternating. */
    @Test
    void arima_findsAlternatingDifferences() {
        double[] y = new double[30];
        y[0] = 100;
        for (int t = 1; t < y.length; t++) {
            y[t] = y[t - 1] + (t % 2 == 0 ? 3 : -1);
        }
        double[] points = ForecastMethod.ARIMA.points(y, 2);
        assertThat(points[0]).isCloseTo(y[29] + 3, within(0.2));
        assertThat(points[1]).isCloseTo(y[29] + 2, within(0.2));
    }

    @ParameterizedTest
    @EnumSource(ForecastMethod.class)
    void anyNumberOfValues_givesNumbers(ForecastMethod method) {
        for (int n = 1; n <= 9; n++) {
            double[] y = new double[n];
            Arrays.setAll(y, t -> 10 + 3 * t + (t % 3) * 1.7);
            assertThat(method.points(y, 4)).as("%s %d", method, n).hasSize(4).doesNotContain(Double.NaN);
        }
    }
}
