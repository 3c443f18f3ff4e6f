package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Derives the figures that nobody printed from those that were, through as many relations as it takes.
 *
 * <p>What a relation says of a figure is never used to check that same relation: each relation is told of a figure only what
 * the other relations say. Printed figures pass nothing on, so a contradiction stays where it is.
 */
final class Deriver {

    private static final int MOST_UPDATES = 50;
    private static final Label INTERSECTION = Label.of("what several relations leave", "多个关系的共同部分");

    private final Network network;
    /** What a printed figure is as an operand. */
    private final IntFunction<Operand> operands;
    /** For each figure that was not printed, what each of its relations says. */
    private final Map<Integer, TreeMap<Integer, Contribution>> contributions = new HashMap<>();

    private boolean stoppedEarly;

    /**
     * What a relation says of a figure.
     *
     * @param derived the value
     * @param relations all relations behind it
     * @param figures the printed figures behind it
     */
    record Contribution(Derived<BoundedQuantity> derived, SortedSet<Integer> relations, SortedSet<Integer> figures) {}

    Deriver(Network network, IntFunction<Operand> operands) {
        this.network = network;
        this.operands = operands;
    }

    /** Derives from some relations what can be derived. */
    void run(int[] relations) {
        Map<Long, Integer> updates = new HashMap<>();
        TreeSet<Integer> woken = new TreeSet<>();
        Arrays.stream(relations).filter(this::hasUnprinted).forEach(woken::add);
        while (!woken.isEmpty()) {
            Map<Integer, Map<Integer, Contribution>> found = new TreeMap<>();
            for (int r : woken) {
                for (int i = 0; i < network.members(r).length; i++) {
                    int figure = network.members(r)[i];
                    if (figure >= 0 && network.printed(figure).isEmpty()) {
                        int member = i;
                        contribution(r, member)
                                .filter(said -> isNews(figure, r, said))
                                .ifPresent(said -> found.computeIfAbsent(figure, f -> new TreeMap<>())
                                        .put(r, said));
                    }
                }
            }
            woken.clear();
            found.forEach((figure, said) -> said.forEach((r, contribution) -> {
                contributions.computeIfAbsent(figure, f -> new TreeMap<>()).put(r, contribution);
                if (updates.merge(((long) figure << 32) | r, 1, Integer::sum) > MOST_UPDATES) {
                    stoppedEarly = true;
                    return;
                }
                for (int other : network.relationsOf(figure)) {
                    if (other != r && network.isUsable(other) && Arrays.binarySearch(relations, other) >= 0) {
                        woken.add(other);
                    }
                }
            }));
        }
    }

    boolean stoppedEarly() {
        return stoppedEarly;
    }

    private boolean hasUnprinted(int r) {
        return network.isUsable(r)
                && Arrays.stream(network.members(r))
                        .anyMatch(
                                figure -> figure >= 0 && network.printed(figure).isEmpty());
    }

    private boolean isNews(int figure, int r, Contribution said) {
        Contribution before =
                contributions.getOrDefault(figure, new TreeMap<>()).get(r);
        return before == null
                || !before.derived()
                        .value()
                        .bounds()
                        .equals(said.derived().value().bounds());
    }

    /** What a relation says of one of its members; absent if that is nothing. */
    private Optional<Contribution> contribution(int r, int member) {
        Contribution said = implied(r, member);
        Bounds bounds = said.derived().value().bounds();
        Unit unit = said.derived().value().unit();
        boolean nothing = bounds.encloses(Ranges.of(unit))
                || (unit.kind() == Unit.Kind.MONEY && bounds.encloses(Bounds.greaterThan(BigDecimal.ZERO)));
        return nothing ? Optional.empty() : Optional.of(said);
    }

    /** What a relation implies for one of its members, by all that is known of the others. */
    Contribution implied(int r, int member) {
        Relation relation = network.relation(r);
        SortedSet<Integer> relations = new TreeSet<>(List.of(r));
        SortedSet<Integer> figures = new TreeSet<>();
        Map<String, Operand> others = new LinkedHashMap<>();
        String role = relation.members().get(member).role();
        for (int i = 0; i < relation.members().size(); i++) {
            if (i != member) {
                others.put(relation.members().get(i).role(), operand(r, i, relations, figures));
            }
        }
        Formula formula = relation.equation().formula();
        Formula named = Formula.of(
                formula.id() + "." + role,
                Label.of(formula.name().en() + ", " + role, formula.name().zh() + "," + role),
                formula.expression(),
                formula.source());
        Unit unit = unit(r, member);
        BoundedQuantity unknown = BoundedQuantity.of(unit, Bounds.all());
        Derived<BoundedQuantity> derived = Evaluator.withDefaults()
                .evaluate(
                        named,
                        unit,
                        others,
                        (arithmetic, known) -> relation.equation()
                                .solve(role, known.and(role, unknown), arithmetic)
                                .intersection(Ranges.of(unit)));
        return new Contribution(derived, relations, figures);
    }

