package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which relations hang together in loops through figures that nobody printed, and what they say of these. */
class LinearBlockTest {

    private final List<Figure> figures = new ArrayList<>();
    private final List<FigureRelation> relations = new ArrayList<>();

    private void print(String id, String text) {
        figures.add(figure(id, text));
    }

    /** Sums of neighbours in a ring of figures that nobody printed. */
    private void ring(String name, int... sums) {
        for (int i = 0; i < sums.length; i++) {
            print(name + "sum" + i, sums[i] + " persons");
            relations.add(FigureRelation.sum(
                    name + i, name + "sum" + i, List.of(name + "x" + i, name + "x" + (i + 1) % sums.length)));
        }
    }

    private Network network() {
        Map<String, Evidence> printed = new HashMap<>();
        figures.forEach(figure -> printed.put(
                figure.id(), Evidence.of(ReadNumber.of(figure.printed().orElseThrow(), ReadingConvention.strict()))));
        return new Network(relations, printed);
    }

    private static int[] all(Network network) {
        return IntStream.range(0, network.size()).toArray();
    }

    private List<Set<String>> blocks() {
        Network network = network();
        return LinearBlock.of(network, all(network)).stream()
                .map(block -> names(network, block))
                .toList();
    }

    private static Set<String> names(Network network, LinearBlock block) {
        return new TreeSet<>(
                block.relations().stream().map(r -> network.relation(r).id()).toList());
    }

    @Test
    void of_ring_isOneBlock() {
        ring("r", 3, 5, 4);
        Network network = network();

        assertThat(LinearBlock.of(network, all(network))).singleElement().satisfies(block -> {
            assertThat(names(network, block)).containsExactly("r0", "r1", "r2");
            assertThat(block.unknowns())
                    .containsExactly(network.index("rx0"), network.index("rx1"), network.index("rx2"));
        });
    }

