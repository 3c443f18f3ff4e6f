package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.RoughTerms;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Relation;
import dev.saidao.core.relation.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A relation with what is known of its members: whether they can be true together, and how well, decided exactly.
 *
 * @param relation the relation
 * @param members what is known of each member, by role, in their order
 * @param isRough whether doubles may be asked first whether they can be true together
 */
record Case(Relation relation, Map<String, Evidence> members, boolean isRough) {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();
    private static final BoundsArithmetic FINEST = ARITHMETIC.withDigits(BoundsArithmetic.MAX_DIGITS);
    /** Decides nearly all cases in a fraction of the time. */
    private static final BoundsArithmetic QUICK = ARITHMETIC.withDigits(18);
    // of the digits of an end, so many may be lost by outward rounding
    private static final int UNCERTAIN_DIGITS = 4;
    /** An agreement is weak if the printed number could be a quarter more and a quarter less and still agree. */
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    // ---- what is known ----

    Evidence evidence(String role) {
        return Objects.requireNonNull(members.get(role), role);
    }

    Evidence judged() {
        return evidence(relation.judged());
    }

    /** The units of the members. */
    Units units() {
        return Units.of(
                List.copyOf(members.keySet()),
                members.values().stream()
                        .map(member -> Optional.of(member.unit()))
                        .toList());
    }

    /** What is possible for each member. */
    Terms possible() {
        return terms(Evidence::possible);
    }

    private Terms terms(Function<Evidence, BoundedQuantity> view) {
        List<BoundedQuantity> values = new ArrayList<>(members.size());
        for (Evidence member : members.values()) {
            values.add(view.apply(member));
        }
        return Terms.of(List.copyOf(members.keySet()), values);
    }

    /** What the others imply for the judged member. */
    Bounds implied() {
        return relation.equation().solve(relation.judged(), possible(), ARITHMETIC);
    }

    /** What the others imply for a member. */
    BoundedQuantity implied(String role) {
        return BoundedQuantity.of(evidence(role).unit(), relation.equation().solve(role, possible(), ARITHMETIC));
    }

    /** The first member that is not what the others imply. */
    Optional<String> roleApart() {
        return members.keySet().stream()
                .filter(role -> implied(role)
                        .bounds()
                        .intersection(evidence(role).bounds())
                        .isEmpty())
                .findFirst();
    }

    /** Why the printed numbers are outside what the relation speaks of, if they are. */
    Optional<Label> undefined() {
        return relation.equation().undefined(terms(Evidence::pointOrPossible));
    }

    // ---- how well they agree ----

    /** How well the members agree: one of the first three verdicts; absent if they do not. */
    Optional<Verdict> level() {
        if (!canBe()) {
            return Optional.empty();
        }
        if (members.values().stream().allMatch(member -> member.point().isPresent())) {
            Terms points = terms(Evidence::pointOrPossible);
            if (canBe(points.with(relation.judged(), BoundedQuantity.of(judged().unit(), judged().digits())))) {
                return Optional.of(Verdict.AGREES);
            }
        }
        boolean byRounding =
                members.values().stream().allMatch(Evidence::isByRounding) || canBe(terms(Evidence::byRounding));
        return Optional.of(byRounding ? Verdict.AGREES_WITHIN_ROUNDING : Verdict.AGREES_AS_BOUND);
    }

    /** Whether the relation can be true within what is possible. */
    boolean canBe() {
        return !isSurelyApart() && canBe(possible());
    }

    /** Whether doubles leave no doubt that the relation cannot be true: most changes that are tried are of no use. */
    private boolean isSurelyApart() {
        if (!isRough) {
            return false;
        }
        List<String> roles = List.copyOf(members.keySet());
        RoughBounds[] bounds = new RoughBounds[roles.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = evidence(roles.get(i)).rough();
        }
        String judged = relation.judged();
        return relation.equation()
                .solve(judged, new RoughTerms(roles, bounds))
                .surelyMisses(bounds[roles.indexOf(judged)]);
    }

    /**
     * Whether the relation can be true within bounds.
     *
     * <p>Outward rounding never loses a solution, so an empty result is certain. Where an overlap may be due to rounding
     * alone, every member is solved for with the most digits there are: products, sums and powers of printed numbers are
     * exact there.
     */
    private boolean canBe(Terms terms) {
        if (terms.values().stream().anyMatch(term -> term.bounds().isEmpty())) {
            return false;
        }
        Bounds published = terms.bounds(relation.judged());
        for (BoundsArithmetic arithmetic : List.of(QUICK, ARITHMETIC)) {
            Bounds implied = relation.equation().solve(relation.judged(), terms, arithmetic);
            if (implied.intersection(published).isEmpty()) {
                return false;
            }
            if (implied.lower().isEmpty() && implied.upper().isEmpty()) {
                // what is divided by a number of either sign leaves a gap, which another member is in
                break;
            }
            if (published.encloses(implied)
                    || !inner(implied, largest(terms), arithmetic)
                            .intersection(published)
                            .isEmpty()) {
                return true;
            }
        }
        return terms.names().stream()
                .noneMatch(role -> relation.equation()
                        .solve(role, terms, FINEST)
                        .intersection(terms.bounds(role))
                        .isEmpty());
    }

    /** The largest number, 1 at least, that may have been added to or taken from what is judged. */
    private BigDecimal largest(Terms terms) {
        Unit.Kind kind = terms.unit(relation.judged()).kind();
        BigDecimal largest = BigDecimal.ONE;
        for (BoundedQuantity term : terms.values()) {
            largest = term.unit().kind() == kind ? largest.max(size(term.bounds())) : largest;
        }
        return largest;
    }

