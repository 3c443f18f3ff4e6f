package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.RoughTerms;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A kind of tie between numbers, and all that is known of it: the roles of its members, which units fit, the equation solved for
 * each role, the other ways in which people take it, and what it is called.
 *
 * <p>This is the one home of an equation. Calculators solve it for what they are asked for, an audit solves it for the printed
 * number that it judges, and both write its text as the formula of what they derive. Members are asked for by role:
 *
 * <pre>{@code
 * final class Square extends Equation {
 *
 *     Square() {
 *         super(Formula.of("geometry.square", Label.of("area of a square", "正方形面积"), "area = side^2", "Euclid"), "area",
 *                 "side", "area");
 *     }
 *
 *     public Units units(Units known) {
 *         return known.of("side", Unit.MULTIPLE).of("area", Unit.MULTIPLE);
 *     }
 *
 *     public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
 *         return role.equals("area")
 *                 ? arithmetic.power(terms.bounds("side"), 2)
 *                 : arithmetic.powerReverse(2, terms.bounds("area"), Bounds.all());
 *     }
 * }
 * }</pre>
 *
 * <p>To add a kind, extend this class. An equation must be immutable, and {@link #solve} must be isotone (wider terms never give
 * narrower bounds) and contain every value of the term that makes the equation true.
 *
 * @since 0.1
 */
public abstract class Equation {

    private final Formula formula;
    private final String judged;
    private final List<String> roles;
    /** The right-hand sides by the role on the left. */
    private final Map<String, String> solved = new HashMap<>();

    /**
     * Creates an equation.
     *
     * @param formula the name and the equation, in the roles of the members
     * @param judged the role whose print is held against what the others imply; empty for the last member
     * @param roles the roles that every such relation has, in their order
     */
    protected Equation(Formula formula, String judged, String... roles) {
        this.formula = formula;
        this.judged = judged;
        this.roles = List.of(roles);
        isSolvedBy(formula.expression());
    }

    /** Creates an equation of this library. */
    Equation(String code, Label name, String expression, String judged, String... roles) {
        this(Formula.of("relation." + code, name, expression, "definition"), judged, roles);
    }

    /** Takes the text of the equation solved for a role: {@code base = end / (1 + rate)^years}. */
    final void isSolvedBy(String expression) {
        int equals = expression.indexOf(" = ");
        if (equals > 0) {
            solved.put(expression.substring(0, equals), expression.substring(equals + 3));
        }
    }

    // ---- what it is ----

    /** {@return the name and the equation, in the roles of the members} */
    public final Formula formula() {
        return formula;
    }

    /** {@return the roles that every such relation has, in their order} */
    public final List<String> roles() {
        return roles;
    }

    /** {@return whether there may be members in other roles too, such as the parts of a sum; they stand behind the rest} */
    public boolean isOpen() {
        return false;
    }

    /**
     * Returns the equation as text, solved for a role: {@code rate = (end / base)^(1 / years) - 1}.
     *
     * @param role the role on the left
     * @param renamed pairs of a role and the name to use for it
     * @return the text; that of the {@linkplain #formula formula} if it is not known solved for the role
     */
    public final String expression(String role, String... renamed) {
        String side = solved.get(role);
        String text = side == null ? formula.expression() : role + " = " + side;
        for (int i = 0; i < renamed.length; i += 2) {
            text = text.replaceAll("\\b" + renamed[i] + "\\b", renamed[i + 1]);
        }
        return text;
    }

    /**
     * Checks the members that a relation is to have.
     *
     * @param members the members, in their order
     * @throws IllegalArgumentException if they cannot be
     */
    public void check(List<Member> members) {}

    /** {@return the roles that a relation may have besides, behind the others, which the equation itself does not speak of} */
    public List<String> optionalRoles() {
        return List.of();
    }

    /** {@return whether it only limits its members, so that it implies no number for any; false by default} */
    public boolean isInequality() {
        return false;
    }

    /**
     * Says whether a member may be below 0 whatever it counts, as a difference may.
     *
     * @param role its role
     * @return whether it may; false by default
     */
    public boolean isSigned(String role) {
        return false;
    }

    // ---- what it says of numbers ----

    /**
     * Checks and completes the units of the members.
     *
     * @param known the units that are known
     * @return the same with those that follow
     * @throws UnitMisfitException if units do not fit the equation or each other; it names them
     */
    public abstract Units units(Units known);

