package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Relation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the relations of a component against its figures all together: what is left of each, or which of them are in conflict. */
final class Settler {

    /** Narrowings in the search for conflicts, and how many more for each relation. */
    private static final long MOST_CONFLICT_WORK = 8_000;

    private static final long MORE_CONFLICT_WORK = 50;

    private final Network network;
    private final Deriver deriver;
    private final Neighbours neighbours;
    private final @Nullable Figure[] figures;
    private final Map<String, Finding> findings;
    private final Map<Integer, Relation> taken;

    Settler(
            Network network,
            Deriver deriver,
            Neighbours neighbours,
            @Nullable Figure[] figures,
            Map<String, Finding> findings,
            Map<Integer, Relation> taken) {
        this.network = network;
        this.deriver = deriver;
        this.neighbours = neighbours;
        this.figures = figures;
        this.findings = findings;
        this.taken = taken;
    }

    Settlement settle(int[] component) {
        return Witness.isFound(network, component, taken)
                ? new Settlement(() -> left(component), List.of(), false)
                : settleExactly(component);
    }

    /** What is left of the figures of a component that has no conflict. */
    private Map<String, BoundedQuantity> left(int[] component) {
        return left(component, new Propagation(network, component, taken, more -> {}).runAll());
    }

    private Settlement settleExactly(int[] component) {
        long[] work = {0};
        Propagation propagation = new Propagation(network, component, taken, more -> work[0] += more);
        Propagation.Result result = propagation.runAll();
        if (result.isConsistent()) {
            return new Settlement(() -> left(component, result), List.of(), result.stoppedEarly());
        }
        if (!propagation.run(new BitSet()).isConsistent()) {
            // constants alone contradict each other
            return new Settlement(Map::of, List.of(), result.stoppedEarly());
        }
        work[0] = 0;
        List<Conflict> conflicts = new ArrayList<>();
        boolean complete;
        try {
            complete = resolve(propagation, component, work, conflicts);
        } catch (Conflicts.TooMuchException e) {
            complete = false;
        }
        return new Settlement(Map::of, conflicts, result.stoppedEarly() || !complete);
    }

    private Map<String, BoundedQuantity> left(int[] component, Propagation.Result result) {
        Map<String, BoundedQuantity> bounds = new TreeMap<>();
        for (int figure : network.figuresOf(component)) {
            Unit unit = network.unit(figure).orElseThrow();
            Bounds left = result.boxes().exact(figure);
            if (!left.equals(network.range(figure))) {
                bounds.put(network.figure(figure), BoundedQuantity.of(unit, left));
            }
        }
        return bounds;
    }

    /** Finds the conflicts; returns whether these are all. */
    private boolean resolve(Propagation propagation, int[] component, long[] work, List<Conflict> conflicts) {
        int[] printedFigures = propagation.printed();
        Function<BitSet, Propagation.Result> run = set -> {
            if (work[0] > MOST_CONFLICT_WORK + MORE_CONFLICT_WORK * component.length) {
                throw new Conflicts.TooMuchException();
            }
            return propagation.run(set);
        };
        Conflicts search = new Conflicts(
                printedFigures.length,
                set -> run.apply(set).isConsistent(),
                set -> suspects(run.apply(set), set, propagation));
        for (int r : component) {
            Finding finding =
                    Objects.requireNonNull(findings.get(network.relation(r).id()));
            if (finding.verdict() == Verdict.CONTRADICTS) {
                known(search, finding, propagation);
            }
        }
        List<Conflicts.Group> groups = search.groups();
        ConflictWriter writer = new ConflictWriter(network, deriver, neighbours, figures, findings);
        for (Conflicts.Group group : groups) {
            conflicts.add(writer.conflict(
                    component,
                    names(group.members(), printedFigures),
                    group.removals().stream()
                            .map(removal -> (Set<String>) new TreeSet<>(names(removal, printedFigures)))
                            .toList()));
        }
        return search.isComplete();
    }

    /** The printed figures from which it follows that a figure has no number left: none is farther than the rounds it took. */
    private List<List<Integer>> suspects(Propagation.Result result, BitSet set, Propagation propagation) {
        List<List<Integer>> suspects = new ArrayList<>();
        for (int figure : result.empty()) {
            List<Integer> near = new ArrayList<>();
            for (int other : network.near(figure, result.rounds())) {
                int place = propagation.placeAmongPrinted(other);
                if (place >= 0 && set.get(place)) {
                    near.add(place);
                }
            }
            suspects.add(near);
        }
        return suspects;
    }

    /** Starts from a finding, whose figures are few, rather than from all. */
    private void known(Conflicts search, Finding finding, Propagation propagation) {
        List<Integer> set = new ArrayList<>();
        for (String figure : finding.figures()) {
            int place = propagation.placeAmongPrinted(network.index(figure));
            if (place >= 0) {
                set.add(place);
            }
        }
        search.addKnown(set);
    }

    private List<String> names(List<Integer> places, int[] printedFigures) {
        return places.stream()
                .map(place -> network.figure(printedFigures[place]))
                .sorted()
                .toList();
    }
}
