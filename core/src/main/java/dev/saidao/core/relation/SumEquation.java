package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A total and its parts, all of one unit; the total is judged, or the last part if the total is a constant. */
public final class SumEquation extends Equation {

    static final String TOTAL = "total";
    static final String CUMULATIVE = "cumulative";

    /** What there was before. */
    public static final String PREVIOUS = "previous";

    static final String ADDED = "added";

    /** A sum of any number of parts: {@code total = part1 + part2 + …}. */
    public static final SumEquation OF_PARTS =
            new SumEquation("sum", Label.of("sum of parts", "分项之和"), "total = part1 + part2 + …", TOTAL);

    /** A cumulative number: {@code cumulative = previous + added}. */
    public static final SumEquation OVER_TIME = new SumEquation(
            "cumulative",
            Label.of("cumulative number", "累计数"),
            "cumulative = previous + added",
            CUMULATIVE,
            PREVIOUS,
            ADDED);

    private static final Bounds ZERO = Bounds.exactly(BigDecimal.ZERO);

    private final String total;

    private SumEquation(String code, Label name, String expression, String total, String... parts) {
        super(code, name, expression, total, roles(total, parts));
        this.total = total;
        if (parts.length > 0) {
            isSolvedBy("previous = cumulative - added");
            isSolvedBy("added = cumulative - previous");
        }
    }

    private static String[] roles(String total, String... parts) {
        List<String> roles = new ArrayList<>(List.of(total));
        Collections.addAll(roles, parts);
        return roles.toArray(String[]::new);
    }

    @Override
    public boolean isOpen() {
        return this == OF_PARTS;
    }

    @Override
    public String judged(List<Member> members) {
        Member last = members.get(members.size() - 1);
        boolean known = members.stream()
                .anyMatch(member ->
                        member.role().equals(total) && member.constant().isPresent());
        return known ? last.role() : total;
    }

    @Override
    public Units units(Units known) {
        return known.allAlike();
    }

    @Override
    public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
        boolean asksForTotal = role.equals(total);
        Bounds rest = asksForTotal ? ZERO : terms.bounds(total);
        for (int i = 0; i < terms.names().size(); i++) {
            String part = terms.names().get(i);
            if (!part.equals(role) && !part.equals(total)) {
                Bounds bounds = terms.values().get(i).bounds();
                rest = asksForTotal ? arithmetic.plus(rest, bounds) : arithmetic.minus(rest, bounds);
            }
        }
        return rest;
    }

    /** Solves for each member in time proportional to their number. */
    @Override
    public List<Bounds> solveAll(Terms terms, BoundsArithmetic arithmetic) {
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
                solved[i] = arithmetic.minus(terms.bounds(total), others);
                after = arithmetic.plus(terms.values().get(i).bounds(), after);
            }
        }
        return List.of(solved);
    }
}
