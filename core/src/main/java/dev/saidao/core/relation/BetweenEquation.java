package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;

/** A number between two others (介于): {@code low ≤ value ≤ high}; the value is judged. */
final class BetweenEquation extends Equation {

    static final String LOW = "low";
    static final String HIGH = "high";
    static final String VALUE = "value";

    static final BetweenEquation INSTANCE = new BetweenEquation();

    private BetweenEquation() {
        super("between", Label.of("between two numbers", "介于两数之间"), "low ≤ value ≤ high", VALUE, LOW, HIGH, VALUE);
    }

    @Override
    public Units units(Units known) {
        return known.allAlike();
    }

    @Override
    public Bounds solve(String role, Terms given, BoundsArithmetic arithmetic) {
        Terms terms = Conversion.alike(given, role, arithmetic.finer());
        return switch (role) {
            case LOW -> Rays.andBelow(terms.bounds(VALUE)).intersection(Rays.andBelow(terms.bounds(HIGH)));
            case HIGH -> Rays.andAbove(terms.bounds(VALUE)).intersection(Rays.andAbove(terms.bounds(LOW)));
            default -> Rays.andAbove(terms.bounds(LOW)).intersection(Rays.andBelow(terms.bounds(HIGH)));
        };
    }
}
