package dev.saidao.forecasting.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Curves at the times that their parameters speak of, and the equations that define them. */
class GrowthCurveTest {

    /** At the midpoint half of the saturation, or 1/e of it, or what lies in the middle of both levels. */
    @Property(tries = 100)
    void midpoint_isWhatItSays(
            @ForAll @DoubleRange(min = -500, max = 500) double saturation,
            @ForAll @DoubleRange(min = -5, max = 30) double midpoint,
            @ForAll @DoubleRange(min = 0.1, max = 9) double scale,
            @ForAll @DoubleRange(min = 0.1, max = 5) double shape) {
        double near = 1e-9;
        assertThat(GrowthCurve.LOGISTIC.at(midpoint, new double[] {saturation, midpoint, scale}))
                .isCloseTo(saturation / 2, within(near));
        assertThat(GrowthCurve.GOMPERTZ.at(midpoint, new double[] {saturation, midpoint, scale}))
                .isCloseTo(saturation / Math.E, within(near));
        assertThat(GrowthCurve.FOUR_PARAMETER_LOGISTIC.at(midpoint, new double[] {saturation, 40, midpoint, scale}))
                .isCloseTo((saturation + 40) / 2, within(near));
        assertThat(GrowthCurve.RICHARDS.at(midpoint, new double[] {saturation, midpoint, scale, shape}))
                .isCloseTo(saturation * Math.pow(1 + shape, -1 / shape), within(near));
        // one scale on, e^-1 of what is missing to the odds of 1
        assertThat(GrowthCurve.LOGISTIC.at(midpoint + scale, new double[] {saturation, midpoint, scale}))
                .isCloseTo(saturation * Math.E / (1 + Math.E), within(near));
        assertThat(GrowthCurve.GOMPERTZ.at(midpoint + scale, new double[] {saturation, midpoint, scale}))
                .isCloseTo(saturation * Math.exp(-1 / Math.E), within(near));
    }

    /** A Richards curve is logistic for a shape of 1, and comes down to Gompertz's as the shape comes to nothing. */
    @Property(tries = 100)
    void richards_liesBetweenTheOthers(
            @ForAll @DoubleRange(min = -10, max = 30) double time,
            @ForAll @DoubleRange(min = 0.5, max = 9) double scale) {
        assertThat(GrowthCurve.RICHARDS.at(time, new double[] {100, 10, scale, 1}))
                .isCloseTo(GrowthCurve.LOGISTIC.at(time, new double[] {100, 10, scale}), within(1e-9));
        assertThat(GrowthCurve.RICHARDS.at(time, new double[] {100, 10, scale, 1e-12}))
                .isCloseTo(GrowthCurve.GOMPERTZ.at(time, new double[] {100, 10, scale}), within(1e-6));
    }

    /** From one level to another is a logistic curve on top of the base. */
    @Property(tries = 100)
    void fourParameterLogistic_standsOnItsBase(
            @ForAll @DoubleRange(min = -20, max = 40) double time,
            @ForAll @DoubleRange(min = -50, max = 50) double base) {
        assertThat(GrowthCurve.FOUR_PARAMETER_LOGISTIC.at(time, new double[] {100, base, 9, 2}))
                .isCloseTo(base + GrowthCurve.LOGISTIC.at(time, new double[] {100 - base, 9, 2}), within(1e-9));
    }

    /**
     * Bass's equation: those who adopt now, of those who have not, are p + q times the share who have. Nobody has at the origin, where
     * sales are p of all.
     */
    @Property(tries = 100)
    void bass_solvesItsEquation(
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double p,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double q,
            @ForAll @DoubleRange(min = 0, max = 30) double time) {
        double[] parameters = {500, p, q};
        double adopted = GrowthCurve.BASS.at(time, parameters);
        assertThat(GrowthCurve.BASS_SALES.at(time, parameters))
                .isCloseTo((p + q * adopted / 500) * (500 - adopted), within(1e-8));
        assertThat(GrowthCurve.BASS_INCREMENTS.at(time, parameters))
                .isCloseTo(adopted - GrowthCurve.BASS.at(time - 1, parameters), within(1e-9));
        assertThat(GrowthCurve.BASS.at(0, parameters)).isCloseTo(0, within(1e-12));
        assertThat(GrowthCurve.BASS_SALES.at(0, parameters)).isCloseTo(500 * p, within(1e-9));
        assertThat(GrowthCurve.BASS.at(1000, parameters)).isCloseTo(500, within(1e-2));
    }

