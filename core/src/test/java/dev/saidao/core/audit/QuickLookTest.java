package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.relation.FigureRelation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickLookTest {

    private static Network network(List<Figure> figures, FigureRelation... relations) {
        Map<String, Evidence> printed = new HashMap<>();
        figures.forEach(figure -> printed.put(
                figure.id(), Evidence.of(ReadNumber.of(figure.printed().orElseThrow(), ReadingConvention.strict()))));
        return new Network(List.of(relations), printed);
    }

    private static Network sum(String total, String first, String second) {
        return network(
                List.of(figure("t", total), figure("a", first), figure("b", second)),
                FigureRelation.sum("s", "t", List.of("a", "b")));
    }

    @Test
    void plainAgreement_isTold() {
        assertThat(new QuickLook(sum("USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn")).agreement(0))
                .contains(Verdict.AGREES);
        assertThat(new QuickLook(sum("USD 35.4 bn", "USD 12.1 bn", "USD 23.2 bn")).agreement(0))
                .contains(Verdict.AGREES_WITHIN_ROUNDING);
    }

    /** Persons are counted exactly: 40 and 60 are 100, and not 101. */
    @Test
    void counts_areAddedExactly() {
        assertThat(new QuickLook(sum("100 persons", "40 persons", "60 persons")).agreement(0))
                .contains(Verdict.AGREES);
        assertThat(new QuickLook(sum("101 persons", "40 persons", "60 persons")).agreement(0))
                .isEmpty();
    }

    @Test
    void contradictions_andWords_areLeftToExactWork() {
        assertThat(new QuickLook(sum("USD 99 bn", "USD 12.1 bn", "USD 23.2 bn")).agreement(0))
                .isEmpty();
        assertThat(new QuickLook(sum("over USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn")).agreement(0))
                .isEmpty();
    }

    /** Totals of totals, rounded so that no sum is met by the prints themselves; and sizes in a loop of three relations. */
    @Test
    void jointSolution_isFound() {
        Network tree = network(
                List.of(
                        figure("t", "USD 35.4 bn"),
                        figure("a", "USD 12.1 bn"),
                        figure("b", "USD 23.2 bn"),
                        figure("c", "USD 20.1 bn"),
                        figure("d", "USD 3.2 bn")),
                FigureRelation.sum("s", "t", List.of("a", "b")),
                FigureRelation.sum("u", "b", List.of("c", "d")));
        assertThat(Witness.isFound(tree, new int[] {0, 1}, Map.of())).isTrue();

        assertThat(Witness.isFound(loop("USD 24.4 bn"), new int[] {0, 1}, Map.of()))
                .isTrue();
    }

    /** 35.4 needs 12.15 and 23.25; 20.0 and 3.1 are 23.2 at most: each sum agrees, both together do not. */
    @Test
    void jointSolution_isNotFoundWhereThereIsNone() {
        Network tree = network(
                List.of(
                        figure("t", "USD 35.43 bn"),
                        figure("a", "USD 12.1 bn"),
                        figure("b", "USD 23.2 bn"),
                        figure("c", "USD 20.0 bn"),
                        figure("d", "USD 3.1 bn")),
                FigureRelation.sum("s", "t", List.of("a", "b")),
                FigureRelation.sum("u", "b", List.of("c", "d")));
        assertThat(Witness.isFound(tree, new int[] {0, 1}, Map.of())).isFalse();
    }

    /** Where a loop does not close it is not found: 64.4 less 40.0 are not 30.0. Nor is it of relations that are taken otherwise, or where a figure that nobody printed cannot be. */
    @Test
    void jointSolution_isNotFoundOfLoopsThatDoNotClose() {
        assertThat(Witness.isFound(loop("USD 30.0 bn"), new int[] {0, 1}, Map.of()))
                .isFalse();
        assertThat(Witness.isFound(loop("USD 24.4 bn"), new int[] {0, 1}, Map.of(1, "otherwise")))
                .isFalse();
        // a part is not four times its whole
        Network share = network(
                List.of(figure("p", "USD 400"), figure("w", "USD 100")), FigureRelation.share("s", "p", "w", "x"));
        assertThat(Witness.isFound(share, new int[] {0}, Map.of())).isFalse();
    }

    private static Network loop(String increase) {
        return network(
                List.of(
                        figure("b", "USD 40.0 bn"),
                        figure("e", "USD 64.4 bn"),
                        figure("r", "10%", "per year"),
                        figure("n", increase)),
                FigureRelation.cumulative("c", "e", "b", "n"),
                FigureRelation.growth("g", "b", "e", "r", 5));
    }

    /** A figure less itself is nothing, however wide its bounds are; the first of all figures is shared as any other. */
    @Test
    void jointSolution_isNotFoundOfOneFigureAsTwo() {
        Network twice = network(
                List.of(figure("a", "USD 5"), figure("x", "USD 1")), FigureRelation.difference("d", "a", "a", "x"));
        assertThat(Witness.isFound(twice, new int[] {0}, Map.of())).isFalse();

        Network shared = network(
                List.of(
                        figure("t", "USD 35.43 bn"),
                        figure("b", "USD 12.1 bn"),
                        figure("a", "USD 23.2 bn"),
                        figure("c", "USD 20.0 bn"),
                        figure("d", "USD 3.1 bn")),
                FigureRelation.sum("s", "t", List.of("a", "b")),
                FigureRelation.sum("u", "a", List.of("c", "d")));
        assertThat(Witness.isFound(shared, new int[] {0, 1}, Map.of())).isFalse();
    }

    /** What is written when it is asked for is equal, both ways, to what was written at once, and the same as JSON. */
    @Test
    void plainFinding_isAsOneWrittenAtOnce() {
        List<Figure> figures =
                List.of(figure("t", "USD 35.3 bn"), figure("a", "USD 12.1 bn"), figure("b", "USD 23.2 bn"));
        List<FigureRelation> relations = List.of(FigureRelation.sum("s", "t", List.of("a", "b")));
        AuditReport report = Auditor.withDefaults().audit(figures, relations);
        AuditReport exact = Auditor.withDefaults().withoutDoubles().audit(figures, relations);

        assertThat(report.finding("s")).isInstanceOf(PlainFinding.class).isEqualTo(exact.finding("s"));
        assertThat(exact.finding("s")).isNotInstanceOf(PlainFinding.class).isEqualTo(report.finding("s"));
        assertThat(report).isEqualTo(exact).hasSameHashCodeAs(exact).hasToString(exact.toString());
        assertThat(SaidaoJson.write(report)).isEqualTo(SaidaoJson.write(exact));
        assertThat(SaidaoJson.read(SaidaoJson.write(report), AuditReport.class)).isEqualTo(report);
    }
}
