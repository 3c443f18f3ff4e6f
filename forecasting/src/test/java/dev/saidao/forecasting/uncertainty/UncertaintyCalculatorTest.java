package dev.saidao.forecasting.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Unit;
import dev.saidao.forecasting.market.MarketOutlook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Expected numbers are closed forms, to the digits in which they were given. */
class UncertaintyCalculatorTest {

    private static final UncertaintyCalculator UNCERTAINTY = UncertaintyCalculator.withDefaults();
    private static final Uncertain SIZE = Uncertain.lognormal("size", 5, 10, 0.9);
    private static final Uncertain GROWTH = Uncertain.lognormal("growth", 1.05, 1.2, 0.9);

    // ---- closed forms ----

    @Test
    void lognormal_fiveToTen() {
        Outcome outcome = UNCERTAINTY.outcome(SIZE);
        assertThat(outcome.isClosedForm()).isTrue();
        assertThat(outcome.mean()).isCloseTo(7.22978373, within(5e-9));
        assertThat(outcome.standardDeviation()).isCloseTo(1.54039287, within(5e-9));
        assertThat(outcome.quantile(0.05)).isCloseTo(5, within(1e-12));
        assertThat(outcome.interval(0.9).high()).isCloseTo(10, within(1e-12));
        assertThat(outcome.median()).isCloseTo(Math.sqrt(50), within(1e-12));
        assertThat(outcome.standardError()).isZero();
    }

    @Test
    void fiveYearsOfIndependentGrowth() {
        List<Uncertain> factors = IntStream.rangeClosed(1, 5)
                .mapToObj(year -> Uncertain.lognormal("growth " + year, 1.05, 1.2, 0.9))
                .toList();
        SortedMap<Integer, Outcome> fan = FanCalculator.withDefaults().atYearlyRates(SIZE, factors, 2025);
        Outcome outcome = Objects.requireNonNull(fan.get(2030));
        assertThat(fan).hasSize(6);
        assertThat(outcome.isClosedForm()).isTrue();
        assertThat(outcome.median()).isCloseTo(12.6011843, within(5e-8));
        assertThat(outcome.mean()).isCloseTo(12.9372071, within(5e-8));
    }

    @Test
    void theSameRateEveryYear() {
        SortedMap<Integer, Outcome> fan = FanCalculator.withDefaults().atOneRate(SIZE, GROWTH, 2025, 2025, 2030);
        Outcome outcome = Objects.requireNonNull(fan.get(2030));
        assertThat(outcome.mean()).isCloseTo(13.1521264, within(5e-8));
        assertThat(outcome.standardDeviation()).isCloseTo(3.9314622, within(5e-8));
        // variances of the logarithms: that of the size, and 25 times that of the growth
        double size = Math.pow(Math.log(2), 2);
        double growth = 25 * Math.pow(Math.log(1.2 / 1.05), 2);
        assertThat(outcome.contributions().getOrDefault("size", 0.0)).isCloseTo(size / (size + growth), within(1e-12));
        assertThat(outcome.contributions().getOrDefault("growth", 0.0))
                .isCloseTo(growth / (size + growth), within(1e-12));
    }

    @Test
    void normalNumbers_addUp() {
        // 90 % between -1.6448536 and 1.6448536 is the standard normal
        double z = 1.6448536269514722;
        Uncertain a = Uncertain.normal("a", 10 - z, 10 + z, 0.9);
        Uncertain b = Uncertain.normal("b", 5 - 2 * z, 5 + 2 * z, 0.9);
        Outcome difference = UNCERTAINTY.outcome(a.times(Uncertain.exactly(3)).minus(b));
        assertThat(difference.isClosedForm()).isTrue();
        assertThat(difference.mean()).isCloseTo(25, within(1e-12));
        assertThat(difference.standardDeviation()).isCloseTo(Math.sqrt(13), within(1e-9));
        assertThat(UNCERTAINTY.outcome(a.minus(a)).standardDeviation()).isZero();
        Outcome correlated = UNCERTAINTY.withCorrelation("b", "a", 0.5).outcome(a.plus(b));
        assertThat(correlated.standardDeviation()).isCloseTo(Math.sqrt(1 + 4 + 2), within(1e-9));
        assertThat(correlated.contributions().getOrDefault("a", 0.0)).isCloseTo(2 / 7.0, within(1e-9));
    }

    @Test
    void quotient_ofLognormalNumbers() {
        Outcome outcome = UNCERTAINTY.outcome(SIZE.dividedBy(GROWTH));
        assertThat(outcome.isClosedForm()).isTrue();
        assertThat(outcome.median()).isCloseTo(Math.sqrt(50) / Math.sqrt(1.05 * 1.2), within(1e-12));
        assertThat(UNCERTAINTY.outcome(SIZE.dividedBy(SIZE)).standardDeviation())
                .isCloseTo(0, within(1e-12));
        assertThat(UNCERTAINTY.outcome(Uncertain.exactly(4)).mean()).isCloseTo(4, within(1e-12));
        assertThat(UNCERTAINTY.outcome(Uncertain.exactly(-4)).mean()).isEqualTo(-4);
    }

