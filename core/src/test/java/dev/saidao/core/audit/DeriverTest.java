package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What follows of figures that nobody printed, from one relation or several. */
class DeriverTest {

    private static AuditReport audit(List<Figure> figures, FigureRelation... relations) {
        return Auditor.withDefaults().audit(figures, List.of(relations));
    }

    /** 4.5 to 5.5 by one relation and 4.95 to 5.05 by another are 4.95 to 5.05, in one derivation. */
    @Test
    void derived_bySeveralRelations_isWhatTheyLeave() {
        AuditReport report = audit(
                List.of(figure("a", "USD 5"), figure("b", "USD 5.0")),
                FigureRelation.same("r", List.of("a", "y")),
                FigureRelation.same("s", List.of("b", "y")));

        assertThat(report.derived()).singleElement().satisfies(derived -> {
            assertThat(derived.id()).isEqualTo("y");
            assertThat(derived.relations()).containsExactly("r", "s");
            assertThat(derived.derivation().result().bounds()).isEqualTo(Bounds.parse("[4.95, 5.05]"));
            assertThat(derived.derivation().toText(Locale.ENGLISH)).contains("x = x1 ∩ x2");
        });
    }

    /** 1 by one relation and 5 by another cannot be told together. */
    @Test
    void derived_byRelationsThatContradict_isToldOfEach() {
        AuditReport report = audit(
                List.of(figure("a", "USD 1"), figure("b", "USD 5")),
                FigureRelation.same("r", List.of("a", "y")),
                FigureRelation.same("s", List.of("b", "y")));

        assertThat(report.derived()).extracting(DerivedFigure::relations).containsExactly(List.of("r"), List.of("s"));
        assertThat(report.derived())
                .extracting(derived -> derived.derivation().result().bounds())
                .containsExactly(Bounds.parse("[0.5, 1.5]"), Bounds.parse("[4.5, 5.5]"));
    }

    /**
     * Of four numbers for one figure, 1, 5, 5.0 and 9, the two fives agree with each other, whatever the others say; 1 and 9 with none.
     */
    @Test
    void told_whereOthersContradict_isOneThatItCanAgreeWith() {
        AuditReport report = audit(
                List.of(figure("a", "USD 1"), figure("b", "USD 5"), figure("c", "USD 5.0"), figure("d", "USD 9")),
                FigureRelation.same("r0", List.of("a", "y")),
                FigureRelation.same("r1", List.of("b", "y")),
                FigureRelation.same("r2", List.of("c", "y")),
                FigureRelation.same("r3", List.of("d", "y")));

        assertThat(report.finding("r0").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.finding("r1").verdict().isAgreement()).isTrue();
        assertThat(report.finding("r2").verdict().isAgreement()).isTrue();
        assertThat(report.finding("r3").verdict()).isEqualTo(Verdict.CONTRADICTS);
    }

    /** Nothing follows of either part of a sum of which only the total is printed, though of money neither is known to be positive. */
    @Test
    void derived_nothing_isNotTold() {
        assertThat(audit(List.of(figure("t", "USD 5")), FigureRelation.sum("s", "t", List.of("a", "b")))
                        .derived())
                .isEmpty();
        // of persons each is 5 at most, since none is below 0
        assertThat(audit(List.of(figure("t", "5 persons")), FigureRelation.sum("s", "t", List.of("a", "b")))
                        .derived())
                .extracting(derived -> derived.derivation().result().bounds())
                .containsOnly(Bounds.parse("[0, 5]"));
    }

    /** A constant takes part in a derivation as any number: 100% less 10% and 20%, each half a point more or less, are 69% to 71%. */
    @Test
    void derived_byAConstant() {
        AuditReport report = audit(
                List.of(figure("b", "10%"), figure("c", "20%")),
                FigureRelation.sum("s", Share.of(BigDecimal.ONE), List.of("a", "b", "c")));

        assertThat(report.derived())
                .singleElement()
                .satisfies(derived ->
                        assertThat(derived.derivation().result().bounds()).isEqualTo(Bounds.parse("[0.69, 0.71]")));
    }

