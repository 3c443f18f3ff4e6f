package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.text.DisplayFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    // ---- in words ----

    private static Conflict only(List<Figure> figures, FigureRelation... relations) {
        List<Conflict> conflicts = AUDITOR.audit(figures, List.of(relations)).conflicts();
        assertThat(conflicts).hasSize(1);
        return conflicts.get(0);
    }

    /** 200 are twice 100, whichever of the two is judged. */
    @Test
    void text_ofTwo_saysTheFactor() {
        List<Figure> figures = List.of(figure("a", "USD 100 bn"), figure("b", "USD 200 bn"));
        Conflict conflict = only(figures, FigureRelation.same("s", List.of("a", "b")));
        Conflict other = only(figures, FigureRelation.same("s", List.of("b", "a")));

        assertThat(conflict.text().en())
                .isEqualTo(
                        "USD 100 billion (a) and USD 200 billion (b) differ by a factor of 2; the rest agrees without a or b");
        assertThat(conflict.text().zh())
                .startsWith("1000亿美元(a)与2000亿美元(b)相差 2 倍;")
                .endsWith("去掉 a 或 b 后其余一致");
        assertThat(other.text()).isEqualTo(conflict.text());
    }

    /** 2 and 3 are not 9. */
    @Test
    void text_ofThree_saysWhatOneRelationSaysOfThem() {
        Conflict conflict = only(
                List.of(figure("a", "USD 2.0 bn"), figure("b", "USD 3.0 bn"), figure("t", "USD 9.0 bn")),
                FigureRelation.sum("s", "t", List.of("a", "b")));

        assertThat(conflict.text().en())
                .startsWith("USD 2 billion (a), USD 3 billion (b) and USD 9 billion (t) cannot all be true (")
                .contains("): the others imply total (t) = ")
                .endsWith("the rest agrees without a or b or t");
        assertThat(conflict.text().zh())
                .startsWith("20亿美元(a)、30亿美元(b)与90亿美元(t)不能同时成立(")
                .contains("):由其他数字推得 total (t) = ")
                .endsWith("去掉 a 或 b 或 t 后其余一致");
    }

    /** x and y are all, and so are twice x and y: x can be none at most, and is 60%. */
    @Test
    void text_ofOne_saysThatItCannotBe() {
        Share all = Share.of(BigDecimal.ONE);
        Conflict conflict = only(
                List.of(figure("x", "60%")),
                FigureRelation.sum("once", all, List.of("x", "y")),
                FigureRelation.sum("twice", all, List.of("x", "x", "y")));

        assertThat(conflict.figures()).containsExactly("x");
        assertThat(conflict.text().en()).startsWith("60% (x) cannot be true (").endsWith("the rest agrees without x");
        assertThat(conflict.text().zh()).startsWith("60%(x)不可能成立(").endsWith("去掉 x 后其余一致");
    }

    /** The same where no relation alone says so: x and two more are all, and so are x and both of these twice. */
    @Test
    void text_ofOneThatNoRelationContradicts_saysSo() {
        Share all = Share.of(BigDecimal.ONE);
        Conflict conflict = only(
                List.of(figure("x", "60%")),
                FigureRelation.sum("once", all, List.of("x", "y", "z")),
                FigureRelation.sum("twice", all, List.of("x", "y", "y", "z", "z")));

        assertThat(conflict.figures()).containsExactly("x");
        assertThat(conflict.text().en())
                .isEqualTo("60% (x) cannot make all its relations true; the rest agrees without x");
        assertThat(conflict.text().zh()).isEqualTo("60%(x)不可能使各关系同时成立;去掉 x 后其余一致");
    }

    /** Of several relations that contradict that of the fewest figures is told, whatever their ids. */
    @Test
    void text_ofSeveralRelations_isOfTheSmallest() {
        AuditReport report = AUDITOR.audit(
                List.of(
                        figure("a", "USD 1.0 bn"),
                        figure("b", "USD 9.0 bn"),
                        figure("c", "USD 2.0 bn"),
                        figure("d", "USD 3.0 bn")),
                List.of(FigureRelation.sum("m", "d", List.of("b", "c")), FigureRelation.same("z", List.of("a", "b"))));

        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.witnesses()).containsExactly("m", "z");
            assertThat(conflict.text().en())
                    .contains(" cannot all be true ("
                            + report.finding("z").title().en() + "): ");
        });
    }

    /** By the first sum c is 3 at most, by the second 3.45 at least; its own print, 2.5 to 3.5, allows either. */
    @Test
    void text_ofThoseThatAgreeOneByOne_saysSo() {
        Conflict conflict = only(
                List.of(
                        figure("a", "USD 1 bn"),
                        figure("b", "USD 1 bn"),
                        figure("c", "USD 3 bn"),
                        figure("d", "USD 1 bn"),
                        figure("e", "USD 5.0 bn")),
                FigureRelation.sum("first", "c", List.of("a", "b")),
                FigureRelation.sum("second", "e", List.of("c", "d")));

        assertThat(conflict.figures()).containsExactly("a", "b", "d", "e");
        assertThat(conflict.witnesses()).containsExactly("first", "second");
        assertThat(conflict.smallestRemovals())
                .containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("d"), Set.of("e"));
        assertThat(conflict.text().en()).contains(" and USD 5 billion (e) agree one by one, but cannot all be true; ");
        assertThat(conflict.text().zh()).contains("各自一致,但不能同时成立;");
    }

    /** A figure that nobody printed is 1 by one relation and 5 by another: each is told with what it follows from. */
    @Test
    void text_ofFiguresWithoutOthers_saysWhatEachGives() {
        Conflict conflict = only(
                List.of(figure("a", "USD 1.0 bn"), figure("b", "USD 2.0 bn"), figure("c", "USD 3.0 bn")),
                FigureRelation.same("one", List.of("a", "y")),
                FigureRelation.sum("two", "y", List.of("b", "c")));

        assertThat(conflict.text().en())
                .contains("; USD 1 billion (a) gives y = USD 1 billion; ")
                .contains("; USD 2 billion (b) and USD 3 billion (c) give y = USD 5 billion; ");
        assertThat(conflict.text().zh()).contains(";由10亿美元(a)得 y = 10亿美元;").contains(";由20亿美元(b)与30亿美元(c)得 y = 50亿美元;");
    }

    /** So it is of the first of all figures, and where six figures are behind it; of seven nothing is said. */
    @Test
    void text_ofFiguresWithoutOthers_namesUpToSix() {
        assertThat(given(6)).contains(" and USD 1 billion (p6) give a = USD 6 billion; ");
        assertThat(given(7)).contains(" gives a = USD 9 billion; ").doesNotContain(" give a = ");
    }

    private static String given(int count) {
        List<Figure> figures = new ArrayList<>(List.of(figure("q", "USD 9.0 bn")));
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            figures.add(figure("p" + i, "USD 1.0 bn"));
            parts.add("p" + i);
        }
        return only(figures, FigureRelation.sum("one", "a", parts), FigureRelation.same("two", List.of("a", "q")))
                .text()
                .en();
    }

    /** What is known from below only is told as that: 6 persons and some more. */
    @Test
    void text_ofWhatIsKnownFromBelow() {
        Conflict conflict = only(
                List.of(figure("p", "6 persons"), figure("q", "3 persons")),
                FigureRelation.sum("one", "y", List.of("p", "more")),
                FigureRelation.same("two", List.of("y", "q")));
        BoundedQuantity least = BoundedQuantity.of(Unit.parse("persons"), Bounds.atLeast(BigDecimal.valueOf(6)));

        assertThat(conflict.text().en())
                .contains("; 6 persons (p) gives y = "
                        + DisplayFormat.of(Locale.ENGLISH).format(least) + "; ");
    }

    /** Seven are too many to be named in a sentence, and too many removals to be told. */
    @Test
    void text_ofMany_namesSix() {
        List<Figure> figures = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            figures.add(figure("p" + i, "USD " + i + ".0 bn"));
            parts.add("p" + i);
        }
        figures.add(figure("t", "USD 99.0 bn"));
        Conflict conflict = only(figures, FigureRelation.sum("s", "t", parts));

        assertThat(conflict.figures()).hasSize(8);
        assertThat(conflict.text().en())
                .contains("(p5) and USD 6 billion (p6) cannot all be true")
                .endsWith("the rest agrees without p1 or p2 or p3 or p4 or p5 or p6");
    }

    // ---- what belongs to a conflict ----

    /** A power of ten too many in one part: the sum of ten such parts is right without it. */
    @Test
    void repairs_ofAConflict_leaveTheRestTrue() {
        Conflict conflict = only(
                List.of(
                        figure("t", "USD 35.30 bn"),
                        figure("a", "USD 12.10 bn"),
                        figure("b", "USD 232.0 bn"),
                        figure("c", "USD 116.0 bn")),
                FigureRelation.sum("s", "t", List.of("a", "b")),
                FigureRelation.multiple("m", "c", "b", "two"));

        assertThat(conflict.witnesses()).containsExactly("s");
        assertThat(conflict.repairs()).extracting(Repair::code).containsExactly("b/10");
        assertThat(conflict.repairs().get(0).verdict()).isEqualTo(Verdict.AGREES);
    }

    /** The same, where half of b was printed too: with b changed that would be wrong, so the change is no repair. */
    @Test
    void repairs_thatBreakWhatAgrees_areNotTold() {
        Conflict conflict = only(
                List.of(
                        figure("t", "USD 35.30 bn"),
                        figure("a", "USD 12.10 bn"),
                        figure("b", "USD 232.0 bn"),
                        figure("c", "USD 116.0 bn"),
                        figure("two", "2.0 times")),
                FigureRelation.sum("s", "t", List.of("a", "b")),
                FigureRelation.multiple("m", "c", "b", "two"));

        assertThat(conflict.repairs()).isEmpty();
    }

    /** A tenth of b mends the one sum and not the other: of the one it is a repair, and of both together none. */
    @Test
    void repairs_ofOneOfTwo_areNoneOfBoth() {
        AuditReport report = AUDITOR.audit(
                List.of(
                        figure("t", "USD 35.30 bn"),
                        figure("a", "USD 12.10 bn"),
                        figure("b", "USD 232.0 bn"),
                        figure("c", "USD 1.000 bn"),
                        figure("u", "USD 99.00 bn")),
                List.of(
                        FigureRelation.sum("s", "t", List.of("a", "b")),
                        FigureRelation.sum("v", "u", List.of("b", "c"))));

        assertThat(report.finding("s").repairs()).extracting(Repair::code).contains("b/10");
        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.witnesses()).containsExactly("s", "v");
            assertThat(conflict.repairs()).isEmpty();
        });
    }

    /** Pairs that contradict each other, each tied to the next by a sum that any of them meets: 2 ways to mend each pair. */
    private static AuditReport pairs(int count) {
        List<Figure> figures = new ArrayList<>();
        List<FigureRelation> relations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            figures.add(figure("a" + i, "USD 1.0 bn"));
            figures.add(figure("b" + i, "USD 3.0 bn"));
            relations.add(FigureRelation.same("s" + i, List.of("a" + i, "b" + i)));
            if (i > 0) {
                relations.add(FigureRelation.difference("d" + i, "a" + (i - 1), "a" + i, "change" + i));
            }
        }
        return AUDITOR.audit(figures, relations);
    }

    /** Two pairs have 4 ways to be mended together, ten have 1,024, of which not all are looked at, as is said. */
    @Test
    void audit_tooManyWaysToMend_saysThatItStoppedEarly() {
        AuditReport few = pairs(2);
        assertThat(few.conflicts()).hasSize(2);
        assertThat(few.stoppedEarly()).isFalse();
        assertThat(few.conflicts())
                .extracting(Conflict::figures)
                .containsExactly(List.of("a0", "b0"), List.of("a1", "b1"));

        AuditReport many = pairs(10);
        assertThat(many.conflicts()).hasSize(10);
        assertThat(many.stoppedEarly()).isTrue();
    }
}
