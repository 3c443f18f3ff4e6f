package dev.saidao.forecasting.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.convention.Label;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Interval;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fits that come down to a straight line, whose parameters, errors and bands have closed forms: curves in which all parameters but one or
 * two linear ones are given.
 */
class FittedCurveTest {

    private static final CurveFitter FITTER = CurveFitter.withDefaults();

    /** Student's t at 97.5 %, by degrees of freedom (tables; 3 and 4). */
    private static final double T_3 = 3.182446305284263;

    private static final double T_4 = 2.7764451051977987;

    private static final double[] YEARS = {2001, 2002, 2003, 2004, 2005, 2006};
    private static final double[] VALUES = {12, 31, 38, 44, 45, 49};

    /** The regression of values on a regressor with an intercept, by sums of squares about the means. */
    private static final class Line {

        private final double slope;
        private final double intercept;
        private final double squares;
        private final double spread;
        private final double mean;
        private final int n;

        Line(double[] x, double[] y) {
            n = x.length;
            mean = DoubleStream.of(x).average().orElseThrow();
            double value = DoubleStream.of(y).average().orElseThrow();
            spread = DoubleStream.of(x).map(u -> (u - mean) * (u - mean)).sum();
            slope = IntStream.range(0, n)
                            .mapToDouble(i -> (x[i] - mean) * (y[i] - value))
                            .sum()
                    / spread;
            intercept = value - slope * mean;
            squares = IntStream.range(0, n)
                    .mapToDouble(i -> Math.pow(y[i] - intercept - slope * x[i], 2))
                    .sum();
        }

        double variance() {
            return squares / (n - 2);
        }

        /** The variance of the line at a place. */
        double varianceAt(double x) {
            return variance() * (1 / (double) n + (x - mean) * (x - mean) / spread);
        }
    }

    /** An asymptotic curve of a given rate is the line saturation - drop u, u = e^(-τ / 2); τ counts from 2000. */
    @Test
    void asymptotic_ofAGivenRate_isALine() {
        Line line = new Line(
                DoubleStream.of(YEARS).map(t -> Math.exp(-0.5 * (t - 2000))).toArray(), VALUES);
        FittedCurve fit = FITTER.withFixed("rate", 0.5).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);

