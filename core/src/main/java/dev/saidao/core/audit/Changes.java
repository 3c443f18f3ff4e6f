package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.RepairKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes that are tried on figures that do not agree: the ways in which people take a relation, and misprints. */
final class Changes {

    /** Powers of ten by which sizes are mistaken: 亿 for billion, 万 for million, million for billion, 万 for 亿. */
    private static final int[] SIZE_POWERS = {1, -1, 2, -2, 3, -3, 4, -4};
    /** Powers of ten by which shares and rates are mistaken: ‰ for %, per 10,000 for %. */
    private static final int[] RATE_POWERS = {1, -1, 2, -2};

    private static final Change JUDGED_CUT_OFF =
            new Change.CutOff("truncated", Label.of("the digits of the judged figure were cut off", "所核验数字为截断"), false);
    private static final Change ALL_CUT_OFF =
            new Change.CutOff("truncated-all", Label.of("all digits were cut off", "所有数字均为截断"), true);

    static final Change PADDED =
            new Change.RoundFigures("padded-zeros", Label.of("zeros at the end are padding", "末尾的零仅为补位"));

    private Changes() {}

    /** All changes, in the order in which they are tried. */
    static List<Change> of(Case one) {
        List<Change> changes = new ArrayList<>(one.relation().equation().alternatives(one.relation(), one.units()));
        if (!one.judged().truncated().equals(one.judged().bounds())) {
            changes.add(JUDGED_CUT_OFF);
        }
        changes.add(ALL_CUT_OFF);
        if (one.members().values().stream()
                .anyMatch(member ->
                        member.number().filter(ReadNumber::mayBePadded).isPresent())) {
            changes.add(PADDED);
        }
        one.members().forEach((role, evidence) -> {
            if (evidence.number().isPresent()) {
                String name = one.relation().name(role);
                changes.addAll(factors(role, name, evidence.unit()));
                currencies(one, role, name, changes);
            }
        });
        return changes;
    }

    /** The powers of ten by which a number may be mistaken. */
    static List<Change.Scaling> factors(String role, String name, Unit unit) {
        List<Change.Scaling> factors = new ArrayList<>();
        for (int power : powers(unit)) {
            String amount = BigDecimal.TEN.pow(Math.abs(power)).toPlainString();
            factors.add(new Change.Scaling(
                    RepairKind.FACTOR,
                    name + (power > 0 ? "*" : "/") + amount,
                    Label.of(
                            name + (power > 0 ? " times " : " divided by ") + amount,
                            name + (power > 0 ? " 乘以 " : " 除以 ") + amount),
                    role,
                    Bounds.exactly(BigDecimal.ONE.scaleByPowerOfTen(power))));
        }
        return factors;
    }

    private static int[] powers(Unit unit) {
        return switch (unit.kind()) {
            case GROWTH_RATE, SHARE -> RATE_POWERS;
            case CALENDAR_YEAR -> new int[0];
            default -> SIZE_POWERS;
        };
    }

    private static void currencies(Case one, String role, String name, List<Change> changes) {
        Unit unit = one.evidence(role).unit();
        boolean compared = one.members().values().stream()
                        .filter(other -> other.unit().equals(unit))
                        .count()
                > 1;
        if (unit.kind() == Unit.Kind.MONEY && compared) {
            for (ExchangeRates.Pair pair : ExchangeRates.into(unit.toString(), year(one, role))) {
                changes.add(new Change.Scaling(
                        RepairKind.CURRENCY,
                        name + "-in-" + pair.other(),
                        Label.of(name + " is in " + pair.other(), name + " 实为 " + pair.other()),
                        role,
                        pair.range()));
            }
        }
    }

    /** The year of a size, if it is known: of growth that of its end, and of the rest the last one. */
    private static Optional<Integer> year(Case one, String role) {
        return one.relation()
                .period()
                .flatMap(period -> role.equals(GrowthEquation.BASE) ? period.firstYear() : period.lastYear());
    }
}
