package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Equation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import dev.saidao.core.relation.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relations and what is known of their members, by numbers instead of names.
 *
 * <p>Relations are in the order of their ids and figures in that of theirs, so nothing depends on the order in which they were
 * given.
 */
final class Network {

    private final List<Relation> relations;
    private final List<String> figures;
    private final Map<String, Integer> indexOfFigure = new HashMap<>();
    /** For each relation the figures of its members, -1 for constants. */
    private final int[][] members;
    /** For each figure the relations that have it. */
    private final int[][] relationsOf;

    private final @Nullable Evidence[] evidence;
    private final @Nullable Unit[] units;
    /** What became of units that are all known, of which there are few combinations. */
    private final Map<Fit, Fit> fits = new HashMap<>();

    private final @Nullable Fit[] fitOf;
    /** For each relation whose units do not fit: why. */
    private final Map<Integer, Label> misfits = new LinkedHashMap<>();

    private final boolean isRough;
    /** The figures that may be below 0 whatever they count. */
    private final boolean[] signed;

    private final boolean[] usable;
    private final List<int[]> components;
    /** The place of each figure among those of its component, in order; that of each relation among the relations. */
    private final int[] placeOfFigure;

    private final int[] placeOfRelation;

    Network(Collection<? extends Relation> relations, Map<String, Evidence> printed) {
        this(relations, printed, Map.of(), true);
    }

    /**
     * Numbers relations and figures.
     *
     * @param relations the relations
     * @param printed what was printed of figures, by their ids
     * @param knownUnits the units of some figures, printed or not
     * @param isRough whether doubles may spare exact work
     */
    Network(
            Collection<? extends Relation> relations,
            Map<String, Evidence> printed,
            Map<String, Unit> knownUnits,
            boolean isRough) {
        this.isRough = isRough;
        this.relations = new ArrayList<>(relations);
        this.relations.sort(Comparator.comparing(Relation::id));
        requireDistinct();
        Set<String> ids = new HashSet<>(printed.keySet());
        for (Relation relation : this.relations) {
            for (Member member : relation.members()) {
                member.figure().ifPresent(ids::add);
            }
        }
        this.figures = ids.stream().sorted().toList();
        for (int i = 0; i < figures.size(); i++) {
            indexOfFigure.put(figures.get(i), i);
        }
        this.members = new int[this.relations.size()][];
        this.fitOf = new Fit[this.relations.size()];
        for (int r = 0; r < members.length; r++) {
            List<Member> list = this.relations.get(r).members();
            members[r] = new int[list.size()];
            for (int i = 0; i < list.size(); i++) {
                members[r][i] = list.get(i).figure().map(this::index).orElse(-1);
            }
        }
        this.relationsOf = relationsOf();
        this.evidence = new Evidence[figures.size()];
        this.units = new Unit[figures.size()];
        knownUnits.forEach((id, unit) -> units[index(id)] = unit);
        printed.forEach((id, known) -> {
            evidence[index(id)] = known;
            units[index(id)] = known.unit();
        });
        completeUnits();
        this.signed = new boolean[figures.size()];
        for (int r = 0; r < members.length; r++) {
            for (int i = 0; i < members[r].length; i++) {
                int figure = members[r][i];
                if (figure >= 0) {
                    signed[figure] |= this.relations
                            .get(r)
                            .equation()
                            .isSigned(this.relations.get(r).members().get(i).role());
                }
            }
        }
        printed.forEach((id, known) -> signed[index(id)] |= Ranges.isBelowZero(known));
        this.usable = new boolean[this.relations.size()];
        for (int r = 0; r < usable.length; r++) {
            usable[r] = !misfits.containsKey(r) && areUnitsKnown(r);
        }
        this.placeOfFigure = new int[figures.size()];
        this.placeOfRelation = new int[usable.length];
        this.components = split();
    }

    private int[][] relationsOf() {
        int[] most = new int[figures.size()];
        for (int[] some : members) {
            for (int figure : some) {
                if (figure >= 0) {
                    most[figure]++;
                }
            }
        }
        int[][] of = new int[most.length][];
        Arrays.setAll(of, figure -> new int[most[figure]]);
        int[] found = new int[most.length];
        for (int r = 0; r < members.length; r++) {
            for (int figure : members[r]) {
                if (figure >= 0 && (found[figure] == 0 || of[figure][found[figure] - 1] != r)) {
                    of[figure][found[figure]++] = r;
                }
            }
        }
        // a figure that a relation has twice
        Arrays.setAll(
                of, figure -> found[figure] == most[figure] ? of[figure] : Arrays.copyOf(of[figure], found[figure]));
        return of;
    }

    private void requireDistinct() {
        for (int i = 1; i < relations.size(); i++) {
            if (relations.get(i).id().equals(relations.get(i - 1).id())) {
                throw new IllegalArgumentException(
                        "Relation id must be given once: " + relations.get(i).id());
            }
        }
    }

