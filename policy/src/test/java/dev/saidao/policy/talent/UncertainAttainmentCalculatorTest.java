package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
}
