package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UncertainAttainmentCalculatorTest {

    private static final UncertainAttainmentCalculator CALCULATOR = UncertainAttainmentCalculator.withDefaults();

    private static UncertainAttainmentCalculator.LossRange range(String tier, String low, String high) {
        return new UncertainAttainmentCalculator.LossRange(tier, number(low), number(high));
    }

    private static TalentPlan one(String target) {
        return plan(1, 1, tier("t", "1", "0.5").target(number(target)).build());
    }

    /** One person stays a year with the probability 1 - loss: in the mean 1 - 0.3 of losses of 0.2 to 0.4. */
    @Test
    void onePerson_staysWithTheMeanOfTheRates() {
        UncertainAttainmentCalculator.UncertainAttainment chance =
                CALCULATOR.probability(one("1"), "t", List.of(range("t", "0.2", "0.4")), 50, 1);

        assertThat(chance.mean()).isCloseTo(0.7, within(1e-9));
        assertThat(chance.least()).isCloseTo(0.602, within(1e-9));
        assertThat(chance.largest()).isCloseTo(0.798, within(1e-9));
        assertThat(chance.drivers().get("t")).isEqualTo(1);
    }

    /** What does not matter drives nothing. */
    @Test
    void drivers_areTheTiersThatMatter() {
        TalentPlan two = plan(
                1,
                1,
                tier("t", "10", "0.1").target(number("9")).build(),
                tier("u", "10", "0.1").build());
        UncertainAttainmentCalculator.UncertainAttainment chance =
                CALCULATOR.probability(two, "t", List.of(range("t", "0.05", "0.15"), range("u", "0", "1")), 200, 1);

        assertThat(chance.drivers().get("t")).isGreaterThan(0.95);
    }

    @Test
    void whatDoesNotFit_isRefused() {
        assertThatThrownBy(() -> range("t", "0.4", "0.2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Loss rates of tier t must be 0 to 1, the lower one first: 0.4, 0.2");
        assertThatThrownBy(() -> CALCULATOR.probability(
                        one("1"), "t", List.of(range("t", "0", "1"), range("t", "0", "1")), 10, 1))
                .hasMessageStartingWith("Ranges must be of different tiers");
    }

    /** More losses are never better: the probability lies between those of the extreme rates. */
    @Property(tries = 50)
    void probability_liesBetweenThoseOfTheExtremeRates(
            @ForAll @IntRange(min = 0, max = 50) int low,
            @ForAll @IntRange(min = 0, max = 50) int width,
            @ForAll @IntRange(min = 1, max = 20) int target) {
        TalentPlan plan = plan(
                1,
                3,
                tier("t", "20", "0").target(number(String.valueOf(target))).build());
        String from = "0." + String.format("%02d", low);
        String to = low + width == 100 ? "1" : "0." + String.format("%02d", low + width);

        double mean = CALCULATOR
                .probability(plan, "t", List.of(range("t", from, to)), 20, 1)
                .mean();

        assertThat(mean).isBetween(at(plan, to) - 1e-12, at(plan, from) + 1e-12);
    }

    private static double at(TalentPlan plan, String loss) {
        return AttainmentCalculator.withDefaults()
                .probability(
                        plan.with(
                                "t",
                                one -> TierPlan.builder()
                                        .from(one)
                                        .lossRate(number(loss))
                                        .build()),
                        "t")
                .exact()
                .orElseThrow();
    }

    /** A tier that does not matter drives nothing, though it is named; the shares of those that do make 1. */
    @Test
    void drivers_ofWhatDoesNotMatter_areZero() {
        TalentPlan plan = plan(
                1,
                1,
                tier("below", "10", "0.1")
                        .lossRate(UncertainRate.parse("[0.1, 0.11]"))
                        .promotesTo("t")
                        .promotionRate(number("0.1"))
                        .build(),
                tier("t", "10", "0.1")
                        .lossRate(UncertainRate.parse("[0, 0.3]"))
                        .target(number("9"))
                        .build(),
                tier("u", "10", "0.1").lossRate(UncertainRate.parse("[0, 1]")).build());
        Map<String, Double> drivers = CALCULATOR.probability(plan, "t", 200, 1).drivers();

        assertThat(drivers).containsOnlyKeys("below", "t", "u");
        assertThat(drivers.get("u")).isZero();
        assertThat(drivers.get("t")).isGreaterThan(0.9);
        assertThat(drivers.values().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-12));
    }

    /** One who stays two years with unknown chances of their own: 1/2 × 1/2, where one chance for both would make 1/3. */
    @Test
    void rates_areDrawnIndependently() {
        TalentPlan plan = plan(
                1,
                2,
                tier("t", "1", "0")
                        .lossRate(UncertainRate.parse("[0, 1]"))
                        .putLossRateByYear(2, UncertainRate.parse("[0, 1]"))
                        .target(number("1"))
                        .build());

        assertThat(CALCULATOR.probability(plan, "t", 1000, 1).mean()).isCloseTo(0.25, within(0.02));
    }

    /** Of 100 plays of a round each share is a hundredth part. */
    @Test
    void rounds_arePlayedAHundredTimes() {
        TalentPlan plan = plan(
                1,
                2,
                tier("t", "0", "0")
                        .lossRate(UncertainRate.parse("[0.3, 0.7]"))
                        .cadence(SelectionCadence.of(number("1"), 9, 1).fedFrom("u"))
                        .target(number("1"))
                        .build(),
                tier("u", "10", "0").build());
        UncertainAttainmentCalculator.UncertainAttainment chance = CALCULATOR.probability(plan, "t", 20, 1);

        for (double share : new double[] {chance.least(), chance.largest()}) {
            assertThat(share * 100)
                    .isCloseTo(Math.rint(share * 100), within(1e-9))
                    .isBetween(5.0, 95.0);
        }
    }

    @Test
    void draws_2to10000() {
        assertThat(CALCULATOR.probability(one("1"), "t", 2, 1).mean()).isEqualTo(0.5);
        assertThat(CALCULATOR.probability(one("1"), "t", 10_000, 1).mean()).isCloseTo(0.5, within(1e-12));
        assertRefused(() -> CALCULATOR.probability(one("1"), "t", 1, 1), "Draws must be 2 to 10000: 1");
        assertRefused(() -> CALCULATOR.probability(one("1"), "t", 10_001, 1), "Draws must be 2 to 10000: 10001");
        assertRefused(() -> CALCULATOR.probability(one("1"), "t", List.of(), 10, 1), "Ranges must be 1 or more: 0");
    }
}
