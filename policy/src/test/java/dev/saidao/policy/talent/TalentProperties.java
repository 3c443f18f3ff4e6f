package dev.saidao.policy.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Share;
import dev.saidao.policy.target.Arrival;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class TalentProperties {

    private static final StockFlowModel MODEL = StockFlowModel.withDefaults();
    private static final IntakeCalculator INTAKE = IntakeCalculator.withDefaults();
    private static final AttainmentCalculator ATTAINMENT = AttainmentCalculator.withDefaults();

    private static BigDecimal hundredths(int number) {
        return BigDecimal.valueOf(number, 2);
    }

    /** Two tiers, one below the other, with all that a plan can have. */
    @Provide
    Arbitrary<TalentPlan> plans() {
        Arbitrary<Integer> share = Arbitraries.integers().between(0, 60);
        Arbitrary<Integer> people = Arbitraries.integers().between(0, 400);
        Arbitrary<TierPlan> below = Combinators.combine(people, share, people, share)
                .as((opening, loss, intake, promotion) -> TierPlan.builder()
                        .id("below")
                        .openingStock(BigDecimal.valueOf(opening))
                        .lossRate(hundredths(loss))
                        .intake(BigDecimal.valueOf(intake))
                        .promotesTo("above")
                        .promotionRate(hundredths(promotion))
                        .build());
        Arbitrary<TierPlan> above = Combinators.combine(
                        people,
                        share,
                        people,
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(true, false),
                        people)
                .as((opening, loss, size, every, fed, target) -> {
                    SelectionCadence cadence = SelectionCadence.of(BigDecimal.valueOf(size), every, 2025);
                    return TierPlan.builder()
                            .id("above")
                            .openingStock(BigDecimal.valueOf(opening))
                            .lossRate(hundredths(loss))
                            .cadence(fed ? cadence.fedFrom("below") : cadence)
                            .target(BigDecimal.valueOf(target))
                            .build();
                });
        return Combinators.combine(
                        above,
                        below,
                        Arbitraries.of(EventOrder.class),
                        Arbitraries.of(Counting.class),
                        Arbitraries.integers().between(2025, 2036))
                .as((a, b, order, counting, last) -> TalentPlan.builder()
                        .firstYear(2025)
                        .lastYear(last)
                        .order(order)
                        .counting(counting)
                        .addTiers(a, b)
                        .build());
    }

    private static void assertBalanced(StockFlow.Row row) {
        assertThat(row.opening()
                        .add(row.recruited())
                        .add(row.promotedIn())
                        .subtract(row.lost())
                        .subtract(row.promotedOut()))
                .isEqualByComparingTo(row.closing());
    }

    /** What is said to be never passed is not passed in the years that can be looked at, and what is reached is reached then. */
    @Property(tries = 200)
    void yearReached_isSo(@ForAll("plans") TalentPlan plan) {
        Arrival arrival = MODEL.yearReached(plan, "above");
        TalentPlan longer = TalentPlan.builder()
                .from(plan)
                .lastYear(Math.max(plan.lastYear(), arrival.year().orElse(2325)))
                .build();
        BigDecimal target = plan.tier("above").target().orElseThrow();
        for (StockFlow.Row row : MODEL.project(longer).rows()) {
            if (row.tier().equals("above") && arrival.year().isEmpty()) {
                assertThat(row.closing())
                        .isLessThan(target)
                        .isLessThanOrEqualTo(arrival.ceiling().orElseThrow());
            } else if (row.tier().equals("above")
                    && row.year() <= arrival.year().orElseThrow()) {
                assertThat(row.closing().compareTo(target) >= 0)
                        .isEqualTo(row.year() == arrival.year().orElseThrow());
            }
        }
    }

    /** opening + in - out = closing, exactly, in every year and tier; nobody is made or lost between tiers or years. */
    @Property(tries = 300)
    void stocksAndFlows_balance(@ForAll("plans") TalentPlan plan) {
        StockFlow flow = MODEL.project(plan);
        for (StockFlow.Row row : flow.rows()) {
            assertBalanced(row);
            assertThat(row.closing().signum()).isNotNegative();
            if (row.year() > plan.firstYear()) {
                assertThat(row.opening()).isEqualByComparingTo(flow.closing(row.tier(), row.year() - 1));
            }
            if (plan.counting() == Counting.WHOLE_PERSONS) {
                assertThat(List.of(row.opening(), row.recruited(), row.promotedIn(), row.lost(), row.promotedOut()))
                        .allMatch(number -> number.stripTrailingZeros().scale() <= 0);
            }
        }
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            assertThat(flow.row("above", year)
                            .promotedIn()
                            .add(flow.row("below", year).promotedIn()))
                    .isEqualByComparingTo(flow.row("above", year)
                            .promotedOut()
                            .add(flow.row("below", year).promotedOut()));
        }
    }

    /** Over the years as many whole people leave as are expected to, but for less than one and what follows from it. */
    @Property(tries = 200)
    void wholePersons_followTheExpectation(
            @ForAll @IntRange(max = 5_000) int opening, @ForAll @IntRange(max = 40) int loss) {
        TalentPlan plan = TalentPlan.builder()
                .firstYear(1)
                .lastYear(20)
                .addTiers(TierPlan.builder()
                        .id("t")
                        .openingStock(BigDecimal.valueOf(opening))
                        .lossRate(hundredths(loss))
                        .build())
                .build();
        for (int year = 1; year <= 20; year++) {
            BigDecimal whole = MODEL.project(plan.with(Counting.WHOLE_PERSONS)).closing("t", year);
            BigDecimal expected = MODEL.project(plan).closing("t", year);
            assertThat(whole.subtract(expected).abs()).isLessThan(BigDecimal.ONE);
        }
    }

    /** What is required, fed back, reaches the target; one less does not. */
    @Property(tries = 200)
    void requiredIntake_fedBack_reachesTheTarget(
            @ForAll @IntRange(max = 1_000) int opening,
            @ForAll @IntRange(max = 3_000) int target,
            @ForAll @IntRange(max = 50) int loss,
            @ForAll @IntRange(min = 1, max = 20) int years,
            @ForAll EventOrder order) {
        TalentPlan plan = TalentPlan.builder()
                .firstYear(2025)
                .lastYear(2024 + years)
                .order(order)
                .addTiers(TierPlan.builder()
                        .id("t")
                        .openingStock(BigDecimal.valueOf(opening))
                        .lossRate(hundredths(loss))
                        .target(BigDecimal.valueOf(target))
                        .build())
                .build();
        BigDecimal required = INTAKE.requiredIntake(plan, "t").orElseThrow().number();
        BigDecimal reached =
                MODEL.project(plan.with("t", t -> t.recruiting(required))).closing("t", 2024 + years);
        if (required.signum() > 0) {
            assertThat(reached.subtract(BigDecimal.valueOf(target)).abs()).isLessThan(new BigDecimal("1e-20"));
        } else {
            assertThat(reached).isGreaterThanOrEqualTo(BigDecimal.valueOf(target));
        }
        BigDecimal whole = INTAKE.requiredWholeIntake(plan, "t").orElseThrow().number();
        assertThat(MODEL.project(plan.with("t", t -> t.recruiting(whole)).with(Counting.WHOLE_PERSONS))
                        .closing("t", 2024 + years))
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(target));
        assertThat(whole.subtract(required).abs()).isLessThanOrEqualTo(BigDecimal.valueOf(2));
    }

    /** The closed form and the solver of plans are two ways to one number. */
    @Property(tries = 200)
    void closedForm_agreesWithTheModel(
            @ForAll @BigRange(min = "0", max = "1000") @Scale(1) BigDecimal opening,
            @ForAll @BigRange(min = "1000", max = "2000") @Scale(1) BigDecimal target,
            @ForAll @IntRange(max = 99) int loss,
            @ForAll @IntRange(min = 1, max = 30) int years,
            @ForAll EventOrder order) {
        TalentPlan plan = TalentPlan.builder()
                .firstYear(1)
                .lastYear(years)
                .order(order)
                .addTiers(TierPlan.builder()
                        .id("t")
                        .openingStock(opening)
                        .lossRate(hundredths(loss))
                        .target(target)
                        .build())
                .build();
        BigDecimal closed = INTAKE.with(order)
                .constantIntake(persons(opening), persons(target), share(loss), years)
                .value()
                .point()
                .orElseThrow();

        BigDecimal solved = INTAKE.requiredIntake(plan, "t").orElseThrow().number();
        assertThat(closed.subtract(solved).abs()).isLessThan(new BigDecimal("1e-20").multiply(target));
    }

    private static Operand persons(BigDecimal number) {
        return Operand.of(Count.of(number, "persons"));
    }

    private static Operand share(int loss) {
        return Operand.of(Share.of(hundredths(loss)));
    }

    /** The probability rises with intake and falls with losses; the expectation is that of the model. */
    @Property(tries = 150)
    void probability_isMonotone(
            @ForAll @IntRange(max = 300) int opening,
            @ForAll @IntRange(max = 60) int intake,
            @ForAll @IntRange(max = 40) int more,
            @ForAll @IntRange(max = 40) int loss,
            @ForAll @IntRange(max = 40) int worse,
            @ForAll @IntRange(min = 1, max = 600) int target) {
        double base = probability(opening, intake, loss, target).probability();

        assertThat(probability(opening, intake + more, loss, target).probability())
                .isGreaterThanOrEqualTo(base - 1e-12);
        assertThat(probability(opening, intake, loss + worse, target).probability())
                .isLessThanOrEqualTo(base + 1e-12);
        assertThat(probability(opening, intake, loss, target).expected())
                .isCloseTo(
                        MODEL.project(plan(opening, intake, loss, target))
                                .closing("t", 2030)
                                .doubleValue(),
                        within(1e-9));
    }

    private static Attainment probability(int opening, int intake, int loss, int target) {
        return ATTAINMENT.probability(plan(opening, intake, loss, target), "t");
    }

    private static TalentPlan plan(int opening, int intake, int loss, int target) {
        return TalentPlan.builder()
                .firstYear(2025)
                .lastYear(2030)
                .addTiers(TierPlan.builder()
                        .id("t")
                        .openingStock(BigDecimal.valueOf(opening))
                        .intake(BigDecimal.valueOf(intake))
                        .lossRate(hundredths(loss))
                        .target(BigDecimal.valueOf(target))
                        .build())
                .build();
    }

    /** All probabilities make 1, and the mean of the distribution is the sum of those of the trials. */
    @Property(tries = 200)
    void poissonBinomial_isADistribution(
            @ForAll @Size(max = 300) List<@DoubleRange(min = 0, max = 1) Double> probabilities) {
        PoissonBinomial sum = PoissonBinomial.of(
                probabilities.stream().mapToDouble(Double::doubleValue).toArray());
        double total = 0;
        double mean = 0;
        for (int k = 0; k <= sum.trials(); k++) {
            total += sum.probability(k);
            mean += k * sum.probability(k);
        }
        assertThat(total).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(sum.mean(), within(1e-9));
    }

    /** A plan whose people all know their age. */
    private static TalentPlan both(TalentPlan plan, int retirementAge) {
        return TalentPlan.builder()
                .from(plan)
                .tiers(plan.tiers().stream()
                        .map(tier -> {
                            BigDecimal half = tier.openingStock().divideToIntegralValue(BigDecimal.valueOf(2));
                            BigDecimal rest = tier.openingStock().subtract(half);
                            return TierPlan.builder()
                                    .from(tier)
                                    .ages(AgeStructure.of(Map.of(30, half, 41, rest), 25, retirementAge))
                                    .build();
                        })
                        .toList())
                .build();
    }

    /** Who retires only long after the plan does not matter to it. */
    @Property(tries = 100)
    void ages_ofThoseWhoDoNotRetire_changeNothing(@ForAll("plans") TalentPlan plan) {
        TalentPlan aged = both(plan, 150);
        StockFlow expected = MODEL.project(plan.with(Counting.EXPECTATION));
        StockFlow expectedOfAged = MODEL.project(aged.with(Counting.EXPECTATION));
        StockFlow whole = MODEL.project(plan.with(Counting.WHOLE_PERSONS));
        StockFlow wholeOfAged = MODEL.project(aged.with(Counting.WHOLE_PERSONS));

        for (int i = 0; i < expected.rows().size(); i++) {
            assertThat(expectedOfAged.rows().get(i).closing())
                    .isCloseTo(expected.rows().get(i).closing(), within(new BigDecimal("1e-20")));
            assertThat(wholeOfAged.rows().get(i).closing())
                    .isEqualByComparingTo(whole.rows().get(i).closing());
        }
    }

    /** The expected number of the distribution, which knows single people, is that of the projection, which knows stocks. */
    @Property(tries = 100)
    void ages_expectedNumber_isTheClosingStock(
            @ForAll("plans") TalentPlan plan, @ForAll @IntRange(min = 42, max = 60) int retirementAge) {
        TalentPlan aged = both(plan, retirementAge).with(Counting.EXPECTATION);
        int year = plan.lastYear();

        ATTAINMENT
                .distribution(aged, "above", year)
                .ifPresent(distribution -> assertThat(distribution.mean())
                        .isCloseTo(MODEL.project(aged).closing("above", year).doubleValue(), within(1e-6)));
    }

    /** In every row people are conserved, and the reasons make the loss. */
    @Property(tries = 100)
    void ages_balance(
            @ForAll("plans") TalentPlan plan,
            @ForAll @IntRange(min = 42, max = 60) int age,
            @ForAll Counting counting) {
        for (StockFlow.Row row : MODEL.project(both(plan, age).with(counting)).rows()) {
            assertBalanced(row);
            assertThat(row.closing().signum()).isNotNegative();
            assertThat(row.lostBy().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(row.lost());
        }
    }

    /** Reasons whose rates add up to a rate lose as many as the one rate. */
    @Property(tries = 100)
    void reasons_loseAsManyAsTheirSum(
            @ForAll("plans") TalentPlan plan, @ForAll @IntRange(min = 0, max = 100) int part) {
        TalentPlan told = plan.with(Counting.EXPECTATION);
        for (TierPlan tier : plan.tiers()) {
            BigDecimal all = tier.lossRate().expected();
            BigDecimal one = all.multiply(hundredths(part));
            told = told.with(
                    tier.id(),
                    t -> TierPlan.builder()
                            .from(t.losing(UncertainRate.of(BigDecimal.ZERO)))
                            .addLosses(LossReason.of("resignation", one), LossReason.of("death", all.subtract(one)))
                            .build());
        }
        StockFlow ofReasons = MODEL.project(told);
        StockFlow ofOneRate = MODEL.project(plan.with(Counting.EXPECTATION));
        for (TierPlan tier : plan.tiers()) {
            assertThat(ofReasons.closing(tier.id(), plan.lastYear()))
                    .isCloseTo(ofOneRate.closing(tier.id(), plan.lastYear()), within(new BigDecimal("1e-20")));
        }
    }

    /** A way up is a promotion by another name. */
    @Property(tries = 100)
    void moves_areAsPromotions(@ForAll("plans") TalentPlan plan) {
        TalentPlan moved = plan.with(
                "below",
                tier -> TierPlan.builder()
                        .from(tier)
                        .promotesTo(Optional.empty())
                        .promotionRate(BigDecimal.ZERO)
                        .addMoves(TierMove.builder()
                                .to("above")
                                .rate(tier.promotionRate())
                                .build())
                        .build());

        assertThat(MODEL.project(moved)).isEqualTo(MODEL.project(plan));
    }

    /** What a tier loses does not change the tiers below, unless it takes from them; a year does not change those before. */
    @Property(tries = 200)
    void scenarios_differOnlyByWhatDiffers(
            @ForAll("plans") TalentPlan plan,
            @ForAll @IntRange(min = 0, max = 100) int loss,
            @ForAll @IntRange(min = 0, max = 11) int later) {
        UncertainRate other = UncertainRate.of(hundredths(loss));
        int year = Math.min(plan.firstYear() + later, plan.lastYear());
        StockFlow flow = MODEL.project(plan);
        StockFlow ofTier = MODEL.project(plan.with("above", tier -> tier.losing(other)));
        StockFlow ofYear = MODEL.project(plan.with(
                "below",
                tier -> TierPlan.builder()
                        .from(tier)
                        .putLossRateByYear(year, other)
                        .build()));
        for (StockFlow.Row row : flow.rows()) {
            if (row.tier().equals("below")) {
                assertThat(ofTier.row("below", row.year())).isEqualTo(row);
            }
            if (row.year() < year) {
                assertThat(ofYear.row(row.tier(), row.year())).isEqualTo(row);
            }
        }
        assertThat(MODEL.project(plan.with("above", tier -> tier))).isEqualTo(flow);
    }

    /** The probability falls as a rate of loss rises, so that with an uncertain rate it lies between those of its ends. */
    @Property(tries = 50)
    void probability_fallsWithLosses(
            @ForAll("plans") TalentPlan plan,
            @ForAll @IntRange(min = 0, max = 60) int low,
            @ForAll @IntRange(min = 0, max = 40) int width) {
        TalentPlan unfed = plan.with(
                "above",
                tier -> tier.selecting(SelectionCadence.of(
                        tier.cadence().orElseThrow().size(),
                        tier.cadence().orElseThrow().everyYears(),
                        2025)));
        UncertainRate range = UncertainRate.between(hundredths(low), hundredths(low + width));
        double most = ATTAINMENT
                .probability(unfed.with("above", tier -> tier.losing(UncertainRate.of(range.low()))), "above")
                .probability();
        double least = ATTAINMENT
                .probability(unfed.with("above", tier -> tier.losing(UncertainRate.of(range.high()))), "above")
                .probability();
        double mean = UncertainAttainmentCalculator.withDefaults()
                .probability(unfed.with("above", tier -> tier.losing(range)), "above", 10, 1)
                .mean();

        assertThat(mean).isBetween(least * (1 - 1e-9), most * (1 + 1e-9) + 1e-300);
    }
}
