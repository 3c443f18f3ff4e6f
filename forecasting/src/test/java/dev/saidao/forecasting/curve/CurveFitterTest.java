package dev.saidao.forecasting.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Interval;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parameters, standard errors and sums of squares by R (nls with self-starting models), from the data of R and carData. */
class CurveFitterTest {

    private static final CurveFitter FITTER = CurveFitter.withDefaults();

    private static final double[] US_1970 = {
        3.93, 5.31, 7.24, 9.64, 12.9, 17.1, 23.2, 31.4, 39.8, 50.2, 62.9, 76, 92, 105.7, 122.8, 131.7, 151.3, 179.3,
        203.2
    };
    private static final double[] US_2000 = {
        3.929214,
        5.308483,
        7.239881,
        9.638453,
        12.860702,
        17.063353,
        23.191876,
        31.443321,
        38.558371,
        50.189209,
        62.979766,
        76.212168,
        92.228496,
        106.021537,
        123.202624,
        132.164569,
        151.325798,
        179.323175,
        203.302031,
        226.542199,
        248.709873,
        281.421906
    };
    private static final double[] VCR = {840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890};

    private static final double[] DNASE_LOGARITHMS = DoubleStream.of(
                    0.04882812,
                    0.04882812,
                    0.1953125,
                    0.1953125,
                    0.390625,
                    0.390625,
                    0.78125,
                    0.78125,
                    1.5625,
                    1.5625,
                    3.125,
                    3.125,
                    6.25,
                    6.25,
                    12.5,
                    12.5)
            .map(Math::log)
            .toArray();
    private static final double[] DNASE = {
        0.017, 0.018, 0.121, 0.124, 0.206, 0.215, 0.377, 0.374, 0.614, 0.609, 1.019, 1.001, 1.334, 1.364, 1.73, 1.71
    };

    private static double[] decades(int count) {
        return IntStream.range(0, count).mapToDouble(i -> 1790 + 10 * i).toArray();
    }

    private static void requireClose(FittedCurve fit, String parameter, double value, double error) {
        assertThat(fit.parameter(parameter)).isCloseTo(value, Percentage.withPercentage(1e-3));
        assertThat(fit.standardError(parameter).orElseThrow()).isCloseTo(error, Percentage.withPercentage(1e-2));
    }

    private static void requireSquares(FittedCurve fit, double squares) {
        assertThat(fit.residualSquares()).isLessThanOrEqualTo(squares * (1 + 1e-6));
        assertThat(fit.residualSquares()).isCloseTo(squares, Percentage.withPercentage(1e-4));
    }

    @Test
    void populationTo1970_logistic() {
        FittedCurve fit = FITTER.fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        requireClose(fit, "saturation", 315.5446827, 30.969704316);
        requireClose(fit, "midpoint", 1949.1925633, 8.230230929);
        requireClose(fit, "scale", 40.6039086, 2.378220038);
        requireSquares(fit, 276.771420886);
        assertThat(fit.residualError().orElseThrow()).isCloseTo(4.159112141, within(1e-6));
        assertThat(fit.warnings()).isEmpty();
    }

    /** θ1 / (1 + e^-(θ2 + θ3 year)): the saturation is θ1, the scale 1 / θ3. */
    @Test
    void populationTo2000_logistic() {
        FittedCurve fit = FITTER.fit(GrowthCurve.LOGISTIC, decades(22), US_2000);
        requireClose(fit, "saturation", 440.83349800158, 35.000185534611);
        assertThat(fit.parameter("scale")).isCloseTo(1 / 0.02160590333, Percentage.withPercentage(1e-3));
        requireSquares(fit, 457.805624949);
    }

    @Test
    void videoRecorders_bass() {
        FittedCurve fit = FITTER.fit(
                GrowthCurve.BASS_SALES,
                IntStream.rangeClosed(1, 10).asDoubleStream().toArray(),
                VCR);
        requireClose(fit, "saturation", 6.798090826e+04, 3.127518418e+03);
        requireClose(fit, "innovation", 6.593958264e-03, 1.430264635e-03);
        requireClose(fit, "imitation", 6.380912694e-01, 4.139594575e-02);
        requireSquares(fit, 3701668.58909);
    }

