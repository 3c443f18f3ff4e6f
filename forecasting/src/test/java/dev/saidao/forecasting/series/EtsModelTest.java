package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.forecasting.internal.NelderMead;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oil production of Saudi Arabia, 1965 to 2013; parameters, likelihoods, states and forecasts of R's forecast::ets, as quoted by
 * statsmodels (tests/results/fit_ets_results_nonseasonal.json, BSD-3). */
class EtsModelTest {

    private static final double[] OIL = {
        111.0091346,
        130.8284341,
        141.2870879,
        154.2277747,
        162.7408654,
        192.1664835,
        240.7997253,
        304.2173901,
        384.0045673,
        429.6621566,
        359.3169299,
        437.2518544,
        468.4007898,
        424.4353365,
        487.9794299,
        509.8284478,
        506.3472527,
        340.1842374,
        240.258921,
        219.0327876,
        172.0746632,
        252.5900922,
        221.0710774,
        276.5187735,
        271.1479517,
        342.6186005,
        428.3558357,
        442.3945534,
        432.7851482,
        437.2497186,
        437.2091599,
        445.3640981,
        453.1950104,
        454.409641,
        422.3789058,
        456.0371217,
        440.3866047,
        425.1943725,
        486.2051735,
        500.4290861,
        521.2759092,
        508.947617,
        488.8888577,
        509.870575,
        456.7229123,
        473.8166029,
        525.9508706,
        549.8338076,
        542.3404698
    };

    /** With R's parameters the recursions give R's likelihood, last level and forecasts. */
    @ParameterizedTest
    @CsvSource({
        "false, ADDITIVE, false, 0.99770564, 0.0001001, 1, 21.3150686, 11.71213626, -285.64745013, 542.38446176, 554.09126495, 589.21167453",
        "true, ADDITIVE, false, 0.9998996, 0.02781619, 1, 37.8545175, 32.60926576, -293.30311473, 542.34274512, 556.88153033, 600.49788597",
        "true, MULTIPLICATIVE, false, 0.99989999, 0.1233809, 1, 67.17844939, 1.22353509, -293.74307293, 542.34258835, 553.2691477, 587.38747782",
        "false, NONE, false, 0.99989996, 0, 1, 110.88321179, 0, -285.07846207, 542.34121919, 542.34121919, 542.34121919",
        "true, NONE, false, 0.99989932, 0, 1, 108.50797841, 0, -289.29728569, 542.34122401, 542.34122401, 542.34122401",
        "false, ADDITIVE, true, 0.99989969, 0.11886985, 0.80000197, 36.46466837, 34.72584983, -284.64438385, 542.341751, 545.35213563, 551.22843318",
        "true, ADDITIVE, true, 0.92024781, 0.00010003, 0.96360848, 36.95199158, 35.03197857, -292.23998794, 543.25371532, 548.73324311, 564.00413949",
        "true, MULTIPLICATIVE, true, 0.99989195, 0.0001004, 0.80000008, 49.59586353, 1.94518873, -291.19968724, 542.34128053, 542.3505805, 542.37327309"
    })
    void recursions_agreeWithR(
            boolean isErrorMultiplicative,
            EtsModel.Trend trend,
            boolean isDamped,
            double alpha,
            double beta,
            double phi,
            double level,
            double slope,
            double logLikelihood,
            double lastLevel,
            double first,
            double fourth) {
        EtsModel model = new EtsModel(OIL, isErrorMultiplicative, trend, isDamped);
        double minusTwice = model.minusTwiceLikelihood(new double[] {alpha, beta / alpha, phi, level, slope});
        // R prints eight decimals of its parameters
        assertThat(-minusTwice / 2).isCloseTo(logLikelihood, within(1e-5));
        assertThat(model.end().level()).isCloseTo(lastLevel, within(1e-4));
        double[] points = model.end().points(4);
        assertThat(points[0]).isCloseTo(first, within(1e-4));
        if (isDamped && trend == EtsModel.Trend.MULTIPLICATIVE) {
            // R's code adds φ twice, then φ² and φ³; the model has φ + φ² + φ³ + φ⁴
            double sum = 2 * phi + phi * phi + phi * phi * phi;
            assertThat(model.end().level() * Math.pow(model.end().slope(), sum)).isCloseTo(fourth, within(1e-4));
        } else {
            assertThat(points[3]).isCloseTo(fourth, within(1e-4));
        }
    }

