package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * An equation of one's own, in a few lines: its text, which units fit, and what each of its members is by the others.
 *
 * <pre>{@code
 * Equation revenue = SolvedEquation.of("shop.revenue", "revenue = price * pieces",
 *                 known -> known.alike("price", "revenue").require("pieces", Unit.Kind.COUNT))
 *         .with("revenue", (terms, by) -> by.times(terms.bounds("price"), terms.bounds("pieces")))
 *         .with("price", (terms, by) -> by.dividedBy(terms.bounds("revenue"), terms.bounds("pieces")))
 *         .with("pieces", (terms, by) -> by.dividedBy(terms.bounds("revenue"), terms.bounds("price")));
 * }</pre>
 *
 * <p>The print of the member on the left of the text is held against what the others imply. Where there is more to say, such as
 * how people take the equation otherwise, extend {@link Equation}.
 *
 * <p>Immutable, if what it is given is.
 *
 * @since 0.1
 */
public final class SolvedEquation extends Equation {

    private final UnaryOperator<Units> units;
    private final Map<String, BiFunction<Terms, BoundsArithmetic, Bounds>> solutions;

    private SolvedEquation(
            Formula formula,
            UnaryOperator<Units> units,
            Map<String, BiFunction<Terms, BoundsArithmetic, Bounds>> solutions) {
        super(formula, left(formula.expression()), solutions.keySet().toArray(String[]::new));
        this.units = units;
        this.solutions = solutions;
    }

    /**
     * Returns an equation that is not yet solved for any member, called after the one on its left.
     *
     * @param id a code for reports, such as {@code shop.revenue}
     * @param expression its text, such as {@code revenue = price * pieces}
     * @param units checks and completes the units of the members
     * @return the equation
     * @throws IllegalArgumentException if the text has no {@code " = "} behind a name
     */
    public static SolvedEquation of(String id, String expression, UnaryOperator<Units> units) {
        return of(Formula.of(id, Label.same(left(expression)), expression, "definition"), units);
    }

    /**
     * Returns an equation that is not yet solved for any member.
     *
     * @param formula its name, text and source
     * @param units checks and completes the units of the members
     * @return the equation
     * @throws IllegalArgumentException if the text has no {@code " = "} behind a name
     */
    public static SolvedEquation of(Formula formula, UnaryOperator<Units> units) {
        return new SolvedEquation(formula, units, Map.of());
    }

    /**
     * Returns the same equation, solved for one member more.
     *
     * @param role the role of the member
     * @param solution bounds that hold every value of the member that makes the equation true, given the terms of the others; wider
     *     terms must not give narrower bounds
     * @return the equation
     * @throws IllegalArgumentException if it is solved for the member already
     */
    public SolvedEquation with(String role, BiFunction<Terms, BoundsArithmetic, Bounds> solution) {
        Map<String, BiFunction<Terms, BoundsArithmetic, Bounds>> more = new LinkedHashMap<>(solutions);
        if (more.put(role, solution) != null) {
            throw new IllegalArgumentException("Member must be solved for once: " + role);
        }
        return new SolvedEquation(formula(), units, Collections.unmodifiableMap(more));
    }

    private static String left(String expression) {
        int equals = expression.indexOf(" = ");
        if (equals < 1) {
            throw new IllegalArgumentException("Equation must be a name, \" = \" and what it is: " + expression);
        }
        return expression.substring(0, equals);
    }

    @Override
    public Units units(Units known) {
        return units.apply(known);
    }

    @Override
    public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
        BiFunction<Terms, BoundsArithmetic, Bounds> solution = solutions.get(role);
        if (solution == null) {
            throw new IllegalArgumentException("Role must be one of " + roles() + ": " + role);
        }
        return solution.apply(terms, arithmetic);
    }
}
