package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.relation.LinearForm;
import dev.saidao.core.relation.Relation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Relations that hang together in a loop through figures that nobody printed: none of these follows from one relation alone, but
 * all may from all of them together, such as the base and the end of a growth of which the increase and the rate were printed.
 *
 * @param relations the relations
 * @param unknowns the figures, each in two of the relations or more
 */
record LinearBlock(Set<Integer> relations, Set<Integer> unknowns) {

    /** So that a block is solved for each of its unknowns in milliseconds. */
    private static final int MOST = 8;

    private static final int GUARD_DIGITS = 15;

    LinearBlock {
        relations = new TreeSet<>(relations);
        unknowns = new TreeSet<>(unknowns);
    }

    /** The blocks of some relations that are small enough to be solved. */
    static List<LinearBlock> of(Network network, int[] relations) {
        return of(network, relations, figure -> network.printed(figure).isEmpty());
    }

    /**
     * The relations that are in a loop if no figure is known: whichever are, no other relation is in a block. Most relations of
     * most networks are in none, which is found out once and not for each set of known figures.
     */
    static int[] inLoops(Network network, int[] relations) {
        return loops(network, relations, figure -> true).keySet().stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The blocks that hang together through some figures. */
    static List<LinearBlock> of(Network network, int[] relations, IntPredicate isUnknown) {
        return split(loops(network, relations, isUnknown));
    }

    /** The places of some of a relation's members among figures, each once. */
    private static int[] placesOf(int[] members, int[] figures) {
        int[] places = new int[members.length];
        int count = 0;
        for (int member : members) {
            int place = Arrays.binarySearch(figures, member);
            if (place >= 0) {
                places[count++] = place;
            }
        }
        return Network.distinct(places, count);
    }

    /**
     * The relations in loops, in order, each with those of its unknowns that are in one: what is left when, one by one, unknowns of a
     * single relation and relations of a single unknown are taken away.
     */
    private static Map<Integer, Set<Integer>> loops(Network network, int[] relations, IntPredicate isUnknown) {
        int[] figures =
                Arrays.stream(network.figuresOf(relations)).filter(isUnknown).toArray();
        int[] relationsLeft = new int[figures.length];
        int[][] unknowns = new int[relations.length][];
        int[] unknownsLeft = new int[relations.length];
        for (int i = 0; i < relations.length; i++) {
            unknowns[i] =
                    network.isUsable(relations[i]) ? placesOf(network.members(relations[i]), figures) : new int[0];
            if (unknowns[i].length > 1) {
                unknownsLeft[i] = unknowns[i].length;
                for (int place : unknowns[i]) {
                    relationsLeft[place]++;
                }
            }
        }
        Deque<Integer> single = new ArrayDeque<>();
        for (int place = 0; place < figures.length; place++) {
            if (relationsLeft[place] == 1) {
                single.add(place);
            }
        }
        while (!single.isEmpty()) {
            int place = single.pop();
            relationsLeft[place] = 0;
            for (int r : network.relationsOf(figures[place])) {
                int i = Arrays.binarySearch(relations, r);
                if (i >= 0 && unknownsLeft[i] > 1 && --unknownsLeft[i] == 1) {
                    for (int other : unknowns[i]) {
                        if (relationsLeft[other] > 0 && --relationsLeft[other] == 1) {
                            single.add(other);
                        }
                    }
                }
            }
        }
        Map<Integer, Set<Integer>> loops = new TreeMap<>();
        for (int i = 0; i < relations.length; i++) {
            if (unknownsLeft[i] > 1) {
                loops.put(
                        relations[i],
                        Arrays.stream(unknowns[i])
                                .filter(place -> relationsLeft[place] > 0)
                                .mapToObj(place -> figures[place])
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return loops;
    }

    private static Map<Integer, Set<Integer>> relationsOf(Map<Integer, Set<Integer>> unknownsOf) {
        Map<Integer, Set<Integer>> relationsOf = new TreeMap<>();
        unknownsOf.forEach((r, unknowns) -> unknowns.forEach(figure ->
                relationsOf.computeIfAbsent(figure, f -> new TreeSet<>()).add(r)));
        return relationsOf;
    }

    private static List<LinearBlock> split(Map<Integer, Set<Integer>> unknownsOf) {
        Map<Integer, Set<Integer>> relationsOf = relationsOf(unknownsOf);
        Set<Integer> seen = new TreeSet<>();
        List<LinearBlock> blocks = new ArrayList<>();
        for (int start : unknownsOf.keySet()) {
            Set<Integer> relations = new TreeSet<>();
            Set<Integer> unknowns = new TreeSet<>();
            List<Integer> edge = new ArrayList<>(List.of(start));
            for (int next = 0; next < edge.size(); next++) {
                int r = edge.get(next);
                if (seen.add(r)) {
                    relations.add(r);
                    for (int figure : unknownsOf.getOrDefault(r, Set.of())) {
                        unknowns.add(figure);
                        edge.addAll(relationsOf.getOrDefault(figure, Set.of()));
                    }
                }
            }
            if (relations.size() > 1 && relations.size() <= MOST && unknowns.size() <= MOST) {
                blocks.add(new LinearBlock(relations, unknowns));
            }
        }
        return blocks;
    }

    /** What is left of the block without a relation: parts that still hang together in loops. */
    List<LinearBlock> without(Network network, int relation) {
        return of(
                network,
                relations.stream()
                        .filter(r -> r != relation)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /**
     * Solves for all unknowns, and narrows each once more to what each relation leaves of it.
     *
     * @param network the network
     * @param taken each relation as it is to be taken
     * @param termsOf what is known of the members of each relation, of an unknown at least its range
     * @param arithmetic the arithmetic to use
     * @return bounds that hold every solution
     */
    Map<Integer, Bounds> solve(
            Network network,
            IntFunction<Relation> taken,
            IntFunction<List<BoundedQuantity>> termsOf,
            BoundsArithmetic arithmetic) {
        BoundsArithmetic guarded = arithmetic.withDigits(arithmetic.digits() + GUARD_DIGITS);
        LinearSystem system = system(network, taken, termsOf, guarded);
        Map<Integer, Bounds> solved = new TreeMap<>();
        unknowns.forEach(unknown -> solved.put(unknown, arithmetic.outward(system.solve(unknown))));
        for (int r : relations) {
            int[] figures = network.members(r);
            List<BoundedQuantity> members = new ArrayList<>();
            List<BoundedQuantity> known = termsOf.apply(r);
            for (int i = 0; i < figures.length; i++) {
                Bounds bounds = solved.get(figures[i]);
                members.add(bounds == null ? known.get(i) : known.get(i).narrowedTo(bounds));
            }
            Relation relation = taken.apply(r);
            List<Bounds> implied = relation.equation()
                    .solveAll(Terms.of(relation.roles(), members), i -> solved.containsKey(figures[i]), arithmetic);
            for (int i = 0; i < figures.length; i++) {
                Bounds left = implied.get(i);
                solved.computeIfPresent(figures[i], (figure, before) -> before.intersection(left));
            }
        }
        return solved;
    }

    private LinearSystem system(
            Network network,
            IntFunction<Relation> taken,
            IntFunction<List<BoundedQuantity>> termsOf,
            BoundsArithmetic arithmetic) {
        LinearSystem system = new LinearSystem(arithmetic);
        for (int r : relations) {
            Relation relation = taken.apply(r);
            Map<String, Integer> figures = new HashMap<>();
            for (int i = 0; i < network.members(r).length; i++) {
                if (unknowns.contains(network.members(r)[i])) {
                    figures.put(relation.members().get(i).role(), network.members(r)[i]);
                }
            }
            Terms terms = Terms.of(relation.roles(), termsOf.apply(r));
            for (LinearForm form : relation.equation().linear(figures.keySet(), terms, arithmetic)) {
                Map<Integer, Bounds> coefficients = new TreeMap<>();
                form.coefficients()
                        .forEach((role, coefficient) -> coefficients.merge(
                                Objects.requireNonNull(figures.get(role)), coefficient, arithmetic::plus));
                system.add(coefficients, form.constant());
            }
        }
        return system;
    }
}
