package dev.saidao.core.audit;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.RepairKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
 */
record GrowthTry(
        @Nullable Change change,
        int steps,
        GrowthEquation equation,
        Digits digits,
        Factor base,
        Factor end,
        Factor rate) {

    /** Which digits are taken as cut off. */
    enum Digits {
        AS_PRINTED,
        RATE_CUT_OFF,
        ALL_CUT_OFF
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
    private static final Map<Kind, Tries> PREPARED = new ConcurrentHashMap<>();

    /** Claims on which the same changes are tried. */
    private record Kind(int steps, int stated, Unit unit, boolean isRateCutAlike) {}

    /**
     * What is tried on a claim.
     *
     * @param conventions differences in convention, in the order in which they are tried
     * @param mistakes mistakes, in the order in which they are tried
     */
    record Tries(List<GrowthTry> conventions, List<GrowthTry> mistakes) {

        /** The changes that are tried on any relation. */
        static Tries of(GrowthClaim claim) {
            List<GrowthTry> conventions = new ArrayList<>();
            List<GrowthTry> mistakes = new ArrayList<>();
            for (Change change : Changes.of(claim.asCase())) {
                (change.kind().isConvention() ? conventions : mistakes).add(GrowthTry.of(change, claim.steps()));
            }
            return new Tries(List.copyOf(conventions), List.copyOf(mistakes));
        }

        static Tries prepared(GrowthClaim claim) {
            Unit unit = claim.base().unit();
            int stated = claim.ratePeriod()
                    .map(span ->
                            span.lastYear().orElseThrow() - span.firstYear().orElseThrow())
                    .orElse(claim.steps());
            boolean ordinary = claim.steps() <= MOST_PREPARED
                    && stated <= MOST_PREPARED
                    && unit.kind() == Unit.Kind.MONEY
                    && claim.rate().unit().equals(Unit.GROWTH_RATE);
            if (!ordinary) {
                return of(claim);
            }
            Kind kind = new Kind(claim.steps(), stated, unit, claim.rate().isCutAlike);
            Tries known = PREPARED.get(kind);
            return known != null ? known : PREPARED.computeIfAbsent(kind, key -> of(claim));
        }
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
                null, steps, GrowthEquation.COMPOUND, Digits.AS_PRINTED, Factor.ONE, Factor.ONE, Factor.ONE);
    }

    private static GrowthTry of(Change change, int printedSteps) {
        int steps = printedSteps;
        GrowthEquation equation = GrowthEquation.COMPOUND;
        Digits digits = Digits.AS_PRINTED;
        Optional<Change.Scaling> scaling = Optional.empty();
        if (change instanceof Change.OtherConstant other) {
            steps = other.constant().constant().orElseThrow().value().intValueExact();
        } else if (change instanceof Change.OtherEquation other) {
            equation = (GrowthEquation) other.equation();
        } else if (change instanceof Change.CutOff cutOff) {
            digits = cutOff.all() ? Digits.ALL_CUT_OFF : Digits.RATE_CUT_OFF;
        } else if (change instanceof Change.Scaling multiplied) {
            scaling = Optional.of(multiplied);
        }
        return new GrowthTry(
                change,
                steps,
                equation,
                digits,
                factor(scaling, GrowthEquation.BASE),
                factor(scaling, GrowthEquation.END),
                factor(scaling, GrowthEquation.RATE));
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

    /** Whether it is the size of the base or the end that is changed. */
    boolean isOfSize() {
        return !base.equals(Factor.ONE) || !end.equals(Factor.ONE);
    }

    /** The change that is tried. */
    Change tried() {
        if (change == null) {
            throw new IllegalStateException("Claim must be changed");
        }
        return change;
    }

    /** Whether a size is changed by a power of ten, after which numbers may agree whatever they were. */
    boolean isPowerOfTen() {
        return change != null && change.kind() == RepairKind.FACTOR;
    }
}
