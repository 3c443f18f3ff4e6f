package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Multiple;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractBigDecimalAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rates and ratios were computed with 40 digits by Python's decimal from the published formulas; thresholds and scores are
 * those of Statistics Canada's methodology page, Open SDG 2.4, and of the UN's Technical Note of 2023.
 */
class ProgressCalculatorTest {

    private static final ProgressCalculator CALCULATOR = ProgressCalculator.withDefaults();

    static Target.Builder target(Direction direction) {
        return Target.builder()
                .id("t")
                .name(Label.same("t"))
                .kind(TargetKind.LEVEL)
                .direction(direction);
    }

    private static Observation at(int year, String value) {
        return Observation.of(year, Multiple.of(new BigDecimal(value)));
    }

    private static Target withTarget(Direction direction, int baseYear, String base, int year, String value) {
        return target(direction)
                .baseline(at(baseYear, base))
                .value(Multiple.of(new BigDecimal(value)))
                .year(year)
                .build();
    }

    private static Target withoutTarget(Direction direction, int baseYear, String base, String limit) {
        return target(direction)
                .baseline(at(baseYear, base))
                .naturalLimit(limit.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(limit)))
                .build();
    }

    private static AbstractBigDecimalAssert<?> assertPoint(Optional<Derivation> derivation) {
        return assertThat(derivation.orElseThrow().result().point().orElseThrow());
    }

    private static double score(ProgressAssessment assessment) {
        return assessment.score().orElseThrow().midpoint().orElseThrow().doubleValue();
    }

    // ---- Statistics Canada ----

    /** 5 of 15 years: 3.71% a year where 4.00% is needed. */
    @Test
    void statcan_withTarget() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "50", 2030, "90"),
                at(2020, "60"),
                ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.ACCELERATION_NEEDED);
        BigDecimal tolerance = new BigDecimal("1e-30");
        assertPoint(progress.observedRate())
                .isCloseTo(new BigDecimal("0.037137289336648101514096175985529433719"), within(tolerance));
        assertPoint(progress.requiredRateFromBase())
                .isCloseTo(new BigDecimal("0.039963667721781093281500307255303719360"), within(tolerance));
        assertPoint(progress.requiredRateFromNow())
                .isCloseTo(new BigDecimal("0.041379743992410586846191010231115338121"), within(tolerance));
        assertPoint(progress.measure())
                .isCloseTo(new BigDecimal("0.9292763015444512793271192830657323731"), within(tolerance));
        assertThat(score(progress)).isCloseTo(2.351973582460366, within(1e-12));
        assertThat(progress.reason().en())
                .startsWith("progress made but acceleration needed: observed growth ≈ 3.714% a year")
                .contains("required from 2015 on ≈ 3.996% a year", "required from 2020 on ≈ 4.138% a year");
        assertThat(progress.explanation().derivations()).hasSize(4);
        assertThat(progress.explanation().steps()).containsExactly(progress.reason());
        assertThat(progress).asString().contains(" by STATISTICS_CANADA: [ACCELERATION_NEEDED], score [2.35");
    }

    @Test
    void statcan_lessIsBetter() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.DECREASE, 2015, "40", 2030, "20"),
                at(2019, "36"),
                ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.LIMITED_PROGRESS);
        assertPoint(progress.measure())
                .isCloseTo(new BigDecimal("0.5756682217661781170289350831872"), within(new BigDecimal("1e-28")));
        assertThat(score(progress)).isCloseTo(-0.1013824093075912, within(1e-12));
    }

    /** Growth of 10% is required, from 100 to 121 in two years, so the ratio is exact after one. */
    @ParameterizedTest
    @CsvSource({
        "109.5, ON_TRACK, 2.5",
        "109.499999999, ACCELERATION_NEEDED, 2.5",
        "109.500000001, ON_TRACK, 2.5",
        "106, ACCELERATION_NEEDED, 0",
        "105.999999999, LIMITED_PROGRESS, 0",
        "100, LIMITED_PROGRESS, -2.5",
        "99.999999999, DETERIORATION, -2.5",
        "94, DETERIORATION, -5",
        "50, DETERIORATION, -5",
        "113, ON_TRACK, 5",
        "120, ON_TRACK, 5",
        "121, TARGET_ACHIEVED, 5",
        "120.999999999, ON_TRACK, 5"
    })
    void statcan_thresholds_belongToTheBetterStatus(String latest, ProgressStatus status, double score) {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "100", 2017, "121"),
                at(2016, latest),
                ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(status);
        assertThat(score(progress)).isCloseTo(score, within(1e-7));
    }

    /** A third is required and 0.95 of it observed: equal, though neither ends. */
    @Test
    void statcan_thresholdOfNumbersThatDoNotEnd() {
        Target target = withTarget(Direction.INCREASE, 2015, "3", 2016, "4");

        assertThat(CALCULATOR
                        .assess(target, at(2016, "3.95"), ProgressScheme.STATISTICS_CANADA)
                        .status())
                .contains(ProgressStatus.ON_TRACK);
        assertThat(CALCULATOR
                        .assess(target, at(2016, "3.949999999"), ProgressScheme.STATISTICS_CANADA)
                        .status())
                .contains(ProgressStatus.ACCELERATION_NEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "101.5, ON_TRACK, 2.5",
        "101.499999999, ACCELERATION_NEEDED, 2.5",
        "100.5, ACCELERATION_NEEDED, 0",
        "100.499999999, LIMITED_PROGRESS, 0",
        "100, LIMITED_PROGRESS, -2.5",
        "99.999999999, DETERIORATION, -2.5",
        "98, DETERIORATION, -5",
        "102, ON_TRACK, 5",
        "300, ON_TRACK, 5"
    })
    void statcan_withoutTarget_thresholds(String latest, ProgressStatus status, double score) {
        ProgressAssessment progress = CALCULATOR.assess(
                withoutTarget(Direction.INCREASE, 2015, "100", ""), at(2016, latest), ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(status);
        assertThat(score(progress)).isCloseTo(score, within(1e-6));
        assertThat(progress.limitCoefficient()).isEmpty();
    }

    /** C = 1 - 0.8^4.44 = 0.6287; 0.415% a year is then as good as 0.660%. */
    @Test
    void statcan_nearALimit_thresholdsAreLower() {
        ProgressAssessment progress = CALCULATOR.assess(
                withoutTarget(Direction.INCREASE, 2015, "80", "100"), at(2018, "81"), ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.ACCELERATION_NEEDED);
        assertPoint(progress.limitCoefficient())
                .isCloseTo(new BigDecimal("0.62870462266958638"), within(new BigDecimal("1e-16")));
        assertThat(score(progress)).isCloseTo(0.39998990528935546, within(1e-12));
    }

    /** From above it mirrors: 120 is as near to 100 as 80 is. From 200 on there is no effect. */
    @ParameterizedTest
    @CsvSource({"120, 0.62870462266958638", "200, 1", "250, 1", "150, 0.95392908695965309", "100, 0"})
    void statcan_limitFromAbove(String base, String coefficient) {
        ProgressAssessment progress = CALCULATOR.assess(
                withoutTarget(Direction.DECREASE, 2015, base, "100"), at(2016, base), ProgressScheme.STATISTICS_CANADA);

        assertPoint(progress.limitCoefficient())
                .isCloseTo(new BigDecimal(coefficient), within(new BigDecimal("1e-16")));
    }

    @Test
    void statcan_atTheLimit_holdingItIsOnTrack() {
        Target target = withoutTarget(Direction.INCREASE, 2015, "100", "100");

        ProgressAssessment held = CALCULATOR.assess(target, at(2018, "100"), ProgressScheme.STATISTICS_CANADA);
        assertThat(held.status()).contains(ProgressStatus.ON_TRACK);
        assertThat(score(held)).isEqualTo(5);
        ProgressAssessment lost = CALCULATOR.assess(target, at(2016, "99"), ProgressScheme.STATISTICS_CANADA);
        assertThat(lost.status()).contains(ProgressStatus.DETERIORATION);
        assertThat(score(lost)).isCloseTo(-3.75, within(1e-12)); // 125 × -0.01 - 2.5
    }

    @Test
    void statcan_limitInTheOtherDirection_isLeftOut() {
        ProgressAssessment progress = CALCULATOR.assess(
                withoutTarget(Direction.DECREASE, 2015, "80", "100"), at(2016, "79"), ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.limitCoefficient()).isEmpty();
        assertThat(progress.reason().en()).contains("not in the wanted direction");
    }

    @Test
    void statcan_targetOfZero_isReplaced() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.DECREASE, 2015, "8", 2030, "0"), at(2020, "4"), ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.LIMITED_PROGRESS);
        assertPoint(progress.measure())
                .isCloseTo(new BigDecimal("0.2872060585824463137567774084585574"), within(new BigDecimal("1e-30")));
        assertThat(progress.reason().en()).contains("target of 0 taken as 0.001");
    }

    @Test
    void statcan_baseOfZero_isReplaced() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "0", 2030, "10"), at(2020, "5"), ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.ON_TRACK);
        assertPoint(progress.measure())
                .isCloseTo(new BigDecimal("5.299055009731689354425079696680"), within(new BigDecimal("1e-28")));
        assertThat(progress.reason().en()).contains("base of 0 taken as 0.001");
    }

    @Test
    void statcan_allNegative_turnsTheDirectionRound() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "-10", 2025, "-5"),
                at(2017, "-8"),
                ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.ON_TRACK);
        assertPoint(progress.measure())
                .isCloseTo(new BigDecimal("1.576489848103497695672647998510"), within(new BigDecimal("1e-28")));
    }

    @Test
    void statcan_baseMetTheTarget_latestDoesNot() {
        Target target = withTarget(Direction.INCREASE, 2015, "100", 2030, "90");

        assertThat(CALCULATOR
                        .assess(target, at(2020, "80"), ProgressScheme.STATISTICS_CANADA)
                        .status())
                .contains(ProgressStatus.DETERIORATION);
        assertThat(CALCULATOR
                        .assess(target, at(2020, "95"), ProgressScheme.STATISTICS_CANADA)
                        .status())
                .contains(ProgressStatus.TARGET_ACHIEVED);
    }

    @Test
    void statcan_nothingRequired_fallIsDeterioration() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "100", 2030, "100"),
                at(2020, "99"),
                ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.DETERIORATION);
        assertThat(progress.measure()).isEmpty();
        assertThat(score(progress)).isEqualTo(-5);
    }

    // ---- all schemes ----

    @ParameterizedTest
    @CsvSource({
        "2015, 10, 2015, 12, fewer than two years: base year 2015",
        "2016, 10, 2015, 12, fewer than two years: base year 2016",
        "2015, 10, 2020, -1, opposite sign",
        "2015, -10, 2020, 1, opposite sign"
    })
    void notAssessable_withTheReason(int baseYear, String base, int year, String latest, String reason) {
        for (ProgressScheme scheme : ProgressScheme.values()) {
            ProgressAssessment progress =
                    CALCULATOR.assess(withoutTarget(Direction.INCREASE, baseYear, base, ""), at(year, latest), scheme);

            assertThat(progress.status()).contains(ProgressStatus.NOT_ASSESSABLE);
            assertThat(progress.reason().en()).startsWith("not assessable: ").contains(reason);
            assertThat(progress.score()).isEmpty();
        }
    }

    @Test
    void noBaseline_isNotAssessable_unlessTheTargetIsMet() {
        Target target = target(Direction.INCREASE)
                .value(Multiple.of(BigDecimal.TEN))
                .year(2030)
                .build();

        for (ProgressScheme scheme : ProgressScheme.values()) {
            assertThat(CALCULATOR.assess(target, at(2020, "9"), scheme).status())
                    .contains(ProgressStatus.NOT_ASSESSABLE);
            assertThat(CALCULATOR.assess(target, at(2020, "10"), scheme).status())
                    .contains(ProgressStatus.TARGET_ACHIEVED);
        }
    }

    @Test
    void boundExcluded_theNumberItselfIsNotEnough() {
        Target below40 = target(Direction.DECREASE)
                .baseline(at(2020, "42"))
                .value(Multiple.of(BigDecimal.valueOf(40)))
                .year(2030)
                .bound(TargetBound.EXCLUDED)
                .build();

        assertThat(CALCULATOR
                        .assess(below40, at(2025, "40"), ProgressScheme.EUROSTAT)
                        .status())
                .contains(ProgressStatus.SIGNIFICANT_PROGRESS);
        assertThat(CALCULATOR
                        .assess(below40, at(2025, "39.999"), ProgressScheme.EUROSTAT)
                        .status())
                .contains(ProgressStatus.TARGET_ACHIEVED);
    }

    // ---- Eurostat ----

    @ParameterizedTest
    @CsvSource({
        "109.5, SIGNIFICANT_PROGRESS",
        "109.499999999, MODERATE_PROGRESS",
        "106, MODERATE_PROGRESS",
        "105.999999999, INSUFFICIENT_PROGRESS",
        "100, INSUFFICIENT_PROGRESS",
        "99.999999999, MOVEMENT_AWAY"
    })
    void eurostat_thresholds(String latest, ProgressStatus status) {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "100", 2017, "121"), at(2016, latest), ProgressScheme.EUROSTAT);

        assertThat(progress.status()).contains(status);
        assertThat(progress.score()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "101, SIGNIFICANT_PROGRESS",
        "100.999999999, MODERATE_PROGRESS",
        "100, MODERATE_PROGRESS",
        "99.999999999, MOVEMENT_AWAY"
    })
    void eurostat_withoutTarget_thresholds(String latest, ProgressStatus status) {
        assertThat(CALCULATOR
                        .assess(
                                withoutTarget(Direction.INCREASE, 2015, "100", ""),
                                at(2016, latest),
                                ProgressScheme.EUROSTAT)
                        .status())
                .contains(status);
    }

    @Test
    void eurostat_growthFromZero_hasNoRate() {
        assertThat(CALCULATOR
                        .assess(
                                withoutTarget(Direction.INCREASE, 2015, "0", ""),
                                at(2016, "1"),
                                ProgressScheme.EUROSTAT)
                        .reason()
                        .en())
                .isEqualTo("not assessable: growth from 0 has no rate");
    }

    // ---- UN ----

    /** 60 × 1.2^2 = 86.4 is expected in 2030: 36.4 of the gap of 40. */
    @Test
    void un_withTarget() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "50", 2030, "90"),
                at(2020, "60"),
                ProgressScheme.UN_PROGRESS_CHART);

        assertThat(progress.status()).contains(ProgressStatus.ACCELERATION_NEEDED);
        assertPoint(progress.measure()).isCloseTo(new BigDecimal("0.91"), within(new BigDecimal("1e-30")));
        assertThat(score(progress)).isEqualTo(2);
    }

    /** In the target year itself the value expected is the latest one: the share is exact. */
    @ParameterizedTest
    @CsvSource({
        "195, ON_TRACK, 3",
        "194.999999999, ACCELERATION_NEEDED, 2",
        "110, ACCELERATION_NEEDED, 2",
        "109.999999999, STAGNATION_OR_REGRESSION, 1",
        "90, STAGNATION_OR_REGRESSION, 1",
        "200, TARGET_ACHIEVED, 3"
    })
    void un_thresholds(String latest, ProgressStatus status, double score) {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2020, "100", 2030, "200"),
                at(2030, latest),
                ProgressScheme.UN_PROGRESS_CHART);

        assertThat(progress.status()).contains(status);
        assertThat(score(progress)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "INCREASE, 102, ON_TRACK",
        "INCREASE, 101.999999999, ACCELERATION_NEEDED",
        "INCREASE, 100.5, ACCELERATION_NEEDED",
        "INCREASE, 100.499999999, STAGNATION_OR_REGRESSION",
        "DECREASE, 98, ON_TRACK",
        "DECREASE, 98.000000001, ACCELERATION_NEEDED",
        "DECREASE, 99.5, ACCELERATION_NEEDED",
        "DECREASE, 99.500000001, STAGNATION_OR_REGRESSION"
    })
    void un_withoutTarget_thresholds(Direction direction, String latest, ProgressStatus status) {
        assertThat(CALCULATOR
                        .assess(
                                withoutTarget(direction, 2015, "100", ""),
                                at(2016, latest),
                                ProgressScheme.UN_PROGRESS_CHART)
                        .status())
                .contains(status);
    }

    @Test
    void un_withinAPointOfTheWhole_isAchieved() {
        Target whole = target(Direction.INCREASE)
                .baseline(Observation.of(2015, Share.of(new BigDecimal("0.9"))))
                .value(Share.of(BigDecimal.ONE))
                .year(2030)
                .build();

        assertThat(CALCULATOR
                        .assess(
                                whole,
                                Observation.of(2020, Share.of(new BigDecimal("0.99"))),
                                ProgressScheme.UN_PROGRESS_CHART)
                        .status())
                .contains(ProgressStatus.TARGET_ACHIEVED);
        assertThat(CALCULATOR
                        .assess(
                                whole,
                                Observation.of(2020, Share.of(new BigDecimal("0.989999999"))),
                                ProgressScheme.UN_PROGRESS_CHART)
                        .status())
                .contains(ProgressStatus.ON_TRACK);
        assertThat(CALCULATOR
                        .assess(whole, Observation.of(2020, Share.of(new BigDecimal("0.99"))), ProgressScheme.EUROSTAT)
                        .status())
                .contains(ProgressStatus.SIGNIFICANT_PROGRESS);
    }

    @Test
    void un_targetBehindTheBase_fallIsRegression() {
        assertThat(CALCULATOR
                        .assess(
                                withTarget(Direction.INCREASE, 2015, "100", 2030, "90"),
                                at(2020, "80"),
                                ProgressScheme.UN_PROGRESS_CHART)
                        .status())
                .contains(ProgressStatus.STAGNATION_OR_REGRESSION);
    }

    // ---- bounds ----

    /** "About 108 to 110" of what had to be 110: the ratio is 0.8 to 1. */
    @Test
    void bounds_giveEveryPossibleStatus() {
        Observation latest = Observation.of(
                2016,
                Operand.of(BoundedQuantity.of(
                        Unit.MULTIPLE, Bounds.closed(BigDecimal.valueOf(108), BigDecimal.valueOf(110)))));
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "100", 2017, "121"), latest, ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.possibleStatuses())
                .containsExactly(ProgressStatus.ON_TRACK, ProgressStatus.ACCELERATION_NEEDED);
        assertThat(progress.status()).isEmpty();
        Bounds score = progress.score().orElseThrow();
        // 0.8 and 1 between the knots 0.60, 0.95 and 1.30
        assertThat(score.lower().orElseThrow().doubleValue()).isCloseTo(2.5 * 0.2 / 0.35, within(1e-12));
        assertThat(score.upper().orElseThrow().doubleValue()).isCloseTo(2.5 + 2.5 * 0.05 / 0.35, within(1e-12));
        assertThat(progress.reason().en()).startsWith("on track or progress made but acceleration needed: ");
    }

    /** "Over 250" of 300 may have met it already, and is at least on track. */
    @Test
    void bounds_openAbove_mayHaveMetTheTarget() {
        Target target = withTarget(Direction.INCREASE, 2025, "50", 2035, "300");
        Observation over250 = Observation.of(
                2034, Operand.of(BoundedQuantity.of(Unit.MULTIPLE, Bounds.greaterThan(BigDecimal.valueOf(250)))));

        assertThat(CALCULATOR
                        .assess(target, over250, ProgressScheme.STATISTICS_CANADA)
                        .possibleStatuses())
                .containsExactly(ProgressStatus.TARGET_ACHIEVED, ProgressStatus.ON_TRACK);
    }

    @Test
    void bounds_ofTheTarget() {
        Target over300 = target(Direction.INCREASE)
                .baseline(at(2025, "50"))
                .value(Operand.of(BoundedQuantity.of(Unit.MULTIPLE, Bounds.greaterThan(BigDecimal.valueOf(300)))))
                .year(2035)
                .build();

        assertThat(CALCULATOR
                        .assess(over300, at(2030, "300"), ProgressScheme.EUROSTAT)
                        .possibleStatuses())
                .doesNotContain(ProgressStatus.TARGET_ACHIEVED);
        assertThat(CALCULATOR
                        .assess(over300, at(2030, "301"), ProgressScheme.EUROSTAT)
                        .possibleStatuses())
                .contains(ProgressStatus.TARGET_ACHIEVED, ProgressStatus.INSUFFICIENT_PROGRESS)
                .doesNotContain(ProgressStatus.MOVEMENT_AWAY);
    }

    // ---- what no pace reaches ----

    @ParameterizedTest
    @EnumSource
    void targetOfAPastYear_isMissedOrAchieved(ProgressScheme scheme) {
        Target past = withTarget(Direction.INCREASE, 2015, "5", 2020, "10");

        ProgressAssessment missed = CALCULATOR.assess(past, at(2024, "6"), scheme);
        assertThat(missed.status()).contains(ProgressStatus.TARGET_MISSED);
        assertThat(missed.reason().en()).endsWith("the target year 2020 is past");
        assertThat(CALCULATOR.assess(past, at(2024, "11"), scheme).status()).contains(ProgressStatus.TARGET_ACHIEVED);
        // a value of the target year itself still has a pace
        assertThat(CALCULATOR.assess(past, at(2020, "6"), scheme).possibleStatuses())
                .doesNotContain(ProgressStatus.TARGET_MISSED);
    }

    @Test
    void targetOfAPastYear_needsNoBaseline() {
        Target past = target(Direction.INCREASE)
                .value(Multiple.of(BigDecimal.TEN))
                .year(2020)
                .build();

        assertThat(CALCULATOR
                        .assess(past, at(2024, "6"), ProgressScheme.EUROSTAT)
                        .status())
                .contains(ProgressStatus.TARGET_MISSED);
    }

    @ParameterizedTest
    @EnumSource
    void targetMetAtTheStart_isSaid(ProgressScheme scheme) {
        Target behind = withTarget(Direction.INCREASE, 2015, "50", 2030, "20");

        ProgressAssessment progress = CALCULATOR.assess(behind, at(2024, "55"), scheme);

        assertThat(progress.status()).contains(ProgressStatus.TARGET_ACHIEVED);
        assertThat(progress.reason().en())
                .endsWith(
                        "the value of the base year met it already: if that is a surprise, the direction may be wrong");
        assertThat(CALCULATOR
                        .assess(withTarget(Direction.INCREASE, 2015, "10", 2030, "20"), at(2024, "55"), scheme)
                        .reason()
                        .en())
                .doesNotContain("met it already");
    }

    @Test
    void targetOfZero_hasNoCompoundRate() {
        Target zero = withTarget(Direction.DECREASE, 2015, "10", 2030, "0");

        ProgressAssessment eurostat = CALCULATOR.assess(zero, at(2024, "8"), ProgressScheme.EUROSTAT);
        assertThat(eurostat.status()).contains(ProgressStatus.NOT_ASSESSABLE);
        assertThat(eurostat.reason().en()).endsWith("no compound rate leads to a target of 0");
        assertThat(eurostat.requiredRateFromBase()).isEmpty();
        ProgressAssessment un = CALCULATOR.assess(zero, at(2024, "8"), ProgressScheme.UN_PROGRESS_CHART);
        assertThat(un.requiredRateFromBase()).isEmpty();
        assertThat(un.requiredRateFromNow()).isEmpty();
        // which takes 0.001 instead
        assertThat(CALCULATOR
                        .assess(zero, at(2024, "8"), ProgressScheme.STATISTICS_CANADA)
                        .requiredRateFromBase())
                .isPresent();
    }

    private static final Target WITH_MILESTONE = target(Direction.INCREASE)
            .baseline(at(2025, "50"))
            .addMilestones(at(2030, "150"))
            .value(Multiple.of(BigDecimal.valueOf(300)))
            .year(2035)
            .build();

    @ParameterizedTest
    @CsvSource({"2025, 50", "2027, 90", "2030, 150", "2032, 210", "2035, 300"})
    void pathValue_isOnStraightLines(int year, String value) {
        assertThat(CALCULATOR.pathValue(WITH_MILESTONE, year).value())
                .isEqualTo(BoundedQuantity.exactly(Multiple.of(new BigDecimal(value))));
    }

    @Test
    void deviation_isObservedMinusPath() {
        assertThat(CALCULATOR.deviation(WITH_MILESTONE, at(2032, "200")).value().point())
                .contains(BigDecimal.TEN.negate());
    }

    @Test
    void pathValue_outside_isRefused() {
        assertThatThrownBy(() -> CALCULATOR.pathValue(WITH_MILESTONE, 2036))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Year must be 2025 to 2035: 2036");
        assertThatThrownBy(() -> CALCULATOR.pathValue(target(Direction.INCREASE).build(), 2030))
                .hasMessage("Target must have a baseline: t");
    }

    /** 100, 110, 121, 133.1, …: 200 is passed after the eighth step (1.1^7 = 1.9487, 1.1^8 = 2.1436). */
    @Test
    void yearReached_isTheFirstThatMeetsTheTarget() {
        Target target = withTarget(Direction.INCREASE, 2015, "100", 2030, "200");

        assertThat(CALCULATOR.yearReached(target, at(2016, "110"))).isEqualTo(Arrival.in(2023));
        assertThat(CALCULATOR.yearReached(target, at(2016, "200"))).isEqualTo(Arrival.in(2016));
        assertThat(CALCULATOR.yearReached(target, at(2016, "100"))).isEqualTo(Arrival.never(BigDecimal.valueOf(100)));
        assertThat(CALCULATOR.yearReached(target, at(2017, "90"))).isEqualTo(Arrival.never(BigDecimal.valueOf(90)));
    }

    /** 121 after two steps of 10% exactly meets 121 and does not pass it. */
    @Test
    void yearReached_exactlyOnTheTarget() {
        Target reach = withTarget(Direction.INCREASE, 2015, "100", 2030, "121");
        Target pass = target(Direction.INCREASE)
                .baseline(at(2015, "100"))
                .value(Multiple.of(BigDecimal.valueOf(121)))
                .year(2030)
                .bound(TargetBound.EXCLUDED)
                .build();

        assertThat(CALCULATOR.yearReached(reach, at(2016, "110"))).isEqualTo(Arrival.in(2017));
        assertThat(CALCULATOR.yearReached(pass, at(2016, "110"))).isEqualTo(Arrival.in(2018));
    }

    /** Growth by a millionth in 50 years: 8192 years later the value is 100 x 1.000001^(8192 / 50), and 200 takes 34.7 million years. */
    @Test
    void yearReached_tooFarAhead_isNotNever() {
        Arrival arrival =
                CALCULATOR.yearReached(withTarget(Direction.INCREASE, 1966, "100", 2030, "200"), at(2016, "100.0001"));

        assertThat(arrival.isNever()).isFalse();
        assertThat(arrival.lookedUntil()).contains(2016 + 8192);
        assertThat(arrival.ceiling().orElseThrow().doubleValue())
                .isCloseTo(100.0001 * Math.pow(1.000001, 8192 / 50.0), within(1e-6));
    }

    @Test
    void yearReached_fall_isTheFirstAtOrBelowTheTarget() {
        // 100, 90, 81, 72.9
        Target target = withTarget(Direction.DECREASE, 2015, "100", 2030, "75");

        assertThat(CALCULATOR.yearReached(target, at(2016, "90"))).isEqualTo(Arrival.in(2018));
        assertThat(CALCULATOR.yearReached(target, at(2016, "110"))).isEqualTo(Arrival.never(BigDecimal.valueOf(110)));
    }

    @Test
    void yearReached_needsExactPositiveValuesOfALaterYear() {
        Target target = withTarget(Direction.INCREASE, 2015, "100", 2030, "200");

        assertThatThrownBy(() -> CALCULATOR.yearReached(target, at(2015, "110")))
                .hasMessage("Latest year must be later than that of the baseline: 2015 after 2015");
        assertThatThrownBy(() -> CALCULATOR.yearReached(target, at(2016, "0")))
                .hasMessageStartingWith("Latest value must be positive: ");
        assertThatThrownBy(() -> CALCULATOR.yearReached(target, Observation.parse(2016, "about 110 times")))
                .hasMessageStartingWith("Latest value must be exact: ");
        assertThatThrownBy(
                        () -> CALCULATOR.yearReached(target(Direction.INCREASE).build(), at(2016, "110")))
                .hasMessage("Target must have a baseline: t");
        assertThatThrownBy(() ->
                        CALCULATOR.yearReached(withoutTarget(Direction.INCREASE, 2015, "100", ""), at(2016, "110")))
                .hasMessage("Target must have a value: t");
    }

    @Test
    void pathValue_withoutATarget_isRefused() {
        assertThatThrownBy(() -> CALCULATOR.pathValue(withoutTarget(Direction.INCREASE, 2015, "100", ""), 2016))
                .hasMessage("Target must have a value: t");
    }

    @Test
    void milestones_ofAnotherUnit_areRefused() {
        assertThatThrownBy(() ->
                        CALCULATOR.milestones(WITH_MILESTONE, List.of(Observation.of(2030, Count.of(150, "persons")))))
                .isInstanceOf(UnitMismatchException.class);
    }

    // ---- the types ----

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void observation_ofAYearThatIsNone_isRefused(int year) {
        assertThatThrownBy(() -> at(year, "1")).hasMessage("Year must be 1 to 9999: " + year);
        assertThat(at(1, "1").year()).isEqualTo(1);
        assertThat(at(9_999, "1").year()).isEqualTo(9_999);
    }

    @Test
    void observation_asPrinted() {
        assertThat(Observation.parse(2030, "over 25%")).isEqualTo(Observation.of(2030, Operand.parse("over 25%")));
    }

    @Test
    void codesAndTexts() {
        assertThat(ProgressStatus.TARGET_ACHIEVED.code()).isEqualTo("target-achieved");
        assertThat(MilestoneResult.Outcome.NO_VALUE.code()).isEqualTo("no-value");
        assertThat(MilestoneResult.Outcome.MET.text().zh()).isNotBlank();
        assertThat(TargetKind.LEVEL.text().en()).isNotBlank();
    }

    @Test
    void assess_otherUnit_isRefused() {
        assertThatThrownBy(() -> CALCULATOR.assess(
                        withTarget(Direction.INCREASE, 2015, "1", 2030, "2"),
                        Observation.of(2020, Count.of(1, "persons")),
                        ProgressScheme.EUROSTAT))
                .isInstanceOf(UnitMismatchException.class);
    }

    @Test
    void target_yearsInDisorder_areRefused() {
        assertThatThrownBy(() -> withTarget(Direction.INCREASE, 2030, "1", 2030, "2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Years of target t must be in order: 2030 before 2030");
        assertThatThrownBy(() -> target(Direction.INCREASE).year(2030).build())
                .hasMessage("Target must have a value and a year, or neither: t");
    }

    @Test
    void json_roundTrip() {
        ProgressAssessment progress = CALCULATOR.assess(
                withTarget(Direction.INCREASE, 2015, "50", 2030, "90"),
                at(2020, "60"),
                ProgressScheme.STATISTICS_CANADA);

        assertThat(SaidaoJson.read(SaidaoJson.write(WITH_MILESTONE), Target.class))
                .isEqualTo(WITH_MILESTONE);
        assertThat(SaidaoJson.read(SaidaoJson.write(progress), ProgressAssessment.class))
                .isEqualTo(progress);
    }

    @Test
    void scheme_byItsCode() {
        assertThat(ProgressScheme.of("un")).isEqualTo(ProgressScheme.UN_PROGRESS_CHART);
        assertThatThrownBy(() -> ProgressScheme.of("oecd")).hasMessage("Scheme must be statcan, eurostat or un: oecd");
    }

    /** The example in the description of the package. */
    @Test
    void packageExample() {
        Target target = Target.builder()
                .id("grand-craftsmen")
                .name(Label.of("Beijing Grand Craftsmen", "北京大工匠"))
                .kind(TargetKind.LEVEL)
                .direction(Direction.INCREASE)
                .baseline(Observation.of(2025, Count.of(50, "persons")))
                .value(Count.of(300, "persons"))
                .year(2035)
                .build();
        ProgressAssessment progress = ProgressCalculator.withDefaults()
                .assess(target, Observation.of(2029, Count.of(100, "persons")), ProgressScheme.STATISTICS_CANADA);

        assertThat(progress.status()).contains(ProgressStatus.ON_TRACK);
        assertThat(progress.reason().en())
                .isEqualTo(
                        "on track: observed growth ≈ 18.92% a year; required from 2025 on ≈ 19.62% a year; required from 2029"
                                + " on ≈ 20.09% a year; ratio of observed to required growth ≈ 96.42%");
    }
}
