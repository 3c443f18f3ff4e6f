package dev.saidao.samples.benchmarks;

import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One index of 51 units and 49 indicators in 7 groups, min-max and arithmetic means, with the ranks of the
 * index, beside a plain loop over arrays without names, statuses and missing values.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CompositeBenchmark {

    private static final int UNITS = 51;
    private static final int INDICATORS = 49;
    private static final int GROUPS = 7;

    private final double[][] values = values();
    private final IndicatorFramework framework = framework();
    private final IndicatorTable table = table(values);

    private static double[][] values() {
        Random random = new Random(20260327);
        double[][] values = new double[INDICATORS][UNITS];
        for (double[] column : values) {
            Arrays.setAll(column, unit -> 100 * random.nextDouble());
        }
        return values;
    }

    private static IndicatorFramework framework() {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code("index").build());
        for (int group = 0; group < GROUPS; group++) {
            nodes.add(IndicatorNode.builder().code("g" + group).parent("index").build());
        }
        for (int i = 0; i < INDICATORS; i++) {
            nodes.add(IndicatorNode.builder()
                    .code("i" + i)
                    .parent("g" + i % GROUPS)
                    .build());
        }
        return IndicatorFramework.of(nodes);
    }

    private static IndicatorTable table(double[][] values) {
        IndicatorTable.Builder table = IndicatorTable.builder(
                IntStream.range(0, INDICATORS).mapToObj(i -> "i" + i).toList());
        for (int unit = 0; unit < UNITS; unit++) {
            table.unit("u" + unit);
            for (int i = 0; i < INDICATORS; i++) {
                table.set("u" + unit, "i" + i, values[i][unit]);
            }
        }
        return table.build();
    }

    /** {@return the ranks by the library} */
    @Benchmark
    public double[] saidao() {
        CompositeResult result =
                CompositeCalculator.withDefaults().calculate(framework, table, CompositeRecipe.withDefaults());
        return result.units().stream()
                .mapToDouble(unit -> result.rank(unit, "index").orElse(0))
                .toArray();
    }

    /** {@return the ranks by a plain loop} */
    @Benchmark
    public int[] plainLoop() {
        double[][] groups = new double[GROUPS][UNITS];
        for (int i = 0; i < INDICATORS; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double x : values[i]) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            for (int unit = 0; unit < UNITS; unit++) {
                groups[i % GROUPS][unit] += (values[i][unit] - low) / (high - low) * GROUPS / INDICATORS;
            }
        }
        double[] index = new double[UNITS];
        for (double[] group : groups) {
            for (int unit = 0; unit < UNITS; unit++) {
                index[unit] += group[unit] / GROUPS;
            }
        }
        int[] ranks = new int[UNITS];
        for (int a = 0; a < UNITS; a++) {
            ranks[a] = 1;
            for (double other : index) {
                ranks[a] += other > index[a] ? 1 : 0;
            }
        }
        return ranks;
    }
}
