package dev.saidao.forecasting.series;

import static dev.saidao.forecasting.series.ForecasterTest.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values are closed forms. */
class FeatureWeightedForecasterTest {

    private static final Offset<Double> EXACT = within(1e-12);
    /** So much above the others that a component has all the weight. */
    private static final double ALL = 100;

    /** As unsteady as can be, with a last value of 16 and a mean change of 25/3. */
    private static final double[] VALUES = {1, 9, 4, 16};

    /** Coefficients of 0 but for one. */
    private static double[][] only(int rows, int row, int feature, double coefficient) {
        double[][] coefficients = new double[rows][9];
        coefficients[row][feature] = coefficient;
        return coefficients;
    }

    /** Two years of a combination of constant members around 12. */
    private static double[] points(double[][] coefficients, double... members) {
        return Forecaster.featureWeighted(
                        "weighted",
                        always(12),
                        Arrays.stream(members).mapToObj(ForecasterTest::always).toList(),
                        coefficients)
                .points(VALUES, 2);
    }

    @Test
    void aComponentWithAllTheWeight_isTheForecast() {
        assertThat(points(only(5, 0, 0, ALL), 10, 15)[0]).isCloseTo(16, EXACT);
        assertThat(points(only(5, 1, 0, ALL), 10, 15)[0]).isCloseTo(10, EXACT);
        assertThat(points(only(5, 2, 0, ALL), 10, 15)[0]).isCloseTo(15, EXACT);
        // as far below the middle of 12 as the last value is above
        assertThat(points(only(5, 3, 0, ALL), 10, 15)[0]).isCloseTo(8, EXACT);
        assertThat(points(only(5, 4, 0, ALL), 10, 15)[0]).isCloseTo(12, EXACT);
    }

    /** Weights of the last value 3/6, of the member, of the point beyond and of the middle 1/6 each. */
    @Test
    void weights_areShares() {
        assertThat(points(only(4, 0, 0, Math.log(3)), 6)[0]).isCloseTo(12 + 4 * 3 / 6.0 - 6 / 6.0 - 4 / 6.0, EXACT);
    }

    @Test
    void weights_followAFeature() {
        double rises = 1.5 * Math.tanh((2 / 3.0 - 0.6) / 0.3);
        double last = Math.exp(4 * rises);
        assertThat(points(only(4, 0, 2, 4), 12)[0]).isCloseTo(12 + 4 * (last - 1) / (last + 3), EXACT);
    }

    /** Eight mean changes a year are as far as a member is followed. */
    @Test
    void aMemberFarOff_isBounded() {
        double[] points = points(only(5, 2, 0, ALL), 10, 1e6);
        assertThat(points[0]).isCloseTo(12 + 8 * 25 / 3.0, within(1e-9));
        assertThat(points[1]).isCloseTo(12 + 16 * 25 / 3.0, within(1e-9));
        assertThat(points(only(5, 2, 0, ALL), 10, -1e6)[0]).isCloseTo(12 - 8 * 25 / 3.0, within(1e-9));
    }

    @Test
    void aSteadySeries_goesOnAsTheMiddleHasIt() {
        Forecaster last = Forecaster.featureWeighted("last", always(40), List.of(always(1)), only(4, 0, 0, ALL));
        for (double[] steady : new double[][] {{3, 5, 7, 9, 11}, {3, 6, 12, 24}, {5}, {7, 7, 7}}) {
            assertThat(last.points(steady, 1)[0]).isCloseTo(40, EXACT);
        }
        // unsteady by 1/9
        assertThat(last.points(new double[] {0, 4, 9}, 1)[0]).isCloseTo(40 - 31 / 9.0, EXACT);
    }

    /** Growth as steady as that of many tracks goes on, and so does a line. */
    @Test
    void defaults_keepSteadyGrowth() {
        assertThat(Forecaster.withDefaults().points(new double[] {10, 13.1, 16.9, 22.1, 28.4, 37.0}, 1)[0])
                .isBetween(42.0, 49.0);
        double[] line = Forecaster.withDefaults().points(new double[] {20, 22, 24, 26, 28, 30, 32, 34}, 2);
        assertThat(line[0]).isCloseTo(36, within(1e-9));
        assertThat(line[1]).isCloseTo(38, within(1e-9));
        assertThat(Forecaster.withDefaults().points(new double[] {7, 7, 7, 7}, 3))
                .containsOnly(7);
    }

    @Test
    void description_saysTheWeights() {
        Forecaster weighted =
                Forecaster.featureWeighted("weighted", always(12), List.of(always(10)), only(4, 0, 0, Math.log(3)));

        assertThat(weighted.description().en())
                .isEqualTo(
                        "always-12.0, the last value and the forecasts by always-10.0, weighted by what the series is like; always-12.0 is always-12.0");
        assertThat(weighted.description(VALUES).en())
                .isEqualTo(
                        "50% the last value; 16.7% always-10.0; 16.7% as far beyond always-12.0 as the last value is from it; "
                                + "16.7% always-12.0; always-12.0 is always-12.0");
        assertThat(weighted.description(VALUES).zh()).startsWith("50% 最近值;16.7% always-10.0;");
        assertThat(weighted.description(new double[] {5})).isEqualTo(weighted.description());
    }

    @Test
    void badArguments_throw() {
        List<Forecaster> one = List.of(always(1));
        assertThatThrownBy(() -> Forecaster.featureWeighted(" ", always(1), one, new double[4][9]))
                .hasMessage("Name of a combination must not be blank: ' '");
        assertThatThrownBy(() -> Forecaster.featureWeighted("x", always(1), List.of(), new double[3][9]))
                .hasMessage("Members of a combination must be one or more: none");
        assertThatThrownBy(() -> Forecaster.featureWeighted("x", always(1), one, new double[5][9]))
                .hasMessage("Rows of coefficients must be three more than the 1 members: 5");
        assertThatThrownBy(() -> Forecaster.featureWeighted("x", always(1), one, new double[4][2]))
                .hasMessage("Coefficients of a weight must be 9 finite numbers: [0.0, 0.0]");
        assertThatThrownBy(() -> Forecaster.featureWeighted("x", always(1), one, only(4, 1, 3, Double.NaN)))
                .hasMessageStartingWith("Coefficients of a weight must be 9 finite numbers: [0.0, 0.0, 0.0, NaN");
    }

    /** No forecast leaves what its components span. */
    @Property(tries = 300)
    void forecast_isBetweenItsComponents(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -1000, max = 1000) Double> members,
            @ForAll @DoubleRange(min = -5, max = 5) double coefficient,
            @ForAll @Size(2) List<@IntRange(min = 0, max = 8) Integer> places) {
        double[] y = values.stream().mapToDouble(value -> value).toArray();
        double[] said = members.stream().mapToDouble(value -> value).toArray();
        double middle = said[0];
        double way = Math.abs(y[y.length - 1] - middle);
        double[][] coefficients = only(said.length + 3, places.get(0) % (said.length + 3), places.get(1), coefficient);

        double point = Forecaster.featureWeighted(
                        "weighted",
                        always(middle),
                        members.stream().map(ForecasterTest::always).toList(),
                        coefficients)
                .points(y, 1)[0];

        assertThat(point)
                .isBetween(
                        Math.min(Arrays.stream(said).min().orElseThrow(), middle - way) - 1e-6,
                        Math.max(Arrays.stream(said).max().orElseThrow(), middle + way) + 1e-6);
    }
}