    @Test
    void chick1_logistic_warnsOfItsSaturation() {
        double[] times = {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21};
        double[] weights = {42, 51, 59, 64, 76, 93, 106, 125, 149, 171, 199, 205};
        FittedCurve fit = FITTER.fit(GrowthCurve.LOGISTIC, times, weights);
        requireClose(fit, "saturation", 937.02021687, 465.8565092760);
        requireSquares(fit, 76.6623562562);
        assertThat(fit.warnings()).contains(FitWarning.SATURATION_BEYOND_THE_DATA);
    }

    @Test
    void chick6_weibull() {
        double[] times = {2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 21};
        double[] weights = {49, 59, 74, 97, 124, 141, 148, 155, 160, 160, 157};
        FittedCurve fit = FITTER.fit(GrowthCurve.WEIBULL, times, weights);
        // the smallest step is 1, so that the origin is 1; R has 0
        assertThat(fit.residualSquares()).isPositive();
        FittedCurve fromZero = FITTER.withOrigin(0).fit(GrowthCurve.WEIBULL, times, weights);
        requireClose(fromZero, "saturation", 158.501191952, 1.1769399446);
        requireClose(fromZero, "drop", 110.997059223, 2.6330041423);
        requireClose(fromZero, "shape", 2.646142484, 0.1612910794);
        // e^lrc = scale^-shape
        assertThat(-fromZero.parameter("shape") * Math.log(fromZero.parameter("scale")))
                .isCloseTo(-5.993424927, Percentage.withPercentage(1e-3));
        requireSquares(fromZero, 29.7202323174);
    }

    @Test
    void loblolly_asymptotic() {
        double[] ages = {3, 5, 10, 15, 20, 25};
        double[] heights = {4.51, 10.89, 28.72, 41.74, 52.7, 60.92};
        FittedCurve fit = FITTER.withOrigin(0).fit(GrowthCurve.ASYMPTOTIC, ages, heights);
        requireClose(fit, "saturation", 95.666966295, 5.79573771348);
        assertThat(fit.value(0)).isCloseTo(-9.078227484, within(1e-4));
        assertThat(Math.log(fit.parameter("rate"))).isCloseTo(-3.116382528, within(1e-5));
        requireSquares(fit, 1.1811834921);
    }

    @Test
    void orange_logistic() {
        double[] ages = {118, 484, 664, 1004, 1231, 1372, 1582};
        double[] girths = {30, 51, 75, 108, 115, 139, 140};
        FittedCurve fit = FITTER.fit(GrowthCurve.LOGISTIC, ages, girths);
        requireClose(fit, "saturation", 158.8294368, 15.08513516);
        requireClose(fit, "midpoint", 734.8420969, 102.58721965);
        requireSquares(fit, 156.670804354);
    }

    @Test
    void dnase_logisticAndGompertz() {
        FittedCurve logistic = FITTER.fit(GrowthCurve.LOGISTIC, DNASE_LOGARITHMS, DNASE);
        requireClose(logistic, "saturation", 2.345179319, 0.07815384446);
        requireClose(logistic, "scale", 1.041454703, 0.03227078738);
        requireSquares(logistic, 0.00478956896995);
        FittedCurve gompertz = FITTER.fit(GrowthCurve.GOMPERTZ, DNASE_LOGARITHMS, DNASE);
        requireClose(gompertz, "saturation", 4.6033307032, 0.6532076864);
        // b3^x = e^(-x / scale)
        assertThat(Math.exp(-1 / gompertz.parameter("scale"))).isCloseTo(0.7164664636, within(1e-5));
        requireSquares(gompertz, 0.00936163766771);
    }

    // ---- laws ----

