package dev.saidao.policy.index;

import dev.saidao.policy.index.ranking.TieRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Between what ends the scores and ranks of units lie, whatever the values are that are not known. The cells of different units
 * are free of each other, and some values lead to each end of a score, or come as near to it as one likes. So it is with ranks
 * under goalposts; under min-max, where one value moves the scores of all, the ends of ranks may be wider than need be.
 *
 * @since 0.1
 */
public final class CompositeBounds {

    private final CompositeResult lowest;
    private final CompositeResult highest;
    private final Map<String, double[]> sortedLowest;
    private final Map<String, double[]> sortedHighest;

    CompositeBounds(CompositeResult lowest, CompositeResult highest) {
        this.lowest = lowest;
        this.highest = highest;
        this.sortedLowest = sorted(lowest);
        this.sortedHighest = sorted(highest);
    }

    /**
     * Returns the lowest score that a unit can have: the one it has if every missing value is as bad as can be.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the score; empty if no unit can be told from another there
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalDouble lowest(String unit, String code) {
        return lowest.score(unit, code);
    }

    /**
     * Returns the highest score that a unit can have.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the score; empty if no unit can be told from another there
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalDouble highest(String unit, String code) {
        return highest.score(unit, code);
    }

    /**
     * Returns the best rank that a unit can have: 1 and the number of others that are above it in any case.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the rank by {@link TieRule#MIN}; empty if there is no score
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalInt bestRank(String unit, String code) {
        double own = highest(unit, code).orElse(Double.NaN);
        return rank(unit, code, sortedLowest, own, false);
    }

    /**
     * Returns the worst rank that a unit can have: 1 and the number of others that can be above it.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @return the rank by {@link TieRule#MIN}; empty if there is no score
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalInt worstRank(String unit, String code) {
        double own = lowest(unit, code).orElse(Double.NaN);
        return rank(unit, code, sortedHighest, own, highest(unit, code).orElse(own) > own);
    }

    private OptionalInt rank(String unit, String code, Map<String, double[]> sorted, double own, boolean isOneOfThem) {
        if (lowest(unit, code).isEmpty()) {
            return OptionalInt.empty();
        }
        double[] scores = Objects.requireNonNull(sorted.get(code), code);
        int place = Arrays.binarySearch(scores, own);
        int above = place < 0 ? -place - 1 : place;
        while (above < scores.length && scores[above] <= own) {
            above++;
        }
        return OptionalInt.of(1 + scores.length - above - (isOneOfThem ? 1 : 0));
    }

    private static Map<String, double[]> sorted(CompositeResult result) {
        Map<String, double[]> sorted = new HashMap<>();
        for (IndicatorNode node : result.framework().nodes()) {
            sorted.put(
                    node.code(),
                    result.units().stream()
                            .map(unit -> result.score(unit, node.code()))
                            .flatMapToDouble(OptionalDouble::stream)
                            .sorted()
                            .toArray());
        }
        return sorted;
    }

    /**
     * What a cell of which nothing is known may be, for bounds of scores.
     *
     * @since 0.1
     */
    public enum MissingRange {
        /** Any number at all. */
        UNLIMITED,
        /** A number that leaves lowest and highest value of the indicator to the units of which something is known. */
        OBSERVED
    }
}
