package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a tier can say besides one rate and one target; expected numbers are by hand. */
class TierPlanTest {

    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();
    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();

    private static TierPlan aged(String id) {
        return tier(id, "60", "0")
                .ages(AgeStructure.of(Map.of(57, number("10"), 58, number("20"), 59, number("30")), 25, 60))
                .intake(number("5"))
                .build();
    }

    private static TalentPlan until2028(TierPlan... tiers) {
        return plan(2026, 2028, tiers);
    }

    @Test
    void lossRateByYear_holdsForItsYear() {
        StockFlow flow = MODEL.project(until2028(tier("t", "1000", "0.1")
                .putLossRateByYear(2027, UncertainRate.of(number("0.2")))
                .build()));

        assertThat(flow.rows())
                .extracting(StockFlow.Row::closing)
                .containsExactly(number("900"), number("720"), number("648"));
    }

    @Test
    void losses_addUpAndAreToldApart() {
        TierPlan tier = tier("t", "1000", "0")
                .addLosses(LossReason.of("resignation", number("0.03")))
                .addLosses(LossReason.builder()
                        .reason("retirement")
                        .rate(UncertainRate.of(number("0.02")))
                        .putRateByYear(2027, UncertainRate.of(number("0.07")))
                        .build())
                .build();
        StockFlow flow = MODEL.project(until2028(tier));

        assertThat(flow.row("t", 2026).lostBy())
                .isEqualTo(Map.of("resignation", number("30"), "retirement", number("20")));
        assertThat(flow.row("t", 2026).closing()).isEqualByComparingTo("950");
        // 950 × 3% and 950 × 7%
        assertThat(flow.row("t", 2027).lostBy())
                .isEqualTo(Map.of("resignation", number("28.5"), "retirement", number("66.5")));
        assertThat(tier.lossRate(2027)).isEqualByComparingTo("0.1");
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void ages_thoseWhoReachTheRetirementAgeRetire(Counting counting) {
        StockFlow flow = MODEL.project(until2028(aged("t")).with(counting));

        assertThat(flow.rows())
                .extracting(StockFlow.Row::closing)
                .containsExactly(number("35"), number("20"), number("15"));
        assertThat(flow.row("t", 2027).lostBy()).containsEntry("retirement", number("20"));
    }

    /** Who comes at 59 retires a year later. */
    @Test
    void ages_thoseWhoCome_growOlder() {
        TierPlan tier = tier("t", "0", "0")
                .ages(AgeStructure.of(Map.of(), 59, 60))
                .intake(number("7"))
                .build();

        assertThat(MODEL.project(until2028(tier)).rows())
                .extracting(StockFlow.Row::closing)
                .containsOnly(number("7"));
    }

    @Test
    void moves_upAndDown_areSharesOfThoseWhoStay() {
        StockFlow flow = MODEL.project(plan(
                2026,
                2026,
                tier("up", "0", "0").build(),
                tier("t", "1000", "0.1")
                        .promotesTo("up")
                        .promotionRate(number("0.1"))
                        .addMoves(TierMove.of("down", number("0.05")))
                        .build(),
                tier("down", "0", "0").build()));

        assertThat(flow.closing("up", 2026)).isEqualByComparingTo("90");
        assertThat(flow.closing("down", 2026)).isEqualByComparingTo("45");
        assertThat(flow.closing("t", 2026)).isEqualByComparingTo("765");
    }

    /** Of one who is 58 nobody is left; ten of 40 stay two years with 0.81: 10 × 0.81⁹ × 0.19 + 0.81¹⁰. */
    @Test
    void probability_leavesOutThoseWhoRetire() {
        TalentPlan plan = plan(
                2026,
                2027,
                tier("t", "11", "0.1")
                        .ages(AgeStructure.of(Map.of(58, number("1"), 40, number("10")), 25, 60))
                        .target(number("9"))
                        .build());
        double byHand = 10 * Math.pow(0.81, 9) * 0.19 + Math.pow(0.81, 10);
        Attainment chance =
                AttainmentCalculator.withDefaults().withSimulation(20_000, 1).probability(plan, "t");

        assertThat(chance.exact().orElseThrow()).isCloseTo(byHand, within(1e-12));
        assertThat(chance.simulated().orElseThrow()).isCloseTo(byHand, within(0.02));
    }

    /** 100 are settled for 2026; the other 300 come in three years. */
    @Test
    void requiredIntake_keepsWhatIsSettled() {
        TierPlan tier = tier("t", "0", "0")
                .putIntakeByYear(2026, number("100"))
                .committedUntil(2026)
                .target(number("400"))
                .build();

        assertThat(INTAKE.requiredIntake(plan(2026, 2029, tier), "t")
                        .orElseThrow()
                        .number())
                .isEqualByComparingTo("100");
        assertThat(INTAKE.requiredIntake(plan(2026, 2028, tier), "t")
                        .orElseThrow()
                        .number())
                .isEqualByComparingTo("150");
    }

    /** Rounds of 2026 and 2028 stay at 40; 300 - 80 come in the two others. */
    @Test
    void requiredRoundSize_keepsWhatIsSettled() {
        TierPlan tier = tier("t", "0", "0")
                .cadence(SelectionCadence.of(number("40"), 2, 2026))
                .committedUntil(2029)
                .target(number("300"))
                .build();

        assertThat(INTAKE.requiredRoundSize(plan(2026, 2032, tier), "t")
                        .orElseThrow()
                        .number())
                .isEqualByComparingTo("110");
    }

    @Test
    void roundsOfOtherSizes_areSelected() {
        TierPlan tier = tier("t", "0", "0")
                .cadence(SelectionCadence.of(number("40"), 2, 2026).withSizes(Map.of(2028, number("60"))))
                .build();

        assertThat(MODEL.project(until2028(tier)).closing("t", 2028)).isEqualByComparingTo("100");
    }

    @Test
    void goals_areMilestonesAndTarget() {
        TierPlan tier = tier("t", "0", "0")
                .putMilestones(2027, number("20"))
                .target(number("50"))
                .build();

        assertThat(until2028(tier).goals(tier)).isEqualTo(Map.of(2027, number("20"), 2028, number("50")));
    }

    @Test
    void json_readsAllOfIt_andWritesItAgain() {
        TalentPlan plan = SaidaoJson.read("""
                {"firstYear": 2026, "lastYear": 2030, "tiers": [
                  {"id": "a", "openingStock": 15, "ages": {"stock": {"40": 10, "59": "5"}, "intakeAge": 25, "retirementAge": 60},
                   "losses": [{"reason": "resignation", "rate": "[4%, 6%]", "rateByYear": {"2028": 0.1}}],
                   "moves": [{"to": "b", "rate": "triangular(1%, 2%, 4%)"}],
                   "committedUntil": 2027, "target": 12, "milestones": {"2028": 11}},
                  {"id": "b", "openingStock": 0, "ages": {"intakeAge": 30, "retirementAge": 63}, "lossRate": "beta(3, 61)",
                   "lossRateByYear": {"2029": "7%"},
                   "cadence": {"size": 5, "sizeByYear": {"2028": 7}, "everyYears": 2, "firstYear": 2026}}]}
                """, TalentPlan.class);

        assertThat(SaidaoJson.read(SaidaoJson.write(plan), TalentPlan.class)).isEqualTo(plan);
        assertThat(plan.tier("a").lossRate(2026)).isEqualByComparingTo("0.05");
        assertThat(plan.tier("a").lossRate(2028)).isEqualByComparingTo("0.1");
    }

    @Test
    void whatDoesNotFit_isRefused() {
        TierPlan.Builder of = tier("t", "10", "0.1");
        assertThatThrownBy(() -> of.losses(List.of(LossReason.of("retirement", number("0.1"))))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tier must give its losses by one rate or by reasons, not by both: t");
        assertThatThrownBy(() -> tier("t", "10", "0")
                        .addLosses(LossReason.of("a", number("0.6")), LossReason.of("b", number("0.5")))
                        .build())
                .hasMessage("Loss rates of tier t must be at most 1 together: 1.1");
        assertThatThrownBy(() -> tier("t", "10", "0")
                        .ages(AgeStructure.of(Map.of(40, BigDecimal.ONE), 25, 60))
                        .build())
                .hasMessage("Stock of all ages of tier t must make the opening stock 10: 1");
        assertThatThrownBy(() -> AgeStructure.of(Map.of(60, BigDecimal.ONE), 25, 60))
                .hasMessage("Age must be 0 or more and below the retirement age 60: 60");
        assertThatThrownBy(() -> AgeStructure.of(Map.of(), 60, 60))
                .hasMessage("Retirement age must be above the age of those who come, and at most 150: 60, 60");
        assertThatThrownBy(() ->
                        until2028(aged("t"), tier("u", "0", "0").promotesTo("t").build()))
                .hasMessage("Tiers between which people go must both have ages or neither: u, t");
        assertThatThrownBy(() -> until2028(tier("t", "1", "0")
                        .putLossRateByYear(2040, UncertainRate.of(number("0.1")))
                        .build()))
                .hasMessage("Year of the loss rate of tier t must be 2026 to 2028: 2040");
        assertThatThrownBy(() -> until2028(tier("t", "1", "0")
                        .putMilestones(2028, number("1"))
                        .target(number("2"))
                        .build()))
                .hasMessage("Year of a milestone of tier t must be before the target year 2028: 2028");
    }
}
