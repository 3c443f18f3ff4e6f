package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mean of numbers (平均): {@code average = (part1 + part2 + …) / n}, with n the number of the parts; the average is judged. */
final class AverageEquation extends Equation {

    static final String AVERAGE = "average";

    static final AverageEquation INSTANCE = new AverageEquation();

    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);

    private AverageEquation() {
        super("average", Label.of("average", "平均数"), "average = (part1 + part2 + …) / n", AVERAGE, AVERAGE);
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
        BoundsArithmetic finer = arithmetic.finer();
        Terms terms = Conversion.alike(given, role, finer);
        Bounds sum = sumBeside(role, AVERAGE, terms, finer);
        Bounds n = n(terms, role);
        return role.equals(AVERAGE)
                ? arithmetic.dividedBy(sum, n)
                : arithmetic.minus(finer.times(terms.bounds(AVERAGE), n), sum);
    }

    @Override
    public List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        if (Conversion.isNeeded(terms)) {
            return List.of();
        }
        Map<String, Bounds> coefficients = new HashMap<>();
        Bounds constant = ZERO;
        for (String role : terms.names()) {
            Bounds coefficient =
                    role.equals(AVERAGE) ? arithmetic.negated(n(terms, role)) : Bounds.exactly(BigDecimal.ONE);
            if (unknown.contains(role)) {
                coefficients.put(role, coefficient);
            } else {
                constant = arithmetic.plus(constant, arithmetic.times(coefficient, terms.bounds(role)));
            }
        }
        return List.of(new LinearForm(coefficients, constant));
    }

    /** How many parts there are, one that is asked for and not among the terms included. */
    private static Bounds n(Terms terms, String role) {
        int parts = terms.names().size() - (terms.names().contains(AVERAGE) ? 1 : 0);
        boolean asked = !role.equals(AVERAGE) && !terms.names().contains(role);
        return Bounds.exactly(BigDecimal.valueOf(asked ? parts + 1 : parts));
    }
}
