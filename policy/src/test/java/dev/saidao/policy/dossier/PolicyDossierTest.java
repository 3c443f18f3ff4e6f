package dev.saidao.policy.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.policy.measure.Instrument;
import dev.saidao.policy.measure.ParkCertification;
import dev.saidao.policy.measure.ParkCount;
import dev.saidao.policy.measure.PolicyMeasure;
import dev.saidao.policy.measure.PolicyParameter;
import dev.saidao.policy.measure.Recognition;
import dev.saidao.policy.measure.Stage;
import dev.saidao.policy.measure.Validity;
import dev.saidao.policy.target.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The policy side of the page of 27 March 2026; numbers are those of its figures. */
class PolicyDossierTest {

    private static final Dossier FIGURES = Dossiers.of(2026);
    private static final PolicyDossier POLICY = PolicyDossiers.of(FIGURES).orElseThrow();
    private static final ReadingConvention READING = ReadingConvention.withDefaults();

    @Test
    void json_roundTrip() {
        assertThat(SaidaoJson.read(SaidaoJson.write(POLICY), PolicyDossier.class))
                .isEqualTo(POLICY);
    }

    @Test
    void targets_areThoseFor2035() {
        List<Target> targets = POLICY.targets(FIGURES, READING);

        assertThat(targets)
                .extracting(Target::id)
                .containsExactly("national-craftsmen", "grand-craftsmen", "district-craftsmen");
        assertThat(targets).allMatch(target -> target.year().equals(Optional.of(2035)));
        assertThat(targets)
                .extracting(target -> target.value().orElseThrow().value())
                .containsExactly(
                        BoundedQuantity.exactly(Count.of(30, "persons")),
                        BoundedQuantity.exactly(Count.of(300, "persons")),
                        BoundedQuantity.exactly(Count.of(1500, "persons")));
    }

    @Test
    void measures_byStageAndInstrument() {
        assertThat(POLICY.measures(Stage.SELECTION, Instrument.EVALUATION))
                .extracting(PolicyMeasure::id)
                .containsExactly("direct-recognition", "one-assessment-two-certificates", "grand-craftsmen-selection");
        assertThat(POLICY.measures(Stage.USE, Instrument.GUARANTEE)).isEmpty();
    }

    @Test
    void rules_canBeEvaluated() {
        Map<String, String> welder = Map.of(
                "highly-skilled", "yes",
                "urgently-needed-trade", "yes",
                "outstanding-skill", "yes",
                "outstanding-results", "yes");
        Recognition recognition = rule("direct-recognition", welder);

        assertThat(recognition.outcome()).isEqualTo(Recognition.Outcome.GRANTED);
        assertThat(recognition.reason().zh()).isEqualTo("予以认定:高级技师");
        assertThat(rule("one-assessment-two-certificates", welder).outcome())
                .isEqualTo(Recognition.Outcome.UNDETERMINED);
        assertThat(rule(
                                "one-assessment-two-certificates",
                                Map.of(
                                        "highly-skilled",
                                        "yes",
                                        "key-field",
                                        "yes",
                                        "meets-conditions",
                                        "yes",
                                        "assessments-passed",
                                        "1"))
                        .granted())
                .hasSize(2);
        assertThat(rule("senior-title", Map.of("leading-highly-skilled", "no")).outcome())
                .isEqualTo(Recognition.Outcome.NOT_GRANTED);
    }

    private static Recognition rule(String measure, Map<String, String> candidate) {
        return POLICY.measures().stream()
                .filter(one -> one.id().equals(measure))
                .findFirst()
                .flatMap(PolicyMeasure::rule)
                .orElseThrow()
                .evaluate(candidate);
    }

    @Test
    void parks_beforeAndByOperator() {
        ParkCertification parks = POLICY.parks(FIGURES, READING).get(0);

        assertThat(parks.certifiedBefore(2025, Optional.empty())
                        .orElseThrow()
                        .value()
                        .point())
                .contains(BigDecimal.valueOf(40));
        assertThat(parks.share(2025, "Zhongguancun Development Group")
                        .orElseThrow()
                        .value()
                        .point())
                .contains(new BigDecimal("0.140625"));
        assertThat(parks.certifiedBefore(2024, Optional.empty())).isEmpty();
        assertThat(parks.share(2025, "nobody")).isEmpty();
        assertThat(SaidaoJson.read(SaidaoJson.write(parks), ParkCertification.class))
                .isEqualTo(parks);
    }

    @Test
    void parks_contradictions_areRefused() {
        ParkCount all =
                ParkCount.of(2025, Optional.empty(), Optional.empty(), Optional.of(Operand.of(Count.of(64, "parks"))));
        ParkCount more = ParkCount.of(
                2025, Optional.of("group"), Optional.empty(), Optional.of(Operand.of(Count.of(65, "parks"))));

        assertThatThrownBy(() -> ParkCertification.of("p", Label.same("p"), List.of(all, more)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Certified of an operator must be no more than all together: group, 2025");
        assertThatThrownBy(() -> ParkCertification.of("p", Label.same("p"), List.of(all, all)))
                .hasMessage("Year and operator must be given once: 2025, all");
    }

    @Test
    void parameter_asOfADay() {
        PolicyParameter perRound = POLICY.parameters().get(0);
        assertThat(perRound.valueAsOf(LocalDate.of(2026, 3, 25))).isEmpty();
        assertThat(perRound.valueAsOf(LocalDate.of(2026, 3, 26)).orElseThrow().amount())
                .isEqualByComparingTo("50");

        PolicyParameter changing = PolicyParameter.of(
                "p",
                Label.same("p"),
                Map.of(
                        LocalDate.of(2020, 1, 1), Optional.of(persons("10")),
                        LocalDate.of(2022, 1, 1), Optional.of(persons("20")),
                        LocalDate.of(2024, 1, 1), Optional.empty()));
        assertThat(changing.valueAsOf(LocalDate.of(2021, 12, 31)).orElseThrow().digits())
                .isEqualTo("10");
        assertThat(changing.valueAsOf(LocalDate.of(2022, 1, 1)).orElseThrow().digits())
                .isEqualTo("20");
        assertThat(changing.valueAsOf(LocalDate.of(2030, 1, 1))).isEmpty();
        assertThat(SaidaoJson.read(SaidaoJson.write(changing), PolicyParameter.class))
                .isEqualTo(changing);
        assertThatThrownBy(() -> PolicyParameter.of("p", Label.same("p"), Map.of()))
                .hasMessage("Parameter must have a value: p");
    }

    private static PrintedNumber persons(String digits) {
        return PrintedNumber.of(digits, UnitMultiplier.ONE, Unit.count("persons"), Qualifier.NONE);
    }

    @Test
    void validity() {
        Validity year = Validity.of(Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2026, 12, 31)));

        assertThat(year.mayHoldOn(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(year.mayHoldOn(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(year.mayHoldOn(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(Validity.unknown().mayHoldOn(LocalDate.of(1900, 1, 1))).isTrue();
        assertThatThrownBy(
                        () -> Validity.of(Optional.of(LocalDate.of(2026, 1, 2)), Optional.of(LocalDate.of(2026, 1, 1))))
                .hasMessage("Last day must not be before the first: 2026-01-02 to 2026-01-01");
    }

    @Test
    void otherDossiers_haveNoPolicySide() {
        Dossier other = Dossier.builder().id("mine").title(Label.same("mine")).build();

        assertThat(PolicyDossiers.of(other)).isEmpty();
        assertThat(POLICY.hasFiguresIn(other)).isFalse();
        assertThat(POLICY.hasFiguresIn(FIGURES)).isTrue();
    }
}
