package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.RepairKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tries the mistakes that are often made, and keeps those without which the members agree and that would excuse few others. */
final class Repairs {

    /** What is likelier first, as for {@link Excuses#RANKING}; where that is not known, exact agreement and then the likeliest kind. */
    static final Comparator<Repair> RANKING = Comparator.<Repair>comparingDouble(
                    repair -> Excuses.unlikeliness(repair.code(), repair.share().orElse(BigDecimal.ONE)))
            .thenComparing(repair -> repair.share().isEmpty() && repair.verdict() != Verdict.AGREES)
            .thenComparing(Repair::kind);

    private Repairs() {}

    /** The changes after which the members agree, but for those of figures that are behind other members too. */
    static List<Repair> of(Case broken, Set<String> without) {
        List<Repair> repairs = new ArrayList<>();
        ClaimShares claim = ClaimWords.isClaim(broken) ? ClaimShares.of(ClaimWords.claim(broken)) : null;
        for (Change change : Changes.of(broken)) {
            Optional<String> role = changedRole(broken, change);
            Optional<String> figure =
                    role.flatMap(name -> broken.relation().member(name).figure());
            boolean enough = Excuses.isMoreThanEnough(
                    change,
                    code -> repairs.stream().anyMatch(told -> told.code().equals(code)));
            boolean vain = claim != null && broken.isRough() && claim.isSurelyVain(change);
            if (figure.filter(without::contains).isEmpty() && !enough && !vain) {
                Case after = broken.after(change);
                Optional<BoundedQuantity> changed = role.map(after::evidence).map(Evidence::possible);
                repair(claim, broken, change, after, figure, changed).ifPresent(repairs::add);
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
        if (change instanceof Change.OtherBaseYear) {
            return Optional.of(GrowthEquation.BASE);
        }
        return change instanceof Change.CutOff cutOff && !cutOff.all()
                ? Optional.of(broken.relation().judged())
                : Optional.empty();
    }

    /**
     * The powers of ten by which a figure behind a derived member may be mistaken.
     *
     * @param broken the case as it stands
     * @param figure the figure
     * @param evidence what was printed of it
     * @param after what becomes of the case when the figure is changed
     */
    static List<Repair> ofFigure(Case broken, String figure, Evidence evidence, Function<Evidence, Case> after) {
        List<Repair> repairs = new ArrayList<>();
        for (Change.Scaling change : Changes.factors("", figure, evidence.unit())) {
            Evidence scaled = evidence.times(change.factor());
            if (!Ranges.of(scaled).intersection(scaled.bounds()).isEmpty()) {
                repair(null, broken, change, after.apply(scaled), Optional.of(figure), Optional.of(scaled.possible()))
                        .ifPresent(repairs::add);
            }
        }
        return repairs;
    }

    private static Optional<Repair> repair(
            @Nullable ClaimShares claim,
            Case broken,
            Change change,
            Case after,
            Optional<String> figure,
            Optional<BoundedQuantity> changed) {
        Optional<Verdict> agrees = after.level(change);
        if (claim != null) {
            GrowthTry tried = GrowthTry.of(change, claim.steps());
            Optional<RankedChange> ranked = agrees.isPresent()
                    ? claim.ranked(tried, agrees.get())
                    : tried.isPowerOfTen() && after.isPossible(change) ? claim.nearly(tried) : Optional.empty();
            return ranked.map(one -> repair(one, after, figure, changed));
        }
        if (agrees.isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = agrees.get();
        OptionalDouble share =
                change instanceof Change.Assumption ? OptionalDouble.empty() : CaseShares.of(broken, after, verdict);
        if (share.isEmpty()) {
            // any number may be within a limit ten times as high
            boolean vain = change.kind() == RepairKind.FACTOR && after.isWeak(after.implied());
            return vain ? Optional.empty() : Optional.of(unmeasured(change, after, figure, changed, verdict));
        }
        return verdict == Verdict.AGREES_AS_BOUND
                ? Optional.empty()
                : Excuses.ofRelation(change, verdict, share.getAsDouble())
                        .map(one -> repair(one, after, figure, changed));
    }

    private static Repair repair(
            RankedChange ranked, Case after, Optional<String> figure, Optional<BoundedQuantity> changed) {
        return builder(ranked.change(), after, figure, changed, ranked.verdict())
                .code(ranked.code())
                .text(ranked.text())
                .share(ranked.share())
                .rest(ranked.rest())
                .build();
    }

    private static Repair unmeasured(
            Change change, Case after, Optional<String> figure, Optional<BoundedQuantity> changed, Verdict verdict) {
        // of what was only assumed, the least that will do is told
        Optional<String> least = change instanceof Change.Assumption
                ? changed.map(needed ->
                        needed.bounds().lower().orElse(BigDecimal.ZERO).toPlainString())
                : Optional.empty();
        Label text = change.text();
        return builder(change, after, figure, changed, verdict)
                .code(change.code() + least.map(number -> ">=" + number).orElse(""))
                .text(Label.of(
                        text.en()
                                + least.map(number -> " of at least " + number).orElse(""),
                        text.zh() + least.map(number -> "至少为 " + number).orElse("")))
                .build();
    }

    private static Repair.Builder builder(
            Change change, Case after, Optional<String> figure, Optional<BoundedQuantity> changed, Verdict verdict) {
        Repair.Builder builder = Repair.builder();
        builder.kind(change.kind())
                .figure(figure)
                .changed(changed)
                .implied(BoundedQuantity.of(after.judged().unit(), after.implied()))
                .published(after.judged().possible())
                .verdict(verdict);
        return builder;
    }

    /** Whether a repair is another convention that makes the figures agree. */
    static boolean isExcuse(Repair repair) {
        return Excuses.isExcuse(repair.kind(), repair.code(), repair.share());
    }
}