    /** A curve is found again from its own values, wherever the automatic starts begin. */
    @ParameterizedTest
    @EnumSource(GrowthCurve.class)
    void ownValues_areFoundAgain(GrowthCurve curve) {
        double[] parameters = switch (curve) {
            case EXPONENTIAL -> new double[] {3, 0.2};
            case LOGISTIC, GOMPERTZ -> new double[] {100, 9, 2.5};
            case FOUR_PARAMETER_LOGISTIC -> new double[] {100, 20, 9, 2.5};
            case BASS, BASS_SALES, BASS_INCREMENTS -> new double[] {500, 0.02, 0.4};
            case RICHARDS -> new double[] {100, 9, 2.5, 0.4};
            case WEIBULL -> new double[] {100, 90, 8, 2};
            case ASYMPTOTIC -> new double[] {100, 90, 0.2};
        };
        double[] times = IntStream.rangeClosed(2001, 2020).asDoubleStream().toArray();
        double[] values =
                DoubleStream.of(times).map(t -> curve.at(t - 2000, parameters)).toArray();
        FittedCurve fit = FITTER.fit(curve, times, values);
        for (int i = 0; i < parameters.length; i++) {
            String name = curve.parameters().get(i);
            double expected = parameters[i] + (name.equals("midpoint") ? 2000 : 0);
            assertThat(fit.parameter(name)).as(name).isCloseTo(expected, Percentage.withPercentage(1e-4));
        }
        assertThat(fit.warnings()).doesNotContain(FitWarning.SATURATION_UNBOUNDED, FitWarning.NO_ERROR_KNOWN);
    }

    /** Values in another unit have the curve in that unit. */
    @Property(tries = 30)
    void scaling_scalesTheCurve(@ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        FittedCurve plain = FITTER.fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        FittedCurve scaled = FITTER.fit(
                GrowthCurve.LOGISTIC,
                decades(19),
                DoubleStream.of(US_1970).map(x -> factor * x).toArray());
        assertThat(scaled.parameter("saturation"))
                .isCloseTo(factor * plain.parameter("saturation"), Percentage.withPercentage(1e-3));
        assertThat(scaled.parameter("midpoint")).isCloseTo(plain.parameter("midpoint"), within(0.01));
    }

    @Test
    void hugeNumbers_areFittedLikeOthers() {
        FittedCurve plain = FITTER.fit(GrowthCurve.WEIBULL, decades(19), US_1970);
        FittedCurve huge = FITTER.fit(
                GrowthCurve.WEIBULL,
                decades(19),
                DoubleStream.of(US_1970).map(x -> Math.scalb(x, 300)).toArray());
        assertThat(huge.parameter("drop")).isEqualTo(Math.scalb(plain.parameter("drop"), 300));
        assertThat(huge.parameter("shape")).isEqualTo(plain.parameter("shape"));
        assertThat(huge.standardError("drop").orElseThrow())
                .isCloseTo(Math.scalb(plain.standardError("drop").orElseThrow(), 300), Percentage.withPercentage(1e-9));
        assertThat(huge.warnings()).isEqualTo(plain.warnings());
    }

    @Test
    void saturation_fixedAndBounded() {
        FittedCurve free = FITTER.fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        FittedCurve fixed = FITTER.withFixed("saturation", 400).fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        assertThat(fixed.saturation()).hasValue(400);
        assertThat(fixed.standardError("saturation")).isEmpty();
        assertThat(fixed.standardError("scale")).isPresent();
        assertThat(fixed.residualSquares()).isGreaterThan(free.residualSquares());
        FittedCurve wide = FITTER.withSaturation(200, 500).fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        assertThat(wide.parameter("saturation")).isCloseTo(315.5446827, within(0.01));
        FittedCurve narrow = FITTER.withSaturation(350, 500).fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        assertThat(narrow.parameter("saturation")).isCloseTo(350, within(0.1));
        assertThat(narrow.warnings()).contains(FitWarning.SATURATION_AT_BOUND);
        FittedCurve midpoint = FITTER.withFixed("midpoint", 1950).fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        assertThat(midpoint.parameter("midpoint")).isEqualTo(1950);
    }

    /** Growth at a constant rate has no saturation, whatever a curve that must have one says. */
    @Test
    void exponentialGrowth_showsNoSaturation() {
        double[] times = IntStream.rangeClosed(1, 8).asDoubleStream().toArray();
        double[] values = DoubleStream.of(times).map(t -> Math.exp(0.3 * t)).toArray();
        FittedCurve fit = FITTER.fit(GrowthCurve.LOGISTIC, times, values);
        assertThat(fit.warnings())
                .containsAnyOf(FitWarning.SATURATION_UNBOUNDED, FitWarning.SATURATION_BEYOND_THE_DATA);
        assertThat(fit.warnings()).isNotEmpty();
    }