    /** x0 + x1 = 3, x1 + x2 = 5 and x2 + x0 = 4 persons. */
    @Test
    void audit_ofARing_findsItsSolution() {
        ring("r", 3, 5, 4);
        AuditReport report = Auditor.withDefaults().audit(figures, relations);

        assertThat(report.conflicts()).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(Objects.requireNonNull(report.bounds().get("rx" + i)).bounds())
                    .isEqualTo(Bounds.exactly(BigDecimal.valueOf(i + 1)));
        }
    }

    /** The same with a fourth sum, of all three, that is 9 and not 6: each of the prints may be wrong, and no relation alone says so. */
    @Test
    void audit_ofARingThatContradictsATotal_isAConflict() {
        List<Figure> prints = List.of(
                figure("s0", "USD 3.0"), figure("s1", "USD 5.0"), figure("s2", "USD 4.0"), figure("t", "USD 9.0"));
        AuditReport report = Auditor.withDefaults()
                .audit(
                        prints,
                        List.of(
                                FigureRelation.sum("r0", "s0", List.of("x0", "x1")),
                                FigureRelation.sum("r1", "s1", List.of("x1", "x2")),
                                FigureRelation.sum("r2", "s2", List.of("x2", "x0")),
                                FigureRelation.sum("r3", "t", List.of("x0", "x1", "x2"))));

        assertThat(report.findings()).extracting(Finding::verdict).containsOnly(Verdict.CONTRADICTS);
        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.figures()).containsExactly("s0", "s1", "s2", "t");
            assertThat(conflict.smallestRemovals())
                    .containsExactlyInAnyOrder(Set.of("s0"), Set.of("s1"), Set.of("s2"), Set.of("t"));
        });
    }

    /** Of persons none is below 0: without 5 or 4 the others still make that of one of the three. What cannot be is told of none. */
    @Test
    void audit_ofARingOfPersons_tellsNoEmptyNumbers() {
        ring("r", 3, 5, 4);
        print("t", "9 persons");
        relations.add(FigureRelation.sum("total", "t", List.of("rx0", "rx1", "rx2")));
        AuditReport report = Auditor.withDefaults().audit(figures, relations);

        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.smallestRemovals()).containsExactlyInAnyOrder(Set.of("rsum0"), Set.of("t"));
            assertThat(conflict.text().en()).doesNotContain("∅").containsOnlyOnce(" give rx0 = ");
        });
    }

    /** What follows of a ring leads on, over a tail. */
    @Test
    void audit_ofARingWithATail_derivesTheTail() {
        ring("r", 3, 5, 4);
        print("q", "10 persons");
        relations.add(FigureRelation.sum("t0", "y0", List.of("rx2", "q")));
        relations.add(FigureRelation.sum("t1", "y1", List.of("y0", "q")));
        AuditReport report = Auditor.withDefaults().audit(figures, relations);

        // 3 + 10 and that + 10
        assertThat(report.derived())
                .filteredOn(derived -> derived.id().startsWith("y"))
                .extracting(derived -> derived.derivation().result().bounds().toString())
                .containsExactly("[13, 13]", "[23, 23]");
    }

    /** A tail, of however many relations, is no part of the loop that it hangs on. */
    @Test
    void of_ringWithTails_isTheRingAlone() {
        ring("r", 3, 5, 4);
        print("q", "10 persons");
        relations.add(FigureRelation.sum("a0", "y0", List.of("rx2", "q")));
        relations.add(FigureRelation.sum("a1", "y1", List.of("y0", "q")));
        relations.add(FigureRelation.sum("z2", "y2", List.of("y1", "y3")));

        assertThat(blocks()).containsExactly(Set.of("r0", "r1", "r2"));
        Network network = network();
        assertThat(LinearBlock.of(network, all(network)).get(0).unknowns()).hasSize(3);
    }

    /** A figure of the ring in a relation that is in no loop is in as many relations of the ring as before. */
    @Test
    void of_chain_isNone() {
        print("q", "10 persons");
        relations.add(FigureRelation.sum("a0", "y0", List.of("y1", "q")));
        relations.add(FigureRelation.sum("a1", "y1", List.of("y2", "q")));
        relations.add(FigureRelation.sum("a2", "y2", List.of("y3", "y4")));

        assertThat(blocks()).isEmpty();
    }

    /** Rings that share nothing are two blocks; with a bridge between them they are one. */
    @Test
    void of_twoRings_areOneWithABridge() {
        ring("r", 3, 5, 4);
        ring("s", 3, 5, 4);
        assertThat(blocks()).containsExactly(Set.of("r0", "r1", "r2"), Set.of("s0", "s1", "s2"));

        print("bridge", "9 persons");
        relations.add(FigureRelation.sum("b", "bridge", List.of("rx0", "sx0")));
        assertThat(blocks()).containsExactly(Set.of("b", "r0", "r1", "r2", "s0", "s1", "s2"));
    }

    /** Eight relations are solved, nine are too many. */
    @Test
    void of_ringOfNine_isTooLarge() {
        ring("r", 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(blocks()).hasSize(1);

        figures.clear();
        relations.clear();
        ring("r", 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(blocks()).isEmpty();
    }

    /** Without one of its relations a ring is a chain; of two rings that share a figure the other one is left. */
    @Test
    void without_leavesWhatStillHangsTogether() {
        ring("r", 3, 5, 4);
        Network ring = network();
        assertThat(LinearBlock.of(ring, all(ring)).get(0).without(ring, 0)).isEmpty();

        ring("s", 3, 5, 4);
        print("bridge", "9 persons");
        relations.add(FigureRelation.sum("b", "bridge", List.of("rx0", "sx0")));
        Network both = network();
        LinearBlock block = LinearBlock.of(both, all(both)).get(0);
        // b, r0, r1, r2, s0, s1, s2
        assertThat(block.without(both, 1))
                .singleElement()
                .satisfies(rest -> assertThat(names(both, rest)).containsExactly("s0", "s1", "s2"));
        assertThat(block.without(both, 0)).hasSize(2);
    }

    /** Where a figure of a ring was printed, that is no loop. */
    @Test
    void of_ringWithAPrint_isNone() {
        ring("r", 3, 5, 4);
        print("rx1", "2 persons");

        assertThat(blocks()).isEmpty();
        Network network = network();
        assertThat(new LinearBlock.Ties(network, all(network)).blocks(figure -> true))
                .hasSize(1);
    }

    /** A tail that ends at what is known by a relation of one figure is no part of the loop either. */
    @Test
    void of_ringWithATailThatIsKnown_isTheRingAlone() {
        ring("r", 3, 5, 4);
        print("q", "10 persons");
        print("p", "13 persons");
        relations.add(FigureRelation.sum("a0", "y0", List.of("rx2", "q")));
        relations.add(FigureRelation.same("a1", List.of("y0", "p")));

        assertThat(blocks()).containsExactly(Set.of("r0", "r1", "r2"));
    }

    /**
     * Of 1, 5 and 4 thousand persons, each half a thousand more or less, x0 is (1 + 4 - 5) / 2 and x1 is (1 + 5 - 4) / 2 thousand, and 750 more or
     * less; but x0 is none at least, so that of 1,500 at most x1 is no more than those.
     */
    @Test
    void solve_narrowsByEachRelation() {
        for (int sum : new int[] {1, 5, 4}) {
            int i = relations.size();
            print("sum" + i, sum + " thousand persons");
            relations.add(FigureRelation.sum("r" + i, "sum" + i, List.of("x" + i, "x" + (i + 1) % 3)));
        }
        Network network = network();
        Map<Integer, Bounds> solved = LinearBlock.of(network, all(network))
                .get(0)
                .solve(
                        network,
                        network::relation,
                        r -> IntStream.of(network.members(r))
                                .mapToObj(figure -> network.printed(figure)
                                        .map(Evidence::possible)
                                        .orElseGet(() -> BoundedQuantity.of(
                                                network.unit(figure).orElseThrow(), network.range(figure))))
                                .toList(),
                        BoundsArithmetic.withDefaults());

        assertThat(solved.get(network.index("x1"))).isEqualTo(Bounds.parse("[250, 1500]"));
    }
}
