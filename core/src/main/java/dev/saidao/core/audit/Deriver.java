package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Derives the figures that nobody printed from those that were, through as many relations as it takes.
 *
 * <p>What a relation says of a figure is never used to check that same relation: each relation is told of a figure only what
 * the other relations say. Printed figures pass nothing on, so a contradiction stays where it is.
 */
final class Deriver {

    private static final int MOST_UPDATES = 6;
    /** Longer derivations are cut: in a network that shares its figures they would be told over and over. */
    private static final int MOST_STEPS = 100;

    private static final Label SYSTEM = Label.of("solution of several relations together", "多个关系联立求解");
    private static final Label INTERSECTION = Label.of("what several relations leave", "多个关系的共同部分");

    private final Network network;
    /** What a printed figure is as an operand. */
    private final IntFunction<Operand> operands;
    /** For each figure that was not printed, what each of its relations says. */
    private final Map<Integer, TreeMap<Integer, Contribution>> contributions = new HashMap<>();
    /** For each figure in a loop of such, what its relations say together: first all of them, then without one each. */
    private final Map<Integer, List<Solution>> solutions = new HashMap<>();

    /** The formulas of what is implied, each once; a large network has few. */
    private final Map<Solved, Formula> formulas = new ConcurrentHashMap<>();

    private boolean stoppedEarly;

    /**
     * What a relation says of a figure.
     *
     * @param derived the value
     * @param relations all relations behind it
     * @param figures the printed figures behind it
     * @param steps how many steps its derivation has, as it is told
     */
    record Contribution(
            Derived<BoundedQuantity> derived, SortedSet<Integer> relations, SortedSet<Integer> figures, int steps) {

        Bounds bounds() {
            return derived.value().bounds();
        }
    }

    /** A formula as it is solved for a member. */
    private record Solved(Formula formula, String role) {

        Formula named() {
            return Formula.of(
                    formula.id() + "." + role,
                    Label.of(formula.name().en() + ", " + role, formula.name().zh() + "," + role),
                    formula.expression(),
                    formula.source());
        }
    }

    /** What the relations of a loop say of a figure in it. */
    private record Solution(LinearBlock block, Contribution said) {}

    Deriver(Network network, IntFunction<Operand> operands) {
        this.network = network;
        this.operands = operands;
    }

    /** Derives from some relations what can be derived. */
    void run(int[] relations) {
        TreeSet<Integer> woken = new TreeSet<>();
        Arrays.stream(relations).filter(this::hasUnprinted).forEach(woken::add);
        run(relations, woken);
        for (LinearBlock block : LinearBlock.of(network, relations)) {
            Set<Integer> found = solve(block, block.unknowns(), woken);
            for (int r : found.isEmpty() ? Set.<Integer>of() : block.relations()) {
                Set<Integer> own = new TreeSet<>(found);
                own.retainAll(Arrays.stream(network.members(r)).boxed().toList());
                if (!own.isEmpty()) {
                    block.without(network, r).forEach(rest -> solve(rest, own, woken));
                }
            }
        }
        woken.removeIf(r -> Arrays.binarySearch(relations, r) < 0);
        run(relations, woken);
    }

    /** Solves a loop for some figures; returns those of which it says something. */
    private Set<Integer> solve(LinearBlock block, Set<Integer> wanted, Set<Integer> woken) {
        Set<Integer> found = new TreeSet<>();
        Map<Integer, Bounds> bounds = block.solve(
                network,
                network::relation,
                r -> List.copyOf(caseOf(r).possible().values()),
                BoundsArithmetic.withDefaults());
        bounds.forEach((figure, left) -> {
            if (wanted.contains(figure) && !isNothing(figure, left)) {
                Contribution said = solution(block, figure);
                if (!isNothing(figure, said.bounds())) {
                    found.add(figure);
                    solutions.computeIfAbsent(figure, f -> new ArrayList<>()).add(new Solution(block, said));
                }
            }
        });
        for (int figure : found) {
            for (int r : network.relationsOf(figure)) {
                if (!block.relations().contains(r) && network.isUsable(r)) {
                    woken.add(r);
                }
            }
        }
        return found;
    }

    private Contribution solution(LinearBlock block, int wanted) {
        SortedSet<Integer> relations = new TreeSet<>(block.relations());
        SortedSet<Integer> figures = new TreeSet<>();
        Map<String, Operand> operands = new LinkedHashMap<>();
        int[] steps = {1};
        List<String> expressions = new ArrayList<>();
        for (int r : block.relations()) {
            Relation relation = network.relation(r);
            expressions.add(relation.equation().formula().expression() + " (" + relation.id() + ")");
            for (int i = 0; i < relation.members().size(); i++) {
                if (!block.unknowns().contains(network.members(r)[i])) {
                    operands.put(symbol(relation, i), operand(r, i, relations, figures, steps));
                }
            }
        }
        Unit unit = network.unit(wanted).orElseThrow();
        Formula formula =
                Formula.of("audit.system", SYSTEM, String.join("; ", expressions), "Neumaier (1990), chapter 4");
        Derived<BoundedQuantity> derived = Evaluator.withDefaults()
                .evaluate(
                        formula,
                        unit,
                        operands,
                        (arithmetic, known) -> Objects.requireNonNull(
                                        block.solve(network, network::relation, r -> terms(block, r, known), arithmetic)
                                                .get(wanted))
                                .intersection(network.range(wanted)));
        return new Contribution(derived, relations, figures, steps[0]);
    }

