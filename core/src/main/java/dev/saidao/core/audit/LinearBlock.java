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
import java.util.stream.IntStream;

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
        return new Ties(network, relations)
                .blocks(figure -> network.printed(figure).isEmpty());
    }

    /** How some relations are tied by their figures, of which now some are known and now others. */
    static final class Ties {

        private final Network network;
        private final int[] relations;
        private final int[] figures;
        /** For each relation the places of its figures, each once; of one that cannot be used none. */
        private final int[][] figuresOf;
        /** For each figure the places of its relations. */
        private final int[][] relationsOf;

        /**
         * Ties relations.
         *
         * @param network the network
         * @param relations some of its relations, in order
         */
        Ties(Network network, int[] relations) {
            this.network = network;
            this.relations = relations;
            this.figures = network.figuresOf(relations);
            this.figuresOf = new int[relations.length][];
            for (int i = 0; i < relations.length; i++) {
                figuresOf[i] =
                        network.isUsable(relations[i]) ? placesOf(network.members(relations[i]), figures) : new int[0];
            }
            this.relationsOf = new int[figures.length][];
            Arrays.setAll(relationsOf, place -> placesOf(network.relationsOf(figures[place]), relations));
        }

        /**
         * The relations that are in a loop if no figure is known: whichever are, no other relation is in a block. Most relations of
         * most networks are in none, which is found out once and not for each set of known figures.
         */
        Ties inLoops() {
            Loops loops = new Loops(figure -> true);
            return new Ties(
                    network,
                    IntStream.range(0, relations.length)
                            .filter(loops::isIn)
                            .map(i -> relations[i])
                            .toArray());
        }

        /** The blocks that hang together through figures that are not known. */
        List<LinearBlock> blocks(IntPredicate isUnknown) {
            return relations.length == 0 ? List.of() : new Loops(isUnknown).blocks();
        }

        /** The places of some numbers among others in order, each once. */
        private static int[] placesOf(int[] some, int[] all) {
            int[] places = new int[some.length];
            int count = 0;
            for (int one : some) {
                int place = Arrays.binarySearch(all, one);
                if (place >= 0) {
                    places[count++] = place;
                }
            }
            return Network.distinct(places, count);
        }

        /** What is left when, one by one, unknowns of a single relation and relations of a single unknown are taken away. */
        private final class Loops {

            /** For each figure the relations left, if it is unknown. */
            private final int[] relationsLeft = new int[figures.length];
            /** For each relation the unknowns left. */
            private final int[] unknownsLeft = new int[relations.length];

            Loops(IntPredicate isUnknown) {
                boolean[] unknown = new boolean[figures.length];
                for (int place = 0; place < figures.length; place++) {
                    unknown[place] = isUnknown.test(figures[place]);
                }
                for (int i = 0; i < relations.length; i++) {
                    int count = 0;
                    for (int place : figuresOf[i]) {
                        count += unknown[place] ? 1 : 0;
                    }
                    if (count > 1) {
                        unknownsLeft[i] = count;
                        for (int place : figuresOf[i]) {
                            relationsLeft[place] += unknown[place] ? 1 : 0;
                        }
                    }
                }
                takeAway();
            }

            private void takeAway() {
                Deque<Integer> single = new ArrayDeque<>();
                for (int place = 0; place < figures.length; place++) {
                    if (relationsLeft[place] == 1) {
                        single.add(place);
                    }
                }
                while (!single.isEmpty()) {
                    int place = single.pop();
                    relationsLeft[place] = 0;
                    for (int i : relationsOf[place]) {
                        if (unknownsLeft[i] > 1 && --unknownsLeft[i] == 1) {
                            for (int other : figuresOf[i]) {
                                if (relationsLeft[other] > 0 && --relationsLeft[other] == 1) {
                                    single.add(other);
                                }
                            }
                        }
                    }
                }
            }

            boolean isIn(int i) {
                return unknownsLeft[i] > 1;
            }

            /** The relations in loops that hang together, where they and their unknowns are few. */
            List<LinearBlock> blocks() {
                List<LinearBlock> blocks = new ArrayList<>();
                boolean[] seen = new boolean[relations.length];
                boolean[] seenFigure = new boolean[figures.length];
                int[] edge = new int[relations.length];
                for (int start = 0; start < relations.length; start++) {
                    if (isIn(start) && !seen[start]) {
                        int count = 1;
                        edge[0] = start;
                        seen[start] = true;
                        List<Integer> unknowns = new ArrayList<>();
                        for (int next = 0; next < count; next++) {
                            for (int place : figuresOf[edge[next]]) {
                                if (relationsLeft[place] > 0 && !seenFigure[place]) {
                                    seenFigure[place] = true;
                                    unknowns.add(figures[place]);
                                    for (int i : relationsOf[place]) {
                                        if (isIn(i) && !seen[i]) {
                                            seen[i] = true;
                                            edge[count++] = i;
                                        }
                                    }
                                }
                            }
                        }
                        if (count > 1 && count <= MOST && unknowns.size() <= MOST) {
                            Set<Integer> some = new TreeSet<>();
                            for (int next = 0; next < count; next++) {
                                some.add(relations[edge[next]]);
                            }
                            blocks.add(new LinearBlock(some, new TreeSet<>(unknowns)));
                        }
                    }
                }
                return blocks;
            }
        }
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
