package dev.saidao.policy.index.robustness;

import dev.saidao.core.internal.Parallel;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.weighting.Weighting;
import dev.saidao.policy.internal.Places;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Asks how far the ranks of a composite index rest on the choices behind it: by simulation, by variance-based indices, under
 * other weights, and with each indicator left out.
 *
 * <p>Everything that is drawn comes from the seed and the number of the run alone, so that the result is the same to the last
 * bit on any number of threads.
 *
 * <p>Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 8; Saisana, Saltelli and Tarantola (2005),
 * "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators".
 *
 * @since 0.1
 */
public final class RobustnessCalculator {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final RobustnessCalculator DEFAULTS =
            new RobustnessCalculator(Runtime.getRuntime().availableProcessors());

    private final int threads;

    private RobustnessCalculator(int threads) {
        this.threads = threads;
    }

    /** {@return the calculator, with a thread for each processor} */
    public static RobustnessCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the calculator with another number of threads, which changes nothing but the time it takes.
     *
     * @param threads the number of threads, 1 or more
     * @return the calculator
     * @throws IllegalArgumentException if the number is below 1
     */
    public RobustnessCalculator withThreads(int threads) {
        Require.that(threads >= 1, "Threads must be 1 or more: %s", threads);
        return new RobustnessCalculator(threads);
    }

    /**
     * Computes the ranks of an index under choices that are drawn.
     *
     * @param nominal the index by its recipe
     * @param plan what is varied
     * @param code the code of the index
     * @return the ranks in all runs
     * @throws IllegalArgumentException as {@link CompositeCalculator#calculate}, for each alternative; if there is no such
     *     index; if runs times units are more than 500 million
     */
    public Robustness simulate(CompositeResult nominal, RobustnessPlan plan, String code) {
        IndexRuns runs = new IndexRuns(nominal, plan, code);
        List<String> units = nominal.units();
        Robustness.requireSize(plan.runs(), units.size());
        float[][] ranks = new float[units.size()][plan.runs()];
        Parallel.forEach(plan.runs(), threads, run -> {
            double[] ofRun = runs.ranks(draws(plan.seed(), run));
            for (int unit = 0; unit < ofRun.length; unit++) {
                ranks[unit][run] = (float) ofRun[unit];
            }
        });
        return new Robustness(nominal, code, ranks);
    }

    /**
     * Splits the variance of the mean rank shift between the choices that are varied.
     *
     * @param nominal the index by its recipe
     * @param plan what is varied; for k choices {@code runs (k + 2)} indices are computed
     * @param code the code of the index
     * @return the indices of each choice
     * @throws IllegalArgumentException as {@link #simulate}; if nothing is varied; if there are fewer than two runs; if no unit
     *     has a rank by the recipe
     */
    public VarianceShares varianceShares(CompositeResult nominal, RobustnessPlan plan, String code) {
        double[] before = Robustness.ranks(nominal, code);
        return varianceShares(nominal, plan, code, ranks -> meanShift(ranks, before));
    }

    /**
     * Splits the variance of the rank of one unit between the choices that are varied.
     *
     * @param nominal the index by its recipe
     * @param plan what is varied; for k choices {@code runs (k + 2)} indices are computed
     * @param code the code of the index
     * @param unit the unit
     * @return the indices of each choice
     * @throws IllegalArgumentException as the other method; if there is no such unit; if it has no rank in some run
     */
    public VarianceShares varianceShares(CompositeResult nominal, RobustnessPlan plan, String code, String unit) {
        int place = new Places("Unit", nominal.units()).of(unit);
        return varianceShares(nominal, plan, code, ranks -> {
            if (Double.isNaN(ranks[place])) {
                throw new IllegalArgumentException("Unit must have a rank in every run: " + unit);
            }
            return ranks[place];
        });
    }

    /** A number that says something about the ranks of a run. */
    @FunctionalInterface
    private interface Output {
        double of(double[] ranks);
    }

    /**
     * Splits the variance of the mean rank shift between the choices that are varied, on draws that are given: a Sobol' sequence, or
     * the sample of another program.
     *
     * @param nominal the index by its recipe
     * @param plan what is varied; its runs are not looked at, its seed only for the bootstrap intervals
     * @param code the code of the index
     * @param sample the draws, of exactly the choices that are varied
     * @return the indices of each choice
     * @throws IllegalArgumentException as the other methods; if the sample is of other choices
     */
    public VarianceShares varianceShares(
            CompositeResult nominal, RobustnessPlan plan, String code, SobolSample sample) {
        double[] before = Robustness.ranks(nominal, code);
        IndexRuns runs = new IndexRuns(nominal, plan, code);
        sample.requireChoices(runs.factors());
        return varianceShares(
                runs, plan, sample.runs(), sample::first, sample::second, ranks -> meanShift(ranks, before));
    }

