package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.convention.Label;
import dev.saidao.core.json.SaidaoJson;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

    private static UncertainRate rate(String rate) {
        return UncertainRate.parse(rate);
    }

    private static LossReason.Builder reason(String reason) {
        return LossReason.builder().reason(reason).rate(rate("0.1"));
    }

    private static TierMove.Builder moveTo(String to) {
        return TierMove.builder().to(to).rate(rate("0.1"));
    }

    @Test
    void tierThatDoesNotFit_isRefused() {
        assertRefused(
                tier("a b", "1", "0")::build, "Tier id must be 1 to 100 letters, digits, '.', '_' and '-': 'a b'");
        assertRefused(tier("t", "1", "0").intake(number("-1"))::build, "Intake of tier t must be 0 or more: -1");
        assertRefused(
                tier("t", "1", "0").putIntakeByYear(2027, number("-2"))::build,
                "Intake of 2027 of tier t must be 0 or more: -2");
        assertRefused(tier("t", "1", "0").target(number("-3"))::build, "Target of tier t must be 0 or more: -3");
        assertRefused(
                tier("t", "1", "0").target(number("1")).putMilestones(2027, number("-4"))::build,
                "Milestone of 2027 of tier t must be 0 or more: -4");
        assertRefused(tier("t", "1", "0").promotesTo("t")::build, "Tier must not promote to itself: t");
        assertRefused(
                tier("t", "1", "0").putMilestones(2027, number("1"))::build,
                "Tier with milestones must have a target: t");
        assertRefused(tier("t", "1", "0").targetYear(2027)::build, "Tier with a target year must have a target: t");
        assertRefused(
                tier("t", "1", "0").addLosses(reason("a").build(), reason("a").build())::build,
                "Reason of tier t must be given once: a");
        assertRefused(
                tier("t", "1", "0").promotesTo("u").addMoves(moveTo("u").build())::build,
                "Way of tier t must be given once: u");
        assertRefused(
                tier("t", "1", "0")
                        .promotesTo("u")
                        .promotionRate(number("0.95"))
                        .addMoves(moveTo("v").build())::build,
                "Rates to other tiers of tier t must be at most 1 together: 1.05");
        assertRefused(reason("")::build, "Reason id must be 1 to 100 letters, digits, '.', '_' and '-': ''");
        assertRefused(moveTo("")::build, "Tier id must be 1 to 100 letters, digits, '.', '_' and '-': ''");
        assertRefused(
                () -> AgeStructure.of(Map.of(30, number("-1")), 25, 60), "People of age 30 must be 0 or more: -1");
    }

    /** Ends of what is admitted: people of age 0, who come at 0 and retire at 150. */
    @Test
    void ages_from0To150() {
        assertThat(AgeStructure.of(Map.of(0, BigDecimal.ONE), 0, 150).people()).isEqualByComparingTo("1");
        assertRefused(
                () -> AgeStructure.of(Map.of(), 0, 151),
                "Retirement age must be above the age of those who come, and at most 150: 151, 0");
        assertRefused(
                () -> AgeStructure.of(Map.of(-1, BigDecimal.ONE), 0, 150),
                "Age must be 0 or more and below the retirement age 150: -1");
    }

    @Test
    void planThatDoesNotFit_isRefused() {
        TierPlan.Builder t = tier("t", "1", "0");
        TierPlan.Builder aiming = tier("t", "1", "0").target(number("1"));
        assertRefused(
                () -> TalentPlan.builder()
                        .from(until2028(t.build()))
                        .format("x")
                        .build(),
                "Format must be saidao-talent-plan/1: x");
        assertRefused(
                () -> until2028(aiming.targetYear(2029).build()), "Target year of tier t must be 2026 to 2028: 2029");
        assertRefused(
                () -> until2028(tier("t", "1", "0").committedUntil(2025).build()),
                "Last settled year of tier t must be 2026 to 2028: 2025");
        assertRefused(
                () -> until2028(tier("t", "1", "0")
                        .target(number("1"))
                        .putMilestones(2025, number("1"))
                        .build()),
                "Year of a milestone of tier t must be 2026 to 2028: 2025");
        assertRefused(
                () -> until2028(tier("t", "1", "0")
                        .addLosses(reason("a").putRateByYear(2029, rate("0")).build())
                        .build()),
                "Year of the loss rate by a of tier t must be 2026 to 2028: 2029");
        assertRefused(
                () -> until2028(
                        tier("t", "1", "0")
                                .addMoves(moveTo("u")
                                        .putRateByYear(2025, rate("0"))
                                        .build())
                                .build(),
                        tier("u", "1", "0").build()),
                "Year of the rate to u of tier t must be 2026 to 2028: 2025");
        SelectionCadence yearly = SelectionCadence.of(number("5"), 1, 2025);
        assertRefused(
                () -> until2028(tier("t", "1", "0")
                        .cadence(yearly.withSizes(Map.of(2029, number("1"))))
                        .build()),
                "Year of the size of the rounds of tier t must be 2026 to 2028: 2029");
        assertRefused(
                () -> until2028(tier("t", "1", "0").cadence(yearly.fedFrom("t")).build()),
                "Tier must not be fed from itself: t");
        assertRefused(
                () -> until2028(tier("t", "1", "0").cadence(yearly.fedFrom("u")).build()),
                "Tier must be part of the plan: u");
        assertRefused(
                () -> until2028(tier("t", "1", "0").cadence(yearly.fedFrom("u")).build(), aged("u")),
                "Tiers between which people go must both have ages or neither: t, u");
    }

    @Test
    void roundsThatDoNotFit_areRefused() {
        assertThat(SelectionCadence.of(number("0"), 1000, 2026).everyYears()).isEqualTo(1000);
        SelectionCadence biennial = SelectionCadence.of(number("5"), 2, 2026);
        assertThat(biennial.withSizes(Map.of(2028, number("0"))).size(2028)).isZero();
        assertRefused(() -> SelectionCadence.of(number("-1"), 1, 2026), "Size of a round must be 0 or more: -1");
        assertRefused(() -> SelectionCadence.of(number("1"), 1001, 2026), "Rounds must be every 1 to 1000 years: 1001");
        assertRefused(
                () -> biennial.withSizes(Map.of(2028, number("-1"))),
                "Size of the round of 2028 must be 0 or more: -1");
        assertRefused(() -> biennial.withSizes(Map.of(2027, number("1"))), "Year of a size must have a round: 2027");
    }

    /** Halves of people, wherever they are, cannot be counted in whole ones. */
    @Test
    void halfPersons_areRefusedByWhatTheyAre() {
        SelectionCadence yearly = SelectionCadence.of(number("5"), 1, 2026);
        assertHalfRefused(
                tier("t", "1", "0").ages(AgeStructure.of(Map.of(30, number("0.5"), 31, number("0.5")), 25, 60)),
                "Stock of age 30");
        assertHalfRefused(tier("t", "1", "0").intake(number("0.5")), "Intake");
        assertHalfRefused(tier("t", "1", "0").putIntakeByYear(2027, number("0.5")), "Intake of 2027");
        assertHalfRefused(tier("t", "1", "0").cadence(yearly.ofSize(number("0.5"))), "Size of the rounds");
        assertHalfRefused(
                tier("t", "1", "0").cadence(yearly.withSizes(Map.of(2027, number("0.5")))),
                "Size of the round of 2027");
    }

    private static void assertHalfRefused(TierPlan.Builder tier, String what) {
        assertRefused(
                () -> until2028(tier.build()).with(Counting.WHOLE_PERSONS), what + " of tier t must be whole: 0.5");
    }

    @Test
    void plan_upToAHundredTiersAndAThousandYears() {
        TierPlan[] tiers = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> tier("t" + i, "0", "0").build())
                .toArray(TierPlan[]::new);
        assertThat(plan(1, 1000, Arrays.copyOf(tiers, 100)).years()).isEqualTo(1000);
        assertRefused(() -> plan(1, 1, tiers), "Plan must have 1 to 100 tiers: 101");
        assertRefused(() -> plan(1, 1001, tiers[0]), "Plan must have 1 to 1000 years: 1 to 1001");
    }

    /** By hand: of 1000 stay 800, then 560, whatever the years before were like. */
    @Test
    void ratesOfYears_holdForTheirYearsOnly() {
        TierPlan.Builder byYear =
                tier("t", "1000", "0.1").putLossRateByYear(2026, rate("0.2")).putLossRateByYear(2027, rate("0.3"));
        TierPlan.Builder byReason = tier("t", "1000", "0")
                .addLosses(reason("a")
                        .putRateByYear(2026, rate("0.2"))
                        .putRateByYear(2027, rate("0.3"))
                        .build());
        TierPlan.Builder byMove = tier("t", "1000", "0")
                .addMoves(moveTo("u")
                        .putRateByYear(2026, rate("0.2"))
                        .putRateByYear(2027, rate("0.3"))
                        .build());
        for (TierPlan.Builder tier : List.of(byYear, byReason, byMove)) {
            StockFlow flow =
                    MODEL.project(until2028(tier.build(), tier("u", "0", "0").build()));
            assertThat(List.of(flow.closing("t", 2026), flow.closing("t", 2027), flow.closing("t", 2028)))
                    .containsExactly(number("800"), number("560"), number("504"));
        }
    }

    @Test
    void lostBy_ofOneRate_isEmpty() {
        assertThat(MODEL.project(until2028(tier("t", "10", "0.1").build()))
                        .row("t", 2026)
                        .lostBy())
                .isEmpty();
    }

    /** Two reasons, a promotion and a move; one rate is a way, too. */
    @Test
    void ways_areReasonsAndTiers() {
        assertThat(tier("t", "1", "0")
                        .addLosses(reason("a").build(), reason("b").build())
                        .promotesTo("u")
                        .addMoves(moveTo("v").build())
                        .build()
                        .ways())
                .isEqualTo(4);
        assertThat(tier("t", "1", "0").build().ways()).isEqualTo(1);
    }

    @Test
    void title_isTheName_orTheCode() {
        assertThat(tier("t", "1", "0").build().title()).isEqualTo(Label.same("t"));
        assertThat(tier("t", "1", "0")
                        .name(Label.of("city", "市级"))
                        .build()
                        .title()
                        .zh())
                .isEqualTo("市级");
    }

    @Test
    void aiming_leavesOutMilestones() {
        TierPlan tier = tier("t", "1", "0")
                .target(number("9"))
                .putMilestones(2027, number("5"))
                .build();

        assertThat(tier.aiming(number("7"), 2028))
                .isEqualTo(
                        tier("t", "1", "0").target(number("7")).targetYear(2028).build());
    }

    /** What is said of 2027, the last year, stays; what is said of 2028 does not. */
    @Test
    void until_keepsTheLastYear() {
        Map<Integer, UncertainRate> rates = Map.of(2027, rate("0.2"), 2028, rate("0.3"));
        Map<Integer, BigDecimal> sizes = Map.of(2027, number("1"), 2028, number("2"));
        TierPlan byReasons = tier("t", "1", "0")
                .addLosses(reason("a").rateByYear(rates).build())
                .addMoves(moveTo("u").rateByYear(rates).build())
                .cadence(SelectionCadence.of(number("5"), 1, 2026).withSizes(sizes))
                .intakeByYear(sizes)
                .committedUntil(2028)
                .build();
        TierPlan byRate =
                tier("u", "1", "0").lossRateByYear(rates).committedUntil(2026).build();
        TalentPlan until = until2028(byReasons, byRate).until(2027);

        TierPlan t = until.tier("t");
        assertThat(t.losses().get(0).rateByYear()).isEqualTo(Map.of(2027, rate("0.2")));
        assertThat(t.moves().get(0).rateByYear()).isEqualTo(Map.of(2027, rate("0.2")));
        assertThat(t.cadence().orElseThrow().sizeByYear()).isEqualTo(Map.of(2027, number("1")));
        assertThat(t.intakeByYear()).isEqualTo(Map.of(2027, number("1")));
        assertThat(t.committedUntil()).contains(2027);
        assertThat(until.tier("u").lossRateByYear()).isEqualTo(Map.of(2027, rate("0.2")));
        assertThat(until.tier("u").committedUntil()).contains(2026);
    }

    /** Who is due in the last year is so still if the plan goes on. */
    @Test
    void until_laterYear_keepsTheYearOfTheTarget() {
        TalentPlan plan = until2028(
                tier("t", "1", "0").target(number("9")).build(),
                tier("u", "1", "0").target(number("9")).targetYear(2027).build(),
                tier("v", "1", "0").build());
        TalentPlan later = plan.until(2035);

        assertThat(later.tiers())
                .extracting(TierPlan::targetYear)
                .containsExactly(Optional.of(2028), Optional.of(2027), Optional.empty());
    }

    /** Each uncertain rate is named, and drawing it changes it and nothing else. */
    @Test
    void uncertainRates_areNamedAndDrawnOneByOne() {
        UncertainRate range = rate("[0.1, 0.2]");
        UncertainRate known = rate("0.15");
        TierPlan byRate = tier("t", "1", "0")
                .lossRate(range)
                .putLossRateByYear(2027, range)
                .promotesTo("u")
                .promotionRate(range)
                .build();
        TierPlan byReasons = tier("u", "1", "0")
                .addLosses(
                        reason("a").build(),
                        reason("b").rate(range).putRateByYear(2028, range).build())
                .addMoves(
                        moveTo("v").build(),
                        moveTo("t").rate(range).putRateByYear(2026, range).build())
                .build();
        TalentPlan plan = until2028(byRate, byReasons, tier("v", "1", "0").build());
        List<UncertainRates.Named> rates = UncertainRates.of(plan);

        assertThat(plan.isUncertain()).isTrue();
        assertThat(rates)
                .extracting(UncertainRates.Named::name)
                .containsExactly("t", "t 2027", "t to u", "u b", "u b 2028", "u to t", "u to t 2026");
        TalentPlan drawn = plan;
        for (int i = 0; i < rates.size(); i++) {
            drawn = rates.get(i).in(drawn, number("0.15"));
            assertThat(UncertainRates.of(drawn))
                    .extracting(UncertainRates.Named::name)
                    .containsExactlyElementsOf(rates.subList(i + 1, rates.size()).stream()
                            .map(UncertainRates.Named::name)
                            .toList());
        }
        assertThat(drawn.isUncertain()).isFalse();
        assertThat(drawn)
                .isEqualTo(until2028(
                        tier("t", "1", "0.15")
                                .putLossRateByYear(2027, known)
                                .promotesTo("u")
                                .promotionRate(known)
                                .build(),
                        tier("u", "1", "0")
                                .addLosses(
                                        reason("a").build(),
                                        reason("b")
                                                .rate(known)
                                                .putRateByYear(2028, known)
                                                .build())
                                .addMoves(
                                        moveTo("v").build(),
                                        moveTo("t")
                                                .rate(known)
                                                .putRateByYear(2026, known)
                                                .build())
                                .build(),
                        tier("v", "1", "0").build()));
    }

    /** Whatever order they were said in: drawn, named and written are years from the first to the last. */
    @Test
    void years_areInOrder() {
        TierPlan tier = tier("t", "1", "0")
                .lossRateByYear(Map.of(2028, rate("[0, 0.3]"), 2026, rate("[0, 0.1]"), 2027, rate("[0, 0.2]")))
                .putIntakeByYear(2028, number("8"))
                .putIntakeByYear(2026, number("6"))
                .build();

        assertThat(UncertainRates.of(until2028(tier)))
                .extracting(UncertainRates.Named::name)
                .containsExactly("t 2026", "t 2027", "t 2028");
        assertThat(SaidaoJson.write(tier).replaceAll("\\s", ""))
                .contains("\"intakeByYear\":{\"2026\":\"6\",\"2028\":\"8\"}");
    }
}