    private static String symbol(Relation relation, int member) {
        return relation.id() + "." + relation.members().get(member).role();
    }

    /** The members of a relation of a loop: the known ones as given, of the others the range. */
    private List<BoundedQuantity> terms(LinearBlock block, int r, Terms known) {
        List<BoundedQuantity> terms = new ArrayList<>();
        Relation relation = network.relation(r);
        for (int i = 0; i < relation.members().size(); i++) {
            int figure = network.members(r)[i];
            terms.add(
                    block.unknowns().contains(figure)
                            ? BoundedQuantity.of(unit(r, i), network.range(figure))
                            : known.value(symbol(relation, i)));
        }
        return terms;
    }

    private void run(int[] relations, Set<Integer> woken) {
        Map<Long, Integer> updates = new HashMap<>();
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
        return network.isUsable(r) && !network.arePrinted(r);
    }

    /** What each of its relations says of a figure. */
    private Map<Integer, Contribution> of(int figure) {
        TreeMap<Integer, Contribution> said = contributions.get(figure);
        return said == null ? Map.of() : said;
    }

    private boolean isNews(int figure, int r, Contribution said) {
        Contribution before = of(figure).get(r);
        return before == null || Ranges.isNarrower(before.bounds(), said.bounds());
    }

    /** What a relation says of one of its members; absent if that is nothing. */
    private Optional<Contribution> contribution(int r, int member) {
        Contribution said = implied(r, member);
        return isNothing(network.members(r)[member], said.bounds())
                        || impossible(r, member, said.bounds()).isPresent()
                ? Optional.empty()
                : Optional.of(said);
    }

    /** Whether a relation says something of a figure. */
    boolean isTold(int figure, int r) {
        return of(figure).containsKey(r);
    }

    /** Why a member that was not printed cannot be what the others imply. */
    Optional<Label> impossible(int r, int member, Bounds implied) {
        Relation relation = network.relation(r);
        return implied.isEmpty()
                ? Optional.empty()
                : relation.equation()
                        .impossible(
                                relation.members().get(member).role(),
                                implied,
                                caseOf(r).possible());
    }

    private boolean isNothing(int figure, Bounds bounds) {
        boolean isMoney = network.unit(figure).orElseThrow().kind() == Unit.Kind.MONEY;
        return bounds.encloses(network.range(figure))
                || (isMoney && bounds.encloses(Bounds.greaterThan(BigDecimal.ZERO)));
    }

    /** What a relation implies for one of its members, by all that is known of the others. */
    Contribution implied(int r, int member) {
        Relation relation = network.relation(r);
        SortedSet<Integer> relations = new TreeSet<>(List.of(r));
        SortedSet<Integer> figures = new TreeSet<>();
        int[] steps = {1};
        Map<String, Operand> others = new LinkedHashMap<>();
        String role = relation.members().get(member).role();
        for (int i = 0; i < relation.members().size(); i++) {
            if (i != member) {
                others.put(relation.members().get(i).role(), operand(r, i, relations, figures, steps));
            }
        }
        Formula named = formulas.computeIfAbsent(new Solved(relation.equation().formula(), role), Solved::named);
        Unit unit = unit(r, member);
        Derived<BoundedQuantity> derived = Evaluator.withDefaults()
                .evaluate(named, unit, others, expression(relation, role, unit, range(r, member)));
        return new Contribution(derived, relations, figures, steps[0]);
    }

    /** The value that {@link #implied} derives for the judged member of a relation between printed figures. */
    BoundedQuantity impliedByPrints(int r, Case one) {
        String judged = one.relation().judged();
        Bounds range = range(r, network.roles(r).indexOf(judged));
        List<String> names = new ArrayList<>();
        List<BoundedQuantity> others = new ArrayList<>();
        one.members().forEach((role, evidence) -> {
            if (!role.equals(judged)) {
                names.add(role);
                others.add(evidence.read());
            }
        });
        return Evaluator.withDefaults()
                .value(
                        one.judged().unit(),
                        Terms.of(names, others),
                        expression(one.relation(), judged, one.judged().unit(), range));
    }

    private static Evaluator.Expression expression(Relation relation, String role, Unit unit, Bounds range) {
        BoundedQuantity unknown = BoundedQuantity.of(unit, Bounds.all());
        return (arithmetic, known) -> relation.equation()
                .solve(role, known.and(role, unknown), arithmetic)
                .intersection(range);
    }

