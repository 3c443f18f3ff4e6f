package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many there are of every n: {@code count = population × density / n}, with n the "per n" of the density, which is judged.
 *
 * <p>Count and population are called by nouns of their own, which need not be those of the density: of the persons of a city so
 * many per 10,000 employed.
 *
 * @since 0.1
 */
public final class DensityEquation extends Equation {

    /** What it is counted in. */
    public static final String POPULATION = "population";

    /** What is counted. */
    public static final String COUNT = "count";

    /** How many there are of every n. */
    public static final String DENSITY = "density";

    /** The one equation of its kind. */
    public static final DensityEquation INSTANCE = new DensityEquation();

    private DensityEquation() {
        super(
                "density",
                Label.of("density per n", "每n人中的数量"),
                "count = population × density / n",
                DENSITY,
                POPULATION,
                COUNT,
                DENSITY);
        isSolvedBy("density = count / population × n");
        isSolvedBy("population = count / density × n");
    }

    @Override
    public Units units(Units known) {
        known.require(POPULATION, Unit.Kind.COUNT)
                .require(COUNT, Unit.Kind.COUNT)
                .require(DENSITY, Unit.Kind.DENSITY);
        Optional<Unit> density = known.of(DENSITY);
        return density.isEmpty()
                ? known
                : known.orElse(POPULATION, Unit.count(density.get().base().orElseThrow()))
                        .orElse(COUNT, Unit.count(density.get().thing().orElseThrow()));
    }

    @Override
    public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
        BoundsArithmetic finer = arithmetic.finer();
        Bounds n = SameEquation.perN(terms.unit(DENSITY));
        return switch (role) {
            case COUNT -> arithmetic.dividedBy(finer.times(terms.bounds(POPULATION), terms.bounds(DENSITY)), n);
            case POPULATION ->
                arithmetic.timesReverse(terms.bounds(DENSITY), finer.times(terms.bounds(COUNT), n), Bounds.all());
            default ->
                arithmetic.timesReverse(terms.bounds(POPULATION), finer.times(terms.bounds(COUNT), n), Bounds.all());
        };
    }

    /** Where population and density are unknown, it is one in the population, whatever the density. */
    @Override
    public List<LinearForm> linear(Set<String> unknown, Terms terms, BoundsArithmetic arithmetic) {
        Bounds n = SameEquation.perN(terms.unit(DENSITY));
        Map<String, Bounds> coefficients = new HashMap<>();
        Bounds constant = Bounds.exactly(BigDecimal.ZERO);
        if (unknown.contains(COUNT)) {
            coefficients.put(COUNT, n);
        } else {
            constant = arithmetic.times(terms.bounds(COUNT), n);
        }
        if (unknown.contains(POPULATION)) {
            coefficients.put(POPULATION, arithmetic.negated(terms.bounds(DENSITY)));
        } else if (unknown.contains(DENSITY)) {
            coefficients.put(DENSITY, arithmetic.negated(terms.bounds(POPULATION)));
        } else {
            constant = arithmetic.minus(constant, arithmetic.times(terms.bounds(POPULATION), terms.bounds(DENSITY)));
        }
        return List.of(new LinearForm(coefficients, constant));
    }

    @Override
    public boolean knowsImpossible() {
        return false;
    }
}
