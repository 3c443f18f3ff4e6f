package dev.saidao.forecasting.uncertainty;

import dev.saidao.core.internal.Parallel;
import dev.saidao.core.internal.Require;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Variance;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Computes with uncertain numbers.
 *
 * <p>Products and powers of lognormal numbers are lognormal, and sums and multiples of normal numbers normal, correlated or not: these
 * are closed forms. Everything else is simulated. A run depends on seed and its own number alone, so that the result is the same to the
 * last bit on any number of threads.
 *
 * <p>Correlations are those of the normal numbers behind the distributions (a Gaussian copula): for lognormal numbers those of
 * their logarithms.
 *
 * @since 0.1
 */
public final class UncertaintyCalculator {

    /** The largest number of runs. */
    public static final int MAX_RUNS = 10_000_000;

    private static final int DEFAULT_RUNS = 100_000;
    private static final int BLOCK = 1_000;
    private static final UncertaintyCalculator DEFAULTS =
            new UncertaintyCalculator(0, DEFAULT_RUNS, Runtime.getRuntime().availableProcessors(), Map.of());

    private final long seed;
    private final int runs;
    private final int threads;
    private final Map<Pair, Double> correlations;

    /** Two names, the earlier one first. */
    private record Pair(String one, String other) {

        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private UncertaintyCalculator(long seed, int runs, int threads, Map<Pair, Double> correlations) {
        this.seed = seed;
        this.runs = runs;
        this.threads = threads;
        this.correlations = correlations;
    }

    /** {@return the calculator with 100,000 runs, seed 0, a thread for each processor, and nothing correlated} */
    public static UncertaintyCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the calculator with another seed.
     *
     * @param seed the seed
     * @return the calculator
     */
    public UncertaintyCalculator withSeed(long seed) {
        return new UncertaintyCalculator(seed, runs, threads, correlations);
    }

    /**
     * Returns the calculator with another number of runs.
     *
     * @param runs the number, 2 to {@value #MAX_RUNS}
     * @return the calculator
     * @throws IllegalArgumentException if the number is out of range
     */
    public UncertaintyCalculator withRuns(int runs) {
        Require.between(runs, 2, MAX_RUNS, "Runs");
        return new UncertaintyCalculator(seed, runs, threads, correlations);
    }

    /**
     * Returns the calculator with another number of threads, which changes nothing but the time it takes.
     *
     * @param threads the number of threads, 1 or more
     * @return the calculator
     * @throws IllegalArgumentException if the number is below 1
     */
    public UncertaintyCalculator withThreads(int threads) {
        Require.atLeast(threads, 1, "Threads");
        return new UncertaintyCalculator(seed, runs, threads, correlations);
    }

    /**
     * Returns the calculator with two correlated numbers.
     *
     * @param one the name of a number
     * @param other the name of another number
     * @param correlation the correlation of the normal numbers behind them, -1 to 1
     * @return the calculator
     * @throws IllegalArgumentException if the names are the same or the correlation is out of range
     */
    public UncertaintyCalculator withCorrelation(String one, String other, double correlation) {
        Require.that(!one.equals(other), "Correlation must be of two numbers: %s", one);
        Require.that(Math.abs(correlation) <= 1, "Correlation must be -1 to 1: %s", correlation);
        Map<Pair, Double> more = new LinkedHashMap<>(correlations);
        more.put(Pair.of(one, other), correlation);
        return new UncertaintyCalculator(seed, runs, threads, more);
    }

    /**
     * Computes what follows for a number.
     *
     * @param number the number
     * @return its outcome
     * @throws IllegalArgumentException if two numbers of one name are not the same; if the correlations contradict each other; if a
     *     run has no finite value, such as a quotient by 0
     */
    public Outcome outcome(Uncertain number) {
        Map<String, Shape> variables = number.variables();
        double[][] matrix = matrix(List.copyOf(variables.keySet()));
        Optional<Linear> logarithmic = linear(number, true);
        Optional<Linear> plain = logarithmic.isPresent() ? Optional.empty() : linear(number, false);
        Optional<Linear> linear = logarithmic.or(() -> plain);
        return linear.isPresent()
                ? closed(number, linear.get(), variables, matrix, logarithmic.isPresent())
                : simulated(number, variables, matrix);
    }

