package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.RoughTerms;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A total and its parts, all of one unit; the total is judged, or the last part if the total is a constant.
 *
 * <p>What is added to a share or a rate may be in percentage points.
 *
 * @since 0.1
 */
public final class SumEquation extends Equation {

    static final String TOTAL = "total";
    static final String CUMULATIVE = "cumulative";

    /** What there was before. */
    public static final String PREVIOUS = "previous";

    static final String ADDED = "added";

    /** What there was at first. */
    public static final String FROM = "from";

    /** What there is at last. */
    public static final String TO = "to";

    /** How much more that is, in points if they are shares or rates. */
    public static final String DIFFERENCE = "difference";

    /** A sum of any number of parts: {@code total = part1 + part2 + …}. */
    public static final SumEquation OF_PARTS =
            new SumEquation("sum", Label.of("sum of parts", "分项之和"), "total = part1 + part2 + …", TOTAL, TOTAL, TOTAL);

    /** A cumulative number or a stock: {@code cumulative = previous + added}; what was added is below 0 where more left than came. */
    public static final SumEquation OVER_TIME = new SumEquation(
            "cumulative",
            Label.of("cumulative number", "累计数"),
            "cumulative = previous + added",
            CUMULATIVE,
            CUMULATIVE,
            CUMULATIVE,
            PREVIOUS,
            ADDED);

    /** A difference: {@code difference = to - from}; that of shares or rates is in percentage points. */
    public static final SumEquation OF_DIFFERENCE = new SumEquation(
            "difference", Label.of("difference", "差额"), "difference = to - from", DIFFERENCE, TO, FROM, TO, DIFFERENCE);

    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);
    private static final Bounds ONE = Bounds.exactly(BigDecimal.ONE);
    private static final RoughBounds NOTHING = RoughBounds.of(ZERO);

    private final String total;

    private SumEquation(String code, Label name, String expression, String judged, String total, String... roles) {
        super(code, name, expression, judged, roles);
        this.total = total;
        if (roles.length == 3) {
            String before = roles[0].equals(total) ? roles[1] : roles[0];
            isSolvedBy(total + " = " + before + " + " + roles[2]);
            isSolvedBy(before + " = " + total + " - " + roles[2]);
            isSolvedBy(roles[2] + " = " + total + " - " + before);
        }
    }

    @Override
    public boolean isOpen() {
        return this == OF_PARTS;
    }

    /** A difference may be below 0, and so may what was added: a stock that fell is told by the same relation. */
    @Override
    public boolean isSigned(String role) {
        return role.equals(DIFFERENCE) || role.equals(ADDED);
    }

    @Override
    public String judged(List<Member> members) {
        String judged = super.judged(members);
        for (Member member : members) {
            if (member.role().equals(judged) && member.constant().isPresent()) {
                return members.get(members.size() - 1).role();
            }
        }
        return judged;
    }

    @Override
    public Units units(Units known) {
        return isOpen() ? known.allAlike() : known.alikeOrPoints(roles().get(2));
    }

    @Override
    public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
        Unit unit =
                terms.unit(terms.names().contains(role) ? role : terms.names().get(0));
        boolean asksForTotal = role.equals(total);
        Bounds rest = asksForTotal ? ZERO : Conversion.in(unit, terms.value(total), arithmetic);
        for (int i = 0; i < terms.names().size(); i++) {
            String part = terms.names().get(i);
            if (!part.equals(role) && !part.equals(total)) {
                Bounds bounds = Conversion.in(unit, terms.values().get(i), arithmetic);
                rest = asksForTotal ? arithmetic.plus(rest, bounds) : arithmetic.minus(rest, bounds);
            }
        }
        return rest;
    }

    @Override
    public List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        if (isMixed(terms)) {
            return List.of();
        }
        Map<String, Bounds> coefficients = new HashMap<>();
        Bounds constant = ZERO;
        for (String role : terms.names()) {
            boolean isTotal = role.equals(total);
            if (unknown.contains(role)) {
                coefficients.put(role, isTotal ? ONE : arithmetic.negated(ONE));
            } else {
                Bounds bounds = terms.bounds(role);
                constant = isTotal ? arithmetic.plus(constant, bounds) : arithmetic.minus(constant, bounds);
            }
        }
        return List.of(new LinearForm(coefficients, constant));
    }

    private static boolean isMixed(Terms terms) {
        Unit unit = terms.values().get(0).unit();
        return terms.values().stream()
                .anyMatch(value -> !value.unit().equals(unit)
                        && (value.unit().kind() != Unit.Kind.COUNT || unit.kind() != Unit.Kind.COUNT));
    }

    /** Solves for each member, if all are in one unit in time proportional to their number. */
    @Override
    public List<Bounds> solveAll(Terms terms, IntPredicate isAsked, BoundsArithmetic arithmetic) {
        if (isMixed(terms)) {
            return super.solveAll(terms, isAsked, arithmetic);
        }
        int size = terms.values().size();
        int totalPlace = terms.names().indexOf(total);
        List<Bounds> before = new ArrayList<>(size);
        Bounds running = ZERO;
        for (int i = 0; i < size; i++) {
            before.add(running);
            running = i == totalPlace
                    ? running
                    : arithmetic.plus(running, terms.values().get(i).bounds());
        }
        Bounds[] solved = new Bounds[size];
        Bounds after = ZERO;
        for (int i = size - 1; i >= 0; i--) {
            if (i == totalPlace) {
                solved[i] = running;
            } else {
                Bounds others = arithmetic.plus(before.get(i), after);
                solved[i] = isAsked.test(i) ? arithmetic.minus(terms.bounds(total), others) : Bounds.all();
                after = arithmetic.plus(terms.values().get(i).bounds(), after);
            }
        }
        return List.of(solved);
    }

    // ---- on doubles ----

    @Override
    public boolean isSolvedRoughly(Units units) {
        Optional<Unit> first = units.all().get(0);
        return units.all().stream().allMatch(unit -> unit.equals(first))
                || units.all().stream().allMatch(Units::isCount);
    }

    @Override
    public RoughBounds solve(String role, RoughTerms terms) {
        int asked = terms.place(role);
        int totalPlace = terms.place(total);
        RoughBounds parts = NOTHING;
        for (int i = 0; i < terms.size(); i++) {
            parts = i == totalPlace || i == asked ? parts : parts.plus(terms.at(i));
        }
        return asked == totalPlace ? parts : terms.at(totalPlace).minus(parts);
    }

    @Override
    public RoughBounds[] solveAll(RoughTerms terms) {
        int totalPlace = terms.place(total);
        RoughBounds[] solved = new RoughBounds[terms.size()];
        RoughBounds before = NOTHING;
        for (int i = 0; i < solved.length; i++) {
            solved[i] = before;
            before = i == totalPlace ? before : before.plus(terms.at(i));
        }
        RoughBounds after = NOTHING;
        for (int i = solved.length - 1; i >= 0; i--) {
            if (i != totalPlace) {
                solved[i] = terms.at(totalPlace).minus(solved[i].plus(after));
                after = terms.at(i).plus(after);
            }
        }
        solved[totalPlace] = before;
        return solved;
    }

    @Override
    public boolean knowsImpossible() {
        return false;
    }
}