    private VarianceShares varianceShares(CompositeResult nominal, RobustnessPlan plan, String code, Output output) {
        return varianceShares(
                new IndexRuns(nominal, plan, code),
                plan,
                plan.runs(),
                run -> draws(plan.seed(), 2L * run),
                run -> draws(plan.seed(), 2L * run + 1),
                output);
    }

    private VarianceShares varianceShares(
            IndexRuns runs,
            RobustnessPlan plan,
            int count,
            IntFunction<Map<RobustnessPlan.Factor, Long>> first,
            IntFunction<Map<RobustnessPlan.Factor, Long>> second,
            Output output) {
        List<RobustnessPlan.Factor> factors = runs.factors();
        Require.that(!factors.isEmpty(), "Something must be varied: %s", plan);
        double[] ofA = new double[count];
        double[] ofB = new double[count];
        double[][] mixed = new double[factors.size()][count];
        Parallel.forEach(count, threads, run -> {
            Map<RobustnessPlan.Factor, Long> a = first.apply(run);
            Map<RobustnessPlan.Factor, Long> b = second.apply(run);
            ofA[run] = output.of(runs.ranks(a));
            ofB[run] = output.of(runs.ranks(b));
            for (int factor = 0; factor < factors.size(); factor++) {
                Map<RobustnessPlan.Factor, Long> other = new EnumMap<>(a);
                other.put(factors.get(factor), b.getOrDefault(factors.get(factor), 0L));
                mixed[factor][run] = output.of(runs.ranks(other));
            }
        });
        return VarianceShares.of(factors, ofA, ofB, mixed, plan.seed());
    }

    /**
     * Computes the index under other weights.
     *
     * @param nominal the index by its recipe
     * @param code the code of the index
     * @param weights sets of weights, each with a name, by the codes of nodes; a node that is not named keeps its own
     * @return the results, with the names of the sets, as given weights whatever the recipe has
     * @throws IllegalArgumentException as {@link CompositeCalculator#calculate} and {@link IndicatorFramework#weighted}; if
     *     there is no such index
     */
    public AlternativeRanks underWeights(
            CompositeResult nominal, String code, Map<String, Map<String, Double>> weights) {
        CompositeRecipe given = nominal.recipe().withWeighting(Weighting.GIVEN);
        Map<String, CompositeResult> alternatives = new LinkedHashMap<>();
        weights.forEach((name, set) ->
                alternatives.put(name, COMPOSITE.calculate(nominal.framework().weighted(set), nominal.table(), given)));
        return new AlternativeRanks(nominal, code, alternatives);
    }

    /**
     * Computes the index without each of the nodes below it.
     *
     * @param nominal the index by its recipe
     * @param code the code of the index
     * @return the results, by the code of what was left out; an only child is not left out, since its parent is, and neither is
     *     a child without which no weight is left
     * @throws IllegalArgumentException as {@link CompositeCalculator#calculate}; if there is no such index
     */
    public AlternativeRanks leaveOneOut(CompositeResult nominal, String code) {
        IndicatorFramework framework = nominal.framework();
        IndicatorTable table = nominal.table();
        Map<String, CompositeResult> alternatives = new LinkedHashMap<>();
        for (String out : framework.below(code)) {
            if (!out.equals(code) && isSpare(framework, out)) {
                IndicatorFramework less = framework.without(out);
                Set<String> needed = less.columns();
                List<String> columns =
                        table.columns().stream().filter(needed::contains).toList();
                alternatives.put(out, COMPOSITE.calculate(less, table.select(columns), nominal.recipe()));
            }
        }
        return new AlternativeRanks(nominal, code, alternatives);
    }

    private static boolean isSpare(IndicatorFramework framework, String out) {
        return framework.children(framework.node(out).parent().orElseThrow()).stream()
                .anyMatch(sibling ->
                        !sibling.code().equals(out) && sibling.weight().signum() > 0);
    }

    static double meanShift(double[] ranks, double[] nominal) {
        double sum = 0;
        int count = 0;
        for (int unit = 0; unit < ranks.length; unit++) {
            if (!Double.isNaN(ranks[unit]) && !Double.isNaN(nominal[unit])) {
                sum += Math.abs(ranks[unit] - nominal[unit]);
                count++;
            }
        }
        Require.that(count > 0, "A unit must have a rank in every run: 0");
        return sum / count;
    }

    /** What is drawn in a run; from the seed and the number of the run alone. */
    private static Map<RobustnessPlan.Factor, Long> draws(long seed, long run) {
        SplittableRandom random = new SplittableRandom(seed ^ (run + 1) * GOLDEN);
        Map<RobustnessPlan.Factor, Long> draws = new EnumMap<>(RobustnessPlan.Factor.class);
        for (RobustnessPlan.Factor factor : RobustnessPlan.Factor.values()) {
            draws.put(factor, random.nextLong());
        }
        return draws;
    }
}
