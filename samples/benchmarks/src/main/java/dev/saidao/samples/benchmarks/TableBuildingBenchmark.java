package dev.saidao.samples.benchmarks;

import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import java.util.ArrayList;
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

/** Building a table of 10,000 units and 200 indicators, cell by cell, beside computing an index from it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class TableBuildingBenchmark {

    private static final int UNITS = 10_000;
    private static final int INDICATORS = 200;
    private static final int GROUPS = 10;

    private final List<String> units =
            IntStream.range(0, UNITS).mapToObj(unit -> "u" + unit).toList();
    private final List<String> codes =
            IntStream.range(0, INDICATORS).mapToObj(i -> "i" + i).toList();
    private final double[][] values = values();
    private final IndicatorFramework framework = framework(codes);
    private final IndicatorTable table = built(units, codes, values);

    private static double[][] values() {
        Random random = new Random(20260327);
        double[][] values = new double[UNITS][INDICATORS];
        for (double[] row : values) {
            for (int i = 0; i < INDICATORS; i++) {
                row[i] = random.nextDouble();
            }
        }
        return values;
    }

    private static IndicatorFramework framework(List<String> codes) {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code("index").build());
        for (int group = 0; group < GROUPS; group++) {
            nodes.add(IndicatorNode.builder().code("g" + group).parent("index").build());
        }
        for (int i = 0; i < INDICATORS; i++) {
            nodes.add(IndicatorNode.builder()
                    .code(codes.get(i))
                    .parent("g" + i % GROUPS)
                    .build());
        }
        return IndicatorFramework.of(nodes);
    }

    /** {@return the table, built cell by cell} */
    @Benchmark
    public IndicatorTable build() {
        return built(units, codes, values);
    }

    private static IndicatorTable built(List<String> units, List<String> codes, double[][] values) {
        IndicatorTable.Builder builder = IndicatorTable.builder(codes);
        for (int unit = 0; unit < UNITS; unit++) {
            String name = units.get(unit);
            builder.unit(name);
            for (int i = 0; i < INDICATORS; i++) {
                builder.set(name, codes.get(i), values[unit][i]);
            }
        }
        return builder.build();
    }

    /** {@return the scores, min-max and arithmetic means at two levels} */
    @Benchmark
    public CompositeResult compute() {
        return CompositeCalculator.withDefaults().calculate(framework, table, CompositeRecipe.withDefaults());
    }
}
