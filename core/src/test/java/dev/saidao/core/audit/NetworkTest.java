package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Relations by numbers: figures are numbered in the order of their ids, relations in that of theirs. */
class NetworkTest {

    private static final Unit USD = Unit.parse("USD");

    private static Network network(List<Figure> figures, FigureRelation... relations) {
        Map<String, Evidence> printed = new HashMap<>();
        figures.forEach(figure -> printed.put(
                figure.id(), Evidence.of(ReadNumber.of(figure.printed().orElseThrow(), ReadingConvention.strict()))));
        return new Network(List.of(relations), printed);
    }

    /** Each figure is the sum of the one after it and of a part that nobody printed; only the last is printed. */
    private static Network chain() {
        return network(
                List.of(figure("x4", "USD 1 bn")),
                FigureRelation.same("m0", List.of("x0", "x1")),
                FigureRelation.same("m1", List.of("x1", "x2")),
                FigureRelation.same("m2", List.of("x2", "x3")),
                FigureRelation.same("m3", List.of("x3", "x4")));
    }

    @Test
    void units_flowThroughAllRelations() {
        Network chain = chain();

        for (int i = 0; i < 5; i++) {
            assertThat(chain.unit(chain.index("x" + i))).contains(USD);
        }
        for (int r = 0; r < 4; r++) {
            assertThat(chain.isUsable(r)).isTrue();
        }
        assertThat(chain.components()).singleElement().isEqualTo(new int[] {0, 1, 2, 3});
    }

    @Test
    void units_ofNothingPrinted_areUnknown() {
        FigureRelation sum = FigureRelation.sum("s", "t", List.of("a", "b"));

        Network none = network(List.of(), sum);
        assertThat(none.isUsable(0)).isFalse();
        assertThat(none.unit(0)).isEmpty();
        assertThat(none.components()).isEmpty();

        Network known = new Network(List.of(sum), Map.of(), Map.of("a", USD), true);
        assertThat(known.isUsable(0)).isTrue();
        assertThat(known.unit(known.index("t"))).contains(USD);
    }

    /** Of a count and those it is counted in the density may be per any number, so that it takes its print. */
    @Test
    void units_ofADensity_areThoseOfItsPrint() {
        List<Figure> counts = List.of(figure("c", "5 persons"), figure("p", "1000 persons"));

        assertThat(network(counts, FigureRelation.density("d", "c", "p", "a")).isUsable(0))
                .isFalse();
    }

    @Test
    void units_thatDoNotFit_areToldAndUseNothing() {
        Network network = network(
                List.of(figure("a", "USD 1"), figure("b", "3 persons"), figure("c", "USD 1")),
                FigureRelation.same("apart", List.of("a", "b")),
                FigureRelation.same("fits", List.of("a", "c")));

        assertThat(network.isUsable(0)).isFalse();
        assertThat(network.misfit(0).orElseThrow().en()).startsWith("units do not fit: ");
        assertThat(network.isUsable(1)).isTrue();
        assertThat(network.misfit(1)).isEmpty();
        assertThat(network.components()).singleElement().isEqualTo(new int[] {1});
        assertThat(network.near(network.index("a"), 1)).containsExactlyInAnyOrder(0, 2);
    }

    /** What is one relation away, and two, the figure itself included. */
    @Test
    void near_figuresWithinSoManyRelations() {
        Network chain = chain();

        assertThat(chain.near(2, 0)).containsExactly(2);
        assertThat(chain.near(2, 1)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(chain.near(2, 2)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(chain.near(2, 9)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(chain.near(1, 1)).containsExactlyInAnyOrder(0, 1, 2);
    }

    /** A figure that a relation has twice has that relation once. */
    @Test
    void relationsOf_eachOnce() {
        Network network = network(
                List.of(figure("a", "USD 1"), figure("t", "USD 2")),
                FigureRelation.sum("s", "t", List.of("a", "a")),
                FigureRelation.same("u", List.of("a", "b")));

        assertThat(network.relationsOf(network.index("a"))).containsExactly(0, 1);
        assertThat(network.relationsOf(network.index("t"))).containsExactly(0);
        assertThat(network.members(0)).containsExactly(2, 0, 0);
        assertThat(network.figuresOf(new int[] {0, 1})).containsExactly(0, 1, 2);
        assertThat(network.arePrinted(0)).isTrue();
        assertThat(network.arePrinted(1)).isFalse();
    }

    /** People are none at least; what was printed with a minus, or is a difference, may be below that. */
    @Test
    void range_belowZero_onlyWhereItMayBe() {
        Network network = network(
                List.of(figure("a", "-5 persons"), figure("b", "5 persons")),
                FigureRelation.sum("s", "t", List.of("a", "b")),
                FigureRelation.difference("d", "b", "t", "x"));

        assertThat(network.range(network.index("a"))).isEqualTo(Bounds.all());
        assertThat(network.range(network.index("b"))).isEqualTo(Bounds.notNegative());
        assertThat(network.range(network.index("t"))).isEqualTo(Bounds.notNegative());
        assertThat(network.range(network.index("x"))).isEqualTo(Bounds.all());
        assertThat(network.roughRange(network.index("b")).low()).isZero();
    }

    @Test
    void components_areApartWhereNothingIsShared() {
        Network network = network(
                List.of(figure("a", "USD 1"), figure("c", "USD 1"), figure("e", "USD 1")),
                FigureRelation.same("r", List.of("a", "b")),
                FigureRelation.same("s", List.of("c", "d")),
                FigureRelation.same("t", List.of("b", "e")));

        assertThat(network.components()).containsExactly(new int[] {0, 2}, new int[] {1});
        // a, b, e and c, d, each in order
        assertThat(network.place(network.index("a"))).isZero();
        assertThat(network.place(network.index("b"))).isEqualTo(1);
        assertThat(network.place(network.index("e"))).isEqualTo(2);
        assertThat(network.place(network.index("c"))).isZero();
        assertThat(network.place(network.index("d"))).isEqualTo(1);
        assertThat(network.placeOfRelation(2)).isEqualTo(1);
    }

    @Test
    void index_ofAFigureThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> chain().index("y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Figure must be part of the audit: y");
    }

    @Test
    void distinct_sortsTheFirst() {
        assertThat(Network.distinct(new int[] {3, 1, 3, 0, 9}, 4)).containsExactly(0, 1, 3);
        assertThat(Network.distinct(new int[] {3}, 0)).isEmpty();
    }

    /** What a relation from outside has in another order keeps its roles: the rate first, of 1,000 to 2,000 in five years. */
    @Test
    void roles_inTheOrderOfTheMembers() {
        Relation growth = Relation.of(
                "g",
                GrowthEquation.COMPOUND,
                List.of(
                        Member.figure(GrowthEquation.RATE, "r"),
                        Member.figure(GrowthEquation.BASE, "b"),
                        Member.constant(GrowthEquation.YEARS, Years.of(5)),
                        Member.figure(GrowthEquation.END, "e")));
        List<Figure> figures =
                List.of(figure("b", "USD 1000"), figure("e", "USD 2000"), figure("r", "14.9%", "per year"));
        Map<String, Evidence> printed = new HashMap<>();
        figures.forEach(figure -> printed.put(
                figure.id(), Evidence.of(ReadNumber.of(figure.printed().orElseThrow(), ReadingConvention.strict()))));

        assertThat(new Network(List.of(growth), printed).roles(0)).containsExactly("rate", "base", "years", "end");
        assertThat(Auditor.withDefaults()
                        .audit(figures, List.of(growth))
                        .finding("g")
                        .verdict())
                .isEqualTo(Verdict.AGREES);
    }
}
