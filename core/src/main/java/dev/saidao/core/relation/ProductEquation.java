package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.bounds.RoughTerms;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An equation {@code product = multiplied × (factor + shift)}, whose members are called otherwise. */
abstract class ProductEquation extends Equation {

    private final String multiplied;
    private final String product;
    private final String factor;
    private final Bounds shift;
    private final RoughBounds roughShift;

    ProductEquation(
            String code,
            Label name,
            String expression,
            String judged,
            String multiplied,
            String product,
            String factor,
            int shift) {
        super(code, name, expression, judged, multiplied, product, factor);
        this.multiplied = multiplied;
        this.product = product;
        this.factor = factor;
        this.shift = Bounds.exactly(BigDecimal.valueOf(shift));
        this.roughShift = RoughBounds.of(this.shift);
    }

    @Override
    public final Bounds solve(String role, Terms given, BoundsArithmetic arithmetic) {
        BoundsArithmetic finer = arithmetic.finer();
        Terms terms = Conversion.alike(given, role, finer);
        if (role.equals(factor)) {
            Bounds shifted = finer.timesReverse(terms.bounds(multiplied), terms.bounds(product), Bounds.all());
            return arithmetic.minus(shifted, shift);
        }
        Bounds shifted = finer.plus(terms.bounds(factor), shift);
        return role.equals(product)
                ? arithmetic.times(terms.bounds(multiplied), shifted)
                : arithmetic.timesReverse(shifted, terms.bounds(product), Bounds.all());
    }

    /** Where both factors are unknown, it is one in the first, whatever the second. */
    @Override
    public final List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        if (Conversion.isNeeded(terms)) {
            return List.of();
        }
        Map<String, Bounds> coefficients = new HashMap<>();
        Bounds constant = Bounds.exactly(BigDecimal.ZERO);
        if (unknown.contains(product)) {
            coefficients.put(product, Bounds.exactly(BigDecimal.ONE));
        } else {
            constant = terms.bounds(product);
        }
        Bounds known = terms.bounds(multiplied);
        if (unknown.contains(multiplied)) {
            coefficients.put(multiplied, arithmetic.negated(arithmetic.plus(terms.bounds(factor), shift)));
        } else if (unknown.contains(factor)) {
            coefficients.put(factor, arithmetic.negated(known));
            constant = arithmetic.minus(constant, arithmetic.times(known, shift));
        } else {
            Bounds shifted = arithmetic.plus(terms.bounds(factor), shift);
            constant = arithmetic.minus(constant, arithmetic.times(known, shifted));
        }
        return List.of(new LinearForm(coefficients, constant));
    }

    // ---- on doubles ----

    @Override
    public boolean isSolvedRoughly(Units units) {
        return units.all().stream()
                        .flatMap(Optional::stream)
                        .filter(unit -> unit.kind() == Unit.Kind.PHYSICAL)
                        .distinct()
                        .count()
                <= 1;
    }

    @Override
    public RoughBounds solve(String role, RoughTerms terms) {
        if (role.equals(factor)) {
            return terms.bounds(product).dividedBy(terms.bounds(multiplied)).minus(roughShift);
        }
        RoughBounds shifted = terms.bounds(factor).plus(roughShift);
        return role.equals(product)
                ? terms.bounds(multiplied).times(shifted)
                : terms.bounds(product).dividedBy(shifted);
    }

    @Override
    public boolean knowsImpossible() {
        return false;
    }
}
