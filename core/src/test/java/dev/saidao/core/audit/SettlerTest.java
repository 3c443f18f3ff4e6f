package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all relations together leave of figures, or which of these are in conflict. */
class SettlerTest {

    private static AuditReport audit(List<Figure> figures, FigureRelation... relations) {
        AuditReport report = Auditor.withDefaults().audit(figures, List.of(relations));
        AuditFixture.assertSame(report, Auditor.withDefaults().withoutDoubles().audit(figures, List.of(relations)));
        return report;
    }

    private static Bounds left(AuditReport report, String figure) {
        return Objects.requireNonNull(report.bounds().get(figure)).bounds();
    }

    /** 12.1 and 23.2, each 0.05 more or less, are 35.2 to 35.4, of which 35.4 less 0.05 and more is printed: 35.35 to 35.4. */
    @Test
    void bounds_areNarrowedToWhatAllLeave() {
        AuditReport report = audit(
                List.of(figure("t", "USD 35.4"), figure("a", "USD 12.1"), figure("b", "USD 23.2")),
                FigureRelation.sum("s", "t", List.of("a", "b")));

        assertThat(left(report, "t")).isEqualTo(Bounds.parse("[35.35, 35.4]"));
        assertThat(left(report, "a")).isEqualTo(Bounds.parse("[12.1, 12.15]"));
        assertThat(left(report, "b")).isEqualTo(Bounds.parse("[23.2, 23.25]"));
    }

    /** 12.4 to 43.2 are 16.9% in eight steps and not nine: as the figures agree by that, it is what holds them together. */
    @Test
    void otherConvention_isTakenWithTheRest() {
        AuditReport report = audit(
                List.of(
                        figure("b", "USD 12.4 bn"),
                        figure("e", "USD 43.2 bn"),
                        figure("r", "16.9%", "per year"),
                        figure("n", "USD 30.8 bn")),
                FigureRelation.growth("g", "b", "e", "r", 9),
                FigureRelation.cumulative("c", "e", "b", "n"));

        assertThat(report.finding("g").verdict()).isEqualTo(Verdict.AGREES_UNDER_OTHER_CONVENTION);
        assertThat(report.conflicts()).isEmpty();
        // 43.15 / 1.1695^8 is 12.33 and 43.25 / 1.1685^8 is 12.44, so all of 12.35 to 12.45 but its end
        assertThat(left(report, "b").lower().orElseThrow()).isEqualByComparingTo("12350000000");
    }

    /** The same with one step more, which comes behind one less: 1,000 to 2,000 are 12.246% in six steps and not five. */
    @Test
    void otherConvention_isTheOneThatIsTold() {
        AuditReport report = audit(
                List.of(
                        figure("b", "USD 1000"),
                        figure("e", "USD 2000"),
                        figure("r", "12.246%", "per year"),
                        figure("n", "USD 1000")),
                FigureRelation.growth("g", "b", "e", "r", 5),
                FigureRelation.cumulative("c", "e", "b", "n"));

        assertThat(report.finding("g").otherConvention()).contains("n+1");
        assertThat(report.conflicts()).isEmpty();
    }

    /** All is 100% and 90% of the same: no figure was printed that could be wrong. */
    @Test
    void constantsThatContradict_areNoConflictOfFigures() {
        AuditReport report = audit(
                List.of(figure("z", "20%")),
                FigureRelation.sum("all", Share.of(BigDecimal.ONE), List.of("x", "y")),
                FigureRelation.sum("less", Share.of(new BigDecimal("0.9")), List.of("x", "y")),
                FigureRelation.same("same", List.of("z", "w")),
                FigureRelation.sum("tied", "v", List.of("w", "x")));

        assertThat(report.conflicts()).isEmpty();
        assertThat(report.bounds()).isEmpty();
    }

    /** The same where narrowing is enough to see it: of persons, of whom none is below 0, two are no more than all three. */
    @Test
    void constantsThatCannotBe_areNoConflictOfFigures() {
        AuditReport report = audit(
                List.of(figure("z", "2 persons")),
                FigureRelation.sum("all", Unit.parse("persons").quantity(new BigDecimal(3)), List.of("x", "y", "u")),
                FigureRelation.sum("two", Unit.parse("persons").quantity(new BigDecimal(4)), List.of("x", "y")),
                FigureRelation.sum("tied", "v", List.of("z", "x")));

        assertThat(report.conflicts()).isEmpty();
        assertThat(report.bounds()).isEmpty();
    }

    /** Of two figures in conflict among many, by relations that agree one by one, no other one is told. */
    @Test
    void conflict_amongMany_hasOnlyThoseThatPullApart() {
        List<Figure> figures = new ArrayList<>(List.of(
                figure("a", "USD 1 bn"), figure("b", "USD 1 bn"), figure("d", "USD 1 bn"), figure("e", "USD 5.0 bn")));
        List<FigureRelation> relations = new ArrayList<>(List.of(
                FigureRelation.sum("first", "c", List.of("a", "b")),
                FigureRelation.sum("second", "e", List.of("c", "d"))));
        for (int i = 0; i < 30; i++) {
            figures.add(figure("x" + i, "USD 2.0 bn"));
            relations.add(FigureRelation.sum("s" + i, "y" + i, List.of("x" + i, i == 0 ? "a" : "x" + (i - 1))));
        }
        AuditReport report = audit(figures, relations.toArray(new FigureRelation[0]));

        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.figures()).containsExactly("a", "b", "d", "e");
            assertThat(conflict.smallestRemovals())
                    .containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("d"), Set.of("e"));
        });
        assertThat(report.stoppedEarly()).isFalse();
    }
}
