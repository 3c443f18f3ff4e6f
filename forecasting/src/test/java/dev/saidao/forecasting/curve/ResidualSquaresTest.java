package dev.saidao.forecasting.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a fit reports as its sum of squares is that of its parameters, computed with 50 digits, so that none is below the least there is.
 * The data are those of R (uspop, ChickWeight, DNase, Loblolly, Orange) and the sales of video recorders of Bass's book, the sums those of
 * R's nls.
 */
class ResidualSquaresTest {

    private static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal ONE = BigDecimal.ONE;

    private static final Data US = new Data(
            "1790 1800 1810 1820 1830 1840 1850 1860 1870 1880 1890 1900 1910 1920 1930 1940 1950 1960 1970",
            "3.93 5.31 7.24 9.64 12.9 17.1 23.2 31.4 39.8 50.2 62.9 76 92 105.7 122.8 131.7 151.3 179.3 203.2");
    private static final Data CHICK =
            new Data("0 2 4 6 8 10 12 14 16 18 20 21", "42 51 59 64 76 93 106 125 149 171 199 205");
    private static final Data OTHER_CHICK =
            new Data("2 4 6 8 10 12 14 16 18 20 21", "49 59 74 97 124 141 148 155 160 160 157");
    private static final Data ORANGE = new Data("118 484 664 1004 1231 1372 1582", "30 51 75 108 115 139 140");
    private static final Data PINE = new Data("3 5 10 15 20 25", "4.51 10.89 28.72 41.74 52.7 60.92");
    private static final Data RECORDERS =
            new Data("1 2 3 4 5 6 7 8 9 10", "840 1470 2110 4000 7590 10950 10530 9470 7790 5890");
    private static final Data DNASE = new Data(
                    "0.04882812 0.04882812 0.1953125 0.1953125 0.390625 0.390625 0.78125 0.78125 1.5625 1.5625 3.125 3.125 6.25 6.25 12.5 12.5",
                    "0.017 0.018 0.121 0.124 0.206 0.215 0.377 0.374 0.614 0.609 1.019 1.001 1.334 1.364 1.73 1.71")
            .onLogarithms();

    private static final List<Data> ALL = List.of(US, CHICK, OTHER_CHICK, ORANGE, PINE, RECORDERS, DNASE);

    /** Times and values. */
    static final class Data {

        private final double[] times;
        private final double[] values;

        private Data(double[] times, double[] values) {
            this.times = times;
            this.values = values;
        }

        private Data(String times, String values) {
            this(numbers(times), numbers(values));
        }

        private Data onLogarithms() {
            return new Data(Arrays.stream(times).map(Math::log).toArray(), values);
        }

        @Override
        public String toString() {
            return values.length + " values from " + values[0];
        }
    }

    static Stream<Arguments> sumsOfR() {
        return Stream.of(
                Arguments.of(GrowthCurve.LOGISTIC, US, 276.771420886),
                Arguments.of(GrowthCurve.LOGISTIC, CHICK, 76.6623562562),
                Arguments.of(GrowthCurve.LOGISTIC, ORANGE, 156.670804354),
                Arguments.of(GrowthCurve.LOGISTIC, DNASE, 0.00478956896995),
                Arguments.of(GrowthCurve.GOMPERTZ, DNASE, 0.00936163766771),
                Arguments.of(GrowthCurve.FOUR_PARAMETER_LOGISTIC, DNASE, 0.00470725495816),
                Arguments.of(GrowthCurve.WEIBULL, OTHER_CHICK, 29.7202323174),
                Arguments.of(GrowthCurve.ASYMPTOTIC, PINE, 1.1811834921),
                Arguments.of(GrowthCurve.BASS_SALES, RECORDERS, 3701668.58909));
    }

    @ParameterizedTest
    @MethodSource("sumsOfR")
    void squares_areThoseOfR(GrowthCurve curve, Data data, double squares) {
        FittedCurve fit = fit(curve, data);

        assertThat(fit.residualSquares()).isCloseTo(squares, within(1e-6 * squares));
        assertThat(exactSquares(fit, data)).isCloseTo(squares, within(1e-6 * squares));
    }

