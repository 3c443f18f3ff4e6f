package dev.saidao.policy.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.target.Arrival;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StockFlowModelTest {

    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static TierPlan.Builder tier(String id, String opening, String loss) {
        return TierPlan.builder().id(id).openingStock(number(opening)).lossRate(number(loss));
    }

    static TalentPlan plan(int first, int last, TierPlan... tiers) {
        return TalentPlan.builder()
                .firstYear(first)
                .lastYear(last)
                .addTiers(tiers)
                .build();
    }

    /** By hand: 1000 × (1 - 0.9^10). */
    @Test
    void project_constantIntake() {
        TalentPlan plan =
                plan(1, 10, tier("t", "0", "0.1").intake(number("100")).build());

        assertThat(MODEL.project(plan).closing("t", 10)).isEqualByComparingTo("651.3215599");
    }

    /** By hand: (0 + 100) × 0.9, (90 + 100) × 0.9. */
    @Test
    void project_intakeFirst() {
        TalentPlan plan = TalentPlan.builder()
                .firstYear(1)
                .lastYear(2)
                .order(EventOrder.INTAKE_FIRST)
                .addTiers(tier("t", "0", "0.1").intake(number("100")).build())
                .build();

        assertThat(MODEL.project(plan).closing("t", 2)).isEqualByComparingTo("171");
    }

    private static final TierPlan CRAFTSMEN = tier("craftsmen", "0", "0")
            .cadence(SelectionCadence.of(number("50"), 2, 2025))
            .target(number("300"))
            .build();

    @Test
    void project_sixRoundsOfFifty_areThreeHundred() {
        assertThat(MODEL.project(plan(2025, 2035, CRAFTSMEN)).closing("craftsmen", 2035))
                .isEqualByComparingTo("300");
        // from 2026 on there are five, in 2027, 29, … 35
        assertThat(MODEL.project(plan(2026, 2035, CRAFTSMEN)).closing("craftsmen", 2035))
                .isEqualByComparingTo("250");
    }

    /** 50 × (1 + 0.99^2 + … + 0.99^10) with 40 digits by Python's decimal. */
    @Test
    void project_sixRoundsWithLosses() {
        TierPlan losing = tier("craftsmen", "0", "0.01")
                .cadence(SelectionCadence.of(number("50"), 2, 2025))
                .build();

        assertThat(MODEL.project(plan(2025, 2035, losing)).closing("craftsmen", 2035))
                .isEqualByComparingTo("285.46514644188622950050");
    }

    /** By hand, year by year, with exact decimals. */
    @Test
    void project_promotions() {
        TalentPlan plan = plan(
                1,
                3,
                tier("junior", "100", "0.1")
                        .intake(number("20"))
                        .promotesTo("senior")
                        .promotionRate(number("0.2"))
                        .build(),
                tier("senior", "10", "0.05").build());
        StockFlow flow = MODEL.project(plan);

        assertThat(flow.closing("junior", 3)).isEqualByComparingTo("82.0928");
        assertThat(flow.closing("senior", 3)).isEqualByComparingTo("56.07395");
        StockFlow.Row first = flow.row("junior", 1);
        assertThat(first.lost()).isEqualByComparingTo("10");
        assertThat(first.promotedOut()).isEqualByComparingTo("18");
        assertThat(flow.row("senior", 1).promotedIn()).isEqualByComparingTo("18");
    }

    /** 1% of 50 is half a person: one goes every second year. */
    @Test
    void project_wholePersons_carryFractions() {
        TalentPlan plan = plan(1, 4, tier("t", "50", "0.01").build()).with(Counting.WHOLE_PERSONS);
        StockFlow flow = MODEL.project(plan);

        assertThat(flow.rows()).extracting(row -> row.lost().intValueExact()).containsExactly(0, 1, 0, 0);
        assertThat(flow.rows()).extracting(row -> row.closing().intValueExact()).containsExactly(50, 49, 49, 49);
    }

    @Test
    void project_fedSelection_takesNoMoreThanThereAre() {
        TalentPlan plan = plan(
                2025,
                2027,
                tier("city", "0", "0")
                        .cadence(SelectionCadence.of(number("50"), 2, 2025).fedFrom("district"))
                        .build(),
                tier("district", "70", "0").build());
        StockFlow flow = MODEL.project(plan);

        assertThat(flow.row("city", 2025).promotedIn()).isEqualByComparingTo("50");
        assertThat(flow.row("district", 2025).closing()).isEqualByComparingTo("20");
        assertThat(flow.row("city", 2027).promotedIn()).isEqualByComparingTo("20");
        assertThat(flow.row("city", 2027).shortfall()).isEqualByComparingTo("30");
        assertThat(flow.closing("city", 2027)).isEqualByComparingTo("70");
        assertThat(IntakeCalculator.withDefaults().feed(plan, "city"))
                .extracting(IntakeCalculator.FeedRound::isSufficient)
                .containsExactly(true, false);
        assertThat(IntakeCalculator.withDefaults().feed(plan, "city").get(0).available())
                .isEqualByComparingTo("70");
    }

    @Test
    void yearReached_orNeverWithTheCeiling() {
        TierPlan reachable = tier("t", "500", "0.05")
                .intake(number("100"))
                .target(number("1000"))
                .build();
        TierPlan not = tier("t", "500", "0.05")
                .intake(number("40"))
                .target(number("1000"))
                .build();

        // by hand: after 7 years 952.5, after 8 1004.9
        assertThat(MODEL.yearReached(plan(1, 3, reachable), "t")).isEqualTo(Arrival.in(8));
        Arrival never = MODEL.yearReached(plan(1, 3, not), "t");
        assertThat(never.year()).isEmpty();
        // 40 / 0.05, which is never passed
        assertThat(never.ceiling().orElseThrow()).isBetween(number("800"), number("800.0000000001"));
    }

    @Test
    void badPlans_areRefused() {
        assertThatThrownBy(() -> tier("t", "-1", "0").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Opening stock of tier t must be 0 or more: -1");
        assertThatThrownBy(() -> tier("t", "1", "1.5").build())
                .hasMessage("Rate must be 0 to 1, such as 0.03 or 3%: 1.5");
        assertThatThrownBy(
                        () -> tier("t", "1", "0").promotionRate(number("0.1")).build())
                .hasMessage("Tier must name the one it promotes to: t");
        assertThatThrownBy(() -> plan(2030, 2025, CRAFTSMEN))
                .hasMessage("Plan must have 1 to 1000 years: 2030 to 2025");
        assertThatThrownBy(() -> plan(2025, 2035)).hasMessage("Plan must have 1 to 100 tiers: 0");
        assertThatThrownBy(() -> plan(2025, 2035, CRAFTSMEN, CRAFTSMEN))
                .hasMessage("Tier id must be given once: craftsmen");
        assertThatThrownBy(() -> plan(1, 2, tier("t", "1", "0").promotesTo("u").build()))
                .hasMessage("Tier must be part of the plan: u");
        assertThatThrownBy(() -> plan(1, 2, tier("t", "1.5", "0").build()).with(Counting.WHOLE_PERSONS))
                .hasMessage("Opening stock of tier t must be whole: 1.5");
        assertThatThrownBy(() -> SelectionCadence.of(number("50"), 0, 2025))
                .hasMessage("Rounds must be every 1 to 1000 years: 0");
    }

    @Test
    void json_roundTrip_andDefaults() {
        TalentPlan plan = SaidaoJson.read("""
                {"firstYear": 2025, "lastYear": 2035, "tiers": [
                  {"id": "craftsmen", "openingStock": "0", "cadence": {"size": "50", "everyYears": 2, "firstYear": 2025},
                   "target": "300"}]}
                """, TalentPlan.class);

        assertThat(plan).isEqualTo(plan(2025, 2035, CRAFTSMEN));
        assertThat(SaidaoJson.read(SaidaoJson.write(plan), TalentPlan.class)).isEqualTo(plan);
        assertThat(plan.tier("craftsmen").targetYear()).isEqualTo(Optional.empty());
    }

    /** By hand: 2000 years of 1 each, from 2026 on. */
    @Test
    void yearReached_afterMoreThanAThousandYears() {
        TierPlan slow =
                tier("a", "0", "0").intake(number("1")).target(number("2000")).build();

        assertThat(MODEL.yearReached(plan(2026, 2035, slow), "a")).isEqualTo(Arrival.in(4025));
    }

    @Test
    void yearReached_notAsFarAsWasLooked_isNotNever() {
        TierPlan slow = tier("a", "0", "0")
                .intake(number("1"))
                .target(number("1000000000"))
                .build();

        Arrival arrival = MODEL.yearReached(plan(2026, 2035, slow), "a");

        assertThat(arrival).isEqualTo(Arrival.notUntil(202_025, number("200000")));
        assertThat(arrival.isNever()).isFalse();
    }

    /** By hand: half of 1000 stay each year, and never more than at the start. */
    @Test
    void yearReached_fallingStock_isNever() {
        TierPlan falling = tier("a", "1000", "0.5").target(number("2000")).build();

        assertThat(MODEL.yearReached(plan(1, 5, falling), "a")).isEqualTo(Arrival.never(number("500")));
    }

    /** By hand: right after a round of 50 the stock tends to 50 / (1 - 0.9^2). */
    @Test
    void yearReached_cadence_tendsToItsHighestPoint() {
        TierPlan rounds = tier("a", "0", "0.1")
                .cadence(SelectionCadence.of(number("50"), 2, 2025))
                .target(number("264"))
                .build();

        Arrival arrival = MODEL.yearReached(plan(2025, 2035, rounds), "a");

        assertThat(arrival.isNever()).isTrue();
        assertThat(arrival.ceiling().orElseThrow().setScale(6, RoundingMode.HALF_UP))
                .isEqualByComparingTo("263.157895");
    }

    /** By hand: 10 a year at the bottom tend to 100; a tenth of those who stay go up, 9 a year, of whom a fifth leaves: 45. */
    @Test
    void yearReached_promotions_tendToTheirLimit() {
        TierPlan bottom = tier("low", "0", "0.1")
                .intake(number("19"))
                .promotesTo("high")
                .promotionRate(number("0.1"))
                .build();
        TierPlan top = tier("high", "0", "0.2").target(number("60")).build();

        Arrival arrival = MODEL.yearReached(plan(1, 5, bottom, top), "high");

        assertThat(arrival.isNever()).isTrue();
        assertThat(arrival.ceiling().orElseThrow().setScale(6, RoundingMode.HALF_UP))
                .isEqualByComparingTo("45");
    }

    /** Of 10 whole people at 10% one leaves each year and one comes. */
    @Test
    void yearReached_wholePeopleInACircle_isNever() {
        TalentPlan plan = TalentPlan.builder()
                .firstYear(1)
                .lastYear(5)
                .counting(Counting.WHOLE_PERSONS)
                .addTiers(tier("a", "10", "0.1")
                        .intake(number("1"))
                        .target(number("11"))
                        .build())
                .build();

        assertThat(MODEL.yearReached(plan, "a")).isEqualTo(Arrival.never(number("10")));
    }

    /**
     * By hand: with 450 a year, and at most two more for the two ways out, of whom 0.97 × (1 - 0.16 / 3) stay, the stock stays below 452
     * / (1 - 0.97 × (1 - 0.16 / 3)) = 5530.18. The carried fractions of thirds never come round again.
     */
    @Test
    void yearReached_wholePeopleWhoNeverComeRound_isNeverAllTheSame() {
        TierPlan below = tier("below", "5200", "0")
                .lossRate(UncertainRate.parse("triangular(4%, 5%, 7%)"))
                .intake(number("450"))
                .promotesTo("above")
                .promotionRate(number("0.03"))
                .target(number("6500"))
                .build();
        TalentPlan plan = TalentPlan.builder()
                .firstYear(2026)
                .lastYear(2035)
                .counting(Counting.WHOLE_PERSONS)
                .addTiers(below, tier("above", "0", "0.0333333333").build())
                .build();

        Arrival arrival = MODEL.yearReached(plan, "below");

        assertThat(arrival.isNever()).isTrue();
        assertThat(arrival.ceiling().orElseThrow().setScale(1, RoundingMode.HALF_UP))
                .isEqualByComparingTo("5530.2");
        // above, three more for its own way out and the two of the tier below: (0.03 × (1 - 0.16 / 3) × 5530.18 + 3) /
        // 0.0333333333
        Arrival above = MODEL.yearReached(plan.with("above", tier -> tier.aiming(number("6500"), 2035)), "above");
        assertThat(above.ceiling().orElseThrow().setScale(1, RoundingMode.HALF_UP))
                .isEqualByComparingTo("4801.7");
    }

    /** By hand: 900 at the end of the first year, 810 at that of the second. */
    @Test
    void lostIn_isTheYearInWhichItFallsBelow() {
        StockFlow flow = MODEL.project(plan(2026, 2030, tier("a", "1000", "0.1").build()));

        assertThat(flow.lostIn("a", number("900"), 2030)).hasValue(2027);
        assertThat(flow.lostIn("a", number("900"), 2026)).isEmpty();
        assertThat(flow.lostIn("a", number("1000"), 2030)).hasValue(2026);
        assertThat(flow.lostIn("a", number("1001"), 2030)).isEmpty();
        assertThat(flow.lostIn("a", number("1"), 2030)).isEmpty();
    }

    @Test
    void lostIn_reachedAgain_isNotLost() {
        StockFlow flow = MODEL.project(plan(
                2026,
                2028,
                tier("a", "100", "0.5").putIntakeByYear(2028, number("100")).build()));

        assertThat(flow.lostIn("a", number("90"), 2027)).hasValue(2026);
        assertThat(flow.lostIn("a", number("90"), 2028)).isEmpty();
    }

    @Test
    void intakeOutsideThePlan_isRefused() {
        assertThatThrownBy(() -> plan(
                        2026,
                        2035,
                        tier("a", "0", "0").putIntakeByYear(2050, number("5")).build()))
                .hasMessage("Year of the intake of tier a must be 2026 to 2035: 2050");
    }

    @Test
    void until_leavesOutWhatComesLater() {
        TalentPlan plan = plan(
                2026,
                2035,
                tier("a", "0", "0").putIntakeByYear(2034, number("5")).build());

        assertThat(plan.until(2030).tier("a").intakeByYear()).isEmpty();
        assertThat(plan.until(2040).tier("a").intakeByYear()).containsOnlyKeys(2034);
    }

    /** One line of a table of what does not fit. */
    static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void whatIsNotThere_isRefused() {
        TalentPlan plan = plan(2026, 2027, tier("a", "1", "0").build());

        assertRefused(() -> MODEL.yearReached(plan, "a"), "Tier must have a target: a");
        assertRefused(() -> MODEL.project(plan).row("a", 2028), "Row must be there: a, 2028");
    }

    @Test
    void conventions_nameTheOrderOfEvents() {
        assertThat(EventOrder.INTAKE_FIRST.convention().id()).isEqualTo("events.intake-first");
        assertThat(EventOrder.LOSS_FIRST.convention().text().en()).startsWith("losses are taken off the opening stock");
    }

    /** By hand: of every round nobody is left a year later, so that the stock is 10 in 2026 and 50 in 2028. */
    @Test
    void yearReached_nobodyIsLeftInBetween_isReached() {
        TierPlan rounds = tier("a", "0", "1")
                .cadence(SelectionCadence.of(number("50"), 2, 2026).withSizes(Map.of(2026, number("10"))))
                .target(number("40"))
                .build();

        assertThat(MODEL.yearReached(plan(2026, 2035, rounds), "a")).isEqualTo(Arrival.in(2028));
    }

    /** By hand: nobody comes until the last year that is named. */
    @Test
    void yearReached_waitsForTheYearsThatAreNamed() {
        TierPlan.Builder late = tier("a", "0", "0").putIntakeByYear(2030, number("100"));

        assertThat(MODEL.yearReached(plan(2026, 2030, late.target(number("100")).build()), "a"))
                .isEqualTo(Arrival.in(2030));
        assertThat(MODEL.yearReached(plan(2026, 2030, late.target(number("101")).build()), "a"))
                .isEqualTo(Arrival.never(number("100")));
    }

    /** By hand: 35 years of 5 each, from 25 to 59. */
    @Test
    void yearReached_untilTheFirstRetire_isNeverMore() {
        TierPlan aged = tier("a", "0", "0")
                .ages(AgeStructure.of(Map.of(), 25, 60))
                .intake(number("5"))
                .target(number("176"))
                .build();

        assertThat(MODEL.yearReached(plan(2026, 2030, aged), "a")).isEqualTo(Arrival.never(number("175")));
    }

    /** With two tiers half as many years are looked at. */
    @Test
    void yearReached_ofTwoTiers_looksAtHalfAsManyYears() {
        TierPlan slow = tier("a", "0", "0")
                .intake(number("1"))
                .target(number("1000000000"))
                .build();

        assertThat(MODEL.yearReached(plan(2026, 2035, slow, tier("b", "0", "0").build()), "a"))
                .isEqualTo(Arrival.notUntil(102_025, number("100000")));
    }

    /** By hand: 90, 72.2 and 75.6 at first, but with 110 below in the end there will be 99, and 95.6 at the end of the seventh year. */
    @Test
    void yearReached_fallingAtFirst_isReachedLater() {
        TierPlan bottom = tier("low", "0", "0.1")
                .intake(number("60.5"))
                .promotesTo("high")
                .promotionRate(number("0.5"))
                .build();
        TierPlan top = tier("high", "180", "0.5").target(number("95")).build();

        assertThat(MODEL.yearReached(plan(1, 5, bottom, top), "high")).isEqualTo(Arrival.in(7));
    }
}
