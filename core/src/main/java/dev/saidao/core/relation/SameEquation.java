package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
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
import java.util.function.Function;

/** One fact printed more than once (同一事实), shares and densities included, which differ by their n; the last is judged. */
final class SameEquation extends Equation {

    static final SameEquation INSTANCE = new SameEquation();

    private SameEquation() {
        super("same", Label.of("the same fact", "同一事实"), "number1 = number2 = …", "");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public Units units(Units known) {
        boolean shares = known.all().stream()
                .flatMap(Optional::stream)
                .allMatch(unit -> unit.kind() == Unit.Kind.SHARE || unit.kind() == Unit.Kind.DENSITY);
        return shares ? known : known.allAlike();
    }

    @Override
    public Bounds solve(String role, Terms given, BoundsArithmetic arithmetic) {
        Terms terms = Conversion.alike(given, role, arithmetic.finer());
        Bounds n = perN(terms.unit(role));
        Bounds common = Bounds.all();
        for (String other : terms.names()) {
            if (!other.equals(role)) {
                common = common.intersection(scaled(terms.bounds(other), n, perN(terms.unit(other)), arithmetic));
            }
        }
        return common;
    }

    /** Each is to the first as their parts are. */
    static List<LinearForm> proportions(
            Set<String> unknown, Terms terms, Function<String, Bounds> part, BoundsArithmetic arithmetic) {
        if (Conversion.isNeeded(terms)) {
            return List.of();
        }
        List<LinearForm> forms = new ArrayList<>();
        String first = terms.names().get(0);
        for (String role : terms.names().subList(1, terms.names().size())) {
            Map<String, Bounds> coefficients = new HashMap<>();
            Bounds constant = Bounds.exactly(BigDecimal.ZERO);
            Bounds ofFirst = part.apply(role);
            Bounds ofOther = arithmetic.negated(part.apply(first));
            if (unknown.contains(first)) {
                coefficients.put(first, ofFirst);
            } else {
                constant = arithmetic.times(terms.bounds(first), ofFirst);
            }
            if (unknown.contains(role)) {
                coefficients.put(role, ofOther);
            } else {
                constant = arithmetic.plus(constant, arithmetic.times(terms.bounds(role), ofOther));
            }
            forms.add(new LinearForm(coefficients, constant));
        }
        return forms;
    }

    @Override
    public List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        return proportions(unknown, terms, role -> perN(terms.unit(role)), arithmetic);
    }

    /** The n of "per n"; 1 for other units. */
    static Bounds perN(Unit unit) {
        return Bounds.exactly(unit.per().map(BigDecimal::valueOf).orElse(BigDecimal.ONE));
    }

    /** {@code bounds × part / other}. */
    static Bounds scaled(Bounds bounds, Bounds part, Bounds other, BoundsArithmetic arithmetic) {
        return part.equals(other)
                ? bounds
                : arithmetic.dividedBy(arithmetic.finer().times(bounds, part), other);
    }
}
