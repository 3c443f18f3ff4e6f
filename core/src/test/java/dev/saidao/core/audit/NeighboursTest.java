package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a change of a figure does to the relations that have it. */
class NeighboursTest {

    private static Evidence read(Figure figure) {
        return Evidence.of(ReadNumber.of(figure.printed().orElseThrow(), ReadingConvention.strict()));
    }

    private static final class Fixture {

        final Network network;
        final Neighbours neighbours;

        Fixture(List<Figure> figures, List<FigureRelation> relations) {
            Map<String, Evidence> printed = new HashMap<>();
            figures.forEach(figure -> printed.put(figure.id(), read(figure)));
            network = new Network(relations, printed);
            Deriver deriver = new Deriver(
                    network,
                    figure -> Operand.of(network.printed(figure).orElseThrow().possible()));
            deriver.run(IntStream.range(0, network.size()).toArray());
            neighbours = new Neighbours(network, deriver);
        }

        /** Whether another print of a figure is a repair of the first relation, behind which there is none. */
        boolean canStand(String figure, String text) {
            return canStand(Set.of(), figure, text);
        }

        boolean canStand(Set<Integer> behind, String figure, String text) {
            return neighbours.canStand(0, behind, network.index(figure), read(figure(figure, text)));
        }
    }

    /** A tenth of b mends the sum. Where b is twice c as printed it breaks that, where it is not it does no harm. */
    @Test
    void canStand_onlyIfTheOtherRelationsCan() {
        assertThat(sumAndDouble("USD 116.0").canStand("b", "USD 23.2")).isFalse();
        assertThat(sumAndDouble("USD 11.6").canStand("b", "USD 23.2")).isTrue();
        assertThat(sumAndDouble("USD 500.0").canStand("b", "USD 23.2")).isTrue();
        // and what does not mend the sum is no repair
        assertThat(sumAndDouble("USD 11.6").canStand("b", "USD 24.2")).isTrue();
        assertThat(sumAndDouble("USD 11.6").canStand("c", "USD 116.0")).isTrue();
    }

    private static Fixture sumAndDouble(String half) {
        return new Fixture(
                List.of(
                        figure("t", "USD 35.3"),
                        figure("a", "USD 12.1"),
                        figure("b", "USD 232.0"),
                        figure("c", half),
                        figure("two", "2.0 times")),
                List.of(
                        FigureRelation.sum("a-sum", "t", List.of("a", "b")),
                        FigureRelation.multiple("double", "c", "b", "two")));
    }

    /** The relation is held with those behind it and beside the figure: what a figure that was not printed would be has to suit both. */
    @Test
    void canStand_throughFiguresThatNobodyPrinted() {
        // x is -196.7 with the b that is printed, and 12.1 with the other one
        assertThat(differenceAndSum("USD -196.6").canStand(Set.of(1), "b", "USD 23.2"))
                .isFalse();
        assertThat(differenceAndSum("USD 12.2").canStand(Set.of(1), "b", "USD 23.2"))
                .isTrue();
        assertThat(differenceAndSum("USD -196.6").canStand("q", "USD 50.0")).isFalse();
    }

    private static Fixture differenceAndSum(String sum) {
        return new Fixture(
                List.of(figure("t", "USD 35.3"), figure("b", "USD 232.0"), figure("u", sum), figure("q", "USD 0.1")),
                List.of(
                        FigureRelation.sum("a-sum", "t", List.of("x", "b")),
                        FigureRelation.sum("b-sum", "u", List.of("x", "q"))));
    }

    /** Fifty relations beside a figure are looked at, and not those after them. */
    @Test
    void canStand_looksAtFiftyRelations() {
        assertThat(many(48).canStand("b", "USD 23.2")).isFalse();
        assertThat(many(50).canStand("b", "USD 23.2")).isTrue();
    }

    /** The sum, so many relations that b does not meet, and one that it does. */
    private static Fixture many(int between) {
        List<Figure> figures = new ArrayList<>(List.of(
                figure("t", "USD 35.3"), figure("a", "USD 12.1"), figure("b", "USD 232.0"), figure("z", "USD 232.0")));
        List<FigureRelation> relations = new ArrayList<>(List.of(
                FigureRelation.sum("a-sum", "t", List.of("a", "b")), FigureRelation.same("z", List.of("b", "z"))));
        for (int i = 0; i < between; i++) {
            figures.add(figure("c" + i, "USD 1.0"));
            relations.add(FigureRelation.same("c" + i, List.of("b", "c" + i)));
        }
        return new Fixture(figures, relations);
    }

    /** The case after a change has the print changed, and in place of what nobody printed what follows then. */
    @Test
    void after_isTheCaseWithTheChange() {
        Fixture fixture = new Fixture(
                List.of(figure("q", "USD 12.0"), figure("p", "USD 1.0"), figure("r", "USD 2.0")),
                List.of(
                        FigureRelation.sum("a-sum", "y", List.of("p", "r")),
                        FigureRelation.same("same", List.of("y", "q"))));
        Case after =
                fixture.neighbours.after(1, Set.of(0, 1), fixture.network.index("p"), read(figure("p", "USD 10.0")));

        assertThat(after.relation().id()).isEqualTo("same");
        assertThat(after.units().all())
                .allMatch(unit -> unit.filter(Unit.parse("USD")::equals).isPresent());
        assertThat(after.level()).isPresent();
        // 1 and 2 are not 12
        assertThat(fixture.neighbours
                        .after(1, Set.of(0, 1), fixture.network.index("p"), read(figure("p", "USD 1.0")))
                        .level())
                .isEmpty();
    }
}