    /** The fit is at least as likely as R's. */
    @ParameterizedTest
    @CsvSource({
        "false, ADDITIVE, false, -285.64745013",
        "true, ADDITIVE, false, -293.30311473",
        "true, MULTIPLICATIVE, false, -293.74307293",
        "false, NONE, false, -285.07846207",
        "true, NONE, false, -289.29728569",
        "false, ADDITIVE, true, -284.64438385",
        "true, ADDITIVE, true, -292.23998794",
        "true, MULTIPLICATIVE, true, -291.19968724"
    })
    void fit_isAsLikelyAsThatOfR(
            boolean isErrorMultiplicative, EtsModel.Trend trend, boolean isDamped, double logLikelihood) {
        EtsModel model = new EtsModel(OIL, isErrorMultiplicative, trend, isDamped);
        double criterion = model.fit();
        int k = 3 + (trend == EtsModel.Trend.NONE ? 0 : 2) + (isDamped ? 1 : 0);
        double found = -(criterion - 2.0 * k * OIL.length / (OIL.length - k - 1)) / 2;
        assertThat(found).isGreaterThan(logLikelihood - 0.01);
    }

    private static final double[] AUSAIR = {
        17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569, 33.477398,
        39.021581, 41.386432, 41.596552
    };

    /** Holt's exponential trend with α = 0.8 and β = 0.2, from the first value and ratio (Forecasting: principles and practice). */
    @Test
    void exponentialTrend_withGivenParameters() {
        EtsModel model = new EtsModel(AUSAIR, false, EtsModel.Trend.MULTIPLICATIVE, false);
        model.minusTwiceLikelihood(new double[] {0.8, 0.2, 1, AUSAIR[0], AUSAIR[1] / AUSAIR[0]});
        assertThat(model.end().points(5))
                .containsExactly(new double[] {44.6, 47.24, 50.04, 53.01, 56.15}, within(0.005));
    }

    /** The same book: α and β fixed, level, slope and φ by least squares. */
    @Test
    void dampedTrend_withFixedWeights() {
        EtsModel model = new EtsModel(AUSAIR, false, EtsModel.Trend.ADDITIVE, true);
        double[] found = {0.8, 0.2, 0.9, AUSAIR[0], AUSAIR[1] - AUSAIR[0]};
        NelderMead search =
                new NelderMead(new double[] {0.8, 0.2, 0.8, 0, -10}, new double[] {0.8, 0.2, 0.98, 100, 10});
        for (int round = 0; round < 5; round++) {
            search.minimize(model::minusTwiceLikelihood, found, new double[] {0, 0, 0.05, 1, 1}, 500);
        }
        model.minusTwiceLikelihood(found);
        assertThat(model.end().points(5))
                .containsExactly(new double[] {42.85, 43.81, 44.66, 45.41, 46.06}, within(0.01));
    }

    /** Livestock, 1970 to 2000, in the same book: a damped exponential trend leaves squares of 6082.0, φ up to 0.98. */
    @Test
    void dampedExponentialTrend_isAsCloseAsInTheBook() {
        EtsModel model = new EtsModel(ForecastMethodTest.LIVESTOCK, false, EtsModel.Trend.MULTIPLICATIVE, true);
        int n = ForecastMethodTest.LIVESTOCK.length;
        double minusTwice = model.fit() - 2.0 * 6 * n / (n - 7);
        assertThat(Math.exp(minusTwice / n)).isLessThanOrEqualTo(6082.5);
    }

    /** What is returned is R's likelihood and 2 k n / (n - k - 1), where the search ends as near to the best as R's. */
    @ParameterizedTest
    @CsvSource({
        "false, NONE, false, 3, -285.07846207",
        "true, NONE, false, 3, -289.29728569",
        "false, ADDITIVE, true, 6, -284.64438385"
    })
    void fit_returnsTheCorrectedCriterion(
            boolean isErrorMultiplicative, EtsModel.Trend trend, boolean isDamped, int k, double logLikelihood) {
        double criterion = new EtsModel(OIL, isErrorMultiplicative, trend, isDamped).fit();
        // one parameter less is worth more than 2; the damped trend is found 0.8 likelier here than in R
        assertThat(criterion).isCloseTo(-2 * logLikelihood + 2.0 * k * 49 / (49 - k - 1), within(2.0));
    }

    /** The share that each step ahead has of the one before is φ: 0.8 to 0.98 where damped, 1 where not; without trend there is no step. */
    @ParameterizedTest
    @CsvSource({"NONE, false, 0, 0", "ADDITIVE, false, 1, 1", "ADDITIVE, true, 0.8, 0.98"})
    void stepsAhead_areThoseOfTheModel(EtsModel.Trend trend, boolean isDamped, double least, double most) {
        double[] falling = {95, 80, 68, 60, 51, 47, 42, 40, 37, 36, 35};
        for (double[] y : new double[][] {OIL, AUSAIR, ForecastMethodTest.LIVESTOCK, falling}) {
            for (boolean isErrorMultiplicative : new boolean[] {false, true}) {
                EtsModel model = new EtsModel(y, isErrorMultiplicative, trend, isDamped);
                model.fit();
                double[] points = model.points(4);
                double step = points[1] - points[0];
                if (trend == EtsModel.Trend.NONE) {
                    assertThat(points).containsOnly(points[0]);
                } else {
                    assertThat((points[2] - points[1]) / step).isBetween(least - 1e-6, most + 1e-6);
                    assertThat((points[3] - points[2]) / (points[2] - points[1]))
                            .isBetween(least - 1e-6, most + 1e-6);
                }
            }
        }
    }

