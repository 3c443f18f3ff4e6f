package dev.saidao.forecasting.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.Bounds;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the numbers themselves must be, and where laws of probability say what simulations give. All expected numbers are closed forms. */
class UncertainNumbersTest {

    private static final UncertaintyCalculator UNCERTAINTY = UncertaintyCalculator.withDefaults();

    // ---- ends ----

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void numbersThatAreNotFinite_areRefused(double odd) {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> Uncertain.lognormal("x", 5, odd, 0.9),
                () -> Uncertain.normal("x", 5, odd, 0.9),
                () -> Uncertain.normal("x", -odd, 5, 0.9),
                () -> Uncertain.triangular("x", 0, 1, odd),
                () -> Uncertain.triangular("x", -odd, 1, 2),
                () -> Uncertain.ofSamples("x", 1, odd),
                () -> Uncertain.exactly(1).power(odd))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Number must be finite: ");
        }
    }

    @Test
    void endsOutOfReachOfDoubles_areRefused() {
        assertThatThrownBy(() -> Uncertain.within("x", Bounds.parse("[0, 1" + "0".repeat(400) + "]")))
                .hasMessage("Number must be finite: Infinity");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.5})
    void levels_lieBetween0And1(double level) {
        assertThatThrownBy(() -> Uncertain.lognormal("x", 1, 2, level))
                .hasMessage("Level must be above 0 and below 1: " + level);
        assertThatThrownBy(() -> Uncertain.normal("x", 1, 2, level))
                .hasMessage("Level must be above 0 and below 1: " + level);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.9, 0.99})
    void levels_areTheShareBetweenTheEnds(double level) {
        for (Uncertain number : List.of(Uncertain.lognormal("x", 5, 10, level), Uncertain.normal("x", 5, 10, level))) {
            Outcome outcome = UNCERTAINTY.outcome(number);
            assertThat(outcome.interval(level).low()).isCloseTo(5, within(1e-9));
            assertThat(outcome.interval(level).high()).isCloseTo(10, within(1e-9));
            assertThat(outcome.quantile(0.9)).isGreaterThan(outcome.quantile(0.1));
        }
    }

    @Test
    void endsMayMeet() {
        for (Uncertain number : List.of(
                Uncertain.lognormal("x", 5, 5, 0.9),
                Uncertain.normal("x", 5, 5, 0.9),
                Uncertain.within("x", Bounds.parse("[5, 5]")),
                Uncertain.ofSamples("x", 5))) {
            for (Uncertain same :
                    List.of(number, number.plus(Uncertain.exactly(1)).minus(Uncertain.exactly(1)))) {
                Outcome outcome = UNCERTAINTY.withRuns(100).outcome(same);
                assertThat(outcome.mean()).isCloseTo(5, within(1e-12));
                assertThat(outcome.standardDeviation()).isZero();
                assertThat(outcome.contributions()).isEmpty();
            }
        }
        // (low + mode + high) / 3
        assertThat(UNCERTAINTY.outcome(Uncertain.triangular("x", 0, 0, 3)).mean())
                .isCloseTo(1, within(0.01));
        assertThat(UNCERTAINTY.outcome(Uncertain.triangular("x", 0, 3, 3)).mean())
                .isCloseTo(2, within(0.01));
        assertThatThrownBy(() -> Uncertain.triangular("x", 3, 3, 3))
                .hasMessage("Values of a triangular number must be in order: 3.0, 3.0, 3.0");
    }

    // ---- constants ----

    @Test
    void constants_standOnEitherSide() {
        Uncertain normal = Uncertain.normal("x", 1, 3, 0.9);
        Outcome right = UNCERTAINTY.outcome(normal.times(Uncertain.exactly(-3)));
        Outcome left = UNCERTAINTY.outcome(Uncertain.exactly(-3).times(normal));
        for (Outcome outcome : List.of(right, left)) {
            assertThat(outcome.isClosedForm()).isTrue();
            assertThat(outcome.mean()).isCloseTo(-6, within(1e-12));
        }
        assertThat(right.standardDeviation()).isEqualTo(left.standardDeviation());
        assertThat(UNCERTAINTY.outcome(normal.times(normal)).isClosedForm()).isFalse();
    }

    @Test
    void zero_hasNoLogarithm() {
        Outcome nothing = UNCERTAINTY
                .withRuns(100)
                .outcome(Uncertain.lognormal("x", 1, 2, 0.9).times(Uncertain.exactly(0)));
        assertThat(nothing.mean()).isZero();
        assertThat(nothing.standardDeviation()).isZero();
    }

    /** Factors of a product multiply, wherever they stand: the median is 2 · 3 · 4 times the root of 1 · 4. */
    @Test
    void constantsOfAProduct_multiply() {
        Uncertain number = Uncertain.lognormal("x", 1, 4, 0.9);
        Outcome outcome = UNCERTAINTY.outcome(
                Uncertain.exactly(2).times(number).times(Uncertain.exactly(3).times(Uncertain.exactly(4))));
        assertThat(outcome.isClosedForm()).isTrue();
        assertThat(outcome.median()).isCloseTo(48, within(1e-9));
        assertThat(UNCERTAINTY
                        .outcome(Uncertain.exactly(5).times(number).power(2))
                        .median())
                .isCloseTo(100, within(1e-9));
        Outcome sum = UNCERTAINTY.outcome(
                Uncertain.exactly(2).plus(Uncertain.normal("y", 1, 3, 0.9)).plus(Uncertain.exactly(5)));
        assertThat(sum.isClosedForm()).isTrue();
        assertThat(sum.mean()).isCloseTo(9, within(1e-12));
        assertThat(UNCERTAINTY
                        .outcome(Uncertain.exactly(2)
                                .plus(Uncertain.normal("y", 1, 3, 0.9))
                                .times(Uncertain.exactly(-4)))
                        .mean())
                .isCloseTo(-16, within(1e-12));
    }

    /** Spreads of 1 and 2 in logarithms have variances of 1 and 4, so that the shares are 20 and 80 %. */
    @Test
    void explanation_namesTheShares() {
        Outcome product = UNCERTAINTY.outcome(
                Uncertain.lognormal("a", 1, Math.E, 0.9).times(Uncertain.lognormal("b", 1, Math.exp(2), 0.9)));
        assertThat(product.explanation().toText(Locale.ENGLISH))
                .contains("share of the variance: a 20 %\n", "share of the variance: b 80 %\n");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0, 1, 1.1})
    void quantiles_lieBetween0And1(double share) {
        Outcome outcome = UNCERTAINTY.outcome(Uncertain.exactly(1));
        assertThatThrownBy(() -> outcome.quantile(share)).hasMessage("Share must be above 0 and below 1: " + share);
    }

    // ---- fans ----

    @Test
    void fans_haveUpToAThousandYears() {
        Uncertain one = Uncertain.exactly(1);
        FanCalculator fans = FanCalculator.withDefaults();
        assertThat(fans.atOneRate(one, one, 2000, 2000, 2000)).hasSize(1);
        assertThat(fans.atOneRate(one, one, 2000, 1500, 2499)).hasSize(1_000);
        assertThatThrownBy(() -> fans.atOneRate(one, one, 2000, 1500, 2500))
                .hasMessage("Years of a fan must be in order and up to 1000: 1500 to 2500");
    }

    @Test
    void fans_areDrawnByTheGivenCalculator() {
        Uncertain size = Uncertain.within("size", Bounds.parse("[1, 2]"));
        FanCalculator fans = FanCalculator.withDefaults().with(UNCERTAINTY.withRuns(70));
        assertThat(fans.atOneRate(size, Uncertain.exactly(2), 2025, 2025, 2026).values())
                .allSatisfy(outcome -> assertThat(outcome.runs()).isEqualTo(70));
    }

    // ---- simulation ----

    /** Of one and the same even number below 1, taken for two, the product is a square with mean 1/3. */
    @Test
    void numbersThatAreWhollyCorrelated_areOne() {
        Outcome square = UNCERTAINTY
                .withCorrelation("a", "b", 1)
                .outcome(Uncertain.within("a", Bounds.parse("[0, 1]"))
                        .times(Uncertain.within("b", Bounds.parse("[0, 1]"))));
        assertThat(square.mean()).isCloseTo(1 / 3.0, within(5 * square.standardError() + 1e-5));
        // 1/5 - 1/9
        assertThat(square.standardDeviation()).isCloseTo(Math.sqrt(4 / 45.0), within(0.01));
    }

    @Test
    void theLastCorrelationOfTwoNumbersCounts() {
        Uncertain sum = standard("a").plus(standard("b"));
        UncertaintyCalculator twice = UNCERTAINTY.withCorrelation("a", "b", 0.9).withCorrelation("b", "a", 0);
        assertThat(twice.outcome(sum).standardDeviation()).isCloseTo(Math.sqrt(2), within(1e-9));
    }

    /** The product of two standard normal numbers with correlation r has mean r and variance 1 + r². */
    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.6, 0.3, 0.9})
    void productOfCorrelatedNumbers(double correlation) {
        Uncertain a = standard("a");
        Uncertain b = standard("b");
        Outcome product = UNCERTAINTY.withCorrelation("b", "a", correlation).outcome(a.times(b));
        assertThat(product.mean()).isCloseTo(correlation, within(5 * product.standardError()));
        assertThat(product.standardDeviation()).isCloseTo(Math.sqrt(1 + correlation * correlation), within(0.03));
        assertThat(product.contributions()).isEmpty();
    }

    /** Of three numbers each pair has its own correlation, and each number its own distribution. */
    @Test
    void threeCorrelatedNumbers() {
        UncertaintyCalculator correlated = UNCERTAINTY
                .withCorrelation("a", "b", 0.5)
                .withCorrelation("b", "c", -0.4)
                .withCorrelation("c", "a", 0.2);
        Uncertain all = standard("a").plus(standard("b")).plus(standard("c"));
        List<String> names = List.of("a", "b", "c");
        double[][] expected = {{1, 0.5, 0.2}, {0.5, 1, -0.4}, {0.2, -0.4, 1}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                // the third number is in the formula, and so in the matrix, but counts nothing
                Uncertain none = standard(names.get(3 - i - j)).times(Uncertain.exactly(0));
                Outcome product = correlated.outcome(
                        standard(names.get(i)).times(standard(names.get(j))).plus(none));
                assertThat(product.mean()).isCloseTo(expected[i][j], within(5 * product.standardError()));
            }
        }
        assertThat(correlated.outcome(all).standardDeviation()).isCloseTo(Math.sqrt(3 + 2 * 0.3), within(1e-9));
    }

    /** Runs beyond the last thousand count as all others do. */
    @ParameterizedTest
    @ValueSource(ints = {2, 999, 1_000, 1_001, 1_500, 2_999})
    void everyRunIsMade(int runs) {
        Outcome outcome = UNCERTAINTY.withRuns(runs).outcome(Uncertain.within("x", Bounds.parse("[1, 2]")));
        assertThat(outcome.runs()).isEqualTo(runs);
        assertThat(outcome.quantile(1e-9)).isGreaterThanOrEqualTo(1);
        assertThat(outcome.quantile(1 - 1e-9)).isLessThanOrEqualTo(2);
        assertThat(outcome.mean()).isBetween(1.0, 2.0);
    }

    /** Variances of even numbers are width² / 12, so that the shares are 1, 4 and 9 of 14. */
    @Test
    void contributions_areSharesOfTheVariance() {
        Outcome sum = UNCERTAINTY.outcome(Uncertain.within("a", Bounds.parse("[0, 1]"))
                .plus(Uncertain.within("b", Bounds.parse("[10, 12]")))
                .plus(Uncertain.within("c", Bounds.parse("[-3, 0]"))));
        assertThat(sum.contributions().keySet()).containsExactly("a", "b", "c");
        assertThat(sum.contributions().getOrDefault("a", 0.0)).isCloseTo(1 / 14.0, within(0.02));
        assertThat(sum.contributions().getOrDefault("b", 0.0)).isCloseTo(4 / 14.0, within(0.02));
        assertThat(sum.contributions().getOrDefault("c", 0.0)).isCloseTo(9 / 14.0, within(0.02));
    }

    @Test
    void quotientsByZero_areRefusedOfCorrelatedNumbersToo() {
        Uncertain quotient = Uncertain.ofSamples("a", 1).dividedBy(Uncertain.ofSamples("b", 0));
        assertThatThrownBy(() -> UNCERTAINTY.withCorrelation("a", "b", 0.5).outcome(quotient))
                .hasMessage("Value of a × b^-1.0 must be finite in every run: Infinity");
    }

    private static Uncertain standard(String name) {
        // 90 % of a standard normal number lie within these
        return Uncertain.normal(name, -1.6448536269514722, 1.6448536269514722, 0.9);
    }
}
