package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Multiple;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import dev.saidao.policy.dossier.PolicyDossiers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be said of a target, and what may not. */
class TargetRulesTest {

    private static final ProgressCalculator CALCULATOR = ProgressCalculator.withDefaults();
    private static final Dossier DOSSIER = Dossiers.of(2026);

    private static Observation at(int year, String value) {
        return Observation.of(year, Multiple.of(new BigDecimal(value)));
    }

    private static Observation head(int year, String value) {
        return Observation.of(year, Quantity.parse(value + " persons"));
    }

    private static Target.Builder target() {
        return ProgressCalculatorTest.target(Direction.INCREASE);
    }

    private static TargetRange.Builder range(String base) {
        return TargetRange.builder()
                .id("t")
                .name(Label.same("t"))
                .floor(Operand.of(Multiple.of(new BigDecimal("45"))))
                .ceiling(Operand.of(Multiple.of(new BigDecimal("55"))))
                .baseline(at(2020, base))
                .year(2030);
    }

    private static TargetStatement statement(TargetKind kind, String figures, String more) {
        return SaidaoJson.read(
                "{\"id\": \"t\", \"name\": {\"en\": \"t\", \"zh\": \"t\"}, \"kind\": \"" + kind
                        + "\", \"direction\": \"INCREASE\", \"figures\": [" + figures + "]" + more + "}",
                TargetStatement.class);
    }

    // ---- targets ----

