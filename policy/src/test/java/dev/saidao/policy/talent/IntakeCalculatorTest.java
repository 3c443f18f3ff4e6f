package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.plan;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases derived by hand with exact arithmetic; digits beyond ten by Python's decimal. */
class IntakeCalculatorTest {

    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();
    private static final SelectionCadence BIENNIAL = SelectionCadence.of(BigDecimal.ZERO, 2, 2025);

    private static Operand persons(long number) {
        return Operand.of(Count.of(number, "persons"));
    }

    private static Operand loss(String rate) {
        return Operand.of(Share.of(number(rate)));
    }

    private static BigDecimal point(Derived<BoundedQuantity> derived) {
        return derived.value().point().orElseThrow();
    }

    @Test
    void constantIntake_ofTheHandCase() {
        var intake = INTAKE.constantIntake(persons(500), persons(1000), loss("0.05"), 10);

        assertThat(point(intake)).isCloseTo(number("87.30326796727442"), within(number("1e-13")));
        assertThat(intake.derivation().toText(Locale.ENGLISH))
                .contains("intake = (target - opening × s^years) / Σ s^k", "opening = 500 persons", "loss = 5%");
    }

    @Test
    void constantIntake_peopleFirst() {
        assertThat(point(INTAKE.with(EventOrder.INTAKE_FIRST)
                        .constantIntake(persons(500), persons(1000), loss("0.05"), 10)))
                .isCloseTo(number("91.89817680765729"), within(number("1e-13")));
    }

    @Test
    void constantIntake_withoutLosses_isTheGrowthDividedByTheYears() {
        assertThat(point(INTAKE.constantIntake(persons(500), persons(1000), loss("0"), 10)))
                .isEqualByComparingTo("50");
    }

    @Test
    void constantIntake_enoughIsThere_isNone() {
        assertThat(point(INTAKE.constantIntake(persons(2000), persons(100), loss("0.05"), 10)))
                .isEqualByComparingTo("0");
    }

    @Test
    void terminalIntake() {
        assertThat(point(INTAKE.terminalIntake(persons(500), persons(1000), loss("0.05"), 10)))
                .isEqualByComparingTo("700.63153038081054687500");
    }

