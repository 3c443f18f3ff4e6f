package dev.saidao.forecasting.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods on scales, of the last values, and combined; expected numbers are closed forms. */
class ForecasterTest {

    private static final Forecaster NAIVE = Forecaster.of(ForecastMethod.NAIVE, Scale.ORIGINAL);
    private static final Forecaster DRIFT = Forecaster.of(ForecastMethod.DRIFT, Scale.ORIGINAL);

    /** One that says the same of every series and year. */
    static Forecaster always(double point) {
        return new Forecaster() {
            @Override
            public String name() {
                return "always-" + point;
            }

            @Override
            public double[] points(double[] values, int horizon) {
                double[] points = new double[horizon];
                Arrays.fill(points, point);
                return points;
            }
        };
    }

    // ---- scales ----

    /** A value of 0 has a root and no logarithm; one below 0 has neither. Roots 0, 2, 4 go on with 6; 0, 4, 16 with 24. */
    @Test
    void scales_admitWhatTheyCanHold() {
        double[] zero = {0, 4, 16};
        assertThat(Forecaster.of(ForecastMethod.DRIFT, Scale.SQUARE_ROOT).points(zero, 1))
                .containsExactly(36);
        assertThat(Forecaster.of(ForecastMethod.DRIFT, Scale.LOGARITHM).points(zero, 1))
                .containsExactly(24);
        double[] below = {-4, 0, 4};
        for (Scale scale : Scale.values()) {
            assertThat(Forecaster.of(ForecastMethod.DRIFT, scale).points(below, 1))
                    .containsExactly(8);
        }
    }

    /** A root forecast below 0 is no value: it becomes 0, not its square. */
    @Test
    void roots_doNotTurnAround() {
        assertThat(Scale.SQUARE_ROOT.from(-3)).isEqualTo(0);
        assertThat(Scale.SQUARE_ROOT.from(0)).isEqualTo(0);
        assertThat(Scale.SQUARE_ROOT.from(3)).isEqualTo(9);
        assertThat(Scale.ORIGINAL.from(-3)).isEqualTo(-3);
    }

    /** The exponential of the largest logarithms stays finite; in the unit of the series a forecast may be too large, and is refused. */
    @Test
    void logarithms_thatLeaveTheNumbers() {
        assertThat(Scale.LOGARITHM.from(800)).isEqualTo(Math.exp(700)).isFinite();
        ForecastCalculator calculator =
                ForecastCalculator.withDefaults().with(Forecaster.of(ForecastMethod.DRIFT, Scale.LOGARITHM));
        // 1e-90 and 1e90 go on with 1e270, 1e450 and so on
        AnnualSeries series = AnnualSeries.of(2020, 1e-90, 1e90);
        assertThat(calculator.forecast(series, 1).point(2022)).isCloseTo(1e270, within(1e258));
        assertThatThrownBy(() -> calculator.forecast(series, 3))
                .hasMessage("Forecast of 2023 by drift-log must be finite: Infinity");
    }

    /** From a scale and back is where one was. */
    @Property
    void scales_comeBack(@ForAll Scale scale, @ForAll @DoubleRange(min = 0.01, max = 1e6) double value) {
        assertThat(scale.from(scale.to(value))).isCloseTo(value, within(1e-9 * value));
    }

    /** The unit is a power of 4 within a factor of 4 of the largest value, so that its root is exact. */
    @Property
    void unit_isAPowerOfFourNearTheLargest(
            @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @IntRange(min = -300, max = 300) int exponent) {
        double[] scaled = values.stream()
                .mapToDouble(value -> Math.scalb(value, exponent))
                .toArray();
        double largest = Arrays.stream(scaled).map(Math::abs).max().orElseThrow();
        double unit = ScaledForecaster.unit(scaled);
        if (largest < Double.MIN_NORMAL) {
            assertThat(unit).isEqualTo(1);
        } else {
            assertThat(largest / unit).isBetween(1.0, 4.0);
            assertThat(Math.getExponent(unit) % 2).isEqualTo(0);
            assertThat(Math.sqrt(unit) * Math.sqrt(unit)).isEqualTo(unit);
        }
    }