    /** After one scale 1/e of the drop is left, before the origin all of it; a shape of 1 is an asymptotic curve of the inverse rate. */
    @Test
    void weibullAndAsymptotic_closedForms() {
        assertThat(GrowthCurve.WEIBULL.at(8, new double[] {100, 90, 8, 2})).isCloseTo(100 - 90 / Math.E, within(1e-9));
        assertThat(GrowthCurve.WEIBULL.at(16, new double[] {100, 90, 8, 2}))
                .isCloseTo(100 - 90 * Math.exp(-4), within(1e-9));
        assertThat(GrowthCurve.WEIBULL.at(-3, new double[] {100, 90, 8, 2})).isCloseTo(10, within(1e-9));
        for (double time : new double[] {0, 0.5, 3, 12}) {
            assertThat(GrowthCurve.WEIBULL.at(time, new double[] {100, 90, 5, 1}))
                    .isCloseTo(GrowthCurve.ASYMPTOTIC.at(time, new double[] {100, 90, 0.2}), within(1e-9));
        }
        // half of the drop is covered after ln 2 by the rate, three quarters after twice that
        double half = Math.log(2) / 0.2;
        assertThat(GrowthCurve.ASYMPTOTIC.at(half, new double[] {100, 90, 0.2})).isCloseTo(55, within(1e-9));
        assertThat(GrowthCurve.ASYMPTOTIC.at(2 * half, new double[] {100, 90, 0.2}))
                .isCloseTo(77.5, within(1e-9));
        assertThat(GrowthCurve.EXPONENTIAL.at(half, new double[] {3, 0.2})).isCloseTo(6, within(1e-9));
    }

    /** Near the start digits are kept where saturation and drop are far beyond the data: 1e12 - 1e12 e^(-1e-12 τ) is τ. */
    @Test
    void asymptotic_keepsItsDigits() {
        for (double time : new double[] {1, 2, 7}) {
            assertThat(GrowthCurve.ASYMPTOTIC.at(time, new double[] {1e12, 1e12, 1e-12}))
                    .isCloseTo(time, within(1e-9));
        }
    }