    @Test
    void target_isOfOneUnit_withYearsInOrder() {
        assertThatThrownBy(() -> target().id("no code").build()).hasMessageContaining("no code");
        assertThatThrownBy(() -> target().year(2030).build())
                .hasMessage("Target must have a value and a year, or neither: t");
        assertThatThrownBy(() -> target().baseline(at(2020, "1"))
                        .addMilestones(head(2025, "2"))
                        .build())
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> target().baseline(at(2020, "1"))
                        .value(Multiple.of(BigDecimal.TEN))
                        .year(2020)
                        .build())
                .hasMessage("Years of target t must be in order: 2020 before 2020");
    }

    @Test
    void range_hasAnEnd_andItsFloorBelowItsCeiling() {
        assertThatThrownBy(() -> range("50")
                        .floor(Optional.empty())
                        .ceiling(Optional.empty())
                        .build())
                .hasMessage("Range must have a floor, a ceiling or both: t");
        for (String ceiling : List.of("45", "44")) {
            assertThatThrownBy(() -> range("50")
                            .ceiling(Operand.of(Multiple.of(new BigDecimal(ceiling))))
                            .build())
                    .hasMessageStartingWith("Floor must be below the ceiling, [" + ceiling);
        }
        assertThatThrownBy(() -> range("50")
                        .ceiling(Operand.of(Quantity.parse("55 persons")))
                        .build())
                .isInstanceOf(UnitMismatchException.class);
    }

    @Test
    void range_isOfOneUnit_afterItsBase() {
        assertThatThrownBy(() -> range("50").id("no code").build()).hasMessageContaining("no code");
        assertThatThrownBy(() -> range("50").baseline(head(2020, "50")).build())
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> range("50").baseline(at(2030, "50")).build())
                .hasMessage("Years of target t must be in order: 2030 before 2030");
        assertThatThrownBy(() -> range("50")
                        .ceiling(Optional.empty())
                        .baseline(at(2031, "50"))
                        .build())
                .hasMessage("Years of target t must be in order: 2031 before 2030");
        assertThatThrownBy(() -> range("50")
                        .floor(Optional.empty())
                        .baseline(at(2031, "50"))
                        .build())
                .hasMessage("Years of target t must be in order: 2031 before 2030");
    }

    @Test
    void assess_valueOfAnotherUnit_isRefused() {
        Observation latest = head(2025, "3");
        ProgressThresholds thresholds = ProgressScheme.EUROSTAT.published();

        assertThatThrownBy(
                        () -> CALCULATOR.assess(target().baseline(at(2020, "1")).build(), latest, thresholds))
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> CALCULATOR.assess(
                        target().value(Multiple.of(BigDecimal.TEN)).year(2030).build(), latest, thresholds))
                .isInstanceOf(UnitMismatchException.class);
    }

    // ---- ranges ----

    @Test
    void within_saysWhetherItWasKept_andUntilWhen() {
        ProgressThresholds thresholds = ProgressScheme.STATISTICS_CANADA.published();
        String kept = "the value of the base year and the latest value are in the range";
        String met = "the latest value is in the range";

        assertThat(CALCULATOR
                        .assess(range("50").build(), at(2025, "52"), thresholds)
                        .reason()
                        .en())
                .endsWith(": " + kept + ", which is to last until 2030");
        assertThat(CALCULATOR
                        .assess(range("50").build(), at(2030, "52"), thresholds)
                        .reason()
                        .en())
                .endsWith(": " + kept + ", which is to last until 2030");
        assertThat(CALCULATOR
                        .assess(range("50").build(), at(2031, "52"), thresholds)
                        .reason()
                        .en())
                .endsWith(": " + kept);
        assertThat(CALCULATOR
                        .assess(range("70").build(), at(2025, "52"), thresholds)
                        .reason()
                        .en())
                .endsWith(": " + met + ", which is to last until 2030");
        assertThat(CALCULATOR
                        .assess(range("70").baseline(Optional.empty()).build(), at(2025, "52"), thresholds)
                        .reason()
                        .zh())
                .endsWith(":最新值在目标范围内,须保持至 2030 年");
    }

    @Test
    void valueThatMayBeBeyondBothEnds_hasTheStatusesOfBoth() {
        Operand wide = Operand.of(
                BoundedQuantity.of(Unit.MULTIPLE, Bounds.closed(BigDecimal.valueOf(40), BigDecimal.valueOf(60))));

        ProgressAssessment progress = CALCULATOR.assess(
                range("50").build(), Observation.of(2025, wide), ProgressScheme.STATISTICS_CANADA.published());

        // within the range, below the floor, above the ceiling: all may be
        assertThat(progress.possibleStatuses()).contains(ProgressStatus.TARGET_ACHIEVED);
        assertThat(progress.possibleStatuses().size()).isGreaterThan(1);
        assertThat(progress.reason().en()).contains("; ");
    }

    // ---- schemes ----

    @ParameterizedTest
    @EnumSource
    void scheme_isFoundByItsCode_andNamed(ProgressScheme scheme) {
        assertThat(ProgressScheme.of(scheme.code())).isEqualTo(scheme);
        assertThat(scheme.text().en()).isNotBlank();
        assertThat(scheme.text().zh()).isNotBlank();
        assertThat(scheme.convention().id()).isNotBlank();
        assertThat(scheme.published().convention().id()).isNotBlank();
    }

    @Test
    void thresholds_ofAnotherNumber_areRefused() {
        // three statuses short of the target need two thresholds, and more are refused
        ProgressThresholds published = ProgressScheme.STATISTICS_CANADA.published();
        assertThatThrownBy(() -> ProgressThresholds.builder()
                        .from(published)
                        .id("own")
                        .addWithTarget(new BigDecimal("-5"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProgressThresholds.builder()
                        .from(published)
                        .id("own")
                        .addWithoutTarget(new BigDecimal("-5"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProgressThresholds.builder()
                        .from(published)
                        .id("no code")
                        .build())
                .hasMessageContaining("no code");
    }

    // ---- statements ----

    /** 30, 300 and 1,500 craftsmen by 2035, as the page of 2026 has them. */
    @Test
    void statement_isReadFromTheDossier() {
        Target national = PolicyDossiers.of(DOSSIER).orElseThrow().targets().stream()
                .filter(statement -> statement.id().equals("national-craftsmen"))
                .findFirst()
                .flatMap(statement -> statement.in(DOSSIER, ReadingConvention.withDefaults()))
                .orElseThrow();

        assertThat(national.id()).isEqualTo("national-craftsmen");
        assertThat(national.kind()).isEqualTo(TargetKind.LEVEL);
        assertThat(national.direction()).isEqualTo(Direction.INCREASE);
        assertThat(national.bound()).isEqualTo(TargetBound.INCLUDED);
        assertThat(national.year()).contains(2035);
        assertThat(national.value().orElseThrow().value().bounds().contains(BigDecimal.valueOf(30)))
                .isTrue();
        assertThat(national.baseline()).isEmpty();
        assertThat(national.milestones()).isEmpty();
    }

    @Test
    void statement_baselineAndMilestones_areReadWithTheirYears() {
        // both are of 2035, as is the target: years must be in order
        for (String wrong : List.of(", \"baseline\": \"A-06\"", ", \"milestones\": [\"A-07\"]")) {
            TargetStatement statement = statement(TargetKind.LEVEL, "\"A-08\"", wrong);
            assertThatThrownBy(() -> statement.in(DOSSIER, ReadingConvention.withDefaults()))
                    .hasMessage("Years of target t must be in order: 2035 before 2035");
        }
    }

    @Test
    void statement_ofARatioOrACadence_hasNoSingleNumber() {
        assertThat(statement(TargetKind.RATIO, "\"A-06\", \"A-07\"", "").in(DOSSIER, ReadingConvention.withDefaults()))
                .isEmpty();
        assertThat(statement(TargetKind.CADENCE, "\"A-06\"", "").in(DOSSIER, ReadingConvention.withDefaults()))
                .isEmpty();
    }

    @Test
    void statement_hasOneFigure_andARatioMore() {
        assertThatThrownBy(() -> statement(TargetKind.RATIO, "\"A-06\"", ""))
                .hasMessageContaining("Target t must have 2 or more figures: [A-06]");
        assertThatThrownBy(() -> statement(TargetKind.LEVEL, "\"A-06\", \"A-07\"", ""))
                .hasMessageContaining("Target t must have one figure: [A-06, A-07]");
        assertThatThrownBy(() -> statement(TargetKind.LEVEL, "", ""))
                .hasMessageContaining("Target t must have one figure: []");
    }
}