    @Test
    void asManyParametersAsValues_haveNoError() {
        FittedCurve fit = FITTER.fit(GrowthCurve.LOGISTIC, AnnualSeries.of(2020, 10, 20, 30));
        assertThat(fit.warnings()).contains(FitWarning.NO_ERROR_KNOWN);
        assertThat(fit.standardError("scale")).isEmpty();
        assertThat(fit.confidence(2023, 0.95)).isEmpty();
        assertThat(fit.residualError()).isEmpty();
        assertThat(fit.correctedAkaike()).isEmpty();
        assertThat(fit.residualSquares()).isCloseTo(0, within(1e-9));
    }

    /** For a curve that is linear in its only free parameter the band is that of a line: value times its relative error. */
    @Test
    void band_closedForm() {
        double[] times = {1, 2, 3, 4};
        double[] values = {2.1, 3.9, 8.2, 15.8};
        FittedCurve fit = FITTER.withFixed("rate", Math.log(2)).fit(GrowthCurve.EXPONENTIAL, times, values);
        // y = a 2^τ, τ from 1: a = Σ y 2^τ / Σ 4^τ
        double a = (2.1 * 2 + 3.9 * 4 + 8.2 * 8 + 15.8 * 16) / (4 + 16 + 64 + 256);
        assertThat(fit.parameter("initial")).isCloseTo(a, within(1e-9));
        double error = fit.standardError("initial").orElseThrow();
        Interval band = fit.confidence(5, 0.95).orElseThrow();
        // Student's t with 3 degrees of freedom at 97.5 % is 3.182446305284263 (SciPy 1.17.1)
        assertThat(band.high() - band.low()).isCloseTo(2 * 3.182446305284263 * 32 * error, within(1e-6));
        Interval wider = fit.prediction(5, 0.95).orElseThrow();
        assertThat(wider.low()).isLessThan(band.low());
        assertThat(fit.bayesian()).isPresent();
    }