    /** What a curve is linear in scales it. */
    @ParameterizedTest
    @EnumSource(GrowthCurve.class)
    void linearParameters_scaleTheCurve(GrowthCurve curve) {
        double[] parameters = new double[curve.parameters().size()];
        Arrays.fill(parameters, 0.7);
        double[] doubled = parameters.clone();
        for (int i = 0; i < curve.linear(); i++) {
            doubled[i] *= 2;
        }
        for (double time : new double[] {0.3, 1, 4}) {
            assertThat(curve.at(time, doubled)).isCloseTo(2 * curve.at(time, parameters), within(1e-12));
        }
        assertThat(curve.linear() == 2)
                .isEqualTo(curve.parameters().contains("drop")
                        || curve.parameters().contains("base"));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPONENTIAL, false, true, false",
        "LOGISTIC, true, false, true",
        "FOUR_PARAMETER_LOGISTIC, true, false, false",
        "GOMPERTZ, true, false, true",
        "BASS, true, true, true",
        "BASS_SALES, true, true, true",
        "BASS_INCREMENTS, true, true, true",
        "RICHARDS, true, false, true",
        "WEIBULL, true, true, false",
        "ASYMPTOTIC, true, true, false"
    })
    void traits_followFromTheFormula(GrowthCurve curve, boolean hasSaturation, boolean hasOrigin, boolean isFromZero) {
        assertThat(curve.hasSaturation()).isEqualTo(hasSaturation);
        assertThat(curve.hasOrigin())
                .isEqualTo(hasOrigin)
                .isEqualTo(curve.formula().contains("τ"));
        assertThat(curve.isFromZero()).isEqualTo(isFromZero);
    }

    /** Starts lie where the formula is defined, with as many numbers as it has parameters that are not linear, on both sides of a turn. */
    @ParameterizedTest
    @EnumSource(GrowthCurve.class)
    void grid_liesWithinTheFormula(GrowthCurve curve) {
        double[][] grid = curve.grid(3, 20);
        assertThat(grid.length).isGreaterThanOrEqualTo(20);
        for (double[] shape : grid) {
            assertThat(shape).hasSize(curve.parameters().size() - curve.linear());
            for (int i = 0; i < shape.length; i++) {
                if (curve.isPositive(curve.linear() + i) && !curve.parameters().contains("base")) {
                    assertThat(shape[i]).isPositive();
                }
            }
        }
        // a longer span has the same curves, drawn out
        double[][] longer = curve.grid(6, 40);
        for (int i = 0; i < grid.length; i++) {
            for (int j = 0; j < grid[i].length; j++) {
                String name = curve.parameters().get(curve.linear() + j);
                double factor = switch (name) {
                    case "midpoint", "scale" -> 2;
                    case "shape" -> 1;
                    default -> 0.5;
                };
                assertThat(longer[i][j]).isCloseTo(factor * grid[i][j], within(1e-9));
            }
        }
    }

    /** No start is tried twice; rates and scales that may turn round are tried both ways, and midpoints all over the observations. */
    @ParameterizedTest
    @EnumSource(GrowthCurve.class)
    void grid_coversTheObservations(GrowthCurve curve) {
        double first = 3;
        double span = 20;
        double[][] grid = curve.grid(first, span);
        assertThat(Arrays.stream(grid).map(Arrays::toString)).doesNotHaveDuplicates();
        for (int j = 0; j < grid[0].length; j++) {
            int place = j;
            List<Double> column = Arrays.stream(grid).map(shape -> shape[place]).toList();
            switch (curve.parameters().get(curve.linear() + j)) {
                case "midpoint" -> {
                    for (double from = first; from < first + span; from += span / 4) {
                        double low = from;
                        assertThat(column).as("%s", from).anyMatch(t -> t >= low && t <= low + span / 4);
                    }
                    assertThat(column).anyMatch(t -> t < first).anyMatch(t -> t > first + span);
                }
                case "rate" -> assertThat(column).anyMatch(rate -> rate > 0).anyMatch(rate -> rate < 0);
                case "scale" -> {
                    assertThat(column).anyMatch(scale -> scale > 0 && scale < span);
                    assertThat(column.stream().anyMatch(scale -> scale < 0)).isEqualTo(curve != GrowthCurve.WEIBULL);
                }
                default -> assertThat(column).allMatch(number -> number > 0);
            }
        }
    }

    /** What must be positive: rates of a share, shapes, and scales where the curve has two levels and a turn would change them about. */
    @ParameterizedTest
    @CsvSource({
        "EXPONENTIAL, ''",
        "LOGISTIC, ''",
        "FOUR_PARAMETER_LOGISTIC, scale",
        "GOMPERTZ, ''",
        "BASS, innovation imitation",
        "BASS_SALES, innovation imitation",
        "BASS_INCREMENTS, innovation imitation",
        "RICHARDS, shape",
        "WEIBULL, scale shape",
        "ASYMPTOTIC, ''"
    })
    void positiveParameters(GrowthCurve curve, String positive) {
        for (int i = 0; i < curve.parameters().size(); i++) {
            assertThat(curve.isPositive(i))
                    .isEqualTo(List.of(positive.split(" "))
                            .contains(curve.parameters().get(i)));
        }
    }
}