    /** Bounds without what may be due to outward rounding. */
    private static Bounds inner(Bounds bounds, BigDecimal largest, BoundsArithmetic arithmetic) {
        BigDecimal margin = largest.max(size(bounds)).movePointLeft(arithmetic.digits() - UNCERTAIN_DIGITS);
        Optional<BigDecimal> low = bounds.lower().map(end -> end.add(margin));
        Optional<BigDecimal> high = bounds.upper().map(end -> end.subtract(margin));
        boolean crossed = low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
        // an end near the largest number there is may lead beyond it: then nothing is surely within
        if (crossed || !Stream.concat(low.stream(), high.stream()).allMatch(Decimals::isAdmitted)) {
            return Bounds.empty();
        }
        return low.map(Bounds::atLeast)
                .orElse(Bounds.all())
                .intersection(high.map(Bounds::atMost).orElse(Bounds.all()));
    }

    private static BigDecimal size(Bounds bounds) {
        return bounds.lower()
                .orElse(BigDecimal.ZERO)
                .abs()
                .max(bounds.upper().orElse(BigDecimal.ZERO).abs());
    }

    /** Whether the judged number could be a quarter more and a quarter less and would still be within what is implied. */
    boolean isWeak(Bounds implied) {
        Evidence judged = judged();
        if (judged.point().orElse(BigDecimal.ZERO).signum() == 0) {
            return false;
        }
        Bounds shift = Bounds.exactly(judged.point().orElseThrow().abs().multiply(QUARTER));
        Bounds more = ARITHMETIC.plus(judged.bounds(), shift);
        Bounds less = ARITHMETIC.minus(judged.bounds(), shift);
        return !implied.intersection(more).isEmpty()
                && !implied.intersection(less).isEmpty();
    }

    // ---- changes ----

    /** The case after a change. */
    Case after(Change change) {
        Map<String, Evidence> changed = new LinkedHashMap<>(members);
        if (change instanceof Change.OtherConstant other) {
            changed.put(
                    other.constant().role(),
                    Evidence.of(other.constant().constant().orElseThrow()));
        } else if (change instanceof Change.Scaling scaling) {
            changed.put(scaling.role(), evidence(scaling.role()).times(scaling.factor()));
        } else if (change instanceof Change.Assumption assumption) {
            changed.put(assumption.role(), Evidence.derived(needed(assumption.role())));
        } else if (change instanceof Change.RoundFigures) {
            changed.replaceAll((role, evidence) -> evidence.padded());
        } else if (change instanceof Change.OtherBaseYear other) {
            Evidence base = evidence(GrowthEquation.BASE);
            changed.put(
                    other.years().role(), Evidence.of(other.years().constant().orElseThrow()));
            changed.put(
                    GrowthEquation.BASE,
                    other.growth()
                            .map(role -> base.grown(evidence(role), other.isBefore()))
                            .orElseGet(() -> laterBase(base)));
        } else if (change instanceof Change.CutOff cutOff) {
            changed.replaceAll(
                    (role, evidence) -> cutOff.all() || role.equals(relation.judged()) ? evidence.cutOff() : evidence);
        }
        Relation after = relation.after(change);
        // doubles know the equation in these units
        return new Case(after, changed, isRough && after.equation().equals(relation.equation()));
    }

    /**
     * What the base may have become in a year, if it grew by nothing to twice the rate; or to twice that of the whole span, of which
     * the year is a part.
     */
    private Evidence laterBase(Evidence base) {
        Bounds ofSpan = relation.equation().solve(GrowthEquation.RATE, terms(Evidence::pointOrPossible), ARITHMETIC);
        boolean isKnown = ofSpan.lower().isPresent() && ofSpan.upper().isPresent();
        Bounds rate = evidence(GrowthEquation.RATE).bounds();
        Bounds twice = ARITHMETIC.times(isKnown ? rate.hull(ofSpan) : rate, Bounds.exactly(TWO));
        // no more than all is lost in a year, whatever a rate "under" a number may be
        Bounds factor = ARITHMETIC
                .plus(Bounds.exactly(BigDecimal.ONE), twice.hull(Bounds.exactly(BigDecimal.ZERO)))
                .intersection(Bounds.notNegative());
        return Evidence.derived(BoundedQuantity.of(base.unit(), ARITHMETIC.times(base.bounds(), factor)));
    }

    /** What a member must be, none of it negative, for the others to agree. */
    private BoundedQuantity needed(String role) {
        Unit own = evidence(role).unit();
        Unit unit = own.kind() == judged().unit().kind() ? judged().unit() : own;
        return BoundedQuantity.of(
                unit, relation.equation().solve(role, possible(), ARITHMETIC).intersection(Bounds.notNegative()));
    }

    /** Whether a number of its unit can be as large or small as a change of size makes it. */
    boolean isPossible(Change change) {
        if (change instanceof Change.Scaling scaling && members.containsKey(scaling.role())) {
            Evidence scaled = evidence(scaling.role());
            return !Ranges.of(scaled).intersection(scaled.bounds()).isEmpty();
        }
        return true;
    }

    /** How well these members, which are those after a change, agree. */
    Optional<Verdict> level(Change change) {
        return isPossible(change) ? level() : Optional.empty();
    }
}
