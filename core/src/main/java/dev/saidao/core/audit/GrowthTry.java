package dev.saidao.core.audit;

import dev.saidao.core.audit.Equation.GrowthForm;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to take a growth claim, in a form that can be tried with doubles as well as exactly.
 *
 * @param kind the kind of change
 * @param code its code, as in {@link Repairs}
 * @param steps the yearly steps
 * @param form the equation
 * @param cut which digits are taken as cut off
 * @param target the member that is multiplied: 0 base, 1 end, 2 rate, -1 none
 * @param factor what it is multiplied by
 * @param low the least factor as a double
 * @param high the highest factor as a double
 */
record GrowthTry(
        RepairKind kind,
        String code,
        int steps,
        GrowthForm form,
        Cut cut,
        int target,
        Bounds factor,
        double low,
        double high) {

    /** Which digits are taken as cut off. */
    enum Cut {
        NONE,
        RATE,
        ALL
    }

    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);

    // claims have few different numbers of steps and few currencies, so what is tried on them is prepared once
    private static final int MOST_PREPARED = 100;
    private static final List<GrowthTry> AS_IT_STANDS = asTheyStand();
    private static final Map<Kind, List<GrowthTry>> MISTAKES = new ConcurrentHashMap<>();

    /** Claims on which the same mistakes are tried. */
    private record Kind(int steps, Unit unit) {}

    double baseLow() {
        return target == 0 ? low : 1;
    }

    double baseHigh() {
        return target == 0 ? high : 1;
    }

    double endLow() {
        return target == 1 ? low : 1;
    }

    double endHigh() {
        return target == 1 ? high : 1;
    }

    double rateFactor() {
        return target == 2 ? low : 1;
    }

    boolean hasPoints() {
        return low == high;
    }

    /** The claim as it stands. */
    static GrowthTry asItStands(int steps) {
        return steps <= MOST_PREPARED ? AS_IT_STANDS.get(steps) : steps(RepairKind.STEPS, "", steps);
    }

    private static List<GrowthTry> asTheyStand() {
        List<GrowthTry> all = new ArrayList<>();
        for (int steps = 0; steps <= MOST_PREPARED; steps++) {
            all.add(steps(RepairKind.STEPS, "", steps));
        }
        return List.copyOf(all);
    }

    private static GrowthTry steps(RepairKind kind, String code, int steps) {
        return new GrowthTry(kind, code, steps, GrowthForm.COMPOUND, Cut.NONE, -1, ONE, 1, 1);
    }

    private static GrowthTry form(RepairKind kind, String code, int steps, GrowthForm form) {
        return new GrowthTry(kind, code, steps, form, Cut.NONE, -1, ONE, 1, 1);
    }

    /** Differences in convention, in the order in which they are tried. */
    static List<GrowthTry> conventions(GrowthClaim claim) {
        int steps = claim.steps();
        List<GrowthTry> tries = new ArrayList<>(5);
        Alternatives.statedSteps(claim.ratePeriod(), steps)
                .ifPresent(
                        stated -> tries.add(steps(RepairKind.STEPS, Alternatives.statedCode(stated, steps), stated)));
        if (steps > 1) {
            tries.add(steps(RepairKind.STEPS, Alternatives.STEP_LESS, steps - 1));
        }
        tries.add(steps(RepairKind.STEPS, Alternatives.STEP_MORE, steps + 1));
        if (!claim.rate().isCutAlike) {
            tries.add(new GrowthTry(
                    RepairKind.TRUNCATED, Repairs.TRUNCATED, steps, GrowthForm.COMPOUND, Cut.RATE, -1, ONE, 1, 1));
        }
        tries.add(new GrowthTry(
                RepairKind.TRUNCATED, Repairs.TRUNCATED_ALL, steps, GrowthForm.COMPOUND, Cut.ALL, -1, ONE, 1, 1));
        return tries;
    }

    /** Mistakes, in the order of their kinds. */
    static List<GrowthTry> mistakes(GrowthClaim claim) {
        Unit unit = claim.base().unit();
        boolean prepared = claim.steps() <= MOST_PREPARED && (unit.kind() != Unit.Kind.COUNT);
        return prepared
                ? MISTAKES.computeIfAbsent(new Kind(claim.steps(), unit), kind -> mistakes(kind.steps(), kind.unit()))
                : mistakes(claim.steps(), unit);
    }

    private static List<GrowthTry> mistakes(int steps, Unit unit) {
        List<GrowthTry> tries = new ArrayList<>();
        if (steps > 1) {
            tries.add(steps(RepairKind.BASE_YEAR, Alternatives.BASE_YEAR_AFTER, steps - 1));
        }
        tries.add(steps(RepairKind.BASE_YEAR, Alternatives.BASE_YEAR_BEFORE, steps + 1));
        tries.addAll(factors(steps));
        if (steps > 1) {
            tries.add(form(RepairKind.OTHER_RATE, Alternatives.TOTAL_GROWTH, 1, GrowthForm.COMPOUND));
            tries.add(form(RepairKind.OTHER_RATE, Alternatives.SIMPLE_AVERAGE, steps, GrowthForm.LINEAR));
        }
        tries.add(form(RepairKind.BY_OR_TO, Alternatives.GREW_TO, steps, GrowthForm.RATE_IS_FACTOR));
        tries.add(form(RepairKind.BY_OR_TO, Alternatives.GREW_BY, steps, GrowthForm.END_IS_INCREASE));
        currencies(tries, unit, 0, "base", steps);
        currencies(tries, unit, 1, "end", steps);
        return List.copyOf(tries);
    }

    private static List<GrowthTry> factors(int steps) {
        List<GrowthTry> tries = new ArrayList<>();
        for (int power : Repairs.SIZE_POWERS) {
            tries.add(factor("base", 0, power, steps));
        }
        for (int power : Repairs.SIZE_POWERS) {
            tries.add(factor("end", 1, power, steps));
        }
        for (int power : Repairs.RATE_POWERS) {
            tries.add(factor("rate", 2, power, steps));
        }
        return tries;
    }

    private static GrowthTry factor(String role, int target, int power, int steps) {
        BigDecimal factor = BigDecimal.ONE.scaleByPowerOfTen(power);
        return new GrowthTry(
                RepairKind.FACTOR,
                Repairs.factorCode(role, power),
                steps,
                GrowthForm.COMPOUND,
                Cut.NONE,
                target,
                Bounds.exactly(factor),
                factor.doubleValue(),
                factor.doubleValue());
    }

    private static void currencies(List<GrowthTry> tries, Unit unit, int target, String role, int steps) {
        unit.currency().ifPresent(currency -> {
            for (ExchangeRates.Pair pair : ExchangeRates.into(currency.getCurrencyCode())) {
                tries.add(new GrowthTry(
                        RepairKind.CURRENCY,
                        role + "-in-" + pair.other(),
                        steps,
                        GrowthForm.COMPOUND,
                        Cut.NONE,
                        target,
                        pair.range(),
                        pair.low(),
                        pair.high()));
            }
        });
    }
}
