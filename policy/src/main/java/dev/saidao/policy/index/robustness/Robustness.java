package dev.saidao.policy.index.robustness;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.internal.Places;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * The ranks of units in the runs of a simulation. What is said of a unit is said of the runs in which it has a rank.
 *
 * @since 0.1
 */
public final class Robustness {

    private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);
    private static final long MOST = 500_000_000;

    private final CompositeResult nominal;
    private final String code;
    private final Places places;
    private final double[] nominalRanks;
    /** By unit, ascending; runs without a rank are left out. */
    private final float[][] ranks;

    private final int runs;

    Robustness(CompositeResult nominal, String code, float[][] ranks) {
        this.nominal = nominal;
        this.code = code;
        this.places = new Places("Unit", nominal.units());
        this.nominalRanks = ranks(nominal, code);
        this.runs = ranks.length == 0 ? 0 : ranks[0].length;
        this.ranks = new float[ranks.length][];
        for (int unit = 0; unit < ranks.length; unit++) {
            float[] sorted = ranks[unit];
            Arrays.sort(sorted); // NaN comes last
            int count = sorted.length;
            while (count > 0 && Float.isNaN(sorted[count - 1])) {
                count--;
            }
            this.ranks[unit] = count == sorted.length ? sorted : Arrays.copyOf(sorted, count);
        }
    }

    /** The ranks by a result, NaN where there is none. */
    static double[] ranks(CompositeResult result, String code) {
        return result.units().stream()
                .mapToDouble(unit -> result.rank(unit, code).orElse(Double.NaN))
                .toArray();
    }

    static void requireSize(int runs, int units) {
        Require.that((long) runs * units <= MOST, "Runs times units must be up to %s: %s", MOST, (long) runs * units);
    }

    /** {@return the result by the recipe itself} */
    public CompositeResult nominal() {
        return nominal;
    }

    /** {@return the code of the index} */
    public String code() {
        return code;
    }

    /** {@return the units, in the order of the table} */
    public List<String> units() {
        return nominal.units();
    }

    /** {@return the number of runs} */
    public int runs() {
        return runs;
    }

    /**
     * Returns in how many runs a unit has a rank.
     *
     * @param unit the unit
     * @return the number, 0 to {@link #runs}
     * @throws IllegalArgumentException if there is no such unit
     */
    public int rankedRuns(String unit) {
        return ranks(unit).length;
    }

    /**
     * Returns the median of the ranks of a unit.
     *
     * @param unit the unit
     * @return the median; empty if it has no rank in any run
     * @throws IllegalArgumentException if there is no such unit
     */
    public OptionalDouble medianRank(String unit) {
        return rankQuantile(unit, 0.5);
    }

    /**
     * Returns a quantile of the ranks of a unit: between the two ranks beside it, in proportion (type 7 of Hyndman and Fan
     * 1996, as R does).
     *
     * @param unit the unit
     * @param share the share of runs below it, 0 to 1, such as 0.05
     * @return the quantile; empty if it has no rank in any run
     * @throws IllegalArgumentException if there is no such unit; if the share is out of range
     */
    public OptionalDouble rankQuantile(String unit, double share) {
        Require.that(share >= 0 && share <= 1, "Share must be 0 to 1: %s", share);
        float[] ofUnit = ranks(unit);
        if (ofUnit.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(QUANTILE.evaluate(ofUnit.length, run -> ofUnit[run], share));
    }

    /**
     * Returns by how many ranks a unit is off its nominal rank on average, whichever way.
     *
     * @param unit the unit
     * @return the mean, 0 or more; empty if it has no nominal rank, or no rank in any run
     * @throws IllegalArgumentException if there is no such unit
     */
    public OptionalDouble meanRankShift(String unit) {
        double own = nominalRanks[places.of(unit)];
        float[] ofUnit = ranks(unit);
        if (Double.isNaN(own) || ofUnit.length == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (float rank : ofUnit) {
            sum += Math.abs(rank - own);
        }
        return OptionalDouble.of(sum / ofUnit.length);
    }

    /** {@return the mean of {@link #meanRankShift(String)} over the units that have one; empty if none has} */
    public OptionalDouble meanRankShift() {
        return units().stream()
                .map(this::meanRankShift)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /**
     * Returns in what share of all runs a unit is among the best.
     *
     * @param unit the unit
     * @param best how many ranks are the best ones, 1 or more
     * @return the share of runs with a rank up to that number, 0 to 1
     * @throws IllegalArgumentException if there is no such unit; if the number is below 1
     */
    public double chanceOfTop(String unit, int best) {
        Require.that(best >= 1, "Number of best ranks must be 1 or more: %s", best);
        int count = 0;
        for (float rank : ranks(unit)) {
            count += rank <= best ? 1 : 0;
        }
        return (double) count / runs;
    }

    private float[] ranks(String unit) {
        return ranks[places.of(unit)];
    }
}