    private Unit unit(int r, int member) {
        int figure = network.members(r)[member];
        return figure < 0
                ? network.constant(r, member).unit()
                : network.unit(figure).orElseThrow();
    }

    private Operand operand(int r, int member, SortedSet<Integer> relations, SortedSet<Integer> figures) {
        int figure = network.members(r)[member];
        if (figure < 0) {
            return Operand.of(
                    network.relation(r).members().get(member).constant().orElseThrow());
        }
        if (network.printed(figure).isPresent()) {
            figures.add(figure);
            return operands.apply(figure);
        }
        return told(figure, r)
                .map(said -> {
                    relations.addAll(said.relations());
                    figures.addAll(said.figures());
                    return Operand.of(said.derived());
                })
                .orElseGet(() -> {
                    Unit unit = network.unit(figure).orElseThrow();
                    return Operand.of(BoundedQuantity.of(unit, Ranges.of(unit)));
                });
    }

    /** What relations other than one say of a figure that was not printed. */
    Optional<Contribution> told(int figure, int except) {
        return together(
                figure,
                contributions.getOrDefault(figure, new TreeMap<>()).entrySet().stream()
                        .filter(entry -> entry.getKey() != except)
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** A relation with what is known of its members. */
    Case caseOf(int r) {
        Map<String, Evidence> members = new LinkedHashMap<>();
        int place = 0;
        for (Member member : network.relation(r).members()) {
            int figure = network.members(r)[place++];
            members.put(member.role(), member.constant().map(Evidence::of).orElseGet(() -> evidence(r, figure)));
        }
        return new Case(network.relation(r), members);
    }

    private Evidence evidence(int r, int figure) {
        return network.printed(figure)
                .or(() -> told(figure, r)
                        .map(said -> Evidence.derived(said.derived().value())))
                .orElseGet(() -> Evidence.none(network.unit(figure).orElseThrow()));
    }

    /** All that is said of a figure; several only if they contradict each other. */
    List<DerivedFigure> derived(int figure) {
        TreeMap<Integer, Contribution> said = contributions.getOrDefault(figure, new TreeMap<>());
        List<Contribution> all = List.copyOf(said.values());
        Bounds common = common(values(all));
        if (all.size() > 1 && !common.isEmpty()) {
            Derivation derivation =
                    together(figure, all).orElseThrow().derived().derivation();
            return List.of(DerivedFigure.of(
                    network.figure(figure),
                    said.keySet().stream().map(r -> network.relation(r).id()).toList(),
                    derivation));
        }
        List<DerivedFigure> result = new ArrayList<>();
        said.forEach((r, contribution) -> result.add(DerivedFigure.of(
                network.figure(figure),
                List.of(network.relation(r).id()),
                contribution.derived().derivation())));
        return result;
    }

    private static List<BoundedQuantity> values(List<Contribution> all) {
        return all.stream().map(said -> said.derived().value()).toList();
    }

    private static Bounds common(List<BoundedQuantity> all) {
        Bounds common = Bounds.all();
        for (BoundedQuantity value : all) {
            common = common.intersection(value.bounds());
        }
        return common;
    }

    private Optional<Contribution> together(int figure, List<Contribution> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        // what contradicts itself is found where it does; the first is as good as any other
        if (all.size() == 1 || common(values(all)).isEmpty()) {
            return Optional.of(all.get(0));
        }
        Map<String, Operand> operands = new LinkedHashMap<>();
        SortedSet<Integer> relations = new TreeSet<>();
        SortedSet<Integer> figures = new TreeSet<>();
        StringBuilder expression = new StringBuilder("x = ");
        for (Contribution said : all) {
            String symbol = "x" + (operands.size() + 1);
            expression.append(operands.isEmpty() ? "" : " ∩ ").append(symbol);
            operands.put(symbol, Operand.of(said.derived()));
            relations.addAll(said.relations());
            figures.addAll(said.figures());
        }
        Formula formula = Formula.of("audit.intersection", INTERSECTION, expression.toString(), "definition");
        Derived<BoundedQuantity> derived = Evaluator.withDefaults()
                .evaluate(
                        formula,
                        network.unit(figure).orElseThrow(),
                        operands,
                        (arithmetic, said) -> common(said.values()));
        return Optional.of(new Contribution(derived, relations, figures));
    }
}
