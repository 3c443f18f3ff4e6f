package dev.saidao.policy.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.measure.PolicyMeasure;
import dev.saidao.policy.target.TargetStatement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The page of 2026: 225万 front-line talents, 20% and 200 in 10,000 of the employed; 30, 300, 1500 craftsmen by 2035. */
class TalentOutlookTest {

    private static final Percentage ALMOST = Percentage.withPercentage(1e-8);

    private final Dossier dossier = Dossiers.of(2026);
    private final TalentOutlook outlook = TalentOutlookCalculator.withDefaults().outlook(dossier);

    private TargetStudy study(String id) {
        return outlook.studies().stream()
                .filter(study -> study.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** By hand: 2.25 million / 20% = 11.25 million; 2.25 million × 10,000 / 200 = 112.5 million. */
    @Test
    void wholes_contradictEachOther() {
        assertThat(outlook.wholes())
                .extracting(whole ->
                        whole.id() + " " + whole.result().point().orElseThrow().toPlainString())
                .containsExactly(
                        "frontline-talent.employed-by-share 11250000",
                        "frontline-talent.employed-by-density 112500000");
    }

    @Test
    void pyramid_ofTheTargetsOfOneYear() {
        TargetPyramid pyramid = outlook.pyramid().orElseThrow();

        assertThat(pyramid.year()).isEqualTo(2035);
        assertThat(pyramid.pyramid().proportion().orElseThrow())
                .extracting(Number::intValue)
                .containsExactly(1, 10, 50);
    }

    /** By hand: rounds of 50 in 2025, 2027, …, 2035 with 1% leaving a year: 50 × (1 + 0.99^2 + … + 0.99^10) = 285.4651464. */
    @Test
    void study_ofThePublishedRounds() {
        TargetStudy study = study("talent.grand-craftsmen.from-year-before.loss-1");
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i <= 10; i += 2) {
            expected = expected.add(new BigDecimal("50").multiply(new BigDecimal("0.99").pow(i)));
        }

        assertThat(study.rounds()).isEqualTo(6);
        assertThat(point(study, TargetStudy.Quantity.EXPECTED)).isCloseTo(expected, ALMOST);
        // what is missing is what rounds would have to be larger by
        assertThat(point(study, TargetStudy.Quantity.ROUND_SIZE))
                .isCloseTo(
                        new BigDecimal("300")
                                .multiply(new BigDecimal("50"))
                                .divide(expected, 20, java.math.RoundingMode.HALF_UP),
                        ALMOST);
        assertThat(study.chances()).hasSize(11);
        // all 300 selected must stay: in round i, 50 people for 10, 8, …, 0 years
        assertThat(study.chances().get(10).probability())
                .isCloseTo(new BigDecimal("0.99").pow(50 * (10 + 8 + 6 + 4 + 2)), Percentage.withPercentage(1e-6));
    }

    @Test
    void study_withoutPublishedRounds_saysWhatWouldDo() {
        TargetStudy study = study("talent.national-craftsmen.from-first-year.loss-0");

        assertThat(study.value(TargetStudy.Quantity.EXPECTED)).isEmpty();
        assertThat(study.chances()).isEmpty();
        assertThat(study.openingForLikely()).isEmpty();
        assertThat(study.explanation().notes()).extracting(Label::en).startsWith("assumed to leave in a year: 0%");
        // 30 in five rounds
        assertThat(point(study, TargetStudy.Quantity.ROUND_SIZE)).isEqualByComparingTo("6");
    }

    private static BigDecimal point(TargetStudy study, TargetStudy.Quantity quantity) {
        return study.value(quantity).orElseThrow().result().point().orElseThrow();
    }

    @Test
    void withLosses_triesThose() {
        TalentOutlookCalculator calculator = TalentOutlookCalculator.withDefaults();

        assertThat(calculator
                        .withLosses(List.of(new BigDecimal("0.05")))
                        .outlook(dossier)
                        .studies())
                .hasSize(outlook.studies().size() / 3)
                .allSatisfy(study -> assertThat(study.loss()).isEqualByComparingTo("0.05"));
        assertThatThrownBy(() -> calculator.withLosses(List.of(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Loss must be from 0 to less than 1: 1");
    }

    @Test
    void notAssessable_unlessATargetHasABaseline() {
        PolicyDossier policy = PolicyDossiers.of(dossier).orElseThrow();
        assertThat(outlook.notAssessable())
                .map(Label::en)
                .hasValueSatisfying(why -> assertThat(why).contains("cannot be assessed"));
        assertThat(TalentOutlookCalculator.withDefaults().outlook(dossier, policy))
                .isEqualTo(outlook);
        // without targets there is nothing to assess
        PolicyDossier without = PolicyDossier.builder()
                .from(policy)
                .targets(List.<TargetStatement>of())
                .build();
        assertThat(TalentOutlookCalculator.withDefaults()
                        .outlook(dossier, without)
                        .notAssessable())
                .isEmpty();
    }

    /** By hand: 64 - 24 = 40; 9 / 64 = 14.0625%. */
    @Test
    void parks_beforeAndShares() {
        assertThat(ParkShareCalculator.withDefaults().conclusions(dossier))
                .extracting(conclusion -> conclusion.toText(Locale.ENGLISH))
                .anySatisfy(text -> assertThat(text).isEqualTo("certified before 2025: 40 parks"))
                .anySatisfy(text -> assertThat(text).contains("9 of 64 are ", "≈ 14.06%"));
    }

    @Test
    void measureTable_hasEveryMeasureOnce() {
        PolicyDossier policy = PolicyDossiers.of(dossier).orElseThrow();

        assertThat(policy.measureTable())
                .flatExtracting(PolicyDossier.MeasureCell::measures)
                .extracting(PolicyMeasure::id)
                .containsExactlyInAnyOrderElementsOf(
                        policy.measures().stream().map(PolicyMeasure::id).toList());
    }

    @Test
    void comparison_saysThatNoOrderFollows() {
        ComparisonSummary summary =
                TrackComparison.of(dossier, ReadingConvention.withDefaults()).summary();

        assertThat(summary.filled()).isEqualTo(20);
        assertThat(summary.cells()).isEqualTo(130);
        assertThat(summary.conclusion().en()).endsWith("each may have any rank from 1 to 10.");
    }

    @Test
    void results_areTheSameAfterJson() {
        assertThat(SaidaoJson.read(SaidaoJson.write(outlook), TalentOutlook.class))
                .isEqualTo(outlook);
        ComparisonSummary summary =
                TrackComparison.of(dossier, ReadingConvention.withDefaults()).summary();
        assertThat(SaidaoJson.read(SaidaoJson.write(summary), ComparisonSummary.class))
                .isEqualTo(summary);
        assertThat(outlook.everyConclusion()).extracting(Conclusion::id).doesNotHaveDuplicates();
    }
}
