package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values are closed forms. */
class SeriesFeaturesTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Roots 1, 3, 2, 4, whose changes are 2, -1, 2. */
    private static final double[] FOUR = {1, 9, 4, 16};

    private static SeriesFeatures of(double... values) {
        return SeriesFeatures.of(values).orElseThrow();
    }

    @Test
    void features_areThoseOfTheRoots() {
        SeriesFeatures features = of(FOUR);

        assertThat(features.length()).isCloseTo(Math.log(4 / 20.0), EXACT);
        assertThat(features.rises()).isCloseTo(2 / 3.0, EXACT);
        assertThat(features.direction()).isCloseTo(3 / 5.0, EXACT);
        assertThat(features.recentDirection()).isCloseTo(3 / 5.0, EXACT);
        // a mean change of 5/3 of a mean root of 5/2
        assertThat(features.size()).isCloseTo(Math.log(2 / 3.0 + 1e-4), EXACT);
        assertThat(features.runs()).isZero();
        assertThat(features.lastChange()).isCloseTo(2 / (5 / 3.0), EXACT);
        // changes of values 8, -5, 12: 3, 10 and 7 from a mean of 5; the other scales are no steadier than their mean
        // either
        assertThat(features.unsteadiness()).isEqualTo(1);
    }

    @Test
    void valuesBelowZero_areTakenAsTheyAre() {
        // changes 6, -3, 6 of a mean size of 5; sizes of values 1, 5, 2, 8
        SeriesFeatures features = of(-1, 5, 2, 8);

        assertThat(features.direction()).isCloseTo(9 / 15.0, EXACT);
        assertThat(features.size()).isCloseTo(Math.log(5 / 4.0 + 1e-4), EXACT);
        assertThat(features.lastChange()).isCloseTo(6 / 5.0, EXACT);
    }

    @Test
    void recentDirection_isOfTheLastFiveChanges() {
        // roots fall from 9 to 5 and rise to 10
        SeriesFeatures features = of(81, 64, 49, 36, 25, 36, 49, 64, 81, 100);

        assertThat(features.direction()).isCloseTo(1 / 9.0, EXACT);
        assertThat(features.recentDirection()).isCloseTo(1, EXACT);
        assertThat(of(4, 9, 9, 9, 9, 9, 9).recentDirection()).isZero();
    }

    @Test
    void runs_areBelowZeroInAZigzagAndAboveInAWave() {
        // roots change by 2, -1, 2, -1, which is 1.5 from their mean: three products of -2.25 by four squares of 2.25
        assertThat(of(1, 9, 4, 16, 9).runs()).isCloseTo(-0.75, within(1e-8));
        // roots change by 1, 1, -1, -1: products 1, -1, 1
        assertThat(of(1, 4, 9, 4, 1).runs()).isCloseTo(0.25, within(1e-8));
    }

    @Test
    void lastChange_isBounded() {
        assertThat(of(1, 1, 1, 1, 1, 1, 4).lastChange()).isEqualTo(2);
        assertThat(of(4, 4, 4, 4, 4, 4, 1).lastChange()).isEqualTo(-2);
    }

    @Test
    void unsteadiness_isThatOfTheSteadiestScale() {
        for (double[] steady :
                new double[][] {{3, 5, 7, 9, 11}, {1, 4, 9, 16, 25}, {3, 6, 12, 24, 48}, {48, 24, 12, 6}, {5, 6}}) {
            assertThat(of(steady).unsteadiness()).isCloseTo(0, EXACT);
        }
        // logarithms change by ln 2 and ln 3
        assertThat(of(1, 2, 6).unsteadiness()).isCloseTo((Math.log(3) - Math.log(2)) / Math.log(6), EXACT);
        // a value of 0 has no logarithm: changes of 4 and 5
        assertThat(of(0, 4, 9).unsteadiness()).isCloseTo(1 / 9.0, EXACT);
    }

    @Test
    void whereNothingChanges_thereAreNone() {
        for (double[] values : new double[][] {{5}, {7, 7, 7, 7}, {0, 0, 0}}) {
            assertThat(SeriesFeatures.of(values)).isEmpty();
        }
    }

    /** The ratio of the first two values is beyond what a double holds. */
    @Test
    void hugeRatios_haveFeatures() {
        assertThat(of(1e-250, 1e100, 1, 5).standardized()).doesNotContain(Double.NaN);
    }

    @Test
    void standardized_beginsWithOneAndFollowsTheRecord() {
        double[] standardized = of(FOUR).standardized();

        assertThat(standardized).hasSize(9);
        assertThat(standardized[0]).isEqualTo(1);
        assertThat(standardized[2]).isCloseTo(1.5 * Math.tanh((2 / 3.0 - 0.6) / 0.3), EXACT);
    }

    @Property(tries = 300)
    void features_doNotDependOnTheUnit(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double unit) {
        double[] y = values.stream().mapToDouble(value -> value).toArray();
        double[] scaled = Arrays.stream(y).map(value -> value * unit).toArray();

        SeriesFeatures.of(y).ifPresent(features -> {
            double[] own = features.standardized();
            double[] other = SeriesFeatures.of(scaled).orElseThrow().standardized();
            for (int i = 0; i < own.length; i++) {
                assertThat(own[i]).isBetween(-1.5, 1.5);
                assertThat(other[i]).isCloseTo(own[i], within(1e-6));
            }
        });
    }
}