    /** Of a figure that only a chain of relations leads to, what lies behind the printed ones between is not told. */
    @Test
    void derived_passesNoPrintedFigure() {
        AuditReport report = audit(
                List.of(figure("a", "USD 5.00"), figure("b", "USD 5"), figure("q", "USD 1.00")),
                FigureRelation.same("r", List.of("a", "b")),
                FigureRelation.sum("s", "y", List.of("b", "q")));

        // b is 4.5 to 5.5, however well a is known
        assertThat(report.derived()).singleElement().satisfies(derived -> {
            assertThat(derived.relations()).containsExactly("s");
            assertThat(derived.derivation().result().bounds()).isEqualTo(Bounds.parse("[5.495, 6.505]"));
        });
    }

    // ---- in whatever order ----

    /** A part of what one relation needs follows from another, before it or after it in the order of their ids. */
    @Test
    void derived_fromWhatWasDerived() {
        for (List<String> ids : List.of(List.of("r", "s"), List.of("s", "r"))) {
            AuditReport report = audit(
                    List.of(figure("p", "USD 1.0"), figure("q", "USD 2.0")),
                    FigureRelation.sum(ids.get(0), "y0", List.of("p", "q")),
                    FigureRelation.sum(ids.get(1), "y1", List.of("y0", "q")));

            assertThat(bounds(report, "y0")).isEqualTo(Bounds.parse("[2.9, 3.1]"));
            assertThat(bounds(report, "y1")).isEqualTo(Bounds.parse("[4.85, 5.15]"));
        }
    }

    private static Bounds bounds(AuditReport report, String figure) {
        return report.derived().stream()
                .filter(derived -> derived.id().equals(figure))
                .map(derived -> derived.derivation().result().bounds())
                .findFirst()
                .orElseThrow();
    }

    /**
     * A loop of x0 + x1 = 3, x1 + x2 = 5 and x2 + x0 = 4, the 3 being 1.0 and 2.0. What follows leads on to relations before it and after it: x2 is
     * 3 and half of 0.1 and twice 0.05 more or less.
     */
    @Test
    void derived_ofALoop_fromWhatWasDerived_andOn() {
        AuditReport report = audit(
                List.of(
                        figure("p", "USD 1.0"),
                        figure("q", "USD 2.0"),
                        figure("sum1", "USD 5.0"),
                        figure("sum2", "USD 4.0")),
                FigureRelation.sum("a", "y0", List.of("x2", "q")),
                FigureRelation.sum("b", "y1", List.of("y0", "q")),
                FigureRelation.sum("r0", "sum0", List.of("x0", "x1")),
                FigureRelation.sum("r1", "sum1", List.of("x1", "x2")),
                FigureRelation.sum("r2", "sum2", List.of("x2", "x0")),
                FigureRelation.sum("s", "sum0", List.of("p", "q")));

        assertThat(bounds(report, "sum0")).isEqualTo(Bounds.parse("[2.9, 3.1]"));
        assertThat(bounds(report, "x2")).isEqualTo(Bounds.parse("[2.9, 3.1]"));
        assertThat(bounds(report, "y0")).isEqualTo(Bounds.parse("[4.85, 5.15]"));
        assertThat(bounds(report, "y1")).isEqualTo(Bounds.parse("[6.8, 7.2]"));
    }

    /** Of people who became fewer there are less than none more: what a difference is may be below 0, whichever figure it is. */
    @Test
    void derived_difference_mayBeBelowZero() {
        AuditReport report = audit(
                List.of(figure("b", "5 persons"), figure("c", "3 persons")),
                FigureRelation.difference("d", "b", "c", "a"));

        assertThat(bounds(report, "a")).isEqualTo(Bounds.parse("[-2, -2]"));
    }

