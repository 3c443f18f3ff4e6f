package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.relation.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tries the mistakes that are often made, and keeps those without which the members agree. */
final class Repairs {

    /** Exact agreement first, then the likeliest kind. */
    static final Comparator<Repair> RANKING = Comparator.<Repair>comparingInt(
                    repair -> repair.verdict() == Verdict.AGREES ? 0 : 1)
            .thenComparing(Repair::kind);

    private Repairs() {}

    /** The changes after which the members agree, but for those of figures that are behind other members too. */
    static List<Repair> of(Case broken, Set<String> without) {
        List<Repair> repairs = new ArrayList<>();
        for (Change change : Changes.of(broken)) {
            Case after = broken.after(change);
            Optional<String> role = changedRole(broken, change);
            Optional<String> figure =
                    role.flatMap(name -> broken.relation().member(name).figure());
            if (figure.filter(without::contains).isEmpty()) {
                Optional<BoundedQuantity> changed = role.map(after::evidence).map(Evidence::possible);
                repair(change, after, figure, changed).ifPresent(repairs::add);
            }
        }
        return repairs;
    }

    /** The member that a change concerns, if it is one. */
    private static Optional<String> changedRole(Case broken, Change change) {
        if (change instanceof Change.Scaling scaling) {
            return Optional.of(scaling.role());
        }
        if (change instanceof Change.Assumption assumption) {
            return Optional.of(assumption.role());
        }
        return change instanceof Change.CutOff cutOff && !cutOff.all()
                ? Optional.of(broken.relation().judged())
                : Optional.empty();
    }

    /**
     * The powers of ten by which a figure behind a derived member may be mistaken.
     *
     * @param figure the figure
     * @param evidence what was printed of it
     * @param after what becomes of the case when the figure is changed
     */
    static List<Repair> ofFigure(String figure, Evidence evidence, Function<Evidence, Case> after) {
        List<Repair> repairs = new ArrayList<>();
        for (Change.Scaling change : Changes.factors("", figure, evidence.unit())) {
            Evidence scaled = evidence.times(change.factor());
            if (!Ranges.of(evidence.unit()).intersection(scaled.bounds()).isEmpty()) {
                repair(change, after.apply(scaled), Optional.of(figure), Optional.of(scaled.possible()))
                        .ifPresent(repairs::add);
            }
        }
        return repairs;
    }

    private static Optional<Repair> repair(
            Change change, Case after, Optional<String> figure, Optional<BoundedQuantity> changed) {
        return after.level(change).map(verdict -> {
            // of what was only assumed, the least that will do is told
            Optional<String> least = change instanceof Change.Assumption
                    ? changed.map(needed ->
                            needed.bounds().lower().orElse(BigDecimal.ZERO).toPlainString())
                    : Optional.empty();
            Label text = change.text();
            return Repair.builder()
                    .kind(change.kind())
                    .code(change.code() + least.map(number -> ">=" + number).orElse(""))
                    .text(Label.of(
                            text.en()
                                    + least.map(number -> " of at least " + number)
                                            .orElse(""),
                            text.zh() + least.map(number -> "至少为 " + number).orElse("")))
                    .figure(figure)
                    .changed(changed)
                    .implied(BoundedQuantity.of(after.judged().unit(), after.implied()))
                    .published(after.judged().possible())
                    .verdict(verdict)
                    .build();
        });
    }
}
