package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import java.math.BigDecimal;
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

    private Propagation propagation(Network network) {
        return new Propagation(network, network.components().get(0), Map.of(), more -> {});
    }

    private static BitSet all(Propagation propagation) {
        BitSet all = new BitSet();
        all.set(0, propagation.printed().length);
        return all;
    }

    private static void assertNear(Bounds bounds, double low, double high) {
        assertThat(bounds.lower().orElseThrow().doubleValue()).isCloseTo(low, within(1e-12 * Math.abs(low)));
        assertThat(bounds.upper().orElseThrow().doubleValue()).isCloseTo(high, within(1e-12 * Math.abs(high)));
    }

    // ---- prints that cannot be ----

    /** A rate below -100% is none, whatever the rest: that is told of it alone, ahead of any round, where it is known; else all agrees. */
    @Test
    void print_thatIsNoNumber_isToldAtOnce() {
        figures.add(figure("b", "USD 10"));
        figures.add(figure("e", "USD 20"));
        figures.add(figure("r", "under -100%", "per year"));
        relations.add(FigureRelation.growth("g", "b", "e", "r", 5));
        for (int i = 1; i <= 6; i++) {
            figures.add(figure("p" + i, "USD 5"));
        }
        relations.add(FigureRelation.sum("s", "e", List.of("b", "p1", "p2", "p3", "p4", "p5", "p6")));
        figures.set(3, figure("p1", "USD -15"));
        Network network = network(true);
        Propagation propagation = propagation(network);
        BitSet all = all(propagation);
        BitSet without = (BitSet) all.clone();
        without.clear(propagation.placeAmongPrinted(network.index("r")));

        assertOnly(propagation.runAll(), network.index("r"));
        assertOnly(propagation.run(all), network.index("r"));
        assertOnly(propagation.run(places(propagation, network, "b", "r")), network.index("r"));
        assertThat(propagation.run(without).isConsistent()).isTrue();
    }

    private static void assertOnly(Propagation.Result result, int figure) {
        assertThat(result.isConsistent()).isFalse();
        assertThat(result.empty()).containsExactly(figure);
        assertThat(result.rounds()).isZero();
    }

    /** Three persons are all of x, y and u, so that none of them is more, printed or not; five are not, which takes no round. */
    @Test
    void run_startsFromWhatConstantsLeave() {
        figures.add(figure("x", "5 persons"));
        figures.add(figure("w", "1 persons"));
        relations.add(FigureRelation.sum("all", persons(3), List.of("x", "y", "u")));
        relations.add(FigureRelation.sum("more", "t", List.of("x", "w")));
        Network network = network(true);
        Propagation propagation = propagation(network);

        for (String[] known : new String[][] {{}, {"w"}}) {
            Propagation.Result result = propagation.run(places(propagation, network, known));
            assertThat(result.isConsistent()).isTrue();
            assertThat(result.boxes().exact(network.index("x"))).isEqualTo(Bounds.parse("[0, 3]"));
            assertThat(result.boxes().exact(network.index("y"))).isEqualTo(Bounds.parse("[0, 3]"));
        }
        assertOnly(propagation.run(places(propagation, network, "x")), network.index("x"));
    }

    private static Quantity persons(int count) {
        return Unit.parse("persons").quantity(BigDecimal.valueOf(count));
    }

    /** Of 5 and 7 persons, who are not 3, either is wrong, and no constant is. */
    @Test
    void run_againstAConstant_leavesNoFigure() {
        figures.add(figure("x", "5 persons"));
        figures.add(figure("y", "7 persons"));
        relations.add(FigureRelation.sum("all", persons(3), List.of("x", "y")));
        Network network = network(true);

        assertThat(propagation(network).runAll().empty()).containsExactly(network.index("x"), network.index("y"));
    }

    // ---- most prints known ----

    /** Totals of totals that all agree: without the print of one it is what its parts make it, a tenth more or less. */
    @Test
    void run_withoutOneThatAgreed_isWhatTheOthersLeave() {
        figures.add(figure("t0", "USD 10.0"));
        for (int i = 1; i <= 5; i++) {
            figures.add(figure("a" + i, "USD 10.0"));
            figures.add(figure("t" + i, "USD " + (10 + 10 * i) + ".0"));
            relations.add(FigureRelation.sum("s" + i, "t" + i, List.of("t" + (i - 1), "a" + i)));
        }
        Network network = network(true);
        Propagation propagation = propagation(network);
        BitSet most = all(propagation);
        most.clear(propagation.placeAmongPrinted(network.index("t5")));

        assertThat(propagation.run(most).boxes().exact(network.index("t5"))).isEqualTo(Bounds.parse("[59.9, 60.1]"));
    }

    // ---- loops ----

    /** That of a base and an end, which were printed but are not known, follows from 24.4 more and 10%: 24.4 / (1.1^5 - 1). */
    @Test
    void run_withoutTheFiguresOfALoop_solvesIt() {
        figures.add(figure("b", "USD 40.0 bn"));
        figures.add(figure("e", "USD 64.4 bn"));
        figures.add(figure("r", "10%", "per year"));
        figures.add(figure("n", "USD 24.4 bn"));
        relations.add(FigureRelation.cumulative("c", "e", "b", "n"));
        relations.add(FigureRelation.growth("g", "b", "e", "r", 5));
        Network network = network(true);
        Propagation propagation = propagation(network);
        Propagation.Result result = propagation.run(places(propagation, network, "r", "n"));

        assertThat(result.isConsistent()).isTrue();
        assertNear(
                result.boxes().exact(network.index("b")),
                24.35e9 / (Math.pow(1.105, 5) - 1),
                24.45e9 / (Math.pow(1.095, 5) - 1));
    }

    /**
     * Two rings of five, each of 2 and 2 and so on, so that every figure is 1 and half of 0.25 more or less; a figure that is known ties them, by
     * which they are no loop of twelve.
     */
    @Test
    void runAll_solvesLoopsApart_thatAKnownFigureTies() {
        figures.add(figure("k", "USD 5.0"));
        for (String ring : List.of("a", "b")) {
            for (int i = 0; i < 5; i++) {
                figures.add(figure(ring + "sum" + i, "USD 2.0"));
                relations.add(FigureRelation.sum(
                        ring + i, ring + "sum" + i, List.of(ring + "x" + i, ring + "x" + (i + 1) % 5)));
            }
            figures.add(figure(ring + "tie", "USD 9.0"));
            relations.add(FigureRelation.sum(ring + "tie", ring + "tie", List.of("k", ring + "x0", ring + "rest")));
        }
        Network network = network(true);
        Propagation.Result result = propagation(network).runAll();

        assertNear(result.boxes().exact(network.index("ax0")), 0.875, 1.125);
        assertNear(result.boxes().exact(network.index("bx3")), 0.875, 1.125);
    }

    /**
     * Three figures by the sums of two each, and a total that they are not: no relation alone says so, so that it takes a round in vain and is as far
     * as all four relations lead. Their work is one each, and four times three for the loop.
     */
    @Test
    void rounds_andWork_ofALoop() {
        List<String> sums = List.of("USD 3.0", "USD 5.0", "USD 4.0");
        for (int i = 0; i < 3; i++) {
            figures.add(figure("s" + i, sums.get(i)));
            relations.add(FigureRelation.sum("r" + i, "s" + i, List.of("x" + i, "x" + (i + 1) % 3)));
        }
        figures.add(figure("t", "USD 9.0"));
        relations.add(FigureRelation.sum("r3", "t", List.of("x0", "x1", "x2")));
        Network network = network(true);
        long[] work = {0};
        Propagation.Result result =
                new Propagation(network, new int[] {0, 1, 2, 3}, Map.of(), more -> work[0] += more).runAll();

        assertThat(result.isConsistent()).isFalse();
        assertThat(result.rounds()).isEqualTo(5);
        assertThat(work[0]).isEqualTo(16);
    }

    /** 500 MW to 1 GW are 41.4% in two years, though 1 is less than 500. */
    @Test
    void runAll_inTwoUnits() {
        figures.add(figure("b", "500 MW"));
        figures.add(figure("e", "1.000 GW"));
        figures.add(figure("r", "41.4%", "per year"));
        relations.add(FigureRelation.growth("g", "b", "e", "r", 2));
        Network network = network(true);

        assertThat(propagation(network).runAll().isConsistent()).isTrue();
        assertThat(Witness.isFound(network, new int[] {0}, Map.of())).isFalse();
    }
}
