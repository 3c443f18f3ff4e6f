package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Multiple;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetRangeTest {

    private static final ProgressCalculator CALCULATOR = ProgressCalculator.withDefaults();

    private static Operand exactly(String value) {
        return Operand.of(Multiple.of(new BigDecimal(value)));
    }

    private static Observation at(int year, String value) {
        return Observation.of(year, exactly(value));
    }

    private static TargetRange range(String floor, String ceiling, String base) {
        return TargetRange.builder()
                .id("t")
                .name(Label.same("t"))
                .floor(Optional.of(floor).filter(some -> !some.isEmpty()).map(TargetRangeTest::exactly))
                .ceiling(Optional.of(ceiling).filter(some -> !some.isEmpty()).map(TargetRangeTest::exactly))
                .baseline(at(2020, base))
                .year(2030)
                .build();
    }

    /** From outside, the range is its nearest end. */
    @ParameterizedTest
    @EnumSource
    void outside_isOnTheWayToTheNearestEnd(ProgressScheme scheme) {
        ProgressAssessment progress = CALCULATOR.assess(range("45", "55", "70"), at(2025, "60"), scheme.published());
        Target ceiling = ProgressCalculatorTest.target(Direction.DECREASE)
                .baseline(at(2020, "70"))
                .value(exactly("55"))
                .year(2030)
                .build();

        assertThat(progress).isEqualTo(CALCULATOR.assess(ceiling, at(2025, "60"), scheme));
    }

    @ParameterizedTest
    @CsvSource({"45, 55, 50, 52", "'', 55, 40, 50", "45, '', 50, 46", "45, 55, 70, 55"})
    void within_isAchieved(String floor, String ceiling, String base, String latest) {
        ProgressAssessment progress = CALCULATOR.assess(
                range(floor, ceiling, base), at(2025, latest), ProgressScheme.STATISTICS_CANADA.published());

        assertThat(progress.status()).contains(ProgressStatus.TARGET_ACHIEVED);
        assertThat(progress.score().orElseThrow().singleValue().orElseThrow()).isEqualByComparingTo("5");
        assertThat(progress.reason().en()).endsWith("in the range, which is to last until 2030");
        assertThat(progress.reason().en()).doesNotContain("direction may be wrong");
    }

    /** A ceiling that was kept and is broken went the wrong way; in a year after the last one it was missed. */
    @Test
    void brokenCeiling_isTheWorstStatus() {
        TargetRange ceiling = range("", "55", "50");

        assertThat(CALCULATOR
                        .assess(ceiling, at(2025, "56"), ProgressScheme.EUROSTAT.published())
                        .status())
                .contains(ProgressStatus.MOVEMENT_AWAY);
        assertThat(CALCULATOR
                        .assess(ceiling, at(2031, "56"), ProgressScheme.EUROSTAT.published())
                        .status())
                .contains(ProgressStatus.TARGET_MISSED);
    }

    @Test
    void valueThatMayBeOnBothSides_hasTheStatusesOfAll() {
        Operand wide = Operand.of(
                BoundedQuantity.of(Unit.MULTIPLE, Bounds.closed(new BigDecimal("53"), new BigDecimal("57"))));

        ProgressAssessment progress = CALCULATOR.assess(
                range("45", "55", "70"), Observation.of(2025, wide), ProgressScheme.UN_PROGRESS_CHART.published());

        assertThat(progress.possibleStatuses())
                .containsExactly(ProgressStatus.TARGET_ACHIEVED, ProgressStatus.ON_TRACK);
    }

    @Test
    void rangeWithoutEnds_orTurnedRound_isRefused() {
        assertThatThrownBy(() -> range("", "", "50"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Range must have a floor, a ceiling or both: t");
        assertThatThrownBy(() -> range("55", "45", "50")).hasMessageStartingWith("Floor must be below the ceiling, ");
    }

    @Test
    void json_roundTrip() {
        TargetRange range = range("45", "55", "50");

        assertThat(SaidaoJson.read(SaidaoJson.write(range), TargetRange.class)).isEqualTo(range);
    }

    /** The opposite range of the opposite values is as far on the way. */
    @Property(tries = 100)
    void opposites_mirror(
            @ForAll ProgressScheme scheme,
            @ForAll @IntRange(min = 1, max = 100) int base,
            @ForAll @IntRange(min = 1, max = 100) int latest) {
        List<ProgressStatus> one = CALCULATOR
                .assess(range("45", "55", String.valueOf(base)), at(2025, String.valueOf(latest)), scheme.published())
                .possibleStatuses();
        List<ProgressStatus> mirrored = CALCULATOR
                .assess(range("-55", "-45", "-" + base), at(2025, "-" + latest), scheme.published())
                .possibleStatuses();

        assertThat(mirrored).isEqualTo(one);
    }

    // ---- relative targets ----

    @ParameterizedTest
    @CsvSource({
        "halve, 0.5",
        "Double, 2",
        "triple, 3",
        "减半, 0.5",
        "翻番, 2",
        "翻一番, 2",
        "翻两番, 4",
        "-40%, 0.6",
        "−40 %, 0.6",
        "+12.5%, 1.125",
        "×1.5, 1.5",
        "1.5x, 1.5"
    })
    void relativeTarget_isAFactor(String text, BigDecimal factor) {
        RelativeTarget target = RelativeTarget.parse(text);

        assertThat(target.factor()).isEqualByComparingTo(factor);
        assertThat(target.from(exactly("30")).value().point().orElseThrow())
                .isEqualByComparingTo(factor.multiply(BigDecimal.valueOf(30)));
    }

    @ParameterizedTest
    @CsvSource({"40%", "reduce", "half a bit", "-100%", "-140%", "0x"})
    void relativeTarget_thatSaysNoFactor_isRefused(String text) {
        assertThatThrownBy(() -> RelativeTarget.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- milestones ----

    @Test
    void milestones_areMetByTheValueOfTheirYear() {
        Target target = ProgressCalculatorTest.target(Direction.INCREASE)
                .baseline(at(2020, "10"))
                .addMilestones(at(2022, "14"), at(2023, "15"), at(2024, "18"), at(2027, "24"))
                .value(exactly("30"))
                .year(2030)
                .build();

        assertThat(CALCULATOR.milestones(target, List.of(at(2024, "17"), at(2020, "10"), at(2022, "14"))))
                .extracting(result -> result.milestone().year() + " " + result.outcome())
                .containsExactly("2022 MET", "2023 NO_VALUE", "2024 MISSED", "2027 AHEAD");
        Operand wide = Operand.of(
                BoundedQuantity.of(Unit.MULTIPLE, Bounds.closed(new BigDecimal("13"), new BigDecimal("15"))));
        assertThat(CALCULATOR
                        .milestones(target, List.of(Observation.of(2022, wide)))
                        .get(0)
                        .outcome())
                .isEqualTo(MilestoneResult.Outcome.UNDECIDED);
    }
}