    @Test
    void unit_atTheEndsOfDoubles() {
        assertThat(ScaledForecaster.unit(new double[] {Double.MIN_NORMAL})).isEqualTo(Double.MIN_NORMAL);
        assertThat(ScaledForecaster.unit(new double[] {Double.MIN_VALUE, 0})).isEqualTo(1);
        assertThat(ScaledForecaster.unit(new double[] {0, -0.0})).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DRIFT, ORIGINAL, drift, drift, drift",
        "MEDIAN_DRIFT, SQUARE_ROOT, median-drift-sqrt, median-drift on square roots, median-drift(平方根尺度)",
        "HOLT, LOGARITHM, holt-log, holt on logarithms, holt(对数尺度)"
    })
    void scaled_saysItsMethodAndScale(ForecastMethod method, Scale scale, String name, String en, String zh) {
        Forecaster forecaster = Forecaster.of(method, scale);
        assertThat(forecaster.name()).isEqualTo(name);
        assertThat(forecaster.description()).isEqualTo(Label.of(en, zh));
        assertThat(forecaster.description(new double[] {1})).isEqualTo(Label.of(en, zh));
    }

    // ---- last values ----

    /** 1, 3, 5, 9: of two, three and four the drift is 4, 3 and 8/3. */
    @ParameterizedTest
    @CsvSource({"1, 9", "2, 13", "3, 12", "4, 11.666666666666666", "5, 11.666666666666666"})
    void ofLast_seesTheLastValues(int number, double expected) {
        Forecaster recent = Forecaster.ofLast(number, DRIFT);
        assertThat(recent.points(new double[] {1, 3, 5, 9}, 1)[0]).isCloseTo(expected, within(1e-12));
        assertThat(recent.name()).isEqualTo("drift-last-" + number);
        assertThat(recent.description())
                .isEqualTo(Label.of("drift of the last " + number + " values", "drift(最近 " + number + " 个值)"));
    }

    /** With no more values than it sees it is the forecaster itself, so that one forecast serves both. */
    @Test
    void ofLast_withFewValues_isTheForecasterItself() {
        Forecaster recent = Forecaster.ofLast(3, DRIFT);
        assertThat(RecentForecaster.of(recent, 2)).isSameAs(DRIFT);
        assertThat(RecentForecaster.of(recent, 3)).isSameAs(DRIFT);
        assertThat(RecentForecaster.of(recent, 4)).isSameAs(recent);
        assertThat(RecentForecaster.of(DRIFT, 2)).isSameAs(DRIFT);
    }

    @Test
    void ofLast_ofNoValue_throws() {
        assertThatThrownBy(() -> Forecaster.ofLast(0, DRIFT)).hasMessage("Number of last values must be 1 or more: 0");
        assertThat(Forecaster.ofLast(1, DRIFT).points(new double[] {3, 8}, 1)).containsExactly(8);
    }

    // ---- combinations ----

    /** The middle of an odd number, the mean of the two middle ones of an even number. */
    @Property(tries = 200)
    void median_isThatOfTheMembers(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -50, max = 50) Integer> points) {
        List<Forecaster> members =
                points.stream().map(point -> always((double) point)).toList();
        List<Integer> sorted = points.stream().sorted().toList();
        double upper = sorted.get(sorted.size() / 2);
        double lower = sorted.get((sorted.size() - 1) / 2);
        assertThat(Forecaster.median("m", members).points(new double[] {1}, 2)[1])
                .isCloseTo((lower + upper) / 2, within(1e-12));
    }

    /** Any number may be left out at either end as long as one is left. */
    @Property(tries = 200)
    void trimmedMean_isThatOfTheRest(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -50, max = 50) Integer> points,
            @ForAll @IntRange(min = 0, max = 8) int lowest,
            @ForAll @IntRange(min = 0, max = 8) int highest) {
        List<Forecaster> members =
                points.stream().map(point -> always((double) point)).toList();
        if (lowest + highest >= points.size()) {
            assertThatThrownBy(() -> Forecaster.trimmedMean("t", lowest, highest, members))
                    .hasMessage("Lowest and highest members left out must be fewer than " + points.size()
                            + " together: " + lowest + ", " + highest);
        } else {
            double mean = points.stream()
                    .sorted()
                    .skip(lowest)
                    .limit((long) points.size() - lowest - highest)
                    .mapToInt(x -> x)
                    .average()
                    .orElseThrow();
            assertThat(Forecaster.trimmedMean("t", lowest, highest, members).points(new double[] {1}, 1)[0])
                    .isCloseTo(mean, within(1e-12));
        }
    }

    @Test
    void trimmedMean_ofNegativeNumbers_throws() {
        assertThatThrownBy(() -> Forecaster.trimmedMean("t", -1, 0, List.of(NAIVE)))
                .hasMessage("Lowest and highest members left out must be fewer than 1 together: -1, 0");
        assertThatThrownBy(() -> Forecaster.trimmedMean("t", 0, -1, List.of(NAIVE)))
                .hasMessage("Lowest and highest members left out must be fewer than 1 together: 0, -1");
        assertThatThrownBy(() -> Forecaster.trimmedMean("t", Integer.MAX_VALUE, Integer.MAX_VALUE, List.of(NAIVE)))
                .hasMessageStartingWith("Lowest and highest members left out must be fewer than 1");
    }

    /** Where one is left in the middle, or two, it is a median, whatever it was made as. */
    @Test
    void combinations_sayWhatTheyAre() {
        assertThat(Forecaster.median("m", List.of(NAIVE, DRIFT, always(1))).description())
                .isEqualTo(Label.of(
                        "the median of the forecasts by naive, drift, always-1.0",
                        "以下方法预测值的中位数:naive, drift, always-1.0"));
        assertThat(Forecaster.trimmedMean("m", 0, List.of(NAIVE, DRIFT))
                        .description()
                        .en())
                .isEqualTo("the median of the forecasts by naive, drift");
        assertThat(Forecaster.trimmedMean("m", 0, List.of(NAIVE, DRIFT, always(1)))
                        .description())
                .isEqualTo(Label.of(
                        "the mean of the forecasts by naive, drift, always-1.0 without the 0 lowest and the 0 highest",
                        "以下方法预测值去掉最低 0 个、最高 0 个后的平均:naive, drift, always-1.0"));
        assertThat(Forecaster.trimmedMean("m", 1, 0, List.of(NAIVE, DRIFT))
                        .description()
                        .en())
                .isEqualTo("the mean of the forecasts by naive, drift without the 1 lowest and the 0 highest");
        assertThat(Forecaster.trimmedMean("m", 1, List.of(NAIVE, DRIFT, always(1), always(2), always(3)))
                        .description()
                        .en())
                .startsWith("the mean of");
    }

    /** What says nothing of itself is described by its name, and has no intervals. */
    @Test
    void plainForecaster_isItsName() {
        assertThat(always(2).description()).isEqualTo(Label.same("always-2.0"));
        assertThat(always(2).description(new double[] {1})).isEqualTo(Label.same("always-2.0"));
        assertThat(always(2).intervals(AnnualSeries.of(2020, 1), List.of(2.0), 0.9))
                .isEmpty();
    }

    @Test
    void defaults_areDocumented() {
        Forecaster defaults = Forecaster.withDefaults();
        assertThat(defaults.name()).isEqualTo("default");
        assertThat(ForecastCalculator.withDefaults().forecaster()).isSameAs(defaults);
        List<String> components = new ArrayList<>(
                Resources.properties("default-weights.properties").stringPropertyNames());
        assertThat(components).hasSize(13).contains("last", "beyond", "middle");
        components.removeAll(List.of("last", "beyond", "middle"));
        assertThat(defaults.description().en())
                .startsWith("middle-of-33, the last value and the forecasts by ")
                .contains(components);
    }
}