    // ---- how long ----

    /** What is said of a figure is narrowed by what comes later, as over longer ways, six times; a seventh time leads no further. */
    @Test
    void derived_inSixTurns() {
        assertThat(bounds(ways(6), "y")).isEqualTo(Bounds.parse("[5.5, 14.5]"));
        assertThat(ways(6).stoppedEarly()).isFalse();
        assertThat(ways(7).stoppedEarly()).isTrue();
    }

    /** A figure, and the same behind it, that so many prints say, each narrower than the one before and a relation farther. */
    private static AuditReport ways(int count) {
        List<Figure> figures = new ArrayList<>();
        List<FigureRelation> relations = new ArrayList<>(List.of(FigureRelation.same("y", List.of("x", "y"))));
        for (int way = 1; way <= count; way++) {
            String last = "p" + way;
            figures.add(figure(last, "USD " + way + " to " + (20 - way)));
            for (int i = 1; i < way; i++) {
                String next = "c" + way + "-" + i;
                relations.add(FigureRelation.same("r" + way + "-" + i, List.of(last, next)));
                last = next;
            }
            relations.add(FigureRelation.same("x" + way, List.of("x", last)));
        }
        return audit(figures, relations.toArray(new FigureRelation[0]));
    }

    /** Each of eight parts follows once of the one sum. */
    @Test
    void derived_manyOfOneRelation_isNotLong() {
        AuditReport report = audit(
                List.of(figure("t", "10 persons")),
                FigureRelation.sum("s", "t", List.of("a", "b", "c", "d", "e", "f", "g", "h")));

        assertThat(report.derived())
                .hasSize(8)
                .extracting(derived -> derived.derivation().result().bounds())
                .containsOnly(Bounds.parse("[0, 10]"));
        assertThat(report.stoppedEarly()).isFalse();
    }

    /** Of figures that are the same, one after the other, the hundredth is told by a hundred steps, and those after it from there. */
    @Test
    void derivation_ofMoreThanAHundredSteps_isCut() {
        AuditReport report = audit(List.of(figure("y000", "USD 5.00")), chain(103));

        assertThat(steps(report, "y099")).isEqualTo(99);
        assertThat(steps(report, "y100")).isEqualTo(100);
        assertThat(steps(report, "y101")).isEqualTo(1);
        assertThat(steps(report, "y102")).isEqualTo(2);
    }

    /** What is cut where it goes together with another number is told with that one: of it, of the two together, and on. */
    @Test
    void derivation_cutBesideAnother_goesOn() {
        List<FigureRelation> relations = new ArrayList<>(List.of(chain(102)));
        relations.add(FigureRelation.same("z", List.of("y100", "z")));
        AuditReport report = audit(
                List.of(figure("y000", "USD 5.00"), figure("z", "USD 5")), relations.toArray(new FigureRelation[0]));

        assertThat(bounds(report, "y101")).isEqualTo(Bounds.parse("[4.995, 5.005]"));
        assertThat(steps(report, "y101")).isEqualTo(3);
    }

    private static FigureRelation[] chain(int length) {
        return IntStream.range(1, length)
                .mapToObj(i -> FigureRelation.same(
                        String.format(Locale.ROOT, "r%03d", i),
                        List.of(String.format(Locale.ROOT, "y%03d", i - 1), String.format(Locale.ROOT, "y%03d", i))))
                .toArray(FigureRelation[]::new);
    }

    private static int steps(AuditReport report, String figure) {
        return report.derived().stream()
                .filter(derived -> derived.id().equals(figure))
                .mapToInt(derived -> steps(derived.derivation()))
                .findFirst()
                .orElseThrow();
    }

    private static int steps(Derivation derivation) {
        return 1
                + derivation.operands().values().stream()
                        .flatMap(operand -> operand.derivation().stream())
                        .mapToInt(DeriverTest::steps)
                        .sum();
    }
}
