package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;

/**
 * Parts that make no more than a total, of which others may be left out (其中): {@code part1 + part2 + … ≤ total}; the total is
 * judged. With one part: a part cannot be larger than its whole.
 */
final class AtMostEquation extends Equation {

    static final String TOTAL = "total";

    static final AtMostEquation INSTANCE = new AtMostEquation();

    private AtMostEquation() {
        super("at-most", Label.of("parts within a total", "分项不超过总数"), "part1 + part2 + … ≤ total", TOTAL, TOTAL);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public Units units(Units known) {
        return known.allAlike();
    }

    @Override
    public Bounds solve(String role, Terms given, BoundsArithmetic arithmetic) {
        Terms terms = Conversion.alike(given, role, arithmetic.finer());
        Bounds others = sumBeside(role, TOTAL, terms, arithmetic);
        return role.equals(TOTAL)
                ? Rays.andAbove(others)
                : Rays.andBelow(arithmetic.minus(terms.bounds(TOTAL), others));
    }
}
