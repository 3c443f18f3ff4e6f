package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
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

    private static TalentPlan intakeFirst(TalentPlan plan) {
        return TalentPlan.builder().from(plan).order(EventOrder.INTAKE_FIRST).build();
    }

    /** Who comes first is lost in the same year, too: (500 + r) × 0.9 = 1000. */
    @Test
    void intakeFirst_recruitsMore() {
        TalentPlan plan = intakeFirst(
                plan(1, 1, tier("t", "500", "0.1").target(number("1000")).build()));
        LeastCostPlanner.Result result = LeastCostPlanner.withDefaults()
                .with("t", terms("2", "0", "", "0"))
                .leastCost(plan)
                .orElseThrow();

        assertThat(result.cost()).isCloseTo(2 * (1000 / 0.9 - 500), within(1e-6));
    }

    /** Of those who come first and stay half can go up in the same year: 9 of 20 × 0.9. */
    @Test
    void intakeFirst_promotesThoseWhoCome() {
        TalentPlan plan = intakeFirst(plan(
                1,
                1,
                tier("junior", "0", "0.1").promotesTo("senior").build(),
                tier("senior", "0", "0").target(number("9")).build()));
        LeastCostPlanner.Result result = LeastCostPlanner.withDefaults()
                .with("junior", terms("3", "1", "", "0.5"))
                .leastCost(plan)
                .orElseThrow();

        assertThat(result.cost()).isCloseTo(3 * 20 + 9, within(1e-6));
    }

    /** A tenth of those who stay: 5 of 50, then 2.25 of 22.5; the others of 10 are recruited. */
    @Test
    void promotions_areSharesOfThoseWhoStay() {
        TalentPlan plan = plan(
                1,
                2,
                tier("junior", "100", "0.5").promotesTo("senior").build(),
                tier("senior", "0", "0").target(number("10")).build());
        LeastCostPlanner.Result result = LeastCostPlanner.withDefaults()
                .with("junior", terms("0", "1", "0", "0.1"))
                .with("senior", terms("5", "0", "", "1"))
                .leastCost(plan)
                .orElseThrow();

        assertThat(result.cost()).isCloseTo(7.25 + 5 * 2.75, within(1e-6));
    }

    @Test
    void whatDoesNotFit_isRefused() {
        String terms = "Costs and limits must be 0 or more, and the share promoted 0 to 1: ";
        assertRefused(() -> terms("-1", "0", "", "0"), terms + "-1, 0, Optional.empty, 0");
        assertRefused(() -> terms("0", "-1", "", "0"), terms + "0, -1, Optional.empty, 0");
        assertRefused(() -> terms("0", "0", "-1", "0"), terms + "0, 0, Optional[-1], 0");
        assertRefused(() -> terms("0", "0", "", "-1"), terms + "0, 0, Optional.empty, -1");
        assertRefused(() -> terms("0", "0", "", "1.1"), terms + "0, 0, Optional.empty, 1.1");
        String further = "Tier of a least-cost plan must have neither ages nor further ways: t";
        TierPlan aged =
                tier("t", "0", "0").ages(AgeStructure.of(Map.of(), 25, 60)).build();
        TierPlan moving =
                tier("t", "0", "0").addMoves(TierMove.of("u", number("0.1"))).build();
        assertRefused(() -> LeastCostPlanner.withDefaults().leastCost(plan(1, 1, aged)), further);
        assertRefused(
                () -> LeastCostPlanner.withDefaults()
                        .leastCost(plan(1, 1, moving, tier("u", "0", "0").build())),
                further);
    }
}