        assertThat(fit.origin()).isEqualTo(2000);
        assertThat(fit.parameter("saturation")).isCloseTo(line.intercept, within(1e-8));
        assertThat(fit.saturation().orElseThrow()).isCloseTo(line.intercept, within(1e-8));
        assertThat(fit.parameter("drop")).isCloseTo(-line.slope, within(1e-8));
        assertThat(fit.residualSquares()).isCloseTo(line.squares, within(1e-8));
        assertThat(fit.residualError().orElseThrow()).isCloseTo(Math.sqrt(line.variance()), within(1e-8));
        assertThat(fit.standardError("saturation").orElseThrow())
                .isCloseTo(Math.sqrt(line.varianceAt(0)), within(1e-6));
        assertThat(fit.standardError("drop").orElseThrow())
                .isCloseTo(Math.sqrt(line.variance() / line.spread), within(1e-6));
        assertThat(fit.standardError("rate")).isEmpty();
        for (double year : new double[] {2001, 2003.5, 2010}) {
            double u = Math.exp(-0.5 * (year - 2000));
            double value = line.intercept + line.slope * u;
            assertThat(fit.value(year)).isCloseTo(value, within(1e-8));
            Interval band = fit.confidence(year, 0.95).orElseThrow();
            assertThat(band.high() - value).isCloseTo(T_4 * Math.sqrt(line.varianceAt(u)), within(1e-5));
            assertThat(value - band.low()).isCloseTo(T_4 * Math.sqrt(line.varianceAt(u)), within(1e-5));
            Interval observation = fit.prediction(year, 0.95).orElseThrow();
            double half = T_4 * Math.sqrt(line.varianceAt(u) + line.variance());
            assertThat(observation.high() - value).isCloseTo(half, within(1e-5));
            assertThat(value - observation.low()).isCloseTo(half, within(1e-5));
        }
        // two free parameters and the variance: 6 ln(S / 6) + 2 · 3 · 6 / 2, and 3 ln 6
        assertThat(fit.correctedAkaike().orElseThrow()).isCloseTo(6 * Math.log(line.squares / 6) + 18, within(1e-8));
        assertThat(fit.bayesian().orElseThrow())
                .isCloseTo(6 * Math.log(line.squares / 6) + 3 * Math.log(6), within(1e-8));
    }

    /** From one level to another where the midpoint and the scale are given: base + (saturation - base) s, s the logistic share. */
    @Test
    void fourParameterLogistic_ofAGivenShape_isALine() {
        Line line = new Line(
                DoubleStream.of(YEARS)
                        .map(t -> 1 / (1 + Math.exp(-(t - 2002) / 1.5)))
                        .toArray(),
                VALUES);
        FittedCurve fit = FITTER.withFixed("midpoint", 2002)
                .withFixed("scale", 1.5)
                .fit(GrowthCurve.FOUR_PARAMETER_LOGISTIC, YEARS, VALUES);
        assertThat(fit.parameter("base")).isCloseTo(line.intercept, within(1e-8));
        assertThat(fit.parameter("saturation")).isCloseTo(line.intercept + line.slope, within(1e-8));
        assertThat(fit.parameter("midpoint")).isEqualTo(2002);
        assertThat(fit.standardError("base").orElseThrow()).isCloseTo(Math.sqrt(line.varianceAt(0)), within(1e-6));
        assertThat(fit.standardError("saturation").orElseThrow())
                .isCloseTo(Math.sqrt(line.varianceAt(1)), within(1e-6));
    }

    /** One of the two linear parameters given as well: the other is the slope of what is left. */
    @Test
    void asymptotic_ofOneFreeParameter_isASlope() {
        double[] u =
                DoubleStream.of(YEARS).map(t -> Math.exp(-0.5 * (t - 2000))).toArray();
        double uu = DoubleStream.of(u).map(x -> x * x).sum();
        double drop =
                IntStream.range(0, 6).mapToDouble(i -> u[i] * (50 - VALUES[i])).sum() / uu;
        FittedCurve ofDrop =
                FITTER.withFixed("rate", 0.5).withFixed("saturation", 50).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        assertThat(ofDrop.parameter("drop")).isCloseTo(drop, within(1e-8));
        assertThat(ofDrop.saturation()).hasValue(50);
        assertThat(ofDrop.standardError("saturation")).isEmpty();
        assertThat(ofDrop.standardError("drop").orElseThrow())
                .isCloseTo(Math.sqrt(ofDrop.residualSquares() / 5 / uu), within(1e-6));
        FittedCurve ofSaturation =
                FITTER.withFixed("rate", 0.5).withFixed("drop", 60).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        double mean =
                IntStream.range(0, 6).mapToDouble(i -> VALUES[i] + 60 * u[i]).sum() / 6;
        assertThat(ofSaturation.parameter("saturation")).isCloseTo(mean, within(1e-8));
    }

    /** A saturation bounded away from the best is at the bound, and the drop is what fits best there. */
    @ParameterizedTest
    @CsvSource({"60, 90, 60", "20, 40, 40"})
    void asymptotic_atABound_isFittedThere(double least, double most, double at) {
        double[] u =
                DoubleStream.of(YEARS).map(t -> Math.exp(-0.5 * (t - 2000))).toArray();
        double drop =
                IntStream.range(0, 6).mapToDouble(i -> u[i] * (at - VALUES[i])).sum()
                        / DoubleStream.of(u).map(x -> x * x).sum();
        FittedCurve fit =
                FITTER.withFixed("rate", 0.5).withSaturation(least, most).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        assertThat(fit.parameter("saturation")).isCloseTo(at, within(1e-3));
        assertThat(fit.parameter("drop")).isCloseTo(drop, within(1e-2));
        assertThat(fit.warnings()).contains(FitWarning.SATURATION_AT_BOUND);
    }

    /** Bounds on both sides of the best saturation change nothing. */
    @Test
    void asymptotic_withinItsBounds_isTheBest() {
        FittedCurve free = FITTER.withFixed("rate", 0.5).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        FittedCurve fit =
                FITTER.withFixed("rate", 0.5).withSaturation(20, 90).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        assertThat(fit.parameter("saturation")).isCloseTo(free.parameter("saturation"), within(1e-4));
        assertThat(fit.residualSquares()).isCloseTo(free.residualSquares(), within(1e-6));
        assertThat(fit.warnings()).doesNotContain(FitWarning.SATURATION_AT_BOUND);
    }

    /** initial 2^τ: the least squares are those of a line through the origin. */
    @Test
    void exponential_ofAGivenRate_closedForm() {
        double[] values = {2.1, 3.9, 8.2, 15.8};
        FittedCurve fit = FITTER.withFixed("rate", Math.log(2))
                .fit(GrowthCurve.EXPONENTIAL, new double[] {2, 4, 1, 3}, new double[] {3.9, 15.8, 2.1, 8.2});
        double initial = (2.1 * 2 + 3.9 * 4 + 8.2 * 8 + 15.8 * 16) / 340;
        double squares = IntStream.range(0, 4)
                .mapToDouble(i -> Math.pow(values[i] - initial * Math.pow(2, i + 1), 2))
                .sum();
        assertThat(fit.residualSquares()).isCloseTo(squares, within(1e-9));
        double error = Math.sqrt(squares / 3 / 340);
        assertThat(fit.standardError("initial").orElseThrow()).isCloseTo(error, within(1e-8));
        double half = T_3 * Math.sqrt(squares / 3 + Math.pow(32 * error, 2));
        Interval prediction = fit.prediction(5, 0.95).orElseThrow();
        assertThat(prediction.high() - prediction.low()).isCloseTo(2 * half, within(1e-6));
        // one free parameter: 4 ln(S / 4) + 2 · 2 · 4 / 1, and 2 ln 4
        assertThat(fit.correctedAkaike().orElseThrow()).isCloseTo(4 * Math.log(squares / 4) + 16, within(1e-8));
        assertThat(fit.bayesian().orElseThrow()).isCloseTo(4 * Math.log(squares / 4) + 2 * Math.log(4), within(1e-8));
        assertThat(fit.warnings()).isEmpty();
    }

    /** With three values and one parameter the correction would divide by 0; without any error there is no likelihood. */
    @Test
    void criteria_areUnknownWithFewValuesOrNoError() {
        CurveFitter doubling = FITTER.withFixed("rate", Math.log(2));
        FittedCurve three = doubling.fit(GrowthCurve.EXPONENTIAL, AnnualSeries.of(2020, 3, 5, 13));
        assertThat(three.correctedAkaike()).isEmpty();
        assertThat(three.bayesian()).isPresent();
        assertThat(three.residualError()).isPresent();
        FittedCurve zero = doubling.fit(GrowthCurve.EXPONENTIAL, AnnualSeries.of(2020, 0, 0, 0, 0));
        assertThat(zero.parameter("initial")).isEqualTo(0);
        assertThat(zero.correctedAkaike()).isEmpty();
        assertThat(zero.bayesian()).isEmpty();
        assertThat(zero.residualError()).hasValue(0);
        FittedCurve one = doubling.fit(GrowthCurve.EXPONENTIAL, new double[] {2020, 2021}, new double[] {3, 5});
        assertThat(one.residualError()).isPresent();
        assertThat(one.confidence(2022, 0.5)).isPresent();
    }

    /** A higher level never narrows a band, and a band holds the curve. */
    @Property(tries = 50)
    void widerLevel_neverNarrows(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double one,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double other,
            @ForAll @IntRange(min = 1990, max = 2030) int year) {
        FittedCurve fit = FITTER.withFixed("rate", 0.5).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        Interval narrow = fit.confidence(year, Math.min(one, other)).orElseThrow();
        Interval wide = fit.confidence(year, Math.max(one, other)).orElseThrow();
        Interval observation = fit.prediction(year, Math.max(one, other)).orElseThrow();
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
        assertThat(observation.low()).isLessThanOrEqualTo(wide.low());
        assertThat(observation.high()).isGreaterThanOrEqualTo(wide.high());
        assertThat(narrow.contains(fit.value(year))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void level_outOfRange_throws(double level) {
        FittedCurve fit = FITTER.withFixed("rate", 0.5).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        assertThatThrownBy(() -> fit.prediction(2010, level)).hasMessage("Level must be above 0 and below 1: " + level);
    }

    // ---- what is said ----

    @Test
    void explanation_saysWhatWasGivenAndWhatIsUncertain() {
        FittedCurve fit = FITTER.withFixed("rate", 0.5).withOrigin(2000).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        assertThat(fit.explanation().steps())
                .extracting(Label::en)
                .hasSize(5)
                .startsWith("asymptotic: saturation - drop e^(-rate τ), τ from 2000")
                .contains("rate = 0.5, given")
                .anyMatch(line -> line.matches("drop = [0-9.]+ ± [0-9.]+"))
                .anyMatch(line -> line.matches("least squares over 6 values: residual sum of squares [0-9.]+"));
        assertThat(fit.explanation().steps())
                .extracting(Label::zh)
                .startsWith("asymptotic: saturation - drop e^(-rate τ),τ 自 2000 起算")
                .contains("rate = 0.5(给定)")
                .anyMatch(line -> line.matches("6 个数值的最小二乘:残差平方和 [0-9.]+"));
        assertThat(fit.curve()).isEqualTo(GrowthCurve.ASYMPTOTIC);
    }

    /** Three values and three parameters: no error is known, and every output says so. */
    @Test
    void warnings_areSaidEverywhere() {
        FittedCurve fit = FITTER.fit(GrowthCurve.LOGISTIC, AnnualSeries.of(2020, 10, 30, 45));
        assertThat(fit.warnings()).contains(FitWarning.NO_ERROR_KNOWN);
        assertThat(fit).asString().startsWith("logistic: saturation ").contains("; 3 values, RSS ", "; no-error-known");
        assertThat(fit.explanation().toText(Locale.ENGLISH))
                .contains("as many parameters as values: no error is known")
                .doesNotContain("±")
                // a logistic curve does not ask where τ counts from
                .doesNotContain("τ from");
        assertThat(SaidaoJson.write(fit).replaceAll("\\s+", ""))
                .contains("\"curve\":\"logistic\"", "\"values\":3", "\"warnings\":[\"no-error-known\"")
                .doesNotContain("standardError");
    }

    @Test
    void json_hasErrorsAndCriteria() {
        FittedCurve fit = FITTER.withFixed("rate", 0.5).fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES);
        String json = SaidaoJson.write(fit).replaceAll("\\s+", "");
        assertThat(json)
                .contains(
                        "\"origin\":2000.0",
                        "{\"name\":\"rate\",\"value\":0.5,\"isGiven\":true}",
                        "\"name\":\"drop\",\"value\":" + fit.parameter("drop") + ",\"standardError\":"
                                + fit.standardError("drop").orElseThrow() + ",\"isGiven\":false",
                        "\"residualSquares\":" + fit.residualSquares(),
                        "\"residualError\":" + fit.residualError().orElseThrow(),
                        "\"correctedAkaike\":" + fit.correctedAkaike().orElseThrow(),
                        "\"bayesian\":" + fit.bayesian().orElseThrow())
                // a sound fit has none
                .doesNotContain("warnings");
        assertThat(fit.parameters().keySet()).containsExactly("saturation", "drop", "rate");
    }

    @ParameterizedTest
    @EnumSource(FitWarning.class)
    void warning_hasBothLanguagesAndACode(FitWarning warning) {
        assertThat(warning.text().en()).matches("[a-z].+");
        assertThat(warning.text().zh()).matches("\\p{IsHan}.*");
        assertThat(warning.code())
                .isEqualTo(warning.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    // ---- warnings ----

    private static Set<FitWarning> warningsOfSaturation(double saturation, GrowthCurve curve, double[] values) {
        return FITTER.withFixed("saturation", saturation)
                .fit(curve, YEARS, values)
                .warnings();
    }

    /** Bounds of a hundred: a ten-thousandth of them from an end is at the end. Sales of a year and its sum are other things. */
    @Test
    void saturation_givenBelowTheValues_isSaid() {
        assertThat(warningsOfSaturation(48, GrowthCurve.GOMPERTZ, VALUES))
                .contains(FitWarning.VALUES_BEYOND_THE_SATURATION);
        assertThat(warningsOfSaturation(49, GrowthCurve.GOMPERTZ, VALUES))
                .doesNotContain(FitWarning.VALUES_BEYOND_THE_SATURATION);
        double[] sales = {5, 12, 20, 18, 9, 4};
        assertThat(warningsOfSaturation(67, GrowthCurve.BASS_SALES, sales))
                .contains(FitWarning.VALUES_BEYOND_THE_SATURATION);
        assertThat(warningsOfSaturation(69, GrowthCurve.BASS_INCREMENTS, sales))
                .doesNotContain(FitWarning.VALUES_BEYOND_THE_SATURATION);
        // a curve from one level to another may lie above both
        assertThat(warningsOfSaturation(30, GrowthCurve.ASYMPTOTIC, VALUES))
                .doesNotContain(FitWarning.VALUES_BEYOND_THE_SATURATION);
    }

    /** 100 e^(-e^(-(t - 10) / 4)), of which the first nine years reach 28: the saturation is beyond twice of it. */
    @Test
    void saturation_beyondTwiceTheValues_isSaid() {
        double[] times = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
        double[] values = DoubleStream.of(times)
                .map(t -> 100 * Math.exp(-Math.exp(-(t - 10) / 4)))
                .toArray();
        FittedCurve early = FITTER.fit(
                GrowthCurve.GOMPERTZ,
                DoubleStream.of(times).limit(9).toArray(),
                DoubleStream.of(values).limit(9).toArray());
        assertThat(early.warnings()).contains(FitWarning.SATURATION_BEYOND_THE_DATA);
        FittedCurve whole = FITTER.fit(GrowthCurve.GOMPERTZ, times, values);
        assertThat(whole.parameter("saturation")).isCloseTo(100, within(1e-3));
        assertThat(whole.warnings()).isEmpty();
    }

    /** What grows by the same amount every year has no end: the curve that must have one puts it far away. */
    @Test
    void line_showsNoSaturation() {
        FittedCurve fit = FITTER.fit(GrowthCurve.ASYMPTOTIC, AnnualSeries.of(2010, 10, 12, 14, 16, 18, 20, 22));
        assertThat(fit.warnings()).contains(FitWarning.SATURATION_UNBOUNDED);
        assertThat(fit.value(2017)).isCloseTo(24, within(0.01));
    }

    @Test
    void repeatedTimes_areSaid() {
        double[] times = {2001, 2002, 2002, 2003, 2004};
        double[] values = {10, 20, 21, 41, 79};
        FittedCurve fit = FITTER.fit(GrowthCurve.EXPONENTIAL, times, values);
        assertThat(fit.warnings()).containsExactly(FitWarning.REPEATED_TIMES);
        // the smallest step is one year
        assertThat(fit.origin()).isEqualTo(2000);
    }

    // ---- observations and parameters ----

    /** One smallest step before the first: 2000, 2005 and 2007 count from 1998, in any order. */
    @Test
    void origin_isOneSmallestStepBefore() {
        CurveFitter doubling = FITTER.withFixed("rate", 0.1);
        assertThat(doubling.fit(GrowthCurve.EXPONENTIAL, new double[] {2007, 2000, 2005}, new double[] {3, 1, 2})
                        .origin())
                .isEqualTo(1998);
        FittedCurve stated = doubling.withOrigin(2002)
                .fit(GrowthCurve.EXPONENTIAL, new double[] {2000, 2005, 2007}, new double[] {1, 2, 3});
        assertThat(stated.origin()).isEqualTo(2002);
        assertThat(stated.value(2002)).isEqualTo(stated.parameter("initial"));
    }

    /** Gaps of a series are left out: they are no values of 0. */
    @Test
    void series_withGaps_isFittedByItsValues() {
        AnnualSeries series = AnnualSeries.of(Map.of(2020, 1.0, 2021, 2.0, 2024, 16.0));
        FittedCurve fit = FITTER.fit(GrowthCurve.EXPONENTIAL, series);
        assertThat(fit.parameter("rate")).isCloseTo(Math.log(2), within(1e-9));
        assertThat(fit.value(2023)).isCloseTo(8, within(1e-6));
    }

    @Test
    void badObservations_throw() {
        double[] times = {1, 2, 3};
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.EXPONENTIAL, new double[0], new double[0]))
                .hasMessage("Times and values must be as many, one or more: 0, 0");
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.EXPONENTIAL, new double[] {1, Double.NaN}, new double[] {1, 2}))
                .hasMessage("Value of time must be finite: NaN");
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.EXPONENTIAL, times, new double[] {1, 2, 1.1e100}))
                .hasMessage("Value at 3.0 must be within ±1e100: 1.1E100");
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.EXPONENTIAL, times, new double[] {1, Double.NaN, 2}))
                .hasMessage("Value at 2.0 must be within ±1e100: NaN");
        assertThatThrownBy(() -> FITTER.fit(GrowthCurve.EXPONENTIAL, times, new double[] {0, 0, 9e-101}))
                .hasMessage("Largest value must be 0 or beyond ±1e-100, for its square to be a number: 9.0E-101");
        assertThat(FITTER.withFixed("rate", 0)
                        .fit(GrowthCurve.EXPONENTIAL, times, new double[] {1e-100, -1e-100, 0})
                        .parameter("initial"))
                .isEqualTo(0);
        assertThat(FITTER.withFixed("rate", 0)
                        .fit(GrowthCurve.EXPONENTIAL, times, new double[] {1e100, 1e100, 1e100})
                        .parameter("initial"))
                .isEqualTo(1e100);
    }

    @Test
    void badParameters_throw() {
        assertThatThrownBy(() -> FITTER.withFixed("shape", 0).fit(GrowthCurve.WEIBULL, YEARS, VALUES))
                .hasMessage("Fixed parameter shape must be positive: 0.0");
        assertThatThrownBy(() -> FITTER.withFixed("innovation", 0).fit(GrowthCurve.BASS, YEARS, VALUES))
                .hasMessage("Fixed parameter innovation must be positive: 0.0");
        assertThatThrownBy(() ->
                        FITTER.withFixed("initial", 1).withFixed("rate", 1).fit(GrowthCurve.EXPONENTIAL, YEARS, VALUES))
                .hasMessage("A parameter must be free: [initial, rate]");
        assertThatThrownBy(() -> FITTER.withOrigin(Double.POSITIVE_INFINITY))
                .hasMessage("Value of origin must be finite: Infinity");
        assertThatThrownBy(() -> FITTER.withSaturation(Double.NaN, 1))
                .hasMessage("Value of saturation must be finite: NaN");
        assertThatThrownBy(() -> FITTER.withSaturation(1, Double.POSITIVE_INFINITY))
                .hasMessage("Value of saturation must be finite: Infinity");
        assertThatThrownBy(() -> FITTER.withSaturation(1, 1))
                .hasMessage("Least saturation must be below the greatest: 1.0, 1.0");
    }

    /** As many values as free parameters leave no error, one more leaves one. */
    @Test
    void errors_needMoreValuesThanParameters() {
        CurveFitter oneFree = FITTER.withFixed("rate", 0.1);
        FittedCurve one =
                oneFree.withOrigin(2000).fit(GrowthCurve.EXPONENTIAL, new double[] {2001, 2002}, new double[] {3, 5});
        assertThat(one.residualError()).isPresent();
        FittedCurve none = FITTER.fit(GrowthCurve.EXPONENTIAL, new double[] {2001, 2002}, new double[] {3, 5});
        assertThat(none.residualError()).isEmpty();
        assertThat(none.prediction(2003, 0.9)).isEmpty();
        assertThat(none.warnings()).contains(FitWarning.NO_ERROR_KNOWN);
        assertThat(none.parameter("rate")).isCloseTo(Math.log(5 / 3.0), within(1e-9));
    }

    /** A saturation has the sign of the values, be it given or bounded, where the curve lies between it and 0. */
    @Test
    void saturation_ofTheOtherSign_isRefused() {
        double[] losses = DoubleStream.of(VALUES).map(value -> -value).toArray();
        assertThatThrownBy(() -> FITTER.withFixed("saturation", 5).fit(GrowthCurve.LOGISTIC, YEARS, losses))
                .hasMessage("Saturation must be negative, as the values are: 5.0");
        assertThatThrownBy(() -> FITTER.withSaturation(0, 5).fit(GrowthCurve.LOGISTIC, YEARS, losses))
                .hasMessage("Bounds of the saturation must admit a negative one, as the values are: 0.0, 5.0");
        assertThat(FITTER.withSaturation(-90, 5)
                        .fit(GrowthCurve.LOGISTIC, YEARS, losses)
                        .parameter("saturation"))
                .isBetween(-90.0, -40.0);
        // from one level to another it may have either
        assertThat(FITTER.withFixed("rate", 0.5)
                        .withFixed("saturation", -50)
                        .fit(GrowthCurve.ASYMPTOTIC, YEARS, VALUES)
                        .saturation())
                .hasValue(-50);
        // values whose sum is 0 say nothing of a sign
        assertThat(FITTER.withFixed("saturation", -5)
                        .withFixed("scale", 1)
                        .fit(GrowthCurve.LOGISTIC, new double[] {1, 2, 3}, new double[] {-1, 0, 1})
                        .saturation())
                .hasValue(-5);
    }
}