    @Test
    void badInput_throws() {
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.LOGISTIC, AnnualSeries.of(2020, 10, 20)))
                .hasMessage("Values must be at least as many as free parameters, 3: 2");
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.LOGISTIC, new double[] {1}, new double[] {1, 2}))
                .hasMessage("Times and values must be as many, one or more: 1, 2");
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.LOGISTIC, new double[] {1, 1}, new double[] {1, 2}))
                .hasMessage("Times must differ: 1.0");
        assertThatThrownBy(() -> FITTER.withFixed("size", 1).fit(GrowthCurve.LOGISTIC, decades(19), US_1970))
                .hasMessage("Fixed parameter must be one of [saturation, midpoint, scale]: size");
        assertThatThrownBy(() -> FITTER.withFixed("shape", -1).fit(GrowthCurve.RICHARDS, decades(19), US_1970))
                .hasMessage("Fixed parameter shape must be positive: -1.0");
        assertThatThrownBy(() -> FITTER.withSaturation(2, 1))
                .hasMessage("Least saturation must be below the greatest: 2.0, 1.0");
        assertThatThrownBy(() -> FITTER.withSaturation(1, 2).fit(GrowthCurve.EXPONENTIAL, decades(19), US_1970))
                .hasMessage("Curve must have a saturation for bounds of it: EXPONENTIAL");
        assertThatThrownBy(() -> FITTER.withFixed("rate", Double.NaN)).hasMessage("Value of rate must be finite: NaN");
        FittedCurve fit = FITTER.fit(GrowthCurve.EXPONENTIAL, decades(19), US_1970);
        assertThatThrownBy(() -> fit.parameter("scale")).hasMessage("Parameter must be one of [initial, rate]: scale");
        assertThatThrownBy(() -> fit.confidence(2000, 1)).hasMessage("Level must be above 0 and below 1: 1.0");
        assertThat(fit.saturation()).isEmpty();
        assertThat(Arrays.stream(GrowthCurve.values()).map(GrowthCurve::code)).contains("bass-sales");
    }

    /** Three times the same growth: 10, 20, 40 is initial 5 at the origin 2019, doubling. */
    @Test
    void fit_explainsPrintsAndExports() {
        FittedCurve fit = CurveFitter.withDefaults()
                .withFixed("initial", 5)
                .fit(GrowthCurve.EXPONENTIAL, new double[] {2020, 2021, 2022}, new double[] {10, 20, 40});

        assertThat(fit.origin()).isEqualTo(2019);
        assertThat(fit).asString().startsWith("exponential: initial 5, rate 0.693147; 3 values, RSS ");
        assertThat(fit.explanation().toText(Locale.ENGLISH).lines())
                .startsWith("exponential: initial e^(rate τ), τ from 2019", "initial = 5, given")
                .anyMatch(line -> line.startsWith("rate = 0.693147 ± "));
        assertThat(SaidaoJson.write(fit).replaceAll("\\s+", ""))
                .startsWith("{\"format\":\"saidao-fit/1\",\"curve\":\"exponential\"")
                .contains("{\"name\":\"initial\",\"value\":5.0,\"isGiven\":true}");
    }

    @ParameterizedTest
    @EnumSource(GrowthCurve.class)
    void formula_namesItsParameters(GrowthCurve curve) {
        assertThat(curve.parameters())
                .allSatisfy(name -> assertThat(curve.formula()).contains(name));
    }

    // ---- curves without false optima ----

    /** R's SSfpl of DNase run 1. */
    @Test
    void dnase_fourParameterLogistic() {
        FittedCurve fit = FITTER.fit(GrowthCurve.FOUR_PARAMETER_LOGISTIC, DNASE_LOGARITHMS, DNASE);
        requireClose(fit, "base", -0.007897193675, 0.01719970755);
        requireClose(fit, "saturation", 2.377239020644, 0.10951634974);
        requireClose(fit, "midpoint", 1.507403063217, 0.10207985545);
        requireClose(fit, "scale", 1.062578718067, 0.05699605772);
        requireSquares(fit, 0.00470725495816);
        assertThat(fit.warnings()).containsExactly(FitWarning.REPEATED_TIMES);
    }

    /**
     * Without a bend the further the saturation the less is left, down to what the exponential curve leaves, 0.0351 (R 4.5, nls), or
     * a little less.
     */
    @Test
    void nearlyExponentialValues_haveNoSaturation() {
        AnnualSeries series = AnnualSeries.of(2015, 10, 13.1, 16.9, 22.1, 28.4, 37.0);
        FittedCurve exponential = FITTER.fit(GrowthCurve.EXPONENTIAL, series);
        assertThat(exponential.residualSquares()).isCloseTo(0.0351, within(0.0001));
        for (GrowthCurve curve : new GrowthCurve[] {GrowthCurve.GOMPERTZ, GrowthCurve.LOGISTIC, GrowthCurve.RICHARDS}) {
            FittedCurve fit = FITTER.fit(curve, series);
            assertThat(fit.residualSquares()).as(curve.code()).isLessThan(0.04);
            assertThat(fit.warnings())
                    .as(curve.code())
                    .containsAnyOf(FitWarning.SATURATION_UNBOUNDED, FitWarning.SATURATION_BEYOND_THE_DATA);
            assertThat(fit.warnings().contains(FitWarning.SATURATION_UNBOUNDED))
                    .isEqualTo(curve != GrowthCurve.LOGISTIC);
        }
    }

    /** A Gompertz curve is the limit of Richards curves, and a logistic curve one of them: none fits better than the best of them. */
    @Test
    void richards_ofAGompertzCurve_saysSo() {
        double[] times = IntStream.rangeClosed(1, 15).asDoubleStream().toArray();
        double[] values = DoubleStream.of(times)
                .map(t -> 100 * Math.exp(-Math.exp(-(t - 6) / 2.5)) + 0.3 * Math.cos(7 * t))
                .toArray();
        FittedCurve gompertz = FITTER.fit(GrowthCurve.GOMPERTZ, times, values);
        FittedCurve richards = FITTER.fit(GrowthCurve.RICHARDS, times, values);
        assertThat(richards.residualSquares()).isLessThanOrEqualTo(gompertz.residualSquares() * (1 + 1e-6));
        FittedCurve logistic = FITTER.fit(GrowthCurve.LOGISTIC, decades(19), US_1970);
        assertThat(FITTER.fit(GrowthCurve.RICHARDS, decades(19), US_1970).residualSquares())
                .isLessThanOrEqualTo(logistic.residualSquares());
        FittedCurve exact = FITTER.fit(
                GrowthCurve.RICHARDS,
                times,
                DoubleStream.of(times)
                        .map(t -> 100 * Math.exp(-Math.exp(-(t - 6) / 2.5)) - 0.2 * t)
                        .toArray());
        assertThat(exact.warnings()).contains(FitWarning.SHAPE_OF_GOMPERTZ);
    }

    /** With all signs turned, the curve is turned. */
    @ParameterizedTest
    @EnumSource(GrowthCurve.class)
    void negativeValues_areFittedLikeOthers(GrowthCurve curve) {
        double[] values = {2, 7, 20, 40, 55};
        double[] times = {2018, 2019, 2020, 2021, 2022};
        FittedCurve fit = FITTER.fit(curve, times, values);
        FittedCurve turned =
                FITTER.fit(curve, times, DoubleStream.of(values).map(x -> -x).toArray());
        assertThat(turned.residualSquares())
                .isCloseTo(fit.residualSquares(), within(1e-6 * (1 + fit.residualSquares())));
        assertThat(turned.warnings()).isEqualTo(fit.warnings());
    }

    @Test
    void saturation_againstTheValues_isRefused() {
        AnnualSeries series = AnnualSeries.of(2018, 2, 7, 20, 40, 55);
        assertThatThrownBy(() -> FITTER.withFixed("saturation", -5).fit(GrowthCurve.LOGISTIC, series))
                .hasMessage("Saturation must be positive, as the values are: -5.0");
        assertThatThrownBy(() -> FITTER.withFixed("saturation", 0).fit(GrowthCurve.BASS, series))
                .hasMessage("Saturation must be positive, as the values are: 0.0");
        assertThatThrownBy(() -> FITTER.withSaturation(-9, 0).fit(GrowthCurve.LOGISTIC, series))
                .hasMessage("Bounds of the saturation must admit a positive one, as the values are: -9.0, 0.0");
        assertThat(FITTER.withFixed("saturation", 30)
                        .fit(GrowthCurve.LOGISTIC, series)
                        .warnings())
                .contains(FitWarning.VALUES_BEYOND_THE_SATURATION);
        assertThat(FITTER.withFixed("saturation", 60)
                        .fit(GrowthCurve.LOGISTIC, series)
                        .warnings())
                .doesNotContain(FitWarning.VALUES_BEYOND_THE_SATURATION);
    }

    @Test
    void tinyValues_areNoPerfectFit() {
        double[] times = {1, 2, 3, 4, 5};
        assertThatThrownBy(() -> FITTER.fit(
                        GrowthCurve.EXPONENTIAL, times, new double[] {1e-300, 2e-300, 3e-300, 5e-300, 9e-300}))
                .hasMessageStartingWith("Largest value must be 0 or beyond ±1e-100, for its square to be a number: ");
        FittedCurve small =
                FITTER.fit(GrowthCurve.EXPONENTIAL, times, new double[] {1e-90, 2e-90, 3e-90, 5e-90, 9e-90});
        FittedCurve plain = FITTER.fit(GrowthCurve.EXPONENTIAL, times, new double[] {1, 2, 3, 5, 9});
        assertThat(small.residualError().orElseThrow())
                .isCloseTo(1e-90 * plain.residualError().orElseThrow(), Percentage.withPercentage(1e-6));
    }

    /** The increments of a Bass curve add up to it. */
    @Test
    void bassIncrements_addUp() {
        double[] parameters = {500, 0.02, 0.4};
        double sum = IntStream.rangeClosed(1, 12)
                .mapToDouble(t -> GrowthCurve.BASS_INCREMENTS.at(t, parameters))
                .sum();
        assertThat(sum).isCloseTo(GrowthCurve.BASS.at(12, parameters), within(1e-9));
    }
}
