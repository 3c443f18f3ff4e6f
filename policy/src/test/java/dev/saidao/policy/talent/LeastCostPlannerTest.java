package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Programmes small enough to be solved by hand. */
class LeastCostPlannerTest {

    private static LeastCostPlanner.Terms terms(String recruiting, String promotion, String most, String promoted) {
        return new LeastCostPlanner.Terms(
                number(recruiting),
                number(promotion),
                most.isEmpty() ? Optional.empty() : Optional.of(number(most)),
                number(promoted));
    }

    /** With losses it is cheapest to recruit in the last year: 1000 - 500 × 0.9^2. */
    @Test
    void losses_recruitAsLateAsCanBe() {
        TalentPlan plan =
                plan(1, 2, tier("t", "500", "0.1").target(number("1000")).build());
        LeastCostPlanner.Result result = LeastCostPlanner.withDefaults()
                .with("t", terms("2", "0", "", "0"))
                .leastCost(plan)
                .orElseThrow();

        assertThat(result.cost()).isCloseTo(2 * 595, within(1e-6));
        assertThat(result.rows().get(1).recruits()).isCloseTo(595, within(1e-6));
        assertThat(result.rows().get(1).closing()).isCloseTo(1000, within(1e-6));
    }

    /** 400 a year at most: the rest, 195, the year before, and 10% of it is lost again. */
    @Test
    void limit_recruitsEarlier() {
        TalentPlan plan =
                plan(1, 2, tier("t", "500", "0.1").target(number("1000")).build());
        LeastCostPlanner.Result result = LeastCostPlanner.withDefaults()
                .with("t", terms("2", "0", "400", "0"))
                .leastCost(plan)
                .orElseThrow();

        assertThat(result.cost()).isCloseTo(2 * (400 + 195 / 0.9), within(1e-6));
    }

    /** Promotion at 1 is cheaper than recruiting at 5, but only a tenth of 100 can be promoted a year: 10, then 9. */
    @Test
    void promotions_areUsedAsFarAsTheyGo() {
        TalentPlan plan = plan(
                1,
                2,
                tier("junior", "100", "0").promotesTo("senior").build(),
                tier("senior", "0", "0").target(number("30")).build());
        LeastCostPlanner.Result result = LeastCostPlanner.withDefaults()
                .with("junior", terms("1", "1", "0", "0.1"))
                .with("senior", terms("5", "0", "", "0"))
                .leastCost(plan)
                .orElseThrow();

        assertThat(result.cost()).isCloseTo(19 + 5 * 11, within(1e-6));
    }

    @Test
    void outOfReach_isAbsent() {
        TalentPlan plan =
                plan(1, 2, tier("t", "500", "0.1").target(number("1000")).build());

        assertThat(LeastCostPlanner.withDefaults().leastCost(plan)).isEmpty();
        assertThat(LeastCostPlanner.withDefaults()
                        .with("t", terms("2", "0", "10", "0"))
                        .leastCost(plan))
                .isEmpty();
        assertThatThrownBy(() -> LeastCostPlanner.withDefaults()
                        .with("u", terms("2", "0", "", "0"))
                        .leastCost(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tier must be part of the plan: u");
    }
}
