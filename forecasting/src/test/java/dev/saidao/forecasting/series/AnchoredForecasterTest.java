package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Expected values are closed forms. */
class AnchoredForecasterTest {

    /** Roots 1, 3, 2, 4, whose changes are 2, -1, 2; less steady than their mean on every scale. */
    private static final double[] FOUR = {1, 9, 4, 16};
    /** One root more, so that changes are 2, -1, 2, -1. */
    private static final double[] FIVE = {1, 9, 4, 16, 9};

    /** The weight of the last value: what becomes of a forecast that is off it by 1. */
    private static double weight(double[] values, double constant, double rises, double size, double runs) {
        double last = values[values.length - 1];
        return Forecaster.anchored("drawn", always(last - 1), constant, rises, size, runs)
                        .points(values, 1)[0]
                - (last - 1);
    }

    private static Forecaster always(double point) {
        return new Forecaster() {
            @Override
            public String name() {
                return "always";
            }

            @Override
            public double[] points(double[] values, int horizon) {
                double[] points = new double[horizon];
                Arrays.fill(points, point);
                return points;
            }
        };
    }

    @Test
    void weight_addsTheTraits() {
        assertThat(weight(FOUR, 0.125, 0, 0, 0)).isCloseTo(0.125, within(1e-12));
        assertThat(weight(FOUR, 0, 0.3, 0, 0)).isCloseTo(0.2, within(1e-12));
        // a mean change of 5/3 of a mean root of 5/2
        assertThat(weight(FOUR, 0.8, 0, 1, 0)).isCloseTo(0.8 + Math.log(2 / 3.0), within(1e-12));
        // deviations 1.5, -1.5, 1.5, -1.5: three products of -2.25 by four squares
        assertThat(weight(FIVE, 0, 0, 0, -0.4)).isCloseTo(0.3, within(1e-8));
        assertThat(weight(FOUR, 0.1, 0, 0, -0.4)).isCloseTo(0.1, within(1e-12));
    }

    /** A year in which nothing changes is no rise: roots 1, 2, 2, 3, 2 rise in two years of four. */
    @Test
    void weight_countsRises() {
        double[] resting = {1, 4, 4, 9, 4};
        // unsteady on every scale, by 4.3, 3 and 2.2, so that the weight does not fade
        assertThat(weight(resting, 0, 0.5, 0, 0)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void weight_isBounded() {
        assertThat(weight(FOUR, 9, 0, 0, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(weight(FOUR, -9, 0, 0, 0)).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void weight_fadesWhereChangesAreSteady() {
        for (double[] steady : new double[][] {{3, 5, 7, 9, 11}, {1, 4, 9, 16, 25}, {3, 6, 12, 24, 48}}) {
            assertThat(weight(steady, 9, 0, 0, 0)).isCloseTo(0, within(1e-12));
        }
        // logarithms, the steadiest scale, change by ln 2 and ln 3
        double steadiest = (Math.log(3) - Math.log(2)) / Math.log(6);
        assertThat(weight(new double[] {1, 2, 6}, 9, 0, 0, 0)).isCloseTo(0.5 * steadiest, within(1e-12));
        // a value of 0 has no logarithm: changes of 4 and 5
        assertThat(weight(new double[] {0, 4, 9}, 9, 0, 0, 0)).isCloseTo(0.5 / 9, within(1e-12));
    }

    @Test
    void weight_isNothingWhereNothingTells() {
        for (double[] values : new double[][] {{5}, {5, 6}, {7, 7, 7, 7}, {0, 0, 0}, {-1, 5, 2, 8}}) {
            assertThat(weight(values, 9, 0, 0, 0)).isEqualTo(0);
        }
    }

    /** The ratio of the first two values is beyond what a double holds, so that the logarithms tell nothing. */
    @Test
    void weight_ofHugeRatios_isDefined() {
        assertThat(weight(new double[] {1e-250, 1e100, 1, 5}, 0.125, 0, 0, 0)).isCloseTo(0.125, within(1e-12));
    }

    /** Growth as steady as that of many tracks goes on as the undrawn default has it, within 1.5 % of the step. */
    @Test
    void defaults_keepSteadyGrowth() {
        double[] track = {10, 13.1, 16.9, 22.1, 28.4, 37.0};
        double undrawn = Forecaster.middleOfTwenty().points(track, 1)[0];
        assertThat(undrawn).isGreaterThan(42);
        assertThat(Forecaster.withDefaults().points(track, 1)[0])
                .isCloseTo(undrawn, within(0.015 * (undrawn - track[5])));
    }

    @Test
    void description_saysTheWeightAndWhatItRestsOn() {
        Forecaster drawn = Forecaster.anchored("drawn", always(10), 0.125, 0, 0, 0);
        assertThat(drawn.description().en()).isEqualTo("always, drawn towards the last value or away from it");
        assertThat(drawn.description(FOUR).en())
                .startsWith(
                        "always, plus 0.125 times what is missing to the last value: rises 0.666667 of the changes, "
                                + "size of changes 0.666667, autocorrelation 0, unsteadiness 1.25");
        assertThat(drawn.description(FOUR).zh()).startsWith("always,再加上与最近值之差的 0.125 倍:上升占变化的 0.666667");
        assertThat(drawn.description(new double[] {5}).en()).isEqualTo("always");
    }

    @Test
    void badConstants_throw() {
        assertThatThrownBy(() -> Forecaster.anchored(" ", always(1), 0, 0, 0, 0))
                .hasMessage("Name of a combination must not be blank: ' '");
        assertThatThrownBy(() -> Forecaster.anchored("x", always(1), 0, Double.NaN, 0, 0))
                .hasMessage("Constants of a weight must be finite: NaN");
    }

    /** No forecast moves by more than half the way to the last value, or by more than a quarter of it away. */
    @Property(tries = 300)
    void drawn_staysNearTheForecast(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1000) Double> values,
            @ForAll @DoubleRange(min = -3, max = 3) double constant,
            @ForAll @DoubleRange(min = -3, max = 3) double size) {
        double[] y = values.stream().mapToDouble(value -> value).toArray();
        assertThat(weight(y, constant, 1, size, 1)).isBetween(-0.25 - 1e-9, 0.5 + 1e-9);
    }
}