    private Bounds range(int r, int member) {
        int figure = network.members(r)[member];
        return figure < 0 ? Ranges.of(unit(r, member)) : network.range(figure);
    }

    private Unit unit(int r, int member) {
        int figure = network.members(r)[member];
        return figure < 0
                ? network.constant(r, member).unit()
                : network.unit(figure).orElseThrow();
    }

    private Operand operand(int r, int member, SortedSet<Integer> relations, SortedSet<Integer> figures, int[] steps) {
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
                    steps[0] += said.steps() < MOST_STEPS ? said.steps() : 0;
                    return operand(said);
                })
                .orElseGet(() ->
                        Operand.of(BoundedQuantity.of(network.unit(figure).orElseThrow(), network.range(figure))));
    }

    /** With its derivation, unless that is too long to be told again. */
    private static Operand operand(Contribution said) {
        return said.steps() < MOST_STEPS
                ? Operand.of(said.derived())
                : Operand.of(said.derived().value(), said.derived().derivation().conventions());
    }

    /** What relations other than one, nowhere resting on it, say of a figure that was not printed. */
    Optional<Contribution> told(int figure, int except) {
        List<Contribution> all = new ArrayList<>();
        of(figure).forEach((r, said) -> {
            if (!said.relations().contains(except)) {
                all.add(said);
            }
        });
        for (Solution solution : solutions.getOrDefault(figure, List.of())) {
            if (!solution.said().relations().contains(except)) {
                all.add(solution.said());
            }
        }
        if (all.size() > 1 && common(values(all)).isEmpty()) {
            // they contradict each other, which is found where they do: the relation is held against one that it can
            // agree with
            Contribution own = of(figure).get(except);
            return all.stream()
                    .filter(said -> own != null
                            && !own.bounds().intersection(said.bounds()).isEmpty())
                    .findFirst()
                    .or(() -> Optional.of(all.get(0)));
        }
        return together(figure, all);
    }

    /** A relation with what is known of its members. */
    Case caseOf(int r) {
        Map<String, Evidence> members = new LinkedHashMap<>();
        int place = 0;
        for (Member member : network.relation(r).members()) {
            int figure = network.members(r)[place++];
            members.put(member.role(), member.constant().map(Evidence::of).orElseGet(() -> evidence(r, figure)));
        }
        return new Case(network.relation(r), members, network.isSolvedRoughly(r));
    }

    private Evidence evidence(int r, int figure) {
        return network.printed(figure)
                .or(() -> told(figure, r)
                        .map(said -> Evidence.derived(said.derived().value())))
                .orElseGet(() -> Evidence.none(network.unit(figure).orElseThrow(), network.range(figure)));
    }

    /** All that is said of a figure; several only if they contradict each other. */
    List<DerivedFigure> derived(int figure) {
        List<Contribution> all = new ArrayList<>();
        List<List<String>> relations = new ArrayList<>();
        of(figure).forEach((r, said) -> {
            all.add(said);
            relations.add(List.of(network.relation(r).id()));
        });
        solutions.getOrDefault(figure, List.of()).stream().limit(1).forEach(solution -> {
            all.add(solution.said());
            relations.add(solution.block().relations().stream()
                    .map(r -> network.relation(r).id())
                    .toList());
        });
        if (all.size() > 1 && !common(values(all)).isEmpty()) {
            Derivation derivation =
                    together(figure, all).orElseThrow().derived().derivation();
            List<String> each =
                    relations.stream().flatMap(List::stream).distinct().toList();
            return List.of(DerivedFigure.of(network.figure(figure), each, derivation));
        }
        List<DerivedFigure> result = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            result.add(DerivedFigure.of(
                    network.figure(figure),
                    relations.get(i),
                    all.get(i).derived().derivation()));
        }
        return result;
    }

    /** What the relations of a figure say of it, if that contradicts itself. */
    List<Contribution> disagreeing(int figure) {
        List<Contribution> all = of(figure).values().stream()
                .sorted(Comparator.comparing(
                        said -> said.figures().stream().map(network::figure).collect(Collectors.joining(" "))))
                .toList();
        return all.size() > 1 && common(values(all)).isEmpty() ? all : List.of();
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
        if (all.size() == 1) {
            return Optional.of(all.get(0));
        }
        Map<String, Operand> operands = new LinkedHashMap<>();
        SortedSet<Integer> relations = new TreeSet<>();
        SortedSet<Integer> figures = new TreeSet<>();
        int steps = 1;
        StringBuilder expression = new StringBuilder("x = ");
        for (Contribution said : all) {
            String symbol = "x" + (operands.size() + 1);
            expression.append(operands.isEmpty() ? "" : " ∩ ").append(symbol);
            operands.put(symbol, operand(said));
            steps += said.steps() < MOST_STEPS ? said.steps() : 0;
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
        return Optional.of(new Contribution(derived, relations, figures, steps));
    }
}
