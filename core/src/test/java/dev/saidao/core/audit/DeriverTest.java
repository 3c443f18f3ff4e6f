package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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
}