    /** Lets units flow from figures that were printed to those that were not, until no more follow. */
    private void completeUnits() {
        boolean[] waiting = new boolean[relations.size()];
        Arrays.fill(waiting, true);
        List<Integer> round = new ArrayList<>();
        for (int r = 0; r < relations.size(); r++) {
            round.add(r);
        }
        while (!round.isEmpty()) {
            List<Integer> next = new ArrayList<>();
            for (int r : round) {
                waiting[r] = false;
                for (int figure : complete(r)) {
                    for (int other : relationsOf[figure]) {
                        if (!waiting[other] && other != r) {
                            waiting[other] = true;
                            next.add(other);
                        }
                    }
                }
            }
            round = next;
        }
    }

    /**
     * Units that are all known, in the roles of an equation, and how they fit.
     *
     * @param equation the equation
     * @param roles the roles of the members
     * @param units their units
     * @param misfit why they do not fit; null if they do
     * @param isRough whether the equation can be solved for them with doubles
     */
    private record Fit(
            Equation equation,
            List<String> roles,
            List<Unit> units,
            @Nullable Label misfit,
            boolean isRough) {

        static Fit of(Equation equation, List<String> roles, List<Unit> units) {
            Units all = Units.of(roles, units.stream().map(Optional::of).toList());
            try {
                equation.units(all);
                return new Fit(equation, roles, units, null, equation.isSolvedRoughly(all));
            } catch (IllegalArgumentException e) {
                return new Fit(equation, roles, units, FindingWriter.misfit(e), false);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Fit fit
                    && equation.equals(fit.equation)
                    && units.equals(fit.units)
                    && roles.equals(fit.roles);
        }

        @Override
        public int hashCode() {
            return 31 * equation.hashCode() + units.hashCode();
        }
    }

    private List<Integer> complete(int r) {
        List<Unit> known = allUnits(r);
        if (known.size() == members[r].length) {
            takeFit(r);
            Label misfit = Objects.requireNonNull(fitOf[r]).misfit;
            if (misfit != null) {
                misfits.put(r, misfit);
            }
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        try {
            List<Optional<Unit>> completed =
                    relations.get(r).equation().units(knownUnits(r)).all();
            for (int i = 0; i < members[r].length; i++) {
                int figure = members[r][i];
                if (figure >= 0 && units[figure] == null && completed.get(i).isPresent()) {
                    units[figure] = completed.get(i).get();
                    found.add(figure);
                }
            }
            takeFit(r);
        } catch (IllegalArgumentException e) {
            misfits.put(r, FindingWriter.misfit(e));
        }
        return found;
    }

    /** Takes the fit of units that all have become known. */
    private void takeFit(int r) {
        List<Unit> known = allUnits(r);
        if (known.size() == members[r].length) {
            Relation relation = relations.get(r);
            fitOf[r] = fit(new Fit(relation.equation(), rolesOf(relation), known, null, false));
        }
    }

    private Fit fit(Fit asked) {
        return fits.computeIfAbsent(asked, key -> Fit.of(key.equation, key.roles, key.units));
    }

    /** The roles of a relation, in the one list that relations of a kind share where that can be. */
    private static List<String> rolesOf(Relation relation) {
        List<String> usual = relation.equation().roles();
        List<Member> members = relation.members();
        if (usual.size() != members.size()) {
            return relation.roles();
        }
        for (int i = 0; i < usual.size(); i++) {
            if (!usual.get(i).equals(members.get(i).role())) {
                return relation.roles();
            }
        }
        return usual;
    }

    /** The units of the members, as long as they are known. */
    private List<Unit> allUnits(int r) {
        List<Unit> known = new ArrayList<>(members[r].length);
        for (int i = 0; i < members[r].length; i++) {
            int figure = members[r][i];
            Unit unit = figure >= 0
                    ? units[figure]
                    : relations.get(r).members().get(i).constant().orElseThrow().unit();
            if (unit == null) {
                break;
            }
            known.add(unit);
        }
        return known;
    }

    private Units knownUnits(int r) {
        List<Optional<Unit>> known = new ArrayList<>();
        for (int i = 0; i < members[r].length; i++) {
            int figure = members[r][i];
            known.add(
                    figure >= 0
                            ? Optional.ofNullable(units[figure])
                            : Optional.of(constant(r, i).unit()));
        }
        return Units.of(relations.get(r).roles(), known);
    }

    int index(String figure) {
        Integer index = indexOfFigure.get(figure);
        if (index == null) {
            throw new IllegalArgumentException("Figure must be part of the audit: " + figure);
        }
        return index;
    }

    int size() {
        return relations.size();
    }

    int figureCount() {
        return figures.size();
    }

    Relation relation(int r) {
        return relations.get(r);
    }

    String figure(int figure) {
        return figures.get(figure);
    }

    int[] members(int r) {
        return members[r];
    }

    int[] relationsOf(int figure) {
        return relationsOf[figure];
    }

    /** What was printed of a figure. */
    Optional<Evidence> printed(int figure) {
        return Optional.ofNullable(evidence[figure]);
    }

    Optional<Unit> unit(int figure) {
        return Optional.ofNullable(units[figure]);
    }

    /** Why the units of a relation do not fit, if they do not. */
    Optional<Label> misfit(int r) {
        return Optional.ofNullable(misfits.get(r));
    }

    /** Whether a relation can be computed with: its units fit and are all known. */
    boolean isUsable(int r) {
        return usable[r];
    }

    private boolean areUnitsKnown(int r) {
        for (int figure : members[r]) {
            if (figure >= 0 && units[figure] == null) {
                return false;
            }
        }
        return true;
    }

    /** The roles of the members of a relation. */
    List<String> roles(int r) {
        Fit fit = fitOf[r];
        return fit == null ? relations.get(r).roles() : fit.roles;
    }

    /** Whether doubles, and what was worked out before, may spare exact work. */
    boolean isRough() {
        return isRough;
    }

    /** Whether a relation can be solved with doubles. */
    boolean isSolvedRoughly(int r) {
        Fit fit = fitOf[r];
        return isRough && fit != null && fit.isRough;
    }

    /** All that a figure can be. */
    Bounds range(int figure) {
        return Ranges.of(unit(figure).orElseThrow(), signed[figure]);
    }

    RoughBounds roughRange(int figure) {
        return Ranges.rough(unit(figure).orElseThrow(), signed[figure]);
    }

    /** What is known of a constant. */
    Evidence constantEvidence(int r, int member) {
        return Evidence.of(relations.get(r).members().get(member).constant().orElseThrow());
    }

    RoughBounds roughConstant(int r, int member) {
        return RoughBounds.of(Bounds.exactly(
                relations.get(r).members().get(member).constant().orElseThrow().value()));
    }

    BoundedQuantity constant(int r, int member) {
        return BoundedQuantity.exactly(
                relations.get(r).members().get(member).constant().orElseThrow());
    }

    /** The relations that hang together with one another through figures, in groups; none that is not usable. */
    List<int[]> components() {
        return components;
    }

    /** The place of a figure among the figures of its component, in order. */
    int place(int figure) {
        return placeOfFigure[figure];
    }

    /** The place of a usable relation in its component. */
    int placeOfRelation(int r) {
        return placeOfRelation[r];
    }

    private List<int[]> split() {
        List<int[]> groups = new ArrayList<>();
        boolean[] seen = new boolean[relations.size()];
        for (int start = 0; start < seen.length; start++) {
            if (!seen[start] && usable[start]) {
                int[] group = together(start, seen);
                for (int i = 0; i < group.length; i++) {
                    placeOfRelation[group[i]] = i;
                }
                int[] some = figuresOf(group);
                for (int i = 0; i < some.length; i++) {
                    placeOfFigure[some[i]] = i;
                }
                groups.add(group);
            }
        }
        return groups;
    }

    private int[] together(int start, boolean[] seen) {
        List<Integer> found = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int next = 0; next < found.size(); next++) {
            for (int figure : members[found.get(next)]) {
                if (figure >= 0) {
                    for (int r : relationsOf[figure]) {
                        if (!seen[r] && usable[r]) {
                            seen[r] = true;
                            found.add(r);
                        }
                    }
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The figures that can be reached from one through so many relations, itself included. */
    Set<Integer> near(int figure, int distance) {
        Set<Integer> reached = new HashSet<>(Set.of(figure));
        List<Integer> edge = List.of(figure);
        for (int step = 0; step < distance && !edge.isEmpty(); step++) {
            List<Integer> next = new ArrayList<>();
            for (int from : edge) {
                for (int r : relationsOf[from]) {
                    for (int to : members[r]) {
                        if (to >= 0 && isUsable(r) && reached.add(to)) {
                            next.add(to);
                        }
                    }
                }
            }
            edge = next;
        }
        return reached;
    }

    /** Whether all figures of a relation were printed. */
    boolean arePrinted(int r) {
        for (int figure : members[r]) {
            if (figure >= 0 && evidence[figure] == null) {
                return false;
            }
        }
        return true;
    }

    /** The figures of some relations, each once, in order. */
    int[] figuresOf(int[] some) {
        int[] all = new int[0];
        int count = 0;
        for (int r : some) {
            if (all.length < count + members[r].length) {
                all = Arrays.copyOf(all, 2 * count + members[r].length);
            }
            for (int figure : members[r]) {
                if (figure >= 0) {
                    all[count++] = figure;
                }
            }
        }
        return distinct(all, count);
    }

    /** The first of some numbers, each once, in order. */
    static int[] distinct(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || numbers[kept - 1] != numbers[i]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }
}
