package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * A cadence of selection against a target (周期遴选与目标): {@code target ≤ opening + rounds × size}; the target is judged.
 *
 * <p>An opening stock that is a constant was only assumed; another one that repairs the cadence is told.
 */
final class CadenceEquation extends Equation {

    static final String SIZE = "size";
    static final String ROUNDS = "rounds";
    static final String OPENING = "opening";
    static final String TARGET = "target";

    static final CadenceEquation INSTANCE = new CadenceEquation();

    private CadenceEquation() {
        super(
                "cadence",
                Label.of("cadence against a target", "周期遴选与目标"),
                "target ≤ opening + rounds × size",
                TARGET,
                SIZE,
                ROUNDS,
                OPENING,
                TARGET);
    }

    @Override
    public boolean isInequality() {
        return true;
    }

    @Override
    public Units units(Units known) {
        return known.require(ROUNDS, Unit.Kind.COUNT).alike(SIZE, OPENING, TARGET);
    }

    @Override
    public Bounds solve(String role, Terms given, BoundsArithmetic arithmetic) {
        Terms terms = Conversion.alike(given, role, arithmetic.finer());
        Bounds size = terms.bounds(SIZE).intersection(Bounds.notNegative());
        Bounds rounds = terms.bounds(ROUNDS).intersection(Bounds.notNegative());
        Bounds opening = terms.bounds(OPENING);
        Bounds target = terms.bounds(TARGET);
        return switch (role) {
            case SIZE -> enough(rounds, arithmetic.minus(target, opening), arithmetic);
            case ROUNDS -> enough(size, arithmetic.minus(target, opening), arithmetic);
            case OPENING -> Rays.andAbove(arithmetic.minus(target, arithmetic.times(rounds, size)));
            default -> Rays.andBelow(arithmetic.plus(opening, arithmetic.times(rounds, size)));
        };
    }

    private static Bounds enough(Bounds other, Bounds lacking, BoundsArithmetic arithmetic) {
        return Rays.andAbove(arithmetic.timesReverse(other, lacking, Bounds.all()))
                .intersection(Bounds.notNegative());
    }

    @Override
    public List<Convention> conventions(Relation relation) {
        return relation.recurrence()
                .map(recurrence -> List.of(recurrence.counting().convention()))
                .orElse(List.of());
    }

    @Override
    public List<Change> alternatives(Relation relation) {
        List<Change> changes = new ArrayList<>();
        relation.recurrence().ifPresent(recurrence -> {
            for (RoundCounting counting : RoundCounting.values()) {
                if (counting != recurrence.counting()) {
                    changes.add(counted(recurrence.with(counting)));
                }
            }
        });
        if (relation.member(OPENING).constant().isPresent()) {
            changes.add(new Change.Assumption(RepairKind.OPENING_STOCK, OPENING, Label.of("an opening stock", "期初存量")));
        }
        return changes;
    }

    private static Change counted(Recurrence recurrence) {
        Count rounds = recurrence.rounds();
        String number = rounds.value().toPlainString();
        Label text = recurrence.counting().convention().text();
        return new Change.OtherConstant(
                RepairKind.ROUNDS,
                number + "-rounds",
                Label.of(text.en() + ": " + number + " rounds", text.zh() + ":" + number + " 轮"),
                Member.constant(ROUNDS, rounds));
    }
}
