package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.internal.Parallel;
import dev.saidao.core.internal.Require;
import dev.saidao.core.relation.Relation;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    private static final Auditor DEFAULTS = new Auditor(ReadingConvention.strict(), 1, true);

    private final ReadingConvention reading;
    private final int threads;
    private final boolean isRough;

    private Auditor(ReadingConvention reading, int threads, boolean isRough) {
        this.reading = reading;
        this.threads = threads;
        this.isRough = isRough;
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
        return new Auditor(reading, threads, isRough);
    }

    /**
     * Returns an auditor that works on several threads. It finds the same.
     *
     * @param threads how many threads, 1 or more; 1 by default, which is the calling one
     * @return the auditor
     * @throws IllegalArgumentException if there are none
     */
    public Auditor withThreads(int threads) {
        return new Auditor(reading, Require.atLeast(threads, 1, "Threads"), isRough);
    }

    /** An auditor that works exactly where doubles would do. It finds the same. */
    Auditor withoutDoubles() {
        return new Auditor(reading, threads, false);
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
        return new FindingWriter(network, deriver, new Neighbours(network, deriver)).finding(0);
    }

    /** One audit. */
    private final class Audit {

        private final Collection<? extends Relation> asGiven;
        private final Network network;
        /** The figures that relations have, in the order of the network. */
        private final @Nullable Figure[] figures;

        private final Deriver deriver;
        private final Neighbours neighbours;
        private final Map<String, Finding> findings = new HashMap<>();
        private final Map<Integer, Relation> taken = new HashMap<>();

        Audit(Collection<Figure> all, Collection<? extends Relation> relations) {
            this.asGiven = relations;
            Map<String, Figure> given = new HashMap<>();
            Map<String, Evidence> printed = new HashMap<>();
            Set<String> used = new HashSet<>();
            relations.forEach(relation ->
                    relation.members().forEach(member -> member.figure().ifPresent(used::add)));
            for (Figure figure : all) {
                if (given.put(figure.id(), figure) != null) {
                    throw new IllegalArgumentException("Figure id must be given once: " + figure.id());
                }
                if (used.contains(figure.id())) {
                    figure.printed()
                            .ifPresent(number -> printed.put(figure.id(), Evidence.of(ReadNumber.of(number, reading))));
                }
            }
            this.network = new Network(relations, printed, Map.of(), isRough);
            this.figures = new Figure[network.figureCount()];
            Arrays.setAll(figures, figure -> given.get(network.figure(figure)));
            this.deriver = new Deriver(network, this::operand);
            this.neighbours = new Neighbours(network, deriver);
        }

        private Operand operand(int figure) {
            return Operand.read(Objects.requireNonNull(figures[figure]), reading);
        }

        AuditReport report() {
            List<int[]> components = network.components();
            for (int[] component : components) {
                if (hasUnprinted(component)) {
                    deriver.run(component);
                }
            }
            Finding[] written = findings();
            for (int r = 0; r < written.length; r++) {
                findings.put(network.relation(r).id(), written[r]);
                if (written[r].verdict() == Verdict.AGREES_UNDER_OTHER_CONVENTION) {
                    takenOtherwise(r, written[r]);
                }
            }
            Settlement[] settled = new Settlement[components.size()];
            Settler settler = new Settler(network, deriver, neighbours, figures, findings, taken);
            Parallel.forEach(settled.length, threads, i -> settled[i] = settler.settle(components.get(i)));
            AuditReport.Builder report = AuditReport.builder().reading(reading);
            for (Relation relation : asGiven) {
                report.addFindings(Objects.requireNonNull(findings.get(relation.id())));
            }
            for (int figure = 0; figure < network.figureCount(); figure++) {
                report.addAllDerived(deriver.derived(figure));
            }
            boolean stoppedEarly = deriver.stoppedEarly();
            for (Settlement part : settled) {
                report.addAllConflicts(part.conflicts());
                stoppedEarly |= part.stoppedEarly();
            }
            return new UnboundedReport(report.stoppedEarly(stoppedEarly).build(), () -> left(settled));
        }

        private Map<String, BoundedQuantity> left(Settlement[] settled) {
            TreeMap<String, BoundedQuantity> bounds = new TreeMap<>();
            for (Settlement part : settled) {
                bounds.putAll(part.bounds().get());
            }
            return bounds;
        }

        private boolean hasUnprinted(int[] component) {
            return Arrays.stream(network.figuresOf(component))
                    .anyMatch(figure -> network.printed(figure).isEmpty());
        }

        /** The findings, of which those of agreement are written in full when they are asked for, if doubles are used. */
        private Finding[] findings() {
            FindingWriter writer = new FindingWriter(network, deriver, neighbours);
            PlainFinding.Desk desk = new PlainFinding.Desk(network, writer);
            QuickLook quickLook = new QuickLook(network);
            Finding[] written = new Finding[network.size()];
            Parallel.forEach(written.length, threads, r -> {
                Function<Verdict, Finding> agreed = verdict -> new PlainFinding(desk, r, verdict);
                written[r] = isRough
                        ? quickLook.agreement(r).map(agreed).orElseGet(() -> writer.finding(r, agreed))
                        : writer.finding(r);
            });
            return written;
        }

        /** Takes a relation by the convention under which it agrees, if it is a relation of its own. */
        private void takenOtherwise(int r, Finding finding) {
            finding.otherConvention()
                    .flatMap(code -> network.relation(r).alternatives().stream()
                            .filter(change -> change.code().equals(code))
                            .findFirst())
                    .ifPresent(change -> taken.put(r, network.relation(r).after(change)));
        }
    }
}
