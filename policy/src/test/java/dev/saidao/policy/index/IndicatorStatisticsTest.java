package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IndicatorStatisticsTest {

    /** SciPy 1.17.1, {@code skew} and {@code kurtosis} with {@code bias=False}, and NumPy 2.4.6, {@code std} with {@code ddof=1}. */
    @Test
    void of_asSciPyHasIt() {
        IndicatorStatistics statistics = IndicatorStatistics.of(new double[] {3, Double.NaN, 1, 2, 10, 2});

        assertThat(statistics.count()).isEqualTo(5);
        assertThat(statistics.missing()).isEqualTo(1);
        assertThat(statistics.distinct()).isEqualTo(4);
        assertThat(statistics.least()).isEqualTo(1);
        assertThat(statistics.greatest()).isEqualTo(10);
        assertThat(statistics.mean()).isCloseTo(3.6, within(1e-15));
        assertThat(statistics.median()).isEqualTo(2);
        assertThat(statistics.standardDeviation().orElseThrow()).isCloseTo(3.646916505762094, within(1e-12));
        assertThat(statistics.skewness().orElseThrow()).isCloseTo(2.028699102080332, within(1e-12));
        assertThat(statistics.kurtosis().orElseThrow()).isCloseTo(4.272146531742893, within(1e-12));
    }

    @Test
    void of_fewOrEqualValues_leavesOutWhatHasNoValue() {
        IndicatorStatistics equal = IndicatorStatistics.of(new double[] {0.1, 0.1, 0.1, 0.1});

        assertThat(equal.mean()).isEqualTo(0.1);
        assertThat(equal.standardDeviation()).hasValue(0);
        assertThat(equal.skewness()).isEmpty();
        assertThat(IndicatorStatistics.of(new double[] {4}).standardDeviation()).isEmpty();
        assertThatThrownBy(() -> IndicatorStatistics.of(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Values must be one or more: 0");
    }

    /** Three values have a skewness and four a kurtosis; 0, 0, 3 have √3, 0, 0, 0, 1 have 4, as one of many does. */
    @Test
    void of_threeOrFourValues_closedForms() {
        assertThat(IndicatorStatistics.of(new double[] {1, 2}).skewness()).isEmpty();
        IndicatorStatistics three = IndicatorStatistics.of(new double[] {0, 0, 3});
        assertThat(three.skewness().orElseThrow()).isCloseTo(Math.sqrt(3), within(1e-12));
        assertThat(three.kurtosis()).isEmpty();
        IndicatorStatistics four = IndicatorStatistics.of(new double[] {0, 0, 0, 1});
        assertThat(four.skewness().orElseThrow()).isCloseTo(2, within(1e-12));
        assertThat(four.kurtosis().orElseThrow()).isCloseTo(4, within(1e-12));
    }
}