    /**
     * Solves for a role.
     *
     * @param role the role of the unknown
     * @param terms what is known of each member; of the unknown only the unit is asked for
     * @param arithmetic the arithmetic to use
     * @return bounds that hold every value with which the equation can be true; empty if there is none
     */
    public abstract Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic);

    /**
     * Solves for several roles, each given the others.
     *
     * @param terms what is known of each member
     * @param isAsked the places of the terms that are asked for
     * @param arithmetic the arithmetic to use
     * @return as many bounds as terms, in their order; all numbers for those that are not asked for. By default those of {@link
     *     #solve} for each
     */
    public List<Bounds> solveAll(Terms terms, IntPredicate isAsked, BoundsArithmetic arithmetic) {
        List<Bounds> all = new ArrayList<>(terms.names().size());
        for (int i = 0; i < terms.names().size(); i++) {
            all.add(isAsked.test(i) ? solve(terms.names().get(i), terms, arithmetic) : Bounds.all());
        }
        return all;
    }

    /**
     * Says whether the equation can be solved with doubles, so that exact work is spared where they leave no doubt.
     *
     * @param units the units of the members
     * @return whether {@link #solve(String, RoughTerms)} may be asked for amounts in these units; no by default
     */
    public boolean isSolvedRoughly(Units units) {
        return false;
    }

    /**
     * Solves for a role with doubles.
     *
     * @param role the role of the unknown
     * @param terms what is known of each member
     * @return bounds whose ends are within their error of those that hold every value with which the equation can be true;
     *     unknown, as by default, where doubles cannot tell
     */
    public RoughBounds solve(String role, RoughTerms terms) {
        return RoughBounds.UNKNOWN;
    }

    /**
     * Solves for each role, given the others, with doubles.
     *
     * @param terms what is known of each member
     * @return as many bounds, in the order of the terms; by default those of {@link #solve(String, RoughTerms)} for each
     */
    public RoughBounds[] solveAll(RoughTerms terms) {
        RoughBounds[] all = new RoughBounds[terms.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = solve(terms.name(i), terms);
        }
        return all;
    }

    /**
     * Returns what the equation is in some of its members, where that is a sum: several relations with several unknown members
     * can then be solved together.
     *
     * @param unknown the roles of these members
     * @param terms what is known of each member
     * @param arithmetic the arithmetic to use
     * @return one or more sums, which hold wherever the equation does; none, as by default, if there are none such
     */
    public List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        return List.of();
    }

    /**
     * Says why a member that nobody printed cannot be what the others imply, where that is no matter of the equation: a part is
     * not larger than its whole, and things are counted in whole numbers.
     *
     * @param role the role of the member
     * @param implied what the others imply for it, not empty
     * @param terms what is known of the others
     * @return the reason; absent, as by default, if it can be; with wider terms it must not come to be present
     */
    public Optional<Label> impossible(String role, Bounds implied, Terms terms) {
        return Optional.empty();
    }

    /** {@return whether {@link #impossible} ever finds a reason; yes by default} */
    public boolean knowsImpossible() {
        return true;
    }

    /**
     * Says why printed numbers are outside what the equation speaks of, such as growth from nothing.
     *
     * @param points the numbers as printed; for members without one all that they can be
     * @return the reason; absent, as by default, if they are not
     */
    public Optional<Label> undefined(Terms points) {
        return Optional.empty();
    }

    // ---- how people take it ----

    /**
     * Returns the role whose print is held against what the others imply.
     *
     * @param members the members of a relation
     * @return the role
     */
    public String judged(List<Member> members) {
        return judged.isEmpty() ? members.get(members.size() - 1).role() : judged;
    }

    /**
     * Names the conventions that a relation depends on.
     *
     * @param relation a relation with this equation
     * @return the conventions, such as how its steps were counted; none by default
     */
    public List<Convention> conventions(Relation relation) {
        return List.of();
    }

    /**
     * Returns other ways to take a relation: conventions that differ and mistakes that are often made.
     *
     * @param relation a relation with this equation
     * @return the changes, in the order in which they are tried; none by default
     */
    public List<Change> alternatives(Relation relation) {
        return List.of();
    }

    /**
     * Returns other ways to take a relation whose members have known units; by default those for any units.
     *
     * @param relation a relation with this equation
     * @param units the units of its members
     * @return the changes, in the order in which they are tried
     */
    public List<Change> alternatives(Relation relation, Units units) {
        return relation.alternatives();
    }

    /**
     * Says why a relation that does not agree is not held against its figures: they may not be meant to hang together.
     *
     * @param relation a relation with this equation
     * @return the reason; absent, as by default, if it is
     */
    public Optional<Label> excuse(Relation relation) {
        return Optional.empty();
    }

    /** {@return its text} */
    @Override
    public final String toString() {
        return formula.expression();
    }

    /** The sum of the parts, but for the one that is asked for, if it is one, and what they are parts of. */
    static Bounds sumBeside(String asked, String whole, Terms terms, BoundsArithmetic arithmetic) {
        Bounds sum = Bounds.exactly(BigDecimal.ZERO);
        for (String part : terms.names()) {
            if (!part.equals(asked) && !part.equals(whole)) {
                sum = arithmetic.plus(sum, terms.bounds(part));
            }
        }
        return sum;
    }
}