    // ---- simulation ----

    /** 1 + growth - 1 is no product, so that the same number is simulated; closed forms lie within four standard errors. */
    @Property(tries = 10)
    void simulation_withinFourStandardErrors(@ForAll long seed, @ForAll @DoubleRange(min = 2, max = 20) double high) {
        Uncertain number = Uncertain.lognormal("x", 2, high + 0.5, 0.9);
        Outcome closed = UNCERTAINTY.outcome(number);
        Outcome simulated = UNCERTAINTY.withSeed(seed).withRuns(20_000).outcome(number.plus(Uncertain.exactly(0)));
        assertThat(simulated.isClosedForm()).isFalse();
        assertThat(simulated.mean()).isCloseTo(closed.mean(), within(4 * simulated.standardError()));
        assertThat(simulated.contributions().getOrDefault("x", 0.0)).isCloseTo(1, within(0.15));
    }

    @Test
    void uniformAndTriangular_closedForms() {
        Outcome sum = UNCERTAINTY.outcome(
                Uncertain.within("a", Bounds.parse("[0, 1]")).plus(Uncertain.triangular("b", 0, 3, 6)));
        assertThat(sum.mean()).isCloseTo(3.5, within(4 * sum.standardError()));
        // variances 1/12 and 36/24
        assertThat(sum.standardDeviation()).isCloseTo(Math.sqrt(1 / 12.0 + 1.5), within(0.02));
        assertThat(sum.contributions().getOrDefault("b", 0.0)).isCloseTo(1.5 / (1.5 + 1 / 12.0), within(0.03));
        assertThat(sum.runs()).isEqualTo(100_000);
    }

    @Test
    void samples_areDrawnAsTheyAre() {
        Outcome outcome = UNCERTAINTY.outcome(Uncertain.ofSamples("s", 1, 2, 6).power(1));
        assertThat(outcome.mean()).isCloseTo(3, within(4 * outcome.standardError()));
        assertThat(outcome.quantile(0.01)).isEqualTo(1);
        assertThat(outcome.quantile(0.99)).isEqualTo(6);
    }

    @Test
    void correlated_simulation() {
        Uncertain a = Uncertain.within("a", Bounds.parse("[0, 1]"));
        Uncertain b = Uncertain.within("b", Bounds.parse("[0, 1]"));
        Outcome same = UNCERTAINTY.withCorrelation("a", "b", 1).outcome(a.minus(b));
        assertThat(same.standardDeviation()).isCloseTo(0, within(1e-5));
        assertThat(same.contributions()).isEmpty();
        Outcome opposite = UNCERTAINTY.withCorrelation("a", "b", -1).outcome(a.plus(b));
        assertThat(opposite.standardDeviation()).isCloseTo(0, within(1e-5));
        assertThatThrownBy(() -> UNCERTAINTY
                        .withCorrelation("a", "b", 1)
                        .withCorrelation("b", "c", 1)
                        .withCorrelation("a", "c", -1)
                        .outcome(a.plus(b).plus(Uncertain.within("c", Bounds.parse("[0, 1]")))))
                .hasMessageStartingWith("Correlations must not contradict each other: [[1.0, ");
    }

    @Property(tries = 5)
    void sameSeed_sameBytesOnAnyNumberOfThreads(@ForAll long seed) {
        Uncertain number = SIZE.plus(GROWTH.times(Uncertain.within("c", Bounds.parse("[1, 3]"))));
        UncertaintyCalculator calculator = UNCERTAINTY.withSeed(seed).withRuns(4_500);
        Outcome one = calculator.withThreads(1).outcome(number);
        Outcome more = calculator.withThreads(2).outcome(number);
        assertThat(more.mean()).isEqualTo(one.mean());
        assertThat(more.standardDeviation()).isEqualTo(one.standardDeviation());
        assertThat(more.contributions()).isEqualTo(one.contributions());
        for (double share : new double[] {0.001, 0.31, 0.5, 0.97}) {
            assertThat(more.quantile(share)).isEqualTo(one.quantile(share));
        }
        assertThat(calculator.withSeed(seed + 1).outcome(number).mean()).isNotEqualTo(one.mean());
    }

    // ---- fans ----

