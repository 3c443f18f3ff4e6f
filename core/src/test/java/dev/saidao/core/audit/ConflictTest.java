package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.relation.FigureRelation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings that belong together are one conflict, in plain words; and the kinds of relation that limit figures. */
class ConflictTest {

    private static final Auditor AUDITOR = Auditor.withDefaults();

    /** 2.25 million are 20% of 11.25 million, and 200 per 10,000 of 112.5 million. */
    @Test
    void dossier_talent_isOneConflictWithThreeWitnesses() {
        Dossier dossier = Dossiers.of(2026);
        Conflict conflict = AUDITOR.audit(dossier.figures(), dossier.auditableRelations())
                .conflicts()
                .get(0);

        assertThat(conflict.figures()).containsExactly("A-02", "A-03");
        assertThat(conflict.witnesses()).containsExactly("talent-density", "talent-share", "talent-share-and-density");
        assertThat(conflict.repairs()).extracting(Repair::code).containsExactlyInAnyOrder("A-02/10", "A-03*10");
        assertThat(conflict.text().en())
                .isEqualTo("20% (A-02) and 200 persons per 10,000 employed (A-03) differ by a factor of 10; "
                        + "2.25 million persons (A-01) fit 20% (A-02) with employed = 11.25 million employed; "
                        + "2.25 million persons (A-01) fit 200 persons per 10,000 employed (A-03) with employed = "
                        + "112.5 million employed; the rest agrees without A-02 or A-03");
        assertThat(conflict.text().zh()).contains("相差 10 倍", "employed = 1125万就业人口", "去掉 A-02 或 A-03 后其余一致");
    }

    @Test
    void figuresThatAgreeOneByOne_areSaidToDoSo() {
        AuditReport report = AUDITOR.audit(
                List.of(
                        figure("a", "USD 0.9 bn"),
                        figure("b", "USD 1 bn"),
                        figure("c", "USD 3 bn"),
                        figure("d", "USD 1 bn"),
                        figure("e", "USD 5 bn")),
                List.of(
                        FigureRelation.sum("first", "c", List.of("a", "b")),
                        FigureRelation.sum("second", "e", List.of("c", "d"))));

        assertThat(report.conflicts()).isNotEmpty();
        assertThat(report.conflicts().get(0).witnesses()).isNotEmpty();
    }

    /** A part of 400 in a whole of 100: a share of 400% that nobody printed cannot be; one that was printed is a ratio. */
    @Test
    void partLargerThanItsWhole_contradictsUnlessTheRatioIsPrinted() {
        List<FigureRelation> share = List.of(FigureRelation.share("s", "p", "w", "x"));
        AuditReport report = AUDITOR.audit(List.of(figure("w", "USD 100 bn"), figure("p", "USD 400 bn")), share);

        assertThat(report.finding("s").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.finding("s").reason().en()).endsWith("a part cannot be larger than its whole");
        assertThat(report.derived()).isEmpty();
        assertThat(report.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.figures()).containsExactly("p", "w"));
        assertThat(AUDITOR.audit(
                                List.of(figure("w", "USD 100 bn"), figure("p", "USD 400 bn"), figure("x", "400%")),
                                share)
                        .finding("s")
                        .verdict())
                .isEqualTo(Verdict.AGREES);
    }

    /** 92.785 to 92.795 of 100 persons is no person; 92.5 to 93.5 is one, and of a hundred thousand there are many. */
    @Test
    void partOfCountedThings_isAWholeNumber() {
        assertThat(ofPersons("100 persons", "92.79%")).isEqualTo(Verdict.CONTRADICTS);
        assertThat(ofPersons("100 persons", "93%")).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(ofPersons("100000 persons", "92.79%")).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(ofPersons("USD 100", "92.79%")).isEqualTo(Verdict.NOT_CHECKABLE);
    }

    private static Verdict ofPersons(String whole, String share) {
        return AUDITOR.audit(
                        List.of(figure("w", whole), figure("x", share)),
                        List.of(FigureRelation.share("s", "p", "w", "x")))
                .finding("s")
                .verdict();
    }

    /** 1.1^5 = 1.61051; 1.1^7.27 = 2; (10 + 20) / 2 = 15. */
    @Test
    void kindsWithoutSizes_andMeans_andLimits() {
        AuditReport report = AUDITOR.audit(
                List.of(
                        figure("rate", "10.0%", "per year"),
                        figure("total", "61.1%"),
                        figure("years", "7.3", "years"),
                        figure("a", "USD 10 bn"),
                        figure("b", "USD 20 bn"),
                        figure("mean", "USD 15 bn"),
                        figure("small", "USD 18 bn"),
                        figure("large", "USD 40 bn")),
                List.of(
                        FigureRelation.totalGrowth("span", "total", "rate", 5),
                        FigureRelation.doublingTime("doubling", "rate", "years"),
                        FigureRelation.average("average", "mean", List.of("a", "b")),
                        FigureRelation.between("between", "a", "b", "small"),
                        FigureRelation.between("beyond", "a", "b", "large"),
                        FigureRelation.atMost("within", "large", List.of("a", "b")),
                        FigureRelation.atMost("above", "small", List.of("a", "b"))));

        assertThat(List.of("span", "doubling", "average", "between", "within"))
                .allSatisfy(id ->
                        assertThat(report.finding(id).verdict().isAgreement()).isTrue());
        assertThat(report.finding("beyond").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.finding("above").verdict()).isEqualTo(Verdict.CONTRADICTS);
    }
}
