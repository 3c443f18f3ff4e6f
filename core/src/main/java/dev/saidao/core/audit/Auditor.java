package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Relation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Audits figures that are tied by relations: derives what was not printed, and finds what cannot be true together.
 *
 * <pre>{@code
 * AuditReport report = Auditor.withDefaults().audit(
 *         figures,
 *         List.of(
 *                 FigureRelation.share("share", "A-01", "employed", "A-02"),
 *                 FigureRelation.density("density", "A-01", "employed", "A-03")));
 * }</pre>
 *
 * <ul>
 *   <li>Each relation is judged on the prints of its figures. Where one was not printed, what the other relations say of it
 *       takes its place; if they say nothing, the relation is {@link Verdict#NOT_CHECKABLE}.
 *   <li>The network of all relations is contracted to a fixpoint. Where it leaves a figure without a number, the smallest
 *       sets of figures are found without which the rest agrees. In networks without loops that is exact; where members
 *       meet again in a loop, figures may be in conflict and not be found so, but never the other way round.
 *   <li>The order of figures and relations makes no difference, apart from the order of the findings.
 *   <li>Time is about proportional to the number of relations. Work on conflicts has a limit; a report says when it, or the
 *       limit of narrowings in a loop, was met.
 * </ul>
 *
 * @since 0.1
 */
public final class Auditor {

    /** Narrowings in the search for conflicts, and how many more for each relation. */
    private static final long MOST_CONFLICT_WORK = 8_000;

    private static final long MORE_CONFLICT_WORK = 50;
    private static final Auditor DEFAULTS = new Auditor(ReadingConvention.strict());

    private final ReadingConvention reading;

    private Auditor(ReadingConvention reading) {
        this.reading = reading;
    }

    /** {@return an auditor that reads strictly, see {@link ReadingConvention#strict()}} */
    public static Auditor withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns an auditor that reads in another way.
     *
     * @param reading such as {@link ReadingConvention#customary()}
     * @return the auditor
     */
    public Auditor with(ReadingConvention reading) {
        return new Auditor(reading);
    }

    /**
     * Audits figures.
     *
     * @param figures the figures; those without a number count as not printed
     * @param relations the relations between them and figures that nobody printed
     * @return what was found
     * @throws IllegalArgumentException if two figures or two relations have one id
     */
    public AuditReport audit(Collection<Figure> figures, Collection<? extends Relation> relations) {
        return new Audit(figures, relations).report();
    }

    /**
     * Audits one relation between numbers that are no figures of a source.
     *
     * @param relation the relation
     * @param numbers the numbers by the ids under which the relation knows them, each read in its own way; those that are
     *     missing count as not printed
     * @return what was found
     */
    public Finding finding(Relation relation, Map<String, ReadNumber> numbers) {
        Map<String, Evidence> evidence = new HashMap<>();
        numbers.forEach((id, number) -> evidence.put(id, Evidence.of(number)));
        Network network = new Network(List.of(relation), evidence);
        Deriver deriver = new Deriver(network, figure -> {
            ReadNumber number = Objects.requireNonNull(numbers.get(network.figure(figure)));
            return Operand.read(number.printed(), number.reading());
        });
        return new FindingWriter(network, deriver, new Neighbours(network, evidence, deriver)).finding(0);
    }

    /** One audit. */
    private final class Audit {

        private final Collection<? extends Relation> asGiven;
        private final Map<String, Figure> figures = new HashMap<>();
        private final Map<String, Evidence> printed = new HashMap<>();
        private final Network network;
        private final Deriver deriver;
        private final Neighbours neighbours;
        private final Map<String, Finding> findings = new HashMap<>();
        private final Map<Integer, Relation> taken = new HashMap<>();
        private final TreeMap<String, BoundedQuantity> bounds = new TreeMap<>();
        private final List<Conflict> conflicts = new ArrayList<>();
        private boolean stoppedEarly;
        private long conflictWork;

        Audit(Collection<Figure> all, Collection<? extends Relation> relations) {
            this.asGiven = relations;
            Set<String> used = new TreeSet<>();
            relations.forEach(relation ->
                    relation.members().forEach(member -> member.figure().ifPresent(used::add)));
            for (Figure figure : all) {
                if (figures.put(figure.id(), figure) != null) {
                    throw new IllegalArgumentException("Figure id must be given once: " + figure.id());
                }
                if (used.contains(figure.id())) {
                    figure.printed()
                            .ifPresent(number -> printed.put(figure.id(), Evidence.of(ReadNumber.of(number, reading))));
                }
            }
            this.network = new Network(relations, printed);
            this.deriver = new Deriver(network, this::operand);
            this.neighbours = new Neighbours(network, printed, deriver);
        }

        private Operand operand(int figure) {
            return Operand.read(Objects.requireNonNull(figures.get(network.figure(figure))), reading);
        }

        AuditReport report() {
            List<int[]> components = network.components();
            for (int[] component : components) {
                deriver.run(component);
            }
            stoppedEarly = deriver.stoppedEarly();
            FindingWriter writer = new FindingWriter(network, deriver, neighbours);
            for (int r = 0; r < network.size(); r++) {
                Finding finding = writer.finding(r);
                findings.put(finding.relation(), finding);
                takenOtherwise(r, finding);
            }
            components.forEach(this::settle);
            AuditReport.Builder report = AuditReport.builder().reading(reading);
            for (Relation relation : asGiven) {
                report.addFindings(Objects.requireNonNull(findings.get(relation.id())));
            }
            for (int figure = 0; figure < network.figureCount(); figure++) {
                report.addAllDerived(deriver.derived(figure));
            }
            return report.putAllBounds(bounds)
                    .addAllConflicts(conflicts)
                    .stoppedEarly(stoppedEarly)
                    .build();
        }

        /** Takes a relation by the convention under which it agrees, if it is a relation of its own. */
        private void takenOtherwise(int r, Finding finding) {
            finding.otherConvention()
                    .flatMap(code -> network.relation(r).alternatives().stream()
                            .filter(change -> change.code().equals(code))
                            .findFirst())
                    .ifPresent(change -> taken.put(r, network.relation(r).after(change)));
        }

        // ---- the network as a whole ----

        private void settle(int[] component) {
            Propagation propagation = new Propagation(network, component, taken, work -> conflictWork += work);
            int[] printedFigures = propagation.printed();
            BitSet all = new BitSet();
            all.set(0, printedFigures.length);
            Propagation.Result result = propagation.run(all);
            conflictWork = 0;
            stoppedEarly |= result.stoppedEarly();
            if (result.isConsistent()) {
                for (int figure : network.figuresOf(component)) {
                    Unit unit = network.unit(figure).orElseThrow();
                    Bounds left = propagation.leftOf(figure, result);
                    if (!left.equals(Ranges.of(unit))) {
                        bounds.put(network.figure(figure), BoundedQuantity.of(unit, left));
                    }
                }
                return;
            }
            if (!propagation.run(new BitSet()).isConsistent()) {
                return; // constants alone contradict each other
            }
            try {
                resolve(propagation, component, printedFigures);
            } catch (Conflicts.TooMuchException e) {
                stoppedEarly = true;
            }
        }

        private void resolve(Propagation propagation, int[] component, int[] printedFigures) {
            Map<Integer, Integer> position = new HashMap<>();
            for (int i = 0; i < printedFigures.length; i++) {
                position.put(printedFigures[i], i);
            }
            Function<BitSet, Propagation.Result> run = set -> {
                if (conflictWork > MOST_CONFLICT_WORK + MORE_CONFLICT_WORK * component.length) {
                    throw new Conflicts.TooMuchException();
                }
                return propagation.run(set);
            };
            Conflicts search = new Conflicts(
                    printedFigures.length,
                    set -> run.apply(set).isConsistent(),
                    set -> suspects(run.apply(set), set, position));
            for (int r : component) {
                Finding finding =
                        Objects.requireNonNull(findings.get(network.relation(r).id()));
                if (finding.verdict() == Verdict.CONTRADICTS) {
                    known(search, finding, position);
                }
            }
            List<Conflicts.Group> groups = search.groups();
            stoppedEarly |= !search.isComplete();
            ConflictWriter writer = new ConflictWriter(network, deriver, neighbours, figures, findings);
            for (Conflicts.Group group : groups) {
                conflicts.add(writer.conflict(
                        component,
                        names(group.members(), printedFigures),
                        group.removals().stream()
                                .map(removal -> (Set<String>) new TreeSet<>(names(removal, printedFigures)))
                                .toList()));
            }
        }

        /** The printed figures from which it follows that a figure has no number left: none is farther than the rounds it took. */
        private List<BitSet> suspects(Propagation.Result result, BitSet set, Map<Integer, Integer> position) {
            List<BitSet> suspects = new ArrayList<>();
            for (int figure : result.empty()) {
                BitSet near = new BitSet();
                for (int other : network.near(figure, result.rounds())) {
                    Optional.ofNullable(position.get(other)).filter(set::get).ifPresent(near::set);
                }
                suspects.add(near);
            }
            return suspects;
        }

        /** Starts from a finding, whose figures are few, rather than from all. */
        private void known(Conflicts search, Finding finding, Map<Integer, Integer> position) {
            BitSet set = new BitSet();
            for (String figure : finding.figures()) {
                Optional.ofNullable(position.get(network.index(figure))).ifPresent(set::set);
            }
            search.addKnown(set);
        }

        private List<String> names(BitSet set, int[] printedFigures) {
            return set.stream()
                    .mapToObj(i -> network.figure(printedFigures[i]))
                    .sorted()
                    .toList();
        }
    }
}
