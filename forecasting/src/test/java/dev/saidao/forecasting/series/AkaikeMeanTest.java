package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Weights are {@code exp(-criterion / 2)} by their sum (Burnham and Anderson 2002, section 2.9); criteria have closed forms. */
class AkaikeMeanTest {

    private static AkaikeMean mean(double... criteriaAndPoints) {
        AkaikeMean mean = new AkaikeMean(1);
        for (int i = 0; i < criteriaAndPoints.length; i += 2) {
            mean.add(criteriaAndPoints[i], new double[] {criteriaAndPoints[i + 1]});
        }
        return mean;
    }

    /** A criterion higher by 2 ln 3 weighs a third, whichever model comes first: (9 · 3 + 1) / 4. */
    @Test
    void mean_ofTwo_closedForm() {
        double far = 2 * Math.log(3);
        assertThat(mean(0, 9, far, 1).points()[0]).isCloseTo(7, within(1e-12));
        assertThat(mean(far, 1, 0, 9).points()[0]).isCloseTo(7, within(1e-12));
        // 1 and a third and a ninth: (9 · 9 + 3 · 1 + 27) / 13
        assertThat(mean(far, 1, 0, 9, 2 * far, 27).points()[0]).isCloseTo(111 / 13.0, within(1e-12));
        assertThat(mean(2 * far, 27, far, 1, 0, 9).points()[0]).isCloseTo(111 / 13.0, within(1e-12));
        assertThat(mean(5, 2, 5, 6).points()[0]).isCloseTo(4, within(1e-12));
    }

    /** The mean of exact weights, for any order and any level of the criteria. */
    @Property
    void mean_isThatOfTheWeights(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -20, max = 20) Double> criteria,
            @ForAll @Size(6) List<@DoubleRange(min = -9, max = 9) Double> points,
            @ForAll @DoubleRange(min = -5000, max = 5000) double level) {
        AkaikeMean mean = new AkaikeMean(1);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < criteria.size(); i++) {
            mean.add(level + criteria.get(i), new double[] {points.get(i)});
            sum += Math.exp(-criteria.get(i) / 2) * points.get(i);
            total += Math.exp(-criteria.get(i) / 2);
        }
        assertThat(mean.isEmpty()).isFalse();
        assertThat(mean.points()[0]).isCloseTo(sum / total, within(1e-8));
    }

    /** A model that left the numbers, by its criterion or in one year, is none. */
    @Test
    void add_ofWhatIsNoNumber_isLeftOut() {
        AkaikeMean mean = new AkaikeMean(2);
        mean.add(Double.POSITIVE_INFINITY, new double[] {1, 2});
        mean.add(Double.NEGATIVE_INFINITY, new double[] {1, 2});
        mean.add(Double.NaN, new double[] {1, 2});
        mean.add(0, new double[] {1, Double.NaN});
        mean.add(0, new double[] {Double.NEGATIVE_INFINITY, 1});
        assertThat(mean.isEmpty()).isTrue();
        mean.add(7, new double[] {3, 4});
        mean.add(Double.NaN, new double[] {1, 2});
        assertThat(mean.isEmpty()).isFalse();
        assertThat(mean.points()).containsExactly(3, 4);
    }

    /** The sum of forecasts near the largest double would be infinite, their mean is not. */
    @Test
    void mean_ofHugeForecasts_isFinite() {
        double huge = 1.5e308;
        assertThat(mean(0, huge, 0, huge, 1, huge).points()[0]).isEqualTo(huge);
    }

    /** AICc = -2 log L + 2 k n / (n - k - 1): 2 · 3 · 10 / 6 and 2 · 3 · 5 / 1. */
    @Test
    void correctedCriterion_closedForm() {
        assertThat(AkaikeMean.correctedCriterion(100, 10, 3)).isEqualTo(110);
        assertThat(AkaikeMean.correctedCriterion(-100, 5, 3)).isEqualTo(-70);
        assertThat(AkaikeMean.correctedCriterion(1, 4, 3)).isInfinite();
        assertThat(AkaikeMean.correctedCriterion(1, 3, 3)).isInfinite();
    }

    /** -2 log L of normal errors is n log(squares / n), constants left out: 10 log(e³ · 10 / 10) = 30. */
    @Test
    void criterionOfSquares_closedForm() {
        assertThat(AkaikeMean.ofSquares(10 * Math.exp(3), 10, 3)).isCloseTo(40, within(1e-12));
        assertThat(AkaikeMean.ofSquares(0, 10, 3)).isFinite().isLessThan(AkaikeMean.ofSquares(1e-300, 10, 3));
    }
}