    @Test
    void linearIntake_isGrowthAndReplacement() {
        List<IntakeCalculator.PathYear> path = INTAKE.linearIntake(number("500"), number("1000"), number("0.05"), 10);

        assertThat(path)
                .extracting(IntakeCalculator.PathYear::growth)
                .allMatch(growth -> growth.compareTo(number("50")) == 0);
        assertThat(path.get(0).replacement()).isEqualByComparingTo("25");
        assertThat(path.get(9).replacement()).isEqualByComparingTo("47.5");
        assertThat(path.stream().map(IntakeCalculator.PathYear::intake).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("862.5");
        assertThatThrownBy(() -> INTAKE.linearIntake(number("5"), number("4"), BigDecimal.ZERO, 1))
                .hasMessage("Target must be at least the opening stock, which must be 0 or more: 4 after 5");
    }

    @Test
    void cadence_ofTheDossier() {
        assertThat(point(INTAKE.expectedStock(persons(0), persons(50), loss("0"), BIENNIAL, 2025, 2035)))
                .isEqualByComparingTo("300");
        assertThat(point(INTAKE.expectedStock(persons(0), persons(50), loss("0.01"), BIENNIAL, 2025, 2035)))
                .isEqualByComparingTo("285.46514644188622950050");
        assertThat(point(INTAKE.roundSize(persons(0), persons(300), loss("0.01"), BIENNIAL, 2025, 2035)))
                .isCloseTo(number("52.54581929515390308156856821824"), within(number("1e-26")));
        assertThat(point(INTAKE.openingStock(persons(300), persons(50), loss("0.01"), BIENNIAL, 2025, 2035)))
                .isCloseTo(number("16.23392442909491420102083668545"), within(number("1e-26")));
        // five rounds leave 50 to an opening stock
        assertThat(point(INTAKE.openingStock(persons(300), persons(50), loss("0"), BIENNIAL, 2026, 2035)))
                .isEqualByComparingTo("50");
    }

    /** "About 50" as 45 to 55: 270 to 330. */
    @Test
    void cadence_onBounds() {
        Operand about50 = Operand.of(
                BoundedQuantity.of(Unit.count("persons"), Bounds.closed(number("45"), number("55")), number("50")));

        BoundedQuantity stock = INTAKE.expectedStock(persons(0), about50, loss("0"), BIENNIAL, 2025, 2035)
                .value();
        assertThat(stock.bounds()).isEqualTo(Bounds.closed(number("270"), number("330")));
        assertThat(stock.point()).contains(number("300"));
    }

    @Test
    void roundSize_withoutRounds_isImpossible() {
        assertThat(INTAKE.roundSize(persons(0), persons(300), loss("0"), BIENNIAL, 2020, 2024)
                        .value()
                        .bounds())
                .isEqualTo(Bounds.empty());
    }

    @Test
    void plan_requiredIntake_throughPromotions() {
        TalentPlan plan = plan(
                1,
                3,
                tier("junior", "100", "0.1")
                        .intake(number("7"))
                        .promotesTo("senior")
                        .promotionRate(number("0.2"))
                        .build(),
                tier("senior", "10", "0.05").target(number("56.07395")).build());

        // without any intake of its own the seniors of the hand case come from 20 juniors a year
        TalentPlan fed = plan.with("junior", t -> t.recruiting(number("20")));
        assertThat(INTAKE.requiredIntake(fed, "senior"))
                .hasValueSatisfying(none -> assertThat(none.number()).isEqualByComparingTo("0"));
        assertThat(INTAKE.requiredIntake(plan, "senior").orElseThrow().number()).isPositive();
    }

    @Test
    void plan_requiredWhole_isTheSmallestThatReaches() {
        TalentPlan plan =
                plan(1, 10, tier("t", "500", "0.05").target(number("1000")).build());
        BigDecimal intake = INTAKE.requiredWholeIntake(plan, "t").orElseThrow().number();

        assertThat(intake).isBetween(number("87"), number("88"));
        assertThat(closing(plan, intake)).isGreaterThanOrEqualTo(number("1000"));
        assertThat(closing(plan, intake.subtract(BigDecimal.ONE))).isLessThan(number("1000"));
    }

    private static BigDecimal closing(TalentPlan plan, BigDecimal intake) {
        return StockFlowModel.withDefaults()
                .project(plan.with("t", t -> t.recruiting(intake)).with(Counting.WHOLE_PERSONS))
                .closing("t", 10);
    }

    @Test
    void plan_requiredRoundSize() {
        TalentPlan plan = plan(
                2025,
                2035,
                tier("t", "0", "0.01")
                        .cadence(SelectionCadence.of(number("50"), 2, 2025))
                        .target(number("300"))
                        .build());

        assertThat(INTAKE.requiredRoundSize(plan, "t").orElseThrow().number())
                .isCloseTo(number("52.54581929515390308156856821824"), within(number("1e-26")));
        assertThat(INTAKE.requiredWholeRoundSize(plan, "t").orElseThrow().number())
                .isBetween(number("52"), number("53"));
        assertThatThrownBy(() -> INTAKE.requiredIntake(
                        plan.with("t", t -> tier("t", "1", "0").build()), "t"))
                .hasMessage("Tier must have a target: t");
    }

    /** A tier that loses everybody before people are counted cannot be filled. */
    @Test
    void plan_noIntakeHelps_isAbsent() {
        TalentPlan plan = TalentPlan.builder()
                .firstYear(1)
                .lastYear(2)
                .order(EventOrder.INTAKE_FIRST)
                .addTiers(tier("t", "0", "1").target(number("5")).build())
                .build();

        assertThat(INTAKE.requiredIntake(plan, "t")).isEmpty();
        assertThat(INTAKE.requiredWholeIntake(plan, "t")).isEmpty();
    }

    /** Of what the city selects five go on to the nation every second year, but never more than there are. */
    @Test
    void plan_requiredRoundSize_ofATierThatFeedsAnother() {
        TalentPlan plan = plan(
                2025,
                2035,
                tier("nation", "0", "0")
                        .cadence(SelectionCadence.of(number("5"), 2, 2026).fedFrom("city"))
                        .build(),
                tier("city", "0", "0")
                        .cadence(SelectionCadence.of(number("50"), 2, 2025))
                        .target(number("300"))
                        .build());

        // six rounds less five times five: (300 + 25) / 6
        assertThat(INTAKE.requiredRoundSize(plan, "city").orElseThrow().number())
                .isCloseTo(number("54.1666666666666666666667"), within(number("1e-20")));
        assertThat(INTAKE.requiredWholeRoundSize(plan, "city").orElseThrow().number())
                .isEqualByComparingTo("55");
        // a single round of 2, of which the nation takes what it can get
        TalentPlan few = plan.with(
                "city",
                t -> tier("city", "0", "0")
                        .cadence(SelectionCadence.of(number("2"), 100, 2025))
                        .target(number("3"))
                        .build());
        assertThat(INTAKE.requiredRoundSize(few, "city").orElseThrow().number())
                .isCloseTo(number("28"), within(number("1e-20")));
    }

    /** 0 to 300 in two years without losses takes 150 a year. */
    @Test
    void plan_required_explainsPrintsAndExports() {
        TalentPlan plan =
                plan(2025, 2026, tier("t", "0", "0").target(number("300")).build());
        RequiredIntake required = INTAKE.requiredWholeIntake(plan, "t").orElseThrow();

        assertThat(required)
                .isEqualTo(new RequiredIntake(
                        "t", number("300"), 2026, false, Counting.WHOLE_PERSONS, number("150"), number("300")));
        assertThat(required).hasToString("t: 150 each year, for 300 at the end of 2026");
        assertThat(required.explanation().toText(Locale.ENGLISH))
                .startsWith("the least intake of each year of t that leads to 300 at the end of 2026: 150\n"
                        + "the plan with it comes to 300 at the end of 2026\nnote: ");
        assertThat(SaidaoJson.read(SaidaoJson.write(required), RequiredIntake.class))
                .isEqualTo(required);
    }

    /** What is required of a plan that counts whole people is an expected number, and the next whole one that does. */
    @Test
    void requiredNumbers_ofWholePeople_mayBeFractions() {
        TalentPlan plan = plan(
                        2025,
                        2035,
                        tier("city", "0", "0.01")
                                .cadence(SelectionCadence.of(number("50"), 2, 2025))
                                .target(number("300"))
                                .build())
                .with(Counting.WHOLE_PERSONS);

        IntakeCalculator calculator = IntakeCalculator.withDefaults();

        // by hand: 300 / (1 + 0.99^2 + … + 0.99^10)
        assertThat(calculator
                        .requiredRoundSize(plan, "city")
                        .orElseThrow()
                        .number()
                        .doubleValue())
                .isCloseTo(52.54581, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(calculator.requiredWholeRoundSize(plan, "city").orElseThrow().number())
                .isEqualByComparingTo("53");
        assertThat(calculator.requiredIntake(plan, "city").orElseThrow().counting())
                .isEqualTo(Counting.EXPECTATION);
    }

    /** By hand: of 100 half stay each year; a round of 10 in the first of two years leaves 5. */
    @Test
    void cadence_onAnOpeningStock() {
        SelectionCadence first = SelectionCadence.of(BigDecimal.ZERO, 9, 2025);

        assertThat(point(INTAKE.roundSize(persons(100), persons(30), loss("0.5"), first, 2025, 2026)))
                .isEqualByComparingTo("10");
        assertThat(point(INTAKE.expectedStock(persons(100), persons(10), loss("0.5"), first, 2025, 2026)))
                .isEqualByComparingTo("30");
        assertThat(point(INTAKE.openingStock(persons(30), persons(10), loss("0.5"), first, 2025, 2026)))
                .isEqualByComparingTo("100");
        // in a single year nobody of the round is lost, unless people come first
        assertThat(point(INTAKE.roundSize(persons(100), persons(60), loss("0.5"), first, 2025, 2025)))
                .isEqualByComparingTo("10");
        assertThat(point(INTAKE.with(EventOrder.INTAKE_FIRST)
                        .roundSize(persons(100), persons(60), loss("0.5"), first, 2025, 2025)))
                .isEqualByComparingTo("20");
        assertThat(point(
                        INTAKE.with(EventOrder.INTAKE_FIRST).terminalIntake(persons(100), persons(60), loss("0.5"), 1)))
                .isEqualByComparingTo("20");
    }

    @Test
    void operandsThatDoNotFit_areRefused() {
        Operand none = persons(0);
        Operand half = loss("0.5");
        String years = "Years must be 1 to 1000: ";
        assertRefused(() -> INTAKE.constantIntake(none, none, half, 0), years + "0");
        assertRefused(() -> INTAKE.terminalIntake(none, none, half, 1001), years + "1001");
        assertRefused(() -> INTAKE.roundSize(none, none, half, BIENNIAL, 2025, 2024), years + "0");
        assertRefused(() -> INTAKE.expectedStock(none, none, half, BIENNIAL, 1001, 2001), years + "1001");
        assertRefused(() -> INTAKE.openingStock(none, none, half, BIENNIAL, 2025, 2023), years + "-1");
        assertRefused(() -> INTAKE.linearIntake(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO, 0), years + "0");
        assertRefused(() -> INTAKE.constantIntake(half, half, half, 1), "Stock must be of kind count: ratio");
        assertRefused(() -> INTAKE.constantIntake(none, none, none, 1), "Loss must be of kind share: persons");
        assertThatThrownBy(() -> INTAKE.constantIntake(none, Operand.of(Count.of(1, "teams")), half, 1))
                .isInstanceOf(UnitMismatchException.class);
    }

    /** By hand, at the ends of what is admitted: nobody at the start, no growth, no losses, all lost. */
    @Test
    void linearIntake_atTheEnds() {
        assertThat(INTAKE.linearIntake(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 1))
                .containsExactly(new IntakeCalculator.PathYear(1, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(INTAKE.linearIntake(number("7"), number("7"), BigDecimal.ONE, 1))
                .containsExactly(new IntakeCalculator.PathYear(1, number("7"), BigDecimal.ZERO, number("7")));
        // 20 come, then half of them leave
        assertThat(INTAKE.with(EventOrder.INTAKE_FIRST).linearIntake(BigDecimal.ZERO, BigDecimal.TEN, number("0.5"), 1))
                .containsExactly(new IntakeCalculator.PathYear(1, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN));
        String loss = "Loss must be 0 to 1, and below 1 if people come first: ";
        assertRefused(() -> INTAKE.linearIntake(BigDecimal.ONE, BigDecimal.ONE, number("-0.1"), 1), loss + "-0.1");
        assertRefused(() -> INTAKE.linearIntake(BigDecimal.ONE, BigDecimal.ONE, number("1.1"), 1), loss + "1.1");
        assertRefused(
                () -> INTAKE.with(EventOrder.INTAKE_FIRST)
                        .linearIntake(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, 1),
                loss + "1");
        assertRefused(
                () -> INTAKE.linearIntake(number("-1"), BigDecimal.ONE, BigDecimal.ZERO, 1),
                "Target must be at least the opening stock, which must be 0 or more: 1 after -1");
    }

    /** Of 70 in the district 50 are selected, whichever comes first; a tenth of the others leaves. */
    @Test
    void feed_isWhatWasThereToBeSelected() {
        TalentPlan plan = TalentPlan.builder()
                .from(plan(
                        2025,
                        2026,
                        tier("city", "0", "0")
                                .cadence(SelectionCadence.of(number("50"), 2, 2025)
                                        .fedFrom("district"))
                                .build(),
                        tier("district", "70", "0.1").build()))
                .order(EventOrder.INTAKE_FIRST)
                .build();

        assertThat(INTAKE.feed(plan, "city"))
                .containsExactly(new IntakeCalculator.FeedRound(2025, number("50"), number("70")));
        assertRefused(() -> INTAKE.feed(plan, "district"), "Tier must have a cadence: district");
        TalentPlan unfed = plan.with("city", t -> t.selecting(BIENNIAL));
        assertRefused(() -> INTAKE.feed(unfed, "city"), "Tier must be fed from another: city");
    }

    @Test
    void feedRound_isAShareOfThoseThere() {
        IntakeCalculator.FeedRound all = new IntakeCalculator.FeedRound(2025, number("5"), number("5"));
        assertThat(all.isSufficient()).isTrue();
        assertThat(all.share()).hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("1"));
        assertThat(new IntakeCalculator.FeedRound(2025, number("5"), number("20"))
                        .share()
                        .orElseThrow())
                .isEqualByComparingTo("0.25");
        assertThat(new IntakeCalculator.FeedRound(2025, number("5"), number("0")).share())
                .isEqualTo(Optional.empty());
    }

    /** By hand: 0.9 leave for each of two reasons, so that 2.8 are expected to be needed; of whole people nobody leaves yet, and 1 is. */
    @Test
    void requiredWholeIntake_mayBeLessThanExpected() {
        TalentPlan plan = plan(
                1,
                1,
                tier("t", "9", "0")
                        .addLosses(LossReason.of("a", number("0.1")), LossReason.of("b", number("0.1")))
                        .target(number("10"))
                        .build());

        assertThat(INTAKE.requiredIntake(plan, "t").orElseThrow().number()).isEqualByComparingTo("2.8");
        assertThat(INTAKE.requiredWholeIntake(plan, "t").orElseThrow().number()).isEqualByComparingTo("1");
        assertRefused(() -> INTAKE.requiredRoundSize(plan, "t"), "Tier must have a cadence: t");
    }

    @Test
    void requiredRoundSize_explainsInBothLanguages() {
        TalentPlan plan = plan(
                2025,
                2026,
                tier("t", "0", "0").cadence(BIENNIAL).target(number("30")).build());
        RequiredIntake required = INTAKE.requiredRoundSize(plan, "t").orElseThrow();

        assertThat(required).hasToString("t: 30 each round, for 30 at the end of 2026");
        assertThat(required.explanation().toText(Locale.ENGLISH)).startsWith("the least size of each round of t that");
        assertThat(required.explanation().toText(Locale.CHINESE)).contains("所需的每批人数:30");
    }
}
