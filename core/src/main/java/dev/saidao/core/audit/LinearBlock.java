package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.relation.LinearForm;
import dev.saidao.core.relation.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

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
        Map<Integer, Set<Integer>> unknownsOf = unknownsOf(network, relations, figure -> true);
        peel(unknownsOf);
        return unknownsOf.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The blocks that hang together through some figures. */
    static List<LinearBlock> of(Network network, int[] relations, IntPredicate isUnknown) {
        Map<Integer, Set<Integer>> unknownsOf = unknownsOf(network, relations, isUnknown);
        if (unknownsOf.size() < 2) {
            return List.of();
        }
        peel(unknownsOf);
        return split(unknownsOf);
    }

    /** The unknown figures of the relations that have two or more. */
    private static Map<Integer, Set<Integer>> unknownsOf(Network network, int[] relations, IntPredicate isUnknown) {
        Map<Integer, Set<Integer>> unknownsOf = new TreeMap<>();
        for (int r : relations) {
            Set<Integer> unknowns = new TreeSet<>();
            for (int figure : network.members(r)) {
                if (figure >= 0 && isUnknown.test(figure)) {
                    unknowns.add(figure);
                }
            }
            if (unknowns.size() > 1 && network.isUsable(r)) {
                unknownsOf.put(r, unknowns);
            }
        }
        return unknownsOf;
    }

    /** Takes away, one by one, unknowns of a single relation and relations of a single unknown: they are in no loop. */
    private static void peel(Map<Integer, Set<Integer>> unknownsOf) {
        Map<Integer, Set<Integer>> relationsOf = relationsOf(unknownsOf);
        List<Integer> single = new ArrayList<>();
        relationsOf.forEach((figure, some) -> {
            if (some.size() == 1) {
                single.add(figure);
            }
        });
        for (int next = 0; next < single.size(); next++) {
            int figure = single.get(next);
            for (int r : relationsOf.getOrDefault(figure, Set.of())) {
                Set<Integer> left = unknownsOf.getOrDefault(r, new TreeSet<>());
                left.remove(figure);
                if (left.size() == 1) {
                    unknownsOf.remove(r);
                    for (int other : left) {
                        Set<Integer> others = relationsOf.getOrDefault(other, new TreeSet<>());
                        others.remove(r);
                        if (others.size() == 1) {
                            single.add(other);
                        }
                    }
                }
            }
            relationsOf.remove(figure);
        }
        unknownsOf.values().removeIf(Set::isEmpty);
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
