package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SensitivityCalculatorTest {

    private final SensitivityCalculator calculator = SensitivityCalculator.withDefaults();

    private static TalentPlan rounds(String size) {
        return plan(
                2025,
                2035,
                tier("city", "0", "0.01")
                        .cadence(SelectionCadence.of(number(size), 2, 2025))
                        .target(number("300"))
                        .build());
    }

    /** 1 - 0.6^(1/10), by Python 3. */
    @Test
    void largestLossRate_ofAStockThatOnlyShrinks_isARoot() {
        TalentPlan plan =
                plan(1, 10, tier("t", "1000", "0").target(number("600")).build());

        assertThat(calculator.largestLossRate(plan, "t").orElseThrow().doubleValue())
                .isCloseTo(0.04979978349432357, within(1e-10));
    }

    @Test
    void largestLossRate_whereNoneIsLowEnough_isAbsent() {
        TalentPlan plan = plan(1, 10, tier("t", "10", "0").target(number("11")).build());

        assertThat(calculator.largestLossRate(plan, "t")).isEqualTo(Optional.empty());
    }

    /** The root of {@code binom.sf(14, 20, (1 - x)^3) = 0.9}, SciPy 1.17.1. */
    @Test
    void largestLossRate_withAProbability() {
        TalentPlan plan = plan(1, 3, tier("t", "20", "0").target(number("15")).build());

        assertThat(calculator.largestLossRate(plan, "t", 0.9).orElseThrow().doubleValue())
                .isCloseTo(0.058665086160223145, within(1e-6));
    }

    /** SciPy 1.17.1, binomials convolved: six rounds of 53 have 300 or more with 0.797, of 54 with 0.985. */
    @Test
    void smallestRoundSize_withAProbability() {
        assertThat(calculator.smallestRoundSize(rounds("50"), "city", 0.9)).isEqualTo(OptionalLong.of(54));
        assertThat(calculator.smallestRoundSize(rounds("50"), "city", 0.79)).isEqualTo(OptionalLong.of(53));
    }

    /** SciPy 1.17.1, binomials convolved: with 12 a year 150 or more with 0.850, with 13 with 0.987. */
    @Test
    void smallestIntake_withAProbability() {
        TalentPlan plan =
                plan(1, 10, tier("t", "100", "0.05").target(number("150")).build());

        assertThat(calculator.smallestIntake(plan, "t", 0.9)).isEqualTo(OptionalLong.of(13));
    }

    /** All who come are lost before the end of the year. */
    @Test
    void smallestIntake_whereNoneIsEnough_isAbsent() {
        TalentPlan plan = TalentPlan.builder()
                .from(plan(1, 10, tier("t", "0", "1").target(number("5")).build()))
                .order(EventOrder.INTAKE_FIRST)
                .build();

        assertThat(calculator.smallestIntake(plan, "t", 0.9)).isEqualTo(OptionalLong.empty());
    }

    /** What is uncertain needs no fewer than what is known to be at its lower end, and no more than at its upper one. */
    @Property(tries = 5)
    void smallestRoundSize_withUncertainRates_liesBetweenThoseOfTheEnds(
            @ForAll @IntRange(min = 0, max = 10) int low, @ForAll @IntRange(min = 1, max = 10) int width) {
        TalentPlan plan = rounds("50");
        UncertainRate least = UncertainRate.of(number("0.001").multiply(number("" + low)));
        UncertainRate most = UncertainRate.of(least.low().add(number("0.001").multiply(number("" + width))));
        long uncertain = calculator
                .smallestRoundSize(
                        plan.with("city", t -> t.losing(UncertainRate.between(least.low(), most.high()))), "city", 0.9)
                .orElseThrow();

        assertThat(uncertain)
                .isBetween(
                        calculator
                                .smallestRoundSize(plan.with("city", t -> t.losing(least)), "city", 0.9)
                                .orElseThrow(),
                        calculator
                                .smallestRoundSize(plan.with("city", t -> t.losing(most)), "city", 0.9)
                                .orElseThrow());
    }

    @Test
    void whatHasNoExactProbability_isRefused() {
        TalentPlan fed = plan(
                1,
                2,
                tier("a", "100", "0").build(),
                tier("b", "0", "0.1")
                        .cadence(SelectionCadence.of(number("5"), 1, 1).fedFrom("a"))
                        .target(number("9"))
                        .build());

        assertThatThrownBy(() -> calculator.smallestRoundSize(fed, "b", 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Tier must have an exact probability, and has none where rounds take people from another tier: b");
        assertThatThrownBy(() -> calculator.largestLossRate(rounds("50"), "city", 1.0))
                .hasMessage("Probability must be above 0 and below 1: 1.0");
    }

    /** What is just enough is enough: 600 of 1000, and one who stays with a half. */
    @Test
    void justEnough_isEnough() {
        TalentPlan stock =
                plan(1, 1, tier("t", "1000", "0").target(number("600")).build());
        TalentPlan one = plan(1, 1, tier("t", "1", "0").target(number("1")).build());
        TalentPlan coming = TalentPlan.builder()
                .from(plan(1, 1, tier("t", "0", "0.5").target(number("1")).build()))
                .order(EventOrder.INTAKE_FIRST)
                .build();

        assertThat(calculator.largestLossRate(stock, "t").orElseThrow()).isEqualByComparingTo("0.4");
        assertThat(calculator.largestLossRate(one, "t", 0.5).orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(calculator.smallestIntake(coming, "t", 0.5)).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void largestLossRate_whereNobodyIsNeeded_isAll() {
        TalentPlan plan = plan(1, 1, tier("t", "10", "0").target(number("0")).build());

        assertThat(calculator.largestLossRate(plan, "t").orElseThrow()).isEqualByComparingTo("1");
    }

    /** Of n whose common rate may be anything, all are lost with 1 / (n + 1): nine are needed, where of a half four would do. */
    @Test
    void smallestIntake_withAnUncertainRate() {
        TalentPlan plan = TalentPlan.builder()
                .from(plan(
                        1,
                        1,
                        tier("t", "0", "0")
                                .lossRate(UncertainRate.parse("[0, 1]"))
                                .target(number("1"))
                                .build()))
                .order(EventOrder.INTAKE_FIRST)
                .build();

        assertThat(calculator.smallestIntake(plan, "t", 0.895)).isEqualTo(OptionalLong.of(9));
    }

    @Test
    void whatCannotBeAnswered_isRefused() {
        TalentPlan plan = plan(
                1,
                2,
                tier("a", "1", "0").build(),
                tier("b", "1", "0").target(number("2")).build());
        String probability = "Probability must be above 0 and below 1: ";
        assertRefused(() -> calculator.largestLossRate(plan, "a"), "Tier must have a target: a");
        assertRefused(() -> calculator.smallestIntake(plan, "a", 0.5), "Tier must have a target: a");
        assertRefused(() -> calculator.smallestIntake(plan, "b", 0), probability + "0.0");
        assertRefused(() -> calculator.smallestIntake(plan, "b", 1), probability + "1.0");
        assertRefused(() -> calculator.smallestRoundSize(plan, "b", 0.5), "Tier must have a cadence: b");
    }
}
