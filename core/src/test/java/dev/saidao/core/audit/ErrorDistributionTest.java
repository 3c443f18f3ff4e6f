package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.audit.ErrorDistribution.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorDistributionTest {

    private static final double LARGEST = Math.log(1e5);

    /** The density 1 / (d + 0.01) summed by the midpoint rule, beside the closed form. */
    @ParameterizedTest
    @CsvSource({"0, 0.01", "0, 0.1", "0.002, 0.003", "0.05, 0.06", "0.5, 3", "2, 11"})
    void share_isTheIntegralOfTheDensity(double from, double to) {
        double part = midpoints(from, to);
        double all = midpoints(0, 0.1) + midpoints(0.1, 2) + midpoints(2, LARGEST);

        assertThat(ErrorDistribution.shareBetween(from, to)).isCloseTo(part / all / 2, within(1e-6));
        assertThat(ErrorDistribution.shareBetween(-to, -from)).isCloseTo(part / all / 2, within(1e-6));
    }

    private static double midpoints(double from, double to) {
        int steps = 200_000;
        double step = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += step / (from + (i + 0.5) * step + 0.01);
        }
        return sum;
    }

    @Test
    void shares_addUpToOne() {
        assertThat(ErrorDistribution.shareBetween(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(1);
        assertThat(ErrorDistribution.shareBetween(-LARGEST, 0)).isCloseTo(0.5, within(1e-15));
        assertThat(ErrorDistribution.shareBetween(LARGEST, 100)).isZero();
        assertThat(ErrorDistribution.shareBetween(2, 1)).isZero();
    }

    /** What the Javadoc says: ln 2 / ln(1 + ln(100000) / 0.01) = 0.0983, and ln(70.3) / 7.05 = 0.603. */
    @Test
    void shares_thatTheJavadocNames() {
        assertThat(2 * ErrorDistribution.shareBetween(0, 0.01)).isCloseTo(0.0983, within(5e-5));
        assertThat(2 * ErrorDistribution.shareBetween(0, Math.log(2))).isCloseTo(0.603, within(5e-4));
    }

    /** Half of all errors are above 0: if nothing agrees, a change for all of them excuses half; if those below agree, all. */
    @Test
    void excused_countsOnlyWhatDoesNotAgreeAsItStands() {
        Range above = new Range(0, Double.POSITIVE_INFINITY);

        assertThat(ErrorDistribution.excused(new Range(0, 0), above)).isCloseTo(0.5, within(1e-15));
        assertThat(ErrorDistribution.excused(new Range(Double.NEGATIVE_INFINITY, 0), above))
                .isEqualTo(1);
        assertThat(ErrorDistribution.excused(above, above)).isZero();
        assertThat(ErrorDistribution.excused(above, new Range(Double.NaN, 1))).isEqualTo(1);
        assertThat(ErrorDistribution.excused(above, new Range(1, -1))).isEqualTo(1);
    }

    /** The density at 0, of both signs together, is 2 / (2 × 0.01 × ln(1 + ln(100000) / 0.01)); no window as wide holds more. */
    @ParameterizedTest
    @CsvSource({"1e-9", "1e-6", "0.001", "0.02"})
    void mostWithin_isTheDensityAtZeroAndNoLess(double distance) {
        double most = ErrorDistribution.mostWithin(distance);

        assertThat(most).isCloseTo(distance / 0.01 / Math.log1p(LARGEST / 0.01), within(1e-15));
        assertThat(ErrorDistribution.shareBetween(-distance, distance)).isLessThanOrEqualTo(most);
        assertThat(ErrorDistribution.shareBetween(-distance / 2, 1.5 * distance))
                .isLessThan(most);
    }

    /** What is excused is all that is wrong, none of it, or, where no number is wrong, nothing that could be measured. */
    @Test
    void excused_endsOfItsRange() {
        Range all = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        Range none = new Range(0, 0);

        assertThat(ErrorDistribution.excused(none, all)).isEqualTo(1);
        assertThat(ErrorDistribution.excused(none, new Range(0.5, 0.5))).isZero();
        assertThat(ErrorDistribution.excused(all, none)).isEqualTo(1);
    }
}
