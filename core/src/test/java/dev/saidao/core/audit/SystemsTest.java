package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Figures that follow only from several relations together, and networks that share their figures. */
class SystemsTest {

    private static final Auditor AUDITOR = Auditor.withDefaults();

    /** "Grew by 165 bn at 18% a year over 4 years". */
    private static final List<Figure> GREW_BY = List.of(figure("n", "USD 165 bn"), figure("r", "18%", "per year"));

    private static final List<FigureRelation> INCREASE =
            List.of(FigureRelation.cumulative("c", "e", "b", "n"), FigureRelation.growth("g", "b", "e", "r", 4));

    /**
     * By hand: base = increase / ((1 + rate)^4 - 1): 165 / (1.18^4 - 1) = 175.77, at least 164.5 / (1.185^4 - 1) = 169.27 and at
     * most 165.5 / (1.175^4 - 1) = 182.65; the end is the base and the increase.
     */
    @Test
    void baseAndEnd_followFromIncreaseAndRate() {
        AuditReport report = AUDITOR.audit(GREW_BY, INCREASE);

        assertThat(report.stoppedEarly()).isFalse();
        assertThat(report.conflicts()).isEmpty();
        assertThat(report.findings()).extracting(Finding::verdict).containsOnly(Verdict.NOT_CHECKABLE);
        assertDerived(report, "b", 175.77, 169.27, 182.65);
        assertDerived(report, "e", 175.77 + 165, 169.27 + 164.5, 182.65 + 165.5);
        assertThat(report.derived())
                .allSatisfy(derived -> assertThat(derived.relations()).containsExactly("c", "g"));
        assertThat(SaidaoJson.read(SaidaoJson.write(report), AuditReport.class)).isEqualTo(report);
    }

    private static void assertDerived(AuditReport report, String id, double point, double low, double high) {
        assertThat(report.derived())
                .filteredOn(derived -> derived.id().equals(id))
                .singleElement()
                .satisfies(derived -> {
                    assertThat(billions(derived.derivation().result().point().orElseThrow()))
                            .isCloseTo(point, org.assertj.core.data.Offset.offset(0.01));
                    assertEnds(derived.derivation().result().bounds(), low, high);
                });
        assertEnds(Objects.requireNonNull(report.bounds().get(id)).bounds(), low, high);
    }

    private static void assertEnds(Bounds bounds, double low, double high) {
        assertThat(billions(bounds.lower().orElseThrow())).isCloseTo(low, org.assertj.core.data.Offset.offset(0.01));
        assertThat(billions(bounds.upper().orElseThrow())).isCloseTo(high, org.assertj.core.data.Offset.offset(0.01));
    }

    private static double billions(BigDecimal value) {
        return value.movePointLeft(9).doubleValue();
    }

    /** With the base printed too, the loop is gone and one relation checks the other: 175.8 bn agrees, 200 bn does not. */
    @Test
    void printedBase_isHeldAgainstWhatFollows() {
        List<Figure> agreeing = new ArrayList<>(GREW_BY);
        agreeing.add(figure("b", "USD 175.8 bn"));
        assertThat(AUDITOR.audit(agreeing, INCREASE).findings())
                .extracting(Finding::verdict)
                .allMatch(Verdict::isAgreement);

        List<Figure> wrong = new ArrayList<>(GREW_BY);
        wrong.add(figure("b", "USD 200 bn"));
        assertThat(AUDITOR.audit(wrong, INCREASE).conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.figures()).containsExactly("b", "n", "r"));
    }

    /** A third relation on the two figures of a loop is held against the other two, which have one solution. */
    @Test
    void thirdRelation_isHeldAgainstTheSolutionOfTheOthers() {
        List<FigureRelation> relations = new ArrayList<>(INCREASE);
        relations.add(FigureRelation.multiple("m", "b", "e", "times"));
        List<Figure> figures = new ArrayList<>(GREW_BY);
        figures.add(figure("times", "1.94 times")); // 1.18^4 = 1.9388
        AuditReport agreeing = AUDITOR.audit(figures, relations);
        assertThat(agreeing.finding("m").verdict().isAgreement()).isTrue();
        assertThat(agreeing.conflicts()).isEmpty();

        figures.set(2, figure("times", "2.94 times"));
        AuditReport wrong = AUDITOR.audit(figures, relations);
        assertThat(wrong.finding("m").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(wrong.conflicts()).isNotEmpty();
    }

    /**
     * Three growths from one base that nobody printed: 17 bn at 10%, 45 bn at 20%, 109 bn at 30% over ten years. By hand the
     * bases are 6.08 to 7.06, 6.89 to 7.66 and 7.57 to 8.25 bn: the first and the last do not meet.
     */
    @Test
    void growthsFromOneBase_conflict_andAreRepairedOnlyTogether() {
        List<Figure> figures = List.of(
                figure("ra", "10%", "per year"),
                figure("rb", "20%", "per year"),
                figure("rc", "30%", "per year"),
                figure("ea", "USD 17 bn"),
                figure("eb", "USD 45 bn"),
                figure("ec", "USD 109 bn"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(
                        FigureRelation.growth("A", "b", "ea", "ra", 10),
                        FigureRelation.growth("B", "b", "eb", "rb", 10),
                        FigureRelation.growth("C", "b", "ec", "rc", 10)));

        assertThat(report.finding("A").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.finding("B").verdict().isAgreement()).isTrue();
        assertThat(report.finding("C").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.figures()).containsExactly("ea", "ec", "ra", "rc"));
        assertThat(report.findings())
                .flatExtracting(Finding::repairs)
                .extracting(Repair::code)
                .doesNotContain("ec*10", "ec/10", "ea*10", "ea/10", "rc*10", "rc/10");
    }

    /** What repairs one relation must not break another that agrees: the total of 100 is right, the part of 60 is not. */
    @Test
    void repairOfASharedFigure_mustLeaveItsOtherRelationsTrue() {
        List<Figure> figures = List.of(
                figure("total", "USD 1000 bn"),
                figure("a", "USD 600 bn"),
                figure("b", "USD 400 bn"),
                figure("part", "USD 50.0 bn"),
                figure("share", "50.0%"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(
                        FigureRelation.sum("sum", "total", List.of("a", "b")),
                        FigureRelation.share("share", "part", "total", "share")));

        assertThat(report.finding("share").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.finding("share").repairs())
                .extracting(Repair::code)
                .contains("part*10", "share/10")
                .doesNotContain("whole/10");
    }

    /** A chain of pairs, each figure twice the one before by two relations: without memory a walk of it doubles at each. */
    @Test
    void graphThatSharesItsFigures_endsInTime() {
        List<Figure> figures = new ArrayList<>(List.of(figure("x0", "USD 1.0 bn"), figure("two", "2.0 times")));
        List<FigureRelation> relations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            relations.add(FigureRelation.multiple("m" + i, "x" + i, "x" + (i + 1), "two"));
            relations.add(FigureRelation.sum("s" + i, "x" + (i + 1), List.of("x" + i, "x" + i)));
        }
        AuditReport report = AUDITOR.audit(figures, relations);

        assertThat(report.findings()).extracting(Finding::verdict).doesNotContain(Verdict.CONTRADICTS);
        assertThat(report.derived()).hasSize(40);
        assertThat(report.derived())
                .allSatisfy(derived -> assertThat(derived.derivation().toText(java.util.Locale.ENGLISH))
                        .hasSizeLessThan(100_000));
        assertThat(SaidaoJson.write(report).length()).isLessThan(20_000_000);
    }
}
