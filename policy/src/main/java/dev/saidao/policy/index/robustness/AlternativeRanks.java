package dev.saidao.policy.index.robustness;

import dev.saidao.policy.index.CompositeResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An index beside alternatives of it, each with a name, and how far ranks shift under them.
 *
 * @since 0.1
 */
public final class AlternativeRanks {

    private final CompositeResult nominal;
    private final String code;
    private final Map<String, CompositeResult> alternatives;

    AlternativeRanks(CompositeResult nominal, String code, Map<String, CompositeResult> alternatives) {
        this.nominal = nominal;
        this.code = nominal.framework().node(code).code();
        this.alternatives = Collections.unmodifiableMap(new LinkedHashMap<>(alternatives));
    }

    /** {@return the result by the recipe itself} */
    public CompositeResult nominal() {
        return nominal;
    }

    /** {@return the code of the index} */
    public String code() {
        return code;
    }

    /** {@return the results of the alternatives, by name} */
    public Map<String, CompositeResult> alternatives() {
        return alternatives;
    }

    /**
     * Returns by how many ranks a unit falls under an alternative.
     *
     * @param name the name of the alternative
     * @param unit the unit
     * @return its rank there less its nominal rank: negative where it does better; empty if it lacks one of the two
     * @throws IllegalArgumentException if there is no such alternative or unit
     */
    public OptionalDouble rankShift(String name, String unit) {
        OptionalDouble there = alternative(name).rank(unit, code);
        OptionalDouble here = nominal.rank(unit, code);
        return there.isPresent() && here.isPresent()
                ? OptionalDouble.of(there.getAsDouble() - here.getAsDouble())
                : OptionalDouble.empty();
    }

    /**
     * Returns by how many ranks units are off their nominal rank on average, whichever way.
     *
     * @param name the name of the alternative
     * @return the mean over the units that have both ranks; empty if none has
     * @throws IllegalArgumentException if there is no such alternative
     */
    public OptionalDouble meanRankShift(String name) {
        alternative(name);
        return units().stream()
                .map(unit -> rankShift(name, unit))
                .flatMapToDouble(OptionalDouble::stream)
                .map(Math::abs)
                .average();
    }

    private List<String> units() {
        return nominal.units();
    }

    private CompositeResult alternative(String name) {
        CompositeResult alternative = alternatives.get(name);
        if (alternative == null) {
            throw new IllegalArgumentException("Alternative must be there: " + name);
        }
        return alternative;
    }
}