    /** After ten steps of 1 and ten of 5 the next are 5, since slopes learn from errors; after ten of -3 as well. */
    @ParameterizedTest
    @CsvSource({"1, 5", "4, -3"})
    void additiveTrend_learnsANewSlope(double before, double after) {
        double[] y = new double[21];
        y[0] = 100;
        for (int t = 1; t < y.length; t++) {
            y[t] = y[t - 1] + (t <= 10 ? before : after);
        }
        EtsModel model = new EtsModel(y, false, EtsModel.Trend.ADDITIVE, false);
        model.fit();
        assertThat(model.points(2)).containsExactly(new double[] {y[20] + after, y[20] + 2 * after}, within(0.5));
    }

    /** A trend whose steps fall by 0.85 a year goes on that way: 100 + 20 (1 - 0.85^t) / 0.15. */
    @Test
    void dampedTrend_findsTheDamping() {
        double[] y = new double[19];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + 20 * (1 - Math.pow(0.85, t)) / 0.15;
        }
        EtsModel model = new EtsModel(Arrays.copyOf(y, 16), false, EtsModel.Trend.ADDITIVE, true);
        model.fit();
        assertThat(model.points(3)).containsExactly(Arrays.copyOfRange(y, 16, 19), within(0.02));
    }

    /** Growth at a constant rate is continued by a multiplicative trend, rising and falling. */
    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.3, 0.9, 0.7})
    void multiplicativeTrend_continuesARate(double ratio) {
        double[] y = new double[15];
        Arrays.setAll(y, t -> 100 * Math.pow(ratio, t));
        EtsModel model = new EtsModel(Arrays.copyOf(y, 12), false, EtsModel.Trend.MULTIPLICATIVE, false);
        model.fit();
        double[] points = model.points(3);
        for (int h = 0; h < 3; h++) {
            assertThat(points[h] / y[12 + h]).isCloseTo(1, within(0.002));
        }
    }

    /** Where the recursion leaves the numbers, nothing is likely. */
    @Test
    void likelihood_ofNoNumbers_isNone() {
        EtsModel model = new EtsModel(AUSAIR, true, EtsModel.Trend.NONE, false);
        assertThat(model.minusTwiceLikelihood(new double[] {0.5, 0, 1, Double.NaN, 0}))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** The mean of the models by their weights, those with too few values for their parameters left out. */
    private static double[] average(double[] y, int horizon, boolean hasMultiplicativeErrors) {
        double[] sum = new double[horizon];
        double total = 0;
        double base = new EtsModel(y, false, EtsModel.Trend.NONE, false).fit();
        for (int number = 0; number < (hasMultiplicativeErrors ? 6 : 3); number++) {
            EtsModel model = new EtsModel(
                    y, number >= 3, number % 3 == 0 ? EtsModel.Trend.NONE : EtsModel.Trend.ADDITIVE, number % 3 == 2);
            int k = new int[] {3, 5, 6}[number % 3];
            if (y.length - k - 1 > 0) {
                double weight = Math.exp((base - model.fit()) / 2);
                double[] points = model.points(horizon);
                total += weight;
                for (int h = 0; h < horizon; h++) {
                    sum[h] += weight * points[h];
                }
            }
        }
        double all = total;
        return Arrays.stream(sum).map(x -> x / all).toArray();
    }

    /** Three models with additive errors and three with multiplicative ones, each with the weight exp(-AICc / 2). */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 12, 15})
    void average_isThatOfTheModelsByTheirWeights(int n) {
        double[] y = Arrays.copyOf(AUSAIR, n);
        assertThat(EtsModel.average(y, 3)).containsExactly(average(y, 3, true), within(1e-6));
    }

    /** Errors as shares of the forecast are for positive values alone. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1})
    void average_ofValuesThatAreNotPositive_hasAdditiveErrorsAlone(double value) {
        double[] y = AUSAIR.clone();
        y[3] = value;
        assertThat(EtsModel.average(y, 3)).containsExactly(average(y, 3, false), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void average_ofFewerThanFiveValues_isTheLast(int n) {
        double[] y = Arrays.copyOf(AUSAIR, n);
        assertThat(EtsModel.average(y, 2)).containsExactly(y[n - 1], y[n - 1]);
    }
}
