package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class AttainmentCalculatorTest {

    private static final AttainmentCalculator EXACT = AttainmentCalculator.withDefaults();

    private static TalentPlan craftsmen(String loss) {
        return plan(
                2025,
                2035,
                tier("craftsmen", "0", loss)
                        .cadence(SelectionCadence.of(number("50"), 2, 2025))
                        .target(number("300"))
                        .build());
    }

    /** All of 300 must still be there: 0.99^(50 × (0 + 2 + … + 10)) = 0.99^1500. */
    @Test
    void sixRoundsOfFifty_reachThreeHundred() {
        Attainment attainment = EXACT.probability(craftsmen("0.01"), "craftsmen");

        assertThat(attainment.exact().orElseThrow()).isCloseTo(2.836559490316167e-7, Percentage.withPercentage(1e-8));
        assertThat(attainment.expected()).isCloseTo(285.4651464418862, within(1e-9));
        assertThat(attainment.simulated()).isEmpty();
        assertThat(EXACT.probability(craftsmen("0"), "craftsmen").probability()).isEqualTo(1);
    }

    /** One tier of people who are alike is binomial. */
    @Test
    void openingStock_isBinomial() {
        TalentPlan plan =
                plan(1, 3, tier("t", "100", "0.1").target(number("75")).build());
        double stays = 0.9 * 0.9 * 0.9;

        assertThat(EXACT.probability(plan, "t").probability())
                .isCloseTo(
                        BinomialDistribution.of(100, stays).survivalProbability(74), Percentage.withPercentage(1e-9));
    }

    /** Somebody who is promoted and then stays: 0.9 × 0.2 in the first year, then 0.95; or in the second. */
    @Test
    void promotions_areTrialsToo() {
        TalentPlan plan = plan(
                1,
                2,
                tier("junior", "50", "0.1")
                        .promotesTo("senior")
                        .promotionRate(number("0.2"))
                        .build(),
                tier("senior", "0", "0.05").target(number("16")).build());
        double becomes = 0.9 * 0.2 * 0.95 + 0.9 * 0.8 * 0.9 * 0.2;

        assertThat(EXACT.probability(plan, "senior").probability())
                .isCloseTo(
                        BinomialDistribution.of(50, becomes).survivalProbability(15), Percentage.withPercentage(1e-9));
    }

    @Test
    void simulation_agreesWithinFourStandardErrors() {
        TalentPlan plan = plan(
                2025,
                2035,
                tier("city", "20", "0.03")
                        .cadence(SelectionCadence.of(number("50"), 2, 2025))
                        .target(number("290"))
                        .build(),
                tier("district", "300", "0.05")
                        .intake(number("40"))
                        .promotesTo("city")
                        .promotionRate(number("0.01"))
                        .target(number("470"))
                        .build());
        for (EventOrder order : EventOrder.values()) {
            TalentPlan ordered = TalentPlan.builder()
                    .firstYear(2025)
                    .lastYear(2035)
                    .order(order)
                    .addAllTiers(plan.tiers())
                    .build();
            for (String tier : List.of("city", "district")) {
                Attainment both = EXACT.withSimulation(20_000, 7).probability(ordered, tier);
                assertThat(both.simulated().orElseThrow())
                        .isCloseTo(
                                both.exact().orElseThrow(),
                                within(4 * both.standardError().orElseThrow()));
                assertThat(both.exact().orElseThrow())
                        .as("%s, %s: a case that can fail", tier, order)
                        .isBetween(0.001, 0.999);
            }
        }
    }

    @Test
    void simulation_sameSeedGivesTheSame_onAnyNumberOfThreads() throws Exception {
        AttainmentCalculator simulating = EXACT.withSimulation(3_000, 11);
        TalentPlan plan = craftsmen("0.05")
                .with(
                        "craftsmen",
                        t -> tier("craftsmen", "0", "0.05")
                                .cadence(SelectionCadence.of(number("50"), 2, 2025))
                                .target(number("240"))
                                .build());
        Attainment here = simulating.probability(plan, "craftsmen");
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            assertThat(one.submit(() -> simulating.probability(plan, "craftsmen"))
                            .get())
                    .isEqualTo(here);
        } finally {
            one.shutdown();
        }
        assertThat(EXACT.withSimulation(3_000, 12).probability(plan, "craftsmen"))
                .isNotEqualTo(here);
    }

    /** A selection that takes 50 from below ties people to each other: only the simulation answers. */
    @Test
    void fedSelection_hasNoExactAnswer() {
        TalentPlan plan = plan(
                2025,
                2035,
                tier("city", "0", "0.01")
                        .cadence(SelectionCadence.of(number("50"), 2, 2025).fedFrom("district"))
                        .target(number("285"))
                        .build(),
                tier("district", "1000", "0.01").target(number("600")).build());

        Attainment city = EXACT.probability(plan, "city");
        assertThat(city.exact()).isEmpty();
        // the district never runs out, so the city is as if people came from outside
        double exact = EXACT.distribution(
                        plan.with("city", t -> t.selecting(SelectionCadence.of(number("50"), 2, 2025))), "city", 2035)
                .orElseThrow()
                .probabilityOfAtLeast(285);
        assertThat(city.probability())
                .isCloseTo(exact, within(4 * city.standardError().orElseThrow()));
        assertThat(EXACT.probability(plan, "district").exact()).isEmpty();
    }

    @Test
    void halfPersons_areRefused() {
        assertThatThrownBy(() -> EXACT.probability(
                        plan(1, 2, tier("t", "0.5", "0").target(number("1")).build()), "t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Opening stock of tier t must be whole: 0.5");
        assertThatThrownBy(() -> EXACT.withSimulation(5, 1)).hasMessage("Runs must be 100 to 10000000: 5");
        assertThatThrownBy(() -> EXACT.probability(craftsmen("0"), "craftsmen", 2040))
                .hasMessage("Year must be 2025 to 2035: 2040");
    }

    /** With nothing lost 300 rounds of nobody need 300; with 1% lost the answer is the first that is likely enough. */
    @Test
    void smallestOpeningStock_isTheFirstThatIsEnough() {
        assertThat(EXACT.smallestOpeningStock(craftsmen("0"), "craftsmen", 0.9)).hasValue(0);
        TalentPlan losing = craftsmen("0.01");
        long enough = EXACT.smallestOpeningStock(losing, "craftsmen", 0.9).orElseThrow();

        assertThat(with(losing, enough)).isGreaterThanOrEqualTo(0.9);
        assertThat(with(losing, enough - 1)).isLessThan(0.9);
        assertThat(EXACT.smallestOpeningStock(craftsmen("1"), "craftsmen", 0.9)).isEmpty();
        assertThatThrownBy(() -> EXACT.smallestOpeningStock(losing, "craftsmen", 1))
                .hasMessage("Probability must be above 0 and below 1: 1.0");
    }

    private static double with(TalentPlan plan, long opening) {
        return EXACT.probability(plan.with("craftsmen", t -> t.opening(number(String.valueOf(opening)))), "craftsmen")
                .probability();
    }

    @Test
    void attainment_explainsAndPrints() {
        Attainment attainment = new Attainment(
                "t",
                2035,
                10,
                9.5,
                1.5,
                7,
                12,
                OptionalDouble.of(0.4),
                OptionalDouble.of(0.41),
                OptionalDouble.of(0.02),
                OptionalDouble.of(0.38),
                OptionalDouble.of(0.44));

        assertThat(attainment).hasToString("t, 2035: 0.4 that 10 are reached; 7 to 12 at 90 %");
        assertThat(attainment.explanation().toText(Locale.ENGLISH)).isEqualTo("""
                t, 2035: P(n ≥ 10) = 0.4, the exact distribution
                t, 2035: P(n ≥ 10) ≈ 0.41 ± 0.02 [0.38, 0.44], simulated
                expected number 9.5 ± 1.5
                """);
    }

    /** Nobody leaves, so that as many as the target are enough, up to the most that are looked at. */
    @Test
    void smallestOpeningStock_isLookedForUpToTheMost() {
        for (long target : new long[] {1, 90_000_000, 100_000_000}) {
            TierPlan tier =
                    tier("t", "0", "0").target(BigDecimal.valueOf(target)).build();
            assertThat(EXACT.smallestOpeningStock(plan(1, 2, tier), "t", 0.5)).hasValue(target);
        }
        TierPlan more = tier("t", "0", "0").target(number("100000001")).build();
        assertThat(EXACT.smallestOpeningStock(plan(1, 2, more), "t", 0.5)).isEmpty();
    }

    /** The rule of three: 1 - 0.05^(1/1000); Clopper and Pearson for a share of one half: their table for n = 1000. */
    @Test
    void simulation_noRunReachesTheTarget_mayStillBeSoNowAndThen() {
        TalentPlan plan =
                plan(1, 3, tier("t", "100", "0.5").target(number("90")).build());

        Attainment none = EXACT.withSimulation(1000, 1).probability(plan, "t");
        assertThat(none.simulated()).hasValue(0);
        assertThat(none.simulatedLow()).hasValue(0);
        assertThat(none.simulatedHigh().orElseThrow())
                .isCloseTo(1 - Math.pow(0.05, 1e-3), Percentage.withPercentage(1e-7));

        Attainment all =
                EXACT.withSimulation(1000, 1).probability(plan.with("t", t -> t.opening(number("10000"))), "t");
        assertThat(all.simulated()).hasValue(1);
        assertThat(all.simulatedLow().orElseThrow()).isCloseTo(Math.pow(0.05, 1e-3), Percentage.withPercentage(1e-7));
        assertThat(all.simulatedHigh()).hasValue(1);
    }

    @Test
    void simulation_intervalHoldsTheExactProbability() {
        TalentPlan plan =
                plan(1, 3, tier("t", "100", "0.1").target(number("73")).build());

        Attainment attainment = EXACT.withSimulation(20_000, 7).probability(plan, "t");

        assertThat(attainment.exact().orElseThrow())
                .isBetween(
                        attainment.simulatedLow().orElseThrow(),
                        attainment.simulatedHigh().orElseThrow());
        assertThat(attainment.simulatedHigh().orElseThrow()
                        - attainment.simulatedLow().orElseThrow())
                .isCloseTo(4 * attainment.standardError().orElseThrow(), Percentage.withPercentage(5));
    }

    @Test
    void tooManyPeople_areRefusedByTierAndField() {
        assertThatThrownBy(() -> EXACT.probability(
                        plan(
                                1,
                                3,
                                tier("t", "99999999999", "0.1")
                                        .target(number("9"))
                                        .build()),
                        "t"))
                .hasMessage("Opening stock of tier t must be at most 100000000 for a probability: 99999999999");
        assertThatThrownBy(() -> EXACT.probability(
                        plan(
                                1,
                                3,
                                tier("t", "1", "0.1").target(number("9")).build(),
                                tier("u", "0", "0").intake(number("50000000")).build()),
                        "t"))
                .hasMessage("Intake of tier u, over all years, must be at most 100000000 for a probability: 150000000");
        assertThatThrownBy(() -> EXACT.probability(
                        plan(1, 3, tier("t", "1", "0.1").target(number("1e12")).build()), "t"))
                .hasMessage("Target of tier t must be at most 2147483647 for a probability: 1000000000000");
    }

    /** Nobody of 150 may leave in a year in which nine of ten do. */
    @Test
    void probability_smallerThanTenToTheMinusForty_isNotZero() {
        TalentPlan plan =
                plan(1, 1, tier("t", "150", "0.9").target(number("150")).build());

        assertThat(EXACT.probability(plan, "t").probability()).isCloseTo(1e-150, Percentage.withPercentage(1e-9));
    }

    /** Three tiers, one above the other, in whatever order, and one beside them. */
    @Test
    void leadingTo_followsAllWays() {
        TierPlan low = tier("low", "1", "0").promotesTo("middle").build();
        TierPlan middle = tier("middle", "1", "0")
                .addMoves(TierMove.of("top", number("0.1")))
                .build();
        TierPlan top = tier("top", "1", "0").build();
        TierPlan beside = tier("beside", "1", "0").build();

        assertThat(AttainmentCalculator.leadingTo(plan(1, 1, low, middle, beside, top), "top"))
                .containsExactlyInAnyOrder("low", "middle", "top");
        assertThat(AttainmentCalculator.leadingTo(plan(1, 1, top, middle, low, beside), "middle"))
                .containsExactlyInAnyOrder("low", "middle");
    }

    /** Rounds fed from another tier tie those two tiers, and those that lead to them, but nobody else. */
    @Test
    void tied_areOnlyThoseOfTheRounds() {
        TalentPlan plan = plan(
                1,
                1,
                tier("city", "0", "0")
                        .cadence(SelectionCadence.of(number("1"), 1, 1).fedFrom("district"))
                        .build(),
                tier("district", "5", "0").build(),
                tier("beside", "1", "0.5").target(number("1")).build());

        assertThat(AttainmentCalculator.isTied(plan, "city")).isTrue();
        assertThat(AttainmentCalculator.isTied(plan, "district")).isTrue();
        assertThat(EXACT.probability(plan, "beside").exact()).hasValue(0.5);
    }

    /** One is selected and stays with a probability of a half: the moments of zeros and ones are closed forms of their share. */
    @Test
    void simulation_ofOnePerson_hasTheMomentsOfItsShare() {
        TalentPlan plan = plan(
                1,
                2,
                tier("city", "0", "0.5")
                        .cadence(SelectionCadence.of(number("1"), 9, 1).fedFrom("district"))
                        .target(number("1"))
                        .build(),
                tier("district", "5", "0").build());
        Attainment of = EXACT.withSimulation(1000, 3).probability(plan, "city");
        double share = of.simulated().orElseThrow();

        assertThat(share).isBetween(0.4, 0.6);
        assertThat(of.expected()).isCloseTo(share, within(1e-12));
        assertThat(of.standardDeviation()).isCloseTo(Math.sqrt(share * (1 - share) * 1000 / 999), within(1e-12));
        assertThat(of.low()).isZero();
        assertThat(of.high()).isEqualTo(1);
    }

    /** Who is always fed is as one who comes from outside: the simulated ends are those of the exact distribution, or nearly so. */
    @Test
    void simulation_endsAreThoseOfTheExactDistribution() {
        SelectionCadence rounds = SelectionCadence.of(number("50"), 2, 1);
        TierPlan.Builder city = tier("city", "0", "0.1").target(number("1"));
        TalentPlan fed = plan(
                1,
                5,
                city.cadence(rounds.fedFrom("district")).build(),
                tier("district", "1000", "0").build());
        Attainment exact = EXACT.probability(plan(1, 5, city.cadence(rounds).build()), "city");
        Attainment simulated = EXACT.withSimulation(10_000, 5).probability(fed, "city");

        assertThat(simulated.low()).isBetween(exact.low() - 1, exact.low() + 1);
        assertThat(simulated.high()).isBetween(exact.high() - 1, exact.high() + 1);
    }

    /** Half of 100 go up and all the others down: nobody is left, and those who go down are binomial. */
    @Test
    void simulation_movesGoWhereTheyLead() {
        TalentPlan plan = plan(
                1,
                1,
                tier("t", "100", "0")
                        .promotesTo("up")
                        .promotionRate(number("0.5"))
                        .addMoves(TierMove.of("down", number("0.5")))
                        .target(number("1"))
                        .build(),
                tier("up", "0", "0").target(number("55")).build(),
                tier("down", "0", "0").target(number("52")).build());
        AttainmentCalculator simulating = EXACT.withSimulation(5_000, 2);

        assertThat(simulating.probability(plan, "t").simulated()).hasValue(0);
        for (String tier : List.of("up", "down")) {
            Attainment of = simulating.probability(plan, tier);
            assertThat(of.exact().orElseThrow())
                    .isCloseTo(
                            BinomialDistribution.of(100, 0.5).survivalProbability((int) of.target() - 1),
                            within(1e-12));
            assertThat(of.simulated().orElseThrow())
                    .isCloseTo(
                            of.exact().orElseThrow(),
                            within(4 * of.standardError().orElseThrow()));
        }
    }

    /** Those who come at 58 are there for two years, those of the start do not retire: 10 at the start and 7 of each of two years. */
    @Test
    void simulation_retiresThoseWhoCame() {
        TalentPlan plan = plan(
                1,
                5,
                tier("t", "10", "0")
                        .ages(AgeStructure.of(Map.of(30, number("10")), 58, 60))
                        .intake(number("7"))
                        .target(number("24"))
                        .build());
        AttainmentCalculator simulating = EXACT.withSimulation(100, 1);

        assertThat(simulating.probability(plan, "t").simulated()).hasValue(1);
        assertThat(simulating.probability(plan, "t").exact()).hasValue(1);
        assertThat(simulating
                        .probability(plan.with("t", t -> t.aiming(number("25"), 5)), "t")
                        .simulated())
                .hasValue(0);
    }

    /** One who stays with a half is just enough for a half. */
    @Test
    void smallestOpeningStock_justEnough_isEnough() {
        TalentPlan plan = plan(1, 1, tier("t", "0", "0.5").target(number("1")).build());

        assertThat(EXACT.smallestOpeningStock(plan, "t", 0.5)).hasValue(1);
        assertRefused(() -> EXACT.smallestOpeningStock(plan, "t", 0), "Probability must be above 0 and below 1: 0.0");
    }

    /** 2,147,483,647 people of all tiers, and a target of as many, are the most. */
    @Test
    void mostPeopleAndTarget() {
        TierPlan t = tier("t", "47483646", "0").target(number("2147483647")).build();
        TierPlan[] many = IntStream.range(0, 22)
                .mapToObj(i -> i == 0 ? t : tier("t" + i, "100000000", "0").build())
                .toArray(TierPlan[]::new);

        assertThat(EXACT.probability(plan(1, 1, many).with("t", one -> one.opening(number("47483647"))), "t")
                        .exact())
                .hasValue(0);
        assertRefused(
                () -> EXACT.probability(plan(1, 1, many).with("t", one -> one.opening(number("47483648"))), "t"),
                "People of all tiers and years must be at most 2147483647 for a probability: 2147483648");
    }

    @Test
    void whatHasNoProbability_isRefused() {
        TalentPlan plan = plan(1, 1, tier("t", "0.5", "0").build());
        assertRefused(() -> EXACT.probability(plan, "t"), "Tier must have a target: t");
        assertRefused(() -> EXACT.distribution(plan, "t", 1), "Opening stock of tier t must be whole: 0.5");
    }
}