    static Stream<Arguments> fits() {
        return Arrays.stream(GrowthCurve.values())
                .flatMap(curve -> ALL.stream().map(data -> Arguments.of(curve, data)));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void squares_areThoseOfFiftyDigits(GrowthCurve curve, Data data) {
        FittedCurve fit = fit(curve, data);
        double squares = exactSquares(fit, data);
        double all = Arrays.stream(data.values).map(value -> value * value).sum();

        assertThat(fit.residualSquares()).isCloseTo(squares, within(1e-10 * squares + 1e-24 * all));
    }

    /** R's Weibull curve counts from 0, the others do not ask. */
    private static FittedCurve fit(GrowthCurve curve, Data data) {
        CurveFitter fitter = CurveFitter.withDefaults();
        boolean fromZero = curve == GrowthCurve.WEIBULL && data.times[0] > 0;
        return (fromZero ? fitter.withOrigin(0) : fitter).fit(curve, data.times, data.values);
    }

    private static double exactSquares(FittedCurve fit, Data data) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < data.times.length; i++) {
            BigDecimal error = exact(data.values[i]).subtract(value(fit, data.times[i]));
            sum = sum.add(error.multiply(error), DIGITS);
        }
        return sum.doubleValue();
    }

    /** The formula that {@link GrowthCurve#formula()} tells. */
    private static BigDecimal value(FittedCurve fit, double time) {
        GrowthCurve curve = fit.curve();
        BigDecimal t = exact(time);
        BigDecimal since = t.subtract(exact(fit.origin()));
        return switch (curve) {
            case EXPONENTIAL -> of(fit, "initial").multiply(exp(of(fit, "rate").multiply(since)));
            case LOGISTIC -> saturation(fit).divide(ONE.add(decay(fit, t)), DIGITS);
            case FOUR_PARAMETER_LOGISTIC ->
                of(fit, "base").add(saturation(fit).subtract(of(fit, "base")).divide(ONE.add(decay(fit, t)), DIGITS));
            case GOMPERTZ -> saturation(fit).multiply(exp(decay(fit, t).negate()));
            case RICHARDS -> saturation(fit).multiply(exp(richards(fit, t).negate()));
            case BASS -> adopted(fit, since);
            case BASS_INCREMENTS -> adopted(fit, since).subtract(adopted(fit, since.subtract(ONE)));
            case BASS_SALES -> {
                BigDecimal p = of(fit, "innovation");
                BigDecimal q = of(fit, "imitation");
                BigDecimal both = p.add(q);
                BigDecimal decay = exp(both.multiply(since).negate());
                BigDecimal divisor = ONE.add(q.divide(p, DIGITS).multiply(decay));
                yield saturation(fit)
                        .multiply(both.multiply(both).divide(p, DIGITS).multiply(decay))
                        .divide(divisor.multiply(divisor), DIGITS);
            }
            case WEIBULL ->
                saturation(fit)
                        .subtract(of(fit, "drop")
                                .multiply(exp(power(since.divide(of(fit, "scale"), DIGITS), of(fit, "shape"))
                                        .negate())));
            case ASYMPTOTIC ->
                saturation(fit)
                        .subtract(of(fit, "drop")
                                .multiply(exp(of(fit, "rate").multiply(since).negate())));
        };
    }

    /** log(1 + shape decay) / shape, with digits to spare for a shape near 0. */
    private static BigDecimal richards(FittedCurve fit, BigDecimal t) {
        BigDecimal shape = of(fit, "shape");
        int places = 2 * Math.max(0, shape.scale() - shape.precision());
        MathContext finer = new MathContext(2 * DIGITS.getPrecision() + places);
        return BigDecimalMath.log(ONE.add(shape.multiply(decay(fit, t))), finer).divide(shape, DIGITS);
    }

    private static BigDecimal adopted(FittedCurve fit, BigDecimal since) {
        BigDecimal p = of(fit, "innovation");
        BigDecimal q = of(fit, "imitation");
        BigDecimal decay = exp(p.add(q).multiply(since).negate());
        return saturation(fit)
                .multiply(ONE.subtract(decay))
                .divide(ONE.add(q.divide(p, DIGITS).multiply(decay)), DIGITS);
    }

    /** e^(-(t - midpoint) / scale). */
    private static BigDecimal decay(FittedCurve fit, BigDecimal t) {
        return exp(of(fit, "midpoint").subtract(t).divide(of(fit, "scale"), DIGITS));
    }

    private static BigDecimal saturation(FittedCurve fit) {
        return of(fit, "saturation");
    }

    private static BigDecimal of(FittedCurve fit, String parameter) {
        return exact(fit.parameter(parameter));
    }

    private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        return base.signum() <= 0 ? BigDecimal.ZERO : BigDecimalMath.pow(base, exponent, DIGITS);
    }

    private static BigDecimal exp(BigDecimal exponent) {
        return BigDecimalMath.exp(exponent, DIGITS);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }
}
