package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.relation.FigureRelation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What relations leave of figures, with all prints known or some; a run is as if no other had been. */
class PropagationTest {

    private final List<Figure> figures = new ArrayList<>();
    private final List<FigureRelation> relations = new ArrayList<>();

    private Network network(boolean isRough) {
        Map<String, Evidence> printed = new HashMap<>();
        figures.forEach(figure -> printed.put(
                figure.id(), Evidence.of(ReadNumber.of(figure.printed().orElseThrow(), ReadingConvention.strict()))));
        return new Network(relations, printed, Map.of(), isRough);
    }

    private static BitSet places(Propagation propagation, Network network, String... figures) {
        BitSet places = new BitSet();
        for (String figure : figures) {
            places.set(propagation.placeAmongPrinted(network.index(figure)));
        }
        return places;
    }

    /** A chain of sums: each y is the one before and 1.0 more, from y0 of 1.0 to y12, which is 13.0 and printed as 20.0; and 9.0 in the middle. */
    private void chain() {
        figures.add(figure("y0", "USD 1.0"));
        figures.add(figure("y12", "USD 20.0"));
        for (int i = 0; i < 12; i++) {
            figures.add(figure("x" + i, "USD 1.0"));
            relations.add(FigureRelation.sum("s" + (10 + i), "y" + (i + 1), List.of("y" + i, "x" + i)));
        }
    }

    @Test
    void runs_onAllOrSome_areAsIfNoOtherHadBeen() {
        chain();
        for (boolean isRough : new boolean[] {true, false}) {
            Network network = network(isRough);
            Propagation propagation =
                    new Propagation(network, network.components().get(0), Map.of(), more -> {});
            BitSet all = new BitSet();
            all.set(0, propagation.printed().length);
            assertThat(propagation.printed()).hasSize(14);
            assertThat(propagation.placeAmongPrinted(network.index("y5"))).isEqualTo(-1);

            for (int time = 0; time < 2; time++) {
                assertThat(propagation.runAll().isConsistent()).isFalse();
                assertThat(propagation.run(all).isConsistent()).isFalse();
                // without any of the fourteen the rest agrees, and with a few of them as well
                for (int place = 0; place < 14; place++) {
                    BitSet most = (BitSet) all.clone();
                    most.clear(place);
                    assertThat(propagation.run(most).isConsistent()).isTrue();
                }
                assertThat(propagation.run(new BitSet()).isConsistent()).isTrue();
                Propagation.Result few = propagation.run(places(propagation, network, "y0", "x0", "x1"));
                assertThat(few.isConsistent()).isTrue();
                assertThat(few.boxes().exact(network.index("y2"))).isEqualTo(Bounds.parse("[2.85, 3.15]"));
                assertThat(few.boxes().exact(network.index("y3"))).isEqualTo(Bounds.all());
                assertThat(few.boxes().exact(network.index("x2"))).isEqualTo(Bounds.all());
                BitSet withoutEnd = (BitSet) all.clone();
                withoutEnd.clear(propagation.placeAmongPrinted(network.index("y12")));
                // thirteen of 0.95 to 1.05
                assertThat(propagation.run(withoutEnd).boxes().exact(network.index("y12")))
                        .isEqualTo(Bounds.parse("[12.35, 13.65]"));
            }
        }
    }

    /** What is left without a number is told, in order, with the rounds that it took: from y0 and x0 to y1 it is one. */
    @Test
    void run_thatLeavesNothing_saysOfWhat() {
        figures.add(figure("y0", "USD 1.0"));
        figures.add(figure("x0", "USD 1.0"));
        figures.add(figure("y1", "USD 9.0"));
        relations.add(FigureRelation.sum("s", "y1", List.of("y0", "x0")));
        Network network = network(true);
        Propagation propagation = new Propagation(network, new int[] {0}, Map.of(), more -> {});
        Propagation.Result result = propagation.runAll();

        assertThat(result.isConsistent()).isFalse();
        assertThat(result.rounds()).isEqualTo(1);
        assertThat(result.empty())
                .isSorted()
                .containsExactly(network.index("x0"), network.index("y0"), network.index("y1"));
    }

    /** The work that is told is a narrowing for each relation that is looked at: here both, and then both as y1 was narrowed. */
    @Test
    void work_isToldByRelation() {
        figures.add(figure("y0", "USD 1.0"));
        figures.add(figure("x0", "USD 1.0"));
        figures.add(figure("x1", "USD 1.0"));
        relations.add(FigureRelation.sum("s", "y1", List.of("y0", "x0")));
        relations.add(FigureRelation.sum("t", "y2", List.of("y1", "x1")));
        Network network = network(true);
        long[] work = {0};
        Propagation propagation = new Propagation(network, new int[] {0, 1}, Map.of(), more -> work[0] += more);
        assertThat(propagation.runAll().isConsistent()).isTrue();
        // both; both, which have y1; t alone, which has y2
        assertThat(work[0]).isEqualTo(5);
    }

    /** Of a relation that is to be taken otherwise the other way counts: 2^(1/4) is 18.9% and not 2^(1/5). */
    @Test
    void taken_otherwise_isWhatNarrows() {
        figures.add(figure("b", "USD 1000"));
        figures.add(figure("e", "USD 2000"));
        figures.add(figure("r", "18.9%", "per year"));
        relations.add(FigureRelation.growth("g", "b", "e", "r", 5));
        FigureRelation less = FigureRelation.growth("g", "b", "e", "r", 4);
        Network network = network(true);

        assertThat(new Propagation(network, new int[] {0}, Map.of(), more -> {})
                        .runAll()
                        .isConsistent())
                .isFalse();
        assertThat(new Propagation(network, new int[] {0}, Map.of(0, less), more -> {})
                        .runAll()
                        .isConsistent())
                .isTrue();
        assertThat(Witness.isFound(network, new int[] {0}, Map.of(0, less))).isFalse();
    }
}