    // ---- closed forms ----

    /** A sum of multiples of normal numbers; in logarithms for products. */
    private record Linear(double constant, Map<String, Double> multiples) {

        Linear plus(Linear other) {
            Map<String, Double> sum = new LinkedHashMap<>(multiples);
            other.multiples.forEach((name, multiple) -> sum.merge(name, multiple, Double::sum));
            return new Linear(constant + other.constant, sum);
        }

        Linear times(double factor) {
            Map<String, Double> product = new LinkedHashMap<>(multiples);
            product.replaceAll((name, multiple) -> factor * multiple);
            return new Linear(factor * constant, product);
        }
    }

    private static Optional<Linear> linear(Uncertain number, boolean isLogarithmic) {
        List<Uncertain> operands = number.operands();
        return switch (number.operation()) {
            case VARIABLE ->
                number.shape() instanceof Shape.Normal normal && normal.isLogarithmic() == isLogarithmic
                        ? Optional.of(new Linear(0, Map.of(number.name(), 1.0)))
                        : Optional.empty();
            case CONSTANT -> {
                double value = number.constant();
                if (isLogarithmic) {
                    yield value > 0 ? Optional.of(new Linear(Math.log(value), Map.of())) : Optional.empty();
                }
                yield Optional.of(new Linear(value, Map.of()));
            }
            case SUM -> isLogarithmic ? Optional.empty() : both(operands);
            case PRODUCT -> isLogarithmic ? bothLogarithmic(operands) : multiple(operands);
            case POWER ->
                isLogarithmic
                        ? linear(operands.get(0), true).map(base -> base.times(number.constant()))
                        : Optional.empty();
        };
    }

    private static Optional<Linear> both(List<Uncertain> operands) {
        return linear(operands.get(0), false)
                .flatMap(first -> linear(operands.get(1), false).map(first::plus));
    }

    private static Optional<Linear> bothLogarithmic(List<Uncertain> operands) {
        return linear(operands.get(0), true)
                .flatMap(first -> linear(operands.get(1), true).map(first::plus));
    }

    private static Optional<Linear> multiple(List<Uncertain> operands) {
        Optional<Linear> first = linear(operands.get(0), false);
        Optional<Linear> second = linear(operands.get(1), false);
        if (first.isPresent() && second.isPresent()) {
            if (first.get().multiples().isEmpty()) {
                return second.map(linear -> linear.times(first.get().constant()));
            }
            if (second.get().multiples().isEmpty()) {
                return first.map(linear -> linear.times(second.get().constant()));
            }
        }
        return Optional.empty();
    }

    private static Outcome closed(
            Uncertain number, Linear linear, Map<String, Shape> variables, double[][] matrix, boolean isLogarithmic) {
        List<String> names = List.copyOf(variables.keySet());
        double location = linear.constant();
        double[] spreads = new double[names.size()];
        for (int i = 0; i < spreads.length; i++) {
            double multiple = linear.multiples().getOrDefault(names.get(i), 0.0);
            Shape.Normal normal = (Shape.Normal) variables.get(names.get(i));
            location += multiple * (normal == null ? 0 : normal.location());
            spreads[i] = multiple * (normal == null ? 0 : normal.scale());
        }
        double[] parts = new double[spreads.length];
        double variance = 0;
        for (int i = 0; i < parts.length; i++) {
            for (int j = 0; j < parts.length; j++) {
                parts[i] += spreads[i] * spreads[j] * matrix[i][j];
            }
            variance += parts[i];
        }
        Map<String, Double> contributions = new LinkedHashMap<>();
        for (int i = 0; i < parts.length && variance > 0; i++) {
            contributions.put(names.get(i), parts[i] / variance);
        }
        return Outcome.closed(
                number, new Shape.Normal(location, Math.sqrt(Math.max(0, variance)), isLogarithmic), contributions);
    }

