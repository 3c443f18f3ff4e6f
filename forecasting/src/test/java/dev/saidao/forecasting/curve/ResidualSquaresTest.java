package dev.saidao.forecasting.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a fit reports as its sum of squares is that of its parameters, computed with 50 digits, so that none is below the least there is.
 * The data are those of R (uspop, ChickWeight, Orange), the sums those of its nls.
 */
class ResidualSquaresTest {

    private static final MathContext DIGITS = new MathContext(50);

    @ParameterizedTest
    @CsvSource({
        "'1790 1800 1810 1820 1830 1840 1850 1860 1870 1880 1890 1900 1910 1920 1930 1940 1950 1960 1970', '3.93 5.31 7.24 9.64 12.9 17.1 23.2 31.4 39.8 50.2 62.9 76 92 105.7 122.8 131.7 151.3 179.3 203.2', 276.771420886",
        "'0 2 4 6 8 10 12 14 16 18 20 21', '42 51 59 64 76 93 106 125 149 171 199 205', 76.6623562562",
        "'118 484 664 1004 1231 1372 1582', '30 51 75 108 115 139 140', 156.670804354"
    })
    void logistic_withFiftyDigits(String times, String values, double squaresOfR) {
        double[] t = numbers(times);
        double[] y = numbers(values);
        FittedCurve fit = CurveFitter.withDefaults().fit(GrowthCurve.LOGISTIC, t, y);

        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < t.length; i++) {
            BigDecimal exponent = exact(fit.parameter("midpoint"))
                    .subtract(exact(t[i]))
                    .divide(exact(fit.parameter("scale")), DIGITS);
            BigDecimal value =
                    exact(fit.parameter("saturation")).divide(BigDecimal.ONE.add(exponential(exponent)), DIGITS);
            BigDecimal error = exact(y[i]).subtract(value);
            sum = sum.add(error.multiply(error), DIGITS);
        }

        double squares = sum.doubleValue();
        assertThat(fit.residualSquares()).isCloseTo(squares, within(1e-11 * squares));
        assertThat(squares).isCloseTo(squaresOfR, within(1e-6 * squaresOfR));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }

    /** The series of the exponential at a 2^20th of the exponent, squared twenty times. */
    private static BigDecimal exponential(BigDecimal exponent) {
        MathContext guarded = new MathContext(70);
        int halvings = 20;
        BigDecimal small = exponent.divide(BigDecimal.valueOf(1L << halvings), guarded);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 20; k++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(k), guarded);
            sum = sum.add(term, guarded);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, guarded);
        }
        return sum.round(DIGITS);
    }
}