    @Test
    void outlook_isAFanWhereItsBoundsAllow() {
        Unit yuan = Unit.parse("CNY");
        Operand size = Operand.of(BoundedQuantity.of(yuan, Bounds.parse("[99.5, 100.5]")));
        Operand rate = Operand.of(BoundedQuantity.of(Unit.GROWTH_RATE, Bounds.parse("[0.195, 0.205]")));
        MarketOutlook outlook =
                MarketOutlook.of(Label.same("m"), Map.of(2030, size), rate, ReferencePeriod.span(2025, 2030));
        SortedMap<Integer, Outcome> fan =
                FanCalculator.withDefaults().ofOutlook(outlook).orElseThrow();
        assertThat(fan.firstKey()).isEqualTo(2025);
        assertThat(fan.lastKey()).isEqualTo(2030);
        // all that the bounds allow, and nothing else
        Outcome first = Objects.requireNonNull(fan.get(2025));
        assertThat(first.quantile(0.001)).isGreaterThan(99.5 / Math.pow(1.205, 5));
        assertThat(first.quantile(0.999)).isLessThan(100.5 / Math.pow(1.195, 5));
        assertThat(first.median()).isCloseTo(100 / Math.pow(1.2, 5), within(0.1));
        Operand over = Operand.of(BoundedQuantity.of(Unit.GROWTH_RATE, Bounds.greaterThan(new BigDecimal("0.3"))));
        assertThat(FanCalculator.withDefaults()
                        .ofOutlook(MarketOutlook.of(
                                Label.same("m"), Map.of(2030, size), over, ReferencePeriod.span(2025, 2030))))
                .isEmpty();
        assertThat(FanCalculator.withDefaults().ofOutlook(MarketOutlook.of(Label.same("m"), Map.of(2030, size))))
                .isEmpty();
    }

    @Test
    void badInput_throws() {
        assertThatThrownBy(() -> Uncertain.lognormal("x", 0, 1, 0.9))
                .hasMessage("Lower end of a lognormal number must be positive: 0.0");
        assertThatThrownBy(() -> Uncertain.normal("x", 2, 1, 0.9))
                .hasMessage("Lower end must not be above the upper: 2.0, 1.0");
        assertThatThrownBy(() -> Uncertain.normal("x", 1, 2, 1)).hasMessage("Level must be above 0 and below 1: 1.0");
        assertThatThrownBy(() -> Uncertain.normal(" ", 1, 2, 0.5))
                .hasMessage("Name of a number must not be blank: ' '");
        assertThatThrownBy(() -> Uncertain.triangular("x", 1, 5, 2))
                .hasMessage("Values of a triangular number must be in order: 1.0, 5.0, 2.0");
        assertThatThrownBy(() -> Uncertain.within("x", Bounds.parse("(0.3, ∞)")))
                .hasMessage("Bounds of x must have two ends for a distribution: (0.3, ∞)");
        assertThatThrownBy(() -> Uncertain.ofSamples("x")).hasMessage("Samples of x must be one or more: 0");
        assertThatThrownBy(() -> Uncertain.exactly(Double.NaN)).hasMessage("Number must be finite: NaN");
        assertThatThrownBy(() -> UNCERTAINTY.outcome(SIZE.plus(Uncertain.lognormal("size", 5, 10, 0.8))))
                .hasMessage("Numbers of one name must be the same number: size");
        Uncertain zero = Uncertain.ofSamples("z", 0);
        assertThatThrownBy(() -> UNCERTAINTY.outcome(SIZE.dividedBy(zero)))
                .hasMessage("Value of size × z^-1.0 must be finite in every run: Infinity");
        assertThatThrownBy(() -> UNCERTAINTY.withRuns(1)).hasMessage("Runs must be 2 to 10000000: 1");
        assertThatThrownBy(() -> UNCERTAINTY.withThreads(0)).hasMessage("Threads must be 1 or more: 0");
        assertThatThrownBy(() -> UNCERTAINTY.withCorrelation("a", "a", 0.5))
                .hasMessage("Correlation must be of two numbers: a");
        assertThatThrownBy(() -> UNCERTAINTY.withCorrelation("a", "b", 2))
                .hasMessage("Correlation must be -1 to 1: 2.0");
        assertThatThrownBy(() -> UNCERTAINTY.outcome(SIZE).quantile(0))
                .hasMessage("Share must be above 0 and below 1: 0.0");
        assertThatThrownBy(() -> FanCalculator.withDefaults().atOneRate(SIZE, GROWTH, 2025, 2030, 2025))
                .hasMessage("Years of a fan must be in order and up to 1000: 2030 to 2025");
    }

    /** 90 % of a number within 5 and 20 lognormally: the median is 10, the square's is 100, within 25 and 400. */
    @Test
    void outcome_explainsPrintsAndExports() {
        Uncertain size = Uncertain.lognormal("size", 5, 20, 0.9);
        Outcome outcome = UncertaintyCalculator.withDefaults().outcome(size.times(size));

        assertThat(outcome).hasToString("size × size: median 100, 90 % within [25, 400]");
        assertThat(outcome.explanation().toText(Locale.ENGLISH))
                .isEqualTo(
                        "computed: size × size\nclosed form of the distribution\nshare of the variance: size 100 %\n");
        assertThat(SaidaoJson.write(outcome).replaceAll("\\s+", ""))
                .startsWith("{\"format\":\"saidao-outcome/1\",\"number\":\"size×size\",\"runs\":0,");
        assertThat(UncertaintyCalculator.withDefaults()
                        .withRuns(1000)
                        .outcome(Uncertain.within("share", Bounds.closed(BigDecimal.ZERO, BigDecimal.ONE)))
                        .explanation()
                        .steps())
                .anyMatch(step -> step.en().startsWith("1000 runs; standard error of the mean 0.00"));
    }
}
