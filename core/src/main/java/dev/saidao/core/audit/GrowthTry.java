package dev.saidao.core.audit;

import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RepairKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A way to take a growth claim, as doubles need it: the {@link Change} that is tried, spelt out.
 *
 * @param change the change; null for the claim as it stands
 * @param steps the yearly steps
 * @param equation the equation
 * @param digits which digits are taken as cut off
 * @param base what the base is multiplied by
 * @param end what the end is multiplied by
 * @param rate what the rate is multiplied by
 * @param isOfSize whether it is a size that is multiplied
 * @param isPowerOfTen whether it is by a power of ten, which may leave a small rest
 * @param needsDecimals whether doubles do not decide it
 * @param least what the quotient of the sizes is multiplied by at least
 * @param most what it is multiplied by at most
 * @param moved what it adds to the logarithm of the quotient of the sizes
 */
record GrowthTry(
        @Nullable Change change,
        int steps,
        GrowthEquation equation,
        Digits digits,
        Factor base,
        Factor end,
        Factor rate,
        boolean isOfSize,
        boolean isPowerOfTen,
        boolean needsDecimals,
        double least,
        double most,
        double moved) {

    /** Which digits are taken as cut off. */
    enum Digits {
        AS_PRINTED,
        RATE_CUT_OFF,
        ALL_CUT_OFF,
        PADDED
    }

    /** A range of factors. */
    record Factor(double low, double high) {

        static final Factor ONE = new Factor(1, 1);

        boolean isExact() {
            return low == high;
        }
    }

    // claims have few different numbers of steps and few currencies, so what is tried on them is prepared once
    private static final int MOST_PREPARED = 100;
    private static final List<GrowthTry> AS_THEY_STAND = asTheyStand();
    /** By the steps, those that the rate has more by its own years, and whether its digits are the same when cut off. */
    private static final AtomicReferenceArray<List<GrowthTry>> CONVENTIONS =
            new AtomicReferenceArray<>(6 * (MOST_PREPARED + 1));

    private static final Map<Kind, List<GrowthTry>> MISTAKES = new ConcurrentHashMap<>();

    /** Claims on which the same mistakes are tried; years only as far as they matter for exchange rates. */
    private record Kind(int steps, Unit unit, int firstYear, int lastYear) {

        // asked of every claim that contradicts; those of a record are slow until they are compiled
        @Override
        public int hashCode() {
            return 31 * (31 * (31 * steps + firstYear) + lastYear) + unit.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Kind kind
                    && steps == kind.steps
                    && firstYear == kind.firstYear
                    && lastYear == kind.lastYear
                    && unit.equals(kind.unit);
        }
    }

    /** Differences in convention, in the order in which they are tried. */
    static List<GrowthTry> conventions(GrowthClaim claim) {
        int more = claim.ratePeriod().isEmpty() ? 0 : yearsOf(claim.ratePeriod().get()) - claim.steps();
        if (claim.steps() > MOST_PREPARED || Math.abs(more) > 1 || mayBePadded(claim)) {
            return tries(claim, true);
        }
        int place = 6 * claim.steps() + 2 * (more + 1) + (claim.rate().isCutAlike ? 1 : 0);
        List<GrowthTry> known = CONVENTIONS.get(place);
        if (known == null) {
            known = tries(claim, true);
            CONVENTIONS.set(place, known);
        }
        return known;
    }

    private static int yearsOf(ReferencePeriod span) {
        return span.lastYear().orElseThrow() - span.firstYear().orElseThrow();
    }

    private static boolean mayBePadded(GrowthClaim claim) {
        return claim.startGrowth().isPresent()
                || claim.base().mayBePadded()
                || claim.end().mayBePadded()
                || claim.rate().mayBePadded();
    }

    /** Mistakes, in the order in which they are tried. */
    static List<GrowthTry> mistakes(GrowthClaim claim) {
        Unit unit = claim.base().unit();
        boolean ordinary = claim.steps() <= MOST_PREPARED
                && unit.kind() == Unit.Kind.MONEY
                && claim.rate().unit().equals(Unit.GROWTH_RATE)
                && claim.ratePeriod().isEmpty()
                && claim.startGrowth().isEmpty();
        if (!ordinary) {
            return tries(claim, false);
        }
        Kind kind = new Kind(
                claim.steps(), unit, ExchangeRates.known(claim.firstYear()), ExchangeRates.known(claim.lastYear()));
        // to look first takes no lock
        List<GrowthTry> known = MISTAKES.get(kind);
        return known == null ? MISTAKES.computeIfAbsent(kind, key -> tries(claim, false)) : known;
    }

    /** The changes that are tried on any relation, conventions or mistakes. */
    private static List<GrowthTry> tries(GrowthClaim claim, boolean conventions) {
        return Changes.of(claim.asCase()).stream()
                .filter(change -> change.kind().isConvention() == conventions)
                .map(change -> of(change, claim.steps()))
                .toList();
    }

    /** The claim as it stands. */
    static GrowthTry asItStands(int steps) {
        return steps <= MOST_PREPARED ? AS_THEY_STAND.get(steps) : unchanged(steps);
    }

    private static List<GrowthTry> asTheyStand() {
        List<GrowthTry> all = new ArrayList<>();
        for (int steps = 0; steps <= MOST_PREPARED; steps++) {
            all.add(unchanged(steps));
        }
        return List.copyOf(all);
    }

    private static GrowthTry unchanged(int steps) {
        return new GrowthTry(
                null,
                steps,
                GrowthEquation.COMPOUND,
                Digits.AS_PRINTED,
                Factor.ONE,
                Factor.ONE,
                Factor.ONE,
                false,
                false,
                false,
                1,
                1,
                0);
    }

    static GrowthTry of(Change change, int printedSteps) {
        int steps = printedSteps;
        GrowthEquation equation = GrowthEquation.COMPOUND;
        Digits digits = Digits.AS_PRINTED;
        Optional<Change.Scaling> scaling = Optional.empty();
        boolean needsDecimals = false;
        if (change instanceof Change.OtherConstant other) {
            steps = steps(other.constant());
        } else if (change instanceof Change.OtherEquation other) {
            if (other.equation() instanceof GrowthEquation growth) {
                equation = growth;
            } else {
                needsDecimals = true;
            }
        } else if (change instanceof Change.CutOff cutOff) {
            digits = cutOff.all() ? Digits.ALL_CUT_OFF : Digits.RATE_CUT_OFF;
        } else if (change instanceof Change.RoundFigures) {
            digits = Digits.PADDED;
            needsDecimals = true;
        } else if (change instanceof Change.OtherBaseYear other) {
            steps = steps(other.years());
            needsDecimals = true;
        } else if (change instanceof Change.Scaling multiplied) {
            scaling = Optional.of(multiplied);
        }
        Factor base = factor(scaling, GrowthEquation.BASE);
        Factor end = factor(scaling, GrowthEquation.END);
        boolean isOfSize =
                scaling.filter(of -> !of.role().equals(GrowthEquation.RATE)).isPresent();
        return new GrowthTry(
                change,
                steps,
                equation,
                digits,
                base,
                end,
                factor(scaling, GrowthEquation.RATE),
                isOfSize,
                isOfSize && change.kind() == RepairKind.FACTOR,
                needsDecimals,
                end.low() / base.high(),
                end.high() / base.low(),
                Math.log(end.low() / base.low()));
    }

    private static int steps(Member years) {
        return years.constant().orElseThrow().value().intValueExact();
    }

    private static Factor factor(Optional<Change.Scaling> scaling, String role) {
        return scaling.filter(of -> of.role().equals(role))
                .map(of -> new Factor(
                        of.factor().lower().orElseThrow().doubleValue(),
                        of.factor().upper().orElseThrow().doubleValue()))
                .orElse(Factor.ONE);
    }

    /** The claim after the change, for decimals. */
    Case of(GrowthClaim claim) {
        return change == null ? claim.asCase() : claim.asCase().after(change);
    }

    /** Whether printed points stay points. */
    boolean hasPoints() {
        return base.isExact() && end.isExact() && rate.isExact();
    }

    /** The change that is tried. */
    Change tried() {
        if (change == null) {
            throw new IllegalStateException("Claim must be changed");
        }
        return change;
    }
}