    // ---- simulation ----

    private double[][] matrix(List<String> names) {
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = i == j ? 1 : correlations.getOrDefault(Pair.of(names.get(i), names.get(j)), 0.0);
            }
        }
        return matrix;
    }

    /** The root by which independent normal numbers become correlated. */
    private static double[][] root(double[][] matrix) {
        if (matrix.length == 0) {
            return matrix;
        }
        try {
            // numbers that are wholly correlated leave a matrix that is positive but for rounding
            double[][] eased = new double[matrix.length][];
            for (int i = 0; i < matrix.length; i++) {
                eased[i] = matrix[i].clone();
                eased[i][i] += 1e-12;
            }
            return new CholeskyDecomposition(new Array2DRowRealMatrix(eased, false), 1e-12, 0)
                    .getL()
                    .getData();
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    "Correlations must not contradict each other: " + Arrays.deepToString(matrix), e);
        }
    }

    private Outcome simulated(Uncertain number, Map<String, Shape> variables, double[][] matrix) {
        List<String> names = List.copyOf(variables.keySet());
        Shape[] shapes = variables.values().toArray(new Shape[0]);
        Map<String, Integer> places = new LinkedHashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        double[][] root = root(matrix);
        boolean isIndependent = IntStream.range(0, matrix.length)
                .allMatch(i -> IntStream.range(0, i).allMatch(j -> matrix[i][j] == 0));
        boolean hasContributions = isIndependent && shapes.length > 0;
        double[] values = new double[runs];
        // with one number drawn anew, for the total effect of it
        double[][] other = new double[hasContributions ? shapes.length : 0][runs];
        Parallel.forEach((runs + BLOCK - 1) / BLOCK, threads, block -> {
            UniformRandomProvider random = generator(block);
            int end = Math.min(runs, (block + 1) * BLOCK);
            double[] drawn = new double[shapes.length];
            double[] mixed = new double[shapes.length];
            for (int run = block * BLOCK; run < end; run++) {
                if (isIndependent) {
                    for (int i = 0; i < drawn.length; i++) {
                        drawn[i] = shapes[i].drawn(uniform(random));
                    }
                } else {
                    draw(random, root, shapes, drawn);
                }
                values[run] = number.at(places, drawn);
                for (int i = 0; i < other.length; i++) {
                    System.arraycopy(drawn, 0, mixed, 0, drawn.length);
                    mixed[i] = shapes[i].drawn(uniform(random));
                    other[i][run] = number.at(places, mixed);
                }
            }
        });
        requireFinite(number, values);
        for (double[] mixed : other) {
            requireFinite(number, mixed);
        }
        Map<String, Double> contributions = new LinkedHashMap<>();
        double variance = Variance.of(values).getAsDouble();
        for (int i = 0; i < other.length && variance > 0; i++) {
            double sum = 0;
            for (int run = 0; run < runs; run++) {
                sum += (values[run] - other[i][run]) * (values[run] - other[i][run]);
            }
            contributions.put(names.get(i), sum / (2.0 * runs) / variance);
        }
        return Outcome.simulated(number, values, variance, contributions);
    }

    private static void requireFinite(Uncertain number, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Value of " + number + " must be finite in every run: " + value);
            }
        }
    }

    private static void draw(UniformRandomProvider random, double[][] root, Shape[] shapes, double[] drawn) {
        double[] normal = new double[shapes.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = Shape.normalQuantile(uniform(random));
        }
        for (int i = 0; i < normal.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += root[i][j] * normal[j];
            }
            drawn[i] = shapes[i].at(sum);
        }
    }

    /** A number above 0 and below 1. */
    private static double uniform(UniformRandomProvider random) {
        double uniform = random.nextDouble();
        while (uniform == 0) {
            uniform = random.nextDouble();
        }
        return uniform;
    }

    private UniformRandomProvider generator(int block) {
        // two words of seed for two words of state; the library mixes them
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {seed, 0x9E3779B97F4A7C15L * (block + 1)});
    }
}
